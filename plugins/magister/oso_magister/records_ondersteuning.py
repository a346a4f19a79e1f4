"""Support that a leerling needs or gets; of the lists only the first class is public."""

from __future__ import annotations

import attrs

from oso_magister.records_school import Docu
from oso_magister.velden import SLEUTEL

__all__ = [
    "Arra",
    "Clus",
    "Diag",
    "Hpla",
    "Lwoo",
    "Onds",
    "Opp",
    "Rvc",
    "Tlv",
    "ToegekendHulpmiddel",
]


@attrs.frozen(kw_only=True, repr=False)
class ToegekendHulpmiddel:
    """Aids at tests in one school year (``ToegekendeHulpmiddelenLeerling``); public."""

    lesperiode: str | None = None
    heeftextratijd: str | None = None
    heeftextratijdrekenen: str | None = None
    heeftlaptop: str | None = None
    heeftpauze: str | None = None
    heeftrekenkaart: str | None = None
    heeftspellingscontrole: str | None = None
    heeftverklanking: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Onds:
    """Support as a whole (``sis_onds``), with one file that explains it; reference."""

    medicijnen: str | None = None
    sis_docu: Docu | None = None


@attrs.frozen(kw_only=True, repr=False)
class Diag:
    """Diagnosis (``sis_diag``) of one or more kinds (``sis_dsrt``); reference."""

    idDiag: str | None = attrs.field(default=None, eq=False, metadata=SLEUTEL)
    naam: str | None = None
    datum: str | None = None
    doorwie: str | None = None
    instantie: str | None = None
    sis_dsrt: list[str] = attrs.field(factory=list)
    sis_docu: list[Docu] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class Hpla:
    """Plan of action (``sis_hpla``); reference."""

    idHpla: str | None = attrs.field(default=None, eq=False, metadata=SLEUTEL)
    dBegin: str | None = None
    dEinde: str | None = None
    gericht: str | None = None
    sis_docu: Docu | None = None


@attrs.frozen(kw_only=True, repr=False)
class Opp:
    """Development perspective (``sis_opp``); reference."""

    dBegin: str | None = None
    dEinde: str | None = None
    sis_docu: list[Docu] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class Tlv:
    """Admission decision for special education (``sis_tlv``); reference."""

    idTlv: str | None = attrs.field(default=None, eq=False, metadata=SLEUTEL)
    dBegin: str | None = None
    dEinde: str | None = None
    swvnr: str | None = None
    categorie: str | None = None
    beschikking: str | None = None
    sis_docu: Docu | None = None


@attrs.frozen(kw_only=True, repr=False)
class Clus:
    """Support from a school for cluster 1 or 2 (``sis_clus``); reference."""

    dBegin: str | None = None
    brin: str | None = None
    vestnr: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Arra:
    """Support from a samenwerkingsverband (``sis_arra``); reference."""

    dBegin: str | None = None
    dEinde: str | None = None
    kenmerk: str | None = None
    beschikking: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Lwoo:
    """Decision on extra support in vmbo (``sis_lwoo``); reference."""

    dBegin: str | None = None
    dEinde: str | None = None
    swvnr: str | None = None
    beschikking: str | None = None
    sis_docu: Docu | None = None


@attrs.frozen(kw_only=True, repr=False)
class Rvc:
    """What the regional committee asks and says (``sis_rvc``); reference."""

    problematiek: str | None = None
    maatregelen: str | None = None
    onderzoek: str | None = None
    achterstand: str | None = None
    lage_score: str | None = None
    datum: str | None = None
    indicatie: str | None = None
    sis_docu: list[Docu] = attrs.field(factory=list)

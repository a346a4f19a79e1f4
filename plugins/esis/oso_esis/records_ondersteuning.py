"""Support that a leerling needs or gets; all reference."""

from __future__ import annotations

import attrs

from oso_esis.records_school import Document, Vestiging
from oso_esis.xmlvorm import lijst

__all__ = [
    "ClusterArrangement",
    "Diagnose",
    "Handelingsplan",
    "Lwoo",
    "Ondersteuning",
    "Opp",
    "Rvc",
    "SwvArrangement",
    "Tlv",
]


@attrs.frozen(kw_only=True, repr=False)
class Diagnose:
    """Diagnosis; reference. Of long ago it may have a free text where now a code belongs."""

    codes: list[str] = lijst("code")
    naam: str | None = None
    datum: str | None = None
    gesteld_door: str | None = None
    instantie: str | None = None
    documenten: list[Document] = lijst("document")


@attrs.frozen(kw_only=True, repr=False)
class Handelingsplan:
    """Plan of action; reference."""

    begindatum: str | None = None
    einddatum: str | None = None
    doel: str | None = None
    document: Document | None = None


@attrs.frozen(kw_only=True, repr=False)
class Opp:
    """Development perspective; reference."""

    ingangsdatum: str | None = None
    einddatum: str | None = None
    documenten: list[Document] = lijst("document")


@attrs.frozen(kw_only=True, repr=False)
class Tlv:
    """Admission decision for special education; reference."""

    swv: str | None = None
    categorie: str | None = None
    beschikking: str | None = None
    ingangsdatum: str | None = None
    einddatum: str | None = None
    document: Document | None = None


@attrs.frozen(kw_only=True, repr=False)
class ClusterArrangement:
    """Support from a school for cluster 1 or 2; reference."""

    ingangsdatum: str | None = None
    vestiging: Vestiging | None = None


@attrs.frozen(kw_only=True, repr=False)
class SwvArrangement:
    """Support from a samenwerkingsverband; reference."""

    ingangsdatum: str | None = None
    einddatum: str | None = None
    kenmerk: str | None = None
    beschikking: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Lwoo:
    """Decision on extra support in vmbo; reference."""

    swv: str | None = None
    beschikking: str | None = None
    ingangsdatum: str | None = None
    einddatum: str | None = None
    document: Document | None = None


@attrs.frozen(kw_only=True, repr=False)
class Rvc:
    """What the regional committee asks and says; reference."""

    problematiek: str | None = None
    maatregelen: str | None = None
    onderzocht: str | None = None
    leerachterstand: str | None = None
    lage_score_eindtoets: str | None = None
    datum: str | None = None
    indicatie: str | None = None
    documenten: list[Document] = lijst("document")


@attrs.frozen(kw_only=True, repr=False)
class Ondersteuning:
    """All support of one leerling; reference."""

    toelichting: Document | None = None
    diagnoses: list[Diagnose] = lijst("diagnose")
    medicijngebruik: str | None = None
    handelingsplannen: list[Handelingsplan] = lijst("handelingsplan")
    opp: Opp | None = None
    tlvs: list[Tlv] = lijst("tlv")
    cluster_arrangementen: list[ClusterArrangement] = lijst("cluster_arrangement")
    swv_arrangementen: list[SwvArrangement] = lijst("swv_arrangement")
    lwoo: Lwoo | None = None
    rvc: Rvc | None = None

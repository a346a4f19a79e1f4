"""Support that a leerling needs or gets, absence and files; all reference."""

from __future__ import annotations

import attrs

__all__ = [
    "Bijlage",
    "ClusterArrangement",
    "Diagnose",
    "Handelingsplan",
    "Lwoo",
    "Ondersteuning",
    "Opp",
    "Rvc",
    "SwvArrangement",
    "Tlv",
    "Verzuim",
]


@attrs.frozen(kw_only=True, repr=False)
class Bijlage:
    """File in Base64, as an Aanmelding has it (public), with ``omschrijving`` as reference."""

    bestandsnaam: str | None = None
    bestandstype: str | None = None
    bestand: str | None = None
    omschrijving: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Diagnose:
    """Diagnosis of one or more kinds; reference."""

    soorten: list[str] = attrs.field(factory=list)
    naam: str | None = None
    datum: str | None = None
    gesteld_door: str | None = None
    instantie: str | None = None
    bijlagen: list[Bijlage] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class Handelingsplan:
    """Plan of action; reference."""

    startdatum: str | None = None
    einddatum: str | None = None
    gericht_op: str | None = None
    bijlage: Bijlage | None = None


@attrs.frozen(kw_only=True, repr=False)
class Opp:
    """Development perspective; reference."""

    ingangsdatum: str | None = None
    einddatum: str | None = None
    bijlagen: list[Bijlage] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class Tlv:
    """Admission decision for special education; reference."""

    swv_nummer: str | None = None
    categorie: str | None = None
    beschikkingsnummer: str | None = None
    ingangsdatum: str | None = None
    einddatum: str | None = None
    bijlage: Bijlage | None = None


@attrs.frozen(kw_only=True, repr=False)
class ClusterArrangement:
    """Support from a school for cluster 1 or 2, with its BRIN of six characters; reference."""

    ingangsdatum: str | None = None
    brin: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class SwvArrangement:
    """Support from a samenwerkingsverband; reference."""

    ingangsdatum: str | None = None
    einddatum: str | None = None
    kenmerk: str | None = None
    beschikkingsnummer: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Lwoo:
    """Decision on extra support in vmbo; reference."""

    swv_nummer: str | None = None
    beschikkingsnummer: str | None = None
    ingangsdatum: str | None = None
    einddatum: str | None = None
    bijlage: Bijlage | None = None


@attrs.frozen(kw_only=True, repr=False)
class Rvc:
    """What the regional committee asks and says; reference."""

    problematiek: str | None = None
    maatregelen: str | None = None
    onderzoek_gedaan: bool | None = None
    leerachterstand: bool | None = None
    lage_score_eindtoets: bool | None = None
    datum: str | None = None
    indicatie: str | None = None
    bijlagen: list[Bijlage] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class Ondersteuning:
    """All support of one leerling; reference."""

    toelichting: Bijlage | None = None
    diagnoses: list[Diagnose] = attrs.field(factory=list)
    medicijngebruik: bool | None = None
    handelingsplannen: list[Handelingsplan] = attrs.field(factory=list)
    opp: Opp | None = None
    tlvs: list[Tlv] = attrs.field(factory=list)
    cluster_arrangementen: list[ClusterArrangement] = attrs.field(factory=list)
    swv_arrangementen: list[SwvArrangement] = attrs.field(factory=list)
    lwoo: Lwoo | None = None
    rvc: Rvc | None = None


@attrs.frozen(kw_only=True, repr=False)
class Verzuim:
    """Absence in the school year; reference."""

    dagdelen_geoorloofd: int | None = None
    dagdelen_ongeoorloofd: int | None = None
    lesuren_geoorloofd: int | None = None
    lesuren_ongeoorloofd: int | None = None
    meer_dan_kwart: bool | None = None
    frequentie: int | None = None
    contact_leerplicht: bool | None = None
    rmc_melding: bool | None = None
    bijlagen: list[Bijlage] = attrs.field(factory=list)

"""Support that a leerling needs or gets; all reference."""

from __future__ import annotations

import attrs

from oso_parnassys.records_school import Document, School

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
    """Diagnosis of one or more kinds; reference."""

    id: str | None = None
    soorten: list[str] = attrs.field(factory=list)
    naam: str | None = None
    datumOnderzoek: str | None = None
    gesteldDoor: str | None = None
    instantie: str | None = None
    documenten: list[Document] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class Handelingsplan:
    """Plan of action; reference."""

    id: str | None = None
    vanafDatum: str | None = None
    totDatum: str | None = None
    gerichtOp: str | None = None
    document: Document | None = None


@attrs.frozen(kw_only=True, repr=False)
class Opp:
    """Development perspective; reference."""

    datumIngang: str | None = None
    datumEinde: str | None = None
    documenten: list[Document] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class Tlv:
    """Admission decision for special education; reference."""

    id: str | None = None
    swvNummer: str | None = None
    categorie: str | None = None
    beschikkingsnummer: str | None = None
    datumIngang: str | None = None
    datumEinde: str | None = None
    document: Document | None = None


@attrs.frozen(kw_only=True, repr=False)
class ClusterArrangement:
    """Support from a school for cluster 1 or 2; reference."""

    datumIngang: str | None = None
    school: School | None = None


@attrs.frozen(kw_only=True, repr=False)
class SwvArrangement:
    """Support from a samenwerkingsverband; reference."""

    datumIngang: str | None = None
    datumEinde: str | None = None
    kenmerk: str | None = None
    beschikkingsnummer: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Lwoo:
    """Decision on extra support in vmbo; reference."""

    swvNummer: str | None = None
    beschikkingsnummer: str | None = None
    datumIngang: str | None = None
    datumEinde: str | None = None
    document: Document | None = None


@attrs.frozen(kw_only=True, repr=False)
class Rvc:
    """What the regional committee asks and says; reference."""

    problematiek: str | None = None
    maatregelen: str | None = None
    onderzoekGedaan: str | None = None
    leerachterstand: str | None = None
    lageScoreEindtoets: str | None = None
    datum: str | None = None
    indicatie: str | None = None
    documenten: list[Document] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class Ondersteuning:
    """All support of one leerling; reference."""

    toelichting: Document | None = None
    diagnoses: list[Diagnose] = attrs.field(factory=list)
    medicijngebruik: str | None = None
    handelingsplannen: list[Handelingsplan] = attrs.field(factory=list)
    opp: Opp | None = None
    tlvs: list[Tlv] = attrs.field(factory=list)
    clusterArrangementen: list[ClusterArrangement] = attrs.field(factory=list)
    swvArrangementen: list[SwvArrangement] = attrs.field(factory=list)
    lwoo: Lwoo | None = None
    rvc: Rvc | None = None

"""What a leerling achieved: tests, the eindtoets, reports, absence; all reference."""

from __future__ import annotations

import attrs

from oso_parnassys.records_school import Document, Medewerker

__all__ = [
    "Eindtoets",
    "Eindtoetsdomein",
    "Eindtoetsonderdeel",
    "Eindtoetsresultaat",
    "Normscore",
    "Rapport",
    "Rapportonderdeel",
    "Rapportvak",
    "Toets",
    "Toetsafname",
    "Toetsonderdeel",
    "Toetsresultaat",
    "Verzuim",
    "Waardering",
]


@attrs.frozen(kw_only=True, repr=False)
class Toets:
    """Test as the publisher made it, kept once; reference."""

    id: str | None = None
    code: str | None = None
    naam: str | None = None
    versie: str | None = None
    vakgebied: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Normscore:
    """Score beside a reference group; reference."""

    soort: str | None = None
    vergelijkingsgroep: str | None = None
    score: str | None = None
    toelichting: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Toetsresultaat:
    """Scores of a test or of a part of it; reference. Numbers have a comma, time is in seconds."""

    aantalOpgaven: str | None = None
    aantalGoed: str | None = None
    aantalFout: str | None = None
    aantalGelezen: str | None = None
    tijd: str | None = None
    vaardigheidsscore: str | None = None
    vaardigheidsschaal: str | None = None
    intervalVan: str | None = None
    intervalTot: str | None = None
    normscores: list[Normscore] = attrs.field(factory=list)
    document: Document | None = None


@attrs.frozen(kw_only=True, repr=False)
class Toetsonderdeel:
    """Part of a test; reference."""

    code: str | None = None
    naam: str | None = None
    resultaat: Toetsresultaat | None = None


@attrs.frozen(kw_only=True, repr=False)
class Toetsafname:
    """Test that was given to a leerling; reference."""

    id: str | None = None
    toets: Toets | None = None
    datum: str | None = None
    leerjaar: str | None = None
    didactischeLeeftijd: str | None = None
    afgenomenDoor: Medewerker | None = None
    resultaat: Toetsresultaat | None = None
    onderdelen: list[Toetsonderdeel] = attrs.field(factory=list)
    opmerking: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Eindtoetsdomein:
    """Domain of a part of the eindtoets; reference."""

    domein: str | None = None
    omschrijving: str | None = None
    referentieniveau: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Eindtoetsonderdeel:
    """Part of the eindtoets; reference."""

    onderdeel: str | None = None
    omschrijving: str | None = None
    referentieniveau: str | None = None
    domeinen: list[Eindtoetsdomein] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class Eindtoetsresultaat:
    """Result of the eindtoets; reference."""

    toets: str | None = None
    niveau: str | None = None
    omschrijving: str | None = None
    datumAfname: str | None = None
    ontheffing: str | None = None
    standaardscore: str | None = None
    toetsadvies: str | None = None
    onderdelen: list[Eindtoetsonderdeel] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class Eindtoets:
    """Participation in the eindtoets; reference."""

    deelgenomen: str | None = None
    resultaat: Eindtoetsresultaat | None = None
    documenten: list[Document] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class Waardering:
    """Mark, as a figure or in words; reference."""

    cijfer: str | None = None
    beoordeling: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Rapportonderdeel:
    """Part of a subject on a report; reference."""

    naam: str | None = None
    waardering: Waardering | None = None
    datum: str | None = None
    leerjaar: str | None = None
    periode: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Rapportvak:
    """Subject on a report; reference."""

    naam: str | None = None
    onderdelen: list[Rapportonderdeel] = attrs.field(factory=list)
    waarderingen: list[Waardering] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class Rapport:
    """Report with marks; reference."""

    id: str | None = None
    datum: str | None = None
    leerjaar: str | None = None
    periode: str | None = None
    vakken: list[Rapportvak] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class Verzuim:
    """Absence in the current school year; reference."""

    dagdelenGeoorloofd: str | None = None
    dagdelenOngeoorloofd: str | None = None
    urenGeoorloofd: str | None = None
    urenOngeoorloofd: str | None = None
    meerDanKwart: str | None = None
    frequentie: str | None = None
    contactLeerplicht: str | None = None
    rmcMelding: str | None = None
    documenten: list[Document] = attrs.field(factory=list)

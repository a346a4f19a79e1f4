"""What a leerling achieved: tests as UWLR publishes them, the eindtoets, reports, absence."""

from __future__ import annotations

import attrs

from oso_esis.records_school import Document, Medewerker
from oso_esis.xmlvorm import attribuut, herhaald, lijst, los

__all__ = [
    "Betrouwbaarheidsinterval",
    "Eindtoets",
    "Eindtoetsdomein",
    "Eindtoetsonderdeel",
    "Osoresultaat",
    "Rapport",
    "Rapportonderdeel",
    "Rapportvak",
    "Referentiescore",
    "Resultaat",
    "Toetsafname",
    "Toetsscore",
    "Verzuim",
    "Waardering",
]


@attrs.frozen(kw_only=True, repr=False)
class Betrouwbaarheidsinterval:
    """Interval around a score; public."""

    bivlaag: str | None = None
    bivhoog: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Toetsscore:
    """Score as counted; public, as in OSO itself: numbers with a point, ``tijd`` in seconds."""

    aantalopgaven: str | None = None
    aantalgoed: str | None = None
    aantalfout: str | None = None
    aantalgelezen: str | None = None
    tijd: str | None = None
    vaardigheidsscore: str | None = None
    codevaardigheidsschaal: str | None = None
    betrouwbaarheidsinterval: Betrouwbaarheidsinterval | None = None


@attrs.frozen(kw_only=True, repr=False)
class Referentiescore:
    """Score beside a reference group; public, as in OSO itself."""

    codereferentiescore: str | None = None
    codevergelijkingsgroep: str | None = None
    waarde: str | None = None
    kwalificatie: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Osoresultaat:
    """Result in the shape of OSO; public."""

    toetsscore: Toetsscore | None = None
    referentiescore: list[Referentiescore] = herhaald()


@attrs.frozen(kw_only=True, repr=False)
class Resultaat:
    """Result of a test, or of a part of it; public up to ``infourl``, reference from there."""

    key: str | None = attribuut(telt=False)
    afnamedatum: str | None = None
    toetscode: str | None = None
    versie: str | None = None
    toetsonderdeelcode: str | None = None
    score: str | None = None
    osoresultaat: Osoresultaat | None = None
    infourl: str | None = None
    naam: str | None = None
    leergebied: str | None = None
    jaargroep: str | None = None
    didactische_leeftijd: str | None = None
    afgenomen_door: Medewerker | None = None
    document: Document | None = None
    opmerking: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Toetsafname:
    """Results of one leerling; public.

    In a file ``resultaten`` holds all of them. Here it is one test on one day: ``resultaat`` for
    the whole, ``onderdelen`` for what has a ``toetsonderdeelcode``.
    """

    leerlingid: str | None = None
    eckid: str | None = None
    resultaat: Resultaat | None = los()
    onderdelen: list[Resultaat] = lijst("resultaat", "resultaten")


@attrs.frozen(kw_only=True, repr=False)
class Eindtoetsdomein:
    """Domain of a part of the eindtoets; reference."""

    domein: str | None = None
    omschrijving: str | None = None
    niveau: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Eindtoetsonderdeel:
    """Part of the eindtoets; reference."""

    onderdeel: str | None = None
    omschrijving: str | None = None
    niveau: str | None = None
    domeinen: list[Eindtoetsdomein] = lijst("domein")


@attrs.frozen(kw_only=True, repr=False)
class Eindtoets:
    """The eindtoets; reference."""

    deelgenomen: str | None = None
    toets: str | None = None
    soort: str | None = None
    omschrijving: str | None = None
    afnamedatum: str | None = None
    ontheffing: str | None = None
    standaardscore: str | None = None
    toetsadvies: str | None = None
    onderdelen: list[Eindtoetsonderdeel] = lijst("onderdeel")
    documenten: list[Document] = lijst("document")


@attrs.frozen(kw_only=True, repr=False)
class Waardering:
    """Mark, as a figure with a comma or in words; reference."""

    cijfer: str | None = None
    beoordeling: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Rapportonderdeel:
    """Part of a subject on a report; reference."""

    naam: str | None = None
    waardering: Waardering | None = None
    datum: str | None = None
    jaargroep: str | None = None
    periode: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Rapportvak:
    """Subject on a report; reference."""

    naam: str | None = None
    onderdelen: list[Rapportonderdeel] = lijst("onderdeel")
    waarderingen: list[Waardering] = lijst("waardering")


@attrs.frozen(kw_only=True, repr=False)
class Rapport:
    """Report with marks; reference."""

    datum: str | None = None
    jaargroep: str | None = None
    periode: str | None = None
    vakken: list[Rapportvak] = lijst("vak")


@attrs.frozen(kw_only=True, repr=False)
class Verzuim:
    """Absence in the current school year; reference."""

    dagdelen_geoorloofd: str | None = None
    dagdelen_ongeoorloofd: str | None = None
    uren_geoorloofd: str | None = None
    uren_ongeoorloofd: str | None = None
    meer_dan_kwart: str | None = None
    aantal_keren: str | None = None
    leerplicht_ingelicht: str | None = None
    rmc_gemeld: str | None = None
    documenten: list[Document] = lijst("document")

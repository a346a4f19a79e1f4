"""Results of tests."""

from __future__ import annotations

from oso_adapters.gegevensset._veld import blok, veld
from oso_adapters.gegevensset.document import Document
from oso_adapters.gegevensset.school import Instelling, School
from oso_adapters.gegevensset.typen import Datum, Geheel, GeheelGetal, Getal, Tekst, Vrijetekst

__all__ = [
    "Afgenomendoor",
    "Afname",
    "Betrouwbaarheidsinterval",
    "Referentiescore",
    "Resultaat",
    "Toets",
    "Toetsidentificatie",
    "Toetsonderdeel",
    "Toetsscore",
    "Werktbijinstelling",
]


@blok("Toetsidentificatie")
class Toetsidentificatie:
    """Which test it was."""

    eldtoetscode: Tekst | None = veld("Toetscode", verplicht=True)
    leergebied: Tekst | None = veld("Leergebied")
    toetsnaam: Tekst | None = veld("Naam toets")
    toetsversie: Tekst | None = veld("Versie toets")


@blok("Werkt bij instelling")
class Werktbijinstelling:
    """Where the person who gave the test works: an institution or a school."""

    instelling: Instelling | None = veld("Instelling", keuze="instelling", verplicht=True)
    school: School | None = veld("School", keuze="instelling", verplicht=True)


@blok("Afgenomen door")
class Afgenomendoor:
    """Who gave the test."""

    naammedewerker: Tekst | None = veld("Naam medewerker", verplicht=True)
    functie: Tekst | None = veld("Functie")
    werktbijinstelling: Werktbijinstelling | None = veld("Werkt bij instelling")


@blok("Afname")
class Afname:
    """When and by whom a test was given."""

    afnamedatum: Datum | None = veld("Afnamedatum", verplicht=True)
    jaargroep: Vrijetekst | None = veld("Jaargroep", codelijst=13)
    dl: Geheel | None = veld("Didactische leeftijd")
    afgenomendoor: Afgenomendoor | None = veld("Afgenomen door")


@blok("Betrouwbaarheidsinterval")
class Betrouwbaarheidsinterval:
    """Interval around a score."""

    bivlaag: Getal | None = veld("Ondergrens", verplicht=True)
    bivhoog: Getal | None = veld("Bovengrens", verplicht=True)


@blok("Toetsscore", element="toetsscore")
class Toetsscore:
    """Score as counted; ``tijd`` is in seconds."""

    aantalopgaven: GeheelGetal | None = veld("Aantal opgaven")
    aantalgoed: GeheelGetal | None = veld("Aantal goed")
    aantalfout: GeheelGetal | None = veld("Aantal fout")
    aantalgelezen: GeheelGetal | None = veld("Aantal gelezen")
    tijd: Getal | None = veld("Tijd")
    vaardigheidsscore: Getal | None = veld("Vaardigheidsscore")
    codevaardigheidsschaal: Tekst | None = veld("Vaardigheidsschaal")
    betrouwbaarheidsinterval: Betrouwbaarheidsinterval | None = veld("Betrouwbaarheidsinterval")


@blok("Referentiescore", element="referentiescore")
class Referentiescore:
    """Score against a reference group."""

    codereferentiescore: Tekst | None = veld(
        "Soort referentiescore", verplicht=True, codelijst=11, toonbaar=True
    )
    codevergelijkingsgroep: Tekst | None = veld(
        "Vergelijkingsgroep", verplicht=True, codelijst=22, toonbaar=True
    )
    waarde: Tekst | None = veld("Waarde", verplicht=True)
    kwalificatie: Tekst | None = veld("Kwalificatie")


@blok("Resultaat", element="resultaat")
class Resultaat:
    """Result of a test or of a part of it."""

    toetsscore: Toetsscore | None = veld("Toetsscore")
    referentiescore: list[Referentiescore] = veld("Referentiescore")
    document: Document | None = veld("Bijlagedocument")


@blok("Toetsonderdeel", element="toetsonderdeel")
class Toetsonderdeel:
    """Part of a test with its own result."""

    eldonderdeelcode: Tekst | None = veld("Toetsonderdeelcode", verplicht=True)
    onderdeelnaam: Tekst | None = veld("Naam onderdeel")
    resultaat: Resultaat | None = veld("Resultaat", verplicht=True)


@blok("Toets", element="toets")
class Toets:
    """One test that was given."""

    toetsidentificatie: Toetsidentificatie | None = veld("Toetsidentificatie", verplicht=True)
    afname: Afname | None = veld("Afname", verplicht=True)
    resultaat: Resultaat | None = veld("Resultaat", verplicht=True)
    toetsonderdeel: list[Toetsonderdeel] = veld("Toetsonderdeel")
    opmerking: Tekst | None = veld("Opmerking")

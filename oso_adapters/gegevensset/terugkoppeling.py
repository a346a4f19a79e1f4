"""What a secondary school reports back to the primary school."""

from __future__ import annotations

from oso_adapters.gegevensset._veld import blok, veld
from oso_adapters.gegevensset.metadata import Metadata
from oso_adapters.gegevensset.school import School
from oso_adapters.gegevensset.typen import Codegetal, Datum, Schooljaar, Tekst, Vrijetekst

__all__ = [
    "Leerlingmatching",
    "Terugkoppelinformatie",
    "Terugkoppeling",
    "Tiperschooljaar",
    "Vertrek",
    "Voschool",
]


@blok("VO-school")
class Voschool:
    """Secondary school that reports back."""

    school: School | None = veld("School", verplicht=True)


@blok("Leerlinggegevens voor koppeling")
class Leerlingmatching:
    """Data to find the leerling again."""

    leerlingid: Tekst | None = veld("Leerlingcode in administratie", verplicht=True)
    voornaam: list[Tekst] = veld("Voornaam", verplicht=True)
    tussenvoegsel: Tekst | None = veld("Tussenvoegsel")
    achternaam: Tekst | None = veld("Achternaam", verplicht=True)
    geslacht: Codegetal | None = veld("Geslacht", verplicht=True, codelijst=14)
    geboortedatum: Datum | None = veld("Geboortedatum", verplicht=True)


@blok("Terugkoppeling per schooljaar")
class Tiperschooljaar:
    """How the leerling did in one school year."""

    schooljaar: Schooljaar | None = veld("Schooljaar", verplicht=True)
    begindatum: Datum | None = veld("Begindatum", verplicht=True)
    einddatum: Datum | None = veld("Einddatum", verplicht=True)
    groepsnaam: Tekst | None = veld("Groepsnaam")
    jaargroep: Vrijetekst | None = veld("Jaargroep", verplicht=True, codelijst=13)
    iltcode: Tekst | None = veld("ILT-code", verplicht=True)
    iltomschrijving: Tekst | None = veld("Omschrijving ILT-code", verplicht=True)


@blok("Vertrek")
class Vertrek:
    """That and why the leerling left."""

    vertrekdatum: Datum | None = veld("Vertrekdatum", verplicht=True)
    vertrekreden: Tekst | None = veld("Vertrekreden")


@blok("Terugkoppelinformatie")
class Terugkoppelinformatie:
    """What is reported back."""

    tiperschooljaar: list[Tiperschooljaar] = veld("Terugkoppeling per schooljaar")
    vertrek: Vertrek | None = veld("Vertrek")


@blok("Terugkoppeling", element="terugkoppeling")
class Terugkoppeling:
    """Report from a secondary school to the primary school."""

    metadata: Metadata | None = veld("Metadata", verplicht=True)
    voschool: Voschool | None = veld("VO-school", verplicht=True)
    leerlingmatching: Leerlingmatching | None = veld(
        "Leerlinggegevens voor koppeling", verplicht=True
    )
    terugkoppelinformatie: Terugkoppelinformatie | None = veld(
        "Terugkoppelinformatie", verplicht=True
    )

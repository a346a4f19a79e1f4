"""The years that the leerling spent at schools."""

from __future__ import annotations

from oso_adapters.gegevensset._veld import blok, veld
from oso_adapters.gegevensset.typen import (
    Brincode,
    Datum,
    Elementcode,
    Schooljaar,
    Tekst,
    Vestigingscode,
    Vrijetekst,
)

__all__ = ["Schoolloopbaan"]


@blok("Schoolloopbaanstap", element="schoolloopbaan")
class Schoolloopbaan:
    """One stretch in one group of one school year."""

    schooljaar: Schooljaar | None = veld("Schooljaar", verplicht=True)
    groepscode: Tekst | None = veld("Groepscode", verplicht=True)
    groepsnaam: Tekst | None = veld("Groepsnaam")
    jaargroep: Vrijetekst | None = veld("Jaargroep", verplicht=True, codelijst=13)
    begindatum: Datum | None = veld("Begindatum")
    einddatum: Datum | None = veld("Einddatum")
    brincode: Brincode | None = veld("BRIN", verplicht=True)
    vestigingscode: Vestigingscode | None = veld("Vestigingscode", verplicht=True)
    schoolsoort: Tekst | None = veld("Schoolsoort")
    schooltype: Tekst | None = veld("Schooltype")
    voelementcode: Elementcode | None = veld("VO-elementcode")
    voelementomschrijving: Tekst | None = veld("Omschrijving VO-elementcode")
    schoolsoortomschrijving: Tekst | None = veld("Omschrijving schoolsoort")

"""Reports with marks."""

from __future__ import annotations

from oso_adapters.gegevensset._veld import blok, veld
from oso_adapters.gegevensset.typen import Datum, Tekst, Vrijetekst

__all__ = ["Cijferlijst", "Onderdeel", "Score", "Vakcijfer"]


@blok("Score")
class Score:
    """Mark, as a value or in words."""

    waarde: Tekst | None = veld("Waarde")
    kwalificatie: Tekst | None = veld("Kwalificatie")


@blok("Onderdeel")
class Onderdeel:
    """Part of a subject with its own mark."""

    naam: Tekst | None = veld("Naam", verplicht=True)
    score: Score | None = veld("Score", verplicht=True)
    afnamedatum: Datum | None = veld("Afnamedatum")
    jaargroep: Vrijetekst | None = veld("Jaargroep", codelijst=13)
    periode: Tekst | None = veld("Periode")


@blok("Vak op de cijferlijst")
class Vakcijfer:
    """One subject on a report; has no element of its own in XML."""

    naam: Tekst | None = veld("Naam", verplicht=True)
    onderdeel: list[Onderdeel] = veld("Onderdeel")
    score: list[Score] = veld("Score", verplicht=True)


@blok("Cijferlijst", element="cijferlijst")
class Cijferlijst:
    """One report with marks."""

    cijferlijstTypelijst: list[Vakcijfer] | None = veld(
        "Cijferlijstgegevens", verplicht=True, reeks=True
    )
    afnamedatum: Datum | None = veld("Afnamedatum")
    jaargroep: Vrijetekst | None = veld("Jaargroep", verplicht=True, codelijst=13)
    periode: Tekst | None = veld("Periode")

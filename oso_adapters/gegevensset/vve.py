"""Education before and at the start of primary school."""

from __future__ import annotations

from oso_adapters.gegevensset._veld import blok, veld
from oso_adapters.gegevensset.typen import Codegetal, Datum, Geheel, Maanden

__all__ = ["Voorschools", "Vroegschools"]


@blok("Voorschoolse educatie")
class Voorschools:
    """Education before primary school."""

    codevoorschoolsehistorie: Codegetal | None = veld("Voorschoolse historie", codelijst=7)
    codevoorschoolsprogramma: Codegetal | None = veld(
        "Voorschools programma", verplicht=True, codelijst=9
    )
    voorschoolsemaanden: Maanden | None = veld("Maanden voorschools", verplicht=True)
    codevoorschoolsetoeleider: Codegetal | None = veld("Voorschoolse toeleider", codelijst=6)
    codevoorschoolsedeelname: Codegetal | None = veld("Voorschoolse deelname", codelijst=8)
    voorschoolseaanwezigheid: Geheel | None = veld("Dagdelen per week voorschools")


@blok("Vroegschoolse educatie")
class Vroegschools:
    """Programme in the first two years of primary school."""

    codevroegschoolsprogramma: Codegetal | None = veld(
        "Vroegschools programma", verplicht=True, codelijst=9
    )
    vroegschoolsdatumingang: Datum | None = veld("Begindatum vroegschools", verplicht=True)
    vroegschoolseinddatum: Datum | None = veld("Einddatum vroegschools")

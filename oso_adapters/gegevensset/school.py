"""Institutions and schools."""

from __future__ import annotations

from oso_adapters.gegevensset._veld import blok, veld
from oso_adapters.gegevensset.adres import Adres, Communicatie
from oso_adapters.gegevensset.typen import Brincode, Tekst, Vestigingscode

__all__ = ["Instelling", "School"]


@blok("Instelling", element="instelling")
class Instelling:
    """Institution with addresses."""

    naam: Tekst | None = veld("Naam", verplicht=True)
    adreslijst: list[Adres] | None = veld("Adressen", lijst="adres")
    communicatielijst: list[Communicatie] | None = veld(
        "Communicatiegegevens", lijst="communicatie"
    )


@blok("School", element="school")
class School(Instelling):
    """School: an institution with a BRIN."""

    brincode: Brincode | None = veld("BRIN", verplicht=True)
    vestigingscode: Vestigingscode | None = veld("Vestigingscode", verplicht=True)
    aanleverpunt: Tekst | None = veld("Aanleverpunt", verplicht=True)
    soort: Tekst | None = veld("Soort school")
    type: Tekst | None = veld("Schooltype")
    naamdirecteur: Tekst | None = veld("Naam directeur")
    website: Tekst | None = veld("Website")

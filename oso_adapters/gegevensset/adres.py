"""Addresses and ways to reach somebody."""

from __future__ import annotations

from oso_adapters.gegevensset._veld import blok, veld
from oso_adapters.gegevensset.typen import JaNee, Korttekst, Tekst

__all__ = ["Adres", "Communicatie", "Land"]


@blok("Land")
class Land:
    """Country: code of the national table of countries, with its name."""

    waarde: Tekst | None = veld("Land", tekst=True, verplicht=True)
    omschrijving: Tekst | None = veld("Omschrijving", attribuut=True)


@blok("Adres", element="adres")
class Adres:
    """Dutch address."""

    soortadres: Tekst | None = veld("Soort adres", verplicht=True, codelijst=19, toonbaar=True)
    straat: Tekst | None = veld("Straat", verplicht=True)
    nummer: Tekst | None = veld("Huisnummer", verplicht=True)
    toevoeging: Tekst | None = veld("Huisnummertoevoeging")
    aanduiding: Tekst | None = veld("Huisnummeraanduiding", codelijst=18, toonbaar=True)
    locatieomschrijving: Korttekst | None = veld("Locatieomschrijving")
    postcode: Tekst | None = veld("Postcode", verplicht=True)
    plaats: Tekst | None = veld("Plaats", verplicht=True)
    gemeente: Tekst | None = veld("Gemeente")
    land: Land | None = veld("Land")


@blok("Communicatie", element="communicatie")
class Communicatie:
    """Telephone number or e-mail address."""

    soort: Tekst | None = veld("Soort communicatie", verplicht=True, codelijst=4, toonbaar=True)
    aanduiding: Tekst | None = veld("Gebruik van communicatiemiddel", codelijst=5, toonbaar=True)
    nummer: Tekst | None = veld("Telefoonnummer of e-mailadres", verplicht=True)
    geheim: JaNee | None = veld("Nummer geheim")
    noodnummer: JaNee | None = veld("Noodnummer")

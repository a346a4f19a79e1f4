"""People around the leerling."""

from __future__ import annotations

from oso_adapters.gegevensset._veld import blok, veld
from oso_adapters.gegevensset.adres import Adres, Communicatie
from oso_adapters.gegevensset.typen import Codegetal, Datum, Gbadatum, JaNee, Tekst, Vrijetekst

__all__ = ["Gba", "Nationaliteit", "Persoon", "Verzorger"]


@blok("Persoon")
class Persoon:
    """Person with names and addresses."""

    voornaam: list[Tekst] = veld("Voornaam")
    voorletters_1: Tekst | None = veld("Voorletters", naam="voorletters-1")
    voorvoegsel: Tekst | None = veld("Voorvoegsel")
    achternaam: Tekst | None = veld("Achternaam", verplicht=True)
    roepnaam: Tekst | None = veld("Roepnaam")
    geboortedatum: Datum | None = veld("Geboortedatum", tot="2018.1")
    geslacht: Codegetal | None = veld("Geslacht", codelijst=14)
    adresgeheim: JaNee | None = veld("Adres geheim")
    adreslijst: list[Adres] | None = veld("Adressen", lijst="adres")
    communicatielijst: list[Communicatie] | None = veld(
        "Communicatiegegevens", lijst="communicatie"
    )


@blok("Verzorger", element="verzorger")
class Verzorger(Persoon):
    """Parent or guardian of the leerling."""

    relatietotkind: Tekst | None = veld("Relatie tot kind", codelijst=41)
    overleden: JaNee | None = veld("Overleden", sinds="2018.1")
    overlijdensdatum: Datum | None = veld("Overlijdensdatum", sinds="2018.1")
    wettigevertegenwoordiger: JaNee | None = veld("Wettelijk vertegenwoordiger", verplicht=True)
    banknummer: Tekst | None = veld("Bankrekeningnummer (oud)")
    iban: Tekst | None = veld("IBAN")


@blok("GBA-persoonsgegevens")
class Gba:
    """Names and birth date as the municipality has them."""

    gbavoornaam: list[Tekst] = veld("Voornaam (GBA)", verplicht=True)
    gbavoorvoegsel: Tekst | None = veld("Voorvoegsel (GBA)")
    gbaachternaam: Tekst | None = veld("Achternaam (GBA)", verplicht=True)
    gbageboortedatum: Gbadatum | None = veld("Geboortedatum (GBA)", verplicht=True)


@blok("Nationaliteit")
class Nationaliteit:
    """Nationality: code with its name."""

    waarde: Vrijetekst | None = veld("Nationaliteit", tekst=True, verplicht=True)
    omschrijving: Tekst | None = veld("Omschrijving", attribuut=True)

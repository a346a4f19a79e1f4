"""A new leerling as Somtoday takes one in: the Aanmelding of the Connect interface.

The classes have the names and nesting of the interface; only ``registratie`` is reference, in the
Aanmelding and in each of its verzorgers. Voorletters have dots here (``G.J.``), countries are
codes.

In a record the lists of addresses and contact data of ``registratie`` hold all of them, and the
flat public fields are empty; `oso_somtoday.aanmelden` moves what fits between the two.
"""

from __future__ import annotations

import attrs

from oso_somtoday.records_registratie import Registratie, VerzorgerRegistratie

__all__ = [
    "Aanmelding",
    "AanmeldingAdvies",
    "AanmeldingLeerling",
    "AanmeldingPlaatsing",
    "AanmeldingSchoolVanHerkomstBuitenland",
    "AanmeldingSchoolVanHerkomstNederland",
    "AanmeldingSchoolVanHerkomstOnbekend",
    "AanmeldingToestemming",
    "AanmeldingVerzorger",
    "AanmeldingVrijVeld",
    "AdresBuitenland",
    "AdresNederland",
]


@attrs.frozen(kw_only=True, repr=False)
class AdresNederland:
    """Dutch address; Somtoday looks up the rest. Public."""

    postcode: str | None = None
    huisnummer: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class AdresBuitenland:
    """Address abroad, line by line, with the code of the country; public."""

    adres_regel_1: str | None = None
    adres_regel_2: str | None = None
    adres_regel_3: str | None = None
    land: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class AanmeldingLeerling:
    """Leerling; public."""

    voornamen: str | None = None
    roepnaam: str | None = None
    voorvoegsel: str | None = None
    achternaam: str | None = None
    geslacht: str | None = None
    geboortedatum: str | None = None
    geboorteplaats: str | None = None
    geboorteland: str | None = None
    nationaliteit1: str | None = None
    nationaliteit2: str | None = None
    in_nederland_sinds: str | None = None
    bsn: str | None = None
    onderwijsnummer: str | None = None
    thuistaal1: str | None = None
    thuistaal2: str | None = None
    emailadres: str | None = None
    mobielnummer: str | None = None
    telefoonnummer: str | None = None
    adres_nederland: AdresNederland | None = None
    adres_buitenland: AdresBuitenland | None = None
    mobielnummer_geheim: bool | None = None
    telefoonnummer_geheim: bool | None = None
    contact_via_sms: bool | None = None
    contact_via_email: bool | None = None
    iban: str | None = None
    opmerkingen_gezinssituatie: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class AanmeldingVerzorger:
    """Parent or guardian; public, with ``registratie`` as reference."""

    voorletters: str | None = None
    voorvoegsel: str | None = None
    achternaam: str | None = None
    geslacht: str | None = None
    geboorteland: str | None = None
    nationaliteit: str | None = None
    wettelijk_vertegenwoordiger: bool | None = None
    relatie_tot_leerling: str | None = None
    zelfde_adres_als_leerling: bool | None = None
    emailadres: str | None = None
    mobielnummer: str | None = None
    telefoonnummer: str | None = None
    adres_nederland: AdresNederland | None = None
    adres_buitenland: AdresBuitenland | None = None
    mobielnummer_geheim: bool | None = None
    telefoonnummer_geheim: bool | None = None
    contact_via_sms: bool | None = None
    contact_via_email: bool | None = None
    iban: str | None = None
    registratie: VerzorgerRegistratie | None = None


@attrs.frozen(kw_only=True, repr=False)
class AanmeldingSchoolVanHerkomstNederland:
    """School that the leerling comes from; ``00`` when the location is not known. Public."""

    brincode: str | None = None
    vestigingscode: str | None = None
    inschrijfdatum: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class AanmeldingSchoolVanHerkomstBuitenland:
    """School abroad that the leerling comes from; public."""

    naam: str | None = None
    plaats: str | None = None
    land: str | None = None
    inschrijfdatum: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class AanmeldingSchoolVanHerkomstOnbekend:
    """Why it is not known where the leerling comes from; public."""

    opmerkingen: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class AanmeldingAdvies:
    """Advice of the school and what the parents want; public."""

    advies_school: str | None = None
    wens_ouders: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class AanmeldingPlaatsing:
    """Where the leerling wants to go: UUID of the opleiding; public."""

    opleiding: str | None = None
    leerjaar: int | None = None
    schooljaar: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class AanmeldingVrijVeld:
    """Field that the school made itself; public."""

    uuid: str | None = None
    aangekruist: bool | None = None
    waarde: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class AanmeldingToestemming:
    """Consent that was asked; public."""

    uuid: str | None = None
    aangekruist: bool | None = None


@attrs.frozen(kw_only=True, repr=False)
class Aanmelding:
    """A leerling that registers; public, with ``registratie`` as reference."""

    leerling: AanmeldingLeerling | None = None
    school_van_herkomst_nederland: AanmeldingSchoolVanHerkomstNederland | None = None
    school_van_herkomst_buitenland: AanmeldingSchoolVanHerkomstBuitenland | None = None
    school_van_herkomst_onbekend: AanmeldingSchoolVanHerkomstOnbekend | None = None
    advies: AanmeldingAdvies | None = None
    plaatsing: AanmeldingPlaatsing | None = None
    verzorgers: list[AanmeldingVerzorger] = attrs.field(factory=list)
    vrije_velden: list[AanmeldingVrijVeld] = attrs.field(factory=list)
    toestemming: list[AanmeldingToestemming] = attrs.field(factory=list)
    registratie: Registratie | None = None

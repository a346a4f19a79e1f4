"""What Somtoday keeps of a leerling and of their parents, under its own names; all public.

The shapes are those of the Connect interface: names and nesting exactly as its answers have them. A
field that is empty, or that the school gives no permission for, is absent from an answer, so here
it is None; a list without items is there, and empty.
"""

from __future__ import annotations

import attrs

from oso_somtoday.records_plaatsing import (
    LesgroepReferentie,
    Plaatsing,
    Vakkeuze,
    VestigingReferentie,
)

__all__ = [
    "Adres",
    "DebiteurGegevens",
    "ExternalIdentifiers",
    "Leerling",
    "LeerlingReferentie",
    "OuderVerzorger",
    "OuderVerzorgerReferentie",
    "Vestiging",
]


@attrs.frozen(kw_only=True, repr=False)
class Adres:
    """Address; the country is a name, an address abroad is one text. Public.

    When an address is secret, Somtoday delivers none at all.
    """

    postcode: str | None = None
    straat: str | None = None
    huisnummer: str | None = None
    huisnummer_toevoeging: str | None = None
    huisnummer_zonder_toevoeging: str | None = None
    woonplaats: str | None = None
    land: str | None = None
    buitenlands_adres: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class ExternalIdentifiers:
    """BRIN of six characters with the DigiDeliveryID that goes with it; public."""

    brinnr: str | None = None
    digideliveryid: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Vestiging:
    """Location of the school; ``brins`` are of six characters, such as ``12AB45``. Public."""

    uuid: str | None = None
    naam: str | None = None
    afkorting: str | None = None
    brins: list[str] = attrs.field(factory=list)
    externalidentifiers: list[ExternalIdentifiers] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class OuderVerzorgerReferentie:
    """Reference to a parent, in the order in which the school calls them; public."""

    uuid: str | None = None
    volgnummer: int | None = None


@attrs.frozen(kw_only=True, repr=False)
class DebiteurGegevens:
    """Who pays for the leerling: a parent when there is a UUID, else the leerling; public."""

    externDebiteurnummer: str | None = None
    iban: str | None = None
    bicNummer: str | None = None
    tenaamstelling: str | None = None
    adres: Adres | None = None
    ouderVerzorgerUUID: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Leerling:
    """Leerling; ``voorletters`` have no dots (``TF``). Public."""

    uuid: str | None = None
    eckid: str | None = None
    leerlingnummer: int | None = None
    roepnaam: str | None = None
    voornamen: str | None = None
    voorletters: str | None = None
    voorvoegsel: str | None = None
    achternaam: str | None = None
    geslacht: str | None = None
    geboortedatum: str | None = None
    emailadres: str | None = None
    mobielnummer: str | None = None
    telefoonnummer: str | None = None
    adres: Adres | None = None
    verzorgers: list[OuderVerzorgerReferentie] = attrs.field(factory=list)
    vestiging: VestigingReferentie | None = None
    plaatsingen: list[Plaatsing] = attrs.field(factory=list)
    lesgroepen: list[LesgroepReferentie] = attrs.field(factory=list)
    vakkeuzes: list[Vakkeuze] = attrs.field(factory=list)
    gebruikersnaam: str | None = None
    eduPersonRealId: str | None = None
    parnassysLeerlingNummer: int | None = None
    geboorteplaats: str | None = None
    geboorteland: str | None = None
    wenstContactViaEMail: bool | None = None
    BSN: str | None = None
    isActief: bool | None = None
    schoolVanHerkomstBrin: str | None = None
    schoolVanHerkomstNaam: str | None = None
    adviesSchoolVanHerkomst: str | None = None
    onderwijsSinds: str | None = None
    debiteurGegevens: DebiteurGegevens | None = None
    telefoonnummer_geheim: bool | None = None
    adres_geheim: bool | None = None


@attrs.frozen(kw_only=True, repr=False)
class LeerlingReferentie:
    """What a parent is to one leerling; public."""

    uuid: str | None = None
    relatiesoort: str | None = None
    ouderlijk_gezag: bool | None = None
    mag_post_ontvangen: bool | None = None


@attrs.frozen(kw_only=True, repr=False)
class OuderVerzorger:
    """Parent or guardian, kept once for all children; public.

    ``telefoonnummer`` is whichever number is known, at home, mobile or at work; the numbers that
    are called ``uitgebreid`` are what their names say.
    """

    uuid: str | None = None
    geslacht: str | None = None
    voorletters: str | None = None
    voorvoegsel: str | None = None
    achternaam: str | None = None
    gebruikersnaam: str | None = None
    emailadres: str | None = None
    telefoonnummer: str | None = None
    adres: Adres | None = None
    leerlingen_van_vestiging: list[str] = attrs.field(factory=list)
    relatie_tot_leerlingen: list[LeerlingReferentie] = attrs.field(factory=list)
    wenstContactViaEMail: bool | None = None
    uitgebreidTelefoonnummer: str | None = None
    uitgebreidMobielNummer: str | None = None
    uitgebreidMobielWerkNummer: str | None = None
    telefoonnummer_geheim: bool | None = None
    mobielwerknummer_geheim: bool | None = None
    adres_geheim: bool | None = None

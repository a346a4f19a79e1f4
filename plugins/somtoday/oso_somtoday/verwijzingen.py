"""Puts the answers on one leerling together: who belongs to whom, and which lists are one.

Nothing here touches a file or the network.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from uuid import UUID

import attrs

from oso_adapters.mapping import Bronrecord, bezwaar, read_record
from oso_adapters.melding import Ernst, Melding, Wie
from oso_somtoday.records import (
    Adres,
    Leerling,
    LeerlingReferentie,
    OuderVerzorger,
    Vestiging,
)
from oso_somtoday.records_dossier import Leerlingdossier, Verzorger
from oso_somtoday.records_oso import Loopbaanstap, OsoLeerling, OsoVerzorger, OsoVestiging
from oso_somtoday.records_plaatsing import Plaatsing
from oso_somtoday.records_resultaten import ExamenDossier, VoortgangsDossier
from oso_somtoday.records_wie import Contactgegeven, OsoAdres
from oso_somtoday.resultaten import rapporten_van, vakresultaten_van

__all__ = [
    "GEEN_EIGEN_UUID",
    "Antwoorden",
    "School",
    "Vestigingen",
    "maak_bronrecord",
    "maak_dossier",
    "read_vestigingen",
    "stel_samen",
    "uuid_van",
]

_WOONADRES = "BEZOEKADRES"


@attrs.frozen(kw_only=True, repr=False)
class Antwoorden:
    """The answers on one leerling, each under the name of its list.

    The first four are those of the Connect interface, ``osoleerlingen`` is reference;
    ``veldpermissies`` says which fields the school shares, and is not looked at.
    """

    leerlingen: list[Leerling] = attrs.field(factory=list)
    ouderVerzorgers: list[OuderVerzorger] = attrs.field(factory=list)
    voortgangsdossiers: list[VoortgangsDossier] = attrs.field(factory=list)
    examendossiers: list[ExamenDossier] = attrs.field(factory=list)
    osoleerlingen: list[OsoLeerling] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class Vestigingen:
    """The answers on the locations of a school; the second list is reference."""

    vestigingen: list[Vestiging] = attrs.field(factory=list)
    osovestigingen: list[OsoVestiging] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class School:
    """The locations of a school by UUID, with what was wrong in the answers on them."""

    vestigingen: Mapping[str, Vestiging] = attrs.field(factory=dict)
    osovestigingen: Mapping[str, OsoVestiging] = attrs.field(factory=dict)
    meldingen: tuple[Melding, ...] = ()


def _zonder_permissies(antwoord: Mapping[str, Any]) -> dict[str, Any]:
    return {naam: waarde for naam, waarde in antwoord.items() if naam != "veldpermissies"}


def read_vestigingen(antwoord: Mapping[str, Any]) -> School:
    """Read the answers on the locations of a school."""
    gelezen, meldingen = read_record(Vestigingen, _zonder_permissies(antwoord))
    return School(
        vestigingen={v.uuid: v for v in gelezen.vestigingen if v.uuid},
        osovestigingen={v.uuid: v for v in gelezen.osovestigingen if v.uuid},
        meldingen=tuple(meldingen),
    )


def maak_dossier(
    antwoord: Mapping[str, Any], school: School, *, vestiging: str | None = None
) -> tuple[Leerlingdossier, list[Melding]]:
    """Put the answers on one leerling together.

    Args:
        vestiging: UUID of the location that was asked, for a leerling that does not name one.
    """
    gelezen, meldingen = read_record(Antwoorden, _zonder_permissies(antwoord))
    _enige(gelezen.leerlingen, "leerlingen", meldingen)
    _enige(gelezen.osoleerlingen, "osoleerlingen", meldingen, verplicht=False)
    return stel_samen(gelezen, school, meldingen, vestiging=vestiging), meldingen


def maak_bronrecord(
    antwoord: Mapping[str, Any],
    school: School,
    nr: int,
    gezien: set[str],
    *,
    vestiging: str | None = None,
    meldingen: Iterable[Melding] = (),
) -> Bronrecord:
    """Put the answers on one leerling together as a record with a key of its own.

    Args:
        nr: what to call a leerling without a UUID by.
        gezien: the keys before this one; its own is added.
        vestiging: as `maak_dossier`.
        meldingen: what was wrong before.
    """
    dossier, gevonden = maak_dossier(antwoord, school, vestiging=vestiging)
    sleutel = dossier.leerling.uuid or f"#{nr}"
    if dossier.leerling.uuid is None or sleutel in gezien:
        gevonden.append(GEEN_EIGEN_UUID)
    gezien.add(sleutel)
    return Bronrecord(sleutel, dossier, (*gevonden, *meldingen))


def uuid_van(deel: Any) -> str | None:
    """Return the UUID of a piece of an answer, if it may stand in an address; else None."""
    return _uuid(deel.get("uuid")) if isinstance(deel, dict) else None


def _uuid(tekst: Any) -> str | None:
    """Return a UUID that may stand in an address; None for anything else."""
    try:
        return str(UUID(tekst)) if isinstance(tekst, str) else None
    except ValueError:
        return None


GEEN_EIGEN_UUID = bezwaar(
    "leerling.uuid",
    "Het veld 'leerling.uuid' is leeg, is geen UUID, of komt meer dan eens voor.",
    "De leverancier moet van elke leerling de eigen UUID meeleveren.",
)


def stel_samen(
    antwoorden: Antwoorden, school: School, meldingen: list[Melding], *, vestiging: str | None
) -> Leerlingdossier:
    """Put answers together that were read; what is wrong with them is added to ``meldingen``."""
    meldingen += school.meldingen
    leerling = next(iter(antwoorden.leerlingen), Leerling())
    oso = next(iter(antwoorden.osoleerlingen), OsoLeerling())
    uuid = leerling.vestiging.uuid if leerling.vestiging else vestiging
    waar, oso_waar = _waar(uuid, school, meldingen)
    verzorgers = list(_verzorgers(leerling, antwoorden.ouderVerzorgers, oso, meldingen))
    return Leerlingdossier(
        leerling=leerling,
        oso=oso,
        vestiging=attrs.evolve(waar, brins=brins_van(waar, _laatste(leerling.plaatsingen))),
        osovestiging=oso_waar,
        adressen=adressen_van(leerling.adres, oso.adressen),
        contactgegevens=[*_contact_leerling(leerling, oso), *oso.contactgegevens],
        verzorgers=verzorgers,
        schoolloopbaan=_schoolloopbaan(leerling, oso, waar, oso_waar),
        rapporten=[*rapporten_van(antwoorden.voortgangsdossiers, meldingen), *oso.rapporten],
        vakresultaten=[
            *vakresultaten_van(antwoorden.examendossiers, leerling.vakkeuzes, meldingen),
            *oso.vakresultaten,
        ],
    )


def _enige(
    delen: list[Any], veld: str, meldingen: list[Melding], *, verplicht: bool = True
) -> None:
    """Tell when an answer on one leerling does not hold one."""
    if len(delen) > 1 or (verplicht and not delen):
        meldingen.append(
            bezwaar(
                veld,
                f"In '{veld}' staat niet precies één leerling.",
                "De leverancier moet de antwoorden over elke leerling apart aanleveren.",
            )
        )


def _waar(
    uuid: str | None, school: School, meldingen: list[Melding]
) -> tuple[Vestiging, OsoVestiging]:
    """Return the location with this UUID; without one, the only location that there is."""
    if uuid is None and len(school.vestigingen) == 1:
        uuid = next(iter(school.vestigingen))
    if uuid is None or uuid not in school.vestigingen:
        meldingen.append(
            bezwaar(
                "leerling.vestiging",
                "Het veld 'leerling.vestiging' wijst naar een vestiging die er niet is.",
                "De leverancier moet de vestiging van deze leerling meeleveren.",
            )
        )
        return Vestiging(), OsoVestiging()
    return school.vestigingen[uuid], school.osovestigingen.get(uuid, OsoVestiging())


def _laatste(plaatsingen: Iterable[Plaatsing]) -> Plaatsing | None:
    """Return the Plaatsing that began last; ISO dates are in order as texts."""
    return max(plaatsingen, key=lambda plaatsing: plaatsing.startdatum or "", default=None)


def brins_van(vestiging: Vestiging, plaatsing: Plaatsing | None) -> list[str]:
    """Return the BRIN of a location that a Plaatsing is at; all of them when that is unclear."""
    digi = plaatsing.digiDeliveryId if plaatsing else None
    passend = [
        extern.brinnr
        for extern in vestiging.externalidentifiers
        if digi and extern.digideliveryid == digi and extern.brinnr
    ]
    return passend or vestiging.brins


def adressen_van(adres: Adres | None, overige: list[OsoAdres]) -> list[OsoAdres]:
    """Return all Dutch addresses; one that only says where somebody lives abroad is none."""
    woont = adres is not None and any((adres.straat, adres.postcode, adres.woonplaats))
    return [*([OsoAdres(soort=_WOONADRES, adres=adres)] if woont else []), *overige]


def _contact(
    soort: str, waarde: str | None, *, geheim: bool | None = None
) -> Iterator[Contactgegeven]:
    """Yield what one field with contact data holds; emergency numbers are kept apart."""
    if waarde:
        yield Contactgegeven(soort=soort, waarde=waarde, geheim=geheim, noodnummer=False)


def _contact_leerling(leerling: Leerling, oso: OsoLeerling) -> Iterator[Contactgegeven]:
    telefoon = leerling.telefoonnummer
    yield from _contact("TELEFOON_PRIVE", telefoon, geheim=leerling.telefoonnummer_geheim)
    yield from _contact("TELEFOON_PRIVE", leerling.mobielnummer, geheim=oso.mobielnummer_geheim)
    yield from _contact("EMAIL_PRIVE", leerling.emailadres, geheim=oso.emailadres_geheim)


def _contact_verzorger(persoon: OuderVerzorger, oso: OsoVerzorger) -> Iterator[Contactgegeven]:
    """Yield the numbers of a parent.

    ``telefoonnummer`` repeats one of the others, so it counts only when there is none of them; it
    may be any of them, so it is secret when one of them is.
    """
    thuis, mobiel = persoon.uitgebreidTelefoonnummer, persoon.uitgebreidMobielNummer
    werk = persoon.uitgebreidMobielWerkNummer
    if not (thuis or mobiel or werk):
        vlaggen = (
            persoon.telefoonnummer_geheim,
            persoon.mobielwerknummer_geheim,
            oso.mobielnummer_geheim,
        )
        gevuld = [vlag for vlag in vlaggen if vlag is not None]
        geheim = any(gevuld) if gevuld else None
        yield from _contact("TELEFOON", persoon.telefoonnummer, geheim=geheim)
    yield from _contact("TELEFOON_PRIVE", thuis, geheim=persoon.telefoonnummer_geheim)
    yield from _contact("TELEFOON_PRIVE", mobiel, geheim=oso.mobielnummer_geheim)
    yield from _contact("TELEFOON_WERK", werk, geheim=persoon.mobielwerknummer_geheim)
    yield from _contact("EMAIL_PRIVE", persoon.emailadres, geheim=oso.emailadres_geheim)


def _verzorgers(
    leerling: Leerling, personen: list[OuderVerzorger], oso: OsoLeerling, meldingen: list[Melding]
) -> Iterator[Verzorger]:
    """Yield the parents of a leerling in the order in which the school calls them."""
    for uuid in _volgorde(leerling, personen):
        gevonden = [persoon for persoon in personen if persoon.uuid == uuid]
        if len(gevonden) != 1:
            meldingen.append(_geen_verzorger(len(gevonden)))
            continue
        persoon = gevonden[0]
        extra = next((v for v in oso.verzorgers if v.uuid == uuid), OsoVerzorger())
        yield Verzorger(
            ouderVerzorger=persoon,
            relatie_tot_leerling=_relatie(persoon, leerling) or LeerlingReferentie(),
            oso=extra,
            adressen=adressen_van(persoon.adres, extra.adressen),
            contactgegevens=[*_contact_verzorger(persoon, extra), *extra.contactgegevens],
            iban=_iban(leerling, uuid) or extra.iban,
        )


def _volgorde(leerling: Leerling, personen: list[OuderVerzorger]) -> list[str]:
    """Return the UUIDs of the parents: first those that the leerling names, by ``volgnummer``.

    A school that does not share ``verzorgers`` still tells in ``relatie_tot_leerlingen``.
    """
    genoemd = sorted(leerling.verzorgers, key=lambda v: (v.volgnummer is None, v.volgnummer or 0))
    andere = [p.uuid for p in personen if _relatie(p, leerling)]
    return list(dict.fromkeys(uuid for uuid in (*(v.uuid for v in genoemd), *andere) if uuid))


def _relatie(persoon: OuderVerzorger, leerling: Leerling) -> LeerlingReferentie | None:
    relaties = persoon.relatie_tot_leerlingen
    return next((r for r in relaties if r.uuid and r.uuid == leerling.uuid), None)


def _iban(leerling: Leerling, uuid: str) -> str | None:
    """Return the account that is debited, when it is of this parent and not of the leerling."""
    debiteur = leerling.debiteurGegevens
    return debiteur.iban if debiteur and debiteur.ouderVerzorgerUUID == uuid else None


def _geen_verzorger(aantal: int) -> Melding:
    hoe = "een verzorger die er niet is" if aantal == 0 else "een verzorger die er dubbel is"
    return bezwaar(
        "leerling.verzorgers",
        f"Het veld 'leerling.verzorgers' wijst naar {hoe}.",
        "Deel in Somtoday ook de gegevens van ouders en verzorgers met deze koppeling.",
        wie=Wie.SCHOOL,
        ernst=Ernst.FOUT,
    )


def _schoolloopbaan(
    leerling: Leerling, oso: OsoLeerling, vestiging: Vestiging, school: OsoVestiging
) -> list[Loopbaanstap]:
    """Return the years at school: the earlier ones, then those of this school year."""
    nu = {plaatsing.uuid for plaatsing in leerling.plaatsingen if plaatsing.uuid}
    eerder = [
        stap
        for stap in oso.schoolloopbaan
        if stap.plaatsing is None or stap.plaatsing.uuid not in nu
    ]
    return eerder + [
        Loopbaanstap(
            plaatsing=plaatsing,
            brin=_enige_brin(brins_van(vestiging, plaatsing)),
            schoolsoort=school.schoolsoort,
            omschrijving=plaatsing.opleiding.naam if plaatsing.opleiding else None,
        )
        for plaatsing in leerling.plaatsingen
    ]


def _enige_brin(brins: list[str]) -> str | None:
    return brins[0] if len(set(brins)) == 1 else None

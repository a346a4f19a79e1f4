"""Between an Aanmelding as Somtoday writes it and one as a record: one place for each fact.

Somtoday has a flat field for a telephone number, a mobile number, an e-mail address and the
postcode and number of a Dutch address. A dossier has lists, and so has ``registratie``. As a record
the lists hold all, in order; as an answer what fits into the flat fields stands there, and the
lists hold the rest. Going there and back changes nothing.
"""

from __future__ import annotations

from typing import Any, TypeVar

import attrs

from oso_adapters.mapping import GEHEIM_NUMMER
from oso_somtoday.records import Adres
from oso_somtoday.records_aanmelding import (
    Aanmelding,
    AanmeldingLeerling,
    AanmeldingVerzorger,
    AdresNederland,
)
from oso_somtoday.records_registratie import Personalia, Registratie, VerzorgerRegistratie
from oso_somtoday.records_wie import Contactgegeven, OsoAdres

__all__ = ["als_antwoord", "als_record"]

_Persoon = TypeVar("_Persoon", bound=AanmeldingLeerling | AanmeldingVerzorger)
_Lijsten = TypeVar("_Lijsten", bound=Personalia | VerzorgerRegistratie)

_WOONT = "BEZOEKADRES"
_MOBIEL = ("06", "+316", "00316")
_VAKKEN = {
    "telefoonnummer": ("TELEFOON_PRIVE", "telefoonnummer_geheim"),
    "mobielnummer": ("TELEFOON_PRIVE", "mobielnummer_geheim"),
    "emailadres": ("EMAIL_PRIVE", None),
}
"""The flat fields, in order: what stands in them, and which field says that it is secret.

An e-mail address in the flat field is not secret.
"""


def als_record(antwoord: Aanmelding) -> Aanmelding:
    """Return an Aanmelding as a record."""
    leerling, personalia = antwoord.leerling, None
    if leerling is not None:
        registratie = antwoord.registratie or Registratie()
        leerling, personalia = _uit_vakken(leerling, registratie.personalia or Personalia())
    return attrs.evolve(
        antwoord,
        leerling=leerling,
        verzorgers=[_verzorger_als_record(verzorger) for verzorger in antwoord.verzorgers],
        registratie=_met_personalia(antwoord.registratie, personalia),
    )


def als_antwoord(record: Aanmelding) -> Aanmelding:
    """Return an Aanmelding as Somtoday writes it."""
    personalia = record.registratie.personalia if record.registratie else None
    leerling = record.leerling
    if personalia is not None:
        leerling, personalia = _in_vakken(leerling or AanmeldingLeerling(), personalia)
    return attrs.evolve(
        record,
        leerling=leerling,
        verzorgers=[_verzorger_als_antwoord(verzorger) for verzorger in record.verzorgers],
        registratie=_met_personalia(record.registratie, personalia),
    )


def _met_personalia(
    registratie: Registratie | None, personalia: Personalia | None
) -> Registratie | None:
    """Return a Registratie with these personalia; none where there is nothing to keep."""
    leeg = personalia is None or personalia == Personalia()
    if registratie is None:
        return None if leeg else Registratie(personalia=personalia)
    return attrs.evolve(registratie, personalia=None if leeg else personalia)


def _verzorger_als_record(verzorger: AanmeldingVerzorger) -> AanmeldingVerzorger:
    los, lijsten = _uit_vakken(verzorger, verzorger.registratie or VerzorgerRegistratie())
    return attrs.evolve(los, registratie=_of_niets(lijsten))


def _verzorger_als_antwoord(verzorger: AanmeldingVerzorger) -> AanmeldingVerzorger:
    gevuld, lijsten = _in_vakken(verzorger, verzorger.registratie or VerzorgerRegistratie())
    return attrs.evolve(gevuld, registratie=_of_niets(lijsten))


def _of_niets(lijsten: VerzorgerRegistratie) -> VerzorgerRegistratie | None:
    return None if lijsten == VerzorgerRegistratie() else lijsten


def _uit_vakken(persoon: _Persoon, lijsten: _Lijsten) -> tuple[_Persoon, _Lijsten]:
    """Move what stands in the flat fields to the front of the lists."""
    contact = [
        Contactgegeven(
            soort=soort,
            waarde=getattr(persoon, vak),
            geheim=getattr(persoon, vlag) if vlag else False,
            noodnummer=False,
        )
        for vak, (soort, vlag) in _VAKKEN.items()
        if getattr(persoon, vak)
    ]
    adressen = lijsten.adressen
    if persoon.adres_nederland is not None:
        adressen = _met_adres(persoon.adres_nederland, adressen)
    leeg: dict[str, Any] = dict.fromkeys((*_VAKKEN, *_vlaggen()))
    return (
        attrs.evolve(persoon, adres_nederland=None, **leeg),
        attrs.evolve(
            lijsten, contactgegevens=[*contact, *lijsten.contactgegevens], adressen=adressen
        ),
    )


def _vlaggen() -> list[str]:
    return [vlag for _, vlag in _VAKKEN.values() if vlag]


def _met_adres(adres: AdresNederland, adressen: list[OsoAdres]) -> list[OsoAdres]:
    """Put postcode and number into the address that lacks them, or make an address of them."""
    vakken = {"postcode": adres.postcode, "huisnummer_zonder_toevoeging": adres.huisnummer}
    eerste = adressen[0] if adressen else None
    if eerste is None or eerste.soort != _WOONT or eerste.adres is None or _in_vak(eerste.adres):
        return [OsoAdres(soort=_WOONT, adres=Adres(**vakken)), *adressen]
    heel = attrs.evolve(eerste.adres, **vakken)
    return [attrs.evolve(eerste, adres=heel), *adressen[1:]]


def _in_vak(adres: Adres) -> AdresNederland | None:
    """Return what of an address fits into the flat field; None when it does not."""
    if not adres.postcode or not adres.huisnummer_zonder_toevoeging:
        return None
    return AdresNederland(postcode=adres.postcode, huisnummer=adres.huisnummer_zonder_toevoeging)


def _in_vakken(persoon: _Persoon, lijsten: _Lijsten) -> tuple[_Persoon, _Lijsten]:
    """Move from the front of the lists what fits into the flat fields, in their order."""
    vakken: dict[str, Any] = {}
    rest = list(lijsten.contactgegevens)
    for vak, (soort, vlag) in _VAKKEN.items():
        if rest and _past(rest[0], vak, soort, vlag):
            gegeven = rest.pop(0)
            vakken |= {vak: gegeven.waarde} | ({vlag: gegeven.geheim} if vlag else {})
    adressen = lijsten.adressen
    adres = adressen[0].adres if adressen and adressen[0].soort == _WOONT else None
    if adres is not None and _in_vak(adres) is not None:
        vakken["adres_nederland"] = _in_vak(adres)
        adressen = _zonder_vak(adres, adressen[1:])
    return (
        attrs.evolve(persoon, **vakken),
        attrs.evolve(lijsten, contactgegevens=rest, adressen=adressen),
    )


def _zonder_vak(adres: Adres, andere: list[OsoAdres]) -> list[OsoAdres]:
    """Return the addresses without what the flat field holds of the first one."""
    kaal = attrs.evolve(adres, postcode=None, huisnummer_zonder_toevoeging=None)
    if kaal == Adres() and not andere:
        return []
    return [OsoAdres(soort=_WOONT, adres=kaal), *andere]


def _past(gegeven: Contactgegeven, vak: str, soort: str, vlag: str | None) -> bool:
    """Say whether contact data fits into a flat field; what hides a number never does."""
    nummer = gegeven.waarde or ""
    mobiel = nummer.startswith(_MOBIEL)
    return (
        gegeven.soort == soort
        and bool(nummer)
        and nummer not in GEHEIM_NUMMER.values()
        and gegeven.noodnummer is False
        and (vlag is not None or gegeven.geheim is False)
        and (vak == "emailadres" or mobiel == (vak == "mobielnummer"))
    )

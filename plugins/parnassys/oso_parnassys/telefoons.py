"""The telephone of an address: kept there once, and a contactgegeven of everybody who is there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from oso_parnassys.records import Leerling, Verzorger
from oso_parnassys.records_school import Adres, Contactgegeven

__all__ = ["add_telefoons", "remove_telefoons"]

_THUIS = frozenset({Leerling, Verzorger})
_VELDEN = ("leerlingAdres", "adressen")
"""Where somebody's addresses stand."""


def _soort(cls: type) -> str:
    return "Telefoon thuis" if cls in _THUIS else "Telefoon werk"


def add_telefoons(cls: type, gegevens: dict[str, Any]) -> None:
    """Make the telephone of an address one more contactgegeven of who is there."""
    adressen = next((gegevens[veld] for veld in _VELDEN if gegevens.get(veld)), None)
    telefoons = [
        {
            "soort": _soort(cls),
            "waarde": telefoon.get("nummer"),
            "geheim": telefoon.get("geheim"),
        }
        for adres in (adressen if isinstance(adressen, list) else ())
        if isinstance(adres, Mapping)
        and isinstance(telefoon := adres.get("telefoon"), Mapping)
        and telefoon.get("nummer")
    ]
    eigen = gegevens.get("contactgegevens") or []
    if telefoons and isinstance(eigen, list):
        gegevens["contactgegevens"] = [*telefoons, *eigen]


def remove_telefoons(record: Any) -> Any:
    """Return a record without the contactgegevens that come with its addresses.

    Where a contactgegeven has changed since, it stays, and the address goes without telephone.
    """
    veld = next((naam for naam in _VELDEN if hasattr(record, naam)), None)
    if veld is None:
        return record
    adressen: list[Adres] = []
    rest: list[Contactgegeven] = list(record.contactgegevens)
    for adres in getattr(record, veld):
        telefoon = _als_contactgegeven(type(record), adres)
        zoals_gelezen = telefoon is None or rest[:1] == [telefoon]
        if telefoon is not None and zoals_gelezen:
            rest.pop(0)
        adressen.append(adres if zoals_gelezen else attrs.evolve(adres, telefoon=None))
    return attrs.evolve(record, contactgegevens=rest, **{veld: adressen})


def _als_contactgegeven(cls: type, adres: Adres) -> Contactgegeven | None:
    telefoon = adres.telefoon
    if telefoon is None or not telefoon.nummer:
        return None
    return Contactgegeven(soort=_soort(cls), waarde=telefoon.nummer, geheim=telefoon.geheim)

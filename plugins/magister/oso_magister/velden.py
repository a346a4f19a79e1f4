"""How the fields of a record class stand in the lists: what each is, and which names a row."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from types import MappingProxyType, NoneType
from typing import Any, get_args, get_origin, get_type_hints

import attrs

__all__ = ["AFGELEID", "SLEUTEL", "Deel", "Soort", "delen", "sleutelveld"]

SLEUTEL = MappingProxyType({"sleutel": True})
"""Marks the key of a row: other rows point to it; it says nothing of the leerling."""
AFGELEID = MappingProxyType({"afgeleid": True})
"""Marks a field that stands in no list: it is made of the others."""


class Soort(StrEnum):
    """What a field of a record is in the lists."""

    KOLOM = "kolom"
    """A column of the row."""
    BESTAND = "bestand"
    """A column with the place of a file; the record holds what is in it."""
    BASIS = "basis"
    """A column with the key of a row in a list of the school."""
    RIJ = "rij"
    """At most one row of a list of its own."""
    RIJEN = "rijen"
    """Rows of a list of its own."""
    TEKSTEN = "teksten"
    """Rows of a list of its own with one value each."""


@attrs.frozen
class Deel:
    """One field of a record class.

    Attributes:
        cls: class of the record or records in it; None for texts.
    """

    naam: str
    soort: Soort
    cls: type | None = None


def sleutelveld(cls: type) -> str | None:
    """Return the name of the key of a record class; None when nothing points to its rows."""
    return next((veld.name for veld in attrs.fields(cls) if veld.metadata == SLEUTEL), None)


@cache
def delen(cls: type) -> tuple[Deel, ...]:
    """Return the fields of a record class that stand in the lists, in order."""
    hints = get_type_hints(cls)
    return tuple(
        _deel(veld.name, hints[veld.name])
        for veld in attrs.fields(cls)
        if veld.metadata != AFGELEID
    )


def _deel(naam: str, hint: Any) -> Deel:
    if get_origin(hint) is list:
        (soort,) = get_args(hint)
        return Deel(naam, Soort.TEKSTEN) if soort is str else Deel(naam, Soort.RIJEN, soort)
    (soort,) = (deel for deel in get_args(hint) if deel is not NoneType)
    if soort is str:
        return Deel(naam, Soort.KOLOM)
    if soort is bytes:
        return Deel(naam, Soort.BESTAND)
    is_rij = naam.startswith("sis_")
    return Deel(naam, Soort.RIJ if is_rij else Soort.BASIS, soort)

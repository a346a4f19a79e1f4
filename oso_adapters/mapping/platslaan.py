"""A record class laid flat: which column of a table fills which field, and back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from oso_adapters.errors import PluginLoadError

__all__ = ["Pad", "column_names", "flat", "nested", "require_flat", "simple", "to_path"]

Pad = tuple[str | int, ...]
"""Names of fields into a record, with the number of an item (from 1) after a list."""

_GEEN_WOORD = re.compile(r"\W+")
_ITEM = re.compile(r"([1-9]\d{0,2})(?:_(.+))?", re.DOTALL)


@attrs.frozen
class _Veld:
    """One field of a record class.

    Attributes:
        kolom: how its column, or the beginning of its columns, is written.
        lijst: holds a list.
        record: class of the record, or of the records, in it; None when it holds text.
    """

    naam: str
    kolom: str
    lijst: bool
    record: type | None


def simple(kop: str) -> str:
    """Return the head of a column as a field could be called: ``Geb. datum`` is ``geb_datum``."""
    return _GEEN_WOORD.sub("_", kop.strip().casefold()).strip("_")


def _zonder_none(hint: Any) -> Any:
    if get_origin(hint) in (Union, UnionType):
        return next((deel for deel in get_args(hint) if deel is not NoneType), hint)
    return hint


@cache
def _velden(cls: type) -> tuple[_Veld, ...]:
    hints = get_type_hints(cls)
    velden = []
    for veld in attrs.fields(cls):
        hint = _zonder_none(hints[veld.name])
        lijst = get_origin(hint) is list
        inhoud = get_args(hint)[0] if lijst else hint
        record = inhoud if attrs.has(inhoud) else None
        if record is None and inhoud is not str:
            raise PluginLoadError(
                cls.__module__.partition(".")[0],
                [f"{cls.__name__}.{veld.name}: a column holds text; make it str or list[str]"],
            )
        velden.append(_Veld(veld.name, simple(veld.name), lijst, record))
    return tuple(velden)


def _paden(cls: type, kolom: str) -> Iterator[Pad]:
    """Yield every path that the name of a column can mean."""
    for veld in _velden(cls):
        if not kolom.startswith(veld.kolom):
            continue
        rest = kolom.removeprefix(veld.kolom)
        begin: Pad = (veld.naam,)
        if veld.lijst:
            item = _ITEM.fullmatch(rest)
            if item is None:
                continue
            begin, rest = (veld.naam, int(item[1])), f"_{item[2]}" if item[2] else ""
        if veld.record is None:
            if not rest:
                yield begin
        elif rest.startswith("_"):
            yield from ((*begin, *pad) for pad in _paden(veld.record, rest[1:]))


def to_path(cls: type, kop: str) -> Pad | None:
    """Return which field the column with this head fills; None when there is none."""
    return next(_paden(cls, simple(kop)), None)


def require_flat(cls: type) -> None:
    """Refuse a record class that can't be told apart column by column.

    Raises:
        PluginLoadError: a field holds no text, or two fields would share a column.
    """
    kolommen = column_names(cls, ())
    dubbel = [kolom for kolom in kolommen if len(list(_paden(cls, simple(kolom)))) > 1]
    if dubbel:
        redenen = [f"{cls.__name__}: two fields would read column {k!r}" for k in dubbel]
        raise PluginLoadError(cls.__module__.partition(".")[0], redenen)


def _delen(records: Sequence[Any], naam: str) -> list[Any]:
    return [waarde for r in records if (waarde := getattr(r, naam)) is not None]


def column_names(cls: type, records: Sequence[Any], voor: str = "") -> list[str]:
    """Return the columns that hold these records; of every list at least one item."""
    kolommen: list[str] = []
    for veld in _velden(cls):
        waarden = _delen(records, veld.naam)
        if not veld.lijst:
            naam = f"{voor}{veld.naam}"
            kolommen += column_names(veld.record, waarden, f"{naam}_") if veld.record else [naam]
            continue
        for nr in range(1, max([1, *map(len, waarden)]) + 1):
            naam = f"{voor}{veld.naam}{nr}"
            items = [lijst[nr - 1] for lijst in waarden if len(lijst) >= nr]
            kolommen += column_names(veld.record, items, f"{naam}_") if veld.record else [naam]
    return kolommen


def flat(record: Any, voor: str = "") -> Iterator[tuple[str, str]]:
    """Yield every column that a record fills, with its text."""
    cls: type = type(record)
    for veld in _velden(cls):
        waarde = getattr(record, veld.naam)
        genummerd = enumerate(waarde or (), start=1) if veld.lijst else [("", waarde)]
        for nr, deel in genummerd:
            if deel is not None and veld.record is not None:
                yield from flat(deel, f"{voor}{veld.naam}{nr}_")
            elif deel is not None:
                yield f"{voor}{veld.naam}{nr}", deel


def nested(cellen: Mapping[Pad, str]) -> dict[str, Any]:
    """Put cells back in their place: records in records, items in lists in the order of numbers."""
    boom: dict[str | int, Any] = {}
    for (*stappen, laatste), tekst in cellen.items():
        tak = boom
        for stap in stappen:
            tak = tak.setdefault(stap, {})
        tak[laatste] = tekst
    gevuld: dict[str, Any] = _gevuld(boom)
    return gevuld


def _gevuld(tak: Any) -> Any:
    if not isinstance(tak, dict):
        return tak
    if all(isinstance(sleutel, int) for sleutel in tak) and tak:
        return [_gevuld(tak[nr]) for nr in sorted(tak)]
    return {naam: _gevuld(deel) for naam, deel in tak.items()}

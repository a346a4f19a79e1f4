"""The gate of every Afbeelding: it is checked when it is declared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from oso_adapters.errors import PluginLoadError
from oso_adapters.gegevensset._veld import Veld, Vorm, velden, velden_in
from oso_adapters.gegevensset.codelijsten import codelijst
from oso_adapters.mapping.bronnen import (
    Afbeelding,
    Blok,
    Bron,
    Code,
    Codetabel,
    Elk,
    EnkelIn,
    EnkelUit,
    Ontbreekt,
    Samen,
    Terug,
    Van,
    Vast,
    binnenste,
    kern_van,
    paden_van,
)
from oso_adapters.versies import Versie

__all__ = ["afbeelding", "bezwaren_pad", "record_op", "unmapped", "variant"]

_WAARDEN = frozenset({str, int, float, bool, bytes})


def afbeelding(
    blok: type, record: type, **bronnen: Bron | tuple[str, ...] | Mapping[str, Terug]
) -> Afbeelding:
    """Declare how a block is filled; every field that all versions have must be named.

    A field that only some versions have must be named when the plugin has to do with one of those:
    that is asked when the plugin loads (`unmapped`).

    Two names are no fields: ``sleutel`` has the paths in the record that tell its items in a list
    apart, asked of lists that are taken in; ``terug`` has the fields of the record that are made of
    several fields of the block (`uit`) when a dossier is taken in.

    Raises:
        PluginLoadError: fields that are not named or don't exist, on either side, and code tables
            that don't fit their list: all of them, each with its remedy.
    """
    alle: dict[str, Any] = dict(bronnen)
    sleutel, terug = alle.pop("sleutel", ()), alle.pop("terug", {})
    redenen = list(_bezwaren_vorm(sleutel, terug))
    afb = Afbeelding(blok, record, alle, *(((), {}) if redenen else (tuple(sleutel), dict(terug))))
    redenen += _bezwaren(afb)
    if redenen:
        raise PluginLoadError(record.__module__.partition(".")[0], redenen)
    return afb


def variant(afb: Afbeelding, **bronnen: Bron | tuple[str, ...] | Mapping[str, Terug]) -> Afbeelding:
    """Return an Afbeelding with other sources for some of its fields; it is checked as a new one.

    Raises:
        PluginLoadError: as `afbeelding`.
    """
    zoals_het_was: dict[str, Any] = {"sleutel": afb.sleutel, "terug": afb.terug, **afb.bronnen}
    return afbeelding(afb.blok, afb.record, **{**zoals_het_was, **bronnen})


def _bedoelde(naam: str, namen: Iterable[str]) -> str:
    lijkt = get_close_matches(naam, list(namen), n=1)
    return f"; did you mean {lijkt[0]!r}?" if lijkt else ""


def _bezwaren(afb: Afbeelding) -> Iterator[str]:
    per_attr = {veld.attr: veld for veld in velden(afb.blok)}
    naam = afb.blok.__name__
    yield from (f"{naam}: {reden}" for reden in _bezwaren_terug(afb, per_attr))
    for attr, bron in afb.bronnen.items():
        if attr not in per_attr:
            yield f"{naam} has no field {attr!r}{_bedoelde(attr, list(per_attr))}"
            continue
        if not isinstance(bron, Bron):
            yield (
                f"{naam}.{attr}: expected a source such as van(...) or ontbreekt(...),"
                f" got {type(bron).__name__}"
            )
            continue
        yield from (
            f"{naam}.{attr}: {reden}" for reden in _bezwaren_veld(afb, per_attr[attr], bron)
        )
    for attr, veld in per_attr.items():
        if attr not in afb.bronnen and veld.sinds is None and veld.tot is None:
            yield _niet_genoemd(f"{naam}.{attr}")


def _bezwaren_vorm(sleutel: Any, terug: Any) -> Iterator[str]:
    if isinstance(sleutel, str) or not all(isinstance(pad, str) for pad in sleutel):
        yield f"sleutel must be a tuple of paths in the record, not {type(sleutel).__name__}"
    if not isinstance(terug, Mapping) or not all(isinstance(t, Terug) for t in terug.values()):
        yield "terug must say for a field of the record: uit(...)"


def _bezwaren_terug(afb: Afbeelding, per_attr: Mapping[str, Veld]) -> Iterator[str]:
    for pad in (*afb.sleutel, *afb.terug):
        yield from bezwaren_pad(afb.record, pad)
    for pad, bron in afb.terug.items():
        for attr in bron.velden:
            if attr not in per_attr:
                yield f"terug[{pad!r}]: no field {attr!r}{_bedoelde(attr, list(per_attr))}"


def _niet_genoemd(plek: str) -> str:
    return f"{plek} is not mapped; name its source, or use ontbreekt('reason')"


def unmapped(afb: Afbeelding, versie: Versie) -> Iterator[str]:
    """Yield a reason for every field of a version that an Afbeelding does not name."""
    for veld in velden_in(afb.blok, versie):
        bron = afb.bronnen.get(veld.attr)
        if bron is None:
            yield f"{_niet_genoemd(f'{afb.blok.__name__}.{veld.attr}')} (versie {versie})"
        elif (binnen := binnenste(bron)) is not None:
            yield from unmapped(binnen, versie)


def _bezwaren_veld(afb: Afbeelding, veld: Veld, bron: Bron) -> Iterator[str]:
    op_pad = [reden for pad in paden_van(bron) for reden in bezwaren_pad(afb.record, pad)]
    yield from op_pad or _bezwaren_lijst(afb.record, veld, bron)
    yield from _bezwaren_soort(afb.record, veld, bron)
    if isinstance(bron, EnkelUit | EnkelIn) and not bron.reden.strip():
        yield "needs a reason"
    match bron := kern_van(bron):
        case Code(_, tabel) | Elk(_, Codetabel() as tabel):
            yield from _bezwaren_tabel(tabel, veld)
        case Vast(str(waarde)) if veld.codelijst is not None:
            yield from _bezwaren_codes({waarde}, veld.codelijst, "vast(...)")
        case Blok(binnen, _) | Elk(_, Afbeelding() as binnen):
            if binnen.blok is not veld.blok:
                verwacht = veld.blok.__name__ if veld.blok else "a value"
                yield f"needs {verwacht}, but the Afbeelding fills {binnen.blok.__name__}"
            yield from _bezwaren_record(afb, bron, binnen)


def _bezwaren_soort(record: type, veld: Veld, bron: Bron) -> Iterator[str]:
    """Tell where a source can't give what the field holds."""
    match kern_van(bron):
        case Van(pad, None) | Code(pad, _) if veld.blok is not None:
            if _soort_op(record, pad) in _WAARDEN:
                yield f"holds {veld.blok.__name__}, but {pad!r} is a value; give an Afbeelding"
        case Van(_, via) | Samen(_, via, _) if via is not None and not callable(via):
            yield f"via= must be a function, not {type(via).__name__}"
        case Ontbreekt(reden) if not reden.strip():
            yield "ontbreekt(...) needs a reason"


def _bezwaren_lijst(record: type, veld: Veld, bron: Bron) -> Iterator[str]:
    """Tell where one thing and a list of things are mixed up, on either side."""
    match kern_van(bron):
        case Elk(pad, _):
            if not veld.meervoud:
                yield "holds one thing, so elk(...) can't fill it; use van(...) or blok(...)"
            if _is_lijst(record, pad) is False:
                yield f"record field {pad!r} is no list; use van(...) or blok(...)"
        case Code(pad, _) | Blok(_, str(pad)) if _is_lijst(record, pad):
            yield f"record field {pad!r} is a list; use elk(...)"
        case Van(pad, None) if not veld.meervoud and _is_lijst(record, pad):
            yield f"record field {pad!r} is a list; say with via= what to make of it"
        case Blok() if veld.vorm in (Vorm.LIJST, Vorm.REEKS):
            yield "is a list; use elk(...)"


def _bezwaren_record(afb: Afbeelding, bron: Blok | Elk, binnen: Afbeelding) -> Iterator[str]:
    soort: type | None = afb.record
    if bron.pad is not None:
        soort = _soort_op(afb.record, bron.pad)
    if soort is not None and soort is not binnen.record:
        yield (
            f"the record there is {soort.__name__}, but the Afbeelding reads"
            f" {binnen.record.__name__}"
        )


def _bezwaren_tabel(tabel: Codetabel, veld: Veld) -> Iterator[str]:
    if veld.codelijst is None:
        yield f"has no code list, so table {tabel.naam!r} can't be used; use van(...)"
        return
    waarden = {w for w in tabel.waarden.values() if w is not None}
    yield from _bezwaren_codes(waarden, veld.codelijst, f"table {tabel.naam!r}")


def _bezwaren_codes(waarden: set[str], nummer: int, wat: str) -> Iterator[str]:
    bekend = {c.code for c in codelijst(nummer).codes}
    for waarde in sorted(waarden - bekend):
        bedoelde = _bedoelde(waarde, sorted(bekend))
        yield f"{wat} gives {waarde!r}, which is no code of list {nummer}{bedoelde}"


@cache
def _hints(record: type) -> dict[str, Any]:
    return get_type_hints(record)


def _zonder_none(hint: Any) -> Any:
    if get_origin(hint) in (Union, UnionType):
        return next(deel for deel in get_args(hint) if deel is not type(None))
    return hint


def _kaal(hint: Any) -> Any:
    """Take None and list off a type hint."""
    hint = _zonder_none(hint)
    return get_args(hint)[0] if get_origin(hint) in (list, tuple) else hint


def _is_lijst(record: type, pad: str) -> bool | None:
    """Say whether a path leads to a list or through one; None when the types don't tell."""
    soort: Any = record
    for stap in pad.split("."):
        if not attrs.has(soort):
            return None
        hint = _zonder_none(_hints(soort).get(stap, Any))
        if get_origin(hint) in (list, tuple):
            return True
        soort = hint
    return None if soort in (Any, object, list, tuple) else False


def record_op(record: type, pad: str) -> tuple[type | None, bool]:
    """Return the class of the records at a path, None for values; and whether it is a list."""
    soort = _soort_op(record, pad)
    is_record = soort is not None and attrs.has(soort)
    return (soort if is_record else None), bool(_is_lijst(record, pad))


def _soort_op(record: type, pad: str) -> type | None:
    soort: Any = record
    for stap in pad.split("."):
        soort = _kaal(_hints(soort).get(stap)) if attrs.has(soort) else None
        if soort is None:
            return None
    return soort if isinstance(soort, type) else None


def bezwaren_pad(record: type, pad: str) -> Iterator[str]:
    """Yield why a path leads nowhere in a record."""
    soort: Any = record
    for stap in pad.split("."):
        if not attrs.has(soort):
            yield f"record field {pad!r}: nothing lies below {stap!r}"
            return
        namen = [a.name for a in attrs.fields(soort)]
        if stap not in namen:
            yield f"{soort.__name__} has no field {stap!r}{_bedoelde(stap, namen)}"
            return
        soort = _kaal(_hints(soort)[stap])

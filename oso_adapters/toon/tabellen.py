"""Things of one kind as a table, when they fit in one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import attrs

from oso_adapters.gegevensset._veld import Veld, Vorm, velden
from oso_adapters.toon.delen import Cel, Gegeven, Groepje, Waarde
from oso_adapters.toon.waarden import is_waarde

__all__ = [
    "LeesVeld",
    "is_document",
    "is_leeg",
    "lees_cel",
    "lees_cellen",
    "maak_rijen",
    "past",
]

_MEESTE_KOLOMMEN = 8
_OVERIG = "Verder"
"""Heading of the column with all that comes after the most."""
_MEESTE_IN_CEL = 40
_LANGSTE_TEKST = 240

LeesVeld = Callable[[Veld, Any], tuple[Waarde, ...]]


@attrs.frozen
class _Kolom:
    """A column: a field of the things, of the things below them, or of both."""

    veld: Veld
    boven: bool
    onder: bool
    label: str


def is_leeg(waarde: Any) -> bool:
    """Say whether a field is not there."""
    return waarde is None or waarde == []


def _is_lijst_van_blokken(veld: Veld) -> bool:
    return veld.meervoud and not is_waarde(veld) and not is_document(veld)


def is_document(veld: Veld) -> bool:
    """Say whether a field holds attachments."""
    return veld.blok is not None and any(v.groot for v in velden(veld.blok))


def _onderveld(cls: type) -> Veld | None:
    """Return the field that gives each thing rows of its own below it, such as parts of a test.

    That is the one repeated block of a class; one that the parts have as well does not count.
    """
    lijsten = [veld for veld in velden(cls) if _is_lijst_van_blokken(veld)]
    for veld in lijsten:
        assert veld.blok is not None
        gedeeld = {(v.attr, v.blok) for v in velden(veld.blok)}
        if all(ander is veld or (ander.attr, ander.blok) in gedeeld for ander in lijsten):
            return veld
    return None


def _kolommen(cls: type, items: Sequence[Any]) -> list[_Kolom]:
    onder = _onderveld(cls)
    eigen = {(v.attr, v.blok) for v in velden(cls)}
    labels = {v.label for v in velden(cls)}
    kolommen: list[_Kolom] = []
    later: list[_Kolom] = []
    gevuld_onder = _gevuld([k for item in items for k in _kinderen(item, onder)])
    deelt = {(v.attr, v.blok) for v in velden(onder.blok)} if onder and onder.blok else set()
    for veld in velden(cls):
        if veld == onder:
            kolommen += _eigen_kolommen(onder, gevuld_onder, eigen, labels)
            continue
        samen = veld.blok is not None and (veld.attr, veld.blok) in deelt
        if veld.attr in _gevuld(items) or (samen and veld.attr in gevuld_onder):
            (later if samen else kolommen).append(
                _Kolom(veld, boven=True, onder=samen, label=veld.label)
            )
    return _schik(kolommen, later)


def _schik(kolommen: list[_Kolom], samen: list[_Kolom]) -> list[_Kolom]:
    """Put what both have behind what only the parts have."""
    laatste = max((nr for nr, k in enumerate(kolommen) if not k.boven), default=len(kolommen) - 1)
    return [*kolommen[: laatste + 1], *samen, *kolommen[laatste + 1 :]]


def _eigen_kolommen(
    onder: Veld, gevuld: set[str], eigen: set[tuple[str, type | None]], labels: set[str]
) -> Iterator[_Kolom]:
    assert onder.blok is not None
    for veld in velden(onder.blok):
        gedeeld = veld.blok is not None and (veld.attr, veld.blok) in eigen
        if veld.attr in gevuld and not gedeeld:
            dubbel = veld.label in labels
            label = f"{veld.label} {onder.label.lower()}" if dubbel else veld.label
            yield _Kolom(veld, boven=False, onder=True, label=label)


def _gevuld(items: Sequence[Any]) -> set[str]:
    return {
        veld.attr
        for item in items
        for veld in velden(type(item))
        if not is_leeg(getattr(item, veld.attr))
    }


def _kinderen(item: Any, onder: Veld | None) -> list[Any]:
    return (getattr(item, onder.attr) or []) if onder else []


def maak_rijen(
    cls: type, items: Sequence[Any], lees: LeesVeld
) -> tuple[tuple[str, ...], tuple[tuple[Cel, ...], ...]] | None:
    """Return the columns and rows of a table; None when these things do not fit in one.

    Args:
        lees: gives the values of a field of a block.
    """
    onder = _onderveld(cls)
    if _heeft_reeks(cls) or (onder is None and any(map(_is_lijst_van_blokken, velden(cls)))):
        return None
    kolommen = _kolommen(cls, items)
    overig: list[_Kolom] = []
    if onder is None and all(is_waarde(kolom.veld) for kolom in kolommen):
        kolommen, overig = kolommen[:_MEESTE_KOLOMMEN], kolommen[_MEESTE_KOLOMMEN:]
    if not kolommen or len(kolommen) > _MEESTE_KOLOMMEN:
        return None
    rijen = [
        rij
        for item in items
        for rij in _rijen(item, onder, kolommen, [k.veld for k in overig], lees)
    ]
    if not all(past(cel) for rij in rijen for cel in rij):
        return None
    labels = (*(kolom.label for kolom in kolommen), *([_OVERIG] if overig else []))
    return labels, tuple(rijen)


def _rijen(
    item: Any,
    onder: Veld | None,
    kolommen: Sequence[_Kolom],
    overig: Sequence[Veld],
    lees: LeesVeld,
) -> Iterator[tuple[Cel, ...]]:
    kinderen = _kinderen(item, onder)
    zelf = any(k.boven and k.onder and not is_leeg(getattr(item, k.veld.attr)) for k in kolommen)
    onderste: list[Any] = [*([None] if zelf or not kinderen else []), *kinderen]
    for nr, kind in enumerate(onderste):
        cellen = []
        for kolom in kolommen:
            if kolom.boven and not kolom.onder:
                eigen = Cel(hoogte=0) if nr else lees_cel(item, kolom.veld, lees)
                cellen.append(eigen if nr else attrs.evolve(eigen, hoogte=len(onderste)))
            elif kind is None:
                cellen.append(lees_cel(item, kolom.veld, lees) if kolom.boven else Cel())
            else:
                cellen.append(lees_cel(kind, _veld_van(kind, kolom.veld), lees))
        if overig:
            cellen.append(lees_cellen(item, overig, lees))
        yield tuple(cellen)


def lees_cellen(item: Any, gekozen: Sequence[Veld], lees: LeesVeld) -> Cel:
    """Return some fields of a block together in one cell, each with its label."""
    if item is None:
        return Cel()
    return Cel(groepjes=tuple(_groepjes(item, "", gekozen, lees)))


def _veld_van(item: Any, veld: Veld) -> Veld:
    return next(v for v in velden(type(item)) if v.attr == veld.attr)


def lees_cel(item: Any, veld: Veld, lees: LeesVeld) -> Cel:
    """Return one field of a block as a cell; an empty one when there is no block."""
    if item is None:
        return Cel()
    waarde = getattr(item, veld.attr)
    if is_leeg(waarde):
        return Cel()
    if is_waarde(veld) or is_document(veld):
        return Cel(waarden=lees(veld, item))
    delen = waarde if veld.meervoud else [waarde]
    return Cel(
        groepjes=tuple(g for deel in delen for g in _groepjes(deel, "", velden(type(deel)), lees))
    )


def _groepjes(blok: Any, titel: str, gekozen: Sequence[Veld], lees: LeesVeld) -> Iterator[Groepje]:
    """Yield fields of a block, and those of each block in it."""
    eigen = []
    dieper: list[Groepje] = []
    for veld in gekozen:
        waarde = getattr(blok, veld.attr)
        if is_leeg(waarde):
            continue
        if is_waarde(veld) or is_document(veld):
            eigen.append(Gegeven(veld.label, lees(veld, blok)))
        else:
            for deel in waarde if veld.meervoud else [waarde]:
                dieper += _groepjes(deel, veld.label, velden(type(deel)), lees)
    if eigen:
        yield Groepje(titel, tuple(eigen))
    yield from dieper


def past(cel: Cel) -> bool:
    """Say whether what a cell holds is little enough to be read in a table."""
    waarden = [*cel.waarden, *(w for g in cel.groepjes for r in g.rijen for w in r.waarden)]
    return len(waarden) <= _MEESTE_IN_CEL and all(
        len(waarde.tekst) <= _LANGSTE_TEKST for waarde in waarden
    )


def _heeft_reeks(cls: type) -> bool:
    """Say whether a block holds a repeated sequence, which is a table by itself."""
    return any(veld.vorm is Vorm.REEKS for veld in velden(cls))

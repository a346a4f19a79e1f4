"""Which item of a list in a record is which item of the same list in a dossier."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from oso_adapters.mapping.omkeren import Deel
from oso_adapters.mapping.vullen import volg

__all__ = ["Koppeling", "pair_items"]


@attrs.frozen
class Koppeling:
    """The items of a dossier beside those of a record, both by their place in the list.

    Attributes:
        paren: the item of the record for an item of the dossier; a new one has none.
        onzeker: items of the dossier that could be several of the record, or the other way round.
    """

    paren: Mapping[int, int]
    onzeker: frozenset[int]


def pair_items(items: Sequence[Deel], bestaand: Sequence[Any]) -> Koppeling:
    """Say which items are the same, whatever order they stand in.

    Items that are there already in full come first, as many as possible, so that what was taken
    over before is found again. Only then an item with the same key and other fields is the same,
    and only when there is no doubt.
    """
    zelfde = [
        [nr for nr, item in enumerate(bestaand) if deel.gevuld and _zelfde_sleutel(deel, item)]
        for deel in items
    ]
    paren = _pair_most(
        [
            [nr for nr in kan if _bevat(deel, bestaand[nr])]
            for deel, kan in zip(items, zelfde, strict=True)
        ]
    )
    bezet = set(paren.values())
    over = {
        nr: vrij
        for nr, kan in enumerate(zelfde)
        if nr not in paren and (vrij := [plek for plek in kan if plek not in bezet])
    }
    gevraagd = Counter(plek for vrij in over.values() for plek in vrij)
    zeker = {nr: vrij[0] for nr, vrij in over.items() if len(vrij) == gevraagd[vrij[0]] == 1}
    return Koppeling({**paren, **zeker}, frozenset(over.keys() - zeker.keys()))


def _zelfde_sleutel(deel: Deel, item: Any) -> bool:
    """Say whether an item of the record has the key of the item of the dossier."""
    per_pad = {toewijzing.pad: toewijzing for toewijzing in deel.toewijzingen}
    return all(
        per_pad[pad].present_in(item) if pad in per_pad else volg(item, pad) in (None, "", [])
        for pad in deel.sleutel
    )


def _bevat(deel: Deel, item: Any) -> bool:
    """Say whether everything of the item of the dossier is in the item of the record."""
    return all(toewijzing.present_in(item) for toewijzing in deel.toewijzingen) and all(
        _bevat_alle(rij.items, volg(item, rij.pad) or ()) for rij in deel.rijen
    )


def _bevat_alle(items: Sequence[Deel], bestaand: Sequence[Any]) -> bool:
    gevuld = [deel for deel in items if deel.gevuld]
    kan = [
        [n for n, item in enumerate(bestaand) if _zelfde_sleutel(deel, item) and _bevat(deel, item)]
        for deel in gevuld
    ]
    return len(_pair_most(kan)) == len(gevuld)


def _pair_most(kan: Sequence[Sequence[int]]) -> dict[int, int]:
    """Give as many as possible one of the places where each can be; nobody shares a place."""
    van: dict[int, int] = {}

    def zoek(nr: int, gezien: set[int]) -> bool:
        for plek in kan[nr]:
            if plek in gezien:
                continue
            gezien.add(plek)
            if plek not in van or zoek(van[plek], gezien):
                van[plek] = nr
                return True
        return False

    for nr in range(len(kan)):
        zoek(nr, set())
    return {nr: plek for plek, nr in van.items()}

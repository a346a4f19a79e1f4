"""Items of a list are found again whatever order they stand in, and never guessed between."""

from __future__ import annotations

import attrs
import pytest

from oso_adapters.mapping.koppelen import pair_items
from oso_adapters.mapping.omkeren import Blad, Deel, Rij, Toewijzing
from oso_adapters.mapping.vullen import volg


@attrs.frozen(kw_only=True)
class Cijfer:
    waarde: str | None = None


@attrs.frozen(kw_only=True)
class Vak:
    naam: str | None = None
    soort: str | None = None
    cijfers: list[Cijfer] = attrs.field(factory=list)


def vak(naam=None, soort=None, *cijfers):
    return Vak(naam=naam, soort=soort, cijfers=[Cijfer(waarde=w) for w in cijfers])


def _deel(record, sleutel, waarden, rijen=()):
    return Deel(
        record=record,
        sleutel=sleutel,
        locatie="/x[1]",
        label="Vak",
        toewijzingen=[
            Toewijzing(
                pad=pad,
                waarde=waarde,
                gelijk=lambda item, pad=pad, waarde=waarde: volg(item, pad) == waarde,
                bladen=(Blad("/x[1]", "Vak"),),
                label="Vak",
            )
            for pad, waarde in waarden.items()
            if waarde is not None
        ],
        rijen=list(rijen),
    )


def uit_dossier(item):
    """Return what a dossier says that is just this item."""
    cijfers = [_deel(Cijfer, ("waarde",), {"waarde": c.waarde}) for c in item.cijfers]
    rij = Rij(pad="cijfers", items=tuple(cijfers))
    return _deel(Vak, ("naam",), {"naam": item.naam, "soort": item.soort}, [rij])


def koppel(items, bestaand):
    return pair_items([uit_dossier(item) for item in items], bestaand)


REKENEN, TAAL = vak("rekenen"), vak("taal")


@pytest.mark.parametrize(
    ("items", "bestaand", "paren"),
    [
        ([REKENEN, TAAL], [TAAL, REKENEN], {0: 1, 1: 0}),
        ([REKENEN], [TAAL], {}),
        ([vak("taal", "se")], [vak("taal", "ce")], {0: 0}),
        ([vak("taal", "se"), vak("taal", "ce")], [vak("taal", "ce")], {1: 0}),
        ([vak("taal"), vak("taal", "se")], [vak("taal", "se"), vak("taal")], {0: 1, 1: 0}),
        ([vak("taal", None, "7"), TAAL], [TAAL, vak("taal", None, "7")], {0: 1, 1: 0}),
        ([vak(None, "se"), vak(None, "ce")], [vak(None, "ce"), vak(None, "se")], {0: 1, 1: 0}),
        ([vak("taal", None, "7", "7")], [vak("taal", None, "7")], {0: 0}),
        ([vak()], [vak()], {}),
    ],
    ids=[
        "another order",
        "another key",
        "same key, another value",
        "the one that is there already goes first",
        "the fullest one finds its own",
        "lists inside tell them apart",
        "no key at all",
        "a list inside that has one more",
        "nothing in it",
    ],
)
def test_finds_the_same_item(items, bestaand, paren):
    koppeling = koppel(items, bestaand)

    assert (paren, frozenset()) == (koppeling.paren, koppeling.onzeker)


@pytest.mark.parametrize(
    ("items", "bestaand", "onzeker"),
    [
        ([vak("taal", "se")], [vak("taal", "ce"), vak("taal", "po")], {0}),
        ([vak("taal", "se"), vak("taal", "ce")], [vak("taal", "po")], {0, 1}),
    ],
    ids=["two in the record", "two in the dossier"],
)
def test_leaves_to_people_what_could_be_several(items, bestaand, onzeker):
    koppeling = koppel(items, bestaand)

    assert ({}, onzeker) == (koppeling.paren, koppeling.onzeker)

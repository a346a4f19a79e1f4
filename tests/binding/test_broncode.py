"""What is made from text does what the declarations say."""

from __future__ import annotations

import inspect

import pytest

from oso_adapters import VERSIES
from oso_adapters.binding.broncode import bouwer
from oso_adapters.gegevensset import Leerling, Metadata
from oso_adapters.gegevensset._boom import blokken
from oso_adapters.gegevensset._veld import velden


@pytest.mark.parametrize(
    "cls", dict.fromkeys(cls for v in VERSIES for cls in blokken(v)), ids=lambda cls: cls.__name__
)
def test_a_block_is_built_as_by_its_constructor(cls):
    bouw, aantal = bouwer(cls), len(velden(cls))
    waarden = [f"waarde {nr}" for nr in range(aantal)]
    namen = [veld.attr for veld in velden(cls)]

    assert cls() == bouw(*[None] * aantal)
    assert cls(**dict(zip(namen, waarden, strict=True))) == bouw(*waarden)


def test_lists_of_two_blocks_are_two_lists():
    leeg = [None] * len(velden(Leerling))

    assert bouwer(Leerling)(*leeg).voornaam is not bouwer(Leerling)(*leeg).voornaam


def test_a_debugger_can_show_what_was_made():
    bron = inspect.getsource(bouwer(Metadata))

    assert bron.startswith("def bouw(deeldossier, ")

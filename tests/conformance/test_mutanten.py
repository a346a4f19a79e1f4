from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from mutanten import MUTANTEN


@pytest.mark.parametrize("naam", MUTANTEN)
def test_catches(naam: str, uitkomsten_van: Callable[[str], list[dict[str, Any]]]) -> None:
    uitkomsten = uitkomsten_van(naam)

    assert {regel["eis"] for regel in uitkomsten} == {MUTANTEN[naam].eis}
    assert "gezakt" in {regel["uitkomst"] for regel in uitkomsten}
    assert "fout van het hulpmiddel" not in {regel["uitkomst"] for regel in uitkomsten}

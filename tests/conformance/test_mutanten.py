"""The suite is strict: each wrong plugin is caught, by the eis that is about what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from mutanten import EERLIJK, MUTANTEN


@pytest.mark.parametrize("naam", MUTANTEN)
def test_catches(naam: str, proeven_op: Callable[[str], list[dict[str, Any]]]) -> None:
    proeven = proeven_op(naam)

    assert {MUTANTEN[naam].eis} == {proef["eis"] for proef in proeven}
    assert "gezakt" in {proef["uitkomst"] for proef in proeven}
    assert "fout van het hulpmiddel" not in {proef["uitkomst"] for proef in proeven}


@pytest.mark.parametrize("naam", EERLIJK)
def test_what_is_declared_missing_does_not_count(
    naam: str, proeven_op: Callable[[str], list[dict[str, Any]]]
) -> None:
    uitkomsten = {(p["eis"], p["geval"]): p["uitkomst"] for p in proeven_op(naam)}

    assert {"geslaagd", "niet ondersteund"} == set(uitkomsten.values())
    assert "niet ondersteund" == uitkomsten["E.FOU.02", "F06"]
    assert {"geslaagd"} == {u for (eis, _), u in uitkomsten.items() if eis == "E.MAP.01"}

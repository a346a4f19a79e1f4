"""The suite is strict: each wrong plugin is caught, by the eis that is about what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from mutanten import MUTANTEN


@pytest.mark.parametrize("naam", MUTANTEN)
def test_catches(naam: str, proeven_op: Callable[[str], list[dict[str, Any]]]) -> None:
    proeven = proeven_op(naam)

    assert {MUTANTEN[naam].eis} == {proef["eis"] for proef in proeven}
    assert "gezakt" in {proef["uitkomst"] for proef in proeven}
    assert "fout van het hulpmiddel" not in {proef["uitkomst"] for proef in proeven}

"""The suite is strict: each wrong plugin is caught, by the eis that is about what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import oso_parnassys
import pytest
from mutanten import EERLIJK
from oso_conformance.eis import eisen
from verkeerd import MODULES

EISEN = {naam: mutant.eis for module in MODULES for naam, mutant in module.MUTANTEN.items()}


@pytest.mark.parametrize("naam", EISEN)
def test_catches(naam: str, proeven_op: Callable[[str], list[dict[str, Any]]]) -> None:
    proeven = proeven_op(naam)

    assert {EISEN[naam]} == {proef["eis"] for proef in proeven}
    assert "gezakt" in {proef["uitkomst"] for proef in proeven}
    assert "fout van het hulpmiddel" not in {proef["uitkomst"] for proef in proeven}


def test_every_eis_on_import_and_on_a_samenwerkingsverband_catches_a_wrong_plugin() -> None:
    moet = {eis.id for eis in eisen().values() if eis.onderwerp in ("IMP", "SWV")}

    assert set() == moet - set(EISEN.values())


@pytest.mark.parametrize("naam", EERLIJK)
def test_what_is_declared_missing_does_not_count(
    naam: str, proeven_op: Callable[[str], list[dict[str, Any]]]
) -> None:
    uitkomsten = {(p["eis"], p["geval"]): p["uitkomst"] for p in proeven_op(naam)}

    assert {"geslaagd", "niet ondersteund", "niet van toepassing"} == set(uitkomsten.values())
    assert "niet ondersteund" == uitkomsten["E.FOU.02", "F06"]
    assert {"geslaagd"} == {
        uitkomst
        for (eis, geval), uitkomst in uitkomsten.items()
        if eis == "E.MAP.01" and geval in oso_parnassys.oso_export().gevallen.sleutels
    }

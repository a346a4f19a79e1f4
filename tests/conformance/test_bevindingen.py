from __future__ import annotations

from typing import Any

from oso_conformance.bevindingen import Groep, gegroepeerd, wat_mis_is


def _proef(geval: str, uitkomst: str, *plaatsen: str, reden: str = "") -> dict[str, Any]:
    bevindingen = [{"tekst": "Mis.", "plaats": plaats, "bronvelden": ["v"]} for plaats in plaatsen]
    return {"geval": geval, "uitkomst": uitkomst, "reden": reden, "bevindingen": bevindingen}


def _eis(naam: str, uitkomst: str, *proeven: dict[str, Any], sterkte: str = "verplicht") -> Any:
    return {"id": naam, "uitkomst": uitkomst, "sterkte": sterkte, "proeven": list(proeven)}


def test_tells_the_same_finding_once() -> None:
    eis = _eis(
        "E.A.01",
        "gezakt",
        _proef("G01", "gezakt", "/a[1]/b[1]", "/a[1]/b[2]"),
        _proef("G02", "gezakt", "/a[1]/b[1]"),
        _proef("G03", "geslaagd"),
        _proef("G04", "gezakt", "/a[1]/c[1]"),
    )

    assert [
        Groep("Mis.", "/a/b", ("v",), ["G01", "G02"]),
        Groep("Mis.", "/a/c", ("v",), ["G04"]),
    ] == gegroepeerd(eis)


def test_outcome_without_a_finding_tells_its_reason() -> None:
    eis = _eis("E.A.01", "niet vast te stellen", _proef("G01", "niet vast te stellen", reden="weg"))

    assert [Groep("niet vast te stellen: weg", "", (), ["G01"])] == gegroepeerd(eis)


def test_what_decides_stands_first_and_what_was_not_reached_is_left_out() -> None:
    eisen = [
        _eis("E.A.01", "gezakt", _proef("", "gezakt", ""), sterkte="aanbevolen"),
        _eis("E.A.02", "geslaagd", _proef("", "geslaagd")),
        _eis("E.A.03", "gezakt", _proef("", "gezakt", "")),
        _eis(
            "E.A.04", "fout van het hulpmiddel", _proef("", "fout van het hulpmiddel", reden="Om.")
        ),
    ]

    assert ["E.A.03", "E.A.01"] == [
        eis["id"] for eis in wat_mis_is({"eisen": eisen, "storing": "Om."})
    ]

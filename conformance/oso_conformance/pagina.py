"""The certificate and the matrix, each as one HTML page that stands alone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import Any

from jinja2 import Template

from oso_adapters.huisstijl import dag, template_omgeving
from oso_conformance.bevindingen import (
    gegroepeerd,
    getoetst,
    redenen_bij,
    wacht_op_gevallen,
    wat_mis_is,
)
from oso_conformance.eis import eisen
from oso_conformance.matrix import PROFIELEN, Matrix
from oso_conformance.uitkomst import Uitkomst

__all__ = ["maak_matrixpagina", "maak_pagina"]

_TEKENS = {
    Uitkomst.GESLAAGD: "✓",
    Uitkomst.GEZAKT: "✗",
    Uitkomst.NIET_ONDERSTEUND: "o",
    Uitkomst.NIET_VAN_TOEPASSING: "–",
    Uitkomst.NIET_VAST_TE_STELLEN: "?",
    Uitkomst.HULPMIDDEL: "!",
}
_KLASSEN = {
    Uitkomst.GESLAAGD: "goed",
    Uitkomst.GEZAKT: "fout",
    Uitkomst.NIET_VAST_TE_STELLEN: "twijfel",
    Uitkomst.HULPMIDDEL: "twijfel",
}
_TOON = 12
"""Findings that the page shows of one requirement; the JSON has them all."""


def _dag(moment: str) -> str:
    return dag(datetime.fromisoformat(moment))


def _teken(uitkomst: str) -> str:
    return _TEKENS[Uitkomst(uitkomst)]


def _klasse(uitkomst: str) -> str:
    return _KLASSEN.get(Uitkomst(uitkomst), "stil")


@cache
def _sjabloon(naam: str) -> Template:
    omgeving = template_omgeving("oso_conformance")
    omgeving.filters |= {"dag": _dag, "teken": _teken, "klasse": _klasse}
    omgeving.filters |= {"getoetst": getoetst, "redenen": redenen_bij, "in_suite": eisen().get}
    return omgeving.get_template(f"{naam}.html.jinja")


def _matrix(inhoud: Mapping[str, Any]) -> list[tuple[Mapping[str, Any], dict[str, str]]]:
    """Return each requirement with its outcome by geval; those that are tried once are left out."""
    rijen = []
    for eis in inhoud["eisen"]:
        per_geval = {proef["geval"]: proef["uitkomst"] for proef in eis["proeven"]}
        if set(per_geval) != {""}:
            rijen.append((eis, per_geval))
    return rijen


def maak_pagina(certificaat: Mapping[str, Any]) -> str:
    """Return the page of a certificate."""
    inhoud = certificaat["inhoud"]
    mis = [(eis, gegroepeerd(eis)) for eis in wat_mis_is(inhoud)]
    return _sjabloon("certificaat").render(
        certificaat=certificaat,
        inhoud=inhoud,
        mis=[(eis, groepen[:_TOON], len(groepen[_TOON:])) for eis, groepen in mis],
        wachten=len(wacht_op_gevallen(inhoud)),
        matrix=_matrix(inhoud),
        legenda=[(str(uitkomst), teken) for uitkomst, teken in _TEKENS.items()],
    )


def maak_matrixpagina(matrix: Matrix) -> str:
    """Return the page of a matrix."""
    return _sjabloon("matrix").render(
        matrix=matrix,
        profielen=[code for code in PROFIELEN if any(not c.leeg for c in matrix.profiel(code))],
    )

"""What the eisen show is true: the wrong piece of a plugin fails its eis, the right one passes.

The wrong pieces are among the wrong plugins of `test_mutanten`; the right ones stand in the plugins
of these tests.
"""

from __future__ import annotations

import ast
import builtins
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from lopen import Afloop
from mutanten import GOED
from oso_conformance.eis import Eis, eisen
from stukken import BASIS, EIGEN, Fout
from verkeerd import VERKEERD

MET_STUK = [eis for eis in eisen().values() if eis.fout or eis.goed]
STUKKEN = [
    pytest.param(stuk, id=f"{eis.id}-{naam}")
    for eis in MET_STUK
    for naam, stuk in (("fout", eis.fout), ("goed", eis.goed))
]
_BREED = 88


def _gemaakt(boom: ast.AST) -> Iterator[str]:
    """Yield the names that a piece makes itself."""
    for knoop in ast.walk(boom):
        match knoop:
            case (
                ast.Name(id=naam, ctx=ast.Store()) | ast.FunctionDef(name=naam) | ast.arg(arg=naam)
            ):
                yield naam
            case ast.alias(name=naam):
                yield naam


def _gebruikt(boom: ast.AST) -> set[str]:
    return {knoop.id for knoop in ast.walk(boom) if isinstance(knoop, ast.Name)}


def _geladen(boom: ast.AST) -> set[str]:
    laadt = [knoop for knoop in ast.walk(boom) if isinstance(knoop, ast.Import)]
    return {alias.name for knoop in laadt for alias in knoop.names}


@pytest.mark.parametrize("stuk", STUKKEN)
def test_uses_public_names_only(stuk: str) -> None:
    boom = ast.parse(stuk)
    bekend = {*BASIS, *EIGEN, *_gemaakt(boom), *vars(builtins)}

    assert set() == _gebruikt(boom) - bekend
    assert {
        alias.name for k in ast.walk(boom) if isinstance(k, ast.Import) for alias in k.names
    } <= (set(sys.stdlib_module_names))
    assert not any(isinstance(knoop, ast.ImportFrom) for knoop in ast.walk(boom))


@pytest.mark.parametrize("stuk", STUKKEN)
def test_is_small(stuk: str) -> None:
    regels = stuk.strip("\n").splitlines()

    assert 0 < len(regels) <= 14
    assert _BREED >= max(map(len, regels))


@pytest.mark.parametrize("eis", MET_STUK, ids=lambda eis: eis.id)
def test_shows_both_what_is_wrong_and_what_is_right(eis: Eis) -> None:
    assert eis.fout
    assert eis.goed
    assert ast.dump(ast.parse(eis.fout)) != ast.dump(ast.parse(eis.goed))


def test_every_wrong_piece_stands_in_a_wrong_plugin() -> None:
    alle = [mutant for namen in VERKEERD.values() for mutant in namen.values()]
    met_stuk = {
        mutant.eis
        for mutant in alle
        for deel in (getattr(mutant, naam, None) for naam in ("verander", "swv"))
        if isinstance(deel, Fout) and deel.eis == mutant.eis
    }

    assert {eis.id for eis in MET_STUK} == met_stuk


def test_a_plugin_with_the_right_pieces_passes(
    proeven_op: Callable[[str], list[dict[str, Any]]], run: Callable[[str], Afloop]
) -> None:
    uitgaand = {(p["eis"], p["uitkomst"]) for p in proeven_op("zoals_het_hoort")}
    neemt_aan = run("neemt alleen aan").uitkomsten("inlezer")
    klein = run("twee").uitkomsten("spiegel")

    geslaagd = {eis for eis, uitkomst in uitgaand if uitkomst == "geslaagd"}
    geslaagd |= {eis for eis, uitkomst in neemt_aan.items() if uitkomst == "geslaagd"}
    geslaagd |= {eis for eis, uitkomst in klein.items() if uitkomst == "geslaagd"}
    assert {"geslaagd", "niet van toepassing"} == {uitkomst for _, uitkomst in uitgaand}
    assert {eis.id for eis in MET_STUK} <= geslaagd
    assert set(GOED["zoals_het_hoort"].eis.split(" or ")) == {eis for eis, _ in uitgaand}

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

import oso_conformance
import pytest
from oso_conformance.eis import Eis, eisen, onderwerpen
from oso_conformance.gevallen import gevallen
from oso_conformance.plan import plan

SUITE = Path(oso_conformance.__file__).parent
OVER = {"plugin", *(kenmerk for geval in gevallen().values() for kenmerk in geval.kenmerken)}


def _merken() -> list[str]:
    """Return the eis of every test of the suite, from its marker."""
    gevonden = []
    for bestand in SUITE.glob("test_*.py"):
        for knoop in ast.walk(ast.parse(bestand.read_text("utf-8"))):
            if isinstance(knoop, ast.FunctionDef) and knoop.name.startswith("test_"):
                gevonden += [merk.args[0].value for merk in knoop.decorator_list]  # type: ignore[attr-defined]
    return gevonden


def test_every_eis_has_exactly_one_test() -> None:
    assert dict.fromkeys(eisen(), 1) == Counter(_merken())


@pytest.mark.parametrize("eis", eisen().values(), ids=list(eisen()))
def test_says_what_where_from_and_what_to_do(eis: Eis) -> None:
    assert eis.onderwerp in onderwerpen()
    assert eis.over in OVER
    assert eis.kan in ("altijd", "export", "import", "swv")
    teksten = (eis.tekst, eis.bron, eis.ontstaat, eis.herstel)
    assert all(tekst and tekst == tekst.strip() for tekst in teksten)
    assert all(tekst.endswith(".") for tekst in (eis.tekst, eis.ontstaat, eis.herstel))


def test_says_of_each_eis_in_its_own_words_how_a_plugin_comes_to_fail_it() -> None:
    teksten = [eis.ontstaat for eis in eisen().values()]

    assert len(eisen()) == len({*teksten} - {eis.tekst for eis in eisen().values()})
    assert min(map(len, teksten)) > 40


def test_plans_every_eis_once_for_each_geval() -> None:
    assert set(eisen()) == {paar.eis for paar in plan()}
    assert len(plan()) == len(set(plan()))


def test_every_geval_is_used() -> None:
    assert set(gevallen()) == {paar.geval for paar in plan() if paar.geval}


def test_knows_what_a_geval_shows() -> None:
    assert "adres geheim" in gevallen()["G02"].kenmerken
    assert "nummer geheim" in gevallen()["G14"].kenmerken
    assert "bijlagen" in gevallen()["G12"].kenmerken
    assert "opt-uit" in gevallen()["G07"].kenmerken
    assert {"alle", "fout", "onbekende code"} == gevallen()["F01"].kenmerken

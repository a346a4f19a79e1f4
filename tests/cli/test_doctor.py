"""``oso doctor`` as people call it."""

from __future__ import annotations

import json
from pathlib import Path

import oso_parnassys
import pytest

VOORBEELD = Path(oso_parnassys.__file__).parent / "voorbeelden"


@pytest.fixture
def hier(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_everything_in_place_is_exit_0_with_one_line_for_each_check(oso, hier):
    uitkomst = oso("doctor", "parnassys", "--bron", VOORBEELD)
    *regels, _, laatste = uitkomst.uit.splitlines()

    assert [0, ""] == [uitkomst.code, uitkomst.fout]
    assert {"goed"} <= {regel[:8].strip() for regel in regels} <= {"goed", "let op"}
    assert any("6 records gelezen" in regel for regel in regels)
    assert laatste.endswith(" 0 fout")
    assert [] == list(hier.iterdir())


def test_looks_at_every_plugin_when_none_is_named(oso, hier):
    uit = oso("doctor").uit

    assert "plugin parnassys" in uit
    assert "plugin esis" in uit


def test_what_is_wrong_is_exit_1_with_the_remedy_on_its_line(oso, hier):
    uitkomst = oso("doctor", "parnassys", "--bron", hier / "weg")
    (regel,) = [r for r in uitkomst.uit.splitlines() if r.startswith("fout")]

    assert 1 == uitkomst.code
    assert "no such file" in regel
    assert "  doen: Wijs het goede bestand" in regel


def test_json_is_one_object_for_each_check(oso, hier):
    uitkomst = oso("doctor", "parnassys", "--json")
    controles = [json.loads(regel) for regel in uitkomst.uit.splitlines()]

    assert 0 == uitkomst.code
    assert {"onderdeel", "stand", "tekst", "herstel"} == set(controles[0])
    assert "parser" in [controle["onderdeel"] for controle in controles]


@pytest.mark.parametrize(
    ("woorden", "tekst"),
    [
        (("parnasys",), "did you mean 'parnassys'?"),
        (("--bron", "x"), "--bron needs the VENDOR whose source it is"),
    ],
)
def test_what_can_not_be_looked_at_is_exit_2(oso, hier, woorden, tekst):
    uitkomst = oso("doctor", *woorden)

    assert 2 == uitkomst.code
    assert tekst in uitkomst.fout


def test_a_broken_set_up_is_seen_by_the_program_itself(oso_apart, tmp_path):
    info = tmp_path / "oso_kapot-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: oso-kapot\nVersion: 1\n")
    (info / "entry_points.txt").write_text("[oso_adapters]\nkapot = oso_kapot\n")
    (tmp_path / "oso_kapot.py").write_text("raise RuntimeError('kapot')")

    alleen = oso_apart("doctor", "kapot", PYTHONPATH=str(tmp_path))
    klaar = oso_apart(
        *("doctor", "--uit", str(tmp_path / "oso_kapot.py" / "uit")),
        PYTHONPATH=str(tmp_path),
        PYTHONUTF8="0",
        PYTHONIOENCODING="ascii",
    )
    mis = [regel for regel in klaar.uit.splitlines() if not regel.startswith("goed")]

    assert [1, 1] == [klaar.code, alleen.code]
    assert "fout    plugin kapot" in alleen.uit
    assert "plugin parnassys" not in alleen.uit
    assert any(r.startswith("fout    plugin kapot") and "RuntimeError" in r for r in mis)
    assert any(r.startswith("fout    uitvoermap") for r in mis)
    assert any(r.startswith("let op  terminal") and "PYTHONUTF8" in r for r in mis)
    assert "Traceback" not in klaar.uit + klaar.fout

"""``oso new`` as people call it."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path

import pytest

WORTEL = Path(__file__).parents[2]


@pytest.fixture
def hier(tmp_path, monkeypatch):
    """Work in an empty folder, in no environment that is active."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("VIRTUAL_ENV", raising=False)
    return tmp_path


def test_makes_a_plugin_here_and_says_how_to_go_on(oso, hier):
    uitkomst = oso("new", "klaver")

    assert [0, ""] == [uitkomst.code, uitkomst.fout]
    assert (hier / "oso-klaver" / "oso_klaver" / "mapping.py").is_file()
    assert f"{hier / 'oso-klaver'} is made, with 13 files." in uitkomst.uit
    assert f"--no-deps -e {hier / 'oso-klaver'}" in uitkomst.uit
    assert "\n  oso certify klaver " in uitkomst.uit


def test_names_the_core_that_it_runs_from(oso, hier):
    oso("new", "klaver")

    project = tomllib.loads((hier / "oso-klaver" / "pyproject.toml").read_text("utf-8"))
    bron = project["tool"]["uv"]["sources"]["oso-adapters"]
    assert {"path": str(WORTEL), "editable": True} == bron


def test_makes_it_in_the_folder_that_is_asked_for(oso, hier):
    uitkomst = oso("new", "klaver", "--map", "diep/in/klaver")

    assert 0 == uitkomst.code
    assert (hier / "diep/in/klaver/pyproject.toml").is_file()


def test_in_a_clone_it_becomes_a_member_of_the_workspace(oso, hier):
    if shutil.which("uv") is None:
        pytest.skip("uv is not there, so nothing can be added to the workspace")
    shutil.copy(WORTEL / "pyproject.toml", hier)
    for naam in ("conformance", *(f"plugins/{pad.name}" for pad in WORTEL.glob("plugins/*"))):
        (hier / naam).mkdir(parents=True)
        shutil.copy(WORTEL / naam / "pyproject.toml", hier / naam)
    (hier / "plugins" / "parnassys" / "diep").mkdir()

    uitkomst = oso("new", "klaver")

    project = tomllib.loads((hier / "pyproject.toml").read_text("utf-8"))
    assert 0 == uitkomst.code
    assert (hier / "plugins" / "klaver" / "pyproject.toml").is_file()
    assert "oso-klaver" in project["dependency-groups"]["dev"]
    assert {"workspace": True} == project["tool"]["uv"]["sources"]["oso-klaver"]
    assert "uv run oso certify klaver" in uitkomst.uit


def test_without_uv_in_a_clone_it_says_what_is_still_to_be_done(oso, hier, monkeypatch):
    (hier / "pyproject.toml").write_text(
        '[project]\nname = "oso-adapters"\n[tool.uv.workspace]\nmembers = ["plugins/*"]\n'
    )
    monkeypatch.setenv("PATH", str(hier))

    uitkomst = oso("new", "klaver")

    assert 0 == uitkomst.code
    assert "It is not yet a member of the workspace." in uitkomst.uit
    assert "\n  uv add --dev oso-klaver " in uitkomst.uit


FOUT = {
    "een naam die niet kan": (("Klaver",), "did you mean 'klaver'?"),
    "een naam die er al is": (("parnassys",), "a plugin 'parnassys' is installed already"),
    "een onbekend vermogen": (
        ("klaver", "--vermogen", "exprt"),
        "none of export, import, swv",
    ),
}


@pytest.mark.parametrize("naam", FOUT)
def test_what_can_not_be_made_has_a_reason_and_leaves_nothing(oso, hier, naam):
    woorden, tekst = FOUT[naam]

    uitkomst = oso("new", *woorden)

    assert 2 == uitkomst.code
    assert tekst in uitkomst.fout
    assert [] == list(hier.iterdir())


def test_a_second_time_overwrites_nothing(oso, hier):
    oso("new", "klaver")
    (hier / "oso-klaver" / "README.md").write_text("van mij")

    uitkomst = oso("new", "klaver")

    assert 2 == uitkomst.code
    assert "is there already, and nothing is ever overwritten" in uitkomst.fout
    assert "van mij" == (hier / "oso-klaver" / "README.md").read_text()

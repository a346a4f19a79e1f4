"""The suite in a repository of a vendor: ``pytest --oso-plugin VENDOR``."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path

import pytest
from lopen import SUITE, roep
from oso_conformance.eis import eisen
from oso_conformance.plan import plan

_INI = """
[pytest]
addopts = --strict-markers --strict-config
filterwarnings = error
python_files = check_*.py
xfail_strict = true
"""
_ONTDEKKING = sum(paar.eis.startswith("E.ONT") for paar in plan())
_INLEZEN = sum(eisen()[paar.eis].kan == "import" for paar in plan())
_EIGEN = """
def test_own(plugin):
    assert plugin.leverancier.naam == "Spiegel"
"""
_KIJK = """
import sys

def pytest_sessionfinish():
    print(sorted(naam for naam in sys.modules if naam.startswith(("oso_", "lxml"))))
"""


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    (tmp_path / "pytest.ini").write_text(_INI, "utf-8")
    return tmp_path


def test_runs_own_tests_and_the_suite(repo: Path, omgeving: dict[str, str]) -> None:
    (repo / "check_own.py").write_text(_EIGEN, "utf-8")

    klaar = roep(
        ["-m", "pytest", "-p", "no:hypothesispytest", "--oso-plugin=spiegel"], omgeving, repo
    )

    assert 0 == klaar.returncode, klaar.stdout
    assert re.search(
        rf"{len(plan()) - _INLEZEN} passed, {_INLEZEN} skipped, 1 xfailed", klaar.stdout
    )


def test_finds_the_suite_in_a_virtual_environment_inside_the_repository(
    repo: Path, omgeving: dict[str, str]
) -> None:
    pakketten = repo / ".venv" / "lib" / "site-packages"
    shutil.copytree(SUITE, pakketten / "oso_conformance")
    (pakketten / "ander").mkdir()
    (pakketten / "ander" / "check_other.py").write_text("def test_other(): assert 0", "utf-8")
    (repo / "check_own.py").write_text(_EIGEN, "utf-8")
    paden = os.pathsep.join([str(pakketten), omgeving["PYTHONPATH"]])

    klaar = roep(
        [
            "-m",
            "pytest",
            "-p",
            "no:hypothesispytest",
            "--oso-plugin=spiegel",
            "-k",
            "E.ONT or test_own or test_other",
        ],
        {**omgeving, "PYTHONPATH": paden},
        repo,
    )

    assert 0 == klaar.returncode, klaar.stdout
    assert f"{_ONTDEKKING} passed" in klaar.stdout
    assert "site-packages/oso_conformance" in klaar.stdout


def test_writes_every_outcome_with_xdist(repo: Path, omgeving: dict[str, str]) -> None:
    opdracht = [
        "-m",
        "pytest",
        "-p",
        "no:hypothesispytest",
        "--oso-plugin=spiegel",
        "--oso-uit=uit",
        "-n2",
        "-k",
        "E.ONT",
    ]

    klaar = roep(opdracht, omgeving, repo)

    regels = [json.loads(regel) for regel in (repo / "uit").read_text("utf-8").splitlines()]
    assert 0 == klaar.returncode, klaar.stdout
    assert {str(paar) for paar in plan() if paar.eis.startswith("E.ONT")} == {
        f"{regel['eis']}-{regel['geval']}".removesuffix("-")
        for regel in regels
        if regel["soort"] == "uitkomst"
    }
    assert "einde" == regels[-1]["soort"]


def test_failure_reads_as_eis_finding_and_remedy(repo: Path, omgeving: dict[str, str]) -> None:
    opdracht = [
        "-m",
        "pytest",
        "-p",
        "no:hypothesispytest",
        "--oso-plugin=vader_is_moeder",
        "-k",
        "E.MAP.01-G01",
    ]

    klaar = roep(opdracht, omgeving, repo)

    assert 1 == klaar.returncode
    assert "E.MAP.01 Het dossier van deze leerling is gelijk" in klaar.stdout
    assert "Hier staat iets anders dan er hoort te staan." in klaar.stdout
    assert "doen: " in klaar.stdout
    assert "Traceback" not in klaar.stdout


def test_refuses_settings_that_hide_a_test(repo: Path, omgeving: dict[str, str]) -> None:
    opdracht = [
        "-m",
        "pytest",
        "-p",
        "no:hypothesispytest",
        "--oso-plugin=spiegel",
        "-o",
        "python_functions=check_*",
    ]

    klaar = roep(opdracht, omgeving, repo)

    assert 4 == klaar.returncode
    assert "pytest collected 0" in klaar.stderr


def test_refuses_an_unknown_plugin(repo: Path, omgeving: dict[str, str]) -> None:
    klaar = roep(
        ["-m", "pytest", "-p", "no:hypothesispytest", "--oso-plugin=parnasys"], omgeving, repo
    )

    assert 4 == klaar.returncode
    assert "did you mean 'parnassys'?" in klaar.stderr


def test_does_nothing_without_the_option(repo: Path, omgeving: dict[str, str]) -> None:
    (repo / "conftest.py").write_text(_KIJK, "utf-8")

    klaar = roep(["-m", "pytest", "-p", "no:hypothesispytest", "-q"], omgeving, repo)

    assert "['oso_conformance', 'oso_conformance.pytest_plugin']" in klaar.stdout


def test_run_without_a_plugin_collects_nothing_of_the_suite(
    repo: Path, omgeving: dict[str, str]
) -> None:
    klaar = roep(
        ["-m", "pytest", "-p", "no:hypothesispytest", "-q", "-c", "/dev/null", str(SUITE)],
        omgeving,
        repo,
    )

    assert "no tests ran" in klaar.stdout

"""What every test can ask for."""

from __future__ import annotations

import os
from importlib.resources import files
from pathlib import Path

import pytest

NS = "http://www.edustandaard.nl/oso_gegevensset/2019/dossier"


@pytest.fixture(scope="session")
def referentie() -> Path:
    """Return the folder with the published examples and the cases with known verdicts."""
    plaats = os.environ.get("OSO_REFERENTIE")
    if not plaats:
        pytest.skip("OSO_REFERENTIE does not say where the reference folder is")
    return Path(plaats)


@pytest.fixture(scope="session")
def geval():
    """Return a function that gives the bytes of a canonical dossier of the conformance suite."""
    gevallen = files("oso_conformance") / "gevallen"

    def lees(naam: str) -> bytes:
        return (gevallen / f"{naam}.xml").read_bytes()

    return lees


@pytest.fixture
def dossier(geval) -> bytes:
    """Return the bytes of a valid POVO dossier."""
    return geval("G01")


def pytest_terminal_summary(terminalreporter) -> None:
    """Tell the counts that tests recorded, such as how many verdicts agree."""
    for rapport in terminalreporter.getreports("passed") + terminalreporter.getreports("failed"):
        for naam, waarde in rapport.user_properties:
            terminalreporter.write_line(f"{naam}: {waarde}")

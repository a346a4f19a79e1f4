"""What every test can ask for."""

from __future__ import annotations

import os
import shutil
from importlib.resources import files
from pathlib import Path

import pytest
from xdist.scheduler import LoadScopeScheduling

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
BIJEEN = ("tests/conformance", "tests/tabellen")
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


@pytest.fixture(scope="session")
def chromium():
    """Return one browser for all pages."""
    pad = next((p for p in map(shutil.which, BROWSERS) if p), None)
    if pad is None:
        pytest.skip(f"no browser here: none of {', '.join(BROWSERS)} is installed")
    sync_api = pytest.importorskip("playwright.sync_api")
    zonder_slot = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=pad, args=zonder_slot)
        yield browser
        browser.close()


class PerBestand(LoadScopeScheduling):
    """Gives each process whole files, and whole folders where files share what is dear to make."""

    def _split_scope(self, nodeid: str) -> str:
        bestand = nodeid.partition("::")[0]
        return next((map_ for map_ in BIJEEN if bestand.startswith(f"{map_}/")), bestand)


def pytest_xdist_make_scheduler(config, log) -> LoadScopeScheduling:
    return PerBestand(config, log)


def pytest_terminal_summary(terminalreporter) -> None:
    """Tell the counts that tests recorded, such as how many verdicts agree."""
    for rapport in terminalreporter.getreports("passed") + terminalreporter.getreports("failed"):
        for naam, waarde in rapport.user_properties:
            terminalreporter.write_line(f"{naam}: {waarde}")

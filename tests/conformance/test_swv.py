"""``oso export`` for a samenwerkingsverband, of a plugin that does that."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lopen import OSO, roep
from oso_conformance.gevallen import gevallen
from spiegel import GEVALLEN

_PUNTEN = "[oso_adapters]\nspiegel = spiegel\nkan_niets = kan_niets\n"


@pytest.fixture
def geinstalleerd(tmp_path: Path, omgeving: dict[str, str]) -> dict[str, str]:
    """Return an environment in which the small plugin is installed."""
    info = tmp_path / "pakketten" / "oso_spiegel-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: oso-spiegel\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(_PUNTEN)
    return {**omgeving, "PYTHONPATH": f"{info.parent}:{omgeving['PYTHONPATH']}"}


def test_exports_without_pgn_and_never_shows_the_koppelsleutel(
    tmp_path: Path, geinstalleerd: dict[str, str]
) -> None:
    woorden = ["export", "spiegel", str(GEVALLEN), "--overdracht", "POSWV", "--json"]
    klaar = roep(["-c", OSO, *woorden, "--datum", "2020-03-24"], geinstalleerd, tmp_path)
    geschreven = json.loads(
        next(regel for regel in klaar.stdout.splitlines() if '"record-G-30"' in regel)
    )

    assert ["geldig", []] == [geschreven["oordeel"], geschreven["meldingen"]]
    assert {"Burgerservicenummer (mag niet mee)": 1} == geschreven["weggelaten"]
    assert gevallen()["G30"].geheim[0] not in Path(tmp_path, geschreven["bestand"]).read_text()
    assert gevallen()["G30"].koppelsleutel not in klaar.stdout + klaar.stderr


def test_a_plugin_without_it_says_what_it_can(
    tmp_path: Path, geinstalleerd: dict[str, str]
) -> None:
    woorden = ["export", "kan_niets", str(GEVALLEN), "--overdracht", "VOSWV"]
    klaar = roep(["-c", OSO, *woorden], geinstalleerd, tmp_path)

    assert 2 == klaar.returncode
    assert "plugin 'kan_niets' can't export VOSWV; it can: nothing" in klaar.stderr

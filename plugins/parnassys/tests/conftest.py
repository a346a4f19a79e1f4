"""The sample of this plugin, to be changed by a test and exported."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import oso_parnassys
import pytest
from oso_parnassys.source import lees

from oso_adapters import Exportresultaat
from oso_adapters.mapping import Bronrecord

VOORBEELDEN = Path(oso_parnassys.__file__).parent / "voorbeelden"


@pytest.fixture
def bron() -> dict[str, Any]:
    """The sample, with only its first leerling."""
    inhoud: dict[str, Any] = json.loads((VOORBEELDEN / "leerlingen.json").read_text("utf-8"))
    inhoud["leerlingen"]["leerling"] = inhoud["leerlingen"]["leerling"][:1]
    return inhoud


@pytest.fixture
def leerling(bron: dict[str, Any]) -> dict[str, Any]:
    """The leerling in the sample; changes to it go along."""
    gevonden: dict[str, Any] = bron["leerlingen"]["leerling"][0]
    return gevonden


@pytest.fixture
def schrijf(tmp_path: Path) -> Callable[[Any], Path]:
    """Write an export into a folder of its own, with the attachments of the sample."""
    bijlagen = tmp_path / "uitvoer" / "bijlagen"
    bijlagen.mkdir(parents=True)
    for bestand in (VOORBEELDEN / "bijlagen").iterdir():
        (bijlagen / bestand.name).write_bytes(bestand.read_bytes())

    def schrijf(inhoud: Any) -> Path:
        tekst = inhoud if isinstance(inhoud, str) else json.dumps(inhoud)
        (bijlagen.parent / "leerlingen.json").write_text(tekst, encoding="utf-8")
        return bijlagen.parent

    return schrijf


@pytest.fixture
def exporteer() -> Callable[..., Exportresultaat]:
    """Export a record of ParnasSys."""
    kan, wie = oso_parnassys.oso_export(), oso_parnassys.oso_leverancier()

    def exporteer(record: Bronrecord, overdracht: str = "POVO") -> Exportresultaat:
        return kan.exporteer(record, wie, overdracht=overdracht, dag=date(2020, 3, 16))

    return exporteer


@pytest.fixture
def eerste(exporteer: Callable[..., Exportresultaat]) -> Callable[[Path], Exportresultaat]:
    """Export the first record of a source."""
    return lambda pad: exporteer(next(iter(lees(pad))))


@pytest.fixture
def bezwaren() -> Callable[[Path], list[tuple[str, str]]]:
    """Return weight and field of every finding on the source of the first record."""
    return lambda pad: [(str(m.ernst), m.bronvelden[0]) for m in next(iter(lees(pad))).meldingen]

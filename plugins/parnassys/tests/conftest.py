"""The sample of this plugin, to be changed by a test and then exported."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import oso_parnassys
import pytest
from oso_parnassys.source import read

from oso_adapters import Exportresultaat
from oso_adapters.mapping import Bronrecord

VOORBEELDEN = Path(oso_parnassys.__file__).parent / "voorbeelden"
DAG = date(2020, 3, 16)


class Uitvoer:
    """An export of ParnasSys in a folder of its own.

    Attributes:
        bron: what stands in ``leerlingen.json``; a test changes it before anything is read.
    """

    def __init__(self, map_: Path) -> None:
        self.map = map_
        self.bron: dict[str, Any] = json.loads((VOORBEELDEN / "leerlingen.json").read_text("utf-8"))
        self.bijlagen = map_ / "bijlagen"
        self.bijlagen.mkdir()
        for bestand in (VOORBEELDEN / "bijlagen").iterdir():
            (self.bijlagen / bestand.name).write_bytes(bestand.read_bytes())

    @property
    def leerlingen(self) -> list[Any]:
        """The leerlingen in the export."""
        gevonden: list[Any] = self.bron["leerlingen"]["leerling"]
        return gevonden

    @property
    def leerling(self) -> dict[str, Any]:
        """The first leerling in the export."""
        gevonden: dict[str, Any] = self.leerlingen[0]
        return gevonden

    def schrijf(self, tekst: str | None = None) -> Path:
        """Write the export, or another text in its place."""
        bestand = self.map / "leerlingen.json"
        bestand.write_text(json.dumps(self.bron) if tekst is None else tekst, encoding="utf-8")
        return bestand

    def records(self) -> list[Bronrecord]:
        """Read the export as it stands in ``bron``."""
        self.schrijf()
        return list(read(self.map))

    def bezwaren(self) -> list[tuple[str, str]]:
        """Return weight and field of every finding on the source of the first leerling."""
        return [(str(m.ernst), m.bronvelden[0]) for m in self.records()[0].meldingen]

    def export(self, nr: int = 0, overdracht: str = "POVO") -> Exportresultaat:
        """Read the export and export one leerling."""
        return export(self.records()[nr], overdracht)


def export(record: Bronrecord, overdracht: str = "POVO") -> Exportresultaat:
    """Export one record."""
    return oso_parnassys.oso_export().export(
        record, oso_parnassys.oso_leverancier(), overdracht=overdracht, dag=DAG
    )


@pytest.fixture
def uitvoer(tmp_path: Path) -> Uitvoer:
    """Return the sample as an export that a test may change."""
    map_ = tmp_path / "uitvoer"
    map_.mkdir()
    return Uitvoer(map_)

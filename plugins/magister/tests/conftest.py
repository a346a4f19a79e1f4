"""The sample of this plugin, to be changed by a test and then exported."""

from __future__ import annotations

import csv
import shutil
from datetime import date
from pathlib import Path

import oso_magister
import pytest
from oso_magister.source import read

from oso_adapters import Exportresultaat
from oso_adapters.mapping import Bronrecord

VOORBEELDEN = Path(oso_magister.__file__).parent / "voorbeelden"
DAG = date(2022, 4, 25)

Rijen = list[dict[str, str]]


class Uitvoer:
    """The lists of Magister in a folder of their own; a test changes them before they are read."""

    def __init__(self, map_: Path) -> None:
        self.map = map_
        shutil.copytree(VOORBEELDEN, map_)

    def pad(self, naam: str) -> Path:
        return self.map / f"{naam}.csv"

    def rijen(self, naam: str) -> Rijen:
        """Return the rows of a list."""
        with self.pad(naam).open(encoding="cp1252", newline="") as bestand:
            return list(csv.DictReader(bestand, delimiter=";"))

    def zet(self, naam: str, rijen: Rijen) -> None:
        """Write a list with other rows; what a row does not name is empty."""
        with self.pad(naam).open(encoding="cp1252", newline="") as bestand:
            kop = next(csv.reader(bestand, delimiter=";"))
        with self.pad(naam).open("w", encoding="cp1252", newline="") as bestand:
            tabel = csv.DictWriter(bestand, kop, delimiter=";", restval="")
            tabel.writeheader()
            tabel.writerows(rijen)

    def voeg_toe(self, naam: str, **rij: str) -> None:
        """Add a row to a list."""
        self.zet(naam, [*self.rijen(naam), rij])

    def wijzig(self, naam: str, nr: int = 0, **cellen: str) -> None:
        """Change cells of one row of a list."""
        rijen = self.rijen(naam)
        rijen[nr] |= cellen
        self.zet(naam, rijen)

    def vervang(self, naam: str, oud: bytes, nieuw: bytes, aantal: int = 1) -> None:
        """Change bytes of a list, the first time that they stand there."""
        data = self.pad(naam).read_bytes()
        assert oud in data
        self.pad(naam).write_bytes(data.replace(oud, nieuw, aantal))

    def records(self) -> list[Bronrecord]:
        """Read the lists."""
        return list(read(self.map))

    def bezwaren(self, sleutel: str = "31012") -> list[tuple[str, str]]:
        """Return weight and field of every finding on the lists of a leerling."""
        (bron,) = (bron for bron in self.records() if bron.sleutel == sleutel)
        return [(str(m.ernst), m.bronvelden[0]) for m in bron.meldingen]

    def export(self, sleutel: str = "31012", overdracht: str = "VOVO") -> Exportresultaat:
        """Read the lists and export one leerling."""
        (bron,) = (bron for bron in self.records() if bron.sleutel == sleutel)
        return export(bron, overdracht)

    def dossier(self, sleutel: str = "31012") -> str:
        """Return the dossier of one leerling as text."""
        data = self.export(sleutel).data
        assert data is not None
        return data.decode()


def export(record: Bronrecord, overdracht: str = "VOVO") -> Exportresultaat:
    """Export one record."""
    return oso_magister.oso_export().export(
        record, oso_magister.oso_leverancier(), overdracht=overdracht, dag=DAG
    )


@pytest.fixture
def uitvoer(tmp_path: Path) -> Uitvoer:
    """Return the sample as lists that a test may change."""
    return Uitvoer(tmp_path / "uitvoer")

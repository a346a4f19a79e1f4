"""The sample of this plugin, to be changed by a test and then exported."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import oso_esis
import pytest
from lxml import etree
from oso_esis.schrijven import NAMESPACE
from oso_esis.source import read

from oso_adapters import Exportresultaat
from oso_adapters.mapping import Bronrecord
from oso_adapters.melding import Ernst

VOORBEELDEN = Path(oso_esis.__file__).parent / "voorbeelden"
DAG = date(2020, 3, 16)


class Uitvoer:
    """An export of ESIS in a folder of its own.

    Attributes:
        wortel: the file as a tree; a test changes it before anything is read.
    """

    def __init__(self, map_: Path) -> None:
        self.map = map_
        self.bestand = map_ / "leerlinggegevens.xml"
        self.wortel = etree.parse(VOORBEELDEN / "leerlinggegevens.xml").getroot()

    def vind(self, pad: str) -> etree._Element:
        """Return the first element at a path below the root."""
        gevonden = self.wortel.find("/".join(f"{{{NAMESPACE}}}{stap}" for stap in pad.split("/")))
        assert gevonden is not None, pad
        return gevonden

    def leerling(self, pad: str = "", nr: int = 1) -> etree._Element:
        """Return an element of a leerling, counted from 1."""
        eerste = f"leerlingen/leerling[{nr}]"
        return self.vind(f"{eerste}/{pad}" if pad else eerste)

    def nieuw(self, ouder: etree._Element, tekst: str) -> etree._Element:
        """Put an element, written as XML, at the end of another."""
        element = etree.fromstring(f'<x xmlns="{NAMESPACE}">{tekst}</x>')[0]
        ouder.append(element)
        return element

    def schrijf(self, inhoud: bytes | None = None) -> Path:
        """Write the export, or other bytes in its place."""
        self.bestand.write_bytes(etree.tostring(self.wortel) if inhoud is None else inhoud)
        return self.bestand

    def records(self) -> list[Bronrecord]:
        """Read the export as it stands in the tree."""
        self.schrijf()
        return list(read(self.map))

    def bezwaren(self, nr: int = 1) -> list[tuple[str, str]]:
        """Return weight and field of every finding on the source of a leerling."""
        return [(str(m.ernst), m.bronvelden[0]) for m in self.records()[nr - 1].meldingen]

    def export(self, nr: int = 1, overdracht: str = "POVO") -> Exportresultaat:
        """Read the export and export one leerling."""
        return oso_esis.oso_export().export(
            self.records()[nr - 1], oso_esis.oso_leverancier(), overdracht=overdracht, dag=DAG
        )

    def fouten(self, nr: int = 1) -> list[tuple[str, tuple[str, ...]]]:
        """Return rule and fields of every finding that holds a leerling back."""
        meldingen = self.export(nr).meldingen
        return [(m.regel, m.bronvelden) for m in meldingen if m.ernst is Ernst.FOUT]


@pytest.fixture
def uitvoer(tmp_path: Path) -> Uitvoer:
    """Return the sample as an export that a test may change."""
    return Uitvoer(tmp_path)

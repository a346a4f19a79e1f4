"""What is peculiar to Sjabloon; what holds for all plugins the suite tries."""

from __future__ import annotations

from pathlib import Path

import oso_sjabloon
from oso_sjabloon.source import BESTAND

GEVALLEN = Path(oso_sjabloon.__file__).parent / "gevallen"


def test_every_line_of_the_gevallen_is_read_without_findings():
    records = list(BESTAND.read(GEVALLEN))

    assert records
    assert not [bron.sleutel for bron in records if bron.meldingen]


def test_what_was_read_is_written_and_read_again(tmp_path):
    records = list(BESTAND.read(GEVALLEN))

    BESTAND.write(tmp_path / BESTAND.bestand, records)

    assert records == list(BESTAND.read(tmp_path))

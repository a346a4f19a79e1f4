"""Where the records come from: the only place of this plugin that touches files."""

from __future__ import annotations

from oso_adapters.mapping import Csvbestand
from oso_sjabloon.records import Leerling

__all__ = ["BESTAND"]

BESTAND = Csvbestand(
    record=Leerling,
    sleutel="nummer",
    bestand="leerlingen.csv",
    codering="utf-8",
    scheiding=";",
)
"""The export: a CSV file with one leerling on each line."""

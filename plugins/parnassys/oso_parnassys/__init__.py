"""ParnasSys plugin for oso-adapters; its hooks are its capabilities."""

from __future__ import annotations

from pathlib import Path

from oso_adapters import Exporteur, Gevallen, Leverancier, hookimpl
from oso_parnassys.gevallen import SLEUTELS
from oso_parnassys.mapping import DOSSIER, niet_uitwisselen
from oso_parnassys.source import lees

__all__ = ["oso_export", "oso_leverancier"]

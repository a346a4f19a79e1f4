"""Tables and dossiers that follow from the declarations."""

from __future__ import annotations

from oso_adapters.tabellen.generator import Opdracht, reeks
from oso_adapters.tabellen.mutanten import regelmutanten
from oso_adapters.tabellen.vink import Vink
from oso_adapters.tabellen.vinkenlijst import vinkenlijst

__all__ = ["Opdracht", "Vink", "reeks", "regelmutanten", "vinkenlijst"]

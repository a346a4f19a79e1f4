"""What is derived from the declarations: the tables of the field."""

from __future__ import annotations

from oso_adapters.tabellen.vinkenlijst import Vink, vinkenlijst

__all__ = ["Vink", "vinkenlijst"]

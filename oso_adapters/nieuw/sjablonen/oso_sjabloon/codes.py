"""The code tables of this plugin, from ``codes.toml``."""

from __future__ import annotations

from oso_adapters.mapping import codetabellen

__all__ = ["TABELLEN"]

TABELLEN = codetabellen("oso_sjabloon")
"""Tables by name."""

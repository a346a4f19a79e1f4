"""A new plugin: a complete folder that loads, from templates that are code themselves."""

from __future__ import annotations

from oso_adapters.nieuw.maken import VERMOGENS, Resultaat, make_plugin
from oso_adapters.nieuw.namen import require_name

__all__ = ["VERMOGENS", "Resultaat", "make_plugin", "require_name"]

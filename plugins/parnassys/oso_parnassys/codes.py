"""The code tables of this plugin, from ``codes.toml``."""

from __future__ import annotations

from importlib.resources import files

from oso_adapters.mapping import read_codetabellen

__all__ = ["TABELLEN"]

TABELLEN = read_codetabellen(
    files("oso_parnassys").joinpath("codes.toml").read_text("utf-8"), plugin="parnassys"
)
"""Tables by name."""

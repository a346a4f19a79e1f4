"""XML in and out, driven only by what the blocks declare."""

from __future__ import annotations

from oso_adapters.binding.parser import GRENZEN, Grenzen, parse_document, versie_van
from oso_adapters.binding.reader import read_dossier
from oso_adapters.binding.writer import write_dossier
from oso_adapters.binding.xsd import schema, schema_tekst

__all__ = [
    "GRENZEN",
    "Grenzen",
    "parse_document",
    "read_dossier",
    "schema",
    "schema_tekst",
    "versie_van",
    "write_dossier",
]

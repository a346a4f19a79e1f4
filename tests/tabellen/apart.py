"""What must run in a process of its own: once Saxon runs in a process, it had better not fork."""

from __future__ import annotations

from oso_adapters.binding import parse_document
from oso_adapters.tabellen.officieel import Officieel


def vind(stukken, data, blad):
    """Return what a sheet finds in a dossier."""
    return Officieel(stukken).vind(parse_document(data), blad)


def past(stukken, data):
    """Say whether a dossier fits the schema of a bundle."""
    return Officieel(stukken).past(parse_document(data))

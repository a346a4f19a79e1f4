"""The folder with all pages: documents to read in a repository, and one page to search in."""

from __future__ import annotations

from collections.abc import Iterator

from oso_adapters.uitleg.markdown import markdown_documenten
from oso_adapters.uitleg.zoekpagina import maak_zoekpagina

__all__ = ["documenten"]


def documenten() -> Iterator[tuple[str, str]]:
    """Yield name and text of each document."""
    yield from markdown_documenten()
    yield "index.html", maak_zoekpagina()

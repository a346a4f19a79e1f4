"""The pages of other distributions; one that does not load takes no other page down."""

from __future__ import annotations

import contextlib
import sys
from functools import cache
from importlib.metadata import EntryPoint, entry_points

import attrs

from oso_adapters.uitleg.pagina import Pagina

__all__ = ["GROEP", "Elders", "van_elders"]

GROEP = "oso_adapters.uitleg"
"""Entry points: functions without arguments that return pages."""


@attrs.frozen
class Elders:
    """What other distributions have to explain.

    Attributes:
        mislukt: why there are no pages of a distribution, one sentence for each.
    """

    paginas: tuple[Pagina, ...]
    mislukt: tuple[str, ...]


@cache
def van_elders() -> Elders:
    """Return the pages of other distributions, and why those of some are not there."""
    paginas: list[Pagina] = []
    mislukt: list[str] = []
    for punt in sorted(entry_points(group=GROEP), key=lambda punt: punt.name):
        try:
            with contextlib.redirect_stdout(sys.stderr):
                paginas += _geladen(punt)
        except (Exception, SystemExit) as fout:  # noqa: BLE001 - it must not hide the others
            mislukt.append(
                f"de uitleg van {punt.value} laadt niet ({type(fout).__name__}); installeer het"
                " pakket dat haar heeft opnieuw"
            )
    return Elders(tuple(paginas), tuple(mislukt))


def _geladen(punt: EntryPoint) -> tuple[Pagina, ...]:
    paginas = tuple(punt.load()())
    if not all(isinstance(pagina, Pagina) for pagina in paginas):
        raise TypeError("expected pages")
    return paginas

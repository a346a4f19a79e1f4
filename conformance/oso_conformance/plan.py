"""What is tried: every requirement on every geval that it is about, known before anything runs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import attrs

from oso_conformance.eis import Eis, eisen
from oso_conformance.gevallen import gevallen

__all__ = ["Paar", "plan"]

_EEN_KEER = "plugin"


@attrs.frozen
class Paar:
    """One requirement on one geval.

    Attributes:
        eis: id of the requirement.
        geval: id of the geval; empty when the requirement is tried once.
    """

    eis: str
    geval: str = ""

    def __str__(self) -> str:
        return f"{self.eis}-{self.geval}" if self.geval else self.eis


def _paren(eis: Eis) -> Iterator[Paar]:
    passend = [geval for geval in gevallen().values() if eis.over in geval.kenmerken]
    if eis.over == _EEN_KEER or not passend:
        yield Paar(eis.id)
        return
    yield from (Paar(eis.id, geval.id) for geval in passend)


@cache
def plan() -> tuple[Paar, ...]:
    """Return every pair of requirement and geval, in order."""
    return tuple(paar for eis in eisen().values() for paar in _paren(eis))

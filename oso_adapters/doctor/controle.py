"""What one check of the set-up finds."""

from __future__ import annotations

from enum import StrEnum

import attrs

__all__ = ["Controle", "Stand", "fout", "goed", "let_op"]


class Stand(StrEnum):
    """Only ``fout`` means that something will not work."""

    GOED = "goed"
    LET_OP = "let op"
    FOUT = "fout"


@attrs.frozen
class Controle:
    """One check.

    Attributes:
        onderdeel: what was looked at.
        tekst: what was found, in Dutch, without values of leerlingen.
        herstel: what to do; empty when all is well.
    """

    onderdeel: str
    stand: Stand
    tekst: str
    herstel: str = ""


def goed(onderdeel: str, tekst: str) -> Controle:
    """Return that all is well."""
    return Controle(onderdeel, Stand.GOED, tekst)


def let_op(onderdeel: str, tekst: str, herstel: str) -> Controle:
    """Return that it works, but not as it should."""
    return Controle(onderdeel, Stand.LET_OP, tekst, herstel)


def fout(onderdeel: str, tekst: str, herstel: str) -> Controle:
    """Return that it does not work."""
    return Controle(onderdeel, Stand.FOUT, tekst, herstel)

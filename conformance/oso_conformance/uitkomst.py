"""What can become of one requirement on one geval, and how a test says so."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Any, NoReturn

import attrs
import pytest

__all__ = [
    "NIET_MEEGEBRACHT",
    "Bevinding",
    "Gezakt",
    "NietVastTeStellen",
    "Overgeslagen",
    "Uitkomst",
    "niet_ondersteund",
    "niet_van_toepassing",
    "niet_vast_te_stellen",
    "samen",
    "zonder_bevinding",
]


NIET_MEEGEBRACHT = "de plugin brengt dit geval nog niet mee"
"""Why nothing else can be known of a geval that E.ONT.04 misses."""


class Uitkomst(StrEnum):
    """The closed set of outcomes; the worst first."""

    HULPMIDDEL = "fout van het hulpmiddel"
    GEZAKT = "gezakt"
    NIET_VAST_TE_STELLEN = "niet vast te stellen"
    GESLAAGD = "geslaagd"
    NIET_ONDERSTEUND = "niet ondersteund"
    NIET_VAN_TOEPASSING = "niet van toepassing"


def samen(uitkomsten: Iterable[Uitkomst]) -> Uitkomst:
    """Return the outcome of several together: the worst of them."""
    volgorde = list(Uitkomst)
    return min(uitkomsten, key=volgorde.index, default=Uitkomst.HULPMIDDEL)


@attrs.frozen
class Bevinding:
    """What was found, without any value.

    Attributes:
        tekst: what is wrong, one sentence in Dutch.
        plaats: place in the dossier; empty when it is about something else.
        bronvelden: the vendor's own fields that fill that place.
    """

    tekst: str
    plaats: str = ""
    bronvelden: tuple[str, ...] = ()

    def als_dict(self) -> dict[str, Any]:
        """Return the finding as it stands in a certificate."""
        return {"tekst": self.tekst, "plaats": self.plaats, "bronvelden": list(self.bronvelden)}

    def __str__(self) -> str:
        velden = f" (eigen veld: {', '.join(self.bronvelden)})" if self.bronvelden else ""
        return f"{self.plaats}: {self.tekst}{velden}" if self.plaats else f"{self.tekst}{velden}"


class Gezakt(AssertionError):
    """A requirement is not met; ``bevindingen`` say where."""

    uitkomst = Uitkomst.GEZAKT

    def __init__(self, bevindingen: Iterable[Bevinding]) -> None:
        self.bevindingen = tuple(bevindingen)
        self.reden = ""
        super().__init__("\n".join(str(bevinding) for bevinding in self.bevindingen))


class NietVastTeStellen(AssertionError):
    """Something else went wrong first, so that this can't be known."""

    uitkomst = Uitkomst.NIET_VAST_TE_STELLEN
    bevindingen: tuple[Bevinding, ...] = ()

    def __init__(self, reden: str) -> None:
        self.reden = reden
        super().__init__(reden)


class Overgeslagen(pytest.skip.Exception):  # type: ignore[name-defined,misc]
    """The requirement does not count here."""

    bevindingen: tuple[Bevinding, ...] = ()

    def __init__(self, uitkomst: Uitkomst, reden: str) -> None:
        self.uitkomst = uitkomst
        self.reden = reden
        super().__init__(f"{uitkomst}: {reden}")


def niet_van_toepassing(reden: str) -> NoReturn:
    """End the test: the plugin does not do this kind of thing."""
    raise Overgeslagen(Uitkomst.NIET_VAN_TOEPASSING, reden)


def niet_ondersteund(reden: str) -> NoReturn:
    """End the test: the plugin declares that it does not have this, with the reason."""
    raise Overgeslagen(Uitkomst.NIET_ONDERSTEUND, reden)


def niet_vast_te_stellen(reden: str) -> NoReturn:
    """End the test: it can't be known."""
    raise NietVastTeStellen(reden)


def zonder_bevinding(bevindingen: Iterable[Bevinding]) -> None:
    """Pass when there is nothing to tell.

    Raises:
        Gezakt: there is; all of it is told.
    """
    gevonden = tuple(bevindingen)
    if gevonden:
        raise Gezakt(gevonden)

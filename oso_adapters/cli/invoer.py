"""The files that a command is given: names, folders and standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import attrs

from oso_adapters.binding import GRENZEN

__all__ = ["Bestand", "NietTeLezen", "find_bestanden", "read_bestand"]

_STANDAARDINVOER = "-"


@attrs.frozen
class Bestand:
    """A file as typed, or why there is none to read."""

    naam: str
    bezwaar: str = ""


class NietTeLezen(Exception):
    """A file can't be read; the message says why, in Dutch."""


def find_bestanden(namen: tuple[str, ...]) -> Iterator[Bestand]:
    """Yield the files that were named, and every .xml in the folders that were named."""
    for naam in namen:
        if naam == _STANDAARDINVOER or not os.path.isdir(naam):
            yield Bestand(naam)
            continue
        pad = Path(naam)
        gevonden = sorted(p for p in pad.rglob("*") if p.suffix.lower() == ".xml" and p.is_file())
        if not gevonden:
            yield Bestand(naam, "In deze map staat geen bestand dat op .xml eindigt.")
        for bestand in gevonden:
            yield Bestand(os.path.join(naam, bestand.relative_to(pad)))


def read_bestand(bestand: Bestand) -> bytes:
    """Read a file, but no more than can be checked: one byte over the limit is enough to know.

    Raises:
        NietTeLezen: there is no such file, or it may not be read.
    """
    if bestand.bezwaar:
        raise NietTeLezen(bestand.bezwaar)
    if bestand.naam == _STANDAARDINVOER:
        return sys.stdin.buffer.read(GRENZEN.grootte + 1)
    try:
        with open(bestand.naam, "rb") as open_bestand:
            return open_bestand.read(GRENZEN.grootte + 1)
    except FileNotFoundError:
        raise NietTeLezen("Dit bestand bestaat niet.") from None
    except (OSError, ValueError):
        raise NietTeLezen("Dit bestand is niet te openen.") from None

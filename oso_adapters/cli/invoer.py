"""The files that a command is given: names, folders and standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

import attrs

from oso_adapters.binding import GRENZEN

__all__ = ["Bestand", "NietTeLezen", "find_bestanden", "is_standaardinvoer", "read_bestand"]

_STANDAARDINVOER = "-"
_INGEPAKT = (".zip", ".gz", ".7z", ".rar")


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
        leeg = True
        for bestand in _in_map(naam):
            leeg = False
            yield bestand
        if leeg:
            yield Bestand(naam, f"In deze map staat geen bestand dat op .xml eindigt{_wel(naam)}.")


def _wel(map_: str) -> str:
    """Say of a folder without XML that something in it must be unpacked first."""
    namen = (naam for _, _, namen in os.walk(map_) for naam in namen)
    ingepakt = any(naam.lower().endswith(_INGEPAKT) for naam in namen)
    return ", wel een ingepakt bestand: pak dat eerst uit" if ingepakt else ""


def _in_map(map_: str) -> Iterator[Bestand]:
    """Yield the XML files in a folder and all below it, by name; only one folder is held."""
    try:
        with os.scandir(map_) as inhoud:
            namen = sorted((ding.name, ding.is_dir(follow_symlinks=False)) for ding in inhoud)
    except OSError:
        yield Bestand(map_, "Deze map is niet te openen.")
        return
    for naam, is_map in namen:
        pad = os.path.join(map_, naam)
        if is_map:
            yield from _in_map(pad)
        elif naam.lower().endswith(".xml") and os.path.isfile(pad):
            yield Bestand(pad)


def is_standaardinvoer(bestand: Bestand) -> bool:
    """Say whether it is standard input, which only this process can read."""
    return bestand.naam == _STANDAARDINVOER


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
    except IsADirectoryError:
        raise NietTeLezen("Dit is een map; noem een bestand daarin.") from None
    except (OSError, ValueError):
        raise NietTeLezen("Dit bestand is niet te openen.") from None

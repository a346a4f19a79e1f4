"""Reads a JSON file piece by piece, so that a file of any size takes the memory of one piece."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from oso_adapters.errors import ConfigurationError

__all__ = ["read_json"]

Pad = tuple[str | int, ...]
_HAP = 256 * 1024
"""Bytes that are read at a time."""
_MARGE = 16
"""So near the end of what is read a value, or an error, may turn out otherwise in what follows."""
_DUBBEL = "an object has the same key twice, so its meaning is unclear"
_WIT = re.compile(r"[ \t\n\r]*")


def read_json(bestand: Path, diepte: int, *, herstel: str) -> Iterator[tuple[Pad, Any]]:
    """Yield what stands in a JSON file, each with the way to it: keys, and numbers in a list.

    An object that is opened comes first as ``{}`` and then key by key, a list as ``[]`` and then
    item by item; an object inside an item, or deeper than ``diepte``, comes as a whole.

    Args:
        diepte: how many objects may be opened, one in the other.
        herstel: what who made the file must do when it is wrong, for the message.

    Raises:
        ConfigurationError: no JSON in UTF-8, or an object has the same key twice. No text of the
            file is passed on: it may hold values.
        OSError: the file can't be read.
    """
    with bestand.open("rb") as stroom:
        tekst = _Tekst(stroom, bestand, herstel)
        yield from _dingen(tekst, (), diepte)
        if tekst.teken():
            raise tekst.geen_json()


def _dingen(tekst: _Tekst, pad: Pad, diepte: int) -> Iterator[tuple[Pad, Any]]:
    match tekst.teken():
        case "{" if diepte:
            yield pad, {}
            gezien: set[str] = set()
            for _ in tekst.leden("{", "}"):
                naam = tekst.naam()
                if naam in gezien:
                    raise tekst.fout(_DUBBEL)
                gezien.add(naam)
                yield from _dingen(tekst, (*pad, naam), diepte - 1)
        case "[":
            yield pad, []
            for nr in tekst.leden("[", "]"):
                yield (*pad, nr), tekst.waarde()
        case _:
            yield pad, tekst.waarde()


class _DubbelError(Exception):
    """A key stands twice in one object."""


def _uniek(paren: list[tuple[str, Any]]) -> dict[str, Any]:
    inhoud = dict(paren)
    if len(inhoud) != len(paren):
        raise _DubbelError
    return inhoud


class _Tekst:
    """The text of a file of which only a piece is held."""

    def __init__(self, stroom: BinaryIO, bestand: Path, herstel: str) -> None:
        self._stroom = stroom
        self._bestand = bestand
        self._herstel = herstel
        self._naar_tekst = codecs.getincrementaldecoder("utf-8-sig")()
        self._lees_waarde = json.JSONDecoder(object_pairs_hook=_uniek).raw_decode
        self._tekst = ""
        self._plek = 0
        self._bytes = 0
        self._regel = 1
        self._kolom = 1
        self._op = False

    def fout(self, wat: str) -> ConfigurationError:
        """Return an error on this file."""
        return ConfigurationError(f"{self._bestand}: {wat}; {self._herstel}")

    def geen_json(self, plek: int | None = None) -> ConfigurationError:
        """Return the error that here, or at a place in the piece that is held, is no JSON."""
        regel, kolom = self._tel(self._plek if plek is None else plek)
        return self.fout(f"line {regel}, column {kolom} is no JSON")

    def teken(self) -> str:
        """Return the next character that is no blank; nothing at the end of the file."""
        while True:
            gevonden = _WIT.match(self._tekst, self._plek)
            self._plek = gevonden.end() if gevonden else self._plek
            if self._plek < len(self._tekst):
                return self._tekst[self._plek]
            if not self._meer():
                return ""

    def leden(self, open_: str, dicht: str) -> Iterator[int]:
        """Go past the signs around and between the members of a list; who asks reads each."""
        self._neem(open_)
        if self.teken() != dicht:
            nr = 0
            yield nr
            while self.teken() == ",":
                nr += 1
                self._neem(",")
                yield nr
        self._neem(dicht)

    def naam(self) -> str:
        """Read the name of a member of an object."""
        if self.teken() != '"':
            raise self.geen_json()
        naam: str = self.waarde()
        self._neem(":")
        return naam

    def waarde(self) -> Any:
        """Read one whole value; as much of the file as it takes."""
        self.teken()
        while True:
            try:
                waarde, einde = self._lees_waarde(self._tekst, self._plek)
            except json.JSONDecodeError as fout:
                if not (self._kan_half_zijn(fout) and self._meer()):
                    raise self.geen_json(fout.pos) from None
            except _DubbelError:
                raise self.fout(_DUBBEL) from None
            except (ValueError, RecursionError):
                raise self.fout("a number is too long or there are too many levels") from None
            else:
                # A number so near the end may go on in what was not read yet.
                if einde + _MARGE <= len(self._tekst) or not self._meer():
                    self._plek = einde
                    return waarde

    def _neem(self, teken: str) -> None:
        if self.teken() != teken:
            raise self.geen_json()
        self._plek += 1

    def _kan_half_zijn(self, fout: json.JSONDecodeError) -> bool:
        return fout.pos >= len(self._tekst) - _MARGE or fout.msg.startswith("Unterminated string")

    def _meer(self) -> bool:
        """Read on, at least as much as is held; what was used is let go."""
        if self._op:
            return False
        hap = self._stroom.read(max(_HAP, len(self._tekst) - self._plek))
        try:
            nieuw = self._naar_tekst.decode(hap, final=not hap)
        except UnicodeDecodeError as fout:
            byte = self._bytes - len(self._naar_tekst.getstate()[0]) + fout.start
            raise self.fout(f"byte {byte} is no UTF-8") from None
        if not hap:
            self._op = True
            return False
        self._bytes += len(hap)
        self._regel, self._kolom = self._tel(self._plek)
        self._tekst, self._plek = self._tekst[self._plek :] + nieuw, 0
        return True

    def _tel(self, plek: int) -> tuple[int, int]:
        """Return line and column of a place in the piece that is held, counted from 1."""
        regels = self._tekst.count("\n", 0, plek)
        if regels:
            return self._regel + regels, plek - self._tekst.rfind("\n", 0, plek)
        return self._regel, self._kolom + plek

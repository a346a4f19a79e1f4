"""What an export holds beside the leerlingen: tables of rows that an id points to."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

__all__ = ["Lezing", "Tabel"]

_BIJ_DE_HAND = 1024
"""Rows of a table that need not be read again: those that many leerlingen point to."""


class Tabel:
    """Rows of one class by id; an id that stands twice points nowhere.

    Rows are kept as text, which takes a quarter of the memory; the last ones used are at hand.

    Attributes:
        dubbel: ids that stand there more than once.
    """

    def __init__(self) -> None:
        self._teksten: dict[str, str] = {}
        self._lees = lru_cache(_BIJ_DE_HAND)(json.loads)
        self._los: list[str] = []
        self.dubbel: set[str] = set()

    def add(self, rij: Mapping[str, Any]) -> None:
        """Take a row in; one without id can't be pointed to."""
        sleutel, tekst = rij.get("id"), json.dumps(rij)
        if not isinstance(sleutel, str):
            self._los.append(tekst)
            return
        if sleutel in self._teksten:
            self.dubbel.add(sleutel)
            self._los.append(self._teksten[sleutel])
        self._teksten[sleutel] = tekst

    def rij(self, sleutel: str) -> Mapping[str, Any] | None:
        """Return the one row with an id; None when there is none, or more than one."""
        if sleutel not in self._teksten or sleutel in self.dubbel:
            return None
        rij: Mapping[str, Any] = self._lees(self._teksten[sleutel])
        return rij

    def __iter__(self) -> Iterator[str]:
        yield from self._teksten

    def rows(self, *, but: Collection[str] = ()) -> Iterator[dict[str, Any]]:
        """Yield every row but those with some ids."""
        for tekst in self._los:
            yield json.loads(tekst)
        for sleutel, tekst in self._teksten.items():
            if sleutel not in but:
                yield json.loads(tekst)


class Lezing:
    """Where a leerling was read, so that all that stood there can be written back.

    Attributes:
        leerling: the leerling as read; another one in the record has changed since.
        tabellen: what leerlingen point to, by class of the record.
        map: folder of the export.
        genoemd: files in the folder ``bijlagen`` that leerlingen have.
    """

    __slots__ = ("genoemd", "leerling", "map", "tabellen")

    def __init__(
        self,
        leerling: object,
        tabellen: Mapping[type, Tabel],
        map_: Path,
        genoemd: Collection[Path],
    ) -> None:
        self.leerling = leerling
        self.tabellen = tabellen
        self.map = map_
        self.genoemd = genoemd

"""A folder with attachments: nothing outside it is ever read or written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PureWindowsPath

import attrs

from oso_adapters.mapping.bijlagen import MAX_BIJLAGE, require_size
from oso_adapters.mapping.bronnen import Onbruikbaar

__all__ = ["MAX_BIJLAGEN", "Bijlagenmap"]

MAX_BIJLAGEN = 40 * 1024 * 1024
"""Bytes of all files of one leerling together; more would not fit in a dossier."""


@attrs.frozen
class Bijlagenmap:
    """A folder with the attachments of a school; their names come from the administration.

    Attributes:
        grens: bytes of all files of one leerling together.
        gelezen: the files that were read, by their place in the folder.
    """

    map: Path
    grens: int = MAX_BIJLAGEN
    gelezen: set[Path] = attrs.field(factory=set, init=False, repr=False)

    def lezer(self) -> Callable[[str], bytes]:
        """Return what reads the files of one leerling; one that is named twice is kept once.

        It raises `Onbruikbaar` as `lees` does, and when all together are too large.
        """
        bewaard: dict[Path, bytes] = {}
        totaal = 0

        def lees(naam: str) -> bytes:
            nonlocal totaal
            plek = self._plek(naam)
            if plek not in bewaard:
                bewaard[plek] = self.lees(naam)
            totaal += len(bewaard[plek])
            if totaal > self.grens:
                raise Onbruikbaar(f"bijlagen van samen ten hoogste {self.grens // 1024**2} MiB")
            return bewaard[plek]

        return lees

    def lees(self, naam: str) -> bytes:
        """Return the content of a file.

        Raises:
            Onbruikbaar: no such file in the folder, it can't be read, or it is too large.
        """
        plek = self._plek(naam)
        bestand = self._binnen(plek)
        try:
            if not bestand.is_file():
                raise Onbruikbaar(f"een bestand in de map '{self.map.name}'")
            with bestand.open("rb") as stroom:
                # One byte more than may be, so that a file that is too large shows.
                inhoud = require_size(stroom.read(MAX_BIJLAGE + 1))
        except OSError:
            raise self._onleesbaar() from None
        self.gelezen.add(plek)
        return inhoud

    def bewaar(self, naam: str, inhoud: bytes) -> None:
        """Write a file, and the folders that it stands in.

        Raises:
            Onbruikbaar: its place is not in the folder.
        """
        bestand = self._binnen(self._plek(naam))
        bestand.parent.mkdir(parents=True, exist_ok=True)
        bestand.write_bytes(inhoud)

    def _plek(self, naam: str) -> Path:
        """Return the place that a name gives, on whatever system it was written."""
        geschreven = PureWindowsPath(naam)
        if geschreven.anchor or ".." in geschreven.parts:
            raise self._buiten()
        return Path(*geschreven.parts)

    def _binnen(self, plek: Path) -> Path:
        """Return where a file really is, also through a link."""
        try:
            bestand = (self.map / plek).resolve()
            binnen = bestand.is_relative_to(self.map.resolve())
        except (OSError, RuntimeError, ValueError):
            raise self._onleesbaar() from None
        if not binnen:
            raise self._buiten()
        return bestand

    def _buiten(self) -> Onbruikbaar:
        return Onbruikbaar(f"een plaats binnen de map '{self.map.name}'")

    def _onleesbaar(self) -> Onbruikbaar:
        return Onbruikbaar(f"een leesbaar bestand in de map '{self.map.name}'")

"""Reads a large XML file of a school administration part by part, behind the guards of `parser`.

A dossier is one tree; an export of a whole school need not fit in memory. The limits on a document
count here for each part, and what was handed over is let go.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import BinaryIO

import attrs
from lxml import etree

from oso_adapters.binding.parser import (
    GRENZEN,
    Grenzen,
    controleer_begin,
    grens_fout,
    leesfout,
    open_lezer,
)
from oso_adapters.errors import LeesFout

__all__ = ["Deel", "read_delen"]

_MIB = 1024 * 1024
_BLOK = 64 * 1024
_IN_LIJST = 2
"""Elements that are open around a part that stands in a list."""


@attrs.frozen(repr=False)
class Deel:
    """An element as plain data.

    Attributes:
        naam: name; with its namespace in braces when that is not the one of the root.
        tekst: text of the element itself.
        delen: the elements right below it.
    """

    naam: str
    attributen: Mapping[str, str]
    tekst: str
    delen: tuple[Deel, ...]


def read_delen(
    bestand: BinaryIO, wortel: str, lijsten: Collection[str], *, grenzen: Grenzen = GRENZEN
) -> Iterator[tuple[str, Deel]]:
    """Yield the parts of a document with their path, such as ``leerlingen/leerling``.

    A part is an element right below the root; of a list it is each element in that list.

    Args:
        wortel: name of the root, with its namespace as ``{namespace}name``.
        lijsten: names of the elements right below the root that are lists.
        grenzen: limits on one part.

    Raises:
        LeesFout: not XML, another root, a DTD, or a part that passes a limit. Parts that came
            before it are already handed over.
    """
    lezer = _Lezer(wortel, frozenset(lijsten), grenzen)
    try:
        blok = bestand.read(_BLOK)
        controleer_begin(blok)
        while blok:
            yield from lezer.neem(blok)
            blok = bestand.read(_BLOK)
        yield from lezer.sluit()
    except LeesFout as fout:
        raise _over_het_bestand(fout) from None


def _over_het_bestand(fout: LeesFout) -> LeesFout:
    """Give an error the remedy for a file that no dossier is."""
    fout.herstel = "Maak het bestand opnieuw aan in het administratiesysteem."
    return fout


@attrs.define(repr=False)
class _Lezer:
    """A parser, and where it is.

    Attributes:
        open: elements that have begun and not ended.
        grootte, elementen, toekenningen: what came since a part was handed over.
    """

    wortel: str
    lijsten: frozenset[str]
    grenzen: Grenzen
    parser: etree.XMLPullParser = attrs.field(factory=open_lezer)
    open: list[etree._Element] = attrs.field(factory=list)
    grootte: int = 0
    elementen: int = 0
    toekenningen: int = 0

    def neem(self, blok: bytes) -> Iterator[tuple[str, Deel]]:
        """Take the next block; yield the parts that end in it."""
        self.grootte += len(blok)
        self.toekenningen += blok.count(b"=")
        if self.grootte > self.grenzen.grootte + _BLOK:
            raise grens_fout("een onderdeel is te groot", f"{self.grenzen.grootte // _MIB} MiB")
        if self.toekenningen > self.grenzen.attributen:
            raise grens_fout("het heeft te veel attributen", f"{self.grenzen.attributen}")
        self._voer(lambda: self.parser.feed(blok))
        yield from self._delen()

    def sluit(self) -> Iterator[tuple[str, Deel]]:
        """Yield what is left at the end of the document."""
        self._voer(self.parser.close)
        yield from self._delen()

    def _voer(self, doe: Callable[[], object]) -> None:
        """Let the parser go on; it does not raise every error itself."""
        try:
            doe()
        except etree.XMLSyntaxError as fout:
            self._stop_bij_fout()
            raise leesfout(fout.code, *fout.position, self.grenzen) from None
        self._stop_bij_fout()

    def _stop_bij_fout(self) -> None:
        for regel in self.parser.feed_error_log:
            if regel.level == etree.ErrorLevels.FATAL:
                raise leesfout(regel.type, regel.line, regel.column, self.grenzen) from None

    def _delen(self) -> Iterator[tuple[str, Deel]]:
        for gebeurtenis, el in self.parser.read_events():
            if gebeurtenis == "start":
                self._begin(el)
            else:
                self.open.pop()
                pad = self._pad(el)
                if pad is not None:
                    yield pad, _deel(el, self._voor)
                    self._laat_los(el)

    def _begin(self, el: etree._Element) -> None:
        if not self.open and el.tag != self.wortel:
            raise LeesFout("Het bestand heeft een ander eerste element dan verwacht.", herstel="")
        self.open.append(el)
        self.elementen += 1
        if len(self.open) > self.grenzen.diepte:
            raise grens_fout("de elementen staan te diep in elkaar", f"{self.grenzen.diepte}")
        if self.elementen > self.grenzen.elementen:
            raise grens_fout("een onderdeel heeft te veel elementen", f"{self.grenzen.elementen}")

    @property
    def _voor(self) -> str:
        """What stands in front of the name of an element in the namespace of the root."""
        return self.wortel[: self.wortel.rfind("}") + 1]

    def _pad(self, el: etree._Element) -> str | None:
        """Return the path of an element that has ended; None when it is no part."""
        naam = str(el.tag).removeprefix(self._voor)
        if len(self.open) == 1:
            return None if naam in self.lijsten else naam
        if len(self.open) == _IN_LIJST:
            lijst = str(self.open[-1].tag).removeprefix(self._voor)
            return f"{lijst}/{naam}" if lijst in self.lijsten else None
        return None

    def _laat_los(self, el: etree._Element) -> None:
        """Free what was handed over; the element itself stays until the next one has come."""
        el.clear(keep_tail=True)
        ouder = self.open[-1]
        while ouder[0] is not el:
            del ouder[0]
        self.grootte = self.elementen = self.toekenningen = 0


def _deel(el: etree._Element, voor: str) -> Deel:
    tekst = el.text or ""
    delen: tuple[Deel, ...] = ()
    if len(el):
        tekst += "".join(kind.tail or "" for kind in el)
        delen = tuple([_deel(kind, voor) for kind in el])
    return Deel(str(el.tag).removeprefix(voor), dict(el.attrib), tekst, delen)

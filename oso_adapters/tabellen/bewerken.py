"""Changes a dossier as an element tree, in such a way that it still fits the schema."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from lxml import etree

from oso_adapters.binding.plaatsen import Plaatsen
from oso_adapters.gegevensset._boom import plekken
from oso_adapters.gegevensset._veld import Veld, Vorm, velden_in
from oso_adapters.gegevensset.dossier import Dossier
from oso_adapters.rules.vouwen import absoluut
from oso_adapters.tabellen.bouwen import Bouwer
from oso_adapters.tabellen.ingrepen import Bereken, Ingreep, Kies, Neem, Vul, Zet
from oso_adapters.versies import Versie

__all__ = ["Bewerker", "KanNietError"]

_Element = etree._Element


class KanNietError(Exception):
    """A change that would leave a document that does not fit the schema."""


@cache
def _blok_op(versie: Versie) -> dict[str, type]:
    """Return the block of each element that has one, by its path without positions."""
    blokken = {p.pad: p.veld.blok for p in plekken(versie) if p.veld.blok is not None}
    return {"/dossier": Dossier, **blokken}


@cache
def _veld_op(versie: Versie) -> dict[str, Veld]:
    """Return the field of each element, by its path without positions."""
    return {pad: p.veld for p in reversed(plekken(versie)) for pad in (p.pad, p.kop)}


@cache
def _waarde_op(versie: Versie) -> dict[str, Veld]:
    """Return the field that says what the text of each element must be."""
    return {p.pad: p.veld for p in plekken(versie) if p.veld.soort is not None}


class Bewerker:
    """Changes one document; what is put in comes from a builder."""

    def __init__(self, root: _Element, bouwer: Bouwer) -> None:
        self.root = root
        self.bouwer = bouwer
        self.versie = bouwer.versie

    def voer_uit(self, el: _Element, weg: Iterable[Ingreep]) -> None:
        """Do some changes, each relative to an element.

        Raises:
            KanNietError: one of them can't be done; the document may be half changed.
        """
        for ingreep in weg:
            self._doe(el, ingreep)

    def elementen(self, bij: str) -> list[_Element]:
        """Return the elements that a rule looks at."""
        if bij == "/":
            return [self.root]
        naam = self.bouwer.tag(bij.rpartition("/")[2])
        return [el for el in self.root.iter(naam) if self._pad(el).endswith(f"/{bij}")]

    def _doe(self, el: _Element, ingreep: Ingreep) -> None:
        start, stappen = self._begin(el, ingreep.pad)
        if isinstance(ingreep, Neem):
            self._neem(start, stappen)
            return
        doel = self._vul(start, stappen)
        if isinstance(ingreep, Vul):
            return
        veld = _waarde_op(self.versie).get(self._pad(doel))
        if veld is None or veld.soort is None:
            raise KanNietError
        waarde = self._waarde(el, doel, veld, ingreep)
        if not veld.soort.past(waarde):
            raise KanNietError
        doel[:] = []
        doel.text = waarde

    def _waarde(self, el: _Element, doel: _Element, veld: Veld, ingreep: Ingreep) -> str:
        match ingreep:
            case Zet(_, waarde):
                return waarde
            case Bereken(_, reken):
                return reken(lambda pad: self._tekst(el, pad))
            case Kies(_, past, nr):
                assert veld.soort is not None
                keuzes = self.bouwer.waarden.keuzes(veld, veld.soort, self._pad(doel))
                passend = [w for w in (doel.text or "", *keuzes) if past(w)]
                if nr < len(passend):
                    return passend[nr]
        raise KanNietError

    def _tekst(self, el: _Element, pad: str) -> str | None:
        start, stappen = self._begin(el, pad)
        for stap in stappen:
            volgende = start.find(self.bouwer.tag(stap))
            if volgende is None:
                return None
            start = volgende
        return start.text

    def _pad(self, el: _Element) -> str:
        return Plaatsen().pad(el)

    def _begin(self, el: _Element, pad: str) -> tuple[_Element, list[str]]:
        """Return where a path starts and the steps that it takes from there."""
        if pad.startswith("//"):
            _, *stappen = absoluut("", pad).removeprefix("/").split("/")
            return self.root, stappen
        return el, [stap for stap in pad.split("/") if stap not in (".", "")]

    def _velden(self, el: _Element) -> dict[str, Veld]:
        cls = _blok_op(self.versie).get(self._pad(el))
        return {} if cls is None else {v.naam: v for v in velden_in(cls, self.versie)}

    def _vul(self, el: _Element, stappen: list[str]) -> _Element:
        """Follow a path and put in what is not there; return where it ends."""
        if not stappen:
            return el
        naam, *rest = stappen
        kind = el.find(self.bouwer.tag(naam))
        if kind is None:
            veld = self._velden(el).get(naam)
            if veld is None or veld.vorm in (Vorm.ATTRIBUUT, Vorm.TEKST):
                raise KanNietError
            kind = self._voeg_in(el, veld)
        return self._vul(kind, rest)

    def _voeg_in(self, el: _Element, veld: Veld) -> _Element:
        """Put a field in at its place in the order of the schema; what it excludes goes out."""
        velden = self._velden(el)
        volgorde = {self.bouwer.tag(naam): nr for nr, naam in enumerate(velden)}
        if veld.keuze is not None:
            for kind in list(el.iterchildren("*")):
                ander = velden.get(etree.QName(kind).localname)
                if ander is not None and ander.keuze == veld.keuze:
                    el.remove(kind)
        plek = volgorde[self.bouwer.tag(veld.naam)]
        voor = sum(1 for kind in el if volgorde.get(str(kind.tag), -1) <= plek)
        nieuw = list(self.bouwer.elementen(veld, self._pad(el)))
        el[voor:voor] = nieuw
        return nieuw[0]

    def _neem(self, el: _Element, stappen: list[str]) -> None:
        for doel in list(self._alle(el, stappen)):
            self._neem_een(doel)

    def _alle(self, el: _Element, stappen: list[str]) -> Iterator[_Element]:
        if not stappen:
            yield el
            return
        for kind in list(el.iterchildren(self.bouwer.tag(stappen[0]))):
            yield from self._alle(kind, stappen[1:])

    def _neem_een(self, el: _Element) -> None:
        """Take an element out, with the list around it when nothing else is in it."""
        ouder = el.getparent()
        if ouder is None:
            raise KanNietError
        veld = _veld_op(self.versie).get(self._pad(el))
        if veld is None:
            raise KanNietError
        if veld.lijst is not None and etree.QName(el).localname == veld.lijst:
            if len(ouder) == 1 and not veld.leeg:
                self._neem_een(ouder)
                return
        elif veld.verplicht and not (veld.onbeperkt and len(ouder.findall(str(el.tag))) > 1):
            raise KanNietError
        ouder.remove(el)

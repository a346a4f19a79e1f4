"""Builds elements from what the blocks declare, filled with fictional values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs
from lxml import etree

from oso_adapters.gegevensset._veld import Veld, Vorm, velden_in
from oso_adapters.tabellen.waarden import Waarden
from oso_adapters.versies import Versie

__all__ = ["GEWOON", "KLEIN", "OMVANGEN", "VOL", "Bouwer", "Omvang"]

_Element = etree._Element


@attrs.frozen
class Omvang:
    """How much a generated dossier holds.

    Attributes:
        kans: how likely an optional field is filled.
        aantal: least and most of what may be there again and again.
    """

    naam: str
    kans: float
    aantal: tuple[int, int]


KLEIN = Omvang("klein", 0.0, (1, 1))
GEWOON = Omvang("gewoon", 0.5, (1, 2))
VOL = Omvang("vol", 0.97, (2, 3))
OMVANGEN = (KLEIN, GEWOON, VOL)


class Bouwer:
    """Builds elements of one version."""

    def __init__(self, versie: Versie, omvang: Omvang, waarden: Waarden) -> None:
        self.versie = versie
        self.omvang = omvang
        self.waarden = waarden
        self._ns = f"{{{versie.namespace}}}"

    def tag(self, naam: str) -> str:
        """Return the name of an element with its namespace."""
        return self._ns + naam

    def blok(self, cls: type, naam: str, pad: str) -> _Element:
        """Return the element of a block with its fields.

        Args:
            pad: path of the element without positions.
        """
        el = etree.Element(self.tag(naam), nsmap={None: self.versie.namespace})
        for veld in self._gekozen(cls):
            self._voeg_toe(el, veld, pad)
        return el

    def elementen(self, veld: Veld, pad: str) -> Iterator[_Element]:
        """Yield what one field of a block becomes.

        Args:
            pad: path of the block.
        """
        hier = f"{pad}/{veld.naam}"
        if veld.vorm is Vorm.LIJST:
            assert veld.lijst is not None
            lijst = etree.Element(self.tag(veld.naam))
            lijst.extend(
                [self._een(veld, veld.lijst, f"{hier}/{veld.lijst}") for _ in self._keer()]
            )
            yield lijst
        elif veld.vorm is Vorm.REEKS:
            assert veld.blok is not None
            reeks = etree.Element(self.tag(veld.naam))
            for _ in self._keer():
                reeks.extend(list(self.blok(veld.blok, veld.naam, hier)))
            yield reeks
        else:
            for _ in self._keer() if veld.onbeperkt else range(1):
                yield self._een(veld, veld.naam, hier)

    def _keer(self) -> range:
        return range(self.waarden.rnd.randint(*self.omvang.aantal))

    def _gekozen(self, cls: type) -> Iterator[Veld]:
        """Choose the fields that are filled; of a choice one at most."""
        velden = velden_in(cls, self.versie)
        gekozen: dict[str, Veld] = {}
        for veld in velden:
            if veld.keuze and veld.keuze not in gekozen:
                groep = [v for v in velden if v.keuze == veld.keuze]
                gekozen[veld.keuze] = self.waarden.rnd.choice(groep)
            if veld.keuze and gekozen[veld.keuze] != veld:
                continue
            if veld.verplicht or self.waarden.rnd.random() < self.omvang.kans:
                yield veld

    def _voeg_toe(self, el: _Element, veld: Veld, pad: str) -> None:
        if veld.vorm is Vorm.ATTRIBUUT:
            assert veld.soort is not None
            el.set(veld.naam, self.waarden.maak(veld, veld.soort, f"{pad}/@{veld.naam}"))
        elif veld.vorm is Vorm.TEKST:
            assert veld.soort is not None
            el.text = self.waarden.maak(veld, veld.soort, pad)
        else:
            for kind in self.elementen(veld, pad):
                el.append(kind)

    def _een(self, veld: Veld, naam: str, pad: str) -> Any:
        if veld.blok is not None:
            return self.blok(veld.blok, naam, pad)
        assert veld.soort is not None
        el = etree.Element(self.tag(naam))
        el.text = self.waarden.maak(veld, veld.soort, pad)
        return el

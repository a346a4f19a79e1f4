"""A document of one version as it would be in another: what a system makes today, written anew.

Nothing is made better and nothing is made up: an element that neither version knows stays where it
is, wrong places and values stay wrong, and what is not there is not put in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from lxml import etree

from oso_adapters.binding.bezwaren import niet_in_versie
from oso_adapters.binding.plaatsen import Plaatsen
from oso_adapters.gegevensset import Metadata
from oso_adapters.gegevensset._boom import globale_blokken
from oso_adapters.gegevensset._veld import Veld, Vorm, velden_in
from oso_adapters.melding import Melding
from oso_adapters.versies import Versie

__all__ = ["zet_over"]

_Element = etree._Element
_VERSIETEKSTEN = ("standaardversie", "validatieversie")


def zet_over(root: _Element, van: Versie, naar: Versie) -> tuple[Melding, ...]:
    """Turn a document of a version into one of another, in place.

    The namespace and the versions in the metadata become those of the other version; what that one
    does not have is taken out.

    Args:
        root: the root of a document of `van`, a global element of it.

    Returns:
        A finding ``ST.versie`` for each element or attribute that was taken out, in the order of
        the document: the outermost one, with the paths of all that was in it.
    """
    cls = globale_blokken(van)[etree.QName(root).localname]
    overgang = _Overgang(van, naar)
    weg = list(overgang.loop(root, cls, cls))
    meldingen = tuple(overgang.meld(el, veld) for el, veld in weg)
    for el, veld in weg:
        if veld.vorm is Vorm.ATTRIBUUT:
            del el.attrib[veld.naam]
        else:
            _neem_weg(el)
    begin = f"{{{van.namespace}}}"
    for el in root.iter(f"{begin}*"):
        el.tag = f"{{{naar.namespace}}}{str(el.tag).removeprefix(begin)}"
    return meldingen


def _neem_weg(el: _Element) -> None:
    """Take an element out; a text that stands behind it stays."""
    ouder, vorige = el.getparent(), el.getprevious()
    assert ouder is not None
    if el.tail and vorige is not None:
        vorige.tail = (vorige.tail or "") + el.tail
    elif el.tail:
        ouder.text = (ouder.text or "") + el.tail
    ouder.remove(el)


@cache
def _per_naam(cls: type, versie: Versie) -> Mapping[str, Veld]:
    return {veld.naam: veld for veld in velden_in(cls, versie) if veld.vorm is not Vorm.TEKST}


class _Overgang:
    """Walks a document beside the declarations of both versions."""

    def __init__(self, van: Versie, naar: Versie) -> None:
        self.van = van
        self.naar = naar
        self.begin = f"{{{van.namespace}}}"
        self.plaatsen = Plaatsen()

    def loop(self, el: _Element, cls: type, straks: type) -> Iterator[tuple[_Element, Veld]]:
        """Set the versions below a block, and yield what the other version does not have.

        Args:
            cls, straks: the block that the element is in the one version and in the other.
        """
        bekend, blijft = _per_naam(cls, self.van), _per_naam(straks, self.naar)
        for naam in el.attrib:
            veld = bekend.get(str(naam))
            if veld is not None and veld.vorm is Vorm.ATTRIBUUT and veld.naam not in blijft:
                yield el, veld
        for kind in el.iterchildren(f"{self.begin}*"):
            veld = bekend.get(str(kind.tag).removeprefix(self.begin))
            if veld is None or veld.vorm is Vorm.ATTRIBUUT:
                continue
            if veld.naam not in blijft:
                yield kind, veld
            else:
                yield from self._veld(kind, cls, veld, blijft[veld.naam])

    def _veld(
        self, el: _Element, cls: type, veld: Veld, straks: Veld
    ) -> Iterator[tuple[_Element, Veld]]:
        if cls is Metadata and veld.naam in _VERSIETEKSTEN:
            _zet_tekst(el, getattr(self.naar, veld.naam))
        elif veld.blok is not None and straks.blok is not None:
            blokken = el.iterchildren(f"{self.begin}{veld.lijst}") if veld.lijst else (el,)
            for deel in blokken:
                yield from self.loop(deel, veld.blok, straks.blok)

    def meld(self, el: _Element, veld: Veld) -> Melding:
        """Return the finding on something that the other version does not have."""
        onder = f"/@{veld.naam}" if veld.vorm is Vorm.ATTRIBUUT else ""
        pad = self.plaatsen.pad(el) + onder
        binnen = () if onder else (self.plaatsen.pad(kind) for kind in el.iterdescendants("*"))
        return niet_in_versie(
            veld,
            self.naar,
            pad=pad,
            locatie=self.plaatsen.locatie(el),
            regelnummer=el.sourceline,
            paden=tuple(dict.fromkeys((pad, *binnen))),
        )


def _zet_tekst(el: _Element, tekst: str) -> None:
    """Make this the only text of an element; what else stands in it stays."""
    for kind in el:
        kind.tail = None
    el.text = tekst
    for kind in el.xpath("comment() | processing-instruction()"):
        el.remove(kind)

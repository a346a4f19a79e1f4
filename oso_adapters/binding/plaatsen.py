"""Places in a document: with positions for people, without them for declarations."""

from __future__ import annotations

from lxml import etree

__all__ = ["Plaatsen", "dichtstbij", "lokale_naam"]

_Element = etree._Element
_LANGSTE_NAAM = 60
"""Characters; the longest name of the standard has 30."""


def lokale_naam(el: _Element) -> str:
    """Return the name of an element without its namespace; one too long to be real is cut."""
    naam = etree.QName(el).localname
    return naam if len(naam) <= _LANGSTE_NAAM else f"{naam[:_LANGSTE_NAAM]}…"


def dichtstbij(root: _Element, eerste: str, *rest: str) -> _Element:
    """Return the first element at a path, or at the longest part of it that leads somewhere."""
    for tot in range(len(rest), -1, -1):
        for el in root.iter(eerste):
            gevonden = el.find("/".join(rest[:tot])) if tot else el
            if gevonden is not None:
                return gevonden
    return root


class Plaatsen:
    """The places of the elements of one document; positions are counted once for each parent."""

    def __init__(self) -> None:
        self._posities: dict[_Element, dict[_Element, int]] = {}

    def _positie(self, el: _Element) -> int:
        ouder = el.getparent()
        if ouder is None:
            return 1
        posities = self._posities.get(ouder)
        if posities is None:
            posities = self._posities[ouder] = {}
            geteld: dict[object, int] = {}
            for kind in ouder:
                geteld[kind.tag] = posities[kind] = geteld.get(kind.tag, 0) + 1
        return posities[el]

    def locatie(self, el: _Element) -> str:
        """Return the place of an element: local names with positions, from the root."""
        hier: _Element | None = el
        delen = []
        while hier is not None:
            delen.append(f"{lokale_naam(hier)}[{self._positie(hier)}]")
            hier = hier.getparent()
        return "/" + "/".join(reversed(delen))

    def pad(self, el: _Element) -> str:
        """Return the path of an element without positions."""
        delen = [lokale_naam(el), *(lokale_naam(ouder) for ouder in el.iterancestors())]
        return "/" + "/".join(reversed(delen))

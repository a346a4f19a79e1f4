"""What a document shows around a finding, by the places that findings name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from oso_adapters.binding.plaatsen import lokale_naam

__all__ = ["Document"]

_Element = etree._Element
_DOSSIER = "dossier"


class Document:
    """A document that was checked."""

    def __init__(self, root: _Element) -> None:
        self._root = root

    def dossier(self, locatie: str) -> _Element:
        """Return the dossier that a place lies in; the first one when it is the whole document."""
        if lokale_naam(self._root) == _DOSSIER:
            return self._root
        stappen = locatie.split("/")[1:3]
        gevonden = self._element("/" + "/".join(stappen)) if len(stappen) > 1 else None
        eerste = next((kind for kind in _kinderen(self._root)), self._root)
        return eerste if gevonden is None else gevonden

    def is_leeg(self, locatie: str, pad: str) -> bool:
        """Say whether nothing is filled at a path, seen from the place of a finding.

        Args:
            pad: path without positions from the dossier that the place lies in.
        """
        dossier = self.dossier(locatie)
        hier = self._element(locatie)
        stappen = pad.split("/")[2:]
        boven = [] if hier is None else _stappen_naar(hier, dossier)
        if hier is None or boven != stappen[: len(boven)]:
            return not any(map(_is_gevuld, _op(dossier, stappen)))
        return not any(map(_is_gevuld, _op(hier, stappen[len(boven) :])))

    def tekst(self, locatie: str, *stappen: str) -> str:
        """Return the text at a path below the dossier that a place lies in."""
        gevonden = (
            el for el in _op(self.dossier(locatie), stappen) if isinstance(el, etree._Element)
        )
        return "".join(next(gevonden, etree.Element("leeg")).itertext()).strip()

    def codes(self, locatie: str) -> dict[str, str]:
        """Return the code of delivery of each category, by its name."""
        blok = _op(self.dossier(locatie), ("metadata", "categorie_uitlevering"))
        return {
            lokale_naam(el).removeprefix("cat_"): (el.text or "").strip()
            for groep in blok
            if isinstance(groep, etree._Element)
            for el in _kinderen(groep)
        }

    def _element(self, locatie: str) -> _Element | None:
        """Return the element at a place such as ``/dossier[1]/inzage[1]``."""
        hier: _Element | None = None
        for stap in locatie.split("/")[1:]:
            naam, _, positie = stap.rstrip("]").partition("[")
            kinderen = [self._root] if hier is None else _kinderen(hier)
            hier = _nummer(kinderen, naam, positie)
            if hier is None:
                return None
        return hier


def _nummer(kinderen: Iterable[_Element], naam: str, positie: str) -> _Element | None:
    """Return an element by its name, and its number among those with the same full name."""
    geteld: dict[object, int] = {}
    for kind in kinderen:
        geteld[kind.tag] = geteld.get(kind.tag, 0) + 1
        if lokale_naam(kind) == naam and str(geteld[kind.tag]) == positie:
            return kind
    return None


def _kinderen(el: _Element) -> list[_Element]:
    return [kind for kind in el if isinstance(kind.tag, str)]


def _stappen_naar(el: _Element, dossier: _Element) -> list[str]:
    """Return the names from below the dossier to an element; all names when it lies outside."""
    stappen = []
    hier: _Element | None = el
    while hier is not None and hier is not dossier:
        stappen.append(lokale_naam(hier))
        hier = hier.getparent()
    return stappen[::-1]


def _op(el: _Element, stappen: Iterable[str]) -> list[_Element | str]:
    """Return what stands at a path of names below an element; an attribute as its text."""
    hier: list[_Element | str] = [el]
    for stap in stappen:
        hier = [volgende for deel in hier for volgende in _een_verder(deel, stap)]
    return hier


def _een_verder(el: _Element | str, stap: str) -> Iterator[_Element | str]:
    if isinstance(el, str):
        return
    if stap.startswith("@"):
        yield from (waarde for naam, waarde in el.items() if naam == stap[1:])
    else:
        yield from (kind for kind in _kinderen(el) if lokale_naam(kind) == stap)


def _is_gevuld(deel: _Element | str) -> bool:
    return bool("".join([deel] if isinstance(deel, str) else deel.itertext()).strip())

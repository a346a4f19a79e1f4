"""Dossiers as trees of elements: their places, their values, and where two of them differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache

import attrs
from lxml import etree

__all__ = [
    "Blad",
    "Verschil",
    "bladeren",
    "haal_weg",
    "naam_van",
    "parse_document",
    "snoei",
    "snoei_plaatsen",
    "verschillen",
    "vervang",
    "vervang_elk",
    "waarden_op",
]

_Element = etree._Element


@attrs.frozen
class Blad:
    """One value in a dossier.

    Attributes:
        pad: place without positions, such as ``/dossier/metadata/datum``.
        locatie: place with positions, such as ``/dossier[1]/metadata[1]/datum[1]``.
    """

    pad: str
    locatie: str
    waarde: str = attrs.field(repr=False)


@attrs.frozen
class Verschil:
    """One place where two dossiers differ, without the values."""

    pad: str
    locatie: str
    wat: str


def parse_document(data: bytes) -> _Element:
    """Parse a dossier that was written by oso-adapters."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_blank_text=True, huge_tree=True
    )
    return etree.fromstring(data, parser)


def naam_van(el: _Element) -> str:
    """Return the name of an element without its namespace."""
    return etree.QName(el).localname


def _kinderen(el: _Element, pad: str, locatie: str) -> Iterator[tuple[_Element, str, str]]:
    """Yield every child with its path and its place."""
    tel: Counter[str] = Counter()
    for kind in el.iterchildren(tag=etree.Element):
        naam = naam_van(kind)
        tel[naam] += 1
        yield kind, f"{pad}/{naam}", f"{locatie}/{naam}[{tel[naam]}]"


def _eigen(el: _Element, pad: str, locatie: str) -> Iterator[Blad]:
    """Yield what an element holds itself: its attributes, and its text when it has no children."""
    for naam, waarde in el.items():
        yield Blad(f"{pad}/@{naam}", f"{locatie}/@{naam}", str(waarde))
    if len(el) == 0:
        yield Blad(pad, locatie, el.text or "")


def _doorloop(el: _Element, pad: str, locatie: str) -> Iterator[Blad]:
    yield from _eigen(el, pad, locatie)
    for kind, kind_pad, kind_locatie in _kinderen(el, pad, locatie):
        yield from _doorloop(kind, kind_pad, kind_locatie)


def bladeren(el: _Element) -> Iterator[Blad]:
    """Yield every value below a root element, in document order."""
    naam = naam_van(el)
    yield from _doorloop(el, f"/{naam}", f"/{naam}[1]")


@cache
def _bladeren_van(data: bytes) -> tuple[Blad, ...]:
    return tuple(bladeren(parse_document(data)))


def waarden_op(data: bytes, einde: str) -> list[str]:
    """Return every value of a dossier at a path, or at all paths that end like this."""
    staart = einde if einde.startswith("/") else f"/{einde}"
    return [blad.waarde for blad in _bladeren_van(data) if blad.pad.endswith(staart)]


def vervang(data: bytes, waarden: Mapping[str, str]) -> bytes:
    """Return a dossier with another text in every element at these paths."""
    root = parse_document(data)
    for el, pad, _ in _elementen(root, f"/{naam_van(root)}"):
        if pad in waarden:
            el.text = waarden[pad]
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def vervang_elk(data: bytes, nieuw: Callable[[Blad], str]) -> bytes:
    """Return a dossier with another text in every element that holds one."""
    root = parse_document(data)
    naam = naam_van(root)
    _vervang_elk(root, f"/{naam}", f"/{naam}[1]", nieuw)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _vervang_elk(el: _Element, pad: str, locatie: str, nieuw: Callable[[Blad], str]) -> None:
    if len(el) == 0 and el.text:
        el.text = nieuw(Blad(pad, locatie, el.text))
    for kind, kind_pad, plek in _kinderen(el, pad, locatie):
        _vervang_elk(kind, kind_pad, plek, nieuw)


def haal_weg(data: bytes, paden: Collection[str]) -> bytes:
    """Return a dossier without the elements at these paths, and what stands around nothing else."""
    root = parse_document(data)
    _haal_weg(root, f"/{naam_van(root)}", paden)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _haal_weg(el: _Element, pad: str, paden: Collection[str]) -> None:
    for kind, kind_pad, _ in list(_kinderen(el, pad, "")):
        gevuld = len(kind) > 0
        _haal_weg(kind, kind_pad, paden)
        if kind_pad in paden or (gevuld and len(kind) == 0):
            el.remove(kind)


def _elementen(el: _Element, pad: str) -> Iterator[tuple[_Element, str, str]]:
    for kind in list(_kinderen(el, pad, "")):
        yield kind
        yield from _elementen(kind[0], kind[1])


def verschillen(verwacht: _Element, gekregen: _Element) -> Iterator[Verschil]:
    """Yield every place where what came out is not what was expected."""
    naam = naam_van(verwacht)
    yield from _verschillen(verwacht, gekregen, f"/{naam}", f"/{naam}[1]")


def _verschillen(
    verwacht: _Element, gekregen: _Element, pad: str, locatie: str
) -> Iterator[Verschil]:
    hoort = {blad.locatie: blad for blad in _eigen(verwacht, pad, locatie)}
    is_er = {blad.locatie: blad for blad in _eigen(gekregen, pad, locatie)}
    for plek, blad in hoort.items():
        if plek in is_er and is_er[plek].waarde != blad.waarde:
            yield Verschil(blad.pad, plek, "anders")
    links = {plek: (kind_pad, el) for el, kind_pad, plek in _kinderen(verwacht, pad, locatie)}
    rechts = {plek: (kind_pad, el) for el, kind_pad, plek in _kinderen(gekregen, pad, locatie)}
    yield from _mist(
        {plek: blad.pad for plek, blad in hoort.items()} | {p: k for p, (k, _) in links.items()},
        {plek: blad.pad for plek, blad in is_er.items()} | {p: k for p, (k, _) in rechts.items()},
    )
    for plek, (kind_pad, el) in links.items():
        if plek in rechts:
            yield from _verschillen(el, rechts[plek][1], kind_pad, plek)


def _mist(hoort: Mapping[str, str], is_er: Mapping[str, str]) -> Iterator[Verschil]:
    yield from (Verschil(pad, plek, "mist") for plek, pad in hoort.items() if plek not in is_er)
    yield from (Verschil(pad, plek, "te veel") for plek, pad in is_er.items() if plek not in hoort)


def snoei(root: _Element, weg: Callable[[str], bool], leeft: Callable[[str], bool]) -> None:
    """Take out the places that a plugin never fills, and the blocks that they leave without data.

    Args:
        weg: says of a path whether it is never filled.
        leeft: says of a path whether a field of the vendor fills it.
    """
    _snoei(root, f"/{naam_van(root)}", weg, leeft)


def _snoei(
    el: _Element, pad: str, weg: Callable[[str], bool], leeft: Callable[[str], bool]
) -> bool:
    """Prune below an element; return whether it lost something."""
    verloor = False
    for naam in [naam for naam in el.keys() if weg(f"{pad}/@{naam}")]:  # noqa: SIM118 - no mapping
        del el.attrib[naam]
        verloor = True
    for kind, kind_pad, _ in list(_kinderen(el, pad, "")):
        if weg(kind_pad) or (
            _snoei(kind, kind_pad, weg, leeft) and not _heeft_data(kind, kind_pad, leeft)
        ):
            el.remove(kind)
            verloor = True
    return verloor


def _heeft_data(el: _Element, pad: str, leeft: Callable[[str], bool]) -> bool:
    return any(leeft(blad.pad) for blad in _doorloop(el, pad, "") if blad.pad != pad or blad.waarde)


def snoei_plaatsen(root: _Element, weg: Callable[[str], bool]) -> None:
    """Take out the values at these places, and every element that holds nothing (any more).

    Args:
        weg: says of a place, with positions, whether it goes.
    """
    naam = naam_van(root)
    _snoei_plaatsen(root, f"/{naam}", f"/{naam}[1]", weg)


def _snoei_plaatsen(el: _Element, pad: str, locatie: str, weg: Callable[[str], bool]) -> None:
    for naam in [naam for naam in el.keys() if weg(f"{locatie}/@{naam}")]:  # noqa: SIM118 - no mapping
        del el.attrib[naam]
    if len(el) == 0 and weg(locatie):
        el.text = None
    for kind, kind_pad, plek in list(_kinderen(el, pad, locatie)):
        _snoei_plaatsen(kind, kind_pad, plek, weg)
        if len(kind) == 0 and not (kind.text or "").strip() and not kind.attrib:
            el.remove(kind)

"""How a record stands in XML: said once, at its fields, and used for reading and for writing."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

import attrs

from oso_adapters.mapping import Deel

__all__ = [
    "attribuut",
    "delen_van",
    "element",
    "herhaald",
    "lees_deel",
    "lijst",
    "los",
    "schrijf_deel",
]

_XML, _ITEM, _ATTRIBUUT, _LOS = "xml", "item", "attribuut", "los"
_TEKST = "(tekst)"
"""Name of text that stands loose between the fields of a record, for the finding on it."""


def attribuut(*, telt: bool = True) -> Any:
    """Declare a field that is an attribute.

    Args:
        telt: two records that differ only in this field are not the same.
    """
    return attrs.field(default=None, eq=telt, metadata={_ATTRIBUUT: True})


def element(naam: str) -> Any:
    """Declare a field whose element has a name that Python does not allow."""
    return attrs.field(default=None, metadata={_XML: naam})


def lijst(item: str, naam: str | None = None) -> Any:
    """Declare a list: an element with one element for each item.

    Args:
        item: name of the element of an item.
        naam: name of the element of the list, when that is not the name of the field.
    """
    return attrs.field(factory=list, metadata={_ITEM: item, _XML: naam})


def herhaald() -> Any:
    """Declare a list without an element of its own: that of an item stands there several times."""
    return attrs.field(factory=list, metadata={_ITEM: ""})


def los() -> Any:
    """Declare a field that has no element of its own: it is taken out of a list."""
    return attrs.field(default=None, metadata={_LOS: True})


@attrs.frozen
class _Veld:
    """A field of a record.

    Attributes:
        naam: name of its element or attribute.
        item: name of the element of an item; empty when the list has no element of its own, None
            when the field is no list.
        soort: class of the record or records that it holds; None when it holds text.
    """

    attr: str
    naam: str
    item: str | None
    soort: type | None
    attribuut: bool


@cache
def _velden(cls: type) -> tuple[_Veld, ...]:
    hints = get_type_hints(cls)
    return tuple(
        _Veld(
            attr=veld.name,
            naam=veld.metadata.get(_XML) or veld.name,
            item=veld.metadata.get(_ITEM),
            soort=_record_in(hints[veld.name]),
            attribuut=_ATTRIBUUT in veld.metadata,
        )
        for veld in attrs.fields(cls)
        if _LOS not in veld.metadata
    )


def _record_in(hint: Any) -> type | None:
    soorten = get_args(hint) if get_origin(hint) else (hint,)
    return next((s for s in soorten if isinstance(s, type) and attrs.has(s)), None)


@cache
def delen_van(cls: type) -> Mapping[str, type]:
    """Return the classes of the records inside a record, by field."""
    soorten = {naam: _record_in(hint) for naam, hint in get_type_hints(cls).items()}
    return {naam: soort for naam, soort in soorten.items() if soort is not None}


@cache
def _per_naam(cls: type) -> Mapping[tuple[str, bool], _Veld]:
    return {(veld.naam, veld.attribuut): veld for veld in _velden(cls)}


def lees_deel(cls: type, deel: Deel) -> dict[str, Any]:
    """Return the fields of a record as loose data, for `read_record`.

    What does not fit gets a form that `read_record` has a finding for: an element that stands twice
    becomes a list, one that holds something else than its field becomes a group of fields.
    """
    bekend = _per_naam(cls)
    gegevens: dict[str, Any] = {}
    for naam, waarde in deel.attributen.items():
        veld = bekend.get((naam, True))
        gegevens[veld.attr if veld else f"@{naam}"] = waarde
    if deel.tekst.strip():
        gegevens[_TEKST] = deel.tekst
    for kind in deel.delen:
        veld = bekend.get((kind.naam, False))
        if veld is not None and veld.item == "":
            gegevens.setdefault(veld.attr, []).append(_lees_een(veld.soort, kind) or {})
            continue
        attr, gelezen = (veld.attr, _lees(veld, kind)) if veld else (kind.naam, kind.tekst)
        gegevens[attr] = [gegevens[attr], gelezen] if attr in gegevens else gelezen
    return gegevens


def _lees(veld: _Veld, deel: Deel) -> Any:
    if veld.item is None:
        return _lees_een(veld.soort, deel)
    if deel.attributen or deel.tekst.strip() or any(k.naam != veld.item for k in deel.delen):
        return {}
    return [_lees_een(veld.soort, kind) or ({} if veld.soort else "") for kind in deel.delen]


def _lees_een(soort: type | None, deel: Deel) -> Any:
    if not deel.delen and not deel.attributen:
        return deel.tekst or None if soort is None else deel.tekst.strip() or None
    return {} if soort is None else lees_deel(soort, deel)


def schrijf_deel(naam: str, gegevens: Mapping[str, Any], cls: type, diepte: int) -> Iterator[str]:
    """Yield the lines of an element with the fields of a record; what is empty is left out.

    Args:
        gegevens: value by field; a record inside this one is such a mapping as well.
        diepte: how far the lines are indented.
    """
    velden = [(veld, gegevens.get(veld.attr)) for veld in _velden(cls)]
    attributen = "".join(
        f' {veld.naam}="{_veilig(waarde)}"' for veld, waarde in velden if veld.attribuut and waarde
    )
    inhoud = [
        regel
        for veld, waarde in velden
        if not veld.attribuut and waarde not in (None, "", [])
        for regel in _schrijf(veld, waarde, diepte + 1)
    ]
    yield from _om(naam + attributen, naam, inhoud, diepte)


def _schrijf(veld: _Veld, waarde: Any, diepte: int) -> Iterator[str]:
    if not veld.item:
        for item in [waarde] if veld.item is None else waarde:
            yield from _schrijf_een(veld.naam, item, veld.soort, diepte)
        return
    items = [
        regel for item in waarde for regel in _schrijf_een(veld.item, item, veld.soort, diepte + 1)
    ]
    yield from _om(veld.naam, veld.naam, items, diepte)


def _schrijf_een(naam: str, waarde: Any, soort: type | None, diepte: int) -> Iterator[str]:
    if soort is None:
        yield f"{'  ' * diepte}<{naam}>{_veilig(waarde)}</{naam}>\n"
    else:
        yield from schrijf_deel(naam, waarde, soort, diepte)


def _om(begin: str, naam: str, inhoud: list[str], diepte: int) -> Iterator[str]:
    wit = "  " * diepte
    if not inhoud:
        yield f"{wit}<{begin}/>\n"
        return
    yield f"{wit}<{begin}>\n"
    yield from inhoud
    yield f"{wit}</{naam}>\n"


def _veilig(tekst: str) -> str:
    """Write a text so that it comes back as it was, also in an attribute."""
    veilig = html.escape(tekst)
    for teken in "\r\n\t":
        veilig = veilig.replace(teken, f"&#{ord(teken)};")
    return veilig

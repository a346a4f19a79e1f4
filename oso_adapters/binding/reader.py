"""From XML to the model. What the model can't hold is reported, never dropped in silence."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import islice
from typing import Any

from lxml import etree

from oso_adapters.binding.parser import GRENZEN, is_plat, parse_document, versie_van
from oso_adapters.binding.plaatsen import Plaatsen
from oso_adapters.binding.structuur import explain_structuur
from oso_adapters.errors import DossierOngeldig
from oso_adapters.gegevensset._boom import globale_blokken
from oso_adapters.gegevensset._veld import Veld, Vorm, velden_in
from oso_adapters.melding import Melding
from oso_adapters.versies import Versie

__all__ = ["read_dossier"]

_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_TEKSTEN = etree.XPath("count(//text())")
_ELEMENTEN = etree.XPath("count(//*)")
_VREEMDE_ATTRIBUTEN = etree.XPath(f"count(//@*[namespace-uri() != '{_XSI}'])")
_VERLIES = {"ST.onbekend", "ST.teveel"}

_Element = etree._Element
_Lezer = Callable[[_Element, "_Staat"], Any]


_Omzetting = Callable[[str], Any]
_Regel = tuple[str, bool, _Lezer | None, _Omzetting | None]
"""Attribute, whether the element may repeat, how to read a block, how to read a text."""


class _Staat:
    """Counts what was read and remembers that something could not be kept."""

    __slots__ = ("attributen", "elementen", "teksten", "verlies")

    def __init__(self) -> None:
        self.attributen = 0
        self.elementen = 1
        self.teksten = 0
        self.verlies = False


def _waarde(
    kind: _Element, lees: _Lezer | None, omzetting: _Omzetting | None, staat: _Staat
) -> Any:
    if lees is not None:
        return lees(kind, staat)
    tekst = kind.text or ""
    if tekst:
        staat.teksten += 1
    return omzetting(tekst) if omzetting is not None else tekst


def _lees_lijst(tag: str, lees_item: _Lezer | None, omzetting: _Omzetting | None) -> _Lezer:
    def lees(el: _Element, staat: _Staat) -> list[Any]:
        items = [_waarde(kind, lees_item, omzetting, staat) for kind in el if kind.tag == tag]
        staat.elementen += len(items)
        if el.text and el.text.strip():
            staat.verlies = True
        return items

    return lees


def _lees_reeks(cls: type, versie: Versie) -> _Lezer:
    """Read a repeated sequence: a new group starts where the order of the fields starts again."""
    tabel = _tabel(cls, versie)
    volgorde: dict[Any, int] = {tag: nr for nr, tag in enumerate(tabel)}

    def lees(el: _Element, staat: _Staat) -> list[Any]:
        if el.text and el.text.strip():
            staat.verlies = True
        groepen: list[dict[str, Any]] = []
        vorige = len(volgorde)
        for kind in el:
            gevonden = tabel.get(kind.tag)
            if gevonden is None:
                continue
            attr, herhaald, lees_veld, omzetting = gevonden
            staat.elementen += 1
            plek = volgorde[kind.tag]
            if plek < vorige or (plek == vorige and not herhaald):
                groepen.append({})
            vorige = plek
            waarde = _waarde(kind, lees_veld, omzetting, staat)
            if herhaald:
                groepen[-1].setdefault(attr, []).append(waarde)
            else:
                groepen[-1][attr] = waarde
        return [cls(**groep) for groep in groepen]

    return lees


def _lezer_van(veld: Veld, versie: Versie) -> tuple[_Lezer | None, _Omzetting | None]:
    if veld.vorm is Vorm.REEKS:
        assert veld.blok is not None
        return _lees_reeks(veld.blok, versie), None
    lees = None if veld.blok is None else _lezer(veld.blok, versie)
    omzetting = None if veld.soort is None else veld.soort.lees
    if veld.vorm is Vorm.LIJST:
        return _lees_lijst(f"{{{versie.namespace}}}{veld.lijst}", lees, omzetting), None
    return lees, omzetting


@cache
def _tabel(cls: type, versie: Versie) -> dict[Any, _Regel]:
    return {
        f"{{{versie.namespace}}}{veld.naam}": (
            veld.attr,
            veld.vorm is Vorm.HERHAALD,
            *_lezer_van(veld, versie),
        )
        for veld in velden_in(cls, versie)
        if veld.vorm not in (Vorm.TEKST, Vorm.ATTRIBUUT)
    }


@cache
def _lezer(cls: type, versie: Versie) -> _Lezer:
    velden = velden_in(cls, versie)
    tekst = next((v.attr for v in velden if v.vorm is Vorm.TEKST), None)
    if tekst is not None:
        return _lees_tekstblok(
            cls, tekst, {v.naam: v.attr for v in velden if v.vorm is Vorm.ATTRIBUUT}
        )
    vind = _tabel(cls, versie).get

    def lees(el: _Element, staat: _Staat) -> Any:
        waarden: dict[str, Any] = {}
        gelezen = teksten = 0
        for kind in el:
            regel = vind(kind.tag)
            if regel is None:
                continue
            gelezen += 1
            attr, herhaald, lees_veld, omzetting = regel
            if lees_veld is not None:
                waarde = lees_veld(kind, staat)
            else:
                waarde = kind.text or ""
                if waarde:
                    teksten += 1
                if omzetting is not None:
                    waarde = omzetting(waarde)
            if herhaald:
                waarden.setdefault(attr, []).append(waarde)
            elif attr in waarden:
                staat.verlies = True
            else:
                waarden[attr] = waarde
        staat.elementen += gelezen
        staat.teksten += teksten
        if el.text and el.text.strip():
            staat.verlies = True
        return cls(**waarden)

    return lees


def _lees_tekstblok(cls: type, tekst: str, attributen: dict[str, str]) -> _Lezer:
    def lees(el: _Element, staat: _Staat) -> Any:
        waarden: dict[str, Any] = {tekst: el.text or ""}
        if el.text:
            staat.teksten += 1
        for naam, attr in attributen.items():
            waarde = el.get(naam)
            if waarde is not None:
                waarden[attr] = waarde
                staat.attributen += 1
        return cls(**waarden)

    return lees


def _heeft_verlies(root: _Element, staat: _Staat, *, plat: bool) -> bool:
    """Say whether the document holds anything that was not read."""
    return (
        staat.verlies
        or _ELEMENTEN(root) != staat.elementen
        or _VREEMDE_ATTRIBUTEN(root) != staat.attributen
        or _heeft_losse_tekst(root, staat, plat=plat)
    )


def _heeft_losse_tekst(root: _Element, staat: _Staat, *, plat: bool) -> bool:
    """Say whether text stands between elements.

    Args:
        plat: blanks between elements are left out, so that only texts that were read may be left.
    """
    if plat and _TEKSTEN(root) == staat.teksten:
        return False
    return any(el.tail and el.tail.strip() for el in root.iter())


def read_dossier(data: bytes, *, meldingen: list[Melding] | None = None) -> Any:
    """Read a document into the model; a wrong or incomplete one too.

    Args:
        data: the document as bytes.
        meldingen: gets a finding for everything that the model can't hold (an unknown element or
            attribute, a second of what may be there once). Without this list that raises.

    Returns:
        The block of the root element: a Dossier, Dossiers, Terugkoppeling, …

    Raises:
        LeesFout: no XML, no dossier, an unknown version, or a limit is passed.
        DossierOngeldig: content that the model can't hold, when there is no list for it.
    """
    root = parse_document(data, kaal=True)
    versie = versie_van(root)
    cls = globale_blokken(versie)[etree.QName(root).localname]
    staat = _Staat()
    gelezen = _lezer(cls, versie)(root, staat)
    if _heeft_verlies(root, staat, plat=is_plat(data)):
        gevonden = islice(explain_structuur(root, versie, Plaatsen()), GRENZEN.meldingen)
        verlies = [m for _, m in gevonden if m.regel in _VERLIES]
        if meldingen is None and verlies:
            raise DossierOngeldig(
                f"{len(verlies)} place(s) hold content that the Gegevensset does not know,"
                f" the first at {verlies[0].locatie}; pass a list to read the rest",
                verlies,
            )
        (meldingen if meldingen is not None else []).extend(verlies)
    return gelezen

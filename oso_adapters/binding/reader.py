"""From XML to the model. What the model can't hold is reported, never dropped in silence."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import islice
from typing import Any

from lxml import etree

from oso_adapters.binding.parser import GRENZEN, ontleed, versie_van
from oso_adapters.binding.plaatsen import Plaatsen
from oso_adapters.binding.structuur import explain_structuur
from oso_adapters.errors import DossierOngeldig
from oso_adapters.gegevensset._boom import globale_blokken
from oso_adapters.gegevensset._veld import Veld, Vorm, velden_in
from oso_adapters.melding import Melding
from oso_adapters.versies import Versie

__all__ = ["read_dossier"]

_XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
_LOSSE_TEKST = etree.XPath("boolean(//*[*]/text()[normalize-space()])")
_VREEMDE_ATTRIBUTEN = etree.XPath(
    f"count(//@*[namespace-uri() != '{_XSI[1:-1]}'])",
)

_VERLIES = {"ST.onbekend", "ST.teveel"}

_Element = etree._Element
_Lezer = Callable[[_Element, "_Staat"], Any]


class _Staat:
    """Counts what was read and remembers that something could not be kept."""

    __slots__ = ("attributen", "verlies")

    def __init__(self) -> None:
        self.attributen = 0
        self.verlies = False


def _lees_tekst(el: _Element, staat: _Staat) -> str:
    if len(el):
        staat.verlies = True
    return el.text or ""


def _lees_met(omzetting: Callable[[str], Any]) -> _Lezer:
    def lees(el: _Element, staat: _Staat) -> Any:
        if len(el):
            staat.verlies = True
        return omzetting(el.text or "")

    return lees


def _lees_lijst(tag: str, lees_item: _Lezer) -> _Lezer:
    def lees(el: _Element, staat: _Staat) -> list[Any]:
        items = []
        for kind in el:
            if kind.tag == tag:
                items.append(lees_item(kind, staat))
            else:
                staat.verlies = True
        if not items and el.text and el.text.strip():
            staat.verlies = True
        return items

    return lees


def _lees_reeks(cls: type, versie: Versie) -> _Lezer:
    """Read a repeated sequence: a new group starts where the order of the fields starts again."""
    tabel = _tabel(cls, versie)
    volgorde: dict[Any, int] = {tag: nr for nr, tag in enumerate(tabel)}

    def lees(el: _Element, staat: _Staat) -> list[Any]:
        groepen: list[dict[str, Any]] = []
        vorige = len(volgorde)
        for kind in el:
            gevonden = tabel.get(kind.tag)
            if gevonden is None:
                staat.verlies = True
                continue
            attr, herhaald, lees_veld = gevonden
            plek = volgorde[kind.tag]
            if plek < vorige or (plek == vorige and not herhaald):
                groepen.append({})
            vorige = plek
            waarde = lees_veld(kind, staat)
            if herhaald:
                groepen[-1].setdefault(attr, []).append(waarde)
            else:
                groepen[-1][attr] = waarde
        return [cls(**groep) for groep in groepen]

    return lees


def _lezer_van(veld: Veld, versie: Versie) -> _Lezer:
    if veld.blok is None:
        assert veld.soort is not None
        waarde = _lees_met(veld.soort.lees) if veld.soort.lees else _lees_tekst
    elif veld.vorm is Vorm.REEKS:
        return _lees_reeks(veld.blok, versie)
    else:
        waarde = _lezer(veld.blok, versie)
    if veld.vorm is Vorm.LIJST:
        return _lees_lijst(f"{{{versie.namespace}}}{veld.lijst}", waarde)
    return waarde


@cache
def _tabel(cls: type, versie: Versie) -> dict[Any, tuple[str, bool, _Lezer]]:
    return {
        f"{{{versie.namespace}}}{veld.naam}": (
            veld.attr,
            veld.vorm is Vorm.HERHAALD,
            _lezer_van(veld, versie),
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
    tabel = _tabel(cls, versie)

    def lees(el: _Element, staat: _Staat) -> Any:
        waarden: dict[str, Any] = {}
        for kind in el:
            try:
                attr, herhaald, lees_veld = tabel[kind.tag]
            except KeyError:
                staat.verlies = True
                continue
            if herhaald:
                waarde = lees_veld(kind, staat)
                if attr in waarden:
                    waarden[attr].append(waarde)
                else:
                    waarden[attr] = [waarde]
            elif attr in waarden:
                staat.verlies = True
            else:
                waarden[attr] = lees_veld(kind, staat)
        if not waarden and el.text and el.text.strip():
            staat.verlies = True
        return cls(**waarden)

    return lees


def _lees_tekstblok(cls: type, tekst: str, attributen: dict[str, str]) -> _Lezer:
    def lees(el: _Element, staat: _Staat) -> Any:
        waarden: dict[str, Any] = {tekst: _lees_tekst(el, staat)}
        for naam, attr in attributen.items():
            waarde = el.get(naam)
            if waarde is not None:
                waarden[attr] = waarde
                staat.attributen += 1
        return cls(**waarden)

    return lees


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
    root = ontleed(data, kaal=True)
    versie = versie_van(root)
    cls = globale_blokken()[etree.QName(root).localname]
    staat = _Staat()
    gelezen = _lezer(cls, versie)(root, staat)
    if staat.verlies or _LOSSE_TEKST(root) or _VREEMDE_ATTRIBUTEN(root) != staat.attributen:
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

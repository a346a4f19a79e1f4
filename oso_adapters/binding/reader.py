"""From XML to the model. What the model can't hold is reported, never dropped in silence."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import islice
from typing import Any

from lxml import etree

from oso_adapters.binding.broncode import bouwer
from oso_adapters.binding.parser import (
    GRENZEN,
    parse_document,
    versie_van,
    zonder_namespace,
)
from oso_adapters.binding.plaatsen import Plaatsen
from oso_adapters.binding.structuur import explain_structuur
from oso_adapters.errors import DossierOngeldig
from oso_adapters.gegevensset._boom import globale_blokken
from oso_adapters.gegevensset._veld import Veld, Vorm, velden, velden_in
from oso_adapters.melding import Melding
from oso_adapters.versies import Versie, versie_van_namespace

__all__ = ["read_dossier"]

_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_KNOPEN = etree.XPath("count(//node())")
_ELEMENTEN = etree.XPath("count(//*)")
_VREEMDE_ATTRIBUTEN = etree.XPath(
    f"count(/descendant::*/attribute::*[namespace-uri() != '{_XSI}'])"
)
_LOSSE_TEKST = etree.XPath("boolean(//*[*]/text()[normalize-space()])")
_EIGEN_TEKST = etree.XPath("boolean(text()[normalize-space()])")
_VERLIES = {"ST.onbekend", "ST.teveel"}

_Element = etree._Element
_Lezer = Callable[[_Element, "_Staat"], Any]


_Omzetting = Callable[[str], Any]
_Regel = tuple[int, bool, _Lezer | None, _Omzetting | None]
"""Number of the field, whether it may repeat, how to read a block, how to read a text."""


class _Staat:
    """Counts what was read and remembers that something could not be kept."""

    __slots__ = ("attributen", "elementen", "teksten", "verlies")

    def __init__(self) -> None:
        self.attributen = 0
        self.elementen = 1
        self.teksten = 0
        self.verlies = False


def _is_los(el: _Element) -> bool:
    """Say whether there is text in an element without elements, where none belongs."""
    return bool(el.text and _EIGEN_TEKST(el))


def _lees_waarde(omzetting: _Omzetting | None) -> _Lezer:
    def lees(el: _Element, staat: _Staat) -> Any:
        tekst = el.text or ""
        if tekst:
            staat.teksten += 1
        return omzetting(tekst) if omzetting is not None else tekst

    return lees


def _lees_lijst(tag: str, lees_item: _Lezer) -> _Lezer:
    def lees(el: _Element, staat: _Staat) -> list[Any]:
        kinderen = el[:]
        items = [lees_item(kind, staat) for kind in kinderen if kind.tag == tag]
        staat.elementen += len(items)
        if not kinderen and _is_los(el):
            staat.verlies = True
        return items

    return lees


def _lees_reeks(cls: type, versie: Versie, ruimte: str) -> _Lezer:
    """Read a repeated sequence: a new group starts where the order of the fields starts again."""
    tabel = _tabel(cls, versie, ruimte)
    bouw = bouwer(cls)
    leeg = [None] * len(velden(cls))

    def lees(el: _Element, staat: _Staat) -> list[Any]:
        kinderen = el[:]
        if not kinderen and _is_los(el):
            staat.verlies = True
        groepen: list[list[Any]] = []
        vorige = len(leeg)
        for kind in kinderen:
            gevonden = tabel.get(kind.tag)
            if gevonden is None:
                continue
            nr, herhaald, lees_veld, omzetting = gevonden
            staat.elementen += 1
            if nr < vorige or (nr == vorige and not herhaald):
                groepen.append(leeg[:])
            vorige = nr
            waarde = (lees_veld or _lees_waarde(omzetting))(kind, staat)
            groep = groepen[-1]
            if not herhaald:
                groep[nr] = waarde
            elif groep[nr] is None:
                groep[nr] = [waarde]
            else:
                groep[nr].append(waarde)
        return [bouw(*groep) for groep in groepen]

    return lees


def _lezer_van(veld: Veld, versie: Versie, ruimte: str) -> tuple[_Lezer | None, _Omzetting | None]:
    if veld.vorm is Vorm.REEKS:
        assert veld.blok is not None
        return _lees_reeks(veld.blok, versie, ruimte), None
    lees = None if veld.blok is None else _lezer(veld.blok, versie, ruimte)
    omzetting = None if veld.soort is None else veld.soort.lees
    if veld.vorm is Vorm.LIJST:
        return _lees_lijst(f"{ruimte}{veld.lijst}", lees or _lees_waarde(omzetting)), None
    return lees, omzetting


def _nummers(cls: type) -> dict[str, int]:
    """Return for each field its number, which is its place in what `bouwer` takes."""
    return {veld.attr: nr for nr, veld in enumerate(velden(cls))}


@cache
def _tabel(cls: type, versie: Versie, ruimte: str) -> dict[Any, _Regel]:
    nummer = _nummers(cls)
    return {
        f"{ruimte}{veld.naam}": (
            nummer[veld.attr],
            veld.vorm is Vorm.HERHAALD,
            *_lezer_van(veld, versie, ruimte),
        )
        for veld in velden_in(cls, versie)
        if veld.vorm not in (Vorm.TEKST, Vorm.ATTRIBUUT)
    }


@cache
def _lezer(cls: type, versie: Versie, ruimte: str) -> _Lezer:
    """Return how to read a block.

    Args:
        ruimte: namespace in braces in front of the names of elements, or nothing.
    """
    if any(veld.vorm is Vorm.TEKST for veld in velden_in(cls, versie)):
        return _lees_tekstblok(cls, versie)
    tabel = _tabel(cls, versie, ruimte)
    bouw = bouwer(cls)
    leeg = [None] * len(velden(cls))

    def lees(el: _Element, staat: _Staat) -> Any:
        waarden: list[Any] = leeg[:]
        kinderen = el[:]
        if not kinderen and _is_los(el):
            staat.verlies = True
        zonder_tekst = 0
        for kind in kinderen:
            try:
                nr, herhaald, lees_veld, omzetting = tabel[kind.tag]
            except KeyError:
                staat.verlies = True
                continue
            if lees_veld is not None:
                waarde = lees_veld(kind, staat)
                zonder_tekst += 1
            else:
                waarde = kind.text
                if waarde is None:
                    waarde = ""
                    zonder_tekst += 1
                if omzetting is not None:
                    waarde = omzetting(waarde)
            if herhaald:
                if waarden[nr] is None:
                    waarden[nr] = [waarde]
                else:
                    waarden[nr].append(waarde)
            elif waarden[nr] is None:
                waarden[nr] = waarde
            else:
                staat.verlies = True
        staat.elementen += len(kinderen)
        staat.teksten += len(kinderen) - zonder_tekst
        return bouw(*waarden)

    return lees


def _lees_tekstblok(cls: type, versie: Versie) -> _Lezer:
    aanwezig, nummer = velden_in(cls, versie), _nummers(cls)
    bouw = bouwer(cls)
    tekst = next(nummer[veld.attr] for veld in aanwezig if veld.vorm is Vorm.TEKST)
    attributen = [(nummer[v.attr], v.naam) for v in aanwezig if v.vorm is Vorm.ATTRIBUUT]
    lees_tekst = _lees_waarde(None)
    leeg = [None] * len(nummer)

    def lees(el: _Element, staat: _Staat) -> Any:
        waarden: list[Any] = leeg[:]
        waarden[tekst] = lees_tekst(el, staat)
        for nr, naam in attributen:
            waarde = waarden[nr] = el.get(naam)
            if waarde is not None:
                staat.attributen += 1
        return bouw(*waarden)

    return lees


def _heeft_verlies(root: _Element, staat: _Staat) -> bool:
    """Say whether the document may hold something that was not read."""
    if staat.verlies or _VREEMDE_ATTRIBUTEN(root) != staat.attributen:
        return True
    if _KNOPEN(root) == staat.elementen + staat.teksten:
        return False
    return bool(_ELEMENTEN(root) != staat.elementen or _LOSSE_TEKST(root))


def _kale_boom(data: bytes) -> tuple[_Element, Versie] | None:
    """Return the root of a document with bare names and its version; None when it can't be."""
    zonder = zonder_namespace(data)
    versie = None if zonder is None else versie_van_namespace(zonder[1])
    if zonder is None or versie is None:
        return None
    return parse_document(zonder[0], kaal=True), versie


def _lees_op_naam(data: bytes) -> Any:
    """Read a document by bare names; None when it can't be, or when something might be lost."""
    boom = _kale_boom(data)
    if boom is None:
        return None
    root, versie = boom
    cls = globale_blokken(versie).get(str(root.tag))
    if cls is None:
        return None
    staat = _Staat()
    gelezen = _lezer(cls, versie, "")(root, staat)
    return None if _heeft_verlies(root, staat) else gelezen


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
    gelezen = _lees_op_naam(data)
    if gelezen is not None:
        return gelezen
    root = parse_document(data, kaal=True)
    versie = versie_van(root)
    cls = globale_blokken(versie)[etree.QName(root).localname]
    staat = _Staat()
    gelezen = _lezer(cls, versie, f"{{{versie.namespace}}}")(root, staat)
    if _heeft_verlies(root, staat):
        gevonden = explain_structuur(root, versie, Plaatsen())
        verlies = list(islice((m for _, m in gevonden if m.regel in _VERLIES), GRENZEN.meldingen))
        if meldingen is None and verlies:
            raise DossierOngeldig(
                f"{len(verlies)} place(s) hold content that the Gegevensset does not know,"
                f" the first at {verlies[0].locatie}; pass a list to read the rest",
                verlies,
            )
        (meldingen if meldingen is not None else []).extend(verlies)
    return gelezen

"""The smallest piece of a dossier that breaks a rule, and the same piece put right.

Both follow from the declaration: a change that breaks the requirement (`tabellen.mutanten`), less
all that the rule does not need to be broken, and then the likely change that makes it hold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from copy import deepcopy
from functools import cache
from itertools import islice

from lxml import etree

from oso_adapters.binding import parse_document, versie_van
from oso_adapters.check import check
from oso_adapters.gegevensset.profielen import profielen
from oso_adapters.melding import SoortMelding
from oso_adapters.rules import Blad, Regel, Regelset, regels
from oso_adapters.rules.engine import Regelboek
from oso_adapters.tabellen.bewerken import KanNietError
from oso_adapters.tabellen.bouwen import GEWOON, KLEIN, VOL
from oso_adapters.tabellen.generator import Opdracht, maak_bewerker
from oso_adapters.tabellen.ingrepen import Weg, wegen
from oso_adapters.tabellen.mutanten import Mutant, kleinste_mutant
from oso_adapters.uitleg.pagina import Fragment
from oso_adapters.versies import Versie

__all__ = ["fragment"]

_Element = etree._Element
_OMVANGEN = (KLEIN, GEWOON, VOL)
_WAARDEN = 12
_WEGEN = 24
"""Values of a field, and ways to put a fragment right, that are tried."""


@cache
def fragment(regel: Regel, versie: Versie) -> Fragment | None:
    """Return what breaks a rule and what does not; None for a rule that nothing can break."""
    if regel.nooit:
        return None
    mutant = kleinste_mutant(regel, _dossiers(regel, versie), genoeg=1)
    return None if mutant is None else _uit(mutant, regel, versie)


def _dossiers(regel: Regel, versie: Versie) -> Iterator[bytes]:
    """Yield valid dossiers of each kind, the small ones first."""
    swv = {Blad.PAO: True, Blad.OV: False}.get(regel.voor.blad) if regel.voor.blad else None
    for omvang in _OMVANGEN:
        for naam, profiel in profielen().items():
            if swv in (None, profiel.voor_swv):
                yield _dossier(versie, naam, omvang.naam)


@cache
def _dossier(versie: Versie, profiel: str, omvang: str) -> bytes:
    maat = next(o for o in _OMVANGEN if o.naam == omvang)
    return Opdracht(versie=versie, profiel=profiel, omvang=maat, zaad=1).data()


def _uit(mutant: Mutant, regel: Regel, versie: Versie) -> Fragment | None:
    ook = [r for r in regels(versie, Regelset.AFSPRAAK) if r.id in regel.gevolg_van]
    boek = Regelboek([*ook, regel], versie)

    def gebroken(root: _Element) -> bool:
        treffers = boek.find_broken(boek.beeld(root))
        return any(t.regel.id == regel.id and t.fout is None for t in treffers)

    fout = parse_document(mutant.data)
    _kleiner(fout, gebroken)
    goed = _hersteld(fout, regel, gebroken)
    if goed is None:
        return None
    return Fragment(_tekst(fout), _tekst(goed), blad=mutant.blad)


def _kleiner(
    root: _Element, nodig: Callable[[_Element], bool], blijft: AbstractSet[_Element] = frozenset()
) -> None:
    """Take out every element without which it still holds, large ones first.

    Args:
        blijft: elements that are left where they are.
    """
    for el in list(root.iter("*")):
        ouder = el.getparent()
        if ouder is None or el in blijft or root not in el.iterancestors():
            continue
        plek = ouder.index(el)
        ouder.remove(el)
        if not nodig(root):
            ouder.insert(plek, el)


def _hersteld(
    fout: _Element, regel: Regel, gebroken: Callable[[_Element], bool]
) -> _Element | None:
    """Return a copy in which the rule holds: the likely change, or one that breaks less else."""
    genoeg = len(_ook_gebroken(fout) - {regel.id})
    alle = wegen(regel.eis, versie_van(fout), wil=True, waarden=_WAARDEN)
    beste: tuple[int, _Element] | None = None
    for weg in islice(alle, _WEGEN):
        goed = _veranderd(fout, regel, weg, gebroken)
        if goed is None:
            continue
        anders = len(_ook_gebroken(goed))
        if beste is None or anders < beste[0]:
            beste = (anders, goed)
        if anders <= genoeg:
            break
    return beste[1] if beste else None


def _ook_gebroken(root: _Element) -> set[str]:
    meldingen = check(etree.tostring(root)).meldingen
    return {m.regel for m in meldingen if m.soort is not SoortMelding.STRUCTUUR}


def _veranderd(
    fout: _Element, regel: Regel, weg: Weg, gebroken: Callable[[_Element], bool]
) -> _Element | None:
    bewerker = maak_bewerker(deepcopy(fout), versie_van(fout), KLEIN, regel.id)
    was = set(bewerker.root.iter("*"))
    try:
        for el in bewerker.elementen(regel.bij):
            bewerker.voer_uit(el, weg)
    except KanNietError:
        return None
    if gebroken(bewerker.root):
        return None
    _kleiner(bewerker.root, lambda root: not gebroken(root), blijft=was)
    return bewerker.root


def _tekst(root: _Element) -> str:
    for el in root.iter("*"):
        if len(el):
            el.text = None
        el.tail = None
    etree.cleanup_namespaces(root)
    etree.indent(root)
    return etree.tostring(root, encoding="unicode")

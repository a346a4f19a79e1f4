"""A look at all rules at once, for documents that fit the strict schema.

libxml2 evaluates one expression that is true where some rule may be broken. When it is not, every
rule holds and nothing more is done; when it is, the rules are run one by one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from lxml import etree

from oso_adapters.gegevensset._boom import paden_bij, plekken
from oso_adapters.rules.regel import Regel
from oso_adapters.rules.testen import string, teksttest
from oso_adapters.rules.vouwen import absoluut
from oso_adapters.rules.woorden import Als, Bevat, Eis, Gevuld, Lengte, Patroon, Uit, Waar
from oso_adapters.rules.xpath import PREFIX, Vertaler, met_prefix
from oso_adapters.versies import Versie

__all__ = ["Snelblik", "stand_van"]

_Element = etree._Element
_PAD = re.compile(rf"(/{PREFIX}:[\w-]+)+")
_Gebroken = dict[str, dict[str, dict[str, None]]]
"""By place and by condition: where something may be broken, each once and in order."""


class Snelblik:
    """Some rules of a version, ready to be looked at all at once."""

    def __init__(self, regels: Iterable[Regel], versie: Versie) -> None:
        gebroken: _Gebroken = {}
        teksten: dict[str, dict[str, list[Eis]]] = {}
        for regel in regels:
            for plaats in _plaatsen(regel, versie):
                vertaler, eis = Vertaler(versie, plaats), regel.eis
                dan = eis.dan if isinstance(eis, Als) else eis
                if isinstance(dan, Lengte | Bevat | Patroon):
                    elementen = f"{met_prefix(plaats)}[{vertaler.mogelijk(eis, wil=False)}]"
                    waar = f"{elementen}/{vertaler.pad(dan.pad)}"
                    teksten.setdefault(dan.pad, {}).setdefault(waar, []).append(dan)
                    eis = _met(eis, Gevuld(dan.pad))
                _voeg_toe(gebroken, plaats, *_fout(eis, vertaler))
        for plaats, leeg in _lege_teksten(versie):
            _voeg_toe(gebroken, plaats, "", leeg)
        delen = {
            plaats: [_samen(*fout) for fout in fouten.items()]
            for plaats, fouten in gebroken.items()
        }
        self._gebroken = _xpath(f"boolean({_nest(delen)})", versie)
        self._teksten = tuple(
            (_xpath(" | ".join(waar), versie), tuple(teksttest(eis) for eis in eisen))
            for waar, eisen in _per_eisen(teksten)
        )

    def surely_holds(self, root: _Element) -> bool:
        """Say whether every rule holds and no large text is empty; False when not certain."""
        if self._gebroken(root) is not False:
            return False
        for vind, testen in self._teksten:
            for el in vind(root):
                tekst = string(el)
                for past in testen:
                    if not past(tekst):
                        return False
        return True


def _voeg_toe(gebroken: _Gebroken, plaats: str, voorwaarde: str, fout: str) -> None:
    gebroken.setdefault(plaats, {}).setdefault(voorwaarde, {})[fout] = None


def _lege_teksten(versie: Versie) -> Iterator[tuple[str, str]]:
    """Yield where large texts stand, and what tells that one is empty."""
    for plek in plekken(versie):
        if plek.veld.groot:
            plaats, _, naam = plek.pad.rpartition("/")
            yield plaats, f"not({met_prefix(naam)} != '')"


def _per_eisen(
    teksten: dict[str, dict[str, list[Eis]]],
) -> Iterator[tuple[list[str], tuple[Eis, ...]]]:
    """Yield places together of which the texts must hold the same."""
    for per_plaats in teksten.values():
        samen: dict[tuple[Eis, ...], list[str]] = {}
        for waar, eisen in per_plaats.items():
            samen.setdefault(tuple(eisen), []).append(waar)
        yield from ((waar, eisen) for eisen, waar in samen.items())


def _met(eis: Eis, dan: Eis) -> Eis:
    """Return a requirement that asks something else under the same condition."""
    return Als(eis.voorwaarde, dan) if isinstance(eis, Als) else dan


def _fout(eis: Eis, vertaler: Vertaler) -> tuple[str, str]:
    """Write where a requirement may be broken: under which condition, and how."""
    voorwaarde = ""
    if isinstance(eis, Als):
        voorwaarde, eis = vertaler.mogelijk(eis.voorwaarde, wil=True), eis.dan
    return voorwaarde, vertaler.mogelijk(eis, wil=False)


def _nest(delen: dict[str, list[str]]) -> str:
    """Write what is asked of each place inside what is asked of the nearest one around it."""
    for plaats in sorted(delen, key=lambda pad: pad.count("/"), reverse=True):
        om = plaats.rpartition("/")[0]
        while om and om not in delen:
            om = om.rpartition("/")[0]
        stappen = met_prefix(plaats.removeprefix(f"{om}/") if om else plaats)
        delen.setdefault(om, []).append(f"{stappen}[{' or '.join(delen.pop(plaats))}]")
    return " or ".join(delen[""]) if delen else "false()"


def _samen(voorwaarde: str, fouten: Iterable[str]) -> str:
    fout = " or ".join(_per_ouder(fouten))
    return f"({voorwaarde} and ({fout}))" if voorwaarde else fout


def _per_ouder(fouten: Iterable[str]) -> Iterator[str]:
    """Yield what is looked for, with elements of the same parent together."""
    samen: dict[str, list[str]] = {}
    for fout in fouten:
        ouder, _, naam = fout.rpartition("/") if _PAD.fullmatch(fout) else ("", "", fout)
        samen.setdefault(ouder, []).append(naam)
    for ouder, namen in samen.items():
        delen = " or ".join(namen)
        yield f"{ouder}[{delen}]" if ouder else delen


@cache
def stand_van(pad: str, versie: Versie) -> Callable[[_Element], str]:
    """Return what gives the text at a path of a document that fits the strict schema.

    Empty when there is none. These texts decide which rules count.
    """
    return _xpath(f"string({Vertaler(versie, '').pad(pad)})", versie)


def _xpath(tekst: str, versie: Versie) -> etree.XPath:
    return etree.XPath(
        tekst, namespaces={PREFIX: versie.namespace}, regexp=False, smart_strings=False
    )


def _plaatsen(regel: Regel, versie: Versie) -> Iterator[str]:
    """Yield the places of the elements that a rule looks at."""
    if regel.bij == "/":
        yield _voorwaarde_bij(regel.eis)
    else:
        yield from paden_bij(versie, regel.bij)


def _voorwaarde_bij(eis: Eis) -> str:
    """Return where a condition on the whole document stands; without that place it is not met."""
    match eis:
        case Als(Uit(pad) | Waar(pad) | Gevuld(pad), _):
            return absoluut("", pad)
    return "/dossier"

"""Turns the words of a requirement into functions that test an element.

One set of functions serves every document, also one with comments inside a code.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

import attrs
from lxml import etree

from oso_adapters.rules.regel import STANDAARDVERSIE, VALIDATIEVERSIE
from oso_adapters.rules.woorden import (
    Als,
    Bevat,
    Eis,
    En,
    Functie,
    Gevuld,
    Lengte,
    Niet,
    Of,
    Patroon,
    Uit,
    Waar,
)
from oso_adapters.versies import Versie

__all__ = [
    "Beeld",
    "Compiler",
    "Gestopt",
    "Kinderen",
    "Pad",
    "Test",
    "is_stap",
    "string",
    "tekstknopen",
    "teksttest",
]

_Element = etree._Element
Kinderen = dict[Any, _Element]
Test = Callable[[Kinderen, _Element, "Beeld"], bool]
Zoek = Callable[[Kinderen, _Element, "Beeld"], Iterable[_Element]]

_TEKSTKNOPEN = etree.XPath("text()")
_STRING = etree.XPath("string()")
_WIT = " \t\r\n"


class Gestopt(Exception):
    """A test the published sheets can't do either: they stop here and find nothing at all."""


def string(el: _Element) -> str:
    """Return the text of an element and all below it."""
    return (el.text or "") if len(el) == 0 else str(_STRING(el))


def tekstknopen(el: _Element) -> list[str]:
    """Return each piece of text of an element by itself; a comment splits a text in two."""
    if len(el) == 0:
        return [el.text] if el.text else []
    return [str(knoop) for knoop in _TEKSTKNOPEN(el)]


def _waar(el: _Element) -> bool:
    tekst = string(el).strip(_WIT)
    if tekst in ("true", "1"):
        return True
    if tekst in ("false", "0"):
        return False
    raise Gestopt


class Beeld:
    """What is looked at as one document: a root, and its elements by name."""

    __slots__ = ("_gevonden", "_kinderen", "groepen", "root")

    def __init__(self, root: _Element, tags: tuple[str, ...] = ()) -> None:
        self.root = root
        self.groepen: dict[Any, list[_Element]] = {}
        self._gevonden: dict[tuple[str, ...], list[_Element]] = {}
        self._kinderen: dict[_Element, Kinderen] = {}
        groepen = self.groepen
        for el in root.iter(*tags) if tags else ():
            try:
                groepen[el.tag].append(el)
            except KeyError:
                groepen[el.tag] = [el]

    def kinderen(self, el: _Element) -> Kinderen:
        """Return the first child of each name."""
        gevonden = self._kinderen.get(el)
        if gevonden is None:
            gevonden = self._kinderen[el] = {kind.tag: kind for kind in reversed(el)}
        return gevonden

    def bevat(self, ouder: tuple[str, ...], tag: str) -> bool:
        """Say whether ``//a/b`` leads to an element that holds such a child."""
        return any(tag in self.kinderen(el) for el in self.zoek(ouder))

    def zoek(self, stappen: tuple[str, ...]) -> list[_Element]:
        """Return what ``//a/b/c`` leads to; a single step only below some element."""
        gevonden = self._gevonden.get(stappen)
        if gevonden is None:
            if len(stappen) == 1:
                gevonden = self.groepen.get(stappen[0], [])
            else:
                tag = stappen[-1]
                gevonden = []
                for ouder in self.zoek(stappen[:-1]):
                    kinderen = self.kinderen(ouder)
                    if tag in kinderen:
                        uniek = len(kinderen) == len(ouder)
                        gevonden += [kinderen[tag]] if uniek else ouder.iterchildren(tag)
            self._gevonden[stappen] = gevonden
        return gevonden


@attrs.frozen
class Pad:
    """A path, taken apart for one namespace."""

    overal: bool
    stappen: tuple[str, ...]
    tekstknopen: bool

    @classmethod
    def van(cls, pad: str, ns: str) -> Pad:
        """Take a path apart."""
        kaal = pad.removesuffix("/text()")
        stappen = [stap for stap in kaal.removeprefix("//").split("/") if stap not in (".", "")]
        return cls(
            kaal.startswith("//"),
            tuple(f"{{{ns}}}{stap}" for stap in stappen),
            kaal != pad,
        )

    @property
    def kind(self) -> str | None:
        """The name of the child, for a path of just that."""
        enkel = not self.overal and not self.tekstknopen and len(self.stappen) == 1
        return self.stappen[0] if enkel else None

    def zoeker(self) -> Zoek:
        """Return a function that follows the path."""
        stappen = self.stappen
        if self.overal:
            return lambda kinderen, el, beeld: beeld.zoek(stappen)
        if not stappen:
            return lambda kinderen, el, beeld: (el,)
        eerste, rest = stappen[0], stappen[1:]
        if not rest:
            return lambda kinderen, el, beeld: (kinderen[eerste],) if eerste in kinderen else ()

        def zoek(kinderen: Kinderen, el: _Element, _beeld: Beeld) -> Iterable[_Element]:
            hier = list(el.iterchildren(eerste)) if eerste in kinderen else []
            for stap in rest:
                hier = [kind for ouder in hier for kind in ouder.iterchildren(stap)]
            return hier

        return zoek


class Compiler:
    """Turns words into functions, for one version."""

    def __init__(self, versie: Versie) -> None:
        self.ns = versie.namespace
        self.vervang = {
            STANDAARDVERSIE: versie.standaardversie,
            VALIDATIEVERSIE: versie.validatieversie,
        }

    def test(self, eis: Eis) -> Test:
        """Return a function that says whether an element holds a requirement."""
        match eis:
            case Gevuld(pad):
                return self._gevuld(pad)
            case Niet(Gevuld(pad)):
                return self._leeg(pad)
            case Niet(deel):
                test = self.test(deel)
                return lambda k, el, b: not test(k, el, b)
            case Als(voorwaarde, dan):
                eerst, daarna = self.test(voorwaarde), self.test(dan)
                return lambda k, el, b: not eerst(k, el, b) or daarna(k, el, b)
            case En((een, twee)):
                test_een, test_twee = self.test(een), self.test(twee)
                return lambda k, el, b: test_een(k, el, b) and test_twee(k, el, b)
            case En(delen):
                alle = tuple(self.test(deel) for deel in delen)
                return lambda k, el, b: all(test(k, el, b) for test in alle)
            case Of(delen) if all(is_stap(deel) for deel in delen):
                tags = frozenset(f"{{{self.ns}}}{deel.pad}" for deel in delen)  # type: ignore[attr-defined]
                return lambda k, el, b: not tags.isdisjoint(k)
            case Of(delen):
                opties = tuple(self.test(deel) for deel in delen)
                return lambda k, el, b: any(test(k, el, b) for test in opties)
            case Functie(_, houdt, _):
                return lambda k, el, b: houdt(lambda pad: self._tekst(pad, k, el, b))
            case _:
                return self._waarde(eis)

    def _gevuld(self, pad: str) -> Test:
        ontleed = Pad.van(pad, self.ns)
        if not ontleed.overal and len(ontleed.stappen) == 1:
            tag = ontleed.stappen[0]
            return lambda k, el, b: tag in k
        if ontleed.overal and len(ontleed.stappen) > 1:
            *ouders, laatste = ontleed.stappen
            ouder = tuple(ouders)
            return lambda k, el, b: b.bevat(ouder, laatste)
        zoek = ontleed.zoeker()
        return lambda k, el, b: any(True for _ in zoek(k, el, b))

    def _leeg(self, pad: str) -> Test:
        gevuld = self._gevuld(pad)
        return lambda k, el, b: not gevuld(k, el, b)

    def _waarde(self, eis: Any) -> Test:
        ontleed = Pad.van(eis.pad, self.ns)
        zoek = ontleed.zoeker()
        tag = ontleed.kind
        match eis:
            case Waar(_) if tag is not None:
                return lambda k, el, b: tag in k and _waar(k[tag])
            case Waar(_):
                return lambda k, el, b: _alle_waar(zoek(k, el, b))
            case Uit(_, waarden) if ontleed.tekstknopen:
                codes = frozenset(self.vervang.get(waarde, waarde) for waarde in waarden)
                return lambda k, el, b: any(
                    knoop in codes for e in zoek(k, el, b) for knoop in tekstknopen(e)
                )
            case Uit(_, waarden) if tag is not None:
                codes = frozenset(self.vervang.get(waarde, waarde) for waarde in waarden)
                return lambda k, el, b: tag in k and string(k[tag]) in codes
            case Uit(_, waarden):
                codes = frozenset(self.vervang.get(waarde, waarde) for waarde in waarden)
                return lambda k, el, b: any(string(e) in codes for e in zoek(k, el, b))
            case Lengte() | Bevat() | Patroon():
                past = teksttest(eis)
                eerste = _enige_knoop if ontleed.tekstknopen else _eerste
                return lambda k, el, b: past(eerste(zoek(k, el, b)))
        message = f"no way to run {type(eis).__name__}"
        raise TypeError(message)

    def _tekst(self, pad: str, k: Kinderen, el: _Element, beeld: Beeld) -> str | None:
        for gevonden in _zoeker(pad, self.ns)(k, el, beeld):
            return string(gevonden)
        return None


def teksttest(eis: Eis) -> Callable[[str], bool]:
    """Return a function that says whether a text holds what a requirement asks of it."""
    match eis:
        case Lengte(_, minstens, hoogstens):
            laag, hoog = minstens or 0, hoogstens if hoogstens is not None else 2**62
            return lambda tekst: laag <= len(tekst) <= hoog
        case Bevat(_, deel):
            return lambda tekst: deel in tekst
        case Patroon(_, patroon):
            zoek = re.compile(patroon).search
            return lambda tekst: zoek(tekst) is not None
    message = f"{type(eis).__name__} asks nothing of a text"
    raise TypeError(message)


@cache
def _zoeker(pad: str, ns: str) -> Zoek:
    return Pad.van(pad, ns).zoeker()


def _enige_knoop(gevonden: Iterable[_Element]) -> str:
    """Return the one piece of text; the published sheets stop where a comment makes it two."""
    knopen = [knoop for el in gevonden for knoop in tekstknopen(el)]
    if len(knopen) > 1:
        raise Gestopt
    return "".join(knopen)


def _eerste(gevonden: Iterable[_Element]) -> str:
    for el in gevonden:
        return string(el)
    return ""


def _alle_waar(gevonden: Iterable[_Element]) -> bool:
    elementen = list(gevonden)
    if len(elementen) > 1:
        raise Gestopt
    return bool(elementen) and _waar(elementen[0])


def is_stap(eis: Eis) -> bool:
    """Say whether a requirement only asks for a child of some name."""
    return isinstance(eis, Gevuld) and "/" not in eis.pad

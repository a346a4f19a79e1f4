"""Runs rules on the elements of a document.

The words are compiled once into functions; a rule that holds costs a few dictionary look-ups. One
set of functions serves every document, also one with comments inside a code.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

import attrs
from lxml import etree

from oso_adapters.rules.regel import STANDAARDVERSIE, VALIDATIEVERSIE, Regel
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
    paden,
)
from oso_adapters.versies import Versie

__all__ = ["Gestopt", "Regelboek", "Treffer"]

_Element = etree._Element
_Kinderen = dict[str, _Element]
_Test = Callable[[_Kinderen, _Element, "Beeld"], bool]
_Zoek = Callable[[_Kinderen, _Element, "Beeld"], Iterable[_Element]]

_TEKSTKNOPEN = etree.XPath("text()")
_STRING = etree.XPath("string()")
_WIT = " \t\r\n"


class Gestopt(Exception):
    """A test the published sheets can't do either: they stop here and find nothing at all."""


def _string(el: _Element) -> str:
    return (el.text or "") if len(el) == 0 else str(_STRING(el))


def _tekstknopen(el: _Element) -> list[str]:
    if len(el) == 0:
        return [el.text] if el.text else []
    return [str(knoop) for knoop in _TEKSTKNOPEN(el)]


def _waar(el: _Element) -> bool:
    tekst = _string(el).strip(_WIT)
    if tekst in ("true", "1"):
        return True
    if tekst in ("false", "0"):
        return False
    raise Gestopt


class Beeld:
    """What is looked at as one document: a root, and its elements by name."""

    __slots__ = ("_gevonden", "_kinderen", "groepen", "root")

    def __init__(self, root: _Element, tags: Iterable[str]) -> None:
        self.root = root
        self.groepen: dict[str, list[_Element]] = {}
        self._gevonden: dict[tuple[str, ...], list[_Element]] = {}
        self._kinderen: dict[_Element, _Kinderen] = {}
        groepen = self.groepen
        for el in root.iter(*tags):
            try:
                groepen[el.tag].append(el)
            except KeyError:
                groepen[el.tag] = [el]

    def kinderen(self, el: _Element) -> _Kinderen:
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
                gevonden = [
                    kind
                    for ouder in self.zoek(stappen[:-1])
                    if tag in self.kinderen(ouder)
                    for kind in ouder.iterchildren(tag)
                ]
            self._gevonden[stappen] = gevonden
        return gevonden


@attrs.frozen
class _Pad:
    """A path, taken apart for one namespace."""

    overal: bool
    stappen: tuple[str, ...]
    tekstknopen: bool

    @classmethod
    def van(cls, pad: str, ns: str) -> _Pad:
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

    def zoeker(self) -> _Zoek:
        stappen = self.stappen
        if self.overal:
            return lambda kinderen, el, beeld: beeld.zoek(stappen)
        if not stappen:
            return lambda kinderen, el, beeld: (el,)
        eerste, rest = stappen[0], stappen[1:]
        if not rest:
            return lambda kinderen, el, beeld: (kinderen[eerste],) if eerste in kinderen else ()

        def zoek(kinderen: _Kinderen, el: _Element, beeld: Beeld) -> Iterable[_Element]:
            hier = list(el.iterchildren(eerste)) if eerste in kinderen else []
            for stap in rest:
                hier = [kind for ouder in hier for kind in ouder.iterchildren(stap)]
            return hier

        return zoek


class _Compiler:
    """Turns words into functions, for one version."""

    def __init__(self, versie: Versie) -> None:
        self.ns = versie.namespace
        self.vervang = {
            STANDAARDVERSIE: versie.standaardversie,
            VALIDATIEVERSIE: versie.validatieversie,
        }

    def test(self, eis: Eis) -> _Test:
        match eis:
            case Gevuld(pad):
                return self.gevuld(pad)
            case Niet(Gevuld(pad)):
                return self.leeg(pad)
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
            case Of(delen) if all(_is_stap(deel) for deel in delen):
                tags = frozenset(f"{{{self.ns}}}{deel.pad}" for deel in delen)  # type: ignore[attr-defined]
                return lambda k, el, b: not tags.isdisjoint(k)
            case Of(delen):
                opties = tuple(self.test(deel) for deel in delen)
                return lambda k, el, b: any(test(k, el, b) for test in opties)
            case Functie(_, houdt, _):
                return lambda k, el, b: houdt(lambda pad: self.tekst(pad, k, el, b))
            case _:
                return self.waarde(eis)

    def gevuld(self, pad: str) -> _Test:
        ontleed = _Pad.van(pad, self.ns)
        if not ontleed.overal and len(ontleed.stappen) == 1:
            tag = ontleed.stappen[0]
            return lambda k, el, b: tag in k
        if ontleed.overal and len(ontleed.stappen) > 1:
            *ouders, laatste = ontleed.stappen
            ouder = tuple(ouders)
            return lambda k, el, b: b.bevat(ouder, laatste)
        zoek = ontleed.zoeker()
        return lambda k, el, b: any(True for _ in zoek(k, el, b))

    def leeg(self, pad: str) -> _Test:
        gevuld = self.gevuld(pad)
        return lambda k, el, b: not gevuld(k, el, b)

    def waarde(self, eis: Any) -> _Test:
        ontleed = _Pad.van(eis.pad, self.ns)
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
                    knoop in codes for e in zoek(k, el, b) for knoop in _tekstknopen(e)
                )
            case Uit(_, waarden) if tag is not None:
                codes = frozenset(self.vervang.get(waarde, waarde) for waarde in waarden)
                return lambda k, el, b: tag in k and _string(k[tag]) in codes
            case Uit(_, waarden):
                codes = frozenset(self.vervang.get(waarde, waarde) for waarde in waarden)
                return lambda k, el, b: any(_string(e) in codes for e in zoek(k, el, b))
            case Lengte(_, minstens, hoogstens):
                laag, hoog = minstens or 0, hoogstens if hoogstens is not None else 2**62
                return lambda k, el, b: laag <= len(_eerste(zoek(k, el, b))) <= hoog
            case Bevat(_, deel):
                return lambda k, el, b: deel in _eerste(zoek(k, el, b))
            case Patroon(_, patroon):
                past = re.compile(patroon).search
                return lambda k, el, b: past(_eerste(zoek(k, el, b))) is not None
        message = f"no way to run {type(eis).__name__}"
        raise TypeError(message)

    def tekst(self, pad: str, k: _Kinderen, el: _Element, beeld: Beeld) -> str | None:
        for gevonden in _zoeker(pad, self.ns)(k, el, beeld):
            return _string(gevonden)
        return None


@cache
def _zoeker(pad: str, ns: str) -> _Zoek:
    return _Pad.van(pad, ns).zoeker()


def _eerste(gevonden: Iterable[_Element]) -> str:
    for el in gevonden:
        return _string(el)
    return ""


def _alle_waar(gevonden: Iterable[_Element]) -> bool:
    elementen = list(gevonden)
    if len(elementen) > 1:
        raise Gestopt
    return bool(elementen) and _waar(elementen[0])


@attrs.frozen
class Treffer:
    """A rule that does not hold at an element, or that could not be run there."""

    regel: Regel
    element: _Element
    fout: Exception | None = None


def _is_stap(eis: Eis) -> bool:
    return isinstance(eis, Gevuld) and "/" not in eis.pad


_Proef = tuple[_Test, Regel]
_Groep = Callable[[_Kinderen, _Element, Beeld], Iterable[_Proef]]


@attrs.frozen
class _Bundel:
    """Rules with a condition in common, tested once; ``kies`` gives those that count here."""

    kies: _Groep
    proeven: tuple[_Proef, ...]


@attrs.frozen
class _Plaats:
    """Rules that look at the same elements."""

    tag: str
    ouders: tuple[str, ...]
    bundels: tuple[_Bundel, ...]

    def past(self, el: _Element) -> bool:
        ouder: _Element | None = el
        for tag in self.ouders:
            ouder = ouder.getparent() if ouder is not None else None
            if ouder is None or ouder.tag != tag:
                return False
        return True


class Regelboek:
    """The rules of one version, rule set and sheet, ready to run."""

    def __init__(self, regels: Iterable[Regel], versie: Versie) -> None:
        self._ns = versie.namespace
        self._compiler = _Compiler(versie)
        self.regels = tuple(regel for regel in regels if not regel.slaapt)
        self._voorwaarden = {
            regel.voor.als: self._compiler.test(regel.voor.als)
            for regel in self.regels
            if regel.voor.als is not None
        }
        self.leerling = f"{{{self._ns}}}leerling"
        self._actief: dict[tuple[bool, ...], tuple[_Plaats, ...]] = {}
        self._tags = self._nodige_tags()

    def _nodige_tags(self) -> tuple[str, ...]:
        namen = {"leerling"}
        for regel in self.regels:
            namen.update(deel.split("/")[-1] for deel in regel.bij.split("|") if deel != "/")
            for eis in (regel.eis, regel.voor.als):
                if eis is not None:
                    namen.update(
                        pad[2:].split("/")[0] for pad in paden(eis) if pad.startswith("//")
                    )
            if regel.over.startswith("//"):
                namen.add(regel.over[2:].split("/")[0])
        return tuple(f"{{{self._ns}}}{naam}" for naam in sorted(namen))

    def beeld(self, root: _Element) -> Beeld:
        """Return what the rules look at: a root with all below it, as a document of its own."""
        return Beeld(root, self._tags)

    def _kies(self, beeld: Beeld) -> tuple[_Plaats, ...]:
        """Return the rules that count for this document; those that can't are left out once."""
        sleutel = tuple([test({}, beeld.root, beeld) for test in self._voorwaarden.values()])
        gekozen = self._actief.get(sleutel)
        if gekozen is None:
            geldt = dict(zip(self._voorwaarden, sleutel, strict=True))
            per_plaats: dict[str, list[Regel]] = {}
            for regel in self.regels:
                if regel.voor.als is None or geldt[regel.voor.als]:
                    per_plaats.setdefault(regel.bij, []).append(regel)
            gekozen = tuple(self._plaats(bij, regels) for bij, regels in per_plaats.items())
            self._actief[sleutel] = gekozen
        return gekozen

    def _plaats(self, bij: str, regels: Iterable[Regel]) -> _Plaats:
        stappen = [f"{{{self._ns}}}{stap}" for stap in bij.split("/") if stap]
        return _Plaats(
            stappen[-1] if stappen else "",
            tuple(reversed(stappen[:-1])),
            tuple(self._bundels(regels)),
        )

    def _bundels(self, regels: Iterable[Regel]) -> Iterator[_Bundel]:
        """Put rules together that ask something only where the same condition holds."""
        per_voorwaarde: dict[Any, list[Regel]] = {}
        for regel in regels:
            match regel.eis:
                case Als(Uit(pad, waarden), _) if len(waarden) == 1:
                    sleutel: Any = pad
                case Als(voorwaarde, _):
                    sleutel = voorwaarde
                case _:
                    sleutel = None
            per_voorwaarde.setdefault(sleutel, []).append(regel)
        for sleutel, groep in per_voorwaarde.items():
            yield self._bundel(sleutel, groep)

    def _bundel(self, sleutel: Any, groep: list[Regel]) -> _Bundel:
        test = self._compiler.test
        if sleutel is None:
            alle = tuple((test(regel.eis), regel) for regel in groep)
            return _Bundel(lambda k, el, b: alle, alle)
        proeven = tuple((test(regel.eis.dan), regel) for regel in groep)  # type: ignore[attr-defined]
        if not isinstance(sleutel, str):
            geldt = test(sleutel)
            return _Bundel(lambda k, el, b: proeven if geldt(k, el, b) else (), proeven)
        per_waarde: dict[str, list[_Proef]] = {}
        for proef in proeven:
            (waarde,) = proef[1].eis.voorwaarde.waarden  # type: ignore[attr-defined]
            per_waarde.setdefault(waarde, []).append(proef)
        return _Bundel(_verdeler(_Pad.van(sleutel, self._ns), per_waarde), proeven)

    def overtreden(self, beeld: Beeld) -> Iterator[Treffer]:
        """Yield every rule that does not hold or can't be run, with its element."""
        for plaats in self._kies(beeld):
            elementen = beeld.groepen.get(plaats.tag, ()) if plaats.tag else (beeld.root,)
            for el in elementen:
                if plaats.ouders and not plaats.past(el):
                    continue
                kinderen = beeld.kinderen(el)
                gevonden: list[Treffer] = []
                for bundel in plaats.bundels:
                    try:
                        proeven = bundel.kies(kinderen, el, beeld)
                    except Exception as fout:  # noqa: BLE001 - must not hide the other rules
                        gevonden.extend(Treffer(regel, el, fout) for _, regel in bundel.proeven)
                        continue
                    for houdt, regel in proeven:
                        try:
                            if not houdt(kinderen, el, beeld):
                                gevonden.append(Treffer(regel, el))
                        except Exception as fout:  # noqa: BLE001 - must not hide the other rules
                            gevonden.append(Treffer(regel, el, fout))
                if gevonden:
                    yield from _eerste_oorzaken(gevonden)


def _verdeler(pad: _Pad, per_waarde: dict[str, list[_Proef]]) -> _Groep:
    """Choose rules by the value at a path, read once."""
    tag = pad.kind
    if tag is not None:
        return lambda k, el, b: per_waarde.get(_string(k[tag]), ()) if tag in k else ()
    zoek = pad.zoeker()
    waarden_van = _tekstknopen if pad.tekstknopen else lambda el: [_string(el)]

    def kies(k: _Kinderen, el: _Element, b: Beeld) -> Iterable[_Proef]:
        gekozen: Iterable[_Proef] = ()
        for gevonden in zoek(k, el, b):
            for waarde in waarden_van(gevonden):
                proeven = per_waarde.get(waarde)
                if proeven and not gekozen:
                    gekozen = proeven
                elif proeven:
                    gekozen = dict.fromkeys((*gekozen, *proeven))
        return gekozen

    return kies


def _eerste_oorzaken(gevonden: list[Treffer]) -> Iterator[Treffer]:
    gebroken = {treffer.regel.id for treffer in gevonden if treffer.fout is None}
    for treffer in gevonden:
        if treffer.fout is not None or gebroken.isdisjoint(treffer.regel.gevolg_van):
            yield treffer

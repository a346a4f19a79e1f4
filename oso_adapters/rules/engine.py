"""Runs the rules of a version on the elements of a document.

Everything is compiled once: a rule that holds costs a few look-ups, and rules that ask something
only where the same condition holds test that condition once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import attrs
from lxml import etree

from oso_adapters.rules.regel import Regel
from oso_adapters.rules.testen import Beeld, Compiler, Kinderen, Pad, Test, string, tekstknopen
from oso_adapters.rules.woorden import Als, Uit, paden
from oso_adapters.versies import Versie

__all__ = ["Regelboek", "Treffer"]

_Element = etree._Element
_MEEST_GEKOZEN = 100
"""Choices of rules that are kept; what decides comes from documents, so not without end."""


@attrs.frozen
class Treffer:
    """A rule that does not hold at an element, or that could not be run there."""

    regel: Regel
    element: _Element
    fout: Exception | None = None


_Proef = tuple[Test, Regel]
_Groep = Callable[[Kinderen, _Element, Beeld], Iterable[_Proef]]


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
        self._compiler = Compiler(versie)
        self.regels = tuple(regel for regel in regels if not regel.slaapt)
        self._voorwaarden = {
            regel.voor.als: self._compiler.test(regel.voor.als)
            for regel in self.regels
            if regel.voor.als is not None
        }
        self._schakelaars = tuple(
            Pad.van(pad, versie.namespace).stappen
            for pad in sorted({pad for eis in self._voorwaarden for pad in paden(eis)})
        )
        self.leerling = f"{{{self._ns}}}leerling"
        self._actief: dict[Any, tuple[_Plaats, ...]] = {}
        self._tags = self._nodige_tags()

    def _nodige_tags(self) -> tuple[str, ...]:
        namen = {"leerling"}
        for regel in self.regels:
            if regel.bij != "/":
                namen.add(regel.bij.split("/")[-1])
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
        sleutel = tuple(
            [
                tuple([knoop for el in beeld.zoek(pad) for knoop in tekstknopen(el)])
                for pad in self._schakelaars
            ]
        )
        gekozen = self._actief.get(sleutel)
        if gekozen is None:
            geldt = {eis: test({}, beeld.root, beeld) for eis, test in self._voorwaarden.items()}
            per_plaats: dict[str, list[Regel]] = {}
            for regel in self.regels:
                if regel.voor.als is None or geldt[regel.voor.als]:
                    per_plaats.setdefault(regel.bij, []).append(regel)
            gekozen = tuple(self._plaats(bij, regels) for bij, regels in per_plaats.items())
            if len(self._actief) >= _MEEST_GEKOZEN:
                self._actief.clear()
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
        return _Bundel(_verdeler(Pad.van(sleutel, self._ns), per_waarde), proeven)

    def find_broken(self, beeld: Beeld) -> Iterator[Treffer]:
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


def _verdeler(pad: Pad, per_waarde: dict[str, list[_Proef]]) -> _Groep:
    """Choose rules by the value at a path, read once."""
    tag = pad.kind
    if tag is not None:
        return lambda k, el, b: per_waarde.get(string(k[tag]), ()) if tag in k else ()
    zoek = pad.zoeker()
    waarden_van = tekstknopen if pad.tekstknopen else lambda el: [string(el)]

    def kies(k: Kinderen, el: _Element, b: Beeld) -> Iterable[_Proef]:
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

"""Runs the rules of a version on the elements of a document.

Everything is compiled once. `Regelboek.surely_holds` looks at all rules together, for documents in
which nothing is unusual; `Regelboek.find_broken` runs them one by one on any document, and is what
decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import attrs
from lxml import etree

from oso_adapters.rules.regel import Regel
from oso_adapters.rules.snel import Snelblik, stand_van
from oso_adapters.rules.testen import Beeld, Compiler, Pad, Test, tekstknopen
from oso_adapters.rules.woorden import paden
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


@attrs.frozen
class _Plaats:
    """Rules that look at the same elements.

    Attributes:
        buiten: elements below one of these are passed over; empty when none are.
    """

    tag: str
    ouders: tuple[str, ...]
    buiten: str
    proeven: tuple[tuple[Test, Regel], ...]

    def past(self, el: _Element) -> bool:
        if self.buiten and next(el.iterancestors(self.buiten), None) is not None:
            return False
        ouder: _Element | None = el
        for tag in self.ouders:
            ouder = ouder.getparent() if ouder is not None else None
            if ouder is None or ouder.tag != tag:
                return False
        return True

    def elementen(self, beeld: Beeld) -> Iterator[_Element]:
        alle = beeld.groepen.get(self.tag, ()) if self.tag else (beeld.root,)
        return (el for el in alle if self.past(el))

    def find_broken(self, el: _Element, beeld: Beeld) -> Iterator[Treffer]:
        kinderen = beeld.kinderen(el)
        for houdt, regel in self.proeven:
            try:
                if not houdt(kinderen, el, beeld):
                    yield Treffer(regel, el)
            except Exception as fout:  # noqa: BLE001 - must not hide the other rules
                yield Treffer(regel, el, fout)


class Regelboek:
    """The rules of one version, rule set and sheet, ready to run."""

    def __init__(self, regels: Iterable[Regel], versie: Versie) -> None:
        self._ns = versie.namespace
        self._versie = versie
        self._compiler = Compiler(versie)
        self.regels = tuple(regels)
        self._voorwaarden = {
            regel.voor.als: self._compiler.test(regel.voor.als)
            for regel in self.regels
            if regel.voor.als is not None
        }
        schakelaars = sorted({pad for eis in self._voorwaarden for pad in paden(eis)})
        self._schakelaars = tuple(Pad.van(pad, versie.namespace).stappen for pad in schakelaars)
        self._standen = tuple(stand_van(pad, versie) for pad in schakelaars)
        self.leerling = f"{{{self._ns}}}leerling"
        self._actief: dict[Any, tuple[_Plaats, ...]] = {}
        self._snel: dict[Any, Snelblik] = {}
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

    def _geldig(self, beeld: Beeld) -> list[Regel]:
        """Return the rules that count for a document."""
        geldt = {eis: test({}, beeld.root, beeld) for eis, test in self._voorwaarden.items()}
        return [r for r in self.regels if r.voor.als is None or geldt[r.voor.als]]

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
            per_plaats: dict[tuple[str, bool], list[Regel]] = {}
            for regel in self._geldig(beeld):
                per_plaats.setdefault((regel.bij, regel.slaapt), []).append(regel)
            gekozen = tuple(self._plaats(*plaats) for plaats in per_plaats.items())
            _bewaar(self._actief, sleutel, gekozen)
        return gekozen

    def _plaats(self, plaats: tuple[str, bool], regels: Iterable[Regel]) -> _Plaats:
        bij, slaapt = plaats
        stappen = [f"{{{self._ns}}}{stap}" for stap in bij.split("/") if stap]
        return _Plaats(
            stappen[-1] if stappen else "",
            tuple(reversed(stappen[:-1])),
            self.leerling if slaapt else "",
            tuple((self._compiler.test(regel.eis), regel) for regel in regels),
        )

    def surely_holds(self, root: _Element) -> bool:
        """Say of a document that fits the strict schema whether all is well with it.

        That is: every rule holds, and it fits the published schema. False when that is not certain;
        then `find_broken` and that schema tell.
        """
        standen = tuple([stand(root) for stand in self._standen])
        if standen not in self._snel:
            # Where the schema wants an element, rules that sleep do not see it.
            regels = (r for r in self._geldig(self.beeld(root)) if not r.slaapt)
            _bewaar(self._snel, standen, Snelblik(regels, self._versie))
        try:
            return self._snel[standen].surely_holds(root)
        except Exception:  # noqa: BLE001 - running the rules one by one tells which one fails
            return False

    def find_broken(self, beeld: Beeld) -> Iterator[Treffer]:
        """Yield every rule that does not hold or can't be run, with its element."""
        for plaats in self._kies(beeld):
            for el in plaats.elementen(beeld):
                gevonden = list(plaats.find_broken(el, beeld))
                if gevonden:
                    yield from _eerste_oorzaken(gevonden)


def _bewaar(bekend: dict[Any, Any], sleutel: Any, waarde: Any) -> None:
    if len(bekend) >= _MEEST_GEKOZEN:
        bekend.clear()
    bekend[sleutel] = waarde


def _eerste_oorzaken(gevonden: list[Treffer]) -> Iterator[Treffer]:
    gebroken = {treffer.regel.id for treffer in gevonden if treffer.fout is None}
    for treffer in gevonden:
        if treffer.fout is not None or gebroken.isdisjoint(treffer.regel.gevolg_van):
            yield treffer

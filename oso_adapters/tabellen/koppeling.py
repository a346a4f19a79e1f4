"""Learns which text of a sheet is which rule, and where the two do not agree.

The sheets put out texts without a key. Within one sheet no two rules share a text, so a text and a
key are the same rule when they are found at the same places, the same number of times.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

import attrs

from oso_adapters.tabellen.officieel import Paren

__all__ = ["Afwijking", "Koppeling", "Koppelingen"]

_Plekken = dict[tuple[int, str], int]
"""How often something is found in a document (by number) at a place."""

_MEESTAL = 0.5
"""Share of the places of the rarer of the two that a text and a key must have in common."""


@attrs.frozen(order=True)
class Afwijking:
    """One place where the sheet and the engine do not agree.

    Attributes:
        document: number of the document.
        regel: key of the rule; empty for a text that goes with no rule.
        tekst: text of the sheet; empty for a rule that goes with no text.
    """

    document: int
    locatie: str
    regel: str
    tekst: str
    blad_vindt: int
    wij_vinden: int


@attrs.frozen
class Koppelingen:
    """What was learned of one sheet.

    Attributes:
        regels: text to key.
        samen: keys that were always found together, so that any could go with any of their texts.
    """

    regels: Mapping[str, str]
    samen: tuple[tuple[str, ...], ...]
    afwijkingen: tuple[Afwijking, ...]


class Koppeling:
    """Collects what a sheet and the engine find, document by document."""

    def __init__(self) -> None:
        self._teksten: dict[str, _Plekken] = defaultdict(dict)
        self._regels: dict[str, _Plekken] = defaultdict(dict)

    def add(self, document: int, blad: Paren, wij: Paren) -> None:
        """Take in what both find in a document."""
        for (tekst, locatie), aantal in blad.items():
            self._teksten[tekst][document, locatie] = aantal
        for (regel, locatie), aantal in wij.items():
            self._regels[regel][document, locatie] = aantal

    def learn(self) -> Koppelingen:
        """Return which text is which rule, and where that does not hold."""
        gelijk, samen = self._gelijke()
        rest_teksten = sorted(self._teksten.keys() - gelijk.keys())
        rest_regels = sorted(self._regels.keys() - set(gelijk.values()))
        regels = gelijk | self._best_passende(rest_teksten, rest_regels)
        afwijkingen = sorted(
            afwijking
            for tekst in rest_teksten
            for afwijking in self._afwijkingen(tekst, regels.get(tekst, ""))
        )
        los = set(rest_regels) - set(regels.values())
        afwijkingen += [a for regel in sorted(los) for a in self._afwijkingen("", regel)]
        return Koppelingen(regels, samen, tuple(sorted(afwijkingen)))

    def _gelijke(self) -> tuple[dict[str, str], tuple[tuple[str, ...], ...]]:
        """Tie texts to the keys that are found at exactly the same places."""
        per_plekken: dict[frozenset[tuple[tuple[int, str], int]], tuple[list[str], list[str]]]
        per_plekken = defaultdict(lambda: ([], []))
        for nr, bron in enumerate((self._teksten, self._regels)):
            for naam, plekken in sorted(bron.items()):
                per_plekken[frozenset(plekken.items())][nr].append(naam)
        gelijk: dict[str, str] = {}
        samen = []
        for teksten, regels in per_plekken.values():
            gelijk.update(zip(teksten, regels, strict=False))
            if len(teksten) == len(regels) > 1:
                samen.append(tuple(regels))
        return gelijk, tuple(sorted(samen))

    def _best_passende(self, teksten: list[str], regels: list[str]) -> dict[str, str]:
        """Tie what is left, what agrees most first."""
        paren = sorted(
            (-score, tekst, regel)
            for tekst in teksten
            for regel in regels
            if (score := self._score(self._teksten[tekst], self._regels[regel]))
        )
        gekoppeld: dict[str, str] = {}
        vrij = set(regels)
        for _, tekst, regel in paren:
            if tekst not in gekoppeld and regel in vrij:
                gekoppeld[tekst] = regel
                vrij.remove(regel)
        return gekoppeld

    @staticmethod
    def _score(blad: _Plekken, wij: _Plekken) -> float:
        gedeeld = blad.keys() & wij.keys()
        if len(gedeeld) < _MEESTAL * min(len(blad), len(wij)):
            return 0.0
        gelijk = sum(min(blad[plek], wij[plek]) / max(blad[plek], wij[plek]) for plek in gedeeld)
        return gelijk / len(blad.keys() | wij.keys())

    def _afwijkingen(self, tekst: str, regel: str) -> Iterator[Afwijking]:
        blad = self._teksten.get(tekst, {}) if tekst else {}
        wij = self._regels.get(regel, {}) if regel else {}
        for document, locatie in blad.keys() | wij.keys():
            plek = (document, locatie)
            if blad.get(plek, 0) != wij.get(plek, 0):
                yield Afwijking(
                    document, locatie, regel, tekst, blad.get(plek, 0), wij.get(plek, 0)
                )

"""Tests as one table: each score beside the test, or the part of it, that it belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import attrs

from oso_adapters.gegevensset import Referentiescore, Resultaat, Toets, Toetsonderdeel
from oso_adapters.gegevensset._veld import Veld, blokgegevens, velden
from oso_adapters.toon.delen import Cel
from oso_adapters.toon.tabellen import LeesVeld, lees_cel, lees_cellen, past

__all__ = ["maak_toetsrijen"]

_RESULTAAT = "resultaat"
_REFERENTIE = "referentiescore"
_ONDERDEEL = "toetsonderdeel"


def _zonder(cls: type, *namen: str) -> tuple[Veld, ...]:
    return tuple(veld for veld in velden(cls) if veld.attr not in namen)


def _referenties(deel: Any) -> list[Any]:
    resultaat: Resultaat | None = deel.resultaat
    return (resultaat.referentiescore if resultaat else None) or []


def _delen(toets: Toets) -> list[Toets | Toetsonderdeel]:
    """Return what has scores of its own: the test, when it has any, and its parts."""
    onderdelen = toets.toetsonderdeel or []
    return [*([toets] if toets.resultaat is not None or not onderdelen else []), *onderdelen]


def _hoog(cel: Cel, hoogte: int, *, eerste: bool) -> Cel:
    return attrs.evolve(cel, hoogte=hoogte if eerste else 0)


def _rijen(toets: Toets, lees: LeesVeld) -> Iterator[list[Cel]]:
    eigen = lees_cellen(toets, _zonder(Toets, _RESULTAAT, _ONDERDEEL), lees)
    delen = _delen(toets)
    hoogte = sum(max(len(_referenties(deel)), 1) for deel in delen)
    voor_toets = True
    for deel in delen:
        onderdeel = Cel()
        if deel is not toets:
            onderdeel = lees_cellen(deel, _zonder(Toetsonderdeel, _RESULTAAT), lees)
        score = lees_cellen(deel.resultaat, _zonder(Resultaat, _REFERENTIE), lees)
        referenties = _referenties(deel)
        for nr, referentie in enumerate(referenties or [None]):
            yield [
                _hoog(eigen, hoogte, eerste=voor_toets),
                *(_hoog(c, max(len(referenties), 1), eerste=nr == 0) for c in (onderdeel, score)),
                *(lees_cel(referentie, veld, lees) for veld in velden(Referentiescore)),
            ]
            voor_toets = False


def _labels() -> list[str]:
    return [
        blokgegevens(Toets).label,
        blokgegevens(Toetsonderdeel).label,
        blokgegevens(Resultaat).label,
        *(veld.label for veld in velden(Referentiescore)),
    ]


def maak_toetsrijen(
    toetsen: Sequence[Toets], lees: LeesVeld
) -> tuple[tuple[str, ...], tuple[tuple[Cel, ...], ...]] | None:
    """Return the columns and rows of a table of tests; None when they do not fit in one."""
    rijen = [rij for toets in toetsen for rij in _rijen(toets, lees)]
    gevuld = [
        nr for nr, _ in enumerate(_labels()) if any(r[nr].waarden or r[nr].groepjes for r in rijen)
    ]
    if not gevuld or not all(past(cel) for rij in rijen for cel in rij):
        return None
    labels = _labels()
    return tuple(labels[nr] for nr in gevuld), tuple(tuple(r[nr] for nr in gevuld) for r in rijen)

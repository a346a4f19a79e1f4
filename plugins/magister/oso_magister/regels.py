"""Rows of a list, from its lines; and the rows of one leerling together, over all lists."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter

import attrs

from oso_adapters.mapping import Csvregel, bezwaar, read_csv
from oso_adapters.melding import Ernst, Melding
from oso_magister.lijsten import STAMNR, Lijst

__all__ = [
    "SCHEIDING",
    "Keuring",
    "OnleesbaarError",
    "Rij",
    "keur",
    "lees_rijen",
    "meld_vreemd",
    "nummer_van",
    "voeg_samen",
]

SCHEIDING = ";"
_LANGSTE_NAAM = 40
_NUMMER = rf"\d+{SCHEIDING}"
"""What a row of a leerling begins with."""
_MAX_CIJFERS = 9


class OnleesbaarError(Exception):
    """A list can't be read at all; the text says in English what is wrong, without values."""


@attrs.frozen(repr=False)
class Rij:
    """One row of a list.

    Attributes:
        regel: number of the line that it ends on.
        cellen: the filled cells by column.
        vreemd: columns that the list should not have, and that are filled here.
        verschil: how many cells too many there are; below zero, too few.
    """

    regel: int
    cellen: Mapping[str, str]
    vreemd: tuple[str, ...] = ()
    verschil: int = 0


@attrs.frozen
class Keuring:
    """What a list looks like before its rows are used.

    Attributes:
        op_volgorde: the rows stand in the order of the leerlingen.
        zonder_nummer: lines of rows that can't be of any leerling.
    """

    op_volgorde: bool
    zonder_nummer: tuple[int, ...]


def lees_rijen(regels: Iterable[str], lijst: Lijst) -> Iterator[Rij]:
    """Yield the rows of a list; the first line is the head.

    Raises:
        OnleesbaarError: no head, a head without all columns, or lines that are no CSV.
    """
    gelezen = read_csv(regels, SCHEIDING, begin=_NUMMER)
    bovenste = _cellen(next(gelezen, None))
    kop, eigen = _lees_kop(bovenste, lijst), frozenset(lijst.kolommen)
    for regel in gelezen:
        cellen = _cellen(regel)
        if any(cellen):
            yield _rij(kop, cellen, len(cellen) - len(bovenste), regel.tot, eigen)


def _cellen(regel: Csvregel | None) -> list[str]:
    if regel is None:
        return []
    if regel.cellen is None:
        waar = f"line {regel.van} is"
        if regel.tot > regel.van:
            waar = f"lines {regel.van} to {regel.tot} are"
        raise OnleesbaarError(f"{waar} no CSV; look at the quotes in line {regel.van}")
    return regel.cellen


def _lees_kop(namen: list[str], lijst: Lijst) -> list[str]:
    """Return the names of the columns as the list has them, whatever their capitals.

    Columns without a name at the end are left out: spreadsheets add them.
    """
    namen = list(namen)
    while namen and not namen[-1].strip():
        namen.pop()
    if not namen:
        raise OnleesbaarError("the list is empty; a list without rows still has its head")
    bekend = {kolom.casefold(): kolom for kolom in lijst.kolommen}
    kop = [bekend.get(naam.strip().casefold(), naam.strip()) for naam in namen]
    # What stands there instead is not told: without a head it is data of a leerling.
    weg = [kolom for kolom in lijst.kolommen if kolom not in kop]
    if weg:
        raise OnleesbaarError(f"the head lacks {', '.join(map(repr, weg))}")
    dubbel = sorted({naam for naam in kop if kop.count(naam) > 1})
    if dubbel:
        raise OnleesbaarError(f"the head has {', '.join(map(repr, dubbel))} twice")
    return kop


def _rij(
    kop: list[str], cellen: list[str], verschil: int, regel: int, eigen: frozenset[str]
) -> Rij:
    gevuld = {naam: cel for naam, cel in zip(kop, cellen, strict=False) if cel}
    vreemd = tuple(naam for naam in gevuld if naam not in eigen)
    for naam in vreemd:
        del gevuld[naam]
    if not verschil and any(cellen[len(kop) :]):
        verschil = 1
    return Rij(regel, gevuld, tuple(naam[:_LANGSTE_NAAM] for naam in vreemd), verschil)


def meld_vreemd(naam: str, rij: Rij) -> list[Melding]:
    """Return a warning for every filled column of a row that the list should not have."""
    return [
        bezwaar(
            f"{naam}.{kolom}",
            f"Het veld '{naam}.{kolom}' kent deze koppeling niet; het gaat niet mee.",
            "De leverancier moet de koppeling met dit veld uitbreiden, of het weglaten.",
            ernst=Ernst.WAARSCHUWING,
        )
        for kolom in rij.vreemd
    ]


def nummer_van(rij: Rij) -> int | None:
    """Return the ``stamnr`` of a row; zeros in front make no difference."""
    tekst = rij.cellen.get(STAMNR, "").strip()
    if not tekst.isascii() or not tekst.isdecimal() or len(tekst) > _MAX_CIJFERS:
        return None
    return int(tekst)


def keur(rijen: Iterable[Rij]) -> Keuring:
    """Look through a list once, before anything is made of it."""
    op_volgorde, vorige, zonder = True, -1, []
    for rij in rijen:
        nummer = nummer_van(rij)
        if nummer is None:
            zonder.append(rij.regel)
            continue
        op_volgorde = op_volgorde and vorige <= nummer
        vorige = nummer
    return Keuring(op_volgorde, tuple(zonder))


_Groep = tuple[int, str, list[Rij]]


def _groepen(naam: str, rijen: Iterable[Rij]) -> Iterator[_Groep]:
    for nummer, groep in groupby(rijen, nummer_van):
        if nummer is not None:
            yield nummer, naam, list(groep)


def voeg_samen(lijsten: Mapping[str, Iterable[Rij]]) -> Iterator[tuple[int, dict[str, list[Rij]]]]:
    """Yield each ``stamnr`` with its rows by list, going through all lists side by side.

    Args:
        lijsten: rows by list, each in the order of ``stamnr``.
    """
    stromen = [_groepen(naam, rijen) for naam, rijen in lijsten.items()]
    op_nummer = heapq.merge(*stromen, key=itemgetter(0))
    for nummer, groepen in groupby(op_nummer, itemgetter(0)):
        yield nummer, {naam: rijen for _, naam, rijen in groepen}

"""A document as plain lines, for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from oso_adapters.toon.delen import (
    Bijlage,
    Cel,
    Deel,
    Gegeven,
    Gegevens,
    Groep,
    Ruimte,
    Tabel,
    Waarde,
    Weergave,
)
from oso_adapters.toon.grootte import zeg_grootte

__all__ = ["Regel", "maak_regels"]


@attrs.frozen
class Regel:
    """One line: a heading, a sentence, or a label with its values.

    Attributes:
        diepte: how far from the left; of a heading 0 is the largest.
    """

    tekst: str
    diepte: int
    label: str = ""
    kop: bool = False


def _zeg(waarde: Waarde) -> str:
    delen = (waarde.tekst, *(f"({extra})" for extra in (waarde.code, waarde.noot) if extra))
    return " ".join(deel for deel in delen if deel)


def _gegeven(gegeven: Gegeven, diepte: int) -> Regel:
    return Regel(", ".join(map(_zeg, gegeven.waarden)), diepte, label=gegeven.label)


def _cel(kolom: str, cel: Cel, diepte: int) -> Iterator[Regel]:
    if cel.waarden:
        yield _gegeven(Gegeven(kolom, cel.waarden), diepte)
    for groepje in cel.groepjes:
        if groepje.titel:
            yield Regel(groepje.titel, diepte)
        for rij in groepje.rijen:
            yield _gegeven(rij, diepte + bool(groepje.titel))


def _tabel(tabel: Tabel, diepte: int) -> Iterator[Regel]:
    if tabel.titel:
        yield Regel(tabel.titel, diepte, kop=True)
    for nr, rij in enumerate(tabel.rijen):
        if nr:
            yield Regel("", 0)
        for kolom, cel in zip(tabel.kolommen, rij, strict=True):
            if cel.hoogte:
                yield from _cel(kolom, cel, diepte + 1)


def _delen(delen: Iterable[Deel], diepte: int) -> Iterator[Regel]:
    for deel in delen:
        if isinstance(deel, Gegevens):
            yield from (_gegeven(rij, diepte) for rij in deel.rijen)
        elif isinstance(deel, Groep):
            yield Regel(deel.titel, diepte, kop=True)
            yield from _delen(deel.delen, diepte + 1)
        else:
            yield from _tabel(deel, diepte)


def _bijlage(nr: int, bijlage: Bijlage) -> Iterator[Regel]:
    naam = f"{nr}. {bijlage.naam}"
    yield Regel(f"{naam} - {bijlage.omschrijving}" if bijlage.omschrijving else naam, 1)
    yield Regel(bijlage.plek, 2, label="hoort bij")
    for lid in bijlage.leden:
        yield Regel(f"{lid.naam}, {lid.soort}, {zeg_grootte(lid.grootte)}", 2, label="bestand")
    yield from (Regel(bezwaar, 2, label="let op") for bezwaar in bijlage.bezwaren)


def _ruimte(ruimte: Ruimte) -> Iterator[Regel]:
    yield Regel(f"{ruimte.titel} - {ruimte.soort}" if ruimte.naam else ruimte.titel, 0, kop=True)
    yield from (_gegeven(gegeven, 1) for gegeven in ruimte.kern)
    yield from (Regel(zin, 1, label="let op") for zin in ruimte.let_op)
    yield from _delen(ruimte.delen, 0)
    if ruimte.bijlagen:
        yield Regel("Bijlagen", 0, kop=True)
    for nr, bijlage in enumerate(ruimte.bijlagen, 1):
        yield from _bijlage(nr, bijlage)


def maak_regels(weergave: Weergave) -> Iterator[Regel]:
    """Yield the lines of a document."""
    yield from (Regel(zin, 0, label="let op") for zin in weergave.let_op)
    for ruimte in weergave.ruimtes:
        yield from _ruimte(ruimte)
    if weergave.niet_getoond:
        yield Regel("Niet getoond", 0, kop=True)
    for ding in weergave.niet_getoond:
        waar = f", regel {ding.regelnummer}" if ding.regelnummer else ""
        yield Regel(f"{ding.wat} {ding.plaats}{waar}", 1)
    if weergave.meer_niet_getoond:
        yield Regel("Er is meer; alleen het begin staat hier.", 1)

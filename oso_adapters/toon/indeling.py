"""How the content of a dossier is divided into parts: by the categories that are declared."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from oso_adapters.gegevensset import (
    CategorieUitlevering,
    Dossier,
    Huidigeschool,
    Leerling,
    Metadata,
)
from oso_adapters.gegevensset._veld import Veld, blokgegevens, velden
from oso_adapters.toon.blokken import Opbouw
from oso_adapters.toon.categorieen import maak_categorieen
from oso_adapters.toon.delen import Deel, Gegevens, Groep
from oso_adapters.toon.tabellen import is_leeg

__all__ = ["indeling"]

_OVER = "Over dit dossier"


def _veld(cls: type, naam: str) -> Veld:
    return next(veld for veld in velden(cls) if veld.attr == naam)


def _zonder(cls: type, *namen: str) -> tuple[Veld, ...]:
    return tuple(veld for veld in velden(cls) if veld.attr not in namen)


def _heeft_categorieen(veld: Veld) -> bool:
    """Say whether a block has no category of its own, but what is in it has."""
    return veld.blok is not None and any(v.categorie for v in velden(veld.blok))


def _hoofdstukken() -> dict[str, list[Veld]]:
    """Return the fields of the leerling by the part of the page that they stand in.

    A category is a part; so is a block that is divided over categories.
    """
    eigen = blokgegevens(Leerling).label
    delen: dict[str, list[Veld]] = {eigen: []}
    for veld in velden(Leerling):
        if veld.categorie:
            delen.setdefault(veld.categorie, []).append(veld)
        elif _heeft_categorieen(veld):
            delen[veld.attr] = [veld]
        else:
            delen[eigen].append(veld)
    return delen


def _titel(leden: list[Veld], gevuld: list[Veld]) -> str:
    """Return the heading of a part: of one field its label, else that of the category."""
    if len(gevuld) == 1 and gevuld[0].blok is not None:
        return gevuld[0].label
    naam = f"cat_{leden[0].categorie}"
    woorden = _veld(CategorieUitlevering, naam).label.split(" ", 1)[-1]
    return woorden[:1].upper() + woorden[1:]


def _uitgepakt(delen: tuple[Deel, ...], titel: str) -> tuple[Deel, ...]:
    """Take away a heading that says the same as the one above it."""
    if len(delen) != 1 or isinstance(delen[0], Gegevens) or delen[0].titel != titel:
        return delen
    enige = delen[0]
    return enige.delen if isinstance(enige, Groep) else (attrs.evolve(enige, titel=""),)


def _van_leerling(opbouw: Opbouw, leerling: Leerling) -> Iterator[Groep | None]:
    eigen = blokgegevens(Leerling).label
    for sleutel, leden in _hoofdstukken().items():
        gevuld = [veld for veld in leden if not is_leeg(getattr(leerling, veld.attr))]
        if gevuld:
            titel = eigen if sleutel == eigen else _titel(leden, gevuld)
            yield opbouw.groep(titel, _uitgepakt(opbouw.velden(leerling, gevuld), titel))


def _over_dossier(opbouw: Opbouw, dossier: Dossier) -> Iterator[Deel]:
    yield from opbouw.velden(dossier, [_veld(Dossier, "overdrachtsoort")])
    if dossier.metadata is not None:
        yield from opbouw.velden(dossier.metadata, _zonder(Metadata, "categorie_uitlevering"))
        if dossier.metadata.categorie_uitlevering is not None:
            yield from maak_categorieen(opbouw, dossier)


def _van_dossier(opbouw: Opbouw, dossier: Dossier) -> Iterator[Groep | None]:
    school = dossier.huidigeschool
    if school is not None and school.leerling is not None:
        yield from _van_leerling(opbouw, school.leerling)
    if school is not None:
        titel = _veld(Dossier, "huidigeschool").label
        yield opbouw.groep(titel, opbouw.velden(school, _zonder(Huidigeschool, "leerling")))
    if dossier.inzage is not None:
        yield opbouw.groep(_veld(Dossier, "inzage").label, opbouw.blok(dossier.inzage))
    yield opbouw.groep(_OVER, _over_dossier(opbouw, dossier))


def _van_blok(opbouw: Opbouw, blok: Any) -> Iterator[Groep | None]:
    """Divide any other root: what it holds itself, then each block in it."""
    titel = blokgegevens(type(blok)).label
    eigen: list[Deel] = []
    for deel in opbouw.blok(blok):
        if isinstance(deel, Groep):
            yield deel
        else:
            eigen.append(deel)
    yield opbouw.groep(titel, eigen)


def indeling(opbouw: Opbouw, blok: Any) -> tuple[Groep, ...]:
    """Return the parts of a dossier, or of another root, the most important first."""
    delen = _van_dossier(opbouw, blok) if isinstance(blok, Dossier) else _van_blok(opbouw, blok)
    return tuple(deel for deel in delen if deel is not None)

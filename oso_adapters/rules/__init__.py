"""The rules of the OSO Gegevensset as data."""

from __future__ import annotations

from functools import cache, reduce

import attrs

from oso_adapters.gegevensset._boom import blokken
from oso_adapters.gegevensset._veld import velden_in
from oso_adapters.rules import (
    categorie,
    cijferlijst,
    codelijst,
    communicatie,
    eindtoets,
    inzage,
    leerling,
    metadata,
    onderwijsondersteuning,
    overstapadvies,
    school,
    toetsen,
    verzorger,
    vo,
    vve,
)
from oso_adapters.rules.errata import ERRATA, Erratum, errata_in
from oso_adapters.rules.regel import Blad, Regel, Regelset
from oso_adapters.versies import Versie

__all__ = ["ERRATA", "Blad", "Erratum", "Regel", "Regelset", "regels"]

_MODULES = (
    metadata,
    inzage,
    school,
    leerling,
    communicatie,
    verzorger,
    overstapadvies,
    vve,
    onderwijsondersteuning,
    eindtoets,
    toetsen,
    cijferlijst,
    vo,
)


def _met_reden(regel: Regel, versie: Versie) -> Regel:
    """Say of a rule that looks for what its version does not have that nothing can break it."""
    *_, naam = regel.bij.split("/")
    if not naam or naam in _namen(versie) or regel.nooit:
        return regel
    return attrs.evolve(regel, nooit=f"In versie {versie} bestaat het onderdeel '{naam}' niet.")


@cache
def _namen(versie: Versie) -> frozenset[str]:
    """Return the names of all elements of a version."""
    velden = [veld for cls in blokken(versie) for veld in velden_in(cls, versie)]
    return frozenset({naam for veld in velden for naam in veld.elementen})


@cache
def regels(
    versie: Versie, regelset: Regelset, zonder: frozenset[int] = frozenset()
) -> tuple[Regel, ...]:
    """Return every rule of a version: code lists, categories, then block by block.

    Args:
        zonder: numbers of errata that are left as they are published.
    """
    gepubliceerd = (
        *codelijst.regels(versie),
        *categorie.regels(versie),
        *(regel for module in _MODULES for regel in module.REGELS),
    )
    geldig = (
        _met_reden(regel, versie)
        for regel in gepubliceerd
        if versie.valt_in(regel.sinds, regel.tot)
    )
    errata = errata_in(regelset, zonder)
    return tuple(
        reduce(lambda zo_ver, erratum: erratum.correct(zo_ver), errata, regel) for regel in geldig
    )

"""The rules of the OSO Gegevensset as data."""

from __future__ import annotations

from functools import cache

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
from oso_adapters.rules.errata import ERRATA, Erratum, correct
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


@cache
def regels(versie: Versie, regelset: Regelset) -> tuple[Regel, ...]:
    """Return every rule of a version: code lists, categories, then block by block."""
    gepubliceerd = (
        *codelijst.regels(versie),
        *categorie.regels(versie),
        *(regel for module in _MODULES for regel in module.REGELS),
    )
    geldig = (regel for regel in gepubliceerd if versie.valt_in(regel.sinds, regel.tot))
    if regelset is Regelset.AFSPRAAK:
        return tuple(correct(regel) for regel in geldig)
    return tuple(geldig)

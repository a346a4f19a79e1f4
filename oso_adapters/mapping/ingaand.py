"""An Afbeelding with only what is taken in."""

from __future__ import annotations

from functools import cache

import attrs

from oso_adapters.mapping.bronnen import Afbeelding, Blok, Bron, Elk, binnenste

__all__ = ["ingaand"]


@cache
def ingaand(afb: Afbeelding) -> Afbeelding:
    """Return an Afbeelding with only what is taken in: what it took in can be read back with it."""
    bronnen = {attr: _met_ingaand(bron) for attr, bron in afb.inkomend.items()}
    return attrs.evolve(afb, bronnen=bronnen)


def _met_ingaand(bron: Bron) -> Bron:
    binnen = binnenste(bron)
    match bron:
        case Blok() if binnen is not None:
            return attrs.evolve(bron, afbeelding=ingaand(binnen))
        case Elk() if binnen is not None:
            return attrs.evolve(bron, door=ingaand(binnen))
    return bron

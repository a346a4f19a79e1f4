"""A requirement in words, for people."""

from __future__ import annotations

from collections.abc import Callable

from oso_adapters.rules.regel import STANDAARDVERSIE, VALIDATIEVERSIE
from oso_adapters.rules.woorden import (
    Als,
    Bevat,
    Eis,
    En,
    Functie,
    Gevuld,
    Lengte,
    Niet,
    Of,
    Patroon,
    Uit,
    Waar,
)
from oso_adapters.versies import Versie

__all__ = ["verwachting"]


def verwachting(eis: Eis, label: Callable[[str], str], versie: Versie) -> str:
    """Say in Dutch what a requirement asks.

    Args:
        label: gives the label of the field at a path.
    """

    def zeg(deel: Eis) -> str:
        match deel:
            case Gevuld(pad):
                return f"'{label(pad)}' is ingevuld"
            case Niet(Gevuld(pad)):
                return f"'{label(pad)}' staat er niet in"
            case Waar(pad):
                return f"'{label(pad)}' is aangevinkt (true)"
            case Niet(Waar(pad)):
                return f"'{label(pad)}' is niet aangevinkt"
            case Uit(pad, waarden):
                vervang = {
                    STANDAARDVERSIE: versie.standaardversie,
                    VALIDATIEVERSIE: versie.validatieversie,
                }
                keuze = " of ".join(sorted(vervang.get(waarde, waarde) for waarde in waarden))
                return f"'{label(pad)}' is {keuze}"
            case Lengte(pad, minstens, hoogstens):
                grenzen = [f"ten minste {minstens}"] if minstens is not None else []
                grenzen += [f"ten hoogste {hoogstens}"] if hoogstens is not None else []
                return f"'{label(pad)}' heeft {' en '.join(grenzen)} tekens"
            case Bevat(pad, tekst):
                return f"'{label(pad)}' bevat {tekst}"
            case Patroon(pad, _):
                return f"'{label(pad)}' heeft de voorgeschreven vorm"
            case Functie(_, _, uitleg, _):
                return uitleg
            case Als(_, dan):
                return zeg(dan)
            case En(delen):
                return " en ".join(zeg(d) for d in delen)
            case Of(delen):
                return " of ".join(zeg(d) for d in delen)
            case Niet(binnen):
                return f"niet: {zeg(binnen)}"
        return ""

    return zeg(eis)

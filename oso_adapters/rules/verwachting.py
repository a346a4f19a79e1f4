"""A requirement in words, for people."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from oso_adapters.gegevensset import Terugkoppeling
from oso_adapters.gegevensset._boom import Plek, plekken
from oso_adapters.rules.regel import STANDAARDVERSIE, VALIDATIEVERSIE, Regel
from oso_adapters.rules.vouwen import absoluut
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

__all__ = ["plek_op_pad", "verwacht_van", "verwachting"]


@cache
def plek_op_pad(versie: Versie) -> Mapping[str, Plek]:
    """Return each field of a version by its path without positions."""
    alle = (*plekken(versie), *plekken(versie, Terugkoppeling, "/terugkoppeling"))
    return {pad: plek for plek in alle for pad in (plek.kop, plek.pad)}


def verwacht_van(regel: Regel, basis: str, versie: Versie) -> str:
    """Say in Dutch what a rule asks, with the fields by their labels.

    Args:
        basis: path of the element that the rule looks at; empty for the whole document.
    """
    op_pad = plek_op_pad(versie)

    def label(pad: str) -> str:
        heel = absoluut(basis, pad)
        plek = op_pad.get(heel)
        return plek.veld.label if plek else heel.rpartition("/")[2]

    return regel.verwacht or verwachting(regel.eis, label, versie)


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
            case Functie(uitleg=uitleg):
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

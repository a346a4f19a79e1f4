"""How each field of a dossier goes between a vendor's record and the standard, in one direction."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import partial
from typing import Any

import attrs

from oso_adapters.gegevensset._boom import plekken
from oso_adapters.gegevensset._veld import Veld, velden_in
from oso_adapters.mapping.bronnen import (
    Afbeelding,
    Bron,
    Code,
    Codetabel,
    Elk,
    Kern,
    Ontbreekt,
    Samen,
    Van,
    Vast,
    binnenste,
    paden_van,
)
from oso_adapters.versies import Versie

__all__ = ["Richting", "Stand", "Weg", "wegen"]

_EIGEN = "eigen omzetting"
_LEEG_BLOK = "geen van de velden hierin gaat mee"
_ALTIJD_HETZELFDE = "heeft in dit systeem altijd dezelfde waarde"


class Richting(StrEnum):
    """From the record to the dossier, or back."""

    UIT = "uit"
    IN = "in"


class Stand(StrEnum):
    """Whether a field goes along."""

    JA = "ja"
    KERN = "oso-adapters"
    """The core takes care of it, the same for every vendor."""
    NEE = "nee"


@attrs.frozen(kw_only=True)
class Weg:
    """How one field goes one way.

    Attributes:
        velden: fields of the record, with dots into records inside it.
        via: name of the transform, ``codetabel naam`` or ``altijd waarde``; empty when the value
            goes as it is.
        reden: why it does not go, or what the core does.
        door: path of the element around it for which this counts as a whole.
        bron: what the Afbeelding says of the field; None when the reason is not a declared one.
    """

    stand: Stand
    velden: tuple[str, ...] = ()
    via: str = ""
    reden: str = ""
    door: str = ""
    bron: Bron | None = attrs.field(default=None, eq=False, repr=False)


def wegen(afb: Afbeelding, versie: Versie, richting: Richting) -> dict[str, Weg]:
    """Return how every field of a dossier goes, by path without positions.

    Args:
        afb: an Afbeelding of Dossier that names every field of the version.
    """
    return dict(_wegen(afb, versie, richting, "/dossier", ""))


def _wegen(
    afb: Afbeelding, versie: Versie, richting: Richting, pad: str, voor: str
) -> Iterator[tuple[str, Weg]]:
    bronnen = afb.uitgaand if richting is Richting.UIT else afb.inkomend
    for veld in velden_in(afb.blok, versie):
        bron = bronnen[veld.attr]
        kop = pad + veld.stap
        diep = f"{kop}/{veld.lijst}" if veld.lijst else kop
        binnen = binnenste(bron)
        if binnen is not None:
            verder = "".join(f"{deel}." for deel in paden_van(bron))
            onder = dict(_wegen(binnen, versie, richting, diep, voor + verder))
            weg = _weg_van_blok(bron, onder, voor)
            yield from {kop: weg, diep: weg, **onder}.items()
            continue
        samen = _weg_terug(afb, veld, voor) if richting is Richting.IN else None
        yield from _overal(veld, samen or _weg(bron, richting, voor), versie, kop, diep)


def _overal(veld: Veld, weg: Weg, versie: Versie, kop: str, diep: str) -> Iterator[tuple[str, Weg]]:
    """Yield a field, and for a block that goes as a whole everything inside it."""
    yield kop, weg
    deel = attrs.evolve(weg, door=kop)
    if diep != kop:
        yield diep, deel
    if veld.blok is not None:
        onder = (pad for plek in plekken(versie, veld.blok, diep) for pad in (plek.kop, plek.pad))
        # The text of an element stands at the path of the element itself.
        yield from ((pad, deel) for pad in onder if pad not in (kop, diep))


def _weg_van_blok(bron: Bron, onder: dict[str, Weg], voor: str) -> Weg:
    if all(weg.stand is Stand.NEE for weg in onder.values()):
        return Weg(stand=Stand.NEE, reden=_LEEG_BLOK)
    return Weg(stand=Stand.JA, velden=_velden(voor, *paden_van(bron)), bron=bron)


def _velden(voor: str, *paden: str) -> tuple[str, ...]:
    return tuple(voor + pad for pad in paden)


def _weg_terug(afb: Afbeelding, veld: Veld, voor: str) -> Weg | None:
    """Return how a field goes that makes a field of the record together with others."""
    terug = {pad: deel for pad, deel in afb.terug.items() if veld.attr in deel.velden}
    if not terug:
        return None
    via = ", ".join(dict.fromkeys(_naam(deel.via) for deel in terug.values()))
    return Weg(stand=Stand.JA, velden=_velden(voor, *terug), via=via)


def _weg(bron: Bron, richting: Richting, voor: str) -> Weg:
    return attrs.evolve(_kale_weg(bron, richting, voor), bron=bron)


def _kale_weg(bron: Bron, richting: Richting, voor: str) -> Weg:
    velden = _velden(voor, *paden_van(bron))
    match bron:
        case Kern(reden):
            return Weg(stand=Stand.KERN, reden=reden)
        case Ontbreekt(reden):
            return Weg(stand=Stand.NEE, reden=reden)
        case Vast() if richting is Richting.IN:
            return Weg(stand=Stand.NEE, reden=_ALTIJD_HETZELFDE)
        case Vast(waarde):
            return Weg(stand=Stand.JA, via=f"altijd {waarde}")
        case Code(_, tabel) | Elk(_, Codetabel() as tabel):
            return Weg(stand=Stand.JA, velden=velden, via=f"codetabel {tabel.naam}")
        case Samen(_, via, terug):
            return Weg(
                stand=Stand.JA, velden=velden, via=_naam(via if richting == "uit" else terug)
            )
        case Van(_, via) | Elk(_, via):
            return Weg(stand=Stand.JA, velden=velden, via=_naam(via))
    raise AssertionError(bron)


def _naam(via: Callable[..., Any] | Any) -> str:
    """Return the name of a transform, for people who know the plugin."""
    if via is None:
        return ""
    if isinstance(via, partial):
        via = via.func
    naam: str = getattr(via, "__name__", "")
    if naam == str.__name__:
        return ""
    return naam.strip("_") if naam.strip("_").isidentifier() else _EIGEN

"""Where an Afbeelding uses its code tables: places in the dossier beside fields of the record."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from oso_adapters.gegevensset._veld import velden_in
from oso_adapters.mapping.bronnen import (
    Afbeelding,
    Code,
    Codetabel,
    Elk,
    binnenste,
    kern_van,
    paden_van,
)
from oso_adapters.versies import Versie

__all__ = ["Codeveld", "codevelden"]


@attrs.frozen
class Codeveld:
    """One place in a dossier that a code table fills, or is read with.

    Attributes:
        pad: path of the place without positions, such as ``/dossier/inzage/akkoord``.
        veld: field of the record, with dots into records inside it.
        uit, naar_binnen: whether it goes out, and comes in by way of the table.
    """

    pad: str
    veld: str
    tabel: Codetabel
    uit: bool
    naar_binnen: bool


def codevelden(afb: Afbeelding, versie: Versie) -> tuple[Codeveld, ...]:
    """Return every place of a version that an Afbeelding of Dossier has a code table for."""
    return tuple(_codevelden(afb, versie, _Plek("/dossier", "", uit=True, naar_binnen=True)))


@attrs.frozen
class _Plek:
    """Where we are, and whether the block there goes out and comes in."""

    pad: str
    voor: str
    uit: bool
    naar_binnen: bool


def _codevelden(afb: Afbeelding, versie: Versie, plek: _Plek) -> Iterator[Codeveld]:
    samengevoegd = {attr for terug in afb.terug.values() for attr in terug.velden}
    for veld in velden_in(afb.blok, versie):
        attr = veld.attr
        bron = kern_van(afb.bronnen[attr])
        hier = plek.pad + veld.stap + (f"/{veld.lijst}" if veld.lijst else "")
        uit = plek.uit and bron == afb.uitgaand[attr]
        terug = plek.naar_binnen and bron == afb.inkomend[attr] and attr not in samengevoegd
        binnen = binnenste(bron)
        if binnen is not None:
            verder = "".join(f"{deel}." for deel in paden_van(bron))
            yield from _codevelden(binnen, versie, _Plek(hier, plek.voor + verder, uit, terug))
        match bron:
            case Code(eigen, tabel) | Elk(eigen, Codetabel() as tabel):
                yield Codeveld(hier, plek.voor + eigen, tabel, uit, terug)

"""Which fields of a vendor fill which places of the dossier."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from oso_adapters.gegevensset._veld import velden
from oso_adapters.mapping.bronnen import (
    Afbeelding,
    Bron,
    Kern,
    Ontbreekt,
    Vast,
    binnenste,
    paden_van,
)

__all__ = ["lineage", "ontbrekende_paden", "waarden_op"]


def lineage(afb: Afbeelding, pad: str) -> dict[str, tuple[str, ...]]:
    """Return the record fields that fill each place, by path without positions.

    Args:
        pad: path of the block in the dossier, such as ``/dossier``.
    """
    return dict(_lineage(afb, pad, ()))


def _lineage(
    afb: Afbeelding, pad: str, voor: tuple[str, ...]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for kop, bron, diep in _plaatsen(afb, pad):
        if isinstance(bron, Kern | Ontbreekt | Vast):
            continue
        bronvelden = tuple(".".join((*voor, p)) for p in paden_van(bron))
        binnen = binnenste(bron)
        onder: dict[str, tuple[str, ...]] = {}
        if binnen is not None:
            verder = (*voor, *paden_van(bron))
            onder = dict(_lineage(binnen, diep, verder))
            alle = dict.fromkeys(naam for namen in onder.values() for naam in namen)
            bronvelden = bronvelden or tuple(alle)
        yield kop, bronvelden
        if diep != kop:
            yield diep, bronvelden
        yield from onder.items()


def _plaatsen(afb: Afbeelding, pad: str) -> Iterator[tuple[str, Bron, str]]:
    """Yield path, source and path of the repeated element of each field."""
    per_attr = {veld.attr: veld for veld in velden(afb.blok)}
    for attr, bron in afb.uitgaand.items():
        veld = per_attr[attr]
        kop = pad + veld.stap
        yield kop, bron, f"{kop}/{veld.lijst}" if veld.lijst else kop


def ontbrekende_paden(afb: Afbeelding, pad: str) -> dict[str, str]:
    """Return the places that are never delivered, each with the reason."""
    gevonden: dict[str, str] = {}
    for kop, bron, diep in _plaatsen(afb, pad):
        binnen = binnenste(bron)
        if isinstance(bron, Ontbreekt):
            gevonden[kop] = bron.reden
        elif binnen is not None:
            gevonden.update(ontbrekende_paden(binnen, diep))
    return gevonden


def waarden_op(record: Any, pad: str) -> list[Any]:
    """Return every filled value that a field path leads to, through lists as well."""
    hier: list[Any] = [record]
    for stap in pad.split("."):
        volgende: list[Any] = []
        for deel in hier:
            waarde = getattr(deel, stap, None)
            volgende.extend(waarde if isinstance(waarde, list | tuple) else [waarde])
        hier = [deel for deel in volgende if deel not in (None, "")]
    return hier

"""Who must act on a finding of an export: the default of the rule, corrected by the record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from oso_adapters.gegevensset import Dossier
from oso_adapters.gegevensset._veld import Vorm, velden
from oso_adapters.mapping.lineage import waarden_op
from oso_adapters.melding import Melding, Wie

__all__ = ["wijs_toe"]


def _waarden_in(blok: Any, stappen: list[str]) -> list[Any]:
    """Return every filled value at a path of element names below a block."""
    if not stappen:
        return [blok]
    eerste, *rest = stappen
    for veld in velden(type(blok)):
        if veld.naam != eerste.removeprefix("@"):
            continue
        waarde = getattr(blok, veld.attr)
        if veld.vorm is Vorm.LIJST and rest and rest[0] == veld.lijst:
            rest = rest[1:]
        delen = waarde if isinstance(waarde, list) else [waarde]
        return [
            gevonden
            for deel in delen
            if deel is not None
            for gevonden in (_waarden_in(deel, rest) if veld.blok or not rest else [])
        ]
    return []


def wijs_toe(
    melding: Melding,
    lineage: Mapping[str, tuple[str, ...]],
    ontbreekt: Mapping[str, str],
    record: Any,
    dossier: Dossier,
    naam: str,
) -> Melding:
    """Add the vendor's fields to a finding, and correct who must act by the evidence.

    A source field that is empty is for the school; one that is filled but did not arrive, or
    arrived as something else, is for the vendor.
    """
    paden = dict.fromkeys((melding.pad, *melding.paden))
    bronvelden = tuple(dict.fromkeys(v for pad in paden for v in lineage.get(pad, ())))
    if not bronvelden:
        reden = next((ontbreekt[pad] for pad in paden if pad in ontbreekt), None)
        if reden is None:
            return melding
        return attrs.evolve(
            melding, wie=Wie.LEVERANCIER, bewijs=f"{naam} levert dit veld niet: {reden}."
        )
    wie, bewijs = _weeg(melding, bronvelden, record, dossier, naam)
    return attrs.evolve(melding, bronvelden=bronvelden, wie=wie or melding.wie, bewijs=bewijs)


def _weeg(
    melding: Melding, bronvelden: tuple[str, ...], record: Any, dossier: Dossier, naam: str
) -> tuple[Wie | None, str]:
    in_bron = [waarde for veld in bronvelden for waarde in waarden_op(record, veld)]
    stappen = melding.pad.split("/")[2:]
    in_dossier = _waarden_in(dossier, stappen)
    velden_tekst = " en ".join(f"'{veld}'" for veld in bronvelden[:3])
    if not in_bron:
        return Wie.SCHOOL, f"{velden_tekst} is leeg in {naam}."
    if not in_dossier:
        return (
            Wie.LEVERANCIER,
            f"{velden_tekst} is gevuld in {naam}, maar komt niet in het dossier.",
        )
    if all(isinstance(w, str) for w in in_dossier):
        if set(in_dossier) <= {w for w in in_bron if isinstance(w, str)}:
            return Wie.SCHOOL, f"De waarde staat zo in {naam}: {velden_tekst}."
        return Wie.LEVERANCIER, f"{velden_tekst} is onderweg veranderd."
    return None, ""

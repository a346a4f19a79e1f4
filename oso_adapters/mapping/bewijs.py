"""Who must act on a finding of an export: the default of the rule, corrected by the record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from oso_adapters.gegevensset import Dossier
from oso_adapters.gegevensset._veld import Vorm, velden
from oso_adapters.mapping.lineage import waarden_op
from oso_adapters.melding import Melding, SoortMelding, Wie

__all__ = ["assign_wie", "noem"]


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
        delen = waarde if veld.meervoud and isinstance(waarde, list) else [waarde]
        return [
            gevonden
            for deel in delen
            if deel is not None
            for gevonden in (_waarden_in(deel, rest) if veld.blok or not rest else [])
        ]
    return []


def assign_wie(
    melding: Melding,
    lineage: Mapping[str, tuple[str, ...]],
    ontbreekt: Mapping[str, str],
    record: Any,
    dossier: Dossier,
    naam: str,
) -> Melding:
    """Add the vendor's fields to a finding, and correct who must act by the evidence.

    A source field that is empty is for the school; one that is filled but did not arrive, or
    arrived as something else, is for the vendor. Each place that the rule names is weighed by
    itself: that a condition is filled does not say that the field it asks for got lost. A value
    that stands in the source as it is in the dossier is for the school when its form is wrong; a
    rule knows best itself who must act on a value that it does not want, and that the standard is
    wrong no record can change.
    """
    paden = dict.fromkeys((melding.pad, *melding.paden))
    per_pad = {pad: lineage[pad] for pad in paden if pad in lineage}
    bronvelden = tuple(dict.fromkeys(veld for velden in per_pad.values() for veld in velden))
    niet_geleverd = ontbreekt.get(melding.pad)
    if not bronvelden and niet_geleverd is None:
        niet_geleverd = next((ontbreekt[pad] for pad in paden if pad in ontbreekt), None)
    verloren = next((v for pad, v in per_pad.items() if _is_verloren(pad, v, record, dossier)), ())
    wie: Wie | None = Wie.LEVERANCIER
    if melding.wie is Wie.STANDAARD:
        return attrs.evolve(melding, bronvelden=bronvelden)
    if verloren:
        bewijs = f"{noem(verloren)} is gevuld in {naam}, maar komt niet in het dossier."
    elif niet_geleverd is not None:
        bewijs = f"{naam} levert dit veld niet: {niet_geleverd}."
    elif bronvelden:
        eigen = per_pad.get(melding.pad, bronvelden)
        wie, bewijs = _weeg(melding, eigen, record, dossier, naam)
    else:
        return melding
    return attrs.evolve(melding, bronvelden=bronvelden, wie=wie or melding.wie, bewijs=bewijs)


def noem(bronvelden: tuple[str, ...]) -> str:
    """Return the vendor's fields for in a sentence; the first ones when there are many."""
    return " en ".join(f"'{veld}'" for veld in bronvelden[:3])


def _in_bron(record: Any, bronvelden: tuple[str, ...]) -> list[Any]:
    return [waarde for veld in bronvelden for waarde in waarden_op(record, veld)]


def _in_dossier(dossier: Dossier, pad: str) -> list[Any]:
    return _waarden_in(dossier, pad.split("/")[2:])


def _is_verloren(pad: str, bronvelden: tuple[str, ...], record: Any, dossier: Dossier) -> bool:
    return bool(_in_bron(record, bronvelden)) and not _in_dossier(dossier, pad)


def _weeg(
    melding: Melding, bronvelden: tuple[str, ...], record: Any, dossier: Dossier, naam: str
) -> tuple[Wie | None, str]:
    in_bron = _in_bron(record, bronvelden)
    in_dossier = _in_dossier(dossier, melding.pad)
    if not in_bron:
        return Wie.SCHOOL, f"{noem(bronvelden)} is leeg in {naam}."
    if in_dossier and all(isinstance(w, str) for w in in_dossier):
        if set(in_dossier) <= {w for w in in_bron if isinstance(w, str)}:
            wie = None if melding.soort is SoortMelding.REGEL else Wie.SCHOOL
            return wie, f"De waarde staat zo in {naam}: {noem(bronvelden)}."
        return Wie.LEVERANCIER, f"{noem(bronvelden)} is onderweg veranderd."
    return None, ""

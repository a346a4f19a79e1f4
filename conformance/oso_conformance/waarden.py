"""The values of a pupil: where they are in a record, and whether a text gives one away."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import attrs

from oso_adapters import VERSIES, Exporteur, Regelset
from oso_adapters.mapping import Bronrecord
from oso_adapters.rules import regels
from oso_conformance.boom import Blad, bladeren, parse_document
from oso_conformance.gevallen import Geval, is_codeveld

__all__ = [
    "VREEMD",
    "gegeven_prijs",
    "met_waarde",
    "velden_met",
    "vreemde_records",
    "waarden_in_dossier",
    "waarden_in_record",
    "waarden_van",
    "zet_waarde",
]

VREEMD = "Kanarie-7ZQ-vreemd"
"""A value that no system has, to follow where it goes."""

_KORTST = 4
_HEEL_WOORD = 6
_LANGST = 40
_LEERLING = "/dossier/huidigeschool/leerling/"
_GEEN_LEERLING = ("/dossier/metadata/", "/dossier/overdrachtsoort", "/dossier/huidigeschool/")


def waarden_in_record(deel: Any, pad: str = "") -> Iterator[tuple[str, str]]:
    """Yield every value in a record as text, with the name of the field that holds it."""
    if attrs.has(type(deel)):
        for veld in attrs.fields(type(deel)):
            hier = f"{pad}.{veld.name}" if pad else veld.name
            yield from waarden_in_record(getattr(deel, veld.name), hier)
    elif isinstance(deel, Mapping):
        for naam, waarde in deel.items():
            yield from waarden_in_record(waarde, f"{pad}.{naam}" if pad else str(naam))
    elif isinstance(deel, list | tuple | set | frozenset):
        for waarde in deel:
            yield from waarden_in_record(waarde, pad)
    elif isinstance(deel, str | date | Decimal | int) and not isinstance(deel, bool):
        yield pad, str(deel)


@cache
def _openbare_tekst() -> str:
    """Return all that the rules themselves say: a value that stands there gives nobody away."""
    return "\n".join(
        f"{regel.melding} {regel.herstel} {regel.verwacht or ''}"
        for regel in regels(VERSIES[-1], Regelset.AFSPRAAK)
    )


def _is_van_leerling(blad: Blad) -> bool:
    if blad.pad.startswith(_LEERLING):
        return not is_codeveld(blad.pad)
    return not blad.pad.startswith(_GEEN_LEERLING)


def _codevelden(exporteur: Exporteur) -> set[str]:
    """Return the vendor's fields that fill a field with a code list."""
    return {
        veld for pad, velden in exporteur.lineage.items() if is_codeveld(pad) for veld in velden
    }


def waarden_van(geval: Geval, bron: Bronrecord, exporteur: Exporteur) -> dict[str, str]:
    """Return what tells who the pupil of a geval is, each value with the field that holds it.

    Codes, the school, the key of the record and words of the rules themselves do not count.
    """
    codes = _codevelden(exporteur)
    gevonden = {w: veld for veld, w in waarden_in_record(bron.record) if veld not in codes}
    school: set[str] = set()
    if geval.goed:
        bladen = list(bladeren(parse_document(geval.data)))
        gevonden |= {blad.waarde: blad.pad for blad in bladen if _is_van_leerling(blad)}
        school = {blad.waarde for blad in bladen if not _is_van_leerling(blad)}
    eigen = "\n".join(
        (_openbare_tekst(), *codes, *_namen(exporteur), bron.sleutel, *school, *geval.opt_uit)
    )
    return {
        waarde[:_LANGST]: veld
        for waarde, veld in gevonden.items()
        if len(waarde) >= _KORTST
        and waarde not in eigen
        and waarde.lower() not in ("true", "false")
    }


def waarden_in_dossier(geval: Geval, eigen: Iterable[str]) -> dict[str, str]:
    """Return what tells who the pupil of a geval is, each value with its place in the dossier.

    Args:
        eigen: words of the plugin and of the standard, which tell nothing of a pupil.
    """
    bladen = list(bladeren(parse_document(geval.data)))
    school = (blad.waarde for blad in bladen if not _is_van_leerling(blad))
    bekend = "\n".join((_openbare_tekst(), *eigen, *school))
    gevonden = {b.waarde: b.pad for b in bladen if _is_van_leerling(b)}
    return {
        waarde[:_LANGST]: pad
        for waarde, pad in gevonden.items()
        if len(waarde) >= _KORTST + waarde.isdigit()
        and waarde not in bekend
        and waarde.lower() not in ("true", "false")
    }


def _namen(exporteur: Exporteur) -> Iterator[str]:
    for velden in exporteur.lineage.values():
        yield from velden
    yield from exporteur.ontbreekt.values()


def _staat_in(waarde: str, tekst: str) -> bool:
    if waarde not in tekst:
        return False
    if len(waarde) >= _HEEL_WOORD:
        return True
    return re.search(rf"(?<!\w){re.escape(waarde)}(?!\w)", tekst) is not None


def gegeven_prijs(waarden: Mapping[str, str], tekst: str) -> list[str]:
    """Return the fields of which the value stands in a text; of each only the name."""
    return sorted({veld for waarde, veld in waarden.items() if _staat_in(waarde, tekst)})


def velden_met(exporteur: Exporteur, einden: Iterable[str]) -> set[str]:
    """Return the vendor's fields that fill the places whose path ends in one of these ways."""
    staarten = tuple(einden)
    return {
        veld
        for pad, velden in exporteur.lineage.items()
        if pad.endswith(staarten)
        for veld in velden
    }


def _met_veld(deel: Any, veld: attrs.Attribute[Any], pad: str) -> Iterator[tuple[str, Any]]:
    """Yield a record with other values in one field; what its class refuses is left out."""
    for naam, nieuw in vreemde_records(getattr(deel, veld.name), pad):
        anders = {veld.alias or veld.name: nieuw}
        try:
            veranderd = attrs.evolve(deel, **anders)
        except Exception:  # noqa: BLE001, S112 - validators are code of the plugin
            continue
        yield naam, veranderd


def vreemde_records(deel: Any, pad: str = "") -> Iterator[tuple[str, Any]]:
    """Yield a record once for each text field in it, with a strange value in that field."""
    if isinstance(deel, str):
        yield pad, VREEMD
    elif attrs.has(type(deel)):
        for veld in attrs.fields(type(deel)):
            hier = f"{pad}.{veld.name}" if pad else veld.name
            if veld.init:
                yield from _met_veld(deel, veld, hier)
    elif isinstance(deel, list | tuple) and deel:
        for naam, nieuw in vreemde_records(deel[0], pad):
            yield naam, type(deel)([nieuw, *deel[1:]])


def zet_waarde(deel: Any, pad: str, waarde: str) -> Any:
    """Return a record with another text in a field, wherever that is filled.

    Args:
        pad: field with dots into records inside it; a list counts for each of its records, and a
            list of texts becomes a list of this one. A record that refuses it stays as it is.
    """
    if deel is None or deel in ("", []):
        return deel
    if not pad:
        return type(deel)([waarde]) if isinstance(deel, list | tuple) else waarde
    if isinstance(deel, list | tuple):
        return type(deel)([zet_waarde(een, pad, waarde) for een in deel])
    naam, _, rest = pad.partition(".")
    veld = getattr(attrs.fields(type(deel)), naam)
    try:
        return attrs.evolve(deel, **{veld.alias: zet_waarde(getattr(deel, naam), rest, waarde)})
    except Exception:  # noqa: BLE001 - validators are code of the plugin
        return deel


def met_waarde(deel: Any, oud: str, nieuw: str) -> Any:
    """Return a record with another text wherever one stands; None when it stands nowhere."""
    gewijzigd = _vervang(deel, oud, nieuw)
    return None if gewijzigd is deel else gewijzigd


def _vervang(deel: Any, oud: str, nieuw: str) -> Any:
    if isinstance(deel, str):
        return nieuw if deel == oud else deel
    if attrs.has(type(deel)):
        velden = (veld for veld in attrs.fields(type(deel)) if veld.init)
        anders = {
            veld.alias or veld.name: vervangen
            for veld in velden
            if (vervangen := _vervang(getattr(deel, veld.name), oud, nieuw))
            is not getattr(deel, veld.name)
        }
        return attrs.evolve(deel, **anders) if anders else deel
    if isinstance(deel, list | tuple):
        delen = [_vervang(een, oud, nieuw) for een in deel]
        zelfde = all(een is ander for een, ander in zip(delen, deel, strict=True))
        return deel if zelfde else type(deel)(delen)
    return deel

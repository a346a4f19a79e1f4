"""Records of a school that differ from what a dossier says: fields emptied, or otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from oso_adapters.mapping import ImportPlan, Stap

__all__ = ["Verbouwing", "eigen_velden", "lees", "probeer_zet", "velden", "verbouw", "zet"]

_PGN = (
    "/dossier/huidigeschool/leerling/bsn",
    "/dossier/huidigeschool/leerling/onderwijsnummer",
)


def lees(record: Any, veld: str) -> Any:
    """Return what stands in a field of a record, with dots into records inside it."""
    for stap in veld.split("."):
        record = getattr(record, stap, None)
    return record


def zet(record: Any, veld: str, waarde: Any) -> Any:
    """Return a record with something else in a field."""
    stap, _, rest = veld.partition(".")
    nieuw = zet(getattr(record, stap), rest, waarde) if rest else waarde
    return attrs.evolve(record, **{stap: nieuw})


def _leeg(record: Any, veld: str) -> Any:
    """Return what stands in a field of a record that nobody filled."""
    kop, _, naam = veld.rpartition(".")
    houder = lees(record, kop) if kop else record
    standaard: Any = attrs.fields_dict(type(houder))[naam].default
    return None if standaard is attrs.NOTHING or not isinstance(standaard, str) else standaard


def velden(plan: ImportPlan, record: Any) -> Iterator[str]:
    """Yield the text fields that an import filled, but for the number that tells who it is."""
    for regel in plan.van(Stap.NIEUW):
        waarde = None if "[" in regel.veld else lees(record, regel.veld)
        wie = not regel.bladen or any(blad.plek in _PGN for blad in regel.bladen)
        if isinstance(waarde, str) and waarde.strip() and not wie:
            yield regel.veld


@attrs.frozen(repr=False)
class Verbouwing:
    """A record that differs from the dossier.

    Attributes:
        geleegd, anders: fields that were emptied, and that hold something else, with the value.
    """

    record: Any
    geleegd: tuple[str, ...]
    anders: dict[str, Any]


def verbouw(record: Any, namen: Iterable[str], anderen: Iterable[Any]) -> Verbouwing:
    """Empty every other field, and put in the rest what another leerling has there.

    Args:
        anderen: records of other leerlingen.
    """
    alle = list(namen)
    bron = list(anderen)
    anders: dict[str, Any] = {}
    for veld in alle[1::2]:
        eigen = lees(record, veld)
        kandidaten = (lees(ander, veld) for ander in bron)
        gekozen = next((w for w in kandidaten if isinstance(w, str) and w not in ("", eigen)), None)
        if gekozen is not None:
            anders[veld] = gekozen
    for veld in alle[::2]:
        record = probeer_zet(record, veld, _leeg(record, veld))
    for veld, waarde in anders.items():
        record = probeer_zet(record, veld, waarde)
    return Verbouwing(record, tuple(alle[::2]), anders)


def eigen_velden(record: Any, gekend: Iterable[str], voor: str = "") -> Iterator[str]:
    """Yield the text fields of a record that an import knows nothing of: those of the school.

    Args:
        gekend: fields of the record that an import fills.
    """
    bekend = frozenset(gekend)
    hints = get_type_hints(type(record))
    for veld in attrs.fields(type(record)):
        pad, waarde = voor + veld.name, getattr(record, veld.name)
        if attrs.has(type(waarde)):
            yield from eigen_velden(waarde, bekend, f"{pad}.")
        elif veld.init and pad not in bekend and str in (hints[veld.name], *_soorten(hints, veld)):
            yield pad


def _soorten(hints: dict[str, Any], veld: attrs.Attribute[Any]) -> tuple[Any, ...]:
    return get_args(hints[veld.name]) if get_origin(hints[veld.name]) in (Union, UnionType) else ()


def probeer_zet(record: Any, veld: str, waarde: Any) -> Any:
    """Return a record with something else in a field; the same one when its class refuses it."""
    try:
        return zet(record, veld, waarde)
    except Exception:  # noqa: BLE001 - validators are code of the plugin
        return record

"""From loose data (JSON) to a vendor's typed records, with a finding for all that does not fit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from functools import cache, partial
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import attrs

from oso_adapters.melding import Ernst, Melding, SoortMelding, Wie

__all__ = ["Bronrecord", "bezwaar", "read_record"]

_R = TypeVar("_R")
_Lezer = Callable[[Any, str, list[Melding]], Any]
_LANGSTE_NAAM = 40
_GELIJKENIS = 0.85
_NAMEN = {str: "tekst", bool: "true of false", int: "een geheel getal", float: "een getal"}


@attrs.frozen
class Bronrecord:
    """One record as it came from the source.

    Attributes:
        sleutel: the vendor's own key of the record; never a PGN or a name.
        record: the typed record; None when nothing could be made of it.
        meldingen: what was wrong in the source.
    """

    sleutel: str
    record: Any = attrs.field(repr=False)
    meldingen: tuple[Melding, ...] = ()


def bezwaar(
    veld: str, melding: str, herstel: str, *, wie: Wie = Wie.LEVERANCIER, ernst: Ernst = Ernst.FOUT
) -> Melding:
    """Return a finding on the source itself, at a field of the vendor."""
    return Melding(
        regel="AF.bron",
        soort=SoortMelding.AFBEELDING,
        ernst=ernst,
        locatie="/dossier[1]",
        pad="/dossier",
        melding=melding,
        herstel=herstel,
        wie=wie,
        gepubliceerd=False,
        bronvelden=(veld,),
    )


def read_record(
    cls: type[_R], gegevens: Mapping[str, Any], *, pad: str = ""
) -> tuple[_R, list[Melding]]:
    """Fill a record class from a mapping, and the record classes inside it.

    A value of the wrong type is left out with a finding; a field that the class does not have is a
    warning, so that nothing is lost without a word.

    Args:
        pad: name in front of the fields in findings.
    """
    meldingen: list[Melding] = []
    return _record(cls, gegevens, pad, meldingen), meldingen


def _record(cls: Any, gegevens: Mapping[str, Any], pad: str, meldingen: list[Melding]) -> Any:
    soorten, lezers = _velden(cls)
    waarden = {}
    for naam, waarde in gegevens.items():
        if waarde is None and naam in lezers:
            continue
        if type(waarde) is soorten.get(naam):
            waarden[naam] = waarde
            continue
        veld = _verder(pad, naam)
        if naam not in lezers:
            meldingen.append(_onbekend(veld, naam, lezers))
        elif (gelezen := lezers[naam](waarde, veld, meldingen)) is not None:
            waarden[naam] = gelezen
    return cls(**waarden)


def _verder(pad: str, naam: str) -> str:
    kort = naam if len(naam) <= _LANGSTE_NAAM else f"{naam[:_LANGSTE_NAAM]}…"
    return f"{pad}.{kort}" if pad else kort


@cache
def _velden(cls: type) -> tuple[Mapping[str, type], Mapping[str, _Lezer]]:
    """Return of each field that holds one value which type that has, and how to read any field."""
    hints = get_type_hints(cls)
    kaal = {a.name: _zonder_none(hints[a.name]) for a in attrs.fields(cls)}
    soorten = {naam: hint for naam, hint in kaal.items() if hint in _NAMEN or hint is bytes}
    return soorten, {naam: _lezer(hint) for naam, hint in kaal.items()}


def _zonder_none(hint: Any) -> Any:
    if get_origin(hint) in (Union, UnionType):
        return next(deel for deel in get_args(hint) if deel is not NoneType)
    return hint


def _lezer(hint: Any) -> _Lezer:
    """Return what reads a value of this type; for a value that is not, it makes a finding."""
    if get_origin(hint) is list:
        return partial(_lees_lijst, _lezer(_zonder_none(get_args(hint)[0])))
    if attrs.has(hint):
        return partial(_lees_record, hint)
    return partial(_lees_waarde, hint)


def _lees_lijst(een: _Lezer, waarde: Any, veld: str, meldingen: list[Melding]) -> Any:
    if not isinstance(waarde, list):
        return _verkeerd(veld, "een lijst", meldingen)
    gelezen = [een(deel, veld, meldingen) for deel in waarde]
    return [deel for deel in gelezen if deel is not None]


def _lees_record(cls: Any, waarde: Any, veld: str, meldingen: list[Melding]) -> Any:
    if not isinstance(waarde, Mapping):
        return _verkeerd(veld, "een groep velden", meldingen)
    return _record(cls, waarde, veld, meldingen)


def _lees_waarde(soort: Any, waarde: Any, veld: str, meldingen: list[Melding]) -> Any:
    if soort is float and type(waarde) is int:
        return float(waarde)
    if type(waarde) is not soort:
        return _verkeerd(veld, _NAMEN.get(soort, soort.__name__), meldingen)
    return waarde


def _onbekend(veld: str, naam: str, velden: Mapping[str, Any]) -> Melding:
    """Tell of a field that the class does not have.

    One that resembles a field of the class may well be that field, misspelt. What it guards, such
    as a secret, would be lost, so it holds the dossier back.
    """
    namen = {bekend.casefold(): bekend for bekend in velden}
    lijkt = get_close_matches(naam[:_LANGSTE_NAAM].casefold(), namen, n=1, cutoff=_GELIJKENIS)
    if lijkt:
        return bezwaar(
            veld,
            f"Het veld '{veld}' kent deze koppeling niet; is '{namen[lijkt[0]]}' bedoeld?",
            "De leverancier moet de naam van dit veld in de uitvoer verbeteren.",
        )
    return bezwaar(
        veld,
        f"Het veld '{veld}' kent deze koppeling niet; het gaat niet mee.",
        "De leverancier moet de koppeling met dit veld uitbreiden, of het weglaten.",
        ernst=Ernst.WAARSCHUWING,
    )


def _verkeerd(veld: str, verwacht: str, meldingen: list[Melding]) -> None:
    meldingen.append(
        bezwaar(
            veld,
            f"In het veld '{veld}' staat iets van een verkeerde soort; verwacht: {verwacht}.",
            "De leverancier moet de uitvoer van dit veld herstellen.",
        )
    )

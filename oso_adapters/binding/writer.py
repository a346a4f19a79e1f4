"""From the model to XML text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from oso_adapters.binding.bezwaren import bezwaren, heeft_fout_teken
from oso_adapters.binding.broncode import is_eenvoudig, schrijffabriek
from oso_adapters.errors import DossierOngeldig
from oso_adapters.gegevensset._veld import Veld, Vorm, blokgegevens, velden, velden_in
from oso_adapters.gegevensset.typen import Ruw
from oso_adapters.versies import VERSIES, Versie

__all__ = ["write_dossier"]

_KOP = '<?xml version="1.0" encoding="UTF-8"?>\n'
_STAP = "  "
_STUK = 60
"""Texts that are encoded together; a sign outside ASCII makes only its own piece slow."""

_Schrijver = Callable[[Any, list[Any]], None]
"""Appends to a list of threes: what stands before a value, the value, what stands behind it."""


class _VerkeerdTypeError(Exception):
    """A value is of a Python type that no field has, or of a field that the version lacks."""


class _Teksten(dict[type, Callable[[Any], str]]):
    """How a value becomes text, by its type; of a subclass of str what it holds, not shows."""

    def __missing__(self, soort: type) -> Callable[[Any], str]:
        if issubclass(soort, str):
            return str.__str__
        raise _VerkeerdTypeError


_TEKST_VAN = _Teksten(
    {
        str: str,
        bool: {True: "true", False: "false"}.__getitem__,
        int: str,
        date: date.isoformat,
        Decimal: lambda waarde: format(waarde, "f"),
        Ruw: lambda waarde: str.__str__(waarde.tekst),
    }
)
_VLUCHTEN = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
_VLUCHTEN_IN_ATTRIBUUT = {**_VLUCHTEN, '"': "&quot;", "\t": "&#9;", "\n": "&#10;"}


def _vlucht(tekst: str, tekens: Mapping[str, str]) -> str:
    for teken, vervanging in tekens.items():
        if teken in tekst:
            tekst = tekst.replace(teken, vervanging)
    return tekst


def _schrijf_waarde(naam: str, wit: str) -> _Schrijver:
    begin, eind = _tags(naam, wit)
    tekst_van = _TEKST_VAN

    def schrijf(waarde: Any, uit: list[Any]) -> None:
        uit += (begin, tekst_van[type(waarde)](waarde), eind)

    return schrijf


def _tags(naam: str, wit: str) -> tuple[str, str]:
    """Return the tags around a simple value."""
    return f"{wit}<{naam}>", f"</{naam}>\n"


def _rond(naam: str, wit: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the tags around elements, each with no value and nothing behind it."""
    return (f"{wit}<{naam}>\n", "", ""), (f"{wit}</{naam}>\n", "", "")


def _schrijf_tekstblok(cls: type, versie: Versie, naam: str, wit: str) -> _Schrijver:
    aanwezig = velden_in(cls, versie)
    afwezig = {v.attr for v in velden(cls)} - {v.attr for v in aanwezig}
    tekst = next(v.attr for v in aanwezig if v.vorm is Vorm.TEKST)
    attributen = [(f' {v.naam}="', v.attr) for v in aanwezig if v.vorm is Vorm.ATTRIBUUT]
    eind = f"</{naam}>\n"

    def schrijf(blok: Any, uit: list[Any]) -> None:
        if type(blok) is not cls:
            raise _VerkeerdTypeError
        for attr in afwezig:
            if getattr(blok, attr) is not None:
                raise _VerkeerdTypeError
        begin = f"{wit}<{naam}"
        for voor, attr in attributen:
            waarde = getattr(blok, attr)
            if waarde is not None:
                inhoud = _TEKST_VAN[type(waarde)](waarde)
                begin += f'{voor}{_vlucht(inhoud, _VLUCHTEN_IN_ATTRIBUUT)}"'
        waarde = getattr(blok, tekst)
        uit += (f"{begin}>", "" if waarde is None else waarde, eind)

    return schrijf


def _schrijf_blok(cls: type, versie: Versie, naam: str, wit: str) -> _Schrijver:
    if any(v.vorm is Vorm.TEKST for v in velden_in(cls, versie)):
        return _schrijf_tekstblok(cls, versie, naam, wit)
    return _fabriek(cls, versie)(*_rond(naam, wit), _delen(cls, versie, wit + _STAP))


def _schrijf_items(
    schrijf_item: _Schrijver, begin: tuple[str, ...] = (), eind: tuple[str, ...] = ()
) -> _Schrijver:
    def schrijf(waarde: Any, uit: list[Any]) -> None:
        if not isinstance(waarde, list):
            raise _VerkeerdTypeError
        uit += begin
        for item in waarde:
            schrijf_item(item, uit)
        uit += eind

    return schrijf


def _schrijver(veld: Veld, versie: Versie, wit: str) -> _Schrijver:
    if veld.vorm is Vorm.REEKS:
        assert veld.blok is not None
        groep = _fabriek(veld.blok, versie)((), (), _delen(veld.blok, versie, wit + _STAP))
        return _schrijf_items(groep, *_rond(veld.naam, wit))
    naam, binnen = veld.elementen[-1], wit + _STAP * (len(veld.elementen) - 1)
    if veld.blok is None:
        een = _schrijf_waarde(naam, binnen)
    else:
        een = _schrijf_blok(veld.blok, versie, naam, binnen)
    if veld.vorm is Vorm.LIJST:
        return _schrijf_items(een, *_rond(veld.naam, wit))
    return _schrijf_items(een) if veld.vorm is Vorm.HERHAALD else een


def _delen(cls: type, versie: Versie, wit: str) -> list[Any]:
    """Return for each field what its function needs: see `schrijffabriek`."""
    return [
        _tags(veld.naam, wit) if is_eenvoudig(veld) else _schrijver(veld, versie, wit)
        for veld in velden_in(cls, versie)
    ]


@cache
def _fabriek(cls: type, versie: Versie) -> Callable[..., _Schrijver]:
    return schrijffabriek(cls, versie, _TEKST_VAN, _VerkeerdTypeError)


@cache
def _schrijver_van_wortel(cls: type, element: str, versie: Versie) -> _Schrijver:
    return _schrijf_blok(cls, versie, element, "")


def _als_bytes(uit: list[Any]) -> bytes:
    """Return the document; special characters are looked for in all values at once."""
    waarden = uit[1::3]
    try:
        samen = "".join(waarden)
    except TypeError:
        waarden = uit[1::3] = [_TEKST_VAN[type(waarde)](waarde) for waarde in waarden]
        samen = "".join(waarden)
    if any(teken in samen for teken in _VLUCHTEN):
        uit[1::3] = [_vlucht(waarde, _VLUCHTEN) for waarde in waarden]
    del samen
    return b"".join([_codeer(uit[nr : nr + _STUK]) for nr in range(0, len(uit), _STUK)])


def _codeer(teksten: list[str]) -> bytes:
    """Encode texts together, or when that is slow, because not all is ASCII, one by one."""
    samen = "".join(teksten)
    if samen.isascii():
        return samen.encode()
    return b"".join([tekst.encode() for tekst in teksten])


def _weiger(dossier: Any, versie: Versie) -> DossierOngeldig:
    gevonden = list(bezwaren(dossier, versie))
    waar = f", the first at {gevonden[0].locatie}" if gevonden else ""
    return DossierOngeldig(
        f"{type(dossier).__name__} can't be written as {versie}: {len(gevonden)} field(s) don't"
        f" fit{waar}",
        gevonden,
    )


def write_dossier(dossier: Any, versie: Versie = VERSIES[-1]) -> bytes:
    """Write a block with a global element (a Dossier, Dossiers, …) as a document in UTF-8.

    What is written need not be valid: `check` judges.

    Raises:
        DossierOngeldig: a field that the version does not have, a value of a type that no field
            has, or a character that XML does not allow; the findings say where.
    """
    cls: type = type(dossier)
    element = blokgegevens(cls).element
    if element is None:
        message = f"{type(dossier).__name__} has no element of its own in the standard"
        raise TypeError(message)
    uit: list[Any] = []
    try:
        _schrijver_van_wortel(cls, element, versie)(dossier, uit)
        uit[0] = f'{_KOP}<{element} xmlns="{versie.namespace}">\n'
        data = _als_bytes(uit)
    except (_VerkeerdTypeError, UnicodeEncodeError, TypeError, AttributeError):
        raise _weiger(dossier, versie) from None
    if heeft_fout_teken(data):
        raise _weiger(dossier, versie)
    return data

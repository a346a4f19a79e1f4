"""From the model to XML text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from oso_adapters.binding.bezwaren import bezwaren, heeft_fout_teken
from oso_adapters.errors import DossierOngeldig
from oso_adapters.gegevensset._veld import Veld, Vorm, blokgegevens, velden, velden_in
from oso_adapters.gegevensset.typen import Ruw
from oso_adapters.versies import VERSIES, Versie

__all__ = ["write_dossier"]

_KOP = '<?xml version="1.0" encoding="UTF-8"?>\n'
_LANG = 1000
"""Texts longer than this, such as attachments, are not copied once more."""

_Schrijver = Callable[[Any, str, list[str]], None]


def _vluchten(tekst: str) -> str:
    if "&" in tekst:
        tekst = tekst.replace("&", "&amp;")
    if "<" in tekst:
        tekst = tekst.replace("<", "&lt;")
    if ">" in tekst:
        tekst = tekst.replace(">", "&gt;")
    if "\r" in tekst:
        tekst = tekst.replace("\r", "&#13;")
    return tekst


def _als_attribuut(tekst: str) -> str:
    tekst = _vluchten(tekst).replace('"', "&quot;")
    return tekst.replace("\t", "&#9;").replace("\n", "&#10;")


_TEKST_VAN: dict[type, Callable[[Any], str]] = {
    str: _vluchten,
    bool: lambda waarde: "true" if waarde else "false",
    int: str,
    date: date.isoformat,
    Decimal: lambda waarde: format(waarde, "f"),
    Ruw: lambda waarde: _vluchten(waarde.tekst),
}


class _VerkeerdTypeError(Exception):
    """A value is of a Python type that no field has."""


def _tekst_van(waarde: Any) -> str:
    schrijf = _TEKST_VAN.get(type(waarde))
    if schrijf is None:
        if not isinstance(waarde, str):
            raise _VerkeerdTypeError
        return _vluchten(str(waarde))
    return schrijf(waarde)


def _schrijf_waarde(naam: str) -> _Schrijver:
    begin, eind = f"<{naam}>", f"</{naam}>\n"
    tekst_van = _TEKST_VAN

    def schrijf(waarde: Any, inspringing: str, uit: list[str]) -> None:
        tekst = tekst_van.get(type(waarde), _tekst_van)(waarde)
        if len(tekst) > _LANG:
            uit += (inspringing, begin, tekst, eind)
        else:
            uit.append(f"{inspringing}{begin}{tekst}{eind}")

    return schrijf


def _schrijf_tekstblok(naam: str, versie: Versie, cls: type) -> _Schrijver:
    delen = velden_in(cls, versie)
    tekst = next(v.attr for v in delen if v.vorm is Vorm.TEKST)
    attributen = [(v.naam, v.attr) for v in delen if v.vorm is Vorm.ATTRIBUUT]

    def schrijf(waarde: Any, inspringing: str, uit: list[str]) -> None:
        uit.append(f"{inspringing}<{naam}")
        for attribuut, attr in attributen:
            inhoud = getattr(waarde, attr)
            if inhoud is not None:
                if not isinstance(inhoud, str):
                    raise _VerkeerdTypeError
                uit.append(f' {attribuut}="{_als_attribuut(inhoud)}"')
        inhoud = getattr(waarde, tekst)
        uit.append(f">{'' if inhoud is None else _tekst_van(inhoud)}</{naam}>\n")

    return schrijf


def _schrijf_blok(naam: str, versie: Versie, cls: type) -> _Schrijver:
    if any(v.vorm is Vorm.TEKST for v in velden_in(cls, versie)):
        return _schrijf_tekstblok(naam, versie, cls)
    inhoud = _inhoud(cls, versie)

    def schrijf(waarde: Any, inspringing: str, uit: list[str]) -> None:
        if type(waarde) is not cls:
            raise _VerkeerdTypeError
        uit.append(f"{inspringing}<{naam}>\n")
        for attr, schrijf_veld in inhoud:
            deel = getattr(waarde, attr)
            if deel is not None:
                schrijf_veld(deel, inspringing + "  ", uit)
        uit.append(f"{inspringing}</{naam}>\n")

    return schrijf


def _schrijf_herhaald(schrijf_item: _Schrijver) -> _Schrijver:
    def schrijf(waarde: Any, inspringing: str, uit: list[str]) -> None:
        for item in _lijst(waarde):
            schrijf_item(item, inspringing, uit)

    return schrijf


def _lijst(waarde: Any) -> list[Any]:
    if not isinstance(waarde, list):
        raise _VerkeerdTypeError
    return waarde


def _schrijf_lijst(naam: str, schrijf_item: _Schrijver) -> _Schrijver:
    def schrijf(waarde: Any, inspringing: str, uit: list[str]) -> None:
        uit.append(f"{inspringing}<{naam}>\n")
        for item in _lijst(waarde):
            schrijf_item(item, inspringing + "  ", uit)
        uit.append(f"{inspringing}</{naam}>\n")

    return schrijf


def _schrijf_groep(versie: Versie, cls: type) -> _Schrijver:
    inhoud = _inhoud(cls, versie)

    def schrijf(waarde: Any, inspringing: str, uit: list[str]) -> None:
        if type(waarde) is not cls:
            raise _VerkeerdTypeError
        for attr, schrijf_veld in inhoud:
            deel = getattr(waarde, attr)
            if deel is not None:
                schrijf_veld(deel, inspringing, uit)

    return schrijf


def _schrijver(veld: Veld, versie: Versie) -> _Schrijver:
    naam = veld.elementen[-1]
    if veld.vorm is Vorm.REEKS:
        assert veld.blok is not None
        return _schrijf_lijst(veld.naam, _schrijf_groep(versie, veld.blok))
    een = _schrijf_blok(naam, versie, veld.blok) if veld.blok else _schrijf_waarde(naam)
    if veld.vorm is Vorm.LIJST:
        return _schrijf_lijst(veld.naam, een)
    return _schrijf_herhaald(een) if veld.vorm is Vorm.HERHAALD else een


@cache
def _inhoud(cls: type, versie: Versie) -> tuple[tuple[str, _Schrijver], ...]:
    return tuple((veld.attr, _schrijver(veld, versie)) for veld in velden_in(cls, versie))


@cache
def _mist_velden(cls: type, versie: Versie) -> bool:
    """Say whether some block at or below this one has a field that the version lacks."""
    alle = velden(cls)
    return len(alle) != len(velden_in(cls, versie)) or any(
        _mist_velden(v.blok, versie) for v in alle if v.blok
    )


@cache
def _schrijver_van_wortel(cls: type, element: str, versie: Versie) -> _Schrijver:
    return _schrijf_blok(element, versie, cls)


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
    uit: list[str] = []
    try:
        _schrijver_van_wortel(cls, element, versie)(dossier, "", uit)
        uit[0] = f'{_KOP}<{element} xmlns="{versie.namespace}">\n'
        data = b"".join([deel.encode() for deel in uit])
    except (_VerkeerdTypeError, UnicodeEncodeError, TypeError, AttributeError):
        raise _weiger(dossier, versie) from None
    if heeft_fout_teken(data):
        raise _weiger(dossier, versie)
    if _mist_velden(cls, versie) and any(bezwaren(dossier, versie)):
        raise _weiger(dossier, versie)
    return data

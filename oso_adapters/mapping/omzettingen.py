"""Transforms that more than one vendor needs: from a value as a system keeps it to the standard."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import PureWindowsPath

from oso_adapters.mapping.bronnen import Onbruikbaar
from oso_adapters.mapping.omkeerbaar import heen_van, met_terug

__all__ = [
    "bestandsnaam",
    "brin",
    "bsn",
    "datum",
    "datum_dmj",
    "geeft_vorm",
    "geheel",
    "getal",
    "is_bsn",
    "is_onderwijsnummer",
    "janee",
    "onderwijsnummer",
    "schooljaar",
    "woorden",
]

_ISO_DATUM = re.compile(r"\d{4}-\d\d-\d\d(?:T|\Z)", re.ASCII)
_SCHOOLJAAR = re.compile(r"(\d{4})\s*[/-]\s*(\d{4})", re.ASCII)
_BRIN = re.compile(r"\d\d[A-Za-z]{2}", re.ASCII)
_GETAL = re.compile(r"[+-]?(?:\d{1,18}(?:\.\d{0,18})?|\.\d{1,18})", re.ASCII)
_NEGEN_CIJFERS = re.compile(r"\d{9}", re.ASCII)
_REST_ONDERWIJSNUMMER = 5
_ZONDER_NUL = 8


def _zelf(waarde: str) -> str:
    return waarde


@met_terug(date.isoformat)
def datum(tekst: str) -> date:
    """Read the day of an ISO date or timestamp (``2009-03-17T00:00:00+01:00``), as written."""
    kaal = tekst.strip()
    try:
        if _ISO_DATUM.match(kaal):
            return datetime.fromisoformat(kaal).date()
    except ValueError:
        pass
    raise Onbruikbaar("een datum als JJJJ-MM-DD")


def datum_dmj(dag: date) -> str:
    """Write a date as ``DD-MM-JJJJ``, the form of ``gbageboortedatum``."""
    return f"{dag.day:02}-{dag.month:02}-{dag.year:04}"


@met_terug(lambda waarde: "true" if waarde else "false")
def janee(tekst: str) -> bool:
    """Read ``true`` or ``false``, in any case."""
    try:
        return {"true": True, "false": False}[tekst.strip().lower()]
    except KeyError:
        raise Onbruikbaar("true of false") from None


@met_terug(str)
def geheel(tekst: str) -> int:
    """Read a whole number."""
    if not re.fullmatch(r"\s*[+-]?\d{1,18}\s*", tekst, re.ASCII):
        raise Onbruikbaar("een geheel getal")
    return int(tekst)


@met_terug(lambda waarde: f"{waarde:f}")
def getal(tekst: str) -> Decimal:
    """Read a number with a comma or a point, such as ``7,5``."""
    gelezen = tekst.strip().replace(",", ".")
    if not _GETAL.fullmatch(gelezen):
        raise Onbruikbaar("een getal, zoals 7.5")
    return Decimal(gelezen)


@met_terug(_zelf)
def schooljaar(tekst: str) -> str:
    """Read a school year such as ``2020 / 2021`` or ``2020/2021``: two years that follow."""
    gevonden = _SCHOOLJAAR.fullmatch(tekst.strip())
    if gevonden is None or int(gevonden[2]) != int(gevonden[1]) + 1:
        raise Onbruikbaar("een schooljaar van twee opeenvolgende jaren, zoals 2020 / 2021")
    return f"{gevonden[1]}-{gevonden[2]}"


@met_terug(_zelf)
def brin(tekst: str) -> str:
    """Read a BRIN of four characters."""
    gelezen = tekst.strip()
    if not _BRIN.fullmatch(gelezen):
        raise Onbruikbaar("een BRIN van twee cijfers en twee letters")
    return gelezen.upper()


def _elfproef(nummer: str) -> int | None:
    """Return the remainder of the elfproef; None for anything but nine digits, not all zero."""
    if not _NEGEN_CIJFERS.fullmatch(nummer) or not int(nummer):
        return None
    gewichten = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(g * int(c) for g, c in zip(gewichten, nummer, strict=True)) % 11


def is_bsn(nummer: str) -> bool:
    """Say whether nine digits are a BSN: the elfproef leaves nothing (DUO, basisschema)."""
    return _elfproef(nummer) == 0


def is_onderwijsnummer(nummer: str) -> bool:
    """Say whether nine digits are an onderwijsnummer: the elfproef leaves five."""
    return _elfproef(nummer) == _REST_ONDERWIJSNUMMER


def _met_nul(tekst: str) -> str:
    """Give eight digits back the leading zero that they lost; never more than one."""
    kaal = tekst.strip()
    return f"0{kaal}" if len(kaal) == _ZONDER_NUL else kaal


@met_terug(_zelf)
def bsn(tekst: str) -> str:
    """Read a BSN of nine digits; eight digits have lost their leading zero."""
    gelezen = _met_nul(tekst)
    if not is_bsn(gelezen):
        raise Onbruikbaar("een BSN van negen cijfers dat voldoet aan de elfproef")
    return gelezen


@met_terug(_zelf)
def onderwijsnummer(tekst: str) -> str:
    """Read an onderwijsnummer of nine digits; eight digits have lost their leading zero."""
    gelezen = _met_nul(tekst)
    if not is_onderwijsnummer(gelezen):
        raise Onbruikbaar("een onderwijsnummer van negen cijfers dat voldoet aan de elfproef")
    return gelezen


def _aaneen(namen: list[str]) -> str:
    return " ".join(namen)


@met_terug(_aaneen)
def woorden(tekst: str) -> list[str]:
    """Take a text with several names apart, such as ``Anna Maria``."""
    return tekst.split()


@met_terug(_zelf)
def bestandsnaam(tekst: str) -> str:
    """Read the name of a file without the folders in front of it."""
    naam = PureWindowsPath(tekst.strip()).name
    if not naam or not naam.isprintable():
        raise Onbruikbaar("de naam van een bestand, zonder map en zonder vreemde tekens")
    return naam


_GEVEN_VORM = frozenset(
    via.heen for via in (datum, janee, geheel, getal, schooljaar, brin, bsn, onderwijsnummer)
)


def geeft_vorm(via: Callable[..., object] | None) -> bool:
    """Say whether a transform is one of these that give nothing but the form that is asked."""
    kaal = heen_van(via)
    return kaal in _GEVEN_VORM or kaal is datum_dmj

"""Transforms that more than one vendor needs: from a value as a system keeps it to the standard."""

from __future__ import annotations

import base64
import io
import re
import zipfile
from datetime import date, datetime
from decimal import Decimal
from pathlib import PureWindowsPath

from oso_adapters.mapping.bronnen import Onbruikbaar

__all__ = [
    "BESTANDSSOORTEN",
    "bestandsnaam",
    "bijlage",
    "brin",
    "bsn",
    "datum",
    "datum_dmj",
    "geheel",
    "getal",
    "is_bsn",
    "is_onderwijsnummer",
    "janee",
    "onderwijsnummer",
    "schooljaar",
    "woorden",
]

BESTANDSSOORTEN = frozenset(
    {"doc", "docx", "jpeg", "jpg", "odf", "ods", "odt", "pdf", "png", "ppt", "pptx"}
    | {"txt", "xls", "xlsx"}
)
"""Kinds of files that may be attached (Afspraak OSO Gegevensset, bijlagedocumenten)."""

_ISO_DATUM = re.compile(r"\d{4}-\d\d-\d\d(?:T|\Z)", re.ASCII)
_SCHOOLJAAR = re.compile(r"(\d{4})\s*[/-]\s*(\d{4})", re.ASCII)
_BRIN = re.compile(r"\d\d[A-Za-z]{2}", re.ASCII)
_GETAL = re.compile(r"[+-]?(?:\d{1,18}(?:\.\d{0,18})?|\.\d{1,18})", re.ASCII)
_NEGEN_CIJFERS = re.compile(r"\d{9}", re.ASCII)
_REST_ONDERWIJSNUMMER = 5
_ZONDER_NUL = 8
_VAST_MOMENT = (1980, 1, 1, 0, 0, 0)
_VAST_STELSEL = 3
"""Unix, in a ZIP: the same text on every machine."""


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


def janee(tekst: str) -> bool:
    """Read ``true`` or ``false``, in any case."""
    try:
        return {"true": True, "false": False}[tekst.strip().lower()]
    except KeyError:
        raise Onbruikbaar("true of false") from None


def geheel(tekst: str) -> int:
    """Read a whole number."""
    if not re.fullmatch(r"\s*[+-]?\d{1,18}\s*", tekst, re.ASCII):
        raise Onbruikbaar("een geheel getal")
    return int(tekst)


def getal(tekst: str) -> Decimal:
    """Read a number with a comma or a point, such as ``7,5``."""
    gelezen = tekst.strip().replace(",", ".")
    if not _GETAL.fullmatch(gelezen):
        raise Onbruikbaar("een getal, zoals 7.5")
    return Decimal(gelezen)


def schooljaar(tekst: str) -> str:
    """Read a school year such as ``2020 / 2021`` or ``2020/2021``: two years that follow."""
    gevonden = _SCHOOLJAAR.fullmatch(tekst.strip())
    if gevonden is None or int(gevonden[2]) != int(gevonden[1]) + 1:
        raise Onbruikbaar("een schooljaar van twee opeenvolgende jaren, zoals 2020 / 2021")
    return f"{gevonden[1]}-{gevonden[2]}"


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


def bsn(tekst: str) -> str:
    """Read a BSN of nine digits; eight digits have lost their leading zero."""
    gelezen = _met_nul(tekst)
    if not is_bsn(gelezen):
        raise Onbruikbaar("een BSN van negen cijfers dat voldoet aan de elfproef")
    return gelezen


def onderwijsnummer(tekst: str) -> str:
    """Read an onderwijsnummer of nine digits; eight digits have lost their leading zero."""
    gelezen = _met_nul(tekst)
    if not is_onderwijsnummer(gelezen):
        raise Onbruikbaar("een onderwijsnummer van negen cijfers dat voldoet aan de elfproef")
    return gelezen


def woorden(tekst: str) -> list[str]:
    """Take a text with several names apart, such as ``Anna Maria``."""
    return tekst.split()


def bestandsnaam(tekst: str) -> str:
    """Read the name of a file without the folders in front of it."""
    naam = PureWindowsPath(tekst.strip()).name
    if not naam or not naam.isprintable():
        raise Onbruikbaar("de naam van een bestand, zonder map en zonder vreemde tekens")
    return naam


def bijlage(bestandsnaam: str, inhoud: bytes) -> str:
    """Pack a file as an attachment: Base64 of a ZIP with that one file in it.

    The same file gives the same text, so that a dossier made again is the same dossier.
    """
    pad = PureWindowsPath(bestandsnaam)
    soort = pad.suffix.lower().removeprefix(".")
    if soort not in BESTANDSSOORTEN or "\0" in bestandsnaam:
        raise Onbruikbaar(
            f"een bestand van een toegestane soort: {', '.join(sorted(BESTANDSSOORTEN))}"
        )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archief:
        lid = zipfile.ZipInfo(pad.name, _VAST_MOMENT)
        lid.create_system = _VAST_STELSEL
        lid.compress_type = zipfile.ZIP_DEFLATED
        archief.writestr(lid, inhoud)
    return base64.b64encode(buffer.getvalue()).decode("ascii")

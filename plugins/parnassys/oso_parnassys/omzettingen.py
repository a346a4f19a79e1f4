"""Transforms that only ParnasSys needs: from a text as it keeps it to a value of the standard."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from oso_adapters.mapping import (
    Onbruikbaar,
    bijlage,
    datum,
    datum_dmj,
    janee,
    onderwijsnummer,
    woorden,
)
from oso_parnassys.codes import TABELLEN
from oso_parnassys.records_school import Adres

__all__ = [
    "bestandsinhoud",
    "cijfer",
    "gbageboortedatum",
    "gbavoornamen",
    "huisnummer",
    "inschrijfdatum",
    "is_geheim",
    "is_geheim_adres",
    "landcode",
    "postcode",
    "toevoeging",
    "uitschrijfdatum",
    "vestigingscode",
    "zonder_bsn",
]

_HUISNUMMER = re.compile(r"\s*(\d+)\s*[-/]?\s*(.*?)\s*", re.ASCII | re.DOTALL)
_POSTCODE = re.compile(r"\s*(\d{4})\s*([A-Za-z]{2})\s*", re.ASCII)
_KOMMAGETAL = re.compile(r"\d+,\d+", re.ASCII)
_VESTIGING = re.compile(r"\s*(\d{1,2})\s*", re.ASCII)


def huisnummer(tekst: str) -> str:
    """Take the number out of a huisnummer such as ``12a``, ``12 bis`` or ``12-2``."""
    gevonden = _HUISNUMMER.fullmatch(tekst)
    if gevonden is None:
        raise Onbruikbaar("een huisnummer dat met een cijfer begint, zoals 12a")
    return gevonden[1]


def toevoeging(tekst: str) -> str | None:
    """Take the addition out of a huisnummer; None when there is none."""
    gevonden = _HUISNUMMER.fullmatch(tekst)
    return gevonden[2] or None if gevonden else None


def postcode(tekst: str) -> str:
    """Write a Dutch postcode as ``9999XX``; any other stays as it is."""
    gevonden = _POSTCODE.fullmatch(tekst)
    return f"{gevonden[1]}{gevonden[2].upper()}" if gevonden else tekst.strip()


def cijfer(tekst: str) -> str:
    """Write a mark such as ``7,5`` with a point; a mark in words stays as it is."""
    return tekst.replace(",", ".") if _KOMMAGETAL.fullmatch(tekst) else tekst


def landcode(tekst: str) -> str:
    """Return the code of a country in the national table of countries."""
    gevonden = TABELLEN["land"].waarden.get(tekst)
    if gevonden is None:
        raise Onbruikbaar("een land uit de tabel 'land'")
    return gevonden


def vestigingscode(tekst: str) -> str:
    """Write a vestigingsnummer with two digits: ``1`` is ``01``."""
    gevonden = _VESTIGING.fullmatch(tekst)
    if gevonden is None:
        raise Onbruikbaar("een vestigingsnummer van een of twee cijfers")
    return gevonden[1].zfill(2)


def is_geheim(adressen: Iterable[str | None] | None, los: str | None) -> bool | None:
    """Say whether somebody's address is secret: one secret address makes all of them secret.

    Args:
        adressen: ``geheimadres`` of each address.
        los: ``geheimadres`` of the person or of the address abroad.
    """
    gevuld = [janee(tekst) for tekst in (*(adressen or ()), los) if tekst]
    return any(gevuld) if gevuld else None


def is_geheim_adres(adres: Adres) -> bool:
    """Say whether an address may not leave the school; one of which that is unclear may not.

    For institutions and schools, of which the standard can't say that an address is secret.
    """
    return (adres.geheimadres or "false").strip().lower() != "false"


def zonder_bsn(nummer: str | None, bsn: str | None) -> str | None:
    """Return the onderwijsnummer of a leerling without BSN; the standard takes one of the two."""
    return onderwijsnummer(nummer) if nummer and not bsn else None


def gbavoornamen(
    officieel: str | None, voornamen: str | None, achternaam: str | None
) -> list[str] | None:
    """Return the first names that the municipality has; None without an official surname."""
    return woorden(officieel or voornamen or "") if achternaam else None


def gbageboortedatum(geboortedatum: str | None, achternaam: str | None) -> str | None:
    """Return the birth date as ``DD-MM-JJJJ``; None without an official surname."""
    return datum_dmj(datum(geboortedatum)) if geboortedatum and achternaam else None


def _laatste(begin: list[str | None] | None) -> int | None:
    """Return which enrolment began last; of two on one day the one that stands last."""
    dagen = [(datum(tekst), nr) for nr, tekst in enumerate(begin or ()) if tekst]
    return max(dagen)[1] if dagen else None


def inschrijfdatum(begin: list[str | None] | None) -> date | None:
    """Return the day on which the last enrolment began."""
    nr = _laatste(begin)
    return datum(str((begin or [])[nr])) if nr is not None else None


def uitschrijfdatum(einde: list[str | None] | None, begin: list[str | None] | None) -> date | None:
    """Return the day on which the last enrolment ended; None when it did not."""
    nr = _laatste(begin)
    tekst = (einde or [])[nr] if nr is not None else None
    return datum(tekst) if tekst else None


def bestandsinhoud(naam: str | None, inhoud: bytes | None) -> str | None:
    """Pack a file as an attachment; None when its name or content is not there."""
    return bijlage(naam, inhoud) if naam and inhoud is not None else None

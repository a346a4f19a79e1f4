"""Spellings that more than one system has, each with its way back."""

from __future__ import annotations

import re

from oso_adapters.mapping.bronnen import Onbruikbaar
from oso_adapters.mapping.omkeerbaar import Omkeerbaar, met_terug, omkeerbaar
from oso_adapters.mapping.omzettingen import datum, datum_dmj, getal

__all__ = [
    "cijfer",
    "elementcode",
    "gbadatum",
    "heel_huisnummer",
    "huisnummer",
    "kommagetal",
    "met_nullen",
    "postcode",
    "regels",
    "toevoeging",
    "vestigingscode",
    "voorletters",
]

_POSTCODE = re.compile(r"\s*(\d{4})\s*([A-Za-z]{2})\s*", re.ASCII)
_KOMMACIJFER = re.compile(r"\d+,\d+", re.ASCII)
_PUNTCIJFER = re.compile(r"\d+\.\d+", re.ASCII)
_HUISNUMMER = re.compile(r"\s*(\d+)\s*[-/]?\s*(.*?)\s*", re.ASCII | re.DOTALL)
_DMJ = re.compile(r"(\d\d)-(\d\d)-(\d{4})", re.ASCII)


def _met_spatie(tekst: str) -> str:
    gevonden = _POSTCODE.fullmatch(tekst)
    return f"{gevonden[1]} {gevonden[2].upper()}" if gevonden else tekst


@met_terug(_met_spatie)
def postcode(tekst: str) -> str:
    """Write a Dutch postcode such as ``9999 XX`` without the blank; any other stays as it is."""
    gevonden = _POSTCODE.fullmatch(tekst)
    return f"{gevonden[1]}{gevonden[2].upper()}" if gevonden else tekst.strip()


def met_nullen(lengte: int, wat: str) -> Omkeerbaar[str, str]:
    """Return a transform that gives digits back the zeros in front that they lost.

    Args:
        lengte: how many digits there must be.
        wat: what it is, in Dutch with its article, for who has something else.
    """
    vorm = re.compile(rf"\s*(\d{{1,{lengte}}})\s*", re.ASCII)

    def cijfers(tekst: str) -> str:
        """Give digits back the zeros in front that they lost."""
        gevonden = vorm.fullmatch(tekst)
        if gevonden is None:
            raise Onbruikbaar(f"{wat} van ten hoogste {lengte} cijfers")
        return gevonden[1].zfill(lengte)

    def terug(waarde: str) -> str:
        if cijfers(waarde) != waarde:
            raise Onbruikbaar(f"{wat} van precies {lengte} cijfers")
        return waarde

    return omkeerbaar(cijfers, terug)


vestigingscode = met_nullen(2, "een vestigingsnummer")
"""The number of a vestiging: ``1`` is ``01``."""
elementcode = met_nullen(4, "een elementcode")
"""The national code of an opleiding: ``353`` is ``0353``."""


def _met_komma(tekst: str) -> str:
    return tekst.replace(".", ",") if _PUNTCIJFER.fullmatch(tekst) else tekst


@met_terug(_met_komma)
def cijfer(tekst: str) -> str:
    """Write a mark such as ``7,5`` with a point; a mark in words stays as it is."""
    return tekst.replace(",", ".") if _KOMMACIJFER.fullmatch(tekst) else tekst


kommagetal = omkeerbaar(getal, lambda waarde: f"{waarde:f}".replace(".", ","))
"""A number such as ``118,5``."""


@met_terug("\n".join)
def regels(tekst: str) -> list[str]:
    """Take a text of several lines apart, such as an address abroad."""
    return [regel.strip() for regel in tekst.splitlines() if regel.strip()]


def _letters(tekst: str) -> list[str]:
    """Take initials such as ``BTh`` apart; nothing when they are something else."""
    letters: list[str] = []
    for teken in tekst.replace(" ", ""):
        if teken.isupper():
            letters.append(teken)
        elif letters and teken.islower():
            letters[-1] += teken
        else:
            return []
    return letters


def _met_punten(tekst: str) -> str:
    letters = _letters(tekst)
    return "".join(f"{letter}." for letter in letters) or tekst.strip()


def _zonder_punten(tekst: str) -> str:
    kaal = tekst.replace(".", "")
    return kaal if _met_punten(kaal) == tekst else tekst


@met_terug(_zonder_punten)
def voorletters(tekst: str) -> str:
    """Write initials such as ``BTh`` with dots: ``B.Th.``; what is something else stays so."""
    return _met_punten(tekst)


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


def heel_huisnummer(nummer: str | None, erbij: str | None) -> str:
    """Put number and addition in one text that can be split again, if there is any."""
    huisnummer(nummer or "")
    if not erbij:
        return nummer or ""
    gewoon = "-" if erbij[0].isdigit() else " " if len(erbij) > 1 else ""
    vormen = [f"{nummer}{tussen}{erbij}" for tussen in (gewoon, " ", "-")]
    heel = (vorm for vorm in vormen if (huisnummer(vorm), toevoeging(vorm)) == (nummer, erbij))
    return next(heel, vormen[0])


def _van_gbadatum(tekst: str) -> str:
    gevonden = _DMJ.fullmatch(tekst)
    if gevonden is None:
        raise Onbruikbaar("een datum als DD-MM-JJJJ")
    return datum(f"{gevonden[3]}-{gevonden[2]}-{gevonden[1]}").isoformat()


@met_terug(_van_gbadatum)
def gbadatum(tekst: str) -> str:
    """Write an ISO date as ``DD-MM-JJJJ``: a birth date of the municipality that is known whole."""
    return datum_dmj(datum(tekst))

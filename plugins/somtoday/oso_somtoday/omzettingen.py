"""Transforms that only Somtoday needs: from its own values to those of the standard, and back."""

from __future__ import annotations

import re
from collections.abc import Iterable

from oso_adapters.mapping import (
    Onbruikbaar,
    brin,
    cijfer,
    elementcode,
    getal,
    huisnummer,
    omkeerbaar,
    schooljaar,
    toevoeging,
    waarde_bij,
)
from oso_somtoday.codes import TABELLEN

__all__ = [
    "brin6",
    "brin_van",
    "brincode",
    "brincode_van_een",
    "cijfer_met_punt",
    "contactsoort",
    "drie_regels",
    "eindcijfer",
    "huisnummer_van",
    "jaargroep",
    "jaargroep_terug",
    "leerjaar",
    "leerlingid",
    "regels_terug",
    "schooljaar_slash",
    "toevoeging_van",
    "vakcode",
    "vestigingscode",
    "vestigingscode_van_een",
]

_BRIN6 = re.compile(r"\s*(\d\d[A-Za-z]{2})(\d\d)\s*", re.ASCII)
_REGELS = 3
_LEERJAREN = range(1, 7)
_VO = 10
"""Added to a leerjaar to make the jaargroep of the standard."""
_JAARGROEPEN = {str(_VO + leerjaar): leerjaar for leerjaar in _LEERJAREN}
_EEN_BRIN = (
    "precies één BRIN van zes tekens, zoals 12AB45, of een digiDeliveryId dat zegt welke van de"
    " BRIN's het is"
)


def huisnummer_van(zonder: str | None, geheel: str | None) -> str | None:
    """Return the number of a house: that without addition, else the one in the whole, ``12a``."""
    tekst = zonder or geheel
    return huisnummer(tekst) if tekst is not None else None


def toevoeging_van(los: str | None, zonder: str | None, geheel: str | None) -> str | None:
    """Return the addition to the number of a house, when need be out of the whole."""
    return los if los or zonder else toevoeging(geheel or "")


contactsoort = waarde_bij(TABELLEN["soortContact"], TABELLEN["gebruikContact"])
"""The kind of contact data that is both of these in the standard."""


def drie_regels(*regels: str | None) -> list[str] | None:
    """Return the lines of an address abroad that are there."""
    return [regel for regel in regels if regel] or None


def regels_terug(regels: list[str]) -> tuple[str | None, ...]:
    """Put an address abroad on the three lines that an Aanmelding has."""
    if len(regels) > _REGELS:
        raise Onbruikbaar("een buitenlands adres van ten hoogste drie regels")
    return (*regels, *[None] * (_REGELS - len(regels)))


def brin6(tekst: str) -> tuple[str, str]:
    """Take a BRIN of six characters apart: BRIN and code of the location."""
    gevonden = _BRIN6.fullmatch(tekst)
    if gevonden is None:
        raise Onbruikbaar("een BRIN van zes tekens, zoals 12AB45")
    return gevonden[1].upper(), gevonden[2]


def brincode(tekst: str) -> str:
    """Return the BRIN in a BRIN of six characters."""
    return brin6(tekst)[0]


def vestigingscode(tekst: str) -> str:
    """Return the code of the location in a BRIN of six characters."""
    return brin6(tekst)[1]


def brin_van(brin_: str | None, vestiging: str | None) -> str:
    """Put a BRIN and the code of a location together; without that code it is ``00``."""
    if not brin_:
        raise Onbruikbaar("een vestigingscode met een BRIN erbij")
    return "".join(brin6(f"{brin(brin_)}{vestiging or '00'}"))


def _enige(brins: Iterable[str]) -> str:
    verschillend = sorted({"".join(brin6(tekst)) for tekst in brins})
    if len(verschillend) != 1:
        raise Onbruikbaar(_EEN_BRIN)
    return verschillend[0]


def brincode_van_een(brins: Iterable[str]) -> str:
    """Return the BRIN in a list with one of six characters."""
    return brincode(_enige(brins))


def vestigingscode_van_een(brins: Iterable[str]) -> str:
    """Return the code of the location in a list with one BRIN of six characters."""
    return vestigingscode(_enige(brins))


def jaargroep(leerjaar_: int | None, groep: str | None) -> str | None:
    """Return the jaargroep of a leerjaar (1 to 6) or of a group of a primary school."""
    if leerjaar_ is not None:
        if leerjaar_ not in _LEERJAREN:
            raise Onbruikbaar("een leerjaar van 1 tot en met 6")
        return str(_VO + leerjaar_)
    if groep is None:
        return None
    gevonden = TABELLEN["groep"].waarden.get(groep)
    if gevonden is None:
        raise Onbruikbaar("een groep uit de tabel 'groep'")
    return gevonden


def jaargroep_terug(code: str) -> tuple[int | None, str | None]:
    """Return leerjaar and group of a jaargroep; one of the two is None."""
    groep = TABELLEN["groep"].terug_van(code)
    if groep is not None:
        return None, groep
    if code not in _JAARGROEPEN:
        raise Onbruikbaar("een jaargroep van codelijst 13")
    return _JAARGROEPEN[code], None


def _leerjaar_terug(tekst: str) -> int:
    if not re.fullmatch(r"[1-6]", tekst, re.ASCII):
        raise Onbruikbaar("een leerjaar van 1 tot en met 6")
    return int(tekst)


leerjaar = omkeerbaar(str, _leerjaar_terug)
"""Leerjaar: a number in Somtoday, a text in the standard."""


def _leerlingid_terug(tekst: str) -> int:
    if not re.fullmatch(r"[1-9]\d{0,17}", tekst, re.ASCII):
        raise Onbruikbaar("een leerlingnummer van alleen cijfers, zonder nul vooraan")
    return int(tekst)


leerlingid = omkeerbaar(str, _leerlingid_terug)
"""Number of a leerling: a whole number in Somtoday, a text in the standard."""


def _vakcode(tekst: str) -> str:
    try:
        return elementcode(tekst)
    except Onbruikbaar:
        return tekst.strip()


vakcode = omkeerbaar(_vakcode, str)
"""Code of a subject: a national one, such as ``191``, has four digits in the standard."""


def _slash(tekst: str) -> str:
    return schooljaar(tekst).replace("-", "/")


schooljaar_slash = omkeerbaar(schooljaar, _slash)
"""School year: ``2021/2022`` in Somtoday, with a hyphen in the standard."""


def _heel_cijfer(tekst: str) -> int:
    gelezen = getal(tekst)
    if gelezen != gelezen.to_integral_value():
        raise Onbruikbaar("een afgerond cijfer")
    return int(gelezen)


cijfer_met_punt = omkeerbaar(cijfer, str)
"""Mark, which Somtoday writes with a point; one in words stays as it is."""
eindcijfer = omkeerbaar(_heel_cijfer, str)
"""Final mark of an exam: a whole number, also when written ``7,0``."""

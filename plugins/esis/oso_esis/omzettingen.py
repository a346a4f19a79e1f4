"""Transforms that only ESIS needs: from a text as it keeps it to a value of the standard."""

from __future__ import annotations

import re
from datetime import date

from oso_adapters import mapping
from oso_adapters.mapping import Onbruikbaar, datum, datum_dmj, omkeerbaar

__all__ = [
    "HOOFDGEBOUW",
    "cijfer",
    "dag",
    "dependance",
    "gbadatum",
    "vestigingscode",
    "waar",
]

_ZONE = re.compile(r"(?<=\d)(?:Z|[+-]\d\d:\d\d)\Z", re.ASCII)
_DEPENDANCE = re.compile(r"\d\d", re.ASCII)
HOOFDGEBOUW = "00"
"""The dependancecode of the main building, which may be left out."""
_WAAR = {"true": True, "1": True, "false": False, "0": False}


def _dag(tekst: str) -> date:
    """Read a date of XML; one with a time zone is the day as it is written."""
    return datum(_ZONE.sub("", tekst.strip()))


dag = omkeerbaar(_dag, date.isoformat)


def _waar(tekst: str) -> bool:
    """Read a truth value of XML: true, false, 1 or 0."""
    try:
        return _WAAR[tekst.strip()]
    except KeyError:
        raise Onbruikbaar("true of false") from None


waar = omkeerbaar(_waar, lambda waarde: "true" if waarde else "false")


gbadatum = omkeerbaar(lambda tekst: datum_dmj(dag(tekst)), mapping.gbadatum.terug)
"""Birth date of the municipality: a date of XML, in the standard ``DD-MM-JJJJ``."""


def _met_komma(tekst: str) -> str:
    """Write a mark with a comma; one that has a comma already would come out otherwise."""
    if mapping.cijfer(tekst) != tekst:
        raise Onbruikbaar("een cijfer met een punt, of een cijfer in woorden")
    return mapping.cijfer.terug(tekst)


cijfer = omkeerbaar(mapping.cijfer, _met_komma)
"""A mark such as ``7,5``, in the standard with a point; a mark in words stays as it is."""


def _dependance(tekst: str) -> str:
    """Read the two digits of a dependancecode."""
    if not _DEPENDANCE.fullmatch(tekst.strip()):
        raise Onbruikbaar("een dependancecode van twee cijfers")
    return tekst.strip()


dependance = omkeerbaar(_dependance, str)


def vestigingscode(code: str | None, brin: str | None) -> str | None:
    """Return the number of a vestiging; a school without one is the main building, ``00``."""
    if code is None:
        return HOOFDGEBOUW if brin else None
    return _dependance(code)

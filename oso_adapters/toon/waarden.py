"""From a value of the model to what a person reads."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from oso_adapters.gegevensset import Ruw
from oso_adapters.gegevensset._veld import Veld, Vorm, velden
from oso_adapters.gegevensset.codelijsten import codelijst
from oso_adapters.huisstijl import dag, maand
from oso_adapters.toon.delen import Waarde
from oso_adapters.versies import Versie

__all__ = ["is_tekstblok", "is_waarde", "lees_waarde", "lees_waarden", "leesbare_naam"]

_MAAND = re.compile(r"(\d{4})-(0[1-9]|1[0-2])", re.ASCII)


def _zeg_datum(waarde: date) -> str:
    return dag(waarde)


def _zeg_getal(waarde: Decimal) -> str:
    return format(waarde, "f").replace(".", ",")


def _zeg_maand(tekst: str) -> str:
    gevonden = _MAAND.fullmatch(tekst.strip())
    if gevonden is None or not int(gevonden[1]):
        return tekst
    return maand(date(int(gevonden[1]), int(gevonden[2]), 1))


_ZEG: tuple[tuple[type, Callable[[Any], str]], ...] = (
    (bool, lambda waarde: "ja" if waarde else "nee"),
    (date, _zeg_datum),
    (Decimal, _zeg_getal),
    (int, str),
)
_ZEG_SOORT: dict[str, Callable[[str], str]] = {"geboortemaand": _zeg_maand}


def leesbare_naam(tekst: str) -> str:
    """Return a text on one line, without signs that hide or turn what stands beside them."""
    return "".join(t if t.isprintable() else "\N{REPLACEMENT CHARACTER}" for t in tekst).strip()


def is_tekstblok(veld: Veld) -> bool:
    """Say whether a field is a text with attributes, such as a country with its name."""
    return veld.blok is not None and any(v.vorm is Vorm.TEKST for v in velden(veld.blok))


def is_waarde(veld: Veld) -> bool:
    """Say whether a field holds texts or numbers, and no other fields."""
    return veld.blok is None or is_tekstblok(veld)


def _met_code(tekst: str, nummer: int, versie: Versie) -> Waarde:
    """Return what a code means; one in letters without a text, such as IQ, speaks for itself."""
    bekend = codelijst(nummer).in_versie(versie)
    if tekst not in bekend:
        return Waarde(tekst, noot="deze code staat niet in de codelijst")
    uitleg = bekend[tekst]
    if not uitleg:
        return Waarde(tekst, noot="betekenis onbekend" if tekst.isdigit() else "")
    return Waarde(uitleg, code="" if _kaal(uitleg) == _kaal(tekst) else tekst)


def _kaal(tekst: str) -> str:
    """Return a text without accents and capitals."""
    delen = unicodedata.normalize("NFD", tekst.casefold())
    return "".join(teken for teken in delen if not unicodedata.combining(teken))


def lees_waarde(veld: Veld, waarde: Any, versie: Versie) -> Waarde:
    """Return one value of a field as a person reads it."""
    if is_tekstblok(veld):
        return _tekstblok(waarde)
    if isinstance(waarde, Ruw):
        verwacht = veld.soort.verwacht if veld.soort else "iets anders"
        return Waarde(waarde.tekst, noot=f"hier hoort {verwacht}")
    for soort, zeg in _ZEG:
        if isinstance(waarde, soort):
            return Waarde(zeg(waarde))
    tekst = str(waarde)
    if not tekst.strip():
        return Waarde("", noot="alleen spaties" if tekst else "leeg")
    if veld.codelijst is not None:
        return _met_code(tekst, veld.codelijst, versie)
    zeg_soort = _ZEG_SOORT.get(veld.soort.naam) if veld.soort else None
    return Waarde(zeg_soort(tekst) if zeg_soort else tekst)


def _tekstblok(blok: Any) -> Waarde:
    """Return a text with its attributes: the name first, the code behind it."""
    kern, *rest = [
        str(getattr(blok, veld.attr) or "")
        for veld in sorted(velden(type(blok)), key=lambda v: v.vorm is not Vorm.TEKST)
    ]
    naam = ", ".join(tekst for tekst in rest if tekst.strip())
    if not naam:
        return Waarde(kern) if kern.strip() else Waarde("", noot="leeg")
    return Waarde(naam, code=kern)


def lees_waarden(veld: Veld, blok: Any, versie: Versie) -> tuple[Waarde, ...]:
    """Return the values of a field of a block; nothing when it is not there."""
    waarde = getattr(blok, veld.attr)
    if waarde is None:
        return ()
    alle = waarde if veld.meervoud else [waarde]
    return tuple(lees_waarde(veld, deel, versie) for deel in alle)

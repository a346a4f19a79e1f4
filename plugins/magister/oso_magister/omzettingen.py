"""Transforms that only Magister needs, each with its way back.

What goes back stands in a list in cp1252: a text with other characters can't be kept, and the plan
of an import says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from oso_adapters.mapping import (
    Onbruikbaar,
    datum_dmj,
    geheel,
    kommagetal,
    met_nullen,
    omkeerbaar,
    schooljaar,
    woorden,
)
from oso_magister.codes import TABELLEN
from oso_magister.tekens import CODERING, lijkt_utf8

__all__ = [
    "alleen_bij",
    "cijfers_se",
    "datum_nl",
    "eindcijfer",
    "janee_nl",
    "laatste_datum",
    "landcode",
    "landnaam",
    "met_soort",
    "namen",
    "past_in_lijst",
    "schooljaar_van",
    "tekst",
    "werkstuktitel",
]

_DATUM = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})(?: 0?0:00(?::00)?)?", re.ASCII)
_LESPERIODE = re.compile(r"\d{3,4}", re.ASCII)
_EEUW = 50
"""School years from 50 on are of the previous century: ``9900`` is 1999-2000."""
_CODE_LENGTE = 4


def _in_lijst(waarde: str) -> str:
    """Return a text that a list can hold.

    One that looks like UTF-8 was spoilt before it came here; reading the list would refuse it.
    """
    try:
        waarde.encode(CODERING)
    except UnicodeEncodeError:
        raise Onbruikbaar("een tekst met alleen tekens die Magister kent (Windows-1252)") from None
    if "\0" in waarde:
        raise Onbruikbaar("een tekst zonder het teken nul")
    if lijkt_utf8(waarde):
        raise Onbruikbaar("een tekst waarvan de letters met accenten niet zijn verminkt")
    return waarde


def _ongewijzigd(waarde: str) -> str:
    return waarde


def _terug(terug: Callable[[Any], str]) -> Callable[[Callable[[str], Any]], Any]:
    """Give a transform a way back that fits in a list, and that means the same there."""

    def keer(heen: Callable[[str], Any], waarde: Any) -> str:
        kaal = _in_lijst(terug(waarde))
        if heen(kaal) != waarde:
            raise Onbruikbaar("een waarde die in Magister hetzelfde kan betekenen")
        return kaal

    return lambda heen: omkeerbaar(heen, partial(keer, heen))


def past_in_lijst(heen: Any) -> Any:
    """Return a transform of which the way back fits in a list."""
    return omkeerbaar(heen, lambda waarde: _in_lijst(heen.terug(waarde)))


tekst = omkeerbaar(_ongewijzigd, _in_lijst)
"""Any text, as it stands."""


@_terug(datum_dmj)
def datum_nl(waarde: str) -> date:
    """Read a Dutch date such as ``17-03-2003``; a time of midnight behind it is no matter."""
    gevonden = _DATUM.fullmatch(waarde.strip())
    try:
        if gevonden is not None:
            return date(int(gevonden[3]), int(gevonden[2]), int(gevonden[1]))
    except ValueError:
        pass
    raise Onbruikbaar("een datum als DD-MM-JJJJ")


@_terug(lambda waarde: "J" if waarde else "N")
def janee_nl(waarde: str) -> bool:
    """Read ``J`` or ``N``."""
    try:
        return {"J": True, "N": False}[waarde.strip().upper()]
    except KeyError:
        raise Onbruikbaar("J of N") from None


def _jaar(kort: str) -> int:
    return int(kort) + (1900 if int(kort) >= _EEUW else 2000)


@_terug(lambda waarde: waarde[2:4] + waarde[7:])
def schooljaar_van(waarde: str) -> str:
    """Read a lesperiode such as ``2122``: 2021-2022; ``910`` has lost its zero in a spreadsheet."""
    kaal = waarde.strip()
    if not _LESPERIODE.fullmatch(kaal):
        raise Onbruikbaar("een lesperiode van vier cijfers, zoals 2122")
    kort = kaal.zfill(_CODE_LENGTE)
    begin, einde = (_jaar(deel) for deel in (kort[:2], kort[2:]))
    try:
        return schooljaar(f"{begin}/{einde}")
    except Onbruikbaar:
        raise Onbruikbaar("een lesperiode van twee opeenvolgende jaren, zoals 2122") from None


namen = past_in_lijst(woorden)
"""First names."""
landcode = met_nullen(4, "een landcode")
"""A number of the national table of countries; a spreadsheet takes zeros off."""


def landnaam(waarde: str) -> str | None:
    """Return the name of a country, of those that the table has."""
    return TABELLEN["land"].waarden.get(landcode(waarde))


_SOORTEN = frozenset({"EIND", "CE", "ESE", "SE", "RAP", "WS"})


def _soort(soort: str | None) -> str:
    return (soort or "").strip().upper()


def alleen_bij(soort: str, heen: Callable[[str], Any]) -> Callable[[str | None, str | None], Any]:
    """Return a transform of a mark and its kind, for marks of one kind only."""

    def via(waarde: str | None, van_soort: str | None) -> Any:
        return heen(waarde) if waarde and _soort(van_soort) == soort else None

    via.__name__ = f"soort_{soort}"
    return via


def met_soort(soort: str, terug: Callable[[Any], Any]) -> Callable[[Any], tuple[Any, str]]:
    """Return the way back of `alleen_bij`: a mark with its kind."""
    return lambda waarde: (terug(waarde), soort)


def eindcijfer(waarde: str | None, soort: str | None) -> Any:
    """Read a final mark, a whole number; a mark of no known kind would get lost."""
    if waarde and _soort(soort) not in _SOORTEN:
        raise Onbruikbaar(f"een cijfer met een soort: {', '.join(sorted(_SOORTEN))}")
    return geheel(waarde) if waarde and _soort(soort) == "EIND" else None


def cijfers_se(waarden: Iterable[str] | None, soort: str | None) -> list[Decimal] | None:
    """Read the marks of the school exam; only a subject of that kind may have them."""
    if not waarden:
        return None
    if _soort(soort) != "SE":
        raise Onbruikbaar("soort SE bij een vak met cijfers in 'sis_lcij'")
    return [kommagetal(waarde) for waarde in waarden]


def werkstuktitel(titel: str | None, soort: str | None) -> str | None:
    """Return the title of a piece of work; only a mark of that kind may have one."""
    if titel and _soort(soort) != "WS":
        raise Onbruikbaar("soort WS bij een vak met een werkstuk")
    return titel


def laatste_datum(dagen: Iterable[str | None] | None) -> date | None:
    """Return the last of several days."""
    return max((datum_nl(dag) for dag in dagen or () if dag), default=None)

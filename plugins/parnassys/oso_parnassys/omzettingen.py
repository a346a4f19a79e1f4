"""Transforms that only ParnasSys needs: from a text as it keeps it to a value of the standard.

Those for what an import takes over have a way back, to the form that ParnasSys writes.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from oso_adapters.mapping import (
    GEHEIM_NUMMER,
    Onbruikbaar,
    datum,
    janee,
    omkeerbaar,
    schooljaar,
    uit_tabel,
    waarde_bij,
)
from oso_parnassys.codes import TABELLEN
from oso_parnassys.records import Groepsindeling
from oso_parnassys.records_school import Adres

__all__ = [
    "inschrijfdatum",
    "is_aanmelding",
    "is_geheim",
    "is_geheim_adres",
    "landcode",
    "landnaam",
    "nummer",
    "schooljaarnaam",
    "soortcontact",
    "tijdstip",
    "uitschrijfdatum",
]

_PSEUDOGROEP = "aangemeld"
"""Group of leerlingen who have not started yet; it is no part of their schoolloopbaan."""
_ZONDAG = 6


def _laatste_zondag(jaar: int, maand: int) -> date:
    """Return the last Sunday of a month of 31 days."""
    einde = date(jaar, maand, 31)
    return einde - timedelta(days=(einde.weekday() - _ZONDAG) % 7)


def _als_tijdstip(dag: date) -> str:
    """Write a day as ParnasSys does: midnight with the offset of that day in the Netherlands."""
    zomer = _laatste_zondag(dag.year, 3) < dag <= _laatste_zondag(dag.year, 10)
    return f"{dag.isoformat()}T00:00:00+0{2 if zomer else 1}:00"


tijdstip = omkeerbaar(datum, _als_tijdstip)
"""A timestamp such as ``2009-03-17T00:00:00+01:00``; only the day counts."""
schooljaarnaam = omkeerbaar(schooljaar, lambda jaar: schooljaar(jaar).replace("-", " / "))
"""A school year such as ``2020 / 2021``."""


landcode = uit_tabel(TABELLEN["land"])
"""The code of a country in the national table of countries."""


def landnaam(code: str | None, _omschrijving: str | None) -> str:
    """Return ParnasSys' name of a country; the code says which one."""
    return landcode.terug(code or "")


soortcontact = waarde_bij(TABELLEN["soortContact"], TABELLEN["gebruikContact"])
"""The one word that ParnasSys has for what a contact is and where it is used."""


def _bekend(nummer: str) -> str:
    if nummer in GEHEIM_NUMMER.values():
        raise Onbruikbaar("het nummer is geheim, vraag het zelf na")
    return nummer


nummer = omkeerbaar(str, _bekend)
"""A telephone number or e-mail address; what stands for a secret one is never kept as a number."""


def is_geheim(adressen: Iterable[str | None] | None, *los: str | None) -> bool | None:
    """Say whether somebody's address is secret: one secret address makes all of them secret.

    Args:
        adressen: ``geheimadres`` of each address.
        los: ``geheimadres`` of the person and of the address abroad.
    """
    gevuld = [janee(tekst) for tekst in (*(adressen or ()), *los) if tekst]
    return any(gevuld) if gevuld else None


def is_geheim_adres(adres: Adres) -> bool:
    """Say whether an address may not leave the school; one of which that is unclear may not.

    For institutions and schools, of which the standard can't say that an address is secret.
    """
    return (adres.geheimadres or "false").strip().lower() != "false"


def is_aanmelding(indeling: Groepsindeling) -> bool:
    """Say whether a leerling only waits in this group: then it was never taught there."""
    naam = indeling.groep.naam if indeling.groep else None
    return naam is not None and naam.strip().lower() == _PSEUDOGROEP


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

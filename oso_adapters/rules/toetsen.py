"""Rules on the results of tests."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from oso_adapters.gegevensset.schooljaren import (
    AUGUSTUS,
    JAREN_TERUG,
    eerste_recente_dag,
    is_recent,
)
from oso_adapters.rules.regel import OOK_BB_POVO, OV, SWV, Regel, rule
from oso_adapters.rules.woorden import Functie, gevuld, of

__all__ = ["REGELS"]

_DATUM = re.compile(r"\s*(\d{4}-\d\d-\d\d)(?:Z|[+-]\d\d:\d\d)?\s*", re.ASCII)


@lru_cache(maxsize=1000)
def _dag(tekst: str | None) -> date | None:
    gevonden = _DATUM.fullmatch(tekst or "")
    if gevonden is None:
        return None
    try:
        return date.fromisoformat(gevonden[1])
    except ValueError:
        return None


def _is_recent(tekst: Callable[[str], str | None]) -> bool:
    """Say whether a test may go along; one without readable dates is left to other rules."""
    afname, dossier = _dag(tekst("afname/afnamedatum")), _dag(tekst("//metadata/datum"))
    return afname is None or dossier is None or is_recent(afname, dossier)


_BEGIN = AUGUSTUS * 100 + 1
_SCHOOLJAAR = f"floor((translate({{//metadata/datum}}, '-', '') - {_BEGIN}) div 10000)"
_EERSTE_DAG = f"({_SCHOOLJAAR} - {JAREN_TERUG}) * 10000 + {_BEGIN}"
_MOGELIJK_TE_OUD = f"not(translate({{afname/afnamedatum}}, '-', '') >= {_EERSTE_DAG})"
"""The same window in numbers, 801 for 1 August; a date of another form may be too old as well."""


def _eerste_dag(tekst: Callable[[str], str | None]) -> date:
    return eerste_recente_dag(_dag(tekst("//metadata/datum")) or date.max)


def _net_recent(tekst: Callable[[str], str | None]) -> str:
    """Return the first day on which a test may go along."""
    return _eerste_dag(tekst).isoformat()


def _als_dag(pad: str) -> str:
    return f"substring(normalize-space({{{pad}}}), 1, 10)"


def _is_dag(pad: str) -> str:
    """Write in XPath 2.0 where `_dag` can read a date."""
    return (
        f"matches({{{pad}}}, '^\\s*{'[0-9]' * 4}-[0-9][0-9]-[0-9][0-9]"
        "(Z|[+-][0-9][0-9]:[0-9][0-9])?\\s*$')"
        f" and {_als_dag(pad)} castable as xs:date and {_als_dag(pad)} ge '0001'"
    )


def _schooljaar(pad: str) -> str:
    return f"floor((number(translate({_als_dag(pad)}, '-', '')) - {_BEGIN}) div 10000)"


_RECENT = (
    f"not({_is_dag('afname/afnamedatum')} and {_is_dag('//metadata/datum')})"
    f" or {_schooljaar('afname/afnamedatum')} ge"
    f" {_schooljaar('//metadata/datum')} - {JAREN_TERUG}"
)
"""The same window exactly; what is no date is left to other rules."""


def _te_oud(tekst: Callable[[str], str | None]) -> str:
    """Return the last day on which a test was too long ago."""
    return (_eerste_dag(tekst) - timedelta(days=1)).isoformat()


REGELS: tuple[Regel, ...] = (
    *rule(
        {"OVa.TR04": OOK_BB_POVO},
        bij="toets",
        eis=Functie(
            "afname/afnamedatum",
            _is_recent,
            uitleg="De toets is afgenomen in het schooljaar waarin het dossier is gemaakt of in "
            "een van de twee schooljaren daarvoor.",
            voorbeeld=_net_recent,
            tegenvoorbeeld=_te_oud,
            fout=_MOGELIJK_TE_OUD,
            precies=_RECENT,
        ),
        over="afname/afnamedatum",
        melding="Een toets is te oud: alleen toetsen van het schooljaar van het dossier en van de "
        "twee schooljaren daarvoor mogen mee.",
        herstel="Haal deze toets uit het dossier. Staat er een verkeerde datum bij de toets, "
        "verbeter dan de datum.",
    ),
    *rule(
        {"OVa.TR05": OV, "PaO.TR01": SWV},
        bij="resultaat",
        eis=of(gevuld("toetsscore"), gevuld("referentiescore"), gevuld("document")),
        over="toetsscore",
        melding="Bij een toets staat een resultaat zonder score en zonder bijlage.",
        herstel="Vul bij de toets een score in of voeg een bijlage met het resultaat toe. Is er "
        "geen resultaat, haal de toets dan uit het dossier.",
    ),
    *rule(
        {"OVa.TR06": OV, "PaO.TR02": SWV},
        bij="toetsscore",
        eis=of(
            gevuld("aantalopgaven"),
            gevuld("aantalgoed"),
            gevuld("aantalfout"),
            gevuld("aantalgelezen"),
            gevuld("tijd"),
            gevuld("vaardigheidsscore"),
        ),
        over="aantalopgaven",
        melding="Een toetsscore is leeg: er staat geen aantal, geen tijd en geen "
        "vaardigheidsscore.",
        herstel="Vul bij de toets ten minste één van deze gegevens in: aantal opgaven, goed, fout "
        "of gelezen, de tijd of de vaardigheidsscore. Is er geen score, haal die dan uit het "
        "dossier.",
    ),
)

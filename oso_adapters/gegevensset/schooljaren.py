"""School years: from 1 August to 31 July."""

from __future__ import annotations

from datetime import date

__all__ = ["AUGUSTUS", "JAREN_TERUG", "eerste_recente_dag", "is_recent", "schooljaar_van"]

AUGUSTUS = 8
JAREN_TERUG = 2


def schooljaar_van(dag: date) -> int:
    """Return the year in which the school year of a day began."""
    return dag.year - (dag.month < AUGUSTUS)


def _eerste_schooljaar(dossier: date) -> int:
    return schooljaar_van(dossier) - JAREN_TERUG


def eerste_recente_dag(dossier: date) -> date:
    """Return the first day of which the tests still count for a dossier of some day."""
    return date(max(_eerste_schooljaar(dossier), date.min.year), AUGUSTUS, 1)


def is_recent(afname: date, dossier: date) -> bool:
    """Say whether a test counts: of the school year of the dossier or of the two before it.

    Source: afspraak 2019.1, OVa.TR04.
    """
    return schooljaar_van(afname) >= _eerste_schooljaar(dossier)

"""Sources of fields of a leerling that follow from several fields, the same in each system."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import partial

from oso_adapters.mapping.bronnen import Bron, Onbruikbaar, samen
from oso_adapters.mapping.omkeerbaar import Omkeerbaar
from oso_adapters.mapping.omzettingen import datum, datum_dmj, onderwijsnummer, woorden

__all__ = ["gbageboortedatum", "gbavoornamen", "zonder_bsn"]

_GBADATUM = re.compile(r"\d\d-\d\d-\d{4}", re.ASCII)


def zonder_bsn(nummer: str, bsn: str) -> Bron:
    """Take the onderwijsnummer of a leerling without BSN: the standard takes one of the two.

    Args:
        nummer, bsn: fields with the numbers; a received onderwijsnummer leaves that of the BSN.
    """
    return samen(nummer, bsn, via=_onderwijsnummer, terug=lambda waarde: (waarde, None))


def _onderwijsnummer(nummer: str | None, bsn: str | None) -> str | None:
    return onderwijsnummer(nummer) if nummer and not bsn else None


def gbavoornamen(
    officieel: str, eigen: str, achternaam: str, via: Omkeerbaar[str, list[str]] = woorden
) -> Bron:
    """Take the first names that the municipality has; none without an official surname.

    Args:
        officieel, eigen: fields with the official first names, and those to use without.
        achternaam: field with the official surname.
        via: takes the names apart.
    """
    return samen(
        officieel,
        eigen,
        achternaam,
        via=partial(_gbavoornamen, via),
        terug=lambda namen: (via.terug(namen), None, None),
    )


def _gbavoornamen(
    via: Callable[[str], list[str]],
    officieel: str | None,
    eigen: str | None,
    achternaam: str | None,
) -> list[str] | None:
    return via(officieel or eigen or "") if achternaam else None


def gbageboortedatum(
    officieel: str, eigen: str, achternaam: str, via: Callable[[str], date] = datum
) -> Bron:
    """Take the birth date that the municipality has; none without an official surname.

    Args:
        officieel: field with that date as ``DD-MM-JJJJ``; it may be known in part only.
        eigen: field with the date to use without.
        achternaam: field with the official surname.
        via: reads the date in ``eigen``.
    """
    return samen(
        officieel,
        eigen,
        achternaam,
        via=partial(_gbageboortedatum, via),
        terug=lambda dag: (dag, None, None),
    )


def _gbageboortedatum(
    via: Callable[[str], date],
    officieel: str | None,
    eigen: str | None,
    achternaam: str | None,
) -> str | None:
    if not achternaam or not (officieel or eigen):
        return None
    if officieel and not _GBADATUM.fullmatch(officieel.strip()):
        raise Onbruikbaar("een datum als DD-MM-JJJJ")
    return officieel.strip() if officieel else datum_dmj(via(eigen or ""))

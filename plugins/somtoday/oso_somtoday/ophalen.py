"""Leerlingen as Somtoday itself gives them: what is asked, and what a school does not share."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from oso_adapters.errors import ConfigurationError
from oso_adapters.mapping import Bronrecord, bezwaar
from oso_adapters.melding import Ernst, Melding, Wie
from oso_somtoday.instellingen import Instellingen
from oso_somtoday.verbinding import NietGedeeldError, Verbinding
from oso_somtoday.verwijzingen import (
    GEEN_EIGEN_UUID,
    School,
    maak_bronrecord,
    read_vestigingen,
    uuid_van,
)

__all__ = ["read_somtoday", "read_verbinding"]

_ANTWOORDEN = {
    "voortgangsdossier": "voortgangsdossiers",
    "examendossier": "examendossiers",
    "oso": "osoleerlingen",
}
"""The list in each answer on one leerling."""


def read_somtoday(instellingen: Instellingen) -> Iterator[Bronrecord]:
    """Yield the leerlingen of a school; it is asked only when the first one is."""
    return read_verbinding(Verbinding(instellingen))


def read_verbinding(verbinding: Verbinding) -> Iterator[Bronrecord]:
    """Yield the leerlingen that Somtoday gives, one by one.

    Raises:
        ConfigurationError: Somtoday can't be reached, or answers with something else.
    """
    with verbinding:
        school = _school(verbinding)
        gezien: set[str] = set()
        for vestiging in verbinding.instellingen.vestigingen:
            if vestiging not in school.vestigingen:
                raise ConfigurationError(
                    "Somtoday does not share one of the vestigingen with this client; check the"
                    " UUIDs, or have the school share it"
                )
            for nr, leerling in enumerate(verbinding.leerlingen(vestiging), start=1):
                yield _van_somtoday(verbinding, vestiging, leerling, school, nr, gezien)


def _school(verbinding: Verbinding) -> School:
    antwoord = dict(verbinding.vestigingen())
    extra: list[Any] = []
    for vestiging in verbinding.instellingen.vestigingen:
        try:
            extra += _lijst(verbinding.oso_vestiging(vestiging), "osovestigingen")
        except NietGedeeldError:
            continue
    return read_vestigingen({**antwoord, "osovestigingen": extra})


def _van_somtoday(
    verbinding: Verbinding,
    vestiging: str,
    leerling: Any,
    school: School,
    nr: int,
    gezien: set[str],
) -> Bronrecord:
    uuid = uuid_van(leerling)
    if uuid is None:
        return Bronrecord(f"#{nr}", None, (GEEN_EIGEN_UUID,))
    antwoord: dict[str, Any] = {"leerlingen": [leerling]}
    meldingen: list[Melding] = []
    verzorgers = [u for v in _lijst(leerling, "verzorgers") if (u := uuid_van(v))]
    if verzorgers:
        vraag = partial(verbinding.verzorgers, vestiging, verzorgers)
        antwoord["ouderVerzorgers"] = _gedeeld(vraag, "ouderVerzorgers", meldingen)
    for wat, lijst in _ANTWOORDEN.items():
        vraag = partial(verbinding.over_leerling, vestiging, uuid, wat)
        antwoord[lijst] = _gedeeld(vraag, lijst, meldingen)
    return maak_bronrecord(antwoord, school, nr, gezien, vestiging=vestiging, meldingen=meldingen)


def _gedeeld(vraag: Callable[[], Mapping[str, Any]], lijst: str, meldingen: list[Melding]) -> Any:
    """Return the list in an answer; none, with a finding, when the school does not share it.

    What is no list is found when the answers are put together.
    """
    try:
        return vraag().get(lijst, [])
    except NietGedeeldError:
        meldingen.append(
            bezwaar(
                lijst,
                f"Somtoday deelt '{lijst}' van deze leerling niet met deze koppeling.",
                "Zet in Somtoday deze gegevens open voor de koppeling, als zij mee moeten.",
                wie=Wie.SCHOOL,
                ernst=Ernst.WAARSCHUWING,
            )
        )
        return []


def _lijst(deel: Mapping[str, Any], naam: str) -> list[Any]:
    waarde = deel.get(naam)
    return waarde if isinstance(waarde, list) else []

"""The lists of the school itself: what rows of a leerling point to with a key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

import attrs

from oso_adapters.mapping import bezwaar
from oso_adapters.melding import Melding
from oso_magister.lijsten import BASISLIJSTEN, LOKATIELIJSTEN
from oso_magister.records_school import Blok
from oso_magister.regels import OnleesbaarError, Rij, meld_vreemd
from oso_magister.velden import Soort, delen, sleutelveld

__all__ = ["Basis", "Gevonden"]


@attrs.frozen(repr=False)
class Gevonden:
    """A record that a key points to, with what is wrong with it."""

    record: Any
    meldingen: tuple[Melding, ...] = ()


def _per_sleutel(rijen: Iterable[Rij], sleutel: str) -> dict[str, list[Rij]]:
    per_sleutel: dict[str, list[Rij]] = {}
    for rij in rijen:
        per_sleutel.setdefault(rij.cellen.get(sleutel, ""), []).append(rij)
    return per_sleutel


class Basis:
    """The lists of the school by name, as they were read.

    Attributes:
        rijen: rows by list.
        vreemd: a warning for every filled column that a list should not have.

    Raises:
        OnleesbaarError: a row has too many or too few cells, or is of a location that is not there.
    """

    def __init__(self, rijen: Mapping[str, list[Rij]]) -> None:
        for naam, eigen in rijen.items():
            scheef = next((rij.regel for rij in eigen if rij.verschil), None)
            if scheef is not None:
                raise OnleesbaarError(f"{naam}: line {scheef} has too many or too few cells")
        self.rijen = rijen
        self.vreemd = [
            m for naam, eigen in rijen.items() for r in eigen for m in meld_vreemd(naam, r)
        ]
        self._gemaakt: dict[tuple[type, str], Gevonden] = {}
        for naam, lijst in LOKATIELIJSTEN.items():
            los = set(self._tabellen[naam]) - set(self._tabellen[BASISLIJSTEN[Blok].naam])
            if los:
                regel = self._tabellen[naam][los.pop()][0].regel
                raise OnleesbaarError(f"{naam}: {lijst.koppeling[-1]} of line {regel} is not there")

    def __eq__(self, ander: object) -> bool:
        return isinstance(ander, Basis) and self._inhoud() == ander._inhoud()

    __hash__ = None  # type: ignore[assignment]

    def _inhoud(self) -> Mapping[str, list[Mapping[str, str]]]:
        return {naam: [rij.cellen for rij in rijen] for naam, rijen in self.rijen.items()}

    @cached_property
    def _tabellen(self) -> Mapping[str, Mapping[str, list[Rij]]]:
        sleutels = {lijst.naam: str(sleutelveld(cls)) for cls, lijst in BASISLIJSTEN.items()}
        sleutels |= {naam: lijst.koppeling[-1] for naam, lijst in LOKATIELIJSTEN.items()}
        return {
            naam: _per_sleutel(self.rijen.get(naam, ()), sleutel)
            for naam, sleutel in sleutels.items()
        }

    def zoek(self, cls: type, sleutel: str, veld: str) -> Gevonden:
        """Return the record with a key; of one that is not there, a record with that key only.

        Args:
            veld: column that holds the key, for findings.
        """
        naam = BASISLIJSTEN[cls].naam
        rijen = self._tabellen[naam].get(sleutel, [])
        if len(rijen) == 1:
            if (cls, sleutel) not in self._gemaakt:
                self._gemaakt[cls, sleutel] = self._maak(cls, rijen[0])
            return self._gemaakt[cls, sleutel]
        hoe = "meer dan eens voorkomt" if rijen else "niet bestaat"
        melding = bezwaar(
            veld,
            f"'{veld}' verwijst naar een sleutel die in '{naam}' {hoe}.",
            f"De leverancier moet zorgen dat elke sleutel in '{naam}' precies één keer voorkomt.",
        )
        return Gevonden(cls(**{str(sleutelveld(cls)): sleutel}), (melding,))

    def _maak(self, cls: type, rij: Rij) -> Gevonden:
        naam = BASISLIJSTEN[cls].naam
        waarden: dict[str, Any] = {}
        meldingen = meld_vreemd(naam, rij)
        for deel in delen(cls):
            cel = rij.cellen.get(deel.naam)
            if deel.soort is Soort.BASIS and deel.cls and cel:
                verder = self.zoek(deel.cls, cel, f"{naam}.{deel.naam}")
                waarden[deel.naam] = verder.record
                meldingen += verder.meldingen
            elif deel.soort is Soort.RIJEN and deel.cls:
                eigen = self._tabellen[deel.naam].get(rij.cellen.get(str(sleutelveld(cls)), ""), [])
                waarden[deel.naam] = [_kaal(deel.cls, van) for van in eigen]
                meldingen += [m for van in eigen for m in meld_vreemd(deel.naam, van)]
            else:
                waarden[deel.naam] = cel
        return Gevonden(cls(**waarden), tuple(meldingen))


def _kaal(cls: type, rij: Rij) -> Any:
    return cls(**{deel.naam: rij.cellen.get(deel.naam) for deel in delen(cls)})

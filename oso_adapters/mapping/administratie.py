"""The records that a school has already, and who each of them is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from typing import Any, Protocol

import attrs

from oso_adapters.gegevensset import Dossier, Leerling
from oso_adapters.mapping.bronnen import Afbeelding, Blok, Bron, Onbruikbaar, Samen, paden_van
from oso_adapters.mapping.omzettingen import bsn, onderwijsnummer
from oso_adapters.mapping.records import Bronrecord
from oso_adapters.mapping.vullen import apply_afbeelding, volg

__all__ = [
    "Administratie",
    "Inlezer",
    "Pgn",
    "lees_koppelsleutel",
    "nummers_van",
    "pgn_van",
    "wie_is",
]

_KOPPELSLEUTEL = re.compile(r"[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}", re.ASCII)
_HERKENNING = ("bsn", "onderwijsnummer", "achternaam", "geboortedatum")


class Inlezer(Protocol):
    """What must be known of a system that takes dossiers in."""

    @property
    def profielen(self) -> frozenset[str]:
        """Kinds of transfer that it takes."""

    @property
    def versies(self) -> frozenset[str]:
        """Versions of the Gegevensset that it takes."""

    @property
    def dossier(self) -> Afbeelding:
        """Where the fields of a dossier go."""

    @property
    def koppelsleutel(self) -> str:
        """Path in the record of the koppelsleutel; empty when it keeps none."""

    def definitief(self, record: Any, /) -> bool:
        """Say whether a record is final."""


@attrs.frozen
class Pgn:
    """A persoonsgebonden nummer of nine digits.

    Attributes:
        soort: ``bsn`` or ``onderwijsnummer``.
        hersteld: the zero in front was gone.
    """

    nummer: str = attrs.field(repr=False)
    soort: str
    hersteld: bool


def pgn_van(leerling: Leerling) -> Pgn | None:
    """Return the number of a leerling; None when there is none.

    Raises:
        Onbruikbaar: there is one, but it does not meet the elfproef.
    """
    if leerling.bsn:
        return Pgn(bsn(leerling.bsn), "bsn", bsn(leerling.bsn) != leerling.bsn)
    tekst = leerling.onderwijsnummer
    if tekst:
        return Pgn(onderwijsnummer(tekst), "onderwijsnummer", onderwijsnummer(tekst) != tekst)
    return None


def nummers_van(leerling: Leerling) -> list[str]:
    """Return every number by which a leerling can be found; what is none finds nobody."""
    nummers = []
    for lees, tekst in ((bsn, leerling.bsn), (onderwijsnummer, leerling.onderwijsnummer)):
        with suppress(Onbruikbaar):
            nummers += [lees(tekst)] if tekst else []
    return nummers


def lees_koppelsleutel(tekst: str) -> str | None:
    """Return a koppelsleutel as the notification gives it, in upper case; None for another text."""
    gelezen = tekst.strip().upper()
    return gelezen if _KOPPELSLEUTEL.fullmatch(gelezen) else None


def wie_is(afb: Afbeelding) -> Afbeelding | None:
    """Return of an Afbeelding only what tells who a leerling is; None when it keeps no number."""
    school = afb.inkomend.get("huidigeschool")
    binnen = school.afbeelding.inkomend.get("leerling") if isinstance(school, Blok) else None
    if not isinstance(school, Blok) or not isinstance(binnen, Blok):
        return None
    velden = binnen.afbeelding.inkomend
    bronnen = {naam: velden[naam] for naam in _HERKENNING if naam in velden}
    if "bsn" in bronnen and "onderwijsnummer" in bronnen:
        bronnen["onderwijsnummer"] = _ook_met(bronnen["bsn"], bronnen["onderwijsnummer"])
    leerling = attrs.evolve(binnen.afbeelding, bronnen=bronnen)
    huidigeschool = attrs.evolve(
        school.afbeelding, bronnen={"leerling": attrs.evolve(binnen, afbeelding=leerling)}
    )
    return attrs.evolve(
        afb, bronnen={"huidigeschool": attrs.evolve(school, afbeelding=huidigeschool)}
    )


def _ook_met(bsn_bron: Bron, bron: Bron) -> Bron:
    """Return the source of an onderwijsnummer that a leerling with a BSN keeps as well."""
    if not isinstance(bron, Samen):
        return bron
    weg = [pad in paden_van(bsn_bron) for pad in bron.paden]
    via = bron.via

    def zonder_bsn(*waarden: Any) -> Any:
        return via(*(None if niet else w for niet, w in zip(weg, waarden, strict=True)))

    return attrs.evolve(bron, via=zonder_bsn)


class Administratie:
    """The records of a school, found by PGN or koppelsleutel.

    Attributes:
        records: all of them, in order; what is taken over is changed here, never in place.
    """

    def __init__(self, inlezer: Inlezer, records: Iterable[Bronrecord] = ()) -> None:
        self._wie = wie_is(inlezer.dossier)
        self._koppelsleutel = inlezer.koppelsleutel
        self.records: list[Bronrecord] = []
        self._per_sleutel: dict[str, list[int]] = {}
        self._per_persoon: dict[tuple[str, date], list[int]] = {}
        for record in records:
            self.zet(None, record)

    def zet(self, nummer: int | None, record: Bronrecord) -> None:
        """Put a record in the place of another; None puts it behind the others."""
        if nummer is None:
            self.records.append(record)
            nummer = len(self.records) - 1
        else:
            self._vergeet(nummer)
            self.records[nummer] = record
        for sleutel in self._sleutels(record.record):
            self._per_sleutel.setdefault(sleutel, []).append(nummer)
        persoon = self._persoon(record.record)
        if persoon:
            self._per_persoon.setdefault(persoon, []).append(nummer)

    def vind(self, *sleutels: str) -> list[int]:
        """Return which records have one of these PGNs or koppelsleutels."""
        return sorted({nr for sleutel in sleutels for nr in self._per_sleutel.get(sleutel, ())})

    def kent(self, record: Any) -> bool:
        """Say whether there is a record already with a number or koppelsleutel of this one."""
        return bool(self.vind(*self._sleutels(record)))

    def lijkt(self, leerling: Leerling) -> bool:
        """Say whether there is a leerling of the same surname and day of birth."""
        persoon = _naam_en_dag(leerling)
        return persoon is not None and bool(self._per_persoon.get(persoon))

    def _vergeet(self, nummer: int) -> None:
        oud = self.records[nummer].record
        for sleutel in self._sleutels(oud):
            self._per_sleutel[sleutel].remove(nummer)
        persoon = self._persoon(oud)
        if persoon:
            self._per_persoon[persoon].remove(nummer)

    def _leerling(self, record: Any) -> Leerling | None:
        if self._wie is None:
            return None
        dossier: Dossier | None = apply_afbeelding(self._wie, record, "/dossier[1]").blok
        return dossier.huidigeschool.leerling if dossier and dossier.huidigeschool else None

    def _sleutels(self, record: Any) -> list[str]:
        leerling = self._leerling(record)
        sleutels = nummers_van(leerling) if leerling else []
        if self._koppelsleutel:
            koppelsleutel = volg(record, self._koppelsleutel)
            sleutels += [str(koppelsleutel).strip().upper()] if koppelsleutel else []
        return sleutels

    def _persoon(self, record: Any) -> tuple[str, date] | None:
        leerling = self._leerling(record)
        return _naam_en_dag(leerling) if leerling else None


def _naam_en_dag(leerling: Leerling) -> tuple[str, date] | None:
    naam, dag = leerling.achternaam, leerling.geboortedatum
    return (naam.casefold(), dag) if naam and isinstance(dag, date) else None

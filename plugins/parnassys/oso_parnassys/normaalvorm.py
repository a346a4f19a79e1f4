"""Takes a leerling apart into rows that point to each other by id: the way back of verwijzingen."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

import attrs

from oso_adapters.mapping import Bronrecord
from oso_parnassys.records import Huisarts, Leerling, Verzorger
from oso_parnassys.records_school import Document
from oso_parnassys.tabel import Lezing, Tabel
from oso_parnassys.telefoons import remove_telefoons
from oso_parnassys.verwijzingen import TABELNAMEN

__all__ = ["Bestanden", "normalise"]

_Rij = dict[str, Any]
_NUMMER = re.compile(r"\d{1,18}", re.ASCII)
_EEN_OF_MEER = "leerlingAdres"
"""The public service has one id here; more of them are a list."""


class Bestanden(Protocol):
    """The files of the school."""

    def save(self, naam: str, inhoud: bytes) -> str:
        """Keep a file; return its place in the folder ``bijlagen``."""

    def move(self, oud: str) -> str:
        """Keep a file that was there already; return its new place."""


@attrs.define(repr=False)
class _Rijen:
    """The rows of one table that are written, by id; and the id of each content."""

    per_id: dict[str, str] = attrs.field(factory=dict)
    per_inhoud: dict[str, str] = attrs.field(factory=dict)
    hoogste: int = 0

    def reserve(self, ids: Iterable[str]) -> None:
        """Keep ids of rows that are there already from being given to new ones."""
        nummers = [int(sleutel) for sleutel in ids if _NUMMER.fullmatch(sleutel)]
        self.hoogste = max([self.hoogste, *nummers])

    def add(self, sleutel: str | None, inhoud: str, *, gedeeld: bool) -> str:
        """Return the id of the row with this content, its own if that can be; or make one.

        Args:
            gedeeld: any row with this content will do.
        """
        if not sleutel or self.per_id.get(sleutel, inhoud) != inhoud:
            sleutel = self.per_inhoud.get(inhoud) if gedeeld else None
        sleutel = sleutel or self.new_id()
        self.per_id[sleutel] = inhoud
        self.per_inhoud.setdefault(inhoud, sleutel)
        return sleutel

    def new_id(self) -> str:
        """Return an id that no row has."""
        self.hoogste += 1
        return self.new_id() if str(self.hoogste) in self.per_id else str(self.hoogste)


class _Normaalvorm:
    """Rows by table; what many leerlingen point to stands there once."""

    def __init__(self, bestaand: Mapping[type, Tabel], bestanden: Bestanden) -> None:
        self._bestaand = bestaand
        self._bestanden = bestanden
        self._veranderd = False
        self._rijen = {cls: _Rijen() for cls in TABELNAMEN}
        for cls, tabel in bestaand.items():
            self._rijen[cls].reserve(tabel)

    def tables(self) -> dict[str, dict[str, list[_Rij]]]:
        """Return all rows by the names of their table, also those that no leerling points to."""
        return {
            naam: {rij: [*self._eigen(cls), *self._overige(cls)]}
            for cls, (naam, rij) in TABELNAMEN.items()
        }

    def _eigen(self, cls: type) -> Iterator[_Rij]:
        for sleutel, inhoud in self._rijen[cls].per_id.items():
            yield {"id": sleutel, **json.loads(inhoud)}

    def _overige(self, cls: type) -> Iterator[_Rij]:
        tabel = self._bestaand.get(cls)
        for rij in tabel.rows(but=self._rijen[cls].per_id) if tabel else ():
            bestand = rij.get("bestand")
            if cls is Document and bestand is not None:
                rij["bestand"] = self._bestanden.move(bestand)
            yield rij

    def row(self, leerling: Leerling, *, veranderd: bool) -> _Rij:
        """Return the row of a leerling.

        Args:
            veranderd: what has no id gets one; otherwise it stays where it was.
        """
        self._veranderd = veranderd
        return self._velden(leerling)

    def _velden(self, record: Any) -> _Rij:
        kaal = remove_telefoons(record)
        velden = {
            veld.name: self._waarde(waarde)
            for veld in attrs.fields(type(kaal))
            if (waarde := getattr(kaal, veld.name)) not in (None, [])
        }
        if isinstance(record, Document) and record.bestand is not None:
            velden["bestand"] = self._bestanden.save(record.bestandsnaam or "", record.bestand)
        if len(velden.get(_EEN_OF_MEER, ())) == 1:
            (velden[_EEN_OF_MEER],) = velden[_EEN_OF_MEER]
        return velden

    def _waarde(self, waarde: Any) -> Any:
        if isinstance(waarde, str):
            return waarde
        if isinstance(waarde, list):
            return [self._waarde(deel) for deel in waarde]
        if type(waarde) in TABELNAMEN and (waarde.id or self._veranderd):
            return self._verwijs(waarde)
        return self._velden(waarde) if attrs.has(type(waarde)) else waarde

    def _verwijs(self, record: Any) -> str:
        velden = self._velden(record)
        velden.pop("id", None)
        return self._rijen[type(record)].add(
            record.id, json.dumps(velden), gedeeld=_is_gedeeld(record)
        )


def _is_gedeeld(record: Any) -> bool:
    """Say whether a new row may be one that is there: not of people of whom little is known."""
    if isinstance(record, Verzorger | Huisarts):
        return bool(record.adressen or record.contactgegevens)
    return not isinstance(record, Document)


def normalise(records: Sequence[Bronrecord], bestanden: Bestanden) -> dict[str, Any]:
    """Return an answer with these leerlingen and all that they point to.

    A row that changed for one leerling stays as it was for the others: what changed becomes a row
    of its own. So leerlingen who did not change come first, and keep the ids.
    """
    lezing = next((bron.record.lezing for bron in records if bron.record.lezing), None)
    vorm = _Normaalvorm(lezing.tabellen if lezing else {}, bestanden)
    ids = _Rijen()
    ids.reserve(filter(None, map(_id, records)))
    rijen: dict[int, _Rij] = {}
    volgorde = sorted((_is_veranderd(bron), nr) for nr, bron in enumerate(records))
    for veranderd, nr in volgorde:
        sleutel = _id(records[nr]) or ids.new_id()
        leerling = attrs.evolve(records[nr].record.leerling, id=sleutel)
        rijen[nr] = vorm.row(leerling, veranderd=veranderd)
    leerlingen = {"leerling": [rijen[nr] for nr in range(len(records))]}
    return {**vorm.tables(), "leerlingen": leerlingen}


def _id(bron: Bronrecord) -> str:
    return bron.record.leerling.id or bron.sleutel


def _is_veranderd(bron: Bronrecord) -> bool:
    lezing: Lezing | None = bron.record.lezing
    return lezing is None or lezing.leerling is not bron.record.leerling

"""From records to the parts of a file again: each thing once, with a key where it is pointed to."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, count
from typing import Any

import attrs

from oso_esis.records import Leerling, Leerlinggegevens
from oso_esis.records_school import School
from oso_esis.toetsafnames import als_resultaten
from oso_esis.verwijzingen import TABELNAMEN
from oso_esis.xmlvorm import delen_van, schrijf_deel

__all__ = ["NAMESPACE", "geef_sleutels", "schrijf_bestand"]

NAMESPACE = "http://www.edustandaard.nl/leerresultaten/2/leerlinggegevens"
_WORTEL = "leerlinggegevens"
_LEERLINGEN = "leerlingen"
_GROEPEN = "groepen"
_LIJSTEN = tuple(
    dict.fromkeys(
        (_GROEPEN, _LEERLINGEN, *(naam.partition("/")[0] for naam in TABELNAMEN.values()))
    )
)
"""The lists of a file: those of UWLR in its order, then the others."""
_LANGSTE_NUMMER = 18


@attrs.define(repr=False)
class _Tabel:
    """What is pointed to, of one class.

    Attributes:
        rijen: fields of each row by its key.
        sleutels: key by content, with and without the key that a record came with.
    """

    naam: str
    rijen: dict[str, dict[str, Any]] = attrs.field(factory=dict)
    sleutels: dict[tuple[str | None, str], str] = attrs.field(factory=dict)

    def sleutel_van(self, gegevens: dict[str, Any]) -> str:
        """Return the key of what has this content; a key that is taken is not given again."""
        eigen = gegevens.pop("key", None)
        inhoud = json.dumps(gegevens, sort_keys=True)
        bekend = self.sleutels.get((eigen, inhoud)) or self.sleutels.get((None, inhoud))
        if bekend is not None and (eigen is None or (eigen, inhoud) in self.sleutels):
            return bekend
        sleutel = eigen if eigen and eigen not in self.rijen else self._nieuw()
        self.rijen[sleutel] = {"key": sleutel, **gegevens}
        self.sleutels[eigen, inhoud] = sleutel
        self.sleutels.setdefault((None, inhoud), sleutel)
        return sleutel

    def _nieuw(self) -> str:
        return next(
            sleutel for nr in count(1) if (sleutel := f"{self.naam}-{nr}") not in self.rijen
        )


@attrs.define(repr=False)
class _Bestand:
    tabellen: dict[type, _Tabel] = attrs.field(
        factory=lambda: {cls: _Tabel(naam.split("/")[1]) for cls, naam in TABELNAMEN.items()}
    )

    def gegevens(self, record: Any) -> dict[str, Any]:
        """Return the fields of a record, with a key for what has a table."""
        cls: type = type(record)
        delen = delen_van(cls)
        gevuld = {
            veld.name: self._waarde(getattr(record, veld.name), veld.name in delen)
            for veld in attrs.fields(cls)
        }
        return {naam: waarde for naam, waarde in gevuld.items() if waarde not in (None, "", [])}

    def _waarde(self, waarde: Any, is_record: bool) -> Any:  # noqa: FBT001 - of one field
        if not is_record or waarde is None:
            return waarde
        return [self._deel(d) for d in waarde] if isinstance(waarde, list) else self._deel(waarde)

    def _deel(self, record: Any) -> dict[str, Any]:
        if type(record) in self.tabellen:
            return {"key": self.verwijs(record)}
        return self.gegevens(record)

    def verwijs(self, record: Any) -> str:
        """Return the key that points to a record."""
        return self.tabellen[type(record)].sleutel_van(self.gegevens(record))

    def verzamel(self, kop: Leerlinggegevens, records: Sequence[Leerlinggegevens]) -> None:
        """Give everything that is pointed to its key, before anything is written."""
        naast = (kop.groepen, kop.samengestelde_groepen, kop.leerkrachten, kop.vestigingen)
        for ding in chain.from_iterable(naast):
            self.verwijs(ding)
        for record in records:
            self.gegevens(record.leerling)

    def rijen(self, lijst: str) -> Iterator[str]:
        """Yield the lines of the rows in a list."""
        for cls, tabel in self.tabellen.items():
            if TABELNAMEN[cls].startswith(f"{lijst}/"):
                for rij in tabel.rijen.values():
                    yield from schrijf_deel(tabel.naam, rij, cls, 2)

    def leerling(self, leerling: Leerling) -> dict[str, Any]:
        """Return the fields of a leerling as a file has them."""
        gevuld = self.gegevens(leerling)
        if "toetsafnames" in gevuld:
            eigen = leerling.key or ""
            gevuld["toetsafnames"] = [als_resultaten(t, eigen) for t in gevuld["toetsafnames"]]
        return gevuld


def geef_sleutels(records: Iterable[tuple[str, Leerlinggegevens]]) -> list[Leerlinggegevens]:
    """Return records of which each leerling has a key; a new one gets the next number.

    Args:
        records: each with the key that it has, empty for a new one.
    """
    alle = list(records)
    volgende = count(max((_nummer(sleutel) for sleutel, _ in alle), default=0) + 1)
    return [
        record
        if sleutel
        else attrs.evolve(record, leerling=attrs.evolve(record.leerling, key=str(next(volgende))))
        for sleutel, record in alle
    ]


def _nummer(sleutel: str) -> int:
    """Return a key as a number; one that is no number counts as nothing."""
    telt = sleutel.isascii() and sleutel.isdecimal() and len(sleutel) <= _LANGSTE_NUMMER
    return int(sleutel) if telt else 0


def schrijf_bestand(records: Sequence[Leerlinggegevens]) -> Iterator[str]:
    """Yield the text of a file with these leerlingen, in pieces."""
    kop = next((record for record in records if record.school is not None), Leerlinggegevens())
    bestand = _Bestand()
    bestand.verzamel(kop, records)
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<{_WORTEL} xmlns="{NAMESPACE}">\n'
    yield from schrijf_deel("school", bestand.gegevens(kop.school or School()), School, 1)
    for lijst in _LIJSTEN:
        yield f"  <{lijst}>\n"
        yield from bestand.rijen(lijst)
        if lijst == _LEERLINGEN:
            for record in records:
                yield from schrijf_deel("leerling", bestand.leerling(record.leerling), Leerling, 2)
        yield f"  </{lijst}>\n"
    yield f"</{_WORTEL}>\n"

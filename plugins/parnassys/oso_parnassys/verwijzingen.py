"""Puts what an id points to in its place: from the tables of an answer to one whole leerling.

Which field is a reference follows from the records: it is one that holds a record with a table.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, get_args, get_origin, get_type_hints

import attrs

from oso_adapters.mapping import Onbruikbaar, bezwaar, read_record
from oso_adapters.melding import Melding, Wie
from oso_parnassys.records import (
    Huisarts,
    Inschrijvingtype,
    Leerling,
    Overstapdossier,
    Verzorger,
)
from oso_parnassys.records_resultaten import Toets
from oso_parnassys.records_school import (
    Adres,
    Document,
    Groep,
    Instelling,
    Medewerker,
    School,
    Schooljaar,
)
from oso_parnassys.tabel import Tabel
from oso_parnassys.telefoons import add_telefoons

__all__ = ["TABELNAMEN", "maak_dossier"]

TABELNAMEN: Mapping[type, tuple[str, str]] = MappingProxyType(
    {
        Adres: ("adressen", "adres"),
        Groep: ("groepen", "groep"),
        Schooljaar: ("schooljaren", "schooljaar"),
        Inschrijvingtype: ("inschrijvingtypes", "inschrijvingtype"),
        School: ("scholen", "school"),
        Instelling: ("instellingen", "instelling"),
        Medewerker: ("medewerkers", "medewerker"),
        Verzorger: ("verzorgers", "verzorger"),
        Huisarts: ("huisartsen", "huisarts"),
        Toets: ("toetsen", "toets"),
        Document: ("documenten", "document"),
    }
)
"""Where the records of each class stand in an answer."""

_WOONADRES = "Woonadres"


@cache
def _delen(cls: type) -> Mapping[str, tuple[type, bool]]:
    """Return the fields of a class that hold records: their class, and whether it is a list."""
    gevonden = {}
    for naam, hint in get_type_hints(cls).items():
        lijst = get_origin(hint) is list
        soorten = [deel for deel in (hint, *get_args(hint)) if isinstance(deel, type)]
        deel = next((soort for soort in soorten if attrs.has(soort)), None)
        if deel is not None:
            gevonden[naam] = (deel, lijst)
    return gevonden


@attrs.define(repr=False)
class _Oplosser:
    tabellen: Mapping[type, Tabel]
    lees_bestand: Callable[[str], bytes]
    meldingen: list[Melding] = attrs.field(factory=list)

    def record(self, cls: type, gegevens: Mapping[str, Any], pad: str) -> dict[str, Any]:
        """Return the fields of a record with every reference in them resolved."""
        delen = _delen(cls)
        opgelost = {
            naam: self._deel(delen[naam], waarde, f"{pad}.{naam}") if naam in delen else waarde
            for naam, waarde in gegevens.items()
        }
        if cls is Adres:
            opgelost["soort"] = opgelost.get("soort") or _WOONADRES
        if cls is Document and gegevens.get("bestand") is not None:
            opgelost["bestand"] = self._inhoud(gegevens["bestand"], f"{pad}.bestand")
        if "contactgegevens" in delen:
            add_telefoons(cls, opgelost)
        return opgelost

    def _deel(self, deel: tuple[type, bool], waarde: Any, pad: str) -> Any:
        cls, lijst = deel
        if lijst and cls in TABELNAMEN and isinstance(waarde, str):
            waarde = [waarde]
        if isinstance(waarde, list):
            opgelost = [self._een(cls, een, pad) for een in waarde]
            return [een for een in opgelost if een is not None]
        return self._een(cls, waarde, pad)

    def _een(self, cls: type, waarde: Any, pad: str) -> Any:
        if isinstance(waarde, str) and cls in TABELNAMEN:
            waarde = self._zoek(cls, waarde, pad) if waarde else None
        if not isinstance(waarde, Mapping):
            return self._geen_record(cls, waarde, pad)
        opgelost = self.record(cls, waarde, pad)
        return None if cls is Document and _is_kwijt(waarde, opgelost) else opgelost

    def _geen_record(self, cls: type, waarde: Any, pad: str) -> Any:
        if waarde is None or cls not in TABELNAMEN:
            return waarde
        self.meldingen.append(
            bezwaar(
                pad,
                f"In het veld '{pad}' staat geen verwijzing; verwacht: een id als tekst.",
                "De leverancier moet de uitvoer van dit veld herstellen.",
            )
        )
        return None

    def _zoek(self, cls: type, sleutel: str, pad: str) -> Mapping[str, Any] | None:
        tabel = self.tabellen[cls]
        naam = ".".join(TABELNAMEN[cls])
        if (rij := tabel.rij(sleutel)) is not None:
            return rij
        hoe = "meer dan eens voorkomt" if sleutel in tabel.dubbel else "niet bestaat"
        self.meldingen.append(
            bezwaar(
                pad,
                f"Het veld '{pad}' verwijst naar een id dat in '{naam}' {hoe}.",
                f"De leverancier moet zorgen dat elk id in '{naam}' precies één keer voorkomt.",
            )
        )
        return None

    def _inhoud(self, bestand: Any, pad: str) -> bytes | None:
        verwacht = "een tekst"
        if isinstance(bestand, str):
            try:
                return self.lees_bestand(bestand)
            except Onbruikbaar as fout:
                verwacht = str(fout)
        self.meldingen.append(
            bezwaar(
                pad,
                f"De bijlage in het veld '{pad}' is niet te lezen; verwacht: {verwacht}.",
                "Zet het bestand in de map 'bijlagen', of haal de bijlage bij de leerling weg.",
                wie=Wie.SCHOOL,
            )
        )
        return None


def _is_kwijt(document: Mapping[str, Any], opgelost: Mapping[str, Any]) -> bool:
    """Say whether the file of a document could not be read; the document is then left out."""
    return document.get("bestand") is not None and opgelost.get("bestand") is None


def _maak_af(leerling: Leerling) -> Leerling:
    """Fill in what the public service leaves to who reads it: the school of a groepsindeling."""
    if leerling.groepsindelingen is None:
        return leerling
    gevolgd = [
        attrs.evolve(indeling, school=indeling.school or leerling.school)
        for indeling in leerling.groepsindelingen.groepsindeling
    ]
    return attrs.evolve(
        leerling,
        groepsindelingen=attrs.evolve(leerling.groepsindelingen, groepsindeling=gevolgd),
    )


def maak_dossier(
    gegevens: Mapping[str, Any],
    tabellen: Mapping[type, Tabel],
    lees_bestand: Callable[[str], bytes],
) -> tuple[Overstapdossier, list[Melding]]:
    """Make one leerling of an answer into a typed record with all that it points to.

    Args:
        gegevens: the leerling as it stands in the answer.
        tabellen: what it can point to, by class of the record.
        lees_bestand: reads a file of the folder ``bijlagen``; raises `Onbruikbaar`.
    """
    oplosser = _Oplosser(tabellen, lees_bestand)
    opgelost = oplosser.record(Leerling, gegevens, "leerling")
    leerling, meldingen = read_record(Leerling, opgelost, pad="leerling")
    return Overstapdossier(leerling=_maak_af(leerling)), [*oplosser.meldingen, *meldingen]

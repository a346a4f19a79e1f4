"""From a vendor's records to the standard: the words that a plugin declares its mapping with."""

from __future__ import annotations

from oso_adapters.mapping.afbeelding import afbeelding
from oso_adapters.mapping.bronnen import (
    Afbeelding,
    Beleid,
    Bron,
    Codetabel,
    Onbruikbaar,
    blok,
    code,
    elk,
    kern,
    ontbreekt,
    samen,
    van,
    vast,
)
from oso_adapters.mapping.lineage import lineage, ontbrekende_paden
from oso_adapters.mapping.omzettingen import (
    BESTANDSSOORTEN,
    bestandsnaam,
    bijlage,
    brin,
    bsn,
    datum,
    datum_dmj,
    geheel,
    getal,
    is_bsn,
    is_onderwijsnummer,
    janee,
    onderwijsnummer,
    schooljaar,
    woorden,
)
from oso_adapters.mapping.records import Bronrecord, bezwaar, read_record
from oso_adapters.mapping.tabellen import read_codetabellen
from oso_adapters.mapping.uitlevering import GEHEIM_NUMMER, Pakket

__all__ = [
    "BESTANDSSOORTEN",
    "GEHEIM_NUMMER",
    "Afbeelding",
    "Beleid",
    "Bron",
    "Bronrecord",
    "Codetabel",
    "Onbruikbaar",
    "Pakket",
    "afbeelding",
    "bestandsnaam",
    "bezwaar",
    "bijlage",
    "blok",
    "brin",
    "bsn",
    "code",
    "datum",
    "datum_dmj",
    "elk",
    "geheel",
    "getal",
    "is_bsn",
    "is_onderwijsnummer",
    "janee",
    "kern",
    "lineage",
    "onderwijsnummer",
    "ontbreekt",
    "ontbrekende_paden",
    "read_codetabellen",
    "read_record",
    "samen",
    "schooljaar",
    "van",
    "vast",
    "woorden",
]

"""From a vendor's records to the standard: the words that a plugin declares its mapping with."""

from __future__ import annotations

from oso_adapters.binding.delen import Deel, read_delen
from oso_adapters.mapping.administratie import Administratie
from oso_adapters.mapping.afbeelding import afbeelding, variant
from oso_adapters.mapping.bestandsstand import Bestandsstand
from oso_adapters.mapping.bijlagen import BESTANDSSOORTEN, als_base64, bestand, bijlage, pak_uit
from oso_adapters.mapping.bijlagenmap import MAX_BIJLAGEN, Bijlagenmap
from oso_adapters.mapping.bronbestand import te_lezen, te_schrijven
from oso_adapters.mapping.bronnen import (
    Afbeelding,
    Beleid,
    Bron,
    Codetabel,
    Onbruikbaar,
    blok,
    code,
    elk,
    enkel_in,
    enkel_uit,
    kern,
    ontbreekt,
    samen,
    uit,
    van,
    vast,
)
from oso_adapters.mapping.codevelden import Codeveld, codevelden
from oso_adapters.mapping.csvbestand import Csvbestand
from oso_adapters.mapping.csvregels import Csvregel, read_csv
from oso_adapters.mapping.importplan import Actie, Planregel, Stap
from oso_adapters.mapping.inlezen import ImportPlan, neem_over
from oso_adapters.mapping.leerlingbronnen import gbageboortedatum, gbavoornamen, zonder_bsn
from oso_adapters.mapping.lineage import lineage, ontbrekende_paden
from oso_adapters.mapping.omkeerbaar import omkeerbaar
from oso_adapters.mapping.omzettingen import (
    bestandsnaam,
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
from oso_adapters.mapping.schrijfwijzen import (
    cijfer,
    elementcode,
    gbadatum,
    heel_huisnummer,
    huisnummer,
    kommagetal,
    met_nullen,
    postcode,
    regels,
    toevoeging,
    vestigingscode,
    voorletters,
)
from oso_adapters.mapping.stroom import read_json
from oso_adapters.mapping.tabellen import codetabellen
from oso_adapters.mapping.tabelwaarden import uit_tabel, waarde_bij
from oso_adapters.mapping.uitlevering import GEHEIM_NUMMER, Pakket

__all__ = [
    "BESTANDSSOORTEN",
    "GEHEIM_NUMMER",
    "MAX_BIJLAGEN",
    "Actie",
    "Administratie",
    "Afbeelding",
    "Beleid",
    "Bestandsstand",
    "Bijlagenmap",
    "Bron",
    "Bronrecord",
    "Codetabel",
    "Codeveld",
    "Csvbestand",
    "Csvregel",
    "Deel",
    "ImportPlan",
    "Onbruikbaar",
    "Pakket",
    "Planregel",
    "Stap",
    "afbeelding",
    "als_base64",
    "bestand",
    "bestandsnaam",
    "bezwaar",
    "bijlage",
    "blok",
    "brin",
    "bsn",
    "cijfer",
    "code",
    "codetabellen",
    "codevelden",
    "datum",
    "datum_dmj",
    "elementcode",
    "elk",
    "enkel_in",
    "enkel_uit",
    "gbadatum",
    "gbageboortedatum",
    "gbavoornamen",
    "geheel",
    "getal",
    "heel_huisnummer",
    "huisnummer",
    "is_bsn",
    "is_onderwijsnummer",
    "janee",
    "kern",
    "kommagetal",
    "lineage",
    "met_nullen",
    "neem_over",
    "omkeerbaar",
    "onderwijsnummer",
    "ontbreekt",
    "ontbrekende_paden",
    "pak_uit",
    "postcode",
    "read_csv",
    "read_delen",
    "read_json",
    "read_record",
    "regels",
    "samen",
    "schooljaar",
    "te_lezen",
    "te_schrijven",
    "toevoeging",
    "uit",
    "uit_tabel",
    "van",
    "variant",
    "vast",
    "vestigingscode",
    "voorletters",
    "waarde_bij",
    "woorden",
    "zonder_bsn",
]

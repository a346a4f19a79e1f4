"""From Magister to the standard: addresses, ways to reach somebody, schools and files."""

from __future__ import annotations

from oso_adapters.gegevensset import Adres, Communicatie, Document, Instelling, Land, School
from oso_adapters.mapping import (
    Bron,
    afbeelding,
    bestand,
    bestandsnaam,
    blok,
    brin,
    code,
    elk,
    enkel_uit,
    postcode,
    van,
    vestigingscode,
    voorletters,
)
from oso_magister import records_school as records
from oso_magister.codes import TABELLEN
from oso_magister.omzettingen import (
    janee_nl,
    landcode,
    landnaam,
    namen,
    past_in_lijst,
    tekst,
)

__all__ = [
    "ADRES",
    "COMMUNICATIE",
    "DOCUMENT",
    "INSTELLING",
    "SCHOOL",
    "naam_van",
    "school_van",
]

LAND = afbeelding(
    Land,
    records.Adre,
    waarde=van("woonland", landcode),
    omschrijving=enkel_uit(van("woonland", landnaam), "de naam van een land volgt uit de code"),
)

ADRES = afbeelding(
    Adres,
    records.Adre,
    soortadres=code("soort", TABELLEN["soortAdres"]),
    straat=van("straat", tekst),
    nummer=van("huisnr", tekst),
    toevoeging=van("huisnr_tv", tekst),
    aanduiding=code("huisnr_aand", TABELLEN["aanduidingAdres"]),
    locatieomschrijving=van("locatie", tekst),
    postcode=van("postcode", past_in_lijst(postcode)),
    plaats=van("woonplaats", tekst),
    gemeente=van("gemeente", tekst),
    land=blok(LAND),
    sleutel=("soort",),
)

COMMUNICATIE = afbeelding(
    Communicatie,
    records.Comm,
    soort=code("soort", TABELLEN["soortContact"]),
    aanduiding=code("gebruik", TABELLEN["gebruikContact"]),
    nummer=van("nummer", tekst),
    geheim=van("geheim", janee_nl),
    noodnummer=van("nood", janee_nl),
    sleutel=("soort", "nummer"),
)

DOCUMENT = afbeelding(
    Document,
    records.Docu,
    bestandsnaam=van("naam", past_in_lijst(bestandsnaam)),
    omschrijving=van("omschr", tekst),
    bestandsinhoud=bestand("naam", "bestand"),
    sleutel=("naam",),
)


def naam_van(voor: str = "") -> dict[str, Bron]:
    """Return the sources of somebody's names.

    Args:
        voor: path to the person in the record, with a dot behind it.
    """
    return {
        "voornaam": van(f"{voor}voornamen", namen),
        "voorletters_1": van(f"{voor}voorlett", past_in_lijst(voorletters)),
        "voorvoegsel": van(f"{voor}tussenvoeg", tekst),
        "achternaam": van(f"{voor}achternaam", tekst),
    }


def school_van(voor: str, naam: str, adressen: str, contact: str) -> dict[str, Bron]:
    """Return the sources of a school.

    Args:
        voor: path to the school in the record, with a dot behind it.
        naam: column with its name.
        adressen, contact: lists with its addresses and ways to reach it.
    """
    return {
        "naam": van(f"{voor}{naam}", tekst),
        "adreslijst": elk(f"{voor}{adressen}", ADRES),
        "communicatielijst": elk(f"{voor}{contact}", COMMUNICATIE),
        "brincode": van(f"{voor}brin", brin),
        "vestigingscode": van(f"{voor}vestnr", vestigingscode),
        "aanleverpunt": van(f"{voor}aanleverpunt", tekst),
        "soort": van(f"{voor}soort", tekst),
        "type": van(f"{voor}type", tekst),
        "naamdirecteur": van(f"{voor}directeur", tekst),
        "website": van(f"{voor}website", tekst),
    }


INSTELLING = afbeelding(
    Instelling,
    records.Inst,
    naam=van("naam", tekst),
    adreslijst=elk("sis_adre", ADRES),
    communicatielijst=elk("sis_comm", COMMUNICATIE),
)

SCHOOL = afbeelding(School, records.Scho, **school_van("", "naam", "sis_adre", "sis_comm"))

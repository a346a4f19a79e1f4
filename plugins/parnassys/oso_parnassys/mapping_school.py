"""From ParnasSys to the standard: addresses, contact data, schools, staff and files."""

from __future__ import annotations

import attrs

from oso_adapters.gegevensset import (
    Adres,
    Afgenomendoor,
    Communicatie,
    Document,
    Instelling,
    Land,
    School,
    Werktbijinstelling,
)
from oso_adapters.mapping import (
    Bron,
    afbeelding,
    bestand,
    bestandsnaam,
    blok,
    brin,
    code,
    elk,
    heel_huisnummer,
    huisnummer,
    janee,
    postcode,
    toevoeging,
    uit,
    van,
    variant,
    vestigingscode,
    woorden,
)
from oso_parnassys import records_school as records
from oso_parnassys.codes import TABELLEN
from oso_parnassys.omzettingen import (
    is_geheim_adres,
    landcode,
    landnaam,
    nummer,
    soortcontact,
)

__all__ = [
    "ADRES",
    "AFGENOMENDOOR",
    "COMMUNICATIE",
    "DOCUMENT",
    "INSTELLING",
    "naam_van",
    "school_van",
]

LAND = afbeelding(
    Land,
    records.Adres,
    terug={"land": uit("waarde", "omschrijving", via=landnaam)},
    waarde=van("land", landcode),
    omschrijving=van("land"),
)

ADRES = afbeelding(
    Adres,
    records.Adres,
    sleutel=("soort",),
    terug={"huisnummer": uit("nummer", "toevoeging", via=heel_huisnummer)},
    soortadres=code("soort", TABELLEN["soortAdres"]),
    straat=van("straat"),
    nummer=van("huisnummer", huisnummer),
    toevoeging=van("huisnummer", toevoeging),
    aanduiding=code("aanduiding", TABELLEN["aanduidingAdres"]),
    locatieomschrijving=van("locatieomschrijving"),
    postcode=van("postcode", postcode),
    plaats=van("plaats"),
    gemeente=van("gemeente"),
    land=blok(LAND),
)

_WERKADRES = attrs.evolve(TABELLEN["soortAdres"], terug={"bezoek": "Bezoekadres"})
ADRES_VAN_INSTELLING = variant(ADRES, soortadres=code("soort", _WERKADRES))
"""Address where nobody lives."""

COMMUNICATIE = afbeelding(
    Communicatie,
    records.Contactgegeven,
    sleutel=("soort",),
    terug={"soort": uit("soort", "aanduiding", via=soortcontact)},
    soort=code("soort", TABELLEN["soortContact"]),
    aanduiding=code("soort", TABELLEN["gebruikContact"]),
    nummer=van("waarde", nummer),
    geheim=van("geheim", janee),
    noodnummer=van("noodnummer", janee),
)

DOCUMENT = afbeelding(
    Document,
    records.Document,
    sleutel=("bestandsnaam",),
    bestandsnaam=van("bestandsnaam", bestandsnaam),
    omschrijving=van("omschrijving"),
    bestandsinhoud=bestand("bestandsnaam", "bestand"),
)


def naam_van(voor: str = "") -> dict[str, Bron]:
    """Return the sources of somebody's names.

    Args:
        voor: path to the person in the record, with a dot behind it.
    """
    return {
        "voornaam": van(f"{voor}voornamen", woorden),
        "voorletters_1": van(f"{voor}voorletters"),
        "voorvoegsel": van(f"{voor}tussenvoegsel"),
        "achternaam": van(f"{voor}achternaam"),
    }


def _instelling_van(voor: str) -> dict[str, Bron]:
    return {
        "naam": van(f"{voor}naam"),
        "adreslijst": elk(f"{voor}adressen", ADRES_VAN_INSTELLING, tenzij=is_geheim_adres),
        "communicatielijst": elk(f"{voor}contactgegevens", COMMUNICATIE),
    }


def school_van(voor: str = "") -> dict[str, Bron]:
    """Return the sources of a school.

    Args:
        voor: path to the school in the record, with a dot behind it.
    """
    return {
        **_instelling_van(voor),
        "brincode": van(f"{voor}brinnummer", brin),
        "vestigingscode": van(f"{voor}vestigingsnummer", vestigingscode),
        "aanleverpunt": van(f"{voor}aanleverpunt"),
        "soort": van(f"{voor}soort"),
        "type": van(f"{voor}type"),
        "naamdirecteur": van(f"{voor}directeur"),
        "website": van(f"{voor}website"),
    }


INSTELLING = afbeelding(Instelling, records.Instelling, **_instelling_van(""))

SCHOOL = afbeelding(School, records.School, **school_van())

WERKTBIJINSTELLING = afbeelding(
    Werktbijinstelling,
    records.Medewerker,
    instelling=blok(INSTELLING, "instelling"),
    school=blok(SCHOOL, "school"),
)

AFGENOMENDOOR = afbeelding(
    Afgenomendoor,
    records.Medewerker,
    naammedewerker=van("naam"),
    functie=van("functie"),
    werktbijinstelling=blok(WERKTBIJINSTELLING),
)

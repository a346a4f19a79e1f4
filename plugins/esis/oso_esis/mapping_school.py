"""From ESIS to the standard: addresses, contact data, schools, who gave a test, and files."""

from __future__ import annotations

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
    als_base64,
    bestand,
    bestandsnaam,
    blok,
    brin,
    code,
    elk,
    enkel_uit,
    samen,
    uit_tabel,
    van,
    woorden,
)
from oso_esis import records_school as records
from oso_esis.codes import TABELLEN
from oso_esis.omzettingen import (
    vestigingscode,
    waar,
)

__all__ = [
    "ADRES",
    "AFGENOMENDOOR",
    "COMMUNICATIE",
    "DOCUMENT",
    "INSTELLING",
    "naam_van",
    "school_van",
    "vestigingscode_van",
]

LAND = afbeelding(
    Land,
    records.Adres,
    waarde=van("land", uit_tabel(TABELLEN["land"])),
    omschrijving=enkel_uit(
        van("land", uit_tabel(TABELLEN["landnaam"])), "de naam van een land volgt uit de code"
    ),
)

ADRES = afbeelding(
    Adres,
    records.Adres,
    sleutel=("soort",),
    soortadres=code("soort", TABELLEN["soort_adres"]),
    straat=van("straat"),
    nummer=van("huisnummer"),
    toevoeging=van("toevoeging"),
    aanduiding=code("aanduiding", TABELLEN["aanduiding"]),
    locatieomschrijving=van("locatie"),
    postcode=van("postcode"),
    plaats=van("plaats"),
    gemeente=van("gemeente"),
    land=blok(LAND),
)

COMMUNICATIE = afbeelding(
    Communicatie,
    records.Contactgegeven,
    sleutel=("soort", "waarde"),
    soort=code("soort", TABELLEN["contactsoort"]),
    aanduiding=code("gebruik", TABELLEN["contactgebruik"]),
    nummer=van("waarde"),
    geheim=van("geheim", waar),
    noodnummer=van("noodnummer", waar),
)

DOCUMENT = afbeelding(
    Document,
    records.Document,
    sleutel=("bestandsnaam",),
    bestandsnaam=van("bestandsnaam", bestandsnaam),
    omschrijving=van("omschrijving"),
    bestandsinhoud=bestand("bestandsnaam", "inhoud", als_base64),
)


def naam_van(voor: str = "") -> dict[str, Bron]:
    """Return the sources of somebody's names.

    Args:
        voor: path to the person in the record, with a dot behind it.
    """
    return {
        "voornaam": van(f"{voor}voornamen", woorden),
        "voorletters_1": van(f"{voor}voorletters_1"),
        "voorvoegsel": van(f"{voor}voorvoegsel"),
        "achternaam": van(f"{voor}achternaam"),
    }


def vestigingscode_van(voor: str) -> Bron:
    """Return the source of the number of a vestiging; ``voor`` as above."""
    return samen(
        f"{voor}dependancecode",
        f"{voor}brincode",
        via=vestigingscode,
        terug=lambda nummer: (nummer, None),
    )


def _instelling_van(voor: str) -> dict[str, Bron]:
    return {
        "naam": van(f"{voor}naam"),
        "adreslijst": elk(f"{voor}adressen", ADRES),
        "communicatielijst": elk(f"{voor}contactgegevens", COMMUNICATIE),
    }


def school_van(voor: str = "") -> dict[str, Bron]:
    """Return the sources of a school.

    Args:
        voor: path to the vestiging in the record, with a dot behind it.
    """
    return {
        **_instelling_van(voor),
        "brincode": van(f"{voor}brincode", brin),
        "vestigingscode": vestigingscode_van(voor),
        "aanleverpunt": van(f"{voor}aanleverpunt"),
        "soort": van(f"{voor}schoolsoort"),
        "type": van(f"{voor}schooltype"),
        "naamdirecteur": van(f"{voor}directeur"),
        "website": van(f"{voor}website"),
    }


INSTELLING = afbeelding(Instelling, records.Instelling, **_instelling_van(""))

SCHOOL = afbeelding(School, records.Vestiging, **school_van())

WERKTBIJINSTELLING = afbeelding(
    Werktbijinstelling,
    records.Medewerker,
    instelling=blok(INSTELLING, "instelling"),
    school=blok(SCHOOL, "vestiging"),
)

AFGENOMENDOOR = afbeelding(
    Afgenomendoor,
    records.Medewerker,
    naammedewerker=van("naam"),
    functie=van("functie"),
    werktbijinstelling=blok(WERKTBIJINSTELLING),
)

"""From Somtoday to the standard: addresses, contact data, institutions and files, both ways."""

from __future__ import annotations

from oso_adapters.gegevensset import (
    Adres,
    Afgenomendoor,
    Communicatie,
    Document,
    Instelling,
    Land,
    Persoon,
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
    code,
    elk,
    enkel_uit,
    ontbreekt,
    samen,
    uit,
    uit_tabel,
    van,
    voorletters,
    woorden,
)
from oso_somtoday import records_oso, records_toetsen
from oso_somtoday import records_wie as records
from oso_somtoday.codes import TABELLEN
from oso_somtoday.omzettingen import (
    brin_van,
    brincode,
    contactsoort,
    huisnummer_van,
    toevoeging_van,
    vestigingscode,
)
from oso_somtoday.records_ondersteuning import Bijlage

__all__ = [
    "ADRES",
    "AFGENOMENDOOR",
    "COMMUNICATIE",
    "DOCUMENT",
    "HUISARTS",
    "INSTELLING",
    "SCHOOL",
]

_GEEN_DEEL = "een adres in Somtoday heeft dit gegeven niet"

LAND = afbeelding(
    Land,
    records.OsoAdres,
    waarde=van("adres.land", uit_tabel(TABELLEN["land"])),
    omschrijving=enkel_uit(van("adres.land"), "de naam van een land volgt uit de code"),
)

ADRES = afbeelding(
    Adres,
    records.OsoAdres,
    soortadres=code("soort", TABELLEN["soortAdres"]),
    straat=van("adres.straat"),
    nummer=samen(
        "adres.huisnummer_zonder_toevoeging",
        "adres.huisnummer",
        via=huisnummer_van,
        terug=lambda nummer: (nummer, None),
    ),
    toevoeging=samen(
        "adres.huisnummer_toevoeging",
        "adres.huisnummer_zonder_toevoeging",
        "adres.huisnummer",
        via=toevoeging_van,
        terug=lambda los: (los, None, None),
    ),
    aanduiding=ontbreekt(_GEEN_DEEL),
    locatieomschrijving=ontbreekt(_GEEN_DEEL),
    postcode=van("adres.postcode"),
    plaats=van("adres.woonplaats"),
    gemeente=ontbreekt(_GEEN_DEEL),
    land=blok(LAND),
    sleutel=("soort",),
)

COMMUNICATIE = afbeelding(
    Communicatie,
    records.Contactgegeven,
    soort=code("soort", TABELLEN["soortContact"]),
    aanduiding=code("soort", TABELLEN["gebruikContact"]),
    nummer=van("waarde"),
    geheim=van("geheim"),
    noodnummer=van("noodnummer"),
    sleutel=("soort", "waarde"),
    terug={"soort": uit("soort", "aanduiding", via=contactsoort)},
)

DOCUMENT = afbeelding(
    Document,
    Bijlage,
    bestandsnaam=van("bestandsnaam", bestandsnaam),
    omschrijving=van("omschrijving"),
    bestandsinhoud=bestand("bestandsnaam", "bestand", als_base64),
    sleutel=("bestandsnaam",),
)


def _instelling() -> dict[str, Bron]:
    """Return the sources of an institution, which a school is as well."""
    return {
        "naam": van("naam"),
        "adreslijst": elk("adressen", ADRES),
        "communicatielijst": elk("contactgegevens", COMMUNICATIE),
    }


INSTELLING = afbeelding(Instelling, records.Instelling, **_instelling())

SCHOOL = afbeelding(
    School,
    records.School,
    **_instelling(),
    brincode=van("brin", brincode),
    vestigingscode=van("brin", vestigingscode),
    aanleverpunt=van("aanleverpunt"),
    soort=van("schoolsoort"),
    type=van("schooltype"),
    naamdirecteur=van("directeur"),
    website=van("website"),
    terug={"brin": uit("brincode", "vestigingscode", via=brin_van)},
)

HUISARTS = afbeelding(
    Persoon,
    records_oso.Huisarts,
    voornaam=van("voornamen", woorden),
    voorletters_1=van("voorletters", voorletters),
    voorvoegsel=van("voorvoegsel"),
    achternaam=van("achternaam"),
    roepnaam=ontbreekt("van een huisarts mag de roepnaam niet mee"),
    geslacht=ontbreekt("van een huisarts mag het geslacht niet mee"),
    adresgeheim=van("adres_geheim"),
    adreslijst=elk("adressen", ADRES),
    communicatielijst=elk("contactgegevens", COMMUNICATIE),
)

WERKTBIJINSTELLING = afbeelding(
    Werktbijinstelling,
    records_toetsen.Afnemer,
    instelling=blok(INSTELLING, "instelling"),
    school=blok(SCHOOL, "school"),
)

AFGENOMENDOOR = afbeelding(
    Afgenomendoor,
    records_toetsen.Afnemer,
    naammedewerker=van("naam"),
    functie=van("functie"),
    werktbijinstelling=blok(WERKTBIJINSTELLING),
)

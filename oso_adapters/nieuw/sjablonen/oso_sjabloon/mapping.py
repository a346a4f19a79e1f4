"""From Sjabloon to the standard: one line for each field.

Replace a line to fill the field: ``van("column")``, ``van("column", transform)``,
``code("column", TABELLEN["table"])``, ``elk("list", AFBEELDING)``. A field that the system never
delivers stays ``ontbreekt`` with the reason, which the certificate shows.
"""

from __future__ import annotations

from oso_adapters.gegevensset import (
    Adres,
    # <als swv>
    ArrangementPao,
    # </als>
    Communicatie,
    Dossier,
    Huidigeschool,
    Instelling,
    Inzage,
    Leerling,
    # <als swv>
    Onderwijsondersteuning,
    # </als>
    Overstapadvies,
    Schoolloopbaan,
    Verzorger,
)
from oso_adapters.mapping import (
    afbeelding,
    blok,
    brin,
    bsn,
    code,
    datum,
    elk,
    # <als import>
    enkel_uit,
    # </als>
    janee,
    kern,
    onderwijsnummer,
    ontbreekt,
    schooljaar,
    van,
    # <als import>
    variant,
    # </als>
    woorden,
)
from oso_sjabloon import records
from oso_sjabloon.codes import TABELLEN

__all__ = [
    "DOSSIER",
    # <als import>
    "INKOMEND",
    # </als>
    # <als swv>
    "koppelsleutel",
    # </als>
    "niet_meesturen",
]

NOG_NIET = "nog niet gekoppeld"
VERBODEN = "mag niet mee in een overstapdossier"
NIET_NAAR_VO = "mag niet mee naar het voortgezet onderwijs"
ALLEEN_VO = "hoort bij het voortgezet onderwijs"

ADRES = afbeelding(
    Adres,
    records.Adres,
    soortadres=code("soort", TABELLEN["soortadres"]),
    straat=van("straat"),
    nummer=van("huisnummer"),
    toevoeging=van("toevoeging"),
    aanduiding=ontbreekt(NOG_NIET),
    locatieomschrijving=ontbreekt(NOG_NIET),
    postcode=van("postcode"),
    plaats=van("plaats"),
    gemeente=ontbreekt(NOG_NIET),
    land=ontbreekt(NOG_NIET),
    # <als import>
    sleutel=("soort",),  # what tells the addresses of one person apart
    # </als>
)

COMMUNICATIE = afbeelding(
    Communicatie,
    records.Contact,
    soort=code("soort", TABELLEN["soortcontact"]),
    aanduiding=ontbreekt(NOG_NIET),
    nummer=van("nummer"),
    geheim=ontbreekt(NOG_NIET),
    noodnummer=ontbreekt(NOG_NIET),
)

INSTELLING = afbeelding(
    Instelling,
    records.Instelling,
    naam=van("naam"),
    adreslijst=elk("adres", ADRES),
    communicatielijst=ontbreekt(NOG_NIET),
)

INZAGE = afbeelding(
    Inzage,
    records.Leerling,
    voorlopigdossier=van("voorlopig", janee),
    inzage=van("ingezien", janee),
    inzagedatum=van("ingezien_op", datum),
    akkoord=code("akkoord", TABELLEN["akkoord"]),
    redennietakkoord=van("reden_niet_akkoord"),
    toestemming=ontbreekt(NOG_NIET),
)

OVERSTAPADVIES = afbeelding(
    Overstapadvies,
    records.Leerling,
    advies=code("advies", TABELLEN["advies"]),
    wensouders=ontbreekt(NOG_NIET),
    wensleerling=ontbreekt(NOG_NIET),
    herzienadvies=ontbreekt(NOG_NIET),
    motivatie_herzienadvies=ontbreekt(NOG_NIET),
    profiel=ontbreekt(NOG_NIET),
    argumentatie=ontbreekt(NOG_NIET),
    contactnodig=van("contact_nodig", janee),
    contactpersoon=van("contactpersoon"),
    contacttelefoon=van("contacttelefoon"),
    contactemail=ontbreekt(NOG_NIET),
    aandachtspunten=ontbreekt(NOG_NIET),
)

SCHOOLLOOPBAAN = afbeelding(
    Schoolloopbaan,
    records.Schooljaar,
    schooljaar=van("jaar", schooljaar),
    groepscode=van("groep"),
    groepsnaam=ontbreekt(NOG_NIET),
    jaargroep=code("leerjaar", TABELLEN["leerjaar"]),
    begindatum=ontbreekt(NOG_NIET),
    einddatum=ontbreekt(NOG_NIET),
    brincode=van("brin", brin),
    vestigingscode=van("vestiging"),
    schoolsoort=ontbreekt(NOG_NIET),
    schooltype=ontbreekt(NOG_NIET),
    voelementcode=ontbreekt(ALLEEN_VO),
    voelementomschrijving=ontbreekt(ALLEEN_VO),
    schoolsoortomschrijving=ontbreekt(NOG_NIET),
    # <als import>
    sleutel=("jaar", "groep", "brin", "vestiging"),
    # </als>
)

VERZORGER = afbeelding(
    Verzorger,
    records.Ouder,
    voornaam=ontbreekt(NOG_NIET),
    voorletters_1=ontbreekt(NOG_NIET),
    voorvoegsel=van("tussenvoegsel"),
    achternaam=van("achternaam"),
    roepnaam=ontbreekt(NOG_NIET),
    geslacht=ontbreekt(NOG_NIET),
    adresgeheim=ontbreekt(NOG_NIET),
    adreslijst=ontbreekt(NOG_NIET),
    communicatielijst=ontbreekt(NOG_NIET),
    relatietotkind=ontbreekt(NOG_NIET),
    overleden=ontbreekt(NOG_NIET),
    overlijdensdatum=ontbreekt(NOG_NIET),
    wettigevertegenwoordiger=van("gezag", janee),
    banknummer=ontbreekt(NOG_NIET),
    iban=ontbreekt(NOG_NIET),
    # <als import>
    sleutel=("tussenvoegsel", "achternaam"),
    # </als>
)

# <als swv>
ARRANGEMENT = afbeelding(
    ArrangementPao,
    records.Arrangement,
    arrangement_datum=van("datum", datum),
    arrangement_kenmerk=van("kenmerk"),
    arrangement_beschikkingsnr=van("nummer"),
    arrangement_einddatum=van("tot", datum),
    # <als import>
    sleutel=("datum", "nummer"),
    # </als>
)

ONDERWIJSONDERSTEUNING = afbeelding(
    Onderwijsondersteuning,
    records.Leerling,
    toelichting_onderwijsbehoeften=ontbreekt(NOG_NIET),
    diagnose=ontbreekt(NOG_NIET),
    medicijngebruik=van("medicijnen", janee),
    handelingsplan=ontbreekt(NOG_NIET),
    opp=ontbreekt(NOG_NIET),
    tlv=ontbreekt(NOG_NIET),
    arrangement_cluster12=ontbreekt(NOG_NIET),
    arrangement_pao=elk("arrangement", ARRANGEMENT),
    lwoo=ontbreekt(NOG_NIET),
    rvc=ontbreekt(NOG_NIET),
)

# </als>
LEERLING = afbeelding(
    Leerling,
    records.Leerling,
    voornaam=van("voornamen", woorden),
    voorletters_1=ontbreekt(NOG_NIET),
    voorvoegsel=van("tussenvoegsel"),
    achternaam=van("achternaam"),
    roepnaam=ontbreekt(NOG_NIET),
    geboortedatum=van("geboortedatum", datum),
    geboortemaand=ontbreekt(VERBODEN),
    geslacht=code("geslacht", TABELLEN["geslacht"]),
    adresgeheim=van("adres_geheim", janee),
    adreslijst=elk("adres", ADRES),
    postcode4adres=ontbreekt(VERBODEN),
    communicatielijst=ontbreekt(NOG_NIET),
    gba=ontbreekt(NOG_NIET),
    adresbuitenland=elk("buitenland"),
    geboorteplaats=ontbreekt(VERBODEN),
    nationaliteit=ontbreekt(VERBODEN),
    onderwijsnummer=van("onderwijsnummer", onderwijsnummer),
    bsn=van("bsn", bsn),
    leerlingid=van("nummer"),
    onderwijssinds=ontbreekt(NOG_NIET),
    startdatumhuidigonderwijs=ontbreekt(NOG_NIET),
    datuminschrijving=van("ingeschreven_op", datum),
    datumuitschrijving=ontbreekt(NOG_NIET),
    teruggeplaatstnaarbrin=ontbreekt(NOG_NIET),
    leerlinggewicht=ontbreekt(NOG_NIET),
    nnca=ontbreekt(NOG_NIET),
    tehuis=ontbreekt(NOG_NIET),
    huisarts=ontbreekt(NOG_NIET),
    verzorgersaansprakelijk=van("ouders_aansprakelijk", janee),
    aansprakelijkeinstelling=blok(INSTELLING, "instelling"),
    overstapadvies=blok(OVERSTAPADVIES),
    vanpeuterspeelzaal=ontbreekt(NIET_NAAR_VO),
    naampeuterspeelzaal=ontbreekt(NIET_NAAR_VO),
    voorschools=ontbreekt(NIET_NAAR_VO),
    vroegschools=ontbreekt(NIET_NAAR_VO),
    schoolloopbaanlijst=elk("schooljaar", SCHOOLLOOPBAAN),
    # <als swv>
    onderwijsondersteuning=blok(ONDERWIJSONDERSTEUNING),
    # </als>
    # <als zonder swv>
    # + onderwijsondersteuning=ontbreekt(NOG_NIET),
    # </als>
    verzuim=ontbreekt(NOG_NIET),
    eindtoets_basisonderwijs=ontbreekt(NOG_NIET),
    toetslijst=ontbreekt(NOG_NIET),
    cijferlijstlijst=ontbreekt(NOG_NIET),
    overigdocumentlijst=ontbreekt(NOG_NIET),
    verzorger=elk("ouder", VERZORGER),
    bevorderd=ontbreekt(ALLEEN_VO),
    examenresultaat=ontbreekt(ALLEEN_VO),
    resultaatvakkenvo=ontbreekt(ALLEEN_VO),
    certificaat=ontbreekt(ALLEEN_VO),
    competenties=ontbreekt(ALLEEN_VO),
    stage=ontbreekt(ALLEEN_VO),
    overigvombo=ontbreekt(ALLEEN_VO),
)

HUIDIGESCHOOL = afbeelding(
    Huidigeschool,
    records.Leerling,
    naam=van("school.naam"),
    adreslijst=elk("school.adres", ADRES),
    communicatielijst=elk("school.contact", COMMUNICATIE),
    brincode=van("school.brin", brin),
    vestigingscode=van("school.vestiging"),
    aanleverpunt=van("school.aanleverpunt"),
    soort=van("school.soort"),
    type=ontbreekt(NOG_NIET),
    naamdirecteur=ontbreekt(NOG_NIET),
    website=ontbreekt(NOG_NIET),
    leerling=blok(LEERLING),
)

DOSSIER = afbeelding(
    Dossier,
    records.Leerling,
    metadata=kern("pakket, versie, datum en categorieën"),
    overdrachtsoort=kern("het soort overdracht"),
    inzage=blok(INZAGE),
    huidigeschool=blok(HUIDIGESCHOOL),
)

# <als import>
# What another school sends: the leerling goes into the same columns, the school does not.
VAN_DE_ANDER = "gaat over de school die het dossier gaf"

INKOMENDE_LEERLING = variant(
    LEERLING,
    leerlingid=enkel_uit(van("nummer"), VAN_DE_ANDER),
    datuminschrijving=enkel_uit(van("ingeschreven_op", datum), VAN_DE_ANDER),
)

INKOMENDE_SCHOOL = variant(
    HUIDIGESCHOOL,
    naam=ontbreekt(VAN_DE_ANDER),
    adreslijst=ontbreekt(VAN_DE_ANDER),
    communicatielijst=ontbreekt(VAN_DE_ANDER),
    brincode=ontbreekt(VAN_DE_ANDER),
    vestigingscode=ontbreekt(VAN_DE_ANDER),
    aanleverpunt=ontbreekt(VAN_DE_ANDER),
    soort=ontbreekt(VAN_DE_ANDER),
    leerling=blok(INKOMENDE_LEERLING),
)

INKOMEND = variant(DOSSIER, inzage=ontbreekt(VAN_DE_ANDER), huidigeschool=blok(INKOMENDE_SCHOOL))

# </als>


def niet_meesturen(record: records.Leerling) -> list[str]:
    """Return the categories that the ouders or the school keep out of this dossier."""
    return (record.niet_meesturen or "").split()


# <als swv>
def koppelsleutel(record: records.Leerling) -> str | None:
    """Return what links a support request to the leerling; None while there is none."""
    return record.koppelsleutel


# </als>

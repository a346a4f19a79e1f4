"""From Somtoday to the standard: the dossier, the leerling and the people around them."""

from __future__ import annotations

from oso_adapters.gegevensset import (
    Dossier,
    Gba,
    Huidigeschool,
    Inzage,
    Leerling,
    Overstapadvies,
    Verzorger,
)
from oso_adapters.mapping import (
    Bron,
    afbeelding,
    blok,
    bsn,
    code,
    datum,
    elk,
    gbadatum,
    kern,
    ontbreekt,
    regels,
    van,
    voorletters,
    woorden,
    zonder_bsn,
)
from oso_somtoday import records_dossier as records
from oso_somtoday import records_oso
from oso_somtoday.codes import TABELLEN
from oso_somtoday.mapping_ondersteuning import ONDERWIJSONDERSTEUNING, VERZUIM
from oso_somtoday.mapping_toetsen import EINDTOETS, TOETS
from oso_somtoday.mapping_vo import (
    BEVORDERD,
    CIJFERLIJST,
    COMPETENTIES,
    EXAMENRESULTAAT,
    OVERIGVOMBO,
    RESULTAATVAKKENVO,
    SCHOOLLOOPBAAN,
    STAGE,
)
from oso_somtoday.mapping_wie import ADRES, COMMUNICATIE, DOCUMENT, HUISARTS, INSTELLING
from oso_somtoday.omzettingen import (
    brincode,
    brincode_van_een,
    leerlingid,
    vestigingscode_van_een,
)

__all__ = [
    "ALLEEN_PO",
    "DOSSIER",
    "GBA",
    "NIET_MEE",
    "VERZORGER_NAMEN",
    "advies_van",
    "niet_uitwisselen",
]

ALLEEN_PO = "hoort bij het primair onderwijs, en Somtoday is er voor het voortgezet onderwijs"
NIET_MEE = "mag niet in een dossier"
VERZORGER_NAMEN = "Somtoday bewaart van een ouder of verzorger alleen voorletters en achternaam"

INZAGE = afbeelding(
    Inzage,
    records_oso.Inzage,
    voorlopigdossier=van("voorlopig"),
    inzage=van("ingezien"),
    inzagedatum=van("datum_inzage", datum),
    akkoord=code("akkoord", TABELLEN["akkoord"]),
    redennietakkoord=van("reden_niet_akkoord"),
    toestemming=code("toestemming", TABELLEN["akkoord"]),
)

VERZORGER = afbeelding(
    Verzorger,
    records.Verzorger,
    voornaam=ontbreekt(VERZORGER_NAMEN),
    voorletters_1=van("ouderVerzorger.voorletters", voorletters),
    voorvoegsel=van("ouderVerzorger.voorvoegsel"),
    achternaam=van("ouderVerzorger.achternaam"),
    roepnaam=ontbreekt(VERZORGER_NAMEN),
    geslacht=code("ouderVerzorger.geslacht", TABELLEN["geslacht"]),
    adresgeheim=van("ouderVerzorger.adres_geheim"),
    adreslijst=elk("adressen", ADRES),
    communicatielijst=elk("contactgegevens", COMMUNICATIE),
    relatietotkind=code("relatie_tot_leerling.relatiesoort", TABELLEN["relatie"]),
    overleden=van("oso.overleden"),
    overlijdensdatum=van("oso.overlijdensdatum", datum),
    wettigevertegenwoordiger=van("relatie_tot_leerling.ouderlijk_gezag"),
    banknummer=ontbreekt("het oude bankrekeningnummer wordt niet meer bewaard, alleen het IBAN"),
    iban=van("iban"),
)

GBA = afbeelding(
    Gba,
    records_oso.Gba,
    gbavoornaam=van("voornamen", woorden),
    gbavoorvoegsel=van("voorvoegsel"),
    gbaachternaam=van("achternaam"),
    gbageboortedatum=van("geboortedatum", gbadatum),
)


def advies_van(school: str = "", overig: str = "") -> dict[str, Bron]:
    """Return the sources of an advice.

    Args:
        school: path to the record with the advice of the school, with a dot behind it.
        overig: path to the record with the rest.
    """
    advies = TABELLEN["schooladvies"]
    return {
        "advies": code(f"{school}advies_school", advies),
        "wensouders": code(f"{school}wens_ouders", advies),
        "wensleerling": code(f"{overig}wens_leerling", advies),
        "herzienadvies": code(f"{overig}herzien_advies", advies),
        "motivatie_herzienadvies": van(f"{overig}reden_herziening"),
        "profiel": code(f"{overig}leerlingprofiel", TABELLEN["leerlingprofiel"]),
        "argumentatie": van(f"{overig}motivering"),
        "contactnodig": van(f"{overig}contact_nodig"),
        "contactpersoon": van(f"{overig}contactpersoon.naam"),
        "contacttelefoon": van(f"{overig}contactpersoon.telefoonnummer"),
        "contactemail": van(f"{overig}contactpersoon.emailadres"),
        "aandachtspunten": van(f"{overig}aandachtspunten"),
    }


ADVIES = afbeelding(Overstapadvies, records_oso.Advies, **advies_van())

LEERLING = afbeelding(
    Leerling,
    records.Leerlingdossier,
    voornaam=van("leerling.voornamen", woorden),
    voorletters_1=van("leerling.voorletters", voorletters),
    voorvoegsel=van("leerling.voorvoegsel"),
    achternaam=van("leerling.achternaam"),
    roepnaam=van("leerling.roepnaam"),
    geboortedatum=van("leerling.geboortedatum", datum),
    geboortemaand=ontbreekt("mag niet in een dossier; Somtoday heeft de hele geboortedatum"),
    geslacht=code("leerling.geslacht", TABELLEN["geslacht"]),
    adresgeheim=van("leerling.adres_geheim"),
    adreslijst=elk("adressen", ADRES),
    postcode4adres=ontbreekt("mag niet in een dossier; Somtoday heeft het hele adres"),
    communicatielijst=elk("contactgegevens", COMMUNICATIE),
    gba=blok(GBA, "oso.gba"),
    adresbuitenland=van("leerling.adres.buitenlands_adres", regels),
    geboorteplaats=ontbreekt(NIET_MEE),
    nationaliteit=ontbreekt(NIET_MEE),
    onderwijsnummer=zonder_bsn("oso.onderwijsnummer", "leerling.BSN"),
    bsn=van("leerling.BSN", bsn),
    leerlingid=van("leerling.leerlingnummer", leerlingid),
    onderwijssinds=van("leerling.onderwijsSinds", datum),
    startdatumhuidigonderwijs=van("oso.start_huidig_onderwijs", datum),
    datuminschrijving=van("oso.inschrijfdatum", datum),
    datumuitschrijving=van("oso.uitschrijfdatum", datum),
    teruggeplaatstnaarbrin=van("oso.teruggeplaatst_naar", brincode),
    leerlinggewicht=ontbreekt(ALLEEN_PO),
    nnca=code("oso.nnca", TABELLEN["nnca"]),
    tehuis=van("oso.tehuis"),
    huisarts=blok(HUISARTS, "oso.huisarts"),
    verzorgersaansprakelijk=van("oso.verzorgers_aansprakelijk"),
    aansprakelijkeinstelling=blok(INSTELLING, "oso.aansprakelijke_instelling"),
    overstapadvies=blok(ADVIES, "oso.advies"),
    vanpeuterspeelzaal=ontbreekt(ALLEEN_PO),
    naampeuterspeelzaal=ontbreekt(ALLEEN_PO),
    voorschools=ontbreekt(ALLEEN_PO),
    vroegschools=ontbreekt(ALLEEN_PO),
    schoolloopbaanlijst=elk("schoolloopbaan", SCHOOLLOOPBAAN),
    onderwijsondersteuning=blok(ONDERWIJSONDERSTEUNING, "oso.ondersteuning"),
    verzuim=blok(VERZUIM, "oso.verzuim"),
    eindtoets_basisonderwijs=blok(EINDTOETS, "oso.eindtoets"),
    toetslijst=elk("oso.toetsafnames", TOETS),
    cijferlijstlijst=elk("rapporten", CIJFERLIJST),
    overigdocumentlijst=elk("oso.bijlagen", DOCUMENT),
    verzorger=elk("verzorgers", VERZORGER),
    bevorderd=blok(BEVORDERD, "oso.bevordering"),
    examenresultaat=blok(EXAMENRESULTAAT, "oso.examen"),
    resultaatvakkenvo=elk("vakresultaten", RESULTAATVAKKENVO),
    certificaat=elk("oso.certificaten"),
    competenties=elk("oso.competenties", COMPETENTIES),
    stage=elk("oso.stages", STAGE),
    overigvombo=blok(OVERIGVOMBO, "oso.vervolg_mbo"),
)

HUIDIGESCHOOL = afbeelding(
    Huidigeschool,
    records.Leerlingdossier,
    naam=van("vestiging.naam"),
    adreslijst=elk("osovestiging.adressen", ADRES),
    communicatielijst=elk("osovestiging.contactgegevens", COMMUNICATIE),
    brincode=van("vestiging.brins", brincode_van_een),
    vestigingscode=van("vestiging.brins", vestigingscode_van_een),
    aanleverpunt=van("osovestiging.aanleverpunt"),
    soort=van("osovestiging.schoolsoort"),
    type=van("osovestiging.schooltype"),
    naamdirecteur=van("osovestiging.directeur"),
    website=van("osovestiging.website"),
    leerling=blok(LEERLING),
)

DOSSIER = afbeelding(
    Dossier,
    records.Leerlingdossier,
    metadata=kern("pakket, versie, datum en categorieën"),
    overdrachtsoort=kern("het soort overdracht"),
    inzage=blok(INZAGE, "oso.inzage"),
    huidigeschool=blok(HUIDIGESCHOOL),
)


def niet_uitwisselen(record: records.Leerlingdossier) -> list[str]:
    """Return the categories that parents, leerling or school keep out of the exchange.

    A value that the table does not know becomes a category that does not exist: the core then holds
    the dossier back.
    """
    waarden = TABELLEN["nietUitwisselen"].waarden
    return [waarden.get(naam) or "onbekend" for naam in record.oso.niet_uitwisselen]

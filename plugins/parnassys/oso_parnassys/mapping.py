"""From ParnasSys to the standard: the dossier, the leerling and the people around them."""

from __future__ import annotations

from oso_adapters.gegevensset import (
    Dossier,
    Gba,
    Huidigeschool,
    Inzage,
    Leerling,
    Overstapadvies,
    Persoon,
    Schoolloopbaan,
    Verzorger,
    Voorschools,
    Vroegschools,
)
from oso_adapters.mapping import (
    afbeelding,
    blok,
    brin,
    bsn,
    code,
    datum,
    elk,
    geheel,
    janee,
    kern,
    ontbreekt,
    samen,
    schooljaar,
    van,
)
from oso_parnassys import records
from oso_parnassys.codes import TABELLEN
from oso_parnassys.mapping_ondersteuning import ONDERWIJSONDERSTEUNING
from oso_parnassys.mapping_resultaten import CIJFERLIJST, EINDTOETS, TOETS, VERZUIM
from oso_parnassys.mapping_school import (
    ADRES,
    COMMUNICATIE,
    DOCUMENT,
    INSTELLING,
    naam_van,
    school_van,
)
from oso_parnassys.omzettingen import (
    gbageboortedatum,
    gbavoornamen,
    inschrijfdatum,
    is_geheim,
    uitschrijfdatum,
    vestigingscode,
    zonder_bsn,
)

__all__ = ["DOSSIER", "niet_uitwisselen"]

_ALLEEN_VO = "hoort bij het voortgezet onderwijs, en ParnasSys is er voor het primair onderwijs"

INZAGE = afbeelding(
    Inzage,
    records.InzageOuders,
    voorlopigdossier=van("voorlopig", janee),
    inzage=van("ingezien", janee),
    inzagedatum=van("datumInzage", datum),
    akkoord=code("akkoord", TABELLEN["akkoord"]),
    redennietakkoord=van("redenNietAkkoord"),
    toestemming=code("toestemming", TABELLEN["akkoord"]),
)

VERZORGER = afbeelding(
    Verzorger,
    records.Relatie,
    **naam_van("verzorger."),
    roepnaam=van("verzorger.roepNaam"),
    geslacht=code("verzorger.geslacht", TABELLEN["geslacht"]),
    adresgeheim=samen("verzorger.adressen.geheimadres", "verzorger.geheimadres", via=is_geheim),
    adreslijst=elk("verzorger.adressen", ADRES),
    communicatielijst=elk("verzorger.contactgegevens", COMMUNICATIE),
    relatietotkind=code("relatie", TABELLEN["relatie"]),
    overleden=van("verzorger.overleden", janee),
    overlijdensdatum=van("verzorger.datumOverlijden", datum),
    wettigevertegenwoordiger=van("wettelijkVertegenwoordiger", janee),
    banknummer=ontbreekt("het oude bankrekeningnummer wordt niet meer bewaard, alleen het IBAN"),
    iban=van("verzorger.iban"),
)

HUISARTS = afbeelding(
    Persoon,
    records.Huisarts,
    **naam_van(),
    roepnaam=ontbreekt("van een huisarts mag de roepnaam niet mee"),
    geslacht=ontbreekt("van een huisarts mag het geslacht niet mee"),
    adresgeheim=samen("adressen.geheimadres", "geheimadres", via=is_geheim),
    adreslijst=elk("adressen", ADRES),
    communicatielijst=elk("contactgegevens", COMMUNICATIE),
)

GBA = afbeelding(
    Gba,
    records.Leerling,
    gbavoornaam=samen("voornamenOfficieel", "voornamen", "achternaamOfficieel", via=gbavoornamen),
    gbavoorvoegsel=van("tussenvoegselOfficieel"),
    gbaachternaam=van("achternaamOfficieel"),
    gbageboortedatum=samen("geboortedatum", "achternaamOfficieel", via=gbageboortedatum),
)

OVERSTAPADVIES = afbeelding(
    Overstapadvies,
    records.Overstapadvies,
    advies=code("schooladvies", TABELLEN["schooladvies"]),
    wensouders=code("wensOuders", TABELLEN["schooladvies"]),
    wensleerling=code("wensLeerling", TABELLEN["schooladvies"]),
    herzienadvies=code("herzienAdvies", TABELLEN["schooladvies"]),
    motivatie_herzienadvies=van("redenHerziening"),
    profiel=code("leerlingprofiel", TABELLEN["leerlingprofiel"]),
    argumentatie=van("motivering"),
    contactnodig=van("contactNodig", janee),
    contactpersoon=van("contactpersoon.naam"),
    contacttelefoon=van("contactpersoon.telefoon"),
    contactemail=van("contactpersoon.email"),
    aandachtspunten=van("aandachtspunten"),
)

VOORSCHOOLS = afbeelding(
    Voorschools,
    records.Voorschools,
    codevoorschoolsehistorie=code("historie", TABELLEN["vveHistorie"]),
    codevoorschoolsprogramma=code("programma", TABELLEN["vveProgramma"]),
    voorschoolsemaanden=van("maanden", geheel),
    codevoorschoolsetoeleider=code("toeleider", TABELLEN["vveToeleider"]),
    codevoorschoolsedeelname=code("deelname", TABELLEN["vveDeelname"]),
    voorschoolseaanwezigheid=van("dagdelenPerWeek", geheel),
)

VROEGSCHOOLS = afbeelding(
    Vroegschools,
    records.Vroegschools,
    codevroegschoolsprogramma=code("programma", TABELLEN["vveProgramma"]),
    vroegschoolsdatumingang=van("datumIngang", datum),
    vroegschoolseinddatum=van("datumEinde", datum),
)

SCHOOLLOOPBAAN = afbeelding(
    Schoolloopbaan,
    records.Groepsindeling,
    schooljaar=van("schooljaar.naam", schooljaar),
    groepscode=van("groep.naam"),
    groepsnaam=van("groep.omschrijving"),
    jaargroep=code("leerjaar", TABELLEN["leerjaar"]),
    begindatum=van("vanafDatum", datum),
    einddatum=van("totDatum", datum),
    brincode=van("school.brinnummer", brin),
    vestigingscode=van("school.vestigingsnummer", vestigingscode),
    schoolsoort=van("opleidinggegevens.opleiding.type"),
    schooltype=van("opleidinggegevens.opleiding.schooltype"),
    voelementcode=ontbreekt(_ALLEEN_VO),
    voelementomschrijving=ontbreekt(_ALLEEN_VO),
    schoolsoortomschrijving=van("opleidinggegevens.opleiding.omschrijving"),
)

LEERLING = afbeelding(
    Leerling,
    records.Leerling,
    **naam_van(),
    roepnaam=van("roepNaam"),
    geboortedatum=van("geboortedatum", datum),
    geboortemaand=ontbreekt("mag niet in een dossier; ParnasSys heeft de hele geboortedatum"),
    geslacht=code("geslacht", TABELLEN["geslacht"]),
    adresgeheim=samen("leerlingAdres.geheimadres", "buitenlandsAdres.geheimadres", via=is_geheim),
    adreslijst=elk("leerlingAdres", ADRES),
    postcode4adres=ontbreekt("mag niet in een dossier; ParnasSys heeft het hele adres"),
    communicatielijst=elk("contactgegevens", COMMUNICATIE),
    gba=blok(GBA),
    adresbuitenland=elk("buitenlandsAdres.regels"),
    geboorteplaats=ontbreekt("mag niet in een dossier"),
    nationaliteit=ontbreekt("mag niet in een dossier"),
    onderwijsnummer=samen("onderwijsnummer", "bsn", via=zonder_bsn),
    bsn=van("bsn", bsn),
    leerlingid=van("leerlingNummer"),
    onderwijssinds=van("onderwijsInNederlandSinds", datum),
    startdatumhuidigonderwijs=van("startHuidigOnderwijs", datum),
    datuminschrijving=samen("inschrijvingen.inschrijving.datumInschrijving", via=inschrijfdatum),
    datumuitschrijving=samen(
        "inschrijvingen.inschrijving.datumUitschrijving",
        "inschrijvingen.inschrijving.datumInschrijving",
        via=uitschrijfdatum,
    ),
    teruggeplaatstnaarbrin=van("teruggeplaatstNaar.brinnummer", brin),
    leerlinggewicht=code("leerlinggewicht", TABELLEN["leerlinggewicht"]),
    nnca=code("nnca", TABELLEN["nnca"]),
    tehuis=van("tehuis", janee),
    huisarts=blok(HUISARTS, "huisarts"),
    verzorgersaansprakelijk=van("verzorgersAansprakelijk", janee),
    aansprakelijkeinstelling=blok(INSTELLING, "aansprakelijkeInstelling"),
    overstapadvies=blok(OVERSTAPADVIES, "overstapadvies"),
    vanpeuterspeelzaal=van("vve.peuterspeelzaal", janee),
    naampeuterspeelzaal=van("vve.naamPeuterspeelzaal"),
    voorschools=blok(VOORSCHOOLS, "vve.voorschools"),
    vroegschools=elk("vve.vroegschools", VROEGSCHOOLS),
    schoolloopbaanlijst=elk("groepsindelingen.groepsindeling", SCHOOLLOOPBAAN),
    onderwijsondersteuning=blok(ONDERWIJSONDERSTEUNING, "ondersteuning"),
    verzuim=blok(VERZUIM, "verzuim"),
    eindtoets_basisonderwijs=blok(EINDTOETS, "eindtoets"),
    toetslijst=elk("toetsafnames", TOETS),
    cijferlijstlijst=elk("rapporten", CIJFERLIJST),
    overigdocumentlijst=elk("bijlagen", DOCUMENT),
    verzorger=elk("relaties", VERZORGER),
    bevorderd=ontbreekt(_ALLEEN_VO),
    examenresultaat=ontbreekt(_ALLEEN_VO),
    resultaatvakkenvo=ontbreekt(_ALLEEN_VO),
    certificaat=ontbreekt(_ALLEEN_VO),
    competenties=ontbreekt(_ALLEEN_VO),
    stage=ontbreekt(_ALLEEN_VO),
    overigvombo=ontbreekt(_ALLEEN_VO),
)

HUIDIGESCHOOL = afbeelding(
    Huidigeschool,
    records.Leerling,
    **school_van("school."),
    leerling=blok(LEERLING),
)

DOSSIER = afbeelding(
    Dossier,
    records.Overstapdossier,
    metadata=kern("pakket, versie, datum en categorieën"),
    overdrachtsoort=kern("het soort overdracht"),
    inzage=blok(INZAGE, "leerling.inzageOuders"),
    huidigeschool=blok(HUIDIGESCHOOL, "leerling"),
)


def niet_uitwisselen(record: records.Overstapdossier) -> list[str]:
    """Return the categories that parents or school keep out of the exchange.

    A value that the table does not know becomes a category that does not exist: the core then holds
    the dossier back.
    """
    waarden = TABELLEN["nietUitwisselen"].waarden
    return [waarden.get(naam) or "onbekend" for naam in record.leerling.nietUitwisselen]

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
    elk,
    enkel_uit,
    gbageboortedatum,
    gbavoornamen,
    geheel,
    janee,
    kern,
    ontbreekt,
    samen,
    uit,
    van,
    variant,
    vestigingscode,
    zonder_bsn,
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
    inschrijfdatum,
    is_aanmelding,
    is_geheim,
    schooljaarnaam,
    tijdstip,
    uitschrijfdatum,
)

__all__ = ["DOSSIER", "ONTVANGEN_DOSSIER", "koppelsleutel", "niet_uitwisselen"]

_ALLEEN_VO = "hoort bij het voortgezet onderwijs, en ParnasSys is er voor het primair onderwijs"
_INZAGE_DAAR = (
    "de ouders zagen dit dossier in bij de andere school; voor een volgend dossier opnieuw"
)
_EIGEN_NUMMER = "elke school geeft een leerling een eigen nummer"
_INSCHRIJVING_DAAR = "gaat over de andere school; de eigen school schrijft de leerling zelf in"

INZAGE = afbeelding(
    Inzage,
    records.InzageOuders,
    voorlopigdossier=van("voorlopig", janee),
    inzage=van("ingezien", janee),
    inzagedatum=van("datumInzage", tijdstip),
    akkoord=code("akkoord", TABELLEN["akkoord"]),
    redennietakkoord=van("redenNietAkkoord"),
    toestemming=code("toestemming", TABELLEN["akkoord"]),
)

VERZORGER = afbeelding(
    Verzorger,
    records.Relatie,
    sleutel=("verzorger.achternaam", "verzorger.voorletters"),
    terug={"verzorger.geheimadres": uit("adresgeheim", via=janee.terug)},
    **naam_van("verzorger."),
    roepnaam=van("verzorger.roepNaam"),
    geslacht=code("verzorger.geslacht", TABELLEN["geslacht"]),
    adresgeheim=samen("verzorger.adressen.geheimadres", "verzorger.geheimadres", via=is_geheim),
    adreslijst=elk("verzorger.adressen", ADRES),
    communicatielijst=elk("verzorger.contactgegevens", COMMUNICATIE),
    relatietotkind=code("relatie", TABELLEN["relatie"]),
    overleden=van("verzorger.overleden", janee),
    overlijdensdatum=van("verzorger.datumOverlijden", tijdstip),
    wettigevertegenwoordiger=van("wettelijkVertegenwoordiger", janee),
    banknummer=ontbreekt("het oude bankrekeningnummer wordt niet meer bewaard, alleen het IBAN"),
    iban=van("verzorger.iban"),
)

HUISARTS = afbeelding(
    Persoon,
    records.Huisarts,
    terug={"geheimadres": uit("adresgeheim", via=janee.terug)},
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
    gbavoornaam=gbavoornamen("voornamenOfficieel", "voornamen", "achternaamOfficieel"),
    gbavoorvoegsel=van("tussenvoegselOfficieel"),
    gbaachternaam=van("achternaamOfficieel"),
    gbageboortedatum=gbageboortedatum(
        "geboortedatumOfficieel", "geboortedatum", "achternaamOfficieel"
    ),
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
    sleutel=("programma", "datumIngang"),
    codevroegschoolsprogramma=code("programma", TABELLEN["vveProgramma"]),
    vroegschoolsdatumingang=van("datumIngang", tijdstip),
    vroegschoolseinddatum=van("datumEinde", tijdstip),
)

SCHOOLLOOPBAAN = afbeelding(
    Schoolloopbaan,
    records.Groepsindeling,
    sleutel=("schooljaar.naam", "school.brinnummer", "groep.naam"),
    schooljaar=van("schooljaar.naam", schooljaarnaam),
    groepscode=van("groep.naam"),
    groepsnaam=van("groep.omschrijving"),
    jaargroep=code("leerjaar", TABELLEN["leerjaar"]),
    begindatum=van("vanafDatum", tijdstip),
    einddatum=van("totDatum", tijdstip),
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
    terug={"geheimadres": uit("adresgeheim", via=janee.terug)},
    **naam_van(),
    roepnaam=van("roepNaam"),
    geboortedatum=van("geboortedatum", tijdstip),
    geboortemaand=ontbreekt("mag niet in een dossier; ParnasSys heeft de hele geboortedatum"),
    geslacht=code("geslacht", TABELLEN["geslacht"]),
    adresgeheim=samen(
        "leerlingAdres.geheimadres", "buitenlandsAdres.geheimadres", "geheimadres", via=is_geheim
    ),
    adreslijst=elk("leerlingAdres", ADRES),
    postcode4adres=ontbreekt("mag niet in een dossier; ParnasSys heeft het hele adres"),
    communicatielijst=elk("contactgegevens", COMMUNICATIE),
    gba=blok(GBA),
    adresbuitenland=elk("buitenlandsAdres.regels"),
    geboorteplaats=ontbreekt("mag niet in een dossier"),
    nationaliteit=ontbreekt("mag niet in een dossier"),
    onderwijsnummer=zonder_bsn("onderwijsnummer", "bsn"),
    bsn=van("bsn", bsn),
    leerlingid=enkel_uit(van("leerlingNummer"), _EIGEN_NUMMER),
    onderwijssinds=van("onderwijsInNederlandSinds", tijdstip),
    startdatumhuidigonderwijs=van("startHuidigOnderwijs", tijdstip),
    datuminschrijving=enkel_uit(
        samen("inschrijvingen.inschrijving.datumInschrijving", via=inschrijfdatum),
        _INSCHRIJVING_DAAR,
    ),
    datumuitschrijving=enkel_uit(
        samen(
            "inschrijvingen.inschrijving.datumUitschrijving",
            "inschrijvingen.inschrijving.datumInschrijving",
            via=uitschrijfdatum,
        ),
        _INSCHRIJVING_DAAR,
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
    schoolloopbaanlijst=elk(
        "groepsindelingen.groepsindeling", SCHOOLLOOPBAAN, tenzij=is_aanmelding
    ),
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
    inzage=enkel_uit(blok(INZAGE, "leerling.inzageOuders"), _INZAGE_DAAR),
    huidigeschool=blok(HUIDIGESCHOOL, "leerling"),
)

ONTVANGEN_DOSSIER = variant(
    DOSSIER,
    huidigeschool=blok(variant(HUIDIGESCHOOL, **school_van("schoolVanHerkomst.")), "leerling"),
)
"""A dossier that was received: the school in it is where the leerling comes from."""


def niet_uitwisselen(record: records.Overstapdossier) -> list[str]:
    """Return the categories that parents or school keep out of the exchange.

    A value that the table does not know becomes a category that does not exist: the core then holds
    the dossier back.
    """
    waarden = TABELLEN["nietUitwisselen"].waarden
    return [waarden.get(naam) or "onbekend" for naam in record.leerling.nietUitwisselen]


def koppelsleutel(record: records.Overstapdossier) -> str | None:
    """Return what links a dossier at a samenwerkingsverband with this leerling."""
    return record.leerling.koppelsleutel

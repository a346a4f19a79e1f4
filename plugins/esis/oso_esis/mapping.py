"""From ESIS to the standard: the dossier, the leerling and the people around them."""

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
    Onbruikbaar,
    afbeelding,
    blok,
    brin,
    bsn,
    code,
    elk,
    geheel,
    kern,
    onderwijsnummer,
    ontbreekt,
    schooljaar,
    van,
    variant,
    woorden,
)
from oso_esis import records
from oso_esis.codes import TABELLEN
from oso_esis.mapping_ondersteuning import ONDERWIJSONDERSTEUNING
from oso_esis.mapping_resultaten import CIJFERLIJST, EINDTOETS, TOETS, VERZUIM
from oso_esis.mapping_school import (
    ADRES,
    COMMUNICATIE,
    DOCUMENT,
    INSTELLING,
    naam_van,
    school_van,
    vestigingscode_van,
)
from oso_esis.omzettingen import dag, gbadatum, waar

__all__ = ["DOSSIER", "INKOMEND", "is_definitief", "niet_uitwisselen"]

_ALLEEN_VO = "hoort bij het voortgezet onderwijs, en ESIS is er voor het primair onderwijs"

INZAGE = afbeelding(
    Inzage,
    records.InzageOuders,
    voorlopigdossier=van("voorlopig", waar),
    inzage=van("ingezien", waar),
    inzagedatum=van("datum", dag),
    akkoord=code("akkoord", TABELLEN["akkoord"]),
    redennietakkoord=van("reden"),
    toestemming=code("toestemming", TABELLEN["akkoord"]),
)

VERZORGER = afbeelding(
    Verzorger,
    records.Relatie,
    sleutel=("verzorger.achternaam", "verzorger.voornamen"),
    **naam_van("verzorger."),
    roepnaam=van("verzorger.roepnaam"),
    geslacht=code("verzorger.geslacht", TABELLEN["geslacht"]),
    adresgeheim=van("verzorger.adres_geheim", waar),
    adreslijst=elk("verzorger.adressen", ADRES),
    communicatielijst=elk("verzorger.contactgegevens", COMMUNICATIE),
    relatietotkind=code("soort", TABELLEN["relatie"]),
    overleden=van("verzorger.overleden", waar),
    overlijdensdatum=van("verzorger.overlijdensdatum", dag),
    wettigevertegenwoordiger=van("wettelijk_vertegenwoordiger", waar),
    banknummer=ontbreekt("ESIS bewaart alleen het IBAN, niet het oude rekeningnummer"),
    iban=van("verzorger.iban"),
)

HUISARTS = afbeelding(
    Persoon,
    records.Huisarts,
    **naam_van(),
    roepnaam=ontbreekt("van een huisarts mag de roepnaam niet mee"),
    geslacht=ontbreekt("van een huisarts mag het geslacht niet mee"),
    adresgeheim=ontbreekt("van een huisarts mag niet mee of het adres geheim is"),
    adreslijst=elk("adressen", ADRES),
    communicatielijst=elk("contactgegevens", COMMUNICATIE),
)

GBA = afbeelding(
    Gba,
    records.OfficieleNaam,
    gbavoornaam=van("voornamen", woorden),
    gbavoorvoegsel=van("voorvoegsel"),
    gbaachternaam=van("achternaam"),
    gbageboortedatum=van("geboortedatum", gbadatum),
)

OVERSTAPADVIES = afbeelding(
    Overstapadvies,
    records.Advies,
    advies=code("schooladvies", TABELLEN["schooladvies"]),
    wensouders=code("wens_ouders", TABELLEN["schooladvies"]),
    wensleerling=code("wens_leerling", TABELLEN["schooladvies"]),
    herzienadvies=code("herzien", TABELLEN["schooladvies"]),
    motivatie_herzienadvies=van("reden_herziening"),
    profiel=code("leerlingprofiel", TABELLEN["leerlingprofiel"]),
    argumentatie=van("motivering"),
    contactnodig=van("contact_nodig", waar),
    contactpersoon=van("contactpersoon"),
    contacttelefoon=van("contacttelefoon"),
    contactemail=van("contactemail"),
    aandachtspunten=van("aandachtspunten"),
)

VOORSCHOOLS = afbeelding(
    Voorschools,
    records.Voorschools,
    codevoorschoolsehistorie=code("historie", TABELLEN["vve_historie"]),
    codevoorschoolsprogramma=code("programma", TABELLEN["vve_programma"]),
    voorschoolsemaanden=van("maanden", geheel),
    codevoorschoolsetoeleider=code("toeleider", TABELLEN["vve_toeleider"]),
    codevoorschoolsedeelname=code("deelname", TABELLEN["vve_deelname"]),
    voorschoolseaanwezigheid=van("dagdelen", geheel),
)

VROEGSCHOOLS = afbeelding(
    Vroegschools,
    records.Vroegschools,
    sleutel=("programma", "begindatum"),
    codevroegschoolsprogramma=code("programma", TABELLEN["vve_programma"]),
    vroegschoolsdatumingang=van("begindatum", dag),
    vroegschoolseinddatum=van("einddatum", dag),
)

SCHOOLLOOPBAAN = afbeelding(
    Schoolloopbaan,
    records.Plaatsing,
    sleutel=("schooljaar", "groepscode", "begindatum", "vestiging.brincode"),
    schooljaar=van("schooljaar", schooljaar),
    groepscode=van("groepscode"),
    groepsnaam=van("groepsnaam"),
    jaargroep=code("jaargroep", TABELLEN["jaargroep"]),
    begindatum=van("begindatum", dag),
    einddatum=van("einddatum", dag),
    brincode=van("vestiging.brincode", brin),
    vestigingscode=vestigingscode_van("vestiging."),
    schoolsoort=van("schoolsoort"),
    schooltype=van("schooltype"),
    voelementcode=ontbreekt(_ALLEEN_VO),
    voelementomschrijving=ontbreekt(_ALLEEN_VO),
    schoolsoortomschrijving=van("onderwijs"),
)

LEERLING = afbeelding(
    Leerling,
    records.Leerling,
    **naam_van(),
    roepnaam=van("roepnaam"),
    geboortedatum=van("geboortedatum", dag),
    geboortemaand=ontbreekt("mag niet in een dossier; ESIS heeft de hele geboortedatum"),
    geslacht=code("geslacht", TABELLEN["geslacht"]),
    adresgeheim=van("adres_geheim", waar),
    adreslijst=elk("adressen", ADRES),
    postcode4adres=ontbreekt("mag niet in een dossier; ESIS heeft het hele adres"),
    communicatielijst=elk("contactgegevens", COMMUNICATIE),
    gba=blok(GBA, "officieel"),
    adresbuitenland=elk("adres_buitenland"),
    geboorteplaats=ontbreekt("mag niet in een dossier"),
    nationaliteit=ontbreekt("mag niet in een dossier"),
    onderwijsnummer=van("onderwijsnummer", onderwijsnummer),
    bsn=van("bsn", bsn),
    leerlingid=van("key"),
    onderwijssinds=van("onderwijs_in_nederland_sinds", dag),
    startdatumhuidigonderwijs=van("begin_huidig_onderwijs", dag),
    datuminschrijving=van("instroomdatum", dag),
    datumuitschrijving=van("uitstroomdatum", dag),
    teruggeplaatstnaarbrin=van("teruggeplaatst_naar.brincode", brin),
    leerlinggewicht=code("gewicht_nieuw", TABELLEN["gewicht_nieuw"]),
    nnca=code("nnca", TABELLEN["nnca"]),
    tehuis=van("tehuis", waar),
    huisarts=blok(HUISARTS, "huisarts"),
    verzorgersaansprakelijk=van("verzorgers_aansprakelijk", waar),
    aansprakelijkeinstelling=blok(INSTELLING, "aansprakelijke_instelling"),
    overstapadvies=blok(OVERSTAPADVIES, "advies"),
    vanpeuterspeelzaal=van("vve.peuterspeelzaal", waar),
    naampeuterspeelzaal=van("vve.naam_peuterspeelzaal"),
    voorschools=blok(VOORSCHOOLS, "vve.voorschools"),
    vroegschools=elk("vve.vroegschools", VROEGSCHOOLS),
    schoolloopbaanlijst=elk("plaatsingen", SCHOOLLOOPBAAN),
    onderwijsondersteuning=blok(ONDERWIJSONDERSTEUNING, "ondersteuning"),
    verzuim=blok(VERZUIM, "verzuim"),
    eindtoets_basisonderwijs=blok(EINDTOETS, "eindtoets"),
    toetslijst=elk("toetsafnames", TOETS),
    cijferlijstlijst=elk("rapporten", CIJFERLIJST),
    overigdocumentlijst=elk("documenten", DOCUMENT),
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
    **school_van("vestiging."),
    leerling=blok(LEERLING),
)

DOSSIER = afbeelding(
    Dossier,
    records.Leerlinggegevens,
    metadata=kern("pakket, versie, datum en categorieën"),
    overdrachtsoort=kern("het soort overdracht"),
    inzage=blok(INZAGE, "leerling.inzage_ouders"),
    huidigeschool=blok(HUIDIGESCHOOL, "leerling"),
)

INKOMENDE_LEERLING = variant(
    LEERLING,
    leerlingid=van("herkomst.leerlingnummer"),
    datuminschrijving=van("herkomst.instroomdatum", dag),
    datumuitschrijving=van("herkomst.uitstroomdatum", dag),
    teruggeplaatstnaarbrin=ontbreekt("gaat over de vorige school; deze school is het antwoord"),
)

INKOMENDE_SCHOOL = afbeelding(
    Huidigeschool,
    records.Leerling,
    **school_van("herkomst.vestiging."),
    leerling=blok(INKOMENDE_LEERLING),
)

INKOMEND = variant(
    DOSSIER,
    inzage=ontbreekt("de ouders zagen het dossier op de school die het maakte"),
    huidigeschool=blok(INKOMENDE_SCHOOL, "leerling"),
)
"""What is taken in: the school that hands over is the school of origin, never the own school."""


def is_definitief(record: records.Leerlinggegevens) -> bool:
    """Say whether the school has closed the record of a leerling.

    A value that is no truth value counts as closed: what is unclear is not overwritten.
    """
    try:
        return waar(record.leerling.definitief or "false")
    except Onbruikbaar:
        return True


def niet_uitwisselen(record: records.Leerlinggegevens) -> list[str]:
    """Return the categories that parents or school keep out of the exchange.

    A value that the table does not know becomes a category that does not exist: the core then holds
    the dossier back.
    """
    waarden = TABELLEN["niet_uitwisselen"].waarden
    return [waarden.get(naam) or "onbekend" for naam in record.leerling.niet_uitwisselen]

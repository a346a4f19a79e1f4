"""From Magister to the standard: the dossier, the leerling and the people around them."""

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
)
from oso_adapters.mapping import (
    afbeelding,
    blok,
    brin,
    bsn,
    code,
    elementcode,
    elk,
    gbageboortedatum,
    gbavoornamen,
    kern,
    ontbreekt,
    regels,
    samen,
    van,
    vestigingscode,
    zonder_bsn,
)
from oso_magister import records
from oso_magister.codes import TABELLEN
from oso_magister.mapping_ondersteuning import ONDERWIJSONDERSTEUNING
from oso_magister.mapping_resultaten import CIJFERLIJST, EINDTOETS, TOETS, VERZUIM
from oso_magister.mapping_school import (
    ADRES,
    COMMUNICATIE,
    DOCUMENT,
    INSTELLING,
    naam_van,
    school_van,
)
from oso_magister.mapping_vo import (
    BEVORDERD,
    COMPETENTIES,
    EXAMENRESULTAAT,
    OVERIGVOMBO,
    RESULTAATVAKKENVO,
    STAGE,
)
from oso_magister.omzettingen import (
    datum_nl,
    janee_nl,
    laatste_datum,
    namen,
    past_in_lijst,
    schooljaar_van,
    tekst,
)

__all__ = ["DOSSIER", "HUIDIGESCHOOL", "LEERLING", "koppelsleutel", "niet_uitwisselen"]

_ALLEEN_PO = (
    "hoort bij het basisonderwijs, en een school voor voortgezet onderwijs bewaart dit niet"
)

INZAGE = afbeelding(
    Inzage,
    records.Inza,
    voorlopigdossier=van("voorlopig", janee_nl),
    inzage=van("ingezien", janee_nl),
    inzagedatum=van("datum", datum_nl),
    akkoord=code("akkoord", TABELLEN["akkoord"]),
    redennietakkoord=van("reden", tekst),
    toestemming=code("toestemming", TABELLEN["akkoord"]),
)

VERZORGER = afbeelding(
    Verzorger,
    records.Oudr,
    **naam_van(),
    roepnaam=van("roepnaam", tekst),
    geslacht=code("geslacht", TABELLEN["geslacht"]),
    adresgeheim=van("adres_geheim", janee_nl),
    adreslijst=elk("sis_adre", ADRES),
    communicatielijst=elk("sis_comm", COMMUNICATIE),
    relatietotkind=code("relatie", TABELLEN["relatie"]),
    overleden=van("overleden", janee_nl),
    overlijdensdatum=van("dOverleden", datum_nl),
    wettigevertegenwoordiger=van("wettelijk", janee_nl),
    banknummer=ontbreekt("het oude bankrekeningnummer wordt niet meer bewaard, alleen het IBAN"),
    iban=van("iban", tekst),
    sleutel=("relatie", "voorlett", "achternaam"),
)

HUISARTS = afbeelding(
    Persoon,
    records.Huis,
    **naam_van(),
    roepnaam=ontbreekt("van een huisarts mag de roepnaam niet mee"),
    geslacht=ontbreekt("van een huisarts mag het geslacht niet mee"),
    adresgeheim=van("adres_geheim", janee_nl),
    adreslijst=elk("sis_adre", ADRES),
    communicatielijst=elk("sis_comm", COMMUNICATIE),
)

GBA = afbeelding(
    Gba,
    records.Leerlingdossier,
    gbavoornaam=gbavoornamen(
        "sis_lovg.gba_voornamen", "sis_leer.voornamen", "sis_lovg.gba_achternaam", namen
    ),
    gbavoorvoegsel=van("sis_lovg.gba_tussenvoeg", tekst),
    gbaachternaam=van("sis_lovg.gba_achternaam", tekst),
    gbageboortedatum=gbageboortedatum(
        "sis_lovg.gba_datum", "sis_leer.geb_datum", "sis_lovg.gba_achternaam", datum_nl
    ),
)

OVERSTAPADVIES = afbeelding(
    Overstapadvies,
    records.Advi,
    advies=code("advies", TABELLEN["schooladvies"]),
    wensouders=code("wens_ouders", TABELLEN["schooladvies"]),
    wensleerling=code("wens_leerling", TABELLEN["schooladvies"]),
    herzienadvies=code("herzien", TABELLEN["schooladvies"]),
    motivatie_herzienadvies=van("reden_herzien", tekst),
    profiel=code("profiel", TABELLEN["leerlingprofiel"]),
    argumentatie=van("motivering", tekst),
    contactnodig=van("contactnodig", janee_nl),
    contactpersoon=van("idPers.naam_vol"),
    contacttelefoon=van("idPers.telefoon"),
    contactemail=van("idPers.email"),
    aandachtspunten=van("aandacht", tekst),
)

SCHOOLLOOPBAAN = afbeelding(
    Schoolloopbaan,
    records.Aanm,
    schooljaar=van("idBlpe.lesperiode", schooljaar_van),
    groepscode=van("idBgrp.groep"),
    groepsnaam=van("idBgrp.omschr"),
    jaargroep=code("idStud.idBlfa.leerjaar", TABELLEN["leerjaar"]),
    begindatum=van("dBegin", datum_nl),
    einddatum=van("dEinde", datum_nl),
    brincode=van("idBgrp.c_lokatie.brin", brin),
    vestigingscode=van("idBgrp.c_lokatie.vestnr", vestigingscode),
    schoolsoort=van("idStud.soort"),
    schooltype=van("idStud.type"),
    voelementcode=van("idStud.elementcode", elementcode),
    voelementomschrijving=van("idStud.studie"),
    schoolsoortomschrijving=van("idStud.soort_omschr"),
)

LEERLING = afbeelding(
    Leerling,
    records.Leerlingdossier,
    **naam_van("sis_leer."),
    roepnaam=van("sis_leer.roepnaam", tekst),
    geboortedatum=van("sis_leer.geb_datum", datum_nl),
    geboortemaand=ontbreekt("mag niet in een dossier; Magister heeft de hele geboortedatum"),
    geslacht=code("sis_leer.geslacht", TABELLEN["geslacht"]),
    adresgeheim=van("sis_lovg.adres_geheim", janee_nl),
    adreslijst=elk("sis_leer.adres", ADRES),
    postcode4adres=ontbreekt("mag niet in een dossier; Magister heeft het hele adres"),
    communicatielijst=elk("sis_comm", COMMUNICATIE),
    gba=blok(GBA),
    adresbuitenland=van("sis_lovg.adres_buitl", past_in_lijst(regels)),
    geboorteplaats=ontbreekt("mag niet in een dossier"),
    nationaliteit=ontbreekt("mag niet in een dossier"),
    onderwijsnummer=zonder_bsn("sis_lovg.onderwijsnr", "sis_lovg.bsn"),
    bsn=van("sis_lovg.bsn", bsn),
    leerlingid=van("sis_leer.stamnr"),
    onderwijssinds=van("sis_lovg.dOnderwijs_nl", datum_nl),
    startdatumhuidigonderwijs=van("sis_lovg.dOnderwijs", datum_nl),
    datuminschrijving=van("sis_lovg.dInschr", datum_nl),
    datumuitschrijving=samen("sis_aanm.dVertrek", via=laatste_datum),
    teruggeplaatstnaarbrin=van("sis_lovg.terug_brin", brin),
    leerlinggewicht=code("sis_lovg.gewicht", TABELLEN["gewicht"]),
    nnca=code("sis_lovg.nnca", TABELLEN["nnca"]),
    tehuis=van("sis_lovg.tehuis", janee_nl),
    huisarts=blok(HUISARTS, "sis_huis"),
    verzorgersaansprakelijk=van("sis_lovg.oudr_aanspr", janee_nl),
    aansprakelijkeinstelling=blok(INSTELLING, "sis_lovg.sis_inst"),
    overstapadvies=blok(OVERSTAPADVIES, "sis_advi"),
    vanpeuterspeelzaal=ontbreekt(_ALLEEN_PO),
    naampeuterspeelzaal=ontbreekt(_ALLEEN_PO),
    voorschools=ontbreekt(_ALLEEN_PO),
    vroegschools=ontbreekt(_ALLEEN_PO),
    schoolloopbaanlijst=elk("sis_aanm", SCHOOLLOOPBAAN),
    onderwijsondersteuning=blok(ONDERWIJSONDERSTEUNING),
    verzuim=blok(VERZUIM, "sis_verz"),
    eindtoets_basisonderwijs=blok(EINDTOETS, "sis_eind"),
    toetslijst=elk("sis_ltoe", TOETS),
    cijferlijstlijst=elk("sis_rapp", CIJFERLIJST),
    overigdocumentlijst=elk("sis_docu", DOCUMENT),
    verzorger=elk("sis_oudr", VERZORGER),
    bevorderd=blok(BEVORDERD, "sis_bevo"),
    examenresultaat=blok(EXAMENRESULTAAT, "sis_exam"),
    resultaatvakkenvo=elk("sis_lvak", RESULTAATVAKKENVO),
    certificaat=elk("sis_cert", tekst),
    competenties=elk("sis_comp", COMPETENTIES),
    stage=elk("sis_stag", STAGE),
    overigvombo=blok(OVERIGVOMBO, "sis_lob"),
)

HUIDIGESCHOOL = afbeelding(
    Huidigeschool,
    records.Leerlingdossier,
    **school_van("sis_blok.", "omschr", "sis_badr", "sis_bcom"),
    leerling=blok(LEERLING),
)

DOSSIER = afbeelding(
    Dossier,
    records.Leerlingdossier,
    metadata=kern("pakket, versie, datum en categorieën"),
    overdrachtsoort=kern("het soort overdracht"),
    inzage=blok(INZAGE, "sis_inza"),
    huidigeschool=blok(HUIDIGESCHOOL),
)


def niet_uitwisselen(record: records.Leerlingdossier) -> list[str]:
    """Return the categories that parents or school keep out of the exchange.

    A value that the table does not know becomes a category that does not exist: the core then holds
    the dossier back.
    """
    waarden = TABELLEN["nietUitwisselen"].waarden
    return [waarden.get(naam) or "onbekend" for naam in record.sis_optu]


def koppelsleutel(record: records.Leerlingdossier) -> str | None:
    """Return what links a leerling to the dossier at the samenwerkingsverband."""
    return record.sis_lovg.swv_sleutel if record.sis_lovg else None

"""Between the standard and an Aanmelding: what Somtoday keeps of a dossier that it takes in."""

from __future__ import annotations

from oso_adapters.gegevensset import (
    Dossier,
    Huidigeschool,
    Leerling,
    Metadata,
    Overstapadvies,
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
    enkel_in,
    kern,
    onderwijsnummer,
    ontbreekt,
    samen,
    van,
    variant,
    woorden,
)
from oso_somtoday import records_aanmelding as records
from oso_somtoday.codes import TABELLEN
from oso_somtoday.mapping import ALLEEN_PO, GBA, NIET_MEE, VERZORGER_NAMEN, advies_van
from oso_somtoday.mapping_ondersteuning import ONDERWIJSONDERSTEUNING, VERZUIM
from oso_somtoday.mapping_toetsen import EINDTOETS, TOETS
from oso_somtoday.mapping_vo import (
    BEVORDERD,
    CIJFERLIJST,
    COMPETENTIES,
    EXAMENRESULTAAT,
    ONDERDEEL,
    OVERIGVOMBO,
    RESULTAATVAKKENVO,
    SCHOOLLOOPBAAN,
    SCORE,
    STAGE,
    VAKCIJFER,
)
from oso_somtoday.mapping_wie import ADRES, COMMUNICATIE, DOCUMENT, HUISARTS, INSTELLING
from oso_somtoday.omzettingen import drie_regels, regels_terug

__all__ = ["AANMELDING", "is_definitief"]

_OVER_HET_DOSSIER = "gaat over het dossier zelf, niet over de leerling"
_ANDERE_SCHOOL = "van de school van herkomst bewaart Somtoday alleen BRIN, vestigingscode en naam"
_EIGEN = "de nieuwe school geeft een eigen nummer en heeft een eigen inschrijving"
_PERSONALIA = "registratie.personalia."
_LOOPBAAN = "registratie.schoolloopbaan."
_BEGELEIDING = "registratie.begeleiding."

METADATA = afbeelding(
    Metadata,
    records.Aanmelding,
    deeldossier=ontbreekt(_OVER_HET_DOSSIER),
    pakketnaam=van("registratie.herkomst.pakket"),
    pakketversie=ontbreekt(_OVER_HET_DOSSIER),
    datum=ontbreekt(_OVER_HET_DOSSIER),
    standaardversie=ontbreekt(_OVER_HET_DOSSIER),
    validatieversie=ontbreekt(_OVER_HET_DOSSIER),
    categorie_uitlevering=ontbreekt(_OVER_HET_DOSSIER),
    overstap=ontbreekt(_OVER_HET_DOSSIER),
)

VERZORGER = afbeelding(
    Verzorger,
    records.AanmeldingVerzorger,
    voornaam=ontbreekt(VERZORGER_NAMEN),
    voorletters_1=van("voorletters"),
    voorvoegsel=van("voorvoegsel"),
    achternaam=van("achternaam"),
    roepnaam=ontbreekt(VERZORGER_NAMEN),
    geslacht=code("geslacht", TABELLEN["geslacht"]),
    adresgeheim=van("registratie.adres_geheim"),
    adreslijst=elk("registratie.adressen", ADRES),
    communicatielijst=elk("registratie.contactgegevens", COMMUNICATIE),
    relatietotkind=code("relatie_tot_leerling", TABELLEN["relatie"]),
    overleden=van("registratie.overleden"),
    overlijdensdatum=van("registratie.overlijdensdatum", datum),
    wettigevertegenwoordiger=van("wettelijk_vertegenwoordiger"),
    banknummer=ontbreekt("Somtoday bewaart alleen het IBAN, niet het oude rekeningnummer"),
    iban=van("iban"),
    sleutel=("achternaam", "voorletters"),
)

ADVIES = afbeelding(
    Overstapadvies, records.Aanmelding, **advies_van("advies.", f"{_BEGELEIDING}advies.")
)

# Marks and codes of subjects of another school are kept as they came.
WAARDERING = variant(SCORE, waarde=van("cijfer"))
RAPPORTONDERDEEL = variant(ONDERDEEL, score=blok(WAARDERING, "beoordeling"))
RAPPORTVAK = variant(
    VAKCIJFER,
    onderdeel=elk("onderdelen", RAPPORTONDERDEEL),
    score=elk("beoordelingen", WAARDERING),
)
RAPPORT = variant(CIJFERLIJST, cijferlijstTypelijst=elk("vakken", RAPPORTVAK))
VAKRESULTAAT = variant(RESULTAATVAKKENVO, vakcode=van("landelijke_vakcode"))

LEERLING = afbeelding(
    Leerling,
    records.Aanmelding,
    voornaam=van("leerling.voornamen", woorden),
    voorletters_1=van(f"{_PERSONALIA}voorletters"),
    voorvoegsel=van("leerling.voorvoegsel"),
    achternaam=van("leerling.achternaam"),
    roepnaam=van("leerling.roepnaam"),
    geboortedatum=van("leerling.geboortedatum", datum),
    geboortemaand=ontbreekt(NIET_MEE),
    geslacht=code("leerling.geslacht", TABELLEN["geslacht"]),
    adresgeheim=van(f"{_PERSONALIA}adres_geheim"),
    adreslijst=elk(f"{_PERSONALIA}adressen", ADRES),
    postcode4adres=ontbreekt(NIET_MEE),
    communicatielijst=elk(f"{_PERSONALIA}contactgegevens", COMMUNICATIE),
    gba=blok(GBA, f"{_PERSONALIA}gba"),
    adresbuitenland=samen(
        "leerling.adres_buitenland.adres_regel_1",
        "leerling.adres_buitenland.adres_regel_2",
        "leerling.adres_buitenland.adres_regel_3",
        via=drie_regels,
        terug=regels_terug,
    ),
    geboorteplaats=ontbreekt(NIET_MEE),
    nationaliteit=ontbreekt(NIET_MEE),
    onderwijsnummer=van("leerling.onderwijsnummer", onderwijsnummer),
    bsn=van("leerling.bsn", bsn),
    leerlingid=enkel_in(van("registratie.herkomst.leerlingnummer"), _EIGEN),
    onderwijssinds=van(f"{_PERSONALIA}onderwijs_sinds", datum),
    startdatumhuidigonderwijs=van(f"{_PERSONALIA}start_huidig_onderwijs", datum),
    datuminschrijving=enkel_in(van("school_van_herkomst_nederland.inschrijfdatum", datum), _EIGEN),
    datumuitschrijving=enkel_in(van("registratie.herkomst.uitschrijfdatum", datum), _EIGEN),
    teruggeplaatstnaarbrin=van(f"{_LOOPBAAN}teruggeplaatst_naar", brin),
    leerlinggewicht=ontbreekt(ALLEEN_PO),
    nnca=code(f"{_PERSONALIA}nnca", TABELLEN["nnca"]),
    tehuis=van(f"{_PERSONALIA}tehuis"),
    huisarts=blok(HUISARTS, f"{_PERSONALIA}huisarts"),
    verzorgersaansprakelijk=van(f"{_PERSONALIA}verzorgers_aansprakelijk"),
    aansprakelijkeinstelling=blok(INSTELLING, f"{_PERSONALIA}aansprakelijke_instelling"),
    overstapadvies=blok(ADVIES),
    vanpeuterspeelzaal=ontbreekt(ALLEEN_PO),
    naampeuterspeelzaal=ontbreekt(ALLEEN_PO),
    voorschools=ontbreekt(ALLEEN_PO),
    vroegschools=ontbreekt(ALLEEN_PO),
    schoolloopbaanlijst=elk(f"{_LOOPBAAN}stappen", SCHOOLLOOPBAAN),
    onderwijsondersteuning=blok(ONDERWIJSONDERSTEUNING, f"{_BEGELEIDING}ondersteuning"),
    verzuim=blok(VERZUIM, f"{_BEGELEIDING}verzuim"),
    eindtoets_basisonderwijs=blok(EINDTOETS, f"{_PERSONALIA}eindtoets"),
    toetslijst=elk(f"{_LOOPBAAN}toetsafnames", TOETS),
    cijferlijstlijst=elk(f"{_LOOPBAAN}rapporten", RAPPORT),
    overigdocumentlijst=elk(f"{_BEGELEIDING}bijlagen", DOCUMENT),
    verzorger=elk("verzorgers", VERZORGER),
    bevorderd=blok(BEVORDERD, f"{_LOOPBAAN}bevordering"),
    examenresultaat=blok(EXAMENRESULTAAT, f"{_LOOPBAAN}examen"),
    resultaatvakkenvo=elk(f"{_LOOPBAAN}vakresultaten", VAKRESULTAAT),
    certificaat=elk(f"{_LOOPBAAN}certificaten"),
    competenties=elk(f"{_LOOPBAAN}competenties", COMPETENTIES),
    stage=elk(f"{_LOOPBAAN}stages", STAGE),
    overigvombo=blok(OVERIGVOMBO, f"{_LOOPBAAN}vervolg_mbo"),
)

SCHOOL_VAN_HERKOMST = afbeelding(
    Huidigeschool,
    records.Aanmelding,
    naam=van("registratie.herkomst.naam"),
    adreslijst=ontbreekt(_ANDERE_SCHOOL),
    communicatielijst=ontbreekt(_ANDERE_SCHOOL),
    brincode=van("school_van_herkomst_nederland.brincode", brin),
    vestigingscode=van("school_van_herkomst_nederland.vestigingscode"),
    aanleverpunt=ontbreekt(_ANDERE_SCHOOL),
    soort=ontbreekt(_ANDERE_SCHOOL),
    type=ontbreekt(_ANDERE_SCHOOL),
    naamdirecteur=ontbreekt(_ANDERE_SCHOOL),
    website=ontbreekt(_ANDERE_SCHOOL),
    leerling=blok(LEERLING),
)

AANMELDING = afbeelding(
    Dossier,
    records.Aanmelding,
    metadata=blok(METADATA),
    overdrachtsoort=kern("het soort overdracht"),
    inzage=ontbreekt("de ouders zagen het dossier op de school die het maakte"),
    huidigeschool=blok(SCHOOL_VAN_HERKOMST),
)
"""What is taken in: the school that hands over is the school of origin, never the own school."""


def is_definitief(record: records.Aanmelding) -> bool:
    """Say whether the school went through the steps of the portal for this leerling."""
    return record.registratie is not None and record.registratie.al_geregistreerd is True

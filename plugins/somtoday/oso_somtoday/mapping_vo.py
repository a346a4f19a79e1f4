"""From Somtoday to the standard: reports, marks and the exam of secondary education, both ways."""

from __future__ import annotations

from oso_adapters.gegevensset import (
    Bevorderd,
    Cijferlijst,
    Competenties,
    Examenresultaat,
    Onderdeel,
    Overigvombo,
    Resultaatvakkenvo,
    Schoolloopbaan,
    Score,
    Stage,
    Vakcijfer,
    Werkstuk,
)
from oso_adapters.mapping import (
    afbeelding,
    blok,
    code,
    datum,
    elementcode,
    elk,
    getal,
    samen,
    uit,
    van,
)
from oso_somtoday import records_vo as records
from oso_somtoday.codes import TABELLEN
from oso_somtoday.mapping_wie import INSTELLING
from oso_somtoday.omzettingen import (
    brin_van,
    brincode,
    cijfer_met_punt,
    eindcijfer,
    jaargroep,
    jaargroep_terug,
    leerjaar,
    schooljaar_slash,
    vakcode,
    vestigingscode,
)
from oso_somtoday.records_oso import Loopbaanstap

__all__ = [
    "BEVORDERD",
    "CIJFERLIJST",
    "COMPETENTIES",
    "EXAMENRESULTAAT",
    "ONDERDEEL",
    "OVERIGVOMBO",
    "RESULTAATVAKKENVO",
    "SCHOOLLOOPBAAN",
    "SCORE",
    "STAGE",
    "VAKCIJFER",
]

SCHOOLLOOPBAAN = afbeelding(
    Schoolloopbaan,
    Loopbaanstap,
    schooljaar=van("plaatsing.schooljaar", schooljaar_slash),
    groepscode=van("plaatsing.stamgroep.naam"),
    groepsnaam=van("plaatsing.stamgroep.omschrijving"),
    jaargroep=samen("plaatsing.leerjaar", "groep", via=jaargroep, terug=jaargroep_terug),
    begindatum=van("plaatsing.startdatum", datum),
    einddatum=van("plaatsing.einddatum", datum),
    brincode=van("brin", brincode),
    vestigingscode=van("brin", vestigingscode),
    schoolsoort=van("schoolsoort"),
    schooltype=van("plaatsing.stamgroep.onderwijssoort"),
    voelementcode=van("plaatsing.opleiding.code", elementcode),
    voelementomschrijving=van("plaatsing.opleiding.landelijke_naam"),
    schoolsoortomschrijving=van("omschrijving"),
    sleutel=("plaatsing.schooljaar", "plaatsing.startdatum", "plaatsing.stamgroep.naam"),
    terug={"brin": uit("brincode", "vestigingscode", via=brin_van)},
)

SCORE = afbeelding(
    Score,
    records.Beoordeling,
    waarde=van("cijfer", cijfer_met_punt),
    kwalificatie=van("omschrijving"),
    sleutel=("cijfer", "omschrijving"),
)

ONDERDEEL = afbeelding(
    Onderdeel,
    records.Rapportonderdeel,
    naam=van("naam"),
    score=blok(SCORE, "beoordeling"),
    afnamedatum=van("datum", datum),
    jaargroep=samen("leerjaar", "groep", via=jaargroep, terug=jaargroep_terug),
    periode=van("periode"),
    sleutel=("naam", "datum"),
)

VAKCIJFER = afbeelding(
    Vakcijfer,
    records.Rapportvak,
    naam=van("naam"),
    onderdeel=elk("onderdelen", ONDERDEEL),
    score=elk("beoordelingen", SCORE),
    sleutel=("naam",),
)

CIJFERLIJST = afbeelding(
    Cijferlijst,
    records.Rapport,
    cijferlijstTypelijst=elk("vakken", VAKCIJFER),
    afnamedatum=van("datum", datum),
    jaargroep=samen("leerjaar", "groep", via=jaargroep, terug=jaargroep_terug),
    periode=van("periode"),
    sleutel=("leerjaar", "groep", "periode", "datum"),
)

BEVORDERD = afbeelding(
    Bevorderd,
    records.Bevordering,
    elementcode=van("opleiding.code", elementcode),
    leerjaar=van("leerjaar", leerjaar),
)

EXAMENRESULTAAT = afbeelding(
    Examenresultaat,
    records.Examen,
    soortdiploma=van("diploma"),
    examenjaar=van("examenjaar"),
    datumuitslag=van("datum_uitslag", datum),
    examenuitslag=code("uitslag", TABELLEN["examenuitslag"]),
)

WERKSTUK = afbeelding(
    Werkstuk,
    records.Werkstuk,
    werkstuktitel=van("titel"),
    werkstukbeoordeling=van("beoordeling"),
)

# Each kind of mark is an item of its own, so the marks are part of the key; only a rapportcijfer,
# which is never final, may become another one.
RESULTAATVAKKENVO = afbeelding(
    Resultaatvakkenvo,
    records.Vakresultaat,
    vakcode=van("landelijke_vakcode", vakcode),
    vakleergebied=van("landelijke_vaknaam"),
    afgerond=van("afgerond"),
    datumafgerond=van("datum_afgerond", datum),
    examenvak=van("examenvak"),
    beoordelingexamenvak=code("beoordeling", TABELLEN["vakbeoordeling"]),
    exameneindcijfer=van("eindcijfer", eindcijfer),
    cijferce=van("ce_eindcijfer", getal),
    eindcijferse=van("se_eindcijfer", getal),
    cijferse=elk("se_resultaten", getal),
    rapportcijfer=van("rapportcijfer", getal),
    werkstuk=blok(WERKSTUK, "werkstuk"),
    sleutel=(
        "landelijke_vakcode",
        "beoordeling",
        "eindcijfer",
        "ce_eindcijfer",
        "se_eindcijfer",
        "se_resultaten",
        "werkstuk.titel",
    ),
)

COMPETENTIES = afbeelding(
    Competenties,
    records.Competentie,
    competentiereferentie=van("referentie"),
    competentiecategorie=van("categorie"),
    competentiebeschrijving=van("beschrijving"),
    competentiestatus=van("status"),
    sleutel=("referentie", "categorie"),
)

STAGE = afbeelding(
    Stage,
    records.Stage,
    begindatum=van("startdatum", datum),
    einddatum=van("einddatum", datum),
    soortstage=van("soort"),
    functierol=van("functie"),
    instelling=blok(INSTELLING, "instelling"),
    beoordeling=van("beoordeling"),
    sleutel=("startdatum", "soort"),
)

OVERIGVOMBO = afbeelding(
    Overigvombo,
    records.VervolgMbo,
    keuzevervolgopleiding=van("keuze_opleiding"),
    beroepskeuzetest=van("beroepskeuzetest"),
    portfolio=van("portfolio"),
    pop=van("pop"),
    motivatiebrief=van("motivatiebrief"),
    lobdossier=van("lob_dossier"),
)

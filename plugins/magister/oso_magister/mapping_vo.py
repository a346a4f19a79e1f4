"""From Magister to the standard: what a leerling did in secondary school."""

from __future__ import annotations

from decimal import Decimal

from oso_adapters.gegevensset import (
    Bevorderd,
    Competenties,
    Examenresultaat,
    Overigvombo,
    Resultaatvakkenvo,
    Stage,
    Werkstuk,
)
from oso_adapters.mapping import (
    Bron,
    afbeelding,
    blok,
    code,
    elementcode,
    geheel,
    kommagetal,
    samen,
    van,
)
from oso_magister import records_vo as lijsten
from oso_magister.codes import TABELLEN
from oso_magister.mapping_school import INSTELLING
from oso_magister.omzettingen import (
    alleen_bij,
    cijfers_se,
    datum_nl,
    eindcijfer,
    janee_nl,
    met_soort,
    tekst,
    werkstuktitel,
)

__all__ = [
    "BEVORDERD",
    "COMPETENTIES",
    "EXAMENRESULTAAT",
    "OVERIGVOMBO",
    "RESULTAATVAKKENVO",
    "STAGE",
]

BEVORDERD = afbeelding(
    Bevorderd,
    lijsten.Bevo,
    elementcode=van("elementcode", elementcode),
    leerjaar=van("leerjaar", tekst),
)

EXAMENRESULTAAT = afbeelding(
    Examenresultaat,
    lijsten.Exam,
    soortdiploma=van("diploma", tekst),
    examenjaar=van("jaar", geheel),
    datumuitslag=van("dUitslag", datum_nl),
    examenuitslag=code("uitslag", TABELLEN["examenuitslag"]),
)


WERKSTUK = afbeelding(
    Werkstuk,
    lijsten.Lvak,
    werkstuktitel=samen("werkstuk", "soort", via=werkstuktitel, terug=met_soort("WS", tekst.terug)),
    werkstukbeoordeling=samen(
        "cijfer", "soort", via=alleen_bij("WS", tekst), terug=met_soort("WS", tekst.terug)
    ),
)


def _cijfer(soort: str) -> Bron:
    """Return the source of one kind of mark: a row has one mark, with its kind."""
    return samen(
        "cijfer",
        "soort",
        via=alleen_bij(soort, kommagetal),
        terug=met_soort(soort, kommagetal.terug),
    )


def _cijfers_terug(waarden: list[Decimal]) -> tuple[list[str], str]:
    return [kommagetal.terug(waarde) for waarde in waarden], "SE"


RESULTAATVAKKENVO = afbeelding(
    Resultaatvakkenvo,
    lijsten.Lvak,
    vakcode=van("c_vak", tekst),
    vakleergebied=van("omschr", tekst),
    afgerond=van("afgerond", janee_nl),
    datumafgerond=van("dAfgerond", datum_nl),
    examenvak=van("examenvak", janee_nl),
    beoordelingexamenvak=code("oordeel", TABELLEN["vakoordeel"]),
    exameneindcijfer=samen("cijfer", "soort", via=eindcijfer, terug=met_soort("EIND", str)),
    cijferce=_cijfer("CE"),
    eindcijferse=_cijfer("ESE"),
    cijferse=samen("sis_lcij", "soort", via=cijfers_se, terug=_cijfers_terug),
    rapportcijfer=_cijfer("RAP"),
    werkstuk=blok(WERKSTUK),
    sleutel=("c_vak", "soort"),
)

COMPETENTIES = afbeelding(
    Competenties,
    lijsten.Comp,
    competentiereferentie=van("referentie", tekst),
    competentiecategorie=van("categorie", tekst),
    competentiebeschrijving=van("omschr", tekst),
    competentiestatus=van("status", tekst),
    sleutel=("referentie", "omschr"),
)

STAGE = afbeelding(
    Stage,
    lijsten.Stag,
    begindatum=van("dBegin", datum_nl),
    einddatum=van("dEinde", datum_nl),
    soortstage=van("soort", tekst),
    functierol=van("rol", tekst),
    instelling=blok(INSTELLING, "sis_inst"),
    beoordeling=van("beoordeling", tekst),
    sleutel=("dBegin", "soort"),
)

OVERIGVOMBO = afbeelding(
    Overigvombo,
    lijsten.Lob,
    keuzevervolgopleiding=van("keuze", tekst),
    beroepskeuzetest=van("beroepskeuzetest", janee_nl),
    portfolio=van("portfolio", janee_nl),
    pop=van("pop", janee_nl),
    motivatiebrief=van("motivatiebrief", janee_nl),
    lobdossier=van("lobdossier", janee_nl),
)

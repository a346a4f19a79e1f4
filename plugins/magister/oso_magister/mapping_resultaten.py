"""From Magister to the standard: tests, the eindtoets, reports, absence."""

from __future__ import annotations

from oso_adapters.gegevensset import (
    Afgenomendoor,
    Afname,
    Betrouwbaarheidsinterval,
    Cijferlijst,
    EindtoetsBasisonderwijs,
    Eindtoetsdomein,
    Eindtoetsonderdeel,
    Eindtoetsresultaat,
    Onderdeel,
    Referentiescore,
    Resultaat,
    Score,
    Toets,
    Toetsidentificatie,
    Toetsonderdeel,
    Toetsscore,
    Vakcijfer,
    Verzuim,
    Werktbijinstelling,
)
from oso_adapters.mapping import (
    Bron,
    afbeelding,
    blok,
    cijfer,
    code,
    elk,
    geheel,
    kommagetal,
    van,
)
from oso_magister import records_resultaten as lijsten
from oso_magister.codes import TABELLEN
from oso_magister.mapping_school import DOCUMENT, INSTELLING, SCHOOL
from oso_magister.omzettingen import (
    datum_nl,
    janee_nl,
    past_in_lijst,
    tekst,
)

__all__ = ["CIJFERLIJST", "EINDTOETS", "TOETS", "VERZUIM"]

TOETSIDENTIFICATIE = afbeelding(
    Toetsidentificatie,
    lijsten.Ltoe,
    eldtoetscode=van("code", tekst),
    leergebied=van("vakgebied", tekst),
    toetsnaam=van("naam", tekst),
    toetsversie=van("versie", tekst),
)

WERKTBIJINSTELLING = afbeelding(
    Werktbijinstelling,
    lijsten.Ltoe,
    instelling=blok(INSTELLING, "sis_inst"),
    school=blok(SCHOOL, "sis_scho"),
)

AFGENOMENDOOR = afbeelding(
    Afgenomendoor,
    lijsten.Ltoe,
    naammedewerker=van("afnemer", tekst),
    functie=van("afnemer_functie", tekst),
    werktbijinstelling=blok(WERKTBIJINSTELLING),
)

AFNAME = afbeelding(
    Afname,
    lijsten.Ltoe,
    afnamedatum=van("datum", datum_nl),
    jaargroep=code("leerjaar", TABELLEN["leerjaar"]),
    dl=van("dl", geheel),
    afgenomendoor=blok(AFGENOMENDOOR),
)

INTERVAL = afbeelding(
    Betrouwbaarheidsinterval,
    lijsten.Tres,
    bivlaag=van("van", kommagetal),
    bivhoog=van("tot", kommagetal),
)

TOETSSCORE = afbeelding(
    Toetsscore,
    lijsten.Tres,
    aantalopgaven=van("opgaven", geheel),
    aantalgoed=van("goed", geheel),
    aantalfout=van("fout", geheel),
    aantalgelezen=van("gelezen", geheel),
    tijd=van("seconden", kommagetal),
    vaardigheidsscore=van("vaardigheid", kommagetal),
    codevaardigheidsschaal=van("schaal", tekst),
    betrouwbaarheidsinterval=blok(INTERVAL),
)

REFERENTIESCORE = afbeelding(
    Referentiescore,
    lijsten.Norm,
    codereferentiescore=code("soort", TABELLEN["normscore"]),
    codevergelijkingsgroep=code("groep", TABELLEN["vergelijkingsgroep"]),
    waarde=van("score", tekst),
    kwalificatie=van("toelichting", tekst),
    sleutel=("soort", "groep"),
)

RESULTAAT = afbeelding(
    Resultaat,
    lijsten.Tres,
    toetsscore=blok(TOETSSCORE),
    referentiescore=elk("sis_norm", REFERENTIESCORE),
    document=blok(DOCUMENT, "sis_docu"),
)

TOETSONDERDEEL = afbeelding(
    Toetsonderdeel,
    lijsten.Lton,
    eldonderdeelcode=van("code", tekst),
    onderdeelnaam=van("naam", tekst),
    resultaat=blok(RESULTAAT, "sis_tres"),
    sleutel=("code",),
)

TOETS = afbeelding(
    Toets,
    lijsten.Ltoe,
    toetsidentificatie=blok(TOETSIDENTIFICATIE),
    afname=blok(AFNAME),
    resultaat=blok(RESULTAAT, "sis_tres"),
    toetsonderdeel=elk("sis_lton", TOETSONDERDEEL),
    opmerking=van("opmerking", tekst),
    sleutel=("code", "datum"),
)

EINDTOETSDOMEIN = afbeelding(
    Eindtoetsdomein,
    lijsten.Edom,
    domeincode=code("domein", TABELLEN["eindtoetsdomein"]),
    domeinomschrijving=van("omschr", tekst),
    dom_referentieniveau=code("niveau", TABELLEN["referentieniveau"]),
    sleutel=("domein",),
)

EINDTOETSONDERDEEL = afbeelding(
    Eindtoetsonderdeel,
    lijsten.Eond,
    onderdeelcode=code("onderdeel", TABELLEN["eindtoetsonderdeel"]),
    onderdeelomschrijving=van("omschr", tekst),
    ond_referentieniveau=code("niveau", TABELLEN["referentieniveau"]),
    domeinen=elk("sis_edom", EINDTOETSDOMEIN),
    sleutel=("onderdeel",),
)

EINDTOETSRESULTAAT = afbeelding(
    Eindtoetsresultaat,
    lijsten.Eind,
    toetssoort=code("toets", TABELLEN["eindtoets"]),
    toetsniveau=code("niveau", TABELLEN["eindtoetsniveau"]),
    toetsomschrijving=van("omschr", tekst),
    datum_afname=van("datum", datum_nl),
    wettelijke_ontheffing=code("ontheffing", TABELLEN["ontheffing"]),
    standaardscore=van("score", geheel),
    toets_advies=van("toetsadvies", tekst),
    onderdelen=elk("sis_eond", EINDTOETSONDERDEEL),
)

EINDTOETS = afbeelding(
    EindtoetsBasisonderwijs,
    lijsten.Eind,
    eindtoetsresultaat=blok(EINDTOETSRESULTAAT),
    deelgenomen=van("deelgenomen", janee_nl),
    document=elk("sis_docu", DOCUMENT),
)


def _score() -> dict[str, Bron]:
    return {"waarde": van("cijfer", past_in_lijst(cijfer)), "kwalificatie": van("oordeel", tekst)}


ONDERDEEL = afbeelding(
    Onderdeel,
    lijsten.Rond,
    naam=van("naam", tekst),
    score=blok(afbeelding(Score, lijsten.Rond, **_score())),
    afnamedatum=van("datum", datum_nl),
    jaargroep=code("leerjaar", TABELLEN["leerjaar"]),
    periode=van("periode", tekst),
    sleutel=("naam", "datum"),
)

VAKCIJFER = afbeelding(
    Vakcijfer,
    lijsten.Rvak,
    naam=van("naam", tekst),
    onderdeel=elk("sis_rond", ONDERDEEL),
    score=elk(
        "sis_rcij", afbeelding(Score, lijsten.Rcij, **_score(), sleutel=("cijfer", "oordeel"))
    ),
    sleutel=("naam",),
)

CIJFERLIJST = afbeelding(
    Cijferlijst,
    lijsten.Rapp,
    cijferlijstTypelijst=elk("sis_rvak", VAKCIJFER),
    afnamedatum=van("datum", datum_nl),
    jaargroep=code("leerjaar", TABELLEN["leerjaar"]),
    periode=van("periode", tekst),
    sleutel=("datum", "leerjaar", "periode"),
)

VERZUIM = afbeelding(
    Verzuim,
    lijsten.Verz,
    dagdelengeoorloofd=van("dagdelen_geoorl", geheel),
    dagdelenongeoorloofd=van("dagdelen_ongeoorl", geheel),
    urengeoorloofd=van("uren_geoorl", geheel),
    urenongeoorloofd=van("uren_ongeoorl", geheel),
    meerdan25percent=van("meer_dan_kwart", janee_nl),
    frequentie=van("frequentie", geheel),
    contactleerplicht=van("leerplicht", janee_nl),
    rmcmelding=van("rmc", janee_nl),
    documentLijst=elk("sis_docu", DOCUMENT),
)

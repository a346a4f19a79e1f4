"""From ESIS to the standard: tests, the eindtoets, reports, absence."""

from __future__ import annotations

from oso_adapters.gegevensset import (
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
)
from oso_adapters.mapping import afbeelding, blok, code, elk, geheel, getal, van
from oso_esis import records_resultaten as records
from oso_esis.codes import TABELLEN
from oso_esis.mapping_school import AFGENOMENDOOR, DOCUMENT
from oso_esis.omzettingen import cijfer, dag, waar

__all__ = ["CIJFERLIJST", "EINDTOETS", "TOETS", "VERZUIM"]

TOETSIDENTIFICATIE = afbeelding(
    Toetsidentificatie,
    records.Resultaat,
    eldtoetscode=van("toetscode"),
    leergebied=van("leergebied"),
    toetsnaam=van("naam"),
    toetsversie=van("versie"),
)

AFNAME = afbeelding(
    Afname,
    records.Resultaat,
    afnamedatum=van("afnamedatum", dag),
    jaargroep=code("jaargroep", TABELLEN["jaargroep"]),
    dl=van("didactische_leeftijd", geheel),
    afgenomendoor=blok(AFGENOMENDOOR, "afgenomen_door"),
)

INTERVAL = afbeelding(
    Betrouwbaarheidsinterval,
    records.Betrouwbaarheidsinterval,
    bivlaag=van("bivlaag", getal),
    bivhoog=van("bivhoog", getal),
)

TOETSSCORE = afbeelding(
    Toetsscore,
    records.Toetsscore,
    aantalopgaven=van("aantalopgaven", geheel),
    aantalgoed=van("aantalgoed", geheel),
    aantalfout=van("aantalfout", geheel),
    aantalgelezen=van("aantalgelezen", geheel),
    tijd=van("tijd", getal),
    vaardigheidsscore=van("vaardigheidsscore", getal),
    codevaardigheidsschaal=van("codevaardigheidsschaal"),
    betrouwbaarheidsinterval=blok(INTERVAL, "betrouwbaarheidsinterval"),
)

REFERENTIESCORE = afbeelding(
    Referentiescore,
    records.Referentiescore,
    sleutel=("codereferentiescore", "codevergelijkingsgroep"),
    codereferentiescore=code("codereferentiescore", TABELLEN["referentiescore"]),
    codevergelijkingsgroep=code("codevergelijkingsgroep", TABELLEN["vergelijkingsgroep"]),
    waarde=van("waarde"),
    kwalificatie=van("kwalificatie"),
)

RESULTAAT = afbeelding(
    Resultaat,
    records.Resultaat,
    toetsscore=blok(TOETSSCORE, "osoresultaat.toetsscore"),
    referentiescore=elk("osoresultaat.referentiescore", REFERENTIESCORE),
    document=blok(DOCUMENT, "document"),
)

TOETSONDERDEEL = afbeelding(
    Toetsonderdeel,
    records.Resultaat,
    sleutel=("toetsonderdeelcode",),
    eldonderdeelcode=van("toetsonderdeelcode"),
    onderdeelnaam=van("naam"),
    resultaat=blok(RESULTAAT),
)

TOETS = afbeelding(
    Toets,
    records.Toetsafname,
    sleutel=("resultaat.toetscode", "resultaat.versie", "resultaat.afnamedatum"),
    toetsidentificatie=blok(TOETSIDENTIFICATIE, "resultaat"),
    afname=blok(AFNAME, "resultaat"),
    resultaat=blok(RESULTAAT, "resultaat"),
    toetsonderdeel=elk("onderdelen", TOETSONDERDEEL),
    opmerking=van("resultaat.opmerking"),
)

EINDTOETSDOMEIN = afbeelding(
    Eindtoetsdomein,
    records.Eindtoetsdomein,
    sleutel=("domein",),
    domeincode=code("domein", TABELLEN["eindtoetsdomein"]),
    domeinomschrijving=van("omschrijving"),
    dom_referentieniveau=code("niveau", TABELLEN["referentieniveau"]),
)

EINDTOETSONDERDEEL = afbeelding(
    Eindtoetsonderdeel,
    records.Eindtoetsonderdeel,
    sleutel=("onderdeel",),
    onderdeelcode=code("onderdeel", TABELLEN["eindtoetsonderdeel"]),
    onderdeelomschrijving=van("omschrijving"),
    ond_referentieniveau=code("niveau", TABELLEN["referentieniveau"]),
    domeinen=elk("domeinen", EINDTOETSDOMEIN),
)

EINDTOETSRESULTAAT = afbeelding(
    Eindtoetsresultaat,
    records.Eindtoets,
    toetssoort=code("toets", TABELLEN["eindtoets"]),
    toetsniveau=code("soort", TABELLEN["eindtoetssoort"]),
    toetsomschrijving=van("omschrijving"),
    datum_afname=van("afnamedatum", dag),
    wettelijke_ontheffing=code("ontheffing", TABELLEN["ontheffing"]),
    standaardscore=van("standaardscore", geheel),
    toets_advies=van("toetsadvies"),
    onderdelen=elk("onderdelen", EINDTOETSONDERDEEL),
)

EINDTOETS = afbeelding(
    EindtoetsBasisonderwijs,
    records.Eindtoets,
    eindtoetsresultaat=blok(EINDTOETSRESULTAAT),
    deelgenomen=van("deelgenomen", waar),
    document=elk("documenten", DOCUMENT),
)

SCORE = afbeelding(
    Score,
    records.Waardering,
    sleutel=("cijfer", "beoordeling"),
    waarde=van("cijfer", cijfer),
    kwalificatie=van("beoordeling"),
)

ONDERDEEL = afbeelding(
    Onderdeel,
    records.Rapportonderdeel,
    sleutel=("naam", "datum", "periode"),
    naam=van("naam"),
    score=blok(SCORE, "waardering"),
    afnamedatum=van("datum", dag),
    jaargroep=code("jaargroep", TABELLEN["jaargroep"]),
    periode=van("periode"),
)

VAKCIJFER = afbeelding(
    Vakcijfer,
    records.Rapportvak,
    sleutel=("naam",),
    naam=van("naam"),
    onderdeel=elk("onderdelen", ONDERDEEL),
    score=elk("waarderingen", SCORE),
)

CIJFERLIJST = afbeelding(
    Cijferlijst,
    records.Rapport,
    sleutel=("datum", "jaargroep", "periode"),
    cijferlijstTypelijst=elk("vakken", VAKCIJFER),
    afnamedatum=van("datum", dag),
    jaargroep=code("jaargroep", TABELLEN["jaargroep"]),
    periode=van("periode"),
)

VERZUIM = afbeelding(
    Verzuim,
    records.Verzuim,
    dagdelengeoorloofd=van("dagdelen_geoorloofd", geheel),
    dagdelenongeoorloofd=van("dagdelen_ongeoorloofd", geheel),
    urengeoorloofd=van("uren_geoorloofd", geheel),
    urenongeoorloofd=van("uren_ongeoorloofd", geheel),
    meerdan25percent=van("meer_dan_kwart", waar),
    frequentie=van("aantal_keren", geheel),
    contactleerplicht=van("leerplicht_ingelicht", waar),
    rmcmelding=van("rmc_gemeld", waar),
    documentLijst=elk("documenten", DOCUMENT),
)

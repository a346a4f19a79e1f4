"""From ParnasSys to the standard: tests, the eindtoets, reports, absence."""

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
from oso_adapters.mapping import (
    afbeelding,
    blok,
    cijfer,
    code,
    elk,
    geheel,
    janee,
    kommagetal,
    van,
)
from oso_parnassys import records_resultaten as records
from oso_parnassys.codes import TABELLEN
from oso_parnassys.mapping_school import AFGENOMENDOOR, DOCUMENT
from oso_parnassys.omzettingen import (
    tijdstip,
)

__all__ = ["CIJFERLIJST", "EINDTOETS", "TOETS", "VERZUIM"]

TOETSIDENTIFICATIE = afbeelding(
    Toetsidentificatie,
    records.Toets,
    eldtoetscode=van("code"),
    leergebied=van("vakgebied"),
    toetsnaam=van("naam"),
    toetsversie=van("versie"),
)

AFNAME = afbeelding(
    Afname,
    records.Toetsafname,
    afnamedatum=van("datum", tijdstip),
    jaargroep=code("leerjaar", TABELLEN["leerjaar"]),
    dl=van("didactischeLeeftijd", geheel),
    afgenomendoor=blok(AFGENOMENDOOR, "afgenomenDoor"),
)

INTERVAL = afbeelding(
    Betrouwbaarheidsinterval,
    records.Toetsresultaat,
    bivlaag=van("intervalVan", kommagetal),
    bivhoog=van("intervalTot", kommagetal),
)

TOETSSCORE = afbeelding(
    Toetsscore,
    records.Toetsresultaat,
    aantalopgaven=van("aantalOpgaven", geheel),
    aantalgoed=van("aantalGoed", geheel),
    aantalfout=van("aantalFout", geheel),
    aantalgelezen=van("aantalGelezen", geheel),
    tijd=van("tijd", kommagetal),
    vaardigheidsscore=van("vaardigheidsscore", kommagetal),
    codevaardigheidsschaal=van("vaardigheidsschaal"),
    betrouwbaarheidsinterval=blok(INTERVAL),
)

REFERENTIESCORE = afbeelding(
    Referentiescore,
    records.Normscore,
    sleutel=("soort", "vergelijkingsgroep"),
    codereferentiescore=code("soort", TABELLEN["normscore"]),
    codevergelijkingsgroep=code("vergelijkingsgroep", TABELLEN["vergelijkingsgroep"]),
    waarde=van("score"),
    kwalificatie=van("toelichting"),
)

RESULTAAT = afbeelding(
    Resultaat,
    records.Toetsresultaat,
    toetsscore=blok(TOETSSCORE),
    referentiescore=elk("normscores", REFERENTIESCORE),
    document=blok(DOCUMENT, "document"),
)

TOETSONDERDEEL = afbeelding(
    Toetsonderdeel,
    records.Toetsonderdeel,
    sleutel=("code", "naam"),
    eldonderdeelcode=van("code"),
    onderdeelnaam=van("naam"),
    resultaat=blok(RESULTAAT, "resultaat"),
)

TOETS = afbeelding(
    Toets,
    records.Toetsafname,
    sleutel=("toets.code", "toets.naam", "datum"),
    toetsidentificatie=blok(TOETSIDENTIFICATIE, "toets"),
    afname=blok(AFNAME),
    resultaat=blok(RESULTAAT, "resultaat"),
    toetsonderdeel=elk("onderdelen", TOETSONDERDEEL),
    opmerking=van("opmerking"),
)

EINDTOETSDOMEIN = afbeelding(
    Eindtoetsdomein,
    records.Eindtoetsdomein,
    sleutel=("domein",),
    domeincode=code("domein", TABELLEN["eindtoetsdomein"]),
    domeinomschrijving=van("omschrijving"),
    dom_referentieniveau=code("referentieniveau", TABELLEN["referentieniveau"]),
)

EINDTOETSONDERDEEL = afbeelding(
    Eindtoetsonderdeel,
    records.Eindtoetsonderdeel,
    sleutel=("onderdeel",),
    onderdeelcode=code("onderdeel", TABELLEN["eindtoetsonderdeel"]),
    onderdeelomschrijving=van("omschrijving"),
    ond_referentieniveau=code("referentieniveau", TABELLEN["referentieniveau"]),
    domeinen=elk("domeinen", EINDTOETSDOMEIN),
)

EINDTOETSRESULTAAT = afbeelding(
    Eindtoetsresultaat,
    records.Eindtoetsresultaat,
    toetssoort=code("toets", TABELLEN["eindtoets"]),
    toetsniveau=code("niveau", TABELLEN["eindtoetsniveau"]),
    toetsomschrijving=van("omschrijving"),
    datum_afname=van("datumAfname", tijdstip),
    wettelijke_ontheffing=code("ontheffing", TABELLEN["ontheffing"]),
    standaardscore=van("standaardscore", geheel),
    toets_advies=van("toetsadvies"),
    onderdelen=elk("onderdelen", EINDTOETSONDERDEEL),
)

EINDTOETS = afbeelding(
    EindtoetsBasisonderwijs,
    records.Eindtoets,
    eindtoetsresultaat=blok(EINDTOETSRESULTAAT, "resultaat"),
    deelgenomen=van("deelgenomen", janee),
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
    sleutel=("naam", "datum"),
    naam=van("naam"),
    score=blok(SCORE, "waardering"),
    afnamedatum=van("datum", tijdstip),
    jaargroep=code("leerjaar", TABELLEN["leerjaar"]),
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
    sleutel=("datum", "leerjaar", "periode"),
    cijferlijstTypelijst=elk("vakken", VAKCIJFER),
    afnamedatum=van("datum", tijdstip),
    jaargroep=code("leerjaar", TABELLEN["leerjaar"]),
    periode=van("periode"),
)

VERZUIM = afbeelding(
    Verzuim,
    records.Verzuim,
    dagdelengeoorloofd=van("dagdelenGeoorloofd", geheel),
    dagdelenongeoorloofd=van("dagdelenOngeoorloofd", geheel),
    urengeoorloofd=van("urenGeoorloofd", geheel),
    urenongeoorloofd=van("urenOngeoorloofd", geheel),
    meerdan25percent=van("meerDanKwart", janee),
    frequentie=van("frequentie", geheel),
    contactleerplicht=van("contactLeerplicht", janee),
    rmcmelding=van("rmcMelding", janee),
    documentLijst=elk("documenten", DOCUMENT),
)

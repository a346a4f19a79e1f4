"""From Somtoday to the standard: tests and the eindtoets of the primary school, both ways."""

from __future__ import annotations

from oso_adapters.gegevensset import (
    Afname,
    Betrouwbaarheidsinterval,
    EindtoetsBasisonderwijs,
    Eindtoetsdomein,
    Eindtoetsonderdeel,
    Eindtoetsresultaat,
    Referentiescore,
    Resultaat,
    Toets,
    Toetsidentificatie,
    Toetsonderdeel,
    Toetsscore,
)
from oso_adapters.mapping import afbeelding, blok, code, datum, elk, getal, samen, van
from oso_somtoday import records_toetsen as records
from oso_somtoday.codes import TABELLEN
from oso_somtoday.mapping_wie import AFGENOMENDOOR, DOCUMENT
from oso_somtoday.omzettingen import jaargroep, jaargroep_terug

__all__ = ["EINDTOETS", "TOETS"]

TOETSIDENTIFICATIE = afbeelding(
    Toetsidentificatie,
    records.Toetsafname,
    eldtoetscode=van("code"),
    leergebied=van("vakgebied"),
    toetsnaam=van("naam"),
    toetsversie=van("versie"),
)

AFNAME = afbeelding(
    Afname,
    records.Toetsafname,
    afnamedatum=van("datum", datum),
    jaargroep=samen("leerjaar", "groep", via=jaargroep, terug=jaargroep_terug),
    dl=van("didactische_leeftijd"),
    afgenomendoor=blok(AFGENOMENDOOR, "afnemer"),
)

INTERVAL = afbeelding(
    Betrouwbaarheidsinterval,
    records.Toetsresultaat,
    bivlaag=van("interval_van", getal),
    bivhoog=van("interval_tot", getal),
)

TOETSSCORE = afbeelding(
    Toetsscore,
    records.Toetsresultaat,
    aantalopgaven=van("aantal_opgaven"),
    aantalgoed=van("aantal_goed"),
    aantalfout=van("aantal_fout"),
    aantalgelezen=van("aantal_gelezen"),
    tijd=van("tijd", getal),
    vaardigheidsscore=van("vaardigheidsscore", getal),
    codevaardigheidsschaal=van("vaardigheidsschaal"),
    betrouwbaarheidsinterval=blok(INTERVAL),
)

REFERENTIESCORE = afbeelding(
    Referentiescore,
    records.Normscore,
    codereferentiescore=code("soort", TABELLEN["normscore"]),
    codevergelijkingsgroep=code("vergelijkingsgroep", TABELLEN["vergelijkingsgroep"]),
    waarde=van("score"),
    kwalificatie=van("toelichting"),
    sleutel=("soort", "vergelijkingsgroep"),
)

RESULTAAT = afbeelding(
    Resultaat,
    records.Toetsresultaat,
    toetsscore=blok(TOETSSCORE),
    referentiescore=elk("normscores", REFERENTIESCORE),
    document=blok(DOCUMENT, "bijlage"),
)

TOETSONDERDEEL = afbeelding(
    Toetsonderdeel,
    records.Toetsonderdeel,
    eldonderdeelcode=van("code"),
    onderdeelnaam=van("naam"),
    resultaat=blok(RESULTAAT, "resultaat"),
    sleutel=("code",),
)

TOETS = afbeelding(
    Toets,
    records.Toetsafname,
    toetsidentificatie=blok(TOETSIDENTIFICATIE),
    afname=blok(AFNAME),
    resultaat=blok(RESULTAAT, "resultaat"),
    toetsonderdeel=elk("onderdelen", TOETSONDERDEEL),
    opmerking=van("opmerking"),
    sleutel=("code", "datum"),
)

EINDTOETSDOMEIN = afbeelding(
    Eindtoetsdomein,
    records.Eindtoetsdomein,
    domeincode=code("domein", TABELLEN["eindtoetsdomein"]),
    domeinomschrijving=van("omschrijving"),
    dom_referentieniveau=code("referentieniveau", TABELLEN["referentieniveau"]),
    sleutel=("domein",),
)

EINDTOETSONDERDEEL = afbeelding(
    Eindtoetsonderdeel,
    records.Eindtoetsonderdeel,
    onderdeelcode=code("onderdeel", TABELLEN["eindtoetsonderdeel"]),
    onderdeelomschrijving=van("omschrijving"),
    ond_referentieniveau=code("referentieniveau", TABELLEN["referentieniveau"]),
    domeinen=elk("domeinen", EINDTOETSDOMEIN),
    sleutel=("onderdeel",),
)

EINDTOETSRESULTAAT = afbeelding(
    Eindtoetsresultaat,
    records.Eindtoetsresultaat,
    toetssoort=code("toets", TABELLEN["eindtoets"]),
    toetsniveau=code("niveau", TABELLEN["eindtoetsniveau"]),
    toetsomschrijving=van("omschrijving"),
    datum_afname=van("datum", datum),
    wettelijke_ontheffing=code("ontheffing", TABELLEN["ontheffing"]),
    standaardscore=van("standaardscore"),
    toets_advies=van("toetsadvies"),
    onderdelen=elk("onderdelen", EINDTOETSONDERDEEL),
)

EINDTOETS = afbeelding(
    EindtoetsBasisonderwijs,
    records.Eindtoets,
    eindtoetsresultaat=blok(EINDTOETSRESULTAAT, "resultaat"),
    deelgenomen=van("deelgenomen"),
    document=elk("bijlagen", DOCUMENT),
)

"""From Somtoday to the standard: support that a leerling needs or gets, and absence; both ways."""

from __future__ import annotations

from oso_adapters.gegevensset import (
    ArrangementCluster12,
    ArrangementPao,
    Diagnose,
    Handelingsplan,
    Lwoo,
    Onderwijsondersteuning,
    Opp,
    Rvc,
    Signaleringlwoopro,
    Tlv,
    ToelichtingOnderwijsbehoeften,
    Verzuim,
)
from oso_adapters.mapping import afbeelding, blok, code, datum, elk, uit, van
from oso_somtoday import records_ondersteuning as records
from oso_somtoday.codes import TABELLEN
from oso_somtoday.mapping_wie import DOCUMENT
from oso_somtoday.omzettingen import brin_van, brincode, vestigingscode

__all__ = ["ONDERWIJSONDERSTEUNING", "VERZUIM"]

TOELICHTING = afbeelding(
    ToelichtingOnderwijsbehoeften,
    records.Ondersteuning,
    document=blok(DOCUMENT, "toelichting"),
)

DIAGNOSE = afbeelding(
    Diagnose,
    records.Diagnose,
    code=elk("soorten", TABELLEN["diagnose"]),
    naam=van("naam"),
    datum=van("datum", datum),
    doorwie=van("gesteld_door"),
    instantie=van("instantie"),
    document=elk("bijlagen", DOCUMENT),
    sleutel=("soorten", "datum"),
)

HANDELINGSPLAN = afbeelding(
    Handelingsplan,
    records.Handelingsplan,
    startdatum=van("startdatum", datum),
    einddatum=van("einddatum", datum),
    isgerichtop=van("gericht_op"),
    document=blok(DOCUMENT, "bijlage"),
    sleutel=("startdatum", "gericht_op"),
)

OPP = afbeelding(
    Opp,
    records.Opp,
    opp_ingangdatum=van("ingangsdatum", datum),
    opp_einddatum=van("einddatum", datum),
    document=elk("bijlagen", DOCUMENT),
)

TLV = afbeelding(
    Tlv,
    records.Tlv,
    tlvingangdatum=van("ingangsdatum", datum),
    tlvswvnummer=van("swv_nummer"),
    tlvcategorie=code("categorie", TABELLEN["tlvCategorie"]),
    tlvbeschikkingsnummer=van("beschikkingsnummer"),
    tlveinddatum=van("einddatum", datum),
    document=blok(DOCUMENT, "bijlage"),
    sleutel=("beschikkingsnummer",),
)

ARRANGEMENT_CLUSTER12 = afbeelding(
    ArrangementCluster12,
    records.ClusterArrangement,
    arrangement_datum=van("ingangsdatum", datum),
    arrangement_brin=van("brin", brincode),
    arrangement_vestigingscode=van("brin", vestigingscode),
    sleutel=("ingangsdatum",),
    terug={"brin": uit("arrangement_brin", "arrangement_vestigingscode", via=brin_van)},
)

ARRANGEMENT_PAO = afbeelding(
    ArrangementPao,
    records.SwvArrangement,
    arrangement_datum=van("ingangsdatum", datum),
    arrangement_kenmerk=van("kenmerk"),
    arrangement_beschikkingsnr=van("beschikkingsnummer"),
    arrangement_einddatum=van("einddatum", datum),
    sleutel=("ingangsdatum", "kenmerk"),
)

LWOO = afbeelding(
    Lwoo,
    records.Lwoo,
    lwoo_ingangdatum=van("ingangsdatum", datum),
    lwoo_swvnummer=van("swv_nummer"),
    lwoo_beschikkingsnummer=van("beschikkingsnummer"),
    lwoo_einddatum=van("einddatum", datum),
    document=blok(DOCUMENT, "bijlage"),
)

SIGNALERING = afbeelding(
    Signaleringlwoopro,
    records.Rvc,
    deelgenomenaanonderzoek=van("onderzoek_gedaan"),
    leerachterstand=van("leerachterstand"),
    lagescoreeindtoets=van("lage_score_eindtoets"),
)

RVC = afbeelding(
    Rvc,
    records.Rvc,
    centraleproblematiek=van("problematiek"),
    maatregelen=van("maatregelen"),
    signaleringlwoopro=blok(SIGNALERING),
    rvcdatum=van("datum", datum),
    rvcindicatie=code("indicatie", TABELLEN["rvcIndicatie"]),
    document=elk("bijlagen", DOCUMENT),
)

ONDERWIJSONDERSTEUNING = afbeelding(
    Onderwijsondersteuning,
    records.Ondersteuning,
    toelichting_onderwijsbehoeften=blok(TOELICHTING),
    diagnose=elk("diagnoses", DIAGNOSE),
    medicijngebruik=van("medicijngebruik"),
    handelingsplan=elk("handelingsplannen", HANDELINGSPLAN),
    opp=blok(OPP, "opp"),
    tlv=elk("tlvs", TLV),
    arrangement_cluster12=elk("cluster_arrangementen", ARRANGEMENT_CLUSTER12),
    arrangement_pao=elk("swv_arrangementen", ARRANGEMENT_PAO),
    lwoo=blok(LWOO, "lwoo"),
    rvc=blok(RVC, "rvc"),
)

VERZUIM = afbeelding(
    Verzuim,
    records.Verzuim,
    dagdelengeoorloofd=van("dagdelen_geoorloofd"),
    dagdelenongeoorloofd=van("dagdelen_ongeoorloofd"),
    urengeoorloofd=van("lesuren_geoorloofd"),
    urenongeoorloofd=van("lesuren_ongeoorloofd"),
    meerdan25percent=van("meer_dan_kwart"),
    frequentie=van("frequentie"),
    contactleerplicht=van("contact_leerplicht"),
    rmcmelding=van("rmc_melding"),
    documentLijst=elk("bijlagen", DOCUMENT),
)

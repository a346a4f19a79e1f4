"""From ESIS to the standard: support that a leerling needs or gets."""

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
)
from oso_adapters.mapping import afbeelding, blok, brin, code, elk, van
from oso_esis import records_ondersteuning as records
from oso_esis.codes import TABELLEN
from oso_esis.mapping_school import DOCUMENT
from oso_esis.omzettingen import dag, dependance, waar

__all__ = ["ONDERWIJSONDERSTEUNING"]

TOELICHTING = afbeelding(
    ToelichtingOnderwijsbehoeften,
    records.Ondersteuning,
    document=blok(DOCUMENT, "toelichting"),
)

DIAGNOSE = afbeelding(
    Diagnose,
    records.Diagnose,
    sleutel=("datum", "naam"),
    code=elk("codes", TABELLEN["diagnose"]),
    naam=van("naam"),
    datum=van("datum", dag),
    doorwie=van("gesteld_door"),
    instantie=van("instantie"),
    document=elk("documenten", DOCUMENT),
)

HANDELINGSPLAN = afbeelding(
    Handelingsplan,
    records.Handelingsplan,
    sleutel=("begindatum", "doel"),
    startdatum=van("begindatum", dag),
    einddatum=van("einddatum", dag),
    isgerichtop=van("doel"),
    document=blok(DOCUMENT, "document"),
)

OPP = afbeelding(
    Opp,
    records.Opp,
    opp_ingangdatum=van("ingangsdatum", dag),
    opp_einddatum=van("einddatum", dag),
    document=elk("documenten", DOCUMENT),
)

TLV = afbeelding(
    Tlv,
    records.Tlv,
    sleutel=("swv", "beschikking"),
    tlvingangdatum=van("ingangsdatum", dag),
    tlvswvnummer=van("swv"),
    tlvcategorie=code("categorie", TABELLEN["tlv_categorie"]),
    tlvbeschikkingsnummer=van("beschikking"),
    tlveinddatum=van("einddatum", dag),
    document=blok(DOCUMENT, "document"),
)

ARRANGEMENT_CLUSTER12 = afbeelding(
    ArrangementCluster12,
    records.ClusterArrangement,
    sleutel=("ingangsdatum", "vestiging.brincode"),
    arrangement_datum=van("ingangsdatum", dag),
    arrangement_brin=van("vestiging.brincode", brin),
    arrangement_vestigingscode=van("vestiging.dependancecode", dependance),
)

ARRANGEMENT_PAO = afbeelding(
    ArrangementPao,
    records.SwvArrangement,
    sleutel=("ingangsdatum", "kenmerk"),
    arrangement_datum=van("ingangsdatum", dag),
    arrangement_kenmerk=van("kenmerk"),
    arrangement_beschikkingsnr=van("beschikking"),
    arrangement_einddatum=van("einddatum", dag),
)

LWOO = afbeelding(
    Lwoo,
    records.Lwoo,
    lwoo_ingangdatum=van("ingangsdatum", dag),
    lwoo_swvnummer=van("swv"),
    lwoo_beschikkingsnummer=van("beschikking"),
    lwoo_einddatum=van("einddatum", dag),
    document=blok(DOCUMENT, "document"),
)

SIGNALERING = afbeelding(
    Signaleringlwoopro,
    records.Rvc,
    deelgenomenaanonderzoek=van("onderzocht", waar),
    leerachterstand=van("leerachterstand", waar),
    lagescoreeindtoets=van("lage_score_eindtoets", waar),
)

RVC = afbeelding(
    Rvc,
    records.Rvc,
    centraleproblematiek=van("problematiek"),
    maatregelen=van("maatregelen"),
    signaleringlwoopro=blok(SIGNALERING),
    rvcdatum=van("datum", dag),
    rvcindicatie=code("indicatie", TABELLEN["rvc_indicatie"]),
    document=elk("documenten", DOCUMENT),
)

ONDERWIJSONDERSTEUNING = afbeelding(
    Onderwijsondersteuning,
    records.Ondersteuning,
    toelichting_onderwijsbehoeften=blok(TOELICHTING),
    diagnose=elk("diagnoses", DIAGNOSE),
    medicijngebruik=van("medicijngebruik", waar),
    handelingsplan=elk("handelingsplannen", HANDELINGSPLAN),
    opp=blok(OPP, "opp"),
    tlv=elk("tlvs", TLV),
    arrangement_cluster12=elk("cluster_arrangementen", ARRANGEMENT_CLUSTER12),
    arrangement_pao=elk("swv_arrangementen", ARRANGEMENT_PAO),
    lwoo=blok(LWOO, "lwoo"),
    rvc=blok(RVC, "rvc"),
)

"""From Magister to the standard: support that a leerling needs or gets."""

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
from oso_adapters.mapping import (
    afbeelding,
    blok,
    brin,
    code,
    elk,
    van,
    vestigingscode,
)
from oso_magister import records
from oso_magister import records_ondersteuning as lijsten
from oso_magister.codes import TABELLEN
from oso_magister.mapping_school import DOCUMENT
from oso_magister.omzettingen import (
    datum_nl,
    janee_nl,
    tekst,
)

__all__ = ["ONDERWIJSONDERSTEUNING"]

TOELICHTING = afbeelding(
    ToelichtingOnderwijsbehoeften,
    lijsten.Onds,
    document=blok(DOCUMENT, "sis_docu"),
)

DIAGNOSE = afbeelding(
    Diagnose,
    lijsten.Diag,
    code=elk("sis_dsrt", TABELLEN["diagnose"]),
    naam=van("naam", tekst),
    datum=van("datum", datum_nl),
    doorwie=van("doorwie", tekst),
    instantie=van("instantie", tekst),
    document=elk("sis_docu", DOCUMENT),
    sleutel=("datum", "naam"),
)

HANDELINGSPLAN = afbeelding(
    Handelingsplan,
    lijsten.Hpla,
    startdatum=van("dBegin", datum_nl),
    einddatum=van("dEinde", datum_nl),
    isgerichtop=van("gericht", tekst),
    document=blok(DOCUMENT, "sis_docu"),
    sleutel=("dBegin", "gericht"),
)

OPP = afbeelding(
    Opp,
    lijsten.Opp,
    opp_ingangdatum=van("dBegin", datum_nl),
    opp_einddatum=van("dEinde", datum_nl),
    document=elk("sis_docu", DOCUMENT),
)

TLV = afbeelding(
    Tlv,
    lijsten.Tlv,
    tlvingangdatum=van("dBegin", datum_nl),
    tlvswvnummer=van("swvnr", tekst),
    tlvcategorie=code("categorie", TABELLEN["tlvCategorie"]),
    tlvbeschikkingsnummer=van("beschikking", tekst),
    tlveinddatum=van("dEinde", datum_nl),
    document=blok(DOCUMENT, "sis_docu"),
    sleutel=("beschikking",),
)

ARRANGEMENT_CLUSTER12 = afbeelding(
    ArrangementCluster12,
    lijsten.Clus,
    arrangement_datum=van("dBegin", datum_nl),
    arrangement_brin=van("brin", brin),
    arrangement_vestigingscode=van("vestnr", vestigingscode),
    sleutel=("dBegin", "brin"),
)

ARRANGEMENT_PAO = afbeelding(
    ArrangementPao,
    lijsten.Arra,
    arrangement_datum=van("dBegin", datum_nl),
    arrangement_kenmerk=van("kenmerk", tekst),
    arrangement_beschikkingsnr=van("beschikking", tekst),
    arrangement_einddatum=van("dEinde", datum_nl),
    sleutel=("dBegin", "kenmerk"),
)

LWOO = afbeelding(
    Lwoo,
    lijsten.Lwoo,
    lwoo_ingangdatum=van("dBegin", datum_nl),
    lwoo_swvnummer=van("swvnr", tekst),
    lwoo_beschikkingsnummer=van("beschikking", tekst),
    lwoo_einddatum=van("dEinde", datum_nl),
    document=blok(DOCUMENT, "sis_docu"),
)

SIGNALERING = afbeelding(
    Signaleringlwoopro,
    lijsten.Rvc,
    deelgenomenaanonderzoek=van("onderzoek", janee_nl),
    leerachterstand=van("achterstand", janee_nl),
    lagescoreeindtoets=van("lage_score", janee_nl),
)

RVC = afbeelding(
    Rvc,
    lijsten.Rvc,
    centraleproblematiek=van("problematiek", tekst),
    maatregelen=van("maatregelen", tekst),
    signaleringlwoopro=blok(SIGNALERING),
    rvcdatum=van("datum", datum_nl),
    rvcindicatie=code("indicatie", TABELLEN["rvcIndicatie"]),
    document=elk("sis_docu", DOCUMENT),
)

ONDERWIJSONDERSTEUNING = afbeelding(
    Onderwijsondersteuning,
    records.Leerlingdossier,
    toelichting_onderwijsbehoeften=blok(TOELICHTING, "sis_onds"),
    diagnose=elk("sis_diag", DIAGNOSE),
    medicijngebruik=van("sis_onds.medicijnen", janee_nl),
    handelingsplan=elk("sis_hpla", HANDELINGSPLAN),
    opp=blok(OPP, "sis_opp"),
    tlv=elk("sis_tlv", TLV),
    arrangement_cluster12=elk("sis_clus", ARRANGEMENT_CLUSTER12),
    arrangement_pao=elk("sis_arra", ARRANGEMENT_PAO),
    lwoo=blok(LWOO, "sis_lwoo"),
    rvc=blok(RVC, "sis_rvc"),
)

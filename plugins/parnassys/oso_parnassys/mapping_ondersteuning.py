"""From ParnasSys to the standard: support that a leerling needs or gets."""

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
    janee,
    van,
    vestigingscode,
)
from oso_parnassys import records_ondersteuning as records
from oso_parnassys.codes import TABELLEN
from oso_parnassys.mapping_school import DOCUMENT
from oso_parnassys.omzettingen import (
    tijdstip,
)

__all__ = ["ONDERWIJSONDERSTEUNING"]

TOELICHTING = afbeelding(
    ToelichtingOnderwijsbehoeften,
    records.Ondersteuning,
    document=blok(DOCUMENT, "toelichting"),
)

DIAGNOSE = afbeelding(
    Diagnose,
    records.Diagnose,
    sleutel=("soorten", "datumOnderzoek"),
    code=elk("soorten", TABELLEN["diagnose"]),
    naam=van("naam"),
    datum=van("datumOnderzoek", tijdstip),
    doorwie=van("gesteldDoor"),
    instantie=van("instantie"),
    document=elk("documenten", DOCUMENT),
)

HANDELINGSPLAN = afbeelding(
    Handelingsplan,
    records.Handelingsplan,
    sleutel=("vanafDatum", "gerichtOp"),
    startdatum=van("vanafDatum", tijdstip),
    einddatum=van("totDatum", tijdstip),
    isgerichtop=van("gerichtOp"),
    document=blok(DOCUMENT, "document"),
)

OPP = afbeelding(
    Opp,
    records.Opp,
    opp_ingangdatum=van("datumIngang", tijdstip),
    opp_einddatum=van("datumEinde", tijdstip),
    document=elk("documenten", DOCUMENT),
)

TLV = afbeelding(
    Tlv,
    records.Tlv,
    sleutel=("datumIngang", "beschikkingsnummer"),
    tlvingangdatum=van("datumIngang", tijdstip),
    tlvswvnummer=van("swvNummer"),
    tlvcategorie=code("categorie", TABELLEN["tlvCategorie"]),
    tlvbeschikkingsnummer=van("beschikkingsnummer"),
    tlveinddatum=van("datumEinde", tijdstip),
    document=blok(DOCUMENT, "document"),
)

ARRANGEMENT_CLUSTER12 = afbeelding(
    ArrangementCluster12,
    records.ClusterArrangement,
    sleutel=("datumIngang", "school.brinnummer"),
    arrangement_datum=van("datumIngang", tijdstip),
    arrangement_brin=van("school.brinnummer", brin),
    arrangement_vestigingscode=van("school.vestigingsnummer", vestigingscode),
)

ARRANGEMENT_PAO = afbeelding(
    ArrangementPao,
    records.SwvArrangement,
    sleutel=("datumIngang", "kenmerk"),
    arrangement_datum=van("datumIngang", tijdstip),
    arrangement_kenmerk=van("kenmerk"),
    arrangement_beschikkingsnr=van("beschikkingsnummer"),
    arrangement_einddatum=van("datumEinde", tijdstip),
)

LWOO = afbeelding(
    Lwoo,
    records.Lwoo,
    lwoo_ingangdatum=van("datumIngang", tijdstip),
    lwoo_swvnummer=van("swvNummer"),
    lwoo_beschikkingsnummer=van("beschikkingsnummer"),
    lwoo_einddatum=van("datumEinde", tijdstip),
    document=blok(DOCUMENT, "document"),
)

SIGNALERING = afbeelding(
    Signaleringlwoopro,
    records.Rvc,
    deelgenomenaanonderzoek=van("onderzoekGedaan", janee),
    leerachterstand=van("leerachterstand", janee),
    lagescoreeindtoets=van("lageScoreEindtoets", janee),
)

RVC = afbeelding(
    Rvc,
    records.Rvc,
    centraleproblematiek=van("problematiek"),
    maatregelen=van("maatregelen"),
    signaleringlwoopro=blok(SIGNALERING),
    rvcdatum=van("datum", tijdstip),
    rvcindicatie=code("indicatie", TABELLEN["rvcIndicatie"]),
    document=elk("documenten", DOCUMENT),
)

ONDERWIJSONDERSTEUNING = afbeelding(
    Onderwijsondersteuning,
    records.Ondersteuning,
    toelichting_onderwijsbehoeften=blok(TOELICHTING),
    diagnose=elk("diagnoses", DIAGNOSE),
    medicijngebruik=van("medicijngebruik", janee),
    handelingsplan=elk("handelingsplannen", HANDELINGSPLAN),
    opp=blok(OPP, "opp"),
    tlv=elk("tlvs", TLV),
    arrangement_cluster12=elk("clusterArrangementen", ARRANGEMENT_CLUSTER12),
    arrangement_pao=elk("swvArrangementen", ARRANGEMENT_PAO),
    lwoo=blok(LWOO, "lwoo"),
    rvc=blok(RVC, "rvc"),
)

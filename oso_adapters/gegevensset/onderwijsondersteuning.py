"""Support that the leerling needs or gets."""

from __future__ import annotations

from oso_adapters.gegevensset._veld import blok, veld
from oso_adapters.gegevensset.document import Document
from oso_adapters.gegevensset.handelingsplan import Handelingsplan
from oso_adapters.gegevensset.typen import Brincode, Datum, JaNee, Lwoodatum, Tekst, Vestigingscode

__all__ = [
    "ArrangementCluster12",
    "ArrangementPao",
    "Diagnose",
    "Lwoo",
    "Onderwijsondersteuning",
    "Opp",
    "Rvc",
    "Signaleringlwoopro",
    "Tlv",
    "ToelichtingOnderwijsbehoeften",
]


@blok("Toelichting onderwijsbehoeften")
class ToelichtingOnderwijsbehoeften:
    """Document that explains what the leerling needs."""

    document: Document | None = veld("Bijlagedocument", verplicht=True)


@blok("Diagnose")
class Diagnose:
    """Diagnosis: one or more codes of list 23."""

    code: list[Tekst] = veld("Diagnosecode", verplicht=True, enkel_tot="2018.1", codelijst=23)
    naam: Tekst | None = veld("Naam")
    datum: Datum | None = veld("Onderzoeksdatum")
    doorwie: Tekst | None = veld("Diagnose gesteld door")
    instantie: Tekst | None = veld("Instantie")
    document: list[Document] = veld("Bijlagedocument", sinds="2019.1")


@blok("Ontwikkelingsperspectief")
class Opp:
    """Development perspective (ontwikkelingsperspectief)."""

    opp_ingangdatum: Datum | None = veld("Ingangsdatum OPP", verplicht=True)
    opp_einddatum: Datum | None = veld("Einddatum OPP")
    document: list[Document] = veld("Bijlagedocument", enkel_tot="2018.1")


@blok("Toelaatbaarheidsverklaring")
class Tlv:
    """Admission decision for special education (toelaatbaarheidsverklaring)."""

    tlvingangdatum: Datum | None = veld("Ingangsdatum TLV", verplicht=True)
    tlvswvnummer: Tekst | None = veld("SWV-nummer TLV", verplicht=True)
    tlvcategorie: Tekst | None = veld("Bekostigingscategorie TLV", verplicht=True, codelijst=31)
    tlvbeschikkingsnummer: Tekst | None = veld("Beschikkingsnummer TLV", verplicht=True)
    tlveinddatum: Datum | None = veld("Einddatum TLV")
    document: Document | None = veld("Bijlagedocument", sinds="2019.1")


@blok("Arrangement cluster 1/2")
class ArrangementCluster12:
    """Support from an institution for cluster 1 or 2."""

    arrangement_datum: Datum | None = veld("Ingangsdatum arrangement", verplicht=True)
    arrangement_brin: Brincode | None = veld("BRIN arrangement", verplicht_tot="2018.1")
    arrangement_vestigingscode: Vestigingscode | None = veld(
        "Vestiging arrangement", verplicht_tot="2018.1"
    )


@blok("Arrangement passend onderwijs")
class ArrangementPao:
    """Support from a samenwerkingsverband."""

    arrangement_datum: Datum | None = veld("Ingangsdatum arrangement", verplicht=True)
    arrangement_kenmerk: Tekst | None = veld("Kenmerk arrangement")
    arrangement_beschikkingsnr: Tekst | None = veld("Beschikkingsnummer arrangement")
    arrangement_einddatum: Datum | None = veld("Einddatum arrangement")


@blok("Aanwijzing LWOO")
class Lwoo:
    """Decision on extra support in vmbo."""

    lwoo_ingangdatum: Datum | None = veld("Ingangsdatum LWOO", verplicht=True)
    lwoo_swvnummer: Tekst | None = veld("SWV-nummer LWOO", verplicht=True)
    lwoo_beschikkingsnummer: Tekst | None = veld("Beschikkingsnummer LWOO", verplicht=True)
    lwoo_einddatum: Lwoodatum | None = veld("Einddatum LWOO")
    document: Document | None = veld("Bijlagedocument", sinds="2019.1")


@blok("Signalering LWOO/PrO")
class Signaleringlwoopro:
    """Signals for extra support or praktijkonderwijs."""

    deelgenomenaanonderzoek: JaNee | None = veld("Deelgenomen aan onderzoek", verplicht=True)
    leerachterstand: JaNee | None = veld("Leerachterstand", verplicht=True)
    lagescoreeindtoets: JaNee | None = veld("Lage score eindtoets", verplicht=True)


@blok("RVC-gegevens")
class Rvc:
    """Data for the regional committee (RVC)."""

    centraleproblematiek: Tekst | None = veld("Centrale problematiek")
    maatregelen: Tekst | None = veld("Maatregelen")
    signaleringlwoopro: Signaleringlwoopro | None = veld("Signalering LWOO/PrO", verplicht=True)
    rvcdatum: Datum | None = veld("Datum RVC")
    rvcindicatie: Tekst | None = veld("RVC-indicatie", codelijst=17)
    document: list[Document] = veld("Bijlagedocument")


@blok("Onderwijsondersteuning")
class Onderwijsondersteuning:
    """All support that the leerling needs or gets."""

    toelichting_onderwijsbehoeften: ToelichtingOnderwijsbehoeften | None = veld(
        "Toelichting onderwijsbehoeften", categorie="onderwijsondersteuning"
    )
    diagnose: list[Diagnose] = veld("Diagnose", categorie="onderwijsondersteuning")
    medicijngebruik: JaNee | None = veld("Medicijngebruik", categorie="onderwijsondersteuning")
    handelingsplan: list[Handelingsplan] = veld("Handelingsplan", categorie="handelingsplannen")
    opp: Opp | None = veld("Ontwikkelingsperspectief", categorie="onderwijsondersteuning")
    tlv: list[Tlv] = veld("Toelaatbaarheidsverklaring", categorie="onderwijsondersteuning")
    arrangement_cluster12: list[ArrangementCluster12] = veld(
        "Arrangement cluster 1/2", categorie="onderwijsondersteuning"
    )
    arrangement_pao: list[ArrangementPao] = veld(
        "Arrangement passend onderwijs", categorie="onderwijsondersteuning"
    )
    lwoo: Lwoo | None = veld("Aanwijzing LWOO", categorie="onderwijsondersteuning")
    rvc: Rvc | None = veld("RVC-gegevens", categorie="onderwijsondersteuning")

"""Care and guidance, until onderwijsondersteuning took its place."""

from __future__ import annotations

from oso_adapters.gegevensset._veld import blok, veld
from oso_adapters.gegevensset.document import Document
from oso_adapters.gegevensset.onderwijsondersteuning import (
    ArrangementCluster12,
    Diagnose,
    Lwoo,
    Opp,
    Rvc,
    Tlv,
)
from oso_adapters.gegevensset.persoon import Persoon
from oso_adapters.gegevensset.school import Instelling
from oso_adapters.gegevensset.typen import (
    Brincode,
    Codegetal,
    Datum,
    Elementcode,
    Geheel,
    JaNee,
    Tekst,
    Vestigingscode,
)

__all__ = [
    "Arts",
    "Begeleiding",
    "Contactoverigeinstanties",
    "Extrahulpingroep78",
    "Lgf",
    "Sefunctioneren",
    "Upw",
    "VerblijfOpdc",
    "Vir",
    "Zat",
    "Zorg",
]


@blok("Leerlinggebonden financiering")
class Lgf:
    """Funding bound to the leerling (leerlinggebonden financiering)."""

    lgfdatum: Datum | None = veld("Datum LGF-indicatie", verplicht=True)
    codelgfonderwijssoort: Codegetal | None = veld(
        "LGF onderwijssoort", verplicht=True, codelijst=3
    )
    lgfcvinummer: Tekst | None = veld("CvI-nummer LGF")
    lgfindicatierec: Codegetal | None = veld("LGF-indicatie REC", codelijst=38)
    lgfeinddatum: Datum | None = veld("Einddatum LGF")
    lgfbrincode: Brincode | None = veld("BRIN van REC")


@blok("Verblijf OPDC")
class VerblijfOpdc:
    """Stay at an orthopedagogisch-didactisch centrum."""

    opdc_ingangdatum: Datum | None = veld("Ingangsdatum OPDC", verplicht=True)
    opdc_einddatum: Datum | None = veld("Einddatum OPDC", verplicht=True)
    opdc_brin: Brincode | None = veld("BRIN OPDC", verplicht=True)
    opdc_vestigingscode: Vestigingscode | None = veld("Vestiging OPDC", verplicht=True)


@blok("Uitstroomprofiel WEC")
class Upw:
    """Where a leerling of special education is expected to go."""

    upwingangdatum: Datum | None = veld("Ingangsdatum uitstroomprofiel", verplicht=True)
    upwuitstroomprofiel: Tekst | None = veld("Uitstroomprofiel", verplicht=True, codelijst=32)
    upwvoelementcode: Elementcode | None = veld("VO-elementcode uitstroomprofiel")
    upwleerjaar: Tekst | None = veld("Leerjaar uitstroomprofiel", codelijst=34)


@blok("Extra hulp in groep 7/8")
class Extrahulpingroep78:
    """Extra help in the last two years of primary school."""

    domein: Tekst | None = veld("Hulpdomein", verplicht=True, codelijst=12)
    toelichtinghulp: Tekst | None = veld("Toelichting hulp")
    voortzetten: JaNee | None = veld("Hulp voortzetten", verplicht=True)


@blok("Begeleiding")
class Begeleiding:
    """One kind of guidance."""

    soortbegeleiding: Tekst | None = veld("Soort begeleiding", verplicht=True)
    begeleidingvoortzetten: JaNee | None = veld("Begeleiding voortzetten")


@blok("Verwijsindex risicojongeren")
class Vir:
    """Whether the leerling stands in the index of young people at risk."""

    ingevoerdinvir: JaNee | None = veld("Ingevoerd in VIR", verplicht=True)
    reden: Tekst | None = veld("Reden")


@blok("Zorgadviesteam")
class Zat:
    """Whether the team for advice on care spoke of the leerling."""

    besprokeninzat: JaNee | None = veld("Besproken in ZAT", verplicht=True)
    reden: Tekst | None = veld("Reden")


@blok("Arts", element="arts")
class Arts(Persoon):
    """Doctor of the leerling."""

    soort: Tekst | None = veld("Soort")


@blok("Contact met overige instanties")
class Contactoverigeinstanties:
    """Other institutions that know the leerling."""

    instelling: list[Instelling] = veld("Instelling", verplicht=True)
    contactpersoon: Persoon | None = veld("Contactpersoon")


@blok("Zorg en begeleiding")
class Zorg:
    """All care and guidance that the leerling gets."""

    naamib: Tekst | None = veld("Naam intern begeleider")
    sbobeschikkingsdatum: Datum | None = veld("Datum SBO-beschikking")
    wsnsnummer: Geheel | None = veld("WSNS-nummer")
    lgf: list[Lgf] = veld("Leerlinggebonden financiering")
    tlv: list[Tlv] = veld("Toelaatbaarheidsverklaring")
    arrangement: list[ArrangementCluster12] = veld("Arrangement (cluster 1/2)")
    opp: list[Opp] = veld("Ontwikkelingsperspectief")
    verblijf_opdc: list[VerblijfOpdc] = veld("Verblijf OPDC")
    pgbdatum: Datum | None = veld("Datum PGB")
    pgbomvang: Geheel | None = veld("Omvang PGB")
    rvc: Rvc | None = veld("RVC-gegevens")
    lwoo: Lwoo | None = veld("Aanwijzing LWOO")
    upw: Upw | None = veld("Uitstroomprofiel WEC")
    diagnose: list[Diagnose] = veld("Diagnose")
    onderwijsbelemmering: list[Tekst] = veld("Onderwijsbelemmering")
    sterkpunt: list[Tekst] = veld("Sterk punt")
    extrahulpingroep78: list[Extrahulpingroep78] = veld("Extra hulp in groep 7/8")
    specialebegeleiding: JaNee | None = veld("Speciale begeleiding gegeven")
    begeleiding: list[Begeleiding] = veld("Begeleiding")
    ambulantstartdatum: Datum | None = veld("Start ambulante begeleiding")
    ambulantbrincode: Brincode | None = veld("BRIN ambulante begeleiding")
    ambulantvestigingscode: Vestigingscode | None = veld("Vestiging ambulante begeleiding")
    begeleidingsplanrec: JaNee | None = veld("Begeleidingsplan REC aanwezig")
    vir: Vir | None = veld("Verwijsindex risicojongeren")
    zat: Zat | None = veld("Zorgadviesteam")
    medicijngebruik: JaNee | None = veld("Medicijngebruik")
    artslijst: list[Arts] | None = veld("Artsen", lijst="arts")
    contactoverigeinstanties: Contactoverigeinstanties | None = veld(
        "Contact met overige instanties"
    )


@blok("Sociaal-emotioneel functioneren")
class Sefunctioneren:
    """How the leerling does socially and emotionally, as documents."""

    document: list[Document] = veld("Bijlagedocument", verplicht=True)
    toelichtingsef: Tekst | None = veld("Toelichting SE-functioneren")

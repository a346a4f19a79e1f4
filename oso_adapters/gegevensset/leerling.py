"""The pupil."""

from __future__ import annotations

from oso_adapters.gegevensset._veld import blok, veld
from oso_adapters.gegevensset.adres import Adres, Communicatie
from oso_adapters.gegevensset.cijferlijst import Cijferlijst
from oso_adapters.gegevensset.document import Document
from oso_adapters.gegevensset.eindtoets import EindtoetsBasisonderwijs
from oso_adapters.gegevensset.handelingsplan import Handelingsplan
from oso_adapters.gegevensset.onderwijsondersteuning import Onderwijsondersteuning
from oso_adapters.gegevensset.overstapadvies import Overstapadvies
from oso_adapters.gegevensset.persoon import Gba, Nationaliteit, Persoon, Verzorger
from oso_adapters.gegevensset.school import Instelling
from oso_adapters.gegevensset.schoolloopbaan import Schoolloopbaan
from oso_adapters.gegevensset.toetsen import Toets
from oso_adapters.gegevensset.typen import (
    Brincode,
    Codegetal,
    Datum,
    Geboortemaand,
    JaNee,
    Korttekst,
    Tekst,
)
from oso_adapters.gegevensset.verzuim import Verzuim
from oso_adapters.gegevensset.vo import (
    Bevorderd,
    Competenties,
    Examenresultaat,
    Overigvombo,
    Resultaatvakkenvo,
    Stage,
)
from oso_adapters.gegevensset.vve import Voorschools, Vroegschools
from oso_adapters.gegevensset.zorg import Sefunctioneren, Zorg

__all__ = ["Leerling"]


@blok("Leerling", element="leerling")
class Leerling:
    """The pupil and all that the schools know of them."""

    voornaam: list[Tekst] = veld("Voornaam")
    voorletters_1: Tekst | None = veld("Voorletters", naam="voorletters-1")
    voorvoegsel: Tekst | None = veld("Voorvoegsel")
    achternaam: Tekst | None = veld("Achternaam", verplicht=True)
    roepnaam: Tekst | None = veld("Roepnaam")
    geboortedatum: Datum | None = veld("Geboortedatum", keuze="geboorte")
    geboortemaand: Geboortemaand | None = veld("Geboortemaand", keuze="geboorte")
    geslacht: Codegetal | None = veld("Geslacht", codelijst=14)
    adresgeheim: JaNee | None = veld("Adres geheim")
    adreslijst: list[Adres] | None = veld("Adressen", keuze="adres", lijst="adres")
    postcode4adres: Tekst | None = veld("Postcode (4 cijfers)", keuze="adres")
    communicatielijst: list[Communicatie] | None = veld(
        "Communicatiegegevens", lijst="communicatie"
    )
    gba: Gba | None = veld("GBA-persoonsgegevens")
    adresbuitenland: list[Korttekst] = veld("Buitenlands adres")
    geboorteplaats: Tekst | None = veld("Geboorteplaats")
    nationaliteit: list[Nationaliteit] = veld("Nationaliteit")
    onderwijsnummer: Tekst | None = veld("Onderwijsnummer", keuze="persoonsgebondennummer")
    bsn: Tekst | None = veld("Burgerservicenummer", keuze="persoonsgebondennummer")
    leerlingid: Tekst | None = veld("Leerlingcode in administratie")
    onderwijssinds: Datum | None = veld("Nederlands onderwijs sinds")
    startdatumhuidigonderwijs: Datum | None = veld("Start huidig onderwijs")
    datuminschrijving: Datum | None = veld("Datum inschrijving")
    datumuitschrijving: Datum | None = veld("Datum uitschrijving")
    teruggeplaatstnaarbrin: Brincode | None = veld("Teruggeplaatst naar BRIN")
    leerlinggewicht: Tekst | None = veld("Leerlinggewicht", codelijst=15)
    nnca: Tekst | None = veld("NNCA", codelijst=10)
    tehuis: JaNee | None = veld("Woont in tehuis")
    huisarts: Persoon | None = veld("Huisarts", sinds="2019.1")
    verzorgersaansprakelijk: JaNee | None = veld(
        "Verzorgers aansprakelijk", categorie="oudersverzorgers"
    )
    aansprakelijkeinstelling: Instelling | None = veld(
        "Aansprakelijke instelling", categorie="oudersverzorgers"
    )
    overstapadvies: Overstapadvies | None = veld("Overstapadvies", categorie="overstapadvies")
    vanpeuterspeelzaal: JaNee | None = veld("Afkomstig van peuterspeelzaal", categorie="vve")
    naampeuterspeelzaal: Tekst | None = veld("Naam peuterspeelzaal", categorie="vve")
    voorschools: Voorschools | None = veld("Voorschoolse educatie", categorie="vve")
    vroegschools: list[Vroegschools] = veld("Vroegschoolse educatie", categorie="vve")
    schoolloopbaanlijst: list[Schoolloopbaan] | None = veld(
        "Schoolloopbaan", lijst="schoolloopbaan", categorie="schoolloopbaan"
    )
    zorg: Zorg | None = veld("Zorg en begeleiding", categorie="zorgenbegeleiding", tot="2018.1")
    sefunctioneren: Sefunctioneren | None = veld(
        "Sociaal-emotioneel functioneren", categorie="zorgenbegeleiding", tot="2018.1"
    )
    onderwijsondersteuning: Onderwijsondersteuning | None = veld(
        "Onderwijsondersteuning", sinds="2019.1"
    )
    verzuim: Verzuim | None = veld("Verzuim", categorie="verzuim")
    eindtoets_basisonderwijs: EindtoetsBasisonderwijs | None = veld(
        "Eindtoets basisonderwijs", categorie="eindtoetsbo"
    )
    toetslijst: list[Toets] | None = veld(
        "Toetsresultaten", lijst="toets", categorie="toetsresultaten"
    )
    handelingsplanlijst: list[Handelingsplan] | None = veld(
        "Handelingsplannen", lijst="handelingsplan", categorie="handelingsplannen", tot="2018.1"
    )
    cijferlijstlijst: list[Cijferlijst] | None = veld(
        "Cijferlijsten", lijst="cijferlijst", categorie="cijferlijsten"
    )
    overigdocumentlijst: list[Document] | None = veld(
        "Overige bijlagedocumenten", lijst="document", categorie="bijlagedocs"
    )
    verzorger: list[Verzorger] = veld("Verzorger", categorie="oudersverzorgers")
    bevorderd: Bevorderd | None = veld("Bevorderd naar", categorie="vombo")
    examenresultaat: Examenresultaat | None = veld("Examenresultaat", categorie="vombo")
    resultaatvakkenvo: list[Resultaatvakkenvo] = veld("Vakresultaat VO", categorie="vombo")
    certificaat: list[Tekst] = veld("Certificaat", categorie="vombo")
    competenties: list[Competenties] = veld("Competentie", categorie="vombo")
    stage: list[Stage] = veld("Stage", categorie="vombo")
    overigvombo: Overigvombo | None = veld("Overige VO-MBO-gegevens", categorie="vombo")

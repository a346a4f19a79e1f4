"""What ESIS keeps of a leerling, under its own names: person, family, placements, advice.

*Public* is what UWLR 2.2 and EDEXML 2.1 publish, with exactly those names. *Reference* is what a
dossier needs beyond that; Rovict does not publish it, so these shapes are plausible, not true.
Every value is a text. Where a file has a key, the record holds what it points to.
"""

from __future__ import annotations

import attrs

from oso_esis.records_ondersteuning import Ondersteuning
from oso_esis.records_resultaten import Eindtoets, Rapport, Toetsafname, Verzuim
from oso_esis.records_school import (
    Adres,
    Contactgegeven,
    Document,
    Groep,
    Instelling,
    Leerkracht,
    SamengesteldeGroep,
    School,
    Vestiging,
)
from oso_esis.xmlvorm import attribuut, element, lijst

__all__ = [
    "Advies",
    "Herkomst",
    "Huisarts",
    "InzageOuders",
    "Leerling",
    "Leerlinggegevens",
    "OfficieleNaam",
    "Plaatsing",
    "Relatie",
    "Verzorger",
    "Voorschools",
    "Vroegschools",
    "Vve",
]


@attrs.frozen(kw_only=True, repr=False)
class OfficieleNaam:
    """Names and birth date as the municipality has them; reference."""

    voornamen: str | None = None
    voorvoegsel: str | None = None
    achternaam: str | None = None
    geboortedatum: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Verzorger:
    """Parent or guardian, kept once for all children; reference."""

    key: str | None = attribuut(telt=False)
    achternaam: str | None = None
    voorvoegsel: str | None = None
    voornamen: str | None = None
    voorletters_1: str | None = element("voorletters-1")
    roepnaam: str | None = None
    geslacht: str | None = None
    adres_geheim: str | None = None
    adressen: list[Adres] = lijst("adres")
    contactgegevens: list[Contactgegeven] = lijst("contactgegeven")
    overleden: str | None = None
    overlijdensdatum: str | None = None
    iban: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Relatie:
    """What a verzorger is to one leerling; reference."""

    verzorger: Verzorger | None = None
    soort: str | None = None
    wettelijk_vertegenwoordiger: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Huisarts:
    """Family doctor, kept once for all patients; reference."""

    key: str | None = attribuut(telt=False)
    achternaam: str | None = None
    voorvoegsel: str | None = None
    voornamen: str | None = None
    voorletters_1: str | None = element("voorletters-1")
    adressen: list[Adres] = lijst("adres")
    contactgegevens: list[Contactgegeven] = lijst("contactgegeven")


@attrs.frozen(kw_only=True, repr=False)
class Plaatsing:
    """Stretch of time in one group; reference.

    Without ``schooljaar`` and ``vestiging`` it is the placement of this year: those, group and
    jaargroep are then what the public part says of the leerling.
    """

    schooljaar: str | None = None
    groepscode: str | None = None
    groepsnaam: str | None = None
    jaargroep: str | None = None
    begindatum: str | None = None
    einddatum: str | None = None
    vestiging: Vestiging | None = None
    schoolsoort: str | None = None
    schooltype: str | None = None
    onderwijs: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class InzageOuders:
    """What the parents saw and said; reference."""

    voorlopig: str | None = None
    ingezien: str | None = None
    datum: str | None = None
    akkoord: str | None = None
    reden: str | None = None
    toestemming: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Advies:
    """Advice for the next school and who can tell more; reference."""

    schooladvies: str | None = None
    wens_ouders: str | None = None
    wens_leerling: str | None = None
    herzien: str | None = None
    reden_herziening: str | None = None
    leerlingprofiel: str | None = None
    motivering: str | None = None
    contact_nodig: str | None = None
    contactpersoon: str | None = None
    contacttelefoon: str | None = None
    contactemail: str | None = None
    aandachtspunten: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Voorschools:
    """Education before primary school; reference."""

    historie: str | None = None
    programma: str | None = None
    maanden: str | None = None
    toeleider: str | None = None
    deelname: str | None = None
    dagdelen: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Vroegschools:
    """Programme in groups 1 and 2; reference."""

    programma: str | None = None
    begindatum: str | None = None
    einddatum: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Vve:
    """Education before and at the start of primary school; reference."""

    peuterspeelzaal: str | None = None
    naam_peuterspeelzaal: str | None = None
    voorschools: Voorschools | None = None
    vroegschools: list[Vroegschools] = lijst("programma")


@attrs.frozen(kw_only=True, repr=False)
class Herkomst:
    """The school that a leerling came from, and what that school says of its own; reference."""

    vestiging: Vestiging | None = None
    leerlingnummer: str | None = None
    instroomdatum: str | None = None
    uitstroomdatum: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Leerling:
    """Leerling; public up to ``mutatiedatum``, reference from ``officieel`` on."""

    key: str | None = attribuut()
    eckid: str | None = attribuut()
    achternaam: str | None = None
    voorvoegsel: str | None = None
    voornamen: str | None = None
    voorletters_1: str | None = element("voorletters-1")
    roepnaam: str | None = None
    geboortedatum: str | None = None
    geslacht: str | None = None
    start_ondw_jgr3: str | None = None
    jaargroep: str | None = None
    groep: Groep | None = None
    samengestelde_groepen: list[SamengesteldeGroep] = lijst("samengestelde_groep")
    vestiging: Vestiging | None = None
    gebruikersnaam: str | None = None
    emailadres: str | None = None
    fotourl: str | None = None
    etniciteit: str | None = None
    land: str | None = None
    land_vader: str | None = None
    land_moeder: str | None = None
    sofinummer: str | None = None
    bsn: str | None = None
    onderwijsnummer: str | None = None
    bsn_ondwnr_4: str | None = element("bsn_ondwnr-4")
    rijksregisternummer: str | None = None
    gewicht_nieuw: str | None = None
    gewicht: str | None = None
    postcodenl: str | None = None
    postnummerbe: str | None = None
    postcodeoverig: str | None = None
    instroomdatum: str | None = None
    uitstroomdatum: str | None = None
    mutatiedatum: str | None = None
    officieel: OfficieleNaam | None = None
    adres_geheim: str | None = None
    adressen: list[Adres] = lijst("adres")
    adres_buitenland: list[str] = lijst("regel")
    contactgegevens: list[Contactgegeven] = lijst("contactgegeven")
    onderwijs_in_nederland_sinds: str | None = None
    begin_huidig_onderwijs: str | None = None
    teruggeplaatst_naar: Vestiging | None = None
    nnca: str | None = None
    tehuis: str | None = None
    huisarts: Huisarts | None = None
    verzorgers_aansprakelijk: str | None = None
    aansprakelijke_instelling: Instelling | None = None
    relaties: list[Relatie] = lijst("relatie")
    inzage_ouders: InzageOuders | None = None
    advies: Advies | None = None
    vve: Vve | None = None
    plaatsingen: list[Plaatsing] = lijst("plaatsing")
    ondersteuning: Ondersteuning | None = None
    verzuim: Verzuim | None = None
    eindtoets: Eindtoets | None = None
    toetsafnames: list[Toetsafname] = lijst("toetsafname")
    rapporten: list[Rapport] = lijst("rapport")
    documenten: list[Document] = lijst("document")
    herkomst: Herkomst | None = None
    niet_uitwisselen: list[str] = lijst("categorie")
    definitief: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Leerlinggegevens:
    """What one dossier is made from: a leerling, and what a school keeps beside them; public.

    An export needs the leerling only; an import gives the rest back when it writes the file. That
    others got a row in it does not make a leerling another one.
    """

    school: School | None = None
    groepen: list[Groep] = attrs.field(factory=list, eq=False)
    samengestelde_groepen: list[SamengesteldeGroep] = attrs.field(factory=list, eq=False)
    leerkrachten: list[Leerkracht] = attrs.field(factory=list, eq=False)
    vestigingen: list[Vestiging] = attrs.field(factory=list, eq=False)
    leerling: Leerling = attrs.field(factory=Leerling)

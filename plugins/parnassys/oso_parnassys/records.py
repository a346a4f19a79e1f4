"""What ParnasSys keeps of a leerling, under its own names: person, school and group.

Two kinds of shape stand here. *Public*: the answer of the SOAP service `getLeerlingen`; names and
nesting are exactly those of the service. *Reference*: what a dossier needs beyond that; ParnasSys
does not publish it, so these shapes are plausible, not true. Every value is a text.

The classes are the resolved form: where a source holds an id, the record holds what it points to.
"""

from __future__ import annotations

import attrs

from oso_parnassys.records_ondersteuning import Ondersteuning
from oso_parnassys.records_resultaten import Eindtoets, Rapport, Toetsafname, Verzuim
from oso_parnassys.records_school import (
    Adres,
    Contactgegeven,
    Document,
    Groep,
    Instelling,
    Medewerker,
    School,
    Schooljaar,
)
from oso_parnassys.tabel import Lezing

__all__ = [
    "BuitenlandsAdres",
    "Groepsindeling",
    "Groepsindelingen",
    "Huisarts",
    "Inschrijving",
    "Inschrijvingen",
    "Inschrijvingtype",
    "InzageOuders",
    "Leerling",
    "Opleiding",
    "Opleidinggegevens",
    "Overstapadvies",
    "Overstapdossier",
    "Relatie",
    "Verzorger",
    "Voorschools",
    "Vroegschools",
    "Vve",
]


@attrs.frozen(kw_only=True, repr=False)
class Opleiding:
    """Kind of education, such as ``SO``; public, with ``schooltype`` and on as reference."""

    type: str | None = None
    schooltype: str | None = None
    omschrijving: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Opleidinggegevens:
    """Education that goes with a groepsindeling; public."""

    opleiding: Opleiding | None = None
    voortgezet: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Groepsindeling:
    """Stretch of time in one group; public, with ``school`` as reference.

    Without ``school`` it is the school of the leerling.
    """

    id: str | None = None
    groep: Groep | None = None
    schooljaar: Schooljaar | None = None
    vanafDatum: str | None = None
    totDatum: str | None = None
    leerjaar: str | None = None
    bekostigd: str | None = None
    opleidinggegevens: Opleidinggegevens | None = None
    school: School | None = None


@attrs.frozen(kw_only=True, repr=False)
class Groepsindelingen:
    """List of groepsindelingen; public."""

    groepsindeling: list[Groepsindeling] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class Inschrijvingtype:
    """Kind of enrolment; public."""

    id: str | None = None
    omschrijving: str | None = None
    code: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Inschrijving:
    """Enrolment at the school; public."""

    id: str | None = None
    datumInschrijving: str | None = None
    datumUitschrijving: str | None = None
    inschrijvingType: Inschrijvingtype | None = None


@attrs.frozen(kw_only=True, repr=False)
class Inschrijvingen:
    """List of enrolments; public."""

    inschrijving: list[Inschrijving] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class BuitenlandsAdres:
    """Address abroad, line by line; reference."""

    regels: list[str] = attrs.field(factory=list)
    geheimadres: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Verzorger:
    """Parent or guardian, kept once for all children; reference."""

    id: str | None = None
    voornamen: str | None = None
    voorletters: str | None = None
    tussenvoegsel: str | None = None
    achternaam: str | None = None
    roepNaam: str | None = None
    geslacht: str | None = None
    geheimadres: str | None = None
    adressen: list[Adres] = attrs.field(factory=list)
    contactgegevens: list[Contactgegeven] = attrs.field(factory=list)
    overleden: str | None = None
    datumOverlijden: str | None = None
    iban: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Relatie:
    """What a verzorger is to one leerling; reference."""

    verzorger: Verzorger | None = None
    relatie: str | None = None
    wettelijkVertegenwoordiger: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Huisarts:
    """Family doctor, kept once for all patients; reference."""

    id: str | None = None
    voornamen: str | None = None
    voorletters: str | None = None
    tussenvoegsel: str | None = None
    achternaam: str | None = None
    geheimadres: str | None = None
    adressen: list[Adres] = attrs.field(factory=list)
    contactgegevens: list[Contactgegeven] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class InzageOuders:
    """What the parents saw and said, on the tab "Inzage ouders"; reference."""

    voorlopig: str | None = None
    ingezien: str | None = None
    datumInzage: str | None = None
    akkoord: str | None = None
    redenNietAkkoord: str | None = None
    toestemming: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Overstapadvies:
    """Advice for the next school and who can tell more; reference."""

    schooladvies: str | None = None
    wensOuders: str | None = None
    wensLeerling: str | None = None
    herzienAdvies: str | None = None
    redenHerziening: str | None = None
    leerlingprofiel: str | None = None
    motivering: str | None = None
    contactNodig: str | None = None
    contactpersoon: Medewerker | None = None
    aandachtspunten: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Voorschools:
    """Education before primary school; reference."""

    historie: str | None = None
    programma: str | None = None
    maanden: str | None = None
    toeleider: str | None = None
    deelname: str | None = None
    dagdelenPerWeek: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Vroegschools:
    """Programme in groups 1 and 2; reference."""

    programma: str | None = None
    datumIngang: str | None = None
    datumEinde: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Vve:
    """Education before and at the start of primary school; reference."""

    peuterspeelzaal: str | None = None
    naamPeuterspeelzaal: str | None = None
    voorschools: Voorschools | None = None
    vroegschools: list[Vroegschools] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class Leerling:
    """Leerling; public up to ``inschrijvingen``, reference from ``school`` on.

    ``geboortedatumOfficieel`` is as the municipality writes it, such as ``00-00-2008``;
    ``geheimadres`` says that the address is secret where no address may be known; ``koppelsleutel``
    links a dossier that went to a samenwerkingsverband with the leerling.
    """

    id: str | None = None
    leerlingNummer: str | None = None
    roepNaam: str | None = None
    voornamen: str | None = None
    achternaam: str | None = None
    tussenvoegsel: str | None = None
    achternaamOfficieel: str | None = None
    tussenvoegselOfficieel: str | None = None
    geboortedatum: str | None = None
    geboortedatumOnzeker: str | None = None
    geboorteplaats: str | None = None
    geslacht: str | None = None
    datumAanmelding: str | None = None
    leerlingAdres: list[Adres] = attrs.field(factory=list)
    groepsindelingen: Groepsindelingen | None = None
    inschrijvingen: Inschrijvingen | None = None
    school: School | None = None
    voorletters: str | None = None
    voornamenOfficieel: str | None = None
    geboortedatumOfficieel: str | None = None
    bsn: str | None = None
    onderwijsnummer: str | None = None
    nationaliteit: str | None = None
    buitenlandsAdres: BuitenlandsAdres | None = None
    contactgegevens: list[Contactgegeven] = attrs.field(factory=list)
    onderwijsInNederlandSinds: str | None = None
    startHuidigOnderwijs: str | None = None
    teruggeplaatstNaar: School | None = None
    leerlinggewicht: str | None = None
    nnca: str | None = None
    tehuis: str | None = None
    huisarts: Huisarts | None = None
    verzorgersAansprakelijk: str | None = None
    aansprakelijkeInstelling: Instelling | None = None
    relaties: list[Relatie] = attrs.field(factory=list)
    inzageOuders: InzageOuders | None = None
    overstapadvies: Overstapadvies | None = None
    vve: Vve | None = None
    ondersteuning: Ondersteuning | None = None
    verzuim: Verzuim | None = None
    eindtoets: Eindtoets | None = None
    toetsafnames: list[Toetsafname] = attrs.field(factory=list)
    rapporten: list[Rapport] = attrs.field(factory=list)
    bijlagen: list[Document] = attrs.field(factory=list)
    nietUitwisselen: list[str] = attrs.field(factory=list)
    geheimadres: str | None = None
    schoolVanHerkomst: School | None = None
    koppelsleutel: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Overstapdossier:
    """What one dossier is made from: a leerling of the answer, with all that it points to.

    Attributes:
        lezing: where it was read, to write it back; nothing of a leerling who is new.
    """

    leerling: Leerling = attrs.field(factory=Leerling)
    lezing: Lezing | None = attrs.field(default=None, eq=False)

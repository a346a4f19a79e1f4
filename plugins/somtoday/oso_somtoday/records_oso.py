"""What a dossier needs and the Connect interface does not have: person, school, advice; reference.

Topicus does not publish how Somtoday keeps these things, so the shapes are plausible, not true.
They are in the style of the public ones: the same spelling, the same public shapes inside them, and
what is empty is absent.
"""

from __future__ import annotations

import attrs

from oso_somtoday.records_ondersteuning import Bijlage, Ondersteuning, Verzuim
from oso_somtoday.records_plaatsing import Plaatsing
from oso_somtoday.records_toetsen import Eindtoets, Toetsafname
from oso_somtoday.records_vo import (
    Bevordering,
    Competentie,
    Examen,
    Rapport,
    Stage,
    Vakresultaat,
    VervolgMbo,
)
from oso_somtoday.records_wie import Contactgegeven, Instelling, OsoAdres

__all__ = [
    "Advies",
    "Contactpersoon",
    "Gba",
    "Huisarts",
    "Inzage",
    "Loopbaanstap",
    "OsoLeerling",
    "OsoVerzorger",
    "OsoVestiging",
]


@attrs.frozen(kw_only=True, repr=False)
class OsoVestiging:
    """What a dossier tells of the location of the school; reference."""

    uuid: str | None = None
    adressen: list[OsoAdres] = attrs.field(factory=list)
    contactgegevens: list[Contactgegeven] = attrs.field(factory=list)
    aanleverpunt: str | None = None
    schoolsoort: str | None = None
    schooltype: str | None = None
    directeur: str | None = None
    website: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class OsoVerzorger:
    """What a dossier tells more of a parent; reference.

    The public interface says only of two of their numbers whether they are secret.
    """

    uuid: str | None = None
    mobielnummer_geheim: bool | None = None
    emailadres_geheim: bool | None = None
    adressen: list[OsoAdres] = attrs.field(factory=list)
    contactgegevens: list[Contactgegeven] = attrs.field(factory=list)
    overleden: bool | None = None
    overlijdensdatum: str | None = None
    iban: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Gba:
    """Names and birth date as the municipality has them; reference."""

    voornamen: str | None = None
    voorvoegsel: str | None = None
    achternaam: str | None = None
    geboortedatum: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Huisarts:
    """Family doctor; reference."""

    voornamen: str | None = None
    voorletters: str | None = None
    voorvoegsel: str | None = None
    achternaam: str | None = None
    adres_geheim: bool | None = None
    adressen: list[OsoAdres] = attrs.field(factory=list)
    contactgegevens: list[Contactgegeven] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class Inzage:
    """What parents or leerling saw of the dossier and what they said; reference."""

    voorlopig: bool | None = None
    ingezien: bool | None = None
    datum_inzage: str | None = None
    akkoord: str | None = None
    reden_niet_akkoord: str | None = None
    toestemming: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Contactpersoon:
    """Who can tell the next school more; reference."""

    naam: str | None = None
    telefoonnummer: str | None = None
    emailadres: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Advies:
    """Advice for the next school; reference, but for the first two: those of an Aanmelding."""

    advies_school: str | None = None
    wens_ouders: str | None = None
    wens_leerling: str | None = None
    herzien_advies: str | None = None
    reden_herziening: str | None = None
    leerlingprofiel: str | None = None
    motivering: str | None = None
    contact_nodig: bool | None = None
    contactpersoon: Contactpersoon | None = None
    aandachtspunten: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Loopbaanstap:
    """Stretch in one class of any school; reference around the public Plaatsing.

    ``groep`` is that of a primary school, where a Plaatsing has no ``leerjaar``; ``brin`` is of six
    characters.
    """

    plaatsing: Plaatsing | None = None
    groep: str | None = None
    brin: str | None = None
    schoolsoort: str | None = None
    omschrijving: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class OsoLeerling:
    """What a dossier tells more of a leerling; reference."""

    uuid: str | None = None
    koppelsleutel: str | None = None
    onderwijsnummer: str | None = None
    mobielnummer_geheim: bool | None = None
    emailadres_geheim: bool | None = None
    adressen: list[OsoAdres] = attrs.field(factory=list)
    contactgegevens: list[Contactgegeven] = attrs.field(factory=list)
    gba: Gba | None = None
    start_huidig_onderwijs: str | None = None
    inschrijfdatum: str | None = None
    uitschrijfdatum: str | None = None
    teruggeplaatst_naar: str | None = None
    nnca: str | None = None
    tehuis: bool | None = None
    huisarts: Huisarts | None = None
    verzorgers_aansprakelijk: bool | None = None
    aansprakelijke_instelling: Instelling | None = None
    verzorgers: list[OsoVerzorger] = attrs.field(factory=list)
    inzage: Inzage | None = None
    advies: Advies | None = None
    schoolloopbaan: list[Loopbaanstap] = attrs.field(factory=list)
    ondersteuning: Ondersteuning | None = None
    verzuim: Verzuim | None = None
    eindtoets: Eindtoets | None = None
    toetsafnames: list[Toetsafname] = attrs.field(factory=list)
    rapporten: list[Rapport] = attrs.field(factory=list)
    vakresultaten: list[Vakresultaat] = attrs.field(factory=list)
    examen: Examen | None = None
    bevordering: Bevordering | None = None
    certificaten: list[str] = attrs.field(factory=list)
    competenties: list[Competentie] = attrs.field(factory=list)
    stages: list[Stage] = attrs.field(factory=list)
    vervolg_mbo: VervolgMbo | None = None
    bijlagen: list[Bijlage] = attrs.field(factory=list)
    niet_uitwisselen: list[str] = attrs.field(factory=list)

"""What the registration portal keeps beside a public Aanmelding, in its three steps; reference.

The steps themselves are public: personalia and plaatsing, schoolloopbaan, begeleiding. What is in
them is not.
"""

from __future__ import annotations

import attrs

from oso_somtoday.records_ondersteuning import Bijlage, Ondersteuning, Verzuim
from oso_somtoday.records_oso import Advies, Gba, Huisarts, Loopbaanstap
from oso_somtoday.records_plaatsing import VestigingReferentie
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
    "Begeleiding",
    "Personalia",
    "Registratie",
    "SchoolVanHerkomst",
    "Schoolloopbaan",
    "VerzorgerRegistratie",
]


@attrs.frozen(kw_only=True, repr=False)
class VerzorgerRegistratie:
    """What the first step keeps of a parent; reference."""

    adres_geheim: bool | None = None
    adressen: list[OsoAdres] = attrs.field(factory=list)
    contactgegevens: list[Contactgegeven] = attrs.field(factory=list)
    overleden: bool | None = None
    overlijdensdatum: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class SchoolVanHerkomst:
    """What the first step keeps of the school that the leerling comes from; reference.

    Attributes:
        pakket: system that made the dossier.
    """

    naam: str | None = None
    pakket: str | None = None
    leerlingnummer: str | None = None
    uitschrijfdatum: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Personalia:
    """First step: who the leerling is, with the eindtoets of the primary school; reference."""

    voorletters: str | None = None
    adres_geheim: bool | None = None
    adressen: list[OsoAdres] = attrs.field(factory=list)
    contactgegevens: list[Contactgegeven] = attrs.field(factory=list)
    gba: Gba | None = None
    onderwijs_sinds: str | None = None
    start_huidig_onderwijs: str | None = None
    nnca: str | None = None
    tehuis: bool | None = None
    huisarts: Huisarts | None = None
    verzorgers_aansprakelijk: bool | None = None
    aansprakelijke_instelling: Instelling | None = None
    eindtoets: Eindtoets | None = None


@attrs.frozen(kw_only=True, repr=False)
class Schoolloopbaan:
    """Second step: what the leerling did at earlier schools; reference."""

    stappen: list[Loopbaanstap] = attrs.field(factory=list)
    teruggeplaatst_naar: str | None = None
    toetsafnames: list[Toetsafname] = attrs.field(factory=list)
    rapporten: list[Rapport] = attrs.field(factory=list)
    vakresultaten: list[Vakresultaat] = attrs.field(factory=list)
    examen: Examen | None = None
    bevordering: Bevordering | None = None
    certificaten: list[str] = attrs.field(factory=list)
    competenties: list[Competentie] = attrs.field(factory=list)
    stages: list[Stage] = attrs.field(factory=list)
    vervolg_mbo: VervolgMbo | None = None


@attrs.frozen(kw_only=True, repr=False)
class Begeleiding:
    """Third step: advice, support, absence and files; reference.

    Of ``advies`` the first two fields are empty: they stand in the public Aanmelding.
    """

    advies: Advies | None = None
    ondersteuning: Ondersteuning | None = None
    verzuim: Verzuim | None = None
    bijlagen: list[Bijlage] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class Registratie:
    """The three steps of the portal; reference.

    Attributes:
        al_geregistreerd: the school went through the steps; from then on the record is final.
        vestiging: location that the leerling registers at.
    """

    al_geregistreerd: bool | None = None
    vestiging: VestigingReferentie | None = None
    herkomst: SchoolVanHerkomst | None = None
    personalia: Personalia | None = None
    schoolloopbaan: Schoolloopbaan | None = None
    begeleiding: Begeleiding | None = None

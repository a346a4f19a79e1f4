"""What a leerling achieved in secondary education, beyond the public files of marks; reference."""

from __future__ import annotations

import attrs

from oso_somtoday.records_plaatsing import Opleiding
from oso_somtoday.records_wie import Instelling

__all__ = [
    "Beoordeling",
    "Bevordering",
    "Competentie",
    "Examen",
    "Rapport",
    "Rapportonderdeel",
    "Rapportvak",
    "Stage",
    "Vakresultaat",
    "VervolgMbo",
    "Werkstuk",
]


@attrs.frozen(kw_only=True, repr=False)
class Beoordeling:
    """Mark, in words, in a figure or both; reference."""

    cijfer: str | None = None
    omschrijving: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Rapportonderdeel:
    """Part of a subject on a report; reference."""

    naam: str | None = None
    beoordeling: Beoordeling | None = None
    datum: str | None = None
    leerjaar: int | None = None
    groep: str | None = None
    periode: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Rapportvak:
    """Subject on a report; reference."""

    naam: str | None = None
    beoordelingen: list[Beoordeling] = attrs.field(factory=list)
    onderdelen: list[Rapportonderdeel] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class Rapport:
    """Report of one period, of this school year or an earlier one; reference.

    ``leerjaar`` is of secondary education, ``groep`` of a primary school.
    """

    leerjaar: int | None = None
    groep: str | None = None
    periode: str | None = None
    datum: str | None = None
    vakken: list[Rapportvak] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class Werkstuk:
    """Piece of work with its mark; reference."""

    titel: str | None = None
    beoordeling: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Vakresultaat:
    """Result in one subject, with one kind of mark; reference.

    The names of the subject are those of the public Vakkeuze, those of the marks of the public
    ExamenDossier.
    """

    landelijke_vakcode: str | None = None
    landelijke_vaknaam: str | None = None
    afgerond: bool | None = None
    datum_afgerond: str | None = None
    examenvak: bool | None = None
    beoordeling: str | None = None
    eindcijfer: str | None = None
    ce_eindcijfer: str | None = None
    se_eindcijfer: str | None = None
    se_resultaten: list[str] = attrs.field(factory=list)
    rapportcijfer: str | None = None
    werkstuk: Werkstuk | None = None


@attrs.frozen(kw_only=True, repr=False)
class Examen:
    """Result of the final exam as a whole; reference."""

    diploma: str | None = None
    examenjaar: int | None = None
    datum_uitslag: str | None = None
    uitslag: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Bevordering:
    """Class that the leerling goes up to; reference around the public Opleiding."""

    opleiding: Opleiding | None = None
    leerjaar: int | None = None


@attrs.frozen(kw_only=True, repr=False)
class Competentie:
    """One competence; reference."""

    referentie: str | None = None
    categorie: str | None = None
    beschrijving: str | None = None
    status: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Stage:
    """Work placement; ``einddatum`` is its last day. Reference."""

    startdatum: str | None = None
    einddatum: str | None = None
    soort: str | None = None
    functie: str | None = None
    instelling: Instelling | None = None
    beoordeling: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class VervolgMbo:
    """What is there for the step to mbo; reference."""

    keuze_opleiding: str | None = None
    beroepskeuzetest: bool | None = None
    portfolio: bool | None = None
    pop: bool | None = None
    motivatiebrief: bool | None = None
    lob_dossier: bool | None = None

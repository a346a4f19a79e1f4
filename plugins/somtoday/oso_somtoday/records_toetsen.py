"""Tests of a leerling, the eindtoets of the primary school among them; all reference."""

from __future__ import annotations

import attrs

from oso_somtoday.records_ondersteuning import Bijlage
from oso_somtoday.records_wie import Instelling, School

__all__ = [
    "Afnemer",
    "Eindtoets",
    "Eindtoetsdomein",
    "Eindtoetsonderdeel",
    "Eindtoetsresultaat",
    "Normscore",
    "Toetsafname",
    "Toetsonderdeel",
    "Toetsresultaat",
]


@attrs.frozen(kw_only=True, repr=False)
class Normscore:
    """Score beside a reference group; reference."""

    soort: str | None = None
    vergelijkingsgroep: str | None = None
    score: str | None = None
    toelichting: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Toetsresultaat:
    """Scores of a test or of a part of it; reference. Numbers are texts, time is in seconds."""

    aantal_opgaven: int | None = None
    aantal_goed: int | None = None
    aantal_fout: int | None = None
    aantal_gelezen: int | None = None
    tijd: str | None = None
    vaardigheidsscore: str | None = None
    vaardigheidsschaal: str | None = None
    interval_van: str | None = None
    interval_tot: str | None = None
    normscores: list[Normscore] = attrs.field(factory=list)
    bijlage: Bijlage | None = None


@attrs.frozen(kw_only=True, repr=False)
class Toetsonderdeel:
    """Part of a test; reference."""

    code: str | None = None
    naam: str | None = None
    resultaat: Toetsresultaat | None = None


@attrs.frozen(kw_only=True, repr=False)
class Afnemer:
    """Who gave a test, and where they work; reference."""

    naam: str | None = None
    functie: str | None = None
    instelling: Instelling | None = None
    school: School | None = None


@attrs.frozen(kw_only=True, repr=False)
class Toetsafname:
    """Test that was given to a leerling; reference.

    ``leerjaar`` is of secondary education, ``groep`` of a primary school.
    """

    code: str | None = None
    naam: str | None = None
    versie: str | None = None
    vakgebied: str | None = None
    datum: str | None = None
    leerjaar: int | None = None
    groep: str | None = None
    didactische_leeftijd: int | None = None
    afnemer: Afnemer | None = None
    resultaat: Toetsresultaat | None = None
    onderdelen: list[Toetsonderdeel] = attrs.field(factory=list)
    opmerking: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Eindtoetsdomein:
    """Domain of a part of the eindtoets; reference."""

    domein: str | None = None
    omschrijving: str | None = None
    referentieniveau: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Eindtoetsonderdeel:
    """Part of the eindtoets; reference."""

    onderdeel: str | None = None
    omschrijving: str | None = None
    referentieniveau: str | None = None
    domeinen: list[Eindtoetsdomein] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class Eindtoetsresultaat:
    """Result of the eindtoets; reference."""

    toets: str | None = None
    niveau: str | None = None
    omschrijving: str | None = None
    datum: str | None = None
    ontheffing: str | None = None
    standaardscore: int | None = None
    toetsadvies: str | None = None
    onderdelen: list[Eindtoetsonderdeel] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class Eindtoets:
    """Participation in the eindtoets; reference."""

    deelgenomen: bool | None = None
    resultaat: Eindtoetsresultaat | None = None
    bijlagen: list[Bijlage] = attrs.field(factory=list)

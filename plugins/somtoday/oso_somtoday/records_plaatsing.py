"""Where a leerling is placed and which subjects they chose; public, as in the Connect interface."""

from __future__ import annotations

import attrs

__all__ = [
    "LeerlingVestiging",
    "LesgroepReferentie",
    "Mentor",
    "Opleiding",
    "Plaatsing",
    "Stamgroep",
    "Vakkeuze",
    "VestigingReferentie",
]


@attrs.frozen(kw_only=True, repr=False)
class VestigingReferentie:
    """Reference to a location of the school; public."""

    uuid: str | None = None
    naam: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class LeerlingVestiging:
    """Reference to a leerling and where to find them; public."""

    uuid: str | None = None
    vestiging: VestigingReferentie | None = None


@attrs.frozen(kw_only=True, repr=False)
class LesgroepReferentie:
    """Reference to a group that is taught together; public."""

    uuid: str | None = None
    naam: str | None = None
    vestiging: VestigingReferentie | None = None


@attrs.frozen(kw_only=True, repr=False)
class Mentor:
    """Member of staff who looks after a leerling or a group; public."""

    medewerker_uuid: str | None = None
    toewijzing: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Stamgroep:
    """Group that a leerling belongs to, such as ``H4D``; public."""

    uuid: str | None = None
    omschrijving: str | None = None
    leerjaar: int | None = None
    onderwijssoort: str | None = None
    naam: str | None = None
    leerlingen: list[LeerlingVestiging] = attrs.field(factory=list)
    mentoren: list[Mentor] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class Opleiding:
    """Kind of education with its national ``code``, such as ``0351``; public."""

    uuid: str | None = None
    afkorting: str | None = None
    naam: str | None = None
    code: str | None = None
    landelijke_naam: str | None = None
    profielafkorting: str | None = None
    profielnaam: str | None = None
    leerjaren: list[int] = attrs.field(factory=list)
    vanafschooljaar: str | None = None
    totschooljaar: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Plaatsing:
    """Stretch of one school year in one class; ``einddatum`` is its last day. Public."""

    uuid: str | None = None
    schooljaar: str | None = None
    startdatum: str | None = None
    einddatum: str | None = None
    leerjaar: int | None = None
    opleiding: Opleiding | None = None
    stamgroep: Stamgroep | None = None
    mentoren: list[Mentor] = attrs.field(factory=list)
    digiDeliveryId: str | None = None
    opleidingskenmerken: list[str] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class Vakkeuze:
    """Subject that a leerling follows, with its national code, such as ``191``; public."""

    uuid: str | None = None
    begindatum: str | None = None
    einddatum: str | None = None
    landelijke_vakcode: str | None = None
    landelijke_vaknaam: str | None = None
    school_vaknaam: str | None = None
    school_vakafkorting: str | None = None
    niveau: str | None = None
    leerjaar: int | None = None
    onderwijssoort: str | None = None
    opleiding: str | None = None
    vestiging: VestigingReferentie | None = None

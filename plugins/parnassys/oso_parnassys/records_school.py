"""What ParnasSys keeps once and points to by id: addresses, groups, schools, staff, files."""

from __future__ import annotations

import attrs

__all__ = [
    "Adres",
    "Contactgegeven",
    "Document",
    "Groep",
    "Instelling",
    "Medewerker",
    "School",
    "Schooljaar",
    "Telefoon",
]


@attrs.frozen(kw_only=True, repr=False)
class Telefoon:
    """Telephone at an address; public."""

    id: str | None = None
    nummer: str | None = None
    geheim: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Adres:
    """Address; public up to ``telefoon``, reference from ``soort`` on.

    ``huisnummer`` holds the addition as well, such as ``12a``. The public service knows one kind of
    address and does not name it: without ``soort`` it is where somebody lives.
    """

    id: str | None = None
    gemeente: str | None = None
    plaats: str | None = None
    straat: str | None = None
    huisnummer: str | None = None
    postcode: str | None = None
    land: str | None = None
    geheimadres: str | None = None
    telefoon: Telefoon | None = None
    soort: str | None = None
    aanduiding: str | None = None
    locatieomschrijving: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Schooljaar:
    """School year, with a name such as ``2020 / 2021``; public."""

    id: str | None = None
    naam: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Groep:
    """Group; public, with ``omschrijving`` as reference."""

    id: str | None = None
    naam: str | None = None
    lokaal: str | None = None
    schooljaar: Schooljaar | None = None
    omschrijving: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Contactgegeven:
    """Telephone number or e-mail address of a person or a school; reference."""

    id: str | None = None
    soort: str | None = None
    waarde: str | None = None
    geheim: str | None = None
    noodnummer: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Instelling:
    """Institution, such as a youth care organisation; reference."""

    id: str | None = None
    naam: str | None = None
    adressen: list[Adres] = attrs.field(factory=list)
    contactgegevens: list[Contactgegeven] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class School(Instelling):
    """School, also one of another board; reference (``brinnummer`` is public)."""

    brinnummer: str | None = None
    vestigingsnummer: str | None = None
    aanleverpunt: str | None = None
    soort: str | None = None
    type: str | None = None
    directeur: str | None = None
    website: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Medewerker:
    """Somebody who works at a school or an institution; reference."""

    id: str | None = None
    naam: str | None = None
    functie: str | None = None
    telefoon: str | None = None
    email: str | None = None
    instelling: Instelling | None = None
    school: School | None = None


@attrs.frozen(kw_only=True, repr=False)
class Document:
    """File of a leerling; reference.

    In the source ``bestand`` is the place in the folder ``bijlagen``, here what was read there.
    """

    id: str | None = None
    bestandsnaam: str | None = None
    omschrijving: str | None = None
    bestand: bytes | None = None

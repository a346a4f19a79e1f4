"""The school and what is kept once and pointed to by key: groups, staff, addresses, files.

*Public* is what UWLR 2.2 and EDEXML 2.1 publish, with exactly those names; *reference* is a
plausible shape for what they lack. The field ``key`` of what is pointed to only ties the parts of a
file together, so it does not count when two records are compared.
"""

from __future__ import annotations

import attrs

from oso_esis.xmlvorm import attribuut, element, lijst

__all__ = [
    "Adres",
    "Contactgegeven",
    "Document",
    "Groep",
    "Instelling",
    "Leerkracht",
    "Medewerker",
    "SamengesteldeGroep",
    "School",
    "Vestiging",
]


@attrs.frozen(kw_only=True, repr=False)
class School:
    """The school that a file is of; public. ``dependancecode`` 00 or empty is the main building."""

    schooljaar: str | None = None
    peildatum: str | None = None
    brincode: str | None = None
    dependancecode: str | None = None
    instellingsnummer: str | None = None
    schoolkey: str | None = None
    aanmaakdatum: str | None = None
    auteur: str | None = None
    xsdversie: str | None = None
    commentaar: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Groep:
    """Group that a leerling is in all year (basisgroep); public."""

    key: str | None = attribuut(telt=False)
    naam: str | None = None
    jaargroep: str | None = None
    omschrijving: str | None = None
    mutatiedatum: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class SamengesteldeGroep:
    """Group for some lessons; public."""

    key: str | None = attribuut(telt=False)
    naam: str | None = None
    omschrijving: str | None = None
    mutatiedatum: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Leerkracht:
    """Somebody who works at the school; public. ``rollen`` are codes such as LRK and IB."""

    key: str | None = attribuut(telt=False)
    achternaam: str | None = None
    voorvoegsel: str | None = None
    voornamen: str | None = None
    voorletters_1: str | None = element("voorletters-1")
    roepnaam: str | None = None
    geslacht: str | None = None
    gebruikersnaam: str | None = None
    emailadres: str | None = None
    rollen: list[str] = lijst("rol")
    groepen: list[Groep] = lijst("groep")


@attrs.frozen(kw_only=True, repr=False)
class Adres:
    """Address; reference. ``land`` is a code of ISO 3166 (alpha-2), as EDEXML writes countries."""

    key: str | None = attribuut(telt=False)
    soort: str | None = None
    straat: str | None = None
    huisnummer: str | None = None
    toevoeging: str | None = None
    aanduiding: str | None = None
    locatie: str | None = None
    postcode: str | None = None
    plaats: str | None = None
    gemeente: str | None = None
    land: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Contactgegeven:
    """Telephone number or e-mail address; reference."""

    soort: str | None = None
    gebruik: str | None = None
    waarde: str | None = None
    geheim: str | None = None
    noodnummer: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Instelling:
    """Institution, such as a youth care organisation; reference."""

    key: str | None = attribuut(telt=False)
    naam: str | None = None
    adressen: list[Adres] = lijst("adres")
    contactgegevens: list[Contactgegeven] = lijst("contactgegeven")


@attrs.frozen(kw_only=True, repr=False)
class Vestiging:
    """A building of this school or of another one; reference, but for the key that points to it.

    Without ``brincode`` it is of the school that the file is of.
    """

    key: str | None = attribuut(telt=False)
    naam: str | None = None
    brincode: str | None = None
    dependancecode: str | None = None
    adressen: list[Adres] = lijst("adres")
    contactgegevens: list[Contactgegeven] = lijst("contactgegeven")
    aanleverpunt: str | None = None
    schoolsoort: str | None = None
    schooltype: str | None = None
    directeur: str | None = None
    website: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Medewerker:
    """Who gave a test, of this school or from outside; reference."""

    naam: str | None = None
    functie: str | None = None
    instelling: Instelling | None = None
    vestiging: Vestiging | None = None


@attrs.frozen(kw_only=True, repr=False)
class Document:
    """Attached file; reference. ``inhoud`` is Base64 of the file itself."""

    bestandsnaam: str | None = None
    omschrijving: str | None = None
    inhoud: str | None = None

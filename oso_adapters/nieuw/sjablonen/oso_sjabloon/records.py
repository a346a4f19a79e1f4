"""The records of Sjabloon: one leerling on each line of the export.

Each field is a column. Change the names into those of your own export; ``Csvbestand`` in
``source.py`` tells how a column finds its field. Every value is text, as it stands in the file.
"""

from __future__ import annotations

import attrs

__all__ = [
    "Adres",
    # <als swv>
    "Arrangement",
    # </als>
    "Contact",
    "Instelling",
    "Leerling",
    "Ouder",
    "School",
    "Schooljaar",
]


@attrs.frozen(kw_only=True, repr=False)
class Adres:
    """An address: ``adres1_straat``, ``adres2_straat``, ``school_adres1_straat``."""

    soort: str | None = None
    straat: str | None = None
    huisnummer: str | None = None
    toevoeging: str | None = None
    postcode: str | None = None
    plaats: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Contact:
    """A telephone number or e-mail address of the school: ``school_contact1_nummer``."""

    soort: str | None = None
    nummer: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class School:
    """The school that the leerling leaves: ``school_naam``."""

    naam: str | None = None
    brin: str | None = None
    vestiging: str | None = None
    aanleverpunt: str | None = None
    soort: str | None = None
    adres: list[Adres] = attrs.field(factory=list)
    contact: list[Contact] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class Instelling:
    """Who is responsible instead of the ouders: ``instelling_naam``."""

    naam: str | None = None
    adres: list[Adres] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class Schooljaar:
    """A year at a school: ``schooljaar1_groep``, ``schooljaar2_groep``."""

    jaar: str | None = None
    groep: str | None = None
    leerjaar: str | None = None
    brin: str | None = None
    vestiging: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Ouder:
    """A parent or guardian: ``ouder1_achternaam``, ``ouder2_achternaam``."""

    tussenvoegsel: str | None = None
    achternaam: str | None = None
    gezag: str | None = None


# <als swv>
@attrs.frozen(kw_only=True, repr=False)
class Arrangement:
    """Support that the samenwerkingsverband arranged: ``arrangement1_kenmerk``."""

    datum: str | None = None
    tot: str | None = None
    kenmerk: str | None = None
    nummer: str | None = None


# </als>
@attrs.frozen(kw_only=True, repr=False)
class Leerling:
    """One line of the export."""

    nummer: str | None = None
    voornamen: str | None = None
    tussenvoegsel: str | None = None
    achternaam: str | None = None
    geboortedatum: str | None = None
    geslacht: str | None = None
    bsn: str | None = None
    onderwijsnummer: str | None = None
    adres_geheim: str | None = None
    adres: list[Adres] = attrs.field(factory=list)
    buitenland: list[str] = attrs.field(factory=list)
    ingeschreven_op: str | None = None
    ouders_aansprakelijk: str | None = None
    ouder: list[Ouder] = attrs.field(factory=list)
    instelling: Instelling | None = None
    advies: str | None = None
    contact_nodig: str | None = None
    contactpersoon: str | None = None
    contacttelefoon: str | None = None
    voorlopig: str | None = None
    ingezien: str | None = None
    ingezien_op: str | None = None
    akkoord: str | None = None
    reden_niet_akkoord: str | None = None
    niet_meesturen: str | None = None
    school: School | None = None
    schooljaar: list[Schooljaar] = attrs.field(factory=list)
    # <als swv>
    medicijnen: str | None = None
    arrangement: list[Arrangement] = attrs.field(factory=list)
    koppelsleutel: str | None = None
    # </als>

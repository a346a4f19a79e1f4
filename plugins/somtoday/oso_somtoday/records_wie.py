"""Addresses, contact data and institutions that the public interface does not have; reference."""

from __future__ import annotations

import attrs

from oso_somtoday.records import Adres

__all__ = ["Contactgegeven", "Instelling", "OsoAdres", "School"]


@attrs.frozen(kw_only=True, repr=False)
class OsoAdres:
    """Address with what it is for, around the public one; reference."""

    soort: str | None = None
    adres: Adres | None = None


@attrs.frozen(kw_only=True, repr=False)
class Contactgegeven:
    """Telephone number or e-mail address with what it is for; reference."""

    soort: str | None = None
    waarde: str | None = None
    geheim: bool | None = None
    noodnummer: bool | None = None


@attrs.frozen(kw_only=True, repr=False)
class Instelling:
    """Institution, such as a company with a work placement; reference."""

    naam: str | None = None
    adressen: list[OsoAdres] = attrs.field(factory=list)
    contactgegevens: list[Contactgegeven] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class School(Instelling):
    """School of another board; ``brin`` is of six characters. Reference."""

    brin: str | None = None
    aanleverpunt: str | None = None
    schoolsoort: str | None = None
    schooltype: str | None = None
    directeur: str | None = None
    website: str | None = None

"""The records of the Kaartsysteem, and a card on which all is in order."""

from __future__ import annotations

from typing import Any

import attrs

from oso_adapters.gegevensset.profielen import profielen

__all__ = ["Adreskaart", "Contact", "Jaarkaart", "Kaart", "Ouderkaart", "gewone_kaart"]


@attrs.frozen(kw_only=True, repr=False)
class Adreskaart:
    """An address, of a leerling or of the school."""

    straat: str | None = None
    huisnummer: str | None = None
    postcode: str | None = None
    plaats: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Contact:
    """A way to reach the school."""

    soort: str | None = None
    nummer: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Schoolkaart:
    """The school that keeps the cards."""

    naam: str | None = None
    brin: str | None = None
    vestiging: str | None = None
    aanleverpunt: str | None = None
    adres: list[Adreskaart] = attrs.field(factory=list)
    contact: list[Contact] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class Jaarkaart:
    """A year at a school."""

    schooljaar: str | None = None
    groep: str | None = None
    leerjaar: str | None = None
    brin: str | None = None
    vestiging: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Ouderkaart:
    """A parent or guardian."""

    achternaam: str | None = None
    gezag: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Kaart:
    """The card of one leerling."""

    nummer: str | None = None
    achternaam: str | None = None
    voornamen: str | None = None
    roepnaam: str | None = None
    geboren: str | None = None
    geslacht: str | None = None
    bsn: str | None = None
    ingeschreven: str | None = None
    adres: list[Adreskaart] = attrs.field(factory=list)
    jaren: list[Jaarkaart] = attrs.field(factory=list)
    ouders: list[Ouderkaart] = attrs.field(factory=list)
    advies: str | None = None
    gezien_op: str | None = None
    belt_met: str | None = None
    telefoon: str | None = None
    medicijnen: str | None = None
    school: Schoolkaart | None = None
    niet_meesturen: list[str] = attrs.field(factory=list)
    koppelsleutel: str | None = None
    afgerond: str | None = None


_GEWONE_KAART: dict[str, Any] = {
    "nummer": "7",
    "achternaam": "Proefstra",
    "voornamen": "Noor",
    "roepnaam": "Noor",
    "geboren": "2009-05-01",
    "geslacht": "Meisje",
    "bsn": "012345672",
    "ingeschreven": "2013-08-19",
    "adres": [
        {"straat": "Proefplein", "huisnummer": "1", "postcode": "1234 AB", "plaats": "Proefstad"}
    ],
    "jaren": [
        {
            "schooljaar": "2019-2020",
            "groep": "7a",
            "leerjaar": "7",
            "brin": "00YY",
            "vestiging": "00",
        }
    ],
    "ouders": [{"achternaam": "Proefstra", "gezag": "true"}],
    "advies": "70",
    "gezien_op": "2020-02-24",
    "belt_met": "J. Voorbeeld",
    "telefoon": "085-1234567",
    "school": {
        "naam": "De Proefschool",
        "brin": "00YY",
        "vestiging": "00",
        "aanleverpunt": "LAS-proef",
        "adres": [
            {
                "straat": "Schoolpad",
                "huisnummer": "2",
                "postcode": "1234 AB",
                "plaats": "Proefstad",
            }
        ],
        "contact": [{"soort": "e-mail", "nummer": "school@voorbeeld.nl"}],
    },
}
_VOOR_SWV = {"medicijnen": "false", "koppelsleutel": "3F2504E0-4F89-11D3-9A0C-0305E82C3301"}
"""What a card has as well when support was asked for."""


def gewone_kaart(overdracht: str) -> dict[str, Any]:
    """Return a card on which all is in order for a kind of transfer."""
    return _GEWONE_KAART | (_VOOR_SWV if profielen()[overdracht].voor_swv else {})

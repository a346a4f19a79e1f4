"""The simple types of the standard: what a text must look like, and what it is in Python."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

import attrs

__all__ = [
    "Aandachtspunten",
    "Brincode",
    "Codegetal",
    "Datum",
    "Elementcode",
    "Gbadatum",
    "Geboortemaand",
    "Geheel",
    "GeheelGetal",
    "Getal",
    "JaNee",
    "Korttekst",
    "Lwoodatum",
    "Maanden",
    "Ruw",
    "Schooljaar",
    "Soort",
    "Standaardscore",
    "Tekst",
    "Toetsadvies",
    "Vestigingscode",
    "Vrijetekst",
]


@attrs.frozen(repr=False)
class Ruw:
    """A text that can't be read as the type of its field, kept as it stands."""

    tekst: str

    def __repr__(self) -> str:
        return "Ruw(…)"


_WIT = " \t\r\n"
_DATUM = re.compile(
    r"-?([1-9]\d{3,}|0\d{3})-(\d\d)-(\d\d)(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))?", re.ASCII
)
_KALE_DATUM = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_GEHEEL = re.compile(r"[+-]?\d+", re.ASCII)
_GETAL = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)", re.ASCII)
_MAX_INT = 2**31
_KALENDER = 400
"""Years after which the calendar repeats itself; the last four digits say where in it."""
_JAARCIJFERS = 4
_MAX_CIJFERS = 4000


def _lees_datum(tekst: str) -> date | Ruw:
    kaal = tekst.strip(_WIT)
    if _KALE_DATUM.fullmatch(kaal):
        try:
            return date.fromisoformat(kaal)
        except ValueError:
            pass
    return Ruw(tekst)


_JANEE = {"true": True, "false": False, "1": True, "0": False}


def _lees_janee(tekst: str) -> bool | Ruw:
    waarde = _JANEE.get(tekst)
    if waarde is None:
        waarde = _JANEE.get(tekst.strip(_WIT))
    return Ruw(tekst) if waarde is None else waarde


def _lees_geheel(tekst: str) -> int | Ruw:
    kaal = tekst.strip(_WIT)
    return int(kaal) if len(kaal) < _MAX_CIJFERS and _GEHEEL.fullmatch(kaal) else Ruw(tekst)


def _lees_getal(tekst: str) -> Decimal | Ruw:
    kaal = tekst.strip(_WIT)
    return Decimal(kaal) if _GETAL.fullmatch(kaal) else Ruw(tekst)


def _is_datum(tekst: str) -> bool:
    gevonden = _DATUM.fullmatch(tekst)
    if gevonden is None or not gevonden[1].strip("0"):
        return False
    jaar = int(gevonden[1][-_JAARCIJFERS:]) % _KALENDER or _KALENDER
    try:
        date(jaar, int(gevonden[2]), int(gevonden[3]))
    except ValueError:
        return False
    return True


def _is_int(tekst: str) -> bool:
    getal = _lees_geheel(tekst)
    return isinstance(getal, int) and -_MAX_INT <= getal < _MAX_INT


def _altijd(_tekst: str) -> bool:
    return True


_HOORT: dict[str, Callable[[str], bool]] = {
    "string": _altijd,
    "date": _is_datum,
    "boolean": lambda tekst: tekst in ("true", "false", "1", "0"),
    "integer": lambda tekst: _GEHEEL.fullmatch(tekst) is not None,
    "int": _is_int,
    "decimal": lambda tekst: _GETAL.fullmatch(tekst) is not None,
}
_UITLEG = {
    "date": "een datum als JJJJ-MM-DD",
    "boolean": "true of false",
    "integer": "een geheel getal",
    "int": "een geheel getal",
    "decimal": "een getal met een punt, zoals 7.5",
}


@attrs.frozen
class Soort:
    """A simple type.

    Attributes:
        naam: name of the type in the derived schema.
        basis: built-in type of XML Schema, without prefix.
        lees: text to Python value; None when the value is the text itself.
        uitleg: what the text must be, in Dutch; empty when the base and the limits say it.
    """

    naam: str
    basis: str
    min_lengte: int | None = None
    max_lengte: int | None = None
    minimum: int | None = None
    maximum: int | None = None
    patroon: str | None = None
    lees: Callable[[str], Any] | None = attrs.field(default=None, eq=False)
    uitleg: str = ""

    def past(self, tekst: str) -> bool:
        """Say whether a text, as it stands in a dossier, is of this type.

        Blanks around a date without a pattern are refused, as libxml2 does.
        """
        kale_datum = self.basis == "date" and self.patroon is None
        if self.basis != "string" and not kale_datum:
            tekst = tekst.strip(_WIT)
        return (
            _HOORT[self.basis](tekst)
            and (self.min_lengte is None or len(tekst) >= self.min_lengte)
            and (self.max_lengte is None or len(tekst) <= self.max_lengte)
            and (self.patroon is None or re.fullmatch(self.patroon, tekst) is not None)
            and self._binnen_grenzen(tekst)
        )

    def _binnen_grenzen(self, tekst: str) -> bool:
        if self.minimum is None or self.maximum is None:
            return True
        getal = _lees_geheel(tekst)
        return isinstance(getal, int) and self.minimum <= getal <= self.maximum

    @property
    def verwacht(self) -> str:
        """What the text must be, in Dutch."""
        if self.uitleg:
            return self.uitleg
        if self.minimum is not None:
            return f"een geheel getal van {self.minimum} tot en met {self.maximum}"
        if self.max_lengte is not None:
            return f"een tekst van {self.min_lengte or 0} tot en met {self.max_lengte} tekens"
        if self.basis == "string":
            return "een tekst van ten minste 1 teken" if self.min_lengte else "een tekst"
        return _UITLEG[self.basis]


Tekst = Annotated[str, Soort("tekst", "string", min_lengte=1)]
"""Any text of one character or more."""
Vrijetekst = Annotated[str, Soort("vrijetekst", "string")]
"""Any text, also none."""
Korttekst = Annotated[str, Soort("korttekst", "string", min_lengte=1, max_lengte=35)]
Aandachtspunten = Annotated[str, Soort("aandachtspunten", "string", min_lengte=1, max_lengte=280)]
Toetsadvies = Annotated[str, Soort("toetsadvies", "string", min_lengte=0, max_lengte=1024)]
Brincode = Annotated[
    str,
    Soort(
        "brincode",
        "string",
        patroon="[0-9][0-9][A-Z][A-Z]",
        uitleg="twee cijfers en twee hoofdletters",
    ),
]
Vestigingscode = Annotated[
    str, Soort("vestigingscode", "string", patroon="[0-9][0-9]", uitleg="twee cijfers")
]
Elementcode = Annotated[
    str, Soort("elementcode", "string", patroon="[0-9][0-9][0-9][0-9]", uitleg="vier cijfers")
]
Schooljaar = Annotated[
    str,
    Soort(
        "schooljaar",
        "string",
        patroon="[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9]",
        uitleg="een schooljaar als JJJJ-JJJJ",
    ),
]
Geboortemaand = Annotated[
    str,
    Soort("geboortemaand", "string", patroon=r"\d{4}-\d{2}", uitleg="een maand als JJJJ-MM"),
]
Gbadatum = Annotated[
    str,
    Soort("gbadatum", "string", patroon=r"\d{2}-\d{2}-\d{4}", uitleg="een datum als DD-MM-JJJJ"),
]
Codegetal = Annotated[str, Soort("codegetal", "integer")]
"""A code that the schema calls a number; kept as text, because ``01`` is not ``1`` in a list."""
Datum = Annotated[date | Ruw, Soort("datum", "date", lees=_lees_datum)]
Lwoodatum = Annotated[
    date | Ruw,
    Soort(
        "lwoodatum",
        "date",
        patroon="[0-9][0-9][0-9][0-9]-07-31",
        lees=_lees_datum,
        uitleg="31 juli van een jaar, als JJJJ-07-31",
    ),
]
JaNee = Annotated[bool | Ruw, Soort("janee", "boolean", lees=_lees_janee)]
Geheel = Annotated[int | Ruw, Soort("geheel", "integer", lees=_lees_geheel)]
GeheelGetal = Annotated[int | Ruw, Soort("geheelgetal", "int", lees=_lees_geheel)]
Standaardscore = Annotated[
    int | Ruw,
    Soort("standaardscore", "integer", minimum=0, maximum=1000, lees=_lees_geheel),
]
Maanden = Annotated[
    int | Ruw, Soort("maanden", "integer", minimum=1, maximum=24, lees=_lees_geheel)
]
Getal = Annotated[Decimal | Ruw, Soort("getal", "decimal", lees=_lees_getal)]

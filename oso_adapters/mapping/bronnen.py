"""Where a field of the standard comes from in a vendor's record: the words of an Afbeelding."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cached_property
from typing import Any, ClassVar

import attrs

__all__ = [
    "SLEUTELS",
    "Afbeelding",
    "Beleid",
    "Blok",
    "Bron",
    "Code",
    "Codetabel",
    "Elk",
    "EnkelIn",
    "EnkelUit",
    "Kern",
    "Onbruikbaar",
    "Ontbreekt",
    "Samen",
    "Terug",
    "Van",
    "Vast",
    "binnenste",
    "blok",
    "code",
    "elk",
    "enkel_in",
    "enkel_uit",
    "kern",
    "kern_van",
    "ontbreekt",
    "paden_van",
    "samen",
    "uit",
    "van",
    "vast",
]


SLEUTELS = {
    "AF.bron": "Een record van het administratiesysteem is zelf niet in orde.",
    "AF.waarde": "Een waarde in het administratiesysteem heeft niet de vorm die nodig is.",
    "AF.code": "Een waarde in het administratiesysteem staat niet in de omzettabel.",
    "AF.omzetting": "De omzetting van de leverancier loopt vast op een waarde.",
    "AF.koppelsleutel": "De koppelsleutel van een SWV-dossier is er nog niet, of is verkeerd.",
    "AF.optuit": "Een categorie is uitgezet die in dit soort overdracht verplicht is.",
}
"""What each key of a finding on a mapping means, in Dutch."""


class Onbruikbaar(ValueError):
    """A transform can't use a value; the text says in Dutch what it must be, without the value."""

    begin: ClassVar = "past hier niet"

    @property
    def waarom(self) -> str:
        """Why a value that came in is not taken over, as the end of a sentence in Dutch."""
        return f"{self.begin}: {self}"


class Beschadigd(Onbruikbaar):
    """A value is broken by itself: no system can use it, and who sent it must send it again."""

    begin = "is in het dossier zelf beschadigd"


class Beleid(StrEnum):
    """What happens to a value that a code table does not know."""

    WEIGER = "weiger"
    """The dossier is held back."""
    MELD = "meld"
    """The field is left out and a warning says so."""
    WEGLATEN = "weglaten"
    """The field is left out and counted."""


@attrs.frozen(kw_only=True)
class Codetabel:
    """The vendor's values beside the codes of the standard.

    Attributes:
        naam: name of the table, for messages.
        waarden: code of the standard by the vendor's value; None leaves a value out on purpose.
        onbekend: what happens to any other value.
        terug: the vendor's value by code, where several values have one code.
        zonder: why the vendor has no value for a code of the standard, by code.
        herstel: what a school does with a value that is not in the table, in Dutch; empty says only
            that the field must be put right.
    """

    naam: str
    waarden: Mapping[str, str | None] = attrs.field(hash=False)
    onbekend: Beleid = Beleid.WEIGER
    terug: Mapping[str, str] = attrs.field(factory=dict, hash=False)
    zonder: Mapping[str, str] = attrs.field(factory=dict, hash=False)
    herstel: str = ""

    def terug_van(self, code: str) -> str | None:
        """Return the vendor's value for a code: that of ``terug``, else the first; None without."""
        eerste = next((waarde for waarde, van in self.waarden.items() if van == code), None)
        return self.terug.get(code, eerste)


Omzetting = Callable[[Any], Any]


@attrs.frozen
class Bron:
    """A source of one field."""


@attrs.frozen
class Terug:
    """Several fields of a block that make one field of the record.

    Attributes:
        velden: fields of the block, by their names in Python.
        via: makes the value of the record; gets None for a field that is not there.
    """

    velden: tuple[str, ...]
    via: Callable[..., Any]


@attrs.frozen(eq=False, slots=False)
class Afbeelding:
    """How one block of the standard is filled from one kind of record; equal only to itself.

    Read backwards it says how a received block fills the record (`oso_adapters.mapping.omkeren`).

    Attributes:
        blok: block of the standard.
        record: class of the vendor's record.
        bronnen: source of every field of the block, as declared.
        sleutel: paths in the record that tell its items in a list apart.
        terug: fields of the record that are filled from several fields of the block.
    """

    blok: type
    record: type
    bronnen: Mapping[str, Bron]
    sleutel: tuple[str, ...] = ()
    terug: Mapping[str, Terug] = attrs.field(factory=dict)

    @cached_property
    def uitgaand(self) -> Mapping[str, Bron]:
        """The source of every field when a dossier is made."""
        return {attr: _uitgaand(bron) for attr, bron in self.bronnen.items()}

    @cached_property
    def inkomend(self) -> Mapping[str, Bron]:
        """Where every field goes when a dossier is taken in."""
        return {attr: _inkomend(bron) for attr, bron in self.bronnen.items()}


@attrs.frozen
class Van(Bron):
    """One field of the record, through a transform."""

    pad: str
    via: Omzetting | None = None


@attrs.frozen
class Samen(Bron):
    """Several fields of the record, put together by one transform."""

    paden: tuple[str, ...]
    via: Callable[..., Any]
    terug: Callable[[Any], tuple[Any, ...]] | None = None


@attrs.frozen
class Code(Bron):
    """One field of the record, through a code table."""

    pad: str
    tabel: Codetabel


@attrs.frozen
class Vast(Bron):
    """Always the same value."""

    waarde: Any


@attrs.frozen
class Blok(Bron):
    """A block inside this one, from a record inside this one (or from the same record)."""

    afbeelding: Afbeelding
    pad: str | None


@attrs.frozen
class Elk(Bron):
    """A list: each record, or each value, by itself."""

    pad: str
    door: Afbeelding | Codetabel | Omzetting | None
    tenzij: Callable[[Any], bool] | None = None


@attrs.frozen
class Kern(Bron):
    """The core fills this field."""

    reden: str


@attrs.frozen
class Ontbreekt(Bron):
    """The vendor does not have this field, or must not deliver it."""

    reden: str


@attrs.frozen
class EnkelUit(Bron):
    """A field that goes out, but is not taken in."""

    bron: Bron
    reden: str


@attrs.frozen
class EnkelIn(Bron):
    """A field that is taken in, but does not go out."""

    bron: Bron
    reden: str


def van(pad: str, via: Omzetting | None = None) -> Bron:
    """Take one field of the record; ``via`` changes a value that is there.

    Args:
        pad: name of the field, with dots into records inside this one.
        via: transform; raises `Onbruikbaar` for a value that it can't use.
    """
    return Van(pad, via)


def samen(
    *paden: str, via: Callable[..., Any], terug: Callable[[Any], tuple[Any, ...]] | None = None
) -> Bron:
    """Put several fields of the record together; ``via`` gets None for an empty one.

    Args:
        terug: takes a received value apart: one value for each path, None where there is none.
    """
    return Samen(paden, via, terug)


def uit(*velden: str, via: Callable[..., Any]) -> Terug:
    """Say that one field of the record is made of several fields of the block, on the way back."""
    return Terug(velden, via)


def code(pad: str, tabel: Codetabel) -> Bron:
    """Translate one field of the record with a code table."""
    if not isinstance(tabel, Codetabel):
        raise TypeError(f"code({pad!r}, …) needs a Codetabel, not {type(tabel).__name__}")
    return Code(pad, tabel)


def vast(waarde: Any) -> Bron:
    """Fill in always the same value."""
    return Vast(waarde)


def blok(afbeelding: Afbeelding, pad: str | None = None) -> Bron:
    """Fill a block inside this one; it is left out when nothing of it is filled.

    Args:
        pad: field with the record to fill it from; None takes the same record.
    """
    if not isinstance(afbeelding, Afbeelding):
        raise TypeError(f"blok(…) needs an Afbeelding, not {type(afbeelding).__name__}")
    return Blok(afbeelding, pad)


def elk(
    pad: str,
    door: Afbeelding | Omzetting | Codetabel | None = None,
    *,
    tenzij: Callable[[Any], bool] | None = None,
) -> Bron:
    """Fill a list from a list: through an Afbeelding, or a transform or table for values.

    Args:
        tenzij: says of one item that it must not be delivered; it is left out and counted.
    """
    return Elk(pad, door, tenzij)


def kern(reden: str) -> Bron:
    """Leave a field to the core; ``reden`` says what it fills in."""
    return Kern(reden)


def ontbreekt(reden: str) -> Bron:
    """Declare that this field is never delivered, with the reason."""
    return Ontbreekt(reden)


def enkel_uit(bron: Bron, reden: str) -> Bron:
    """Deliver a field, but don't take it in, with the reason in Dutch."""
    return EnkelUit(bron, reden)


def enkel_in(bron: Bron, reden: str) -> Bron:
    """Take a field in, but don't deliver it, with the reason in Dutch."""
    return EnkelIn(bron, reden)


def kern_van(bron: Bron) -> Bron:
    """Return a source without what says that it counts in one direction only."""
    return bron.bron if isinstance(bron, EnkelUit | EnkelIn) else bron


def _uitgaand(bron: Bron) -> Bron:
    return Ontbreekt(bron.reden) if isinstance(bron, EnkelIn) else kern_van(bron)


def _inkomend(bron: Bron) -> Bron:
    return Ontbreekt(bron.reden) if isinstance(bron, EnkelUit) else kern_van(bron)


def binnenste(bron: Bron) -> Afbeelding | None:
    """Return the Afbeelding of the block that a source fills, if it fills one."""
    match kern_van(bron):
        case Blok(binnen, _) | Elk(_, Afbeelding() as binnen):
            return binnen
    return None


def paden_van(bron: Bron) -> tuple[str, ...]:
    """Return the fields of the record that a source reads."""
    match kern_van(bron):
        case Van(pad) | Code(pad, _) | Elk(pad):
            return (pad,)
        case Samen(paden, _):
            return paden
        case Blok(_, str(pad)):
            return (pad,)
    return ()

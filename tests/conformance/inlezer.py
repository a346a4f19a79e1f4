"""A small import-only plugin: it keeps every field of a dossier as text, under the same name.

It shows what the suite asks of an import, and the wrong imports of the tests are made from it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any, get_args, get_type_hints

import attrs
from stukken import met_goed

from oso_adapters import Importeur, Leverancier, SwvUitwisseling, hookimpl
from oso_adapters.errors import ConfigurationError
from oso_adapters.gegevensset import Dossier, Huidigeschool, Inzage
from oso_adapters.mapping import (
    Afbeelding,
    Bron,
    Bronrecord,
    afbeelding,
    blok,
    bsn,
    datum,
    elk,
    geheel,
    getal,
    janee,
    kern,
    onderwijsnummer,
    read_record,
    van,
)

_OMZETTING: dict[type, Any] = {date: datum, bool: janee, int: geheel, Decimal: getal}
_NUMMERS = {"bsn": bsn, "onderwijsnummer": onderwijsnummer}


def _binnen(hint: Any) -> type | None:
    """Return the block in a type hint; None when it holds a value."""
    if isinstance(hint, type) and hasattr(hint, "__blok__"):
        return hint
    return next((deel for arg in get_args(hint) if (deel := _binnen(arg))), None)


def _is_lijst(hint: Any) -> bool:
    return "list" in str(hint)


def _veld(hint: Any) -> Any:
    binnen = _binnen(hint)
    if binnen is None:
        soort: Any = list[str] if _is_lijst(hint) else str | None
    else:
        soort = list[klasse(binnen)] if _is_lijst(hint) else klasse(binnen) | None  # type: ignore[misc]
    if _is_lijst(hint):
        return attrs.field(factory=list, type=soort)
    return attrs.field(default=None, type=soort)


@cache
def klasse(cls: type) -> Any:
    """Return a record class with the same fields as a block, each a text."""
    hints = get_type_hints(cls)
    velden = {veld.name: _veld(hints[veld.name]) for veld in attrs.fields(cls)}
    return attrs.make_class(f"{cls.__name__}Record", velden, kw_only=True, repr=False)


def _omzetting(naam: str, hint: Any) -> Any:
    if naam in _NUMMERS:
        return _NUMMERS[naam]
    return next((via for soort, via in _OMZETTING.items() if soort.__name__ in str(hint)), None)


def _bron(naam: str, hint: Any) -> Bron:
    binnen = _binnen(hint)
    if binnen is not None:
        return elk(naam, beeld(binnen)) if _is_lijst(hint) else blok(beeld(binnen), naam)
    via = _omzetting(naam, hint)
    return elk(naam, via) if _is_lijst(hint) else van(naam, via)


@cache
def beeld(cls: type) -> Afbeelding:
    """Return a mapping of a block on the record class with the same fields."""
    hints = get_type_hints(cls)
    bronnen = {veld.name: _bron(veld.name, hints[veld.name]) for veld in attrs.fields(cls)}
    sleutel = tuple(naam for naam in bronnen if _binnen(hints[naam]) is None)
    return afbeelding(cls, klasse(cls), sleutel=sleutel, **bronnen)


@attrs.define(kw_only=True, repr=False)
class Kind:
    """A leerling; ``notitie`` and ``klaar`` are of the school itself."""

    nummer: str | None = None
    huidigeschool: klasse(Huidigeschool) | None = None  # type: ignore[valid-type]
    inzage: klasse(Inzage) | None = None  # type: ignore[valid-type]
    koppelsleutel: str | None = None
    notitie: str | None = None
    klaar: str | None = None


Kind.__annotations__ |= {
    "huidigeschool": klasse(Huidigeschool) | None,
    "inzage": klasse(Inzage) | None,
}


def dossier(kind: type = Kind) -> Afbeelding:
    """Return the mapping of a dossier on the record of a leerling."""
    return afbeelding(
        Dossier,
        kind,
        metadata=kern("metadata"),
        overdrachtsoort=kern("soort overdracht"),
        inzage=blok(beeld(Inzage), "inzage"),
        huidigeschool=blok(beeld(Huidigeschool), "huidigeschool"),
    )


def lees(pad: Path) -> Iterator[Bronrecord]:
    """Read an administration; one that is not there yet is empty."""
    if not pad.exists():
        return
    try:
        rijen = json.loads(pad.read_text("utf-8"))
    except ValueError as fout:
        raise ConfigurationError(f"{pad.name} is no administration; restore it") from fout
    for rij in rijen:
        record, meldingen = read_record(Kind, rij)
        yield Bronrecord(record.nummer or "", record, tuple(meldingen))


def schrijf(pad: Path, records: Sequence[Bronrecord]) -> None:
    """Write an administration; a new leerling gets the next number."""
    gebruikt = {bron.record.nummer for bron in records}
    vrij = (str(nr) for nr in count(1) if str(nr) not in gebruikt)
    rijen = [{**_kaal(b.record), "nummer": b.record.nummer or next(vrij)} for b in records]
    pad.write_text(json.dumps(rijen), "utf-8")


def _kaal(record: Any) -> Mapping[str, Any]:
    """Return a record as loose data, less what is empty."""
    return {
        veld.name: _los(getattr(record, veld.name))
        for veld in attrs.fields(type(record))
        if getattr(record, veld.name) not in (None, [])
    }


def _los(waarde: Any) -> Any:
    if isinstance(waarde, list):
        return [_los(deel) for deel in waarde]
    return _kaal(waarde) if attrs.has(type(waarde)) else waarde


LEVERANCIER = Leverancier(
    naam="Inlezer",
    maker="Spiegelmakers",
    pakketnaam="Inlezer",
    pakketversie="1.0",
    niet={
        "export": "dit systeem neemt alleen aan",
        "2017.1": "deze versie komt niet meer voor",
        "2018.1": "deze versie komt niet meer voor",
    },
)
_IMPORTEUR = Importeur(
    profielen={"POPO", "POVO", "VOVO", "BB"},
    versies={"2019.1"},
    dossier=dossier(),
    read=lees,
    write=schrijf,
    definitief=lambda record: record.klaar == "ja",
    koppelsleutel="koppelsleutel",
)
IMPORTEUR = met_goed(_IMPORTEUR, "IMP")
"""With the right piece of every eis on taking in."""
SWV = SwvUitwisseling(naar_binnen=attrs.evolve(IMPORTEUR, profielen={"POSWV", "VOSWV"}))


@hookimpl
def oso_leverancier() -> Leverancier:
    """Say who it is."""
    return LEVERANCIER


@hookimpl
def oso_import() -> Importeur:
    """Take in all that there is."""
    return IMPORTEUR


@hookimpl
def oso_swv() -> SwvUitwisseling:
    """Take in what a samenwerkingsverband gets."""
    return SWV

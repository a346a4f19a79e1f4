"""The gate of an import: can everything that it takes in really find its place in a record?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from oso_adapters.gegevensset._veld import velden
from oso_adapters.gegevensset.profielen import profielen
from oso_adapters.mapping.administratie import Inlezer, wie_is
from oso_adapters.mapping.afbeelding import bezwaren_pad, record_op
from oso_adapters.mapping.bronnen import Afbeelding, Blok, Bron, Code, Codetabel, Elk, Samen, Van
from oso_adapters.mapping.ingaand import ingaand
from oso_adapters.mapping.omkeerbaar import terug_van

__all__ = ["bezwaren_import"]

_NUMMERS = ("bsn", "onderwijsnummer")


def bezwaren_import(inlezer: Inlezer) -> Iterator[str]:
    """Yield why a system can't take dossiers in as it says, each reason with its remedy."""
    afb = ingaand(inlezer.dossier)
    swv = {p.code for p in profielen().values() if p.voor_swv}
    if inlezer.profielen & swv and not inlezer.koppelsleutel:
        yield "needs koppelsleutel=, the path in the record by which an SWV dossier is found again"
    elif inlezer.koppelsleutel:
        yield from bezwaren_pad(afb.record, inlezer.koppelsleutel)
    if inlezer.profielen - swv and not _houdt_nummer(afb):
        yield (
            "keeps no bsn or onderwijsnummer, by which a leerling is found again; take one of them"
            " in, by way of blok(...) for huidigeschool and leerling"
        )
    redenen = [*_bezwaren(afb), *_dubbel(afb)]
    yield from dict.fromkeys(redenen)


def _houdt_nummer(afb: Afbeelding) -> bool:
    wie = wie_is(afb)
    school = wie.bronnen["huidigeschool"] if wie else None
    leerling = school.afbeelding.bronnen["leerling"] if isinstance(school, Blok) else None
    if not isinstance(leerling, Blok):
        return False
    bronnen = leerling.afbeelding.bronnen
    return any(isinstance(bronnen.get(naam), Van | Samen) for naam in _NUMMERS)


def _bezwaren(afb: Afbeelding) -> Iterator[str]:
    naam = afb.blok.__name__
    yield from _maakbaar(afb.record)
    samengevoegd = {attr for terug in afb.terug.values() for attr in terug.velden}
    per_attr = {veld.attr: veld for veld in velden(afb.blok)}
    for attr, bron in afb.bronnen.items():
        if attr in samengevoegd or attr not in per_attr:
            continue
        yield from (f"{naam}.{attr}: {reden}" for reden in _bezwaren_bron(afb, bron))
        match bron:
            case Blok(binnen, _):
                yield from _bezwaren(binnen)
            case Elk(_, Afbeelding() as binnen):
                if not binnen.sleutel:
                    yield (
                        f"{naam}.{attr}: say with sleutel=(...) in the Afbeelding of"
                        f" {binnen.blok.__name__} which fields of the record tell its items apart"
                    )
                yield from _bezwaren(binnen)


def _bezwaren_bron(afb: Afbeelding, bron: Bron) -> Iterator[str]:
    match bron:
        case Van(pad, via):
            yield from _zonder_terug(pad, via)
            yield from _plek(afb.record, pad, lijst=False)
        case Elk(pad, Afbeelding() | Codetabel() | None):
            yield from _plek(afb.record, pad, lijst=True)
        case Elk(pad, via):
            assert not isinstance(via, Afbeelding | Codetabel)
            yield from _zonder_terug(pad, via)
            yield from _plek(afb.record, pad, lijst=True)
        case Samen(paden, _, terug):
            if terug is None:
                yield f"samen({', '.join(map(repr, paden))}) needs terug=, or {_OF_ANDERS}"
            for pad in paden:
                yield from _plek(afb.record, pad, lijst=False)
        case Code(pad, _) | Blok(_, str(pad)):
            yield from _plek(afb.record, pad, lijst=False)


_OF_ANDERS = "a place in terug={...}, or enkel_uit(..., 'reason')"


def _zonder_terug(pad: str, via: Callable[[Any], Any] | None) -> Iterator[str]:
    if via is not None and terug_van(via) is None:
        naam = getattr(via, "__name__", "the transform")
        yield f"{naam} of {pad!r} has no way back; give it one: omkeerbaar(...), or {_OF_ANDERS}"


def _plek(record: type, pad: str, *, lijst: bool) -> Iterator[str]:
    """Tell when a path leads through a list, or through a record that can't be made."""
    stappen = pad.split(".")
    for nr in range(1, len(stappen)):
        onderweg = ".".join(stappen[:nr])
        soort, is_lijst = record_op(record, onderweg)
        if is_lijst:
            yield f"{pad!r} leads through the list {onderweg!r}; use elk(...), or {_OF_ANDERS}"
        elif soort is not None:
            yield from _maakbaar(soort)
    _, is_lijst = record_op(record, pad)
    if lijst and not is_lijst:
        yield f"record field {pad!r} is no list"


def _maakbaar(record: type) -> Iterator[str]:
    try:
        record()
    except Exception:  # noqa: BLE001 - code of the plugin
        yield f"{record.__name__} can't be made empty; give every field a default"


def _dubbel(afb: Afbeelding) -> Iterator[str]:
    """Tell which fields of a record are filled from more than one place."""
    gezien = Counter(_doelen(afb, ""))
    for (soort, pad), aantal in gezien.items():
        if aantal > 1:
            yield (
                f"{soort}.{pad} is filled from {aantal} fields; say in terug={{{pad!r}: uit(...)}}"
                " how they make one value, or use enkel_uit(..., 'reason')"
            )
    for binnen in _lijsten(afb):
        yield from _dubbel(binnen)


def _doelen(afb: Afbeelding, voor: str) -> Iterator[tuple[str, str]]:
    samengevoegd = {attr for terug in afb.terug.values() for attr in terug.velden}
    naam = afb.record.__name__ if not voor else ""
    yield from ((naam, voor + pad) for pad in afb.terug)
    for attr, bron in afb.bronnen.items():
        if attr in samengevoegd:
            continue
        match bron:
            case Van(pad, _) | Code(pad, _) | Elk(pad, _):
                yield naam, voor + pad
            case Blok(binnen, pad):
                verder = f"{voor}{pad}." if pad else voor
                yield from ((naam, doel) for _, doel in _doelen(binnen, verder))


def _lijsten(afb: Afbeelding) -> Iterator[Afbeelding]:
    for bron in afb.bronnen.values():
        match bron:
            case Elk(_, Afbeelding() as binnen):
                yield binnen
            case Blok(binnen, _):
                yield from _lijsten(binnen)

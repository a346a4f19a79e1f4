"""Why a block can't be written: fields and characters that a document can't hold."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from oso_adapters.gegevensset._veld import Veld, Vorm, blokgegevens, velden
from oso_adapters.gegevensset.typen import Ruw
from oso_adapters.melding import Melding, SoortMelding, Wie
from oso_adapters.versies import Versie

__all__ = ["bezwaren", "heeft_fout_teken"]

_VERBODEN_BYTES = tuple(b for b in range(ord(" ")) if b not in b"\t\n\r")
_GEEN_TEKENS = (b"\xef\xbf\xbe", b"\xef\xbf\xbf")
_EERSTE_BYTE = 0xEF

_SOORTEN = {bool, int, Decimal, Ruw, date}
"""Types of a value beside text; a class below one of these is not one of them."""
_VERKEERD = object()
"""Stands for a list where one value belongs, or the other way round."""


def _items(veld: Veld, pad: str, locatie: str, waarde: list[Any]) -> Iterator[tuple[Any, str, str]]:
    """Yield the items of a list, each with its path and place."""
    for nr, item in enumerate(waarde, start=1):
        if veld.vorm is Vorm.LIJST:
            yield item, f"{pad}/{veld.lijst}", f"{locatie}[1]/{veld.lijst}[{nr}]"
        elif veld.vorm is Vorm.REEKS:
            yield item, pad, f"{locatie}[1]"
        else:
            yield item, pad, f"{locatie}[{nr}]"


def _doorloop(
    blok: Any, versie: Versie, pad: str, locatie: str
) -> Iterator[tuple[Veld, Any, str, str]]:
    """Yield every filled field below a block, with its path and its place.

    Of what the version does not have each element is told, not what is in it.
    """
    for veld in velden(type(blok)):
        waarde = getattr(blok, veld.attr)
        if waarde is None or (veld.vorm is Vorm.HERHAALD and waarde == []):
            continue
        stap = veld.stap
        hier, plek = pad + stap, locatie + stap
        items = [(waarde, hier, f"{plek}[1]" if stap else plek)]
        if veld.meervoud != isinstance(waarde, list):
            yield veld, _VERKEERD, hier, f"{plek}[1]"
            continue
        if not versie.valt_in(veld.sinds, veld.tot):
            aantal = len(waarde) if veld.vorm is Vorm.HERHAALD else 1
            yield from ((veld, waarde, hier, f"{plek}[{nr}]") for nr in range(1, aantal + 1))
            continue
        if isinstance(waarde, list):
            yield veld, waarde, hier, f"{plek}[1]"
            items = list(_items(veld, hier, plek, waarde))
        for item, item_pad, item_plek in items:
            if veld.blok is not None and type(item) is veld.blok:
                yield veld, item, item_pad, item_plek
                yield from _doorloop(item, versie, item_pad, item_plek)
            else:
                yield veld, item, item_pad, item_plek


def _klopt_type(veld: Veld, waarde: Any) -> bool:
    if isinstance(waarde, list):
        return True
    if veld.blok is not None:
        return type(waarde) is veld.blok
    return isinstance(waarde, str) or type(waarde) in _SOORTEN


def heeft_fout_teken(data: bytes) -> bool:
    """Say whether a text in UTF-8 holds a character that XML does not allow."""
    return any(b in data for b in _VERBODEN_BYTES) or (
        _EERSTE_BYTE in data and any(teken in data for teken in _GEEN_TEKENS)
    )


def _is_onschrijfbaar(waarde: Any) -> bool:
    tekst = waarde.tekst if isinstance(waarde, Ruw) else waarde
    if not isinstance(tekst, str):
        return False
    try:
        return heeft_fout_teken(tekst.encode())
    except UnicodeEncodeError:
        return True


def _melding(
    regel: str, pad: str, locatie: str, tekst: str, herstel: str, wie: Wie, verwacht: str | None
) -> Melding:
    return Melding(
        regel=regel,
        soort=SoortMelding.STRUCTUUR,
        locatie=locatie,
        pad=pad,
        melding=tekst,
        verwacht=verwacht,
        herstel=herstel,
        wie=wie,
    )


def niet_in_versie(
    veld: Veld,
    versie: Versie,
    *,
    pad: str,
    locatie: str,
    regelnummer: int | None = None,
    paden: tuple[str, ...] = (),
) -> Melding:
    """Return the finding on a filled field that a version does not have.

    Args:
        paden: paths of all that is lost with it.
    """
    return Melding(
        regel="ST.versie",
        soort=SoortMelding.STRUCTUUR,
        locatie=locatie,
        pad=pad,
        regelnummer=regelnummer,
        melding=f"Het veld '{veld.label}' bestaat niet in versie {versie}.",
        herstel="Laat dit veld leeg, of maak het dossier in een versie die het veld heeft.",
        wie=Wie.LEVERANCIER,
        paden=paden,
    )


def bezwaren(dossier: Any, versie: Versie) -> Iterator[Melding]:
    """Yield a finding for every field that can't be written in a version."""
    begin = f"/{blokgegevens(type(dossier)).element}"
    for veld, waarde, pad, locatie in _doorloop(dossier, versie, begin, f"{begin}[1]"):
        verwacht = veld.soort.verwacht if veld.soort else None
        if not versie.valt_in(veld.sinds, veld.tot):
            yield niet_in_versie(veld, versie, pad=pad, locatie=locatie)
        elif not _klopt_type(veld, waarde):
            yield _melding(
                "ST.waarde",
                pad,
                locatie,
                f"Het veld '{veld.label}' heeft in de software een waarde van de verkeerde soort.",
                "De leverancier moet de omzetting van dit veld herstellen.",
                Wie.LEVERANCIER,
                verwacht,
            )
        elif _is_onschrijfbaar(waarde):
            yield _melding(
                "ST.waarde",
                pad,
                locatie,
                f"Het veld '{veld.label}' bevat een teken dat in XML niet mag.",
                "Typ de tekst van dit veld opnieuw; bij plakken gaan soms onzichtbare tekens mee.",
                Wie.SCHOOL,
                verwacht,
            )

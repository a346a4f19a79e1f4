"""Functions made from text: what is done for every field of a block, written out.

attrs makes constructors in the same way and for the same reason: a loop over the fields costs more
than the work for each of them. Only names that blocks declare come into the text.
"""

from __future__ import annotations

import linecache
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from oso_adapters.gegevensset._veld import Veld, Vorm, velden, velden_in
from oso_adapters.versies import Versie

__all__ = ["bouwer", "is_eenvoudig", "schrijffabriek"]


def _compileer(cls: type, naam: str, regels: Iterable[str], namen: Mapping[str, Any]) -> Any:
    """Return the function with this name from lines of source; a debugger can show the lines."""
    bestand = f"<{__name__}: {naam} of {cls.__name__}>"
    bron = [f"{regel}\n" for regel in regels]
    linecache.cache[bestand] = (sum(map(len, bron)), None, bron, bestand)
    ruimte = {"cls": cls, **namen}
    exec(compile("".join(bron), bestand, "exec"), ruimte)  # noqa: S102 - see the docstring above
    return ruimte[naam]


@cache
def bouwer(cls: type) -> Callable[..., Any]:
    """Return a function that makes a block from the values of all its fields, in their order.

    It does what the constructor does, where None stands for what is not given.
    """
    regels = [
        f"    blok.{veld.attr} = {veld.attr}"
        + (f" if {veld.attr} is not None else []" if veld.vorm is Vorm.HERHAALD else "")
        for veld in velden(cls)
    ]
    maak: Callable[..., Any] = _compileer(
        cls,
        "bouw",
        [
            f"def bouw({', '.join(veld.attr for veld in velden(cls))}):",
            "    blok = nieuw(cls)",
            *regels,
            "    return blok",
        ],
        {"nieuw": object.__new__},
    )
    return maak


def is_eenvoudig(veld: Veld) -> bool:
    """Say whether a field is one element with a simple value."""
    return veld.vorm is Vorm.ELEMENT and veld.soort is not None


def _is_gevuld(veld: Veld) -> str:
    """Return the condition that a field is filled; it gives the value a name."""
    waarde = f"(waarde := blok.{veld.attr})"
    if veld.vorm is Vorm.HERHAALD:
        return f"{waarde} or waarde not in (None, [])"
    return f"{waarde} is not None"


def _weiger(veld: Veld) -> Iterator[str]:
    """Write out that a field must be empty."""
    yield f"        if {_is_gevuld(veld)}:"
    yield "            raise Fout"


def _schrijf(nr: int, veld: Veld) -> Iterator[str]:
    """Write out one field: a simple value at once, of anything else its own function."""
    yield f"        if {_is_gevuld(veld)}:"
    if not is_eenvoudig(veld):
        yield f"            schrijf_{nr}(waarde, uit)"
        return
    assert veld.soort is not None
    tekst = "waarde" if veld.soort.lees is None else "tekst_van[type(waarde)](waarde)"
    for deel in (f"begin_{nr}", tekst, f"eind_{nr}"):
        yield f"            uit.append({deel})"


def schrijffabriek(
    cls: type, versie: Versie, tekst_van: Mapping[type, Callable[[Any], str]], fout: type[Exception]
) -> Callable[..., Callable[[Any, list[Any]], None]]:
    """Return a function that returns how to write a block at one place in a document.

    It takes what comes before the fields, what comes after them, and one thing for each field of
    the version: the tags around a simple value, or the function that writes the field.

    Args:
        tekst_van: text of a value, by its type.
        fout: what to raise at another class of block, or at a filled field that the version lacks.
    """
    delen: list[str] = []
    regels: list[str] = []
    aanwezig = {veld.attr: veld for veld in velden_in(cls, versie)}
    for nr, elke in enumerate(velden(cls)):
        veld = aanwezig.get(elke.attr)
        if veld is None:
            regels += _weiger(elke)
            continue
        delen.append(f"(begin_{nr}, eind_{nr})" if is_eenvoudig(veld) else f"schrijf_{nr}")
        regels += _schrijf(nr, veld)
    fabriek: Callable[..., Callable[[Any, list[Any]], None]] = _compileer(
        cls,
        "fabriek",
        [
            "def fabriek(begin, eind, delen):",
            f"    [{', '.join(delen)}] = delen",
            "    def schrijf(blok, uit):",
            "        if type(blok) is not cls:",
            "            raise Fout",
            "        uit += begin",
            *regels,
            "        uit += eind",
            "    return schrijf",
        ],
        {"tekst_van": tekst_van, "Fout": fout},
    )
    return fabriek

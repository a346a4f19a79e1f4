"""The vocabulary of the rules: a requirement is data that can be run, explained and exported.

A path is relative to the element that the rule looks at; ``.`` is that element, ``//`` at the start
means anywhere in the document, and ``/text()`` at the end means each text node by itself, as the
published sheets compare codes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import attrs

__all__ = [
    "Als",
    "Bevat",
    "Eis",
    "En",
    "Functie",
    "Gevuld",
    "Lengte",
    "Niet",
    "Of",
    "Patroon",
    "Uit",
    "Waar",
    "als",
    "bevat",
    "en",
    "gevraagd",
    "gevuld",
    "is_",
    "leeg",
    "lengte",
    "niet",
    "of",
    "paden",
    "patroon",
    "uit",
    "waar",
]


@attrs.frozen
class Eis:
    """A requirement on one element."""


@attrs.frozen
class Gevuld(Eis):
    """The path leads to something."""

    pad: str


@attrs.frozen
class Waar(Eis):
    """The element holds ``true`` or ``1``; an absent one does not."""

    pad: str


@attrs.frozen
class Uit(Eis):
    """The element holds exactly one of these values."""

    pad: str
    waarden: frozenset[str]


@attrs.frozen
class Lengte(Eis):
    """The text has this many characters."""

    pad: str
    minstens: int | None
    hoogstens: int | None


@attrs.frozen
class Bevat(Eis):
    """The text has this part in it."""

    pad: str
    deel: str


@attrs.frozen
class Patroon(Eis):
    r"""Some part of the text matches; anchor the pattern (``\\A``, ``\\Z``) to match the whole."""

    pad: str
    patroon: str


@attrs.frozen
class En(Eis):
    """All of these hold."""

    delen: tuple[Eis, ...]


@attrs.frozen
class Of(Eis):
    """At least one of these holds."""

    delen: tuple[Eis, ...]


@attrs.frozen
class Niet(Eis):
    """This does not hold."""

    deel: Eis


@attrs.frozen
class Als(Eis):
    """Where ``voorwaarde`` holds, ``dan`` must hold."""

    voorwaarde: Eis
    dan: Eis


@attrs.frozen
class Functie(Eis):
    """A requirement that the words can't say.

    Attributes:
        pad: field that it looks at, relative to the element.
        houdt: says whether the element holds it: called with a function that gives the text at a
            path (None when absent).
        uitleg: what it asks, in Dutch.
        voorbeeld: gives a value of the field with which the element holds it.
        tegenvoorbeeld: gives one with which it does not.
        fout: XPath 1.0 that is true wherever the element may not hold it, with paths in braces;
            None when there is none.
        precies: XPath 2.0 that is true exactly where the element holds it, with in braces paths
            that stand for the text there; None when there is none.
    """

    pad: str
    houdt: Callable[[Callable[[str], str | None]], bool] = attrs.field(eq=False)
    uitleg: str
    voorbeeld: Callable[[Callable[[str], str | None]], str] = attrs.field(eq=False)
    tegenvoorbeeld: Callable[[Callable[[str], str | None]], str] = attrs.field(eq=False)
    fout: str | None = None
    precies: str | None = None


def gevuld(pad: str) -> Eis:
    """Require that the path leads to something."""
    return Gevuld(pad)


def leeg(pad: str) -> Eis:
    """Require that the path leads to nothing."""
    return Niet(Gevuld(pad))


def waar(pad: str) -> Eis:
    """Require ``true`` or ``1``."""
    return Waar(pad)


def is_(pad: str, waarde: str) -> Eis:
    """Require exactly this value."""
    return Uit(pad, frozenset((waarde,)))


def uit(pad: str, *waarden: str) -> Eis:
    """Require exactly one of these values."""
    return Uit(pad, frozenset(waarden))


def lengte(pad: str, *, minstens: int | None = None, hoogstens: int | None = None) -> Eis:
    """Require a number of characters."""
    return Lengte(pad, minstens, hoogstens)


def bevat(pad: str, deel: str) -> Eis:
    """Require that the text has this part in it."""
    return Bevat(pad, deel)


def patroon(pad: str, uitdrukking: str) -> Eis:
    """Require that some part of the text matches this regular expression."""
    return Patroon(pad, uitdrukking)


def en(*delen: Eis) -> Eis:
    """Require all of these."""
    return En(delen)


def of(*delen: Eis) -> Eis:
    """Require at least one of these."""
    return Of(delen)


def niet(deel: Eis) -> Eis:
    """Require that this does not hold."""
    return Niet(deel)


def als(voorwaarde: Eis, dan: Eis) -> Eis:
    """Require ``dan`` wherever ``voorwaarde`` holds."""
    return Als(voorwaarde, dan)


def _delen(eis: Any) -> Iterator[Eis]:
    match eis:
        case En(delen) | Of(delen):
            yield from delen
        case Niet(deel):
            yield deel
        case Als(voorwaarde, dan):
            yield dan
            yield voorwaarde


def paden(eis: Eis) -> Iterator[str]:
    """Yield the paths that a requirement names, what is asked before the condition."""
    if isinstance(eis, Gevuld | Waar | Uit | Lengte | Bevat | Patroon | Functie):
        yield eis.pad
    for deel in _delen(eis):
        yield from paden(deel)


def gevraagd(eis: Eis) -> Iterator[str]:
    """Yield the paths that a requirement asks something of, not those of its conditions."""
    if isinstance(eis, Als):
        yield from gevraagd(eis.dan)
    elif isinstance(eis, En | Of | Niet):
        for deel in _delen(eis):
            yield from gevraagd(deel)
    else:
        yield from paden(eis)

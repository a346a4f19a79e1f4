"""From a requirement to the changes that make it hold, or that break it.

A requirement is data, so both follow from the same words: what is asked can be filled in, taken out
or set. Each way is a few changes that belong together, the likely one first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import product

import attrs

from oso_adapters.rules.regel import STANDAARDVERSIE, VALIDATIEVERSIE
from oso_adapters.rules.testen import teksttest
from oso_adapters.rules.woorden import (
    Als,
    Bevat,
    Eis,
    En,
    Functie,
    Gevuld,
    Lengte,
    Niet,
    Of,
    Patroon,
    Uit,
    Waar,
)
from oso_adapters.versies import Versie

__all__ = ["Bereken", "Ingreep", "Kies", "Neem", "Vul", "Weg", "Zet", "wegen"]

_MEESTE_WEGEN = 64
_WAARDEN = 24
"""Values that are tried to break a requirement; to make it hold the first that fits will do."""


@attrs.frozen
class Ingreep:
    """One change, at a path relative to the element that a rule looks at."""

    pad: str


@attrs.frozen
class Vul(Ingreep):
    """Put something at the path, unless it is there."""


@attrs.frozen
class Neem(Ingreep):
    """Take away what is at the path."""


@attrs.frozen
class Zet(Ingreep):
    """Give the field at the path this value."""

    waarde: str


@attrs.frozen
class Kies(Ingreep):
    """Give the field at the path a value of its type for which this holds.

    Attributes:
        nr: which of the values that fit, counted from 0.
    """

    past: Callable[[str], bool]
    nr: int = 0


@attrs.frozen
class Bereken(Ingreep):
    """Give the field at the path a value that follows from others."""

    waarde: Callable[[Callable[[str], str | None]], str]


Weg = tuple[Ingreep, ...]
"""Changes that belong together, in the order in which they are done."""


def wegen(eis: Eis, versie: Versie, *, wil: bool, waarden: int | None = None) -> Iterator[Weg]:
    """Yield ways to make a requirement hold, or to break it.

    Args:
        wil: whether it must hold afterwards.
        waarden: how many values of a field are tried; one to make it hold, more to break it.
    """
    return _Wegen(versie, waarden or (1 if wil else _WAARDEN)).van(eis, wil=wil)


class _Wegen:
    def __init__(self, versie: Versie, waarden: int) -> None:
        self.waarden = waarden
        self.vervang = {
            STANDAARDVERSIE: versie.standaardversie,
            VALIDATIEVERSIE: versie.validatieversie,
        }

    def van(self, eis: Eis, *, wil: bool) -> Iterator[Weg]:
        match eis:
            case Gevuld(pad) if wil:
                yield (Vul(pad),)
            case Gevuld(pad):
                yield (Neem(pad),)
                if "/" in pad.removeprefix("//"):
                    yield (Neem(pad.rpartition("/")[0]),)
            case Waar(pad):
                yield (Zet(pad, "true"),) if wil else (Zet(pad, "false"),)
                if not wil:
                    yield (Neem(pad),)
            case Niet(deel):
                yield from self.van(deel, wil=not wil)
            case En(delen) if wil:
                yield from self.alle(delen, wil=True)
            case Of(delen) if not wil:
                yield from self.alle(delen, wil=False)
            case En(delen) | Of(delen):
                for deel in delen:
                    yield from self.van(deel, wil=wil)
            case Als(voorwaarde, dan) if wil:
                yield from self.van(dan, wil=True)
                yield from self.van(voorwaarde, wil=False)
            case Als(voorwaarde, dan):
                yield from self.na_elkaar(
                    self.van(voorwaarde, wil=True), list(self.van(dan, wil=False))
                )
            case Functie(pad, _, _, voorbeeld, tegenvoorbeeld):
                yield (Bereken(pad, voorbeeld if wil else tegenvoorbeeld),)
            case _:
                yield from self.waarde(eis, wil=wil)

    def alle(self, delen: Iterable[Eis], *, wil: bool) -> Iterator[Weg]:
        per_deel = [list(self.van(deel, wil=wil))[:4] for deel in delen]
        for nr, keuze in enumerate(product(*per_deel)):
            if nr < _MEESTE_WEGEN:
                yield tuple(ingreep for weg in keuze for ingreep in weg)

    def na_elkaar(self, eerst: Iterable[Weg], daarna: list[Weg]) -> Iterator[Weg]:
        for een in eerst:
            for twee in daarna:
                yield (*een, *twee)

    def waarde(self, eis: Eis, *, wil: bool) -> Iterator[Weg]:
        match eis:
            case Uit(pad, waarden):
                codes = {self.vervang.get(waarde, waarde) for waarde in waarden}
                if wil:
                    yield from ((Zet(_kaal(pad), code),) for code in sorted(codes))
                else:
                    yield from self.keuzes(pad, lambda tekst: tekst not in codes)
                    yield (Neem(_kaal(pad)),)
            case Lengte(pad) | Bevat(pad) | Patroon(pad):
                past = teksttest(eis)
                yield from self.keuzes(pad, lambda tekst: past(tekst) is wil)

    def keuzes(self, pad: str, past: Callable[[str], bool]) -> Iterator[Weg]:
        yield from ((Kies(_kaal(pad), past, nr),) for nr in range(self.waarden))


def _kaal(pad: str) -> str:
    return pad.removesuffix("/text()")

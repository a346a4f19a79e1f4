"""Works out what is known of a requirement, for all documents of some kind at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import attrs

from oso_adapters.gegevensset.profielen import Profiel
from oso_adapters.rules.regel import Regel, blad_voor
from oso_adapters.rules.woorden import Als, Eis, En, Niet, Of, Uit

__all__ = [
    "BREEKT",
    "HOUDT",
    "absoluut",
    "eisen",
    "ontken",
    "telt",
    "vanaf",
    "vaste_waarden",
    "vouw",
]

HOUDT = En(())
"""The requirement that always holds."""
BREEKT = Of(())
"""The requirement that never holds."""

Weet = Callable[[Eis], bool | None]


def absoluut(basis: str, pad: str) -> str:
    """Return a path of a rule from the root of the document, without ``text()``.

    Args:
        basis: path of the element that the rule looks at; empty for the whole document.
    """
    pad = pad.removesuffix("/text()")
    if pad.startswith("//"):
        stappen = pad[2:]
        eerste = stappen.split("/")[0]
        if eerste == "dossier":
            return f"/{stappen}"
        if eerste == "huidigeschool" or "/" in stappen or eerste == "overdrachtsoort":
            return f"/dossier/{stappen}"
        return pad
    return "/".join([basis, *(stap for stap in pad.split("/") if stap not in (".", ""))])


def vanaf(eis: Eis, basis: str) -> Eis:
    """Return a requirement with its paths from the root of the document."""
    match eis:
        case En(delen) | Of(delen):
            return type(eis)(tuple(vanaf(deel, basis) for deel in delen))
        case Niet(deel):
            return Niet(vanaf(deel, basis))
        case Als(voorwaarde, dan):
            return Als(vanaf(voorwaarde, basis), vanaf(dan, basis))
    return attrs.evolve(eis, pad=absoluut(basis, eis.pad))  # type: ignore[attr-defined,call-arg]


def ontken(eis: Eis) -> Eis:
    """Return what holds exactly where a requirement does not."""
    match eis:
        case En(delen):
            return Of(tuple(ontken(deel) for deel in delen))
        case Of(delen):
            return En(tuple(ontken(deel) for deel in delen))
        case Niet(deel):
            return deel
        case Als(voorwaarde, dan):
            return vouw(En((voorwaarde, ontken(dan))))
    return Niet(eis)


def eisen(eis: Eis) -> Iterator[Eis]:
    """Yield the requirements that make a requirement together, each by itself."""
    match eis:
        case En(delen):
            for deel in delen:
                yield from eisen(deel)
        case Als(voorwaarde, dan):
            for deel in eisen(dan):
                yield Als(voorwaarde, deel)
        case _:
            yield eis


def vouw(eis: Eis, weet: Weet = lambda _: None) -> Eis:
    """Return what is left of a requirement: `HOUDT`, `BREEKT`, or what still depends.

    Args:
        weet: says of a single word whether it holds; None when that is not known.
    """
    match eis:
        case En(delen):
            return _voeg_samen(En, HOUDT, BREEKT, (vouw(deel, weet) for deel in delen))
        case Of(delen):
            return _voeg_samen(Of, BREEKT, HOUDT, (vouw(deel, weet) for deel in delen))
        case Niet(deel):
            return ontken(vouw(deel, weet))
        case Als(voorwaarde, dan):
            return _vouw_als(vouw(voorwaarde, weet), vouw(dan, weet))
    bekend = weet(eis)
    if bekend is None:
        return eis
    return HOUDT if bekend else BREEKT


def _voeg_samen(woord: type[En | Of], leeg: Eis, beslist: Eis, gevouwen: Iterator[Eis]) -> Eis:
    """Join parts: those of the same word flow together, one that decides decides."""
    over: dict[Eis, None] = {}
    for deel in gevouwen:
        if deel == beslist:
            return beslist
        over.update(dict.fromkeys(deel.delen if isinstance(deel, woord) else (deel,)))
    if not over:
        return leeg
    return next(iter(over)) if len(over) == 1 else woord(tuple(over))


def _vouw_als(voorwaarde: Eis, dan: Eis) -> Eis:
    if voorwaarde == BREEKT or dan == HOUDT:
        return HOUDT
    if voorwaarde == HOUDT:
        return dan
    return ontken(voorwaarde) if dan == BREEKT else Als(voorwaarde, dan)


def vaste_waarden(profiel: Profiel) -> dict[str, str]:
    """Return what makes a dossier one of this kind of transfer: values by path."""
    waarden = {"/dossier/overdrachtsoort": profiel.overdrachtsoort}
    if profiel.overstap is not None:
        waarden["/dossier/metadata/overstap"] = profiel.overstap
    return waarden


def telt(regel: Regel, profiel: Profiel) -> Eis:
    """Return on what it depends whether a rule counts for a kind of transfer."""
    if regel.voor.blad not in (None, blad_voor({profiel.overdrachtsoort})):
        return BREEKT
    if regel.voor.als is None:
        return HOUDT
    vast = vaste_waarden(profiel)

    def weet(woord: Eis) -> bool | None:
        match woord:
            case Uit(pad, waarden) if pad in vast:
                return vast[pad] in waarden
        return None

    return vouw(vanaf(regel.voor.als, ""), weet)

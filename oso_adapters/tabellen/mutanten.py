"""From each rule a smallest change that breaks that rule, and only what follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from itertools import islice
from random import Random

import attrs
from lxml import etree

from oso_adapters.binding import parse_document, versie_van
from oso_adapters.check import check
from oso_adapters.melding import SoortMelding
from oso_adapters.rules import Blad, Regel, Regelset, regels
from oso_adapters.tabellen.bewerken import Bewerker, KanNietError
from oso_adapters.tabellen.bouwen import KLEIN
from oso_adapters.tabellen.generator import maak_bewerker
from oso_adapters.tabellen.ingrepen import wegen
from oso_adapters.versies import Versie

__all__ = ["Mutant", "breekbaar", "kleinste_mutant", "mutanten", "regelmutanten"]

_PER_DOSSIER = 4
_PLEKKEN = 3
"""Elements that are tried for each rule; the first one usually does."""


@attrs.frozen(kw_only=True)
class Mutant:
    """A dossier that breaks one rule.

    Attributes:
        regel: key of the rule.
        blad: sheet that it must be checked with.
        ook: keys of the other rules that it breaks.
        gevolgen: those of them that no way to break this rule leaves whole on that sheet.
    """

    regel: str
    data: bytes = attrs.field(repr=False)
    blad: Blad
    ook: frozenset[str]
    gevolgen: frozenset[str] = frozenset()


def breekbaar(versie: Versie) -> tuple[Regel, ...]:
    """Return the rules of the afspraak that some dossier that fits the schema can break."""
    return tuple(regel for regel in regels(versie, Regelset.AFSPRAAK) if not regel.nooit)


def kleinste_mutant(regel: Regel, dossiers: Iterable[bytes], *, genoeg: int = 80) -> Mutant | None:
    """Return the dossier that breaks a rule and the fewest others.

    Args:
        dossiers: valid ones to start from, of several kinds and sizes.
        genoeg: ways after which the search ends, when each of them breaks other rules too.
    """
    alle: list[Mutant] = []
    for data in dossiers:
        for mutant in islice(mutanten(data, regel), _PER_DOSSIER):
            if not mutant.ook:
                return mutant
            alle.append(mutant)
        if len(alle) >= genoeg:
            break
    if not alle:
        return None
    beste = min(alle, key=lambda mutant: len(mutant.ook))
    gevolgen = frozenset.intersection(*(m.ook for m in alle if m.blad is beste.blad))
    return attrs.evolve(beste, gevolgen=gevolgen)


def regelmutanten(data: bytes, aantal: int, zaad: int) -> Iterator[tuple[str, bytes]]:
    """Yield copies of a dossier with one rule broken, each with a name, for some of its rules.

    Args:
        aantal: of how many rules at most.
        zaad: which rules those are, and what is put in.

    Raises:
        LeesFout: the dossier can't be opened, or is in no known version.
    """
    regels_ = list(breekbaar(versie_van(parse_document(data))))
    Random(zaad).shuffle(regels_)  # noqa: S311 - to repeat, not to guess
    gebroken = (m for regel in regels_ for m in islice(mutanten(data, regel, zaad), 1))
    for mutant in islice(gebroken, aantal):
        yield f"regel-{mutant.regel}", mutant.data


def mutanten(data: bytes, regel: Regel, zaad: int = 0) -> Iterator[Mutant]:
    """Yield dossiers that break a rule, each one small change away from a valid one.

    Nothing comes out of a dossier for which the rule does not count, or that has no place for it.

    Args:
        data: a dossier in which the rule holds.
        zaad: what is put in follows from it.
    """
    root = parse_document(data)
    versie = versie_van(root)
    blad = check(data).blad
    if blad is None or regel.voor.blad not in (None, blad):
        return
    plekken = _bewerker(root, versie, zaad).elementen(regel.bij)[:_PLEKKEN]
    for weg in wegen(regel.eis, versie, wil=False):
        for nr in range(len(plekken)):
            bewerker = _bewerker(deepcopy(root), versie, zaad)
            try:
                bewerker.voer_uit(bewerker.elementen(regel.bij)[nr], weg)
            except KanNietError:
                continue
            mutant = _beoordeel(etree.tostring(bewerker.root), regel, blad)
            if mutant is not None:
                yield mutant


def _bewerker(root: etree._Element, versie: Versie, zaad: int) -> Bewerker:
    return maak_bewerker(root, versie, KLEIN, str(zaad))


def _beoordeel(data: bytes, regel: Regel, blad: Blad) -> Mutant | None:
    """Return a changed dossier as a mutant, when it fits the schema and breaks the rule."""
    meldingen = check(data, blad=blad).meldingen
    gebroken = {melding.regel for melding in meldingen}
    if regel.id not in gebroken or any(m.soort is SoortMelding.STRUCTUUR for m in meldingen):
        return None
    return Mutant(regel=regel.id, data=data, blad=blad, ook=frozenset(gebroken - {regel.id}))

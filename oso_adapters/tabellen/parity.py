"""Our engine beside the published schema and sheets, document by document."""

from __future__ import annotations

import multiprocessing
import os
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from itertools import chain, islice

import attrs

from oso_adapters.binding import parse_document
from oso_adapters.check import Uitslag, check
from oso_adapters.errors import ConfigurationError
from oso_adapters.melding import Oordeel, SoortMelding
from oso_adapters.rules import Blad, Regelset, regels
from oso_adapters.tabellen.bundel import Stukken
from oso_adapters.tabellen.koppeling import Koppeling
from oso_adapters.tabellen.officieel import Officieel, Paren
from oso_adapters.versies import Versie

__all__ = [
    "GESTOPT",
    "STRUCTUUR",
    "Dekking",
    "Invoer",
    "Rapport",
    "Verschil",
    "Waarneming",
    "compare",
    "observe",
]

STRUCTUUR, GESTOPT, ONBEKEND = "structuur", "gestopt", "onbekende tekst"
"""What can differ that is no rule."""

_PER_PROCES = 50_000
"""Documents after which the processes are begun anew: Saxon keeps a little of each of them."""
_PER_KEER = 16
_VOORUIT = 3
"""Groups per process that may wait: enough to keep it busy, few enough to keep memory flat."""


@attrs.frozen
class Invoer:
    """A document to compare.

    Attributes:
        bestand: the dossier, as typed.
        mutant: name of the change that was made to it; empty for the dossier itself.
    """

    bestand: str
    mutant: str
    data: bytes = attrs.field(repr=False)


@attrs.frozen(kw_only=True)
class Waarneming:
    """What the published files and the engine find in one document.

    Attributes:
        bezwaar: why they can't be compared, in Dutch; empty when they can.
        past: whether it fits the schema, to the published one and to us.
        gestopt: whether the rules could not be run, by the sheet and by us.
        paren: what the sheet finds (texts) and what we find (keys).
    """

    bestand: str
    mutant: str
    versie: Versie | None
    blad: Blad | None
    bezwaar: str = ""
    past: tuple[bool, bool] = (True, True)
    gestopt: tuple[bool, bool] = (False, False)
    paren: tuple[Paren, Paren] = attrs.field(factory=lambda: (Counter(), Counter()))


@attrs.frozen
class Verschil:
    """One thing that the published files and the engine do not agree on.

    Attributes:
        wat: key of the rule, or what differs that is no rule: the schema objects, the rules could
            not be run, the sheet has a text that goes with no rule.
        tekst: text of the sheet; empty when the sheet found nothing.
        blad_vindt, wij_vinden: how often each finds it there.
    """

    bestand: str
    mutant: str
    versie: Versie
    blad: Blad
    wat: str = ""
    locatie: str = "/[1]"
    tekst: str = ""
    blad_vindt: int = 0
    wij_vinden: int = 0


@attrs.frozen
class Dekking:
    """What the documents showed of one sheet.

    Attributes:
        gekoppeld: texts of which it was learned what rule they are.
        mogelijk: rules that this sheet can find something with.
        samen: rules that were always found together.
    """

    versie: Versie
    blad: Blad
    gekoppeld: int
    mogelijk: int
    samen: tuple[tuple[str, ...], ...]


@attrs.frozen(kw_only=True)
class Rapport:
    """The outcome of a comparison.

    Attributes:
        passend: documents that fit the schema, so that the rules were compared.
        bezwaren: what could not be compared: file, mutant and why.
    """

    dossiers: int
    mutanten: int
    passend: int
    verschillen: tuple[Verschil, ...]
    dekking: tuple[Dekking, ...]
    bezwaren: tuple[tuple[str, str, str], ...]


def _zwijg() -> None:
    """Close stderr of this process: Saxon writes values of the dossier there."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


@cache
def _geopend(stukken: Stukken) -> Officieel:
    return Officieel(stukken)


def _onze(uitslag: Uitslag) -> Paren:
    return Counter(
        (melding.regel, melding.locatie)
        for melding in uitslag.meldingen
        if melding.soort is not SoortMelding.STRUCTUUR
    )


def _bezwaar(uitslag: Uitslag, stukken: Mapping[Versie, Stukken]) -> str:
    if uitslag.versie is None:
        return uitslag.reden
    if uitslag.versie not in stukken:
        return f"De bundel heeft geen bestanden van versie {uitslag.versie}."
    if uitslag.blad not in stukken[uitslag.versie].bladen:
        return f"De bundel heeft geen blad {uitslag.blad} van versie {uitslag.versie}."
    return uitslag.reden if uitslag.meldingen else ""


def _neem_waar(invoer: Invoer, blad: Blad | None, stukken: Mapping[Versie, Stukken]) -> Waarneming:
    uitslag = check(invoer.data, regelset=Regelset.GEPUBLICEERD, blad=blad)
    versie = uitslag.versie
    bezwaar = _bezwaar(uitslag, stukken)
    if bezwaar or versie is None or uitslag.blad is None:
        return Waarneming(
            bestand=invoer.bestand,
            mutant=invoer.mutant,
            versie=versie,
            blad=uitslag.blad,
            bezwaar=bezwaar,
        )
    officieel = _geopend(stukken[versie])
    root = parse_document(invoer.data)
    past = (
        officieel.past(root),
        not any(melding.soort is SoortMelding.STRUCTUUR for melding in uitslag.meldingen),
    )
    gevonden = officieel.vind(root, uitslag.blad) if all(past) else Counter()
    wij_stoppen = uitslag.oordeel is Oordeel.NIET_VAST_TE_STELLEN
    return Waarneming(
        bestand=invoer.bestand,
        mutant=invoer.mutant,
        versie=versie,
        blad=uitslag.blad,
        past=past,
        gestopt=(gevonden is None, wij_stoppen),
        paren=(gevonden or Counter(), _onze(uitslag)),
    )


def _neem_groep_waar(
    groep: list[Invoer], bladen: tuple[Blad | None, ...], stukken: Mapping[Versie, Stukken]
) -> list[Waarneming]:
    return [_neem_waar(invoer, blad, stukken) for invoer in groep for blad in bladen]


def observe(
    invoer: Iterable[Invoer],
    stukken: Mapping[Versie, Stukken],
    bladen: tuple[Blad | None, ...] = (None,),
    *,
    processen: int = 1,
    per_proces: int = _PER_PROCES,
) -> Iterator[Waarneming]:
    """Run the published files and the engine on documents, and yield what they find, in order.

    They run in processes of their own, which say nothing on stderr and take nothing else down.

    Args:
        bladen: sheets to run each document with; None takes the one that belongs to it.
        processen: how many of them.
        per_proces: documents after which these processes are begun anew.

    Raises:
        ConfigurationError: the published files can't be run.
    """
    documenten = iter(invoer)
    try:
        for eerste in documenten:
            deel = chain((eerste,), islice(documenten, per_proces - 1))
            yield from _observe(deel, stukken, bladen, processen)
    except BrokenProcessPool:
        raise ConfigurationError(
            "the process that runs the published sheets ended by itself; check the dossiers one by"
            " one to find the one that does this"
        ) from None


def _observe(
    documenten: Iterator[Invoer],
    stukken: Mapping[Versie, Stukken],
    bladen: tuple[Blad | None, ...],
    aantal: int,
) -> Iterator[Waarneming]:
    wachtend: deque[Future[list[Waarneming]]] = deque()
    with ProcessPoolExecutor(
        aantal, mp_context=multiprocessing.get_context("spawn"), initializer=_zwijg
    ) as processen:
        while groep := list(islice(documenten, _PER_KEER)):
            wachtend.append(processen.submit(_neem_groep_waar, groep, bladen, stukken))
            if len(wachtend) > aantal * _VOORUIT:
                yield from wachtend.popleft().result()
        while wachtend:
            yield from wachtend.popleft().result()


class _Vergelijking:
    """Takes in what was observed, and tells where it does not agree."""

    def __init__(self) -> None:
        self.documenten: list[Verschil] = []
        self.koppelingen: dict[tuple[Versie, Blad], Koppeling] = {}
        self.verschillen: list[Verschil] = []
        self.bezwaren: list[tuple[str, str, str]] = []
        self.passend: set[tuple[str, str]] = set()

    def add(self, waarneming: Waarneming) -> None:
        versie, blad = waarneming.versie, waarneming.blad
        if waarneming.bezwaar or versie is None or blad is None:
            self.bezwaren.append((waarneming.bestand, waarneming.mutant, waarneming.bezwaar))
            return
        begin = Verschil(waarneming.bestand, waarneming.mutant, versie, blad)
        if not all(waarneming.past):
            self._anders(begin, STRUCTUUR, [not past for past in waarneming.past])
            return
        self.passend.add((waarneming.bestand, waarneming.mutant))
        self._anders(begin, GESTOPT, waarneming.gestopt)
        if not any(waarneming.gestopt):
            koppeling = self.koppelingen.setdefault((versie, blad), Koppeling())
            koppeling.add(len(self.documenten), *waarneming.paren)
            self.documenten.append(begin)

    def _anders(self, begin: Verschil, wat: str, twee: Sequence[bool]) -> None:
        blad, wij = map(int, twee)
        if blad != wij:
            self.verschillen.append(attrs.evolve(begin, wat=wat, blad_vindt=blad, wij_vinden=wij))

    def learn(self) -> tuple[Dekking, ...]:
        """Tie texts to rules, add where that fails to the differences, and tell what was seen."""
        dekking = []
        for (versie, blad), koppeling in sorted(self.koppelingen.items()):
            geleerd = koppeling.learn()
            for afwijking in geleerd.afwijkingen:
                self.verschillen.append(
                    attrs.evolve(
                        self.documenten[afwijking.document],
                        wat=afwijking.regel or ONBEKEND,
                        locatie=afwijking.locatie,
                        tekst=afwijking.tekst,
                        blad_vindt=afwijking.blad_vindt,
                        wij_vinden=afwijking.wij_vinden,
                    )
                )
            dekking.append(
                Dekking(
                    versie, blad, len(geleerd.regels), len(_mogelijk(versie, blad)), geleerd.samen
                )
            )
        return tuple(dekking)


def _mogelijk(versie: Versie, blad: Blad) -> list[str]:
    return [
        regel.id
        for regel in regels(versie, Regelset.GEPUBLICEERD)
        if regel.voor.blad in (None, blad) and not regel.slaapt and not regel.nooit
    ]


def compare(waarnemingen: Iterable[Waarneming]) -> Rapport:
    """Return where the published files and the engine do not agree."""
    vergelijking = _Vergelijking()
    gezien: set[tuple[str, str]] = set()
    for waarneming in waarnemingen:
        gezien.add((waarneming.bestand, waarneming.mutant))
        vergelijking.add(waarneming)
    dekking = vergelijking.learn()
    mutanten = sum(bool(mutant) for _, mutant in gezien)
    return Rapport(
        dossiers=len(gezien) - mutanten,
        mutanten=mutanten,
        passend=len(vergelijking.passend),
        verschillen=tuple(vergelijking.verschillen),
        dekking=dekking,
        bezwaren=tuple(vergelijking.bezwaren),
    )

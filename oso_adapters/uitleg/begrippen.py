"""The pages of words that commands print: verdicts, who must act, steps of an import, marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import partial
from importlib.metadata import entry_points, metadata

import attrs

from oso_adapters.hookspecs import GROEP
from oso_adapters.mapping.bronnen import Beleid
from oso_adapters.mapping.importplan import Actie, Stap
from oso_adapters.melding import Ernst, Oordeel, SoortMelding, Wie
from oso_adapters.rules import Blad, Regelset
from oso_adapters.tabellen.vink import Status
from oso_adapters.tabellen.vinktekst import LEGENDA, LETTERS
from oso_adapters.uitleg.lezen import teksten
from oso_adapters.uitleg.pagina import Fragment, Groep, Pagina
from oso_adapters.uitleg.proef import naast_elkaar, vergeleken

__all__ = ["begrippaginas"]

_WOORDEN: Mapping[str, type[StrEnum]] = {
    "oordeel": Oordeel,
    "ernst": Ernst,
    "wie": Wie,
    "soort": SoortMelding,
    "actie": Actie,
    "stap": Stap,
    "regelset": Regelset,
    "blad": Blad,
    "beleid": Beleid,
}
"""The words of a table, by what they are."""
_CONTROLE = "controle "
"""How the id of a check of ``oso doctor`` begins; those stand in a layer above this one."""
_PER_PLUGIN = ("plugin", "afbeelding", "gevallen")
"""The checks that are done for each plugin."""
_ACHTER = ("c", "?", "c?")
"""What may stand behind a letter of the Vinkenlijst."""


def begrippaginas() -> Iterator[Pagina]:
    """Yield a page for each word that a command prints and that is no id of itself."""
    for soort, woorden in _WOORDEN.items():
        for woord in woorden:
            namen = (str(woord), str(woord).replace(" ", "-"))
            yield attrs.evolve(
                _pagina(f"{soort} {woord}", namen), maak_fragment=partial(_voorbeeld, soort, woord)
            )
    for teken, betekenis in LEGENDA:
        yield _pagina(f"vink {teken}", tuple(_tekens(teken)), wat=betekenis)
    for naam in teksten():
        if naam.startswith(_CONTROLE):
            kort = naam.removeprefix(_CONTROLE)
            yield _pagina(naam, (kort, *(f"{kort} {deel}" for deel in _delen(kort))))


def _voorbeeld(soort: str, woord: StrEnum) -> Fragment | None:
    """Return the imports that show an action or a step; other words have no example."""
    tekst = teksten()[f"{soort} {woord}"]
    match woord:
        case Stap():
            return vergeleken(tekst, woord)
        case Actie():
            return naast_elkaar(tekst)
    return None


def _delen(controle: str) -> Iterable[str]:
    """Return of what there is a check each, when there is more than one."""
    if controle == "extra":
        return metadata("oso-adapters").get_all("Provides-Extra") or ()
    return entry_points(group=GROEP).names if controle in _PER_PLUGIN else ()


def _tekens(teken: str) -> Iterator[str]:
    """Yield the marks in which a sign of the legend occurs, and its status in full."""
    yield teken
    yield from (str(status) for status in Status if LETTERS[status] == teken)
    achter = [f"{letter}{slot}" for letter in LETTERS.values() for slot in _ACHTER]
    yield from (cel for cel in achter if teken in cel)


def _pagina(naam: str, namen: tuple[str, ...], *, wat: str = "") -> Pagina:
    tekst = teksten()[naam]
    return Pagina(
        id=naam,
        groep=Groep.WOORD,
        wat=f"{wat[:1].upper()}{wat[1:]}." if wat else tekst.wat,
        waarom=tekst.waarom,
        bron=tekst.bron,
        ontstaat=tekst.ontstaat,
        doen=(tekst.doen,),
        wie=tekst.wie,
        namen=namen,
    )

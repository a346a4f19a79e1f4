"""What the commands show on a terminal. Foreign text never reaches rich as markup."""

from __future__ import annotations

import json
import os
import sys
import tempfile
import textwrap
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from operator import length_hint
from pathlib import Path
from typing import Any, TypeVar

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.table import Table
from rich.text import Text

from oso_adapters.errors import ConfigurationError
from oso_adapters.melding import Ernst, Melding, Oordeel

__all__ = [
    "OORDEEL_STIJL",
    "TIJDELIJK",
    "console",
    "op_te_schrijven",
    "passend",
    "show_melding",
    "show_tekst",
    "show_telling",
    "veilig",
    "with_progress",
    "write_bestand",
    "write_json",
    "write_tijdelijk",
]

_T = TypeVar("_T")
_WACHT = 1.0
_INSPRINGING = 4
_NAAMBREEDTE = 9
_SMALST = 40
TIJDELIJK = ".oso-"
"""What names of files that are not whole yet begin with."""
OORDEEL_STIJL = {
    Oordeel.GELDIG: "bold green",
    Oordeel.ONGELDIG: "bold red",
    Oordeel.NIET_VAST_TE_STELLEN: "bold magenta",
}
_ERNST_STIJL = {Ernst.FOUT: "bold red", Ernst.WAARSCHUWING: "bold yellow"}


class _Kaal(Console):
    """What is not a terminal needs no layout, and so no time for it."""

    def print(self, *objects: Any, **wijze: Any) -> None:
        """Write a text as it is; anything else as rich does."""
        if len(objects) == 1 and isinstance(objects[0], Text):
            self.file.write(f"{objects[0].plain}\n")
        else:
            super().print(*objects, **wijze)


def console() -> Console:
    """Return the console for results; plain and unwrapped when it is not a terminal."""
    scherm = Console(highlight=False, markup=False, emoji=False)
    if not scherm.is_terminal:
        scherm = _Kaal(highlight=False, markup=False, emoji=False, width=10_000, no_color=True)
    return scherm


def veilig(tekst: str) -> str:
    """Return a foreign text (a file name) without anything that a terminal could obey."""
    if tekst.isprintable():
        return tekst
    return "".join(teken if teken.isprintable() else "\N{REPLACEMENT CHARACTER}" for teken in tekst)


def write_json(gegevens: Any) -> None:
    """Write one object on one line, in UTF-8; what UTF-8 can't say is escaped."""
    regel = json.dumps(gegevens, ensure_ascii=False) + "\n"
    sys.stdout.buffer.write(regel.encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()


def write_bestand(map_: Path, naam: str, data: bytes) -> None:
    """Write a dossier whole or not at all, readable for its owner only.

    Raises:
        ConfigurationError: the folder can't be written to.
    """
    with op_te_schrijven(map_):
        tijdelijk = write_tijdelijk(map_, [data])
        try:
            os.replace(tijdelijk, map_ / naam)
        except BaseException:
            tijdelijk.unlink(missing_ok=True)
            raise


@contextmanager
def op_te_schrijven(map_: Path) -> Iterator[None]:
    """Say of a folder that can't be written to what to do."""
    try:
        yield
    except OSError as fout:
        raise ConfigurationError(
            f"folder {veilig(str(map_))} can't be written to: {fout.strerror}; choose another"
            " with --uit"
        ) from fout


def write_tijdelijk(map_: Path, delen: Iterable[bytes]) -> Path:
    """Write a file under a name of its own; all of it is on the disk before anything may see it.

    Raises:
        OSError: the folder can't be written to.
    """
    map_.mkdir(parents=True, exist_ok=True)
    greep, naam = tempfile.mkstemp(dir=map_, prefix=TIJDELIJK)
    try:
        with os.fdopen(greep, "wb") as bestand:
            bestand.writelines(delen)
            bestand.flush()
            os.fsync(greep)
    except BaseException:
        Path(naam).unlink(missing_ok=True)
        raise
    return Path(naam)


def _regels(melding: Melding, systeem: str) -> Iterator[tuple[str, str]]:
    yield "plaats", melding.locatie
    if melding.bronvelden:
        velden = ", ".join(melding.bronvelden)
        yield "bron", f"{systeem}: {velden}" if systeem else velden
    if melding.pad not in ("/", melding.locatie.replace("[1]", "")):
        yield "veld", melding.pad
    if melding.verwacht:
        yield "verwacht", melding.verwacht
    if melding.gevonden is not None:
        yield "gevonden", melding.gevonden
    yield "doen", melding.herstel
    yield "wie", f"{melding.wie}{f' ({melding.bewijs})' if melding.bewijs else ''}"
    if not melding.gepubliceerd and not melding.regel.startswith(("AF.", "IM.")):
        yield "let op", "de controle die vandaag in de keten draait, meldt dit niet"


def show_melding(scherm: Console, melding: Melding, *, systeem: str = "") -> None:
    """Print one finding: rule, what is wrong, place, what was expected, what to do and who.

    Args:
        systeem: name of the system whose fields it names.
    """
    kop = Text("  ")
    kop.append(f"{melding.ernst:<13}", style=_ERNST_STIJL[melding.ernst])
    kop.append(melding.regel, style="bold")
    if melding.regelnummer is not None:
        kop.append(f"  regel {melding.regelnummer}", style="dim")
    scherm.print(kop)
    scherm.print(Text(passend(scherm, veilig(melding.melding), _INSPRINGING)))
    for naam, inhoud in _regels(melding, systeem):
        tekst = passend(scherm, veilig(inhoud), _INSPRINGING + _NAAMBREEDTE)
        regel = Text(f"{'':{_INSPRINGING}}{naam:<{_NAAMBREEDTE}}{tekst.lstrip()}")
        regel.stylize("cyan", 0, _INSPRINGING + _NAAMBREEDTE)
        scherm.print(regel, soft_wrap=True)
    scherm.print()


def show_telling(scherm: Console, regels: Counter[tuple[str, str, str]]) -> None:
    """Print how often each rule was broken: counted by rule, ernst and melding."""
    if regels:
        tabel = Table("aantal", "regel", "ernst", "melding", box=None, pad_edge=False)
        for (regel, ernst, tekst), aantal in regels.most_common():
            tabel.add_row(str(aantal), Text(regel), Text(ernst), Text(veilig(tekst)))
        scherm.print(tabel)
        scherm.print()


def show_tekst(scherm: Console, tekst: str, inspringing: int, stijl: str = "") -> None:
    """Print a text that may be foreign, every line of it as far from the left."""
    scherm.print(Text(passend(scherm, veilig(tekst), inspringing), style=stijl), soft_wrap=True)


def passend(scherm: Console, tekst: str, inspringing: int) -> str:
    """Break a text so that it fits the screen, every line as far from the left."""
    ruimte = " " * inspringing
    return textwrap.fill(
        tekst,
        width=max(scherm.width, _SMALST),
        initial_indent=ruimte,
        subsequent_indent=ruimte,
        break_on_hyphens=False,
        break_long_words=False,
    )


class _Tempo(ProgressColumn):
    """How many things are done in a second."""

    def render(self, task: Task) -> Text:
        """Return the speed, once it is known."""
        tempo = task.finished_speed or task.speed
        return Text(f"{tempo:.0f}/s" if tempo else "")


def with_progress(
    dingen: Iterable[_T], wat: str, *, totaal: int | None = None, scherm: Console | None = None
) -> Iterator[_T]:
    """Yield things one by one; show a bar on the terminal when it takes over a second.

    Args:
        totaal: how many there are; asked of the things themselves when left out.
        scherm: what is printed on meanwhile; on a terminal the bar stays below that.
    """
    if scherm is None or not scherm.is_terminal:
        scherm = Console(stderr=True)
    op_scherm = scherm.is_terminal
    voortgang = Progress(
        TextColumn(wat),
        BarColumn(),
        MofNCompleteColumn(),
        _Tempo(),
        TimeRemainingColumn(),
        console=scherm,
        transient=True,
    )
    taak = voortgang.add_task(wat, total=totaal or length_hint(dingen) or None)
    begin = time.monotonic()
    getoond = False
    try:
        for ding in dingen:
            if not getoond and op_scherm and time.monotonic() - begin > _WACHT:
                voortgang.start()
                getoond = True
            yield ding
            voortgang.advance(taak)
    finally:
        if getoond:
            voortgang.stop()

"""What the commands show on a terminal. Foreign text never reaches rich as markup."""

from __future__ import annotations

import json
import os
import sys
import tempfile
import textwrap
import time
from collections.abc import Iterable, Iterator, Sized
from pathlib import Path
from typing import Any, TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from oso_adapters.errors import ConfigurationError
from oso_adapters.melding import Ernst, Melding, Oordeel

__all__ = [
    "OORDEEL_STIJL",
    "console",
    "show_melding",
    "veilig",
    "with_progress",
    "write_bestand",
    "write_json",
]

_T = TypeVar("_T")
_WACHT = 1.0
_INSPRINGING = 4
_NAAMBREEDTE = 9
_SMALST = 40
OORDEEL_STIJL = {
    Oordeel.GELDIG: "bold green",
    Oordeel.ONGELDIG: "bold red",
    Oordeel.NIET_VAST_TE_STELLEN: "bold magenta",
}
_ERNST_STIJL = {Ernst.FOUT: "bold red", Ernst.WAARSCHUWING: "bold yellow"}


def console() -> Console:
    """Return the console for results; plain and unwrapped when it is not a terminal."""
    scherm = Console(highlight=False, markup=False, emoji=False)
    if not scherm.is_terminal:
        scherm = Console(highlight=False, markup=False, emoji=False, width=10_000, no_color=True)
    return scherm


def veilig(tekst: str) -> str:
    """Return a foreign text (a file name) without anything that a terminal could obey."""
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
    try:
        map_.mkdir(parents=True, exist_ok=True)
        greep, tijdelijk = tempfile.mkstemp(dir=map_, prefix=".oso-")
        try:
            with os.fdopen(greep, "wb") as bestand:
                bestand.write(data)
            os.replace(tijdelijk, map_ / naam)
        except BaseException:
            Path(tijdelijk).unlink(missing_ok=True)
            raise
    except OSError as fout:
        raise ConfigurationError(
            f"folder {veilig(str(map_))} can't be written to: {fout.strerror}; choose another"
            " with --uit"
        ) from fout


def _regels(melding: Melding) -> Iterator[tuple[str, str]]:
    yield "plaats", melding.locatie
    if melding.bronvelden:
        yield "bron", ", ".join(melding.bronvelden)
    if melding.pad not in ("/", melding.locatie.replace("[1]", "")):
        yield "veld", melding.pad
    if melding.verwacht:
        yield "verwacht", melding.verwacht
    if melding.gevonden is not None:
        yield "gevonden", melding.gevonden
    yield "doen", melding.herstel
    yield "wie", f"{melding.wie}{f' ({melding.bewijs})' if melding.bewijs else ''}"
    if not melding.gepubliceerd and not melding.regel.startswith("AF."):
        yield "let op", "de controle die vandaag in de keten draait, meldt dit niet"


def show_melding(scherm: Console, melding: Melding) -> None:
    """Print one finding: rule, what is wrong, place, what was expected, what to do and who."""
    kop = Text("  ")
    kop.append(f"{melding.ernst:<13}", style=_ERNST_STIJL[melding.ernst])
    kop.append(melding.regel, style="bold")
    if melding.regelnummer is not None:
        kop.append(f"  regel {melding.regelnummer}", style="dim")
    scherm.print(kop)
    scherm.print(Text(_passend(scherm, veilig(melding.melding), _INSPRINGING)))
    for naam, inhoud in _regels(melding):
        tekst = _passend(scherm, veilig(inhoud), _INSPRINGING + _NAAMBREEDTE)
        regel = Text(f"{'':{_INSPRINGING}}{naam:<{_NAAMBREEDTE}}{tekst.lstrip()}")
        regel.stylize("cyan", 0, _INSPRINGING + _NAAMBREEDTE)
        scherm.print(regel, soft_wrap=True)
    scherm.print()


def _passend(scherm: Console, tekst: str, inspringing: int) -> str:
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


def with_progress(dingen: Iterable[_T], wat: str, *, totaal: int | None = None) -> Iterator[_T]:
    """Yield things one by one; show a bar on the terminal when it takes over a second.

    Args:
        totaal: how many there are; asked of the things themselves when left out.
    """
    scherm = Console(stderr=True)
    op_scherm = scherm.is_terminal
    voortgang = Progress(
        TextColumn(wat),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=scherm,
        transient=True,
    )
    if totaal is None and isinstance(dingen, Sized):
        totaal = len(dingen)
    taak = voortgang.add_task(wat, total=totaal)
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

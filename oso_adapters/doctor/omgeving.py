"""What the computer itself must be able to do: show, write, and know what day it is."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TextIO

import oso_adapters
from oso_adapters.doctor.controle import Controle, fout, goed, let_op

__all__ = ["check_clock", "check_disk", "check_output", "check_terminal"]

_TEKENS = "é ë ✓ · …"
"""Letters of names, and signs of the findings."""
_MIB = 1024 * 1024
_WEINIG = 1024
_TE_WEINIG = 100
"""MiB: a dossier may be 64, and one is written beside the other."""
_VERSTE_JAAR = 2100


def check_terminal(uit: TextIO | None = None) -> Iterator[Controle]:
    """Look whether the signs of findings and names can be shown, and used in names of files."""
    codering = (uit or sys.stdout).encoding or "ascii"
    bestanden = sys.getfilesystemencoding()
    anders = [wat for wat in (codering, bestanden) if not _kan(wat)]
    if anders:
        tekst = f"de codering {anders[0]} kan niet alle letters aan"
        yield let_op("terminal", tekst, "Zet de omgevingsvariabele PYTHONUTF8 op 1.")
    else:
        yield goed("terminal", f"codering {codering}, bestandsnamen {bestanden}")


def _kan(codering: str) -> bool:
    try:
        return bool(_TEKENS.encode(codering))
    except (UnicodeEncodeError, LookupError):
        return False


def check_clock(vandaag: date | None = None) -> Iterator[Controle]:
    """Compare the day with that of the files of this program: it can't be younger than they are."""
    dag = vandaag or date.today()  # noqa: DTZ011 - the day at the school
    bron = Path(oso_adapters.__file__).parent
    jongste = max(bestand.stat().st_mtime for bestand in bron.glob("*.py"))
    gebouwd = date.fromtimestamp(jongste)  # noqa: DTZ012 - likewise
    herstel = "Zet de klok van de computer goed: een dossier krijgt de datum van vandaag."
    if dag < gebouwd or dag.year >= _VERSTE_JAAR:
        yield fout("klok", f"het is hier {dag}, maar dit programma is van {gebouwd}", herstel)
    else:
        yield goed("klok", f"{dag}, tijdzone {time.tzname[0]}")


def _bestaand(map_: Path) -> Path:
    """Return the folder, or the nearest one above it that is there."""
    return next(boven for boven in (map_.resolve(), *map_.resolve().parents) if boven.exists())


def check_output(map_: Path) -> Iterator[Controle]:
    """Look whether dossiers can be written; nothing is left behind."""
    hier = _bestaand(map_)
    try:
        with tempfile.NamedTemporaryFile(dir=hier, prefix=".oso-doctor-") as bestand:
            bestand.write(b"x")
    except OSError as reden:
        tekst = f"in {hier} is niet te schrijven ({reden.strerror})"
        yield fout("uitvoermap", tekst, "Kies een andere map met --uit, of vraag schrijfrechten.")
        return
    nieuw = "" if hier == map_.resolve() else "; de map zelf wordt gemaakt als dat nodig is"
    yield goed("uitvoermap", f"in {hier} is te schrijven{nieuw}")


def check_disk(map_: Path, vrij: int | None = None) -> Iterator[Controle]:
    """Look whether there is room, in the folder and for temporary files."""
    for wat, plek in {"schijf": _bestaand(map_), "tijdelijk": Path(tempfile.gettempdir())}.items():
        ruimte = (shutil.disk_usage(plek).free if vrij is None else vrij) // _MIB
        tekst = f"{ruimte} MiB vrij bij {plek}"
        if not os.access(plek, os.W_OK):
            yield fout(wat, f"in {plek} is niet te schrijven", "Vraag schrijfrechten op deze map.")
        elif ruimte < _TE_WEINIG:
            yield fout(wat, tekst, f"Maak ruimte: er is minstens {_TE_WEINIG} MiB nodig.")
        elif ruimte < _WEINIG:
            yield let_op(wat, tekst, "Maak ruimte: veel dossiers met bijlagen passen er niet bij.")
        else:
            yield goed(wat, tekst)

"""What the lists of fields share, on a terminal and in files."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from rich.console import Console
from rich.table import Table
from rich.text import Text

from oso_adapters.cli.uitvoer import veilig
from oso_adapters.errors import ConfigurationError
from oso_adapters.tabellen.vinktekst import Lijstrij

__all__ = [
    "check_werkboek",
    "korte_naam",
    "lay_out",
    "per_onderdeel",
    "show_noten",
    "tekens",
    "veldnaam",
    "write_csv_bestand",
    "write_doel",
]

_STIJL = {"V": "bold green", "E": "green", "X": "bold red", "-": "dim", "U": "yellow", "O": ""}
_VERDER = "      "


class _MetOnderdeel(Protocol):
    @property
    def onderdeel(self) -> str: ...


_R = TypeVar("_R", bound=_MetOnderdeel)


def tekens(tekst: str) -> Text:
    """Return the marks of a cell in their colours."""
    cel = Text()
    for teken in tekst.split(" "):
        cel.append(" " if cel else "")
        cel.append(teken, style="bold red" if "!" in teken else _STIJL[teken[0]])
    return cel


def veldnaam(rij: Lijstrij) -> Text:
    """Return the name of an element, as deep as it lies in the block that it is shown under."""
    ster = "*" if rij.rij.meervoud else ""
    return Text(f"{' ' * rij.diepte}{rij.rij.pad.rpartition('/')[2]}{ster}")


def korte_naam(pad: str) -> str:
    """Return a path as people read it: without what every path begins with."""
    kort = pad.replace("/huidigeschool/leerling", "/leerling", 1).removeprefix("/dossier/")
    return kort.replace("huidigeschool", "school", 1)


def per_onderdeel(rijen: Iterable[_R]) -> dict[str, list[_R]]:
    """Put rows together under the block that they are shown under."""
    groepen: dict[str, list[_R]] = {}
    for rij in rijen:
        groepen.setdefault(rij.onderdeel, []).append(rij)
    return groepen


def lay_out(rijen: Sequence[Sequence[Text]], breedte: int) -> Iterator[Text]:
    """Yield the lines of a table; a last cell that does not fit comes on lines of its own.

    Those begin at a dot, a comma or a blank, so that names stay whole.
    """
    breedten = [max(len(cel) for cel in kolom) for kolom in zip(*rijen, strict=True)][:-1]
    ruimte = breedte - sum(breedten) - len(breedten)
    for *cellen, laatste in rijen:
        regel = Text()
        for cel, breed in zip(cellen, breedten, strict=True):
            regel.append_text(cel).append(" " * (breed - len(cel) + 1))
        if "\n" not in laatste.plain and len(laatste) <= ruimte:
            yield regel.append_text(laatste)
            continue
        yield regel
        for tekst in laatste.plain.split("\n"):
            for deel in _breek(tekst, breedte - len(_VERDER)):
                yield Text(f"{_VERDER}{deel}", laatste.style)


def _breek(tekst: str, breedte: int) -> list[str]:
    regels = [""]
    for stuk in re.split(r"(?<=[.,( ])", tekst):
        if regels[-1] and len(regels[-1]) + len(stuk.rstrip()) > breedte:
            regels.append("")
        regels[-1] += stuk
    return [regel.rstrip() for regel in regels]


def show_noten(scherm: Console, noten: Mapping[str, int]) -> None:
    """Print the notes under a table, by their numbers."""
    if not noten:
        return
    voet = Table.grid(padding=(0, 1))
    for noot, nr in noten.items():
        voet.add_row(f"  [{nr}]", Text(noot))
    scherm.print(voet)


def write_doel(doel: str, data: bytes, optie: str) -> None:
    """Write a file that a person asked for.

    Raises:
        ConfigurationError: it can't be written.
    """
    try:
        Path(doel).write_bytes(data)
    except OSError as fout:
        raise ConfigurationError(
            f"{veilig(doel)} can't be written: {fout.strerror}; choose another with {optie}"
        ) from fout


def write_csv_bestand(doel: str, tekst: str) -> None:
    """Write for Excel with the mark by which it knows UTF-8; a program that reads gets none."""
    if doel == "-":
        sys.stdout.buffer.write(tekst.encode())
        sys.stdout.buffer.flush()
    else:
        write_doel(doel, tekst.encode("utf-8-sig"), "--csv")


def check_werkboek(doel: str | None) -> None:
    """Refuse a workbook on standard output.

    Raises:
        ConfigurationError: that was asked.
    """
    if doel == "-":
        raise ConfigurationError("a workbook can't go to standard output; name a file with --xlsx")

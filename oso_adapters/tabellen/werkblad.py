"""Lists of fields as CSV and as a workbook, for people who open them in Excel.

Nothing in them comes from a dossier, and yet every text is written as text: a label that begins
with ``=`` would be a formula to Excel.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from oso_adapters.errors import ConfigurationError
from oso_adapters.tabellen.vink import Status, Vink
from oso_adapters.tabellen.vinktekst import teken, zeg_status

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

__all__ = ["Blad", "Werkboek", "write_csv"]

_REGELHOOGTE = 15
_HOOGST = 409
"""Excel knows no higher row."""
_A4 = 9
_KLEUREN = {
    Status.VERPLICHT: ("#C6E0B4", "#1E4620"),
    Status.EEN_VAN: ("#E2EFDA", "#1E4620"),
    Status.VERBODEN: ("#F8CBAD", "#7B1E00"),
    Status.UIT_TE_ZETTEN: ("#FFF2CC", "#5F4B00"),
    Status.OPTIONEEL: ("#FFFFFF", "#404040"),
}


def write_csv(rijen: Iterable[Sequence[str]]) -> str:
    """Return rows as CSV, the lines inside a cell joined.

    Separated by semicolons: Excel splits on what the settings of the computer say, and with Dutch
    settings that is the semicolon.
    """
    uit = io.StringIO(newline="")
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    schrijver.writerows([tekst.replace("\n", " | ") for tekst in rij] for rij in rijen)
    return uit.getvalue()


class Werkboek:
    """A workbook to which sheets are added; `sluit` gives its bytes."""

    def __init__(self, titel: str) -> None:
        """Begin a workbook.

        Raises:
            ConfigurationError: xlsxwriter is not installed.
        """
        try:
            import xlsxwriter  # noqa: PLC0415 - only who asks for a workbook needs it
        except ImportError as fout:
            raise ConfigurationError(
                "writing a workbook needs xlsxwriter; install oso-adapters[excel], or use --csv"
            ) from fout
        self._doel = io.BytesIO()
        self.boek: Workbook = xlsxwriter.Workbook(self._doel, {"in_memory": True})
        # The same list gives the same file, whenever it is made.
        self.boek.set_properties({"title": titel, "created": datetime(2000, 1, 1, tzinfo=UTC)})

    def blad(self, naam: str, kolommen: Mapping[str, int]) -> Blad:
        """Add a sheet with these columns, each with its width in characters."""
        return Blad(self.boek, naam, kolommen)

    @cached_property
    def _opmaak(self) -> dict[Status, Format]:
        return {
            status: self.boek.add_format(
                {"bg_color": vlak, "font_color": letter, "border": 1, "border_color": "#D0D0D0",
                 "valign": "top", "text_wrap": True}
            )
            for status, (vlak, letter) in _KLEUREN.items()
        }  # fmt: skip

    def vinkcel(self, vink: Vink, noot: str = "") -> tuple[str, Format]:
        """Return a cell of the Vinkenlijst in its colour; ``noot`` comes behind the marks."""
        return f"{teken(vink)}{noot}  {zeg_status(vink)}", self._opmaak[vink.status]

    def sluit(self) -> bytes:
        """Return the workbook; nothing can be added to it any more."""
        self.boek.close()
        return self._doel.getvalue()


class Blad:
    """A sheet with a frozen header and a filter, to which rows of text are added."""

    def __init__(self, boek: Workbook, naam: str, kolommen: Mapping[str, int]) -> None:
        self.blad = boek.add_worksheet(naam)
        self.tekst = boek.add_format({"valign": "top", "text_wrap": True})
        self.rij = 0
        self.breedten = tuple(kolommen.values())
        kop = boek.add_format(
            {"bold": True, "valign": "top", "bg_color": "#1F3864", "font_color": "#FFFFFF"}
        )
        for nr, (naam_, breedte) in enumerate(kolommen.items()):
            self.blad.set_column(nr, nr, breedte)
            self.blad.write_string(0, nr, naam_, kop)

    def voeg_toe(self, cellen: Sequence[str | tuple[str, Format]]) -> None:
        """Add a row; every cell is text, with a format of its own or the usual one."""
        self.rij += 1
        regels = 1
        for nr, cel in enumerate(cellen):
            tekst, opmaak = (cel, self.tekst) if isinstance(cel, str) else cel
            self.blad.write_string(self.rij, nr, tekst, opmaak)
            regels = max(regels, sum(1 + len(d) // self.breedten[nr] for d in tekst.split("\n")))
        self.blad.set_row(self.rij, min(regels * _REGELHOOGTE, _HOOGST))

    def sluit(self, vast: int) -> None:
        """Freeze the header and the first columns, and let people filter."""
        self.blad.freeze_panes(1, vast)
        self.blad.autofilter(0, 0, self.rij, len(self.breedten) - 1)
        self.blad.set_paper(_A4)
        self.blad.set_landscape()
        self.blad.fit_to_pages(1, 0)
        self.blad.repeat_rows(0)

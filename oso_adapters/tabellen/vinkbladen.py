"""The Vinkenlijst as CSV and as a workbook, for people who open it in Excel.

Nothing in it comes from a dossier, and yet every text is written as text: a label that begins with
``=`` would be a formula to Excel.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from oso_adapters.errors import ConfigurationError
from oso_adapters.gegevensset.profielen import profielen
from oso_adapters.rules import Regel, Regelset, regels
from oso_adapters.tabellen.vink import Status
from oso_adapters.tabellen.vinktekst import LEGENDA, Lijstrij, errata_van, teken, zeg_status
from oso_adapters.versies import Versie

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

__all__ = ["csv_tekst", "xlsx_bytes"]

Lijsten = Mapping[Versie, Sequence[Lijstrij]]

_VOOR = ("versie", "pad", "label", "soort", "categorie", "codelijst")
_NA = ("waarom", "code van de categorie", "regels over de waarde", "let op", "afwijking")
_BREED = {
    "onderdeel": 26,
    "label": 36,
    "pad": 64,
    "soort": 8,
    "categorie": 22,
    "codelijst": 9,
    "waarom": 70,
    "code van de categorie": 46,
    "regels over de waarde": 28,
    "let op": 34,
    "afwijking": 60,
}
_CEL_BREED = 14
_REGELHOOGTE = 15
_HOOGST = 409
"""Excel knows no higher row."""
_KLEUREN = {
    Status.VERPLICHT: ("#C6E0B4", "#1E4620"),
    Status.EEN_VAN: ("#E2EFDA", "#1E4620"),
    Status.VERBODEN: ("#F8CBAD", "#7B1E00"),
    Status.UIT_TE_ZETTEN: ("#FFF2CC", "#5F4B00"),
    Status.OPTIONEEL: ("#FFFFFF", "#404040"),
}
_REGELKOLOMMEN = {
    "versie": 8,
    "regel": 46,
    "nummers": 20,
    "blad": 10,
    "ernst": 14,
    "wie": 12,
    "melding": 70,
    "herstel": 70,
    "gepubliceerd": 46,
    "errata": 8,
}


def _voor(rij: Lijstrij) -> tuple[str, ...]:
    lijst = rij.rij.codelijst
    return (
        str(rij.versie),
        rij.rij.pad,
        rij.rij.label,
        "blok" if rij.rij.blok else "veld",
        f"cat_{rij.rij.categorie}" if rij.rij.categorie else "",
        "" if lijst is None else f"lijst {lijst}",
    )


def _na(rij: Lijstrij) -> tuple[str, ...]:
    return (
        rij.waarom(),
        rij.codes(),
        ", ".join(rij.waarderegels()),
        rij.hoogstens_een(),
        rij.afwijking(),
    )


def _soorten(lijsten: Lijsten) -> list[str]:
    aanwezig = {soort for rijen in lijsten.values() for rij in rijen for soort in rij.vinken}
    return [code for code in profielen() if code in aanwezig]


def csv_tekst(lijsten: Lijsten) -> str:
    """Return one row for each path, with a column for each kind of transfer.

    Separated by semicolons: Excel splits on what the settings of the computer say, and with Dutch
    settings that is the semicolon.
    """
    soorten = _soorten(lijsten)
    uit = io.StringIO(newline="")
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    schrijver.writerow((*_VOOR, *soorten, *_NA))
    for rijen in lijsten.values():
        for rij in rijen:
            statussen = (zeg_status(rij.vinken[soort]) for soort in soorten)
            eigen = (tekst.replace("\n", " | ") for tekst in _na(rij))
            schrijver.writerow((*_voor(rij), *statussen, *eigen))
    return uit.getvalue()


def _workbook(doel: io.BytesIO) -> Workbook:
    try:
        import xlsxwriter  # noqa: PLC0415 - only who asks for a workbook needs it
    except ImportError as fout:
        raise ConfigurationError(
            "writing a workbook needs xlsxwriter; install oso-adapters[excel], or use --csv"
        ) from fout
    boek = xlsxwriter.Workbook(doel, {"in_memory": True})
    # The same list gives the same file, whenever it is made.
    boek.set_properties(
        {"title": "Vinkenlijst OSO Gegevensset", "created": datetime(2000, 1, 1, tzinfo=UTC)}
    )
    return boek


class _Blad:
    """A sheet with a frozen header and a filter, to which rows of text are added."""

    def __init__(self, boek: Workbook, naam: str, kolommen: Mapping[str, int]) -> None:
        self.blad: Worksheet = boek.add_worksheet(naam)
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
        self.blad.set_landscape()
        self.blad.fit_to_pages(1, 0)
        self.blad.repeat_rows(0)


def _opmaak(boek: Workbook) -> dict[Status, Any]:
    return {
        status: boek.add_format(
            {"bg_color": vlak, "font_color": letter, "border": 1, "border_color": "#D0D0D0",
             "valign": "top", "text_wrap": True}
        )
        for status, (vlak, letter) in _KLEUREN.items()
    }  # fmt: skip


def _vinkblad(boek: Workbook, versie: Versie, rijen: Sequence[Lijstrij]) -> None:
    soorten = _soorten({versie: rijen})
    namen = ("onderdeel", "label", *soorten, *_NA, *(n for n in _VOOR[1:] if n != "label"))
    blad = _Blad(boek, str(versie), {naam: _BREED.get(naam, _CEL_BREED) for naam in namen})
    opmaak = _opmaak(boek)
    for rij in rijen:
        vinken = [rij.vinken[soort] for soort in soorten]
        cellen = [(f"{teken(vink)}  {zeg_status(vink)}", opmaak[vink.status]) for vink in vinken]
        _, pad, label, *rest = _voor(rij)
        diepte = pad.removeprefix(rij.onderdeel).count("/")
        onderdeel = rij.onderdeel.rpartition("/")[2]
        blad.voeg_toe((onderdeel, "   " * diepte + label, *cellen, *_na(rij), pad, *rest))
    blad.sluit(vast=2)


def _genoemd(rijen: Sequence[Lijstrij]) -> set[str]:
    vinken = [vink for rij in rijen for vink in rij.vinken.values()]
    verschillen = [v for rij in rijen for v in rij.verschillen.values()]
    vinken += [vink for v in verschillen for vink in (v.gepubliceerd, v.afspraak)]
    return {reden.regel for vink in vinken for reden in vink.redenen if reden.regel} | {
        sleutel for vink in vinken for sleutel in vink.waarderegels
    }


def _gepubliceerd(regel: Regel) -> str:
    if regel.slaapt:
        return "nee: het gepubliceerde blad komt er nooit aan toe"
    return f"nee: {regel.nooit}" if regel.nooit else "ja"


def _regelcellen(versie: Versie, rijen: Sequence[Lijstrij]) -> Iterator[tuple[str, ...]]:
    genoemd = _genoemd(rijen)
    for regel in regels(versie, Regelset.GEPUBLICEERD):
        if regel.id in genoemd:
            yield (
                str(versie),
                regel.id,
                ", ".join(regel.nummers),
                str(regel.voor.blad or "OV en PaO"),
                str(regel.ernst),
                str(regel.wie),
                regel.melding,
                regel.herstel,
                _gepubliceerd(regel),
                ", ".join(map(str, errata_van(versie, [regel.id]))),
            )


def xlsx_bytes(lijsten: Lijsten, regelset: Regelset) -> bytes:
    """Return a workbook: a sheet for each version, one with the rules and one with the legend.

    Raises:
        ConfigurationError: xlsxwriter is not installed.
    """
    doel = io.BytesIO()
    boek = _workbook(doel)
    for versie, rijen in lijsten.items():
        _vinkblad(boek, versie, rijen)
    regelblad = _Blad(boek, "Regels", _REGELKOLOMMEN)
    for versie, rijen in lijsten.items():
        for cellen in _regelcellen(versie, rijen):
            regelblad.voeg_toe(cellen)
    regelblad.sluit(vast=2)
    uitleg = _Blad(boek, "Uitleg", {"teken": 12, "betekenis": 90})
    for cellen in (*LEGENDA, ("regelset", str(regelset))):
        uitleg.voeg_toe(cellen)
    for profiel in profielen().values():
        uitleg.voeg_toe((profiel.code, profiel.naam))
    uitleg.sluit(vast=0)
    boek.close()
    return doel.getvalue()

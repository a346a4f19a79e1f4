"""``oso vinkenlijst``: what must, may and may not be in a dossier, for each kind of transfer."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from oso_adapters.cli.uitvoer import console, veilig
from oso_adapters.errors import ConfigurationError
from oso_adapters.gegevensset._boom import element_paden
from oso_adapters.gegevensset.profielen import profielen
from oso_adapters.rules import Regelset
from oso_adapters.tabellen import vinkenlijst
from oso_adapters.tabellen.vink import Bron
from oso_adapters.tabellen.vinkbladen import csv_tekst, xlsx_bytes
from oso_adapters.tabellen.vinktekst import LEGENDA, Lijstrij, lijstrijen, teken, zeg_status
from oso_adapters.versies import VERSIES, Versie, versie

__all__ = ["vinkenlijst_opdracht"]

_STIJL = {"V": "bold green", "E": "green", "X": "bold red", "-": "dim", "U": "yellow", "O": ""}


def _past(pad: str, gevraagd: str) -> bool:
    return f"{pad}/".endswith(f"/{gevraagd.strip('/')}/")


def _noot(rij: Lijstrij, noten: dict[str, int]) -> str:
    """Return the rules of a row, with the numbers of the notes that say more."""
    redenen = [reden for vink in rij.vinken.values() for reden in vink.redenen if not reden.door]
    namen = [
        f"cat_{reden.regel.split('.')[1].removeprefix('cat_')}"
        if reden.bron is Bron.CATEGORIE and reden.regel
        else reden.regel or str(reden.bron)
        for reden in redenen
    ]
    regels = rij.waarom(alleen_bijzonder=True).splitlines()
    verwijzingen = (f"[{noten.setdefault(regel, len(noten) + 1)}]" for regel in regels)
    return " ".join(dict.fromkeys((*namen, *verwijzingen)))


def _tekens(tekst: str) -> Text:
    cel = Text()
    for teken_ in tekst.split(" "):
        cel.append(" " if cel else "")
        cel.append(teken_, style=_STIJL[teken_[0]])
    return cel


def _toon_groep(scherm: Console, groep: str, rijen: Sequence[Lijstrij], soorten: list[str]) -> None:
    noten: dict[str, int] = {}
    tabel = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0))
    tabel.add_column("veld", overflow="fold", max_width=36)
    for soort in soorten:
        tabel.add_column(soort, no_wrap=True, min_width=5)
    tabel.add_column("regels", overflow="fold")
    for rij in rijen:
        diepte = rij.rij.pad.removeprefix(groep).count("/")
        naam = f"{' ' * diepte}{rij.rij.pad.rpartition('/')[2]}{'*' if rij.rij.meervoud else ''}"
        cellen = [_tekens(teken(rij.vinken[soort])) for soort in soorten]
        tabel.add_row(Text(naam), *cellen, Text(_noot(rij, noten), style="dim"))
    scherm.print(Text(groep, style="bold cyan"))
    scherm.print(tabel)
    voet = Table.grid(padding=(0, 1))
    for noot, nr in noten.items():
        voet.add_row(f"  [{nr}]", Text(noot))
    scherm.print(voet)
    scherm.print()


def _toon_lijst(scherm: Console, rijen: Sequence[Lijstrij], soorten: list[str]) -> None:
    per_groep: dict[str, list[Lijstrij]] = {}
    for rij in rijen:
        per_groep.setdefault(rij.onderdeel, []).append(rij)
    for groep, leden in per_groep.items():
        _toon_groep(scherm, groep, leden, soorten)


def _regels(rij: Lijstrij) -> Iterator[tuple[str, str]]:
    yield "label", rij.rij.label
    for soort, vink in rij.vinken.items():
        yield soort, f"{teken(vink)}  {zeg_status(vink)}"
    yield "waarom", rij.waarom()
    if rij.rij.categorie:
        yield "categorie", f"cat_{rij.rij.categorie}\n{rij.codes()}"
    if rij.rij.codelijst is not None:
        yield "codelijst", str(rij.rij.codelijst)
    yield "waarde", ", ".join(rij.waarderegels())
    yield "let op", rij.hoogstens_een()
    yield "afwijking", rij.afwijking()


def _toon_pad(scherm: Console, rij: Lijstrij) -> None:
    scherm.print(Text(rij.rij.pad, style="bold"))
    tabel = Table(box=None, show_header=False, pad_edge=False, padding=(0, 1, 0, 2))
    tabel.add_column(style="cyan", no_wrap=True)
    tabel.add_column(overflow="fold")
    for naam, tekst in _regels(rij):
        if tekst:
            tabel.add_row(naam, Text(tekst))
    scherm.print(tabel)
    scherm.print()


def _toon_verschillen(scherm: Console, rijen: Iterable[Lijstrij]) -> None:
    aantal = 0
    for rij in rijen:
        if rij.verschillen:
            aantal += len(rij.verschillen)
            scherm.print(Text(rij.rij.pad, style="bold"))
            for regel in rij.afwijking().split("\n"):
                scherm.print(Text(f"  {regel}"))
    scherm.print(Text(f"{aantal} cellen verschillen", style="dim"))


def _schrijf(doel: str, data: bytes, optie: str) -> None:
    try:
        Path(doel).write_bytes(data)
    except OSError as fout:
        raise ConfigurationError(
            f"{veilig(doel)} can't be written: {fout.strerror}; choose another with {optie}"
        ) from fout


def _schrijf_csv(doel: str, tekst: str) -> None:
    """Write for Excel with the mark by which it knows UTF-8; a program that reads gets none."""
    if doel == "-":
        sys.stdout.buffer.write(tekst.encode())
        sys.stdout.buffer.flush()
    else:
        _schrijf(doel, tekst.encode("utf-8-sig"), "--csv")


def _kies(
    rijen: Sequence[Lijstrij], paden: Sequence[str], *, alleen_verschillen: bool
) -> list[Lijstrij]:
    return [
        rij
        for rij in rijen
        if (not paden or any(_past(rij.rij.pad, pad) for pad in paden))
        and (rij.verschillen or not alleen_verschillen)
    ]


def _check_paden(paden: Sequence[str], versies: Iterable[Versie]) -> None:
    """Refuse a path that none of these versions has."""
    bekend = [pad for v in versies for pad in element_paden(v)]
    vreemd = [pad for pad in paden if not any(_past(heel, pad) for heel in bekend)]
    if vreemd:
        raise ConfigurationError(
            f"no path of these versions ends in {veilig(', '.join(vreemd))}; look it up in the"
            " whole list"
        )


@click.command("vinkenlijst")
@click.option(
    "--versie",
    "nummers",
    multiple=True,
    type=click.Choice([str(v) for v in VERSIES]),
    help=f"Version of the Gegevensset, may be repeated; {VERSIES[-1]} when not given.",
)
@click.option(
    "--profiel",
    "soorten",
    multiple=True,
    type=click.Choice(list(profielen())),
    help="Kind of transfer, may be repeated; all when not given.",
)
@click.option(
    "--regelset",
    type=click.Choice([str(r) for r in Regelset]),
    default=str(Regelset.AFSPRAAK),
    show_default=True,
    help="What is asked: as agreed, or exactly what the published sheets find.",
)
@click.option("--verschillen", is_flag=True, help="Only where the two rule sets differ.")
@click.option("--pad", "paden", multiple=True, metavar="PAD", help="All of this path, or its end.")
@click.option(
    "--csv", "csv_doel", metavar="FILE|-", help="Write CSV with semicolons (UTF-8), for Excel."
)
@click.option("--xlsx", "xlsx_doel", metavar="FILE", help="Write a workbook.")
def vinkenlijst_opdracht(
    nummers: tuple[str, ...],
    soorten: tuple[str, ...],
    regelset: str,
    paden: tuple[str, ...],
    csv_doel: str | None,
    xlsx_doel: str | None,
    *,
    verschillen: bool,
) -> None:
    """Show what must, may and may not be in a dossier, for each kind of transfer, and why.

    Derived from the fields, the rules and the categories. Exit code: 0.
    """
    gekozen = [code for code in profielen() if code in (soorten or profielen())]
    set_ = Regelset(regelset)
    lijsten: dict[Versie, list[Lijstrij]] = {}
    for v in map(versie, dict.fromkeys(nummers or (str(VERSIES[-1]),))):
        vinken = [vink for vink in vinkenlijst(v, set_) if vink.profiel in gekozen]
        lijsten[v] = _kies(lijstrijen(v, vinken), paden, alleen_verschillen=verschillen)
    _check_paden(paden, lijsten)
    if csv_doel:
        _schrijf_csv(csv_doel, csv_tekst(lijsten))
    if xlsx_doel == "-":
        raise ConfigurationError("a workbook can't go to standard output; name a file with --xlsx")
    if xlsx_doel:
        _schrijf(xlsx_doel, xlsx_bytes(lijsten, set_), "--xlsx")
    if not (csv_doel or xlsx_doel):
        for v, rijen in lijsten.items():
            _toon(v, rijen, set_, gekozen, paden, verschillen=verschillen)


def _toon(
    v: Versie,
    rijen: Sequence[Lijstrij],
    regelset: Regelset,
    soorten: list[str],
    paden: tuple[str, ...],
    *,
    verschillen: bool,
) -> None:
    scherm = console()
    scherm.print(Text(f"Vinkenlijst  versie {v} · {regelset}", style="bold"))
    scherm.print()
    if verschillen:
        _toon_verschillen(scherm, rijen)
    elif paden:
        for rij in rijen:
            _toon_pad(scherm, rij)
    else:
        for letter, betekenis in LEGENDA:
            scherm.print(Text(f"  {letter}  {betekenis}"))
        scherm.print(Text("  *  achter een veld: mag vaker voorkomen"))
        scherm.print()
        _toon_lijst(scherm, rijen, soorten)

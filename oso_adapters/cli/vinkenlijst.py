"""``oso vinkenlijst``: what must, may and may not be in a dossier, for each kind of transfer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from oso_adapters.cli.lijsten import (
    check_werkboek,
    per_onderdeel,
    show_noten,
    tekens,
    veldnaam,
    write_csv_bestand,
    write_doel,
)
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


def _toon_groep(scherm: Console, groep: str, rijen: Sequence[Lijstrij], soorten: list[str]) -> None:
    noten: dict[str, int] = {}
    tabel = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0))
    tabel.add_column("veld", overflow="fold", max_width=36)
    for soort in soorten:
        tabel.add_column(soort, no_wrap=True, min_width=5)
    tabel.add_column("regels", overflow="fold")
    for rij in rijen:
        cellen = [tekens(teken(rij.vinken[soort])) for soort in soorten]
        tabel.add_row(veldnaam(rij), *cellen, Text(_noot(rij, noten), style="dim"))
    scherm.print(Text(groep, style="bold cyan"))
    scherm.print(tabel)
    show_noten(scherm, noten)
    scherm.print()


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
    check_werkboek(xlsx_doel)
    if csv_doel:
        write_csv_bestand(csv_doel, csv_tekst(lijsten))
    if xlsx_doel:
        write_doel(xlsx_doel, xlsx_bytes(lijsten, set_), "--xlsx")
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
        for groep, leden in per_onderdeel(rijen).items():
            _toon_groep(scherm, groep, leden, soorten)

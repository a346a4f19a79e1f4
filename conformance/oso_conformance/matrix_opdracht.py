"""``oso matrix``: what arrives of a dossier when it goes from one system to another."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from oso_adapters import Register, load_plugins
from oso_adapters.errors import ConfigurationError
from oso_conformance.matrix import PROFIELEN, Cel, Matrix, maak_matrix
from oso_conformance.pagina import maak_matrixpagina
from oso_conformance.scherm import console, voortgang

__all__ = ["matrix_opdracht"]

_NIETS = "–"


def _toon_profiel(scherm: Console, matrix: Matrix, profiel: str) -> None:
    cellen = {(cel.van, cel.naar): cel for cel in matrix.profiel(profiel)}
    namen = [
        n for n in matrix.systemen if any(v == n and not c.leeg for (v, _), c in cellen.items())
    ]
    tabel = Table(box=None, pad_edge=False, padding=(0, 3, 0, 0))
    tabel.add_column(Text(f"{profiel}  van ↓ naar →"), header_style="bold")
    doelen = [
        n for n in matrix.systemen if any(m == n and not c.leeg for (_, m), c in cellen.items())
    ]
    for naam in doelen:
        tabel.add_column(Text(naam), header_style="bold")
    for van in namen:
        tabel.add_row(Text(van), *(_inhoud(cellen[van, naar]) for naar in doelen))
    if namen:
        scherm.print(tabel)
    else:
        redenen = dict.fromkeys(cel.leeg for cel in cellen.values())
        scherm.print(Text(f"{profiel}  {'; '.join(redenen)}", style="dim"))
    scherm.print()


def _inhoud(cel: Cel) -> Text:
    if cel.leeg:
        return Text(_NIETS, style="dim")
    tekst = Text(f"{cel.overgenomen} van {len(cel.van_de_leerling)} velden")
    if cel.bezwaren:
        tekst.append(f"  {len(cel.bezwaren)} bezwaren", style="bold red")
    return tekst


def _toon_cel(scherm: Console, cel: Cel) -> None:
    kop = Text(f"{cel.profiel}  {cel.van} → {cel.naar}", style="bold")
    kop.append(f"  {len(cel.dossiers)} dossiers, {cel.overgenomen} velden altijd overgenomen")
    scherm.print(kop)
    for tekst in cel.bezwaren:
        scherm.print(Text(f"  bezwaar  {tekst}", style="bold red"))
    for reden, velden in cel.per_reden():
        scherm.print(Text(f"  {len(velden)} niet: {reden}", style="yellow"))
        for veld in velden:
            soms = f"  (wel {veld.over} keer)" if veld.over else ""
            scherm.print(Text(f"      {veld.kort}  {veld.label}{soms}", style="dim"))
    scherm.print()


def _als_dict(cel: Cel) -> dict[str, Any]:
    return {
        "van": cel.van,
        "naar": cel.naar,
        "profiel": cel.profiel,
        "leeg": cel.leeg,
        "dossiers": list(cel.dossiers),
        "velden": [
            {"plek": v.plek, "label": v.label, "over": v.over, "redenen": dict(v.redenen)}
            for v in cel.velden
        ],
        "bezwaren": list(cel.bezwaren),
    }


def _plugins(namen: tuple[str, ...], register: Register) -> Mapping[str, Any]:
    gekozen = {naam: register.plugin(naam) for naam in namen or register.plugins}
    if not gekozen:
        raise ConfigurationError("no plugins are installed; install one, such as oso-parnassys")
    return gekozen


@click.command("matrix")
@click.argument("vendors", nargs=-1, metavar="[VENDOR...]")
@click.option("--overdracht", type=click.Choice(PROFIELEN), help="Only this kind of transfer.")
@click.option("--velden", is_flag=True, help="Tell each field that gets lost, with the reason.")
@click.option(
    "--html", "pagina", type=click.Path(path_type=Path, dir_okay=False), help="Write a page."
)
@click.option("--json", "als_json", is_flag=True, help="One JSON object per cell and line.")
@click.pass_context
def matrix_opdracht(
    ctx: click.Context,
    vendors: tuple[str, ...],
    overdracht: str | None,
    pagina: Path | None,
    *,
    velden: bool,
    als_json: bool,
) -> None:
    """Show which fields of a dossier arrive, from each system to each other.

    Every installed plugin (or each VENDOR named) delivers the standard pupils; every other takes
    them in. A field that gets lost is listed with the reason that the receiving system gives.

    Exit code: 0 every loss is explained, 1 some are not, 2 a plugin does not load.
    """
    register = load_plugins()
    plugins = _plugins(vendors, register)
    profielen = [overdracht] if overdracht else list(PROFIELEN)
    totaal = len(profielen) * len(plugins) ** 2
    with voortgang("matrix", totaal=totaal) as teller:
        stand = iter(range(1, 1 + totaal))
        matrix = maak_matrix(plugins, profielen, klaar=lambda: teller(next(stand)))
    scherm = console()
    for profiel in profielen:
        if als_json:
            for cel in matrix.profiel(profiel):
                click.echo(json.dumps(_als_dict(cel), ensure_ascii=False))
            continue
        _toon_profiel(scherm, matrix, profiel)
        for cel in matrix.profiel(profiel) if velden else ():
            if not cel.leeg:
                _toon_cel(scherm, cel)
    if pagina is not None:
        pagina.write_text(maak_matrixpagina(matrix), "utf-8")
    if not als_json:
        scherm.print(Text(_slot(matrix, pagina)))
    laden_niet = () if vendors else register.mislukt
    for fout in laden_niet:
        click.echo(f"not in the matrix: {fout}", err=True)
    ctx.exit(2 if laden_niet else 1 if matrix.bezwaren else 0)


def _slot(matrix: Matrix, pagina: Path | None) -> str:
    gevuld = [cel for cel in matrix.cellen if not cel.leeg]
    verloren = sum(len(cel.verloren) for cel in gevuld)
    waar = (
        f"; {pagina} heeft elk veld"
        if pagina
        else "; --velden noemt ze, --html maakt een bladzijde"
    )
    woord = "overdracht" if len(gevuld) == 1 else "overdrachten"
    return (
        f"{len(gevuld)} {woord}, {verloren} verloren velden, elk met een reden,"
        f" {matrix.bezwaren} met bezwaren{waar}"
    )

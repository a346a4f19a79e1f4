"""``oso versions``: which versions there are, what differs, and what that does to dossiers."""

from __future__ import annotations

import json
from contextlib import closing
from functools import partial
from typing import Any

import click
from rich.table import Table
from rich.text import Text

from oso_adapters.cli.herleiden import installed
from oso_adapters.cli.invoer import (
    Bestand,
    NietTeLezen,
    find_bestanden,
    is_standaardinvoer,
    read_bestand,
)
from oso_adapters.cli.lijsten import write_csv_bestand, write_doel
from oso_adapters.cli.parallel import aantal_kernen, verdeel
from oso_adapters.cli.uitvoer import console, veilig, with_progress, write_json
from oso_adapters.cli.versiescherm import show_versieverschil
from oso_adapters.cli.vooruitscherm import show_vooruitblik
from oso_adapters.errors import ConfigurationError
from oso_adapters.tabellen.omvang import Versieomvang, omvang
from oso_adapters.tabellen.verschilbladen import als_dict as verschil_als_dict
from oso_adapters.tabellen.verschilbladen import csv_tekst, versieverschil
from oso_adapters.versies import VERSIES, Versie, versie
from oso_adapters.vooruitblik import Telling, Vooruitblik, kijk_vooruit, niet_te_voorspellen
from oso_adapters.vooruitblik.gegevens import als_dict, bestand_als_dict

__all__ = ["versions_opdracht"]

_VEEL = 250
"""Files from which starting more processes takes less time than it saves."""
_NUMMERS = [str(v) for v in VERSIES]


@click.group("versions", invoke_without_command=True)
@click.pass_context
def versions_opdracht(ctx: click.Context) -> None:
    """Show which versions there are, what differs, and what that does to dossiers."""
    if ctx.invoked_subcommand is None:
        ctx.invoke(lijst_opdracht)


@versions_opdracht.command("lijst")
@click.option("--json", "als_json", is_flag=True, help="One JSON object per version, one per line.")
def lijst_opdracht(*, als_json: bool = False) -> None:
    """Show every version with its numbers, namespace and size.

    Exit code: 0.
    """
    alle = [omvang(v) for v in VERSIES]
    if als_json:
        for een in alle:
            write_json(een.als_dict())
        return
    _toon_lijst(alle)


def _toon_lijst(alle: list[Versieomvang]) -> None:
    scherm = console()
    tabel = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for naam in ("versie", "validatie"):
        tabel.add_column(naam, no_wrap=True)
    for naam in ("velden", "lijsten", "codes", "regels"):
        tabel.add_column(naam, no_wrap=True, justify="right")
    tabel.add_column("namespace", overflow="fold")
    for een in alle:
        getallen = (een.velden, een.codelijsten, een.codes, een.regels)
        tabel.add_row(
            str(een.versie),
            een.versie.validatieversie,
            *map(str, getallen),
            Text(een.versie.namespace),
        )
    scherm.print(tabel)


@versions_opdracht.command("diff")
@click.argument("van_nummer", metavar="A", type=click.Choice(_NUMMERS))
@click.argument("naar_nummer", metavar="B", type=click.Choice(_NUMMERS))
@click.option(
    "--csv", "csv_doel", metavar="FILE|-", help="Write CSV with semicolons (UTF-8), for Excel."
)
@click.option(
    "--json",
    "json_doel",
    metavar="FILE|-",
    is_flag=False,
    flag_value="-",
    help="Write everything as JSON.",
)
def diff_opdracht(
    van_nummer: str, naar_nummer: str, csv_doel: str | None, json_doel: str | None
) -> None:
    """Show what differs between version A and version B: fields, codes, rules, what is asked.

    Derived from the declarations of both. The terminal shows a block that is new, gone or moved
    as a whole; CSV and JSON have every field in it.

    Exit code: 0.
    """
    verschil = versieverschil(versie(van_nummer), versie(naar_nummer))
    if csv_doel:
        write_csv_bestand(csv_doel, csv_tekst(verschil))
    if json_doel == "-":
        write_json(verschil_als_dict(verschil))
    elif json_doel:
        regels = json.dumps(verschil_als_dict(verschil), ensure_ascii=False, indent=1)
        write_doel(json_doel, f"{regels}\n".encode(), "--json")
    if not (csv_doel or json_doel):
        show_versieverschil(console(), verschil)


def _kijk(bestand: Bestand, van: Versie, naar: Versie) -> Vooruitblik:
    try:
        return kijk_vooruit(read_bestand(bestand), van, naar, installed)
    except NietTeLezen as fout:
        return niet_te_voorspellen(str(fout))
    except Exception as fout:  # noqa: BLE001 - one file must not stop the others
        soort = type(fout).__name__
        return niet_te_voorspellen(f"De vooruitblik is vastgelopen op dit bestand ({soort}).")


def _bezweken(_bestand: Bestand) -> Vooruitblik:
    return niet_te_voorspellen("De vooruitblik is afgebroken op dit bestand: het proces stopte.")


@versions_opdracht.command("forecast")
@click.argument("bestanden", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--van", "van_nummer", required=True, type=click.Choice(_NUMMERS), help="Version of the files."
)
@click.option(
    "--naar",
    "naar_nummer",
    required=True,
    type=click.Choice(_NUMMERS),
    help="Version that they would be written in.",
)
@click.option(
    "--processen",
    type=click.IntRange(min=1),
    help="Processes to spread the files over; without it all cores when there are many files.",
)
@click.option("--json", "als_json", is_flag=True, help="One JSON object, with each file in it.")
@click.pass_context
def forecast_opdracht(
    ctx: click.Context,
    bestanden: tuple[str, ...],
    van_nummer: str,
    naar_nummer: str,
    processen: int | None,
    *,
    als_json: bool,
) -> None:
    """Forecast what dossiers of one version would be in another: what fails, what is lost.

    FILE is a file, a folder (every .xml in it), or - for standard input. Each dossier is checked
    as it is; then its versions and namespace are set, what the other version does not have is
    taken out (and told), and it is checked again.

    Exit code: 0 nothing fails that does not fail now, and nothing is lost; 1 something does; 2 a
    file can't be read, is of another version, or its verdict could not be established.
    """
    if van_nummer == naar_nummer:
        raise ConfigurationError("--van and --naar name the same version; choose two")
    van, naar = versie(van_nummer), versie(naar_nummer)
    alle = list(find_bestanden(bestanden))
    if processen is None:
        processen = aantal_kernen() if len(alle) >= _VEEL else 1
    blikken = verdeel(
        partial(_kijk, van=van, naar=naar),
        alle,
        processen=processen,
        hier=is_standaardinvoer,
        bezweken=_bezweken,
    )
    telling = Telling()
    per_bestand: list[dict[str, Any]] = []
    scherm = console()
    with closing(blikken):
        paren = zip(alle, blikken, strict=True)
        for bestand, blik in with_progress(paren, "vooruitkijken", totaal=len(alle), scherm=scherm):
            telling.tel(veilig(bestand.naam), blik)
            if als_json:
                per_bestand.append(bestand_als_dict(bestand.naam, blik))
    register = installed()
    if als_json:
        write_json({**als_dict(telling, van, naar, register), "bestanden": per_bestand})
    else:
        show_vooruitblik(scherm, telling, van, naar, register)
    ctx.exit(2 if telling.niet else int(telling.fout or telling.kwijt > 0))

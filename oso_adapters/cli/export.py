"""``oso export``: from a vendor's records to checked dossiers."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.text import Text

from oso_adapters.capabilities import Exporteur, Exportresultaat
from oso_adapters.cli.uitvoer import (
    OORDEEL_STIJL,
    console,
    show_melding,
    veilig,
    with_progress,
    write_bestand,
    write_json,
)
from oso_adapters.errors import ConfigurationError, PluginLoadError
from oso_adapters.gegevensset.profielen import profielen
from oso_adapters.mapping.records import Bronrecord
from oso_adapters.melding import Oordeel
from oso_adapters.registry import Plugin, load_plugins
from oso_adapters.rules import Regelset
from oso_adapters.versies import VERSIES, versie

__all__ = ["export_opdracht"]

_VREEMD = re.compile(r"[^A-Za-z0-9_-]+")
_MAX_NAAM = 80


def _exporteur(naam: str, overdracht: str, nummer: str) -> tuple[Plugin, Exporteur]:
    try:
        plugin = load_plugins().plugin(naam)
    except PluginLoadError as fout:
        raise ConfigurationError(str(fout)) from fout
    kan = plugin.exporteur
    if kan is None:
        wel = ", ".join(plugin.mogelijkheden) or "nothing"
        raise ConfigurationError(f"plugin {naam!r} can't export; it can: {wel}")
    if overdracht not in kan.profielen:
        keuze = ", ".join(sorted(kan.profielen))
        raise ConfigurationError(f"plugin {naam!r} does not deliver {overdracht}; choose {keuze}")
    if nummer not in kan.versies:
        keuze = ", ".join(sorted(kan.versies))
        raise ConfigurationError(f"plugin {naam!r} does not deliver {nummer}; choose {keuze}")
    return plugin, kan


def _bestandsnaam(sleutel: str, gebruikt: set[str]) -> str:
    """Return a file name for a record that is safe everywhere and used once."""
    basis = _VREEMD.sub("_", sleutel)[:_MAX_NAAM] or "dossier"
    if basis != sleutel:
        basis += f"-{hashlib.sha256(sleutel.encode('utf-8', 'replace')).hexdigest()[:8]}"
    naam, nr = basis, 1
    while naam.lower() in gebruikt:
        nr += 1
        naam = f"{basis}-{nr}"
    gebruikt.add(naam.lower())
    return f"{naam}.xml"


def _als_dict(resultaat: Exportresultaat, bestand: str | None, *, oud: bool) -> dict[str, Any]:
    return {
        "record": resultaat.sleutel,
        "bestand": bestand,
        "oordeel": str(resultaat.oordeel),
        "meldingen": [melding.als_dict() for melding in resultaat.meldingen],
        "weggelaten": dict(resultaat.weggelaten),
        "ouder_dossier_in_map": oud,
    }


def _toon(scherm: Console, resultaat: Exportresultaat, bestand: str | None, *, oud: bool) -> None:
    kop = Text(f"leerling {veilig(resultaat.sleutel)}  ", style="bold")
    kop.append(str(resultaat.oordeel), style=OORDEEL_STIJL[resultaat.oordeel])
    kop.append(f"  {veilig(bestand)}" if bestand else "  niet geschreven", style="dim")
    scherm.print(kop)
    if oud:
        scherm.print(
            Text("    Let op: er staat nog een ouder dossier van deze leerling in de map.")
        )
    for wat, aantal in resultaat.weggelaten.items():
        scherm.print(Text(f"    weggelaten: {veilig(wat)} ({aantal})", style="dim"))
    if resultaat.meldingen:
        scherm.print()
    for melding in resultaat.meldingen:
        show_melding(scherm, melding)


def _als_bronrecord(record: object) -> Bronrecord:
    if not isinstance(record, Bronrecord):
        reden = f"the plugin read a {type(record).__name__} instead of a Bronrecord"
        raise ConfigurationError(f"{reden}; tell its maker")
    return record


def _records(kan: Exporteur, bron: Path) -> Iterator[Bronrecord]:
    try:
        for record in kan.read(bron):
            yield _als_bronrecord(record)
    except (ConfigurationError, OSError) as fout:
        wat = fout if isinstance(fout, ConfigurationError) else f"can't be read: {fout.strerror}"
        raise ConfigurationError(veilig(f"source {bron}: {wat}")) from fout
    except (Exception, SystemExit) as fout:
        reden = f"the plugin stopped on {type(fout).__name__} while reading; tell its maker"
        raise ConfigurationError(veilig(f"source {bron}: {reden}")) from fout


def _dag(_ctx: click.Context, _param: click.Parameter, waarde: datetime | None) -> date:
    return waarde.date() if waarde else date.today()  # noqa: DTZ011 - the day at the school


@click.command("export")
@click.argument("vendor")
@click.argument("bron", type=click.Path(path_type=Path))
@click.option(
    "--overdracht", required=True, type=click.Choice(sorted(profielen())), help="Kind of transfer."
)
@click.option(
    "--versie",
    "nummer",
    type=click.Choice([str(v) for v in VERSIES]),
    default=str(VERSIES[-1]),
    show_default=True,
    help="Version of the Gegevensset.",
)
@click.option(
    "--uit",
    "map_",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("uit"),
    show_default=True,
    help="Folder for the dossiers; made when it is not there.",
)
@click.option(
    "--datum",
    "dag",
    type=click.DateTime(["%Y-%m-%d"]),
    callback=_dag,
    help="Day on which the dossiers are made; today when left out.",
)
@click.option(
    "--regelset",
    type=click.Choice([str(r) for r in Regelset]),
    default=str(Regelset.AFSPRAAK),
    show_default=True,
    help="gepubliceerd lets go what only the afspraak objects to.",
)
@click.option("--json", "als_json", is_flag=True, help="One JSON object per record, one per line.")
@click.pass_context
def export_opdracht(
    ctx: click.Context,
    vendor: str,
    bron: Path,
    overdracht: str,
    nummer: str,
    map_: Path,
    dag: date,
    regelset: str,
    *,
    als_json: bool,
) -> None:
    """Make the records of a VENDOR in BRON into checked dossiers.

    A dossier is written only when it is valid; findings name the vendor's own fields.

    Exit code: 0 all written, 1 some held back, 2 the source can't be read.
    """
    plugin, kan = _exporteur(vendor, overdracht, nummer)
    scherm = console()
    tel: Counter[Oordeel] = Counter()
    gebruikt: set[str] = set()
    for record in with_progress(_records(kan, bron), "exporteren"):
        resultaat = kan.export(
            record,
            plugin.leverancier,
            overdracht=overdracht,
            versie=versie(nummer),
            dag=dag,
            regelset=Regelset(regelset),
        )
        naam = _bestandsnaam(record.sleutel, gebruikt)
        tel[resultaat.oordeel] += 1
        if resultaat.data is not None:
            write_bestand(map_, naam, resultaat.data)
        bestand = str(map_ / naam) if resultaat.data is not None else None
        oud = bestand is None and (map_ / naam).exists()
        if als_json:
            write_json(_als_dict(resultaat, bestand, oud=oud))
        else:
            _toon(scherm, resultaat, bestand, oud=oud)
    if not tel:
        raise ConfigurationError(f"source {veilig(str(bron))} holds no records")
    if not als_json:
        scherm.print()
        weg = tel.total() - tel[Oordeel.GELDIG]
        scherm.print(Text(f"{tel[Oordeel.GELDIG]} geschreven, {weg} vastgehouden"))
    ctx.exit(0 if tel[Oordeel.GELDIG] == tel.total() else 1)

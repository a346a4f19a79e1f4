"""``oso exportlijst``: what a vendor does with every field, and what differs between two lists."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import click

from oso_adapters.capabilities import Exporteur, Importeur
from oso_adapters.cli.exportscherm import show_exportlijst
from oso_adapters.cli.exportverschil import show_vergelijking
from oso_adapters.cli.lijsten import check_werkboek, write_csv_bestand, write_doel
from oso_adapters.cli.uitvoer import console, veilig, write_json
from oso_adapters.errors import ConfigurationError, PluginLoadError
from oso_adapters.gegevensset.profielen import profielen
from oso_adapters.mapping import Afbeelding
from oso_adapters.mapping.exportbladen import csv_tekst, xlsx_bytes
from oso_adapters.mapping.exportlijst import Exportlijst, Maker, exportlijst, read_exportlijst
from oso_adapters.mapping.exporttekst import Toonrij, toonrijen
from oso_adapters.mapping.wegen import Richting, Stand
from oso_adapters.registry import Plugin, load_plugin
from oso_adapters.versies import VERSIES, versie

__all__ = ["exportlijst_opdracht"]


def _met(richting: Richting, *, gaat: bool) -> Callable[[Toonrij], bool]:
    def kies(rij: Toonrij) -> bool:
        wegen = rij.rij.wegen(richting).values()
        return any((weg.stand is not Stand.NEE) is gaat for weg in wegen)

    return kies


_ALLEEN: Mapping[str, Callable[[Toonrij], bool]] = {
    "geleverd": _met(Richting.UIT, gaat=True),
    "niet-geleverd": _met(Richting.UIT, gaat=False),
    "ingelezen": _met(Richting.IN, gaat=True),
    "niet-ingelezen": _met(Richting.IN, gaat=False),
    "mist": lambda rij: bool(rij.rij.mist or rij.rij.mist_soms),
}
"""Which rows are shown, by the word of ``--alleen``."""


def _plugin(naam: str) -> Plugin:
    try:
        return load_plugin(naam)
    except PluginLoadError as fout:
        raise ConfigurationError(str(fout)) from fout


def _delen(plugin: Plugin) -> tuple[list[Exporteur], list[Importeur]]:
    swv = plugin.swv
    uit = (plugin.exporteur, swv.uit if swv else None)
    naar_binnen = (plugin.importeur, swv.naar_binnen if swv else None)
    return [deel for deel in uit if deel], [deel for deel in naar_binnen if deel]


def versies_van(plugin: Plugin) -> list[str]:
    """Return the versions that a plugin delivers or takes in, oldest first."""
    uit, naar_binnen = _delen(plugin)
    kan = frozenset[str]().union(*(d.versies for d in uit), *(d.versies for d in naar_binnen))
    return [str(v) for v in VERSIES if str(v) in kan]


def _per_soort(delen: Sequence[Exporteur | Importeur], nummer: str) -> dict[str, Afbeelding]:
    return {
        soort: deel.dossier for deel in delen if nummer in deel.versies for soort in deel.profielen
    }


def make_exportlijst(plugin: Plugin, nummer: str | None, soorten: Sequence[str]) -> Exportlijst:
    """Make the list of a plugin.

    Args:
        nummer: version; the newest that the plugin has when None.
        soorten: kinds of transfer; all that the plugin has when empty.

    Raises:
        ConfigurationError: it exchanges nothing, or not this.
    """
    kan = versies_van(plugin)
    if not kan:
        raise ConfigurationError(f"plugin {plugin.naam!r} neither delivers nor takes in dossiers")
    nummer = nummer or kan[-1]
    if nummer not in kan:
        raise ConfigurationError(
            f"plugin {plugin.naam!r} does not exchange {nummer}; choose {', '.join(kan)}"
        )
    uit, naar_binnen = (_per_soort(delen, nummer) for delen in _delen(plugin))
    vreemd = [soort for soort in soorten if soort not in uit and soort not in naar_binnen]
    if vreemd:
        wel = ", ".join(soort for soort in profielen() if soort in uit or soort in naar_binnen)
        raise ConfigurationError(
            f"plugin {plugin.naam!r} does not exchange {', '.join(vreemd)}; choose {wel}"
        )
    maker = Maker(
        plugin=plugin.naam,
        systeem=plugin.leverancier.naam,
        pakketversie=plugin.leverancier.pakketversie,
        distributie=plugin.distributie,
    )
    return exportlijst(maker, versie(nummer), _kies(uit, soorten), _kies(naar_binnen, soorten))


def _kies(afbeeldingen: dict[str, Afbeelding], soorten: Sequence[str]) -> dict[str, Afbeelding]:
    return {soort: a for soort, a in afbeeldingen.items() if soort in (soorten or afbeeldingen)}


def _open(wat: str) -> Plugin | Exportlijst:
    """Return an installed plugin, or the list in a file."""
    if not Path(wat).is_file():
        if Path(wat).suffix or len(Path(wat).parts) > 1:
            raise ConfigurationError(f"{veilig(wat)} is no file; write one with --json")
        return _plugin(wat)
    try:
        return read_exportlijst(json.loads(Path(wat).read_bytes()))
    except OSError as fout:
        raise ConfigurationError(f"{veilig(wat)} can't be read: {fout.strerror}") from fout
    except (ValueError, RecursionError) as fout:
        raise ConfigurationError(f"{veilig(wat)} is no JSON") from fout
    except ConfigurationError as fout:
        raise ConfigurationError(f"{veilig(wat)} {fout}") from fout


def _vergelijk(paar: tuple[str, str], nummer: str | None, soorten: Sequence[str]) -> None:
    """Show what differs between two lists, in the newest version that both have."""
    bronnen = [_open(wat) for wat in paar]
    kan = [[b.versie] if isinstance(b, Exportlijst) else versies_van(b) for b in bronnen]
    samen = [v for v in kan[0] if v in kan[1] and nummer in (None, v)]
    if not samen:
        wel = " and ".join(
            f"{veilig(w)} has {', '.join(v) or '-'}" for w, v in zip(paar, kan, strict=True)
        )
        raise ConfigurationError(f"there is no version to compare: {wel}")
    oud, nieuw = (
        bron if isinstance(bron, Exportlijst) else make_exportlijst(bron, samen[-1], ())
        for bron in bronnen
    )
    show_vergelijking(console(), oud, nieuw, soorten or list(profielen()))


@click.command("exportlijst")
@click.argument("vendor", required=False)
@click.option(
    "--versie",
    "nummer",
    type=click.Choice([str(v) for v in VERSIES]),
    help="Version of the Gegevensset; the newest of the vendor when not given.",
)
@click.option(
    "--overdracht",
    "soorten",
    multiple=True,
    type=click.Choice(list(profielen())),
    help="Kind of transfer, may be repeated; all of the vendor when not given.",
)
@click.option(
    "--alleen",
    type=click.Choice(list(_ALLEEN)),
    help="Only these rows; mist: must be there, but is not delivered.",
)
@click.option(
    "--csv", "csv_doel", metavar="FILE|-", help="Write CSV with semicolons (UTF-8), for Excel."
)
@click.option("--xlsx", "xlsx_doel", metavar="FILE", help="Write a workbook.")
@click.option(
    "--json",
    "json_doel",
    metavar="FILE|-",
    is_flag=False,
    flag_value="-",
    help="Write the whole list as JSON, to compare a later release with.",
)
@click.option(
    "--vergelijk",
    "paar",
    nargs=2,
    metavar="A B",
    help="Only what differs: each a VENDOR, or a file that --json wrote.",
)
def exportlijst_opdracht(
    vendor: str | None,
    nummer: str | None,
    soorten: tuple[str, ...],
    alleen: str | None,
    csv_doel: str | None,
    xlsx_doel: str | None,
    json_doel: str | None,
    paar: tuple[str, str] | None,
) -> None:
    """Show what a VENDOR does with every field of the Vinkenlijst, and why not.

    From which own fields it comes, through which transform, and whether it is taken in as well.

    Exit code: 0.
    """
    if paar is not None:
        if vendor or alleen or csv_doel or xlsx_doel or json_doel:
            raise click.UsageError("--vergelijk A B goes with --versie and --overdracht only")
        _vergelijk(paar, nummer, soorten)
        return
    if vendor is None:
        raise click.UsageError("name a VENDOR (oso vendors lists them), or use --vergelijk A B")
    if alleen and json_doel:
        raise click.UsageError("--json writes the whole list; leave --alleen out")
    check_werkboek(xlsx_doel)
    lijst = make_exportlijst(_plugin(vendor), nummer, soorten)
    rijen = [rij for rij in toonrijen(lijst) if alleen is None or _ALLEEN[alleen](rij)]
    if csv_doel:
        write_csv_bestand(csv_doel, csv_tekst(rijen))
    if xlsx_doel:
        write_doel(xlsx_doel, xlsx_bytes(rijen, lijst.maker, lijst.versie), "--xlsx")
    if json_doel == "-":
        write_json(lijst.als_dict())
    elif json_doel:
        regels = json.dumps(lijst.als_dict(), ensure_ascii=False, indent=1)
        write_doel(json_doel, f"{regels}\n".encode(), "--json")
    if not (csv_doel or xlsx_doel or json_doel):
        show_exportlijst(console(), lijst, rijen)

"""``oso vendors``: which plugins are installed, and why others do not load."""

from __future__ import annotations

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from oso_adapters.capabilities import Exporteur, Importeur
from oso_adapters.cli.uitvoer import console, veilig
from oso_adapters.errors import PluginLoadError
from oso_adapters.registry import Plugin, load_plugins

__all__ = ["vendors_opdracht"]


def _delen(plugin: Plugin) -> list[Exporteur | Importeur]:
    """Return everything that delivers or takes in dossiers."""
    swv = plugin.swv
    delen = (
        plugin.exporteur,
        plugin.importeur,
        swv.uit if swv else None,
        swv.naar_binnen if swv else None,
    )
    return [deel for deel in delen if deel is not None]


def _versies(plugin: Plugin) -> str:
    return ", ".join(sorted({v for deel in _delen(plugin) for v in deel.versies})) or "-"


def _profielen(plugin: Plugin) -> str:
    return ", ".join(sorted({p for deel in _delen(plugin) for p in deel.profielen})) or "-"


def _toon_plugins(scherm: Console, plugins: list[Plugin]) -> None:
    tabel = Table(
        "plugin",
        "system",
        "maker",
        "can",
        "profiles",
        "versions",
        "distribution",
        box=None,
        pad_edge=False,
    )
    for plugin in plugins:
        wie = plugin.leverancier
        kan = ", ".join(plugin.mogelijkheden) or "-"
        cellen = (plugin.naam, wie.naam, wie.maker, kan, _profielen(plugin), _versies(plugin))
        tabel.add_row(*(Text(veilig(cel)) for cel in (*cellen, plugin.distributie)))
    scherm.print(tabel)
    for plugin in plugins:
        if plugin.leverancier.toelichting:
            toelichting = f"{plugin.naam}: {plugin.leverancier.toelichting}"
            scherm.print(Text(veilig(toelichting), style="dim"))


def _toon_mislukt(scherm: Console, fout: PluginLoadError) -> None:
    kop = Text()
    kop.append("does not load  ", style="bold red")
    kop.append(veilig(fout.plugin), style="bold")
    scherm.print(kop)
    for reden in fout.redenen:
        scherm.print(Text(f"  - {veilig(reden)}"))


@click.command("vendors")
@click.pass_context
def vendors_opdracht(ctx: click.Context) -> None:
    """List the installed plugins with what they can do, and those that do not load with the cause.

    Exit code: 0 every plugin loads, 1 some do not.
    """
    register = load_plugins()
    scherm = console()
    if register.plugins:
        _toon_plugins(scherm, list(register.plugins.values()))
    elif not register.mislukt:
        scherm.print("No plugins are installed; install one, such as oso-parnassys.")
    for fout in register.mislukt:
        scherm.print()
        _toon_mislukt(scherm, fout)
    ctx.exit(1 if register.mislukt else 0)

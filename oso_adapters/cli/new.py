"""``oso new``: a complete plugin for a system that has none yet."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import entry_points
from pathlib import Path

import click
from rich.text import Text

from oso_adapters.cli.uitvoer import console, veilig
from oso_adapters.hookspecs import GROEP
from oso_adapters.nieuw import VERMOGENS, Resultaat, make_plugin, require_name
from oso_adapters.nieuw.plaats import Plaats, find_place

__all__ = ["new_opdracht"]

_BREED = 40


def _kies(_ctx: click.Context, _param: click.Parameter, waarde: str) -> tuple[str, ...]:
    gekozen = tuple(dict.fromkeys(deel.strip() for deel in waarde.split(",")))
    for deel in gekozen:
        if deel not in VERMOGENS:
            raise click.BadParameter(f"{deel!r} is none of {', '.join(VERMOGENS)}")
    return gekozen


def _voeg_toe(naam: str, plaats: Plaats) -> bool:
    """Make the plugin a member that ``uv run`` installs; say whether that is done."""
    uv = shutil.which("uv")
    if plaats.werkplaats is None or uv is None:
        return False
    opdracht = [uv, "add", "--dev", "--frozen", "--quiet", f"oso-{naam.replace('_', '-')}"]
    klaar = subprocess.run(  # noqa: S603 - uv, with a name that was checked
        opdracht, cwd=plaats.werkplaats, capture_output=True, check=False
    )
    return klaar.returncode == 0


def _installeer() -> str:
    """Return the command that installs into the environment that this program runs in."""
    if shutil.which("uv") is None:
        return f"{shlex.quote(sys.executable)} -m pip install --no-deps -e"
    actief = os.environ.get("VIRTUAL_ENV") == sys.prefix
    waar = "" if actief else f" --python {shlex.quote(sys.executable)}"
    return f"uv pip install{waar} --no-deps -e"


def _stappen(naam: str, plaats: Plaats, *, toegevoegd: bool) -> Iterator[tuple[str, str]]:
    """Yield the commands that come next, each with what it does."""
    distributie = f"oso-{naam.replace('_', '-')}"
    voor = "uv run " if plaats.werkplaats is not None else ""
    if plaats.werkplaats is not None:
        if not toegevoegd:
            yield f"uv add --dev {distributie}", "makes it a member that uv run installs"
    else:
        yield f"{_installeer()} {shlex.quote(str(plaats.map))}", "into the environment of oso"
    yield f"{voor}oso vendors", "it loads"
    yield f"{voor}oso certify {naam}", "one requirement is not met; it says how to go on"
    if plaats.werkplaats is not None:
        yield "see CONTRIBUTING.md, Add a vendor", "what else a plugin of this repository needs"


def _toon(naam: str, resultaat: Resultaat, *, toegevoegd: bool) -> None:
    scherm = console()
    plaats = resultaat.plaats
    scherm.print(Text(veilig(f"{plaats.map} is made, with {len(resultaat.bestanden)} files.")))
    if plaats.werkplaats is not None:
        scherm.print(
            Text(
                "pyproject.toml has it in the group dev."
                if toegevoegd
                else "It is not yet a member of the workspace."
            )
        )
    scherm.print()
    scherm.print(Text("next", style="bold"))
    for opdracht, uitleg in _stappen(naam, plaats, toegevoegd=toegevoegd):
        scherm.print(Text(veilig(f"  {opdracht:<{_BREED}}  {uitleg}".rstrip())))
    scherm.print()
    scherm.print(Text(veilig(f"{plaats.map / 'README.md'} has the steps from red to green.")))


@click.command("new")
@click.argument("vendor")
@click.option(
    "--vermogen",
    "vermogens",
    default="export",
    show_default=True,
    callback=_kies,
    metavar="LIST",
    help=f"What the system can do, with commas: {', '.join(VERMOGENS)}.",
)
@click.option(
    "--map",
    "map_",
    type=click.Path(path_type=Path),
    help="Folder of the plugin; it must not be there yet.",
)
def new_opdracht(vendor: str, vermogens: tuple[str, ...], map_: Path | None) -> None:
    """Make a complete plugin for the system VENDOR.

    In a clone of oso-adapters it comes in plugins/VENDOR and becomes a member of the workspace;
    elsewhere in oso-VENDOR. It loads, passes its own tests and certifies but for one requirement,
    which tells what to do next. Nothing is ever overwritten.

    Exit code: 0 made, 2 not.
    """
    naam = require_name(vendor, entry_points(group=GROEP).names)
    plaats = find_place(naam, Path.cwd(), map_)
    resultaat = make_plugin(naam, plaats, vermogens)
    _toon(naam, resultaat, toegevoegd=_voeg_toe(naam, plaats))

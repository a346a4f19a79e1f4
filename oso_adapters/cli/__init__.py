"""The command line ``oso``: one module for each command."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from importlib import import_module
from importlib.metadata import entry_points
from typing import Any

import click

from oso_adapters.errors import ConfigurationError, OsoError, waar_gestopt

__all__ = ["main", "oso"]

_OPDRACHTEN = {
    "check": "check:check_opdracht",
    "doctor": "doctor:doctor_opdracht",
    "errata": "errata:errata_opdracht",
    "explain": "explain:explain_opdracht",
    "export": "export:export_opdracht",
    "exportlijst": "exportlijst:exportlijst_opdracht",
    "generate": "generate:generate_opdracht",
    "import": "inlezen:import_opdracht",
    "new": "new:new_opdracht",
    "parity": "parity:parity_opdracht",
    "schema": "schema:schema_opdracht",
    "toon": "toon:toon_opdracht",
    "vendors": "vendors:vendors_opdracht",
    "versions": "versions:versions_opdracht",
    "vinkenlijst": "vinkenlijst:vinkenlijst_opdracht",
}
_GROEP = "oso_adapters.opdrachten"
_NIET_VAST_TE_STELLEN = 2


class _Opdrachten(click.Group):
    """Loads a command when it is used, also those of other distributions."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click asks for it
        """Return the names of all commands."""
        return sorted({*_OPDRACHTEN, *entry_points(group=_GROEP).names})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return a command; one of another distribution that does not load says why."""
        if cmd_name in _OPDRACHTEN:
            module, _, naam = _OPDRACHTEN[cmd_name].partition(":")
            opdracht: click.Command = getattr(import_module(f"{__name__}.{module}"), naam)
            return opdracht
        for punt in entry_points(group=_GROEP, name=cmd_name):
            try:
                with contextlib.redirect_stdout(sys.stderr):
                    geladen = punt.load()
            except (Exception, SystemExit) as fout:  # noqa: BLE001 - it must not hide the others
                return _kapot(cmd_name, f"{punt.value} does not load: {type(fout).__name__}")
            if not isinstance(geladen, click.Command):
                return _kapot(cmd_name, f"{punt.value} is no command")
            return geladen
        return None


def _kapot(naam: str, oorzaak: str) -> click.Command:
    reden = f"{oorzaak}; reinstall the package that has it"

    @click.command(naam, help=reden, context_settings={"ignore_unknown_options": True})
    @click.argument("rest", nargs=-1)
    def opdracht(rest: Any) -> None:  # noqa: ARG001 - swallows what was typed
        raise ConfigurationError(reden)

    return opdracht


@click.group(cls=_Opdrachten, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="oso-adapters")
def oso() -> None:
    """Check, make and certify dossiers of the OSO Gegevensset."""


def main() -> None:
    """Run the command line; whatever happens ends in one line and an exit code."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    try:
        oso(prog_name="oso")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except OsoError as fout:
        click.echo(f"Error: {fout}", err=True)
        sys.exit(_NIET_VAST_TE_STELLEN)
    except Exception as fout:  # noqa: BLE001 - never a traceback: it could hold values of a dossier
        plek = os.path.basename(waar_gestopt(fout))
        click.echo(
            f"Error: oso stopped on {type(fout).__name__} at {plek}; this is a fault of"
            " oso-adapters: please report it with the command that you gave.",
            err=True,
        )
        sys.exit(_NIET_VAST_TE_STELLEN)

"""``oso doctor``: is everything in place?"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import attrs
import click
from rich.console import Console
from rich.text import Text

from oso_adapters.cli.uitvoer import console, veilig, write_json
from oso_adapters.doctor import Controle, Stand, examine
from oso_adapters.errors import ConfigurationError, PluginLoadError

__all__ = ["doctor_opdracht"]

_STIJL = {Stand.GOED: "green", Stand.LET_OP: "bold yellow", Stand.FOUT: "bold red"}
_STANDBREEDTE = 8
_NAAMBREEDTE = 22


def _toon(scherm: Console, controle: Controle) -> None:
    regel = Text(f"{controle.stand:<{_STANDBREEDTE}}", style=_STIJL[controle.stand])
    regel.append(f"{veilig(controle.onderdeel):<{_NAAMBREEDTE}}  ", style="bold")
    regel.append(veilig(controle.tekst), style="")
    if controle.herstel:
        regel.append(f"  doen: {veilig(controle.herstel)}", style="cyan")
    scherm.print(regel, soft_wrap=True)


@click.command("doctor")
@click.argument("vendor", required=False)
@click.option(
    "--bron",
    type=click.Path(path_type=Path),
    help="A source of VENDOR: its first records are read.",
)
@click.option(
    "--uit",
    "map_",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("uit"),
    show_default=True,
    help="Folder that dossiers will be written to.",
)
@click.option("--json", "als_json", is_flag=True, help="One JSON object per check, one per line.")
@click.pass_context
def doctor_opdracht(
    ctx: click.Context, vendor: str | None, bron: Path | None, map_: Path, *, als_json: bool
) -> None:
    """Prove that everything is in place, for all plugins or for VENDOR: one line for each check.

    Exit code: 0 nothing is fout (let op may be shown), 1 something is, 2 VENDOR is not known.
    """
    if bron is not None and vendor is None:
        raise click.UsageError("--bron needs the VENDOR whose source it is")
    scherm = console()
    tel: Counter[Stand] = Counter()
    try:
        for controle in examine(vendor, map_, bron):
            tel[controle.stand] += 1
            write_json(attrs.asdict(controle)) if als_json else _toon(scherm, controle)
    except PluginLoadError as fout:
        raise ConfigurationError(str(fout)) from fout
    if not als_json:
        scherm.print()
        scherm.print(Text(", ".join(f"{tel[stand]} {stand}" for stand in Stand)))
    ctx.exit(1 if tel[Stand.FOUT] else 0)

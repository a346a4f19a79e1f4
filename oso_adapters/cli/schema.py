"""``oso schema``: the schema of a version and its rules as Schematron, for any language."""

from __future__ import annotations

from pathlib import Path

import click
from rich.text import Text

from oso_adapters.binding import schema_tekst
from oso_adapters.cli.uitvoer import console, veilig
from oso_adapters.errors import ConfigurationError
from oso_adapters.rules import Blad, Regelset
from oso_adapters.tabellen.leesmij import leesmij
from oso_adapters.tabellen.schematron import Schematron, schematron
from oso_adapters.versies import VERSIES, versie

__all__ = ["schema_opdracht"]

_AUTO = "auto"


@click.command("schema")
@click.argument("nummer", metavar="VERSIE", type=click.Choice([str(v) for v in VERSIES]))
@click.option("--streng", is_flag=True, help="With the code lists as enumerations.")
@click.option(
    "--uit",
    "map_",
    type=click.Path(path_type=Path),
    help="Folder for the schema, the rules as Schematron, and how to run them.",
)
@click.option(
    "--regelset",
    type=click.Choice([str(r) for r in Regelset]),
    help=f"With --uit: which rules; {Regelset.AFSPRAAK} when not given.",
)
@click.option(
    "--blad",
    type=click.Choice([_AUTO, *(str(b) for b in Blad)]),
    help="With --uit: rules of which sheet; auto, when not given, as each dossier asks.",
)
def schema_opdracht(
    nummer: str, regelset: str | None, blad: str | None, map_: Path | None, *, streng: bool
) -> None:
    """Print the XML schema of a version; it gives the same verdict as the published one.

    With --uit it is written, with the code lists and rules as ISO Schematron beside it, so that
    programs in Java, .NET and other languages can check what oso check checks. Nothing is
    overwritten.

    Exit code: 0, or 2 when the folder can't be written to.
    """
    schema = schema_tekst(versie(nummer), streng=streng)
    if map_ is not None:
        gekozen = None if blad in (None, _AUTO) else Blad(blad)
        regels = schematron(versie(nummer), Regelset(regelset or Regelset.AFSPRAAK), gekozen)
        _schrijf(map_, schema, regels, streng=streng)
    elif regelset or blad:
        raise ConfigurationError("--regelset and --blad need --uit: say where to write the rules")
    else:
        click.echo(schema, nl=False)


def _schrijf(map_: Path, schema: str, regels: Schematron, *, streng: bool) -> None:
    xsd = f"oso-{regels.versie}{'-streng' if streng else ''}.xsd"
    keuze = f"{regels.versie}-{regels.regelset}{f'-{regels.blad}' if regels.blad else ''}"
    sch, lees = f"oso-{keuze}.sch", f"LEESMIJ-{keuze}.md"
    bestanden = {
        xsd: schema.encode(),
        sch: regels.tekst,
        lees: leesmij(regels, xsd, sch).encode(),
    }
    try:
        map_.mkdir(parents=True, exist_ok=True)
        _weiger_te_overschrijven(map_, bestanden)
        for bestand, data in bestanden.items():
            (map_ / bestand).write_bytes(data)
    except OSError as fout:
        raise ConfigurationError(
            f"folder {veilig(str(map_))} can't be written to: {fout.strerror}; choose another"
            " with --uit"
        ) from fout
    scherm = console()
    for bestand in bestanden:
        scherm.print(Text(veilig(str(map_ / bestand))))
    alle = len(regels.erin) + len(regels.eruit)
    scherm.print(Text(f"{len(regels.erin)} van de {alle} regels; lees eerst {lees}"))


def _weiger_te_overschrijven(map_: Path, bestanden: dict[str, bytes]) -> None:
    """Refuse a folder that holds something else under these names; the same again is fine."""
    anders = [
        naam
        for naam, data in bestanden.items()
        if (map_ / naam).exists() and (map_ / naam).read_bytes() != data
    ]
    if anders:
        raise ConfigurationError(
            f"{veilig(str(map_ / anders[0]))} is there already with something else in it, and"
            " nothing is overwritten; remove it, or choose another folder with --uit"
        )

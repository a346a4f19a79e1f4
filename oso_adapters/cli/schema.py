"""``oso schema``: the schema of a version, derived from the model."""

from __future__ import annotations

import click

from oso_adapters.binding import schema_tekst
from oso_adapters.versies import VERSIES, versie

__all__ = ["schema_opdracht"]


@click.command("schema")
@click.argument("nummer", metavar="VERSIE", type=click.Choice([str(v) for v in VERSIES]))
@click.option("--streng", is_flag=True, help="With the code lists as enumerations.")
def schema_opdracht(nummer: str, *, streng: bool) -> None:
    """Print the XML schema of a version; it gives the same verdict as the published one."""
    click.echo(schema_tekst(versie(nummer), streng=streng), nl=False)

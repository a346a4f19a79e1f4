"""``oso explain``: what a rule asks, why, and what to do."""

from __future__ import annotations

from difflib import get_close_matches

import click
from rich.console import Console
from rich.text import Text

from oso_adapters.binding import structuur
from oso_adapters.cli.uitvoer import console
from oso_adapters.errors import ConfigurationError
from oso_adapters.mapping import bronnen
from oso_adapters.rules import Regel, Regelset, regels
from oso_adapters.versies import VERSIES, bekende_versies

__all__ = ["explain_opdracht"]


_SLEUTELS = {**structuur.SLEUTELS, **bronnen.SLEUTELS}


def _nieuwste() -> dict[str, Regel]:
    """Return every rule of any version by its key, as the newest version that has it says it."""
    return {r.id: r for versie in VERSIES for r in regels(versie, Regelset.AFSPRAAK)}


def _versies(regel: Regel) -> str:
    """Return the versions that have a rule; nothing when all have it."""
    heeft = [v for v in VERSIES if any(r.id == regel.id for r in regels(v, Regelset.AFSPRAAK))]
    return "" if len(heeft) == len(VERSIES) else bekende_versies(heeft)


def _vind(sleutel: str) -> list[Regel]:
    """Return the rules with this key or published number."""
    alle = list(_nieuwste().values())
    zoek = sleutel.lower()
    gevonden = [r for r in alle if zoek in {r.id.lower(), *(n.lower() for n in r.nummers)}]
    if gevonden:
        return gevonden
    bekend = {*(r.id for r in alle), *(n for r in alle for n in r.nummers), *_SLEUTELS}
    namen = {naam.lower(): naam for naam in sorted(bekend)}
    lijkt = [namen[naam] for naam in get_close_matches(zoek, namen, n=3)]
    bedoelde = f"; bedoelde u {', '.join(lijkt)}?" if lijkt else ""
    raise ConfigurationError(f"geen regel met deze naam{bedoelde}")


def _toon(scherm: Console, regel: Regel) -> None:
    scherm.print(Text(regel.id, style="bold"))
    rijen = [
        ("melding", regel.melding),
        ("bij", regel.bij if regel.bij != "/" else "het hele dossier"),
        ("over", "" if regel.over == "." else regel.over.removeprefix("//")),
        ("verwacht", regel.verwacht or ""),
        ("doen", regel.herstel),
        ("wie", str(regel.wie)),
        ("ernst", str(regel.ernst)),
        ("blad", str(regel.voor.blad or "OV en PaO")),
        ("nummers", ", ".join(regel.nummers)),
        ("versies", _versies(regel)),
        ("nooit", regel.nooit),
    ]
    for naam, tekst in rijen:
        if tekst:
            rij = Text("  ")
            rij.append(f"{naam:<9}", style="cyan")
            rij.append(tekst)
            scherm.print(rij)
    scherm.print()


@click.command("explain")
@click.argument("sleutel", metavar="ID")
def explain_opdracht(sleutel: str) -> None:
    """Explain a rule by its key or published number, such as OVa.IZ03.

    Exit code: 0, or 2 when there is no such rule.
    """
    scherm = console()
    for naam, uitleg in _SLEUTELS.items():
        if naam.lower() == sleutel.lower():
            scherm.print(Text(naam, style="bold"))
            scherm.print(Text(f"  {uitleg}"))
            if naam in structuur.HERSTEL:
                scherm.print(Text(f"  doen: {structuur.HERSTEL[naam]}"))
            return
    for regel in _vind(sleutel):
        _toon(scherm, regel)

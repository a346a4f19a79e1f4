"""``oso toon``: a dossier as a person reads it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from oso_adapters.cli.invoer import Bestand, NietTeLezen, read_bestand
from oso_adapters.cli.uitvoer import console, passend, veilig, write_bestand
from oso_adapters.errors import ConfigurationError, LeesFout
from oso_adapters.toon import Regel, Weergave, maak_pagina, maak_regels, maak_weergave

__all__ = ["toon_opdracht"]

_STANDAARDUITVOER = "-"
_EINDEN = (".html", ".htm")
_NIET_TE_TONEN = 2
_LABELBREEDTE = 30
_SMALST = 20


def _toon_regel(scherm: Console, regel: Regel) -> None:
    inspringing = 2 * (regel.diepte + (not regel.kop))
    tekst = veilig(" ".join(regel.tekst.split()))
    if regel.kop:
        scherm.print()
        scherm.print(Text(f"{'':{inspringing}}{tekst}", style="bold"))
        return
    label = f"{veilig(regel.label):<{_LABELBREEDTE}} " if regel.label else ""
    breed = inspringing + len(label)
    if scherm.width - breed < _SMALST or not tekst:
        breed = inspringing + 2
    heel = f"{'':{inspringing}}{label}{passend(scherm, tekst, breed).lstrip()}"
    uit = Text(heel.rstrip())
    uit.stylize("cyan", 0, inspringing + len(label))
    scherm.print(uit, soft_wrap=True)


def _toon(weergave: Weergave) -> None:
    scherm = console()
    for regel in maak_regels(weergave):
        _toon_regel(scherm, regel)


def _keur_doel(doel: str, bron: str) -> None:
    """Refuse to write where no page belongs, such as over the dossier itself."""
    pad = Path(doel)
    if pad.suffix.lower() not in _EINDEN:
        raise ConfigurationError(
            f"{veilig(doel)} is no name for a page; let it end in .html, with --uit"
        )
    if pad.exists() and (not pad.is_file() or (os.path.exists(bron) and pad.samefile(bron))):
        raise ConfigurationError(f"{veilig(doel)} can't be replaced; choose another with --uit")


def _schrijf(weergave: Weergave, doel: str) -> None:
    data = maak_pagina(weergave).encode("utf-8", "replace")
    if doel == _STANDAARDUITVOER:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    pad = Path(doel)
    was_er = pad.exists()
    write_bestand(pad.parent, pad.name, data)
    scherm = console()
    scherm.print(Text(f"{veilig(doel)} is {'vervangen' if was_er else 'geschreven'}."))
    scherm.print(
        Text(
            "Er staan gegevens van een leerling in. Alleen u kunt dit bestand lezen; bewaar en"
            " verstuur het veilig."
        )
    )


def _lees(bestand: str) -> Weergave:
    try:
        return maak_weergave(read_bestand(Bestand(bestand)))
    except NietTeLezen as fout:
        reden, herstel = str(fout), "Controleer de naam van het bestand en of u het mag lezen."
    except LeesFout as fout:
        plek = f" (regel {fout.line})" if fout.line is not None else ""
        reden, herstel = f"{fout}{plek}", fout.herstel
    click.echo(f"{veilig(bestand)} is niet te tonen. {reden} {herstel}", err=True)
    sys.exit(_NIET_TE_TONEN)


@click.command("toon")
@click.argument("bestand", metavar="DOSSIER")
@click.option(
    "--uit",
    "doel",
    metavar="FILE.html|-",
    help="Write it as a page that can be printed and signed; - is standard output.",
)
def toon_opdracht(bestand: str, doel: str | None) -> None:
    """Show a dossier as a person reads it, in Dutch.

    DOSSIER is a file, or - for standard input; an invalid one is shown as far as it can be read,
    and what can't be shown is named. Without --uit it is shown here.

    Exit code: 0 shown, 2 it can't be read or written.
    """
    if doel is not None and doel != _STANDAARDUITVOER:
        _keur_doel(doel, bestand)
    weergave = _lees(bestand)
    if doel is None:
        _toon(weergave)
    else:
        _schrijf(weergave, doel)

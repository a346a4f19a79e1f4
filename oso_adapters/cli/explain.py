"""``oso explain``: what an id means, why it is asked, how it arises, and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from oso_adapters.cli.uitvoer import (
    console,
    passend,
    show_melding,
    veilig,
    with_progress,
    write_bestand,
)
from oso_adapters.errors import ConfigurationError
from oso_adapters.melding import Melding
from oso_adapters.uitleg import Pagina, lijkt_op, met_woorden, van_elders, vind
from oso_adapters.uitleg.documenten import documenten
from oso_adapters.uitleg.kaartsysteem import KAARTSYSTEEM

__all__ = ["explain_opdracht"]

_KANTLIJN = 2
_NAAM = 14
_MEEST = 20


def _rijen(pagina: Pagina) -> Iterator[tuple[str, str]]:
    yield "waarom", pagina.waarom
    yield "bron", pagina.bron
    yield "ontstaat", pagina.ontstaat
    for nr, stap in enumerate(pagina.doen):
        yield "" if nr else "doen", stap
    yield "wie", pagina.wie
    yield from pagina.kenmerken
    if pagina.zie:
        yield "zie ook", ", ".join(pagina.zie)


def _toon(scherm: Console, pagina: Pagina) -> None:
    scherm.print(Text(pagina.id, style="bold"))
    scherm.print(Text(passend(scherm, pagina.wat, _KANTLIJN)))
    scherm.print()
    for naam, inhoud in _rijen(pagina):
        tekst = passend(scherm, inhoud, _KANTLIJN + _NAAM).lstrip()
        rij = Text(f"{'':{_KANTLIJN}}{naam:<{_NAAM - 1}} {tekst}")
        rij.stylize("cyan", 0, _KANTLIJN + len(naam))
        scherm.print(rij, soft_wrap=True)
    _toon_voorbeeld(scherm, pagina)
    scherm.print()


def _toon_voorbeeld(scherm: Console, pagina: Pagina) -> None:
    voorbeeld = pagina.fragment
    if voorbeeld is None:
        return
    fout, goed = voorbeeld.fout.splitlines(), voorbeeld.goed.splitlines()
    stukken = SequenceMatcher(None, fout, goed, autojunk=False).get_opcodes()
    anders = [stuk for stuk in stukken if stuk[0] != "equal"]
    in_fout = {nr for _, van, tot, _, _ in anders for nr in range(van, tot)}
    in_goed = {nr for _, _, _, van, tot in anders for nr in range(van, tot)}
    for naam, regels, let_op, stijl, afloop, gevonden in (
        (voorbeeld.koppen[0], fout, in_fout, "red", voorbeeld.na_fout, voorbeeld.gevonden),
        (voorbeeld.koppen[1], goed, in_goed, "green", voorbeeld.na_goed, ()),
    ):
        if naam == voorbeeld.koppen[0] or not voorbeeld.gevonden:
            scherm.print()
        scherm.print(Text(f"{'':{_KANTLIJN}}{naam}", style="cyan"))
        for nr, regel in enumerate(regels):
            tekst = Text(f"{'':{2 * _KANTLIJN}}{regel}", style=stijl if nr in let_op else "")
            scherm.print(tekst, soft_wrap=True)
        _toon_afloop(scherm, afloop, gevonden)


def _toon_afloop(scherm: Console, afloop: str, gevonden: tuple[Melding, ...]) -> None:
    """Show what an example gives when it is run."""
    if afloop:
        scherm.print()
        scherm.print(Text(f"{'':{_KANTLIJN}}geeft: {afloop}"))
    for melding in gevonden:
        show_melding(scherm, melding, systeem=KAARTSYSTEEM.naam)


def _zoek(scherm: Console, woorden: str) -> None:
    gevonden = met_woorden(woorden)
    if not gevonden:
        raise ConfigurationError("er is geen uitleg over deze woorden; probeer andere")
    breedte = max(len(pagina.id) for pagina in gevonden[:_MEEST]) + _KANTLIJN
    for pagina in gevonden[:_MEEST]:
        tekst = passend(scherm, pagina.wat, breedte).lstrip()
        rij = Text(f"{pagina.id:<{breedte}}{tekst}")
        rij.stylize("bold", 0, len(pagina.id))
        scherm.print(rij, soft_wrap=True)
    if len(gevonden) > _MEEST:
        scherm.print(Text(f"... en nog {len(gevonden) - _MEEST}"))


def _schrijf(scherm: Console, map_: Path) -> None:
    geschreven = 0
    for naam, tekst in with_progress(documenten(), "uitleg"):
        write_bestand(map_, naam, tekst.encode())
        geschreven += 1
    scherm.print(Text(f"{geschreven} bestanden geschreven in {veilig(str(map_))}"))


def _vind(naam: str) -> tuple[Pagina, ...]:
    gevonden = vind(naam)
    if gevonden:
        return gevonden
    lijkt = lijkt_op(naam)
    bedoelde = f"; bedoelde u {', '.join(lijkt)}?" if lijkt else "; zoek op woorden met --zoek"
    raise ConfigurationError(f"er is geen uitleg met deze naam{bedoelde}")


@click.command("explain")
@click.argument("woorden", metavar="ID", nargs=-1)
@click.option("--zoek", metavar="WOORDEN", help="Find pages by words, or by a whole error text.")
@click.option(
    "--uit",
    "map_",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write all pages to a folder, with one to search in.",
)
def explain_opdracht(woorden: tuple[str, ...], zoek: str | None, map_: Path | None) -> None:
    """Explain what a command prints: a rule or its published number, a code list, an eis, an error.

    For example OVa.IZ03, CL02, OS.cat_vve, ST.waarde, E.MAP.01, LeesFout, POVO, erratum 1, or a
    word that a command shows: "niet vast te stellen", aanvullen, gezakt.

    Exit code: 0, or 2 when there is no such page.
    """
    naam = " ".join(woorden)
    if sum((bool(woorden), zoek is not None, map_ is not None)) != 1:
        raise click.UsageError("give an ID, or --zoek WOORDEN, or --uit MAP")
    for reden in van_elders().mislukt:
        click.echo(f"Let op: {reden}", err=True)
    scherm = console()
    if map_ is not None:
        _schrijf(scherm, map_)
    elif zoek is not None:
        _zoek(scherm, zoek)
    else:
        for pagina in _vind(naam):
            _toon(scherm, pagina)

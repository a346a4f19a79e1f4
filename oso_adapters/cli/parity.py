"""``oso parity``: do we find what the published schema and sheets find?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from oso_adapters.cli.invoer import (
    Bestand,
    NietTeLezen,
    find_bestanden,
    is_standaardinvoer,
    read_bestand,
)
from oso_adapters.cli.parallel import aantal_kernen
from oso_adapters.cli.uitvoer import console, veilig, with_progress, write_bestand
from oso_adapters.errors import LeesFout
from oso_adapters.rules import Blad
from oso_adapters.tabellen.bundel import find_stukken
from oso_adapters.tabellen.mutanten import regelmutanten
from oso_adapters.tabellen.parity import (
    STRUCTUUR,
    Invoer,
    Rapport,
    Verschil,
    compare,
    observe,
)
from oso_adapters.tabellen.varianten import varianten

__all__ = ["parity_opdracht"]

_VERSCHILLEN, _NIET_VAST_TE_STELLEN = 1, 2
_BLADEN: dict[str, tuple[Blad | None, ...]] = {
    "auto": (None,),
    **{str(blad): (blad,) for blad in Blad},
    "beide": tuple(Blad),
}


class _Dossiers:
    """The dossiers that were named, each with its mutants.

    Attributes:
        onleesbaar: files that could not be read, with the reason.
    """

    def __init__(self, namen: tuple[str, ...], mutaties: int, zaad: int) -> None:
        self.bestanden = list(dict.fromkeys(find_bestanden(namen)))
        self._ingelezen: dict[Bestand, bytes] = {}
        self.mutaties = mutaties
        self.zaad = zaad
        self.onleesbaar: list[tuple[str, str]] = []

    def alle(self) -> Iterator[Invoer]:
        """Yield each dossier, then its mutants."""
        for bestand in self.bestanden:
            try:
                yield from self.van(bestand)
            except NietTeLezen as fout:
                self.onleesbaar.append((bestand.naam, str(fout)))

    def van(self, bestand: Bestand) -> Iterator[Invoer]:
        """Yield a dossier and its mutants; the same again and again.

        Raises:
            NietTeLezen: the file can't be read.
        """
        data = self._ingelezen.get(bestand)
        if data is None:
            data = read_bestand(bestand)
        if is_standaardinvoer(bestand):
            self._ingelezen[bestand] = data
        yield Invoer(bestand.naam, "", data)
        try:
            gebroken = list(regelmutanten(data, self.mutaties // 2, self.zaad))
            rest = varianten(data, self.mutaties - len(gebroken), self.zaad)
            for mutant, anders in chain(gebroken, rest):
                yield Invoer(bestand.naam, mutant, anders)
        except LeesFout:
            # What is wrong with the dossier itself has been told; it has no mutants.
            return


def _wie(verschil: Verschil) -> str:
    blad = f"blad {verschil.blad} van {verschil.versie}"
    if verschil.blad_vindt and verschil.wij_vinden:
        return f"{blad}: {verschil.blad_vindt} keer, oso: {verschil.wij_vinden} keer"
    if verschil.wat == STRUCTUUR:
        blad = f"het schema van {verschil.versie}"
    return f"alleen {blad if verschil.blad_vindt else 'oso'} vindt dit"


def _toon(scherm: Console, rapport: Rapport, zaad: int) -> None:
    volgorde = sorted(rapport.verschillen, key=lambda v: (v.bestand, v.mutant))
    for (bestand, mutant), groep in groupby(volgorde, key=lambda v: (v.bestand, v.mutant)):
        kop = Text(veilig(bestand), style="bold")
        if mutant:
            kop.append(f"  mutant {mutant} (zaad {zaad})")
        scherm.print(kop)
        for verschil in groep:
            regel = Text(f"    {verschil.wat:<28}  {verschil.locatie}  {_wie(verschil)}")
            if verschil.tekst:
                regel.append(f': "{veilig(verschil.tekst)}"', style="dim")
            scherm.print(regel)
        scherm.print()


def _toon_bezwaren(scherm: Console, rapport: Rapport, onleesbaar: list[tuple[str, str]]) -> None:
    alle = [*((naam, "", reden) for naam, reden in onleesbaar), *rapport.bezwaren]
    for bestand, mutant, reden in alle:
        scherm.print(Text(f"{veilig(bestand)}  {mutant or 'dossier'}: {reden}"))
    if alle:
        scherm.print()


def _aantal(aantal: int, een: str, meer: str) -> str:
    return f"{aantal} {een if aantal == 1 else meer}"


def _toon_telling(scherm: Console, rapport: Rapport) -> None:
    for dekking in rapport.dekking:
        if dekking.samen:
            groepen = "; ".join(" + ".join(groep) for groep in dekking.samen)
            scherm.print(
                Text(
                    f"{dekking.versie} {dekking.blad}: steeds samen gevonden, dus niet te"
                    f" onderscheiden: {groepen}"
                )
            )
    gekoppeld = ", ".join(
        f"{d.versie} {d.blad}: {d.gekoppeld} teksten gekoppeld, van {d.mogelijk} regels"
        for d in rapport.dekking
    )
    scherm.print(
        Text(
            f"{_aantal(rapport.dossiers, 'dossier', 'dossiers')} en"
            f" {_aantal(rapport.mutanten, 'mutant', 'mutanten')}, waarvan"
            f" {rapport.passend} volgens het schema:"
            f" {_aantal(len(rapport.verschillen), 'verschil', 'verschillen')}"
            + (f" ({gekoppeld})" if gekoppeld else "")
        )
    )


def _bewaar(dossiers: _Dossiers, verschillen: Iterable[Verschil], map_: Path) -> int:
    """Write what differs to files; made again, because not all of it fits in memory."""
    anders = {(verschil.bestand, verschil.mutant) for verschil in verschillen}
    namen = {bestand for bestand, _ in anders}
    geschreven = 0
    for nummer, bestand in enumerate(dossiers.bestanden, start=1):
        for invoer in dossiers.van(bestand) if bestand.naam in namen else ():
            if (invoer.bestand, invoer.mutant) in anders:
                naam = (
                    f"{nummer:04}-{Path(bestand.naam).stem}-{invoer.mutant or '00000-dossier'}.xml"
                )
                write_bestand(map_, naam, invoer.data)
                geschreven += 1
    return geschreven


@click.command("parity")
@click.argument("bestanden", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--bundel",
    required=True,
    metavar="DIR",
    help="Folder with the published schema and sheets, of one version or more.",
)
@click.option(
    "--mutaties",
    type=click.IntRange(min=0),
    default=0,
    show_default=True,
    help="Also compare this many mutants of each dossier: half of them break one rule each, the"
    " others change anything.",
)
@click.option(
    "--zaad", type=int, default=1, show_default=True, help="The same seed, the same mutants."
)
@click.option(
    "--blad",
    type=click.Choice(list(_BLADEN)),
    default="auto",
    show_default=True,
    help="Sheet to run; auto takes PaO for a swv-dossier and OV for everything else.",
)
@click.option(
    "--uit",
    metavar="DIR",
    help="Write the dossiers and mutants that differ here; they hold what the dossiers hold.",
)
@click.pass_context
def parity_opdracht(
    ctx: click.Context,
    bestanden: tuple[str, ...],
    bundel: str,
    mutaties: int,
    zaad: int,
    blad: str,
    uit: str | None,
) -> None:
    """Run the published schema and sheets beside our rules, and tell every difference.

    FILE is a file, a folder (every .xml in it), or - for standard input. The published files are
    recognised by what stands in them, so DIR may be laid out as it likes.

    Exit code: 0 no differences, 1 differences, 2 something could not be compared.
    """
    stukken = find_stukken(Path(bundel))
    dossiers = _Dossiers(bestanden, mutaties, zaad)
    waarnemingen = observe(dossiers.alle(), stukken, _BLADEN[blad], processen=aantal_kernen())
    rapport = compare(with_progress(waarnemingen, "vergelijken"))
    scherm = console()
    _toon(scherm, rapport, zaad)
    _toon_bezwaren(scherm, rapport, dossiers.onleesbaar)
    _toon_telling(scherm, rapport)
    if uit is not None and rapport.verschillen:
        geschreven = _bewaar(dossiers, rapport.verschillen, Path(uit))
        scherm.print(
            Text(f"{_aantal(geschreven, 'bestand', 'bestanden')} geschreven in {veilig(uit)}")
        )
    if dossiers.onleesbaar or rapport.bezwaren:
        ctx.exit(_NIET_VAST_TE_STELLEN)
    ctx.exit(_VERSCHILLEN if rapport.verschillen else 0)

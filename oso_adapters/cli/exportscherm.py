"""The Exportlijst on a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from rich.console import Console
from rich.table import Table
from rich.text import Text

from oso_adapters.cli.lijsten import lay_out, per_onderdeel, show_noten, tekens, veldnaam
from oso_adapters.cli.uitvoer import veilig
from oso_adapters.gegevensset.profielen import profielen
from oso_adapters.mapping.exportlijst import Exportlijst, Maker
from oso_adapters.mapping.exporttekst import (
    NOOT,
    Telling,
    Toonrij,
    samen,
    tel,
    toonrijen,
    zeg_velden,
    zeg_weg,
)
from oso_adapters.mapping.wegen import Richting, Stand
from oso_adapters.tabellen.vinktekst import LEGENDA, teken

__all__ = ["show_exportlijst"]

_KOP = {Richting.UIT: "komt uit", Richting.IN: "gaat naar"}
_DOET = {Richting.UIT: "levert", Richting.IN: "leest in"}
_IN = "in"
_ZELFDE = "="


class _Groep:
    """One block of the list with its notes.

    Attributes:
        voor: what all own fields begin with, in each direction, with the dot behind it.
    """

    def __init__(self, pad: str, rijen: Sequence[Toonrij]) -> None:
        self.pad = pad
        self.rijen = rijen
        self.noten: dict[str, int] = {}
        self.voor = {richting: _gedeeld(rijen, richting) for richting in Richting}

    def noot(self, tekst: str) -> str:
        """Return the numbers of the notes that say this, one for each line."""
        nummers = (self.noten.setdefault(r, len(self.noten) + 1) for r in tekst.splitlines())
        return "".join(f" [{nr}]" for nr in nummers)

    def hoofd(self, rij: Toonrij, richting: Richting) -> Text:
        """Say where a field comes from (or goes to), with the reason as a note."""
        tekst = self._velden(rij, richting) + self.noot(rij.reden(richting))
        niets = all(weg.stand is not Stand.JA for weg in rij.rij.wegen(richting).values())
        return Text(tekst, "dim" if niets else "")

    def terug(self, rij: Toonrij) -> Text:
        """Say of a field that goes out whether it comes in; to another field is a note."""
        heen, terug = (set(self._kort(rij, richting)) for richting in Richting)
        if heen == terug and all(stand is not Stand.NEE for stand, _ in terug):
            return Text(_ZELFDE)
        if any(stand is Stand.JA for stand, _ in terug):
            ander = self._velden(rij, Richting.IN).replace("\n", "; ")
            return Text(self.noot(f"wordt ingelezen in: {ander}").strip())
        return Text("niet" + self.noot(rij.reden(Richting.IN)), "dim")

    def _velden(self, rij: Toonrij, richting: Richting) -> str:
        wegen, voor = rij.rij.wegen(richting), self.voor[richting]
        tekst = samen(wegen, lambda weg: zeg_weg(weg, blok=rij.is_blok, voor=voor))
        return "\n".join(veilig(regel) for regel in tekst.split("\n"))

    def _kort(self, rij: Toonrij, richting: Richting) -> Iterator[tuple[Stand, str]]:
        for weg in rij.rij.wegen(richting).values():
            yield weg.stand, zeg_velden(weg, self.voor[richting])

    def waar(self, maker: Maker, richtingen: Sequence[Richting]) -> str:
        """Say in which part of the vendor's record the fields stand."""
        delen = {_KOP[r]: self.voor[r].rstrip(".") for r in richtingen if self.voor[r]}
        if len(set(delen.values())) > 1:
            return "  ".join(f"{kop}: {deel}" for kop, deel in delen.items())
        return "".join(f"in {maker.systeem}: {deel}" for deel in set(delen.values()))


def _gedeeld(rijen: Sequence[Toonrij], richting: Richting) -> str:
    """Return what all own fields of a block begin with, with the dot behind it."""
    velden = [
        veld.split(".")[:-1]
        for rij in rijen
        if not rij.is_blok
        for weg in rij.rij.wegen(richting).values()
        for veld in weg.velden
    ]
    eender = takewhile(lambda stappen: len(set(stappen)) == 1, zip(*velden, strict=False))
    return "".join(f"{stappen[0]}." for stappen in eender)


def show_exportlijst(scherm: Console, lijst: Exportlijst, rijen: Sequence[Toonrij]) -> None:
    """Print rows of the list, and how many fields there are in all of it."""
    richtingen = [richting for richting in Richting if lijst.soorten(richting)]
    _toon_kop(scherm, lijst, richtingen)
    for pad, leden in per_onderdeel(rij for rij in rijen if not rij.volgt).items():
        _toon_groep(scherm, _Groep(pad, leden), lijst.maker, richtingen)
    _toon_telling(scherm, toonrijen(lijst))


def _legenda(maker: Maker, richtingen: Sequence[Richting]) -> Iterator[tuple[str, str]]:
    systeem = veilig(maker.systeem)
    yield from LEGENDA
    yield "*", "achter een veld: mag vaker voorkomen"
    yield NOOT, f"achter een letter: moet er zijn, maar {systeem} levert het niet"
    if Richting.UIT in richtingen:
        wat = "tussen haakjes de omzetting; wat verboden is (X of -) gaat toch nooit mee"
        yield _KOP[Richting.UIT], f"veld in {systeem}, {wat}"
    if len(richtingen) > 1:
        yield _IN, f"bij het inlezen: {_ZELFDE} naar het veld met dezelfde naam, of zie de noot"
    elif Richting.IN in richtingen:
        yield _KOP[Richting.IN], f"veld in {systeem} dat bij het inlezen wordt gevuld"
    yield str(Stand.KERN), "vult de software zelf in, voor elke leverancier hetzelfde"


def _toon_kop(scherm: Console, lijst: Exportlijst, richtingen: Sequence[Richting]) -> None:
    maker = veilig(str(lijst.maker))
    scherm.print(Text(f"Exportlijst  {maker} · versie {lijst.versie}", style="bold"))
    legenda = Table.grid(padding=(0, 2))
    for soort in lijst.rijen[0].woorden:
        doet = " en ".join(_DOET[r] for r in richtingen if soort in lijst.soorten(r))
        legenda.add_row(f"  {soort}", Text(f"{profielen()[soort].naam}: {doet}"))
    legenda.add_row()
    for letter, betekenis in _legenda(lijst.maker, richtingen):
        legenda.add_row(f"  {letter}", Text(betekenis))
    scherm.print(legenda)
    scherm.print()


def _toon_groep(
    scherm: Console, groep: _Groep, maker: Maker, richtingen: Sequence[Richting]
) -> None:
    eerste, *rest = richtingen
    soorten = list(groep.rijen[0].lijstrij.vinken)
    kop = [Text("veld"), *map(Text, soorten), *(Text(_IN) for _ in rest), Text(_KOP[eerste])]
    rijen = []
    for rij in groep.rijen:
        vinken = rij.lijstrij.vinken.items()
        marks = [tekens(f"{teken(vink)}{rij.noot(soort)}") for soort, vink in vinken]
        terug = [groep.terug(rij) for _ in rest]
        rijen.append([veldnaam(rij.lijstrij), *marks, *terug, groep.hoofd(rij, eerste)])
    scherm.print(Text(groep.pad, style="bold cyan"))
    if waar := groep.waar(maker, richtingen):
        scherm.print(Text(f"  {veilig(waar)}", style="dim"))
    for regel in lay_out([kop, *rijen], scherm.width):
        scherm.print(regel)
    show_noten(scherm, {veilig(noot): nr for noot, nr in groep.noten.items()})
    scherm.print()


def _toon_telling(scherm: Console, rijen: Sequence[Toonrij]) -> None:
    for telling in tel(rijen):
        delen = list(_zeg_telling(telling))
        stijl = "bold red" if telling.mist else ""
        scherm.print(Text(f"{telling.soort:<6} {'; '.join(delen)}", style=stijl))


def _zeg_telling(telling: Telling) -> Iterator[str]:
    uit, terug = telling.geleverd, telling.gelezen
    delen = [] if uit is None else [f"gaan er {uit} mee"]
    delen += [] if terug is None else [f"worden er {terug} ingelezen"]
    yield f"van de {telling.mag} toegestane velden {' en '.join(delen)}"
    if telling.mist:
        yield f"{telling.mist} verplichte onderdelen gaan niet mee"
    if telling.mist_soms:
        yield f"{telling.mist_soms} onderdelen die soms verplicht zijn, gaan nooit mee"

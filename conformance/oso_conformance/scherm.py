"""What ``oso certify`` shows on a terminal. Foreign text never reaches rich as markup."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.text import Text

from oso_conformance.bevindingen import (
    gegroepeerd,
    redenen_bij,
    wacht_op_gevallen,
    wat_mis_is,
)
from oso_conformance.certificaat import GESLAAGD, NIET_GESLAAGD
from oso_conformance.plan import plan
from oso_conformance.uitkomst import Uitkomst

__all__ = ["Teller", "console", "toon", "toon_samenvatting", "voortgang"]

_STIJL = {
    Uitkomst.HULPMIDDEL: "bold magenta",
    Uitkomst.GEZAKT: "bold red",
    Uitkomst.NIET_VAST_TE_STELLEN: "bold magenta",
    Uitkomst.GESLAAGD: "green",
}
_OORDEEL_STIJL = {GESLAAGD: "bold green", NIET_GESLAAGD: "bold red"}
_TOON = 8
"""Findings that are shown of one requirement."""


class Teller:
    """Shows how far a run is."""

    def __init__(self, balk: Progress, naam: str, totaal: int) -> None:
        self._balk = balk
        self._taak = balk.add_task(_veilig(naam), total=totaal)

    def __call__(self, klaar: int) -> None:
        """Say how much is done."""
        self._balk.update(self._taak, completed=klaar)


def _veilig(tekst: str) -> str:
    """Return a foreign text without anything that a terminal could obey."""
    return "".join(teken if teken.isprintable() else "\N{REPLACEMENT CHARACTER}" for teken in tekst)


def console() -> Console:
    """Return the console for results; plain and unwrapped when it is not a terminal."""
    scherm = Console(highlight=False, markup=False, emoji=False)
    if scherm.is_terminal:
        return scherm
    return Console(highlight=False, markup=False, emoji=False, width=10_000, no_color=True)


@contextmanager
def voortgang(naam: str, totaal: int | None = None) -> Iterator[Teller]:
    """Show a bar while something runs; nothing when there is no terminal.

    Args:
        totaal: how much there is to do; all of the suite when left out.
    """
    melder = Console(stderr=True, markup=False)
    kolommen = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    with Progress(
        *kolommen,
        TimeElapsedColumn(),
        console=melder,
        transient=True,
        disable=not melder.is_terminal,
    ) as balk:
        yield Teller(balk, naam, len(plan()) if totaal is None else totaal)


def _regel(scherm: Console, *delen: tuple[str, str]) -> None:
    regel = Text()
    for tekst, stijl in delen:
        regel.append(_veilig(tekst), style=stijl)
    scherm.print(regel)


def _telling(tel: Mapping[str, int]) -> list[tuple[str, str]]:
    delen: list[tuple[str, str]] = []
    for uitkomst, aantal in tel.items():
        if aantal:
            tussen = " · " if delen else ""
            delen += [(tussen, ""), (f"{aantal} {uitkomst}", _STIJL.get(Uitkomst(uitkomst), "dim"))]
    return delen


def _kop(scherm: Console, inhoud: Mapping[str, Any]) -> None:
    plugin = inhoud["plugin"]
    naam = plugin.get("leverancier", plugin)["naam"]
    _regel(scherm, (naam, "bold"), (f"  {plugin.get('distributie') or plugin['naam']}", "dim"))
    breedte = max(len(deel["naam"]) for deel in inhoud["onderwerpen"])
    for deel in inhoud["onderwerpen"]:
        _regel(scherm, (f"  {deel['naam']:<{breedte}}  ", ""), *_telling(deel["eisen"]))
    scherm.print()


def _toon_mogelijkheden(scherm: Console, inhoud: Mapping[str, Any]) -> None:
    """Print what the system can do, and why not what it can't."""
    for kan in inhoud["mogelijkheden"]:
        delen = (*kan["profielen"], *kan["versies"])
        wel = ", ".join(deel["naam"] for deel in delen if deel["ondersteund"])
        stijl = "green" if kan["ondersteund"] else "dim"
        _regel(
            scherm, (f"  {kan['naam']:<9}", "cyan"), (wel if kan["ondersteund"] else "niet", stijl)
        )
        for reden, namen in redenen_bij(kan):
            _regel(
                scherm, (f"    {', '.join(namen)}: " if namen else "    ", "dim"), (reden, "dim")
            )
    scherm.print()


def _veld(scherm: Console, naam: str, inhoud: str) -> None:
    if inhoud:
        _regel(scherm, (f"      {naam:<9}", "cyan"), (inhoud, ""))


def _toon_eis(scherm: Console, eis: Mapping[str, Any]) -> None:
    sterkte = "" if eis["sterkte"] == "verplicht" else f"  ({eis['sterkte']})"
    stijl = _STIJL[Uitkomst(eis["uitkomst"])]
    _regel(scherm, (f"  {eis['uitkomst']}", stijl), (f"  {eis['id']}", "bold"), (sterkte, "dim"))
    _regel(scherm, (f"    {eis['tekst']}", ""))
    groepen = gegroepeerd(eis)
    for groep in groepen[:_TOON]:
        _regel(scherm, ("    - ", "dim"), (groep.tekst, ""))
        _veld(scherm, "plaats", groep.plaats)
        _veld(scherm, "bron", ", ".join(groep.bronvelden))
        _veld(scherm, "gevallen", ", ".join(groep.gevallen))
    if groepen[_TOON:]:
        _regel(scherm, (f"    en nog {len(groepen) - _TOON}; het verslag noemt ze", "dim"))
    _regel(scherm, ("    doen     ", "cyan"), (eis["herstel"], ""))
    scherm.print()


def _oordeel(certificaat: Mapping[str, Any]) -> tuple[str, str]:
    oordeel = certificaat["inhoud"]["oordeel"]
    return oordeel, _OORDEEL_STIJL.get(oordeel, "bold magenta")


def toon(scherm: Console, certificaat: Mapping[str, Any], bestanden: list[Path]) -> None:
    """Print a certificate: counts, what is wrong and what to do, verdict, hash, files."""
    inhoud = certificaat["inhoud"]
    _kop(scherm, inhoud)
    _toon_mogelijkheden(scherm, inhoud)
    if inhoud["storing"]:
        _regel(scherm, (f"  {inhoud['storing']}", "bold magenta"))
        scherm.print()
    for eis in wat_mis_is(inhoud):
        _toon_eis(scherm, eis)
    wachten = wacht_op_gevallen(inhoud)
    if wachten:
        _regel(scherm, (f"  {len(wachten)} eisen wachten op de gevallen die er nog niet zijn.", ""))
        scherm.print()
    _regel(scherm, ("oordeel     ", "cyan"), _oordeel(certificaat))
    _regel(scherm, ("hash        ", "cyan"), (certificaat["hash"], ""))
    for nr, bestand in enumerate(bestanden):
        _regel(
            scherm, ("" if nr else "bestanden   ", "cyan"), (" " * 12 * bool(nr) + str(bestand), "")
        )
    scherm.print()


def toon_samenvatting(scherm: Console, certificaten: Mapping[str, Mapping[str, Any]]) -> None:
    """Print one line for each plugin."""
    breedte = max(len(naam) for naam in certificaten)
    for naam, certificaat in certificaten.items():
        _regel(scherm, (f"{naam:<{breedte}}  ", "bold"), _oordeel(certificaat))

"""What differs between two Exportlijsten, on a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from oso_adapters.cli.lijsten import korte_naam
from oso_adapters.cli.uitvoer import veilig
from oso_adapters.mapping.exportlijst import Exportlijst
from oso_adapters.mapping.exporttekst import zeg_weg
from oso_adapters.mapping.lijstverschil import (
    Lijstverschil,
    Soort,
    Tabelverschil,
    compare_lijsten,
    compare_tabellen,
    gedeeld,
)
from oso_adapters.mapping.wegen import Richting, Stand, Weg

__all__ = ["show_vergelijking"]

_KOP = {Richting.UIT: "Uitleveren", Richting.IN: "Inlezen"}
_BELANG = (Soort.ERBIJ, Soort.WEG, Soort.REDEN, Soort.OMZETTING, Soort.BRON)
"""The order for two vendors: their own fields differ nearly always, so those come last."""


def show_vergelijking(
    scherm: Console, oud: Exportlijst, nieuw: Exportlijst, overdrachten: Sequence[str]
) -> None:
    """Print only what differs, by direction and by what differs.

    Args:
        overdrachten: the kinds of transfer that count.
    """
    scherm.print(Text(f"Verschillen  {_noem(oud)}", style="bold"))
    scherm.print(Text(f"       met  {_noem(nieuw)}", style="bold"))
    for regel in _alleen_in(oud, nieuw):
        scherm.print(Text(regel))
    scherm.print()
    een_plugin = oud.maker.plugin == nieuw.maker.plugin
    namen = _namen(oud, nieuw)
    verschillen = compare_lijsten(oud, nieuw, overdrachten)
    for richting in Richting:
        alle = [soort for soort in gedeeld(oud, nieuw, richting) if soort in overdrachten]
        for soort in Soort if een_plugin else _BELANG:
            gekozen = [v for v in verschillen if (v.richting, v.soort) == (richting, soort)]
            if gekozen:
                wat = str(soort) if een_plugin else _alleen_bij(soort, namen)
                kop = f"{_KOP[richting]}: {wat}, {' → '.join(namen)}"
                _toon_groep(scherm, kop, gekozen, alle)
    tabellen = compare_tabellen(oud, nieuw) if een_plugin else ()
    if tabellen:
        _toon_tabellen(scherm, tabellen, namen)
    aantal = len(verschillen) + len(tabellen)
    scherm.print(Text(f"{aantal} verschillen" if aantal != 1 else "1 verschil", style="dim"))


def _noem(lijst: Exportlijst) -> str:
    return veilig(f"{lijst.maker} · versie {lijst.versie}")


def _namen(oud: Exportlijst, nieuw: Exportlijst) -> tuple[str, str]:
    """Return how the columns are called: two releases of one plugin, or two systems."""
    if oud.maker.plugin == nieuw.maker.plugin:
        return "eerst", "nu"
    return veilig(oud.maker.systeem), veilig(nieuw.maker.systeem)


def _alleen_bij(soort: Soort, namen: tuple[str, str]) -> str:
    """Return the heading for two vendors: nothing is new or gone, one of them has it."""
    wie = {Soort.WEG: namen[0], Soort.ERBIJ: namen[1]}
    return f"alleen bij {wie[soort]}" if soort in wie else str(soort)


def _alleen_in(oud: Exportlijst, nieuw: Exportlijst) -> Iterator[str]:
    """Tell which kinds of transfer only one of the two has: they are not compared."""
    for richting in Richting:
        for lijst, ander in ((oud, nieuw), (nieuw, oud)):
            samen = gedeeld(lijst, ander, richting)
            eigen = ", ".join(soort for soort in lijst.soorten(richting) if soort not in samen)
            if eigen:
                wat = _KOP[richting].lower()
                yield f"  {wat} alleen in {_noem(lijst)}: {eigen} (niet vergeleken)"


def _toon_groep(
    scherm: Console, kop: str, verschillen: Sequence[Lijstverschil], alle: Sequence[str]
) -> None:
    scherm.print(Text(f"{kop} ({len(verschillen)})", style="bold cyan"))
    for verschil in verschillen:
        scherm.print(Text(f"  {_plek(verschil, alle)}", style="bold"))
        regel = Table.grid(padding=(0, 1))
        regel.add_row("   ", Text(f"{_zeg(verschil.oud)}  →  {_zeg(verschil.nieuw)}"))
        scherm.print(regel)
    scherm.print()


def _plek(verschil: Lijstverschil, alle: Sequence[str]) -> str:
    pad = korte_naam(verschil.pad)
    daarin = f", met alles daarin ({verschil.daarin})" if verschil.daarin else ""
    if verschil.overdrachten == tuple(alle):
        return f"{pad}{daarin}"
    return f"{pad}{daarin}  alleen {', '.join(verschil.overdrachten)}"


def _zeg(weg: Weg) -> str:
    if weg.stand is not Stand.JA:
        return veilig(f"{zeg_weg(weg, blok=False)}: {weg.reden}")
    return veilig(zeg_weg(weg, blok=False))


def _toon_tabellen(
    scherm: Console, verschillen: Sequence[Tabelverschil], namen: tuple[str, str]
) -> None:
    scherm.print(Text(f"Codetabellen ({len(verschillen)})", style="bold cyan"))
    tabel = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for naam in ("tabel", "wat", *namen):
        tabel.add_column(Text(naam), overflow="fold")
    for v in verschillen:
        cellen = (v.tabel, v.deel, v.oud or "-", v.nieuw or "-")
        tabel.add_row(*(Text(veilig(cel)) for cel in cellen))
    scherm.print(tabel)
    scherm.print()

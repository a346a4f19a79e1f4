"""What a forecast shows on a terminal. No value of a dossier is in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from rich.console import Console
from rich.text import Text

from oso_adapters.cli.lijsten import korte_naam
from oso_adapters.cli.uitvoer import passend, show_tekst, veilig
from oso_adapters.mapping.wegen import Stand
from oso_adapters.melding import Oordeel
from oso_adapters.registry import Register
from oso_adapters.tabellen.versieverschil import verhuizingen
from oso_adapters.versies import Versie
from oso_adapters.vooruitblik import Telling
from oso_adapters.vooruitblik.systeem import (
    Aanpassing,
    Overname,
    Tekort,
    aanpassingen,
    maakt_versie,
    overnames,
    plugin_van,
    tekorten,
)
from oso_adapters.vooruitblik.telling import (
    Regeltelling,
    Systeemtelling,
    Verliestelling,
    eigen_velden,
    meeste,
)

__all__ = ["show_vooruitblik"]

_LEVERT = {
    Stand.JA: "wordt geleverd",
    Stand.KERN: "vult oso-adapters",
    Stand.NEE: "wordt niet geleverd",
}
_ONBEKEND = "Dossiers zonder bekend systeem"
_GEEN_KOPPELING = (
    "Wat hun systemen moeten aanpassen, is hier niet te zeggen: daar is geen koppeling van"
    " geïnstalleerd."
)
_INSPRINGING = 4
_NAAMBREEDTE = 12


def show_vooruitblik(
    scherm: Console, telling: Telling, van: Versie, naar: Versie, register: Register
) -> None:
    """Print what was forecast in all."""
    scherm.print(Text(f"Vooruitblik  versie {van} → {naar}", style="bold"))
    scherm.print()
    for zin in _samenvatting(telling, naar):
        show_tekst(scherm, zin, 2)
    scherm.print()
    _toon_regels(scherm, f"Komt erbij in {naar}", telling.regels, telling)
    _toon_regels(scherm, f"Vervalt in {naar}", telling.vervalt, telling)
    _toon_verlies(scherm, telling, van, naar)
    for systeem in telling.systemen.values():
        _toon_systeem(scherm, systeem, van, naar, register)
    _toon_zonder(scherm, telling)


def _samenvatting(telling: Telling, naar: Versie) -> Iterator[str]:
    yield f"{telling.dossiers} {_woord(telling.dossiers)} bekeken."
    if not telling.dossiers:
        return
    nu, straks = telling.nu[Oordeel.GELDIG], telling.straks[Oordeel.GELDIG]
    yield f"Geldig zijn er nu {nu}; geschreven in {naar} {straks}."
    yield f"Nu geldig en straks niet meer: {telling.faalt_nieuw}."
    yield f"Met een melding die er nu niet is: {telling.geraakt}."
    yield f"Met gegevens waarvoor {naar} geen plaats heeft: {telling.kwijt}."
    if not telling.geraakt and not telling.kwijt:
        yield "Er komt geen melding bij en er gaat niets verloren."


def _woord(aantal: int) -> str:
    return "dossier" if aantal == 1 else "dossiers"


def _benoem(scherm: Console, naam: str, inhoud: str) -> None:
    """Print a text behind its name; what does not fit comes under the text."""
    tekst = passend(scherm, veilig(inhoud), _INSPRINGING + _NAAMBREEDTE).lstrip()
    regel = Text(f"{'':{_INSPRINGING}}{naam:<{_NAAMBREEDTE}}{tekst}")
    regel.stylize("cyan", 0, _INSPRINGING + _NAAMBREEDTE)
    scherm.print(regel, soft_wrap=True)


def _procent(aantal: int, telling: Telling) -> str:
    return f"{aantal} {_woord(aantal)} ({aantal / telling.dossiers:.0%})"


def _toon_regels(
    scherm: Console, kop: str, regels: Mapping[Any, Regeltelling], telling: Telling
) -> None:
    if not regels:
        return
    scherm.print(Text(f"{kop} ({len(regels)})", style="bold cyan"))
    for deel in meeste(regels):
        melding = deel.melding
        titel = Text("  ").append(melding.regel, style="bold")
        titel.append(f"  {melding.ernst}  {_procent(deel.dossiers, telling)}")
        if deel.enige:
            titel.append(f", bij {deel.enige} de enige")
        scherm.print(titel)
        show_tekst(scherm, melding.melding, 4)
        _benoem(scherm, "veld", ", ".join(map(korte_naam, deel.paden)))
        _benoem(scherm, "doen", melding.herstel)
        _benoem(scherm, "wie", ", ".join(deel.wie))
    scherm.print()


def _toon_verlies(scherm: Console, telling: Telling, van: Versie, naar: Versie) -> None:
    if not telling.verlies:
        return
    kop = f"Geen plaats meer in {naar} ({len(telling.verlies)})"
    scherm.print(Text(kop, style="bold cyan"))
    verhuisd = verhuizingen(van, naar)
    for pad, deel in telling.verlies.items():
        titel = Text("  ").append(korte_naam(pad), style="bold")
        scherm.print(titel.append(f"  {_procent(deel.dossiers, telling)}"))
        _toon_inhoud(scherm, pad, deel, verhuisd)
    scherm.print()


def _toon_inhoud(
    scherm: Console, pad: str, deel: Verliestelling, verhuisd: Mapping[str, str]
) -> None:
    """Print what is in a part that is lost: what has another place, and what has none."""
    delen = {p: n for p, n in deel.binnen.items() if p.rpartition("/")[0] == pad}
    for onder, aantal in delen.items():
        if onder in verhuisd:
            naam = onder.rpartition("/")[2]
            dossiers = f"{aantal} {_woord(aantal)}"
            _benoem(scherm, "kan naar", f"{korte_naam(verhuisd[onder])} (uit {naam}, {dossiers})")
    weg = [f"{p.rpartition('/')[2]} {n}" for p, n in delen.items() if p not in verhuisd]
    if weg:
        _benoem(scherm, "vervalt", ", ".join(weg))


def _toon_systeem(
    scherm: Console, systeem: Systeemtelling, van: Versie, naar: Versie, register: Register
) -> None:
    plugin = plugin_van(systeem, register)
    soorten = ", ".join(f"{soort} {aantal}" for soort, aantal in systeem.profielen.items())
    naam = systeem.pakket.systeem or _ONBEKEND
    scherm.print(Text(veilig(naam), style="bold cyan"))
    wat = f"{systeem.dossiers} {_woord(systeem.dossiers)} ({soorten or 'soort onduidelijk'})"
    show_tekst(scherm, f"{wat}, nu geldig en straks niet meer: {systeem.faalt_nieuw}.", 2)
    if plugin is None:
        show_tekst(scherm, systeem.pakket.uitleg or _GEEN_KOPPELING, 2)
        scherm.print()
        return
    if not maakt_versie(plugin, naar):
        show_tekst(scherm, f"De koppeling maakt geen dossiers van versie {naar}.", 2)
    for deel in aanpassingen(systeem, plugin, naar):
        _toon_aanpassing(scherm, deel)
    for pad, aantal in systeem.verlies.items():
        _toon_kwijt(scherm, pad, aantal, naar)
    for overname in overnames(systeem, plugin, van, naar):
        _toon_overname(scherm, overname)
    tekort = tekorten(systeem, plugin, van, naar)
    if tekort:
        show_tekst(scherm, f"Nieuw gevraagd in {naar}, en niet geleverd:", 2)
    for te_kort in tekort:
        _toon_tekort(scherm, te_kort)
    scherm.print()


def _toon_aanpassing(scherm: Console, deel: Aanpassing) -> None:
    titel = Text("  ").append(deel.regel, style="bold")
    scherm.print(titel.append(f"  {deel.dossiers} {_woord(deel.dossiers)}  {korte_naam(deel.pad)}"))
    if deel.bronvelden:
        _benoem(scherm, "eigen veld", ", ".join(deel.bronvelden))
    uitleg = f": {deel.weg.reden}" if deel.weg.reden else ""
    via = f", via {deel.weg.via}" if deel.weg.via else ""
    _benoem(scherm, "levering", f"{_LEVERT[deel.weg.stand]}{via}{uitleg}")


def _toon_kwijt(scherm: Console, pad: str, aantal: Counter[tuple[str, ...]], naar: Versie) -> None:
    titel = Text("  ").append(korte_naam(pad), style="bold")
    dossiers = f"{aantal.total()} {_woord(aantal.total())}"
    scherm.print(titel.append(f"  {dossiers}, geen plaats meer in {naar}"))
    if eigen_velden(aantal):
        _benoem(scherm, "eigen veld", ", ".join(eigen_velden(aantal)))


def _toon_overname(scherm: Console, deel: Overname) -> None:
    titel = Text("  ").append(korte_naam(deel.pad), style="bold")
    scherm.print(titel.append(f"  {deel.dossiers} {_woord(deel.dossiers)}"))
    _benoem(scherm, "kan naar", korte_naam(deel.straks))
    _benoem(scherm, "levering", f"{_LEVERT[Stand.NEE]}: {deel.uitleg}")


def _toon_tekort(scherm: Console, deel: Tekort) -> None:
    scherm.print(Text(f"    {korte_naam(deel.pad)}  {', '.join(deel.profielen)}"))
    show_tekst(scherm, f"{deel.gevraagd}; {deel.uitleg}", 6, "dim")


def _toon_zonder(scherm: Console, telling: Telling) -> None:
    if not telling.niet:
        return
    kop = f"Zonder vooruitblik: {telling.niet} bestand{'' if telling.niet == 1 else 'en'}"
    scherm.print(Text(kop, style="bold magenta"))
    for naam, reden in telling.zonder:
        show_tekst(scherm, f"{naam}: {reden}", 2)
    if telling.niet > len(telling.zonder):
        show_tekst(scherm, f"en nog {telling.niet - len(telling.zonder)}", 2)

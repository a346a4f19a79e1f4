"""The plan of an import as people read it, and as JSON."""

from __future__ import annotations

from collections import Counter
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from oso_adapters.cli.uitvoer import OORDEEL_STIJL, passend, show_melding, veilig
from oso_adapters.mapping.importplan import Planregel, Stap
from oso_adapters.mapping.inlezen import ImportPlan
from oso_adapters.mapping.omkeren import VAN_HET_DOSSIER

__all__ = ["plan_als_dict", "show_plan"]

_STIJL = {
    Stap.NIEUW: "green",
    Stap.AANVULLEN: "green",
    Stap.VERVANGEN: "yellow",
    Stap.HERSTELLEN: "yellow",
    Stap.CONFLICT: "bold red",
}
_LANGST = 60
_ONDER_DE_REDEN = 22
_KIB = 1024


def _tekst(waarde: Any) -> str:
    """Return a value of a record in one short line."""
    if waarde in (None, "", []):
        return "–"
    if isinstance(waarde, bytes):
        return f"bestand van {max(1, len(waarde) // _KIB)} KiB"
    if isinstance(waarde, list):
        return veilig(", ".join(map(_tekst, waarde)))
    tekst = veilig(" ".join(str(waarde).split(" ")))
    tekst = tekst if tekst.strip() else f"'{tekst}'"
    return tekst if len(tekst) <= _LANGST else f"{tekst[: _LANGST - 1]}…"


def _kop(plan: ImportPlan, bestand: str) -> Text:
    kop = Text(f"{veilig(bestand)}  ", style="bold")
    kop.append(str(plan.oordeel), style=OORDEEL_STIJL[plan.oordeel])
    kenmerken = [plan.profiel or "soort overdracht onbekend"]
    kenmerken += [f"versie {plan.versie}"] if plan.versie else []
    kenmerken += [plan.locatie] if plan.locatie.startswith("/dossiers") else []
    kop.append(f"  {' · '.join(kenmerken)}", style="dim")
    return kop


def _over_wie(plan: ImportPlan) -> str:
    if plan.na is None:
        return "geen leerling om over te nemen"
    if plan.voor is None:
        return "nieuwe leerling"
    return f"leerling {veilig(plan.voor.sleutel) or '(zojuist overgenomen)'} in de administratie"


def _tabel(regels: list[Planregel], *, waarden: bool) -> Table:
    """Return what becomes of each field; what was there only when something was."""
    was = waarden and any(regel.oud not in (None, "", []) for regel in regels)
    tabel = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_edge=False)
    tabel.add_column("")
    for naam in ("veld", *(("was",) if was else ()), *(("wordt",) if waarden else ())):
        tabel.add_column(naam, overflow="fold", header_style="dim", ratio=2 if waarden else None)
    tabel.add_column("eigen veld", overflow="fold", header_style="dim", style="dim", ratio=3)
    for regel in regels:
        cellen = [Text(f"    {regel.stap}", style=_STIJL.get(regel.stap, ""))]
        uitleg = f"{regel.label}{f': {regel.waarom}' if regel.waarom else ''}"
        cellen.append(Text(veilig(uitleg)))
        cellen += [Text(_tekst(regel.oud))] if was else []
        cellen += [Text(_tekst(regel.nieuw))] if waarden else []
        tabel.add_row(*cellen, Text(regel.veld))
    return tabel


def _show_niet_overgenomen(scherm: Console, regels: tuple[Planregel, ...]) -> None:
    """Print what is not taken over: a reason once, with the fields that it is for."""
    per_reden: dict[str, list[str]] = {}
    for regel in regels:
        per_reden.setdefault(regel.waarom, []).append(regel.label)
    for reden, labels in per_reden.items():
        scherm.print(Text(f"    niet overgenomen  {len(labels)}: {veilig(reden)}"))
        if reden != VAN_HET_DOSSIER:
            tel = Counter(labels)
            namen = ", ".join(f"{naam} ({n}×)" if n > 1 else naam for naam, n in tel.items())
            scherm.print(Text(passend(scherm, veilig(namen), _ONDER_DE_REDEN), style="dim"))


def show_plan(scherm: Console, plan: ImportPlan, bestand: str, *, waarden: bool) -> None:
    """Print what an import would do with one dossier.

    Args:
        waarden: show what stands in the record and the dossier as well.
    """
    scherm.print(_kop(plan, bestand))
    scherm.print(Text(f"  {_over_wie(plan)} · {plan.actie}"))
    verandert = [regel for regel in plan.regels if regel.stap.verandert]
    kijk = [r for r in plan.regels if r.stap in (Stap.LATEN, Stap.CONFLICT)]
    if verandert or kijk:
        scherm.print(_tabel([*verandert, *kijk], waarden=waarden))
    gelijk = len(plan.van(Stap.GELIJK))
    if gelijk:
        scherm.print(Text(f"    gelijk            {gelijk} velden staan er al zo", style="dim"))
    _show_niet_overgenomen(scherm, plan.van(Stap.NIET_OVERGENOMEN))
    scherm.print()
    for melding in plan.meldingen:
        show_melding(scherm, melding)


def plan_als_dict(plan: ImportPlan, bestand: str, *, waarden: bool) -> dict[str, Any]:
    """Return a plan for programs; values of the pupil only when they are asked for."""
    return {
        "bestand": bestand,
        "locatie": plan.locatie,
        "profiel": plan.profiel,
        "versie": str(plan.versie) if plan.versie else None,
        "oordeel": str(plan.oordeel),
        "actie": str(plan.actie),
        "record": plan.voor.sleutel if plan.voor else None,
        "mag": plan.mag,
        "verandert": plan.verandert,
        "velden": [_regel_als_dict(regel, waarden=waarden) for regel in plan.regels],
        "meldingen": [melding.als_dict() for melding in plan.meldingen],
    }


def _regel_als_dict(regel: Planregel, *, waarden: bool) -> dict[str, Any]:
    gegevens: dict[str, Any] = {
        "stap": str(regel.stap),
        "plaatsen": [blad.locatie for blad in regel.bladen],
        "label": regel.label,
        "veld": regel.veld,
        "waarom": regel.waarom,
        "let_op": regel.let_op,
    }
    if waarden:
        gegevens |= {"oud": _tekst(regel.oud), "nieuw": _tekst(regel.nieuw)}
    return gegevens

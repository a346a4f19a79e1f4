"""``oso check``: is this a good dossier?"""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from functools import partial
from typing import Any

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from oso_adapters.check import Uitslag, check
from oso_adapters.cli.invoer import (
    Bestand,
    NietTeLezen,
    find_bestanden,
    is_standaardinvoer,
    read_bestand,
)
from oso_adapters.cli.parallel import aantal_kernen, verdeel
from oso_adapters.cli.uitvoer import (
    OORDEEL_STIJL,
    console,
    show_melding,
    veilig,
    with_progress,
    write_json,
)
from oso_adapters.melding import Melding, Oordeel, SoortMelding, Wie
from oso_adapters.rules import Blad, Regelset

__all__ = ["check_opdracht"]

_VEEL = 500
"""Files from which starting more processes takes less time than it saves."""
_EXIT = {Oordeel.GELDIG: 0, Oordeel.ONGELDIG: 1, Oordeel.NIET_VAST_TE_STELLEN: 2}


def _niet_te_lezen(
    reden: str,
    *,
    herstel: str = "Controleer de naam van het bestand en of u het mag lezen.",
    wie: Wie = Wie.SCHOOL,
    gepubliceerd: bool = True,
) -> Uitslag:
    melding = Melding(
        regel="ST.onleesbaar",
        soort=SoortMelding.STRUCTUUR,
        locatie="/[1]",
        pad="/",
        melding=reden,
        herstel=herstel,
        wie=wie,
        gepubliceerd=gepubliceerd,
    )
    return Uitslag(oordeel=Oordeel.NIET_VAST_TE_STELLEN, meldingen=(melding,), reden=reden)


def _controleer(bestand: Bestand, regelset: Regelset, blad: Blad | None) -> Uitslag:
    try:
        data = read_bestand(bestand)
    except NietTeLezen as fout:
        return _niet_te_lezen(str(fout))
    try:
        return check(data, regelset=regelset, blad=blad)
    except Exception as fout:  # noqa: BLE001 - one file must not stop the others
        return _vastgelopen(fout)


def _vastgelopen(fout: Exception) -> Uitslag:
    return _mislukt(f"De controle is vastgelopen op dit bestand ({type(fout).__name__}).")


def _bezweken(_bestand: Bestand) -> Uitslag:
    return _mislukt("De controle is afgebroken op dit bestand: het proces stopte.")


def _mislukt(reden: str) -> Uitslag:
    return _niet_te_lezen(
        reden,
        herstel="Meld dit bij de beheerder van oso-adapters.",
        wie=Wie.HULPMIDDEL,
        gepubliceerd=False,
    )


def _als_dict(naam: str, uitslag: Uitslag) -> dict[str, Any]:
    gegevens: dict[str, Any] = {
        "bestand": naam,
        "versie": str(uitslag.versie) if uitslag.versie else None,
        "profiel": uitslag.profiel,
        "blad": str(uitslag.blad) if uitslag.blad else None,
        "oordeel": str(uitslag.oordeel),
        "meldingen": [melding.als_dict() for melding in uitslag.meldingen],
    }
    if uitslag.reden:
        gegevens["reden"] = uitslag.reden
    return gegevens


def _toon(scherm: Console, naam: str, uitslag: Uitslag, regelset: Regelset) -> None:
    kop = Text(veilig(naam), style="bold")
    kop.append("  ")
    kop.append(str(uitslag.oordeel), style=OORDEEL_STIJL[uitslag.oordeel])
    if uitslag.versie is not None:
        profiel = uitslag.profiel or "profiel onduidelijk"
        kop.append(
            f"  versie {uitslag.versie} · {profiel} · blad {uitslag.blad} · {regelset}", style="dim"
        )
    scherm.print(kop)
    if uitslag.reden and all(m.melding != uitslag.reden for m in uitslag.meldingen):
        scherm.print(Text(f"    {uitslag.reden}"))
    if uitslag.meldingen:
        scherm.print()
    for melding in uitslag.meldingen:
        show_melding(scherm, melding)


def _toon_telling(scherm: Console, oordelen: Counter[Oordeel]) -> None:
    aantal = oordelen.total()
    delen = [f"{oordelen[oordeel]} {oordeel}" for oordeel in Oordeel if oordelen[oordeel]]
    scherm.print(Text(f"{aantal} bestand{'' if aantal == 1 else 'en'}: {', '.join(delen)}"))


def _toon_samenvatting(
    scherm: Console, oordelen: Counter[Oordeel], regels: Counter[tuple[str, str, str]]
) -> None:
    if regels:
        tabel = Table("aantal", "regel", "ernst", "melding", box=None, pad_edge=False)
        for (regel, ernst, tekst), aantal in regels.most_common():
            tabel.add_row(str(aantal), Text(regel), Text(ernst), Text(tekst))
        scherm.print(tabel)
        scherm.print()
    _toon_telling(scherm, oordelen)


@click.command("check")
@click.argument("bestanden", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--regelset",
    type=click.Choice([str(r) for r in Regelset]),
    default=str(Regelset.AFSPRAAK),
    show_default=True,
    help="afspraak, or exactly what the published sheets find.",
)
@click.option(
    "--blad",
    type=click.Choice(["auto", *(str(b) for b in Blad)]),
    default="auto",
    show_default=True,
    help="Published sheet; auto takes PaO for a swv-dossier and OV for everything else.",
)
@click.option(
    "--processen",
    type=click.IntRange(min=1),
    help="Processes to spread the files over; without it all cores when there are many files.",
)
@click.option("--json", "als_json", is_flag=True, help="One JSON object per file, one per line.")
@click.option("--samenvatting", is_flag=True, help="Only how often each rule was broken.")
@click.pass_context
def check_opdracht(
    ctx: click.Context,
    bestanden: tuple[str, ...],
    regelset: str,
    blad: str,
    processen: int | None,
    *,
    als_json: bool,
    samenvatting: bool,
) -> None:
    """Check dossiers: structure, code lists and rules.

    FILE is a file, a folder (every .xml in it), or - for standard input. The version and the kind
    of transfer are found in the file itself.

    Exit code: 0 all valid, 1 findings, 2 a verdict could not be established.
    """
    gekozen = Regelset(regelset)
    gekozen_blad = None if blad == "auto" else Blad(blad)
    scherm = console()
    oordelen: Counter[Oordeel] = Counter()
    regels: Counter[tuple[str, str, str]] = Counter()
    alle = list(find_bestanden(bestanden))
    if processen is None:
        processen = aantal_kernen() if len(alle) >= _VEEL else 1
    uitslagen = verdeel(
        partial(_controleer, regelset=gekozen, blad=gekozen_blad),
        alle,
        processen=processen,
        hier=is_standaardinvoer,
        bezweken=_bezweken,
    )
    paren = zip(alle, uitslagen, strict=True)
    with closing(uitslagen):
        for bestand, uitslag in with_progress(paren, "controleren", totaal=len(alle)):
            oordelen[uitslag.oordeel] += 1
            regels.update((m.regel, str(m.ernst), m.melding) for m in uitslag.meldingen)
            if als_json:
                write_json(_als_dict(bestand.naam, uitslag))
            elif not samenvatting:
                _toon(scherm, bestand.naam, uitslag, gekozen)
    if samenvatting and not als_json:
        _toon_samenvatting(scherm, oordelen, regels)
    elif not als_json and len(alle) > 1:
        _toon_telling(scherm, oordelen)
    ctx.exit(max(_EXIT[oordeel] for oordeel in oordelen))

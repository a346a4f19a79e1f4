"""``oso check``: is this a good dossier?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import closing
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

import attrs
import click
from rich.console import Console
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
    show_telling,
    veilig,
    with_progress,
    write_json,
)
from oso_adapters.melding import Melding, Oordeel, SoortMelding, Wie
from oso_adapters.rules import Blad, Regelset

if TYPE_CHECKING:
    from oso_adapters.diagnose import Pakket

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


@attrs.frozen
class _Gecontroleerd:
    """What a check found in a file, and which system made it."""

    uitslag: Uitslag
    pakket: Pakket | None = None


def _controleer(
    bestand: Bestand, regelset: Regelset, blad: Blad | None, *, ontvangen: bool
) -> _Gecontroleerd:
    try:
        data = read_bestand(bestand)
    except NietTeLezen as fout:
        return _Gecontroleerd(_niet_te_lezen(str(fout)))
    try:
        uitslag = check(data, regelset=regelset, blad=blad)
    except Exception as fout:  # noqa: BLE001 - one file must not stop the others
        return _vastgelopen(fout)
    if not uitslag.meldingen:
        return _Gecontroleerd(uitslag)
    herleid: Callable[..., tuple[Uitslag, Pakket | None]]
    herleid = import_module("oso_adapters.cli.herleiden").herleid
    return _Gecontroleerd(*herleid(data, uitslag, regelset, ontvangen=ontvangen))


def _vastgelopen(fout: Exception) -> _Gecontroleerd:
    return _mislukt(f"De controle is vastgelopen op dit bestand ({type(fout).__name__}).")


def _bezweken(_bestand: Bestand) -> _Gecontroleerd:
    return _mislukt("De controle is afgebroken op dit bestand: het proces stopte.")


def _mislukt(reden: str) -> _Gecontroleerd:
    uitslag = _niet_te_lezen(
        reden,
        herstel="Meld dit bij de beheerder van oso-adapters.",
        wie=Wie.HULPMIDDEL,
        gepubliceerd=False,
    )
    return _Gecontroleerd(uitslag)


def _als_dict(naam: str, gecontroleerd: _Gecontroleerd) -> dict[str, Any]:
    uitslag, pakket = gecontroleerd.uitslag, gecontroleerd.pakket
    gegevens: dict[str, Any] = {
        "bestand": naam,
        "versie": str(uitslag.versie) if uitslag.versie else None,
        "profiel": uitslag.profiel,
        "blad": str(uitslag.blad) if uitslag.blad else None,
        "pakket": attrs.asdict(pakket) if pakket else None,
        "oordeel": str(uitslag.oordeel),
        "meldingen": [melding.als_dict() for melding in uitslag.meldingen],
    }
    if uitslag.reden:
        gegevens["reden"] = uitslag.reden
    return gegevens


def _toon(scherm: Console, naam: str, gecontroleerd: _Gecontroleerd, regelset: Regelset) -> None:
    uitslag, pakket = gecontroleerd.uitslag, gecontroleerd.pakket
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
    if pakket is not None:
        maker = pakket.uitleg or f"Dit dossier is gemaakt met {pakket.systeem}."
        scherm.print(Text(f"    {veilig(maker)}", style="dim"))
    if uitslag.meldingen:
        scherm.print()
    for melding in uitslag.meldingen:
        show_melding(scherm, melding, systeem=pakket.systeem if pakket else "")


def _toon_telling(scherm: Console, oordelen: Counter[Oordeel]) -> None:
    aantal = oordelen.total()
    delen = [f"{oordelen[oordeel]} {oordeel}" for oordeel in Oordeel if oordelen[oordeel]]
    scherm.print(Text(f"{aantal} bestand{'' if aantal == 1 else 'en'}: {', '.join(delen)}"))


def _toon_samenvatting(
    scherm: Console, oordelen: Counter[Oordeel], regels: Counter[tuple[str, str, str]]
) -> None:
    show_telling(scherm, regels)
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
@click.option(
    "--ontvangen",
    is_flag=True,
    help="You received these dossiers: what a school must do is for the school that sent them.",
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
    ontvangen: bool,
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
        partial(_controleer, regelset=gekozen, blad=gekozen_blad, ontvangen=ontvangen),
        alle,
        processen=processen,
        hier=is_standaardinvoer,
        bezweken=_bezweken,
    )
    paren = zip(alle, uitslagen, strict=True)
    with closing(uitslagen):
        voortgang = with_progress(paren, "controleren", totaal=len(alle), scherm=scherm)
        for bestand, gecontroleerd in voortgang:
            uitslag = gecontroleerd.uitslag
            oordelen[uitslag.oordeel] += 1
            regels.update((m.regel, str(m.ernst), m.melding) for m in uitslag.meldingen)
            if als_json:
                write_json(_als_dict(bestand.naam, gecontroleerd))
            elif not samenvatting:
                _toon(scherm, bestand.naam, gecontroleerd, gekozen)
    if samenvatting and not als_json:
        _toon_samenvatting(scherm, oordelen, regels)
    elif not als_json and len(alle) > 1:
        _toon_telling(scherm, oordelen)
    ctx.exit(max(_EXIT[oordeel] for oordeel in oordelen))

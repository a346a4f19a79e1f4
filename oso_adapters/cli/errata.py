"""``oso errata``: where the published sheets do not do what was agreed, each with a dossier."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.text import Text

from oso_adapters.check import Uitslag
from oso_adapters.cli.uitvoer import (
    OORDEEL_STIJL,
    console,
    passend,
    veilig,
    with_progress,
    write_bestand,
    write_json,
)
from oso_adapters.rules import ERRATA
from oso_adapters.tabellen.errata import Bewijs, Erratumblad, erratumbladen, paren
from oso_adapters.tabellen.erratumtekst import (
    bestandsnaam,
    noem_bladen,
    noem_regels,
    opmerkingen_markdown,
    rapport_markdown,
    zeg_gevolg,
    zeg_na,
)
from oso_adapters.tabellen.opmerkingen import Opmerking, opmerkingen
from oso_adapters.versies import VERSIES, Versie, versie

__all__ = ["errata_opdracht"]

_KOPBREEDTE = 12


def _rij(scherm: Console, kop: str, tekst: str, inspringing: int = 2) -> None:
    if tekst:
        vooraan = inspringing + _KOPBREEDTE
        rij = Text(f"{'':{inspringing}}{kop:<{_KOPBREEDTE}}")
        rij.stylize("cyan", 0, vooraan)
        rij.append(passend(scherm, tekst, vooraan).lstrip())
        scherm.print(rij, soft_wrap=True)


def _toon_blad(scherm: Console, blad: Erratumblad) -> None:
    erratum = blad.erratum
    kop = Text(f"erratum {erratum.nummer}: {erratum.titel}", style="bold")
    kop.append(f"  versie {blad.versie} · blad {noem_bladen(blad.bladen)}", style="dim")
    scherm.print(kop)
    _rij(scherm, "de bladen", erratum.wat)
    _rij(scherm, "afgesproken", erratum.afspraak)
    _rij(scherm, "bron", erratum.bron)
    _rij(scherm, "regels", noem_regels(blad.regels))
    _rij(scherm, "voorstel", erratum.voorstel)
    for bewijs in blad.bewijzen:
        _toon_bewijs(scherm, bewijs)
    scherm.print()


def _toon_bewijs(scherm: Console, bewijs: Bewijs) -> None:
    _rij(scherm, "dossier", bewijs.proef.wat)
    _toon_uitslag(scherm, "de bladen", bewijs.gepubliceerd)
    if bewijs.na:
        _rij(scherm, "let op", zeg_na(bewijs), 4)
        _toon_uitslag(scherm, "dan", bewijs.zonder)
    _toon_uitslag(scherm, "afspraak", bewijs.afspraak)
    _rij(scherm, "gevolg", zeg_gevolg(bewijs), 4)


def _toon_uitslag(scherm: Console, kop: str, uitslag: Uitslag) -> None:
    rij = Text(f"    {kop:<{_KOPBREEDTE}}", style="cyan")
    rij.append(str(uitslag.oordeel), style=OORDEEL_STIJL[uitslag.oordeel])
    scherm.print(rij)
    _rij(scherm, "", uitslag.reden, 4)
    for regel, locatie, ernst in paren(uitslag):
        _rij(scherm, "", f"{ernst} {regel} {locatie}", 4)


def _toon_opmerkingen(scherm: Console, nummer: Versie, alle: Iterable[Opmerking]) -> None:
    kop = Text("opmerkingen", style="bold")
    kop.append(f"  versie {nummer}", style="dim")
    scherm.print(kop)
    for opmerking in alle:
        over = f" ({noem_regels(opmerking.regels)})" if opmerking.regels else ""
        scherm.print(Text(f"  - {passend(scherm, opmerking.wat + over, 4).lstrip()}"))
    scherm.print()


def _als_dict(blad: Erratumblad) -> dict[str, Any]:
    erratum = blad.erratum
    return {
        "versie": str(blad.versie),
        "erratum": erratum.nummer,
        "titel": erratum.titel,
        "wat": erratum.wat,
        "afspraak": erratum.afspraak,
        "bron": erratum.bron,
        "voorstel": erratum.voorstel,
        "bladen": list(blad.bladen),
        "regels": list(blad.regels),
        "bewijzen": [_bewijs_als_dict(blad, bewijs) for bewijs in blad.bewijzen],
    }


def _bewijs_als_dict(blad: Erratumblad, bewijs: Bewijs) -> dict[str, Any]:
    return {
        "dossier": bestandsnaam(blad, bewijs),
        "wat": bewijs.proef.wat,
        "gevolg": bewijs.gevolg,
        "pas na": [erratum.nummer for erratum in bewijs.na],
        "gepubliceerd": _uitslag_als_dict(bewijs.gepubliceerd),
        "zonder dit erratum": _uitslag_als_dict(bewijs.zonder),
        "afspraak": _uitslag_als_dict(bewijs.afspraak),
        "xml": bewijs.data.decode(),
    }


def _uitslag_als_dict(uitslag: Uitslag) -> dict[str, Any]:
    velden = ("regel", "locatie", "ernst")
    meldingen = [dict(zip(velden, paar, strict=True)) for paar in paren(uitslag)]
    return {"oordeel": uitslag.oordeel, "reden": uitslag.reden, "meldingen": meldingen}


def _schrijf(map_: Path, nummer: Versie, bladen: list[Erratumblad]) -> Iterator[str]:
    """Write the reports and dossiers of a version; yield the names of the files."""
    doel = map_ / str(nummer)
    bestanden = {
        "opmerkingen.md": opmerkingen_markdown(nummer, opmerkingen(nummer)).encode(),
        **{bestandsnaam(blad): rapport_markdown(blad).encode() for blad in bladen},
        **{bestandsnaam(blad, b): b.data for blad in bladen for b in blad.bewijzen},
    }
    for naam, inhoud in bestanden.items():
        write_bestand(doel, naam, inhoud)
        yield naam


@click.command("errata")
@click.argument(
    "nummer", metavar="[VERSIE]", type=click.Choice([str(v) for v in VERSIES]), required=False
)
@click.option(
    "--uit",
    "map_",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder for the dossiers and, for each erratum, a report to send.",
)
@click.option("--json", "als_json", is_flag=True, help="One JSON object per erratum and line.")
def errata_opdracht(nummer: str | None, map_: Path | None, *, als_json: bool) -> None:
    """Show where the published sheets do not do what was agreed, each with a dossier.

    Without a VERSIE: of all versions. The dossiers are fictional.
    """
    scherm = console()
    versies = [versie(nummer)] if nummer else list(VERSIES)
    for een in versies:
        gevonden = list(with_progress(erratumbladen(een), f"errata {een}", totaal=len(ERRATA)))
        if map_ is not None:
            aantal = len(list(_schrijf(map_, een, gevonden)))
            if not als_json:
                waar = veilig(str(map_ / str(een)))
                scherm.print(Text(f"{aantal} bestanden geschreven in {waar}"))
        if als_json:
            for blad in gevonden:
                write_json(_als_dict(blad))
            for opmerking in opmerkingen(een):
                rij = {"opmerking": opmerking.wat, "regels": list(opmerking.regels)}
                write_json({"versie": str(een), **rij})
        elif map_ is None:
            for blad in gevonden:
                _toon_blad(scherm, blad)
            _toon_opmerkingen(scherm, een, opmerkingen(een))

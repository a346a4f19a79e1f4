"""``oso generate``: fictional dossiers, valid ones or with one rule broken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path

import click
from rich.text import Text

from oso_adapters.binding import read_dossier, write_dossier
from oso_adapters.cli.parallel import aantal_kernen, verdeel
from oso_adapters.cli.uitvoer import console, veilig, with_progress, write_bestand
from oso_adapters.errors import ConfigurationError
from oso_adapters.gegevensset.profielen import profielen
from oso_adapters.rules import Regel
from oso_adapters.tabellen.bouwen import OMVANGEN, Omvang
from oso_adapters.tabellen.generator import Opdracht, reeks
from oso_adapters.tabellen.mutanten import breekbaar, kleinste_mutant
from oso_adapters.versies import VERSIES, Versie, versie

__all__ = ["generate_opdracht"]

_VEEL = 100
"""Dossiers from which starting more processes takes less time than it saves."""
_OMVANG = {omvang.naam: omvang for omvang in OMVANGEN}


def _beproef(opdracht: Opdracht) -> tuple[str, ...]:
    """Return what is wrong with one generated dossier."""
    try:
        return tuple(opdracht.gebreken(opdracht.data()))
    except Exception as fout:  # noqa: BLE001 - one dossier must not stop the others
        return (f"gemaakt ({type(fout).__name__})",)


def _beproef_alle(nummer: Versie, opdrachten: list[Opdracht]) -> bool:
    scherm = console()
    gebreken: Counter[str] = Counter()
    eerste: dict[str, str] = {}
    goed = 0
    uitkomsten = verdeel(
        _beproef,
        opdrachten,
        processen=aantal_kernen() if len(opdrachten) >= _VEEL else 1,
        hier=lambda _: False,
        bezweken=lambda _: ("gemaakt (het proces stopte)",),
    )
    paren = zip(opdrachten, uitkomsten, strict=True)
    with closing(uitkomsten):
        for opdracht, gevonden in with_progress(
            paren, f"beproeven {nummer}", totaal=len(opdrachten)
        ):
            goed += not gevonden
            gebreken.update(gevonden)
            for gebrek in gevonden:
                eerste.setdefault(gebrek, opdracht.naam)
    scherm.print(
        Text(
            f"{nummer}: {goed} van {len(opdrachten)} dossiers geldig onder beide regelsets, gelezen"
            " en gelijk, en een tweede keer dezelfde bytes"
        )
    )
    for gebrek, keer in gebreken.items():
        scherm.print(Text(f"  niet {gebrek}: {keer}, het eerst {eerste[gebrek]}"))
    return not gebreken


def _regel(sleutel: str, nummers: Iterable[Versie]) -> dict[Versie, Regel]:
    gevonden = {
        nummer: regel
        for nummer in nummers
        for regel in breekbaar(nummer)
        if regel.id.casefold() == sleutel.casefold()
    }
    if not gevonden:
        raise ConfigurationError(
            f"no dossier of these versions can break {veilig(sleutel)!r}; see 'oso explain'"
        )
    return gevonden


def _met_fout(
    opdrachten: Iterable[Opdracht], regel: Regel
) -> Iterator[tuple[str, bytes, frozenset[str]]]:
    """Yield dossiers that break a rule, with what else each of them breaks.

    Those that break more than others do are left out: only what can't be helped is broken too.
    """
    gemaakt = [(o, m) for o in opdrachten if (m := kleinste_mutant(regel, [o.data()]))]
    minste = min((len(m.ook) for _, m in gemaakt), default=0)
    for opdracht, mutant in gemaakt:
        if len(mutant.ook) == minste:
            data = write_dossier(read_dossier(mutant.data), opdracht.versie)
            yield f"{opdracht.naam}_{regel.id}", data, mutant.ook


def _schrijf_met_fout(
    map_: Path, sleutel: str, per_versie: Mapping[Versie, list[Opdracht]]
) -> tuple[int, set[str]]:
    """Write dossiers with a rule broken; return how many, and which other rules they break."""
    geschreven, ook = 0, set[str]()
    for nummer, regel in _regel(sleutel, per_versie).items():
        opdrachten = with_progress(per_versie[nummer], f"genereren {nummer}")
        for naam, data, anders in _met_fout(opdrachten, regel):
            write_bestand(map_, f"{naam}.xml", data)
            geschreven += 1
            ook |= anders
    return geschreven, ook


def _schrijf(map_: Path, opdrachten: Iterable[Opdracht]) -> int:
    geschreven = 0
    for opdracht in opdrachten:
        write_bestand(map_, f"{opdracht.naam}.xml", opdracht.data())
        geschreven += 1
    return geschreven


@click.command("generate")
@click.option(
    "--versie",
    "nummers",
    type=click.Choice([str(v) for v in VERSIES]),
    multiple=True,
    help="Version of the Gegevensset; all when left out.",
)
@click.option(
    "--profiel",
    "codes",
    type=click.Choice(list(profielen())),
    multiple=True,
    help="Kind of transfer; all in turn when left out.",
)
@click.option(
    "--omvang",
    type=click.Choice(list(_OMVANG)),
    help="How full; a mixture when left out.",
)
@click.option(
    "--aantal",
    type=click.IntRange(1),
    default=100,
    show_default=True,
    help="Dossiers of each version.",
)
@click.option("--zaad", type=int, default=0, show_default=True, help="Seed of the first one.")
@click.option("--fout", "sleutel", metavar="REGEL", help="Break this rule in each of them.")
@click.option(
    "--uit", "map_", type=click.Path(path_type=Path, file_okay=False), help="Folder to write to."
)
@click.pass_context
def generate_opdracht(
    ctx: click.Context,
    nummers: tuple[str, ...],
    codes: tuple[str, ...],
    omvang: str | None,
    aantal: int,
    zaad: int,
    sleutel: str | None,
    map_: Path | None,
) -> None:
    """Make fictional dossiers, the same for the same seed.

    With --uit they are written; without it they are put to the proof: valid under both rule sets,
    read as written, and byte for byte the same a second time.

    Exit code: 0 all well, 1 some not, 2 they can't be made or written.
    """
    versies = [versie(nummer) for nummer in nummers] or list(VERSIES)
    maat: Omvang | None = _OMVANG[omvang] if omvang else None
    per_versie = {
        nummer: list(reeks(nummer, codes or list(profielen()), aantal, zaad=zaad, omvang=maat))
        for nummer in versies
    }
    if map_ is None:
        if sleutel is not None:
            raise ConfigurationError("--fout needs --uit: say where to write the dossiers")
        goed = [_beproef_alle(nummer, opdrachten) for nummer, opdrachten in per_versie.items()]
        ctx.exit(0 if all(goed) else 1)
    scherm = console()
    if sleutel is None:
        alle = [o for opdrachten in per_versie.values() for o in opdrachten]
        geschreven = _schrijf(map_, with_progress(alle, "genereren"))
        scherm.print(Text(f"{geschreven} dossiers geschreven in {veilig(str(map_))}"))
        return
    geschreven, ook = _schrijf_met_fout(map_, sleutel, per_versie)
    if geschreven == 0:
        raise ConfigurationError(
            "none of these dossiers has a place for that rule; ask for more, or another --profiel"
        )
    geprobeerd = aantal * len(versies)
    scherm.print(Text(f"{geschreven} van {geprobeerd} dossiers geschreven in {veilig(str(map_))}"))
    if geschreven < geprobeerd:
        scherm.print(Text("  de andere hebben voor deze regel geen plaats"))
    if ook:
        scherm.print(Text(f"  wie deze regel breekt, breekt ook {', '.join(sorted(ook))}"))

"""``oso export``: from a vendor's records to checked dossiers."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime
from itertools import chain
from operator import length_hint
from pathlib import Path

import click

from oso_adapters.capabilities import Exporteur
from oso_adapters.cli.exportmap import open_map
from oso_adapters.cli.exportreeks import Opdracht, export_reeks, geladen, levering
from oso_adapters.cli.exportverslag import Verslag
from oso_adapters.cli.parallel import aantal_kernen
from oso_adapters.cli.uitvoer import veilig, with_progress
from oso_adapters.errors import ConfigurationError, PluginLoadError, waar_in_plugin
from oso_adapters.gegevensset.profielen import profielen
from oso_adapters.mapping.records import Bronrecord
from oso_adapters.registry import Plugin
from oso_adapters.rules import Regelset
from oso_adapters.swv import SwvUitwisseling
from oso_adapters.versies import VERSIES

__all__ = ["export_opdracht"]


def _exporteur(naam: str, overdracht: str, nummer: str) -> tuple[Plugin, Exporteur]:
    """Return a plugin, and what of it delivers this kind of transfer in this version."""
    try:
        geladen.cache_clear()
        plugin = geladen(naam)
    except PluginLoadError as fout:
        raise ConfigurationError(str(fout)) from fout
    levert = levering(plugin, overdracht)
    kan = levert.uit if isinstance(levert, SwvUitwisseling) else levert
    if kan is None:
        wel = ", ".join(plugin.mogelijkheden) or "nothing"
        raise ConfigurationError(f"plugin {naam!r} can't export {overdracht}; it can: {wel}")
    if overdracht not in kan.profielen:
        keuze = ", ".join(sorted(kan.profielen))
        raise ConfigurationError(f"plugin {naam!r} does not deliver {overdracht}; choose {keuze}")
    if nummer not in kan.versies:
        keuze = ", ".join(sorted(kan.versies))
        raise ConfigurationError(f"plugin {naam!r} does not deliver {nummer}; choose {keuze}")
    return plugin, kan


def _als_bronrecord(record: object) -> Bronrecord:
    if not isinstance(record, Bronrecord):
        reden = f"the plugin read a {type(record).__name__} instead of a Bronrecord"
        raise ConfigurationError(f"{reden}; tell its maker")
    return record


class _Bron:
    """The records of a source, up to where it can't be read any further.

    Attributes:
        aantal: how many records there are; None when that is not known.
    """

    def __init__(self, kan: Exporteur, pad: Path) -> None:
        self._pad = pad
        self._fout: ConfigurationError | None = None
        try:
            gelezen = kan.read(pad)
            self._stroom = iter(gelezen)
            self.aantal = length_hint(gelezen) or None
        except (Exception, SystemExit) as fout:
            raise self._gestopt(fout) from fout

    def records(self) -> Iterator[Bronrecord]:
        """Yield the records; all that were read are there, also when more could not be."""
        while True:
            try:
                record = _als_bronrecord(next(self._stroom))
            except StopIteration:
                return
            except (Exception, SystemExit) as fout:  # noqa: BLE001 - told when the rest is done
                self._fout = self._gestopt(fout)
                return
            yield record

    def vanaf_eerste(self) -> Iterator[Bronrecord]:
        """Return the records of a source that has at least one.

        Raises:
            ConfigurationError: it has none, or the first can't be read.
        """
        records = self.records()
        eerste = next(records, None)
        self.controleer()
        if eerste is None:
            raise ConfigurationError(f"source {veilig(str(self._pad))} holds no records")
        return chain([eerste], records)

    def controleer(self) -> None:
        """Raise what ended the reading, if it did not come to the end.

        Raises:
            ConfigurationError: what it was, without a value of the source.
        """
        if self._fout is not None:
            raise self._fout

    def _gestopt(self, fout: BaseException) -> ConfigurationError:
        waar = f"{type(fout).__name__}{waar_in_plugin(fout)}"
        reden = f"the plugin stopped on {waar} while reading; tell its maker"
        if isinstance(fout, ConfigurationError):
            reden = str(fout)
        elif isinstance(fout, OSError):
            reden = f"can't be read: {fout.strerror}"
        return ConfigurationError(veilig(f"source {self._pad}: {reden}"))


@contextmanager
def _te_onderbreken(verslag: Verslag) -> Iterator[None]:
    """Let Ctrl-C and a request to stop end in one line that says how to go on."""
    oude = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    except KeyboardInterrupt:
        verslag.onderbroken()
        raise click.exceptions.Exit(verslag.ONDERBROKEN) from None
    finally:
        signal.signal(signal.SIGTERM, oude)


def _dag(_ctx: click.Context, _param: click.Parameter, waarde: datetime | None) -> date:
    return waarde.date() if waarde else date.today()  # noqa: DTZ011 - the day at the school


@click.command("export")
@click.argument("vendor")
@click.argument("bron", type=click.Path(path_type=Path))
@click.option(
    "--overdracht", required=True, type=click.Choice(sorted(profielen())), help="Kind of transfer."
)
@click.option(
    "--versie",
    "nummer",
    type=click.Choice([str(v) for v in VERSIES]),
    default=str(VERSIES[-1]),
    show_default=True,
    help="Version of the Gegevensset.",
)
@click.option(
    "--uit",
    "map_",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("uit"),
    show_default=True,
    help="Folder for the dossiers; made when it is not there.",
)
@click.option(
    "--datum",
    "dag",
    type=click.DateTime(["%Y-%m-%d"]),
    callback=_dag,
    help="Day on which the dossiers are made; today when left out.",
)
@click.option(
    "--regelset",
    type=click.Choice([str(r) for r in Regelset]),
    default=str(Regelset.AFSPRAAK),
    show_default=True,
    help="gepubliceerd lets go what only the afspraak objects to.",
)
@click.option(
    "--processen",
    type=click.IntRange(min=1),
    help="Processes to spread the records over; all cores when left out.",
)
@click.option("--opnieuw", is_flag=True, help="Also make again what is there already and the same.")
@click.option("--json", "als_json", is_flag=True, help="One JSON object per record, one per line.")
@click.pass_context
def export_opdracht(
    ctx: click.Context,
    vendor: str,
    bron: Path,
    overdracht: str,
    nummer: str,
    map_: Path,
    dag: date,
    regelset: str,
    processen: int | None,
    *,
    opnieuw: bool,
    als_json: bool,
) -> None:
    """Make the records of a VENDOR in BRON into checked dossiers.

    A dossier is written only when it is valid; findings name the vendor's own fields.

    The same command again goes on where an interrupted one stopped: a record that was done with the
    same settings and did not change is not done again, but what was found is told again.

    Exit code: 0 all written, 1 some held back, 2 interrupted, or the source can't be read.
    """
    plugin, kan = _exporteur(vendor, overdracht, nummer)
    gelezen = _Bron(kan, bron)
    records = gelezen.vanaf_eerste()
    opdracht = Opdracht(
        vendor=vendor,
        overdracht=overdracht,
        versie=nummer,
        dag=dag,
        regelset=Regelset(regelset),
        map_=map_,
    )
    verslag = Verslag(map_, plugin.leverancier.naam, als_json=als_json)
    with open_map(opdracht, plugin, kan, opnieuw=opnieuw) as journaal, _te_onderbreken(verslag):
        verslag.begin(journaal.anders)
        gedaan = export_reeks(opdracht, records, journaal, processen=processen or aantal_kernen())
        with closing(gedaan):
            voortgang = with_progress(
                gedaan, "exporteren", totaal=gelezen.aantal, scherm=verslag.scherm
            )
            for een, stond in voortgang:
                verslag.toon(een, stond=stond)
        gelezen.controleer()
        journaal.rond_af()
    verslag.eind()
    ctx.exit(verslag.exit)

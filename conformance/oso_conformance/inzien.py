"""``oso gevallen``: who the standard pupils are, for whoever enters them in a system."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

import attrs
import click
from lxml import etree
from rich.console import Console
from rich.table import Table
from rich.text import Text

from oso_adapters import Exporteur
from oso_adapters.errors import PluginLoadError
from oso_conformance.bijlagen import bijlagen
from oso_conformance.boom import naam_van, parse_document, snoei
from oso_conformance.gevallen import Geval, gevallen
from oso_conformance.laden import laad
from oso_conformance.proef import Proef, reden_weg
from oso_conformance.scherm import console

__all__ = ["gevallen_opdracht"]

_VAN_DE_KERN = ("metadata", "overdrachtsoort")
_BREED = 34


@attrs.frozen
class _Vendor:
    """A plugin that brings gevallen; without one everything is shown."""

    proef: Proef | None = None

    def kan(self, geval: Geval) -> Exporteur | None:
        return self.proef.levert(geval) if self.proef else None

    def stand(self, geval: Geval) -> str:
        """Say whether the plugin brings a geval."""
        kan = self.kan(geval)
        if self.proef is None or kan is None:
            return "" if self.proef is None else "niet nodig"
        if self.proef.sleutel(geval):
            return "meegebracht"
        weg = reden_weg(kan, geval.fout_in) if geval.fout_in else None
        zonder = kan.gevallen.zonder if kan.gevallen else {}
        return "niet nodig" if weg or geval.id in zonder else "nog niet"


def _kies(ids: tuple[str, ...], profiel: str | None) -> list[Geval]:
    alle = gevallen()
    for id_ in ids:
        if id_.upper() not in alle:
            lijkt = get_close_matches(id_.upper(), alle, n=1)
            bedoelde = f"; did you mean {lijkt[0]}?" if lijkt else ""
            raise click.UsageError(f"geval {id_!r} does not exist{bedoelde}")
    gekozen = [alle[id_.upper()] for id_ in ids] or list(alle.values())
    return [geval for geval in gekozen if profiel in (None, geval.profiel)]


def _toon_lijst(scherm: Console, keuze: list[Geval], vendor: _Vendor) -> None:
    tabel = Table("geval", "overdracht", "dag", "naam", "", box=None, pad_edge=False)
    for geval in keuze:
        cellen = (geval.id, geval.profiel, str(geval.dag), geval.naam, vendor.stand(geval))
        tabel.add_row(*map(Text, cellen))
    scherm.print(tabel)


def _toon_geval(scherm: Console, geval: Geval, vendor: _Vendor) -> None:
    scherm.print(Text(f"{geval.id}  {geval.naam}", style="bold"))
    for naam, tekst in (
        ("laat zien", geval.toont),
        ("overdracht", f"{geval.profiel} uit het {geval.sector}, gemaakt op {geval.dag}"),
        ("sleutel", f"koppelsleutel {geval.koppelsleutel}" if geval.koppelsleutel else ""),
        ("uitgezet", ", ".join(geval.opt_uit)),
        ("leerling", geval.leerling),
        ("extra", geval.extra),
    ):
        if tekst:
            scherm.print(Text.assemble((f"  {naam:<11}", "cyan"), tekst))
    if geval.goed:
        scherm.print()
        for regel in _regels(geval, vendor.kan(geval)):
            scherm.print(Text(regel))
    scherm.print()


def _regels(geval: Geval, kan: Exporteur | None) -> Iterator[str]:
    """Yield the dossier of a geval as lines; less what the vendor does not have."""
    root = parse_document(geval.data)
    lineage: Mapping[str, tuple[str, ...]] = {}
    if kan is not None:
        lineage = kan.lineage
        snoei(root, frozenset(kan.ontbreekt).__contains__, lineage.__contains__)
    namen = {b.blad.waarde: b.naam for b in bijlagen(geval.data)}
    for el in root:
        if naam_van(el) not in _VAN_DE_KERN:
            yield from _element(el, f"/{naam_van(root)}", 1, lineage, namen)


def _element(
    el: etree._Element,
    pad: str,
    diep: int,
    lineage: Mapping[str, tuple[str, ...]],
    namen: Mapping[str, str],
) -> Iterator[str]:
    naam = naam_van(el)
    hier = f"{pad}/{naam}"
    kop = f"{'  ' * diep}{naam}"
    if len(el):
        yield kop
        for kind in el:
            yield from _element(kind, hier, diep + 1, lineage, namen)
        return
    waarde = el.text or ""
    if waarde in namen:
        waarde = f"(het bestand {namen[waarde]})"
    waarde += "".join(f"  {attr}: {w}" for attr, w in el.items())
    velden = ", ".join(lineage.get(hier, ()))
    yield f"{kop:<{_BREED}}  {waarde}{f'   <- {velden}' if velden else ''}".rstrip()


@click.command("gevallen")
@click.argument("ids", nargs=-1, metavar="[GEVAL]...")
@click.option(
    "--vendor", metavar="VENDOR", help="Only what this plugin needs, with its own fields."
)
@click.option("--profiel", metavar="PROFIEL", help="Only this kind of transfer, such as POVO.")
def gevallen_opdracht(ids: tuple[str, ...], vendor: str | None, profiel: str | None) -> None:
    """Show the standard pupils: all of them in a list, or the GEVAL that is named in full.

    With --vendor the fields that the plugin never fills are left out, its own fields stand behind
    the values, and the list says which gevallen the plugin brings.
    """
    proef = None
    if vendor is not None:
        try:
            proef = Proef(vendor, laad(vendor).plugin)
        except PluginLoadError as fout:
            raise click.UsageError(str(fout)) from fout
    keuze = _kies(ids, profiel)
    scherm = console()
    if not ids:
        _toon_lijst(scherm, keuze, _Vendor(proef))
        return
    for geval in keuze:
        _toon_geval(scherm, geval, _Vendor(proef))

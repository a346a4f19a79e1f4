"""Time ``oso export`` of a whole school: on one core and on all, and where the time goes."""

from __future__ import annotations

import tempfile
import time
from collections import Counter
from collections.abc import Callable
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from bronnen import maak_bron
from draaien import draai

from oso_adapters import Plugin, capabilities, load_plugins
from oso_adapters.cli.parallel import aantal_kernen

_PROEF = 2000
_DAG = date(2020, 3, 16)
_DELEN = {
    "mapping": "apply_afbeelding",
    "delivering": "deliver",
    "writing": "write_dossier",
    "checking": "_oordeel",
    "who must act": "assign_wie",
}
_NAMEN = ("reading", *_DELEN, "rest")


def _met_klok(naam: str, functie: Callable[..., Any], tijden: Counter[str]) -> Callable[..., Any]:
    def doe(*args: Any, **anders: Any) -> Any:
        begin = time.process_time()
        try:
            return functie(*args, **anders)
        finally:
            tijden[naam] += time.process_time() - begin

    return doe


def _verdeling(plugin: Plugin, bron: Path) -> Counter[str]:
    """Return the seconds that each part takes for some records, in this process."""
    kan = plugin.exporteur
    assert kan is not None
    tijden: Counter[str] = Counter()
    for naam, functie in _DELEN.items():
        setattr(capabilities, functie, _met_klok(naam, getattr(capabilities, functie), tijden))
    stroom = iter(kan.read(bron))
    lees = _met_klok("reading", lambda: next(stroom), tijden)
    begin = time.process_time()
    for record in islice(iter(lees, None), _PROEF):
        kan.export(record, plugin.leverancier, overdracht="POVO", dag=_DAG)
    tijden["rest"] = time.process_time() - begin - tijden.total()
    return tijden


def _geldige(plugin: Plugin) -> list[str]:
    """Return the keys of the standard pupils whose dossier can go to secondary school."""
    kan = plugin.exporteur
    assert kan is not None
    assert kan.gevallen is not None
    return [
        record.sleutel
        for record in kan.read(kan.gevallen.bron)
        if kan.export(record, plugin.leverancier, overdracht="POVO", dag=_DAG).data is not None
    ]


def meet_export(aantal: int) -> None:
    """Print records per second, the memory of the largest process, and the share of each part."""
    plugin = load_plugins().plugin("parnassys")
    sleutels = _geldige(plugin)
    with tempfile.TemporaryDirectory() as tijdelijk:
        map_ = Path(tijdelijk)
        for hoeveel in (aantal // 10, aantal):
            bron = map_ / f"bron{hoeveel}"
            bron.mkdir()
            maak_bron(bron, hoeveel, sleutels)
            for processen in (1, aantal_kernen()):
                _exporteer(bron, map_ / f"uit{hoeveel}-{processen}", hoeveel, processen)
        tijden = _verdeling(plugin, bron)
    geheel = tijden.total()
    print(f"\n{geheel / _PROEF * 1000:.2f} ms for one record, of which")
    for naam in _NAMEN:
        print(f"  {naam:<12} {tijden[naam] / geheel:6.1%}")


def _exporteer(bron: Path, uit: Path, aantal: int, processen: int) -> None:
    duur, geheugen = draai(
        *("export", "parnassys", str(bron), "--overdracht", "POVO", "--datum", str(_DAG)),
        *("--uit", str(uit), "--processen", str(processen), "--json"),
        uit=bron.parent / "uit.jsonl",
        codes=(0, 1),
    )
    print(
        f"{aantal:6} records, {processen} process(es)  {duur:7.1f} s  {aantal / duur:6.0f}/s"
        f"  {geheugen:5} MiB for the largest"
    )

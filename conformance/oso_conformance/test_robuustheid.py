"""Whatever the source looks like, the program stays on its feet."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from oso_adapters import Exporteur
from oso_conformance.gevallen import Geval
from oso_conformance.proef import Lezing, Proef, afdruk_van, lees
from oso_conformance.uitkomst import Bevinding, niet_vast_te_stellen, zonder_bevinding

_ROMMEL = b"\x00\xff\xfe{[<PK\x03\x04" + bytes(range(256)) * 4


def _bron(exporteur: Exporteur) -> Path:
    if exporteur.gevallen is None:
        niet_vast_te_stellen("de plugin brengt geen gevallen mee (Exporteur.gevallen)")
    return Path(exporteur.gevallen.bron)


def _bestanden(bron: Path) -> list[Path]:
    return [bron] if bron.is_file() else sorted(pad for pad in bron.rglob("*") if pad.is_file())


@pytest.mark.eis("E.ROB.01")
def test_refuses_a_source_that_is_not_there(proef: Proef, tmp_path: Path) -> None:
    """Read a path where nothing is."""
    bezwaren = []
    for exporteur in proef.exporteurs:
        fout = lees(exporteur, tmp_path / "bestaat-niet").fout
        if fout is None:
            bezwaren.append(Bevinding("Een bron die niet bestaat, geeft geen fout."))
        elif not fout.voorzien:
            bezwaren.append(Bevinding(f"Een bron die niet bestaat, geeft {fout}."))
    zonder_bevinding(bezwaren)


def _kapot(bron: Path, doel: Path, hoe: str) -> Path:
    """Copy a source with each file spoilt: emptied, cut in half, or filled with rubbish."""
    kopie = doel / hoe / bron.name
    kopie.parent.mkdir(parents=True)
    if bron.is_dir() and hoe == "lege map":
        kopie.mkdir()
        return kopie
    shutil.copytree(bron, kopie) if bron.is_dir() else shutil.copy(bron, kopie)
    for bestand in _bestanden(kopie):
        data = bestand.read_bytes()
        bestand.write_bytes({"half": data[: len(data) // 2], "rommel": _ROMMEL}.get(hoe, b""))
    return kopie


def _bezwaren(proef: Proef, exporteur: Exporteur, lezing: Lezing, hoe: str) -> Iterator[Bevinding]:
    if lezing.fout is not None:
        if not lezing.fout.voorzien:
            yield Bevinding(f"Een bron als '{hoe}' geeft {lezing.fout}.")
        return
    if not any(bron.meldingen for bron in lezing.records) and hoe != "half":
        yield Bevinding(f"Een bron als '{hoe}' geeft geen fout en geen melding.")
    geval = next((geval for geval in proef.gevallen() if geval.goed), None)
    for bron in lezing.records if geval is not None else ():
        vangst = proef.maak(geval, bron, exporteur) if geval else None
        if vangst is not None and vangst.fout is not None:
            yield Bevinding(f"Een record uit een bron als '{hoe}' geeft {vangst.fout}.")
        elif vangst is not None and vangst.waarde.data is not None and hoe != "half":
            yield Bevinding(f"Uit een bron als '{hoe}' komt toch een dossier.")


@pytest.mark.eis("E.ROB.02")
def test_survives_a_broken_source(proef: Proef, tmp_path: Path) -> None:
    """Read copies of the source that are empty, cut in half or full of rubbish."""
    bezwaren: list[Bevinding] = []
    for nr, exporteur in enumerate(proef.exporteurs):
        for hoe in ("lege map", "leeg", "half", "rommel"):
            kapot = _kapot(_bron(exporteur), tmp_path / str(nr), hoe)
            bezwaren += _bezwaren(proef, exporteur, lees(exporteur, kapot), hoe)
    zonder_bevinding(dict.fromkeys(bezwaren))


@pytest.mark.eis("E.ROB.03")
def test_survives_a_strange_value(proef: Proef, geval: Geval) -> None:
    """Put a strange value in each text field in turn."""
    bezwaren = [
        Bevinding(f"Een vreemde waarde in dit veld geeft {vangst.fout}.", "", (veld,))
        for veld, vangst in proef.vreemd(geval)
        if vangst.fout is not None
    ]
    bezwaren += [
        Bevinding("Een vreemde waarde in dit veld laat een omzetting vastlopen.", "", (veld,))
        for veld, vangst in proef.vreemd(geval)
        if vangst.fout is None
        and any(melding.regel == "AF.omzetting" for melding in vangst.waarde.meldingen)
    ]
    zonder_bevinding(bezwaren)


def _afdrukken(bron: Path) -> dict[str, str]:
    return {pad.as_posix(): afdruk_van(pad.read_bytes()) for pad in _bestanden(bron)}


@pytest.mark.eis("E.ROB.04")
def test_leaves_the_source_alone(proef: Proef) -> None:
    """Compare the files of the source before and after."""
    bezwaren = []
    for exporteur in proef.exporteurs:
        bron = _bron(exporteur)
        voor = _afdrukken(bron)
        for geval in (lees(exporteur, bron), *proef.gevallen()):
            if isinstance(geval, Geval) and proef.lezing(exporteur).met(proef.sleutel(geval)):
                proef.maak(geval, proef.bron(geval))
        if _afdrukken(bron) != voor:
            bezwaren.append(Bevinding("De bestanden van de bron zijn veranderd."))
    zonder_bevinding(bezwaren)


@pytest.mark.eis("E.ROB.05")
def test_reads_one_by_one(proef: Proef) -> None:
    """Look whether reading gives a list."""
    zonder_bevinding(
        Bevinding("lees(...) geeft een hele lijst in plaats van record voor record.")
        for exporteur in proef.exporteurs
        if not proef.lezing(exporteur).lui
    )

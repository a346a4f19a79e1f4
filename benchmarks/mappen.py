"""Time ``oso check`` on a folder full of dossiers, and look at the memory that it takes."""

from __future__ import annotations

import tempfile
from importlib.resources import files
from pathlib import Path

from draaien import draai
from meten import groot_dossier

_PER_MAP = 1000
_GROOT_OM_DE = 100


def _maak_map(map_: Path, aantal: int) -> None:
    """Fill a folder with valid dossiers: the gevallen, each with its own code, and large ones."""
    gevallen = files("oso_conformance") / "gevallen"
    klein = [(gevallen / f"G{nr:02}.xml").read_bytes() for nr in range(1, 20)]
    groot = groot_dossier()
    for nr in range(aantal):
        data = klein[nr % len(klein)] if nr % _GROOT_OM_DE else groot
        bestand = map_ / f"{nr // _PER_MAP:04}" / f"{nr:07}.xml"
        bestand.parent.mkdir(exist_ok=True)
        bestand.write_bytes(data.replace(b"<voornaam>", b"<voornaam>%d " % nr, 1))


def _controleer(map_: Path, processen: int) -> tuple[float, int, bytes]:
    """Return the seconds, the MiB of the largest process and what was printed."""
    uit = map_.parent / "uit.jsonl"
    duur, grootste = draai("check", str(map_), "--json", "--processen", str(processen), uit=uit)
    return duur, grootste, uit.read_bytes()


def meet_map(aantal: int) -> None:
    """Print how much faster two processes are than one, and what the largest of them takes."""
    with tempfile.TemporaryDirectory() as tijdelijk:
        map_ = Path(tijdelijk) / "dossiers"
        map_.mkdir()
        _maak_map(map_, aantal)
        een, geheugen, verwacht = _controleer(map_, 1)
        print(f"{aantal} dossiers, one process    {een:7.1f} s   {geheugen:5} MiB")
        twee, geheugen, regels = _controleer(map_, 2)
        print(f"{aantal} dossiers, two processes  {twee:7.1f} s   {geheugen:5} MiB for the largest")
        assert verwacht == regels
        print(f"  one / two: {een / twee:.2f}")

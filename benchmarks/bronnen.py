"""Make an export of ParnasSys of any size from the standard pupils, each with rows of its own."""

from __future__ import annotations

import json
import shutil
from collections.abc import Collection, Iterator
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

_EIGEN = {"adressen": "adres", "verzorgers": "verzorger", "documenten": "document"}
"""Tables of which every leerling has rows that no other leerling points to."""


def _naar(deel: Any, namen: dict[str, str]) -> Any:
    """Return a copy in which every id has its new name."""
    if isinstance(deel, dict):
        return {naam: _naar(waarde, namen) for naam, waarde in deel.items()}
    if isinstance(deel, list):
        return [_naar(waarde, namen) for waarde in deel]
    return namen.get(deel, deel) if isinstance(deel, str) else deel


def _ids(deel: Any, bekend: set[str]) -> Iterator[str]:
    if isinstance(deel, dict | list):
        for waarde in deel.values() if isinstance(deel, dict) else deel:
            yield from _ids(waarde, bekend)
    elif isinstance(deel, str) and deel in bekend:
        yield deel


def _eigen_rijen(leerling: Any, rijen: dict[str, tuple[str, Any]]) -> dict[str, tuple[str, Any]]:
    """Return the rows that a leerling points to, also through other rows."""
    gevonden: dict[str, tuple[str, Any]] = {}
    te_doen = list(_ids(leerling, set(rijen)))
    while te_doen:
        sleutel = te_doen.pop()
        if sleutel not in gevonden:
            gevonden[sleutel] = rijen[sleutel]
            te_doen += _ids({n: w for n, w in rijen[sleutel][1].items() if n != "id"}, set(rijen))
    return gevonden


def maak_bron(map_: Path, aantal: int, sleutels: Collection[str]) -> None:
    """Write an export of so many leerlingen, with their attachments, into a folder.

    Args:
        sleutels: keys of the standard pupils to take in turn.
    """
    with as_file(files("oso_parnassys") / "gevallen") as gevallen:
        antwoord = json.loads((gevallen / "leerlingen.json").read_text("utf-8"))
        shutil.copytree(gevallen / "bijlagen", map_ / "bijlagen")
    gewoon = [le for le in antwoord["leerlingen"].pop("leerling") if le["id"] in sleutels]
    rijen = {r["id"]: (t, r) for t, naam in _EIGEN.items() for r in antwoord[t][naam]}
    nieuw: dict[str, list[Any]] = {tabel: [] for tabel in _EIGEN}
    leerlingen = []
    per_leerling = [_eigen_rijen(leerling, rijen) for leerling in gewoon]
    for nr in range(aantal):
        eigen = per_leerling[nr % len(gewoon)]
        namen = {sleutel: f"{sleutel}-{nr}" for sleutel in eigen}
        for tabel, rij in eigen.values():
            nieuw[tabel].append(_naar(rij, namen))
        leerlingen.append(_naar(gewoon[nr % len(gewoon)], namen) | {"id": f"{nr:07}"})
    antwoord["leerlingen"]["leerling"] = leerlingen
    for tabel, naam in _EIGEN.items():
        antwoord[tabel][naam] += nieuw[tabel]
    (map_ / "leerlingen.json").write_text(json.dumps(antwoord), "utf-8")

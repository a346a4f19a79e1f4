"""Time things side by side in one run, and show them as ratios."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping
from importlib.resources import files

from oso_adapters import check, read_dossier, write_dossier

Ding = Callable[[], object]


def meet(dingen: Mapping[str, Ding], *, rondes: int = 60, herhaal: int = 3) -> dict[str, float]:
    """Return the best time of each in seconds; they take turns, so that noise hits all alike."""
    beste = dict.fromkeys(dingen, float("inf"))
    gc.collect()
    gc.disable()
    try:
        for _ in range(rondes):
            for naam, ding in dingen.items():
                for _ in range(herhaal):
                    begin = time.perf_counter()
                    ding()
                    beste[naam] = min(beste[naam], time.perf_counter() - begin)
    finally:
        gc.enable()
    return beste


def toon(titel: str, tijden: Mapping[str, float], basis: str) -> None:
    """Print the times as ratios to one of them."""
    print(titel)
    for naam, tijd in tijden.items():
        print(f"  {naam:<44} {tijd * 1000:8.3f} ms   {tijd / tijden[basis]:7.2f} x")
    print()


def groot_dossier() -> bytes:
    """Return a valid dossier of about 170 kB: the fullest geval with more attachments."""
    dossier = read_dossier((files("oso_conformance") / "gevallen" / "G12.xml").read_bytes())
    leerling = dossier.huidigeschool.leerling
    document = leerling.overigdocumentlijst[0]
    inhoud = (document.bestandsinhoud * (35_000 // len(document.bestandsinhoud) + 1))[:35_000]
    leerling.overigdocumentlijst.append(
        type(document)(bestandsnaam="extra.pdf", bestandsinhoud=inhoud)
    )
    data = write_dossier(dossier)
    assert check(data).oordeel == "geldig"
    return data

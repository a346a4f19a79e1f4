"""Makes all dossiers in another process, where sets and dicts have another order."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache

from oso_conformance.laden import laad
from oso_conformance.proef import Proef, afdruk_van

__all__ = ["afdrukken_in_nieuw_proces"]

_GRENS = 120
"""Seconds that the other process may take."""


def _omgeving() -> dict[str, str]:
    """Let the other process find the same modules, and hash texts in another way."""
    anders = "1" if os.environ.get("PYTHONHASHSEED") != "1" else "2"
    paden = os.pathsep.join(pad for pad in sys.path if pad)
    return {**os.environ, "PYTHONHASHSEED": anders, "PYTHONPATH": paden}


@cache
def afdrukken_in_nieuw_proces(naam: str) -> dict[str, str] | None:
    """Return the digest of each dossier, by geval; None when the process did not end well."""
    try:
        klaar = subprocess.run(  # noqa: S603 - our own module in our own interpreter
            [sys.executable, "-m", __name__, naam],
            env=_omgeving(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_GRENS,
            check=False,
        )
        gelezen: dict[str, str] = json.loads(klaar.stdout)
    except (subprocess.TimeoutExpired, ValueError):
        return None
    return gelezen


def _afdrukken(naam: str) -> dict[str, str]:
    proef = Proef(naam, laad(naam).plugin)
    afdrukken = {}
    for geval in proef.gevallen():
        records = proef.lezing(proef.exporteur(geval)).met(proef.sleutel(geval))
        if geval.goed and len(records) == 1:
            resultaat = proef.uitvoer(geval).waarde
            afdrukken[geval.id] = afdruk_van((resultaat and resultaat.data) or b"")
    return afdrukken


if __name__ == "__main__":
    print(json.dumps(_afdrukken(sys.argv[1])))  # noqa: T201 - this is the answer

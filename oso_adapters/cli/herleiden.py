"""Which system made a dossier, and so whose a finding is; loaded only when there is one."""

from __future__ import annotations

from functools import cache

import attrs

from oso_adapters.check import Uitslag
from oso_adapters.diagnose import Pakket, niet_te_herleiden, trace
from oso_adapters.registry import Register, load_plugins
from oso_adapters.rules import Regelset

__all__ = ["herleid", "installed"]


@cache
def installed() -> Register:
    """Return the installed plugins; they are loaded once in each process."""
    return load_plugins()


def herleid(
    data: bytes, uitslag: Uitslag, regelset: Regelset, *, ontvangen: bool
) -> tuple[Uitslag, Pakket | None]:
    """Return what was found with its evidence, and the system that made the document."""
    try:
        gevonden = trace(data, uitslag, installed(), regelset=regelset, ontvangen=ontvangen)
    except Exception as fout:  # noqa: BLE001 - what was found counts, also when its maker does not
        return uitslag, niet_te_herleiden(fout)
    return attrs.evolve(uitslag, meldingen=gevonden.meldingen), gevonden.pakket

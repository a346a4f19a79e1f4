"""Whether a finding is about the fault of a bad geval, and says what a school needs to know."""

from __future__ import annotations

from collections.abc import Iterable

from oso_adapters.melding import Melding
from oso_conformance.gevallen import Geval

__all__ = ["bij", "eigen_veld", "zegt_genoeg"]


def _raakt(pad: str, fout_in: str) -> bool:
    """Say whether a path is that of the fault, or lies above or below it."""
    return f"{fout_in}/".startswith(f"{pad}/") or f"{pad}/".startswith(f"{fout_in}/")


def bij(geval: Geval, meldingen: Iterable[Melding]) -> list[Melding]:
    """Return the findings that are about the place of the fault."""
    return [m for m in meldingen if any(_raakt(pad, geval.fout_in) for pad in (m.pad, *m.paden))]


def eigen_veld(melding: Melding) -> bool:
    """Say whether a finding names a field of the vendor."""
    return any(veld.strip() for veld in melding.bronvelden)


def zegt_genoeg(melding: Melding) -> bool:
    """Say whether a finding tells what is wrong, what to do, and at which own field."""
    return eigen_veld(melding) and bool(melding.melding.strip() and melding.herstel.strip())

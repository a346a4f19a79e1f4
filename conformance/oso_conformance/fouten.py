"""What findings say: of the fault of a bad geval, and of a dossier that was held back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from oso_adapters import Exportresultaat
from oso_adapters.melding import Melding
from oso_conformance.gevallen import Geval
from oso_conformance.uitkomst import Bevinding

__all__ = ["bij", "eigen_veld", "vastgehouden", "zegt_genoeg"]


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


def vastgehouden(resultaat: Exportresultaat) -> Iterator[Bevinding]:
    """Yield why a dossier was held back that should have gone out."""
    regels = sorted({(m.regel, m.locatie, m.bronvelden) for m in resultaat.meldingen})
    for regel, locatie, velden in regels or [("zonder melding", "", ())]:
        yield Bevinding(f"Het dossier is vastgehouden: {regel}.", locatie, velden)

"""What went wrong, and who must act."""

from __future__ import annotations

from oso_adapters.diagnose.herkomst import (
    Herleid,
    Pakket,
    exporteur_voor,
    niet_te_herleiden,
    trace,
    trace_boom,
)

__all__ = ["Herleid", "Pakket", "exporteur_voor", "niet_te_herleiden", "trace", "trace_boom"]

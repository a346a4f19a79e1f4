"""The wrong plugins that the suite must catch, in one dictionary."""

from __future__ import annotations

from typing import Any

import mutanten
import mutanten_esis
import mutanten_import
import mutanten_magister
import mutanten_parnassys
import mutanten_somtoday
import mutanten_swv

MODULES = (
    mutanten,
    mutanten_esis,
    mutanten_import,
    mutanten_magister,
    mutanten_parnassys,
    mutanten_somtoday,
    mutanten_swv,
)
VERKEERD: dict[str, dict[str, Any]] = {
    module.__name__: {
        naam: mutant
        for soort in ("MUTANTEN", "EERLIJK", "GOED")
        for naam, mutant in getattr(module, soort, {}).items()
    }
    for module in MODULES
}
"""The wrong plugins of each module, by name."""

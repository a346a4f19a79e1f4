"""What dossiers of today would be in another version of the standard."""

from __future__ import annotations

from oso_adapters.vooruitblik.dossier import Vooruitblik, kijk_vooruit, niet_te_voorspellen
from oso_adapters.vooruitblik.telling import Telling

__all__ = ["Telling", "Vooruitblik", "kijk_vooruit", "niet_te_voorspellen"]

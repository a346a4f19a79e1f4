"""A dossier as a person reads it: from the labels of the declarations, as a page or as text."""

from __future__ import annotations

from oso_adapters.toon.delen import Weergave
from oso_adapters.toon.pagina import maak_pagina
from oso_adapters.toon.tekst import Regel, maak_regels
from oso_adapters.toon.weergave import maak_weergave

__all__ = ["Regel", "Weergave", "maak_pagina", "maak_regels", "maak_weergave"]

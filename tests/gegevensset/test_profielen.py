"""Each kind of transfer delivers the categories of the matrix."""

from __future__ import annotations

import pytest

from oso_adapters import check, versie
from oso_adapters.gegevensset import CategorieUitlevering
from oso_adapters.gegevensset._veld import velden_in
from oso_adapters.gegevensset.profielen import profiel_van, profielen

VERSIE = versie("2019.1")
V, X, O = "VERPLICHT", "VERBODEN", "OPTIONEEL"  # noqa: E741 - one letter a cell keeps the matrix readable
CODES = ("POPO", "POVO", "VOVO", "BB", "POSWV", "VOSWV")

MATRIX = {
    # categorie             POPO POVO VOVO BB POSWV VOSWV
    "metadata": /* */ (V, V, V, V, V, V),
}

"""Generated dossiers, made once."""

from __future__ import annotations

from functools import cache

import pytest

from oso_adapters import write_dossier
from oso_adapters.gegevensset.profielen import profielen
from oso_adapters.tabellen.bouwen import GEWOON, KLEIN, VOL
from oso_adapters.tabellen.generator import genereer

AANTAL = {KLEIN: 5, GEWOON: 10, VOL: 3}


@cache
def _gemaakt(versie):
    return tuple(
        write_dossier(genereer(versie, profiel, zaad, omvang), versie)
        for omvang in (GEWOON, KLEIN, VOL)
        for zaad in range(AANTAL[omvang])
        for profiel in profielen()
    )


@pytest.fixture(scope="session")
def gemaakt():
    """Return a function that gives generated dossiers of a version: all profiles and sizes."""
    return _gemaakt

"""Generated dossiers, made once, and bundles in the form of the published one."""

from __future__ import annotations

import multiprocessing
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path

import pytest

from oso_adapters import VERSIES, write_dossier
from oso_adapters.gegevensset.profielen import profielen
from oso_adapters.tabellen.bouwen import GEWOON, KLEIN, VOL
from oso_adapters.tabellen.generator import genereer
from oso_adapters.tabellen.mutanten import breekbaar, kleinste_mutant

sys.path.insert(0, str(Path(__file__).parent))

from bundel_uit_regels import bundel

AANTAL = {KLEIN: 5, GEWOON: 10, VOL: 3}


@cache
def _gemaakt(versie):
    return tuple(
        write_dossier(genereer(versie, profiel, zaad, omvang), versie)
        for omvang in (GEWOON, KLEIN, VOL)
        for zaad in range(AANTAL[omvang])
        for profiel in profielen()
    )


@cache
def _mutanten(versie):
    return {regel.id: kleinste_mutant(regel, _gemaakt(versie)) for regel in breekbaar(versie)}


@pytest.fixture(scope="session")
def kleinste_mutanten():
    """Return a function that gives the smallest mutant of each rule of a version, by its key."""
    return _mutanten


@pytest.fixture(scope="session")
def gemaakt():
    """Return a function that gives generated dossiers of a version: all profiles and sizes."""
    return _gemaakt


@pytest.fixture
def eigen_bundel(tmp_path):
    """Return a folder with a bundle of every version, made from our own rules."""
    map_ = tmp_path / "bundel"
    for versie in VERSIES:
        bundel(versie).write(map_)
    return map_


@pytest.fixture(scope="session")
def dossiers_van():
    """Return a function that gives valid dossiers of a version, by name of the profile."""

    def maak(versie):
        return {
            profiel: write_dossier(genereer(versie, profiel, 1), versie)
            for profiel in ("POVO", "BB", "POSWV")
        }

    return maak


@pytest.fixture(scope="session")
def in_apart_proces():
    """Return a function that calls another one in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as proces:
        yield lambda functie, *woorden: proces.submit(functie, *woorden).result()

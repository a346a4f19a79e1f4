"""Bundles in the form of the published one, and dossiers of every version."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from oso_adapters import VERSIES, write_dossier
from oso_adapters.tabellen.generator import genereer

sys.path.insert(0, str(Path(__file__).parent))

from bundel_uit_regels import bundel


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

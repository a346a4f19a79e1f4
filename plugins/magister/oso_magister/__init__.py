"""Magister plugin for oso-adapters: dossiers out and in; its hooks say no more."""

from __future__ import annotations

from pathlib import Path

from oso_adapters import (
    Exporteur,
    Gevallen,
    Importeur,
    Leverancier,
    SwvUitwisseling,
    hookimpl,
)
from oso_magister.mapping import DOSSIER, koppelsleutel, niet_uitwisselen
from oso_magister.mapping_import import DOSSIER_IN, is_definitief
from oso_magister.source import read, read_administratie, write

__all__ = ["oso_export", "oso_import", "oso_leverancier", "oso_swv"]


@hookimpl
def oso_leverancier() -> Leverancier:
    """Say who the plugin speaks for."""
    return Leverancier(
        naam="Magister",
        maker="Iddink Group",
        pakketnaam="Magister",
        pakketversie="6.3",
        sectoren={"vo"},
        niet={
            "2017.1": "Magister levert alleen de versie die de keten vraagt",
            "2018.1": "Magister levert alleen de versie die de keten vraagt",
        },
        toelichting="A reference plugin: its records have a plausible shape, partly public; see"
        " its README.",
    )


def _exporteur(*profielen: str) -> Exporteur:
    return Exporteur(
        profielen=set(profielen),
        versies={"2019.1"},
        dossier=DOSSIER,
        read=read,
        opt_uit=niet_uitwisselen,
        gevallen=Gevallen.read(Path(__file__).parent / "gevallen"),
    )


@hookimpl
def oso_export() -> Exporteur:
    """Deliver overstapdossiers of a secondary school."""
    return _exporteur("VOVO", "BB")


@hookimpl
def oso_import() -> Importeur:
    """Take dossiers in: from primary schools, from other secondary schools, within the BRIN."""
    return Importeur(
        profielen={"POVO", "VOVO", "BB"},
        versies={"2019.1"},
        dossier=DOSSIER_IN,
        read=read_administratie,
        write=write,
        definitief=is_definitief,
    )


@hookimpl
def oso_swv() -> SwvUitwisseling:
    """Deliver requests for support to a samenwerkingsverband."""
    return SwvUitwisseling(uit=_exporteur("VOSWV"), koppelsleutel=koppelsleutel)

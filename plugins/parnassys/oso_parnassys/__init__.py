"""ParnasSys plugin for oso-adapters: dossiers out and in; its hooks say no more."""

from __future__ import annotations

from pathlib import Path

import attrs

from oso_adapters import (
    Exporteur,
    Gevallen,
    Importeur,
    Leverancier,
    SwvUitwisseling,
    hookimpl,
)
from oso_parnassys.mapping import (
    DOSSIER,
    ONTVANGEN_DOSSIER,
    koppelsleutel,
    niet_uitwisselen,
)
from oso_parnassys.source import read, read_school, write

__all__ = ["oso_export", "oso_import", "oso_leverancier", "oso_swv"]


@hookimpl
def oso_leverancier() -> Leverancier:
    """Say who the plugin speaks for."""
    return Leverancier(
        naam="ParnasSys",
        maker="Topicus Education",
        pakketnaam="ParnasSys",
        pakketversie="2.34",
        sectoren={"po"},
        niet={
            "2017.1": "ParnasSys kent alleen de versie die de keten vraagt",
            "2018.1": "ParnasSys kent alleen de versie die de keten vraagt",
        },
        toelichting="A reference plugin: its records have a plausible shape, partly public; see"
        " its README.",
    )


@hookimpl
def oso_export() -> Exporteur:
    """Deliver overstapdossiers of a primary school."""
    return Exporteur(
        profielen={"POPO", "POVO", "BB"},
        versies={"2019.1"},
        dossier=DOSSIER,
        read=read,
        opt_uit=niet_uitwisselen,
        gevallen=Gevallen.read(Path(__file__).parent / "gevallen"),
    )


@hookimpl
def oso_import() -> Importeur:
    """Take in the dossiers that a primary school receives."""
    return Importeur(
        profielen={"POPO", "BB"},
        versies={"2019.1"},
        dossier=ONTVANGEN_DOSSIER,
        read=read_school,
        write=write,
    )


@hookimpl
def oso_swv() -> SwvUitwisseling:
    """Ask a samenwerkingsverband for support, on behalf of a primary school."""
    return SwvUitwisseling(
        uit=attrs.evolve(oso_export(), profielen={"POSWV"}), koppelsleutel=koppelsleutel
    )

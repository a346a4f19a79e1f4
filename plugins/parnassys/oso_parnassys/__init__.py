"""ParnasSys plugin for oso-adapters: it delivers overstapdossiers; its hooks say no more."""

from __future__ import annotations

from pathlib import Path

from oso_adapters import Exporteur, Leverancier, hookimpl
from oso_parnassys.mapping import DOSSIER, niet_uitwisselen
from oso_parnassys.source import read, read_gevallen

__all__ = ["oso_export", "oso_leverancier"]


@hookimpl
def oso_leverancier() -> Leverancier:
    """Say who the plugin speaks for."""
    return Leverancier(
        naam="ParnasSys",
        maker="Topicus Education",
        pakketnaam="ParnasSys",
        pakketversie="2.34",
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
        gevallen=read_gevallen(Path(__file__).parent / "gevallen"),
    )

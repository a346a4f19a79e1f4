"""ESIS plugin for oso-adapters: it delivers overstapdossiers and takes them in."""

from __future__ import annotations

from pathlib import Path

from oso_adapters import Exporteur, Gevallen, Importeur, Leverancier, hookimpl
from oso_esis.mapping import DOSSIER, INKOMEND, is_definitief, niet_uitwisselen
from oso_esis.source import read, read_administratie, write

__all__ = ["oso_export", "oso_import", "oso_leverancier"]


@hookimpl
def oso_leverancier() -> Leverancier:
    """Say who the plugin speaks for."""
    return Leverancier(
        naam="ESIS",
        maker="Rovict",
        pakketnaam="ESIS",
        pakketversie="2020.1",
        toelichting="A reference plugin: its records have the shape of UWLR and EDEXML where those"
        " are public, and a plausible one elsewhere; see its README.",
        sectoren={"po"},
        niet={
            "swv": "ESIS is alleen aangemeld voor overstapdossiers",
            "2017.1": "ESIS levert alleen de versie die de keten vraagt",
            "2018.1": "ESIS levert alleen de versie die de keten vraagt",
        },
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
    """Take overstapdossiers in, as a primary school gets them."""
    return Importeur(
        profielen={"POPO", "BB"},
        versies={"2019.1"},
        dossier=INKOMEND,
        read=read_administratie,
        write=write,
        definitief=is_definitief,
    )

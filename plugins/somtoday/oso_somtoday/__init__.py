"""Somtoday plugin for oso-adapters: its hooks say what it can do."""

from __future__ import annotations

from pathlib import Path

from oso_adapters import Exporteur, Gevallen, Importeur, Leverancier, SwvUitwisseling, hookimpl
from oso_somtoday.mapping import DOSSIER, niet_uitwisselen
from oso_somtoday.mapping_aanmelding import AANMELDING, is_definitief
from oso_somtoday.registreren import naar_export
from oso_somtoday.source import read, read_aanmeldingen, write_aanmeldingen

__all__ = ["oso_export", "oso_import", "oso_leverancier", "oso_swv"]

_ALLEEN_NIEUW = "Somtoday kent alleen de versie die de keten vraagt"


@hookimpl
def oso_leverancier() -> Leverancier:
    """Say who the plugin speaks for."""
    return Leverancier(
        naam="Somtoday",
        maker="Topicus Education",
        pakketnaam="Somtoday",
        pakketversie="14.10",
        sectoren={"vo"},
        niet={
            "2017.1": _ALLEEN_NIEUW,
            "2018.1": _ALLEEN_NIEUW,
        },
        toelichting="A reference plugin: the records of the Connect interface are public, the rest"
        " has a plausible shape; see its README.",
    )


def _exporteur(profielen: set[str]) -> Exporteur:
    return Exporteur(
        profielen=profielen,
        versies={"2019.1"},
        dossier=DOSSIER,
        read=read,
        opt_uit=niet_uitwisselen,
        gevallen=Gevallen.read(Path(__file__).parent / "gevallen"),
    )


@hookimpl
def oso_export() -> Exporteur:
    """Deliver overstapdossiers of a school for secondary education."""
    return _exporteur({"VOVO", "BB"})


@hookimpl
def oso_import() -> Importeur:
    """Take dossiers in: each becomes an Aanmelding in the registration portal."""
    return Importeur(
        profielen={"POVO", "VOVO", "BB"},
        versies={"2019.1"},
        dossier=AANMELDING,
        read=read_aanmeldingen,
        write=write_aanmeldingen,
        definitief=is_definitief,
        naar_export=naar_export,
    )


@hookimpl
def oso_swv() -> SwvUitwisseling:
    """Deliver support requests to a samenwerkingsverband."""
    return SwvUitwisseling(
        uit=_exporteur({"VOSWV"}), koppelsleutel=lambda record: record.oso.koppelsleutel
    )

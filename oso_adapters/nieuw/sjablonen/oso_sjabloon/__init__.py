"""Sjabloon plugin for oso-adapters: its hooks are what the system can do."""

from __future__ import annotations

# <als gevallen>
from pathlib import Path

# </als>
from oso_adapters import (
    # <als gevallen>
    Exporteur,
    Gevallen,
    # </als>
    # <als import>
    Importeur,
    # </als>
    Leverancier,
    # <als swv>
    SwvUitwisseling,
    # </als>
    hookimpl,
)
from oso_sjabloon.mapping import (
    # <als gevallen>
    DOSSIER,
    # </als>
    # <als import>
    INKOMEND,
    # </als>
    # <als swv>
    koppelsleutel,
    # </als>
    # <als gevallen>
    niet_meesturen,
    # </als>
)
from oso_sjabloon.source import BESTAND

__all__ = [
    # <als export>
    "oso_export",
    # </als>
    # <als import>
    "oso_import",
    # </als>
    "oso_leverancier",
    # <als swv>
    "oso_swv",
    # </als>
]


@hookimpl
def oso_leverancier() -> Leverancier:
    """Say who the plugin speaks for."""
    return Leverancier(
        naam="Sjabloon",
        # <als gevallen>
        maker="Sjabloon",
        # </als>
        # <als zonder gevallen>
        # + maker="",  # the company that makes the system
        # </als>
        pakketnaam="Sjabloon",
        pakketversie="1.0",
        sectoren={"po"},
        niet={  # what the system does not do, and why; take out what you build
            # <als zonder export>
            "export": "de plugin levert nog geen overstapdossiers uit",
            # </als>
            # <als zonder import>
            "import": "de plugin leest nog geen dossiers in",
            # </als>
            # <als zonder swv>
            "swv": "de plugin wisselt niet uit met een samenwerkingsverband",
            # </als>
            # <als export>
            "POPO": "de plugin levert alleen aan het voortgezet onderwijs",
            # </als>
            # <als export of import>
            "BB": "de plugin kent nog geen overdracht binnen de school",
            # </als>
            "2017.1": "de plugin kent alleen de nieuwste versie",
            "2018.1": "de plugin kent alleen de nieuwste versie",
        },
    )


# <als gevallen>
def _exporteur(profiel: str) -> Exporteur:
    return Exporteur(
        profielen={profiel},
        versies={"2019.1"},
        dossier=DOSSIER,
        read=BESTAND.read,
        opt_uit=niet_meesturen,
        gevallen=Gevallen.read(Path(__file__).parent / "gevallen"),
    )


# </als>
# <als export>
@hookimpl
def oso_export() -> Exporteur:
    """Deliver overstapdossiers of a primary school to secondary schools."""
    return _exporteur("POVO")


# </als>
# <als import>
@hookimpl
def oso_import() -> Importeur:
    """Take overstapdossiers in from other primary schools."""
    return Importeur(
        profielen={"POPO"},
        versies={"2019.1"},
        dossier=INKOMEND,
        read=BESTAND.read_if_there,
        write=BESTAND.write,
    )


# </als>
# <als swv>
@hookimpl
def oso_swv() -> SwvUitwisseling:
    """Deliver support requests to a samenwerkingsverband."""
    return SwvUitwisseling(uit=_exporteur("POSWV"), koppelsleutel=koppelsleutel)


# </als>

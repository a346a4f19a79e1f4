"""Adapters between school administration systems (LAS) and OSO.

The names here are all that a plugin needs beside `oso_adapters.gegevensset` (the model),
`oso_adapters.mapping` (from records to the model) and `oso_adapters.melding` (findings).
"""

from __future__ import annotations

from oso_adapters.aanbod import Mogelijkheid, mogelijkheden
from oso_adapters.binding import read_dossier, write_dossier
from oso_adapters.capabilities import (
    Exporteur,
    Exportresultaat,
    Importeur,
    Leverancier,
)
from oso_adapters.check import Uitslag, check
from oso_adapters.gevallen import Gevallen
from oso_adapters.hookspecs import hookimpl
from oso_adapters.registry import Plugin, Register, load_plugins
from oso_adapters.rules import Blad, Regelset
from oso_adapters.swv import SwvUitwisseling
from oso_adapters.versies import VERSIES, Versie, versie

__all__ = [
    "VERSIES",
    "Blad",
    "Exporteur",
    "Exportresultaat",
    "Gevallen",
    "Importeur",
    "Leverancier",
    "Mogelijkheid",
    "Plugin",
    "Regelset",
    "Register",
    "SwvUitwisseling",
    "Uitslag",
    "Versie",
    "check",
    "hookimpl",
    "load_plugins",
    "mogelijkheden",
    "read_dossier",
    "versie",
    "write_dossier",
]

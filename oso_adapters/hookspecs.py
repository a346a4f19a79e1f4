"""The hooks of a plugin: one for each thing that a system can do.

A plugin implements the hooks of what it can do and nothing else, so its hooks are its capabilities.
"""

from __future__ import annotations

import pluggy

from oso_adapters.capabilities import Exporteur, Importeur, Leverancier
from oso_adapters.swv import SwvUitwisseling

__all__ = ["GROEP", "HOOKS", "hookimpl"]

GROEP = "oso_adapters"
"""Entry point group of plugins, and the name of the project in pluggy."""

hookspec = pluggy.HookspecMarker(GROEP)
hookimpl = pluggy.HookimplMarker(GROEP)
"""Marks a function of a plugin as the implementation of a hook."""


@hookspec
def oso_leverancier() -> Leverancier:  # type: ignore[empty-body]
    """Say who the plugin speaks for; every plugin has this one."""


@hookspec
def oso_export() -> Exporteur:  # type: ignore[empty-body]
    """Deliver overstapdossiers."""


@hookspec
def oso_import() -> Importeur:  # type: ignore[empty-body]
    """Take dossiers in; an import-only system implements just this one."""


@hookspec
def oso_swv() -> SwvUitwisseling:  # type: ignore[empty-body]
    """Exchange support requests with a samenwerkingsverband."""


HOOKS: dict[str, type] = {
    "oso_leverancier": Leverancier,
    "oso_export": Exporteur,
    "oso_import": Importeur,
    "oso_swv": SwvUitwisseling,
}
"""The type that each hook returns."""

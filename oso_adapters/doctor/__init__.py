"""Proves set-up and configuration, before anything else is blamed."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import entry_points
from pathlib import Path

from oso_adapters.doctor.controle import Controle, Stand
from oso_adapters.doctor.kern import check_parser, check_verdict
from oso_adapters.doctor.koppelingen import check_plugin, check_plugins, check_source
from oso_adapters.doctor.omgeving import check_clock, check_disk, check_output, check_terminal
from oso_adapters.doctor.pakketten import (
    check_extras,
    check_packages,
    check_python,
    versions_tested,
)
from oso_adapters.errors import PluginLoadError
from oso_adapters.hookspecs import GROEP
from oso_adapters.registry import Register, load_plugin, load_plugins

__all__ = ["Controle", "Stand", "examine"]


def examine(naam: str | None, uit: Path, bron: Path | None = None) -> Iterator[Controle]:
    """Yield everything that is checked, one after the other.

    Args:
        naam: the plugin to look at; all of them when left out.
        uit: folder that dossiers will be written to.
        bron: source of that plugin to read the beginning of.

    Raises:
        PluginLoadError: there is no plugin of that name.
    """
    getoetst = versions_tested()
    yield from check_python(getoetst)
    yield from check_packages(getoetst)
    yield from check_extras()
    yield from check_parser()
    yield from check_verdict()
    yield from check_terminal()
    yield from check_clock()
    yield from check_output(uit)
    yield from check_disk(uit)
    register = load_plugins() if naam is None else _alleen(naam)
    yield from check_plugins(register)
    for plugin in register.plugins.values():
        yield from check_plugin(plugin)
        if bron is not None:
            yield from check_source(plugin, bron)


def _alleen(naam: str) -> Register:
    """Load one plugin; that it does not load is what we are here to tell."""
    try:
        return Register({naam: load_plugin(naam)}, ())
    except PluginLoadError as fout:
        if naam not in entry_points(group=GROEP).names:
            raise
        return Register({}, (fout,))

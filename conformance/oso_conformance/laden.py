"""Loads the one plugin that is tried; the others stay out of it."""

from __future__ import annotations

import hashlib
import inspect
import sys
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import attrs

from oso_adapters import Exporteur, Plugin, load_plugins, mogelijkheden
from oso_adapters.errors import PluginLoadError
from oso_conformance.vangst import vang

__all__ = [
    "Geladen",
    "OnbekendePlugin",
    "afdruk_van_module",
    "geinstalleerd",
    "laad",
    "waar_staat",
]

_GROEP = "oso_adapters"


class OnbekendePlugin(PluginLoadError):
    """There is no plugin or module of that name."""


@attrs.frozen
class Geladen:
    """A plugin that loaded.

    Attributes:
        inhoud: SHA-256 over the files of the plugin, so that a certificate belongs to these.
    """

    naam: str
    plugin: Plugin
    inhoud: str

    def gegevens(self) -> dict[str, Any]:
        """Return what a certificate says of the plugin."""
        wie, kanten = self.plugin.leverancier, self._kanten()
        return {
            "naam": self.naam,
            "distributie": self.plugin.distributie,
            "inhoud": self.inhoud,
            "leverancier": {
                "naam": wie.naam,
                "maker": wie.maker,
                "pakketnaam": wie.pakketnaam,
                "pakketversie": wie.pakketversie,
            },
            "sectoren": sorted(wie.sectoren),
            "mogelijkheden": [attrs.asdict(kan) for kan in mogelijkheden(self.plugin)],
            "ontbreekt": [
                {"veld": veld, "reden": reden}
                for veld, reden in sorted(
                    {v: r for kan in kanten for v, r in kan.ontbreekt.items()}.items()
                )
            ],
        }

    def _kanten(self) -> list[Exporteur]:
        swv = self.plugin.swv.uit if self.plugin.swv else None
        return [kan for kan in (self.plugin.exporteur, swv) if kan is not None]


def geinstalleerd() -> tuple[str, ...]:
    """Return the names of the installed plugins, without loading any."""
    return tuple(sorted(entry_points(group=_GROEP).names))


def _bestanden(module: Any) -> Iterator[tuple[str, Path]]:
    """Yield the files of a module with their names: of a package all, with the data in it."""
    for map_ in map(Path, getattr(module, "__path__", ())):
        for pad in sorted(map_.rglob("*")):
            if pad.is_file() and "__pycache__" not in pad.parts:
                yield pad.relative_to(map_).as_posix(), pad
    if not hasattr(module, "__path__") and module.__file__:
        yield Path(module.__file__).name, Path(module.__file__)


def afdruk_van_module(module: Any) -> str:
    """Return the SHA-256 over the names and the bytes of the files of a module."""
    som = hashlib.sha256()
    for naam, pad in _bestanden(module):
        som.update(f"{naam}\0{hashlib.sha256(pad.read_bytes()).hexdigest()}\n".encode())
    return som.hexdigest()


def _importeer(naam: str, module: str, doe: Callable[[], Any]) -> Any:
    """Import a plugin.

    Raises:
        PluginLoadError: with every reason of a mapping that is wrong, or the one exception.
    """
    redenen: list[str] = []

    def importeer() -> Any:
        try:
            return doe()
        except PluginLoadError as fout:
            redenen.extend(fout.redenen)
            raise

    vangst = vang(importeer)
    if vangst.fout is not None:
        gezegd = vangst.fout.tekst.partition("\n")[0]
        reden = f"import raises {vangst.fout}: {gezegd}; run `python -c 'import {module}'`"
        raise PluginLoadError(naam, redenen or [reden])
    return vangst.waarde


def _punt(naam: str) -> EntryPoint | None:
    punten = list(entry_points(group=_GROEP, name=naam))
    if len(punten) > 1:
        raise PluginLoadError(naam, ["two installed plugins have this name; remove one of them"])
    return punten[0] if punten else None


def _bestaat(naam: str) -> bool:
    """Say whether there is a module of this name; packages around it are imported for that."""
    return bool(vang(lambda: find_spec(naam)).waarde)


def _onbekend(naam: str) -> OnbekendePlugin:
    bekend = geinstalleerd()
    lijkt = get_close_matches(naam, bekend, n=1)
    reden = f"did you mean {lijkt[0]!r}?" if lijkt else f"installed are: {', '.join(bekend) or '-'}"
    return OnbekendePlugin(naam, [f"no installed plugin and no module has this name; {reden}"])


def waar_staat(naam: str, functie: str) -> str:
    """Return where a function of a plugin that loaded stands, in Dutch; empty when unknown.

    It names the package, not the folders around it: a finding is the same on every machine.
    """
    punt = _punt(naam)
    module = sys.modules.get(punt.module if punt else naam)
    try:
        code = inspect.unwrap(getattr(module, functie)).__code__
    except AttributeError:
        return ""
    return f"{'/'.join(Path(code.co_filename).parts[-2:])}, regel {code.co_firstlineno}"


def laad(naam: str) -> Geladen:
    """Load an installed plugin by name, or a module that is a plugin.

    Raises:
        OnbekendePlugin: there is no plugin or module of that name.
        PluginLoadError: there is, but it does not load; the reasons say what to do.
    """
    punt = _punt(naam)
    if punt is None and not _bestaat(naam):
        raise _onbekend(naam)
    module = _importeer(
        naam, punt.module if punt else naam, punt.load if punt else lambda: import_module(naam)
    )
    plugin = load_plugins([(naam, module)]).plugin(naam)
    if punt is not None and punt.dist is not None:
        plugin = attrs.evolve(plugin, distributie=f"{punt.dist.name} {punt.dist.version}")
    bron = module if hasattr(module, "__file__") else sys.modules[type(module).__module__]
    return Geladen(naam, plugin, afdruk_van_module(bron))

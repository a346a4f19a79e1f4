"""Finds the plugins, strictly and contained: a plugin that does not load is itself a finding."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import partial
from importlib.metadata import EntryPoint, entry_points
from typing import Any, TypeGuard

import attrs
import pluggy

from oso_adapters import hookspecs
from oso_adapters.capabilities import Exporteur, Importeur, Leverancier
from oso_adapters.errors import PluginLoadError, waar_gestopt
from oso_adapters.gegevensset import Dossier
from oso_adapters.gegevensset.profielen import profielen
from oso_adapters.hookspecs import GROEP, HOOKS
from oso_adapters.mapping import Afbeelding
from oso_adapters.mapping.afbeelding import unmapped
from oso_adapters.mapping.importpoort import bezwaren_import
from oso_adapters.mapping.volledig import incomplete
from oso_adapters.swv import SwvUitwisseling
from oso_adapters.versies import VERSIES, Versie

__all__ = ["Plugin", "Register", "load_plugin", "load_plugins"]

_VOORVOEGSEL = "oso_"
_VERPLICHT = "oso_leverancier"
_SWV = "oso_swv"


@attrs.frozen(kw_only=True)
class Plugin:
    """A plugin that loaded, with what it can do."""

    naam: str
    distributie: str
    leverancier: Leverancier
    exporteur: Exporteur | None = None
    importeur: Importeur | None = None
    swv: SwvUitwisseling | None = None

    @property
    def mogelijkheden(self) -> tuple[str, ...]:
        """What it can do, in the words of the hooks."""
        paren = (("export", self.exporteur), ("import", self.importeur), ("swv", self.swv))
        return tuple(naam for naam, object_ in paren if object_ is not None)


@attrs.frozen
class Register:
    """All plugins that are installed: those that load by name, and why the others don't."""

    plugins: Mapping[str, Plugin]
    mislukt: tuple[PluginLoadError, ...]

    def plugin(self, naam: str) -> Plugin:
        """Return a plugin by name.

        Raises:
            PluginLoadError: not installed, or does not load; the reasons say what to do.
        """
        if naam in self.plugins:
            return self.plugins[naam]
        for fout in self.mislukt:
            if fout.plugin == naam:
                raise fout
        raise _niet_geinstalleerd(naam, [*self.plugins, *(fout.plugin for fout in self.mislukt)])


def _niet_geinstalleerd(naam: str, bekend: Iterable[str]) -> PluginLoadError:
    namen = sorted(set(bekend))
    lijkt = get_close_matches(naam, namen, n=1)
    reden = f"did you mean {lijkt[0]!r}?" if lijkt else f"installed are: {', '.join(namen) or '-'}"
    return PluginLoadError(naam, [f"is not installed; {reden}"])


def _vang(wat: str, doe: Callable[[], Any]) -> tuple[Any, str | None]:
    """Run code of a plugin; return its result, or the reason why there is none."""
    try:
        with contextlib.redirect_stdout(sys.stderr):
            return doe(), None
    except KeyboardInterrupt:
        raise
    except SystemExit as fout:
        return None, (
            f"{wat} calls sys.exit at {waar_gestopt(fout)}; a plugin must return or raise, never"
            " end the program"
        )
    except PluginLoadError as fout:
        return None, "; ".join(fout.redenen)
    except ModuleNotFoundError as fout:
        return None, f"{wat} needs the module {fout.name!r}, which is not installed; install it"
    except BaseException as fout:  # noqa: BLE001 - a plugin must not take the host down
        return None, (
            f"{wat} raises {type(fout).__name__} at {waar_gestopt(fout)}:"
            f" {' '.join(str(fout).split())}; run that code by itself to see why"
        )


def _haken(module: object) -> Iterator[str]:
    """Yield what is wrong with the functions of a plugin, before anything is called."""
    gevonden = [
        naam
        for naam in dir(module)
        if naam.startswith(_VOORVOEGSEL) and callable(getattr(module, naam))
    ]
    for naam in gevonden:
        if naam not in HOOKS:
            lijkt = get_close_matches(naam, HOOKS, n=1)
            bedoelde = f"; did you mean {lijkt[0]!r}?" if lijkt else ""
            yield f"{naam} is no hook{bedoelde} (hooks are: {', '.join(HOOKS)})"
        elif not hasattr(getattr(module, naam), f"{GROEP}_impl"):
            yield f"{naam} is not marked; put @hookimpl from oso_adapters above it"
    if _VERPLICHT not in gevonden:
        yield f"{_VERPLICHT} is missing; every plugin says who it speaks for"


def _vult_dossier(afb: Any) -> TypeGuard[Afbeelding]:
    return isinstance(afb, Afbeelding) and afb.blok is Dossier


def _controleer(haak: str, waarde: Any) -> Iterator[str]:
    verwacht = HOOKS[haak]
    if type(waarde) is not verwacht:
        yield f"{haak} must return {verwacht.__name__}, but returns {type(waarde).__name__}"
        return
    if not isinstance(waarde, SwvUitwisseling):
        yield from _controleer_kant(haak, waarde)
        return
    kanten = [kant for kant in (waarde.uit, waarde.naar_binnen) if kant is not None]
    if not kanten:
        yield f"{haak}: name uit or naar_binnen; an exchange that does neither is no capability"
    for kant in kanten:
        yield from _controleer_kant(haak, kant)


def _controleer_kant(haak: str, waarde: Any) -> Iterator[str]:
    """Yield what is wrong with one thing that a plugin can do."""
    if isinstance(waarde, Exporteur | Importeur) and not _vult_dossier(waarde.dossier):
        yield f"{haak}: dossier must be an Afbeelding of Dossier; declare it with afbeelding(...)"
    yield from _controleer_profielen(haak, getattr(waarde, "profielen", frozenset()))
    bekend = {str(versie) for versie in VERSIES}
    versies: frozenset[str] = getattr(waarde, "versies", frozenset())
    for nummer in sorted(versies - bekend, key=str):
        yield f"{haak}: versie {nummer!r} is not supported; known are {', '.join(sorted(bekend))}"
    dossier = getattr(waarde, "dossier", None)
    if isinstance(waarde, Importeur) and _vult_dossier(dossier):
        yield from (f"{haak}: {reden}" for reden in bezwaren_import(waarde))
    if _vult_dossier(dossier):
        redenen = (r for v in VERSIES if str(v) in versies for r in unmapped(dossier, v))
        yield from (f"{haak}: {reden}" for reden in dict.fromkeys(redenen))


def _controleer_profielen(haak: str, genoemd: frozenset[str]) -> Iterator[str]:
    """Yield which kinds of transfer don't exist, or belong to another hook."""
    for profiel in sorted(genoemd, key=str):
        if profiel not in profielen():
            yield f"{haak}: profiel {profiel!r} does not exist; known are {', '.join(profielen())}"
        elif profielen()[profiel].voor_swv and haak != _SWV:
            yield f"{haak}: profiel {profiel!r} is for a samenwerkingsverband; move it to {_SWV}"
        elif not profielen()[profiel].voor_swv and haak == _SWV:
            yield f"{haak}: profiel {profiel!r} is not for a samenwerkingsverband; move it"


def _resultaten(naam: str, module: object) -> tuple[dict[str, Any], list[str]]:
    redenen = list(_haken(module))
    beheer = pluggy.PluginManager(GROEP)
    beheer.add_hookspecs(hookspecs)
    _, reden = _vang(f"plugin {naam}", lambda: beheer.register(module, naam))
    if reden is not None:
        return {}, [*redenen, reden]
    waarden = {}
    for haak in HOOKS:
        aanroep = getattr(beheer.hook, haak)
        if not aanroep.get_hookimpls():
            continue
        uitkomst, reden = _vang(haak, aanroep)
        if reden is not None:
            redenen.append(reden)
            continue
        waarde = uitkomst[0] if uitkomst else None
        redenen.extend(_controleer(haak, waarde))
        waarden[haak] = waarde
    redenen.extend(incomplete(_paren(waarden.values())))
    return waarden, redenen


def _paren(waarden: Iterable[Any]) -> Iterator[tuple[Afbeelding, Versie]]:
    """Yield every Afbeelding of what the hooks return, with each version that it is used for."""
    for waarde in waarden:
        if isinstance(waarde, SwvUitwisseling):
            yield from _paren((waarde.uit, waarde.naar_binnen))
        elif isinstance(waarde, Exporteur | Importeur) and _vult_dossier(waarde.dossier):
            yield from ((waarde.dossier, v) for v in VERSIES if str(v) in waarde.versies)


def _maak(naam: str, distributie: str, module: object) -> Plugin:
    waarden, redenen = _resultaten(naam, module)
    if redenen:
        raise PluginLoadError(naam, redenen)
    return Plugin(
        naam=naam,
        distributie=distributie,
        leverancier=waarden[_VERPLICHT],
        exporteur=waarden.get("oso_export"),
        importeur=waarden.get("oso_import"),
        swv=waarden.get("oso_swv"),
    )


def _geinstalleerd() -> list[EntryPoint]:
    return sorted(entry_points(group=GROEP), key=lambda punt: (punt.name, punt.value))


def _laad_punt(punt: EntryPoint) -> Plugin:
    module, reden = _vang(f"import of {punt.value}", punt.load)
    if reden is not None:
        raise PluginLoadError(punt.name, [reden])
    distributie = f"{punt.dist.name} {punt.dist.version}" if punt.dist else ""
    return _maak(punt.name, distributie, module)


def load_plugins(plugins: Iterable[tuple[str, object]] | None = None) -> Register:
    """Load every installed plugin.

    Args:
        plugins: name and module of plugins to load instead of the installed ones.
    """
    if plugins is None:
        return _laad([(punt.name, partial(_laad_punt, punt)) for punt in _geinstalleerd()])
    return _laad([(naam, partial(_maak, naam, "", module)) for naam, module in plugins])


def load_plugin(naam: str) -> Plugin:
    """Load one installed plugin; the others are left alone.

    Raises:
        PluginLoadError: not installed, or does not load; the reasons say what to do.
    """
    punten = _geinstalleerd()
    eigen = [(punt.name, partial(_laad_punt, punt)) for punt in punten if punt.name == naam]
    if not eigen:
        raise _niet_geinstalleerd(naam, (punt.name for punt in punten))
    return _laad(eigen).plugin(naam)


def _laad(laders: Iterable[tuple[str, Callable[[], Plugin]]]) -> Register:
    geladen: dict[str, Plugin] = {}
    mislukt = []
    gezien = set()
    for naam, laad in laders:
        if naam in gezien:
            reden = f"two installed plugins call themselves {naam!r}; remove one of them"
            mislukt.append(PluginLoadError(naam, [reden]))
            continue
        gezien.add(naam)
        try:
            geladen[naam] = laad()
        except PluginLoadError as fout:
            mislukt.append(fout)
    return Register(geladen, tuple(mislukt))

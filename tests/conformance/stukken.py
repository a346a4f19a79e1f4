"""The pieces of plugins that the eisen show, put into the plugins of these tests.

A piece gives another value to a name that every plugin has: the Afbeelding of a block such as
``LEERLING``, a function of what it can do (``read``, ``write``, ``opt_uit``), or who it is
(``WIE``). It may use the public names, ``TABELLEN`` (its code tables) and ``BESTAND`` (what reads
and writes), as in a new plugin.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

import attrs
from mutantwoorden import overal
from oso_conformance.eis import eisen
from oso_parnassys.codes import TABELLEN

import oso_adapters
import oso_adapters.errors
import oso_adapters.gegevensset
import oso_adapters.mapping
import oso_adapters.melding
from oso_adapters import Exporteur, Leverancier, SwvUitwisseling
from oso_adapters.mapping import Afbeelding

__all__ = ["BASIS", "BLOKKEN", "EIGEN", "Fout", "met", "met_goed", "toegekend"]

_MODULES = (
    oso_adapters,
    oso_adapters.errors,
    oso_adapters.gegevensset,
    oso_adapters.mapping,
    oso_adapters.melding,
)
BASIS: Mapping[str, Any] = {
    "attrs": attrs,
    "TABELLEN": TABELLEN,
    **{naam: getattr(module, naam) for module in _MODULES for naam in module.__all__},
}
"""What a piece may use in any plugin: the public names and code tables."""

BLOKKEN: Mapping[str, type] = {
    naam.upper(): blok
    for naam in oso_adapters.gegevensset.__all__
    if hasattr(blok := getattr(oso_adapters.gegevensset, naam), "__blok__")
}
"""Every block by the name of its Afbeelding in a plugin."""

_WERKING = ("read", "write", "opt_uit", "definitief", "koppelsleutel")
EIGEN = frozenset({*BLOKKEN, *_WERKING, "BESTAND", "WIE"})
"""What a piece may use, or give another value, of its own plugin."""


@attrs.frozen
class Fout:
    """Spoils what a plugin can do with the wrong piece of an eis."""

    eis: str

    def __call__(self, kan: Any) -> Any:
        return met(kan, eisen()[self.eis].fout)


def toegekend(stuk: str) -> set[str]:
    """Return the names to which a piece gives a value."""
    namen = set()
    for regel in ast.parse(stuk).body:
        match regel:
            case ast.FunctionDef(name=naam) | ast.Assign(targets=[ast.Name(id=naam)]):
                namen.add(naam)
    return namen


def _uitgevoerd(stuk: str, **eigen: Any) -> dict[str, Any]:
    namen = {**BASIS, **eigen}
    exec(compile(stuk, "eisen.toml", "exec"), namen)
    return namen


def met(kan: Any, stuk: str) -> Any:
    """Return what a plugin can do, or who it is, with a piece put in."""
    namen = toegekend(stuk)
    if isinstance(kan, Leverancier):
        return _uitgevoerd(stuk, WIE=kan)["WIE"] if "WIE" in namen else kan
    if isinstance(kan, SwvUitwisseling):
        kan = attrs.evolve(kan, uit=met(kan.uit, stuk))
    for naam in namen & set(BLOKKEN) if hasattr(kan, "dossier") else ():
        kan = attrs.evolve(kan, dossier=_met_blok(kan.dossier, naam, stuk))
    return _met_werking(kan, stuk, namen & set(_WERKING))


def _met_blok(dossier: Afbeelding, naam: str, stuk: str) -> Afbeelding:
    return overal(dossier, BLOKKEN[naam], lambda afb: _uitgevoerd(stuk, **{naam: afb})[naam])


def _met_werking(kan: Any, stuk: str, namen: set[str]) -> Any:
    velden = {veld.name for veld in attrs.fields(type(kan))}
    doet = {naam for naam in namen & velden if callable(getattr(kan, naam))}
    if not doet:
        return kan
    bestand = SimpleNamespace(**{naam: getattr(kan, naam, None) for naam in ("read", "write")})
    nieuw = _uitgevoerd(stuk, BESTAND=bestand)
    anders = attrs.evolve(kan, **{naam: nieuw[naam] for naam in doet})
    return _met_sleutels(kan, anders) if "read" in doet and isinstance(kan, Exporteur) else anders


def _met_sleutels(kan: Exporteur, anders: Exporteur) -> Exporteur:
    """Let the gevallen go by the keys that a plugin gives its records now."""
    if kan.gevallen is None:
        return anders
    oud, nieuw = (_sleutels(een) for een in (kan, anders))
    if oud == nieuw or len(oud) != len(nieuw):
        return anders
    per_sleutel = dict(zip(oud, nieuw, strict=True))
    sleutels = {geval: per_sleutel[sleutel] for geval, sleutel in kan.gevallen.sleutels.items()}
    return attrs.evolve(anders, gevallen=attrs.evolve(kan.gevallen, sleutels=sleutels))


def _sleutels(kan: Exporteur) -> list[str]:
    try:
        return [bron.sleutel for bron in kan.read(kan.gevallen.bron)]  # type: ignore[union-attr]
    except Exception:  # noqa: BLE001 - a wrong piece may stop anywhere
        return []


def met_goed(kan: Any, *onderwerpen: str) -> Any:
    """Return what a plugin can do with the right piece of every eis on these subjects."""
    for eis in eisen().values():
        if eis.onderwerp in onderwerpen and eis.goed:
            kan = met(kan, eis.goed)
    return kan

"""Code tables of a vendor, from a TOML file of its plugin.

::

    [geslacht]
    onbekend = "weiger"        # or "meld" or "weglaten"; weiger when left out

    [geslacht.waarden]
    Man = "1"
    Vrouw = "2"
    Anders = ""                # known, but the standard has no code: left out on purpose
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from types import MappingProxyType

from oso_adapters.errors import PluginLoadError
from oso_adapters.mapping.bronnen import Beleid, Codetabel

__all__ = ["read_codetabellen"]


def read_codetabellen(tekst: str, *, plugin: str) -> Mapping[str, Codetabel]:
    """Read the code tables of a plugin, by name.

    Raises:
        PluginLoadError: no TOML, or a table that is not of this form; every reason is told.
    """
    try:
        inhoud = tomllib.loads(tekst)
    except tomllib.TOMLDecodeError as fout:
        raise PluginLoadError(plugin, [f"codes.toml is no valid TOML: {fout}"]) from fout
    redenen = []
    tabellen = {}
    for naam, gegevens in inhoud.items():
        waarden = gegevens.get("waarden") if isinstance(gegevens, dict) else None
        onbekend = sorted(set(gegevens) - {"waarden", "onbekend"}) if waarden is not None else []
        redenen += [
            f"codes.toml: {naam}.{sleutel} is no setting; use onbekend or waarden"
            for sleutel in onbekend
        ]
        if not isinstance(waarden, dict) or not all(isinstance(w, str) for w in waarden.values()):
            redenen.append(f"codes.toml: table {naam!r} needs [{naam}.waarden] with texts")
            continue
        beleid = gegevens.get("onbekend", Beleid.WEIGER)
        if beleid not in list(Beleid):
            redenen.append(f"codes.toml: {naam}.onbekend must be one of {', '.join(Beleid)}")
            continue
        tabellen[naam] = Codetabel(
            naam=naam,
            waarden=MappingProxyType({w: code or None for w, code in waarden.items()}),
            onbekend=Beleid(beleid),
        )
    if redenen:
        raise PluginLoadError(plugin, redenen)
    return MappingProxyType(tabellen)

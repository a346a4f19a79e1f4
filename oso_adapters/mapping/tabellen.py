"""Code tables of a vendor, from a TOML file of its plugin.

::

    [geslacht]
    onbekend = "weiger"        # or "meld" or "weglaten"; weiger when left out
    herstel = "Kies man of vrouw."    # what to do with any other value, for the school; optional

    [geslacht.waarden]
    Man = "1"
    Jongen = "1"
    Vrouw = "2"
    Anders = ""                # known, but the standard has no code: left out on purpose

    [geslacht.terug]           # the way back, where several values have one code;
    1 = "Jongen"               # the first one when left out

    [geslacht.zonder]          # codes of the standard that the system has no value for
    0 = "het geslacht is in dit systeem altijd ingevuld"
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from oso_adapters.errors import PluginLoadError
from oso_adapters.mapping.bronnen import Beleid, Codetabel

__all__ = ["bezwaren", "codetabellen", "read_codetabellen"]

_INSTELLINGEN = ("herstel", "onbekend", "terug", "waarden", "zonder")


def codetabellen(pakket: str) -> Mapping[str, Codetabel]:
    """Read the code tables of a plugin, by name, from ``codes.toml`` in its package.

    Args:
        pakket: name of the package, such as ``oso_demo``.

    Raises:
        PluginLoadError: there is no such file, or as `read_codetabellen`.
    """
    plugin = pakket.removeprefix("oso_")
    try:
        tekst = files(pakket).joinpath("codes.toml").read_text("utf-8")
    except OSError:
        reden = f"codes.toml is not in {pakket}; put it beside codes.py, and in what is installed"
        raise PluginLoadError(plugin, [reden]) from None
    return read_codetabellen(tekst, plugin=plugin)


def read_codetabellen(tekst: str, *, plugin: str) -> Mapping[str, Codetabel]:
    """Return the code tables in the text of a ``codes.toml``.

    Raises:
        PluginLoadError: no TOML, or a table that is not of this form; every reason is told.
    """
    try:
        inhoud = tomllib.loads(tekst)
    except tomllib.TOMLDecodeError as fout:
        raise PluginLoadError(plugin, [f"codes.toml is no valid TOML: {fout}"]) from fout
    redenen, tabellen = [], {}
    for naam, gegevens in inhoud.items():
        eigen = list(_bezwaren_vorm(naam, gegevens))
        if not eigen:
            tabellen[naam] = _maak(naam, gegevens)
            eigen = list(bezwaren(tabellen[naam]))
        redenen += [f"codes.toml: {reden}" for reden in eigen]
    if redenen:
        raise PluginLoadError(plugin, redenen)
    return MappingProxyType(tabellen)


def _maak(naam: str, gegevens: dict[str, Any]) -> Codetabel:
    waarden = {waarde: code or None for waarde, code in gegevens["waarden"].items()}
    return Codetabel(
        naam=naam,
        waarden=MappingProxyType(waarden),
        onbekend=Beleid(gegevens.get("onbekend", Beleid.WEIGER)),
        terug=MappingProxyType(gegevens.get("terug", {})),
        zonder=MappingProxyType(gegevens.get("zonder", {})),
        herstel=gegevens.get("herstel", ""),
    )


def _zijn_teksten(deel: Any) -> bool:
    return isinstance(deel, dict) and all(isinstance(waarde, str) for waarde in deel.values())


def _bezwaren_vorm(naam: str, gegevens: Any) -> Iterator[str]:
    if not isinstance(gegevens, dict) or not _zijn_teksten(gegevens.get("waarden")):
        yield f"table {naam!r} needs [{naam}.waarden] with texts"
        return
    for sleutel in sorted(set(gegevens) - set(_INSTELLINGEN)):
        yield f"{naam}.{sleutel} is no setting; use {', '.join(_INSTELLINGEN)}"
    if gegevens.get("onbekend", Beleid.WEIGER) not in list(Beleid):
        yield f"{naam}.onbekend must be one of {', '.join(Beleid)}"
    if not isinstance(gegevens.get("herstel", ""), str):
        yield f"{naam}.herstel must be a text"
    for deel in ("terug", "zonder"):
        if not _zijn_teksten(gegevens.get(deel, {})):
            yield f"{naam}.{deel} needs [{naam}.{deel}] with texts"


def bezwaren(tabel: Codetabel) -> Iterator[str]:
    """Yield a reason for everything in ``terug`` and ``zonder`` that the values contradict."""
    for code, waarde in tabel.terug.items():
        if reden := _bezwaar_terug(tabel, code, waarde):
            yield f"[{tabel.naam}.terug] {code!r} gives {waarde!r}, {reden}"
    for code, waarom in tabel.zonder.items():
        waarde_van = tabel.terug_van(code)
        if waarde_van is not None:
            yield (
                f"[{tabel.naam}.zonder] {code!r} does have a value, {waarde_van!r}; remove one"
                " of the two"
            )
        elif not waarom.strip():
            yield f"[{tabel.naam}.zonder] {code!r} needs a reason"


def _bezwaar_terug(tabel: Codetabel, code: str, waarde: str) -> str | None:
    if waarde not in tabel.waarden:
        lijkt = get_close_matches(waarde, list(tabel.waarden), n=1)
        bedoelde = f"; did you mean {lijkt[0]!r}?" if lijkt else ""
        return f"which is no value of this table{bedoelde}"
    eigen = tabel.waarden[waarde]
    if eigen == code:
        return None
    return f"but the code of that value is {repr(eigen) if eigen else 'none'}"

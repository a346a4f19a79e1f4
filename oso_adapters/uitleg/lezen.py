"""The written part of the pages, from ``teksten/*.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import attrs

__all__ = ["GEEN", "Tekst", "teksten"]


@attrs.frozen(kw_only=True)
class Tekst:
    """What was written about an id; what it leaves empty is that of its family.

    Attributes:
        waarom: why the agreement asks it.
        bron: public source of that.
        ontstaat: how it usually comes about.
        doen: what to do, beside the remedy that the finding itself names.
        wat, wie: what was found and who must act, where no declaration says it.
        fout, goed, taal: an example, where none follows from a declaration.
    """

    waarom: str = ""
    bron: str = ""
    ontstaat: str
    doen: str
    wat: str = ""
    wie: str = ""
    fout: str = ""
    goed: str = ""
    taal: str = "xml"


GEEN = Tekst(ontstaat="", doen="")
"""What stands on a page about which nothing was written."""


def _inhoud() -> Iterator[dict[str, Any]]:
    map_ = files("oso_adapters.uitleg.teksten")
    for bestand in sorted(map_.iterdir(), key=lambda pad: pad.name):
        if bestand.name.endswith(".toml"):
            yield from tomllib.loads(bestand.read_text("utf-8"))["uitleg"]


def _aangevuld(naam: str, alle: Mapping[str, Tekst]) -> Tekst:
    """Return a text with what its nearest family has and it has not."""
    tekst = alle[naam]
    familie = naam
    while "." in familie and not (tekst.waarom and tekst.bron):
        familie = familie.rpartition(".")[0]
        boven = alle.get(familie)
        if boven is not None:
            tekst = attrs.evolve(
                tekst, waarom=tekst.waarom or boven.waarom, bron=tekst.bron or boven.bron
            )
    return tekst


@cache
def teksten() -> Mapping[str, Tekst]:
    """Return what was written, by id."""
    gelezen: dict[str, Tekst] = {}
    for uitleg in _inhoud():
        ids = uitleg.pop("ids")
        for naam in ids:
            if naam in gelezen:
                raise ValueError(f"{naam} is explained twice")
            gelezen[naam] = Tekst(**uitleg)
    return MappingProxyType({naam: _aangevuld(naam, gelezen) for naam in gelezen})

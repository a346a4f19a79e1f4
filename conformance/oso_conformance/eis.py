"""The requirements of the suite as data, from ``eisen.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import attrs

__all__ = ["Eis", "Sterkte", "eisen", "onderwerpen"]


class Sterkte(StrEnum):
    """Only ``verplicht`` decides."""

    VERPLICHT = "verplicht"
    AANBEVOLEN = "aanbevolen"


@attrs.frozen(kw_only=True)
class Eis:
    """One requirement.

    Attributes:
        id: such as ``E.MAP.01``.
        tekst: what is asked, one sentence in Dutch.
        bron: where it comes from.
        ontstaat: how a plugin usually comes to fail it.
        herstel: what to do when it is not met.
        over: what it is tried on: ``plugin``, or a characteristic of gevallen.
        kan: what the plugin must be able to do: ``altijd``, ``export``,
            ``import`` or ``swv``.
        fout, goed: a piece of a plugin that does not meet it and the same put right, where that
            helps: statements that give other values to names such as ``LEERLING`` or ``read``.
    """

    id: str
    tekst: str
    bron: str
    ontstaat: str
    herstel: str
    over: str = "goed"
    kan: str = "export"
    sterkte: Sterkte = attrs.field(default=Sterkte.VERPLICHT, converter=Sterkte)
    fout: str = ""
    goed: str = ""

    @property
    def onderwerp(self) -> str:
        """Code of the subject, such as ``MAP``."""
        return self.id.split(".")[1]

    @property
    def beslist(self) -> bool:
        """Say whether the verdict depends on it."""
        return self.sterkte is Sterkte.VERPLICHT


@cache
def _inhoud() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("eisen.toml").read_text("utf-8"))


@cache
def eisen() -> Mapping[str, Eis]:
    """Return all requirements by id."""
    gelezen = {naam: Eis(id=naam, **velden) for naam, velden in _inhoud()["eisen"].items()}
    return MappingProxyType(gelezen)


@cache
def onderwerpen() -> Mapping[str, str]:
    """Return the titles of the subjects by their code, in order."""
    titels: dict[str, str] = _inhoud()["onderwerpen"]
    return MappingProxyType(titels)

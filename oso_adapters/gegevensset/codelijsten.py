"""The code lists of the standard, from ``codelijsten.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import attrs

from oso_adapters.versies import Versie

__all__ = ["Code", "Codelijst", "codelijst", "codelijsten"]


@attrs.frozen
class Code:
    """One code with its text and the versions that have it."""

    code: str
    tekst: str
    sinds: str | None = None
    tot: str | None = None


@attrs.frozen
class Codelijst:
    """One list.

    Attributes:
        herkomst: where the texts come from: ``standaard``, ``afgeleid`` (from other public
            sources, not verified) or ``onbekend`` (codes only).
    """

    nummer: int
    naam: str
    herkomst: str
    codes: tuple[Code, ...]

    def in_versie(self, versie: Versie) -> Mapping[str, str]:
        """Return code and text of the codes that a version has, in their order."""
        return _in_versie(self, versie)


@cache
def _in_versie(lijst: Codelijst, versie: Versie) -> Mapping[str, str]:
    return MappingProxyType(
        {c.code: c.tekst for c in lijst.codes if versie.valt_in(c.sinds, c.tot)}
    )


def _code(code: str, waarde: str | dict[str, str], tot: str | None) -> Code:
    if isinstance(waarde, str):
        return Code(code, waarde, tot=tot)
    return Code(code, waarde["tekst"], waarde.get("sinds"), waarde.get("tot", tot))


@cache
def codelijsten() -> Mapping[int, Codelijst]:
    """Return all lists by number."""
    tekst = files("oso_adapters.gegevensset").joinpath("codelijsten.toml").read_text("utf-8")
    return MappingProxyType(
        {
            lijst["nummer"]: Codelijst(
                lijst["nummer"],
                lijst["naam"],
                lijst["tekst"],
                tuple(
                    _code(code, waarde, lijst.get("tot")) for code, waarde in lijst["codes"].items()
                ),
            )
            for lijst in tomllib.loads(tekst)["lijst"]
        }
    )


def codelijst(nummer: int) -> Codelijst:
    """Return the list with this number."""
    return codelijsten()[nummer]

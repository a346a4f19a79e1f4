"""Templates filled in: they are code themselves, for a system that is called Sjabloon."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from importlib.resources import files
from importlib.resources.abc import Traversable

from oso_adapters.gegevensset.codelijsten import codelijst
from oso_adapters.versies import VERSIES

__all__ = ["fill_templates"]

_ALS = re.compile(r"\s*(?:#|<!--) <als ([^>]+)>(?: -->)?")
_EINDE = re.compile(r"\s*(?:#|<!--) </als>(?: -->)?")
_UIT = re.compile(r"^(\s*)# \+ (.*)$", re.MULTILINE)
"""A line that can't stand beside its other form in the template: there it is a comment."""
_LEGE_REGELS = re.compile(r"\n{4,}")
_CODELIJST = re.compile(r"# <codelijst (\d+)>")
_IMPORTS = re.compile(r"(?:^from oso_[\w.]+ import (?:\([^)]*\)|.*)\n)+", re.MULTILINE)
_IMPORT = re.compile(r"^from (oso_[\w.]+) import (?:\([^)]*\)|.*)\n", re.MULTILINE)
_PLEK = {"workflows": ".github/workflows", "project.toml": "pyproject.toml"}
"""What is called otherwise in the plugin: tools would take these for settings of the templates."""


def fill_templates(
    naam: str, woorden: AbstractSet[str], teksten: Mapping[str, str]
) -> dict[str, str]:
    """Return the files of a new plugin: content by path.

    Args:
        naam: what the plugin is called.
        woorden: conditions that hold; a part between ``# <als a of b>`` and ``# </als>`` stays when
            one of its words does, and a file ``x@word`` comes in the place of ``x``.
        teksten: other texts to fill in.
    """
    sjablonen = files(__package__).joinpath("sjablonen")
    gevuld = {}
    for pad, tekst in _bestanden(sjablonen, ""):
        eigen, _, voorwaarde = pad.partition("@")
        if not voorwaarde or voorwaarde in woorden:
            gevuld[_vul_naam(eigen, naam)] = _vul(tekst, naam, woorden, teksten)
    return gevuld


def _bestanden(map_: Traversable, voor: str) -> Iterator[tuple[str, str]]:
    for deel in sorted(map_.iterdir(), key=lambda deel: deel.name):
        naam = _PLEK.get(deel.name, deel.name)
        if deel.is_dir() and not deel.name.startswith(("_", ".")):
            yield from _bestanden(deel, f"{voor}{naam}/")
        elif deel.is_file():
            yield voor + naam, deel.read_text("utf-8")


def _vul(tekst: str, naam: str, woorden: AbstractSet[str], teksten: Mapping[str, str]) -> str:
    gekozen = _UIT.sub(r"\1\2", "".join(_gekozen(tekst, woorden)))
    gekozen = _LEGE_REGELS.sub("\n\n\n", gekozen).rstrip("\n") + "\n" * bool(gekozen)
    gekozen = _CODELIJST.sub(lambda gevonden: _codes(int(gevonden[1])), gekozen)
    for sleutel, waarde in teksten.items():
        gekozen = gekozen.replace(sleutel, waarde)
    return _IMPORTS.sub(lambda deel: _gesorteerd(deel[0]), _vul_naam(gekozen, naam))


def _gekozen(tekst: str, woorden: AbstractSet[str]) -> Iterator[str]:
    """Yield the lines of which all conditions around them hold."""
    geldt: list[bool] = []
    for regel in tekst.splitlines(keepends=True):
        if als := _ALS.fullmatch(regel.rstrip()):
            geldt.append(any(woord in woorden for woord in als[1].split(" of ")))
        elif _EINDE.fullmatch(regel.rstrip()):
            geldt.pop()
        elif all(geldt):
            yield regel


def _codes(nummer: int) -> str:
    """Return a code list as a table of a vendor that keeps the codes of the standard."""
    codes = codelijst(nummer).in_versie(VERSIES[-1]).items()
    return "\n".join(f'"{code}" = "{code}"  # {tekst}' for code, tekst in codes)


def _vul_naam(tekst: str, naam: str) -> str:
    paren = (
        ("oso-sjabloon", f"oso-{naam.replace('_', '-')}"),
        ("sjabloon", naam),
        ("Sjabloon", naam.replace("_", " ").title()),
    )
    for sjabloon, eigen in paren:
        tekst = tekst.replace(sjabloon, eigen)
    return tekst


def _gesorteerd(imports: str) -> str:
    """Return imports in the order of their modules, wherever the name of the plugin falls."""
    gevonden = sorted(_IMPORT.finditer(imports), key=lambda een: een[1])
    return "".join(een[0] for een in gevonden)

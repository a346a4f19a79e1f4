"""Python and the packages, beside what is tested."""

from __future__ import annotations

import platform
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, entry_points, requires, version
from importlib.resources import files
from pathlib import Path
from typing import Any

import oso_adapters
from oso_adapters.doctor.controle import Controle, fout, goed, let_op

__all__ = ["EXTRAS", "check_extras", "check_packages", "check_python", "versions_tested"]

_KERN = "oso-adapters"
_EIS = re.compile(r"(?P<naam>[\w.-]+)\s*(?:>=\s*(?P<minstens>[\d.]+))?[^;]*(?:;(?P<als>.*))?")
EXTRAS: Mapping[str, tuple[str, str]] = {
    "excel": ("xlsxwriter", "de vinkenlijst en de exportlijst als Excel-bestand (--xlsx)"),
    "officieel": ("saxonche", "de vergelijking met de gepubliceerde bladen (oso parity)"),
}
"""What is imported for each extra, and what one misses without it."""
_OPDRACHTEN = "oso_adapters.opdrachten"


@cache
def versions_tested() -> Mapping[str, str]:
    """Return what is tested: the exact version by package, and of Python the oldest.

    It stands in ``pyproject.toml``: in a clone above the package, in a wheel inside it.
    """
    kloon = Path(oso_adapters.__file__).resolve().parents[1] / "pyproject.toml"
    for bestand in (kloon, files("oso_adapters").joinpath("getoetst.toml")):
        try:
            project = tomllib.loads(bestand.read_text("utf-8"))
        except (OSError, ValueError):
            continue
        if project.get("project", {}).get("name") == _KERN:
            return _versies(project)
    return {}


def _versies(project: Mapping[str, Any]) -> dict[str, str]:
    pinnen = project.get("tool", {}).get("uv", {}).get("constraint-dependencies", [])
    versies = dict(pin.split("==") for pin in pinnen if "==" in pin)
    return {**versies, "python": project["project"]["requires-python"].removeprefix(">=")}


def _nummer(tekst: str) -> tuple[int, ...]:
    return tuple(int(deel) for deel in re.findall(r"\d+", tekst)[:3])


def check_python(getoetst: Mapping[str, str]) -> Iterator[Controle]:
    """Look whether Python is new enough."""
    hier = platform.python_version()
    oudste = getoetst.get("python", "")
    if oudste and _nummer(hier) < _nummer(oudste):
        yield fout("python", f"Python {hier} is te oud", f"Installeer Python {oudste} of later.")
    else:
        yield goed("python", f"Python {hier} ({sys.executable})")


def check_packages(getoetst: Mapping[str, str]) -> Iterator[Controle]:
    """Compare each package that the core needs with the version that is tested."""
    anders = []
    nodig = dict(_nodig())
    for naam, minstens in nodig.items():
        try:
            hier = version(naam)
        except PackageNotFoundError:
            yield fout("pakketten", f"{naam} ontbreekt", f"Voer uit: pip install '{naam}'")
            continue
        eis = f"'{naam}=={getoetst[naam]}'" if naam in getoetst else f"'{naam}>={minstens}'"
        if _nummer(hier) < _nummer(minstens):
            tekst = f"{naam} {hier} is te oud; nodig is {minstens} of later"
            yield fout("pakketten", tekst, f"Voer uit: pip install {eis}")
        elif naam in getoetst and hier != getoetst[naam]:
            anders.append(naam)
            tekst = f"{naam} {hier} is niet de getoetste versie {getoetst[naam]}"
            yield let_op("pakketten", tekst, f"Werkt iets niet, voer dan uit: pip install {eis}")
    if not anders:
        wat = ", ".join(f"{naam} {version(naam)}" for naam in nodig if _is_er(naam))
        yield goed("pakketten", f"oso-adapters {version(_KERN)}; {wat}")


def _nodig() -> Iterator[tuple[str, str]]:
    """Yield each package that the core can't do without, with the oldest version that will do."""
    for regel in requires(_KERN) or ():
        eis = _EIS.fullmatch(regel)
        if eis and "extra" not in (eis["als"] or ""):
            yield eis["naam"].lower(), eis["minstens"] or "0"


def _is_er(naam: str) -> bool:
    try:
        return bool(version(naam))
    except PackageNotFoundError:
        return False


def check_extras(extras: Mapping[str, tuple[str, str]] = EXTRAS) -> Iterator[Controle]:
    """Say of everything optional whether it is there, and what one misses without it."""
    for extra, (pakket, wat) in extras.items():
        if _is_er(pakket):
            yield goed(f"extra {extra}", f"{pakket} {version(pakket)}")
        else:
            herstel = f"Nodig? Voer uit: pip install 'oso-adapters[{extra}]'"
            yield let_op(f"extra {extra}", f"niet geïnstalleerd; u mist {wat}", herstel)
    if "certify" in entry_points(group=_OPDRACHTEN).names:
        yield goed("certificeren", f"oso-conformance {version('oso-conformance')}")
    else:
        herstel = "Nodig? Installeer oso-conformance."
        yield let_op("certificeren", "niet geïnstalleerd; u mist oso certify", herstel)

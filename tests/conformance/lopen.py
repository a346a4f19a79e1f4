"""Calls of ``oso certify`` and of pytest, each in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs
import oso_conformance

SUITE = Path(oso_conformance.__file__).parent
OSO = "import sys; from oso_adapters.cli import main; sys.argv[0] = 'oso'; main()"


@attrs.frozen
class Afloop:
    """What a call of ``oso certify`` left behind."""

    exit: int
    uitvoer: str
    fouten: str
    map: Path

    def certificaat(self, naam: str) -> dict[str, Any]:
        gelezen: dict[str, Any] = json.loads((self.map / f"{naam}.json").read_text("utf-8"))
        return gelezen

    def uitkomsten(self, naam: str) -> dict[str, str]:
        return {e["id"]: e["uitkomst"] for e in self.certificaat(naam)["inhoud"]["eisen"]}


def roep(
    opdracht: list[str], omgeving: Mapping[str, str], map_: Path
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *opdracht],
        env=dict(omgeving),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        cwd=map_,
    )


def certify(
    map_: Path, omgeving: Mapping[str, str], namen: tuple[str, ...], extra: tuple[str, ...]
) -> Afloop:
    klaar = roep(["-c", OSO, "certify", *namen, "--uit", str(map_), *extra], omgeving, map_)
    return Afloop(klaar.returncode, klaar.stdout, klaar.stderr, map_)


def proeven(
    eisen: Mapping[str, str], omgeving: Mapping[str, str], map_: Path
) -> dict[str, list[dict[str, Any]]]:
    """Run the tests of one eis on each plugin, one after the other; return the outcomes.

    The first that is not met decides: what comes after it is not run.
    """
    vast = [
        *(str(SUITE), "-c", str(SUITE / "suite.ini"), "--rootdir", str(SUITE), "--noconftest"),
        *("-q", "-x", "-p", "no:cacheprovider", "-p", "oso_conformance.pytest_plugin"),
        *("-p", "no:unraisableexception", "-p", "no:threadexception", "--assert=plain"),
    ]
    opdrachten = [
        [*vast, "-k", eis, f"--oso-plugin={naam}", f"--oso-uit={map_ / naam}"]
        for naam, eis in eisen.items()
    ]
    programma = f"import pytest\nfor opdracht in {opdrachten!r}: pytest.main(opdracht)"
    roep(["-c", programma], {**omgeving, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}, map_)
    return {naam: _uitkomsten(map_ / naam) for naam in eisen}


def _uitkomsten(uit: Path) -> list[dict[str, Any]]:
    regels = [json.loads(regel) for regel in uit.read_text("utf-8").splitlines()]
    return [regel for regel in regels if regel["soort"] == "uitkomst"]

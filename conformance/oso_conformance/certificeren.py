"""Runs the suite on one plugin, in a process of its own with a limit on its time."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import attrs

from oso_conformance.plan import plan

__all__ = ["TIJD", "Loop", "voer_uit"]

TIJD = 300
"""Seconds that the suite may take on one plugin."""

_HIER = Path(__file__).parent
_TIK = 0.1
_GEZAKT = 1
_VAN_DE_GEBRUIKER = ("PYTEST_ADDOPTS", "PYTEST_PLUGINS", "PYTHONWARNINGS")
"""Settings that would change what the suite does."""


@attrs.frozen(kw_only=True)
class Loop:
    """What a run left behind.

    Attributes:
        regels: what was written, in order; see `oso_conformance.verloop`.
        storing: why the run is not complete, in Dutch; empty when it is.
        junit: the report of pytest in JUnit form; None when it did not come to that.
    """

    regels: tuple[dict[str, Any], ...]
    storing: str
    junit: bytes | None
    seconden: float

    def van(self, soort: str) -> Iterator[dict[str, Any]]:
        """Yield what was written of one kind."""
        return (regel for regel in self.regels if regel["soort"] == soort)


def _opdracht(naam: str, map_: Path) -> list[str]:
    return [
        *(sys.executable, "-m", "pytest", str(_HIER)),
        *("-c", str(_HIER / "suite.ini"), "--rootdir", str(_HIER), "--noconftest"),
        *("-p", "no:cacheprovider", "-p", "oso_conformance.pytest_plugin"),
        *("--assert=plain", "--tb=short", "-q"),
        *(f"--oso-plugin={naam}", f"--oso-uit={map_ / 'verloop'}", f"--junitxml={map_ / 'junit'}"),
    ]


def _omgeving() -> dict[str, str]:
    omgeving = {k: v for k, v in os.environ.items() if k not in _VAN_DE_GEBRUIKER}
    return {**omgeving, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}


def _ruim_op(proces: subprocess.Popen[bytes]) -> None:
    """End the process, and what the plugin started in it."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(proces.pid, signal.SIGKILL)
    proces.kill()
    proces.wait()


def _lees(pad: Path) -> list[dict[str, Any]]:
    """Read what was written; a line that was broken off is left out."""
    regels = []
    tekst = pad.read_text("utf-8", errors="replace") if pad.exists() else ""
    for regel in tekst.splitlines():
        with contextlib.suppress(ValueError):
            gelezen = json.loads(regel)
            if isinstance(gelezen, dict) and "soort" in gelezen:
                regels.append(gelezen)
    return regels


def _wacht(proces: subprocess.Popen[bytes], tijd: float, kijk: Callable[[], None]) -> bool:
    """Wait until a process ends; return whether it did so in time."""
    einde = time.monotonic() + tijd
    while proces.poll() is None:
        if time.monotonic() > einde:
            return False
        kijk()
        time.sleep(_TIK)
    return True


def _storing(regels: list[dict[str, Any]], *, op_tijd: bool, code: int | None, tijd: float) -> str:
    """Say why a run is not complete; empty when it is."""
    if any(regel["soort"] in ("onbekend", "laadfout") for regel in regels):
        return "De plugin laadt niet."
    laatste = next((regel["paar"] for regel in reversed(regels) if regel["soort"] == "start"), "")
    waar = f", bij {laatste}" if laatste else ", bij het laden"
    if not op_tijd:
        return f"De plugin was na {tijd:g} seconden niet klaar{waar}."
    if not any(regel["soort"] == "einde" for regel in regels):
        return f"Het proces met de plugin stopte voortijdig (code {code}){waar}."
    if code not in (0, _GEZAKT):
        return f"De suite kwam niet goed tot een einde (code {code})."
    gezien = {f"{r['eis']}-{r['geval']}" for r in regels if r["soort"] == "uitkomst"}
    if any(f"{paar.eis}-{paar.geval}" not in gezien for paar in plan()):
        return "Niet elke geplande proef heeft een uitkomst."
    return ""


def voer_uit(naam: str, *, tijd: float = TIJD, meld: Callable[[int], None] = print) -> Loop:
    """Run the suite on a plugin.

    Args:
        naam: name of an installed plugin, or of a module.
        tijd: seconds after which the run is broken off.
        meld: is told now and then how many tests have an outcome.
    """
    begin = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="oso-certify-") as map_naam:
        map_ = Path(map_naam)
        verloop, junit = map_ / "verloop", map_ / "junit"
        proces = subprocess.Popen(  # noqa: S603 - pytest in our own interpreter
            _opdracht(naam, map_),
            env=_omgeving(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            op_tijd = _wacht(proces, tijd, lambda: meld(_klaar(verloop)))
        finally:
            _ruim_op(proces)
        regels = _lees(verloop)
        meld(_klaar(verloop))
        return Loop(
            regels=tuple(regels),
            storing=_storing(regels, op_tijd=op_tijd, code=proces.returncode, tijd=tijd),
            junit=junit.read_bytes() if junit.exists() else None,
            seconden=time.monotonic() - begin,
        )


def _klaar(verloop: Path) -> int:
    return verloop.read_bytes().count(b'{"soort": "uitkomst"') if verloop.exists() else 0

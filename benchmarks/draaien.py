"""Run ``oso`` in a process of its own; how long it takes, and how much memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_KIB = 1024
_KIJK_OM_DE = 0.1
_OSO = [sys.executable, "-c", "from oso_adapters.cli import main; main()"]


def draai(*woorden: str, uit: Path, codes: tuple[int, ...] = (0,)) -> tuple[float, int]:
    """Return the seconds and the MiB of the largest process; what is printed goes to a file."""
    begin = time.perf_counter()
    with uit.open("wb") as stroom:
        proces = subprocess.Popen([*_OSO, *woorden], stdout=stroom, start_new_session=True)
        grootste = 0
        while proces.poll() is None:
            grootste = max(grootste, *_geheugen(sessie=proces.pid))
            time.sleep(_KIJK_OM_DE)
    duur = time.perf_counter() - begin
    assert proces.returncode in codes
    return duur, grootste


def _geheugen(*, sessie: int) -> Iterator[int]:
    """Yield the most MiB that each process of a session has had, as Linux tells it."""
    yield 0
    for status in Path("/proc").glob("[0-9]*/status"):
        with suppress(OSError):
            regels = dict(r.split(":", 1) for r in status.read_text().splitlines() if ":" in r)
            if os.getsid(int(status.parent.name)) == sessie and "VmHWM" in regels:
                yield int(regels["VmHWM"].split()[0]) // _KIB

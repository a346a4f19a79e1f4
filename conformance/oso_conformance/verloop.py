"""What happens in a run, line by line: one that breaks off still tells how far it got."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path
from typing import Any

import attrs
import pytest

__all__ = ["Verloop"]

_IN_SUITE = re.compile(r"\[(E\.[A-Z]+\.\d\d(?:-\w+)?)\]$")


@attrs.define(eq=False)
class Verloop:
    """Writes one JSON object per line; registered with pytest to see every report.

    Attributes:
        pad: file to write; None writes nothing.
    """

    pad: Path | None
    _begin: float = attrs.field(factory=time.monotonic, init=False)

    def __attrs_post_init__(self) -> None:
        if self.pad is not None:
            self.pad.write_text("", encoding="utf-8")

    def schrijf(self, soort: str, **gegevens: Any) -> None:
        """Add one line."""
        if self.pad is None:
            return
        regel = json.dumps({"soort": soort, **gegevens}, ensure_ascii=False)
        with self.pad.open("a", encoding="utf-8") as bestand:
            bestand.write(f"{regel}\n")

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """Say what is tried now."""
        gevonden = _IN_SUITE.search(nodeid)
        if gevonden:
            self.schrijf("start", paar=gevonden[1])

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Say what came of it."""
        gegevens = getattr(report, "oso", None)
        if gegevens is not None:
            self.schrijf("uitkomst", **gegevens)

    def pytest_sessionfinish(self, exitstatus: int) -> None:
        """Say that the run came to its end."""
        self.schrijf("einde", exit=int(exitstatus), seconden=time.monotonic() - self._begin)

"""The sample of this plugin, in files and behind a server, to be changed by a test."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from namaak_somtoday import Connect, Uitvoer


@pytest.fixture
def uitvoer(tmp_path: Path) -> Uitvoer:
    """Return the sample as answers that a test may change."""
    map_ = tmp_path / "uitvoer"
    map_.mkdir()
    return Uitvoer(map_)


@pytest.fixture
def connect(uitvoer: Uitvoer, monkeypatch: pytest.MonkeyPatch) -> Iterator[Connect]:
    """Return a running server with the sample behind it."""
    monkeypatch.setenv("TEST_SOMTODAY_ID", "koppeling")
    monkeypatch.setenv("TEST_SOMTODAY_GEHEIM", "heel-geheim")
    server = Connect(uitvoer)
    server.draad.start()
    yield server
    server.server.shutdown()
    server.server.server_close()
    server.draad.join(5)

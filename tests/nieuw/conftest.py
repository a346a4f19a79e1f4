"""A new plugin, made once, and what tools say of it in processes of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from oso_adapters.nieuw import VERMOGENS, make_plugin
from oso_adapters.nieuw.plaats import Plaats


@pytest.fixture(scope="session")
def klaver(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a new plugin outside a clone."""
    map_ = tmp_path_factory.mktemp("nieuw") / "oso-klaver"
    return make_plugin("klaver", Plaats(map=map_), {"export"}).plaats.map


@pytest.fixture(scope="session")
def alles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a new plugin that can do everything."""
    map_ = tmp_path_factory.mktemp("nieuw") / "oso-alles"
    return make_plugin("alles", Plaats(map=map_), VERMOGENS).plaats.map


OSO = ("-c", "from oso_adapters.cli import main; main()")


def installeer(plugin: Path, naam: str, waar: Path) -> None:
    """Lay down what an installer would for an editable install: a path and an entry point."""
    info = waar / f"oso_{naam}-0.1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: oso-{naam}\nVersion: 0.1.0\n")
    (info / "entry_points.txt").write_text(f"[oso_adapters]\n{naam} = oso_{naam}\n")
    (waar / f"oso_{naam}").symlink_to(plugin / f"oso_{naam}")


@pytest.fixture(scope="session")
def doe(klaver: Path, alles: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., str]:
    """Return a function that runs ``oso`` or a module beside the new plugins."""
    waar = tmp_path_factory.mktemp("omgeving")
    installeer(klaver, "klaver", waar)
    installeer(alles, "alles", waar)

    def run(*woorden: str, map_: Path = klaver, code: int = 0) -> str:
        klaar = subprocess.run(
            [sys.executable, *(OSO if woorden[0] == "oso" else ("-m", woorden[0])), *woorden[1:]],
            cwd=map_,
            env={**os.environ, "PYTHONPATH": str(waar), "PYTHONUTF8": "1"},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert code == klaar.returncode, klaar.stdout + klaar.stderr
        return klaar.stdout

    return run

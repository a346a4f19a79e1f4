"""Plugins to certify: the small one of these tests, the real one, and wrong ones made from it.

Every run is made once, two at a time.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import attrs
import pytest

import oso_conformance

HIER = Path(__file__).parent
SUITE = Path(oso_conformance.__file__).parent
sys.path.insert(0, str(HIER))

from mutanten import MUTANTEN  # noqa: E402 - the folder must be on the path first

_BASIS = "from spiegel import *\nimport attrs, os, time\nfrom oso_adapters import hookimpl\n"
_SLECHT = {
    "hangt": "_lees = lambda pad: time.sleep(600)",
    "verdwijnt": "_lees = lambda pad: os._exit(0)",
    "eindigt": "import sys\n_lees = lambda pad: sys.exit(0)",
    "slaat_over": "import pytest\n_lees = lambda pad: pytest.skip('niets te zien')",
}
_HAAK = """
@hookimpl
def oso_export():
    return attrs.evolve(EXPORTEUR, lees=_lees)
"""
_LOS = {
    "verdwijnt_bij_import": "import os\nos._exit(0)\n",
    "laadt_niet": "from spiegel import oso_leverancier\ndef oso_exporr(): ...\n",
    "kan_niets": "from spiegel import oso_leverancier\n",
}
_MUTANT = "from mutanten import haken\noso_leverancier, oso_export = haken({!r})\n"


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


@pytest.fixture(scope="session")
def modules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a module for each wrong plugin."""
    map_ = tmp_path_factory.mktemp("modules")
    teksten = {
        **{naam: _BASIS + slecht + _HAAK for naam, slecht in _SLECHT.items()},
        **_LOS,
        **{naam: _MUTANT.format(naam) for naam in MUTANTEN},
    }
    for naam, tekst in teksten.items():
        (map_ / f"{naam}.py").write_text(tekst, "utf-8")
    return map_


@pytest.fixture(scope="session")
def omgeving(modules: Path) -> dict[str, str]:
    """Return an environment in which those modules are found."""
    paden = [str(modules), str(HIER), os.environ.get("PYTHONPATH", "")]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paden))}


_CLI = "import sys; from oso_adapters.cli import main; sys.argv[0] = 'oso'; main()"


def _certify(
    map_: Path, omgeving: Mapping[str, str], *namen: str, extra: tuple[str, ...] = ()
) -> Afloop:
    klaar = subprocess.run(
        [sys.executable, "-c", _CLI, "certify", *namen, "--uit", str(map_), *extra],
        env=dict(omgeving),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        cwd=map_,
    )
    return Afloop(klaar.returncode, klaar.stdout, klaar.stderr, map_)


_RUNS: dict[str, tuple[tuple[str, ...], dict[str, str], tuple[str, ...]]] = {
    "parnassys": (("parnassys",), {}, ()),
    "nog eens": (("parnassys",), {"PYTEST_ADDOPTS": "-k nothing -x"}, ("--json",)),
    "twee": (("spiegel", "vader_is_moeder"), {}, ()),
    "hangt": (("hangt",), {}, ("--tijd", "3")),
    "verdwijnt": (("verdwijnt",), {}, ()),
    "eindigt": (("eindigt",), {}, ()),
    "slaat_over": (("slaat_over",), {}, ()),
    "verdwijnt_bij_import": (("verdwijnt_bij_import",), {}, ()),
    "laadt_niet": (("laadt_niet",), {}, ()),
    "kan_niets": (("kan_niets",), {}, ()),
    "onbekend": (("parnasys",), {}, ()),
}


@pytest.fixture(scope="session")
def pool() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(2)


@pytest.fixture(scope="session")
def _runs(
    pool: ThreadPoolExecutor, omgeving: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Future[Afloop]]:
    return {
        naam: pool.submit(
            _certify, tmp_path_factory.mktemp("uit"), {**omgeving, **env}, *namen, extra=extra
        )
        for naam, (namen, env, extra) in _RUNS.items()
    }


@pytest.fixture(scope="session")
def run(_runs: dict[str, Future[Afloop]]) -> Callable[[str], Afloop]:
    """Return a function that gives a call of ``oso certify`` by its name above."""
    return lambda naam: _runs[naam].result()


def suite(naam: str, eis: str, omgeving: Mapping[str, str], uit: Path) -> list[dict[str, Any]]:
    """Run the tests of one eis on a plugin, as a vendor does; return what was written."""
    subprocess.run(
        [
            *(sys.executable, "-m", "pytest", str(SUITE), "-c", str(SUITE / "suite.ini"), "-q"),
            *("-p", "no:cacheprovider", "--rootdir", str(SUITE), "-k", eis),
            *(f"--oso-plugin={naam}", f"--oso-uit={uit}"),
        ],
        env=dict(omgeving),
        capture_output=True,
        check=False,
        cwd=uit.parent,
    )
    return [json.loads(regel) for regel in uit.read_text("utf-8").splitlines()]


@pytest.fixture(scope="session")
def _mutanten(
    pool: ThreadPoolExecutor, omgeving: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Future[list[dict[str, Any]]]]:
    map_ = tmp_path_factory.mktemp("mutanten")
    return {
        naam: pool.submit(suite, naam, mutant.eis, omgeving, map_ / naam)
        for naam, mutant in MUTANTEN.items()
    }


@pytest.fixture
def uitkomsten_van(
    _mutanten: dict[str, Future[list[dict[str, Any]]]],
) -> Callable[[str], list[dict[str, Any]]]:
    """Return a function that gives the outcomes of a wrong plugin on the eis that must catch it."""
    return lambda naam: [r for r in _mutanten[naam].result() if r["soort"] == "uitkomst"]

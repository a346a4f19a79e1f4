"""Plugins to certify: the small one of these tests, the real one, and wrong ones made from it.

Every run is made once, two at a time.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

HIER = Path(__file__).parent
sys.path.insert(0, str(HIER))

from lopen import Afloop, certify, proeven  # noqa: E402 - the folder must be on the path first
from verkeerd import VERKEERD  # noqa: E402

_BASIS = "from spiegel import *\nimport attrs, os, time\nfrom oso_adapters import hookimpl\n"
_HAAK = """
@hookimpl
def oso_export():
    return attrs.evolve(EXPORTEUR, read=_lees)
"""
_LEZERS = {
    "hangt": "_lees = lambda pad: time.sleep(600)",
    "verdwijnt": "_lees = lambda pad: os._exit(0)",
    "eindigt": "import sys\n_lees = lambda pad: sys.exit(0)",
    "slaat_over": "import pytest\n_lees = lambda pad: pytest.skip('niets te zien')",
}
_BEGONNEN = """
from oso_adapters import Gevallen, hookimpl
import attrs
from spiegel import *

@hookimpl
def oso_export():
    brengt = Gevallen(
        bron=GEVALLEN,
        sleutels={"G16": EXPORTEUR.gevallen.sleutels["G16"], "G01": ""},
        zonder={"F07": "elk adres staat in de leerling zelf"},
        plaatsen={"G01": "gevallen/gevallen.toml:9"},
    )
    return attrs.evolve(EXPORTEUR, profielen={"POVO"}, gevallen=brengt)
"""
"""A plugin that brings its first geval."""
_LOS = {
    "verdwijnt_bij_import": "import os\nos._exit(0)\n",
    "laadt_niet": "from spiegel import oso_leverancier\ndef oso_exporr(): ...\n",
    "kan_niets": "from spiegel import oso_leverancier\n",
    "begonnen": _BEGONNEN,
    "verkeerd_afgebeeld": """
from oso_adapters.gegevensset import Adres, Land
from oso_adapters.mapping import afbeelding, van
LAND = afbeelding(Land, Adres, warde=van("straat"))
""",
}
_MUTANT = "from {} import haken\nglobals().update(haken({!r}))\n"

_RUNS: dict[str, tuple[tuple[str, ...], dict[str, str], tuple[str, ...]]] = {
    "parnassys": (("parnassys",), {}, ()),
    "nog eens": (("parnassys",), {"PYTEST_ADDOPTS": "-k nothing -x"}, ("--json",)),
    "twee": (("spiegel", "vader_is_moeder"), {}, ()),
    "neemt alleen aan": (("inlezer",), {}, ()),
    "hangt": (("hangt",), {}, ("--tijd", "12")),
    "onbekend": (("parnasys",), {}, ()),
    **{naam: ((naam,), {}, ()) for naam in ("verdwijnt", "eindigt", "slaat_over", *_LOS)},
}
"""Calls of ``oso certify`` by name: plugins, settings, options."""


@pytest.fixture(scope="session")
def omgeving(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return an environment in which there is a module for each wrong plugin."""
    map_ = tmp_path_factory.mktemp("modules")
    teksten = {
        **{naam: _BASIS + lezer + _HAAK for naam, lezer in _LEZERS.items()},
        **_LOS,
        **{
            naam: _MUTANT.format(module, naam)
            for module, namen in VERKEERD.items()
            for naam in namen
        },
    }
    for naam, tekst in teksten.items():
        (map_ / f"{naam}.py").write_text(tekst, "utf-8")
    paden = [str(map_), str(HIER), os.environ.get("PYTHONPATH", "")]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paden))}


@pytest.fixture(scope="session")
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(2) as pool:
        yield pool


@pytest.fixture(scope="session")
def _runs(
    pool: ThreadPoolExecutor, omgeving: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Future[Afloop]]:
    gestart = {}
    for naam, (namen, extra_omgeving, extra) in _RUNS.items():
        map_ = tmp_path_factory.mktemp("uit")
        gestart[naam] = pool.submit(certify, map_, {**omgeving, **extra_omgeving}, namen, extra)
    return gestart


@pytest.fixture(scope="session")
def run(_runs: dict[str, Future[Afloop]]) -> Callable[[str], Afloop]:
    """Return a function that gives a call of ``oso certify`` by its name above."""
    return lambda naam: _runs[naam].result()


@pytest.fixture(scope="session")
def _mutanten(
    pool: ThreadPoolExecutor, omgeving: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> list[Future[dict[str, list[dict[str, Any]]]]]:
    map_ = tmp_path_factory.mktemp("mutanten")
    eisen = [(naam, mutant.eis) for namen in VERKEERD.values() for naam, mutant in namen.items()]
    return [pool.submit(proeven, dict(eisen[nr::2]), omgeving, map_) for nr in range(2)]


@pytest.fixture(scope="session")
def proeven_op(
    _mutanten: list[Future[dict[str, list[dict[str, Any]]]]],
) -> Callable[[str], list[dict[str, Any]]]:
    """Return a function that gives the outcomes of a wrong plugin on the eis that must catch it."""
    alle = {naam: uit for deel in _mutanten for naam, uit in deel.result().items()}
    return alle.__getitem__

"""The suite inside a pytest run, when ``--oso-plugin`` is given."""

from __future__ import annotations

import re
from collections.abc import Generator
from fnmatch import fnmatch
from pathlib import Path

import pytest

from oso_adapters import Exporteur, Importeur, Plugin
from oso_adapters.errors import PluginLoadError
from oso_conformance.eis import eisen
from oso_conformance.gevallen import Geval, gevallen
from oso_conformance.invoer import Invoer
from oso_conformance.laden import Geladen, OnbekendePlugin, laad
from oso_conformance.plan import Paar, plan
from oso_conformance.proef import Proef
from oso_conformance.uitkomst import Bevinding, Uitkomst, niet_van_toepassing
from oso_conformance.verloop import Verloop

_HIER = Path(__file__).parent
_BESTANDEN = tuple(sorted(_HIER.glob("test_*.py")))
_PAAR = re.compile(r"\[(E\.[A-Z]+\.\d\d)(?:-(\w+))?\]$")
_GELADEN = pytest.StashKey[Geladen]()
_VERBORGEN = pytest.StashKey[Path | None]()


def _verloop(config: pytest.Config) -> Verloop:
    uit = config.getoption("oso_uit")
    return Verloop(Path(uit) if uit and not hasattr(config, "workerinput") else None)


def pytest_configure(config: pytest.Config) -> None:
    """Load the plugin, and add the files of the suite to what is collected."""
    config.addinivalue_line("markers", "eis(id): the requirement that a test of the suite tries")
    verloop = _verloop(config)
    try:
        geladen = config.stash[_GELADEN] = laad(config.getoption("oso_plugin"))
    except PluginLoadError as fout:
        soort = "onbekend" if isinstance(fout, OnbekendePlugin) else "laadfout"
        verloop.schrijf(soort, redenen=list(fout.redenen))
        raise pytest.UsageError(str(fout)) from fout
    verloop.schrijf("plugin", **geladen.gegevens())
    config.pluginmanager.register(verloop, "oso-conformance-verloop")
    config.stash[_VERBORGEN] = _verborgen(config)
    if str(_HIER) not in config.args:
        config.args.extend(map(str, _BESTANDEN))


def _verborgen(config: pytest.Config) -> Path | None:
    """Return the folder around the suite that pytest would pass over, such as ``.venv``."""
    patronen = config.getini("norecursedirs")
    for map_ in reversed(_HIER.parents):
        binnen = config.rootpath in map_.parents
        overgeslagen = any(fnmatch(map_.name, patroon) for patroon in patronen)
        if binnen and (overgeslagen or (map_ / "pyvenv.cfg").exists()):
            return map_
    return None


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Reach the suite in a folder that pytest passes over, and nothing else that is in there."""
    verborgen = config.stash[_VERBORGEN]
    if verborgen is None or not collection_path.is_relative_to(verborgen):
        return None
    if collection_path.is_relative_to(_HIER):
        return None
    return collection_path not in _HIER.parents


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Module | None:
    """Collect the suite also where the repository names its own test files in another way."""
    patronen = parent.config.getini("python_files")
    gewoon = any(fnmatch(file_path.name, patroon) for patroon in patronen)
    if gewoon or parent.session.isinitpath(file_path) or file_path not in _BESTANDEN:
        return None
    module: pytest.Module = pytest.Module.from_parent(parent, path=file_path)
    return module


def _van_de_suite(item: pytest.Item | pytest.Function) -> bool:
    return item.path.parent == _HIER


def _paar(item: pytest.Item) -> Paar | None:
    gevonden = _PAAR.search(item.nodeid) if _van_de_suite(item) else None
    return Paar(gevonden[1], gevonden[2] or "") if gevonden else None


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Try a requirement on each geval that it is about."""
    merk = metafunc.definition.get_closest_marker("eis")
    if merk is None or not _van_de_suite(metafunc.definition):
        return
    paren = [paar for paar in plan() if paar.eis == eisen()[merk.args[0]].id]
    metafunc.parametrize("paar", paren, ids=[str(paar) for paar in paren], indirect=True)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Refuse to start when what is collected is not what was planned."""
    eigen = [item for item in items if _van_de_suite(item)]
    zonder = [item.name for item in eigen if item.get_closest_marker("eis") is None]
    if zonder:
        raise pytest.UsageError(f"tests of the suite without an eis: {', '.join(zonder)}")
    if sorted(str(_paar(item)) for item in eigen) != sorted(map(str, plan())):
        raise pytest.UsageError(
            f"the suite planned {len(plan())} tests, but pytest collected {len(eigen)}: settings"
            " such as python_functions must leave the suite alone"
        )


def _kort(exc: BaseException) -> str:
    spoor = exc.__traceback__
    while spoor is not None and spoor.tb_next is not None:
        spoor = spoor.tb_next
    waar = f" in {Path(spoor.tb_frame.f_code.co_filename).name}:{spoor.tb_lineno}" if spoor else ""
    return f"{type(exc).__name__}{waar}"


def _uitkomst(exc: BaseException | None) -> tuple[Uitkomst, str, tuple[Bevinding, ...]]:
    """Read from how a test ended what it found; what no test means to raise is the tool's fault."""
    if exc is None:
        return Uitkomst.GESLAAGD, "", ()
    uitkomst = getattr(exc, "uitkomst", None)
    if isinstance(uitkomst, Uitkomst):
        return uitkomst, getattr(exc, "reden", ""), getattr(exc, "bevindingen", ())
    return Uitkomst.HULPMIDDEL, _kort(exc), ()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Put the outcome in the report; never a traceback, for it could hold values."""
    report = yield
    paar = _paar(item)
    if paar is not None and (call.when == "call" or call.excinfo is not None):
        _noteer(report, item, paar, call.excinfo.value if call.excinfo else None)
    return report


def _noteer(
    report: pytest.TestReport, item: pytest.Item, paar: Paar, exc: BaseException | None
) -> None:
    uitkomst, reden, bevindingen = _uitkomst(exc)
    item.user_properties += [("eis", paar.eis), ("uitkomst", str(uitkomst))]
    report.oso = {  # type: ignore[attr-defined]
        "eis": paar.eis,
        "geval": paar.geval,
        "uitkomst": str(uitkomst),
        "reden": reden,
        "bevindingen": [bevinding.als_dict() for bevinding in bevindingen],
    }
    if report.failed:
        eis = eisen()[paar.eis]
        regels = [str(bevinding) for bevinding in bevindingen] or [f"{uitkomst}: {reden}"]
        report.longrepr = "\n  ".join([f"{eis.id} {eis.tekst}", *regels, f"doen: {eis.herstel}"])
        if not eis.beslist:
            report.outcome = "skipped"
            report.wasxfail = str(eis.sterkte)


@pytest.fixture
def paar(request: pytest.FixtureRequest) -> Paar:
    """Return the requirement and the geval that are tried."""
    gevonden: Paar = request.param
    return gevonden


@pytest.fixture(scope="session")
def plugin(request: pytest.FixtureRequest) -> Plugin:
    """Return the plugin that ``--oso-plugin`` names."""
    return request.config.stash[_GELADEN].plugin


@pytest.fixture(scope="session")
def proef_van_plugin(request: pytest.FixtureRequest, plugin: Plugin) -> Proef:
    """Return the plugin with all that it makes of the gevallen."""
    return Proef(request.config.stash[_GELADEN].naam, plugin)


@pytest.fixture
def proef(paar: Paar, proef_van_plugin: Proef) -> Proef:
    """Return the plugin on trial; ends the test when it can't do what the requirement is about."""
    reden = proef_van_plugin.ontbreekt_kan(eisen()[paar.eis].kan)
    if reden:
        niet_van_toepassing(reden)
    return proef_van_plugin


@pytest.fixture
def geval(paar: Paar, proef: Proef) -> Geval:
    """Return the geval that is tried; ends the test when the plugin does nothing of its kind."""
    if not paar.geval:
        niet_van_toepassing("de suite heeft hier geen geval voor")
    gekozen = gevallen()[paar.geval]
    if eisen()[paar.eis].kan == "import":
        proef.invoer.importeur(gekozen)
    else:
        proef.exporteur(gekozen)
    return gekozen


@pytest.fixture
def exporteur(geval: Geval, proef: Proef) -> Exporteur:
    """Return what delivers the geval."""
    return proef.exporteur(geval)


@pytest.fixture
def invoer(proef: Proef) -> Invoer:
    """Return what the plugin makes of dossiers that it takes in."""
    return proef.invoer


@pytest.fixture
def importeur(geval: Geval, invoer: Invoer) -> Importeur:
    """Return what takes the geval in."""
    return invoer.importeur(geval)

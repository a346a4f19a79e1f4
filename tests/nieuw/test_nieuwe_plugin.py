"""A new plugin is good from the start: it loads, is clean, and one requirement is not met."""

from __future__ import annotations

import json
import shutil
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest
from oso_conformance.gevallen import gevallen

from oso_adapters.nieuw import VERMOGENS, make_plugin
from oso_adapters.nieuw.plaats import Plaats

VERMOGENS_SAMEN = [("export",), ("import",), ("swv",), VERMOGENS]
WORTEL = Path(__file__).parents[2]


@pytest.mark.parametrize("vermogens", VERMOGENS_SAMEN, ids=",".join)
def test_passes_lint_types_and_its_own_tests(doe, tmp_path, vermogens):
    map_ = make_plugin("proefje", Plaats(map=tmp_path / "x"), vermogens).plaats.map

    doe("ruff", "check", ".", map_=map_)
    doe("ruff", "format", "--check", ".", map_=map_)
    doe("mypy", map_=map_)
    doe("pytest", "-q", "-p", "no:cacheprovider", map_=map_)


@pytest.mark.parametrize("naam", ["aa", "z" * 20, "oso_a1"])
def test_is_clean_whatever_its_name(doe, tmp_path, naam):
    map_ = make_plugin(naam, Plaats(map=tmp_path / "x"), {"export"}).plaats.map

    doe("ruff", "check", ".", map_=map_)
    doe("ruff", "format", "--check", ".", map_=map_)


@pytest.mark.parametrize("naam", ["aa", "z" * 20])
def test_is_clean_by_the_settings_of_the_workspace(doe, tmp_path, naam):
    shutil.copy(WORTEL / "pyproject.toml", tmp_path)
    (tmp_path / "oso_adapters").symlink_to(WORTEL / "oso_adapters")
    plaats = Plaats(map=tmp_path / "plugins" / naam, werkplaats=tmp_path)
    make_plugin(naam, plaats, {"export"})

    doe("ruff", "check", "plugins", map_=tmp_path)
    doe("ruff", "format", "--check", "plugins", map_=tmp_path)


@pytest.fixture(scope="module")
def certificaten(doe, tmp_path_factory):
    """Return what ``oso certify`` prints of each new plugin, and its certificate."""
    uit = tmp_path_factory.mktemp("certificaat")
    schermen = {
        naam: doe("oso", "certify", naam, "--uit", str(uit), code=1) for naam in ("klaver", "alles")
    }
    return {
        naam: (scherm, json.loads((uit / f"{naam}.json").read_text("utf-8")))
        for naam, scherm in schermen.items()
    }


@pytest.fixture(params=["klaver", "alles"])
def certificaat(request, certificaten):
    """Return what ``oso certify`` prints of a new plugin, and its certificate."""
    return certificaten[request.param]


def test_one_requirement_is_not_met_and_nothing_else_is_wrong(certificaat):
    _, verslag = certificaat
    uitkomsten = {eis["id"]: eis["uitkomst"] for eis in verslag["inhoud"]["eisen"]}

    assert "niet geslaagd" == verslag["inhoud"]["oordeel"]
    assert ["E.ONT.04"] == [eis for eis, uitkomst in uitkomsten.items() if uitkomst == "gezakt"]
    assert "fout van het hulpmiddel" not in uitkomsten.values()


@pytest.mark.parametrize(("plugin", "geval"), [("klaver", "G16"), ("alles", "G32")])
def test_the_first_geval_passes_all_that_is_asked_of_it(certificaten, plugin, geval):
    _, verslag = certificaten[plugin]
    uitkomsten = {
        proef["uitkomst"]
        for eis in verslag["inhoud"]["eisen"]
        for proef in eis["proeven"]
        if proef["geval"] == geval
    }

    assert {"geslaagd"} == uitkomsten - {"niet ondersteund", "niet van toepassing"}


def test_what_can_not_be_known_only_waits_for_the_gevallen(certificaat):
    _, verslag = certificaat
    redenen = {
        proef["reden"]
        for eis in verslag["inhoud"]["eisen"]
        for proef in eis["proeven"]
        if proef["uitkomst"] == "niet vast te stellen"
    }

    assert {"de plugin brengt dit geval nog niet mee"} == redenen


def test_the_message_says_which_file_and_line_is_next(certificaten, klaver):
    scherm, _ = certificaten["klaver"]
    regels = (klaver / "oso_klaver/gevallen/gevallen.toml").read_text("utf-8").splitlines()
    nummer = regels.index('G01 = ""') + 1

    assert 1 == scherm.count("gezakt  E.")
    assert "`oso gevallen G01 --vendor klaver` toont wie het is." in scherm
    assert f"vul zijn sleutel in: oso_klaver/gevallen/gevallen.toml, regel {nummer}." in scherm


def test_every_geval_that_is_asked_of_it_has_its_line(alles):
    toml = tomllib.loads((alles / "oso_alles/gevallen/gevallen.toml").read_text("utf-8"))
    gevraagd = {
        g.id for g in gevallen().values() if g.profiel in ("POVO", "POSWV") and g.sector == "po"
    }
    ontbreekt = {"F06", "F15"}  # files and diagnoses, which a new plugin does not deliver

    assert gevraagd - ontbreekt == set(toml["sleutels"]) | set(toml["zonder"])


def test_what_takes_dossiers_in_only_waits_for_who_makes_it(doe, tmp_path):
    make_plugin("inlezer", Plaats(map=tmp_path / "x"), {"import"})
    opdracht = ("oso", "certify", "oso_inlezer", "--json", "--uit", str(tmp_path / "uit"))

    verslag = json.loads(doe(*opdracht, map_=tmp_path / "x", code=1))
    gezakt = [eis for eis in verslag["inhoud"]["eisen"] if eis["uitkomst"] == "gezakt"]

    assert "niet geslaagd" == verslag["inhoud"]["oordeel"]
    assert ["E.ONT.02", "E.ONT.05"] == [eis["id"] for eis in gezakt]
    assert ["aanbevolen"] == [e["sterkte"] for e in gezakt if e["id"] == "E.ONT.05"]
    (bevinding,) = gezakt[0]["proeven"][0]["bevindingen"]
    assert "Leverancier.maker is leeg" in bevinding["tekst"]
    assert "bij oso_leverancier: oso_inlezer/__init__.py, regel " in bevinding["tekst"]


def test_takes_a_dossier_in_and_the_second_time_changes_nothing(doe, tmp_path):
    dossier = str(files("oso_conformance") / "gevallen" / "G10.xml")
    opdracht = ("oso", "import", "alles", dossier, "--bestand", str(tmp_path / "x.csv"), "--ja")

    eerst = doe(*opdracht, "--actie", "importeren")
    inhoud = (tmp_path / "x.csv").read_bytes()
    opnieuw = doe(*opdracht, "--actie", "aanvullen")

    assert "1 overgenomen, 0 al zo" in eerst
    assert "0 over te nemen, 1 al zo" in opnieuw
    assert inhoud == (tmp_path / "x.csv").read_bytes()

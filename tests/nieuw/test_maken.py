"""The folder of a new plugin: whole or not at all, and nothing is overwritten."""

from __future__ import annotations

import subprocess
import sys

import pytest

from oso_adapters.errors import ConfigurationError
from oso_adapters.nieuw import make_plugin
from oso_adapters.nieuw.plaats import Plaats, find_place

KERN = '[project]\nname = "oso-adapters"\n[tool.uv.workspace]\nmembers = ["plugins/*"]\n'


def _in(map_):
    return sorted(str(pad.relative_to(map_)) for pad in map_.rglob("*"))


def test_makes_the_files_of_every_plugin(tmp_path):
    resultaat = make_plugin("klaver", Plaats(map=tmp_path / "x"), {"export"})

    assert set(resultaat.bestanden) == {
        ".github/workflows/oso.yml",
        "README.md",
        "oso_klaver/__init__.py",
        "oso_klaver/codes.py",
        "oso_klaver/codes.toml",
        "oso_klaver/gevallen/gevallen.toml",
        "oso_klaver/gevallen/leerlingen.csv",
        "oso_klaver/mapping.py",
        "oso_klaver/py.typed",
        "oso_klaver/records.py",
        "oso_klaver/source.py",
        "pyproject.toml",
        "tests/test_klaver.py",
    }
    assert all((tmp_path / "x" / naam).is_file() for naam in resultaat.bestanden)


def test_what_takes_dossiers_in_only_brings_no_gevallen_and_asks_who_makes_it(tmp_path):
    map_ = make_plugin("klaver", Plaats(map=tmp_path / "x"), {"import"}).plaats.map
    uitleg = (map_ / "README.md").read_text("utf-8")

    assert not (map_ / "oso_klaver/gevallen/gevallen.toml").exists()
    assert 'maker=""' in (map_ / "oso_klaver/__init__.py").read_text("utf-8")
    assert "oso import klaver DOSSIER" in uitleg
    assert "oso export" not in uitleg


def test_the_page_of_a_plugin_has_a_command_for_all_it_can(alles):
    uitleg = (alles / "README.md").read_text("utf-8")

    for opdracht in ("export alles FILE --overdracht POVO", "--overdracht POSWV", "import alles"):
        assert opdracht in uitleg


def test_no_word_of_the_templates_is_left(klaver):
    for bestand in klaver.rglob("*.*"):
        if bestand.is_file():
            tekst = bestand.read_text("utf-8")
            assert "sjabloon" not in tekst.lower(), bestand
            assert "<als" not in tekst, bestand
            assert "codelijst" not in tekst, bestand


@pytest.mark.parametrize("soort", ["map", "bestand", "verwijzing"])
def test_overwrites_nothing(tmp_path, soort):
    doel = tmp_path / "oso-klaver"
    if soort == "map":
        doel.mkdir()
    elif soort == "bestand":
        doel.write_text("van mij")
    else:
        doel.symlink_to(tmp_path / "nergens")
    voor = _in(tmp_path)

    with pytest.raises(ConfigurationError, match=r"is there already.*another folder with --map"):
        make_plugin("klaver", Plaats(map=doel), {"export"})

    assert voor == _in(tmp_path)


def test_a_folder_that_can_not_be_made_has_a_remedy(tmp_path):
    (tmp_path / "bestand").write_text("")

    with pytest.raises(ConfigurationError, match=r"can't be made: .*; name another"):
        make_plugin("klaver", Plaats(map=tmp_path / "bestand" / "x"), {"export"})


def test_leaves_nothing_behind_when_the_disk_is_full(tmp_path):
    programma = (
        "import resource, sys; from pathlib import Path\n"
        "from oso_adapters.errors import ConfigurationError\n"
        "from oso_adapters.nieuw import make_plugin; from oso_adapters.nieuw.plaats import Plaats\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))\n"
        "try: make_plugin('klaver', Plaats(map=Path(sys.argv[1])), {'export'})\n"
        "except ConfigurationError as fout: print(fout)\n"
    )
    klaar = subprocess.run(
        [sys.executable, "-c", programma, str(tmp_path / "x")],
        capture_output=True,
        text=True,
        check=True,
    )

    assert "can't be made" in klaar.stdout
    assert [] == _in(tmp_path)


class TestPlaats:
    @pytest.fixture
    def werkplaats(self, tmp_path):
        (tmp_path / "pyproject.toml").write_text(KERN)
        (tmp_path / "plugins" / "ander" / "diep").mkdir(parents=True)
        return tmp_path

    @pytest.mark.parametrize("hier", [".", "plugins/ander/diep"])
    def test_a_clone_around_the_folder_gets_it_among_its_plugins(self, werkplaats, hier):
        plaats = find_place("klaver", werkplaats / hier)

        assert Plaats(map=werkplaats / "plugins" / "klaver", werkplaats=werkplaats) == plaats

    def test_a_folder_among_the_plugins_may_have_another_name(self, werkplaats):
        plaats = find_place("klaver", werkplaats, werkplaats / "plugins" / "k")

        assert werkplaats == plaats.werkplaats

    def test_any_other_folder_in_a_clone_is_a_plugin_of_its_own(self, werkplaats):
        plaats = find_place("klaver", werkplaats, werkplaats / "elders")

        assert plaats.werkplaats is None
        assert werkplaats / "elders" == plaats.map

    @pytest.mark.parametrize("inhoud", ["", '[project]\nname = "x"\n', "geen [ TOML", "\xff"])
    def test_another_project_is_no_clone(self, tmp_path, inhoud):
        (tmp_path / "pyproject.toml").write_bytes(inhoud.encode("latin-1"))

        plaats = find_place("klaver_blad", tmp_path)

        assert plaats.werkplaats is None
        assert tmp_path / "oso-klaver-blad" == plaats.map

"""``oso import`` shows a plan first, and changes the administration whole or not at all."""

from __future__ import annotations

import json
import os
import re
from importlib.resources import files
from pathlib import Path
from types import SimpleNamespace

import pytest

from oso_adapters.cli.inlezen import _wil

KLEIN = Path(__file__).parents[1] / "mapping"
_MODULE = """
import attrs
from klein_systeem import importeur, write
from oso_adapters import Leverancier, SwvUitwisseling, hookimpl

@hookimpl
def oso_leverancier():
    return Leverancier(naam="Klein", maker="Makers", pakketnaam="klein", pakketversie="1")
"""
_IMPORT = """
@hookimpl
def oso_import():
    return importeur()
"""
_VERGEET = """
def vergeet(pad, records):
    write(pad, records[:-1])

@hookimpl
def oso_import():
    return importeur(write=vergeet)
"""
_SLORDIG = """
def slordig(pad, records):
    write(pad, [attrs.evolve(b, record=attrs.evolve(b.record, notitie=None)) for b in records])

@hookimpl
def oso_import():
    return importeur(write=slordig)
"""
_DRUK = """
def traag(pad):
    import klein_systeem, pathlib
    gelezen = list(klein_systeem.read(pad))
    pathlib.Path("school.json").write_text("[ ]")
    return gelezen

@hookimpl
def oso_import():
    return importeur(read=traag)
"""
_SWV = """
@hookimpl
def oso_swv():
    kan = importeur(profielen={"POSWV"}, koppelsleutel="notitie")
    return SwvUitwisseling(naar_binnen=kan)
"""


@pytest.fixture(scope="module")
def systemen(tmp_path_factory):
    map_ = tmp_path_factory.mktemp("systemen")
    for naam, haken in {
        "klein": _IMPORT + _SWV,
        "vergeet": _VERGEET,
        "slordig": _SLORDIG,
        "druk": _DRUK,
        "niets": "",
    }.items():
        (map_ / f"oso_{naam}_proef.py").write_text(_MODULE + haken)
        info = map_ / f"oso_{naam}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: oso-{naam}\nVersion: 1.0\n")
        (info / "entry_points.txt").write_text(f"[oso_adapters]\n{naam} = oso_{naam}_proef\n")
    return os.pathsep.join([str(map_), str(KLEIN)])


@pytest.fixture
def inlezen(oso_apart, systemen, tmp_path):
    """Return a function that imports into ``school.json`` of an empty folder."""

    def run(*woorden, vendor="klein", actie="importeren"):
        basis = ("import", vendor, *map(str, woorden), "--actie", actie)
        return oso_apart(*basis, map_=tmp_path, PYTHONPATH=systemen)

    return run


def geval(naam):
    return str(files("oso_conformance").joinpath("gevallen", f"{naam}.xml"))


def school(tmp_path):
    return json.loads((tmp_path / "school.json").read_text("utf-8"))


NAAR_SCHOOL = ("--bestand", "school.json")


def test_without_an_administration_it_only_shows_the_plan(inlezen, tmp_path):
    uitkomst = inlezen(geval("G15"))

    assert (uitkomst.code, uitkomst.fout) == (0, "")
    assert "nieuwe leerling · importeren" in uitkomst.uit
    assert "1 over te nemen, 0 al zo, 0 niet" in uitkomst.uit
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_before_somebody_agrees(inlezen, tmp_path):
    uitkomst = inlezen(geval("G15"), *NAAR_SCHOOL)

    assert uitkomst.code == 1
    assert "geef --ja" in uitkomst.fout
    assert list(tmp_path.iterdir()) == []


def test_takes_a_leerling_over_and_the_second_time_all_is_there(inlezen, tmp_path):
    eerst = inlezen(geval("G15"), geval("G16"), *NAAR_SCHOOL, "--ja")
    na_eerst = school(tmp_path)
    weer = inlezen(geval("G15"), geval("G16"), *NAAR_SCHOOL, "--ja")

    assert [eerst.code, weer.code] == [0, 0]
    assert [kind["achternaam"] for kind in na_eerst] == ["Kuiper", na_eerst[1]["achternaam"]]
    assert na_eerst == school(tmp_path)
    assert "0 over te nemen, 2 al zo" in weer.uit
    assert [bestand.name for bestand in tmp_path.iterdir()] == ["school.json"]
    assert (tmp_path / "school.json").stat().st_mode & 0o077 == 0


def test_shows_no_value_unless_it_is_asked_for(inlezen):
    zonder = inlezen(geval("G15"))
    met = inlezen(geval("G15"), "--met-waarden")

    assert "Kuiper" not in zonder.uit
    assert "Kuiper" in met.uit


def test_json_has_one_object_for_each_dossier_and_no_values(inlezen):
    uitkomst = inlezen(geval("G15"), geval("G16"), "--json")
    regels = [json.loads(regel) for regel in uitkomst.uit.splitlines()]

    assert [True, True] == [regel["verandert"] for regel in regels]
    assert "Kuiper" not in uitkomst.uit
    assert {"nieuw", "niet overgenomen"} == {veld["stap"] for veld in regels[0]["velden"]}


def test_aanvullen_and_overschrijven_change_what_they_say(inlezen, tmp_path):
    inlezen(geval("G15"), *NAAR_SCHOOL, "--ja")
    kind = school(tmp_path)[0] | {"achternaam": "Anders", "notitie": "blijft"}
    kind.pop("roepnaam")
    (tmp_path / "school.json").write_text(json.dumps([kind]))

    aangevuld = inlezen(geval("G15"), *NAAR_SCHOOL, "--ja", actie="aanvullen")
    assert (school(tmp_path)[0]["achternaam"], school(tmp_path)[0]["roepnaam"]) == ("Anders", "Isa")
    weer = inlezen(geval("G15"), *NAAR_SCHOOL, "--ja", actie="aanvullen")
    assert "0 al zo, 1 anders en zo gelaten" in weer.uit
    overschreven = inlezen(geval("G15"), *NAAR_SCHOOL, "--ja", actie="overschrijven")
    assert (school(tmp_path)[0]["achternaam"], school(tmp_path)[0]["notitie"]) == (
        "Kuiper",
        "blijft",
    )
    assert [aangevuld.code, overschreven.code] == [0, 0]


def test_geen_actie_writes_nothing(inlezen, tmp_path):
    uitkomst = inlezen(geval("G15"), *NAAR_SCHOOL, "--ja", actie="geen-actie")

    assert uitkomst.code == 0
    assert "1 alleen bekeken" in uitkomst.uit
    assert not (tmp_path / "school.json").exists()


def test_invalid_dossier_is_shown_and_left_unless_somebody_says_otherwise(inlezen, tmp_path):
    data = re.sub(rb"<inzagedatum>.*?</inzagedatum>", b"", Path(geval("G15")).read_bytes())
    (tmp_path / "fout.xml").write_bytes(data)

    gelaten = inlezen("fout.xml", *NAAR_SCHOOL, "--ja")
    assert gelaten.code == 1
    assert "IM.ongeldig" in gelaten.uit
    assert not (tmp_path / "school.json").exists()
    toch = inlezen("fout.xml", *NAAR_SCHOOL, "--ja", "--ook-ongeldig")
    assert toch.code == 0
    assert "IM.ongeldig" in toch.uit
    assert len(school(tmp_path)) == 1


@pytest.mark.parametrize(
    ("data", "regel"),
    [
        (b"", "ST.onleesbaar"),
        (b"geen xml", "ST.onleesbaar"),
        (b"\x00\xff", "ST.onleesbaar"),
        (b"%PDF-1.7", "ST.ander"),
        (b"<EDEX/>", "ST.ander"),
    ],
)
def test_what_is_no_dossier_is_explained(inlezen, tmp_path, data, regel):
    (tmp_path / "kapot.xml").write_bytes(data)

    uitkomst = inlezen("kapot.xml", *NAAR_SCHOOL, "--ja")
    assert uitkomst.code == 2
    assert regel in uitkomst.uit
    assert "0 niet, 1 niet te lezen" in uitkomst.uit
    assert "Traceback" not in uitkomst.uit + uitkomst.fout


@pytest.mark.parametrize(
    ("antwoord", "leerlingen"),
    [("j", 1), ("Ja", 1), ("yes", 1), ("n", 0), ("", 0), ("misschien", 0)],
)
def test_asks_in_dutch_and_takes_a_dutch_yes(monkeypatch, antwoord, leerlingen):
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _: antwoord)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    loop = SimpleNamespace(verandert=1)

    assert bool(leerlingen) == _wil(loop, ja=False)


def test_looking_at_what_is_no_dossier_ends_in_2_as_well(inlezen, tmp_path):
    (tmp_path / "kapot.xml").write_bytes(b"<EDEX/>")

    uitkomst = inlezen("kapot.xml", geval("G15"), actie="geen-actie")
    assert uitkomst.code == 2
    assert "1 niet te lezen" in uitkomst.uit


def test_file_that_is_not_there_ends_in_2_and_the_others_go_on(inlezen, tmp_path):
    uitkomst = inlezen("weg.xml", geval("G15"), *NAAR_SCHOOL, "--ja")

    assert uitkomst.code == 2
    assert "weg.xml: Dit bestand bestaat niet." in uitkomst.fout
    assert len(school(tmp_path)) == 1


def test_refuses_an_administration_that_it_would_damage(inlezen, tmp_path):
    (tmp_path / "school.json").write_text('[{"nummer": "K1", "schoenmaat": "38"}]')

    uitkomst = inlezen(geval("G15"), *NAAR_SCHOOL, "--ja")
    assert uitkomst.code == 2
    assert "would lose what was not read" in uitkomst.fout
    assert "schoenmaat" in (tmp_path / "school.json").read_text()


def test_what_a_plugin_does_not_write_whole_is_never_put_in_place(inlezen, tmp_path):
    uitkomst = inlezen(geval("G15"), *NAAR_SCHOOL, "--ja", vendor="vergeet")

    assert uitkomst.code == 2
    assert "nothing has changed" in uitkomst.fout
    assert list(tmp_path.iterdir()) == []


def test_what_the_school_has_of_its_own_is_never_lost_on_the_way(inlezen, tmp_path):
    inhoud = '[{"nummer": "K1", "notitie": "eigen werk"}]'
    (tmp_path / "school.json").write_text(inhoud)

    uitkomst = inlezen(geval("G15"), *NAAR_SCHOOL, "--ja", vendor="slordig")
    assert uitkomst.code == 2
    assert "nothing has changed" in uitkomst.fout
    assert (tmp_path / "school.json").read_text() == inhoud


def test_system_that_can_t_import_says_so(inlezen):
    uitkomst = inlezen(geval("G15"), vendor="niets")

    assert uitkomst.code == 2
    assert "can't import" in uitkomst.fout


def test_run_that_was_cut_off_is_undone_first(inlezen, tmp_path):
    inlezen(geval("G15"), *NAAR_SCHOOL, "--ja")
    (tmp_path / "school.json").rename(tmp_path / "school.json.oso-vorige")

    uitkomst = inlezen(geval("G15"), *NAAR_SCHOOL, "--ja")
    assert uitkomst.code == 0
    assert "is back" in uitkomst.fout
    assert len(school(tmp_path)) == 1


def test_koppelsleutel_belongs_to_one_dossier(inlezen, tmp_path):
    for naam in ("een", "twee"):
        (tmp_path / "map").mkdir(exist_ok=True)
        (tmp_path / "map" / f"{naam}.xml").write_bytes(Path(geval("G15")).read_bytes())

    uitkomst = inlezen("map", "--koppelsleutel", "X")

    assert uitkomst.code == 2
    assert "belongs to one dossier" in uitkomst.fout


def test_change_of_somebody_else_meanwhile_is_never_written_over(inlezen, tmp_path):
    (tmp_path / "school.json").write_text("[]")

    uitkomst = inlezen(geval("G15"), *NAAR_SCHOOL, "--ja", vendor="druk")
    assert uitkomst.code == 2
    assert "by somebody else meanwhile" in uitkomst.fout
    assert (tmp_path / "school.json").read_text() == "[ ]"

"""``oso exportlijst`` on the terminal and in files."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from python_calamine import CalamineWorkbook

LEERLING = "/dossier/huidigeschool/leerling"


def _rij(uit, naam):
    return next(regel.split() for regel in uit.splitlines() if regel.split()[:1] == [naam])


@pytest.fixture(scope="module")
def json_tekst(oso_apart):
    uitkomst = oso_apart("exportlijst", "parnassys", "--json", "--overdracht", "POVO")
    assert [0, ""] == [uitkomst.code, uitkomst.fout]
    return uitkomst.uit


def test_shows_for_each_field_what_is_asked_and_where_it_comes_from(oso):
    uitkomst = oso("exportlijst", "parnassys", "--overdracht", "POVO")

    assert [0, ""] == [uitkomst.code, uitkomst.fout]
    assert ["leerlingid", "V", "leerlingNummer"] == _rij(uitkomst.uit, "leerlingid")[:3]
    assert ["geslacht", "O", "geslacht", "(codetabel", "geslacht)"] == (
        _rij(uitkomst.uit, "geslacht")[:5]
    )
    assert ["overdrachtsoort", "V", "oso-adapters", "[1]"] == (
        _rij(uitkomst.uit, "overdrachtsoort")[:4]
    )


def test_tells_why_a_field_does_not_go(oso):
    uit = oso("exportlijst", "parnassys", "--overdracht", "POVO").uit

    assert ["banknummer", "O", "niet"] == _rij(uit, "banknummer")[:3]
    assert "gaat niet mee: het oude bankrekeningnummer wordt niet meer bewaard" in uit


def test_does_not_repeat_the_reason_of_a_block_for_its_fields(oso):
    uit = oso("exportlijst", "parnassys", "--overdracht", "BB").uit

    assert "stage*" in uit
    assert "soortstage" not in uit


def test_begins_with_the_release_and_ends_with_a_count(oso):
    eerste, *_, laatste = oso("exportlijst", "parnassys", "--overdracht", "POVO").uit.splitlines()

    assert eerste.startswith("Exportlijst  ParnasSys ")
    assert "oso-parnassys" in eerste
    assert "versie 2019.1" in eerste
    assert laatste.startswith("POVO   ")
    assert re.search(r"van de \d+ toegestane velden gaan er \d+ mee", laatste)


def test_shows_only_kinds_of_transfer_that_are_asked_in_their_order(oso):
    uit = oso("exportlijst", "parnassys", "--overdracht", "BB", "--overdracht", "POPO").uit

    assert ["veld", "POPO", "BB"] == _rij(uit, "veld")[:3]


@pytest.mark.parametrize(
    ("alleen", "wel", "niet"),
    [
        ("geleverd", "leerlingid", "geboortemaand"),
        ("niet-geleverd", "geboortemaand", "leerlingid"),
    ],
)
def test_shows_only_some_rows(oso, alleen, wel, niet):
    uit = oso("exportlijst", "parnassys", "--overdracht", "POVO", "--alleen", alleen).uit

    assert [True, False] == [naam in uit for naam in (f" {wel} ", f" {niet} ")]


def test_nothing_that_must_be_there_is_missing_from_parnassys(oso):
    uit = oso("exportlijst", "parnassys", "--alleen", "mist").uit

    assert "verplichte onderdelen gaan niet mee" not in uit


@pytest.fixture
def breedste(oso, monkeypatch):
    """Return a function that gives the longest line on a terminal of this width."""

    def meet(breedte, *woorden):
        monkeypatch.setenv("COLUMNS", str(breedte))
        monkeypatch.setenv("FORCE_COLOR", "1")
        monkeypatch.setenv("TERM", "xterm")
        zonder_kleur = re.sub(r"\x1b\[[\d;]*m", "", oso(*woorden).uit)
        return max(len(regel) for regel in zonder_kleur.splitlines())

    return meet


@pytest.mark.parametrize("breedte", [80, 100, 120])
@pytest.mark.parametrize("vendor", ["parnassys", "esis"])
def test_fits_a_terminal_and_uses_its_width(breedste, vendor, breedte):
    assert breedte - 20 < breedste(breedte, "exportlijst", vendor) <= breedte


def test_csv_in_a_file_begins_with_the_mark_by_which_excel_knows_utf8(oso, tmp_path):
    doel = tmp_path / "lijst.csv"

    uitkomst = oso("exportlijst", "parnassys", "--csv", doel)

    assert [0, ""] == [uitkomst.code, uitkomst.uit]
    assert doel.read_bytes().startswith(b"\xef\xbb\xbfversie;pad;label;")


def test_csv_can_be_only_some_rows(oso):
    uit = oso("exportlijst", "parnassys", "--alleen", "niet-geleverd", "--csv", "-").uit

    assert {"nee"} == {rij["gaat mee"] for rij in csv.DictReader(io.StringIO(uit), delimiter=";")}


def test_writes_a_workbook(oso, tmp_path):
    doel = tmp_path / "lijst.xlsx"

    uitkomst = oso("exportlijst", "parnassys", "--xlsx", doel)

    assert [0, ""] == [uitkomst.code, uitkomst.uit]
    boek = CalamineWorkbook.from_filelike(io.BytesIO(doel.read_bytes()))
    assert ["2019.1", "Samenvatting", "Uitleg"] == boek.sheet_names


def test_json_on_standard_output_and_in_a_file_says_the_same(oso, tmp_path, json_tekst):
    doel = tmp_path / "lijst.json"

    oso("exportlijst", "parnassys", "--overdracht", "POVO", "--json", doel)

    assert json.loads(json_tekst) == json.loads(doel.read_bytes())


def _verander(json_tekst, pad, **weg):
    gegevens = json.loads(json_tekst)
    (veld,) = (v for v in gegevens["velden"] if v["pad"] == pad)
    veld["uit"][0].update(weg)
    return gegevens


@pytest.fixture
def vorige(tmp_path, json_tekst):
    """Return the list of an earlier release, in which roepnaam had another field."""
    doel = tmp_path / "vorige.json"
    gegevens = _verander(json_tekst, f"{LEERLING}/roepnaam", velden=["leerling.roepnaam"])
    doel.write_text(json.dumps(gegevens | {"pakketversie": "2.33"}))
    return doel


def test_compares_a_file_of_an_earlier_release_with_what_is_installed(oso, vorige):
    uitkomst = oso("exportlijst", "--vergelijk", vorige, "parnassys")

    assert [0, ""] == [uitkomst.code, uitkomst.fout]
    assert "Verschillen  ParnasSys 2.33" in uitkomst.uit
    assert "Uitleveren: ander eigen veld, eerst → nu (1)" in uitkomst.uit
    assert "leerling.roepnaam  →  leerling.roepNaam" in uitkomst.uit
    assert "1 verschil" == uitkomst.uit.splitlines()[-1]


def test_tells_which_kinds_of_transfer_are_not_compared(oso, vorige):
    uit = oso("exportlijst", "--vergelijk", vorige, "parnassys").uit

    assert "uitleveren alleen in ParnasSys 2.34" in uit
    assert ": POPO, BB (niet vergeleken)" in uit


def test_compares_only_kinds_of_transfer_that_are_asked(oso, vorige):
    uit = oso("exportlijst", "--vergelijk", vorige, "parnassys", "--overdracht", "POPO").uit

    assert "0 verschillen" == uit.splitlines()[-1]


def test_a_release_does_not_differ_from_itself(oso):
    uit = oso("exportlijst", "--vergelijk", "parnassys", "parnassys").uit

    assert "0 verschillen" == uit.splitlines()[-1]


def test_tells_of_a_code_that_changed(oso, vorige):
    gegevens = json.loads(vorige.read_bytes())
    gegevens["codetabellen"]["geslacht"]["waarden"]["Man"] = "2"
    vorige.write_text(json.dumps(gegevens))

    uit = oso("exportlijst", "--vergelijk", vorige, "parnassys").uit

    assert ["geslacht", "waarde", "'Man'", "2", "1"] == _rij(uit, "geslacht")


@pytest.mark.parametrize("breedte", [80, 120])
def test_fits_a_terminal_when_comparing(breedste, vorige, breedte):
    assert breedte >= breedste(breedte, "exportlijst", "--vergelijk", vorige, "parnassys")


def test_two_vendors_can_be_compared(oso):
    uitkomst = oso("exportlijst", "--vergelijk", "parnassys", "esis", "--overdracht", "POVO")

    koppen = [regel for regel in uitkomst.uit.splitlines() if regel.startswith("Uitleveren")]
    assert 0 == uitkomst.code
    assert koppen[0].startswith("Uitleveren: alleen bij ParnasSys, ParnasSys → ESIS (")
    assert koppen[-1].startswith("Uitleveren: ander eigen veld, ParnasSys → ESIS (")
    assert "  school/naam\n    leerling.school.naam  →  leerling.vestiging.naam" in uitkomst.uit
    assert "Codetabellen" not in uitkomst.uit


def test_says_of_a_field_that_goes_out_whether_it_comes_in(oso):
    uit = oso("exportlijst", "esis", "--overdracht", "POPO").uit

    assert ["veld", "POPO", "in", "komt", "uit"] == _rij(uit, "veld")
    assert ["achternaam", "V", "=", "achternaam"] == _rij(uit, "achternaam")
    assert ["redennietakkoord", "O", "niet", "[1]", "reden"] == _rij(uit, "redennietakkoord")
    assert "wordt ingelezen in: herkomst." in uit
    assert "[1] wordt niet ingelezen: de ouders zagen het dossier op de school" in uit
    assert "gaat niet mee en wordt niet ingelezen: mag niet in een dossier" in uit


@pytest.mark.parametrize(
    ("woorden", "fout"),
    [
        ((), "name a VENDOR"),
        (("parnasys",), "did you mean 'parnassys'?"),
        (("parnassys", "--versie", "2017.1"), "does not exchange 2017.1; choose 2019.1"),
        (("parnassys", "--overdracht", "VOVO"), "does not exchange VOVO; choose POPO"),
        (("parnassys", "--xlsx", "-"), "name a file with --xlsx"),
        (("parnassys", "--csv", "er/is/niet.csv"), "can't be written"),
        (("parnassys", "--json", "er/is/niet.json"), "can't be written"),
        (("parnassys", "--json", "--alleen", "mist"), "leave --alleen out"),
        (("parnassys", "--vergelijk", "parnassys", "parnassys"), "goes with --versie and"),
        (("--vergelijk", "parnassys", "weg.json"), "weg.json is no file; write one with --json"),
        (("--vergelijk", "parnassys", "parnasys"), "did you mean 'parnassys'?"),
        (
            ("--vergelijk", "parnassys", "parnassys", "--versie", "2017.1"),
            "no version to compare: parnassys has 2019.1 and parnassys has 2019.1",
        ),
        (("parnassys", "--alleen", "iets"), "Invalid value"),
    ],
)
def test_what_can_not_be_done_is_told_without_a_traceback(oso, woorden, fout):
    uitkomst = oso("exportlijst", *woorden)

    assert [2, ""] == [uitkomst.code, uitkomst.uit]
    assert fout in " ".join(uitkomst.fout.split())
    assert "Traceback" not in uitkomst.fout


@pytest.mark.parametrize(
    ("inhoud", "fout"),
    [
        (b"", "is no JSON"),
        (b"\xff{", "is no JSON"),
        (b"[" * 100_000, "is no JSON"),
        (b"{}", "is no Exportlijst"),
        (b'{"lijst": "exportlijst", "vorm": 1}', "is not whole"),
    ],
)
def test_a_file_that_is_no_list_is_told(oso, tmp_path, inhoud, fout):
    bestand = tmp_path / "lijst.json"
    bestand.write_bytes(inhoud)

    uitkomst = oso("exportlijst", "--vergelijk", bestand, "parnassys")

    assert [2, ""] == [uitkomst.code, uitkomst.uit]
    assert fout in uitkomst.fout
    assert str(bestand) in uitkomst.fout

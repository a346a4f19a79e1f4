"""``oso vinkenlijst`` on the terminal and in files."""

from __future__ import annotations

import io

import pytest
from python_calamine import CalamineWorkbook

from oso_adapters import VERSIES


def _rij(uit, naam):
    return next(regel.split() for regel in uit.splitlines() if regel.split()[:1] == [naam])


def test_shows_a_row_of_marks_for_each_field(oso):
    uitkomst = oso("vinkenlijst", "--versie", "2019.1")

    assert [0, ""] == [uitkomst.code, uitkomst.fout]
    assert ["leerlingid", "O", "V", "O", "O", "O", "O", "OVa.LL13"] == _rij(
        uitkomst.uit, "leerlingid"
    )
    assert ["toestemming", "O", "O", "V", "O", "O", "O", "OVa.IZ05"] == _rij(
        uitkomst.uit, "toestemming"
    )


def test_notes_tell_the_condition(oso):
    uit = oso("vinkenlijst", "--versie", "2019.1").uit

    assert "verplicht als 'Verzorgers aansprakelijk' is aangevinkt (true) (OVa.OV01)" in uit


def test_shows_only_the_kinds_of_transfer_that_are_asked_in_their_order(oso):
    uit = oso("vinkenlijst", "--profiel", "BB", "--profiel", "POVO").uit

    assert ["veld", "POVO", "BB", "regels"] == _rij(uit, "veld")


@pytest.mark.parametrize("pad", ["/dossier/huidigeschool/leerling/bsn", "leerling/bsn", "bsn"])
def test_tells_all_of_one_path(oso, pad):
    uit = oso("vinkenlijst", "--versie", "2019.1", "--pad", pad).uit

    assert "een van deze is verplicht: Onderwijsnummer, Burgerservicenummer (OVa.LL12)" in uit
    assert "POSWV, VOSWV: verboden (PaO.LL12)" in uit
    assert "niet samen met: Onderwijsnummer" in uit
    assert "leerlingid" not in uit


def test_the_published_rule_set_has_less(oso):
    gevraagd = ("vinkenlijst", "--versie", "2019.1", "--pad", "overstapadvies/contactnodig")

    assert ["POVO", "V", "verplicht"] == _rij(oso(*gevraagd).uit, "POVO")
    assert ["POVO", "O", "optioneel"] == _rij(
        oso(*gevraagd, "--regelset", "gepubliceerd").uit, "POVO"
    )


def test_differences_name_the_rule_and_the_erratum(oso):
    uit = oso("vinkenlijst", "--versie", "2019.1", "--verschillen").uit

    assert (
        "  POPO, POVO, VOVO: gepubliceerd optioneel, afspraak verplicht (OVa.OA03; erratum 1)"
        in uit
    )
    assert "leerlingid" not in uit


def test_csv_in_a_file_begins_with_the_mark_by_which_excel_knows_utf8(oso, tmp_path):
    doel = tmp_path / "lijst.csv"

    uitkomst = oso("vinkenlijst", "--csv", doel)

    assert [0, ""] == [uitkomst.code, uitkomst.uit]
    assert doel.read_bytes().startswith(b"\xef\xbb\xbfversie;pad;label;")


def test_csv_for_a_program_has_no_mark_and_every_version_that_is_asked(oso):
    versies = [str(v) for v in VERSIES]

    uit = oso("vinkenlijst", "--csv", "-", *(w for v in versies for w in ("--versie", v))).uit

    assert uit.startswith("versie;pad;")
    assert set(versies) == {regel.split(";")[0] for regel in uit.splitlines()[1:]}


def test_writes_a_workbook(oso, tmp_path):
    doel = tmp_path / "lijst.xlsx"

    uitkomst = oso("vinkenlijst", "--versie", "2019.1", "--xlsx", doel)

    assert [0, ""] == [uitkomst.code, uitkomst.uit]
    boek = CalamineWorkbook.from_filelike(io.BytesIO(doel.read_bytes()))
    assert ["2019.1", "Regels", "Uitleg"] == boek.sheet_names


@pytest.mark.parametrize(
    ("woorden", "fout"),
    [
        (("--xlsx", "-"), "name a file with --xlsx"),
        (("--pad", "tikfout", "--verschillen"), "ends in tikfout"),
        (("--pad", "bestaatniet"), "no path of these versions ends in bestaatniet"),
        (("--csv", "er/is/niet.csv"), "can't be written"),
        (("--xlsx", "er/is/niet.xlsx"), "can't be written"),
        (("--versie", "1999.1"), "Invalid value"),
        (("--profiel", "VSPO"), "Invalid value"),
    ],
)
def test_what_can_not_be_done_is_told_without_a_traceback(oso, woorden, fout):
    uitkomst = oso("vinkenlijst", *woorden)

    assert [2, ""] == [uitkomst.code, uitkomst.uit]
    assert fout in uitkomst.fout
    assert "Traceback" not in uitkomst.fout


def test_fits_a_terminal_of_100_columns(oso, monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")

    uit = oso("vinkenlijst").uit

    assert 100 >= max(len(regel) for regel in uit.splitlines())

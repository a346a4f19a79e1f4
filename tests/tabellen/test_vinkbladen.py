"""The Vinkenlijst opens in Excel as it stands on the screen."""

from __future__ import annotations

import csv
import io
import zipfile

import pytest
from lxml import etree
from python_calamine import CalamineWorkbook

from oso_adapters import VERSIES, Regelset, versie
from oso_adapters.errors import ConfigurationError
from oso_adapters.gegevensset.profielen import profielen
from oso_adapters.rules import regels
from oso_adapters.tabellen import vinkenlijst
from oso_adapters.tabellen.vinkbladen import csv_tekst, xlsx_bytes
from oso_adapters.tabellen.vinktekst import LEGENDA, lijstrijen, teken, zeg_status

VERSIE = versie("2019.1")
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.fixture(scope="module")
def lijsten():
    return {v: lijstrijen(v, vinkenlijst(v)) for v in VERSIES}


@pytest.fixture(scope="module")
def werkboek(lijsten):
    return xlsx_bytes(lijsten, Regelset.AFSPRAAK)


def _blad(werkboek, naam):
    kop, *rijen = (
        CalamineWorkbook.from_filelike(io.BytesIO(werkboek)).get_sheet_by_name(naam).to_python()
    )
    return [dict(zip(kop, rij, strict=True)) for rij in rijen]


def test_csv_has_one_row_for_each_path_of_each_version(lijsten):
    kop, *rijen = csv.reader(io.StringIO(csv_tekst(lijsten), newline=""), delimiter=";")

    verwacht = [(str(v), rij.rij.pad) for v, rijen_ in lijsten.items() for rij in rijen_]
    assert verwacht == [(rij[0], rij[1]) for rij in rijen]
    assert list(profielen()) == kop[6:12]
    assert all(len(rij) == len(kop) for rij in rijen)


def test_csv_says_what_the_cells_are(lijsten):
    rijen = csv.DictReader(
        io.StringIO(csv_tekst({VERSIE: lijsten[VERSIE]}), newline=""), delimiter=";"
    )
    per_pad = {rij["pad"]: rij for rij in rijen}

    for regel in lijsten[VERSIE]:
        for soort, vink in regel.vinken.items():
            assert zeg_status(vink) == per_pad[regel.rij.pad][soort]


def test_workbook_has_a_sheet_for_each_version_the_rules_and_the_legend(werkboek):
    boek = CalamineWorkbook.from_filelike(io.BytesIO(werkboek))

    assert [*map(str, VERSIES), "Regels", "Uitleg"] == boek.sheet_names


@pytest.mark.parametrize("versie_", VERSIES, ids=str)
def test_workbook_says_in_text_what_the_colours_say(lijsten, werkboek, versie_):
    per_pad = {rij["pad"]: rij for rij in _blad(werkboek, str(versie_))}

    assert len(per_pad) == len(lijsten[versie_])
    for regel in lijsten[versie_]:
        rij = per_pad[regel.rij.pad]
        for soort, vink in regel.vinken.items():
            assert f"{teken(vink)}  {zeg_status(vink)}" == rij[soort]
        assert [regel.waarom(), regel.rij.label] == [rij["waarom"], rij["label"].strip()]


def test_workbook_tells_what_every_rule_says_that_it_names(werkboek):
    genoemd = {
        (blad, sleutel.strip("(), "))
        for blad in map(str, VERSIES)
        for rij in _blad(werkboek, blad)
        for sleutel in rij["waarom"].replace(";", " ").split()
        if sleutel.startswith(("(OVa.", "(OVb.", "(PaO.", "(OG.", "(OS."))
    }
    regelblad = {(rij["versie"], rij["regel"]): rij for rij in _blad(werkboek, "Regels")}
    meldingen = {
        (str(v), r.id): r.melding for v in VERSIES for r in regels(v, Regelset.GEPUBLICEERD)
    }

    assert len(genoemd) > 100
    assert set() == genoemd - set(regelblad)
    assert all(meldingen[sleutel] == rij["melding"] for sleutel, rij in regelblad.items())


def test_workbook_holds_text_only_so_that_nothing_can_run(werkboek):
    with zipfile.ZipFile(io.BytesIO(werkboek)) as boek:
        bladen = [
            etree.fromstring(boek.read(n)) for n in boek.namelist() if "worksheets/sheet" in n
        ]

    assert len(bladen) == len(VERSIES) + 2
    for blad in bladen:
        assert [] == list(blad.iter(f"{MAIN}f", f"{MAIN}hyperlink"))
        assert {"s"} == {cel.get("t") for cel in blad.iter(f"{MAIN}c")}


def test_workbook_keeps_its_header_in_sight_and_can_be_filtered(werkboek):
    with zipfile.ZipFile(io.BytesIO(werkboek)) as boek:
        blad = etree.fromstring(boek.read("xl/worksheets/sheet1.xml"))

    (vast,) = blad.iter(f"{MAIN}pane")
    assert ["frozen", "1", "2"] == [vast.get("state"), vast.get("ySplit"), vast.get("xSplit")]
    assert len(list(blad.iter(f"{MAIN}autoFilter"))) == 1


def test_the_same_list_gives_the_same_workbook(lijsten, werkboek):
    assert werkboek == xlsx_bytes(lijsten, Regelset.AFSPRAAK)


def test_the_legend_explains_every_mark(lijsten):
    letters = {letter for letter, _ in LEGENDA}
    gebruikt = {
        letter
        for rijen in lijsten.values()
        for regel in rijen
        for vink in regel.vinken.values()
        for letter in teken(vink).replace(" ", "")
    }

    assert letters == gebruikt


def test_without_the_extra_it_says_what_to_install(lijsten, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "xlsxwriter", None)

    with pytest.raises(ConfigurationError, match=r"oso-adapters\[excel\]"):
        xlsx_bytes(lijsten, Regelset.AFSPRAAK)

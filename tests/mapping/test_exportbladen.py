"""The Exportlijst opens in Excel as it stands on the screen."""

from __future__ import annotations

import csv
import io

import pytest
from lijstsysteem import maak_dossier, maak_lijst
from python_calamine import CalamineWorkbook

from oso_adapters.mapping import van
from oso_adapters.mapping.exportbladen import csv_tekst, xlsx_bytes
from oso_adapters.mapping.exporttekst import toonrijen

LEERLING = "/dossier/huidigeschool/leerling"
ROEPNAAM = van("voor", lambda tekst: tekst)


@pytest.fixture(scope="module")
def lijst():
    return maak_lijst(maak_dossier(roepnaam=ROEPNAAM), maak_dossier())


@pytest.fixture(scope="module")
def boek(lijst):
    data = xlsx_bytes(toonrijen(lijst), lijst.maker, lijst.versie)
    return CalamineWorkbook.from_filelike(io.BytesIO(data))


def _rijen(boek, naam):
    kop, *rijen = boek.get_sheet_by_name(naam).to_python()
    return [dict(zip(kop, rij, strict=True)) for rij in rijen]


def _csv(lijst):
    return {
        rij["pad"]: rij
        for rij in csv.DictReader(io.StringIO(csv_tekst(toonrijen(lijst))), delimiter=";")
    }


def test_csv_has_a_row_for_each_field(lijst):
    assert [rij.pad for rij in lijst.rijen] == list(_csv(lijst))


def test_csv_says_all_of_a_field(lijst):
    assert {
        "versie": "2019.1",
        "pad": f"{LEERLING}/roepnaam",
        "label": "Roepnaam",
        "soort": "veld",
        "categorie": "",
        "codelijst": "",
        "POPO": "optioneel",
        "POVO": "optioneel",
        "gaat mee": "ja",
        "komt uit": "kind.voor",
        "omzetting": "eigen omzetting",
        "wordt ingelezen": "nee",
        "gaat naar": "",
        "omzetting terug": "",
        "toelichting": "wordt niet ingelezen: nog niet gekoppeld",
        "let op": "",
    } == _csv(lijst)[f"{LEERLING}/roepnaam"]


def test_csv_tells_what_must_be_there_and_is_not(lijst):
    rij = _csv(lijst)[f"{LEERLING}/leerlingid"]

    assert ["verplicht", "POVO: verplicht, maar wordt niet geleverd"] == [
        rij["POVO"],
        rij["let op"],
    ]


@pytest.mark.parametrize(
    ("uit", "naar_binnen", "wel", "niet"),
    [
        (True, False, "komt uit", "gaat naar"),
        (False, True, "gaat naar", "komt uit"),
    ],
)
def test_csv_has_columns_for_what_the_vendor_does(uit, naar_binnen, wel, niet):
    afb = maak_dossier()
    lijst = maak_lijst(afb if uit else None, afb if naar_binnen else None)
    kop = csv_tekst(toonrijen(lijst)).splitlines()[0].split(";")

    assert [True, False] == [wel in kop, niet in kop]


def test_csv_of_no_rows_has_a_header():
    assert "versie;pad;label;soort;categorie;codelijst;toelichting;let op\r\n" == csv_tekst([])


def test_workbook_has_fields_counts_and_legend(boek):
    assert ["2019.1", "Samenvatting", "Uitleg"] == boek.sheet_names


def test_workbook_says_the_same_as_the_csv(boek, lijst):
    uit_csv = _csv(lijst)
    namen = ("komt uit", "omzetting", "toelichting", "gaat naar", "categorie", "codelijst")

    for rij in _rijen(boek, "2019.1"):
        zelfde = uit_csv[rij["pad"]]
        assert [zelfde[naam] for naam in namen] == [rij[naam] for naam in namen]
        assert rij["POVO"].endswith(f"  {zelfde['POVO']}")


def test_workbook_marks_what_is_missing(boek):
    per_pad = {rij["pad"]: rij for rij in _rijen(boek, "2019.1")}

    assert ["O  optioneel", "V!  verplicht"] == [
        per_pad[f"{LEERLING}/leerlingid"][soort] for soort in ("POPO", "POVO")
    ]


def test_workbook_counts(boek):
    popo, povo = _rijen(boek, "Samenvatting")

    assert ["POPO", "POVO"] == [popo["overdracht"], povo["overdracht"]]
    assert "-" == povo["worden ingelezen"]
    assert int(popo["gaan mee"]) == int(popo["worden ingelezen"]) + 1


def test_workbook_says_whose_list_it_is(boek):
    uitleg = {rij["teken"]: rij["betekenis"] for rij in _rijen(boek, "Uitleg")}

    assert "Proef 1.0 (oso-proef 0.1), versie 2019.1" == uitleg["lijst van"]
    assert "achter een letter: moet er zijn, maar Proef levert het niet" == uitleg["!"]


def test_the_same_list_gives_the_same_workbook(lijst):
    een, ander = (xlsx_bytes(toonrijen(lijst), lijst.maker, lijst.versie) for _ in range(2))

    assert een == ander

"""What becomes of the lists in a dossier, where Magister goes its own way."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Uitvoer


def vakken(dossier: str) -> list[str]:
    """Return of each subject the element with its mark."""
    return [
        re.findall(r"<(\w+)>", blok)[-1]
        for blok in re.findall(r"<resultaatvakkenvo>(.*?)</resultaatvakkenvo>", dossier, re.DOTALL)
    ]


def test_each_kind_of_mark_has_its_place(uitvoer: Uitvoer) -> None:
    assert [
        "eindcijferse",
        "cijferce",
        "exameneindcijfer",
        "cijferse",
        "werkstukbeoordeling",
    ] == vakken(uitvoer.dossier("31045"))
    assert ["rapportcijfer", "rapportcijfer", "beoordelingexamenvak"] == vakken(uitvoer.dossier())


def test_marks_have_a_point(uitvoer: Uitvoer) -> None:
    dossier = uitvoer.dossier("31045")

    assert "<cijferce>5.8</cijferce>" in dossier
    assert ["5.4", "6.0", "6.8"] == re.findall(r"<cijferse>(.*?)<", dossier)


@pytest.mark.parametrize(
    ("nr", "cellen", "veld"),
    [
        (0, {"soort": "HERKANSING"}, "sis_lvak.cijfer"),
        (0, {"soort": ""}, "sis_lvak.cijfer"),
        (0, {"cijfer": "vr"}, "sis_lvak.cijfer"),
        (2, {"cijfer": "6,5"}, "sis_lvak.cijfer"),
        (3, {"soort": "CE"}, "sis_lvak.sis_lcij"),
        (4, {"soort": "SE"}, "sis_lvak.werkstuk"),
        (0, {"oordeel": "R"}, "sis_lvak.oordeel"),
    ],
)
def test_a_mark_that_has_no_place_holds_the_dossier_back(
    uitvoer: Uitvoer, nr: int, cellen: dict[str, str], veld: str
) -> None:
    uitvoer.wijzig("sis_lvak", 3 + 1 + nr, **cellen)
    resultaat = uitvoer.export("31045")

    assert None is resultaat.data
    assert veld in {veld for m in resultaat.meldingen for veld in m.bronvelden}


def test_a_subject_with_two_kinds_of_mark_is_told_of(uitvoer: Uitvoer) -> None:
    uitvoer.wijzig("sis_lvak", 0, oordeel="V")

    assert None is uitvoer.export().data


@pytest.mark.parametrize(
    ("naam", "cellen", "regel", "veld"),
    [
        ("leerlingen", {"geslacht": "Q"}, "AF.code", "sis_leer.geslacht"),
        ("leerlingen", {"geb_datum": "2007-02-03"}, "AF.waarde", "sis_leer.geb_datum"),
        ("leerlingen", {"woonland": "NL"}, "AF.waarde", "sis_leer.adres.woonland"),
        ("sis_lovg", {"bsn": "941230029"}, "AF.waarde", "sis_lovg.bsn"),
        ("sis_lovg", {"adres_geheim": "ja"}, "AF.waarde", "sis_lovg.adres_geheim"),
        ("sis_advi", {"advies": "MAVO"}, "AF.code", "sis_advi.advies"),
        ("sis_blpe", {"lesperiode": "1921"}, "AF.waarde", "sis_aanm.idBlpe.lesperiode"),
        ("sis_lvoo", {"leerjaar": "groep 8"}, "AF.code", "sis_aanm.idStud.idBlfa.leerjaar"),
        ("sis_optu", {"stamnr": "31012", "waarde": "ALLES"}, "AF.optuit", ""),
    ],
)
def test_a_value_that_it_does_not_know_holds_the_dossier_back(
    uitvoer: Uitvoer, naam: str, cellen: dict[str, str], regel: str, veld: str
) -> None:
    aantal = 3 if naam == "leerlingen" else 1
    for nr in range(aantal):
        uitvoer.wijzig(naam, nr + (naam == "sis_blpe"), **cellen)
    resultaat = uitvoer.export()

    assert None is resultaat.data
    assert {regel} == {m.regel for m in resultaat.meldingen}
    assert not veld or veld in resultaat.meldingen[0].bronvelden


def test_what_is_opted_out_stays_at_school(uitvoer: Uitvoer) -> None:
    dossier = uitvoer.dossier("31034")

    assert "<cat_onderwijsondersteuning>OPT-UIT</cat_onderwijsondersteuning>" in dossier
    assert "<diagnose>" not in dossier


def test_who_can_tell_more_is_a_member_of_staff(uitvoer: Uitvoer) -> None:
    dossier = uitvoer.dossier()

    assert "<contactpersoon>Dhr. N. Veldkamp</contactpersoon>" in dossier
    assert "<contacttelefoon>0570660112</contacttelefoon>" in dossier


def test_goes_within_the_brin_as_well(uitvoer: Uitvoer) -> None:
    data = uitvoer.export(overdracht="BB").data

    assert data is not None
    assert b"<overdrachtsoort>overdrachtbinnenbrin</overdrachtsoort>" in data


def test_a_finding_names_the_column_that_is_empty(uitvoer: Uitvoer) -> None:
    uitvoer.wijzig("sis_lovg", 0, dInschr="")
    (melding,) = uitvoer.export().meldingen

    assert ("sis_lovg.dInschr",) == melding.bronvelden
    assert "school" == str(melding.wie)

"""From the rows of all lists to one leerling: joins, and every way in which they can fail."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Uitvoer


def test_the_sample_holds_one_leerling_back(uitvoer: Uitvoer) -> None:
    vast = [bron.sleutel for bron in uitvoer.records() if bron.meldingen]

    assert ["31067"] == vast
    assert [("fout", "sis_leer.geb_datum")] == uitvoer.bezwaren("31067")


@pytest.mark.parametrize(
    "kolom", ["voornamen", "achternaam", "geslacht", "geb_datum", "huisnr_tv", "gsm", "idLeer"]
)
def test_rows_of_one_leerling_that_differ_are_told_of(uitvoer: Uitvoer, kolom: str) -> None:
    uitvoer.wijzig("leerlingen", 1, **{kolom: "Q"})
    veld = f"sis_leer.{kolom}"
    (bron,) = (bron for bron in uitvoer.records() if bron.sleutel == "31012")

    assert [("fout", veld)] == uitvoer.bezwaren()
    assert "(regels 2, 3, 4)" in bron.meldingen[0].melding
    assert None is uitvoer.export().data


def test_an_empty_cell_beside_a_filled_one_is_a_difference(uitvoer: Uitvoer) -> None:
    uitvoer.wijzig("leerlingen", 2, tussenvoeg="")

    assert [("fout", "sis_leer.tussenvoeg")] == uitvoer.bezwaren()


def test_every_enrolment_is_a_year_of_one_leerling(uitvoer: Uitvoer) -> None:
    dossier = uitvoer.dossier()

    assert 1 == dossier.count("<leerlingid>31012</leerlingid>")
    assert 4 == dossier.count("<schooljaar>")
    assert "<datumuitschrijving>2022-04-29</datumuitschrijving>" in dossier


def test_an_enrolment_that_stands_twice_counts_once(uitvoer: Uitvoer) -> None:
    voor = uitvoer.dossier()
    rijen = uitvoer.rijen("leerlingen")
    uitvoer.zet("leerlingen", [rijen[0], *rijen])

    assert voor == uitvoer.dossier()


def test_enrolments_stand_in_the_order_in_which_they_began(uitvoer: Uitvoer) -> None:
    voor = uitvoer.dossier()
    rijen = uitvoer.rijen("leerlingen")
    uitvoer.zet("leerlingen", [rijen[2], rijen[0], rijen[1], *rijen[3:]])

    assert voor == uitvoer.dossier()


def test_the_location_is_that_of_the_last_enrolment(uitvoer: Uitvoer) -> None:
    uitvoer.wijzig("leerlingen", 2, idBgrp="4")

    assert "<vestigingscode>01</vestigingscode>\n" in uitvoer.dossier().partition("<leerling>")[0]


def test_an_application_is_no_enrolment(uitvoer: Uitvoer) -> None:
    assert 1 == uitvoer.dossier("31056").count("<schooljaar>")


def test_years_at_earlier_schools_stand_before_those_here(uitvoer: Uitvoer) -> None:
    loopbaan = uitvoer.dossier().partition("<schoolloopbaanlijst>")[2]

    assert loopbaan.index("<brincode>05SS</brincode>") < loopbaan.index("<brincode>00YY</brincode>")
    assert loopbaan.index("<jaargroep>8</jaargroep>") < loopbaan.index("<jaargroep>11</jaargroep>")


def test_the_home_address_has_its_addition_apart(uitvoer: Uitvoer) -> None:
    adres = uitvoer.dossier().partition("<adreslijst>")[2].partition("<voornaam>")[0]

    assert "<nummer>112</nummer>" in uitvoer.dossier()
    assert "<toevoeging>a</toevoeging>" in uitvoer.dossier()
    assert adres


def test_gsm_and_e_mail_are_ways_to_reach_somebody(uitvoer: Uitvoer) -> None:
    dossier = uitvoer.dossier()

    for nummer in ("0612350101", "noor.hoff@example.nl", "c.aubreville@example.nl"):
        assert 1 == dossier.count(f"<nummer>{nummer}</nummer>")


def test_a_number_that_is_in_sis_comm_as_well_goes_along_once(uitvoer: Uitvoer) -> None:
    uitvoer.voeg_toe(
        "sis_comm", stamnr="31012", bij="sis_leer", soort="GSM", nummer="0612350101", geheim="N"
    )

    assert 1 == uitvoer.dossier().count("<nummer>0612350101</nummer>")


def test_a_secret_number_and_address_stay_at_school(uitvoer: Uitvoer) -> None:
    dossier = uitvoer.dossier("31023")

    assert "0612350201" not in dossier
    assert "9999999999" in dossier
    assert "Schuilpad" not in dossier


def test_a_bsn_gets_its_zero_back(uitvoer: Uitvoer) -> None:
    assert "41230024" == uitvoer.rijen("sis_lovg")[1]["bsn"]
    assert "<bsn>041230024</bsn>" in uitvoer.dossier("31023")


def test_an_address_abroad_goes_along_line_by_line(uitvoer: Uitvoer) -> None:
    dossier = uitvoer.dossier("31034")

    assert 3 == dossier.count("<adresbuitenland>")
    assert "<adresbuitenland>48683 Ahaus</adresbuitenland>" in dossier


def test_quotes_semicolons_and_line_breaks_are_text(uitvoer: Uitvoer) -> None:
    assert "Noor verhuist; de havo past bij haar." in uitvoer.dossier()
    assert '"dat is mijn vak".' in uitvoer.dossier()


@pytest.mark.parametrize(
    ("naam", "kolom", "melding"),
    [
        ("leerlingen", "idBgrp", "niet bestaat"),
        ("leerlingen", "idBlpe", "niet bestaat"),
        ("leerlingen", "idStud", "niet bestaat"),
        ("leerlingen", "c_profiel", "niet bestaat"),
        ("leerlingen", "idPers_mentor1", "niet bestaat"),
        ("sis_advi", "idPers", "niet bestaat"),
    ],
)
def test_a_key_that_leads_nowhere_is_told_of(
    uitvoer: Uitvoer, naam: str, kolom: str, melding: str
) -> None:
    uitvoer.wijzig(naam, 0, **{kolom: "999"})
    veld = f"{'sis_aanm' if naam == 'leerlingen' else naam}.{kolom}"
    (bron,) = (bron for bron in uitvoer.records() if bron.sleutel == "31012")

    assert [("fout", veld)] == uitvoer.bezwaren()
    assert melding in bron.meldingen[0].melding


def test_a_key_of_the_school_that_leads_nowhere_is_told_of(uitvoer: Uitvoer) -> None:
    uitvoer.wijzig("sis_bgrp", 0, c_lokatie="WEG")

    assert [("fout", "sis_bgrp.c_lokatie")] == uitvoer.bezwaren()
    assert [] == uitvoer.bezwaren("31045")


def test_a_key_of_the_school_that_stands_twice_is_told_of(uitvoer: Uitvoer) -> None:
    uitvoer.voeg_toe("sis_blpe", **uitvoer.rijen("sis_blpe")[1])

    assert [("fout", "sis_aanm.idBlpe")] == uitvoer.bezwaren()


def test_a_first_parent_who_is_not_there_is_told_of(uitvoer: Uitvoer) -> None:
    for nr in range(3):
        uitvoer.wijzig("leerlingen", nr, idoudr1="9999")

    assert [("fout", "sis_leer.idoudr1")] == uitvoer.bezwaren()


@pytest.mark.parametrize(
    ("naam", "kolom"),
    [
        ("sis_adre", "idBij"),
        ("sis_comm", "bij"),
        ("sis_docu", "idBij"),
        ("sis_rcij", "idRvak"),
        ("sis_lcij", "idLvak"),
        ("sis_inst", "bij"),
    ],
)
def test_a_row_that_belongs_nowhere_is_told_of(uitvoer: Uitvoer, naam: str, kolom: str) -> None:
    rijen = [{**rij, kolom: "999"} for rij in uitvoer.rijen(naam)]
    uitvoer.zet(naam, rijen)

    assert ("fout", f"{naam}.{'idBij' if kolom == 'bij' else kolom}") in uitvoer.bezwaren(
        rijen[0]["stamnr"]
    )


def test_rows_of_somebody_else_are_told_of(uitvoer: Uitvoer) -> None:
    uitvoer.voeg_toe("sis_cert", stamnr="40000", waarde="EHBO")
    uitvoer.voeg_toe("sis_optu", stamnr="40000", waarde="VERZUIM")
    los = uitvoer.records()[-1]

    assert ("40000", None) == (los.sleutel, los.record)
    assert "'sis_cert', 'sis_optu'" in los.meldingen[0].melding
    assert 1 == len(los.meldingen)


def test_two_rows_where_one_can_be_are_told_of(uitvoer: Uitvoer) -> None:
    uitvoer.voeg_toe("sis_inza", **uitvoer.rijen("sis_inza")[0])

    assert [("fout", "sis_inza")] == uitvoer.bezwaren()


def test_two_rows_with_one_key_are_told_of(uitvoer: Uitvoer) -> None:
    uitvoer.wijzig("sis_rvak", 1, idRvak="1")

    assert ("fout", "sis_rvak.idRvak") in uitvoer.bezwaren()


@pytest.mark.parametrize(("oud", "nieuw"), [(b"8101;M", b"8101;M;M"), (b"8101;M;J;CE", b"8101;M")])
def test_a_row_with_too_many_or_too_few_cells_is_told_of(
    uitvoer: Uitvoer, oud: bytes, nieuw: bytes
) -> None:
    uitvoer.vervang("sis_oudr", oud, nieuw)

    assert ("fout", "sis_oudr") in uitvoer.bezwaren()
    assert None is uitvoer.export().data


def test_a_leerling_of_whom_no_row_is_whole_has_no_record(uitvoer: Uitvoer) -> None:
    uitvoer.vervang("leerlingen", b";Rutger;", b";Rut;ger;", 2)
    (bron,) = (bron for bron in uitvoer.records() if bron.sleutel == "31067")

    assert None is bron.record
    assert {"leerlingen"} == {m.bronvelden[0] for m in bron.meldingen}


@pytest.mark.parametrize("naam", ["sis_oudr", "leerlingen", "sis_bgrp", "sis_bcom"])
def test_a_column_that_it_does_not_know_is_a_warning(uitvoer: Uitvoer, naam: str) -> None:
    data = uitvoer.pad(naam).read_bytes().replace(b"\r\n", b";kleur\r\n")
    uitvoer.pad(naam).write_bytes(data)

    assert {("waarschuwing", f"{naam}.kleur")} == set(uitvoer.bezwaren())
    assert None is not uitvoer.export().data


def test_letters_that_were_spoilt_before_are_told_of(uitvoer: Uitvoer) -> None:
    uitvoer.vervang("sis_oudr", "Jurriën".encode("cp1252"), "Jurriën".encode())

    assert [("fout", "sis_oudr.voornamen")] == uitvoer.bezwaren()


def test_no_finding_has_a_value(uitvoer: Uitvoer) -> None:
    uitvoer.wijzig("leerlingen", 1, achternaam="Anders")
    uitvoer.wijzig("sis_oudr", 0, idoudr="kwijt")
    (bron,) = (bron for bron in uitvoer.records() if bron.sleutel == "31012")
    tekst = " ".join(f"{m.melding} {m.herstel}" for m in bron.meldingen)

    assert 4 == len(bron.meldingen)
    for waarde in ("Anders", "Hoff", "kwijt", "Aubréville"):
        assert waarde not in tekst

"""Transforms by a code table, for fields without a code list."""

from __future__ import annotations

import pytest

from oso_adapters.mapping import Codetabel, Onbruikbaar, uit_tabel, waarde_bij

LAND = Codetabel(
    naam="land",
    waarden={"NL": "6030", "Nederland": "6030", "?": None},
    terug={"6030": "Nederland"},
)
SOORT = Codetabel(naam="soort", waarden={"Thuis": "tel", "Werk": "tel", "Mail": "e-mail"})
GEBRUIK = Codetabel(naam="gebruik", waarden={"Thuis": "prive", "Werk": "werk", "Mail": None})


def test_reads_a_value_of_the_table_and_takes_it_back():
    land = uit_tabel(LAND)

    assert ["6030", "6030"] == [land("NL"), land("Nederland")]
    assert "Nederland" == land.terug("6030")


@pytest.mark.parametrize("waarde", ["Narnia", "nl", "?"])
def test_refuses_a_value_that_has_no_code(waarde):
    with pytest.raises(Onbruikbaar, match=r"^een waarde uit de tabel 'land'$"):
        uit_tabel(LAND)(waarde)


def test_refuses_a_code_that_has_no_value():
    with pytest.raises(Onbruikbaar, match=r"^een waarde uit de tabel 'land'$"):
        uit_tabel(LAND).terug("9999")


def test_an_exportlijst_can_name_the_table():
    assert "tabel_land" == uit_tabel(LAND).__name__


@pytest.mark.parametrize(
    ("codes", "waarde"),
    [(("tel", "prive"), "Thuis"), (("tel", "werk"), "Werk"), (("e-mail", None), "Mail")],
)
def test_finds_the_value_that_has_both_codes(codes, waarde):
    assert waarde == waarde_bij(SOORT, GEBRUIK)(*codes)


@pytest.mark.parametrize("codes", [("fax", None), (None, "werk"), ("tel", None), (None, None)])
def test_codes_that_no_value_has_together_are_refused(codes):
    with pytest.raises(Onbruikbaar, match="'soort' en 'gebruik'"):
        waarde_bij(SOORT, GEBRUIK)(*codes)


def test_of_several_values_with_the_same_codes_the_first_is_taken():
    dubbel = Codetabel(naam="soort", waarden={"Thuis": "tel", "Prive": "tel"})

    assert "Thuis" == waarde_bij(dubbel)("tel")

"""Transforms of Magister, there and back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from oso_magister import omzettingen
from oso_magister.codes import TABELLEN
from oso_magister.omzettingen import (
    alleen_bij,
    cijfers_se,
    datum_nl,
    eindcijfer,
    janee_nl,
    laatste_datum,
    landcode,
    landnaam,
    namen,
    past_in_lijst,
    schooljaar_van,
    tekst,
    werkstuktitel,
)

from oso_adapters.mapping import Onbruikbaar, kommagetal, regels


@pytest.mark.parametrize(
    ("via", "van_magister", "verwacht"),
    [
        (datum_nl, "17-03-2003", date(2003, 3, 17)),
        (datum_nl, "1-8-2021", date(2021, 8, 1)),
        (datum_nl, " 29-02-2004 0:00:00 ", date(2004, 2, 29)),
        (janee_nl, "J", True),
        (janee_nl, "n ", False),
        (schooljaar_van, "2122", "2021-2022"),
        (schooljaar_van, "9900", "1999-2000"),
        (schooljaar_van, "910", "2009-2010"),
        (schooljaar_van, "0001", "2000-2001"),
        (namen, "Noor  Maria", ["Noor", "Maria"]),
        (landcode, "0", "0000"),
        (landcode, "6030", "6030"),
        (landnaam, "6030", "Nederland"),
        (landnaam, "7099", None),
    ],
)
def test_reads_what_magister_keeps(via: Any, van_magister: str, verwacht: Any) -> None:
    assert verwacht == via(van_magister)


@pytest.mark.parametrize(
    ("via", "waarde"),
    [
        (datum_nl, "2003-03-17"),
        (datum_nl, "17-03-03"),
        (datum_nl, "30-02-2008"),
        (datum_nl, "03/17/2003"),
        (datum_nl, "17-03-2003 14:30"),
        (datum_nl, "١٧-٠٣-٢٠٠٣"),
        (janee_nl, "ja"),
        (janee_nl, "1"),
        (schooljaar_van, "1921"),
        (schooljaar_van, "2021/2022"),
        (schooljaar_van, "9"),
        (landcode, "NL"),
    ],
)
def test_refuses_what_it_can_not_read(via: Any, waarde: str) -> None:
    with pytest.raises(Onbruikbaar) as gevangen:
        via(waarde)

    assert waarde not in str(gevangen.value)


@pytest.mark.parametrize(
    ("via", "waarde", "verwacht"),
    [
        (datum_nl, date(2003, 3, 7), "07-03-2003"),
        (janee_nl, False, "N"),
        (schooljaar_van, "2021-2022", "2122"),
        (schooljaar_van, "1999-2000", "9900"),
        (namen, ["Cécile", "Élise"], "Cécile Élise"),
        (tekst, '€ 12,50; "of" – meer\r\nregel', '€ 12,50; "of" – meer\r\nregel'),
    ],
)
def test_writes_as_magister_does(via: Any, waarde: Any, verwacht: str) -> None:
    assert verwacht == via.terug(waarde)
    assert waarde == via(verwacht)


@pytest.mark.parametrize(
    ("via", "waarde"),
    [
        (tekst, "Łukasz"),
        (tekst, "😀"),
        (tekst, "a\0b"),
        (tekst, "JosÃ©"),
        (tekst, "\x81"),
        (namen, ["Wójcik-Źródło"]),
        (schooljaar_van, "1921-1922"),
        (landcode, "30"),
        (past_in_lijst(regels), ["Łódź"]),
    ],
)
def test_says_what_a_list_can_not_hold(via: Any, waarde: Any) -> None:
    terug = getattr(via, "terug", via)

    with pytest.raises(Onbruikbaar):
        terug(waarde)


@pytest.mark.parametrize(
    ("via", "waarde", "verwacht"),
    [
        (namen, ["Anna Maria", "Louise"], "Anna Maria Louise"),
    ],
)
def test_what_magister_can_not_tell_apart_it_writes_in_its_own_way(
    via: Any, waarde: Any, verwacht: str
) -> None:
    assert verwacht == via.terug(waarde)


def test_a_mark_counts_for_its_own_kind_only() -> None:
    via = alleen_bij("CE", kommagetal)

    assert Decimal("5.8") == via("5,8", " ce ")
    assert [None, None, None] == [via("5,8", "SE"), via(None, "CE"), via("5,8", None)]


def test_a_mark_without_a_known_kind_is_no_secret() -> None:
    assert 6 == eindcijfer("6", "EIND")
    assert None is eindcijfer("6,5", "RAP")
    for soort in ("HERKANSING", None):
        with pytest.raises(Onbruikbaar):
            eindcijfer("6", soort)


def test_marks_and_titles_stand_at_their_kind_only() -> None:
    assert [Decimal("5.4"), Decimal("6.0")] == cijfers_se(["5,4", "6,0"], "SE")
    assert None is cijfers_se([], "CE")
    assert "Windmolen" == werkstuktitel("Windmolen", "WS")
    with pytest.raises(Onbruikbaar):
        cijfers_se(["5,4"], "CE")
    with pytest.raises(Onbruikbaar):
        werkstuktitel("Windmolen", "SE")


def test_the_last_day_is_the_one_that_counts() -> None:
    assert date(2022, 4, 29) == laatste_datum(["31-12-2021", None, "29-04-2022"])
    assert None is laatste_datum([None])


def test_every_value_of_a_code_table_fits_in_a_list() -> None:
    for tabel in TABELLEN.values():
        for waarde in tabel.waarden:
            assert waarde == tekst.terug(waarde)


def test_every_public_transform_is_used_or_shown() -> None:
    assert sorted(omzettingen.__all__) == omzettingen.__all__

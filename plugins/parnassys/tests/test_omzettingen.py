"""The spellings of ParnasSys and its code tables."""

from __future__ import annotations

from datetime import date

import pytest
from oso_parnassys.omzettingen import (
    inschrijfdatum,
    is_geheim,
    landnaam,
    nummer,
    schooljaarnaam,
    soortcontact,
    tijdstip,
    uitschrijfdatum,
)

from oso_adapters.mapping import Onbruikbaar


@pytest.mark.parametrize(
    ("adressen", "los", "verwacht"),
    [
        (None, None, None),
        ([None], None, None),
        (["false"], None, False),
        (["false", "true"], None, True),
        (["false"], "true", True),
        (None, "false", False),
    ],
)
def test_one_secret_address_makes_all_secret(
    adressen: list[str | None] | None, los: str | None, verwacht: object
) -> None:
    assert verwacht is is_geheim(adressen, los)


def test_takes_the_enrolment_that_began_last() -> None:
    begin: list[str | None] = ["2018-08-01T00:00:00+02:00", "2014-01-06T00:00:00+01:00", None]
    einde: list[str | None] = [None, "2018-07-31T00:00:00+02:00", "2019-01-01"]

    assert date(2018, 8, 1) == inschrijfdatum(begin)
    assert uitschrijfdatum(einde, begin) is None
    assert date(2018, 7, 31) == uitschrijfdatum(einde[1:], begin[1:])
    assert inschrijfdatum(None) is None
    assert uitschrijfdatum(None, None) is None


@pytest.mark.parametrize(
    ("dag", "zone"),
    [
        (date(2020, 1, 6), "+01:00"),
        (date(2020, 3, 29), "+01:00"),
        (date(2020, 3, 30), "+02:00"),
        (date(2020, 10, 25), "+02:00"),
        (date(2020, 10, 26), "+01:00"),
        (date(2019, 3, 31), "+01:00"),
        (date(2019, 4, 1), "+02:00"),
    ],
)
def test_writes_a_day_as_midnight_in_the_netherlands(dag: date, zone: str) -> None:
    assert tijdstip.terug(dag) == f"{dag}T00:00:00{zone}"
    assert tijdstip(tijdstip.terug(dag)) == dag


def test_writes_a_school_year_as_parnassys_does() -> None:
    assert schooljaarnaam.terug("2020-2021") == "2020 / 2021"
    with pytest.raises(Onbruikbaar):
        schooljaarnaam.terug("2019-2021")


def test_names_a_country_by_its_code() -> None:
    assert landnaam("6030", None) == "Nederland"
    assert landnaam("6030", "Duitsland") == "Nederland"
    for code in ("9999", None):
        with pytest.raises(Onbruikbaar):
            landnaam(code, "Nederland")


def test_has_one_word_for_what_a_contact_is_and_where() -> None:
    assert soortcontact("telefoon", None) == "Telefoon"
    assert soortcontact("e-mail", "prive") == "E-mail privé"
    for soort, aanduiding in ((None, "werk"), ("fax", None), ("telefoon", "thuis")):
        with pytest.raises(Onbruikbaar):
            soortcontact(soort, aanduiding)


def test_keeps_no_number_that_stands_for_a_secret_one() -> None:
    assert nummer.terug("0201234567") == "0201234567"
    for geheim in ("9999999999", "geheim@geheim.geheim"):
        with pytest.raises(Onbruikbaar):
            nummer.terug(geheim)

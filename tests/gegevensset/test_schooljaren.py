"""A school year runs from 1 August to 31 July."""

from __future__ import annotations

from datetime import date

import pytest

from oso_adapters.gegevensset.schooljaren import is_recent, schooljaar_van


@pytest.mark.parametrize(
    ("jaar", "dag"),
    [
        (2018, date(2019, 7, 31)),
        (2019, date(2019, 8, 1)),
        (2019, date(2019, 12, 31)),
        (2019, date(2020, 1, 1)),
        (2019, date(2020, 2, 29)),
        (2019, date(2020, 7, 31)),
        (2020, date(2020, 8, 1)),
    ],
)
def test_school_year_starts_on_the_first_of_august(jaar, dag):
    assert jaar == schooljaar_van(dag)


@pytest.mark.parametrize(
    ("recent", "afname", "dossier"),
    [
        (True, date(2017, 8, 1), date(2020, 3, 1)),
        (False, date(2017, 7, 31), date(2020, 3, 1)),
        (True, date(2017, 8, 1), date(2020, 7, 31)),
        (False, date(2017, 8, 1), date(2020, 8, 1)),
        (True, date(2018, 8, 1), date(2020, 8, 1)),
        (False, date(2018, 7, 31), date(2020, 8, 1)),
        (True, date(2020, 3, 1), date(2020, 3, 1)),
        (True, date(2021, 3, 1), date(2020, 3, 1)),
    ],
)
def test_a_test_counts_in_this_school_year_and_the_two_before_it(recent, afname, dossier):
    assert recent == is_recent(afname, dossier)

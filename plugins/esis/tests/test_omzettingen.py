"""The spellings of ESIS, there and back."""

from __future__ import annotations

from datetime import date

import pytest
from oso_esis.omzettingen import (
    cijfer,
    dag,
    gbadatum,
    vestigingscode,
    waar,
)

from oso_adapters.mapping import Onbruikbaar


@pytest.mark.parametrize(
    "tekst",
    ["2008-02-29", " 2008-02-29 ", "2008-02-29Z", "2008-02-29+01:00", "2008-02-29T00:00:00+01:00"],
)
def test_a_date_of_xml_is_the_day_as_it_is_written(tekst):
    assert date(2008, 2, 29) == dag(tekst)


@pytest.mark.parametrize("tekst", ["2007-02-29", "29-02-2008", "2008-2-9", "20080229", "Z", ""])
def test_any_other_date_is_refused(tekst):
    with pytest.raises(Onbruikbaar):
        dag(tekst)


def test_a_date_goes_back_as_it_came():
    assert "2008-02-29" == dag.terug(dag("2008-02-29"))


@pytest.mark.parametrize(
    ("tekst", "waarde"), [("true", True), ("1", True), ("false", False), (" 0 ", False)]
)
def test_reads_a_truth_value_of_xml(tekst, waarde):
    assert waarde is waar(tekst)
    assert waarde is waar(waar.terug(waarde))


@pytest.mark.parametrize("tekst", ["ja", "J", "True", "", "2"])
def test_any_other_truth_value_is_refused(tekst):
    with pytest.raises(Onbruikbaar):
        waar(tekst)


@pytest.mark.parametrize(
    ("tekst", "met_punt"),
    [("7,5", "7.5"), ("8", "8"), ("10,0", "10.0"), ("V", "V"), ("goed, vlot", "goed, vlot")],
)
def test_a_mark_has_a_comma_here_and_a_point_there(tekst, met_punt):
    assert met_punt == cijfer(tekst)
    assert tekst == cijfer.terug(met_punt)


def test_a_mark_that_has_a_comma_already_is_not_taken_in():
    with pytest.raises(Onbruikbaar):
        cijfer.terug("7,5")


def test_birth_date_of_the_municipality_has_the_day_in_front():
    assert "29-02-2008" == gbadatum("2008-02-29")
    assert "2008-02-29" == gbadatum.terug("29-02-2008")
    with pytest.raises(Onbruikbaar):
        gbadatum.terug("2008-02-29")


@pytest.mark.parametrize(
    ("dependance", "brin", "code"),
    [("01", "00YY", "01"), (" 02 ", None, "02"), (None, "00YY", "00"), (None, None, None)],
)
def test_a_school_without_dependancecode_is_the_main_building(dependance, brin, code):
    assert code == vestigingscode(dependance, brin)

"""What the lists of fields share on a terminal."""

from __future__ import annotations

from rich.text import Text

from oso_adapters.cli.lijsten import lay_out


def _regels(rijen, breedte):
    teksten = [[Text(cel) for cel in rij] for rij in rijen]
    return [regel.plain.rstrip() for regel in lay_out(teksten, breedte)]


def test_columns_are_as_wide_as_their_widest_cell():
    assert ["veld V uit", "a    - b"] == _regels([["veld", "V", "uit"], ["a", "-", "b"]], 20)


def test_a_last_cell_that_does_not_fit_comes_below():
    assert ["veld V b", "a    V", "      school.adressen.straat"] == _regels(
        [["veld", "V", "b"], ["a", "V", "school.adressen.straat"]], 28
    )


def test_what_is_below_is_broken_between_names():
    rijen = [["veld", "school.adressen.straat, school.naam (kort)"]]

    assert ["veld", "      school.adressen.", "      straat, school.", "      naam (kort)"] == (
        _regels(rijen, 23)
    )


def test_a_name_that_is_too_long_is_not_broken():
    assert ["veld", "      inschrijvingen.", "      straat"] == (
        _regels([["veld", "inschrijvingen.straat"]], 12)
    )


def test_lines_of_a_cell_come_below():
    assert ["v", "      POPO: a", "      POVO: b"] == _regels([["v", "POPO: a\nPOVO: b"]], 80)

"""A quote that takes in rows of other leerlingen stops the reading; a text with lines does not."""

from __future__ import annotations

import pytest
from oso_magister.lijsten import LIJSTEN
from oso_magister.regels import OnleesbaarError, lees_rijen

LIJST = LIJSTEN["sis_comp"]
KOP = "stamnr;referentie;categorie;omschr;status\n"


def _regels(*regels: str) -> list[str]:
    return [KOP, *(f"{regel}\n" for regel in regels)]


def test_a_row_never_holds_values_of_another_leerling() -> None:
    regels = _regels('31012;B1;"a;b;c', "31023;B1;x;y;z", '31034;B1;d";e;f')

    with pytest.raises(OnleesbaarError, match="lines 2 to 4 are no CSV"):
        list(lees_rijen(regels, LIJST))


def test_a_text_may_have_lines_and_separators() -> None:
    (rij,) = lees_rijen(_regels('31012;B1;x;"Rekent; leest;', 'schrijft; tekent; zingt";z'), LIJST)

    assert "31012" == rij.cellen["stamnr"]
    assert "Rekent; leest;\nschrijft; tekent; zingt" == rij.cellen["omschr"]

"""``oso gevallen`` shows who the standard pupils are, and which of them a plugin brings."""

from __future__ import annotations

from typing import Any

import pytest
from click.testing import CliRunner, Result
from oso_conformance.gevallen import gevallen
from oso_conformance.inzien import gevallen_opdracht


def _roep(*woorden: str) -> Result:
    return CliRunner().invoke(gevallen_opdracht, woorden)


def test_lists_every_geval() -> None:
    regels = _roep().output.splitlines()

    assert list(gevallen()) == [regel.split()[0] for regel in regels[1:]]


def test_lists_one_kind_of_transfer() -> None:
    regels = _roep("--profiel", "POVO").output.splitlines()

    assert {"POVO"} == {regel.split()[1] for regel in regels[1:]}


def test_says_of_a_plugin_what_it_brings() -> None:
    uit = _roep("--vendor", "parnassys", "--profiel", "POVO").output

    assert len(uit.splitlines()) - 1 == uit.count("meegebracht")


def test_shows_a_pupil_in_full() -> None:
    uit = _roep("g02").output

    assert "G02  Leerling met een geheim adres" in uit
    assert "laat zien  Een geheim adres van leerling of verzorger" in uit
    assert "overdracht POVO uit het po, gemaakt op 2020-03-04" in uit
    assert "extra      In het record staan de geheime adressen wel" in uit
    assert "geboortedatum                 2007-11-05" in uit
    assert "categorie_uitlevering" not in uit


def test_shows_what_is_opted_out_and_files_by_name() -> None:
    uit = _roep("G08").output

    assert "uitgezet   verzuim, toetsresultaten" in uit
    assert "(het bestand toelichting-noor.txt)" in uit


def test_shows_of_a_bad_geval_what_is_wrong_in_the_record() -> None:
    uit = _roep("F02").output

    assert "Het veld voor de geboortedatum is leeg of ontbreekt." in uit


def test_shows_a_plugins_own_fields_and_not_what_it_never_fills() -> None:
    uit = _roep("G01", "--vendor", "parnassys").output

    assert "<- leerling.geboortedatum" in uit
    assert "2008-01-23" in uit


FOUT: dict[str, tuple[tuple[str, ...], str]] = {
    "geval": (("G36",), "geval 'G36' does not exist; did you mean G3"),
    "plugin": (("--vendor", "parnasys"), "did you mean 'parnassys'?"),
}


@pytest.mark.parametrize("naam", FOUT)
def test_what_does_not_exist_has_a_remedy(naam: Any) -> None:
    woorden, tekst = FOUT[naam]

    uitkomst = _roep(*woorden)

    assert 2 == uitkomst.exit_code
    assert tekst in uitkomst.output


def test_shows_the_koppelsleutel_that_the_record_must_keep() -> None:
    assert f"koppelsleutel {gevallen()['G30'].koppelsleutel}" in _roep("G30").output

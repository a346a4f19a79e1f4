"""The computer: what it shows, writes, and what day it has."""

from __future__ import annotations

import io
from datetime import date

import pytest

from oso_adapters.doctor import Stand
from oso_adapters.doctor.omgeving import check_clock, check_disk, check_output, check_terminal

MIB = 1024 * 1024


@pytest.mark.parametrize(
    ("codering", "stand"), [("utf-8", "goed"), ("ascii", "let op"), ("cp1252", "let op")]
)
def test_a_terminal_must_show_names_and_signs(codering, stand):
    (controle,) = check_terminal(io.TextIOWrapper(io.BytesIO(), encoding=codering))

    assert stand == controle.stand
    assert ("PYTHONUTF8" in controle.herstel) == (stand == "let op")


@pytest.mark.parametrize("dag", [date(2001, 1, 1), date(2107, 2, 6)])
def test_a_clock_that_can_not_be_right_is_wrong(dag):
    (controle,) = check_clock(dag)

    assert Stand.FOUT == controle.stand
    assert f"het is hier {dag}" in controle.tekst
    assert "Zet de klok" in controle.herstel


def test_the_clock_of_today_is_good():
    (controle,) = check_clock()

    assert Stand.GOED == controle.stand


def test_a_folder_that_is_there_or_can_be_made_is_good_and_stays_as_it_was(tmp_path):
    for map_ in (tmp_path, tmp_path / "nog" / "niet"):
        (controle,) = check_output(map_)

        assert Stand.GOED == controle.stand
        assert str(tmp_path) in controle.tekst
    assert [] == list(tmp_path.iterdir())


def test_a_folder_that_can_not_be_written_to_is_wrong(tmp_path):
    (tmp_path / "bestand").write_text("")

    (controle,) = check_output(tmp_path / "bestand" / "uit")

    assert Stand.FOUT == controle.stand
    assert "is niet te schrijven" in controle.tekst
    assert "--uit" in controle.herstel


@pytest.mark.parametrize(("vrij", "stand"), [(5000, "goed"), (500, "let op"), (50, "fout")])
def test_there_must_be_room(tmp_path, vrij, stand):
    controles = list(check_disk(tmp_path / "uit", vrij * MIB))

    assert [stand, stand] == [controle.stand for controle in controles]
    assert f"{vrij} MiB vrij bij {tmp_path}" == controles[0].tekst
    assert (stand == "goed") == (controles[0].herstel == "")


def test_looks_at_the_disk_itself(tmp_path):
    schijf, tijdelijk = check_disk(tmp_path)

    assert "MiB vrij" in schijf.tekst
    assert "tijdelijk" == tijdelijk.onderdeel

"""What is printed while a bar runs stays whole, and the bar tells how far and how fast it goes."""

from __future__ import annotations

import io
import re

import pytest
from rich.console import Console
from rich.text import Text

from oso_adapters.cli import uitvoer
from oso_adapters.cli.uitvoer import console, with_progress

REGELS = [f"regel {nr} van vijf" for nr in range(5)]


@pytest.fixture
def meteen(monkeypatch):
    monkeypatch.setattr(uitvoer, "_WACHT", -1.0)


@pytest.mark.usefixtures("meteen")
def test_lines_on_a_terminal_stay_whole_above_the_bar(capsys):
    scherm = Console(file=io.StringIO(), force_terminal=True, width=100, highlight=False)
    for regel in with_progress(iter(REGELS), "tellen", totaal=5, scherm=scherm):
        scherm.print(Text(regel))
    zonder_kleur = re.sub(r"\x1b\[[\d;]*m", "", scherm.file.getvalue())
    regels = re.split(r"\r|\n|\x1b\[\d*[AK]", zonder_kleur)

    assert REGELS == [regel for regel in regels if regel.startswith("regel")]
    assert ("", "") == capsys.readouterr()
    assert re.search(r"tellen .* 5/5 +\d+/s", zonder_kleur)


@pytest.mark.usefixtures("meteen")
@pytest.mark.parametrize(("dingen", "totaal"), [([1, 2], "2"), (iter([1, 2]), "2"), ({1, 2}, "2")])
def test_how_many_there_are_is_asked_of_the_things_themselves(dingen, totaal):
    scherm = Console(file=io.StringIO(), force_terminal=True, width=100)
    list(with_progress(dingen, "tellen", scherm=scherm))

    assert f"/{totaal}" in re.sub(r"\x1b\[[\d;]*m", "", scherm.file.getvalue())


@pytest.mark.usefixtures("meteen")
def test_without_a_terminal_there_is_no_bar(capsys):
    assert REGELS == list(with_progress(REGELS, "tellen", scherm=console()))
    assert ("", "") == capsys.readouterr()


def test_without_a_terminal_a_line_is_as_long_as_it_is(capsys):
    regel = "woord " * 5000
    console().print(Text(regel))

    assert f"{regel}\n" == capsys.readouterr().out

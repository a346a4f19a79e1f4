"""The page of the servicedesk is true: its commands run, and what they print is what it shows."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from oso_adapters.cli import oso
from oso_adapters.melding import Oordeel, Wie

PAGINA = (Path(__file__).parents[1] / "docs" / "servicedesk.md").read_text("utf-8")


def _opdrachten():
    for blok in re.findall(r"^```sh\n(.*?)^```", PAGINA, re.MULTILINE | re.DOTALL):
        for regel in blok.splitlines():
            _, *woorden = shlex.split(regel, comments=True)
            yield woorden


def _uitvoer():
    return re.search(r"^```text\n(.*?)^```", PAGINA, re.MULTILINE | re.DOTALL)[1]


@pytest.fixture(scope="module")
def uitkomsten(tmp_path_factory):
    """What each command of the page gives, one after the other in one folder."""
    loper = CliRunner()
    with pytest.MonkeyPatch.context() as plek:
        plek.chdir(tmp_path_factory.mktemp("servicedesk"))
        return {tuple(w): loper.invoke(oso, w, terminal_width=200) for w in _opdrachten()}


def test_every_command_of_the_page_runs(uitkomsten):
    afgekeurd = [("check", *rest, "oefenen") for rest in ([], ["--ontvangen"], ["--samenvatting"])]
    afgekeurd.append(("check", "--regelset", "gepubliceerd", "oefenen"))

    assert dict.fromkeys(uitkomsten, 0) | dict.fromkeys(afgekeurd, 1) == {
        woorden: uitkomst.exit_code for woorden, uitkomst in uitkomsten.items()
    }


def test_every_command_of_the_page_prints_something(uitkomsten):
    assert [] == [w for w, uitkomst in uitkomsten.items() if not uitkomst.stdout.strip()]


def test_the_finding_on_the_page_is_what_is_printed(uitkomsten):
    assert _uitvoer() == uitkomsten["check", "oefenen"].stdout.rstrip() + "\n"


@pytest.mark.parametrize("naam", [*Wie, *Oordeel])
def test_the_page_names_who_can_act_and_every_verdict(naam):
    assert re.search(rf"^\|.*\b{naam}\b.*\|", PAGINA, re.MULTILINE)

"""The documentation is true."""

from __future__ import annotations

import re
import types
from pathlib import Path

import pytest

from oso_adapters.cli import oso
from oso_adapters.errors import ConfigurationError

WORTEL = Path(__file__).parents[1]


def _code_op_de_pagina():
    tekst = (WORTEL / "docs" / "plugin.md").read_text("utf-8")
    return re.findall(r"^```python\n(.*?)^```", tekst, re.MULTILINE | re.DOTALL)


def test_the_source_of_the_page_on_plugins_reads_records_and_refuses_what_is_no_json(tmp_path):
    code, _ = _code_op_de_pagina()
    naam = types.ModuleType("oso_kind")
    exec(compile(code, "oso_kind.py", "exec"), naam.__dict__)
    bron = tmp_path / "kinderen.json"
    bron.write_text('[{"id": "7", "achternaam": "Molenaar"}, {"geboren": 2008}]')

    goed, slecht = naam.read(bron)

    assert ["7", "#2"] == [goed.sleutel, slecht.sleutel]
    assert "Molenaar" == goed.record.achternaam
    assert [("geboren",)] == [m.bronvelden for m in slecht.meldingen]
    with pytest.raises(ConfigurationError, match="this is no JSON"):
        list(naam.read(tmp_path))


def test_the_page_on_plugins_says_what_a_system_does_not_do():
    _, code = _code_op_de_pagina()
    geladen: dict[str, object] = {}
    exec(compile(code, "wie.py", "exec"), geladen)

    assert {"swv", "2018.1"} == set(geladen["WIE"].niet)


def test_every_link_in_the_documentation_leads_somewhere():
    for bestand in (
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "docs/plugin.md",
        "docs/servicedesk.md",
        "docs/tutorial.md",
    ):
        tekst = (WORTEL / bestand).read_text("utf-8")
        for doel in re.findall(r"\]\((?!https?:)([^)#]+)", tekst):
            assert ((WORTEL / bestand).parent / doel).exists(), f"{bestand}: {doel}"


def test_every_command_of_the_readme_exists():
    genoemd = set(re.findall(r"\boso ([a-z]+)", (WORTEL / "README.md").read_text("utf-8")))

    assert set() == genoemd - set(oso.list_commands(None))

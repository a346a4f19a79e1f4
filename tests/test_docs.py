"""The documentation is true."""

from __future__ import annotations

import json
import re
import types
from datetime import date
from pathlib import Path

from oso_adapters import load_plugins
from oso_adapters.cli import oso

WORTEL = Path(__file__).parents[1]


def _code(bestand: str, taal: str) -> list[str]:
    tekst = (WORTEL / bestand).read_text("utf-8")
    return re.findall(rf"^```{taal}\n(.*?)^```", tekst, re.MULTILINE | re.DOTALL)


def test_the_smallest_plugin_loads_and_names_its_own_fields(tmp_path):
    (code,) = _code("docs/plugin.md", "python")
    module = types.ModuleType("oso_demo")
    exec(compile(code, "oso_demo.py", "exec"), module.__dict__)
    bron = tmp_path / "kinderen.json"
    bron.write_text(json.dumps([{"id": "7", "achternaam": "Molenaar", "geboren": "gisteren"}]))

    plugin = load_plugins([("demo", module)]).plugin("demo")
    (record,) = plugin.exporteur.read(bron)
    resultaat = plugin.exporteur.export(
        record, plugin.leverancier, overdracht="POVO", dag=date(2020, 3, 1)
    )

    assert resultaat.data is None
    assert ("geboren",) in [m.bronvelden for m in resultaat.meldingen]
    assert ("bsn",) in [m.bronvelden for m in resultaat.meldingen]


def test_every_link_in_the_documentation_leads_somewhere():
    for bestand in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "docs/plugin.md"):
        tekst = (WORTEL / bestand).read_text("utf-8")
        for doel in re.findall(r"\]\((?!https?:)([^)#]+)", tekst):
            assert ((WORTEL / bestand).parent / doel).exists(), f"{bestand}: {doel}"


def test_every_command_of_the_readme_exists():
    genoemd = set(re.findall(r"\boso ([a-z]+)", (WORTEL / "README.md").read_text("utf-8")))

    assert set() == genoemd - set(oso.list_commands(None))

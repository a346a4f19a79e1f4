"""What holds for the repository as a whole."""

from __future__ import annotations

import importlib
import re
import subprocess
from pathlib import Path

import pytest

import oso_adapters

WORTEL = Path(__file__).parents[1]
OPENBAAR = (
    *("", ".errors", ".gegevensset", ".huisstijl", ".mapping", ".melding"),
    *(".rules", ".tabellen"),
)
ENGELS = {
    "ConfigurationError",
    "DossierError",
    "DossierOngeldig",
    "LeesFout",
    "OsoError",
    "Plugin",
    "PluginError",
    "PluginLoadError",
}
# Written in two halves, so that this file does not hold what it forbids.
VERBODEN = [
    re.compile(een + twee)
    for een, twee in (
        (r"pypi\.", "org"),
        (r"registry\.npm", "js"),
        ("index-", "url"),
        (r"(?<![\w.])/wo", r"rk/"),
        (r"(?<![\w.])/ro", r"ot/"),
        (r"(?<![\w.])/ho", r"me/"),
        (r"\bshar", r"ed/"),
        (r"\b[Ii]ss", r"ue \d"),
        ("helper ", "session"),
        (r"\bCE", r"O\b"),
        ("Clau", "de"),
        ("Anthro", "pic"),
        (r"\bT(?:O|o)D", r"O\b"),
        ("FIX", "ME"),
    )
]
TEKST = {
    *(".py", ".toml", ".md", ".json", ".xml", ".jinja", ".txt", ".ini", ".yml", ".css", ""),
    *(".csv", ".html", ".js", ".sch", ".sh", ".xsd"),
}


def _bestanden() -> list[Path]:
    uit = subprocess.run(
        ["git", "ls-files", "-z"], cwd=WORTEL, capture_output=True, check=False
    ).stdout.decode()
    if not uit:
        pytest.skip("not a git checkout, so it is not known which files are tracked")
    return [WORTEL / naam for naam in uit.split("\0") if naam and (WORTEL / naam).is_file()]


def test_no_tracked_file_names_what_only_the_workshop_knows():
    gevonden = []
    for bestand in _bestanden():
        if bestand.suffix in TEKST and bestand.name != "LICENSE":
            tekst = bestand.read_text("utf-8", errors="replace")
            naam = bestand.relative_to(WORTEL)
            gevonden += [f"{naam}: {v.pattern}" for v in VERBODEN if v.search(tekst)]

    assert [] == gevonden


def test_the_words_that_are_forbidden_are_found_when_they_are_there():
    proef = " ".join(["pypi" + ".org", "x /wo" + "rk/a", "in shar" + "ed/ and", "see issue " + "5"])

    assert 4 == sum(bool(v.search(proef)) for v in VERBODEN)


def test_no_lock_file_is_tracked():
    assert not [b for b in _bestanden() if b.name == "uv.lock"]


def test_no_module_is_longer_than_one_idea():
    lang = [
        (bestand.relative_to(WORTEL), regels)
        for bestand in _bestanden()
        if bestand.suffix == ".py"
        and (regels := len(bestand.read_text("utf-8").splitlines())) > 400
        and "tests" not in bestand.parts
    ]

    assert [] == lang


@pytest.mark.parametrize("module", OPENBAAR)
def test_public_names_are_there_and_sorted(module):
    geladen = importlib.import_module(f"oso_adapters{module}")

    for naam in geladen.__all__:
        assert hasattr(geladen, naam)
    assert len(set(geladen.__all__)) == len(geladen.__all__)


def test_the_public_names_of_the_package_are_guarded():
    assert {
        "VERSIES",
        "Blad",
        "Exporteur",
        "Exportresultaat",
        "Gevallen",
        "Importeur",
        "Leverancier",
        "Mogelijkheid",
        "Plugin",
        "Register",
        "Regelset",
        "SwvUitwisseling",
        "Uitslag",
        "Versie",
        "check",
        "hookimpl",
        "load_plugins",
        "mogelijkheden",
        "read_dossier",
        "versie",
        "write_dossier",
    } == set(oso_adapters.__all__)


@pytest.mark.parametrize("module", OPENBAAR)
def test_every_public_dutch_name_is_in_the_woordenlijst(module):
    lijst = (WORTEL / "docs" / "woordenlijst.md").read_text("utf-8")
    woorden = set(re.findall(r"\w+", lijst))
    namen = {
        naam
        for naam in importlib.import_module(f"oso_adapters{module}").__all__
        if (naam.islower() and "_" not in naam) or naam[:1].isupper()
    }
    engels = ENGELS | {"judge", "check", "hookimpl", "lineage", "regels", "VERSIES", "ERRATA"}

    assert set() == namen - woorden - engels


@pytest.mark.parametrize("module", OPENBAAR)
def test_every_public_name_has_a_docstring(module):
    geladen = importlib.import_module(f"oso_adapters{module}")

    zonder = [
        naam
        for naam in geladen.__all__
        if callable(getattr(geladen, naam)) and not getattr(geladen, naam).__doc__
    ]

    assert [] == zonder

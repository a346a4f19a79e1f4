"""The tutorial is followed to the letter: its commands, its files, and what it says they show."""

from __future__ import annotations

import csv
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

WORTEL = Path(__file__).parents[1]
TUTORIAL = WORTEL / "docs" / "tutorial.md"
MEESTE_REGELS = 150
_BLOK = re.compile(r"^```(console|diff|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_MAP = "oso-kievitsboek"


@attrs.frozen
class Blok:
    """A block of the tutorial that is followed."""

    soort: str
    tekst: str

    @property
    def bestand(self) -> str:
        return self.tekst.splitlines()[0].removeprefix("# ")

    @property
    def regels(self) -> list[str]:
        return self.tekst.splitlines()[1:]


def _blokken() -> list[Blok]:
    return [Blok(soort, tekst) for soort, tekst in _BLOK.findall(TUTORIAL.read_text("utf-8"))]


def _opdrachten(tekst: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each command of a console block with the lines that it shows."""
    for deel in re.split(r"^\$ ", tekst, flags=re.MULTILINE)[1:]:
        opdracht, *getoond = deel.rstrip("\n").split("\n")
        yield opdracht, getoond


def verander(inhoud: list[str], regels: list[str]) -> list[str]:
    """Take out the lines with ``-`` and put in those with ``+``, each after the one before it."""
    nieuw, plek = list(inhoud), 0
    for regel in regels:
        teken, tekst = regel[:1], regel[1:]
        if teken == "+":
            nieuw.insert(plek, tekst)
            plek += 1
        else:
            assert tekst in nieuw[plek:], f"{tekst!r} is not below what stands before it"
            plek = nieuw.index(tekst, plek)
            if teken == "-":
                del nieuw[plek]
            else:
                plek += 1
    return nieuw


def staat_er(getoond: list[str], uitvoer: str) -> str | None:
    """Return the first line that is shown and is not in the output, in that order; None if none.

    The sign ``…`` stands for anything: as a line for any lines, inside one for any text.
    """
    rest, mag_overslaan = uitvoer.splitlines(), False
    for regel in getoond:
        if regel == "…":
            mag_overslaan = True
            continue
        patroon = re.compile(".*".join(map(re.escape, regel.split("…"))))
        past = (nr for nr, echt in enumerate(rest) if patroon.fullmatch(echt.rstrip()))
        plek = next(past, None) if mag_overslaan else (0 if next(past, None) == 0 else None)
        if plek is None:
            return regel
        rest, mag_overslaan = rest[plek + 1 :], False
    return None if mag_overslaan or not rest else rest[0]


def _script(pad: Path, inhoud: str) -> None:
    pad.write_text(inhoud, "utf-8")
    pad.chmod(0o755)


@pytest.fixture(scope="module")
def omgeving(tmp_path_factory) -> dict[str, str]:
    """Return an environment as the tutorial starts in, with nothing in it that is ours.

    It has a home with the clone, and a venv of its own with all that is installed here, so that
    installing the plugin needs no network and changes nothing outside it.
    """
    thuis = tmp_path_factory.mktemp("thuis")
    (thuis / "oso-adapters").symlink_to(WORTEL)
    venv = thuis / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", venv], check=True)
    paden = {sysconfig.get_paths()[naam] for naam in ("purelib", "platlib")}
    hier = next(venv.glob("lib*/python*/site-packages"), venv / "Lib" / "site-packages")
    regels = [f"import site; site.addsitedir({pad!r})\n" for pad in paden]
    (hier / "tested.pth").write_text("".join(regels))
    python = venv / "bin" / "python"
    for naam, roep in {
        "oso": "from oso_adapters.cli import main; main()",
        "pytest": "import sys, pytest; sys.exit(pytest.main())",
    }.items():
        _script(venv / "bin" / naam, f"#!{python}\n{roep}\n")
    eigen = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST_", "UV_"))}
    cache = os.environ.get("UV_CACHE_DIR") or str(Path.home() / ".cache" / "uv")
    return {
        **eigen,
        "HOME": str(thuis),
        "VIRTUAL_ENV": str(venv),
        "PATH": os.pathsep.join((str(venv / "bin"), os.environ.get("PATH", ""))),
        "UV_CACHE_DIR": cache,
        "UV_OFFLINE": "1",
        "PYTHONUTF8": "1",
    }


def _voer_uit(opdracht: str, map_: Path, omgeving: dict[str, str]) -> str:
    klaar = subprocess.run(
        ["bash", "-c", opdracht],
        cwd=map_,
        env=omgeving,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    return klaar.stdout


@pytest.fixture(scope="module")
def gevolgd(tmp_path_factory, omgeving) -> list[tuple[str, list[str], str]]:
    """Follow the tutorial in an empty folder; return each command, what it shows, what it said."""
    if shutil.which("uv") is None:
        pytest.skip("uv is not there, and the tutorial installs with it")
    hier = tmp_path_factory.mktemp("leeg")
    gedaan = []
    for blok in _blokken():
        if blok.soort != "console":
            bestand = hier / blok.bestand
            oud = bestand.read_text("utf-8").splitlines() if bestand.exists() else []
            nieuw = verander(oud, blok.regels) if blok.soort == "diff" else blok.regels
            bestand.write_text("\n".join(nieuw) + "\n", "utf-8")
            continue
        for opdracht, getoond in _opdrachten(blok.tekst):
            if opdracht.startswith("cd "):
                hier = hier / opdracht.removeprefix("cd ")
                continue
            uitvoer = _voer_uit(opdracht, hier, omgeving)
            if opdracht.startswith("uv ") and "error:" in uitvoer:  # what builds is not here yet
                uitvoer = _voer_uit(f"UV_OFFLINE=0 {opdracht}", hier, omgeving)
            gedaan.append((opdracht, getoond, uitvoer))
    return gedaan


def eigen_regels() -> int:
    """Return how many lines the newcomer writes or changes; blank ones do not count."""
    geschreven = [
        regel.removeprefix("+")
        for blok in _blokken()
        if blok.soort != "console"
        for regel in blok.regels
        if blok.soort == "python" or regel.startswith("+")
    ]
    return sum(1 for regel in geschreven if regel.strip())


def test_takes_fewer_lines_than_promised_and_says_how_many():
    assert eigen_regels() < MEESTE_REGELS
    assert f"\n{eigen_regels()} lines of your own:" in TUTORIAL.read_text("utf-8")


def test_the_export_has_thirty_pupils_and_all_gevallen_that_are_named():
    with (WORTEL / "docs/tutorial/kievitsboek.csv").open(encoding="utf-8") as stroom:
        sleutels = [regel["lln"] for regel in csv.DictReader(stroom, delimiter=";")]
    genoemd = set(re.findall(r'^\+[GF]\d\d = "(\d+)"$', TUTORIAL.read_text("utf-8"), re.MULTILINE))

    assert 30 == len(set(sleutels)) == len(sleutels)
    assert 16 == len(genoemd)
    assert genoemd <= set(sleutels)


@pytest.mark.parametrize(
    ("getoond", "mist"),
    [
        (["a", "b"], None),
        (["a", "…"], None),
        (["…", "b"], None),
        (["…"], None),
        (["a", "…", "…b"], None),
        (["a"], "b"),
        (["b"], "b"),
        (["…", "c", "…"], "c"),
        (["b", "a"], "b"),
        (["…", "b", "a"], "a"),
    ],
)
def test_what_is_shown_is_compared_line_by_line(getoond, mist):
    assert mist == staat_er(getoond, "a\nb\n")


def test_lines_are_changed_in_their_order():
    assert ["a", "x", "c", "y"] == verander(["a", "b", "c", "b"], [" a", "-b", "+x", "-b", "+y"])

    with pytest.raises(AssertionError, match="'a' is not below what stands before it"):
        verander(["a", "b"], [" b", "-a"])


def test_every_command_shows_what_the_tutorial_says(gevolgd):
    anders = [
        f"$ {opdracht}\n{uitvoer}\n--- not there: {regel}"
        for opdracht, getoond, uitvoer in gevolgd
        if getoond and (regel := staat_er(getoond, uitvoer)) is not None
    ]

    assert not anders, "\n\n".join(anders)

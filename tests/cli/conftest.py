"""Runs the command line: in this process, or in one of its own where that matters."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import textwrap

import attrs
import pytest

from oso_adapters.cli import main

OSO = [sys.executable, "-c", "from oso_adapters.cli import main; main()"]


@attrs.frozen
class Uitkomst:
    """How a command ended."""

    code: int
    uit: str
    fout: str


@pytest.fixture
def oso(monkeypatch, capsysbinary):
    """Return a function that runs ``oso`` with these words and this standard input."""

    def run(*woorden, invoer=b""):
        monkeypatch.setattr(sys, "argv", ["oso", *map(str, woorden)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(invoer)))
        with pytest.raises(SystemExit) as einde:
            main()
        uit, fout = (stroom.decode() for stroom in capsysbinary.readouterr())
        return Uitkomst(einde.value.code or 0, uit, fout)

    return run


@pytest.fixture(scope="session")
def oso_apart():
    """Return a function that runs ``oso`` in a process of its own."""

    def run(*woorden, map_=None, **omgeving):
        klaar = subprocess.run(
            [*OSO, *woorden],
            cwd=map_,
            env={**os.environ, "PYTHONUTF8": "1", **omgeving},
            capture_output=True,
            check=False,
        )
        uit, fout = (s.decode("utf-8", "surrogateescape") for s in (klaar.stdout, klaar.stderr))
        return Uitkomst(klaar.returncode, uit, fout)

    return run


@pytest.fixture
def dossiers(tmp_path, monkeypatch, dossier):
    """Work in a folder with a valid, an invalid and an unreadable file, and some more."""
    monkeypatch.chdir(tmp_path)
    fout = dossier.replace(b"    <inzagedatum>2020-02-24</inzagedatum>\n", b"")
    assert fout != dossier
    inhoud = {
        "goed.xml": dossier,
        "fout.xml": fout,
        "kapot.xml": b"dit is geen XML",
        "map/een.xml": dossier,
        "map/twee.XML": fout,
        "map/diep/drie.xml": dossier,
        "map/notitie.txt": b"geen dossier",
        "goede map/een.xml": dossier,
        "zonder/notitie.txt": b"geen dossier",
    }
    for naam, data in inhoud.items():
        bestand = tmp_path / naam
        bestand.parent.mkdir(parents=True, exist_ok=True)
        bestand.write_bytes(data)
    (tmp_path / "leeg").mkdir()
    return tmp_path


def installeer(map_, naam, punten, bron=""):
    """Lay a distribution down as an installer would: a module and its dist-info."""
    if bron:
        (map_ / f"oso_proef_{naam}.py").write_text(bron)
    info = map_ / f"oso_{naam}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: oso-{naam}\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(textwrap.dedent(punten))

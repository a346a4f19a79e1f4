"""Versions beside what is tested, and what is optional."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys

import pytest

from oso_adapters.doctor import Stand
from oso_adapters.doctor.pakketten import (
    check_extras,
    check_packages,
    check_python,
    versions_tested,
)


def test_knows_what_is_tested():
    getoetst = versions_tested()

    assert "3.11" == getoetst["python"]
    assert {"attrs", "click", "lxml", "pluggy", "rich"} <= set(getoetst)


@pytest.mark.parametrize(("oudste", "stand"), [("3.11", "goed"), ("99.0", "fout"), ("", "goed")])
def test_python_must_be_new_enough(oudste, stand):
    (controle,) = check_python({"python": oudste} if oudste else {})

    assert stand == controle.stand
    assert platform.python_version() in controle.tekst
    assert bool(controle.herstel) == (stand == "fout")


def test_the_versions_tested_are_good():
    (controle,) = check_packages({})

    assert Stand.GOED == controle.stand
    assert "lxml " in controle.tekst


def test_another_version_than_the_tested_one_is_told_with_the_command():
    (controle,) = check_packages({"lxml": "0.1"})

    assert Stand.LET_OP == controle.stand
    assert "is niet de getoetste versie 0.1" in controle.tekst
    assert "pip install 'lxml==0.1'" in controle.herstel


def _met_dist(map_, naam, *regels):
    info = map_ / f"{naam}-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("\n".join(["Metadata-Version: 2.1", *regels, ""]))
    programma = (
        "import json, attrs; from oso_adapters.doctor.pakketten import check_packages\n"
        "print(json.dumps([attrs.asdict(c) for c in check_packages({})]))"
    )
    klaar = subprocess.run(
        [sys.executable, "-c", programma],
        env={**os.environ, "PYTHONPATH": str(map_)},
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(klaar.stdout)


def test_a_package_that_is_too_old_is_wrong(tmp_path):
    eerste, *_ = _met_dist(tmp_path, "lxml", "Name: lxml", "Version: 4.0")

    assert "fout" == eerste["stand"]
    assert "lxml 4.0 is te oud; nodig is 5.3 of later" == eerste["tekst"]
    assert "Voer uit: pip install 'lxml>=5.3'" == eerste["herstel"]


def test_a_package_that_is_not_there_is_wrong(tmp_path):
    eerste, *_ = _met_dist(
        tmp_path,
        "oso_adapters",
        "Name: oso-adapters",
        "Version: 1",
        "Requires-Dist: bestaat-niet>=2; extra == 'x'",
        "Requires-Dist: ook-niet>=2",
    )

    assert ["fout", "ook-niet ontbreekt"] == [eerste["stand"], eerste["tekst"]]
    assert "Voer uit: pip install 'ook-niet'" == eerste["herstel"]


def test_what_is_optional_and_not_there_says_what_one_misses():
    weg, certificeren = check_extras({"proef": ("bestaat-niet", "de proef")})

    assert Stand.LET_OP == weg.stand
    assert "niet geïnstalleerd; u mist de proef" == weg.tekst
    assert "pip install 'oso-adapters[proef]'" in weg.herstel
    assert Stand.GOED == certificeren.stand


def test_what_is_optional_and_there_is_good():
    eerste, *_ = check_extras({"proef": ("attrs", "alles")})

    assert Stand.GOED == eerste.stand

"""Records that a process can't get or does not survive cost only themselves."""

from __future__ import annotations

import json

import pytest

from .conftest import installeer

WOORDEN = ("--overdracht", "POVO", "--json")
PLUGIN = """
import json, os
from pathlib import Path
import attrs
from oso_adapters import Exporteur, Leverancier, hookimpl
from oso_adapters.gegevensset import Dossier, Huidigeschool, Leerling
from oso_adapters.mapping import Bronrecord, afbeelding, blok, kern, ontbreekt, van

@attrs.frozen(repr=False)
class Kind:
    naam: str = ""
    doe: object = None

def maak(naam):
    if naam == "sterft":
        os._exit(3)
    return naam

def rest(blok_, *gedaan):
    namen = [veld.name for veld in attrs.fields(blok_) if veld.name not in gedaan]
    return {naam: ontbreekt("bestaat hier niet") for naam in namen}

LEERLING = afbeelding(Leerling, Kind, achternaam=van("naam", maak), **rest(Leerling, "achternaam"))
SCHOOL = afbeelding(Huidigeschool, Kind, leerling=blok(LEERLING), **rest(Huidigeschool, "leerling"))
DOSSIER = afbeelding(
    Dossier, Kind, metadata=kern("k"), overdrachtsoort=kern("k"), inzage=ontbreekt("bestaat niet"),
    huidigeschool=blok(SCHOOL),
)

def read(bron):
    for nr, naam in enumerate(json.loads(bron.read_text())):
        if naam == "geen record":
            yield naam
        elif naam == "kapot":
            raise RuntimeError(naam)
        else:
            yield Bronrecord(f"k{nr}", Kind(naam, (lambda: None) if naam == "los" else None))

@hookimpl
def oso_leverancier():
    return Leverancier(naam="Proef", maker="-", pakketnaam="p", pakketversie="1")

@hookimpl
def oso_export():
    return Exporteur(profielen={"POVO"}, versies={"2019.1"}, dossier=DOSSIER, read=read)
"""


@pytest.fixture
def export(oso_apart, tmp_path):
    """Return a function that exports leerlingen with these names."""
    installeer(tmp_path, "proef", "[oso_adapters]\nproef = oso_proef_proef\n", PLUGIN)

    def run(namen, *woorden, uit="uit"):
        bron = tmp_path / "bron.json"
        bron.write_text(json.dumps(namen))
        return oso_apart(
            *("export", "proef", str(bron), *WOORDEN, "--uit", str(tmp_path / uit), *woorden),
            PYTHONPATH=str(tmp_path),
        )

    return run


def _regels(uitkomst):
    return [json.loads(regel) for regel in uitkomst.uit.splitlines()]


def test_records_that_can_not_be_packed_are_done_in_one_process(export):
    namen = ["los" if nr % 3 else "vast" for nr in range(160)]
    een, twee = (export(namen, "--processen", str(p), uit=f"uit{p}") for p in (1, 2))

    assert [1, ""] == [een.code, een.fout]
    assert een == twee
    assert [f"k{nr}" for nr in range(160)] == [regel["record"] for regel in _regels(een)]


def test_a_record_that_can_not_be_packed_is_done_again_the_next_time(export, tmp_path):
    export(["los", "vast"])
    regels = (tmp_path / "uit" / ".oso-export" / "journaal.jsonl").read_bytes().splitlines()

    assert [True, False] == [json.loads(regel)["bron"] == "" for regel in regels[1:]]
    assert "1 waren al gedaan" not in export(["los", "vast"]).uit


def test_a_record_on_which_the_process_dies_costs_only_itself(export):
    namen = ["leeft"] * 200
    namen[150] = "sterft"
    for _ in range(2):
        uitkomst = export(namen, "--processen", "2")
        regels = _regels(uitkomst)

        assert [2, ""] == [uitkomst.code, uitkomst.fout]
        assert [150] == [
            nr for nr, regel in enumerate(regels) if regel["oordeel"] == "niet vast te stellen"
        ]
        (melding,) = regels[150]["meldingen"]
        assert "het proces stopte" in melding["melding"]
    namen[150] = "leeft"

    assert 1 == export(namen, "--processen", "2").code


@pytest.mark.parametrize(
    ("naam", "gezegd"),
    [
        ("geen record", "read a str instead of a Bronrecord; tell its maker"),
        ("kapot", "the plugin stopped on RuntimeError at oso_"),
    ],
)
def test_a_source_that_stops_half_way_ends_in_one_line_and_can_be_gone_on_with(
    export, naam, gezegd
):
    uitkomst = export(["goed", naam, "goed"])

    assert [2, 1] == [uitkomst.code, len(_regels(uitkomst))]
    assert gezegd in uitkomst.fout.splitlines()[-1]
    assert 3 == len(_regels(export(["goed"] * 3)))

"""Files with answers: what is read, what is refused, and what the refusal says."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from oso_somtoday import source
from oso_somtoday.source import read

from oso_adapters.errors import ConfigurationError


def test_reads_a_folder_in_the_order_of_the_names(uitvoer):
    namen = [antwoord["leerlingen"][0]["uuid"] for _, antwoord in sorted(uitvoer.bestanden.items())]

    assert namen == [bron.sleutel for bron in read(uitvoer.schrijf())]


def test_reads_one_by_one(uitvoer):
    records = read(uitvoer.schrijf())
    for bestand in uitvoer.map.glob("4*.json"):
        bestand.unlink()

    assert next(iter(records)).sleutel == uitvoer.leerling(39884)["uuid"]


def test_reads_a_file_with_a_byte_order_mark(uitvoer):
    uitvoer.bestanden = {"41207.json": "\ufeff" + json.dumps(uitvoer.antwoord())}

    assert [bron.meldingen for bron in read(uitvoer.schrijf())] == [()]


def test_says_when_there_is_no_source(tmp_path: Path):
    with pytest.raises(ConfigurationError, match="no such source"):
        read(tmp_path / "weg")
    with pytest.raises(ConfigurationError, match="no such source"):
        read(tmp_path / "weg.json")
    with pytest.raises(ConfigurationError, match=r"needs vestigingen\.json"):
        read(tmp_path)


def test_locations_are_no_leerling(uitvoer):
    with pytest.raises(ConfigurationError, match="no such source"):
        read(uitvoer.schrijf() / "vestigingen.json")


@pytest.mark.parametrize("tekst", ["", "[]", "niets", "{", '{"a": 1, "a": 2}'])
def test_says_what_is_wrong_with_the_locations(uitvoer, tekst: str):
    uitvoer.vestigingen = tekst

    with pytest.raises(ConfigurationError, match="; save the answer again") as fout:
        read(uitvoer.schrijf())
    assert "vestigingen.json" in str(fout.value)


def test_says_when_the_locations_can_not_be_read(tmp_path: Path):
    (tmp_path / "vestigingen.json").mkdir()

    with pytest.raises(ConfigurationError, match="can't be read"):
        read(tmp_path)


@pytest.mark.parametrize("tekst", ["", "[]", "Aalbers", "{", '{"a": 1, "a": 2}', "[" * 100_000])
def test_file_that_is_no_answer_is_a_finding_on_that_one(uitvoer, tekst: str):
    uitvoer.bestanden["41207.json"] = tekst

    gelezen = list(read(uitvoer.schrijf()))

    (slecht,) = [bron for bron in gelezen if bron.record is None]
    assert "#2" == slecht.sleutel
    assert len(gelezen) == 6
    assert "41207" not in repr(slecht)
    assert "Aalbers" not in repr(slecht)


def test_file_that_is_too_large_is_not_read(uitvoer, monkeypatch):
    monkeypatch.setattr(source, "MAX_ANTWOORD", 6000)

    gelezen = list(read(uitvoer.schrijf()))

    assert [bron.record is None for bron in gelezen].count(True) >= 1


@pytest.mark.parametrize(
    ("naam", "waarde"),
    [
        ("leerlingnummer", "41207"),
        ("geslacht", 1),
        ("adres_geheim", "true"),
        ("adres", "Sluiskade 14"),
        ("verzorgers", {}),
        ("plaatsingen", "4 havo"),
        ("plaatsingen", ["4 havo"]),
        ("debiteurGegevens", []),
    ],
)
def test_names_the_field_of_a_value_of_the_wrong_type(uitvoer, naam: str, waarde: Any):
    uitvoer.leerling()[naam] = waarde

    assert ("fout", f"leerlingen.{naam}") in uitvoer.bezwaren()
    assert uitvoer.export().data is None


def test_warns_of_a_field_that_the_records_do_not_have(uitvoer):
    uitvoer.leerling()["lievelingskleur"] = "oranje"

    assert uitvoer.bezwaren() == [("waarschuwing", "leerlingen.lievelingskleur")]
    assert uitvoer.export().data is not None


@pytest.mark.parametrize("naam", ["adresGeheim", "Adres_geheim", "adres_geheiim"])
def test_misspelt_secret_holds_the_dossier_back(uitvoer, naam: str):
    uitvoer.leerling()[naam] = True

    assert uitvoer.export().data is None


@pytest.mark.parametrize("aantal", [0, 2])
def test_file_holds_one_leerling(uitvoer, aantal: int):
    uitvoer.antwoord()["leerlingen"] *= aantal

    assert ("fout", "leerlingen") in uitvoer.bezwaren()


@pytest.mark.parametrize("uuid", [None, "zelfde"])
def test_says_when_a_leerling_has_no_uuid_of_its_own(uitvoer, uuid: str | None):
    for nummer in (41207, 42015):
        uitvoer.leerling(nummer)["uuid"] = uuid
    if uuid is None:
        del uitvoer.leerling(41207)["uuid"]

    records = {bron.sleutel: bron for bron in read(uitvoer.schrijf())}
    velden = [m.bronvelden for bron in records.values() for m in bron.meldingen]

    assert ("leerling.uuid",) in velden


def test_permissions_in_an_answer_are_no_field(uitvoer):
    uitvoer.antwoord()["veldpermissies"] = {"uuid": True}
    uitvoer.vestigingen["veldpermissies"] = {"uuid": True}

    assert uitvoer.bezwaren() == []


def test_who_reads_files_does_not_load_what_talks_to_somtoday() -> None:
    vraag = "import sys, oso_somtoday; print(sorted({'requests', 'tenacity'} & set(sys.modules)))"
    geladen = subprocess.run(
        [sys.executable, "-c", vraag], capture_output=True, text=True, check=True, timeout=60
    )

    assert geladen.stdout == "[]\n"

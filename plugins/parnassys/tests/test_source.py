"""Files of an export: what is read, what is refused, and what the refusal says."""

from __future__ import annotations

import json
import tracemalloc
from operator import length_hint
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from oso_parnassys.source import read

from oso_adapters.errors import ConfigurationError

if TYPE_CHECKING:
    from conftest import Uitvoer

BESTAND = "leerling.bijlagen.bestand"


def met_bijlage(uitvoer: Uitvoer, naam: Any) -> Uitvoer:
    """Let the only attachment of the leerling be a file of this name."""
    uitvoer.bron["documenten"]["document"] = [
        {"id": "1", "bestandsnaam": "brief.txt", "bestand": naam}
    ]
    uitvoer.leerling["ondersteuning"] = {}
    uitvoer.leerling["bijlagen"] = ["1"]
    return uitvoer


@pytest.mark.parametrize(
    "naam",
    [
        "../leerlingen.json",
        "map/../../leerlingen.json",
        "..\\leerlingen.json",
        "/etc/hostname",
        "C:\\brief.txt",
        "C:brief.txt",
        "\\\\server\\deel\\brief.txt",
        "bestaat-niet.txt",
        "",
        ".",
        "brief\0.txt",
        "x" * 5000,
        5,
        ["x"],
    ],
)
def test_reads_nothing_outside_the_folder(uitvoer: Uitvoer, naam: Any) -> None:
    met_bijlage(uitvoer, naam)

    assert uitvoer.bezwaren() == [("fout", BESTAND)]
    assert [m.regel for m in uitvoer.export().meldingen] == ["AF.bron"]


def test_follows_no_link_out_of_the_folder(uitvoer: Uitvoer, tmp_path: Path) -> None:
    (tmp_path / "buiten.txt").write_text("niet voor anderen")
    (uitvoer.bijlagen / "link.txt").symlink_to(tmp_path / "buiten.txt")

    assert met_bijlage(uitvoer, "link.txt").bezwaren() == [("fout", BESTAND)]


def test_says_when_a_file_can_not_be_opened(uitvoer: Uitvoer) -> None:
    (uitvoer.bijlagen / "kring.txt").symlink_to(uitvoer.bijlagen / "kring.txt")

    assert met_bijlage(uitvoer, "kring.txt").bezwaren() == [("fout", BESTAND)]


def test_reads_a_file_in_a_folder_below(uitvoer: Uitvoer) -> None:
    (uitvoer.bijlagen / "2101").mkdir()
    (uitvoer.bijlagen / "2101" / "brief.txt").write_text("hallo")

    data = met_bijlage(uitvoer, "2101/brief.txt").export().data

    assert data is not None
    assert b"<bestandsnaam>brief.txt</bestandsnaam>" in data


@pytest.mark.parametrize(("grootte", "bezwaren"), [(10, []), (11, [("fout", BESTAND)])])
def test_refuses_a_file_that_is_too_large(
    uitvoer: Uitvoer,
    monkeypatch: pytest.MonkeyPatch,
    grootte: int,
    bezwaren: list[tuple[str, str]],
) -> None:
    monkeypatch.setattr("oso_adapters.mapping.bijlagen.MAX_BIJLAGE", 10)
    (uitvoer.bijlagen / "brief.txt").write_bytes(b"x" * grootte)

    assert bezwaren == met_bijlage(uitvoer, "brief.txt").bezwaren()


def test_document_without_file_names_the_field(uitvoer: Uitvoer) -> None:
    resultaat = met_bijlage(uitvoer, None).export()

    assert [m.regel for m in resultaat.meldingen] == ["ST.ontbreekt"]
    assert BESTAND in resultaat.meldingen[0].bronvelden


@pytest.mark.parametrize(
    ("naam", "waarde"),
    [
        ("leerlingNummer", 2101),
        ("tehuis", False),
        ("relaties", {"verzorger": "901"}),
        ("groepsindelingen", []),
        ("inzageOuders", "ja"),
        ("nietUitwisselen", "Toetsen"),
        ("contactgegevens", 3),
    ],
)
def test_names_the_field_of_a_value_of_the_wrong_type(
    uitvoer: Uitvoer, naam: str, waarde: Any
) -> None:
    uitvoer.leerling[naam] = waarde

    assert uitvoer.bezwaren() == [("fout", f"leerling.{naam}")]
    assert uitvoer.export().data is None


def test_address_list_of_the_wrong_type_is_no_crash(uitvoer: Uitvoer) -> None:
    uitvoer.bron["scholen"]["school"][0]["adressen"] = 3

    assert ("fout", "leerling.school.adressen") in uitvoer.bezwaren()


def test_warns_of_a_field_that_the_records_do_not_have(uitvoer: Uitvoer) -> None:
    uitvoer.leerling["lievelingskleur"] = "oranje"

    assert uitvoer.bezwaren() == [("waarschuwing", "leerling.lievelingskleur")]
    assert uitvoer.export().data is not None


@pytest.mark.parametrize("ids", [None, "", 7, "500102"])
def test_says_when_a_leerling_has_no_id_of_its_own(uitvoer: Uitvoer, ids: Any) -> None:
    uitvoer.leerlingen[2]["id"] = ids

    meldingen = uitvoer.records()[2].meldingen

    assert [m.bronvelden for m in meldingen] == [("leerling.id",)]
    assert uitvoer.export(2).data is None


def test_leerling_that_is_no_object_becomes_a_finding(uitvoer: Uitvoer) -> None:
    uitvoer.leerlingen.insert(0, "niets")

    stuk = uitvoer.records()[0]

    assert (stuk.sleutel, stuk.record) == ("#1", None)
    assert uitvoer.export(0).data is None
    assert uitvoer.export(1).data is not None


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        "geen json",
        "[]",
        '"Braak"',
        "{}",
        '{"leerlingen": []}',
        '{"leerlingen": {"leerling": {}}}',
        '{"leerlingen": {"leerling": {"achternaam": "Braak"}}}',
        '{"leerlingen": {"leerling": []}, "adressen": {"adres": {"straat": "Braak"}}}',
        "[" * 100_000,
        '{"leerlingen": ' + "9" * 5000 + "}",
    ],
)
def test_says_what_is_wrong_with_a_file_that_is_no_export(uitvoer: Uitvoer, tekst: str) -> None:
    bestand = uitvoer.schrijf(tekst)

    with pytest.raises(ConfigurationError, match="; make the export again") as fout:
        read(bestand)
    assert "Braak" not in repr(fout.value)
    assert fout.value.__cause__ is None


def test_says_when_there_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"no such file; name leerlingen\.json"):
        read(tmp_path)
    with pytest.raises(ConfigurationError, match="no such file"):
        read(tmp_path / "weg.json")


def test_says_when_a_file_can_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "leerlingen.json").mkdir()

    with pytest.raises(ConfigurationError, match="can't be read"):
        read(tmp_path)


def test_says_when_the_file_is_no_utf8(uitvoer: Uitvoer) -> None:
    uitvoer.schrijf().write_bytes('{"plaats": "Coevördens"}'.encode("cp1252"))

    with pytest.raises(ConfigurationError, match="is no UTF-8") as fout:
        read(uitvoer.map)
    assert "Coev" not in repr(fout.value)


def test_reads_the_file_itself_also_with_a_byte_order_mark(uitvoer: Uitvoer) -> None:
    bestand = uitvoer.schrijf("\ufeff" + json.dumps(uitvoer.bron))

    assert len(list(read(bestand))) == len(uitvoer.leerlingen)


def test_order_in_the_file_does_not_matter(uitvoer: Uitvoer) -> None:
    gewoon = [uitvoer.export(nr).data for nr in range(3)]
    uitvoer.bron = dict(reversed(uitvoer.bron.items()))

    assert next(iter(uitvoer.bron)) == "leerlingen"
    assert gewoon == [uitvoer.export(nr).data for nr in range(3)]


def test_tells_how_many_leerlingen_there_are(uitvoer: Uitvoer) -> None:
    uitvoer.leerlingen.append("niets")
    uitvoer.schrijf()

    assert length_hint(read(uitvoer.map)) == len(uitvoer.leerlingen)


@pytest.mark.parametrize("wanneer", ["before the first leerling", "after the first leerling"])
def test_says_when_the_file_changes_while_it_is_read(uitvoer: Uitvoer, wanneer: str) -> None:
    uitvoer.schrijf()
    leerlingen = read(uitvoer.map)
    stroom = iter(leerlingen)
    if wanneer.startswith("after"):
        next(stroom)
    uitvoer.leerlingen.pop()
    uitvoer.schrijf()

    with pytest.raises(ConfigurationError, match="changed while it was read"):
        list(stroom)


def test_memory_does_not_grow_with_the_leerlingen(uitvoer: Uitvoer) -> None:
    def piek(aantal: int) -> int:
        uitvoer.bron["leerlingen"]["leerling"] = uitvoer.leerlingen[:1] * aantal
        uitvoer.schrijf()
        tracemalloc.start()
        try:
            assert sum(1 for _ in read(uitvoer.map)) == aantal
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    assert piek(1000) < 1.3 * piek(100)


def test_table_that_is_not_there_is_empty(uitvoer: Uitvoer) -> None:
    del uitvoer.bron["toetsen"], uitvoer.bron["documenten"]

    veld = "leerling.ondersteuning.handelingsplannen.document"
    assert uitvoer.bezwaren() == [("fout", veld)]

"""Files of an export: what is read, what is refused, and what the refusal says."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from oso_parnassys import source
from oso_parnassys.source import lees

from oso_adapters import Exportresultaat
from oso_adapters.errors import ConfigurationError


@pytest.fixture
def bijlage(
    bron: dict[str, Any], leerling: dict[str, Any], schrijf: Callable[[Any], Path]
) -> Callable[[Any], Path]:
    """Let the only attachment of the leerling be a file of this name."""

    def maak(naam: Any) -> Path:
        bron["documenten"]["document"] = [
            {"id": "1", "bestandsnaam": "brief.txt", "bestand": naam},
        ]
        leerling["ondersteuning"] = {}
        leerling["bijlagen"] = ["1"]
        return schrijf(bron)

    return maak


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
    ],
)
def test_reads_nothing_outside_the_folder(
    bijlage: Callable[[Any], Path],
    naam: Any,
    eerste: Callable[[Path], Exportresultaat],
    bezwaren: Callable[[Path], list[tuple[str, str]]],
) -> None:
    map_ = bijlage(naam)

    assert bezwaren(map_) == [("fout", "leerling.bijlagen.bestand")]
    assert fouten(eerste(map_)) == [("AF.bron", ("leerling.bijlagen.bestand",))]


def test_follows_no_link_out_of_the_folder(
    bijlage: Callable[[Any], Path],
    tmp_path: Path,
    bezwaren: Callable[[Path], list[tuple[str, str]]],
) -> None:
    (tmp_path / "buiten.txt").write_text("niet voor anderen")
    map_ = bijlage("link.txt")
    (map_ / "bijlagen" / "link.txt").symlink_to(tmp_path / "buiten.txt")

    assert bezwaren(map_) == [("fout", "leerling.bijlagen.bestand")]


def test_reads_a_file_in_a_folder_below(
    bijlage: Callable[[Any], Path],
    eerste: Callable[[Path], Exportresultaat],
) -> None:
    map_ = bijlage("2101/brief.txt")
    (map_ / "bijlagen" / "2101").mkdir()
    (map_ / "bijlagen" / "2101" / "brief.txt").write_text("hallo")

    data = eerste(map_).data

    assert data is not None
    assert b"<bestandsnaam>brief.txt</bestandsnaam>" in data


def test_refuses_a_file_that_is_too_large(
    bijlage: Callable[[Any], Path],
    monkeypatch: pytest.MonkeyPatch,
    bezwaren: Callable[[Path], list[tuple[str, str]]],
) -> None:
    monkeypatch.setattr(source, "MAX_BIJLAGE", 10)
    map_ = bijlage("brief.txt")
    (map_ / "bijlagen" / "brief.txt").write_bytes(b"x" * 10)
    goed = bezwaren(map_)
    (map_ / "bijlagen" / "brief.txt").write_bytes(b"x" * 11)

    assert goed == []
    assert bezwaren(map_) == [("fout", "leerling.bijlagen.bestand")]


def test_content_can_not_be_put_in_the_export_itself(
    bron: dict[str, Any],
    leerling: dict[str, Any],
    schrijf: Callable[[Any], Path],
    bezwaren: Callable[[Path], list[tuple[str, str]]],
) -> None:
    leerling["bijlagen"] = [{"bestandsnaam": "brief.txt", "bestand": ["x"]}]

    assert bezwaren(schrijf(bron)) == [("fout", "leerling.bijlagen.bestand")]


@pytest.mark.parametrize(
    ("naam", "waarde", "veld"),
    [
        ("leerlingNummer", 2101, "leerling.leerlingNummer"),
        ("tehuis", False, "leerling.tehuis"),
        ("relaties", {"verzorger": "901"}, "leerling.relaties"),
        ("groepsindelingen", [], "leerling.groepsindelingen"),
        ("inzageOuders", "ja", "leerling.inzageOuders"),
        ("nietUitwisselen", "Toetsen", "leerling.nietUitwisselen"),
        ("contactgegevens", 3, "leerling.contactgegevens"),
    ],
)
def test_names_the_field_of_a_value_of_the_wrong_type(
    bron: dict[str, Any],
    leerling: dict[str, Any],
    schrijf: Callable[[Any], Path],
    naam: str,
    waarde: Any,
    veld: str,
    bezwaren: Callable[[Path], list[tuple[str, str]]],
) -> None:
    leerling[naam] = waarde

    assert [("fout", veld)] == bezwaren(schrijf(bron))


def test_warns_of_a_field_that_the_records_do_not_have(
    bron: dict[str, Any],
    leerling: dict[str, Any],
    schrijf: Callable[[Any], Path],
    eerste: Callable[[Path], Exportresultaat],
    bezwaren: Callable[[Path], list[tuple[str, str]]],
) -> None:
    leerling["lievelingskleur"] = "oranje"

    map_ = schrijf(bron)

    assert bezwaren(map_) == [("waarschuwing", "leerling.lievelingskleur")]
    assert eerste(map_).data is not None


@pytest.mark.parametrize(
    "inhoud",
    [
        "",
        "geen json",
        "[]",
        '"Braak"',
        "{}",
        '{"leerlingen": []}',
        '{"leerlingen": {"leerling": {}}, "adressen": {"adres": {"a": 1}}}',
        '{"leerlingen": {"leerling": {"achternaam": "Braak"}}}',
        "[" * 100_000,
        '{"leerlingen": ' + "9" * 5000 + "}",
    ],
)
def test_says_what_is_wrong_with_a_file_that_is_no_export(
    schrijf: Callable[[Any], Path],
    inhoud: str,
) -> None:
    with pytest.raises(ConfigurationError) as fout:
        lees(schrijf(inhoud))

    assert "; " in str(fout.value)
    assert "Braak" not in str(fout.value)


def test_says_when_there_is_no_file(
    tmp_path: Path,
) -> None:
    with pytest.raises(ConfigurationError, match=r"no such file; name leerlingen\.json"):
        lees(tmp_path)
    with pytest.raises(ConfigurationError, match="no such file"):
        lees(tmp_path / "weg.json")


def test_says_when_the_file_is_no_utf8(
    schrijf: Callable[[Any], Path],
) -> None:
    map_ = schrijf("{}")
    (map_ / "leerlingen.json").write_bytes('{"plaats": "Coevördens"}'.encode("cp1252"))

    with pytest.raises(ConfigurationError, match="is no UTF-8") as fout:
        lees(map_)
    assert "Coev" not in repr(fout.value)


def test_reads_the_file_itself_and_one_with_a_byte_order_mark(
    bron: dict[str, Any],
    schrijf: Callable[[Any], Path],
    eerste: Callable[[Path], Exportresultaat],
) -> None:
    bestand = schrijf("﻿" + json.dumps(bron)) / "leerlingen.json"

    assert eerste(bestand).data is not None


def test_table_that_is_not_there_is_empty(
    bron: dict[str, Any],
    schrijf: Callable[[Any], Path],
    bezwaren: Callable[[Path], list[tuple[str, str]]],
) -> None:
    del bron["toetsen"], bron["documenten"]

    assert bezwaren(schrijf(bron)) == [
        ("fout", "leerling.ondersteuning.handelingsplannen.document")
    ]

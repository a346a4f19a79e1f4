"""Lists on disk: what is read, what is refused, and what the refusal says."""

from __future__ import annotations

import codecs
import tracemalloc
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from oso_magister import source
from oso_magister.lijsten import ALLE_LIJSTEN, LIJSTEN
from oso_magister.source import read

from oso_adapters.errors import ConfigurationError
from oso_adapters.mapping import Bijlagenmap

if TYPE_CHECKING:
    from conftest import Rijen, Uitvoer

BESTAND = "sis_docu.bestand"
NAMEN = ("Hoff", "Cécile", "d'Aubréville", "941230028")


def weigering(uitvoer: Uitvoer) -> str:
    with pytest.raises(ConfigurationError) as gevangen:
        uitvoer.records()
    tekst = str(gevangen.value)

    assert not any(naam in tekst for naam in NAMEN)
    return tekst


def test_reads_the_folder_or_the_main_list_in_it(uitvoer: Uitvoer) -> None:
    sleutels = ["31012", "31023", "31034", "31045", "31056", "31067"]

    assert sleutels == [bron.sleutel for bron in read(uitvoer.map)]
    assert sleutels == [bron.sleutel for bron in read(uitvoer.pad("leerlingen"))]


@pytest.mark.parametrize("lijst", ALLE_LIJSTEN, ids=lambda lijst: lijst.naam)
def test_a_list_that_is_not_there_is_not_an_empty_list(uitvoer: Uitvoer, lijst: object) -> None:
    naam = lijst.naam
    uitvoer.pad(naam).unlink()

    assert f"there is no {naam}.csv" in weigering(uitvoer)


def test_says_that_there_is_no_folder(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="no such folder"):
        read(tmp_path / "weg")


@pytest.mark.parametrize(
    ("naam", "bederf", "verwacht"),
    [
        ("sis_oudr", lambda data: b"", "the list is empty"),
        ("sis_cert", lambda data: b"\r\n", "the list is empty"),
        ("leerlingen", lambda data: data.partition(b"\r\n")[2], "the head lacks 'stamnr', "),
        ("sis_oudr", lambda data: data.replace(b"achternaam", b"anaam", 1), "lacks 'achternaam'"),
        ("sis_oudr", lambda data: data.replace(b"iban", b"iban;IBAN", 1), "has 'iban' twice"),
        ("sis_oudr", lambda data: codecs.BOM_UTF8 + data, "UTF-8, with a byte order mark"),
        ("sis_oudr", lambda data: data.decode("cp1252").encode(), "this is UTF-8, not cp1252"),
        ("sis_oudr", lambda data: data.replace(b"Fatima", b"Fati\0ma"), "line 4 has the byte zero"),
        ("sis_blok", lambda data: data.replace(b"Haven", b"H\x81ven"), "line 3 has a byte"),
        (
            "sis_advi",
            lambda data: data.replace(b'""dat', b'"dat'),
            "no CSV; look at the quotes in line 2",
        ),
        (
            "sis_advi",
            lambda data: data.replace(b'"".";J', b'"".;J'),
            "no CSV; look at the quotes in line 2",
        ),
        ("sis_oudr", lambda data: data.decode("cp1252").encode("utf-16"), "the byte zero"),
        ("sis_oudr", lambda data: data.replace(b";", b","), "the head lacks 'stamnr'"),
        ("sis_bgrp", lambda data: data.replace(b"1hv3", b"1hv3;x"), "line 2 has too many or too"),
        ("sis_badr", lambda data: data.replace(b"HV;", b"XX;"), "c_lokatie of line 3 is not there"),
    ],
)
def test_refuses_a_list_that_is_not_as_magister_gives_it(
    uitvoer: Uitvoer, naam: str, bederf: Callable[[bytes], bytes], verwacht: str
) -> None:
    uitvoer.pad(naam).write_bytes(bederf(uitvoer.pad(naam).read_bytes()))

    tekst = weigering(uitvoer)

    assert verwacht in tekst
    assert naam in tekst


def test_looks_at_all_of_a_list_before_the_first_leerling(
    uitvoer: Uitvoer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "_BLOK", 7)
    utf8 = uitvoer.pad("sis_oudr").read_bytes().decode("cp1252").encode()
    uitvoer.pad("sis_oudr").write_bytes(utf8)

    assert "this is UTF-8, not cp1252" in weigering(uitvoer)


def test_a_list_cut_off_in_a_letter_is_still_utf8(uitvoer: Uitvoer) -> None:
    data = uitvoer.pad("sis_oudr").read_bytes()
    heel = data[: data.index("é".encode("cp1252"))] + "é".encode()
    uitvoer.pad("sis_oudr").write_bytes("één\r\n".encode().join([b"", heel[:-1]]))

    assert "this is UTF-8, not cp1252" in weigering(uitvoer)


def test_reads_letters_that_only_cp1252_has(uitvoer: Uitvoer) -> None:
    uitvoer.wijzig("sis_comp", omschr="kost € 12 – “veilig” werken; š")

    assert "kost € 12 – “veilig” werken; š" in uitvoer.dossier("31045")


def test_names_of_columns_may_have_capitals_and_another_order(uitvoer: Uitvoer) -> None:
    voor = uitvoer.dossier()
    rijen = [";".join(reversed(rij.values())) for rij in uitvoer.rijen("leerlingen")]
    kop = ";".join(reversed(uitvoer.rijen("leerlingen")[0])).upper()
    uitvoer.pad("leerlingen").write_bytes("\r\n".join([kop, *rijen]).encode("cp1252"))

    assert voor == uitvoer.dossier()


def test_empty_columns_and_lines_at_the_end_are_no_matter(uitvoer: Uitvoer) -> None:
    voor = uitvoer.dossier()
    data = uitvoer.pad("sis_oudr").read_bytes().replace(b"\r\n", b";;\r\n")
    uitvoer.pad("sis_oudr").write_bytes(data + b"\r\n;;;\r\n")

    assert [] == uitvoer.bezwaren()
    assert voor == uitvoer.dossier()


@pytest.mark.parametrize("naam", sorted(set(LIJSTEN) - {"leerlingen"}))
def test_the_order_of_a_list_is_no_matter(uitvoer: Uitvoer, naam: str) -> None:
    voor = [uitvoer.dossier(nr) for nr in ("31012", "31045")]
    rijen = uitvoer.rijen(naam)
    nummers = sorted({rij["stamnr"] for rij in rijen}, reverse=True)
    uitvoer.zet(naam, [rij for nr in nummers for rij in rijen if rij["stamnr"] == nr])

    assert voor == [uitvoer.dossier(nr) for nr in ("31012", "31045")]


def test_leerlingen_in_another_order_are_put_in_order(uitvoer: Uitvoer) -> None:
    voor = uitvoer.dossier()
    uitvoer.zet("leerlingen", uitvoer.rijen("leerlingen")[::-1])

    assert ["31012", "31067"] == [bron.sleutel for bron in uitvoer.records()][::5]
    assert voor == uitvoer.dossier()


@pytest.mark.parametrize("stamnr", ["", " ", "31.012", "31012,0", "3,1E+04", "x", "9" * 12, "٣"])
def test_a_row_without_a_number_is_of_nobody(uitvoer: Uitvoer, stamnr: str) -> None:
    data = uitvoer.pad("sis_oudr").read_bytes().replace(b"31045", stamnr.encode("cp1252", "ignore"))
    uitvoer.pad("sis_oudr").write_bytes(data)
    los, *_ = uitvoer.records()

    assert ("sis_oudr#6", None) == (los.sleutel, los.record)
    assert "regel 6, 7" in los.meldingen[0].melding
    assert ("sis_oudr.stamnr",) == los.meldingen[0].bronvelden


def test_names_no_more_than_ten_lines(uitvoer: Uitvoer) -> None:
    uitvoer.zet("sis_cert", [{"stamnr": "x", "waarde": str(nr)} for nr in range(12)])
    los, *_ = uitvoer.records()

    assert "9, 10, 11 en verder." in los.meldingen[0].melding


def test_zeros_in_front_of_a_number_are_no_matter(uitvoer: Uitvoer) -> None:
    data = uitvoer.pad("sis_oudr").read_bytes().replace(b"31012;", b"0031012;")
    uitvoer.pad("sis_oudr").write_bytes(data)

    assert [] == uitvoer.bezwaren()
    assert 2 == uitvoer.dossier().count("<verzorger>")


def vermenigvuldig(uitvoer: Uitvoer, eigen: dict[str, Rijen], keer: int) -> None:
    """Write lists with so many times the leerlingen, each with a number of its own."""
    for naam, rijen in eigen.items():
        uitvoer.zet(
            naam,
            [
                {**rij, "stamnr": f"{nr}{rij['stamnr']}"}
                for nr in range(1, keer + 1)
                for rij in rijen
            ],
        )


def piek(map_: Path) -> int:
    """Return how much memory it takes at most to read all leerlingen."""
    tracemalloc.start()
    for _ in read(map_):
        pass
    hoogst = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return hoogst


def test_memory_does_not_grow_with_the_school(uitvoer: Uitvoer) -> None:
    eigen = {naam: uitvoer.rijen(naam) for naam in LIJSTEN}
    vermenigvuldig(uitvoer, eigen, 5)
    klein = piek(uitvoer.map)
    vermenigvuldig(uitvoer, eigen, 50)

    assert 300 == len(uitvoer.records())
    assert piek(uitvoer.map) < 1.2 * klein


def met_bijlage(uitvoer: Uitvoer, naam: str) -> Uitvoer:
    uitvoer.wijzig("sis_docu", bestand=naam)
    return uitvoer


@pytest.mark.parametrize(
    "naam",
    [
        "../leerlingen.csv",
        "31045/../../leerlingen.csv",
        "..\\leerlingen.csv",
        "/etc/hostname",
        "C:\\plan.txt",
        "\\\\server\\deel\\plan.txt",
        "bestaat-niet.txt",
        ".",
        "x" * 5000,
    ],
)
def test_reads_nothing_outside_the_folder(uitvoer: Uitvoer, naam: str) -> None:
    met_bijlage(uitvoer, naam)

    assert [("fout", BESTAND)] == uitvoer.bezwaren("31045")
    assert None is uitvoer.export("31045").data


def test_follows_no_link_out_of_the_folder(uitvoer: Uitvoer, tmp_path: Path) -> None:
    (tmp_path / "buiten.txt").write_text("niet voor anderen")
    (uitvoer.map / "bijlagen" / "link.txt").symlink_to(tmp_path / "buiten.txt")
    (uitvoer.map / "bijlagen" / "kring.txt").symlink_to("kring.txt")

    assert [("fout", BESTAND)] == met_bijlage(uitvoer, "link.txt").bezwaren("31045")
    assert [("fout", BESTAND)] == met_bijlage(uitvoer, "kring.txt").bezwaren("31045")


def test_a_place_may_have_backslashes(uitvoer: Uitvoer) -> None:
    assert [] == met_bijlage(uitvoer, "31045\\plan-thijs.txt").bezwaren("31045")


@pytest.mark.parametrize(("grootte", "bezwaren"), [(10, []), (11, [("fout", BESTAND)])])
def test_refuses_a_file_that_is_too_large(
    uitvoer: Uitvoer,
    monkeypatch: pytest.MonkeyPatch,
    grootte: int,
    bezwaren: list[tuple[str, str]],
) -> None:
    monkeypatch.setattr("oso_adapters.mapping.bijlagen.MAX_BIJLAGE", 10)
    (uitvoer.map / "bijlagen" / "31045" / "plan-thijs.txt").write_bytes(b"x" * grootte)

    assert bezwaren == uitvoer.bezwaren("31045")


def test_refuses_files_that_are_too_large_together(
    uitvoer: Uitvoer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "Bijlagenmap", partial(Bijlagenmap, grens=100))
    uitvoer.zet("sis_docu", [{**uitvoer.rijen("sis_docu")[0], "bij": "sis_leer", "idBij": ""}] * 3)

    assert {("fout", BESTAND)} == set(uitvoer.bezwaren("31045"))

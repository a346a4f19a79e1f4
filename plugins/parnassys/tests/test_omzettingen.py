"""The spellings of ParnasSys and its code tables."""

from __future__ import annotations

from datetime import date

import pytest
from oso_parnassys.codes import TABELLEN
from oso_parnassys.omzettingen import (
    cijfer,
    gbageboortedatum,
    gbavoornamen,
    huisnummer,
    inschrijfdatum,
    is_geheim,
    landcode,
    postcode,
    toevoeging,
    uitschrijfdatum,
    vestigingscode,
    zonder_bsn,
)

from oso_adapters import VERSIES
from oso_adapters.gegevensset.codelijsten import codelijst
from oso_adapters.mapping import Onbruikbaar


@pytest.mark.parametrize(
    ("tekst", "nummer", "rest"),
    [
        ("12", "12", None),
        ("12a", "12", "a"),
        ("12 bis", "12", "bis"),
        ("12-2", "12", "2"),
        ("12 - 14", "12", "14"),
        ("100/3", "100", "3"),
        (" 7 III ", "7", "III"),
        ("118 bus 4", "118", "bus 4"),
        ("007", "007", None),
    ],
)
def test_splits_a_huisnummer(tekst: str, nummer: str, rest: str | None) -> None:
    assert (nummer, rest) == (huisnummer(tekst), toevoeging(tekst))


@pytest.mark.parametrize("tekst", ["t/o 12", "a12", "-", "٣"])
def test_refuses_a_huisnummer_without_number(tekst: str) -> None:
    with pytest.raises(Onbruikbaar) as fout:
        huisnummer(tekst)

    assert tekst not in str(fout.value) or tekst == "-"
    assert toevoeging(tekst) is None


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [("3816 ab", "3816AB"), ("3816AB", "3816AB"), ("2920", "2920"), (" D-47533", "D-47533")],
)
def test_writes_a_dutch_postcode_in_one_way(tekst: str, verwacht: str) -> None:
    assert verwacht == postcode(tekst)


def test_knows_a_country_by_its_name() -> None:
    assert landcode("Nederland") == "6030"
    with pytest.raises(Onbruikbaar):
        landcode("Narnia")


def test_writes_a_vestigingsnummer_with_two_digits() -> None:
    assert [vestigingscode(t) for t in ("0", " 1", "12")] == ["00", "01", "12"]
    with pytest.raises(Onbruikbaar):
        vestigingscode("123")


@pytest.mark.parametrize(
    ("tekst", "verwacht"), [("7,5", "7.5"), ("8", "8"), ("V", "V"), ("ruim, goed", "ruim, goed")]
)
def test_writes_a_mark_with_a_point(tekst: str, verwacht: str) -> None:
    assert verwacht == cijfer(tekst)


@pytest.mark.parametrize(
    ("adressen", "los", "verwacht"),
    [
        (None, None, None),
        ([None], None, None),
        (["false"], None, False),
        (["false", "true"], None, True),
        (["false"], "true", True),
        (None, "false", False),
    ],
)
def test_one_secret_address_makes_all_secret(
    adressen: list[str | None] | None, los: str | None, verwacht: object
) -> None:
    assert verwacht is is_geheim(adressen, los)


def test_gba_data_are_there_only_with_an_official_surname() -> None:
    assert gbavoornamen(None, "Nora Jolanda", None) is None
    assert gbavoornamen(None, "Nora Jolanda", "Braak") == ["Nora", "Jolanda"]
    assert gbavoornamen("Eleonora", "Nora", "Braak") == ["Eleonora"]
    assert gbageboortedatum("2008-04-12T00:00:00+02:00", None) is None
    assert gbageboortedatum("2008-04-12T00:00:00+02:00", "Braak") == "12-04-2008"


def test_takes_the_enrolment_that_began_last() -> None:
    begin: list[str | None] = ["2018-08-01T00:00:00+02:00", "2014-01-06T00:00:00+01:00", None]
    einde: list[str | None] = [None, "2018-07-31T00:00:00+02:00", "2019-01-01"]

    assert date(2018, 8, 1) == inschrijfdatum(begin)
    assert uitschrijfdatum(einde, begin) is None
    assert date(2018, 7, 31) == uitschrijfdatum(einde[1:], begin[1:])
    assert inschrijfdatum(None) is None
    assert uitschrijfdatum(None, None) is None


def test_checks_an_onderwijsnummer() -> None:
    assert zonder_bsn(None, None) is None
    with pytest.raises(Onbruikbaar):
        zonder_bsn("910204123", None)


LIJSTEN = {
    "geslacht": 14,
    "soortAdres": 19,
    "aanduidingAdres": 18,
    "soortContact": 4,
    "gebruikContact": 5,
    "relatie": 41,
    "akkoord": 37,
    "leerjaar": 13,
    "schooladvies": 2,
    "leerlingprofiel": 21,
    "leerlinggewicht": 15,
    "nnca": 10,
    "vveHistorie": 7,
    "vveProgramma": 9,
    "vveToeleider": 6,
    "vveDeelname": 8,
    "diagnose": 23,
    "tlvCategorie": 31,
    "rvcIndicatie": 17,
    "eindtoets": 42,
    "eindtoetsniveau": 43,
    "ontheffing": 44,
    "referentieniveau": 45,
    "eindtoetsonderdeel": 46,
    "eindtoetsdomein": 47,
    "normscore": 11,
    "vergelijkingsgroep": 22,
}


def test_every_table_is_known_here() -> None:
    assert set(LIJSTEN) | {"land", "nietUitwisselen"} == set(TABELLEN)


@pytest.mark.parametrize(("tabel", "nummer"), LIJSTEN.items())
def test_every_code_of_a_list_can_be_reached(tabel: str, nummer: int) -> None:
    codes = codelijst(nummer).in_versie(VERSIES[-1])

    assert set(codes) == {code for code in TABELLEN[tabel].waarden.values() if code is not None}

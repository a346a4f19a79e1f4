"""The spellings of Somtoday, there and back."""

from __future__ import annotations

from typing import Any

import pytest
from oso_somtoday import omzettingen
from oso_somtoday.codes import TABELLEN
from oso_somtoday.omzettingen import (
    brin_van,
    brincode,
    brincode_van_een,
    contactsoort,
    huisnummer_van,
    jaargroep,
    jaargroep_terug,
    toevoeging_van,
    vestigingscode,
    vestigingscode_van_een,
)

from oso_adapters.mapping import Onbruikbaar

HEEN_EN_TERUG = [
    ("schooljaar_slash", "2021/2022", "2021-2022"),
    ("leerlingid", 41207, "41207"),
    ("leerjaar", 4, "4"),
    ("vakcode", "0191", "0191"),
    ("vakcode", "XX01", "XX01"),
    ("cijfer_met_punt", "7.5", "7.5"),
    ("cijfer_met_punt", "ruim voldoende", "ruim voldoende"),
    ("eindcijfer", "7", 7),
]


@pytest.mark.parametrize(("naam", "eigen", "standaard"), HEEN_EN_TERUG)
def test_goes_there_and_back(naam: str, eigen: Any, standaard: Any) -> None:
    via = getattr(omzettingen, naam)

    assert standaard == via(eigen)
    assert eigen == via.terug(standaard)


@pytest.mark.parametrize(
    ("naam", "eigen", "standaard"),
    [
        ("vakcode", "11", "0011"),
        ("cijfer_met_punt", "7,5", "7.5"),
        ("eindcijfer", "7,0", 7),
    ],
)
def test_reads_other_spellings(naam: str, eigen: Any, standaard: Any) -> None:
    assert standaard == getattr(omzettingen, naam)(eigen)


@pytest.mark.parametrize(
    ("naam", "waarde"),
    [
        ("schooljaar_slash", "2019/2021"),
        ("eindcijfer", "6,5"),
        ("eindcijfer", "V"),
    ],
)
def test_refuses_what_it_does_not_understand(naam: str, waarde: str) -> None:
    with pytest.raises(Onbruikbaar) as fout:
        getattr(omzettingen, naam)(waarde)

    assert waarde not in str(fout.value) or waarde == "V"


@pytest.mark.parametrize(
    ("naam", "waarde"),
    [
        ("leerlingid", "LN094837"),
        ("leerlingid", "007"),
        ("leerjaar", "7"),
        ("leerjaar", "havo"),
    ],
)
def test_says_what_somtoday_can_not_keep(naam: str, waarde: str) -> None:
    with pytest.raises(Onbruikbaar):
        getattr(omzettingen, naam).terug(waarde)


@pytest.mark.parametrize(
    ("los", "zonder", "geheel", "nummer", "rest"),
    [
        ("b", "14", "14b", "14", "b"),
        (None, "14", "14", "14", None),
        (None, None, "14b", "14", "b"),
        (None, None, "8 bus 2", "8", "bus 2"),
        (None, None, "14", "14", None),
        ("bis", None, "14 bis", "14", "bis"),
        (None, None, None, None, None),
    ],
)
def test_takes_a_huisnummer_apart(
    los: str | None, zonder: str | None, geheel: str | None, nummer: str | None, rest: str | None
) -> None:
    assert (nummer, rest) == (huisnummer_van(zonder, geheel), toevoeging_van(los, zonder, geheel))


def test_refuses_a_huisnummer_without_a_number() -> None:
    with pytest.raises(Onbruikbaar):
        huisnummer_van(None, "bij de brug")


def test_takes_a_brin_of_six_characters_apart_and_puts_it_together() -> None:
    assert ("00YY", "05") == (brincode("00yy05"), vestigingscode("00yy05"))
    assert "00YY05" == brin_van("00YY", "05")
    assert "00YY00" == brin_van("00YY", None)


@pytest.mark.parametrize("tekst", ["00YY", "00YY5", "YY0005", "00YY055"])
def test_refuses_a_brin_of_another_length(tekst: str) -> None:
    with pytest.raises(Onbruikbaar):
        brincode(tekst)


@pytest.mark.parametrize(
    ("brin", "vestiging"), [("00YY", "5"), ("00YY", "x1"), ("YY00", "05"), (None, "05")]
)
def test_puts_no_brin_together_that_is_none(brin: str | None, vestiging: str) -> None:
    with pytest.raises(Onbruikbaar):
        brin_van(brin, vestiging)


@pytest.mark.parametrize("brins", [["00YY05"], ["00YY05", "00yy05"]])
def test_takes_the_one_brin_of_a_location(brins: list[str]) -> None:
    assert ("00YY", "05") == (brincode_van_een(brins), vestigingscode_van_een(brins))


@pytest.mark.parametrize("brins", [[], ["00YY05", "00YY07"]])
def test_never_guesses_which_brin_it_is(brins: list[str]) -> None:
    with pytest.raises(Onbruikbaar, match="digiDeliveryId"):
        brincode_van_een(brins)


@pytest.mark.parametrize(
    ("leerjaar", "groep", "code"),
    [
        (1, None, "11"),
        (6, None, "16"),
        (None, "8", "8"),
        (None, "PEUTERS", "P"),
        (None, "SPECIAAL", "S"),
        (None, None, None),
    ],
)
def test_makes_a_jaargroep(leerjaar: int | None, groep: str | None, code: str | None) -> None:
    assert code == jaargroep(leerjaar, groep)
    if code:
        assert (leerjaar, groep) == jaargroep_terug(code)


@pytest.mark.parametrize(("leerjaar", "groep"), [(0, None), (7, None), (None, "9")])
def test_refuses_a_jaargroep_that_is_none(leerjaar: int | None, groep: str | None) -> None:
    with pytest.raises(Onbruikbaar):
        jaargroep(leerjaar, groep)
    with pytest.raises(Onbruikbaar):
        jaargroep_terug("19")


def test_every_kind_of_contact_data_comes_back() -> None:
    soorten, gebruik = TABELLEN["soortContact"].waarden, TABELLEN["gebruikContact"].waarden

    assert list(soorten) == [contactsoort(soorten[w], gebruik[w]) for w in soorten]
    with pytest.raises(Onbruikbaar):
        contactsoort("fax", None)

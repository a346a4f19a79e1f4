"""Spellings that more than one system has, there and back."""

from __future__ import annotations

from decimal import Decimal

import pytest

from oso_adapters.mapping import (
    Onbruikbaar,
    cijfer,
    elementcode,
    gbadatum,
    heel_huisnummer,
    huisnummer,
    kommagetal,
    met_nullen,
    postcode,
    regels,
    toevoeging,
    vestigingscode,
    voorletters,
)


@pytest.mark.parametrize(
    ("via", "eigen", "standaard"),
    [
        (postcode, "3816 AB", "3816AB"),
        (postcode, "2920", "2920"),
        (postcode, "D-47533", "D-47533"),
        (vestigingscode, "01", "01"),
        (elementcode, "0353", "0353"),
        (cijfer, "7,5", "7.5"),
        (cijfer, "8", "8"),
        (cijfer, "1.2.3", "1.2.3"),
        (cijfer, "ruim, goed", "ruim, goed"),
        (kommagetal, "118,50", Decimal("118.50")),
        (kommagetal, "7", Decimal(7)),
        (regels, "Kerkstraat 8\n2387 Baarle-Hertog", ["Kerkstraat 8", "2387 Baarle-Hertog"]),
        (voorletters, "TF", "T.F."),
        (voorletters, "ThF", "Th.F."),
        (voorletters, "ÇÉé", "Ç.Éé."),
        (voorletters, "IJ.", "IJ."),
        (voorletters, "J-P", "J-P"),
        (voorletters, "J.-P.", "J.-P."),
        (gbadatum, "2004-02-29", "29-02-2004"),
    ],
)
def test_goes_there_and_back(via, eigen, standaard):
    assert standaard == via(eigen)
    assert eigen == via.terug(standaard)


@pytest.mark.parametrize(
    ("via", "eigen", "standaard"),
    [
        (postcode, " 3816 ab", "3816AB"),
        (postcode, " D-47533", "D-47533"),
        (vestigingscode, "0", "00"),
        (vestigingscode, " 1 ", "01"),
        (elementcode, "33", "0033"),
        (regels, "Kerkstraat 8\r\n\r\n België ", ["Kerkstraat 8", "België"]),
        (voorletters, "T F", "T.F."),
        (voorletters, " B.Z. ", "B.Z."),
        (voorletters, "tf", "tf"),
        (gbadatum, "2004-02-29T00:00:00+01:00", "29-02-2004"),
    ],
)
def test_reads_other_spellings(via, eigen, standaard):
    assert standaard == via(eigen)


@pytest.mark.parametrize(
    ("via", "tekst"),
    [
        *((vestigingscode, t) for t in ("", "100", "1a", "٣")),
        *((elementcode, t) for t in ("353X", "12345", "havo")),
        *((kommagetal, t) for t in ("zeven", "7,5,0")),
        *((gbadatum, t) for t in ("00-00-2004", "2004")),
    ],
)
def test_refuses_what_is_something_else(via, tekst):
    with pytest.raises(Onbruikbaar):
        via(tekst)


@pytest.mark.parametrize(
    ("via", "waarde"),
    [
        *((vestigingscode, w) for w in ("1", "001", "AB")),
        *((elementcode, w) for w in ("353", "havo")),
        *((gbadatum, w) for w in ("00-02-2004", "2004", "2004-02-29", "30-02-2004")),
    ],
)
def test_takes_nothing_in_that_would_come_out_otherwise(via, waarde):
    with pytest.raises(Onbruikbaar):
        via.terug(waarde)


def test_digits_get_as_many_zeros_as_they_need_and_who_has_none_hears_what_it_is():
    assert "00012" == met_nullen(5, "een nummer")("12")
    with pytest.raises(Onbruikbaar, match="een nummer van ten hoogste 5 cijfers"):
        met_nullen(5, "een nummer")("123456")


def test_a_spelling_of_the_system_is_taken_in_from_a_dossier_too():
    assert ["7,5", "7412 AN"] == [cijfer.terug("7,5"), postcode.terug("7412 an")]


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
def test_splits_a_huisnummer(tekst, nummer, rest):
    assert (nummer, rest) == (huisnummer(tekst), toevoeging(tekst))


@pytest.mark.parametrize("tekst", ["t/o 12", "a12", "-", "٣"])
def test_refuses_a_huisnummer_without_number(tekst):
    with pytest.raises(Onbruikbaar) as fout:
        huisnummer(tekst)

    assert tekst not in str(fout.value) or tekst == "-"
    assert toevoeging(tekst) is None


@pytest.mark.parametrize(
    ("nummer", "erbij", "verwacht"),
    [
        ("12", None, "12"),
        ("12", "a", "12a"),
        ("12", "bis", "12 bis"),
        ("12", "2", "12-2"),
        ("12", "II", "12 II"),
        ("12", "-2", "12--2"),
        ("12a", None, "12a"),
        ("12a", "2", "12a-2"),
    ],
)
def test_puts_a_huisnummer_together_so_that_it_can_be_split_again(nummer, erbij, verwacht):
    assert verwacht == heel_huisnummer(nummer, erbij)


@pytest.mark.parametrize(("nummer", "erbij"), [(None, "a"), ("a12", None), ("", "2")])
def test_refuses_to_keep_a_huisnummer_without_number(nummer, erbij):
    with pytest.raises(Onbruikbaar):
        heel_huisnummer(nummer, erbij)

from __future__ import annotations

import attrs
import pytest
from oso_conformance.gevallen import gevallen
from oso_conformance.waarden import (
    VREEMD,
    gegeven_prijs,
    vreemde_records,
    waarden_in_record,
    waarden_van,
    zet_waarde,
)
from spiegel import EXPORTEUR, lees


@attrs.frozen
class _Ouder:
    naam: str


@attrs.frozen
class _Record:
    naam: str
    nummer: int
    geheim: bool
    ouders: list[_Ouder]


_RECORD = _Record("Molenaar", 910204123, True, [_Ouder("Visser"), _Ouder("Bakker")])  # noqa: FBT003


def test_finds_every_value_with_its_field() -> None:
    assert [
        ("naam", "Molenaar"),
        ("nummer", "910204123"),
        ("ouders.naam", "Visser"),
        ("ouders.naam", "Bakker"),
    ] == list(waarden_in_record(_RECORD))


def test_puts_a_strange_value_in_each_text_field_once() -> None:
    assert [
        ("naam", attrs.evolve(_RECORD, naam=VREEMD)),
        ("ouders.naam", attrs.evolve(_RECORD, ouders=[_Ouder(VREEMD), _Ouder("Bakker")])),
    ] == list(vreemde_records(_RECORD))


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("de leerling Molenaar", ["naam"]),
        ("deMolenaarse", ["naam"]),
        ("in 2008 geboren", ["jaar"]),
        ("regel 120084", []),
        ("de molenaar", []),
    ],
)
def test_long_values_count_anywhere_and_short_ones_as_a_word(
    tekst: str, verwacht: list[str]
) -> None:
    assert verwacht == gegeven_prijs({"Molenaar": "naam", "2008": "jaar"}, tekst)


def test_who_the_pupil_is_counts_and_codes_and_the_school_do_not() -> None:
    bron = next(iter(lees(EXPORTEUR.gevallen.bron)))  # type: ignore[union-attr]
    waarden = waarden_van(gevallen()["G01"], bron, EXPORTEUR)

    assert {"Molenaar", "2008-01-23", "910204123", "Korenmolenweg", "3817HJ"} <= set(waarden)
    assert {"telefoon", "prive", "true", "Lindelaan", bron.sleutel}.isdisjoint(waarden)


@attrs.frozen
class _Gezin:
    soort: str = attrs.field(default="", validator=attrs.validators.in_(("", "a", "b")))
    namen: list[str] = attrs.field(factory=list)
    ouders: list[_Ouder] = attrs.field(factory=list)
    hoofd: _Ouder | None = None


@pytest.mark.parametrize(
    ("gezin", "pad", "verwacht"),
    [
        (_Gezin(soort="a"), "soort", _Gezin(soort="b")),
        (_Gezin(), "soort", _Gezin()),
        (_Gezin(namen=["x", "y"]), "namen", _Gezin(namen=["b"])),
        (_Gezin(), "namen", _Gezin()),
        (_Gezin(hoofd=_Ouder("x")), "hoofd.naam", _Gezin(hoofd=_Ouder("b"))),
        (_Gezin(), "hoofd.naam", _Gezin()),
        (
            _Gezin(ouders=[_Ouder("x"), _Ouder(""), _Ouder("z")]),
            "ouders.naam",
            _Gezin(ouders=[_Ouder("b"), _Ouder(""), _Ouder("b")]),
        ),
    ],
)
def test_sets_a_field_wherever_it_is_filled(gezin: _Gezin, pad: str, verwacht: _Gezin) -> None:
    assert verwacht == zet_waarde(gezin, pad, "b")


def test_a_record_that_refuses_a_value_stays_as_it_is() -> None:
    assert _Gezin(soort="a") == zet_waarde(_Gezin(soort="a"), "soort", "c")

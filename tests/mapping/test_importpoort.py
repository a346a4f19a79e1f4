"""An import is refused when it loads if something that it takes in can find no place."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from klein_systeem import DOSSIER, JAAR, LEERLING, SCHOOL, WONING, Kind, importeur, kort

from oso_adapters.gegevensset import Schoolloopbaan
from oso_adapters.mapping import blok, elk, enkel_uit, ontbreekt, samen, van, variant
from oso_adapters.mapping.importpoort import bezwaren_import


def _met(leerling: Any) -> Any:
    return variant(DOSSIER, huidigeschool=blok(variant(SCHOOL, leerling=blok(leerling))))


def bezwaren(**anders: Any) -> list[str]:
    return list(bezwaren_import(importeur(dossier=_met(variant(LEERLING, **anders)))))


def test_whole_import_has_nothing_against_it() -> None:
    assert list(bezwaren_import(importeur())) == []


@pytest.mark.parametrize(
    ("anders", "zegt"),
    [
        ({"achternaam": van("achternaam", str.strip)}, "strip of 'achternaam' has no way back"),
        ({"achternaam": samen("achternaam", "notitie", via=max)}, "needs terug="),
        ({"roepnaam": van("achternaam")}, "Kind.achternaam is filled from 2 fields"),
        ({"adreslijst": elk("woningen", variant(WONING, sleutel=()))}, "sleutel=(...)"),
        ({"schoolloopbaanlijst": elk("loopbaan", variant(JAAR, sleutel=()))}, "tell its items"),
        ({"roepnaam": van("ouders.iban", lambda ibans: ibans[0])}, "through the list 'ouders'"),
        (
            {"bsn": ontbreekt("nee"), "onderwijsnummer": ontbreekt("nee")},
            "keeps no bsn or onderwijsnummer",
        ),
    ],
)
def test_says_what_is_wrong_and_what_to_do(anders, zegt) -> None:
    assert any(zegt in reden for reden in bezwaren(**anders))


def test_field_that_only_goes_out_needs_no_way_back() -> None:
    assert bezwaren(achternaam=enkel_uit(van("achternaam", str.strip), "de school weet die")) == []


@attrs.frozen(kw_only=True)
class Streng:
    """An item that can't be made empty."""

    schooljaar: str


@attrs.frozen(kw_only=True)
class MetStreng(Kind):
    streng: list[Streng] = attrs.field(factory=list)


def test_record_must_be_possible_without_values() -> None:
    jaar = kort(Schoolloopbaan, Streng, sleutel=("schooljaar",), schooljaar=van("schooljaar"))
    leerling = attrs.evolve(
        LEERLING,
        record=MetStreng,
        bronnen={**LEERLING.bronnen, "schoolloopbaanlijst": elk("streng", jaar)},
    )

    assert any(
        "Streng can't be made empty" in reden
        for reden in bezwaren_import(importeur(dossier=_ruw(leerling)))
    )


def _ruw(leerling: Any) -> Any:
    school = attrs.evolve(SCHOOL, bronnen={**SCHOOL.bronnen, "leerling": blok(leerling)})
    return attrs.evolve(DOSSIER, bronnen={**DOSSIER.bronnen, "huidigeschool": blok(school)})


def test_system_for_support_requests_needs_a_place_for_the_koppelsleutel() -> None:
    zonder = bezwaren_import(importeur(profielen={"POSWV"}))
    met = bezwaren_import(importeur(profielen={"POSWV"}, koppelsleutel="notitie"))
    mis = bezwaren_import(importeur(profielen={"POSWV"}, koppelsleutel="notities"))

    assert ["needs koppelsleutel="] == [reden[:20] for reden in zonder]
    assert list(met) == []
    assert ["did you mean 'notitie'?"] == [reden.rpartition("; ")[2] for reden in mis]

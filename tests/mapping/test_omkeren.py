"""What comes out of a way back empty is told as lost, never passed over."""

from __future__ import annotations

import klein_systeem as klein
import pytest
from klein_systeem import geval, importeur

from oso_adapters.gegevensset import Leerling
from oso_adapters.mapping import Stap, blok, elk, omkeerbaar, samen, uit, van, variant

LEERLING = "/dossier/huidigeschool/leerling"


def _plan(naam, leerling):
    school = variant(klein.SCHOOL, leerling=blok(leerling))
    systeem = importeur(dossier=variant(klein.DOSSIER, huidigeschool=blok(school)))
    (gemaakt,) = systeem.plan(geval(naam))
    return gemaakt


def _verloren(gemaakt):
    return {
        regel.bladen[0].plek.removeprefix(f"{LEERLING}/"): regel.let_op
        for regel in gemaakt.van(Stap.NIET_OVERGENOMEN)
        if regel.gebrek
    }


def _met(**bronnen):
    return variant(klein.LEERLING, **bronnen)


def _zonder_huisnummer():
    woning = klein.kort(
        klein.WONING.blok,
        klein.Woning,
        sleutel=("soort",),
        terug={"huisnummer": uit("nummer", "toevoeging", via=lambda *_: None)},
        soortadres=van("soort"),
        nummer=van("huisnummer"),
        toevoeging=van("huisnummer"),
    )
    return _met(adreslijst=elk("woningen", woning))


@pytest.mark.parametrize(
    ("naam", "leerling", "verloren"),
    [
        ("G15", _met(roepnaam=van("roepnaam", omkeerbaar(str, lambda _: ""))), "roepnaam"),
        (
            "G04",
            _met(
                onderwijsnummer=samen(
                    "onderwijsnummer", via=lambda nummer: nummer, terug=lambda _: (None,)
                )
            ),
            "onderwijsnummer",
        ),
        ("G15", _zonder_huisnummer(), "adreslijst/adres/nummer"),
    ],
    ids=["one field", "several fields of the record", "several fields of the block"],
)
def test_value_that_becomes_nothing_is_told(naam, leerling, verloren) -> None:
    assert issubclass(leerling.blok, Leerling)
    assert _verloren(_plan(naam, leerling)).get(verloren) is True


def test_field_that_another_way_back_keeps_is_not_lost() -> None:
    assert _verloren(_plan("G12", klein.LEERLING)) == {}

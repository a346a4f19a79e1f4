"""The code lists hold the codes that the published sheets test, on the fields that they test."""

from __future__ import annotations

import json

import pytest

from oso_adapters import VERSIES, Versie
from oso_adapters.gegevensset import Terugkoppeling
from oso_adapters.gegevensset._boom import plekken
from oso_adapters.gegevensset.codelijsten import Code, Codelijst, codelijst, codelijsten

RELEASE = {"2017.1": "2017.1.2", "2018.1": "2018.1.1", "2019.1": "2019.1"}
"""The release of the published sheets that each version stands for."""


@pytest.fixture(params=VERSIES, ids=str)
def versie(request):
    return request.param


@pytest.fixture(scope="module")
def lijsten(referentie):
    return json.loads((referentie / "facts/gegevensset/codelists.json").read_text("utf-8"))["lists"]


def _in_versie(delen, versie):
    """Return what counts in this version of a list of ``{"versions": …, X: …}``."""
    return next((deel for deel in delen if RELEASE[str(versie)] in deel["versions"]), {})


def test_every_list_has_exactly_the_codes_of_the_published_sheets(lijsten, versie):
    verwacht = {
        lijst["number"]: sorted(_in_versie(lijst["codes"], versie).get("codes", ()))
        for lijst in lijsten
    }
    model = {
        nummer: sorted(codelijsten()[nummer].in_versie(versie)) if nummer in codelijsten() else []
        for nummer in {*verwacht, *codelijsten()}
    }

    assert sum(map(len, verwacht.values())) > 200
    assert verwacht == model


def test_every_list_has_the_name_of_the_published_list(lijsten):
    model = {nummer: lijst.naam for nummer, lijst in codelijsten().items()}

    assert model == {
        lijst["number"]: lijst["name"] for lijst in lijsten if lijst["number"] in model
    }


def test_every_list_is_on_the_fields_that_the_published_sheets_test(lijsten, versie):
    verwacht = {
        (lijst["number"], pad)
        for lijst in lijsten
        for veld in lijst["fields"]
        for pad in _in_versie(veld["paths"], versie).get("paths", ())
    }
    model = {
        (plek.veld.codelijst, plek.pad)
        for plek in plekken(versie)
        if plek.veld.codelijst is not None
    }

    assert verwacht == model


def test_every_field_with_a_list_has_a_list_with_codes(versie):
    alle = (*plekken(versie), *plekken(versie, Terugkoppeling, "/terugkoppeling"))
    nummers = {plek.veld.codelijst for plek in alle} - {None}

    assert nummers
    assert all(codelijst(nummer).in_versie(versie) for nummer in nummers)


def test_every_list_says_where_its_texts_come_from():
    assert {lijst.herkomst for lijst in codelijsten().values()} <= {
        "standaard",
        "afgeleid",
        "onbekend",
    }


def test_a_list_of_codes_only_shows_no_texts():
    zonder = {
        lijst.nummer: lijst for lijst in codelijsten().values() if lijst.herkomst == "onbekend"
    }

    assert all(not code.tekst for lijst in zonder.values() for code in lijst.codes)


def test_a_code_counts_from_its_first_to_its_last_version():
    lijst = Codelijst(
        99,
        "Verzonnen",
        "standaard",
        (
            Code("altijd", "a"),
            Code("nieuw", "n", sinds="2020.1"),
            Code("oud", "o", tot="2019.1"),
            Code("even", "e", sinds="2019.1", tot="2019.1"),
        ),
    )
    later = Versie("2020.1", "2020.1.0", "urn:later")

    assert ["altijd", "oud", "even"] == list(lijst.in_versie(VERSIES[-1]))
    assert ["altijd", "nieuw"] == list(lijst.in_versie(later))


def test_codes_are_texts_that_keep_their_zeros():
    assert "01" in codelijst(2).in_versie(VERSIES[-1])
    assert "1" not in codelijst(2).in_versie(VERSIES[-1])

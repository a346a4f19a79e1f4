"""Random changes to a dossier: many kinds, and the same ones for the same seed."""

from __future__ import annotations

from itertools import islice

import pytest

from oso_adapters import VERSIES, check
from oso_adapters.binding import parse_document, schema, versie_van
from oso_adapters.errors import LeesFout
from oso_adapters.gegevensset._boom import blokken
from oso_adapters.gegevensset._veld import velden_in
from oso_adapters.tabellen.randwaarden import passende, vreemde
from oso_adapters.tabellen.varianten import WIJZIGINGEN, varianten

AANTAL = 600


@pytest.fixture(scope="module")
def alle(dossiers_van):
    """Variants of one dossier of each version."""
    return {versie: list(varianten(dossiers_van(versie)["POVO"], AANTAL, 1)) for versie in VERSIES}


def test_the_same_seed_gives_the_same_bytes(dossier):
    assert list(varianten(dossier, 30, 5)) == list(varianten(dossier, 30, 5))


def test_more_variants_begin_with_the_same(dossier):
    assert list(varianten(dossier, 10, 5)) == list(islice(varianten(dossier, 30, 5), 10))


def test_another_seed_gives_others(dossier):
    assert list(varianten(dossier, 30, 5)) != list(varianten(dossier, 30, 6))


def test_every_kind_of_change_is_made(alle):
    for lijst in alle.values():
        soorten = {naam.partition("-")[2] for naam, _ in lijst}

        assert {*WIJZIGINGEN, "meer"} == soorten


def test_names_are_unique_and_numbered(alle):
    namen = [naam for naam, _ in alle[VERSIES[-1]]]

    assert len(set(namen)) == len(namen)
    assert "00001" == namen[0].partition("-")[0]


def test_variants_are_documents_of_the_same_version(alle):
    for versie, lijst in alle.items():
        assert {versie} == {versie_van(parse_document(data)) for _, data in lijst}


def test_enough_of_them_fit_the_schema_and_enough_do_not(alle):
    for versie, lijst in alle.items():
        passend = sum(schema(versie).validate(parse_document(data)) for _, data in lijst)

        assert AANTAL // 2 < passend < AANTAL * 9 // 10


def test_they_break_many_rules(alle):
    for lijst in alle.values():
        gebroken = {m.regel for _, data in lijst for m in check(data).meldingen}

        assert len(gebroken) > 60


@pytest.mark.parametrize("data", [b"geen XML", b"<onbekend/>"])
def test_what_is_no_dossier_has_no_variants(data):
    with pytest.raises(LeesFout):
        next(varianten(data, 1, 1))


def test_every_type_has_values_that_fit():
    soorten = {
        veld.soort
        for versie in VERSIES
        for cls in blokken(versie)
        for veld in velden_in(cls, versie)
        if veld.soort is not None
    }

    for soort in soorten:
        assert passende(soort), soort.naam
        assert not set(passende(soort)) & set(vreemde(soort))

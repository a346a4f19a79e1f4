"""Versions have an order, and ranges with both ends inclusive."""

from __future__ import annotations

import pytest

from oso_adapters import VERSIES, Versie, versie
from oso_adapters.versies import bekende_versies, versie_van_namespace

EERDER = Versie("2018.1", "2018.1.1", "urn:eerder")
TUSSEN = Versie("2019.1", "2019.1.1", "urn:tussen")
LATER = Versie("2019.10", "2019.10.0", "urn:later")


def test_versions_are_ordered_by_their_numbers_not_by_their_text():
    tweede = Versie("2019.2", "2019.2.0", "urn:tweede")

    assert [EERDER, TUSSEN, tweede, LATER] == sorted([LATER, tweede, TUSSEN, EERDER])


def test_a_version_with_one_number_more_comes_after():
    assert Versie("2019.1.1", "x", "urn:x") > TUSSEN


@pytest.mark.parametrize(
    ("sinds", "tot", "erin"),
    [
        (None, None, True),
        ("2019.1", None, True),
        (None, "2019.1", True),
        ("2019.1", "2019.1", True),
        ("2018.1", "2019.10", True),
        ("2019.2", None, False),
        ("2019.10", None, False),
        (None, "2018.1", False),
        ("2017.1", "2018.1", False),
        ("2020.1", "2018.1", False),
    ],
)
def test_a_range_holds_both_its_ends_and_is_open_by_default(sinds, tot, erin):
    assert erin == TUSSEN.valt_in(sinds, tot)


def test_the_text_of_a_version_is_its_standaardversie():
    assert str(LATER) == LATER.standaardversie


def test_a_version_is_found_by_number_and_by_namespace():
    for bekend in VERSIES:
        assert bekend is versie(bekend.standaardversie)
        assert bekend is versie_van_namespace(bekend.namespace)


def test_supported_versions_stand_in_order_and_differ_in_all_three_numbers():
    assert sorted(VERSIES) == list(VERSIES)
    for kenmerk in ("standaardversie", "validatieversie", "namespace"):
        assert len(VERSIES) == len({getattr(v, kenmerk) for v in VERSIES})


@pytest.mark.parametrize("nummer", ["", "2019", "2019.1.1", "1900.1"])
def test_an_unknown_number_is_no_version(nummer):
    with pytest.raises(KeyError):
        versie(nummer)


def test_an_unknown_namespace_is_no_version():
    assert versie_van_namespace("") is None
    assert versie_van_namespace("urn:tussen") is None


def test_known_versions_are_named_in_a_message():
    assert bekende_versies([EERDER, LATER]) == "2018.1, 2019.10"
    assert all(str(v) in bekende_versies() for v in VERSIES)

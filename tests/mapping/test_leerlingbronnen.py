"""Sources of fields of a leerling that follow from several fields."""

from __future__ import annotations

import pytest

from oso_adapters.mapping import (
    Onbruikbaar,
    gbageboortedatum,
    gbavoornamen,
    omkeerbaar,
    zonder_bsn,
)

ONDERWIJSNUMMER = zonder_bsn("onderwijsnr", "bsn")
VOORNAMEN = gbavoornamen("gba_voornamen", "voornamen", "gba_achternaam")
GEBOORTEDATUM = gbageboortedatum("gba_datum", "geboren", "gba_achternaam")


def test_takes_the_onderwijsnummer_only_without_a_bsn():
    assert ("onderwijsnr", "bsn") == ONDERWIJSNUMMER.paden
    assert "101222331" == ONDERWIJSNUMMER.via("101222331", None)
    assert None is ONDERWIJSNUMMER.via("101222331", "111222333")
    assert None is ONDERWIJSNUMMER.via(None, None)
    with pytest.raises(Onbruikbaar):
        ONDERWIJSNUMMER.via("910204123", None)


def test_a_received_onderwijsnummer_leaves_the_bsn_alone():
    assert ("101222331", None) == ONDERWIJSNUMMER.terug("101222331")


@pytest.mark.parametrize(
    ("officieel", "eigen", "achternaam", "namen"),
    [
        (None, "Nora Jolanda", "Braak", ["Nora", "Jolanda"]),
        ("Eleonora", "Nora", "Braak", ["Eleonora"]),
        ("Eleonora", "Nora", None, None),
        (None, None, "Braak", []),
    ],
)
def test_first_names_of_the_municipality_need_an_official_surname(
    officieel, eigen, achternaam, namen
):
    assert namen == VOORNAMEN.via(officieel, eigen, achternaam)


def test_received_first_names_go_where_the_official_ones_stand_in_the_form_of_the_system():
    met_komma = omkeerbaar(lambda tekst: tekst.split(","), ",".join)

    assert ("Eleonora Maria", None, None) == VOORNAMEN.terug(["Eleonora", "Maria"])
    assert ("A,B", None, None) == gbavoornamen("a", "b", "c", met_komma).terug(["A", "B"])


@pytest.mark.parametrize(
    ("officieel", "eigen", "achternaam", "dag"),
    [
        (None, "2008-04-12T00:00:00+02:00", "Braak", "12-04-2008"),
        ("00-00-2008", "2008-04-12", "Braak", "00-00-2008"),
        (" 12-04-2008 ", None, "Braak", "12-04-2008"),
        ("12-04-2008", "2008-04-12", None, None),
        (None, None, "Braak", None),
    ],
)
def test_birth_date_of_the_municipality_needs_an_official_surname(
    officieel, eigen, achternaam, dag
):
    assert dag == GEBOORTEDATUM.via(officieel, eigen, achternaam)


@pytest.mark.parametrize("officieel", ["2008-04-12", "2008", "1-4-2008"])
def test_birth_date_of_the_municipality_in_another_form_is_refused(officieel):
    with pytest.raises(Onbruikbaar, match="DD-MM-JJJJ"):
        GEBOORTEDATUM.via(officieel, None, "Braak")


def test_received_birth_date_may_be_known_in_part_only():
    assert ("00-00-2008", None, None) == GEBOORTEDATUM.terug("00-00-2008")

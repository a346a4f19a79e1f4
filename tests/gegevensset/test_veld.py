"""Blocks hold whatever they are given, and show none of it."""

from __future__ import annotations

from datetime import date

import pytest

from oso_adapters import VERSIES, Versie, versie
from oso_adapters.gegevensset import (
    Adres,
    ArrangementCluster12,
    Cijferlijst,
    Diagnose,
    Dossier,
    Land,
    Leerling,
    Metadata,
    Ruw,
    Verzorger,
    Voorschools,
)
from oso_adapters.gegevensset._boom import blokken, plekken
from oso_adapters.gegevensset._veld import Vorm, blokgegevens, velden, velden_in

VERSIE = versie("2019.1")
GEHEIM = "Kwispeldam"
BLOKKEN = tuple(dict.fromkeys(cls for v in VERSIES for cls in blokken(v)))


def _vul(veld):
    """Return a secret where the field takes a text, and something of the kind elsewhere."""
    waarde = veld.blok() if veld.blok else GEHEIM
    lijst = veld.vorm in (Vorm.HERHAALD, Vorm.LIJST, Vorm.REEKS)
    return [waarde] if lijst else waarde


@pytest.mark.parametrize("cls", BLOKKEN, ids=lambda cls: cls.__name__)
def test_repr_names_the_filled_fields_and_never_a_value(cls):
    getoond = repr(cls(**{veld.attr: _vul(veld) for veld in velden(cls)}))

    assert GEHEIM not in getoond
    assert getoond.startswith(f"{cls.__name__}(")
    assert all(f"{veld.attr}=" in getoond for veld in velden(cls))


@pytest.mark.parametrize("cls", BLOKKEN, ids=lambda cls: cls.__name__)
def test_an_empty_block_can_be_made_and_has_nothing_filled(cls):
    leeg = cls()

    assert repr(leeg) == f"{cls.__name__}()"
    assert all(
        getattr(leeg, veld.attr) == ([] if veld.vorm is Vorm.HERHAALD else None)
        for veld in velden(cls)
    )


@pytest.mark.parametrize("cls", BLOKKEN, ids=lambda cls: cls.__name__)
def test_every_block_and_field_has_a_label_for_people(cls):
    assert blokgegevens(cls).label
    assert all(veld.label for veld in velden(cls))


@pytest.mark.parametrize("cls", BLOKKEN, ids=lambda cls: cls.__name__)
def test_every_field_is_a_simple_value_or_a_block(cls):
    assert all((veld.soort is None) != (veld.blok is None) for veld in velden(cls))


def test_repeated_fields_of_two_blocks_are_two_lists():
    een, ander = Leerling(), Leerling()
    een.voornaam.append("Anna")

    assert een.voornaam != ander.voornaam


def test_a_list_that_is_absent_is_not_one_without_content():
    assert Leerling().adreslijst is None
    assert Leerling(adreslijst=[]).adreslijst == []


def test_blocks_with_the_same_content_are_equal_and_of_another_class_never():
    assert Land(waarde="6030") == Land(waarde="6030")
    assert Land(waarde="6030") != Land(waarde="6029")
    assert Metadata() != Adres()


def test_a_constructor_never_judges():
    leerling = Leerling(geboortedatum=Ruw("gisteren"), geslacht="onbekend", bsn=17)

    assert Ruw("gisteren") == leerling.geboortedatum
    assert {"geslacht": "onbekend", "bsn": 17} == {
        "geslacht": leerling.geslacht,
        "bsn": leerling.bsn,
    }


def test_a_field_that_does_not_exist_is_refused():
    with pytest.raises(TypeError, match="voornamen"):
        Leerling(voornamen=["Anna"])
    with pytest.raises(AttributeError, match="voornamen"):
        Leerling().voornamen = ["Anna"]


def test_blocks_take_their_fields_by_name_only():
    with pytest.raises(TypeError):
        Land("6030")


def test_a_text_that_could_not_be_read_is_kept_and_not_shown():
    ruw = Ruw(GEHEIM)

    assert ruw.tekst is GEHEIM
    assert GEHEIM not in f"{ruw} {ruw!r}"
    assert Ruw("a") == Ruw("a")
    assert Ruw("a") != Ruw("b")


def test_fields_of_a_base_come_first_in_the_order_of_the_schema():
    namen = [veld.attr for veld in velden(Verzorger)]

    assert namen.index("achternaam") < namen.index("relatietotkind") < namen.index("iban")


def test_only_what_python_forbids_changes_in_a_name():
    anders = {
        veld.attr: veld.naam for cls in BLOKKEN for veld in velden(cls) if veld.attr != veld.naam
    }

    assert anders == {"voorletters_1": "voorletters-1"}


def test_a_field_is_there_only_in_the_versions_of_its_range():
    eerder = Versie("2017.1", "2017.1.2", "urn:eerder")

    assert {"overleden", "overlijdensdatum"} == {v.attr for v in velden_in(Verzorger, VERSIE)} - {
        v.attr for v in velden_in(Verzorger, eerder)
    }
    assert {"huisarts", "onderwijsondersteuning"} == {
        v.attr for v in velden_in(Leerling, VERSIE)
    } - {v.attr for v in velden_in(Leerling, eerder)}
    assert "/dossier/metadata/categorie_uitlevering/cat_onderwijsondersteuning" not in {
        plek.pad for plek in plekken(eerder)
    }


@pytest.mark.parametrize(
    ("cls", "attr", "kenmerk", "verwacht"),
    [
        (ArrangementCluster12, "arrangement_brin", "verplicht", [True, True, False]),
        (ArrangementCluster12, "arrangement_datum", "verplicht", [True, True, True]),
        (Diagnose, "code", "onbeperkt", [False, False, True]),
        (Diagnose, "code", "meervoud", [True, True, True]),
        (Diagnose, "naam", "onbeperkt", [False, False, False]),
    ],
)
def test_occurrence_may_differ_between_versions(cls, attr, kenmerk, verwacht):
    per_versie = [
        getattr(veld, kenmerk) for v in VERSIES for veld in velden_in(cls, v) if veld.attr == attr
    ]

    assert verwacht == per_versie


def test_a_field_knows_its_simple_type_through_none_and_list():
    per_attr = {veld.attr: veld for veld in velden(Voorschools)}
    basis = {naam: veld.soort.basis for naam, veld in per_attr.items()}

    assert basis["voorschoolsemaanden"] == "integer"
    assert (1, 24) == (
        per_attr["voorschoolsemaanden"].soort.minimum,
        per_attr["voorschoolsemaanden"].soort.maximum,
    )


def test_a_repeated_sequence_keeps_its_pairing():
    (reeks,) = (veld for veld in velden(Cijferlijst) if veld.vorm is Vorm.REEKS)

    assert ["naam", "onderdeel", "score"] == [veld.naam for veld in velden(reeks.blok)]
    assert sum(veld.vorm is Vorm.REEKS for cls in BLOKKEN for veld in velden(cls)) == 1


def test_only_codes_and_versions_may_be_shown():
    toonbaar = {veld.naam for cls in BLOKKEN for veld in velden(cls) if veld.toonbaar}
    gezondheid = {"code", "rvcindicatie", "tlvcategorie"}
    persoon = {
        "achternaam",
        "bsn",
        "onderwijsnummer",
        "geboortedatum",
        "geslacht",
        "relatietotkind",
    }

    assert not toonbaar & (gezondheid | persoon)
    assert all(
        veld.codelijst is not None or veld.naam in {"standaardversie", "validatieversie"}
        for cls in BLOKKEN
        for veld in velden(cls)
        if veld.toonbaar
    )


def test_a_dossier_is_the_same_whatever_order_it_is_filled_in():
    een, ander = Dossier(overdrachtsoort="x"), Dossier()
    ander.metadata = Metadata(datum=date(2020, 1, 1))
    ander.overdrachtsoort = "x"
    een.metadata = Metadata(datum=date(2020, 1, 1))

    assert een == ander

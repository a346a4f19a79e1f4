"""An Afbeelding is checked when it is declared, and tells every reason at once."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from oso_adapters.errors import PluginLoadError
from oso_adapters.gegevensset import Adres, Communicatie, Diagnose, Instelling, Land
from oso_adapters.mapping import (
    Afbeelding,
    Codetabel,
    afbeelding,
    blok,
    code,
    elk,
    kern,
    ontbreekt,
    samen,
    van,
    vast,
)


@attrs.frozen(kw_only=True)
class Plaats:
    land: str | None = None


@attrs.frozen(kw_only=True)
class Woning:
    straat: str | None = None
    soort: str | None = None
    plaats: Plaats | None = None
    nummers: list[str] = attrs.field(factory=list)


@attrs.frozen(kw_only=True)
class Bedrijf:
    naam: str | None = None
    woningen: list[Woning] = attrs.field(factory=list)
    woning: Woning | None = None


NIETS = ontbreekt("test")
SOORTEN = Codetabel(naam="soorten", waarden={"B": "bezoek", "P": "post", "X": None})
LAND = afbeelding(Land, Woning, waarde=van("straat"), omschrijving=NIETS)
ADRES = {
    "soortadres": code("soort", SOORTEN),
    "straat": van("straat"),
    "nummer": vast("1"),
    "toevoeging": NIETS,
    "aanduiding": NIETS,
    "locatieomschrijving": NIETS,
    "postcode": samen("straat", "soort", via=lambda *delen: "".join(map(str, delen))),
    "plaats": van("plaats.land"),
    "gemeente": NIETS,
    "land": blok(LAND),
}


def _redenen(cls, record, **bronnen):
    with pytest.raises(PluginLoadError) as gevangen:
        afbeelding(cls, record, **bronnen)
    return list(gevangen.value.redenen)


def _adres_met(**anders):
    return _redenen(Adres, Woning, **ADRES | anders)


def test_accepts_a_mapping_that_names_every_field():
    afb = afbeelding(Adres, Woning, **ADRES)

    assert {"blok": Adres, "record": Woning, "bronnen": ADRES} == {
        "blok": afb.blok,
        "record": afb.record,
        "bronnen": dict(afb.bronnen),
    }


def test_accepts_records_inside_records_and_lists_of_them():
    adres = afbeelding(Adres, Woning, **ADRES)
    instelling = afbeelding(
        Instelling,
        Bedrijf,
        naam=van("naam"),
        adreslijst=elk("woningen", adres),
        communicatielijst=kern("test"),
    )

    assert isinstance(instelling, Afbeelding)


PLAATS = afbeelding(Land, Plaats, waarde=van("land"), omschrijving=NIETS)
_TABEL = "table 't'"
_GEEN_CODE = f"Adres.soortadres: {_TABEL} gives '%s', which is no code of list 19"
GEVALLEN = {
    "unknown field of the block": (
        {"strat": van("straat")},
        ["Adres has no field 'strat'; did you mean 'straat'?"],
    ),
    "unknown field that looks like none": ({"xyz": NIETS}, ["Adres has no field 'xyz'"]),
    "unknown record field": (
        {"straat": van("straatt")},
        ["Adres.straat: Woning has no field 'straatt'; did you mean 'straat'?"],
    ),
    "unknown record field that looks like none": (
        {"straat": van("qqq")},
        ["Adres.straat: Woning has no field 'qqq'"],
    ),
    "unknown field of a record inside": (
        {"straat": van("plaats.lnd")},
        ["Adres.straat: Plaats has no field 'lnd'; did you mean 'land'?"],
    ),
    "dotted path into a text": (
        {"straat": van("straat.naam")},
        ["Adres.straat: record field 'straat.naam': nothing lies below 'naam'"],
    ),
    "dotted path into a list of texts": (
        {"straat": van("nummers.eerste")},
        ["Adres.straat: record field 'nummers.eerste': nothing lies below 'eerste'"],
    ),
    "one unknown of several record fields": (
        {"postcode": samen("straat", "sort", via=str)},
        ["Adres.postcode: Woning has no field 'sort'; did you mean 'soort'?"],
    ),
    "a block of another kind": (
        {"land": blok(afbeelding(Adres, Woning, **ADRES))},
        ["Adres.land: needs Land, but the Afbeelding fills Adres"],
    ),
    "a block where a value belongs": (
        {"straat": blok(LAND)},
        ["Adres.straat: needs a value, but the Afbeelding fills Land"],
    ),
    "a block from another record": (
        {"land": blok(PLAATS)},
        ["Adres.land: the record there is Woning, but the Afbeelding reads Plaats"],
    ),
    "a block from another record at a path": (
        {"land": blok(LAND, "plaats")},
        ["Adres.land: the record there is Plaats, but the Afbeelding reads Woning"],
    ),
    "a code that is not in the list": (
        {"soortadres": code("soort", Codetabel(naam="t", waarden={"B": "bezoekk", "P": "post"}))},
        [f"{_GEEN_CODE % 'bezoekk'}; did you mean 'bezoek'?"],
    ),
    "several codes that are not in the list": (
        {"soortadres": code("soort", Codetabel(naam="t", waarden={"B": "99", "P": "98"}))},
        [_GEEN_CODE % "98", _GEEN_CODE % "99"],
    ),
    "a table on a field without a list": (
        {"straat": code("straat", SOORTEN)},
        ["Adres.straat: has no code list, so table 'soorten' can't be used; use van(...)"],
    ),
    "elk for a field that holds one thing": (
        {"straat": elk("nummers")},
        ["Adres.straat: holds one thing, so elk(...) can't fill it; use van(...) or blok(...)"],
    ),
    "elk from a field that is no list": (
        {"straat": elk("straat")},
        [
            "Adres.straat: holds one thing, so elk(...) can't fill it; use van(...) or blok(...)",
            "Adres.straat: record field 'straat' is no list; use van(...) or blok(...)",
        ],
    ),
    "a table over a list": (
        {"soortadres": code("nummers", SOORTEN)},
        ["Adres.soortadres: record field 'nummers' is a list; use elk(...)"],
    ),
    "a list where one value belongs": (
        {"straat": van("nummers")},
        ["Adres.straat: record field 'nummers' is a list; say with via= what to make of it"],
    ),
    "always a code that is not in the list": (
        {"soortadres": vast("bezoekk")},
        [f"{(_GEEN_CODE % 'bezoekk').replace(_TABEL, 'vast(...)')}; did you mean 'bezoek'?"],
    ),
    "a source that is none": (
        {"straat": "straat"},
        ["Adres.straat: expected a source such as van(...) or ontbreekt(...), got str"],
    ),
    "a class of source without its fields": (
        {"straat": van},
        ["Adres.straat: expected a source such as van(...) or ontbreekt(...), got function"],
    ),
    "nothing at all": (
        {"straat": None},
        ["Adres.straat: expected a source such as van(...) or ontbreekt(...), got NoneType"],
    ),
}


@pytest.mark.parametrize("geval", GEVALLEN)
def test_refuses(geval):
    anders, redenen = GEVALLEN[geval]

    assert redenen == _adres_met(**anders)


def test_refuses_a_field_that_is_not_mapped():
    zonder = {naam: bron for naam, bron in ADRES.items() if naam != "plaats"}

    assert _redenen(Adres, Woning, **zonder) == [
        "Adres.plaats is not mapped; name its source, or use ontbreekt('reason')"
    ]


def test_refuses_an_empty_mapping_with_every_field():
    assert len(ADRES) == len(_redenen(Adres, Woning))


def test_refuses_a_list_of_another_block_and_of_another_record():
    redenen = _redenen(
        Instelling,
        Bedrijf,
        naam=van("naam"),
        adreslijst=elk("woningen", LAND),
        communicatielijst=elk("woning.nummers", afbeelding(Land, Woning, **_alles_ontbreekt(Land))),
    )

    assert redenen == [
        "Instelling.adreslijst: needs Adres, but the Afbeelding fills Land",
        "Instelling.communicatielijst: needs Communicatie, but the Afbeelding fills Land",
        "Instelling.communicatielijst: the record there is str, but the Afbeelding reads Woning",
    ]


def test_refuses_a_list_where_one_thing_belongs_and_the_other_way_round():
    adres = afbeelding(Adres, Woning, **ADRES)
    redenen = _redenen(
        Instelling,
        Bedrijf,
        naam=code("woningen.soort", SOORTEN),
        adreslijst=blok(adres, "woning"),
        communicatielijst=elk("naam"),
    )

    assert redenen == [
        "Instelling.naam: record field 'woningen.soort' is a list; use elk(...)",
        "Instelling.naam: has no code list, so table 'soorten' can't be used; use van(...)",
        "Instelling.adreslijst: is a list; use elk(...)",
        "Instelling.communicatielijst: record field 'naam' is no list; use van(...) or blok(...)",
    ]


def test_types_that_do_not_tell_are_not_judged():
    @attrs.frozen
    class Los:
        iets: Any = None

    elk_iets = _alles_ontbreekt(Instelling) | {"adreslijst": elk("iets")}
    code_iets = _alles_ontbreekt(Adres) | {"soortadres": code("iets", SOORTEN)}

    assert afbeelding(Instelling, Los, **elk_iets)
    assert afbeelding(Adres, Los, **code_iets)


def _alles_ontbreekt(cls):
    return {a.name: NIETS for a in attrs.fields(cls)}


def test_refuses_a_table_for_a_list_of_values_that_is_not_of_its_list():
    tabel = Codetabel(naam="diagnoses", waarden={"x": "bestaat niet"})
    bronnen = _alles_ontbreekt(Diagnose) | {"code": elk("nummers", tabel)}

    assert _redenen(Diagnose, Woning, **bronnen) == [
        "Diagnose.code: table 'diagnoses' gives 'bestaat niet', which is no code of list 23"
    ]


def test_tells_all_reasons_together():
    redenen = _redenen(
        Adres,
        Woning,
        strat=van("straat"),
        soortadres=code("soortt", Codetabel(naam="t", waarden={"B": "?"})),
        straat=7,
        land=blok(PLAATS),
    )
    niet_genoemd = [r for r in redenen if "is not mapped" in r]

    assert sorted(set(ADRES) - {"soortadres", "straat", "land"}) == sorted(
        r.partition(".")[2].partition(" ")[0] for r in niet_genoemd
    )
    assert [r for r in redenen if r not in niet_genoemd] == [
        "Adres has no field 'strat'; did you mean 'straat'?",
        "Adres.soortadres: Woning has no field 'soortt'; did you mean 'soort'?",
        _GEEN_CODE % "?",
        "Adres.straat: expected a source such as van(...) or ontbreekt(...), got int",
        "Adres.land: the record there is Woning, but the Afbeelding reads Plaats",
    ]


def test_the_error_names_the_package_of_the_plugin():
    with pytest.raises(PluginLoadError) as gevangen:
        afbeelding(Land, Plaats)

    assert gevangen.value.plugin == Plaats.__module__.partition(".")[0]
    assert "Land.waarde is not mapped" in str(gevangen.value)


def test_a_value_that_is_left_out_on_purpose_is_no_code():
    tabel = Codetabel(naam="t", waarden={"T": "telefoon", "F": None})
    bronnen = _alles_ontbreekt(Communicatie) | {"soort": code("soort", tabel)}

    assert tabel is afbeelding(Communicatie, Woning, **bronnen).bronnen["soort"].tabel

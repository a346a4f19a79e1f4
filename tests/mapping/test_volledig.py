"""Code tables are complete both ways for every field that they are used for."""

from __future__ import annotations

import attrs
import pytest

from oso_adapters.gegevensset import (
    Adres,
    Diagnose,
    EindtoetsBasisonderwijs,
    Eindtoetsresultaat,
    Land,
    Overstapadvies,
)
from oso_adapters.gegevensset.codelijsten import codelijst
from oso_adapters.mapping import (
    Codetabel,
    afbeelding,
    blok,
    code,
    elk,
    enkel_in,
    enkel_uit,
    ontbreekt,
    van,
)
from oso_adapters.mapping.volledig import incomplete
from oso_adapters.versies import versie

ZEVENTIEN, ACHTTIEN, NEGENTIEN = (versie(f"20{jaar}.1") for jaar in (17, 18, 19))
SOORTEN = {"Bezoek": "bezoek", "Post": "post", "GBA": "gba"}
PLEK = "list 19 (Adres.soortadres) in 2019.1"
VUL_AAN = "add each to [t.waarden], or with a reason to [t.zonder]"


@attrs.frozen(kw_only=True, repr=False)
class Record:
    naam: str = ""
    namen: list[str] = attrs.field(factory=list)


def _afb(cls, **bronnen):
    namen = [a.name for a in attrs.fields(cls)]
    return afbeelding(cls, Record, **{n: bronnen.get(n, ontbreekt("test")) for n in namen})


def _adres(waarden, **anders):
    tabel = Codetabel(naam="t", waarden=waarden, **anders)
    return list(incomplete([(_afb(Adres, soortadres=code("naam", tabel)), NEGENTIEN)]))


def test_accepts_a_table_with_a_value_for_every_code():
    assert not _adres(SOORTEN)


def test_accepts_a_reason_instead_of_a_value():
    assert not _adres({"Bezoek": "bezoek", "Post": "post"}, zonder={"gba": "niet in dit systeem"})


def test_accepts_a_value_that_is_left_out_on_purpose():
    assert not _adres({**SOORTEN, "Vakantie": None})


@pytest.mark.parametrize(
    ("waarden", "mist"),
    [
        ({"Bezoek": "bezoek", "Post": "post"}, "code 'gba'"),
        ({"Post": "post"}, "codes 'bezoek', 'gba'"),
    ],
)
def test_tells_every_code_without_a_value(waarden, mist):
    assert _adres(waarden) == [f"table 't' has no value for {mist} of {PLEK}; {VUL_AAN}"]


@pytest.mark.parametrize(
    ("vreemd", "bedoelde"),
    [("gbaa", "did you mean 'gba'?"), ("xyz", "remove it")],
)
def test_refuses_a_reason_for_a_code_that_does_not_exist(vreemd, bedoelde):
    assert _adres(SOORTEN, zonder={vreemd: "niet in dit systeem"}) == [
        f"table 't': [t.zonder] names {vreemd!r}, which is no code of {PLEK}; {bedoelde}"
    ]


def test_a_table_that_was_not_read_from_a_file_is_held_to_the_same():
    assert _adres(SOORTEN, terug={"gba": "Post"}, zonder={"post": "reden"}) == [
        "table 't': [t.terug] 'gba' gives 'Post', but the code of that value is 'post'",
        "table 't': [t.zonder] 'post' does have a value, 'Post'; remove one of the two",
    ]


NIVEAUS = {"Generiek": "G", "Basis": "B"}


def _niveau(waarden, *versies, **anders):
    tabel = Codetabel(naam="t", waarden=waarden, **anders)
    resultaat = _afb(Eindtoetsresultaat, toetsniveau=code("naam", tabel))
    return list(
        incomplete(
            (_afb(EindtoetsBasisonderwijs, eindtoetsresultaat=blok(resultaat)), v) for v in versies
        )
    )


def test_only_the_codes_of_the_versions_of_the_plugin_count():
    assert not _niveau({"Generiek": "G"}, NEGENTIEN)
    assert _niveau({"Generiek": "G"}, ACHTTIEN, NEGENTIEN) == [
        (
            "table 't' has no value for codes 'S', 'B', 'N', 'E' of list 43"
            f" (Eindtoetsresultaat.toetsniveau) in 2018.1, 2019.1; {VUL_AAN}"
        )
    ]


def test_refuses_a_value_with_a_code_of_other_versions_only():
    assert _niveau(NIVEAUS, NEGENTIEN) == [
        (
            "table 't' gives 'B' for 'Basis', which is no code of list 43"
            ' (Eindtoetsresultaat.toetsniveau) in 2019.1; leave the value out on purpose with ""'
        )
    ]
    assert not _niveau(NIVEAUS, ACHTTIEN, zonder=dict.fromkeys("SNE", "reden"))


def test_one_table_for_several_fields_is_told_of_once():
    adviezen = dict(list(codelijst(2).in_versie(NEGENTIEN).items())[1:])
    tabel = Codetabel(naam="t", waarden={tekst: nummer for nummer, tekst in adviezen.items()})
    afb = _afb(Overstapadvies, advies=code("naam", tabel), wensouders=code("naam", tabel))

    assert list(incomplete([(afb, ACHTTIEN), (afb, NEGENTIEN)])) == [
        (
            "table 't' has no value for code '01' of list 2 (Overstapadvies.advies,"
            f" Overstapadvies.wensouders) in 2018.1, 2019.1; {VUL_AAN}"
        )
    ]


def test_one_table_for_several_lists_is_complete_for_each():
    tabel = Codetabel(naam="t", waarden={}, zonder={"bezoek": "reden", "TO": "reden"})
    afb = _afb(Adres, soortadres=code("naam", tabel), aanduiding=code("naam", tabel))

    assert list(incomplete([(afb, NEGENTIEN)])) == [
        f"table 't' has no value for codes 'post', 'gba' of {PLEK}; {VUL_AAN}",
        f"table 't' has no value for code 'BY' of list 18 (Adres.aanduiding) in 2019.1; {VUL_AAN}",
    ]


def test_a_table_over_a_list_counts_as_well():
    diagnoses = dict(codelijst(23).in_versie(NEGENTIEN))
    tabel = Codetabel(naam="t", waarden={n: n for n in diagnoses if n != "G40"})
    afb = _afb(Diagnose, code=elk("namen", tabel))

    assert list(incomplete([(afb, NEGENTIEN)])) == [
        f"table 't' has no value for code 'G40' of list 23 (Diagnose.code) in 2019.1; {VUL_AAN}"
    ]


@pytest.mark.parametrize("richting", [enkel_uit, enkel_in])
def test_a_field_that_goes_one_way_counts_as_well(richting):
    tabel = Codetabel(naam="t", waarden={"Bezoek": "bezoek", "Post": "post"})
    afb = _afb(Adres, soortadres=richting(code("naam", tabel), "reden"))

    assert list(incomplete([(afb, NEGENTIEN)])) == [
        f"table 't' has no value for code 'gba' of {PLEK}; {VUL_AAN}"
    ]


def test_a_table_that_a_function_uses_is_free():
    landen = Codetabel(naam="landen", waarden={"Nederland": "6030"})
    afb = _afb(Land, waarde=van("naam", landen.waarden.get))

    assert not list(incomplete([(afb, NEGENTIEN)]))

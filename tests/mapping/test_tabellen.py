"""Code tables of a plugin are read from TOML, or every reason why not is told."""

from __future__ import annotations

import sys

import pytest

from oso_adapters.errors import PluginLoadError
from oso_adapters.mapping import Beleid, Codetabel, codetabellen
from oso_adapters.mapping.tabellen import read_codetabellen

TABELLEN = """
[geslacht.waarden]
Man = "1"
Vrouw = "2"
Anders = ""

[advies]
onbekend = "meld"
[advies.waarden]
"70" = "70"
"""


def _redenen(tekst):
    with pytest.raises(PluginLoadError) as gevangen:
        read_codetabellen(tekst, plugin="proef")
    assert gevangen.value.plugin == "proef"
    return list(gevangen.value.redenen)


def test_reads_every_table_with_its_policy():
    assert dict(read_codetabellen(TABELLEN, plugin="proef")) == {
        "geslacht": Codetabel(
            naam="geslacht",
            waarden={"Man": "1", "Vrouw": "2", "Anders": None},
            onbekend=Beleid.WEIGER,
        ),
        "advies": Codetabel(naam="advies", waarden={"70": "70"}, onbekend=Beleid.MELD),
    }


@pytest.mark.parametrize("beleid", Beleid)
def test_every_policy_can_be_named(beleid):
    tekst = f'[a]\nonbekend = "{beleid}"\n[a.waarden]\nx = "1"'

    assert beleid is read_codetabellen(tekst, plugin="proef")["a"].onbekend


def test_a_text_without_tables_has_none():
    assert not read_codetabellen("", plugin="proef")


def test_tables_can_not_be_changed():
    tabellen = read_codetabellen(TABELLEN, plugin="proef")

    with pytest.raises(TypeError):
        tabellen["nieuw"] = tabellen["advies"]
    with pytest.raises(TypeError):
        tabellen["advies"].waarden["71"] = "70"


@pytest.mark.parametrize("tekst", ["[a", "a = ", '[a]\nx = "1"\nx = "2"'])
def test_refuses_what_is_no_toml_with_the_place(tekst):
    (reden,) = _redenen(tekst)

    assert reden.startswith("codes.toml is no valid TOML: ")
    assert "line" in reden or "end of document" in reden


@pytest.mark.parametrize(
    "tekst",
    [
        *("a = 1", "[a]", '[a]\nonbekend = "meld"', '[a]\nMan = "1"', "[a.waarden]\nMan = 1"),
        *('[a]\nwaarden = "x"', "[a.waarden]\nMan = true", '[[a]]\nMan = "1"'),
    ],
)
def test_refuses_a_table_without_texts(tekst):
    assert _redenen(tekst) == ["codes.toml: table 'a' needs [a.waarden] with texts"]


@pytest.mark.parametrize("beleid", ['"negeer"', "1", '["meld"]', '"MELD"', "true", '""'])
def test_refuses_a_policy_that_does_not_exist(beleid):
    assert _redenen(f'[a]\nonbekend = {beleid}\n[a.waarden]\nx = "1"') == [
        "codes.toml: a.onbekend must be one of weiger, meld, weglaten"
    ]


HEEN = '[a.waarden]\nMan = "1"\nJongen = "1"\nVrouw = "2"\nAnders = ""\n'
NIET_HEEN_EN_TERUG = {
    "a way back that is no value": (
        '[a.terug]\n1 = "Jonge"',
        "[a.terug] '1' gives 'Jonge', which is no value of this table; did you mean 'Jongen'?",
    ),
    "a way back that looks like no value": (
        '[a.terug]\n1 = "xyz"',
        "[a.terug] '1' gives 'xyz', which is no value of this table",
    ),
    "a way back with another code": (
        '[a.terug]\n1 = "Vrouw"',
        "[a.terug] '1' gives 'Vrouw', but the code of that value is '2'",
    ),
    "a way back to what is left out on purpose": (
        '[a.terug]\n1 = "Anders"',
        "[a.terug] '1' gives 'Anders', but the code of that value is none",
    ),
    "a way back that is no text": ("[a.terug]\n1 = 2", "a.terug needs [a.terug] with texts"),
    "no way back at all": ('[a]\nterug = "x"', "a.terug needs [a.terug] with texts"),
    "a reason for a code with a value": (
        '[a.zonder]\n2 = "bestaat niet"',
        "[a.zonder] '2' does have a value, 'Vrouw'; remove one of the two",
    ),
    "no reason": ('[a.zonder]\n9 = " "', "[a.zonder] '9' needs a reason"),
    "a reason that is no text": ("[a.zonder]\n9 = 9", "a.zonder needs [a.zonder] with texts"),
}


@pytest.mark.parametrize("geval", NIET_HEEN_EN_TERUG)
def test_refuses_what_the_values_contradict(geval):
    tekst, reden = NIET_HEEN_EN_TERUG[geval]
    voor = tekst if tekst.startswith("[a]") else ""
    na = "" if voor else tekst

    assert _redenen(f"{voor}\n{HEEN}{na}") == [f"codes.toml: {reden}"]


def test_reads_the_way_back_and_the_codes_without_a_value():
    tekst = f'{HEEN}[a.terug]\n1 = "Jongen"\n[a.zonder]\n0 = "is altijd ingevuld"'
    tabel = read_codetabellen(tekst, plugin="proef")["a"]

    assert {"1": "Jongen"} == tabel.terug
    assert {"0": "is altijd ingevuld"} == tabel.zonder


@pytest.mark.parametrize(
    ("terug", "verwacht"), [("", "Man"), ('[a.terug]\n1 = "Jongen"', "Jongen")]
)
def test_the_way_back_is_the_named_value_else_the_first(terug, verwacht):
    tabel = read_codetabellen(f"{HEEN}{terug}", plugin="proef")["a"]

    assert [verwacht, "Vrouw", None] == [tabel.terug_van(code) for code in ("1", "2", "9")]


def test_refuses_a_setting_that_does_not_exist():
    assert _redenen(f'[a]\nweg = "x"\n{HEEN}') == [
        "codes.toml: a.weg is no setting; use herstel, onbekend, terug, waarden, zonder"
    ]


def test_tells_every_reason():
    tekst = 'a = 1\n[b]\nonbekend = "x"\n[b.waarden]\n[c.waarden]\nx = "1"\n[d.waarden]\nx = 1'

    assert _redenen(tekst) == [
        "codes.toml: table 'a' needs [a.waarden] with texts",
        "codes.toml: b.onbekend must be one of weiger, meld, weglaten",
        "codes.toml: table 'd' needs [d.waarden] with texts",
    ]


def test_a_table_can_tell_a_school_what_to_do_with_another_value():
    tekst = '[a]\nherstel = "Kies uit de lijst."\n[a.waarden]\nx = "1"'

    assert "Kies uit de lijst." == read_codetabellen(tekst, plugin="proef")["a"].herstel


def test_what_to_do_must_be_a_text():
    assert ["codes.toml: a.herstel must be a text"] == _redenen("[a]\nherstel = 1\n[a.waarden]")


@pytest.fixture
def pakket(tmp_path, monkeypatch):
    """Return the folder of an empty package ``oso_tabelproef`` that can be imported."""
    map_ = tmp_path / "oso_tabelproef"
    map_.mkdir()
    (map_ / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "oso_tabelproef", raising=False)
    return map_


def test_a_plugin_names_its_package_and_gets_its_tables(pakket):
    (pakket / "codes.toml").write_text(TABELLEN, "utf-8")

    assert read_codetabellen(TABELLEN, plugin="tabelproef") == codetabellen("oso_tabelproef")


@pytest.mark.parametrize(("inhoud", "reden"), [(None, "is not in oso_tabelproef"), ("[", "TOML")])
def test_a_package_without_good_tables_does_not_load_and_says_why(pakket, inhoud, reden):
    if inhoud is not None:
        (pakket / "codes.toml").write_text(inhoud, "utf-8")

    with pytest.raises(PluginLoadError, match=rf"(?s)tabelproef.*codes\.toml.*{reden}"):
        codetabellen("oso_tabelproef")

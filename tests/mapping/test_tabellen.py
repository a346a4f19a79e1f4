"""Code tables of a plugin are read from TOML, or every reason why not is told."""

from __future__ import annotations

import pytest

from oso_adapters.errors import PluginLoadError
from oso_adapters.mapping import Beleid, Codetabel, read_codetabellen

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


def test_tells_every_reason():
    tekst = 'a = 1\n[b]\nonbekend = "x"\n[b.waarden]\n[c.waarden]\nx = "1"\n[d.waarden]\nx = 1'

    assert _redenen(tekst) == [
        "codes.toml: table 'a' needs [a.waarden] with texts",
        "codes.toml: b.onbekend must be one of weiger, meld, weglaten",
        "codes.toml: table 'd' needs [d.waarden] with texts",
    ]

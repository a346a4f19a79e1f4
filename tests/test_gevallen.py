"""The gevallen that a plugin brings, as its ``gevallen.toml`` names them."""

from __future__ import annotations

import pytest

from oso_adapters import Gevallen
from oso_adapters.errors import PluginLoadError


@pytest.fixture
def schrijf(tmp_path):
    """Return a function that makes a plugin's folder with this ``gevallen.toml``."""

    def doe(tekst):
        map_ = tmp_path / "oso_proef" / "gevallen"
        map_.mkdir(parents=True)
        (map_ / "gevallen.toml").write_text(tekst, "utf-8")
        return map_

    return doe


def test_reads_keys_reasons_and_where_each_key_is_written(schrijf):
    map_ = schrijf('# uitleg\n[sleutels]\nG01 = "12"\n"G02" = ""\n\n[zonder]\nF07 = "geen"\n')

    gevallen = Gevallen.read(map_)

    assert map_ == gevallen.bron
    assert {"G01": "12", "G02": ""} == gevallen.sleutels
    assert {"F07": "geen"} == gevallen.zonder
    assert {
        "G01": "oso_proef/gevallen/gevallen.toml:3",
        "G02": "oso_proef/gevallen/gevallen.toml:4",
        "F07": "oso_proef/gevallen/gevallen.toml:7",
    } == gevallen.plaatsen


def test_a_file_without_tables_brings_nothing(schrijf):
    gevallen = Gevallen.read(schrijf(""))

    assert ({}, {}) == (gevallen.sleutels, gevallen.zonder)


FOUT = {
    "geen TOML": ("[sleutels", "gevallen/gevallen.toml can't be read"),
    "andere tabel": ("[sleutel]\nG01 = 'x'", "[sleutel] is no table of it; use sleutels or zonder"),
    "geen tabel": ("sleutels = 'G01'", "[sleutels] must hold texts"),
    "geen tekst": ("[sleutels]\nG01 = 12", "[sleutels] must hold texts"),
    "geen reden": ("[zonder]\nF07 = ''", "zonder.F07 needs a reason"),
}


@pytest.mark.parametrize("naam", FOUT)
def test_refuses_another_form_with_the_reason(schrijf, naam):
    tekst, reden = FOUT[naam]

    with pytest.raises(PluginLoadError) as fout:
        Gevallen.read(schrijf(tekst))

    assert "oso_proef" == fout.value.plugin
    assert reden in str(fout.value)


def test_says_that_there_is_no_file(tmp_path):
    with pytest.raises(PluginLoadError, match=r"gevallen\.toml can't be read"):
        Gevallen.read(tmp_path)

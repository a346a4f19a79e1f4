"""Plugins that do not load, gevallen that are not there, sources that can't be read."""

from __future__ import annotations

import sys
import types
from pathlib import Path

import attrs
import pytest

from oso_adapters import Gevallen, load_plugins
from oso_adapters.doctor import Stand
from oso_adapters.doctor.koppelingen import check_plugin, check_plugins, check_source
from oso_adapters.errors import ConfigurationError
from oso_adapters.mapping import Bronrecord, bezwaar

GEHEIM = "Kwispeldam"


@pytest.fixture(scope="module")
def plugin():
    return load_plugins().plugin("parnassys")


@pytest.fixture
def met(plugin):
    """Return a function that gives the plugin with another exporteur, and nothing else."""

    def maak(**anders):
        return attrs.evolve(
            plugin, exporteur=attrs.evolve(plugin.exporteur, **anders), importeur=None, swv=None
        )

    return maak


def test_every_plugin_that_loads_is_good():
    controles = list(check_plugins(load_plugins()))

    assert {Stand.GOED} == {controle.stand for controle in controles}
    assert "plugin parnassys" in [controle.onderdeel for controle in controles]


def test_a_plugin_that_does_not_load_tells_every_reason():
    module = types.ModuleType("kapot")
    module.oso_expert = lambda: None

    (controle,) = check_plugins(load_plugins([("kapot", module)]))

    assert [Stand.FOUT, "plugin kapot"] == [controle.stand, controle.onderdeel]
    assert "oso_expert is no hook" in controle.tekst
    assert "oso_leverancier is missing" in controle.tekst


def test_no_plugins_at_all_is_told():
    (controle,) = check_plugins(load_plugins([]))

    assert Stand.LET_OP == controle.stand
    assert "oso new" in controle.herstel


def test_a_whole_plugin_is_good(plugin):
    controles = list(check_plugin(plugin))

    assert {Stand.GOED} == {controle.stand for controle in controles}
    assert any("plaatsen gekoppeld" in controle.tekst for controle in controles)
    assert any("gevallen, alle leesbaar" in controle.tekst for controle in controles)


def _gevallen(controles):
    return next(c for c in controles if c.onderdeel == "gevallen parnassys")


def test_a_plugin_without_gevallen_can_not_be_certified(met):
    controle = _gevallen(check_plugin(met(gevallen=None)))

    assert Stand.LET_OP == controle.stand
    assert "oso gevallen" in controle.herstel


def test_gevallen_that_are_still_to_come_are_counted(met, plugin):
    brengt = attrs.evolve(plugin.exporteur.gevallen, sleutels={"G01": "100037", "G02": ""})

    controle = _gevallen(check_plugin(met(gevallen=brengt)))

    assert Stand.LET_OP == controle.stand
    assert "export: 1 gevallen zijn er nog niet" == controle.tekst
    assert "oso certify parnassys" in controle.herstel


def test_a_key_without_a_record_is_wrong(met, plugin):
    brengt = attrs.evolve(plugin.exporteur.gevallen, sleutels={"G01": "100037", "G02": "x"})

    controle = _gevallen(check_plugin(met(gevallen=brengt)))

    assert Stand.FOUT == controle.stand
    assert "export: geen record met de sleutel van G02" == controle.tekst


def test_gevallen_that_can_not_be_read_are_wrong(met, tmp_path):
    brengt = Gevallen(bron=tmp_path / "weg", sleutels={"G01": "1"})

    controle = _gevallen(check_plugin(met(gevallen=brengt)))

    assert Stand.FOUT == controle.stand
    assert "no such file" in controle.tekst


def _meldt(_pad):
    melding = bezwaar("naam", "Het veld 'naam' is te lang.", "Maak het korter.")
    yield Bronrecord("1", {"naam": GEHEIM}, (melding,))
    yield Bronrecord("2", {"naam": GEHEIM})


def _breekt_af(_pad):
    yield Bronrecord("1", None)
    raise ValueError(GEHEIM)


def _weigert(_pad):
    raise ConfigurationError("this is no export; make it again")


def _niet_te_lezen(_pad):
    raise PermissionError(13, "Permission denied")


BRONNEN = {
    # name: (read, verdict, a part of the text)
    "goed": (lambda _: [Bronrecord("1", None)], "goed", "1 records gelezen"),
    "veel": (
        lambda _: (Bronrecord(str(nr), None) for nr in range(10**9)),
        "goed",
        "eerste 100 records gelezen",
    ),
    "met meldingen": (_meldt, "let op", "1 met meldingen: Het veld 'naam' is te lang. (1x)"),
    "leeg": (lambda _: [], "fout", "heeft geen records"),
    "geen uitvoer": (_weigert, "fout", "0 records gelezen; this is no export; make it again"),
    "geen rechten": (_niet_te_lezen, "fout", "is niet te lezen (Permission denied)"),
    "breekt af": (_breekt_af, "fout", "1 records gelezen; de plugin stopte op ValueError"),
    "stopt": (lambda _: sys.exit(3), "fout", "de plugin stopte op SystemExit"),
    "geen records": (lambda _: ["x"], "fout", "de plugin leest een str"),
}


@pytest.mark.parametrize("naam", BRONNEN)
def test_a_source_is_read_at_its_beginning_and_told_without_values(met, naam):
    read, stand, tekst = BRONNEN[naam]

    (controle,) = check_source(met(read=read), Path("leerlingen"))

    assert stand == controle.stand
    assert tekst in controle.tekst
    assert GEHEIM not in f"{controle}"
    assert (stand == "goed") == (controle.herstel == "")


def test_a_plugin_that_reads_nothing_says_so(plugin):
    kaal = attrs.evolve(plugin, exporteur=None, importeur=None, swv=None)

    (controle,) = check_source(kaal, Path("x"))

    assert Stand.LET_OP == controle.stand

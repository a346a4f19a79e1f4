"""The examples that are run on the Kaartsysteem give what their pages say."""

from __future__ import annotations

import json

import pytest

from oso_adapters.gegevensset.profielen import profielen
from oso_adapters.mapping import Actie, Stap, bronnen, importmelding
from oso_adapters.mapping.importpoort import bezwaren_import
from oso_adapters.melding import Ernst
from oso_adapters.uitleg import vind
from oso_adapters.uitleg.kaartsysteem import Inname
from oso_adapters.uitleg.proef import proef

SLEUTELS = [*bronnen.SLEUTELS, *importmelding.SLEUTELS]


def _fragment(sleutel):
    (pagina,) = vind(sleutel)
    return pagina.fragment


def _uitkomst(sleutel, kant):
    voorbeeld = _fragment(sleutel)
    return proef(getattr(voorbeeld, kant), voorbeeld.taal)


@pytest.mark.parametrize("sleutel", SLEUTELS)
def test_the_wrong_example_gives_the_finding_and_the_right_one_nothing_at_all(sleutel):
    fout, goed = _uitkomst(sleutel, "fout"), _uitkomst(sleutel, "goed")

    assert sleutel in {melding.regel for melding in fout.meldingen}
    assert ((), True) == (goed.meldingen, goed.klaar)


@pytest.mark.parametrize("sleutel", SLEUTELS)
def test_only_a_warning_lets_a_dossier_through(sleutel):
    fout = _uitkomst(sleutel, "fout")

    assert fout.klaar == all(melding.ernst is Ernst.WAARSCHUWING for melding in fout.meldingen)


@pytest.mark.parametrize("overdracht", profielen())
def test_an_ordinary_card_goes_out_in_every_kind_of_transfer(overdracht):
    gewoon = proef(json.dumps({"overdracht": overdracht, "kaart": {}}), "json")

    assert ((), True) == (gewoon.meldingen, gewoon.klaar)
    assert "Het dossier gaat mee." == gewoon.afloop


def test_the_kaartsysteem_could_take_in_dossiers_as_a_plugin():
    assert [] == list(bezwaren_import(Inname()))


@pytest.mark.parametrize(
    "voorbeeld",
    [
        {"actie": "importeren", "dossier": {"leerling": {"burgernummer": "1"}}},
        {"actie": "importeren", "kaarten": [{"burgernummer": "1"}]},
        {"actie": "weggooien"},
    ],
)
def test_an_example_that_names_what_there_is_not_is_no_example(voorbeeld):
    with pytest.raises((AttributeError, ValueError)):
        proef(json.dumps(voorbeeld), "json")


@pytest.mark.parametrize("stap", Stap)
def test_the_examples_of_a_step_differ_in_just_that(stap):
    (pagina,) = (p for p in vind(stap) if p.id == f"stap {stap}")
    voorbeeld = pagina.fragment

    assert ("zo wel", "zo niet") == voorbeeld.koppen
    assert f": {stap}" in voorbeeld.na_fout
    assert f": {stap}" not in voorbeeld.na_goed


@pytest.mark.parametrize("actie", Actie)
def test_an_action_is_shown_beside_another_on_the_same_dossier_and_cards(actie):
    (pagina,) = (p for p in vind(actie) if p.id == f"actie {actie}")
    een, ander = json.loads(pagina.fragment.fout), json.loads(pagina.fragment.goed)

    assert actie == een.pop("actie") != ander.pop("actie")
    assert een == ander
    assert pagina.fragment.na_fout != pagina.fragment.na_goed

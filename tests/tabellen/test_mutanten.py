"""From every rule a dossier follows that breaks it, and only what that implies."""

from __future__ import annotations

import pytest

from oso_adapters import VERSIES, Regelset, check
from oso_adapters.rules import regels
from oso_adapters.tabellen.mutanten import kleinste_mutant

GEVOLGEN = {
    # Who breaks the first breaks the others too, whatever else the dossier holds.
    "CL29.overdrachtsoort": {"OVa.OS03"},
    "CL33.deeldossier": {"OVa.MD01"},
    "OVa.OS01": {"OVa.OS02"},
    "PaO.SO01": {"PaO.SO02"},
    # The month of birth stands in place of the date.
    "OVa.LL03": {"OVa.LL02"},
    "PaO.LL03": {"PaO.LL02"},
    # Without a result there is no advice in it either.
    "OVa.EB02": {"OVa.EB04"},
    # The metadata hold the category itself, so they and overdrachtsoort are always there.
    "OS.cat_metadata.OPT-UIT.metadata": {"OS.cat_metadata.OPT-UIT.overdrachtsoort"},
    "OS.cat_metadata.OPT-UIT.overdrachtsoort": {"OS.cat_metadata.OPT-UIT.metadata"},
    "OS.cat_metadata.VERBODEN.metadata": {"OS.cat_metadata.VERBODEN.overdrachtsoort"},
    "OS.cat_metadata.VERBODEN.overdrachtsoort": {"OS.cat_metadata.VERBODEN.metadata"},
}
UITZONDERINGEN: dict[str, str] = {}
"""Rules without a mutant of their own, each with the reason: none."""


@pytest.fixture(scope="module", params=VERSIES, ids=str)
def versie(request):
    return request.param


@pytest.fixture(scope="module")
def gevonden(versie, kleinste_mutanten):
    return kleinste_mutanten(versie)


def test_every_rule_that_can_be_broken_is_broken_by_its_mutant(gevonden, record_property, versie):
    zonder = {regel for regel, mutant in gevonden.items() if mutant is None}
    record_property(
        f"rules of {versie} with a mutant", f"{len(gevonden) - len(zonder)} of {len(gevonden)}"
    )

    assert len(gevonden) > 150
    assert set(UITZONDERINGEN) == zonder
    assert len(UITZONDERINGEN) < 0.03 * len(gevonden)


def test_a_mutant_breaks_nothing_but_its_rule_and_what_that_implies(gevonden):
    ook = {regel: set(mutant.ook) for regel, mutant in gevonden.items() if mutant.ook}

    assert ook == {regel: GEVOLGEN[regel] for regel in GEVOLGEN.keys() & gevonden.keys()}
    assert all(mutant.gevolgen == mutant.ook for mutant in gevonden.values())


def test_a_mutant_is_a_dossier_that_fits_the_schema(gevonden):
    for regel, mutant in gevonden.items():
        meldingen = check(mutant.data, blad=mutant.blad).meldingen

        assert {regel, *mutant.ook} == {melding.regel for melding in meldingen}


def test_rules_that_nothing_can_break_have_no_mutant(versie, gemaakt):
    nooit = [r for r in regels(versie, Regelset.AFSPRAAK) if r.nooit]

    assert nooit
    assert not any(kleinste_mutant(regel, gemaakt(versie)[:12]) for regel in nooit)


def test_a_mutant_shows_no_value(gevonden):
    mutant = next(iter(gevonden.values()))

    assert "data" not in repr(mutant)

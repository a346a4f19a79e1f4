"""``oso explain`` has a page for every rule, by key and by published number."""

from __future__ import annotations

import pytest

from oso_adapters import VERSIES, Regelset
from oso_adapters.rules import regels

REGELS = [regel for versie in VERSIES for regel in regels(versie, Regelset.AFSPRAAK)]
SLEUTELS = sorted({regel.id for regel in REGELS})
NUMMERS = sorted({nummer for regel in REGELS for nummer in regel.nummers} - set(SLEUTELS))


def _koppen(uitkomst):
    return [regel for regel in uitkomst.uit.splitlines() if regel and not regel.startswith(" ")]


def test_explains_what_a_rule_asks_and_what_to_do(oso):
    uitkomst = oso("explain", "OVa.IZ03")
    regels_ = [regel.split(maxsplit=1) for regel in uitkomst.uit.splitlines() if regel]
    uitleg = {naam: rest for naam, *rest in regels_[1:]}

    assert [0, ""] == [uitkomst.code, uitkomst.fout]
    assert regels_[0] == ["OVa.IZ03"]
    assert uitleg["melding"][0].startswith("De inzagedatum ontbreekt")
    assert uitleg["doen"][0].startswith("Vul bij de ouderinzage de datum in")
    assert {"bij": ["dossier/inzage"], "over": ["inzagedatum"], "wie": ["school"]}.items() <= (
        uitleg.items()
    )


def test_a_rule_that_not_every_version_has_says_which_have_it(oso):
    assert "versies  2017.1, 2018.1" in oso("explain", "OVa.ZB02").uit
    assert "versies" not in oso("explain", "OVa.IZ03").uit


def test_every_rule_has_a_page(oso):
    anders = [sleutel for sleutel in SLEUTELS if sleutel not in _koppen(oso("explain", sleutel))]

    assert len(SLEUTELS) > 200
    assert [] == anders


def test_every_published_number_leads_to_its_rules(oso):
    for nummer in NUMMERS:
        verwacht = {regel.id for regel in REGELS if nummer in regel.nummers}

        assert verwacht <= set(_koppen(oso("explain", nummer))), nummer


@pytest.mark.parametrize(
    "sleutel",
    [
        *("ST.onleesbaar", "ST.onbekend", "ST.ontbreekt", "ST.teveel", "ST.volgorde", "ST.waarde"),
        *("ST.versie", "AF.bron", "AF.code", "AF.waarde", "AF.omzetting", "AF.optuit"),
    ],
)
def test_every_finding_that_is_no_rule_has_a_page_too(oso, sleutel):
    uitkomst = oso("explain", sleutel)

    assert [0, "", sleutel] == [uitkomst.code, uitkomst.fout, uitkomst.uit.splitlines()[0]]
    assert len(uitkomst.uit.splitlines()) > 1


@pytest.mark.parametrize("sleutel", ["ova.iz03", "OVA.IZ03", "oVa.Iz03"])
def test_capitals_do_not_matter(oso, sleutel):
    assert oso("explain", "OVa.IZ03") == oso("explain", sleutel)


@pytest.mark.parametrize(
    ("sleutel", "bedoelde"),
    [
        ("OVa.IZ33", "bedoelde u OVa.IZ03"),
        ("ova.iz33", "bedoelde u OVa.IZ03"),
        ("OVaIZ03", "OVa.IZ03"),
        ("st.waard", "bedoelde u ST.waarde"),
        ("CL14.geslach", "bedoelde u CL14.geslacht"),
        ("qqqqqqqq", "geen regel met deze naam"),
        ("", "geen regel met deze naam"),
        ("[/bold]", "geen regel met deze naam"),
    ],
)
def test_an_unknown_rule_is_told_with_what_it_looks_like(oso, sleutel, bedoelde):
    uitkomst = oso("explain", sleutel)

    assert [2, ""] == [uitkomst.code, uitkomst.uit]
    assert bedoelde in uitkomst.fout
    assert len(uitkomst.fout.splitlines()) == 1


def test_nothing_that_looks_alike_is_not_suggested(oso):
    assert "bedoelde" not in oso("explain", "qqqqqqqq").fout


def test_without_a_rule_it_says_how_it_is_used(oso):
    uitkomst = oso("explain")

    assert uitkomst.code == 2
    assert "Usage:" in uitkomst.fout

"""``oso explain`` has a page for every rule, by key and by published number."""

from __future__ import annotations

import pytest

from oso_adapters import VERSIES, Regelset
from oso_adapters.rules import regels
from oso_adapters.uitleg import vind

from .conftest import installeer

REGELS = [regel for versie in VERSIES for regel in regels(versie, Regelset.AFSPRAAK)]
SLEUTELS = sorted({regel.id for regel in REGELS})
NUMMERS = sorted({nummer for regel in REGELS for nummer in regel.nummers} - set(SLEUTELS))


def _koppen(uitkomst):
    return [regel for regel in uitkomst.uit.splitlines() if regel and not regel.startswith(" ")]


def _rijen(uitkomst):
    regels_ = [regel[2:16].strip() for regel in uitkomst.uit.splitlines()]
    return dict(zip(regels_, [regel[16:] for regel in uitkomst.uit.splitlines()], strict=True))


def test_explains_what_a_rule_asks_and_what_to_do(oso):
    uitkomst = oso("explain", "OVa.IZ03")

    assert [0, ""] == [uitkomst.code, uitkomst.fout]
    assert ["OVa.IZ03"] == _koppen(uitkomst)
    assert "  De inzagedatum ontbreekt" in uitkomst.uit
    assert _rijen(uitkomst)["doen"].startswith("Vul bij de ouderinzage de datum in")
    assert {
        "veld": "/dossier/inzage/inzagedatum ('Inzagedatum')",
        "verwacht": "'Inzagedatum' is ingevuld",
        "wie": "school",
        "geldt bij": "POPO, POVO, VOVO",
    }.items() <= _rijen(uitkomst).items()


def test_shows_the_smallest_dossier_that_is_wrong_and_the_same_put_right(oso):
    _, _, voorbeeld = oso("explain", "OVa.IZ03").uit.partition("  fout\n")
    fout, _, goed = voorbeeld.partition("  goed\n")

    assert "<inzage>true</inzage>" in fout
    assert "inzagedatum" not in fout
    assert "<inzagedatum>" in goed


def test_a_rule_that_not_every_version_has_says_which_have_it(oso):
    assert "2017.1, 2018.1" == _rijen(oso("explain", "OVa.ZB02"))["versies"]
    assert "versies" not in oso("explain", "OVa.IZ03").uit


def test_every_rule_has_a_page(oso):
    anders = [sleutel for sleutel in SLEUTELS if sleutel not in _koppen(oso("explain", sleutel))]

    assert len(SLEUTELS) > 200
    assert [] == anders


def test_every_published_number_leads_to_its_rules(oso):
    for nummer in NUMMERS:
        verwacht = {regel.id for regel in REGELS if nummer in regel.nummers}
        uitkomst = oso("explain", nummer)
        genoemd = {*_koppen(uitkomst), *_rijen(uitkomst).get("zie ook", "").split(", ")}

        assert verwacht <= genoemd, nummer


@pytest.mark.parametrize(
    "sleutel",
    [
        *("ST.onleesbaar", "ST.onbekend", "ST.ontbreekt", "ST.teveel", "ST.volgorde", "ST.waarde"),
        *("ST.versie", "ST.ander", "AF.bron", "AF.code", "AF.waarde", "AF.omzetting", "AF.optuit"),
    ],
)
def test_every_finding_that_is_no_rule_has_a_page_too(oso, sleutel):
    uitkomst = oso("explain", sleutel)

    assert [0, "", sleutel] == [uitkomst.code, uitkomst.fout, uitkomst.uit.splitlines()[0]]
    assert len(uitkomst.uit.splitlines()) > 1


@pytest.mark.parametrize("sleutel", ["AF.code", "AF.omzetting", "IM.nul", "IM.definitief"])
def test_shows_what_an_example_gives_when_it_is_run(oso, sleutel):
    fout, _, goed = oso("explain", sleutel).uit.partition("\n  goed\n")
    voorbeeld = vind(sleutel)[0].fragment
    (melding,) = voorbeeld.gevonden

    for tekst in (melding.regel, melding.melding, melding.herstel, *melding.bronvelden):
        assert tekst in fout
    assert f"    wie      {melding.wie}" in fout
    assert voorbeeld.na_fout in fout
    assert voorbeeld.na_goed in goed


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
        ("qqqqqqqq", "geen uitleg met deze naam"),
        ("", "geen uitleg met deze naam"),
        ("[/bold]", "geen uitleg met deze naam"),
    ],
)
def test_an_unknown_rule_is_told_with_what_it_looks_like(oso, sleutel, bedoelde):
    uitkomst = oso("explain", sleutel)

    assert [2, ""] == [uitkomst.code, uitkomst.uit]
    assert bedoelde in uitkomst.fout
    assert len(uitkomst.fout.splitlines()) == 1


def test_nothing_that_looks_alike_is_not_suggested(oso):
    assert "bedoelde" not in oso("explain", "qqqqqqqq").fout


def test_finds_pages_by_words_the_likely_one_first(oso):
    uitkomst = oso("explain", "--zoek", "inzagedatum ontbreekt")

    assert "OVa.IZ03" == uitkomst.uit.split()[0]
    assert 2 == oso("explain", "--zoek", "walvis").code
    assert 2 == oso("explain", "--zoek", "de van het").code
    assert 2 == oso("explain", "--zoek", "??").code


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("Code van diagnose bevat een waarde die niet voorkomt in codelijst 23", "CL23"),
        ("Het veld geboorteplaats mag niet voorkomen", "OVa.LL10"),
        ("Er is geen inzage geregistreerd voor deze leerling", "OVa.IZ01"),
        ("telefoonnummer contactpersoon verplicht indien contact nodig", "OVa.OA05"),
        ("BSN ontbreekt", "OVa.LL12"),
        ("Element 'leerlingid' ontbreekt", "OVa.LL13"),
        ("inzagedatum walvis", "OVa.IZ03"),
    ],
)
def test_finds_a_page_by_the_text_of_another_system(tekst, verwacht, oso):
    assert verwacht == oso("explain", "--zoek", tekst).uit.split()[0]


@pytest.mark.parametrize(
    ("tekst", "ids"),
    [
        (
            "cvc-complex-type.2.4.a: Invalid content starting with element 'inzagedatum'.",
            ["ST.onbekend", "ST.volgorde", "ST.ontbreekt"],
        ),
        (
            "Element '{http://x.nl/2019}foo': This element is not expected. Expected is ( b ).",
            ["ST.onbekend", "ST.volgorde", "ST.ontbreekt"],
        ),
        ("The element 'inzage' has incomplete content.", ["ST.ontbreekt"]),
        ("cvc-datatype-valid.1.2.1: 'x' is not a valid value for 'date'.", ["ST.waarde"]),
        ("Data at the root level is invalid. Line 1, position 1.", ["ST.onleesbaar"]),
        ("cvc-elt.1: Cannot find the declaration of element 'x'.", ["ST.versie", "ST.ander"]),
    ],
)
def test_what_an_xml_library_says_leads_to_that_finding(oso, tekst, ids):
    gevonden = oso("explain", "--zoek", tekst).uit.splitlines()

    assert ids == [regel.split()[0] for regel in gevonden]


@pytest.mark.parametrize("naam", ["OVa IZ03", "ova_iz03.", " OVA.IZ03 "])
def test_an_id_that_was_said_or_copied_is_found(oso, naam):
    assert "OVa.IZ03" == oso("explain", naam).uit.splitlines()[0]


@pytest.mark.parametrize("woorden", [[], ["OVa.IZ03", "--zoek", "inzage"]])
def test_asked_for_nothing_or_for_two_things_it_says_how_it_is_used(oso, woorden):
    uitkomst = oso("explain", *woorden)

    assert uitkomst.code == 2
    assert "Usage:" in uitkomst.fout


KAPOT = {
    "raakt_weg": "raise SystemExit(3)",
    "zonder_functie": "andere = 1",
    "loopt_vast": "def paginas():\n    return [1 / 0]",
    "geen_paginas": "def paginas():\n    return ['G01']",
    "praat": "print('hallo')\nraise ImportError",
}


def test_pages_that_do_not_load_are_told_and_hide_no_other_page(oso_apart, tmp_path):
    for naam, code in KAPOT.items():
        punten = f"[oso_adapters.uitleg]\n{naam} = oso_proef_{naam}:paginas\n"
        installeer(tmp_path, naam, punten, code)

    uitkomst = oso_apart("explain", "E.MAP.01", PYTHONPATH=str(tmp_path))
    regels_ = uitkomst.fout.splitlines()

    assert 0 == uitkomst.code
    assert uitkomst.uit.startswith("E.MAP.01\n")
    assert len(regels_) == len(KAPOT) + 1
    for naam in KAPOT:
        assert 1 == sum(f"oso_proef_{naam}:paginas laadt niet" in regel for regel in regels_)


def test_an_id_of_more_words_needs_no_quotes(oso):
    assert oso("explain", "erratum 1") == oso("explain", "erratum", "1")
    assert "oordeel niet vast te stellen" in _koppen(
        oso("explain", "niet", "vast", "te", "stellen")
    )

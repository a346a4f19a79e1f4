"""The verdict on every case is that of the published schema and sheets."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from lxml import etree

from oso_adapters import Blad, Regelset, check, versie
from oso_adapters.binding import schema_tekst
from oso_adapters.melding import Oordeel, SoortMelding
from oso_adapters.rules import regels

VERSIE = "2019.1"
AANTAL = 583


@pytest.fixture(scope="module")
def gevallen(referentie):
    regels = (referentie / "cases" / VERSIE / "verdicts.jsonl").read_text("utf-8").splitlines()
    rijen = [json.loads(regel) for regel in regels]
    return [(rij, (referentie / "cases" / VERSIE / rij["file"]).read_bytes()) for rij in rijen]


def _paren(uitslag):
    return Counter(
        (m.regel, m.locatie) for m in uitslag.meldingen if m.soort is not SoortMelding.STRUCTUUR
    )


def _verwacht(rij, sleutel="meldingen"):
    return Counter((m["rule"], m["locatie"]) for m in rij.get(sleutel, rij["meldingen"]))


def test_every_case_has_the_verdict_of_the_published_files(gevallen, record_property):
    anders = []
    for rij, data in gevallen:
        uitslag = check(data, regelset=Regelset.GEPUBLICEERD, blad=Blad(rij["sheet"]))
        past = not any(m.soort is SoortMelding.STRUCTUUR for m in uitslag.meldingen)
        if past != rij["xsd_valid"] or (past and _paren(uitslag) != _verwacht(rij)):
            anders.append(rij["file"])
    record_property(
        "the published verdict on the cases", f"{len(gevallen) - len(anders)} of {len(gevallen)}"
    )

    assert len(gevallen) == AANTAL
    assert [] == anders


def test_the_verdict_agrees_with_the_findings_in_every_case(gevallen):
    for rij, data in gevallen:
        uitslag = check(data, regelset=Regelset.GEPUBLICEERD, blad=Blad(rij["sheet"]))

        assert (uitslag.oordeel is Oordeel.GELDIG) == rij["accepted"], rij["file"]


def test_the_rules_also_run_on_dossiers_that_do_not_fit_the_schema(gevallen):
    for rij, data in gevallen:
        if not rij["xsd_valid"] and not rij.get("stopped"):
            uitslag = check(data, regelset=Regelset.GEPUBLICEERD, blad=Blad(rij["sheet"]))

            assert _verwacht(rij) == _paren(uitslag), rij["file"]


def test_the_derived_schema_alone_gives_the_structural_verdict(gevallen):
    schema = etree.XMLSchema(etree.fromstring(schema_tekst(versie(VERSIE)).encode()))

    anders = [
        rij["file"]
        for rij, data in gevallen
        if schema.validate(etree.fromstring(data)) != rij["xsd_valid"]
    ]

    assert [] == anders


def test_findings_stand_in_document_order(gevallen):
    for rij, data in gevallen:
        if rij["wellformed"]:
            uitslag = check(data, blad=Blad(rij["sheet"]))
            boom = etree.fromstring(data).getroottree()
            volgorde = {_locatie(el): nr for nr, el in enumerate(boom.iter("*"))}
            plekken = [volgorde[m.locatie] for m in uitslag.meldingen]

            assert sorted(plekken) == plekken, rij["file"]


def _locatie(el):
    stappen = []
    while el is not None:
        nr = 1 + sum(1 for _ in el.itersiblings(el.tag, preceding=True))
        stappen.append(f"{etree.QName(el).localname}[{nr}]")
        el = el.getparent()
    return "/" + "/".join(reversed(stappen))


ALLEEN_ANDERS = {"OG.01.patroon", "OG.04.onwaar"}
"""What erratum 7 does not tell a second time."""


def test_afspraak_finds_what_the_descending_sheets_find_but_for_the_errata(gevallen):
    for rij, data in gevallen:
        uitslag = check(data, blad=Blad(rij["sheet"]))
        hele_document = {regel for regel, plek in _verwacht(rij) if plek == "/[1]"}
        mijn = {paar for paar in _paren(uitslag) if paar[0] not in hele_document}
        hun = {p for p in _verwacht(rij, "meldingen_if_descended") if p[1] != "/[1]"}

        assert {r for r, _ in hun - mijn} <= ALLEEN_ANDERS, rij["file"]
        assert {r for r, _ in mijn - hun} <= {
            "OS.cat_onderwijsondersteuning.OPT-UIT.toelichting_onderwijsbehoefte",
            "OS.cat_onderwijsondersteuning.VERBODEN.toelichting_onderwijsbehoefte",
        }, rij["file"]


@pytest.mark.parametrize("regelset", list(Regelset))
def test_every_published_example_is_valid(referentie, regelset):
    voorbeelden = sorted((referentie / "official" / VERSIE).glob("*.xml"))

    ongeldig = [
        v.name
        for v in voorbeelden
        if check(v.read_bytes(), regelset=regelset).oordeel is not Oordeel.GELDIG
    ]

    assert 12 == len(voorbeelden)
    assert [] == ongeldig


def test_every_rule_is_broken_by_some_case(gevallen):
    gemeld = {m["rule"] for rij, _ in gevallen for m in rij["meldingen"]}
    gemeld |= {m["rule"] for rij, _ in gevallen for m in rij.get("meldingen_if_descended", ())}
    alle = {r.id for r in regels(versie(VERSIE), Regelset.GEPUBLICEERD)}

    assert {"OS.cat_metadata.VERPLICHT"} == alle - gemeld


def test_the_rules_are_those_of_the_afspraak(referentie):
    feiten = json.loads((referentie / "facts/gegevensset/rules.json").read_text("utf-8"))
    verwacht = {
        regel["key"]: {
            nummer for v in regel["variants"] if VERSIE in v["versions"] for nummer in v["ids"]
        }
        for regel in feiten["rules"]
        if any(VERSIE in v["versions"] for v in regel["variants"])
    }
    mijn = {r.id: set(r.nummers) for r in regels(versie(VERSIE), Regelset.GEPUBLICEERD)}

    assert 248 == len(mijn)
    assert verwacht.keys() == mijn.keys()
    for sleutel, nummers in verwacht.items():
        assert nummers <= mijn[sleutel], sleutel

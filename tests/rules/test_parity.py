"""The verdict on every case is that of the published schema and sheets."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from lxml import etree

from oso_adapters import VERSIES, Blad, Regelset, check
from oso_adapters.binding import schema_tekst
from oso_adapters.melding import Oordeel, SoortMelding
from oso_adapters.rules import regels

AANTAL = {"2017.1": 473, "2018.1": 477, "2019.1": 583}
AANTAL_REGELS = {"2017.1": 193, "2018.1": 195, "2019.1": 248}
RELEASE = {"2017.1": "2017.1.2", "2018.1": "2018.1.1", "2019.1": "2019.1"}
"""The release of the published sheets that each version stands for."""


@pytest.fixture(scope="module", params=VERSIES, ids=str)
def versie(request):
    return request.param


@pytest.fixture(scope="module")
def gevallen(referentie, versie):
    map_ = referentie / "cases" / str(versie)
    rijen = [json.loads(r) for r in (map_ / "verdicts.jsonl").read_text("utf-8").splitlines()]
    return [(rij, (map_ / rij["file"]).read_bytes()) for rij in rijen]


def _paren(uitslag):
    return Counter(
        (m.regel, m.locatie) for m in uitslag.meldingen if m.soort is not SoortMelding.STRUCTUUR
    )


def _verwacht(rij, sleutel="meldingen"):
    return Counter((m["rule"], m["locatie"]) for m in rij.get(sleutel, rij["meldingen"]))


def test_every_case_has_the_verdict_of_the_published_files(gevallen, versie, record_property):
    anders = []
    for rij, data in gevallen:
        uitslag = check(data, regelset=Regelset.GEPUBLICEERD, blad=Blad(rij["sheet"]))
        past = not any(m.soort is SoortMelding.STRUCTUUR for m in uitslag.meldingen)
        if past != rij["xsd_valid"] or (past and _paren(uitslag) != _verwacht(rij)):
            anders.append(rij["file"])
    record_property(
        f"the published verdict on the cases of {versie}",
        f"{len(gevallen) - len(anders)} of {len(gevallen)}",
    )

    assert AANTAL[str(versie)] == len(gevallen)
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


def test_the_derived_schema_alone_gives_the_structural_verdict(gevallen, versie):
    schema = etree.XMLSchema(etree.fromstring(schema_tekst(versie).encode()))

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
            volgorde = {pad: nr for nr, pad in enumerate(_locaties(etree.fromstring(data)))}
            plekken = [volgorde[m.locatie] for m in uitslag.meldingen]

            assert sorted(plekken) == plekken, rij["file"]


def _locaties(el, boven="", nr=1):
    """Yield the place of each element, in document order."""
    hier = f"{boven}/{etree.QName(el).localname}[{nr}]"
    yield hier
    geteld = Counter()
    for kind in el.iterchildren("*"):
        geteld[kind.tag] += 1
        yield from _locaties(kind, hier, geteld[kind.tag])


ALLEEN_ANDERS = {"OG.01.at", "OG.01.patroon", "OG.04.onwaar"}
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


TE_OUD = {("2018.1", "Voorbeelddossier_OV_POVO_full.xml"): {"OVa.TR04": 2}}
"""Two tests of this published example are older than the agreement allows (erratum 1)."""


@pytest.mark.parametrize("regelset", list(Regelset))
def test_every_published_example_is_valid_but_for_one_with_old_tests(referentie, versie, regelset):
    gevonden = {
        (str(versie), v.name): Counter(m.regel for m in uitslag.meldingen)
        for v in sorted((referentie / "official" / str(versie)).glob("*.xml"))
        if (uitslag := check(v.read_bytes(), regelset=regelset)).oordeel is not Oordeel.GELDIG
        or uitslag.versie is not versie
    }
    hier = {plek: regels for plek, regels in TE_OUD.items() if plek[0] == str(versie)}

    assert 12 == len(list((referentie / "official" / str(versie)).glob("*.xml")))
    assert gevonden == (hier if regelset is Regelset.AFSPRAAK else {})


def _feiten(referentie, versie):
    """Return every rule of a version with its numbers, and those that nothing can break."""
    feiten = json.loads((referentie / "facts/gegevensset/rules.json").read_text("utf-8"))
    release = RELEASE[str(versie)]
    nummers = {
        regel["key"]: {n for v in regel["variants"] if release in v["versions"] for n in v["ids"]}
        for regel in feiten["rules"]
        if any(release in v["versions"] for v in regel["variants"])
    }
    nooit = {r["key"] for r in feiten["rules"] if release in r.get("neverOnValidFile", ())}
    return nummers, nooit & set(nummers)


def test_every_rule_is_broken_by_some_case_or_can_not_be(gevallen, referentie, versie):
    gemeld = {m["rule"] for rij, _ in gevallen for m in rij["meldingen"]}
    gemeld |= {m["rule"] for rij, _ in gevallen for m in rij.get("meldingen_if_descended", ())}
    alle = {r.id for r in regels(versie, Regelset.GEPUBLICEERD)}
    _, nooit = _feiten(referentie, versie)

    assert alle - gemeld <= nooit


def test_the_rules_are_those_of_the_afspraak(referentie, versie):
    verwacht, _ = _feiten(referentie, versie)
    mijn = {r.id: set(r.nummers) for r in regels(versie, Regelset.GEPUBLICEERD)}

    assert AANTAL_REGELS[str(versie)] == len(mijn)
    assert verwacht.keys() == mijn.keys()
    for sleutel, nummers in verwacht.items():
        assert nummers <= mijn[sleutel], sleutel


def test_rules_that_nothing_can_break_say_why(referentie, versie):
    _, nooit = _feiten(referentie, versie)
    mijn = {r.id for r in regels(versie, Regelset.GEPUBLICEERD) if r.nooit or r.slaapt}

    assert nooit == mijn

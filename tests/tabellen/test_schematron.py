"""The rules as Schematron find what the check finds, in an engine that others made."""

from __future__ import annotations

import json
import re
from collections import Counter
from itertools import product

import pytest
import schematronmotor
from lxml import etree
from vormen import VORMEN

from oso_adapters import VERSIES, Blad, Regelset, check
from oso_adapters.melding import Oordeel
from oso_adapters.rules import regels
from oso_adapters.tabellen.schematron import schematron

SCH = "{http://purl.oclc.org/dsdl/schematron}"
CASUS = {"2017.1": 473, "2018.1": 477, "2019.1": 583}


@pytest.fixture(scope="module", params=VERSIES, ids=str)
def versie(request):
    return request.param


def _schema(*keuze):
    return etree.fromstring(schematron(*keuze).tekst)


def _regels(paren):
    """Return what is not structure: that is left to the schema."""
    return Counter({paar: keer for paar, keer in paren.items() if not paar[0].startswith("ST.")})


def _zelf(regelset, blad, data):
    uitslag = check(data, regelset=regelset, blad=blad)
    return _regels(Counter((melding.regel, melding.locatie) for melding in uitslag.meldingen))


def _verschillen(in_apart_proces, opdrachten):
    """Return where the two do not find the same; what, where and how often counts."""
    gevonden = in_apart_proces(schematronmotor.vind_alle, opdrachten)
    paren = zip(opdrachten, gevonden, strict=True)
    return [
        (nr, str(regelset), blad, zelf - anders, anders - zelf)
        for nr, ((_, regelset, blad, data), van_hen) in enumerate(paren)
        if (zelf := _zelf(regelset, blad, data)) != (anders := _regels(van_hen))
    ]


@pytest.mark.parametrize("regelset", list(Regelset))
def test_every_rule_of_a_version_is_in_it(versie, regelset, record_property):
    gemaakt = schematron(versie, regelset)
    alle = [regel.id for regel in regels(versie, regelset)]
    asserts = {el.get("id") for el in etree.fromstring(gemaakt.tekst).iter(f"{SCH}assert")}
    record_property(f"rules of {versie} in Schematron", f"{len(gemaakt.erin)} of {len(alle)}")

    assert alle == [regel.id for regel in gemaakt.erin]
    assert {} == gemaakt.eruit
    assert set(alle) == {naam for naam in asserts if not naam.startswith("ST.")}


@pytest.mark.parametrize("blad", list(Blad))
def test_a_sheet_has_its_own_rules_and_those_of_both(versie, blad):
    alle = [
        regel.id for regel in regels(versie, Regelset.AFSPRAAK) if regel.voor.blad in (None, blad)
    ]

    assert alle == [regel.id for regel in schematron(versie, blad=blad).erin]


def _namen(context):
    """Return the names of the elements that a context looks at."""
    while (kaal := re.sub(r"\[[^][]*\]", "", context)) != context:
        context = kaal
    return [deel.rpartition("/")[2] for deel in context.split(" | ")]


@pytest.mark.parametrize(("regelset", "blad"), list(product(Regelset, (None, *Blad))))
def test_no_rule_hides_another_one(versie, regelset, blad):
    for pattern in _schema(versie, regelset, blad).iter(f"{SCH}pattern"):
        per_rule = [_namen(rule.get("context")) for rule in pattern.iter(f"{SCH}rule")]
        namen = [naam for namen in per_rule for naam in namen]

        assert len(set(namen)) == len(namen)
        assert not any("*" in naam for naam in namen) or 1 == len(per_rule)


def test_an_assert_says_what_is_wrong_what_to_do_how_bad_it_is_and_who_must_act(versie):
    schema = _schema(versie)
    per_id = {el.get("id"): el for el in schema.iter() if el.get("id")}
    namen = [el.get("id") for el in schema.iter() if el.get("id")]

    assert len(set(namen)) == len(namen)
    for regel in regels(versie, Regelset.AFSPRAAK):
        test = per_id[regel.id]
        eigenschappen = [per_id[naam] for naam in test.get("properties").split()]

        assert regel.melding == test.text
        assert regel.herstel == per_id[test.get("diagnostics")].text
        assert {"fout": "error", "waarschuwing": "warning"}[regel.ernst] == test.get("role")
        assert {
            "ernst": str(regel.ernst),
            "wie": str(regel.wie),
            "soort": str(regel.soort),
        } == {el.get("role"): el.text for el in eigenschappen}


def test_every_rule_with_a_mutant_is_found_where_the_check_finds_it(
    versie, kleinste_mutanten, in_apart_proces, record_property
):
    mutanten = [mutant for mutant in kleinste_mutanten(versie).values() if mutant]
    afspraak = [(versie, Regelset.AFSPRAAK, mutant.blad, mutant.data) for mutant in mutanten]
    # Of the published rules each has its cases; these are for who has no such folder.
    gepubliceerd = [
        (versie, Regelset.GEPUBLICEERD, mutant.blad, mutant.data) for mutant in mutanten[::4]
    ]
    gevonden = in_apart_proces(schematronmotor.vind_alle, afspraak)
    raak = sum(
        mutant.regel in {regel for regel, _ in paren}
        for mutant, paren in zip(mutanten, gevonden, strict=True)
    )
    record_property(f"mutants of {versie} that Schematron finds", f"{raak} of {len(mutanten)}")

    assert 150 < len(mutanten) == raak
    assert [] == _verschillen(lambda *_: gevonden, afspraak)
    assert [] == _verschillen(in_apart_proces, gepubliceerd)


def test_a_valid_dossier_has_no_findings(versie, gemaakt, in_apart_proces):
    opdrachten = [
        (versie, regelset, None, data) for data in gemaakt(versie)[::6] for regelset in Regelset
    ]

    assert 30 < len(opdrachten)
    assert not any(in_apart_proces(schematronmotor.vind_alle, opdrachten))


def test_every_case_has_the_findings_of_the_check(
    versie, referentie, in_apart_proces, record_property
):
    map_ = referentie / "cases" / str(versie)
    rijen = [json.loads(r) for r in (map_ / "verdicts.jsonl").read_text("utf-8").splitlines()]
    opdrachten = [
        (versie, regelset, Blad(rij["sheet"]), (map_ / rij["file"]).read_bytes())
        for rij in rijen
        for regelset in Regelset
    ]
    anders = _verschillen(in_apart_proces, opdrachten)
    record_property(
        f"cases of {versie} with the same findings in Schematron, in two rule sets",
        f"{len(opdrachten) - len(anders)} of {len(opdrachten)}",
    )

    assert 2 * CASUS[str(versie)] == len(opdrachten)
    assert [] == anders


@pytest.fixture(scope="module")
def gebroken(versie, kleinste_mutanten):
    """Return dossiers with a rule broken, of different parts of the standard."""
    mutanten = [mutant for mutant in kleinste_mutanten(versie).values() if mutant]
    return [(mutant.data, mutant.blad) for mutant in mutanten[::40]]


def test_another_form_of_xml_makes_no_difference(versie, gebroken, in_apart_proces):
    opdrachten = [
        (versie, regelset, blad, vorm(data))
        for regelset in Regelset
        for vorm in VORMEN.values()
        for data, blad in gebroken
        if check(vorm(data), regelset=regelset, blad=blad).oordeel
        is not Oordeel.NIET_VAST_TE_STELLEN
    ]

    assert 50 < len(opdrachten)
    assert [] == _verschillen(in_apart_proces, opdrachten)


def _dossiers(versie, *dossiers):
    root = etree.Element(f"{{{versie.namespace}}}dossiers")
    root.extend(etree.fromstring(data) for data in dossiers)
    return etree.tostring(root)


def _verplaatst(versie, data, naam):
    """Return a dossier with a block in the wrong place, and nothing left in it."""
    root = etree.fromstring(data)
    el = next(root.iter(f"{{{versie.namespace}}}{naam}"))
    el.clear()
    root.append(el)
    return etree.tostring(root)


def _los(versie, data, naam):
    return etree.tostring(next(etree.fromstring(data).iter(f"{{{versie.namespace}}}{naam}")))


def _vreemd(versie, pov, swv, gebroken):
    """Yield documents as no one should send them."""
    yield from (pov, swv)  # each with the other sheet as well
    yield _dossiers(versie)
    yield _dossiers(versie, *(data for data, _ in gebroken[:3]), swv, pov)
    yield f'<dossiers xmlns="{versie.namespace}"><dossier/><leerling/></dossiers>'.encode()
    yield from (_verplaatst(versie, pov, naam) for naam in ("leerling", "overstapadvies"))
    for naam in ("metadata", "leerling", "huidigeschool"):
        yield from (_los(versie, data, naam) for data in (pov, swv))
    for waarde in (b" true ", b"1", b"TRUE", b""):
        yield re.sub(rb"(<adresgeheim>)[^<]*", rb"\g<1>" + waarde, pov)
    yield re.sub(rb"<adresgeheim>", rb"<adresgeheim>true</adresgeheim><adresgeheim>", pov)
    yield re.sub(rb"(<metadata>)", rb"<metadata/>\g<1>", pov.replace(b">LASLVS<", b">?<"))


def test_strange_documents_make_no_difference(versie, dossiers_van, gebroken, in_apart_proces):
    dossiers = dossiers_van(versie)
    vreemd = list(_vreemd(versie, dossiers["POVO"], dossiers["POSWV"], gebroken))
    opdrachten = [
        (versie, regelset, blad, data)
        for data in vreemd
        for regelset in Regelset
        for blad in (None, *Blad)
        if check(data, regelset=regelset, blad=blad).oordeel is not Oordeel.NIET_VAST_TE_STELLEN
        or regelset is Regelset.AFSPRAAK
    ]

    assert 6 * len(vreemd) - 12 < len(opdrachten)
    assert [] == _verschillen(in_apart_proces, opdrachten)
    assert ("OVa.OA03", "/dossier[1]/overstapadvies[1]") in {
        paar for data in vreemd for paar in _zelf(Regelset.GEPUBLICEERD, None, data)
    }


def test_another_version_and_what_is_no_dossier_are_refused(versie, dossiers_van, in_apart_proces):
    data = dossiers_van(versie)["POVO"]
    ander = data.replace(versie.namespace.encode(), b"urn:anders")
    los = _los(versie, data, "leerling")
    vraag = [(versie, regelset, None, wat) for wat in (ander, los) for regelset in Regelset]
    gevonden = in_apart_proces(schematronmotor.vind_alle, vraag)

    niet_deze = {("ST.versie", "/dossier[1]"): 1}
    assert [niet_deze, niet_deze] == gevonden[:2]
    assert {("ST.onleesbaar", "/leerling[1]"): 1} == gevonden[3]


def test_a_report_tells_what_to_do_and_shows_no_value(versie, dossiers_van, in_apart_proces):
    data = dossiers_van(versie)["POVO"]
    fout = re.sub(rb"(<standaardversie>)[^<]*", rb"\g<1>geheimetekst", data)
    verslag = in_apart_proces(schematronmotor.verslag, versie, Regelset.AFSPRAAK, fout)
    regel = next(r for r in regels(versie, Regelset.AFSPRAAK) if r.id == "OG.02")

    assert regel.melding in verslag
    assert regel.herstel in verslag
    assert "geheimetekst" not in verslag

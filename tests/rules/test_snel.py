"""The look at all rules at once never says that a rule holds which does not."""

from __future__ import annotations

import pytest

from oso_adapters import VERSIES, Blad, Regelset
from oso_adapters.binding import parse_document, schema
from oso_adapters.binding.plaatsen import lokale_naam
from oso_adapters.errors import LeesFout
from oso_adapters.gegevensset.profielen import profielen
from oso_adapters.rules.streng import regelboek, streng_schema
from oso_adapters.rules.woorden import bevat, en, gevuld, is_, niet, of, uit, waar
from oso_adapters.rules.xpath import Vertaler
from oso_adapters.tabellen.generator import reeks
from oso_adapters.tabellen.mutanten import breekbaar, kleinste_mutant


@pytest.fixture(scope="module", params=VERSIES, ids=str)
def versie(request):
    return request.param


def _oordelen(data, versie):
    """Yield what the look at once and the rules one by one say, on both sheets, of both sets."""
    root = parse_document(data)
    if not streng_schema(versie).validate(root) or lokale_naam(root) != "dossier":
        return
    for regelset in Regelset:
        for blad in Blad:
            boek = regelboek(versie, regelset, blad, lijsten=False)
            gebroken = [treffer.regel.id for treffer in boek.find_broken(boek.beeld(root))]
            if not schema(versie).validate(root):
                gebroken.append("schema")
            yield boek.surely_holds(root), gebroken


def test_it_is_sure_of_generated_dossiers_and_never_of_one_with_a_broken_rule(versie):
    data = [o.data() for o in reeks(versie, list(profielen()), 60, zaad=100)]
    mutanten = [m.data for r in breekbaar(versie)[::3] if (m := kleinste_mutant(r, data))]
    oordelen = [oordeel for d in [*data, *mutanten] for oordeel in _oordelen(d, versie)]

    assert [] == [gebroken for zeker, gebroken in oordelen if zeker and gebroken]
    assert sum(zeker for zeker, _ in oordelen) > 100
    assert sum(bool(gebroken) for _, gebroken in oordelen) > 100


def test_it_is_sure_of_what_the_rules_hold_in_every_case(referentie, versie):
    zeker_van, onnodig = 0, 0
    for bestand in (referentie / "cases" / str(versie)).rglob("*.xml"):
        try:
            oordelen = list(_oordelen(bestand.read_bytes(), versie))
        except LeesFout:
            continue
        for zeker, gebroken in oordelen:
            assert not (zeker and gebroken), (bestand.name, gebroken)
            zeker_van += zeker
            onnodig += not zeker and not gebroken

    assert zeker_van > 100
    assert onnodig <= 2


PLAATS = "/dossier/huidigeschool/leerling"


@pytest.mark.parametrize(
    ("eis", "verwacht"),
    [
        (gevuld("bsn"), "not(d:bsn)"),
        (niet(gevuld("bsn")), "d:bsn"),
        (gevuld("adreslijst/adres"), "not(d:adreslijst/d:adres)"),
        (waar("tehuis"), "not(d:tehuis='true' or d:tehuis='1')"),
        (niet(waar("tehuis")), "d:tehuis[not(.='false' or .='0')]"),
        (uit("nnca", "1", "2"), "not((d:nnca='1' or d:nnca='2'))"),
        (en(gevuld("bsn"), gevuld("nnca")), "(not(d:bsn) or not(d:nnca))"),
        (of(gevuld("bsn"), gevuld("nnca")), "(not(d:bsn) and not(d:nnca))"),
        (is_("//metadata/overstap/text()", "POVO"), "not(/d:dossier/d:metadata/d:overstap='POVO')"),
        (is_("./text()", "x"), "not(.='x')"),
        (is_("nnca", "it's"), 'not(d:nnca="it\'s")'),
        (is_("voornaam", "x"), "true()"),
        (waar("verzorger/adresgeheim"), "true()"),
        (bevat("bsn", "x"), "true()"),
    ],
)
def test_a_requirement_becomes_xpath_that_misses_nothing(eis, verwacht):
    assert verwacht == Vertaler(VERSIES[-1], PLAATS).mogelijk(eis, wil=False)


def test_a_value_that_no_literal_can_hold_is_refused():
    with pytest.raises(ValueError, match="quotes"):
        Vertaler(VERSIES[-1], PLAATS).mogelijk(is_("nnca", "'\""), wil=True)

"""Generated dossiers are valid, of every kind, and the same for the same seed."""

from __future__ import annotations

from collections import Counter
from datetime import date
from random import Random

import pytest
from lxml import etree
from stdnum.nl import bsn, onderwijsnummer

from oso_adapters import VERSIES, Regelset, check, read_dossier, write_dossier
from oso_adapters.binding import schema
from oso_adapters.gegevensset._boom import plekken
from oso_adapters.gegevensset._veld import Vorm
from oso_adapters.gegevensset.profielen import profielen
from oso_adapters.rules import regels
from oso_adapters.rules.woorden import Gevuld, Niet
from oso_adapters.tabellen.bouwen import GEWOON, KLEIN, VOL
from oso_adapters.tabellen.generator import genereer, reeks
from oso_adapters.tabellen.waarden import Waarden

AANTAL = 200
"""Dossiers of each version; ``oso generate`` makes any number."""


@pytest.fixture(params=VERSIES, ids=str)
def versie(request):
    return request.param


def test_a_generated_dossier_is_valid_read_as_written_and_the_same_a_second_time(versie):
    for opdracht in reeks(versie, list(profielen()), AANTAL):
        data = opdracht.data()
        uitslagen = [check(data, regelset=regelset) for regelset in Regelset]
        opnieuw = genereer(versie, opdracht.profiel, opdracht.zaad, opdracht.omvang)

        assert ["geldig", "geldig"] == [uitslag.oordeel for uitslag in uitslagen], opdracht.naam
        assert {opdracht.profiel} == {uitslag.profiel for uitslag in uitslagen}
        assert not any(uitslag.meldingen for uitslag in uitslagen)
        assert opnieuw == read_dossier(data)
        assert data == write_dossier(opnieuw, versie)


def test_what_does_not_hold_of_a_generated_dossier_is_named():
    een, ander = reeks(VERSIES[-1], ["POVO", "POPO"], 2)
    stuk = een.data().replace(b"</overdrachtsoort>", b"x</overdrachtsoort>")

    assert [] == list(een.gebreken(een.data()))
    assert ["gelezen en gelijk", "een tweede keer dezelfde bytes"] == list(
        ander.gebreken(een.data())
    )[-2:]
    assert 4 == len(list(een.gebreken(stuk)))


def test_another_seed_gives_another_dossier(versie):
    gemaakt = [write_dossier(genereer(versie, "POVO", zaad), versie) for zaad in range(20)]

    assert 20 == len(set(gemaakt))


def _gevulde_paden(data):
    boom = etree.fromstring(data)
    for el in boom.iter("*"):
        delen = [etree.QName(e).localname for e in (*reversed(list(el.iterancestors())), el)]
        pad = "/" + "/".join(delen)
        yield pad
        yield from (f"{pad}/@{naam}" for naam in el.keys())  # noqa: SIM118 - attributes


def _nergens_toegestaan(versie):
    """Return the fields of the leerling that a rule forbids in every kind of dossier."""
    per_veld = Counter(
        regel.over
        for regel in regels(versie, Regelset.AFSPRAAK)
        if regel.bij == "leerling"
        and isinstance(regel.eis, Niet)
        and isinstance(regel.eis.deel, Gevuld)
    )
    return {veld for veld, aantal in per_veld.items() if aantal == 3}


def test_every_field_is_filled_in_some_dossier_but_for_what_no_kind_may_hold(versie, gemaakt):
    gevuld = {pad for data in gemaakt(versie) for pad in _gevulde_paden(data)}
    alle = {plek.pad for plek in plekken(versie)} | {plek.kop for plek in plekken(versie)}
    leerling = "/dossier/huidigeschool/leerling"
    nooit = {f"{leerling}/{veld}" for veld in _nergens_toegestaan(versie)}
    huisarts = {f"{leerling}/huisarts/{naam}" for naam in ("roepnaam", "geslacht")} & alle

    weg = {pad for pad in alle if any(pad.startswith(n) for n in nooit | huisarts)}
    assert weg
    assert weg == alle - gevuld


def test_what_may_be_there_again_is_there_more_than_once_in_some_dossier(versie, gemaakt):
    """Also a repeated sequence, of which parallel lists would lose the pairing."""
    bomen = [etree.fromstring(data) for data in gemaakt(versie)]
    ns = f"{{{versie.namespace}}}"
    vaker = set()
    for boom in bomen:
        for el in boom.iter("*"):
            telling = Counter(kind.tag for kind in el)
            vaker |= {tag.removeprefix(ns) for tag, keer in telling.items() if keer > 1}
    herhaald = {
        plek.veld.elementen[-1]
        for plek in plekken(versie)
        if plek.veld.onbeperkt or plek.veld.vorm is Vorm.LIJST
    }
    nooit = {"nationaliteit"}

    assert herhaald - vaker <= nooit
    assert any(
        len(reeks.findall(f"{ns}naam")) > 1 and len(reeks.findall(f"{ns}score")) > 2
        for boom in bomen
        for reeks in boom.iter(f"{ns}cijferlijstTypelijst")
    )


def test_sizes_differ(versie):
    maten = [
        sum(len(write_dossier(genereer(versie, "POVO", z, o), versie)) for z in range(5)) // 5
        for o in (KLEIN, GEWOON, VOL)
    ]

    assert maten[0] * 2 < maten[1]
    assert maten[1] * 3 < maten[2]


def test_every_generated_dossier_fits_the_derived_schema_alone(versie, gemaakt):
    assert all(schema(versie).validate(etree.fromstring(data)) for data in gemaakt(versie))


def test_numbers_of_a_leerling_pass_the_elfproef(gemaakt):
    namen = {"bsn": bsn, "onderwijsnummer": onderwijsnummer}
    gezien = Counter()
    for data in gemaakt(VERSIES[-1]):
        for el in etree.fromstring(data).iter("{*}bsn", "{*}onderwijsnummer"):
            naam = etree.QName(el).localname
            gezien[naam] += 1

            assert namen[naam].is_valid(el.text), naam
    assert min(gezien[naam] for naam in namen) > 10


def test_values_follow_from_the_random_numbers_alone():
    een, ander = (Waarden(Random(7), VERSIES[-1], date(2020, 3, 1)) for _ in range(2))

    for plek in plekken(VERSIES[-1]):
        if plek.veld.soort is not None:
            waarde = een.maak(plek.veld, plek.veld.soort, plek.pad)

            assert waarde == ander.maak(plek.veld, plek.veld.soort, plek.pad)
            assert plek.veld.soort.past(waarde), plek.pad

"""Verdicts that need a document of a special kind."""

from __future__ import annotations

import re
import sys

import attrs
import pytest
from lxml import etree

from oso_adapters import Blad, Regelset, check, read_dossier, write_dossier
from oso_adapters.binding import schema
from oso_adapters.gegevensset import Dossier, Dossiers, Instelling, Leerling, Ruw
from oso_adapters.melding import Oordeel, Wie
from oso_adapters.rules import Regel, regels
from oso_adapters.rules.engine import Regelboek
from oso_adapters.rules.woorden import Functie
from oso_adapters.versies import VERSIES

NS = "http://www.edustandaard.nl/oso_gegevensset/2019/dossier"


def _regels(uitslag):
    return [m.regel for m in uitslag.meldingen]


def test_a_comment_inside_a_code_splits_it_as_in_the_published_sheets(dossier):
    gesplitst = dossier.replace(b"<overstap>POVO<", b"<overstap>PO<!-- x -->VO<")

    gepubliceerd = check(gesplitst, regelset=Regelset.GEPUBLICEERD)

    assert gepubliceerd.oordeel is Oordeel.ONGELDIG
    assert {"CL16.overstap", "OVa.OS02"} <= set(_regels(gepubliceerd))


@pytest.mark.parametrize("regelset", list(Regelset))
def test_a_comment_beside_a_code_changes_nothing(dossier, regelset):
    naast = dossier.replace(b"<overstap>POVO<", b"<overstap><!-- x -->POVO<?a b?><")

    assert check(naast, regelset=regelset).oordeel is Oordeel.GELDIG


def test_a_comment_inside_the_end_of_lwoo_stops_the_published_sheets(geval):
    data = geval("G12").replace(b"-07-31</lwoo_einddatum>", b"-07<!-- x -->-31</lwoo_einddatum>")

    gepubliceerd = check(data, regelset=Regelset.GEPUBLICEERD)

    assert gepubliceerd.oordeel is Oordeel.NIET_VAST_TE_STELLEN
    assert () == gepubliceerd.meldingen
    assert check(data).oordeel is Oordeel.GELDIG


def test_cdata_is_text(dossier):
    cdata = dossier.replace(b"<overstap>POVO<", b"<overstap><![CDATA[POVO]]><")

    assert check(cdata).oordeel is Oordeel.GELDIG


XSI = b'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
PAST_NIET = {
    "attachment of nothing": lambda data: _inhoud(data, b""),
    "attachment of an empty CDATA": lambda data: _inhoud(data, b"<![CDATA[]]>"),
    "attachment of a comment": lambda data: _inhoud(data, b"<!-- a -->"),
    "type of the strict schema": lambda data: data.replace(
        b"<overstap>", b'<overstap %s xsi:type="lijst16">' % XSI
    ),
    "looser type for an attachment": lambda data: data.replace(
        b"<bestandsinhoud>",
        b'<bestandsinhoud %s xmlns:xs="http://www.w3.org/2001/XMLSchema" xsi:type="xs:string">'
        % XSI,
        1,
    ),
}


def _inhoud(data, inhoud):
    return re.sub(rb"(<bestandsinhoud>)[^<]*", rb"\1" + inhoud, data, count=1)


@pytest.mark.parametrize("wijze", PAST_NIET)
@pytest.mark.parametrize("regelset", list(Regelset))
def test_the_look_at_once_never_lets_through_what_the_schema_refuses(geval, wijze, regelset):
    data = geval("G12")
    anders = PAST_NIET[wijze](data)

    assert anders != data
    assert not schema(VERSIES[-1]).validate(etree.fromstring(anders))
    assert Oordeel.GELDIG is check(data, regelset=regelset).oordeel
    assert Oordeel.ONGELDIG is check(anders, regelset=regelset).oordeel


def test_blanks_around_a_code_are_a_wrong_code(dossier):
    uitslag = check(dossier.replace(b"<overstap>POVO<", b"<overstap> POVO <"))

    assert "CL16.overstap" in _regels(uitslag)


def test_a_number_with_a_zero_is_another_code(dossier):
    model = read_dossier(dossier)
    model.huidigeschool.leerling.geslacht = "01"

    assert ["CL14.geslacht"] == _regels(check(model))


@pytest.mark.parametrize(
    ("naam", "verwacht"),
    [("leerling", Leerling(achternaam="x")), ("instelling", Instelling(naam="x"))],
)
def test_a_part_of_a_dossier_is_no_dossier(naam, verwacht):
    uitslag = check(verwacht)

    assert uitslag.oordeel is Oordeel.NIET_VAST_TE_STELLEN
    assert naam in uitslag.meldingen[0].melding


def test_the_published_sheets_only_ask_a_part_for_its_deeldossier():
    uitslag = check(Instelling(naam="x"), regelset=Regelset.GEPUBLICEERD)

    assert [(m.regel, m.locatie) for m in uitslag.meldingen] == [("CL33.deeldossier", "/[1]")]


def test_a_file_without_a_dossier_has_no_verdict():
    uitslag = check(Dossiers())

    assert uitslag.oordeel is Oordeel.NIET_VAST_TE_STELLEN
    assert uitslag.reden


def test_two_inzagen_stop_the_published_sheets(dossier):
    twee = Dossiers(dossier=[read_dossier(dossier), read_dossier(dossier)])

    gepubliceerd = check(twee, regelset=Regelset.GEPUBLICEERD)

    assert gepubliceerd.oordeel is Oordeel.NIET_VAST_TE_STELLEN
    assert () == gepubliceerd.meldingen
    assert check(twee).oordeel is Oordeel.GELDIG


def test_a_rule_that_fails_is_never_valid(dossier, monkeypatch):
    def stuk(_tekst):
        raise ZeroDivisionError

    kapot = Functie("naam", stuk, "-", str, str)
    echte = regels(VERSIES[-1], Regelset.AFSPRAAK)
    met_kapot = [
        attrs.evolve(r, eis=kapot) if r.id == "OVa.SL02" else r
        for r in echte
        if r.voor.blad != "PaO"
    ]
    boek = Regelboek(met_kapot, VERSIES[-1])
    monkeypatch.setattr(sys.modules["oso_adapters.check"], "regelboek", lambda *_, **__: boek)

    uitslag = check(dossier)

    assert uitslag.oordeel is Oordeel.NIET_VAST_TE_STELLEN
    assert "OVa.SL02" in uitslag.reden


def test_the_sheet_follows_the_kind_of_transfer(dossier, geval):
    assert Blad.OV is check(dossier).blad
    assert Blad.OV is check(geval("G17")).blad


@pytest.mark.parametrize(("naam", "profiel"), [("G01", "POVO"), ("G13", "POPO"), ("G17", "BB")])
def test_the_profile_is_found_in_the_file(geval, naam, profiel):
    assert profiel == check(geval(naam)).profiel


def test_a_structural_finding_and_a_rule_are_both_told(dossier):
    model = read_dossier(dossier)
    model.inzage.inzagedatum = Ruw("gisteren")
    model.inzage.akkoord = None

    assert ["OVa.IZ04", "ST.waarde"] == sorted(_regels(check(model)))


def test_a_value_is_shown_only_where_that_is_declared(dossier):
    model = read_dossier(dossier)
    model.huidigeschool.leerling.geslacht = "Jansen"
    model.huidigeschool.adreslijst[0].soortadres = "Bezoek"

    gevonden = {m.regel: m.gevonden for m in check(model).meldingen}

    assert {"ST.waarde": None, "CL14.geslacht": None, "CL19.soortadres": "Bezoek"} == gevonden


@pytest.mark.parametrize(
    ("deeldossier", "getoond"),
    [
        *[(code, True) for code in ("las", "LSA", "LVSLAS", "7", "0012", "LAS 17")],
        *[(tekst, False) for tekst in ("Jansen", "Jan Jansen 123456782", "123456782")],
    ],
)
def test_only_what_looks_like_a_code_of_the_field_is_shown(dossier, deeldossier, getoond):
    model = read_dossier(dossier)
    model.metadata.deeldossier = deeldossier

    gevonden = {m.gevonden for m in check(model).meldingen}
    assert {deeldossier if getoond else None} == gevonden


@pytest.mark.parametrize(
    ("versie", "getoond"),
    [("2018.1", True), ("2019.1.3", True), ("versie 2019", False), ("23-01-2008", False)],
)
def test_of_a_version_only_what_is_one_is_shown(dossier, versie, getoond):
    model = read_dossier(dossier)
    model.metadata.standaardversie = versie

    assert {versie if getoond else None} == {m.gevonden for m in check(model).meldingen}


def test_no_finding_holds_a_long_or_unprintable_value(dossier):
    model = read_dossier(dossier)
    model.huidigeschool.adreslijst[0].soortadres = "x" * 41
    model.huidigeschool.communicatielijst[0].soort = "te\nlang"

    assert {None} == {m.gevonden for m in check(model).meldingen}


def test_a_dossier_that_can_not_be_written_is_not_valid(dossier):
    model = read_dossier(dossier)
    model.huidigeschool.leerling.achternaam = "a\x00"

    uitslag = check(model)

    assert uitslag.oordeel is Oordeel.ONGELDIG
    assert "/dossier/huidigeschool/leerling/achternaam" == uitslag.meldingen[0].pad


def test_an_empty_dossier_is_not_valid():
    uitslag = check(Dossier())

    assert uitslag.oordeel is Oordeel.ONGELDIG
    assert {"ST.ontbreekt", "CL33.deeldossier"} == set(_regels(uitslag))


@pytest.mark.parametrize("regelset", list(Regelset))
@pytest.mark.parametrize("regel", regels(VERSIES[-1], Regelset.GEPUBLICEERD), ids=lambda r: r.id)
def test_every_rule_can_be_told_to_people(regel: Regel, regelset):
    gekozen = {r.id: r for r in regels(VERSIES[-1], regelset)}[regel.id]

    assert gekozen.melding.endswith(".")
    assert gekozen.herstel.endswith(".")
    assert isinstance(gekozen.wie, Wie)


def test_checking_what_was_written_gives_the_same_verdict(dossier):
    assert check(dossier) == check(write_dossier(read_dossier(dossier)))

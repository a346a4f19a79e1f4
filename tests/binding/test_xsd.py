"""The derived schema, with a second opinion by another validator."""

from __future__ import annotations

from decimal import Decimal
from importlib.resources import files

import pytest
import xmlschema
from lxml import etree

from oso_adapters import VERSIES, Versie, write_dossier
from oso_adapters.binding import schema, schema_tekst
from oso_adapters.gegevensset import Document, Resultaat, Toetsscore
from oso_adapters.rules.streng import streng_schema

NIEUWSTE = VERSIES[-1]
GEVALLEN = sorted(
    bestand.name.removesuffix(".xml")
    for bestand in (files("oso_conformance") / "gevallen").iterdir()
    if bestand.name.endswith(".xml")
)
STUK = {
    "wrong order": (b"<deeldossier>LASLVS</deeldossier>", b""),
    "unknown element": (b"<metadata>", b"<metadata><onbekend/>"),
    "empty text": (b"<deeldossier>LASLVS<", b"<deeldossier><"),
    "wrong date": (b"<voorlopigdossier>", b"<voorlopigdossier>x"),
    "wrong brin": (b"<brincode>00YY<", b"<brincode>0YY<"),
    "no date at all": (b"<datum>", b"<datum>2019-02-30"),
    "attribute": (b"<metadata>", b'<metadata a="b">'),
}


@pytest.fixture(scope="module")
def ander():
    return xmlschema.XMLSchema10(schema_tekst(NIEUWSTE))


def test_another_validator_accepts_the_schema(ander):
    assert {"dossier", "dossiers", "leerling", "terugkoppeling"} <= set(ander.elements)


@pytest.mark.parametrize("naam", GEVALLEN)
@pytest.mark.parametrize("streng", [False, True])
def test_every_geval_fits_the_plain_and_the_strict_schema(geval, naam, streng):
    assert schema(NIEUWSTE, streng=streng).validate(etree.fromstring(geval(naam)))


@pytest.mark.parametrize("naam", ["G01", "G12", "G17"])
def test_another_validator_accepts_the_same_dossiers(ander, geval, naam):
    assert ander.is_valid(geval(naam).decode())


@pytest.mark.parametrize("fout", STUK)
def test_another_validator_refuses_the_same_dossiers(ander, dossier, fout):
    oud, nieuw = STUK[fout]
    assert oud in dossier
    stuk = dossier.replace(oud, nieuw, 1)

    assert not schema(NIEUWSTE).validate(etree.fromstring(stuk))
    assert not ander.is_valid(stuk.decode())


def test_the_strict_schema_refuses_a_code_that_the_plain_one_takes(dossier):
    anders = dossier.replace(b"<geslacht>", b"<geslacht>0", 1)

    assert schema(NIEUWSTE).validate(etree.fromstring(anders))
    assert not schema(NIEUWSTE, streng=True).validate(etree.fromstring(anders))


def test_the_schema_of_another_version_has_the_fields_of_that_version():
    eerder = schema_tekst(Versie("2017.1", "2017.1.2", "http://example.nl/eerder"))

    assert 'name="overleden"' in schema_tekst(NIEUWSTE)
    assert 'name="overleden"' not in eerder
    assert 'name="huisarts"' not in eerder


@pytest.mark.parametrize(
    ("blok", "goed"),
    [
        (Resultaat(), False),
        (Resultaat(document=Document(bestandsnaam="a", bestandsinhoud="b")), True),
        (Resultaat(toetsscore=Toetsscore(tijd=Decimal(1))), True),
        (Toetsscore(), False),
        (Toetsscore(codevaardigheidsschaal="a"), False),
        (Toetsscore(vaardigheidsscore=Decimal(1), codevaardigheidsschaal="a"), True),
        (Toetsscore(aantalopgaven=1, aantalfout=2), True),
    ],
)
def test_the_strict_schema_can_ask_that_a_block_is_not_empty(blok, goed):
    document = etree.fromstring(write_dossier(blok))

    assert schema(NIEUWSTE).validate(document)
    assert goed == streng_schema(NIEUWSTE).validate(document)

"""Each simple type accepts and refuses what the derived schema accepts and refuses."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
import xmlschema
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from lxml import etree

from oso_adapters import versie
from oso_adapters.binding import schema_tekst
from oso_adapters.gegevensset import Ruw
from oso_adapters.gegevensset._boom import blokken
from oso_adapters.gegevensset._veld import velden

XS = "{http://www.w3.org/2001/XMLSchema}"
VERSIE = versie("2019.1")
SOORTEN = {v.soort.naam: v.soort for cls in blokken(VERSIE) for v in velden(cls) if v.soort}

GEVALLEN = {
    # type: (texts that are of it, texts that are not)
    "tekst": (["a", " ", "een tekst", "é", "\U0001f600"], [""]),
    "vrijetekst": (["", "a", " "], []),
    "korttekst": (["a", "a" * 35, "é" * 35], ["", "a" * 36]),
    "aandachtspunten": (["a", "a" * 280], ["", "a" * 281]),
    "toetsadvies": (["", "a" * 1024], ["a" * 1025]),
    "brincode": (
        ["00YY", "99AA"],
        ["", "00yy", "0YY", "00YYY", " 00YY", "00YY ", "00ÄÖ", "٠٠YY", "00YY\n"],
    ),
    "vestigingscode": (["00", "99"], ["", "0", "000", " 00", "0a", "٠٠"]),
    "elementcode": (["0000", "1234"], ["", "123", "12345", "12 4"]),
    "schooljaar": (["2019-2020", "0000-9999"], ["", "2019/2020", "2019 - 2020", "19-20"]),
    "geboortemaand": (["2008-01", "2008-13"], ["", "2008-1", "2008-01-01", "januari"]),
    "gbadatum": (["23-01-2008", "00-00-2008"], ["", "2008-01-23", "23-1-2008", "23-01-08"]),
    "codegetal": (
        ["0", "1", "01", "+1", "-1", " 1 ", "\t1\n"],
        ["", "a", "1.0", "1,0", "1 0", "٣"],
    ),
    "geheel": (["0", "007", "-12", "+12", " 5 ", "9" * 30], ["", "-", "1.0", "1e3", "0x1", "1_0"]),
    "geheelgetal": (
        ["0", "2147483647", "-2147483648", "+2147483647", " 00012 "],
        ["", "2147483648", "-2147483649", "1.5", "1e3"],
    ),
    "standaardscore": (["0", "1000", " 500 ", "0500", "+1"], ["", "-1", "1001", "5.5", "vijf"]),
    "maanden": (["1", "24", "012"], ["", "0", "25", "-3", "1.0"]),
    "getal": (
        ["0", "7.5", "-7.5", "+7.5", ".5", "5.", " 7.5 ", "0" * 40],
        ["", ".", "7,5", "1e3", "NaN", "INF", "1_0", "- 1", "٣"],
    ),
    "janee": (["true", "false", "1", "0", " true "], ["", "True", "ja", "nee", "yes", "2"]),
    "datum": (
        [
            *("2020-02-29", "2019-02-28", "2019-01-01Z", "2019-01-01+01:00"),
            *("0001-01-01", "12019-01-01", "-0001-01-01"),
        ],
        [
            *("", "2019-02-29", "1900-02-29", "2019-13-01", "2019-00-10", "2019-1-1", "19-01-01"),
            *(
                "01-01-2019",
                " 2019-01-01 ",
                "012019-01-01",
                "2019-01-01+15:00",
                "2019-01-01T00:00:00",
                "2019-01-01 +01:00",
            ),
            *("vandaag", "٢٠١٩-٠١-٠١"),
        ],
    ),
    "lwoodatum": (
        ["2020-07-31", " 1999-07-31 "],
        ["", "2020-07-30", "2020-08-31", "12020-07-31", "2020-07-31Z", "31-07-2020"],
    ),
}
"""Type by type; what is right is in the lexical space of XML Schema."""

TEKSTEN = [
    (naam, tekst, hoort)
    for naam, (goed, fout) in GEVALLEN.items()
    for hoort, teksten in ((True, goed), (False, fout))
    for tekst in teksten
]


def _schema_per_type():
    """Return a schema with one element for each simple type of the derived schema."""
    wortel = etree.fromstring(schema_tekst(VERSIE).encode())
    return {
        soort.get("name"): (
            f'<xs:schema xmlns:xs="{XS[1:-1]}">{etree.tostring(soort).decode()}'
            f'<xs:element name="waarde" type="{soort.get("name")}"/></xs:schema>'
        )
        for soort in wortel.iter(f"{XS}simpleType")
    }


SCHEMA = _schema_per_type()
LIBXML2 = {naam: etree.XMLSchema(etree.fromstring(tekst)) for naam, tekst in SCHEMA.items()}


def _element(tekst):
    element = etree.Element("waarde")
    element.text = tekst
    return element


def test_every_simple_type_of_the_model_has_cases():
    assert set(SOORTEN) == set(GEVALLEN) == set(SCHEMA)


@pytest.mark.parametrize(("naam", "tekst", "hoort"), TEKSTEN)
def test_type_accepts_what_belongs_to_it_and_nothing_else(naam, tekst, hoort):
    assert hoort == SOORTEN[naam].past(tekst)


@pytest.mark.parametrize(("naam", "tekst", "hoort"), TEKSTEN)
def test_type_agrees_with_the_derived_schema(naam, tekst, hoort):
    volgens_libxml2 = LIBXML2[naam].validate(_element(tekst))

    assert hoort == volgens_libxml2


@pytest.mark.parametrize("naam", GEVALLEN)
def test_texts_of_a_type_are_right_for_a_second_reader_of_the_schema_too(naam):
    schema = xmlschema.XMLSchema(SCHEMA[naam])
    goed, _ = GEVALLEN[naam]

    assert [] == [tekst for tekst in goed if not schema.is_valid(_element(tekst))]


_TEKENS = st.sampled_from("0123456789-+.:,TZaeErux YSTR é٣\t\n")
_GETALLEN = st.from_regex(r"[+-]?[0-9]{1,5}(-[0-9]{2}){0,2}", fullmatch=True)


@settings(deadline=None, derandomize=True, max_examples=300)
@given(naam=st.sampled_from(sorted(SOORTEN)), tekst=st.text(_TEKENS, max_size=14) | _GETALLEN)
@example(naam="datum", tekst="0000-01-01")
@example(naam="datum", tekst="-0004-02-29")
def test_type_agrees_with_the_derived_schema_on_any_text(naam, tekst):
    assume(naam != "datum" or tekst == tekst.strip())

    assert LIBXML2[naam].validate(_element(tekst)) == SOORTEN[naam].past(tekst)


@pytest.mark.parametrize(
    ("naam", "tekst", "waarde"),
    [
        ("datum", "2019-08-01", date(2019, 8, 1)),
        ("datum", " 2019-08-01\n", date(2019, 8, 1)),
        ("datum", "2019-02-29", Ruw("2019-02-29")),
        ("datum", "2019-08-01Z", Ruw("2019-08-01Z")),
        ("datum", "2019-08-01+02:00", Ruw("2019-08-01+02:00")),
        ("datum", "12019-08-01", Ruw("12019-08-01")),
        ("datum", "-0001-08-01", Ruw("-0001-08-01")),
        ("datum", "", Ruw("")),
        ("datum", " gisteren ", Ruw(" gisteren ")),
        ("lwoodatum", "2020-07-31", date(2020, 7, 31)),
        ("janee", "true", True),
        ("janee", "1", True),
        ("janee", "false", False),
        ("janee", " 0 ", False),
        ("janee", "ja", Ruw("ja")),
        ("geheel", " 007 ", 7),
        ("geheel", "-3", -3),
        ("geheel", "9" * 30, int("9" * 30)),
        ("geheel", "9" * 5000, Ruw("9" * 5000)),
        ("geheel", "1.0", Ruw("1.0")),
        ("geheelgetal", "+5", 5),
        ("getal", "7.50", Decimal("7.50")),
        ("getal", " 7 ", Decimal(7)),
        ("getal", "7,5", Ruw("7,5")),
        ("getal", "NaN", Ruw("NaN")),
        ("getal", "1e3", Ruw("1e3")),
    ],
)
def test_text_is_read_as_the_type_or_kept_as_it_stands(naam, tekst, waarde):
    gelezen = SOORTEN[naam].lees(tekst)

    assert waarde == gelezen
    assert type(waarde) is type(gelezen)


@pytest.mark.parametrize("naam", SOORTEN)
def test_type_says_in_dutch_what_it_expects(naam):
    assert SOORTEN[naam].verwacht.startswith(("een ", "twee ", "vier ", "true ", "31 "))


@pytest.mark.parametrize(
    ("naam", "verwacht"),
    [
        ("korttekst", "een tekst van 1 tot en met 35 tekens"),
        ("toetsadvies", "een tekst van 0 tot en met 1024 tekens"),
        ("maanden", "een geheel getal van 1 tot en met 24"),
        ("tekst", "een tekst van ten minste 1 teken"),
        ("vrijetekst", "een tekst"),
        ("datum", "een datum als JJJJ-MM-DD"),
        ("brincode", "twee cijfers en twee hoofdletters"),
    ],
)
def test_type_expects_its_limits(naam, verwacht):
    assert verwacht == SOORTEN[naam].verwacht

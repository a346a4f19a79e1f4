"""What is written can be read again, and nothing is lost without a word."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from enum import IntEnum
from importlib.resources import files

import pytest

from oso_adapters import check, read_dossier, write_dossier
from oso_adapters.errors import DossierOngeldig, LeesFout
from oso_adapters.gegevensset import (
    Adres,
    Cijferlijst,
    Communicatie,
    Document,
    Dossier,
    Dossiers,
    Eindtoetsresultaat,
    Huidigeschool,
    Land,
    Leerling,
    Metadata,
    Onderdeel,
    Overstapadvies,
    Persoon,
    Ruw,
    Score,
    Terugkoppeling,
    Toetsscore,
    Vakcijfer,
    Verzorger,
    Verzuim,
)
from oso_adapters.versies import Versie

NS = "http://www.edustandaard.nl/oso_gegevensset/2019/dossier"
GEVALLEN = sorted(
    bestand.name
    for bestand in (files("oso_conformance") / "gevallen").iterdir()
    if bestand.name.endswith(".xml")
)


def _met_leerling(**velden):
    return Dossier(huidigeschool=Huidigeschool(leerling=Leerling(**velden)))


def _terug(dossier):
    return read_dossier(write_dossier(dossier))


@pytest.mark.parametrize("naam", GEVALLEN)
def test_a_dossier_that_is_read_and_written_is_the_same(geval, naam):
    data = geval(naam.removesuffix(".xml"))

    assert data == write_dossier(read_dossier(data))


def test_every_published_example_is_read_and_written_without_loss(referentie):
    for voorbeeld in (referentie / "official" / "2019.1").glob("*.xml"):
        gelezen = read_dossier(voorbeeld.read_bytes())

        assert gelezen == _terug(gelezen)


DOSSIERS = {
    "empty": Dossier(),
    "two groups in a cijferlijst": _met_leerling(
        cijferlijstlijst=[
            Cijferlijst(
                cijferlijstTypelijst=[
                    Vakcijfer(
                        naam="taal",
                        onderdeel=[
                            Onderdeel(naam="spelling", score=Score(waarde="7")),
                            Onderdeel(naam="lezen", score=Score(waarde="8")),
                        ],
                        score=[Score(waarde="7.5"), Score(kwalificatie="goed")],
                    ),
                    Vakcijfer(naam="rekenen", score=[Score(waarde="6")]),
                    Vakcijfer(
                        naam="gym", onderdeel=[Onderdeel(naam="bal")], score=[Score(waarde="9")]
                    ),
                ],
                jaargroep="8",
            )
        ]
    ),
    "an empty list beside no list": _met_leerling(adreslijst=[], toetslijst=None),
    "a list that may be empty": Eindtoetsresultaat(onderdelen=[]),
    "unreadable values": Metadata(datum=Ruw("gisteren")),
    "a date with a zone": Metadata(datum=Ruw("2019-01-01Z")),
    "special characters": _met_leerling(achternaam='O\'Neill & "Zn" <b> \t\n é \U0001f600'),
    "carriage return": _met_leerling(achternaam="a\r\nb\rc"),
    "empty texts": Overstapadvies(advies="", aandachtspunten=""),
    "numbers": Toetsscore(aantalgoed=-3, tijd=Decimal("0.10"), vaardigheidsscore=Decimal("1E+3")),
}


@pytest.mark.parametrize("naam", [n for n in DOSSIERS if isinstance(DOSSIERS[n], Dossier)])
def test_any_dossier_comes_back_as_it_was(naam):
    assert DOSSIERS[naam] == _terug(DOSSIERS[naam])


@pytest.mark.parametrize(
    "blok",
    [
        DOSSIERS["unreadable values"],
        DOSSIERS["a date with a zone"],
        DOSSIERS["numbers"],
        DOSSIERS["a list that may be empty"],
        Dossiers(dossier=[Dossier(), Dossier()], terugkoppeling=[Terugkoppeling()]),
        Verzorger(achternaam="x", overleden=True),
    ],
)
def test_any_global_element_can_be_the_root(blok):
    assert blok == _terug(blok)


def test_an_attribute_and_its_text_come_back():
    adres = Adres(straat="a", land=Land(waarde="6030", omschrijving='Ne"der\nland'))

    assert adres == _terug(adres)


def test_a_block_without_an_element_can_not_be_a_document():
    with pytest.raises(TypeError, match="Overstapadvies"):
        write_dossier(Overstapadvies())


def test_a_date_beyond_python_is_kept_as_it_stands():
    data = f'<metadata xmlns="{NS}"><datum>12019-01-01</datum></metadata>'.encode()

    assert Ruw("12019-01-01") == read_dossier(data).datum


def test_comments_and_instructions_do_not_split_a_text():
    data = f'<metadata xmlns="{NS}"><pakketnaam>a<!-- x -->b<?y z?>c</pakketnaam></metadata>'

    assert "abc" == read_dossier(data.encode()).pakketnaam


def _xml(element, inhoud, attributen=""):
    return f'<{element} xmlns="{NS}"{attributen}>{inhoud}</{element}>'.encode()


TWEE_DATUMS = "<datum>2019-01-01</datum><datum>2019-01-02</datum>"
VERLIES = {
    "unknown element": _xml("metadata", "<onbekend/>"),
    "element of another namespace": _xml("metadata", '<a xmlns="b"/>'),
    "element inside a text": _xml("metadata", "<pakketnaam>a<b/></pakketnaam>"),
    "second of one": _xml("metadata", TWEE_DATUMS),
    "unknown attribute": _xml("metadata", "", ' a="b"'),
    "unknown attribute deeper": _xml("metadata", '<pakketnaam a="b">c</pakketnaam>'),
    "loose text in front": _xml("metadata", "los<pakketnaam>c</pakketnaam>"),
    "loose text behind": _xml("metadata", "<pakketnaam>c</pakketnaam>los"),
    "loose text in an empty block": _xml("metadata", "los"),
    "loose text in an empty list": _xml("instelling", "<adreslijst>los</adreslijst>"),
    "unknown item": _xml("instelling", "<adreslijst><b/></adreslijst>"),
    "second list": _xml("instelling", "<adreslijst/><adreslijst/>"),
    "unknown in a group": _xml("cijferlijst", "<cijferlijstTypelijst><b/></cijferlijstTypelijst>"),
    "loose text that looks blank": _xml("metadata", "<pakketnaam>c</pakketnaam>\u00a0"),
    "loose text that looks blank in an empty block": _xml("metadata", "\u00a0"),
    "taken out of the namespace": _xml("metadata", '<pakketnaam xmlns="">a</pakketnaam>'),
    "taken out with blanks": _xml("metadata", "<pakketnaam xmlns\n = ''>a</pakketnaam>"),
    "block taken out of the namespace": _xml("dossier", '<metadata xmlns=""/>'),
    "loose text in a group": _xml(
        "cijferlijst", "<cijferlijstTypelijst>los<naam>a</naam></cijferlijstTypelijst>"
    ),
}


@pytest.mark.parametrize("naam", VERLIES)
def test_what_the_model_can_not_hold_is_never_dropped_in_silence(naam):
    with pytest.raises(DossierOngeldig) as gevangen:
        read_dossier(VERLIES[naam])

    assert gevangen.value.meldingen


@pytest.mark.parametrize("naam", VERLIES)
def test_the_rest_can_be_read_with_a_list_for_the_findings(naam):
    meldingen = []

    assert read_dossier(VERLIES[naam], meldingen=meldingen) is not None
    assert meldingen


PAKKET = _xml("metadata", "<pakketnaam>a</pakketnaam>")
ZELFDE = {
    "other quotes": PAKKET.replace(b'"', b"'"),
    "blanks in the first tag": PAKKET.replace(b' xmlns="', b'\n xmlns = "'),
    "a declaration in front": PAKKET.replace(b" xmlns=", b" xmlns:a='b' xmlns="),
    "the namespace once more": PAKKET.replace(b"naam>a", f'naam xmlns="{NS}">a'.encode()),
    "a prefix": PAKKET.replace(b"<", b"<p:").replace(b"<p:/", b"</p:").replace(b"ns=", b"ns:p="),
    "a prefix further on": PAKKET.replace(
        b"<pakketnaam>", f'<p:pakketnaam xmlns:p="{NS}">'.encode()
    ).replace(b"</pakketnaam>", b"</p:pakketnaam>"),
    "a comment in front": b'<!-- <a xmlns="b"> -->' + PAKKET,
    "ends of lines of Windows": PAKKET.replace(b"><", b">\r\n<"),
    "blanks": PAKKET.replace(b"><", b">\n\t <"),
    "UTF-16": PAKKET.decode().encode("utf-16"),
    "a mark in front": b"\xef\xbb\xbf" + PAKKET,
    "many equals signs": PAKKET.replace(b"><", f"><!--{'=' * 5000}--><".encode(), 1),
}


@pytest.mark.parametrize("naam", ZELFDE)
def test_the_same_document_may_be_spelled_in_many_ways(naam):
    assert Metadata(pakketnaam="a") == read_dossier(ZELFDE[naam])


def test_attributes_of_the_schema_language_are_no_content():
    xsi = "http://www.w3.org/2001/XMLSchema-instance"
    data = _xml("metadata", "", f' xmlns:xsi="{xsi}" xsi:schemaLocation="a b"')

    assert Metadata() == read_dossier(data)


ONSCHRIJFBAAR = {
    "fraction in a text": (
        _met_leerling(achternaam=0.5),
        "/dossier/huidigeschool/leerling/achternaam",
    ),
    "list for a text": (
        _met_leerling(achternaam=["x"]),
        "/dossier/huidigeschool/leerling/achternaam",
    ),
    "text for a list": (_met_leerling(voornaam="Jan"), "/dossier/huidigeschool/leerling/voornaam"),
    "fraction in an attribute": (
        _met_leerling(adreslijst=[Adres(land=Land(waarde="6030", omschrijving=0.5))]),
        "/dossier/huidigeschool/leerling/adreslijst/adres/land/@omschrijving",
    ),
    "control character in an attribute": (
        _met_leerling(adreslijst=[Adres(land=Land(waarde="6030", omschrijving="a\x1f"))]),
        "/dossier/huidigeschool/leerling/adreslijst/adres/land/@omschrijving",
    ),
    "moment for a date": (
        Dossier(metadata=Metadata(datum=datetime(2019, 1, 1))),  # noqa: DTZ001
        "/dossier/metadata/datum",
    ),
    "member of an enumeration for a number": (
        _met_leerling(verzuim=Verzuim(frequentie=IntEnum("Vaak", "EEN").EEN)),
        "/dossier/huidigeschool/leerling/verzuim/frequentie",
    ),
    "other block": (Dossier(inzage=Metadata()), "/dossier/inzage"),
    "richer block": (
        _met_leerling(huisarts=Verzorger(achternaam="x")),
        "/dossier/huidigeschool/leerling/huisarts",
    ),
    "control character": (
        _met_leerling(achternaam="a\x00"),
        "/dossier/huidigeschool/leerling/achternaam",
    ),
    "surrogate": (
        _met_leerling(achternaam="a\udc80"),
        "/dossier/huidigeschool/leerling/achternaam",
    ),
    "no character": (
        _met_leerling(communicatielijst=[Communicatie(), Communicatie(nummer="\uffff")]),
        "/dossier/huidigeschool/leerling/communicatielijst/communicatie/nummer",
    ),
}


@pytest.mark.parametrize("naam", ONSCHRIJFBAAR)
def test_what_can_not_be_written_says_which_field(naam):
    dossier, pad = ONSCHRIJFBAAR[naam]

    with pytest.raises(DossierOngeldig) as gevangen:
        write_dossier(dossier)

    assert pad in {m.pad for m in gevangen.value.meldingen}


def test_a_field_of_a_later_version_is_a_finding():
    eerder = Versie("2017.1", "2017.1.2", "http://example.nl/eerder")
    verzorger = Verzorger(achternaam="x", overleden=True)

    with pytest.raises(DossierOngeldig) as gevangen:
        write_dossier(verzorger, eerder)

    assert [(m.regel, m.pad) for m in gevangen.value.meldingen] == [
        ("ST.versie", "/verzorger/overleden")
    ]
    assert b"achternaam" in write_dossier(Verzorger(achternaam="x"), eerder)


@pytest.mark.parametrize(
    ("blok", "pad"),
    [
        (Leerling(huisarts=Persoon()), "/leerling/huisarts"),
        (Leerling(verzorger=[Verzorger(), Verzorger(overleden=False)]), "/leerling/verzorger"),
        (_met_leerling(overstapadvies=Overstapadvies(aandachtspunten="")), "/dossier"),
    ],
)
def test_a_field_of_a_later_version_is_found_at_any_depth(blok, pad):
    eerder = Versie("2017.1", "2017.1.2", "http://example.nl/eerder")

    with pytest.raises(DossierOngeldig) as gevangen:
        write_dossier(blok, eerder)

    assert ["ST.versie"] == [m.regel for m in gevangen.value.meldingen]
    assert gevangen.value.meldingen[0].pad.startswith(pad)


def test_only_the_namespace_tells_versions_apart_when_the_fields_are_in_both():
    eerder = Versie("2018.1", "2018.1.2", "http://example.nl/eerder")
    blok = Verzorger(achternaam="x", overleden=True, overlijdensdatum=date(2019, 3, 1))

    assert write_dossier(blok).replace(NS.encode(), eerder.namespace.encode()) == write_dossier(
        blok, eerder
    )


class Woord(str):
    """A text that shows itself as another."""

    __slots__ = ()

    def __str__(self):
        return "something else"


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [
        (17, b"17"),
        (True, b"true"),
        (Decimal("0.50"), b"0.50"),
        (date(2019, 3, 1), b"2019-03-01"),
        (Ruw("<a>"), b"&lt;a&gt;"),
        (Woord("A&B"), b"A&amp;B"),
    ],
)
def test_a_text_field_takes_any_simple_value_beside_any_text(waarde, tekst):
    data = write_dossier(_met_leerling(voornaam=["R&D", waarde], achternaam=waarde))

    assert b"<voornaam>R&amp;D</voornaam>" in data
    assert b"<voornaam>" + tekst + b"</voornaam>" in data
    assert b"<achternaam>" + tekst + b"</achternaam>" in data


@pytest.mark.parametrize(
    ("waarde", "tekst"), [(7, b"7"), (Woord('A"<'), b"A&quot;&lt;"), ("a\tb", b"a&#9;b")]
)
def test_an_attribute_takes_any_simple_value_too(waarde, tekst):
    data = write_dossier(Adres(land=Land(waarde="6030", omschrijving=waarde)))

    assert b'omschrijving="' + tekst + b'"' in data


def test_attachments_of_many_megabytes_come_back_as_they_were():
    documenten = [
        Document(bestandsnaam="é.pdf", bestandsinhoud="QUJD" * 5_000_000),
        Document(bestandsnaam="’.pdf", bestandsinhoud="é" * 100_000),
    ]
    dossier = _met_leerling(overigdocumentlijst=documenten)

    assert dossier == _terug(dossier)


def test_what_is_written_holds_no_more_than_the_class_of_the_field():
    assert Persoon(achternaam="x") != Verzorger(achternaam="x")


def test_a_written_date_is_that_of_the_standard():
    assert b"<datum>2019-03-01</datum>" in write_dossier(Metadata(datum=date(2019, 3, 1)))


def test_a_long_list_with_a_comment_is_read_in_one_walk():
    """Looking from every element at all that follow would need minutes here."""
    communicatie = "<communicatie><soort>e-mail</soort><nummer>a@b.nl</nummer></communicatie>"
    lijst = f"<communicatielijst>{communicatie * 20_000}</communicatielijst>"
    data = _xml("instelling", f"<!-- x --><naam>a</naam>{lijst}")

    assert 20_000 == len(read_dossier(data).communicatielijst)


def test_an_element_inside_a_text_with_attributes_is_reported(dossier):
    anders = re.sub(rb"(<land[^>]*>)[^<]*", rb"\g<1>6030<geheim>x</geheim>staart", dossier, count=1)
    meldingen = []

    assert b"<geheim>" in anders
    with pytest.raises(DossierOngeldig):
        read_dossier(anders)
    read_dossier(anders, meldingen=meldingen)
    assert ["ST.onbekend"] == [melding.regel for melding in meldingen]


def test_a_loss_is_reported_however_much_else_is_wrong(dossier):
    fout = b"<certificaat></certificaat>" * 1100
    anders = dossier.replace(b"</leerling>", fout + b"<onbekend>x</onbekend></leerling>")
    meldingen = []

    read_dossier(anders, meldingen=meldingen)

    assert "ST.onbekend" in {melding.regel for melding in meldingen}


@pytest.mark.parametrize("wit", [b"\n", b"\r\n", b"\t"])
def test_the_line_of_an_error_is_the_same_whatever_stands_before_the_namespace(dossier, wit):
    stuk = dossier.replace(b" xmlns=", wit + b"xmlns=", 1)[:-20]
    with pytest.raises(LeesFout) as lezen:
        read_dossier(stuk)

    assert check(stuk).meldingen[0].regelnummer == lezen.value.line


def test_a_blank_that_xml_does_not_know_is_no_blank(dossier):
    with pytest.raises(LeesFout):
        read_dossier(dossier.replace(b" xmlns=", b"\x0bxmlns=", 1))

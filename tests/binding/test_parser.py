"""Broken and hostile input: a clear error, and no value of the file in it."""

from __future__ import annotations

import pytest

from oso_adapters import Regelset, check
from oso_adapters.binding import Grenzen, parse_document, versie_van
from oso_adapters.binding.parser import te_diep
from oso_adapters.errors import LeesFout
from oso_adapters.melding import Oordeel

NS = "http://www.edustandaard.nl/oso_gegevensset/2019/dossier"
GEHEIM = "JanJansen"
ENTITEITEN = "".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9))
BOM = f'<!DOCTYPE d [<!ENTITY a "{GEHEIM}">{ENTITEITEN}]><dossier xmlns="{NS}">&j;</dossier>'
BESTANDEN = {
    "empty": b"",
    "blank": b" \n\t ",
    "text": f"{GEHEIM} woont hier".encode(),
    "truncated": f'<dossier xmlns="{NS}"><metadata><pakketnaam>{GEHEIM}'.encode(),
    "unclosed": f'<dossier xmlns="{NS}"><{GEHEIM}></dossier>'.encode(),
    "other namespace": f'<dossier xmlns="http://example.nl/{GEHEIM}"/>'.encode(),
    "no namespace": b"<dossier/>",
    "other root": f'<{GEHEIM} xmlns="{NS}"/>'.encode(),
    "external entity": f'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    f'<dossier xmlns="{NS}">&x;</dossier>'.encode(),
    "external dtd": f'<!DOCTYPE d SYSTEM "http://example.nl/{GEHEIM}">'.encode()
    + f'<dossier xmlns="{NS}"/>'.encode(),
    "doctype behind a comment": f'<!-- a --><?b c?><!DOCTYPE d><dossier xmlns="{NS}"/>'.encode(),
    "entity bomb": BOM.encode(),
    "entity bomb in utf-16": BOM.encode("utf-16"),
    "entity bomb in utf-16 without mark": BOM.encode("utf-16-le"),
    "undeclared entity": f'<dossier xmlns="{NS}">&{GEHEIM};</dossier>'.encode(),
    "utf-7": b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a+AD4-<dossier/>',
    "utf-7 far away": b'<?xml version="1.0"'
    + b" " * 250
    + b'encoding="UTF-7"?>+ADwAIQ-DOCTYPE dossier+AD4-<dossier xmlns="'
    + NS.encode()
    + b'"/>',
    "ebcdic": f'<?xml version="1.0" encoding="cp037"?><dossier xmlns="{NS}"/>'.encode("cp037"),
    "utf-32": f'<dossier xmlns="{NS}"/>'.encode("utf-32"),
    "wrong encoding": f'<?xml version="1.0" encoding="UTF-8"?><dossier xmlns="{NS}">'.encode()
    + GEHEIM.encode()
    + b"\xff\xfe</dossier>",
    "zip": b"PK\x03\x04" + GEHEIM.encode(),
    "zeroes": b"\0\0\0\0",
    "half a utf-16 character": f'<dossier xmlns="{NS}"/>'.encode("utf-16") + b"\0",
    "control character": f'<dossier xmlns="{NS}">{GEHEIM}\x01</dossier>'.encode(),
    "doubled attribute": f'<dossier xmlns="{NS}" a="{GEHEIM}" a="b"/>'.encode(),
    "deep nesting": f'<dossier xmlns="{NS}">'.encode() + b"<a>" * 100_000,
    "too deep for us": f'<dossier xmlns="{NS}">'.encode()
    + b"<a>" * 300
    + b"</a>" * 300
    + b"</dossier>",
}


@pytest.mark.parametrize("naam", BESTANDEN)
def test_broken_input_is_never_valid_and_shows_no_value(naam):
    uitslag = check(BESTANDEN[naam])

    assert uitslag.oordeel is Oordeel.NIET_VAST_TE_STELLEN
    (melding,) = uitslag.meldingen
    assert melding.herstel
    assert GEHEIM not in repr(uitslag) + str(melding.als_dict())


@pytest.mark.parametrize("naam", sorted(set(BESTANDEN) - {"too deep for us"}))
def test_broken_input_raises_one_kind_of_error_without_its_cause(naam):
    with pytest.raises(LeesFout) as gevangen:
        versie_van(parse_document(BESTANDEN[naam]))

    assert GEHEIM not in str(gevangen.value)
    assert gevangen.value.__cause__ is None


def test_an_unknown_version_says_which_are_known():
    uitslag = check(BESTANDEN["other namespace"])

    assert "ST.versie" == uitslag.meldingen[0].regel
    assert "2019.1" in uitslag.meldingen[0].melding


def test_a_parse_error_has_its_line_and_column():
    with pytest.raises(LeesFout) as gevangen:
        parse_document(f'<dossier xmlns="{NS}">\n<a>\n</dossier>'.encode())

    assert 3 == gevangen.value.line
    assert gevangen.value.column


VEEL_ATTRIBUTEN = [f'a{nr}=""' for nr in range(20)]
KLEIN = {
    "grootte": (Grenzen(grootte=50), f'<dossier xmlns="{NS}"/>'),
    "elementen": (Grenzen(elementen=10), f'<dossier xmlns="{NS}">{"<a/>" * 40}</dossier>'),
    "attributen": (
        Grenzen(attributen=5),
        f'<dossier xmlns="{NS}" {" ".join(VEEL_ATTRIBUTEN)}/>',
    ),
    "bijlage": (Grenzen(bijlage=100), f'<dossier xmlns="{NS}"><a>{"x" * 101}</a></dossier>'),
}


@pytest.mark.parametrize("grens", KLEIN)
def test_every_limit_holds(grens):
    grenzen, tekst = KLEIN[grens]

    with pytest.raises(LeesFout, match="de grens is"):
        parse_document(tekst.encode(), grenzen=grenzen)


def test_the_limit_on_depth_holds():
    diep = f'<dossier xmlns="{NS}">{"<a>" * 3}{"</a>" * 3}</dossier>'

    assert te_diep(parse_document(diep.encode()), Grenzen(diepte=3))
    assert not te_diep(parse_document(diep.encode()), Grenzen(diepte=4))


def test_the_limit_on_findings_holds():
    uitslag = check(f'<dossier xmlns="{NS}">{"<onbekend/>" * 1500}</dossier>'.encode())

    assert uitslag.oordeel is Oordeel.ONGELDIG
    assert 1000 == sum(m.regel.startswith("ST.") for m in uitslag.meldingen)
    assert "nog meer meldingen" in uitslag.reden


@pytest.mark.parametrize("codering", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "iso-8859-1"])
def test_a_dossier_in_another_encoding_has_the_same_verdict(dossier, codering):
    tekst = dossier.decode().replace('encoding="UTF-8"', f'encoding="{codering}"')
    if codering in ("utf-16-le", "utf-16-be"):
        tekst = tekst.replace(f' encoding="{codering}"', "")

    assert check(tekst.encode(codering)).oordeel is Oordeel.GELDIG


def test_a_byte_order_mark_is_no_problem(dossier):
    assert check(b"\xef\xbb\xbf" + dossier).oordeel is Oordeel.GELDIG


def test_nothing_outside_the_document_is_read(tmp_path):
    geheim = tmp_path / "geheim.txt"
    geheim.write_text(GEHEIM)
    data = (
        f'<dossier xmlns="{NS}" xmlns:xi="http://www.w3.org/2001/XInclude">'
        f'<xi:include href="{geheim.as_uri()}" parse="text"/></dossier>'
    ).encode()

    assert GEHEIM not in "".join(parse_document(data).itertext())


@pytest.mark.parametrize("begin", ["  \r\n", " \r", "\r\n ", "  \n"])
def test_blanks_at_the_start_of_a_text_count(begin):
    """libxml2 drops them from a text with a carriage return when it leaves out blanks."""
    inhoud = begin + "x" * (280 - len(begin.replace("\r\n", "\n")) + 1)
    data = f'<leerling xmlns="{NS}"><achternaam>{inhoud}</achternaam></leerling>'.encode()
    verwacht = begin.replace("\r\n", "\n").replace("\r", "\n")

    assert parse_document(data)[0].text.startswith(f"{verwacht}x")


def test_a_long_name_of_an_element_is_cut():
    naam = "a" * 5000
    uitslag = check(f'<dossier xmlns="{NS}"><{naam}/></dossier>'.encode())

    assert naam not in str([m.als_dict() for m in uitslag.meldingen])


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("<voorschoolsemaanden>{}</voorschoolsemaanden>", "9" * 5000),
        ("<voorschoolseaanwezigheid>{}</voorschoolseaanwezigheid>", "9" * 5000 + "x"),
    ],
)
def test_a_number_without_end_is_just_a_wrong_value(veld, waarde):
    inhoud = f"<voorschools>{veld.format(waarde)}</voorschools>"
    data = f'<leerling xmlns="{NS}">{inhoud}</leerling>'.encode()

    uitslag = check(data, regelset=Regelset.GEPUBLICEERD)

    assert "ST.waarde" in {m.regel for m in uitslag.meldingen}


def test_a_year_without_end_is_just_a_wrong_value(dossier):
    data = dossier.replace(b"<inzagedatum>", b"<inzagedatum>" + b"9" * 5000, 1)

    assert check(data).oordeel is not Oordeel.NIET_VAST_TE_STELLEN


@pytest.mark.parametrize("regelset", list(Regelset))
def test_an_endless_email_address_is_checked_in_no_time(dossier, regelset):
    """A pattern that starts again at every character would need hours."""
    communicatie = b"<communicatie><soort>e-mail</soort><nummer>%s@</nummer></communicatie>"
    data = dossier.replace(
        b"<communicatielijst>", b"<communicatielijst>" + communicatie % (b"a" * 3_000_000), 1
    )

    uitslag = check(data, regelset=regelset)

    assert "OG.01.max" in {m.regel for m in uitslag.meldingen}


@pytest.mark.parametrize(
    ("namespace", "wie"),
    [
        (NS.replace("2019", "2022"), "de beheerder van oso-adapters"),
        (NS.replace("2019", "2016"), "leverancier"),
        (NS.replace("2019", "20199"), "leverancier"),
        (NS.replace("dossier", "iets").replace("2019", "2022"), "leverancier"),
    ],
)
def test_only_a_later_year_means_that_this_tool_is_old(namespace, wie):
    (melding,) = check(f'<dossier xmlns="{namespace}"/>'.encode()).meldingen

    assert ["ST.versie", wie] == [melding.regel, melding.wie]
    assert (wie != "leverancier") == ("nieuwere versie" in melding.melding)


@pytest.mark.parametrize(
    ("data", "wie"),
    [
        (b"", "school"),
        (b'<?xml version="1.0" encoding="UTF-8"?><dossier>\xe9</dossier>', "school"),
        (b"<dossier><a></dossier>", "leverancier"),
    ],
)
def test_who_must_act_fits_what_is_to_be_done(data, wie):
    (melding,) = check(data).meldingen

    assert ["ST.onleesbaar", wie] == [melding.regel, melding.wie]


def test_a_terugkoppeling_is_named_and_nobody_must_make_it_anew():
    uitslag = check(f'<terugkoppeling xmlns="{NS}"/>'.encode())
    (melding,) = uitslag.meldingen

    assert Oordeel.NIET_VAST_TE_STELLEN is uitslag.oordeel
    assert ["ST.ander", "school"] == [melding.regel, melding.wie]
    assert "een terugkoppeling" in melding.melding

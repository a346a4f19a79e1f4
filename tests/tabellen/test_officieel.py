"""The published files run as they are, and can do nothing but that."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from bundel_uit_regels import bundel

from oso_adapters import VERSIES, Blad
from oso_adapters.binding import parse_document
from oso_adapters.errors import ConfigurationError
from oso_adapters.tabellen.bundel import find_stukken
from oso_adapters.tabellen.officieel import Officieel

NIEUWSTE = VERSIES[-1]
LEEG = '<meldingen xmlns="urn:x"/>'
MELDING = (
    '<melding xmlns="urn:x"><type>Fout</type><locatie>/a[1]</locatie><tekst> een\n tekst </tekst>'
    "</melding>"
)


@pytest.fixture
def map_(tmp_path):
    bundel(NIEUWSTE).write(tmp_path)
    return tmp_path


@pytest.fixture
def met_blad(map_):
    """Return a function that opens the bundle with another body of the OV sheet."""
    bestand = map_ / "OV" / f"toetsen_{NIEUWSTE}.xsl"

    def open_bundel(inhoud, ook=""):
        bestand.write_text(
            '<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="2.0"'
            f' xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:od="{NIEUWSTE.namespace}">'
            '<xsl:variable name="soort" select="//od:overdrachtsoort = \'overstapdossier\'"/>'
            f'<xsl:template match="/">{inhoud}</xsl:template>{ook}</xsl:stylesheet>'
        )
        return Officieel(find_stukken(map_)[NIEUWSTE])

    return open_bundel


def _vind(officieel, dossier):
    return officieel.vind(parse_document(dossier), Blad.OV)


def test_returns_the_texts_with_their_places(met_blad, dossier):
    officieel = met_blad(f'<meldingen xmlns="urn:x">{MELDING}{MELDING}</meldingen>')

    assert Counter({("een tekst", "/a[1]"): 2}) == _vind(officieel, dossier)


def test_a_long_text_is_cut(met_blad, dossier):
    lang = MELDING.replace("een\n tekst", "lang " * 500)
    officieel = met_blad(f'<meldingen xmlns="urn:x">{lang}</meldingen>')

    ((tekst, _),) = _vind(officieel, dossier)

    assert 200 == len(tekst)


@pytest.mark.parametrize(
    "toets",
    [
        "xs:boolean(//od:leerling/od:achternaam)",
        "xs:boolean(//od:voorletters_1 | //od:achternaam)",
        'error((), "stop")',
    ],
)
def test_a_sheet_that_stops_gives_nothing_and_tells_no_value(met_blad, dossier, toets):
    officieel = met_blad(f"<xsl:if test='{toets}'>{LEEG}</xsl:if>")

    assert _vind(officieel, dossier) is None


@pytest.mark.parametrize(
    "lezen",
    [
        "unparsed-text-available('{}')",
        "doc-available('{}')",
        "unparsed-text-available('../common/gemeenschappelijk.xsl')",
    ],
)
def test_a_sheet_reads_no_file_when_it_runs(met_blad, dossier, tmp_path, lezen):
    geheim = tmp_path / "geheim.xml"
    geheim.write_text("<geheim/>")
    toets = lezen.format(geheim.as_uri())
    officieel = met_blad(
        f'<xsl:choose><xsl:when test="{toets}"><gelezen/></xsl:when>'
        f"<xsl:otherwise>{LEEG}</xsl:otherwise></xsl:choose>"
    )

    assert Counter() == _vind(officieel, dossier)


def test_a_sheet_writes_no_file(met_blad, tmp_path):
    uit = tmp_path / "uit.xml"

    with pytest.raises(ConfigurationError, match="does not compile"):
        met_blad(f'<xsl:result-document href="{uit.as_uri()}"><a/></xsl:result-document>')

    assert not uit.exists()


def test_a_sheet_that_does_not_compile_is_told_by_its_code(met_blad):
    with pytest.raises(
        ConfigurationError, match=r"^toetsen_.*\.xsl does not compile \(XTSE0010\)$"
    ):
        met_blad("<xsl:onbekend/>")


@pytest.mark.parametrize("inhoud", ["", "<iets/>", "<meldingen><melding/></meldingen>"])
def test_a_sheet_that_puts_out_something_else_is_refused(met_blad, dossier, inhoud):
    officieel = met_blad(inhoud)

    with pytest.raises(ConfigurationError, match="does not put out 'meldingen'"):
        _vind(officieel, dossier)


def test_a_schema_that_does_not_compile_is_told_by_its_line(map_):
    xsd = map_ / "common" / f"gegevensset_{NIEUWSTE}.xsd"
    xsd.write_text(xsd.read_text().replace('type="Inzage"', 'type="bestaatniet"'))

    with pytest.raises(ConfigurationError, match=r"is no valid schema \(line \d+\)"):
        Officieel(find_stukken(map_)[NIEUWSTE])


def test_a_schema_may_include_a_file_beside_it(map_, dossier):
    xsd = map_ / "common" / f"gegevensset_{NIEUWSTE}.xsd"
    inhoud = xsd.read_text()
    (map_ / "common" / "deel.xsd").write_text(inhoud)
    kop = inhoud[: inhoud.index("<xs:element")]
    xsd.write_text(f'{kop}<xs:include schemaLocation="deel.xsd"/></xs:schema>')

    assert Officieel(find_stukken(map_)[NIEUWSTE]).past(parse_document(dossier))


def test_the_text_that_saxon_gets_is_what_our_parser_read(met_blad, dossier):
    officieel = met_blad(
        '<meldingen xmlns="urn:x"><xsl:if test="//comment() or //processing-instruction()">'
        f"{MELDING}</xsl:if></meldingen>"
    )
    met = dossier.replace(b"<achternaam>", b"<achternaam><!--x-->", 1)

    assert Counter() == _vind(officieel, dossier)
    assert 1 == _vind(officieel, met).total()


def test_the_files_are_named_in_what_is_found(map_):
    stukken = find_stukken(map_)[NIEUWSTE]

    assert {Path("OV"), Path("PaO")} == {
        pad.parent.relative_to(map_) for pad in stukken.bladen.values()
    }

"""The published files run as they are, and can do nothing but that."""

from __future__ import annotations

from collections import Counter

import pytest
from apart import past, vind
from bundel_uit_regels import bundel

from oso_adapters import VERSIES, Blad
from oso_adapters.errors import ConfigurationError
from oso_adapters.tabellen.bundel import find_stukken

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
def vindt(map_, in_apart_proces, dossier):
    """Return a function that runs the bundle with another body of the OV sheet on a dossier."""
    bestand = map_ / "OV" / f"toetsen_{NIEUWSTE}.xsl"

    def run(inhoud, data=dossier):
        bestand.write_text(
            '<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="2.0"'
            f' xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:od="{NIEUWSTE.namespace}">'
            '<xsl:variable name="soort" select="//od:overdrachtsoort = \'overstapdossier\'"/>'
            f'<xsl:template match="/">{inhoud}</xsl:template></xsl:stylesheet>'
        )
        return in_apart_proces(vind, find_stukken(map_)[NIEUWSTE], data, Blad.OV)

    return run


def test_returns_the_texts_with_their_places(vindt):
    inhoud = f'<meldingen xmlns="urn:x">{MELDING}{MELDING}</meldingen>'

    assert Counter({("een tekst", "/a[1]"): 2}) == vindt(inhoud)


def test_a_long_text_is_cut(vindt):
    lang = MELDING.replace("een\n tekst", "lang " * 500)

    ((tekst, _),) = vindt(f'<meldingen xmlns="urn:x">{lang}</meldingen>')

    assert 200 == len(tekst)


@pytest.mark.parametrize(
    "toets",
    [
        "xs:boolean(//od:leerling/od:achternaam)",
        "xs:boolean(//od:leerling/od:bsn | //od:leerling/od:achternaam)",
        'error((), "stop")',
    ],
)
def test_a_sheet_that_stops_gives_nothing(vindt, toets):
    assert vindt(f"<xsl:if test='{toets}'>{LEEG}</xsl:if>") is None


@pytest.mark.parametrize(
    "lezen",
    [
        "unparsed-text-available('{}')",
        "doc-available('{}')",
        "unparsed-text-available('../common/gemeenschappelijk.xsl')",
    ],
)
def test_a_sheet_reads_no_file_when_it_runs(vindt, tmp_path, lezen):
    geheim = tmp_path / "geheim.xml"
    geheim.write_text("<geheim/>")
    toets = lezen.format(geheim.as_uri())
    inhoud = (
        f'<xsl:choose><xsl:when test="{toets}"><gelezen/></xsl:when>'
        f"<xsl:otherwise>{LEEG}</xsl:otherwise></xsl:choose>"
    )

    assert Counter() == vindt(inhoud)


def test_a_sheet_writes_no_file(vindt, tmp_path):
    uit = tmp_path / "uit.xml"

    with pytest.raises(ConfigurationError, match="does not compile"):
        vindt(f'<xsl:result-document href="{uit.as_uri()}"><a/></xsl:result-document>')

    assert not uit.exists()


def test_a_sheet_that_does_not_compile_is_told_by_its_code(vindt):
    with pytest.raises(
        ConfigurationError, match=r"^toetsen_.*\.xsl does not compile \(XTSE0010\)$"
    ):
        vindt("<xsl:onbekend/>")


@pytest.mark.parametrize("inhoud", ["", "<iets/>", "<meldingen><melding/></meldingen>"])
def test_a_sheet_that_puts_out_something_else_is_refused(vindt, inhoud):
    with pytest.raises(ConfigurationError, match="does not put out 'meldingen'"):
        vindt(inhoud)


def test_a_schema_that_does_not_compile_is_told_by_its_line(map_, in_apart_proces, dossier):
    xsd = map_ / "common" / f"gegevensset_{NIEUWSTE}.xsd"
    xsd.write_text(xsd.read_text().replace('type="Inzage"', 'type="bestaatniet"'))

    with pytest.raises(ConfigurationError, match=r"is no valid schema \(line \d+\)"):
        in_apart_proces(past, find_stukken(map_)[NIEUWSTE], dossier)


def test_a_schema_may_include_a_file_beside_it(map_, in_apart_proces, dossier):
    xsd = map_ / "common" / f"gegevensset_{NIEUWSTE}.xsd"
    inhoud = xsd.read_text()
    (map_ / "common" / "deel.xsd").write_text(inhoud)
    kop = inhoud[: inhoud.index("<xs:element")]
    xsd.write_text(f'{kop}<xs:include schemaLocation="deel.xsd"/></xs:schema>')

    assert in_apart_proces(past, find_stukken(map_)[NIEUWSTE], dossier)


def test_a_sheet_sees_comments_too(vindt, dossier):
    inhoud = f'<meldingen xmlns="urn:x"><xsl:if test="//comment()">{MELDING}</xsl:if></meldingen>'
    met = dossier.replace(b"<achternaam>", b"<achternaam><!--x-->", 1)

    assert Counter() == vindt(inhoud)
    assert 1 == vindt(inhoud, met).total()

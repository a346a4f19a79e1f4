"""A file that is no dossier: what it is, what to do, and no value of it."""

from __future__ import annotations

import base64
import gzip
import io
import json
import zipfile

import pytest

from oso_adapters import VERSIES, check, read_dossier
from oso_adapters.binding import parse_document, schema_tekst, versie_van
from oso_adapters.binding.soorten import BEGIN, WORTELS
from oso_adapters.errors import LeesFout
from oso_adapters.melding import Oordeel, Wie

NS = "http://www.edustandaard.nl/oso_gegevensset/2019/dossier"
GEHEIM = "JanJansen"
UWLR = "http://www.edustandaard.nl/leerresultaten/2"
BERICHT = "http://xml.kennisnet.nl/schemas/Overstapservice/20200910"
SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
SOAP12 = "http://www.w3.org/2003/05/soap-envelope"
OUD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _zip(*namen, eerst=()):
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as ingepakt:
        for naam, inhoud in (*eerst, *((naam, GEHEIM) for naam in namen)):
            ingepakt.writestr(naam, inhoud)
    return uit.getvalue()


def _soap(inhoud, ns=SOAP):
    return f'<s:Envelope xmlns:s="{ns}"><s:Header/>\n<s:Body>{inhoud}</s:Body></s:Envelope>'


DOSSIER = f'<dossier xmlns="{NS}"><overdrachtsoort>{GEHEIM}</overdrachtsoort></dossier>'
HTML = f"<html><head><title>{GEHEIM}</title></head><body><br>Log in</body></html>"


def _xml(naam, ruimte="", inhoud=GEHEIM):
    xmlns = f' xmlns="{ruimte}"' if ruimte else ""
    return f"<{naam}{xmlns}>{inhoud}</{naam.split()[0]}>"


ANTWOORD = _xml("documentResponse", BERICHT, f"\n{DOSSIER}")
VERPAKT = base64.b64encode(f"<?xml?>{DOSSIER}".encode()).decode()
RESULTATEN = _xml("leerresultaten_verzoek", f"{UWLR}/leerresultaten")

# What is in the file, and what must be said of it.
BESTANDEN = {
    "EDEXML": (_xml("EDEX"), "(EDEXML)"),
    "EDEXML that is not whole": (_xml("EDEX")[:-3], "(EDEXML)"),
    "EDEXML with a DTD": (f'<!DOCTYPE EDEX [<!ENTITY a "{GEHEIM}">]><EDEX>&a;</EDEX>', "(EDEXML)"),
    "UWLR leerlinggegevens": (
        _xml("leerlinggegevens", f"{UWLR}/leerlinggegevens"),
        "leerlinggegevens (UWLR",
    ),
    "UWLR results": (RESULTATEN, "toetsresultaten (UWLR)"),
    "UWLR results with a prefix that are not whole": (
        f'<u:leerresultaten_verzoek xmlns="http://a" xmlns:u="{UWLR}/leerresultaten">{GEHEIM}',
        "toetsresultaten (UWLR)",
    ),
    "UWLR in SOAP": (_soap(RESULTATEN), "toetsresultaten (UWLR)"),
    "DOD": (_xml("DOD_bestand"), "lijkt op een DOD"),
    "message with a dossier": (_soap(ANTWOORD), "SOAP-bericht waar een dossier in staat"),
    "message with a dossier, SOAP 1.2": (
        _soap(ANTWOORD, SOAP12),
        "SOAP-bericht waar een dossier in staat",
    ),
    "message without envelope": (ANTWOORD, "bestand waar een dossier in staat"),
    "message with a dossier as text": (
        _soap(_xml("documentResponse", BERICHT, _xml("inhoud", inhoud=VERPAKT))),
        "waar een dossier als tekst in staat, op regel 2",
    ),
    "message without dossier": (
        _soap(_xml("documentRequest", BERICHT)),
        "een bericht van de Overstapservice, zonder dossier",
    ),
    "message of an older year": (
        _xml("overdrachtRequest", "http://xml.eld.nl/schemas/Overstapservice/20170601"),
        "een bericht van de Overstapservice, zonder dossier",
    ),
    "SOAP fault": (
        _soap(_xml("s:Fault", inhoud=_xml("faultstring"))),
        "een SOAP-bericht met een foutmelding",
    ),
    "other SOAP": (_soap(_xml("iets")), "een SOAP-bericht, zonder dossier"),
    "Meldingen": (
        _xml("meldingen", NS.replace("dossier", "schemas/Meldingen")),
        "een verslag van de gepubliceerde controlebladen",
    ),
    "KVS": (
        _xml("validerenDocumentResponse", "http://xml.eld.nl/schemas/Validatieservice/20140519"),
        "Validatieservice",
    ),
    "SVRL": (_xml("schematron-output", "http://purl.oclc.org/dsdl/svrl"), "(SVRL)"),
    "Schematron": (_xml("schema", "http://purl.oclc.org/dsdl/schematron"), "Schematron-bestand"),
    "XSD": (schema_tekst(VERSIES[-1]), "een schema (XSD)"),
    "XSLT": (_xml("transform", "http://www.w3.org/1999/XSL/Transform"), "(XSLT)"),
    "WSDL": (_xml("definitions", "http://schemas.xmlsoap.org/wsdl/"), "(WSDL)"),
    "JUnit": (_xml("testsuites"), "(JUnit)"),
    "DUO": (_xml("Aanleveren", "http://duo.nl/schemas/DUO_PO_V1"), "DUO"),
    "Excel as XML": (
        '<?mso-application progid="Excel.Sheet"?>'
        + _xml("Workbook", "urn:schemas-microsoft-com:office:spreadsheet"),
        "bewaard als XML",
    ),
    "XHTML": (_xml("html", "http://www.w3.org/1999/xhtml"), "een webpagina (HTML)"),
    "HTML that is XML": ("<html><body>503</body></html>", "een webpagina (HTML)"),
    "HTML": (HTML, "een webpagina (HTML)"),
    "HTML with doctype": (f"\n<!-- a -->\n<!DOCTYPE html>\n{HTML}", "een webpagina (HTML)"),
    "PDF": (f"%PDF-1.7\n{GEHEIM}", "een PDF-document"),
    "GZIP": (gzip.compress(DOSSIER.encode()), "(GZIP)"),
    "7-Zip": (b"7z\xbc\xaf\x27\x1c\0\4" + GEHEIM.encode(), "(7-Zip of RAR)"),
    "ZIP": (_zip(f"{GEHEIM}.xml", "b.XML", f"{GEHEIM}.pdf", "map/", GEHEIM), "1 x PDF, 2 x XML"),
    "ZIP that is not whole": (_zip(f"{GEHEIM}.xml")[:40], "een ZIP-bestand."),
    "empty ZIP": (_zip(), "een ZIP-bestand."),
    "Word": (_zip("[Content_Types].xml", "word/document.xml"), "Word, Excel of een ander"),
    "Excel": (_zip("[Content_Types].xml", "xl/workbook.xml"), "Word, Excel of een ander"),
    "ODF": (
        _zip("content.xml", eerst=[("mimetype", "application/vnd.oasis.opendocument.text")]),
        "Word, Excel of een ander",
    ),
    "old Word": (OUD_OFFICE + GEHEIM.encode(), "een oudere Word of Excel"),
    "RTF": (rf"{{\rtf1 {GEHEIM}}}", "(RTF)"),
    "image": (b"\x89PNG\r\n\x1a\n" + GEHEIM.encode(), "een afbeelding"),
    "JSON": (json.dumps({"leerling": GEHEIM}, indent=2), "een JSON-bestand"),
    "JSON list": (json.dumps([{"leerling": GEHEIM}]), "een JSON-bestand"),
    "our certificate": (
        json.dumps({"formaat": "oso-conformance/certificaat/1", "inhoud": GEHEIM}),
        "een certificaat van 'oso certify'",
    ),
    "our findings": (
        json.dumps({"bestand": f"{GEHEIM}.xml", "versie": "2019.1", "oordeel": "geldig"}),
        "de uitvoer van 'oso check --json'",
    ),
    "CSV": (f"naam;bsn;groep\r\n{GEHEIM};1;8\r\n", "lijkt op een CSV-bestand"),
    "CSV with commas": (f'naam,bsn,groep\n"{GEHEIM}",1,8\n', "lijkt op een CSV-bestand"),
    "CSV of Excel in UTF-16": (f"naam\tbsn\r\n{GEHEIM}\t1\r\n".encode("utf-16"), "CSV-bestand"),
    "Base64": (base64.b64encode(DOSSIER.encode()), "lijkt op de code Base64"),
}


def _data(naam):
    inhoud, _ = BESTANDEN[naam]
    return inhoud if isinstance(inhoud, bytes) else inhoud.encode()


@pytest.mark.parametrize("naam", BESTANDEN)
def test_says_what_it_is_and_what_to_do_without_a_value_of_it(naam):
    uitslag = check(_data(naam))
    (melding,) = uitslag.meldingen

    assert ("ST.ander", Wie.SCHOOL) == (melding.regel, melding.wie)
    assert uitslag.oordeel is Oordeel.NIET_VAST_TE_STELLEN
    assert melding.melding.startswith("Dit is geen dossier, maar ")
    assert BESTANDEN[naam][1] in melding.melding
    assert melding.herstel.endswith(".")
    assert GEHEIM not in repr(uitslag) + str(melding.als_dict())


@pytest.mark.parametrize("naam", BESTANDEN)
def test_every_way_to_read_says_the_same(naam):
    for lees in (read_dossier, lambda data: versie_van(parse_document(data))):
        with pytest.raises(LeesFout) as gevangen:
            lees(_data(naam))

        assert check(_data(naam)).reden == str(gevangen.value)
        assert gevangen.value.__cause__ is None


def test_every_kind_has_a_sample():
    gezegd = " ".join(check(_data(naam)).reden for naam in BESTANDEN)

    assert [] == [soort.wat for soort in (*BEGIN, *WORTELS) if soort.wat not in gezegd]


@pytest.mark.parametrize("naam", ["message with a dossier", "message without envelope"])
def test_names_the_line_where_the_dossier_begins(naam):
    regel = 1 + _data(naam)[: _data(naam).index(b"<dossier")].count(b"\n")
    (melding,) = check(_data(naam)).meldingen

    assert regel == melding.regelnummer
    assert f"het dossier begint op regel {regel}." in melding.melding


def test_what_is_taken_out_of_a_message_as_told_is_a_dossier(dossier):
    kaal = dossier[dossier.index(b"<dossier") :].decode()
    bericht = _soap(f"<documentResponse>\n{kaal}</documentResponse>").encode()
    (melding,) = check(bericht).meldingen
    eruit = b"\n".join(bericht.split(b"\n")[melding.regelnummer - 1 :])

    assert check(eruit[: eruit.index(b"</dossier>") + 10]).oordeel is Oordeel.GELDIG


@pytest.mark.parametrize("woord", ["EDEX", "EDEXML", "soap:Envelope", "<!DOCTYPE html>", "PK"])
def test_a_dossier_that_speaks_of_something_else_is_a_dossier(dossier, woord):
    tekst = woord.replace("<", "&lt;").encode()
    anders = dossier.replace(b"<naam>", b"<naam>" + tekst + b" ", 1)

    assert anders != dossier
    assert check(anders).oordeel is Oordeel.GELDIG
    assert check(b"<!-- " + tekst + b" -->" + dossier[dossier.index(b"<dossier") :]).versie


@pytest.mark.parametrize(
    ("data", "regel"),
    [
        (DOSSIER.replace("2019", "2031"), "ST.versie"),
        (DOSSIER.replace(NS, "http://example.nl/dossier"), "ST.versie"),
        ("<dossier/>", "ST.versie"),
        (f'<dossiers xmlns="{NS.replace("2019", "2031")}">{DOSSIER}</dossiers>', "ST.versie"),
        ('<dossier xmlns="http://www.w3.org/1999/xhtml"/>', "ST.versie"),
        ('<dossier xmlns="http://www.w3.org/1999/xhtml">', "ST.onleesbaar"),
        ("<iets/>", "ST.versie"),
        ('<Envelope xmlns="http://example.nl"/>', "ST.versie"),
        ('<testsuite xmlns="http://example.nl"/>', "ST.versie"),
        ("", "ST.onleesbaar"),
        ("dit is geen XML", "ST.onleesbaar"),
        ("een; twee", "ST.onleesbaar"),
        ("{dit is geen JSON}", "ST.onleesbaar"),
        (DOSSIER[:-5], "ST.onleesbaar"),
        (f"<!DOCTYPE dossier>{DOSSIER}", "ST.onleesbaar"),
        (_soap(ANTWOORD)[:-20], "ST.onleesbaar"),
        ("<!-- <EDEX> -->" + DOSSIER[:-5], "ST.onleesbaar"),
        ('<?a <EDEX>?><iets a="', "ST.onleesbaar"),
    ],
)
def test_what_is_not_known_is_not_guessed(data, regel):
    assert [regel] == [melding.regel for melding in check(data.encode()).meldingen]


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04" + b"\xff" * 100,
        b"PK\x05\x06" + b"\xff" * 18,
        _zip("a.xml").replace(b"PK\x01\x02", b"PK\x01\x03"),
        b"PK\x03\x04" + b"PK\x05\x06" * 20_000,
        b"<" * 5000,
        b"<?" * 3000,
        b"<!-- " * 2000,
        b"<!DOCTYPE" + b" [" * 2000,
        b"a;" * 5000,
        b"a," * 5000 + b"\n",
        b"[" * 100_000,
        b'{"' + b"a" * 100_000,
        b"<a" + b" xmlns" * 1000,
        "\ud800".encode("utf-16-le", "surrogatepass") * 3000,
        b"\xff\xfe" + b"\0\xd8" * 3000,
        b"\xff\xfe<",
        b"%PDF",
    ],
)
def test_nothing_that_is_broken_ends_in_another_error(data):
    assert check(data).oordeel is Oordeel.NIET_VAST_TE_STELLEN


def test_a_list_of_contents_without_end_is_read_as_far_as_is_needed():
    kop = _zip("a.xml")
    begin = kop.index(b"PK\x01\x02")
    regel = kop[begin : kop.index(b"PK\x05\x06")]
    data = kop[:begin] + regel * 20_000 + kop[kop.index(b"PK\x05\x06") :]
    (melding,) = check(data).meldingen

    assert "10000 x XML" in melding.melding

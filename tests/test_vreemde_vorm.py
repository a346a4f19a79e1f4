"""The same dossier in another form of XML has the same verdict and the same findings."""

from __future__ import annotations

import base64
import io
import re
import zipfile
from collections import Counter
from itertools import islice

import pytest
from lxml import etree

from oso_adapters import VERSIES, Regelset, check
from oso_adapters.gegevensset.profielen import profielen
from oso_adapters.tabellen.bouwen import GEWOON
from oso_adapters.tabellen.generator import reeks
from oso_adapters.tabellen.mutanten import breekbaar, mutanten

GEBROKEN = 12
TEKST = re.compile(rb">([^<>]*[^<>\s][^<>]*)</")
MIB = 1024 * 1024


def _om_elk_element(stuk):
    """Return a change that puts something before and after every tag, but never in a text."""

    def verander(data):
        boom = etree.fromstring(data)
        for el in list(boom.iter("*")):
            if len(el):
                el[0].addprevious(stuk())
                el.append(stuk())
        return etree.tostring(boom)

    return verander


def _codering(naam):
    return lambda data: etree.tostring(etree.fromstring(data), encoding=naam, xml_declaration=True)


def _als_cdata(data):
    return TEKST.sub(lambda m: m[0] if b"&" in m[1] else b"><![CDATA[" + m[1] + b"]]></", data)


def _half_als_cdata(data):
    """Put only the end of each text in CDATA: it stays one text."""
    return TEKST.sub(
        lambda m: (
            m[0]
            if b"&" in m[1] or len(m[1]) < 2 or m[1][-1] > 127
            else b">" + m[1][:-1] + b"<![CDATA[" + m[1][-1:] + b"]]></"
        ),
        data,
    )


def _met_prefix(data):
    return re.sub(rb"<(/?)([a-z])", rb"<\1oso:\2", data).replace(b"xmlns=", b"xmlns:oso=")


VORMEN = {
    "comments between the elements": _om_elk_element(lambda: etree.Comment(" opmerking ")),
    "instructions between the elements": _om_elk_element(lambda: etree.PI("doe", "iets")),
    "a comment before the code": lambda data: TEKST.sub(rb"><!-- a -->\1</", data),
    "an instruction after the code": lambda data: TEKST.sub(rb">\1<?a b?></", data),
    "texts as CDATA": _als_cdata,
    "the end of each text as CDATA": _half_als_cdata,
    "a prefix": _met_prefix,
    "no blanks between the elements": lambda data: re.sub(rb">\s+<", b"><", data),
    "one long line": lambda data: data.replace(b"\n", b" "),
    "lines as on Windows": lambda data: data.replace(b"\n", b"\r\n"),
    **{
        f"in {naam}": _codering(naam)
        for naam in ("UTF-8", "UTF-16", "ISO-8859-1", "windows-1252", "US-ASCII")
    },
}


def _paren(data, regelset, blad):
    uitslag = check(data, regelset=regelset, blad=blad)
    return uitslag.oordeel, Counter((m.regel, m.locatie) for m in uitslag.meldingen)


@pytest.fixture(scope="module", params=VERSIES, ids=str)
def dossiers(request):
    """Return dossiers with their sheet: valid ones of each kind, and some with a rule broken."""
    gemaakt = [o.data() for o in reeks(request.param, list(profielen()), 6, zaad=3, omvang=GEWOON)]
    gebroken = (
        mutant
        for regel in breekbaar(request.param)[::7]
        for data in gemaakt
        for mutant in islice(mutanten(data, regel), 1)
    )
    return [(data, None) for data in gemaakt] + [
        (mutant.data, mutant.blad) for mutant in islice(gebroken, GEBROKEN)
    ]


@pytest.mark.parametrize("vorm", VORMEN)
@pytest.mark.parametrize("regelset", list(Regelset))
def test_another_form_has_the_same_findings(dossiers, vorm, regelset):
    assert len(dossiers) == 6 + GEBROKEN
    for data, blad in dossiers:
        anders = VORMEN[vorm](data)

        assert _paren(data, regelset, blad) == _paren(anders, regelset, blad)


def _bijlage(mebibytes):
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_STORED) as zip_:
        zip_.writestr("groot.txt", b"x" * mebibytes * MIB)
    return base64.b64encode(uit.getvalue())


@pytest.mark.parametrize("regelset", list(Regelset))
@pytest.mark.parametrize("stuk", [False, True])
def test_an_attachment_of_20_mb_changes_nothing_of_the_verdict(dossiers, regelset, stuk):
    groot = _bijlage(20)
    inhoud = re.compile(rb"(<bestandsinhoud>)[^<]*")
    data = next(d for d, _ in dossiers if inhoud.search(d))
    if stuk:
        data = data.replace(b"<overdrachtsoort>", b"<overdrachtsoort>x")
    met = inhoud.sub(lambda m: m[1] + groot, data, count=1)

    assert len(met) > 20 * MIB
    assert _paren(data, regelset, None) == _paren(met, regelset, None)
    assert stuk is (check(met, regelset=regelset).oordeel != "geldig")


@pytest.mark.parametrize(
    "splits",
    [
        rb"<\1>\2<!-- a -->\3</",
        rb"<\1>\2<?a b?>\3</",
        rb"<\1> \2\3</",
        rb"<\1>\2\3 </",
        rb"<\1>\n\2\3</",
    ],
)
@pytest.mark.parametrize("regelset", list(Regelset))
def test_a_code_that_is_split_or_has_blanks_around_it_is_no_code(dossiers, splits, regelset):
    data = next(d for d, _ in dossiers if b"<soortadres>" in d)
    anders = re.sub(rb"<(soortadres)>(\w)(\w+)</", splits.replace(rb"\n", b"\n"), data, count=1)
    regels_ = [melding.regel for melding in check(anders, regelset=regelset).meldingen]

    assert ["CL19.soortadres"] == regels_

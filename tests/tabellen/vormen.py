"""Other forms of XML for the same dossier."""

from __future__ import annotations

import re

from lxml import etree

TEKST = re.compile(rb">([^<>]*[^<>\s][^<>]*)</")


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

"""Runs our Schematron with what others made: the ISO skeleton that comes with lxml, and Saxon.

The skeleton makes a stylesheet of a schema. It is the one for XSLT 1.0, which knows of the language
of the tests only the name; so it is told another name, and Saxon runs what it wrote as XSLT 2.0.
"""

from __future__ import annotations

import re
from collections import Counter
from copy import deepcopy
from functools import cache, lru_cache

import saxonche
from lxml import etree, isoschematron

from oso_adapters import Regelset
from oso_adapters.tabellen.schematron import schematron

_SVRL = "{http://purl.oclc.org/dsdl/svrl}"
_STAP = re.compile(r"/\*\[local-name\(\)='([^']*)' and namespace-uri\(\)='[^']*'\](?:\[(\d+)\])?")


def stylesheet(sch):
    """Return the stylesheet that the skeleton makes of a schema."""
    schema = deepcopy(etree.fromstring(sch))
    schema.set("queryBinding", "xslt")
    skelet = isoschematron.iso_svrl_for_xslt1(schema, **{"generate-fired-rule": "'false'"})
    skelet.getroot().set("version", "2.0")
    return etree.tostring(skelet, encoding="unicode")


@cache
def _saxon():
    return saxonche.PySaxonProcessor(license=False)


@cache
def _gecompileerd(versie, regelset, blad):
    """Return a schema ready to run, with the keys of its rules on the whole document."""
    gemaakt = schematron(versie, regelset, blad)
    xslt = _saxon().new_xslt30_processor()
    heel_document = {regel.id for regel in gemaakt.erin if regel.bij == "/"}
    return xslt.compile_stylesheet(stylesheet_text=stylesheet(gemaakt.tekst)), heel_document


@lru_cache(maxsize=1)
def _document(data):
    return _saxon().parse_xml(xml_text=etree.tostring(etree.fromstring(data), encoding="unicode"))


def _svrl(vertaald, data):
    return etree.fromstring(vertaald.transform_to_string(xdm_node=_document(data)).encode())


def vind(versie, regelset, blad, data):
    """Return what is found in a document: rule and place as `oso check` has it, and how often."""
    vertaald, heel_document = _gecompileerd(versie, regelset, blad)
    gevonden = Counter()
    for melding in _svrl(vertaald, data).iter(f"{_SVRL}failed-assert"):
        plaats = _STAP.sub(lambda m: f"/{m[1]}[{m[2] or 1}]", melding.get("location"))
        if regelset is Regelset.GEPUBLICEERD and melding.get("id") in heel_document:
            plaats = "/[1]"
        gevonden[melding.get("id"), plaats] += 1
    return gevonden


def vind_alle(opdrachten):
    """Return what is found in each of many documents."""
    return [vind(*opdracht) for opdracht in opdrachten]


def verslag(versie, regelset, data):
    """Return the whole report on a document as text."""
    return etree.tostring(_svrl(_gecompileerd(versie, regelset, None)[0], data), encoding="unicode")

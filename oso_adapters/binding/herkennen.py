"""Says of a file that is no dossier what it is. No value of the file gets into what is said."""

from __future__ import annotations

import re

from lxml import etree

from oso_adapters.binding.soorten import (
    BEGIN,
    FOUTBERICHT,
    MET_DOSSIER,
    MET_INGEPAKT_DOSSIER,
    OFFICE,
    SOAP,
    SOAP_MET_DOSSIER,
    WORTELS,
    ZIP,
    Soort,
)
from oso_adapters.binding.ziplijst import is_office, is_zip, noem_inhoud
from oso_adapters.errors import LeesFout
from oso_adapters.melding import Wie

__all__ = ["ANDER", "DOSSIERS", "herken_begin", "herken_wortel"]

ANDER = "ST.ander"
"""Key of the finding that a file is something else than a dossier."""

_Element = etree._Element
_KOP = 4096
"""Bytes at the start of a file that are looked at."""
_DOSSIER = re.compile(r"\{http://www\.edustandaard\.nl/oso_gegevensset/[^}]+/dossier\}dossiers?")
DOSSIERS = frozenset({"dossier", "dossiers"})
"""What begins with this is a dossier, whatever else is wrong with it."""
_VOORAF = re.compile(rb"\s*(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\])?\s*>)", re.DOTALL)
_EERSTE = re.compile(rb"\s*<(?:([A-Za-z_][\w.-]*):)?([A-Za-z_][\w.-]*)([^>]*)")
_INGEPAKT = re.compile(r"\s*(?:<\?xml|<dossiers?\b|PD94bWw|77u/PD94|PGRvc3NpZXI|UEsDB|H4sI)")


def _fout(soort: Soort, *, erbij: str = "", line: int | None = None) -> LeesFout:
    zin = "maar" if soort.zeker else "maar het lijkt op"
    begin = "Dit is geen dossier, "
    wat = f"{begin}{zin} {soort.wat}{erbij}."
    return LeesFout(wat, herstel=soort.doen, regel=ANDER, wie=Wie.SCHOOL, line=line)


def herken_begin(data: bytes, line: int | None = None) -> LeesFout | None:
    """Return what a file is that can't be read as XML, by its first bytes; None when unknown.

    Args:
        line: where reading it as XML ended.
    """
    if is_zip(data):
        return _fout(OFFICE) if is_office(data) else _fout(ZIP, erbij=_met(noem_inhoud(data)))
    kop = _leesbaar(data[:_KOP])
    for soort in BEGIN:
        if soort.begin is not None and soort.begin.match(kop):
            return _fout(soort)
    return _herken_tag(kop, line)


def _met(inhoud: str) -> str:
    return f" (met daarin: {inhoud})" if inhoud else ""


def _leesbaar(kop: bytes) -> bytes:
    """Return the start of a file without a byte order mark, in an encoding like ASCII."""
    if kop[:2] in (b"\xff\xfe", b"\xfe\xff"):
        kop = kop.decode("utf-16", "replace").encode("utf-8", "replace")
    return kop.removeprefix(b"\xef\xbb\xbf")


def _herken_tag(kop: bytes, line: int | None) -> LeesFout | None:
    """Return what XML that is not whole begins as."""
    plek = 0
    while (vooraf := _VOORAF.match(kop, plek)) is not None:
        plek = vooraf.end()
    eerste = _EERSTE.match(kop, plek)
    if eerste is None:
        return None
    voorvoegsel, naam, attributen = eerste.groups()
    xmlns = rb"xmlns:" + re.escape(voorvoegsel) if voorvoegsel else rb"xmlns"
    ruimte = re.search(rb"(?:^|\s)" + xmlns + rb"""\s*=\s*["']([^"'<]{0,200})["']""", attributen)
    soort = _soort(naam.decode("latin-1"), ruimte[1].decode("latin-1") if ruimte else "")
    return _fout(soort, line=line) if soort is not None and not soort.draagt else None


def _soort(naam: str, ruimte: str) -> Soort | None:
    if naam in DOSSIERS:
        return None
    return next((soort for soort in (SOAP, *WORTELS) if soort.past(naam, ruimte)), None)


def _soort_van(el: _Element) -> Soort | None:
    naam = etree.QName(el)
    return _soort(naam.localname, naam.namespace or "")


def herken_wortel(root: _Element) -> LeesFout | None:
    """Return what an XML document is that is no dossier; None when that is unknown.

    A dossier in an unknown version is a dossier.
    """
    if _DOSSIER.fullmatch(str(root.tag)):
        return None
    soort = _soort_van(root)
    binnen = next((el for el in root.iter("*") if _DOSSIER.fullmatch(str(el.tag))), None)
    if binnen is not None:
        regel = binnen.sourceline
        met = SOAP_MET_DOSSIER if soort is SOAP else MET_DOSSIER
        return _fout(met, erbij=f"; het dossier begint op regel {regel}", line=regel)
    if soort is not None and soort.draagt:
        for el in root.iter("*"):
            if _INGEPAKT.match((el.text or "")[:_KOP]):
                regel = el.sourceline
                return _fout(MET_INGEPAKT_DOSSIER, erbij=f", op regel {regel}", line=regel)
    if soort is SOAP:
        return _fout(_in_envelop(root) or SOAP)
    return _fout(soort) if soort is not None else None


def _in_envelop(root: _Element) -> Soort | None:
    """Return what a message is about, when that is known."""
    for el in root.iterdescendants("*"):
        naam = etree.QName(el)
        if SOAP.ruimte.match(naam.namespace or ""):
            if naam.localname == "Fault":
                return FOUTBERICHT
        elif (soort := _soort_van(el)) is not None:
            return soort
    return None

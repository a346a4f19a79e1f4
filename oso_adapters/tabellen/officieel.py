"""Runs the published schema and sheets themselves, in a process that says nothing.

Saxon writes the values of a dossier into its errors and onto stderr, so neither ever gets out. Run
this only where stderr leads nowhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lxml import etree

from oso_adapters.binding import parse_document
from oso_adapters.errors import ConfigurationError, LeesFout
from oso_adapters.rules import Blad
from oso_adapters.tabellen.bundel import Stukken

__all__ = ["Officieel", "Paren"]

_Element = etree._Element
Paren = Counter[tuple[str, str]]
"""How often something (the text or the key of a rule) is found at a place."""

_EIGENSCHAP = "http://saxon.sf.net/feature/"
_CODE = re.compile(r"\b[A-Z]{4}\d{4}\b")
_LANGSTE_TEKST = 200


def _saxon() -> Any:
    try:
        import saxonche  # noqa: PLC0415 - an extra: only who compares with the sheets needs it
    except ImportError:
        raise ConfigurationError(
            "the published sheets need saxonche; pip install 'oso-adapters[officieel]'"
        ) from None
    return saxonche


def _schema(pad: Path) -> etree.XMLSchema:
    root = parse_document(pad.read_bytes())
    root.getroottree().docinfo.URL = pad.as_uri()
    try:
        return etree.XMLSchema(root)
    except etree.XMLSchemaParseError as fout:
        regel = fout.error_log[0].line if fout.error_log else "?"
        raise ConfigurationError(f"{pad.name} is no valid schema (line {regel})") from None


class Officieel:
    """The published files of one version, compiled."""

    def __init__(self, stukken: Stukken) -> None:
        """Compile the files.

        Raises:
            ConfigurationError: Saxon is not installed, or a file does not compile.
        """
        self._fouten = _saxon()
        self._schema = _schema(stukken.schema)
        self._saxon = self._fouten.PySaxonProcessor(license=False)
        # Without this a sheet may write files and call what it likes.
        self._zet("allow-external-functions", "false")
        self._bladen: Mapping[Blad, Any] = {
            blad: self._vertaal(pad) for blad, pad in stukken.bladen.items()
        }
        # The sheets include each other from disk; from here on nothing is read any more.
        self._zet("allowedProtocols", "none")

    def _zet(self, naam: str, waarde: str) -> None:
        self._saxon.set_configuration_property(_EIGENSCHAP + naam, waarde)

    def _vertaal(self, pad: Path) -> Any:
        try:
            return self._saxon.new_xslt30_processor().compile_stylesheet(stylesheet_file=str(pad))
        except self._fouten.PySaxonApiError as fout:
            code = _CODE.search(str(fout))
            raise ConfigurationError(
                f"{pad.name} does not compile ({code[0] if code else 'no code'})"
            ) from None

    def past(self, root: _Element) -> bool:
        """Say whether a document fits the published schema."""
        return self._schema.validate(root)

    def vind(self, root: _Element, blad: Blad) -> Paren | None:
        """Return the texts that a sheet finds, each with its place; None when it stops."""
        tekst = etree.tostring(root.getroottree(), encoding="unicode")
        try:
            document = self._saxon.parse_xml(xml_text=tekst)
            uitvoer = self._bladen[blad].transform_to_string(xdm_node=document)
        except self._fouten.PySaxonApiError:
            return None
        return _lees_meldingen(uitvoer or "")


def _lees_meldingen(uitvoer: str) -> Paren:
    try:
        root = parse_document(uitvoer.encode())
    except LeesFout:
        raise _geen_meldingen() from None
    if etree.QName(root).localname != "meldingen":
        raise _geen_meldingen()
    paren: Paren = Counter()
    for melding in root.iterchildren("{*}melding"):
        velden = {
            etree.QName(el).localname: " ".join((el.text or "").split())
            for el in melding.iterchildren("*")
        }
        if not {"tekst", "locatie"} <= velden.keys():
            raise _geen_meldingen()
        paren[velden["tekst"][:_LANGSTE_TEKST], velden["locatie"]] += 1
    return paren


def _geen_meldingen() -> ConfigurationError:
    return ConfigurationError(
        "a sheet of the bundle does not put out 'meldingen' with 'locatie' and 'tekst'; is it a"
        " sheet of the OSO Gegevensset?"
    )

"""The rules of a version as ISO Schematron, so that Java, .NET and others can run the same ones.

In a pattern only the first rule that fits an element counts, so the rules of one pattern look at
elements of different names. A pattern for each rule would do as well, at ten times the cost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

import attrs
from lxml import etree

from oso_adapters.melding import Ernst, SoortMelding
from oso_adapters.rules import Blad, Regel, Regelset, regels
from oso_adapters.rules.regel import Voor
from oso_adapters.rules.xpath import PREFIX
from oso_adapters.tabellen.schematronregel import DIT_DOSSIER, DOSSIERS, Regelvertaler
from oso_adapters.tabellen.xpath import GeenXPathError, literal
from oso_adapters.versies import Versie

__all__ = ["Schematron", "schematron"]

_Element = etree._Element
_NS = "http://purl.oclc.org/dsdl/schematron"
_XS = "http://www.w3.org/2001/XMLSchema"
_MET_ACCOLADES = re.compile(r"'[^'{}]*[{}][^']*'")
"""Text that must not stand in a test: the ISO skeleton takes what is in braces as XPath."""
_LAATSTE_NAAM = re.compile(rf"^(?:[^[]*/)?(?:{PREFIX}:)?([^[/]+)")
_ROL = MappingProxyType({Ernst.FOUT: "error", Ernst.WAARSCHUWING: "warning"})
"""What tools that read Schematron know."""


@attrs.frozen(kw_only=True)
class Schematron:
    """The rules of a version, rule set and sheet as a Schematron schema.

    Attributes:
        blad: sheet of which it has the rules; None when each dossier decides that itself.
        tekst: the schema, in UTF-8.
        erin: the rules that it has.
        eruit: the rules that it does not have, each with the reason, in Dutch.
    """

    versie: Versie
    regelset: Regelset
    blad: Blad | None
    tekst: bytes = attrs.field(repr=False)
    erin: tuple[Regel, ...] = attrs.field(repr=False)
    eruit: Mapping[str, str] = attrs.field(repr=False)


def schematron(
    versie: Versie, regelset: Regelset = Regelset.AFSPRAAK, blad: Blad | None = None
) -> Schematron:
    """Return the rules as Schematron.

    Args:
        blad: sheet of which to write the rules; None writes those of both, each for the dossiers
            that `oso_adapters.check.check` takes that sheet for.
    """
    schrijver = _Schrijver(versie, regelset, blad)
    erin, eruit = [], {}
    for regel in regels(versie, regelset):
        if regel.voor.blad in (None, blad) or blad is None:
            try:
                schrijver.schrijf(regel)
            except GeenXPathError as fout:
                eruit[regel.id] = str(fout)
            else:
                erin.append(regel)
    return Schematron(
        versie=versie,
        regelset=regelset,
        blad=blad,
        tekst=schrijver.tekst(),
        erin=tuple(erin),
        eruit=MappingProxyType(eruit),
    )


def _bij(ouder: _Element, naam: str, tekst: str | None = None, **kenmerken: str) -> _Element:
    el = etree.SubElement(ouder, f"{{{_NS}}}{naam}", kenmerken)
    el.text = tekst
    return el


def _let(naam: str, waarde: str) -> _Element:
    return etree.Element(f"{{{_NS}}}let", {"name": naam, "value": waarde})


@attrs.define
class _Patroon:
    """A pattern, with the names of the elements that its rules look at."""

    element: _Element
    namen: set[str] = attrs.field(factory=set)
    rules: dict[str, _Element] = attrs.field(factory=dict)

    def heeft_plaats(self, namen: set[str]) -> bool:
        return "*" not in namen | self.namen and self.namen.isdisjoint(namen)


class _Schrijver:
    """Writes one schema, rule by rule."""

    def __init__(self, versie: Versie, regelset: Regelset, blad: Blad | None) -> None:
        self._versie, self._blad = versie, blad
        self._regelset = regelset
        self._vertaler = Regelvertaler(versie, regelset, blad)
        self._schema = self._kop()
        self._diagnostics = etree.Element(f"{{{_NS}}}diagnostics")
        self._patronen: dict[tuple[Voor, SoortMelding], list[_Patroon]] = {}
        self._properties: dict[str, tuple[str, str]] = {}

    def _kop(self) -> _Element:
        schema = etree.Element(
            f"{{{_NS}}}schema",
            {"queryBinding": "xslt2", "schemaVersion": self._versie.validatieversie},
            nsmap={None: _NS},
        )
        schema.set("{http://www.w3.org/XML/1998/namespace}lang", "nl")
        bladen = f"blad {self._blad}" if self._blad else "beide bladen"
        _bij(
            schema,
            "title",
            f"OSO Gegevensset {self._versie}: codelijsten en regels ({self._regelset}, {bladen})",
        )
        _bij(schema, "ns", prefix=PREFIX, uri=self._versie.namespace)
        _bij(schema, "ns", prefix="xs", uri=_XS)
        self._schrijf_soort_document(schema)
        return schema

    def _schrijf_soort_document(self, schema: _Element) -> None:
        """Refuse what the other rules would pass over in silence."""
        hoort = f"namespace-uri() = {literal(self._versie.namespace)}"
        rule = _bij(_bij(schema, "pattern"), "rule", context="/*")
        tekst = f"Dit document is niet van versie {self._versie} van de OSO Gegevensset."
        _bij(rule, "assert", tekst, id="ST.versie", role="error", test=hoort)
        if self._regelset is Regelset.AFSPRAAK:
            test = f"not({hoort}) or {DOSSIERS}"
            tekst = "In dit document staat geen dossier."
            _bij(rule, "assert", tekst, id="ST.onleesbaar", role="error", test=test)

    def schrijf(self, regel: Regel) -> None:
        """Write one rule.

        Raises:
            GeenXPathError: it can't be said.
        """
        alternatieven, test = list(self._vertaler.context(regel)), self._vertaler.test(regel)
        rule = self._rule(regel, alternatieven)
        naam, waarde = DIT_DOSSIER
        if f"${naam}/" in test and rule.find(f"{{{_NS}}}let[@name='{naam}']") is None:
            rule.insert(0, _let(naam, waarde))
        for tekst in _MET_ACCOLADES.findall(test):
            naam = f"tekst{len(rule)}"
            rule.insert(0, _let(naam, tekst))
            test = test.replace(tekst, f"${naam}")
        herstel = _bij(self._diagnostics, "diagnostic", regel.herstel, id=f"herstel-{regel.id}")
        _bij(
            rule,
            "assert",
            regel.melding,
            id=regel.id,
            role=_ROL[regel.ernst],
            test=test,
            diagnostics=herstel.get("id", ""),
            properties=" ".join(self._eigenschappen(regel)),
        )

    def _rule(self, regel: Regel, alternatieven: list[str]) -> _Element:
        """Return what holds the tests of some elements, in a pattern where nothing hides them."""
        context = " | ".join(alternatieven)
        namen = {_LAATSTE_NAAM.findall(deel)[0] for deel in alternatieven}
        for patroon in self._patronen.setdefault((regel.voor, regel.soort), []):
            if context in patroon.rules:
                return patroon.rules[context]
            if patroon.heeft_plaats(namen):
                break
        else:
            patroon = _Patroon(_bij(self._schema, "pattern"))
            self._patronen[regel.voor, regel.soort].append(patroon)
        patroon.namen |= namen
        patroon.rules[context] = _bij(patroon.element, "rule", context=context)
        return patroon.rules[context]

    def _eigenschappen(self, regel: Regel) -> Iterator[str]:
        for rol in ("ernst", "wie", "soort"):
            waarde = str(getattr(regel, rol))
            naam = f"{rol}-{waarde.replace(' ', '-')}"
            self._properties[naam] = (rol, waarde)
            yield naam

    def tekst(self) -> bytes:
        """Return the schema as it is now."""
        self._schema.append(self._diagnostics)
        properties = _bij(self._schema, "properties")
        for naam, (rol, waarde) in sorted(self._properties.items()):
            _bij(properties, "property", waarde, id=naam, role=rol)
        boom = self._schema.getroottree()
        return etree.tostring(boom, encoding="UTF-8", xml_declaration=True, pretty_print=True)

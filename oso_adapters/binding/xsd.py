"""The schema of a version, derived from the blocks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from xml.sax.saxutils import quoteattr

from lxml import etree

from oso_adapters.gegevensset._boom import blokken, globale_blokken
from oso_adapters.gegevensset._veld import Veld, Vorm, velden_in
from oso_adapters.gegevensset.codelijsten import codelijst
from oso_adapters.gegevensset.typen import Soort
from oso_adapters.versies import Versie

__all__ = ["EenVan", "schema", "schema_tekst"]


_SCHEMA = 'xmlns:xs="http://www.w3.org/2001/XMLSchema"'
_VORM = 'elementFormDefault="qualified" attributeFormDefault="unqualified"'


def _facetten(soort: Soort) -> Iterator[str]:
    for naam, waarde in (
        ("minLength", soort.min_lengte),
        ("maxLength", soort.max_lengte),
        ("minInclusive", soort.minimum),
        ("maxInclusive", soort.maximum),
        ("pattern", soort.patroon),
    ):
        if waarde is not None:
            yield f"<xs:{naam} value={quoteattr(str(waarde))}/>"


def _simpel_type(soort: Soort) -> str:
    facetten = "".join(_facetten(soort))
    return (
        f'<xs:simpleType name="{soort.naam}"><xs:restriction base="xs:{soort.basis}">'
        f"{facetten}</xs:restriction></xs:simpleType>"
    )


def _lijst_type(nummer: int, versie: Versie) -> str:
    codes = codelijst(nummer).in_versie(versie)
    waarden = "".join(f"<xs:enumeration value={quoteattr(code)}/>" for code in codes)
    return (
        f'<xs:simpleType name="lijst{nummer}"><xs:restriction base="xs:string">'
        f"{waarden}</xs:restriction></xs:simpleType>"
    )


def _aantal(minimum: int, *, onbeperkt: bool) -> str:
    laag = "" if minimum else ' minOccurs="0"'
    return laag + (' maxOccurs="unbounded"' if onbeperkt else "")


EenVan = tuple[tuple[str, tuple[str, ...]], ...]
"""Names of elements, each with the fields of which it must hold at least one."""


class _Schema:
    """Writes one schema; ``streng`` turns code lists into enumerations."""

    def __init__(
        self, versie: Versie, *, streng: bool, een_van: EenVan, groot_mag_leeg: bool
    ) -> None:
        self.versie = versie
        self.streng = streng
        self.groot_mag_leeg = groot_mag_leeg
        genoemd = dict(een_van)
        self.een_van = {
            veld.blok: genoemd[veld.elementen[-1]]
            for cls in blokken(versie)
            for veld in velden_in(cls, versie)
            if veld.blok is not None and veld.elementen[-1] in genoemd
        }

    def typenaam(self, veld: Veld) -> str:
        if veld.blok is not None:
            return veld.blok.__name__
        assert veld.soort is not None
        if self.streng and veld.codelijst is not None:
            return f"lijst{veld.codelijst}"
        if self.groot_mag_leeg and veld.groot:
            return "xs:string"
        return veld.soort.naam

    def een(self, veld: Veld, naam: str, aantal: str) -> str:
        """Write one element; a type that only a stricter schema has can't be named from outside.

        Else ``xsi:type`` in a document could ask for it, which the published schema refuses.
        """
        soort = self.typenaam(veld)
        if veld.soort is None or soort == veld.soort.naam:
            return f'<xs:element name="{naam}" type="{soort}"{aantal}/>'
        return (
            f'<xs:element name="{naam}"{aantal}><xs:simpleType><xs:restriction base="{soort}"/>'
            "</xs:simpleType></xs:element>"
        )

    def element(self, veld: Veld, *, in_keuze: bool = False) -> str:
        minimum = 1 if veld.verplicht or in_keuze else 0
        match veld.vorm:
            case Vorm.LIJST:
                items = _aantal(0 if veld.leeg else 1, onbeperkt=True)
                reeks = f"<xs:sequence>{self.een(veld, veld.lijst or '', items)}</xs:sequence>"
            case Vorm.REEKS:
                assert veld.blok is not None
                reeks = f'<xs:sequence maxOccurs="unbounded">{self.inhoud(veld.blok)}</xs:sequence>'
            case _:
                aantal = _aantal(minimum, onbeperkt=veld.onbeperkt)
                return self.een(veld, veld.naam, aantal)
        aantal = _aantal(minimum, onbeperkt=False)
        return (
            f'<xs:element name="{veld.naam}"{aantal}><xs:complexType>{reeks}</xs:complexType>'
            "</xs:element>"
        )

    def ten_minste_een(self, cls: type, namen: tuple[str, ...]) -> str:
        """Write the fields of a block so that one of the first ones must be there.

        For each of them an alternative that begins with it: only so is it clear from the first
        element which alternative it is.
        """
        velden = velden_in(cls, self.versie)
        assert {veld.naam for veld in velden[: len(namen)]} == set(namen)
        alternatieven = [
            self.element(veld, in_keuze=True) + "".join(map(self.element, velden[nr:]))
            for nr, veld in enumerate(velden[: len(namen)], start=1)
        ]
        reeksen = "".join(f"<xs:sequence>{deel}</xs:sequence>" for deel in alternatieven)
        return f"<xs:choice>{reeksen}</xs:choice>"

    def inhoud(self, cls: type) -> str:
        if cls in self.een_van:
            return self.ten_minste_een(cls, self.een_van[cls])
        delen: list[str] = []
        open_keuze: str | None = None
        for veld in velden_in(cls, self.versie):
            if veld.keuze != open_keuze:
                if open_keuze:
                    delen.append("</xs:choice>")
                if veld.keuze:
                    delen.append(f"<xs:choice{_aantal(int(veld.verplicht), onbeperkt=False)}>")
                open_keuze = veld.keuze
            delen.append(self.element(veld, in_keuze=veld.keuze is not None))
        if open_keuze:
            delen.append("</xs:choice>")
        return "".join(delen)

    def blok_type(self, cls: type) -> str:
        velden = velden_in(cls, self.versie)
        tekst = next((v for v in velden if v.vorm is Vorm.TEKST), None)
        if tekst is None:
            return (
                f'<xs:complexType name="{cls.__name__}"><xs:sequence>{self.inhoud(cls)}'
                "</xs:sequence></xs:complexType>"
            )
        attributen = "".join(
            f'<xs:attribute name="{v.naam}" type="{self.typenaam(v)}"/>'
            for v in velden
            if v.vorm is Vorm.ATTRIBUUT
        )
        return (
            f'<xs:complexType name="{cls.__name__}"><xs:simpleContent><xs:extension '
            f'base="{self.typenaam(tekst)}">{attributen}</xs:extension></xs:simpleContent>'
            "</xs:complexType>"
        )

    def tekst(self) -> str:
        """Return the whole schema."""
        ns = self.versie.namespace
        klassen = list(blokken(self.versie))
        alle = [v for cls in klassen for v in velden_in(cls, self.versie)]
        soorten = {v.soort.naam: v.soort for v in alle if v.soort}
        lijsten = sorted({v.codelijst for v in alle if v.codelijst is not None})
        delen = [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<xs:schema {_SCHEMA} xmlns="{ns}" targetNamespace="{ns}" {_VORM}>',
            *(
                f'<xs:element name="{naam}" type="{cls.__name__}"/>'
                for naam, cls in globale_blokken(self.versie).items()
            ),
            *(self.blok_type(cls) for cls in klassen),
            *(_simpel_type(soort) for soort in soorten.values()),
            *(_lijst_type(nummer, self.versie) for nummer in lijsten if self.streng),
            "</xs:schema>",
        ]
        return "\n".join(delen) + "\n"


def schema_tekst(
    versie: Versie, *, streng: bool = False, een_van: EenVan = (), groot_mag_leeg: bool = False
) -> str:
    """Return the schema of a version as XML text.

    Args:
        streng: with the code lists as enumerations, stricter than the published schema.
        een_van: blocks that may not be empty, also stricter than the published schema.
        groot_mag_leeg: large texts may be empty, looser than the published schema: libxml2 counts
            all of a text to see that it is not.
    """
    return _Schema(versie, streng=streng, een_van=een_van, groot_mag_leeg=groot_mag_leeg).tekst()


@cache
def schema(
    versie: Versie, *, streng: bool = False, een_van: EenVan = (), groot_mag_leeg: bool = False
) -> etree.XMLSchema:
    """Return the compiled schema of a version; compiled once for each process."""
    tekst = schema_tekst(versie, streng=streng, een_van=een_van, groot_mag_leeg=groot_mag_leeg)
    return etree.XMLSchema(etree.fromstring(tekst.encode()))

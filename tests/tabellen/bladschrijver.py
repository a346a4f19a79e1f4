"""Writes a bundle in the form of the published one: a schema, two sheets and their common part."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import attrs

XSL = "http://www.w3.org/1999/XSL/Transform"
_KOP = (
    f'<xsl:stylesheet xmlns:xsl="{XSL}" xmlns:xs="http://www.w3.org/2001/XMLSchema"'
    ' xmlns:od="{ns}" xmlns="{meldingen}" exclude-result-prefixes="xs od" version="2.0">\n'
    '<xsl:output method="xml" encoding="UTF-8" indent="yes"/>\n'
)
_VARIABELEN = """
<xsl:variable name="overdrachtsoort" select="//od:overdrachtsoort/text()"/>
<xsl:variable name="overstap" select="/descendant::*/od:metadata/od:overstap/text()"/>
<xsl:variable name="schoolsoort" select="//od:huidigeschool/od:soort/text()"/>
<xsl:variable name="deel" select="//od:metadata/od:deeldossier/text()"/>
<xsl:variable name="heeftLAS" select="if ($deel = ('LAS', 'LASLVS')) then 'Y' else 'N'"/>
<xsl:variable name="heeftLVS" select="if ($deel = ('LVS', 'LASLVS')) then 'Y' else 'N'"/>
<xsl:template match="*|text()|@*"><xsl:apply-templates/></xsl:template>
"""
_MELDING = """
<xsl:template name="melding">
  <xsl:param name="tekst"/>
  <melding>
    <type>Fout</type>
    <locatie>/<xsl:value-of select="string-join(
      for $el in (if (self::*) then ancestor-or-self::* else .)
      return concat(local-name($el), '[',
        count($el/preceding-sibling::*[local-name() = local-name($el)]) + 1, ']'), '/')"/></locatie>
    <tekst><xsl:value-of select="$tekst"/></tekst>
  </melding>
</xsl:template>
"""


@attrs.frozen(kw_only=True)
class Bladregel:
    """One test of the sheets.

    Attributes:
        bladen: the sheets that have it; both when it stands in the common part.
        bij: what the template that holds it matches, in the names of the standard.
        elk: elements that the test runs on, seen from there; empty for the element itself.
        fout: XPath that is true where the rule is broken.
    """

    sleutel: str
    bladen: frozenset[str]
    bij: str
    elk: str = ""
    fout: str


def od(pad: str) -> str:
    """Return a path with the prefix on every name; ``//x`` wants an element around x."""
    if pad in (".", "text()"):
        return pad
    begin, rest = ("//", pad[2:]) if pad.startswith("//") else ("", pad)
    return begin + "/".join(
        stap if stap in (".", "text()") else f"od:{stap}" for stap in rest.split("/")
    )


def elk(pad: str) -> str:
    """Return the path of a for-each: but for the categories it begins inside another element."""
    if pad.startswith("//metadata/categorie_uitlevering/"):
        return od(pad)
    return "/descendant::*/" + od(pad.removeprefix("//"))


def literal(waarde: str) -> str:
    """Return a string of XPath."""
    return "'" + waarde.replace("'", "''") + "'"


def _tekst(nummer: int) -> str:
    return f"Toets {nummer} is niet goed."


def _toets(regel: Bladregel, tekst: str) -> str:
    melding = (
        f'<xsl:call-template name="melding"><xsl:with-param name="tekst">{escape(tekst)}'
        "</xsl:with-param></xsl:call-template>"
    )
    toets = f"<xsl:if test={quoteattr(regel.fout)}>{melding}</xsl:if>"
    if regel.elk:
        toets = f"<xsl:for-each select={quoteattr(regel.elk)}>{toets}</xsl:for-each>"
    return toets + "\n"


def _template(match: str, regels: Iterable[str], *, daalt: bool, voor: str = "") -> str:
    verder = "<xsl:apply-templates/>" if daalt else ""
    return f'<xsl:template match="{match}">\n{voor}{"".join(regels)}{verder}</xsl:template>\n'


@attrs.frozen
class Bundelschrijver:
    """Writes the bundle of one version.

    Attributes:
        meldingen: namespace of what the sheets put out.
        templates: for each sheet what is matched, and whether the walk goes on below it.
        extra: what comes first in the template that matches this.
    """

    nummer: str
    ns: str
    meldingen: str
    schema: str
    regels: tuple[Bladregel, ...]
    templates: Mapping[str, Mapping[str, bool]]
    extra: Mapping[str, str] = attrs.field(factory=dict)

    def sleutels(self) -> dict[str, str]:
        """Return the key that each text stands for; the text itself says nothing of it."""
        return {_tekst(nr): regel.sleutel for nr, regel in enumerate(self.regels, start=1)}

    def _regels(self, blad: str, bij: str) -> list[str]:
        gemeenschappelijk = bij == "/"
        return [
            _toets(regel, _tekst(nr))
            for nr, regel in enumerate(self.regels, start=1)
            if regel.bij == bij and (gemeenschappelijk or blad in regel.bladen)
        ]

    def _blad(self, blad: str, common: str) -> str:
        templates = [
            _template(od(bij), self._regels(blad, bij), daalt=daalt, voor=self.extra.get(bij, ""))
            for bij, daalt in self.templates[blad].items()
        ]
        kop = _KOP.format(ns=self.ns, meldingen=self.meldingen)
        include = f'<xsl:include href="../common/{common}"/>'
        return "".join((kop, _VARIABELEN, include, *templates, _MELDING, "</xsl:stylesheet>\n"))

    def _common(self) -> str:
        regels = "".join(self._regels("", "/"))
        kop = _KOP.format(ns=self.ns, meldingen=self.meldingen)
        binnen = f"<meldingen>{regels}<xsl:apply-templates/></meldingen>"
        return f'{kop}<xsl:template match="/">{binnen}</xsl:template></xsl:stylesheet>\n'

    def write(self, map_: Path) -> None:
        """Write the files of this version below a folder."""
        common = f"gemeenschappelijk_{self.nummer}.xsl"
        inhoud = {
            f"common/gegevensset_{self.nummer}.xsd": self.schema,
            f"common/{common}": self._common(),
            **{
                f"{blad}/toetsen_{self.nummer}.xsl": self._blad(blad, common)
                for blad in ("OV", "PaO")
            },
        }
        for naam, tekst in inhoud.items():
            bestand = map_ / naam
            bestand.parent.mkdir(parents=True, exist_ok=True)
            bestand.write_text(tekst, "utf-8")

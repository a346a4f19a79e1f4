"""Writes bundles equivalent to the published ones, from the facts of the reference folder.

OSO_REFERENTIE=… python tests/tabellen/bundel_uit_feiten.py DIR
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

sys.path.insert(0, str(Path(__file__).parent))

from bladschrijver import Bladregel, Bundelschrijver, elk, literal, od

from oso_adapters import VERSIES, Versie

Feiten = dict[str, Any]
_FACETTEN = ("minLength", "maxLength", "minInclusive", "maxInclusive", "pattern")
_VENSTER = """
<xsl:variable name="datum" select="xs:date(//od:metadata/od:datum)"/>
<xsl:variable name="jaar" select="year-from-date($datum)"/>
<xsl:variable name="grens" select="xs:date(concat($jaar, '-08-01'))"/>
<xsl:variable name="venster"
  select="xs:date(concat($jaar - (if ($datum lt $grens) then 3 else 2), '-08-01'))"/>
"""


class Schema:
    """Writes the schema from the facts on structure; its groups are used by nothing."""

    def __init__(self, feiten: Feiten) -> None:
        self.feiten = feiten

    def _aantal(self, deel: Feiten) -> str:
        hoogstens = {"*": "unbounded"}.get(deel.get("max", 1), deel.get("max", 1))
        return f' minOccurs="{deel.get("min", 1)}" maxOccurs="{hoogstens}"'

    def _deeltje(self, deel: Feiten) -> str:
        if "seq" in deel or "choice" in deel:
            soort = "sequence" if "seq" in deel else "choice"
            binnen = "".join(map(self._deeltje, deel.get("seq") or deel["choice"]))
            return f"<xs:{soort}{self._aantal(deel)}>{binnen}</xs:{soort}>"
        if "ref" in deel:
            return f'<xs:element ref="{deel["ref"]}"{self._aantal(deel)}/>'
        return self._element(deel, self._aantal(deel))

    def _element(self, deel: Feiten, aantal: str = "") -> str:
        if "type" in deel:
            return f'<xs:element name="{deel["name"]}" type="{deel["type"]}"{aantal}/>'
        binnen = (
            self._complex(deel["complex"]) if "complex" in deel else self._simpel(deel["simple"])
        )
        return f'<xs:element name="{deel["name"]}"{aantal}>{binnen}</xs:element>'

    def _complex(self, feiten: Feiten, naam: str = "") -> str:
        attributen = "".join(
            f'<xs:attribute name="{a["name"]}" type="{a["type"]}"/>'
            for a in feiten.get("attrs", ())
        )
        if "text" in feiten:
            binnen = (
                f'<xs:simpleContent><xs:extension base="{feiten["text"]}">{attributen}'
                "</xs:extension></xs:simpleContent>"
            )
        else:
            binnen = self._deeltje(feiten["content"]) if "content" in feiten else ""
            binnen += attributen
            if "extends" in feiten:
                binnen = (
                    f'<xs:complexContent><xs:extension base="{feiten["extends"]}">{binnen}'
                    "</xs:extension></xs:complexContent>"
                )
        return f"<xs:complexType{naam}>{binnen}</xs:complexType>"

    def _simpel(self, feiten: Feiten, naam: str = "") -> str:
        facetten = ""
        for facet in _FACETTEN:
            waarden = feiten.get(facet, ())
            for waarde in waarden if isinstance(waarden, list | tuple) else (waarden,):
                facetten += f"<xs:{facet} value={quoteattr(str(waarde))}/>"
        return (
            f'<xs:simpleType{naam}><xs:restriction base="{feiten["base"]}">{facetten}'
            "</xs:restriction></xs:simpleType>"
        )

    def tekst(self) -> str:
        """Return the schema."""
        ns = self.feiten["namespace"]
        xs = 'xmlns:xs="http://www.w3.org/2001/XMLSchema"'
        vorm = 'elementFormDefault="qualified"'
        delen = [
            f'<xs:schema {xs} xmlns="{ns}" targetNamespace="{ns}" {vorm}>',
            *(self._element(feiten) for feiten in self.feiten["elements"].values()),
            *(
                self._complex(feiten, f' name="{naam}"')
                for naam, feiten in self.feiten["complexTypes"].items()
            ),
            *(
                self._simpel(feiten, f' name="{naam}"')
                for naam, feiten in self.feiten["simpleTypes"].items()
            ),
            "</xs:schema>",
        ]
        return "\n".join(delen) + "\n"


def _waarde(pad: str) -> str:
    return f"xs:string({od(pad[7:-1])})" if pad.startswith("string(") else od(pad)


def xpath(logica: Feiten, codes: list[str]) -> str:
    """Return the XPath of a condition of the facts."""
    ((soort, inhoud),) = logica.items()
    match soort:
        case "and" | "or":
            return "(" + f" {soort} ".join(xpath(deel, codes) for deel in inhoud) + ")"
        case "not":
            return f"not({xpath(inhoud, codes)})"
        case "has" if inhoud == "afname[afnamedatum<venster]":
            return "boolean(od:afname[xs:date(od:afnamedatum) lt $venster])"
        case "has":
            return f"boolean({od(inhoud)})"
        case "true":
            return f"boolean(xs:boolean({od(inhoud)}))"
        case "is":
            return f"(${inhoud[0]} = {literal(inhoud[1])})"
        case "eq":
            return f"({_waarde(inhoud[0])} = {literal(inhoud[1])})"
        case "len_lt" | "len_gt":
            return f"(string-length({_waarde(inhoud[0])}) {soort[4:]} {inhoud[1]})"
        case "contains" | "matches":
            return f"{soort}({_waarde(inhoud[0])}, {literal(inhoud[1])})"
        case "notInList":
            # One comparison for each code, as the published sheets have it.
            return " and ".join(f"not(text() = {literal(code)})" for code in codes)
    raise AssertionError(soort)


def _geldig(feiten: list[Feiten], nummer: str) -> Feiten | None:
    return next((deel for deel in feiten if nummer in deel["versions"]), None)


def _regels(regels: Feiten, lijsten: Feiten, nummer: str) -> Iterator[Bladregel]:
    codes = {
        lijst["number"]: gevonden["codes"]
        for lijst in lijsten["lists"]
        if (gevonden := _geldig(lijst["codes"], nummer))
    }
    for regel in regels["rules"]:
        variant = _geldig(regel["variants"], nummer)
        if variant is None:
            continue
        lijst = codes.get(variant["logic"].get("notInList"), [])
        fout = xpath(variant["logic"], lijst)
        if regel["key"] == "CL33.deeldossier":
            fout = fout.replace("text()", "//od:metadata/od:deeldossier/text()")
        yield Bladregel(
            sleutel=regel["key"],
            bladen=frozenset(regel["profiles"]),
            bij=variant["context"],
            elk=elk(variant["each"]) if variant.get("each") else "",
            fout=fout,
        )


def bundel(feiten: Path, versie: Versie) -> Bundelschrijver:
    """Return the bundle of a version."""
    structuur, regels, lijsten = (
        json.loads((feiten / naam).read_text("utf-8"))
        for naam in (f"structure_{versie}.json", "rules.json", "codelists.json")
    )
    walk = regels["about"]["walk"]["templates"]
    nummer = versie.validatieversie if versie.validatieversie in walk else str(versie)
    return Bundelschrijver(
        nummer=nummer,
        ns=structuur["namespace"],
        meldingen=regels["about"]["melding"]["namespace"][nummer],
        schema=Schema(structuur).tekst(),
        regels=tuple(_regels(regels, lijsten, nummer)),
        templates={
            blad: {deel["match"]: deel["descends"] for deel in walk[nummer][blad]}
            for blad in ("OV", "PaO")
        },
        extra={"toets": _VENSTER},
    )


def main() -> None:
    """Write the bundles of all supported versions into a folder."""
    feiten = Path(os.environ["OSO_REFERENTIE"]) / "facts" / "gegevensset"
    for versie in VERSIES:
        bundel(feiten, versie).write(Path(sys.argv[1]))


if __name__ == "__main__":
    main()

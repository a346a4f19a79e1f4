"""Writes a bundle with our own rules as sheets, so that a bare clone can run the comparison.

Saxon evaluates them its own way, so agreement says that the engine does what the rules say.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bladschrijver import Bladregel, Bundelschrijver, elk, literal, od

from oso_adapters import Blad, Regelset, Versie
from oso_adapters.binding import schema_tekst
from oso_adapters.gegevensset._boom import plekken
from oso_adapters.melding import SoortMelding
from oso_adapters.rules import Regel, regels
from oso_adapters.rules.regel import STANDAARDVERSIE, VALIDATIEVERSIE
from oso_adapters.rules.woorden import Als, Bevat, En, Gevuld, Lengte, Niet, Of, Patroon, Uit, Waar

_NIET_DIEPER = "//dossier/metadata"
_ALLEEN_BINNEN = ("eindtoetsresultaat", "categorie_uitlevering")
"""Blocks of which the sheets look for the codes from the block around it."""


def _tekst(pad: str) -> str:
    return od(pad) if pad.endswith("text()") else f"string({od(pad)})"


def xpath(eis: Any, versie: Versie) -> str:
    """Return the XPath that is true where a requirement holds."""
    match eis:
        case Gevuld(pad):
            return f"boolean({od(pad)})"
        case Niet(deel):
            return f"not({xpath(deel, versie)})"
        case Als(voorwaarde, dan):
            return f"(not({xpath(voorwaarde, versie)}) or {xpath(dan, versie)})"
        case En(delen) | Of(delen):
            woord = " and " if isinstance(eis, En) else " or "
            return f"({woord.join(xpath(deel, versie) for deel in delen)})"
        case Waar(pad):
            return f"boolean(xs:boolean({od(pad)}))"
        case Uit(pad, waarden):
            van_versie = {
                STANDAARDVERSIE: versie.standaardversie,
                VALIDATIEVERSIE: versie.validatieversie,
            }
            lijst = ", ".join(literal(van_versie.get(w, w)) for w in sorted(waarden))
            return f"({od(pad)} = ({lijst}))"
        case Lengte(pad, minstens, hoogstens):
            lengte = f"string-length({_tekst(pad)})"
            laag = f"{lengte} ge {minstens or 0}"
            return f"({laag})" if hoogstens is None else f"({laag} and {lengte} le {hoogstens})"
        case Bevat(pad, deel):
            return f"contains({_tekst(pad)}, {literal(deel)})"
        case Patroon(pad, patroon):
            xsd = patroon.replace(r"\A", "^").replace(r"\Z", "$")
            return f"matches({_tekst(pad)}, {literal(xsd)})"
    raise AssertionError(type(eis))


def _zoekt(regel: Regel, versie: Versie) -> str:
    """Return what a test of the common part looks for."""
    for plek in plekken(versie):
        stappen = plek.pad.split("/")
        if regel.soort is SoortMelding.CODELIJST and plek.pad.endswith(f"/{regel.bij}"):
            for blok in _ALLEEN_BINNEN:
                if blok in stappen:
                    return "//" + "/".join(stappen[stappen.index(blok) - 1 :])
    return "//" + regel.bij


def _bladregel(regel: Regel, versie: Versie) -> Bladregel:
    fout = f"not({xpath(regel.eis, versie)})"
    if regel.voor.als is not None:
        fout = f"{xpath(regel.voor.als, versie)} and {fout}"
    bladen = frozenset(str(blad) for blad in Blad if regel.voor.blad in (None, blad))
    if regel.per_leerling:
        bij, waar = "leerling", elk(regel.bij)
    elif regel.voor.blad is None:
        bij, waar = "/", elk(_zoekt(regel, versie)) if regel.bij != "/" else ""
    else:
        bij, waar = f"//{regel.bij}" if "dossier" in regel.bij else regel.bij, ""
    return Bladregel(sleutel=regel.id, bladen=bladen, bij=bij, elk=waar, fout=fout)


def _bladregels(versie: Versie) -> Iterator[Bladregel]:
    for regel in regels(versie, Regelset.GEPUBLICEERD):
        if not regel.slaapt:
            yield _bladregel(regel, versie)


def bundel(versie: Versie) -> Bundelschrijver:
    """Return the bundle of a version."""
    alle = tuple(_bladregels(versie))
    return Bundelschrijver(
        nummer=str(versie),
        ns=versie.namespace,
        meldingen=versie.namespace.replace("/dossier", "/schemas/Meldingen"),
        schema=schema_tekst(versie),
        regels=alle,
        templates={
            str(blad): {
                regel.bij: regel.bij != _NIET_DIEPER
                for regel in alle
                if regel.bij != "/" and blad in regel.bladen
            }
            for blad in Blad
        },
    )

"""One rule in the words of Schematron: which elements it looks at, and what must hold there.

What is a dossier differs between the rule sets: under ``gepubliceerd`` the whole document is looked
at as one, under ``afspraak`` each dossier in ``dossiers`` by itself; and there a rule on a whole
dossier points at the element that it is about.
"""

from __future__ import annotations

from collections.abc import Iterator

from oso_adapters.melding import SoortMelding
from oso_adapters.rules import Blad, Regel, Regelset, regels
from oso_adapters.rules.codelijst import STILLE_WORTELS
from oso_adapters.rules.regel import BLAD_EIS, Voor
from oso_adapters.rules.vouwen import HOUDT, vouw
from oso_adapters.rules.woorden import Als, Eis, En, Gevuld, Niet, Uit
from oso_adapters.rules.xpath import PREFIX, met_prefix
from oso_adapters.tabellen.xpath import Precies, overal
from oso_adapters.versies import Versie

__all__ = ["DIT_DOSSIER", "DOSSIERS", "Regelvertaler"]

DOSSIERS = f"(/{PREFIX}:dossier | /{PREFIX}:dossiers/*)"
"""The dossiers of a document, as the afspraak has it."""
DIT_DOSSIER = ("dossier", f"({DOSSIERS} intersect ancestor-or-self::*)")
"""Name and value of the variable for the dossier that an element is part of."""


class Regelvertaler:
    """Writes the rules of a version, rule set and sheet.

    Args:
        blad: None when each document decides itself which sheet it is checked with.
    """

    def __init__(self, versie: Versie, regelset: Regelset, blad: Blad | None) -> None:
        self._blad = blad
        self._apart = regelset is Regelset.AFSPRAAK
        self._op_element = Precies(versie, f"${DIT_DOSSIER[0]}/" if self._apart else "")
        self._op_dossier = Precies(versie, "./" if self._apart else "")
        self._per_id = {regel.id: regel for regel in regels(versie, regelset)}

    def test(self, regel: Regel) -> str:
        """Write what must hold.

        Raises:
            GeenXPathError: it can't be said.
        """
        test = self._op_element.niet_gebroken(regel.eis)
        eerder = [self._per_id[sleutel].eis for sleutel in regel.gevolg_van]
        delen = [f"not({self._op_element.niet_gebroken(oorzaak)})" for oorzaak in eerder]
        return " or ".join((*delen, test))

    def context(self, regel: Regel) -> Iterator[str]:
        """Yield which elements a rule looks at: any of these."""
        if self._apart and regel.bij == "/":
            yield from self._doelen(regel)
        elif self._apart:
            voor = self._voor(regel.voor)
            dossier = f"{_met(DOSSIERS, voor)} intersect ancestor-or-self::*" if voor else DOSSIERS
            yield _met(met_prefix(regel.bij), dossier)
        elif regel.bij == "/":
            yield _met(f"/{PREFIX}:*", self._voor(regel.voor))
        else:
            # What both sheets have in common looks for elements inside another one.
            binnen = "" if regel.voor.blad else "*/"
            yield _met(
                binnen + met_prefix(regel.bij),
                self._voor(regel.voor),
                overal("//leerling") if regel.per_leerling else "",
                f"not(ancestor::{PREFIX}:leerling)" if regel.slaapt else "",
                _geen_stille_wortel() if regel.soort is SoortMelding.CODELIJST else "",
            )

    def _voor(self, voor: Voor) -> str:
        """Write for which documents a rule counts; empty when for all."""
        keuze = BLAD_EIS[voor.blad] if voor.blad and self._blad is None else HOUDT
        eis = vouw(En((keuze, voor.als or HOUDT)))
        return "" if eis == HOUDT else self._op_dossier.houdt(eis)

    def _doelen(self, regel: Regel) -> Iterator[str]:
        """Yield where a rule on a whole dossier points: where its field is, or belongs."""
        voor = _met(DOSSIERS, self._voor(regel.voor))
        dit = f"({voor} intersect ancestor-or-self::*)"
        stappen = regel.over.removeprefix("//").split("/")
        zonder = ""
        while stappen:
            pad = "/".join(stappen)
            er_is = overal(pad, f"{dit}/")
            yield _met(met_prefix(pad), f". is ({er_is})[1]", zonder)
            if _is_er(regel.eis, regel.over):
                return
            zonder = f"not({er_is})"
            stappen.pop()
        yield _met("*", f". intersect {voor}", zonder)


def _met(plaats: str, *voorwaarden: str) -> str:
    return plaats + "".join(f"[{voorwaarde}]" for voorwaarde in voorwaarden if voorwaarde)


def _is_er(eis: Eis, over: str) -> bool:
    """Say whether the field that a requirement is about is there wherever it is broken."""
    match eis:
        case Als(Uit(pad), _) if pad == over:
            return True
        case Als(_, Niet(Gevuld(pad))) if pad == over:
            return True
    return False


def _geen_stille_wortel() -> str:
    wortels = " or ".join(f"/{PREFIX}:{naam}" for naam in sorted(STILLE_WORTELS))
    return f"not({wortels})"

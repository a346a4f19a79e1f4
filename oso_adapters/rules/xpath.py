"""Requirements as XPath 1.0, so that libxml2 can look at all of them at once.

An expression here tells where a requirement may be broken. It never misses one that is, as long as
the document fits the strict schema: then an element stands only where it is declared, and a value
is one piece of text. It may be wrong the other way, where XPath 1.0 can't say the requirement; then
the requirement itself is run.
"""

from __future__ import annotations

import re

from oso_adapters.gegevensset._boom import herhaalde_paden, ligt_in
from oso_adapters.rules.regel import STANDAARDVERSIE, VALIDATIEVERSIE
from oso_adapters.rules.vouwen import absoluut
from oso_adapters.rules.woorden import (
    Als,
    Eis,
    En,
    Functie,
    Gevuld,
    Niet,
    Of,
    Uit,
    Waar,
)
from oso_adapters.versies import Versie

__all__ = ["PREFIX", "Vertaler", "met_prefix"]

PREFIX = "d"
"""Stands for the namespace of the version."""
_ALTIJD = "true()"
_PLEK = re.compile(r"\{([^}]+)\}")


def _voeg_samen(woord: str, leeg: str, delen: list[str]) -> str:
    over = [deel for deel in dict.fromkeys(delen) if deel != leeg]
    return f"({f' {woord} '.join(over)})" if len(over) > 1 else "".join(over) or leeg


def _of(*delen: str) -> str:
    return _ALTIJD if _ALTIJD in delen else _voeg_samen("or", "false()", list(delen))


def _en(*delen: str) -> str:
    return _voeg_samen("and", _ALTIJD, list(delen))


def _als_tekst(waarde: str) -> str:
    """Write a value as a literal; XPath 1.0 has none for a text with both kinds of quotes."""
    teken = "'" if "'" not in waarde else '"'
    if teken in waarde:
        message = "no literal of XPath 1.0 holds both kinds of quotes"
        raise ValueError(message)
    return f"{teken}{waarde}{teken}"


class Vertaler:
    """Writes the requirements on the elements at one place.

    Args:
        plaats: path of the elements without positions; expressions are relative to it.
    """

    def __init__(self, versie: Versie, plaats: str) -> None:
        self._plaats = plaats
        self._herhaald = herhaalde_paden(versie)
        self._vervang = {
            STANDAARDVERSIE: versie.standaardversie,
            VALIDATIEVERSIE: versie.validatieversie,
        }

    def _heel(self, pad: str) -> str:
        return absoluut(self._plaats, pad)

    def _is_enkel(self, pad: str) -> bool:
        """Say whether a path leads to one element at most, seen from the place."""
        heel = self._heel(pad)
        return not any(
            ligt_in(heel, herhaald) and not ligt_in(self._plaats, herhaald)
            for herhaald in self._herhaald
        )

    def pad(self, pad: str) -> str:
        """Write a path of a rule, relative to the place where it lies below that."""
        heel = self._heel(pad)
        if heel == self._plaats:
            return "."
        if self._plaats and heel.startswith(f"{self._plaats}/"):
            return met_prefix(heel.removeprefix(f"{self._plaats}/"))
        return met_prefix(heel)

    def mogelijk(self, eis: Eis, *, wil: bool) -> str:
        """Write where a requirement may hold, or may be broken.

        Args:
            wil: whether it holds.
        """
        match eis:
            case Niet(deel):
                return self.mogelijk(deel, wil=not wil)
            case En(delen) | Of(delen):
                voeg = _en if isinstance(eis, En) is wil else _of
                return voeg(*(self.mogelijk(deel, wil=wil) for deel in delen))
            case Als(voorwaarde, dan):
                voeg = _of if wil else _en
                return voeg(self.mogelijk(voorwaarde, wil=not wil), self.mogelijk(dan, wil=wil))
            case Waar(pad) if wil and self._is_enkel(pad):
                return f"{self.pad(pad)}[not(.='false' or .='0')]"
            case Waar(pad) if self._is_enkel(pad):
                return f"not({self.pad(pad)}='true' or {self.pad(pad)}='1')"
            case Functie(fout=str(fout)) if not wil:
                return f"({_PLEK.sub(lambda m: self.pad(m[1]), fout)})"
        precies = self._precies(eis)
        if precies is None:
            return _ALTIJD
        return precies if wil else f"not({precies})"

    def _precies(self, eis: Eis) -> str | None:
        """Write a word that XPath 1.0 can say; None when it can't."""
        match eis:
            case Gevuld(pad):
                return self.pad(pad)
            case Uit(pad) if not self._is_enkel(pad):
                return None
            case Uit(pad, waarden):
                codes = sorted(self._vervang.get(waarde, waarde) for waarde in waarden)
                return _of(*(f"{self.pad(pad)}={_als_tekst(code)}" for code in codes))
        return None


def met_prefix(pad: str) -> str:
    """Write a path with the prefix of the version before every name."""
    return re.sub(r"(^|/)(?=\w)", rf"\1{PREFIX}:", pad)

"""Requirements as XPath 2.0 for other engines, exactly as the rules run here.

A value that can't be read (a boolean that is none, two where one belongs) makes a requirement
neither held nor broken: the check then says nothing of the rule. So each word is written twice:
where it surely holds (`Precies.houdt`), and where it is not surely broken, which is what an assert
asks (`Precies.niet_gebroken`). Nothing that is written here can make an engine stop.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from oso_adapters.rules.regel import STANDAARDVERSIE, VALIDATIEVERSIE
from oso_adapters.rules.woorden import (
    Als,
    Bevat,
    Eis,
    En,
    Functie,
    Gevuld,
    Lengte,
    Niet,
    Of,
    Patroon,
    Uit,
    Waar,
)
from oso_adapters.rules.xpath import met_prefix
from oso_adapters.versies import Versie

__all__ = ["GeenXPathError", "Precies", "literal", "overal"]

_PLEK = re.compile(r"\{([^}]+)\}")
_GELIJK = re.compile(r"\[[^]\\[]+\]|\\[AZ.]")
_ANDERS = re.compile(r"[\\.^$\[]|\(\?")
"""What regular expressions of Python and XPath share, and what may differ in the rest."""


class GeenXPathError(ValueError):
    """A requirement that XPath 2.0 can't say; the text tells why, in Dutch."""


def literal(waarde: str) -> str:
    """Write a string."""
    return "'" + waarde.replace("'", "''") + "'"


def overal(pad: str, onder: str = "") -> str:
    """Write a path that begins with ``//``, without ``text()``.

    Args:
        onder: path before that, to what it looks at; the whole document when left out.
    """
    stappen = met_prefix(pad.removeprefix("//").removesuffix("/text()"))
    return f"{onder}descendant-or-self::{stappen}" if onder else f"//{stappen}"


def _samen(woord: str, delen: Iterable[str]) -> str:
    uniek = list(dict.fromkeys(delen))
    return f"({f' {woord} '.join(uniek)})" if len(uniek) > 1 else uniek[0]


def _niet(test: str) -> str:
    return f"not({test})"


def _regex(patroon: str) -> str:
    if _ANDERS.search(_GELIJK.sub("-", patroon)):
        raise GeenXPathError("XPath schrijft deze reguliere expressie anders.")
    return literal(patroon.replace(r"\A", "^").replace(r"\Z", "$"))


def _kan_stoppen(eis: Eis) -> bool:
    """Say whether a value can make a requirement neither held nor broken."""
    match eis:
        case Waar():
            return True
        case Lengte(pad) | Bevat(pad) | Patroon(pad):
            return pad.endswith("text()")
        case En(delen) | Of(delen):
            return any(map(_kan_stoppen, delen))
        case Niet(deel):
            return _kan_stoppen(deel)
        case Als(voorwaarde, dan):
            return _kan_stoppen(voorwaarde) or _kan_stoppen(dan)
    return False


class Precies:
    """Writes requirements on the element that a test stands at.

    Args:
        onder: path to what a path that begins with ``//`` looks at, such as ``./``; the whole
            document when left out.
    """

    def __init__(self, versie: Versie, onder: str = "") -> None:
        self._onder = onder
        self._vervang = {
            STANDAARDVERSIE: versie.standaardversie,
            VALIDATIEVERSIE: versie.validatieversie,
        }

    def houdt(self, eis: Eis) -> str:
        """Write where a requirement surely holds."""
        match eis:
            case Niet(deel):
                return _niet(self.niet_gebroken(deel))
            case En(delen):
                return _samen("and", map(self.houdt, delen))
            case Of(delen):
                return self._een_van(delen)
            case Als(voorwaarde, dan):
                return self._een_van((Niet(voorwaarde), dan))
            case Waar(pad):
                elementen, een = self._elementen(pad)
                waar = f"{elementen}[normalize-space(.) = ('true', '1')]"
                return waar if een else f"({waar} and not(({elementen})[2]))"
        return self._woord(eis)

    def _een_van(self, delen: tuple[Eis, ...]) -> str:
        """Write that one of these surely holds, with none before it that can't be read."""
        opties, eerder = [], list[str]()
        for deel in delen:
            opties.append(_samen("and", (*eerder, self.houdt(deel))))
            if _kan_stoppen(deel):
                eerder.append(_niet(self.niet_gebroken(deel)))
        return _samen("or", opties)

    def niet_gebroken(self, eis: Eis) -> str:
        """Write where a requirement is not surely broken."""
        if not _kan_stoppen(eis):
            return self.houdt(eis)
        match eis:
            case Niet(deel):
                return _niet(self.houdt(deel))
            case En((eerst, *rest)):
                daarna = [self.niet_gebroken(Als(eerst, En(tuple(rest))))] if rest else []
                return _samen("and", (self.niet_gebroken(eerst), *daarna))
            case Of(delen):
                return _samen("or", map(self.niet_gebroken, delen))
            case Als(voorwaarde, dan):
                return _samen("or", (_niet(self.houdt(voorwaarde)), self.niet_gebroken(dan)))
            case Waar(pad):
                elementen, een = self._elementen(pad)
                leesbaar = f"{elementen}[not(normalize-space(.) = ('false', '0'))]"
                return leesbaar if een else f"({leesbaar} or ({elementen})[2])"
        assert isinstance(eis, Lengte | Bevat | Patroon)
        return f"({self._woord(eis)} or ({self._knopen(eis.pad)})[2])"

    def _woord(self, eis: Eis) -> str:
        match eis:
            case Gevuld(pad):
                return self._elementen(pad)[0].removesuffix("[1]")
            case Uit(pad, waarden):
                codes = sorted(self._vervang.get(waarde, waarde) for waarde in waarden)
                lijst = ", ".join(map(literal, codes))
                knopen = self._knopen(pad) if pad.endswith("text()") else self._elementen(pad)[0]
                return f"{knopen} = {lijst if len(codes) == 1 else f'({lijst})'}"
            case Lengte(pad, minstens, hoogstens):
                lengte = f"string-length({self._tekst(pad)})"
                grenzen = [f"{lengte} ge {minstens}"] if minstens is not None else []
                grenzen += [f"{lengte} le {hoogstens}"] if hoogstens is not None else []
                return _samen("and", grenzen)
            case Bevat(pad, deel):
                return f"contains({self._tekst(pad)}, {literal(deel)})"
            case Patroon(pad, patroon):
                return f"matches({self._tekst(pad)}, {_regex(patroon)})"
            case Functie(precies=str(precies)):
                return f"({_PLEK.sub(lambda m: self._tekst(m[1]), precies)})"
        raise GeenXPathError("Deze regel is een functie zonder XPath.")

    def _elementen(self, pad: str) -> tuple[str, bool]:
        """Write a path without ``text()``, and say whether it leads to one element at most.

        Of several children of one name the rules look at the first.
        """
        kaal = pad.removesuffix("/text()")
        if kaal.startswith("//"):
            return overal(kaal, self._onder), False
        stappen = "/".join(stap for stap in kaal.split("/") if stap not in (".", ""))
        if not stappen:
            return ".", True
        een = "/" not in stappen and kaal == pad
        return met_prefix(stappen) + ("[1]" if een else ""), een

    def _knopen(self, pad: str) -> str:
        elementen, _ = self._elementen(pad)
        return "text()" if elementen == "." else f"{elementen}/text()"

    def _tekst(self, pad: str) -> str:
        if pad.endswith("text()"):
            return f"string-join({self._knopen(pad)}, '')"
        elementen, een = self._elementen(pad)
        return f"string({elementen})" if een else f"string(({elementen})[1])"

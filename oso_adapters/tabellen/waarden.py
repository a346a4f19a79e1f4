"""Fictional values for generated dossiers: they fit the type and look like the field."""

from __future__ import annotations

import base64
import io
import re
import tomllib
import zipfile
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from random import Random

from oso_adapters.gegevensset._veld import Veld
from oso_adapters.gegevensset.codelijsten import codelijst
from oso_adapters.gegevensset.typen import Soort
from oso_adapters.versies import Versie

__all__ = ["Waarden"]

_DAGEN_TERUG = 700
"""Less than two school years, so that no test is too old to go along."""
_JAREN_OUD = (4, 18)
_GEBOREN = re.compile("geboorte(datum|maand)")
_BSN = ("", 0)
_ONDERWIJSNUMMER = ("10", 5)
"""How each number begins and what the elfproef leaves of it (DUO, basisschema)."""
_STUK_PATROON = re.compile(r"\[([^\]]+)\](?:\{(\d+)\})?|\\d(?:\{(\d+)\})?|(.)")
_CIJFERS, _LETTERS = "0123456789", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_BIJZONDER = " & <ë> \"'\n€ 😀"
"""What a text may hold too, and what goes wrong where it is not escaped."""
_TIJDSTIP = (2000, 1, 1, 0, 0, 0)
_GROOTSTE = 40


@cache
def _voorbeelden() -> Mapping[str, tuple[str, ...]]:
    tekst = files("oso_adapters.tabellen").joinpath("voorbeelden.toml").read_text("utf-8")
    waarden: dict[str, list[str]] = tomllib.loads(tekst)["waarden"]
    return {naam: tuple(lijst) for naam, lijst in waarden.items()}


def _voorbeelden_op(pad: str) -> tuple[str, ...]:
    """Return what is written for a field, by the last two names of its path or the last one."""
    delen = pad.split("/")
    alle = _voorbeelden()
    return alle.get("/".join(delen[-2:])) or alle.get(delen[-1]) or ()


class Waarden:
    """Makes values; everything follows from the random numbers that it is given.

    Attributes:
        dag: day on which the dossier is made.
    """

    def __init__(self, rnd: Random, versie: Versie, dag: date) -> None:
        self.rnd = rnd
        self.versie = versie
        self.dag = dag
        eigen: dict[str, Callable[[], str]] = {
            "bsn": lambda: self._pgn(*_BSN),
            "onderwijsnummer": lambda: self._pgn(*_ONDERWIJSNUMMER),
            "bestandsinhoud": self._bijlage,
            "schooljaar": self._schooljaar,
        }
        self._eigen = eigen
        self._van_basis: dict[str, Callable[[Soort], str]] = {
            "boolean": lambda _: self.rnd.choice(("true", "false")),
            "integer": self._geheel,
            "int": self._geheel,
            "decimal": lambda _: f"{self.rnd.randint(10, 100) / 10}",
        }

    def maak(self, veld: Veld, soort: Soort, pad: str) -> str:
        """Return a value for a field that fits its type and its code list."""
        if veld.codelijst is not None:
            return self.rnd.choice(list(codelijst(veld.codelijst).in_versie(self.versie)))
        if veld.naam in self._eigen:
            return self._eigen[veld.naam]()
        voorbeelden = [v for v in _voorbeelden_op(pad) if soort.past(v)]
        if voorbeelden:
            return self.rnd.choice(voorbeelden)
        if soort.basis == "date" or _GEBOREN.search(veld.naam):
            return self._datum(veld, soort)
        if soort.patroon is not None:
            return self._patroon(soort.patroon)
        maak = self._van_basis.get(soort.basis)
        return self._tekst(veld, soort) if maak is None else maak(soort)

    def keuzes(self, veld: Veld, soort: Soort, pad: str) -> Iterator[str]:
        """Yield values that fit the type, the likely ones first: for a value that must differ."""
        if veld.codelijst is not None:
            yield from codelijst(veld.codelijst).in_versie(self.versie)
        yield from (v for v in (*_voorbeelden_op(pad), *_VREEMD) if soort.past(v))

    def _geheel(self, soort: Soort) -> str:
        laag, hoog = soort.minimum or 0, soort.maximum or _GROOTSTE
        return str(self.rnd.randint(laag, hoog))

    def _tekst(self, veld: Veld, soort: Soort) -> str:
        tekst = f"{veld.label} {self.rnd.randint(1, 99)}"
        if self.rnd.random() < 1 / 20:
            tekst += _BIJZONDER
        return tekst[: soort.max_lengte]

    def _datum(self, veld: Veld, soort: Soort) -> str:
        if _GEBOREN.search(veld.naam):
            jaren = self.rnd.randint(*_JAREN_OUD)
            dag = self.dag - timedelta(days=365 * jaren + self.rnd.randint(0, 364))
        else:
            dag = self.dag - timedelta(days=self.rnd.randint(0, _DAGEN_TERUG))
        opties = (
            dag.isoformat(),
            dag.strftime("%d-%m-%Y"),
            dag.isoformat()[:7],
            f"{dag.year}-07-31",
        )
        return next(tekst for tekst in opties if soort.past(tekst))

    def _patroon(self, patroon: str) -> str:
        """Return a text of a pattern of classes, such as ``[0-9][0-9][A-Z][A-Z]``."""
        delen = []
        for klasse, maal, maal_cijfers, teken in _STUK_PATROON.findall(patroon):
            if teken:
                delen.append(teken)
                continue
            tekens = _LETTERS if klasse == "A-Z" else _CIJFERS
            delen.extend(self.rnd.choices(tekens, k=int(maal or maal_cijfers or 1)))
        return "".join(delen)

    def _schooljaar(self) -> str:
        jaar = self.dag.year - self.rnd.randint(1, 8)
        return f"{jaar}-{jaar + 1}"

    def _pgn(self, begin: str, rest: int) -> str:
        """Return nine digits of which the elfproef leaves ``rest``."""
        while True:
            cijfers = [*begin, *self.rnd.choices(_CIJFERS, k=8 - len(begin))]
            som = sum(g * int(c) for g, c in zip(range(9, 1, -1), cijfers, strict=True))
            laatste = (som - rest) % 11
            if laatste < len(_CIJFERS) and som:
                return "".join(cijfers) + str(laatste)

    def _bijlage(self) -> str:
        """Return the Base64 of a ZIP with one small text, the same for the same numbers."""
        uit = io.BytesIO()
        with zipfile.ZipFile(uit, "w", zipfile.ZIP_STORED) as zip_:
            inhoud = f"Verzonnen bijlage {self.rnd.randint(1, 999)}.\n"
            zip_.writestr(zipfile.ZipInfo("bijlage.txt", _TIJDSTIP), inhoud)
        return base64.b64encode(uit.getvalue()).decode()


_VREEMD = (
    "x",
    "0",
    "99",
    "9999",
    "a@b",
    "abcdef",
    "naam@voorbeeld..nl",
    "x" * 300,
    "1999-07-31",
    "31-12-1999",
)
"""Values that hardly any requirement accepts."""

"""The kinds of transfer and the categories that each delivers, from ``profielen.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import attrs

__all__ = ["Profiel", "profiel_van", "profielen"]


def _verzameling(namen: Iterable[str]) -> frozenset[str]:
    return frozenset(namen)


@attrs.frozen(kw_only=True)
class Profiel:
    """One kind of transfer.

    Attributes:
        code: name in the field: POPO, POVO, VOVO, BB (binnen BRIN), POSWV or VOSWV.
        naam: what it is, in Dutch.
        van, naar: who hands over and who receives: ``po``, ``vo`` or ``swv``.
        overdrachtsoort: value of ``overdrachtsoort``.
        overstap: value of ``metadata/overstap``; None when it is left out.
        toetsvenster: tests count only from this school year and the two before it.
        verplicht, verboden: categories without ``cat_``; all others are optional.
        weglaten: paths of what a school has, but never sends along.
    """

    code: str
    naam: str
    van: frozenset[str] = attrs.field(converter=_verzameling)
    naar: frozenset[str] = attrs.field(converter=_verzameling)
    overdrachtsoort: str
    overstap: str | None = None
    toetsvenster: bool = False
    verplicht: frozenset[str] = attrs.field(converter=_verzameling)
    verboden: frozenset[str] = attrs.field(converter=_verzameling)
    weglaten: frozenset[str] = attrs.field(default=frozenset(), converter=_verzameling)

    @property
    def voor_swv(self) -> bool:
        """Whether it goes to a samenwerkingsverband."""
        return self.overdrachtsoort == "swv-dossier"

    def categorie(self, naam: str, *, uitgezet: bool) -> str:
        """Return the code of list 48 for a category.

        Args:
            uitgezet: parents or school have opted this category out; counts only when optional.
        """
        if naam in self.verplicht:
            return "VERPLICHT"
        if naam in self.verboden:
            return "VERBODEN"
        return "OPT-UIT" if uitgezet else "OPTIONEEL"


@cache
def profielen() -> Mapping[str, Profiel]:
    """Return all kinds of transfer by code."""
    tekst = files("oso_adapters.gegevensset").joinpath("profielen.toml").read_text("utf-8")
    return MappingProxyType(
        {code: Profiel(code=code, **gegevens) for code, gegevens in tomllib.loads(tekst).items()}
    )


def profiel_van(soorten: set[str], overstappen: set[str]) -> str | None:
    """Return the kind of transfer that a document says it is; None when that is unclear."""
    passend = [
        p.code
        for p in profielen().values()
        if p.overdrachtsoort in soorten and (p.overstap is None or p.overstap in overstappen)
    ]
    return passend[0] if len(passend) == 1 else None

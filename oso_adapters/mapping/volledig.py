"""The gate of the code tables: complete both ways for every field that they are used for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

import attrs

from oso_adapters.gegevensset._veld import velden_in
from oso_adapters.gegevensset.codelijsten import codelijst
from oso_adapters.mapping.bronnen import Afbeelding, Code, Codetabel, Elk, binnenste, kern_van
from oso_adapters.mapping.tabellen import bezwaren
from oso_adapters.versies import Versie

__all__ = ["incomplete"]


@attrs.define
class _Gebruik:
    """What one table is used for with one code list.

    Attributes:
        velden: fields of the standard that it fills, as keys that keep their order.
        codes: codes of the list in the versions that have those fields, likewise.
        versies: those versions, likewise.
    """

    tabel: Codetabel
    lijst: int
    velden: dict[str, None] = attrs.field(factory=dict)
    codes: dict[str, None] = attrs.field(factory=dict)
    versies: dict[str, None] = attrs.field(factory=dict)

    def __str__(self) -> str:
        return f"list {self.lijst} ({', '.join(self.velden)}) in {', '.join(self.versies)}"


_PerTabel = dict[Codetabel, dict[int, _Gebruik]]


def incomplete(paren: Iterable[tuple[Afbeelding, Versie]]) -> Iterator[str]:
    """Yield a reason for every way in which a code table is not complete.

    Each code of a list needs a value of the vendor or a reason, each value of the vendor a code of
    the list. A table that is used without a code list is free.

    Args:
        paren: every Afbeelding of a plugin with each version that it is used for.
    """
    gebruik: _PerTabel = {}
    for afb, versie in paren:
        _verzamel(afb, versie, gebruik)
    for tabel, per_lijst in gebruik.items():
        yield from (f"table {tabel.naam!r}: {reden}" for reden in bezwaren(tabel))
        for deel in per_lijst.values():
            yield from _zonder_waarde(deel)
            yield from _vreemd(deel)
        yield from _zonder_nut(tabel, list(per_lijst.values()))


def _verzamel(afb: Afbeelding, versie: Versie, gebruik: _PerTabel) -> None:
    """Write down which tables an Afbeelding uses, and those inside it."""
    for veld in velden_in(afb.blok, versie):
        bron = afb.bronnen.get(veld.attr)
        if bron is None:
            continue
        match kern_van(bron):
            case Code(_, tabel) | Elk(_, Codetabel() as tabel) if veld.codelijst is not None:
                lijst = veld.codelijst
                deel = gebruik.setdefault(tabel, {}).setdefault(lijst, _Gebruik(tabel, lijst))
                deel.velden[f"{afb.blok.__name__}.{veld.attr}"] = None
                deel.codes |= dict.fromkeys(codelijst(lijst).in_versie(versie))
                deel.versies[str(versie)] = None
        if (binnen := binnenste(bron)) is not None:
            _verzamel(binnen, versie, gebruik)


def _zonder_waarde(deel: _Gebruik) -> Iterator[str]:
    tabel = deel.tabel
    mist = [c for c in deel.codes if tabel.terug_van(c) is None and c not in tabel.zonder]
    if mist:
        yield (
            f"table {tabel.naam!r} has no value for {_noem(mist)} of {deel}; add each to"
            f" [{tabel.naam}.waarden], or with a reason to [{tabel.naam}.zonder]"
        )


def _vreemd(deel: _Gebruik) -> Iterator[str]:
    tabel = deel.tabel
    bekend = {c.code for c in codelijst(deel.lijst).codes}
    for waarde, code in tabel.waarden.items():
        if code in bekend and code not in deel.codes:
            yield (
                f"table {tabel.naam!r} gives {code!r} for {waarde!r}, which is no code of {deel};"
                ' leave the value out on purpose with ""'
            )


def _zonder_nut(tabel: Codetabel, delen: list[_Gebruik]) -> Iterator[str]:
    bekend = [code for deel in delen for code in deel.codes]
    for code in tabel.zonder:
        if code not in bekend:
            lijkt = get_close_matches(code, bekend, n=1)
            bedoelde = f"; did you mean {lijkt[0]!r}?" if lijkt else "; remove it"
            yield (
                f"table {tabel.naam!r}: [{tabel.naam}.zonder] names {code!r}, which is no code of"
                f" {' or '.join(map(str, delen))}{bedoelde}"
            )


def _noem(codes: list[str]) -> str:
    wat = "code" if len(codes) == 1 else "codes"
    return f"{wat} {', '.join(map(repr, codes))}"

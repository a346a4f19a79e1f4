"""What differs between two Exportlijsten: two vendors, or two releases of one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum

import attrs

from oso_adapters.mapping.exportlijst import Exportlijst, Exportrij
from oso_adapters.mapping.wegen import Richting, Stand, Weg

__all__ = [
    "Lijstverschil",
    "Soort",
    "Tabelverschil",
    "compare_lijsten",
    "compare_tabellen",
    "gedeeld",
]


class Soort(StrEnum):
    """In what a field differs; the texts are headings."""

    ERBIJ = "komt erbij"
    WEG = "valt weg"
    BRON = "ander eigen veld"
    OMZETTING = "andere omzetting"
    REDEN = "andere reden"


@attrs.frozen(kw_only=True)
class Lijstverschil:
    """One field that goes another way.

    Attributes:
        overdrachten: kinds of transfer in which it does.
        oud, nieuw: how it goes in the first and in the second list.
        daarin: how many fields inside it differ for the same reason.
    """

    pad: str
    label: str
    richting: Richting
    soort: Soort
    overdrachten: tuple[str, ...]
    oud: Weg
    nieuw: Weg
    daarin: int = 0


@attrs.frozen(kw_only=True)
class Tabelverschil:
    """One entry of a code table that differs; None where a list does not have it.

    Attributes:
        deel: what it is: a setting, a value of the vendor, or a code without one.
    """

    tabel: str
    deel: str
    oud: str | None
    nieuw: str | None


def gedeeld(oud: Exportlijst, nieuw: Exportlijst, richting: Richting) -> tuple[str, ...]:
    """Return the kinds of transfer that both lists have in one direction."""
    return tuple(s for s in nieuw.soorten(richting) if s in oud.soorten(richting))


def compare_lijsten(
    oud: Exportlijst, nieuw: Exportlijst, overdrachten: Iterable[str]
) -> tuple[Lijstverschil, ...]:
    """Return every field that goes another way, in kinds of transfer that both lists have.

    What a block as a whole does is told of the block, not of every field in it.

    Args:
        overdrachten: the kinds of transfer that count.
    """
    gekozen = set(overdrachten)
    gevonden: dict[tuple[str, Richting, Weg, Weg], Lijstverschil] = {}
    for richting in Richting:
        soorten = [s for s in gedeeld(oud, nieuw, richting) if s in gekozen]
        for links, rechts in _paren(oud, nieuw):
            for overdracht in soorten:
                _voeg_toe(gevonden, richting, overdracht, (links, oud), (rechts, nieuw))
    return tuple(_vouw(list(gevonden.values())))


_Zijde = tuple[Exportrij | None, Exportlijst]


def _voeg_toe(
    gevonden: dict[tuple[str, Richting, Weg, Weg], Lijstverschil],
    richting: Richting,
    overdracht: str,
    links: _Zijde,
    rechts: _Zijde,
) -> None:
    rij = rechts[0] or links[0]
    assert rij is not None
    oud, nieuw = (_weg(*zijde, richting, overdracht) for zijde in (links, rechts))
    soort = _soort(oud, nieuw)
    if soort is None:
        return
    sleutel = (rij.pad, richting, oud, nieuw)
    verschil = gevonden.get(sleutel) or Lijstverschil(
        pad=rij.pad,
        label=rij.label,
        richting=richting,
        soort=soort,
        overdrachten=(),
        oud=oud,
        nieuw=nieuw,
    )
    gevonden[sleutel] = attrs.evolve(verschil, overdrachten=(*verschil.overdrachten, overdracht))


def _paren(oud: Exportlijst, nieuw: Exportlijst) -> Iterator[tuple[Exportrij | None, ...]]:
    """Yield the rows of both lists beside each other, in the order of the second."""
    per_pad_oud = {rij.pad: rij for rij in oud.rijen}
    per_pad_nieuw = {rij.pad: rij for rij in nieuw.rijen}
    for pad in {**per_pad_nieuw, **per_pad_oud}:
        yield per_pad_oud.get(pad), per_pad_nieuw.get(pad)


def _weg(rij: Exportrij | None, lijst: Exportlijst, richting: Richting, overdracht: str) -> Weg:
    if rij is None:
        return Weg(stand=Stand.NEE, reden=f"bestaat niet in versie {lijst.versie}")
    return rij.wegen(richting)[overdracht]


def _soort(oud: Weg, nieuw: Weg) -> Soort | None:
    """Say in what a field differs most; None when it goes the same way."""
    if (oud.stand is Stand.NEE) != (nieuw.stand is Stand.NEE):
        return Soort.ERBIJ if oud.stand is Stand.NEE else Soort.WEG
    if (oud.stand, oud.velden) != (nieuw.stand, nieuw.velden):
        return Soort.BRON
    if oud.via != nieuw.via:
        return Soort.OMZETTING
    return Soort.REDEN if oud.reden != nieuw.reden else None


def _vouw(verschillen: list[Lijstverschil]) -> Iterator[Lijstverschil]:
    """Leave out what only follows from the block around it, and count it there."""
    plekken = {_plek(verschil) for verschil in verschillen}
    per_kop = Counter(kop for v in verschillen if (kop := _kop(v)) != _plek(v))
    for verschil in verschillen:
        if _kop(verschil) == _plek(verschil):
            yield attrs.evolve(verschil, daarin=per_kop[_plek(verschil)])
        elif _kop(verschil) not in plekken:
            yield verschil


_Plek = tuple[str, Richting, tuple[str, ...]]


def _plek(verschil: Lijstverschil) -> _Plek:
    return verschil.pad, verschil.richting, verschil.overdrachten


def _kop(verschil: Lijstverschil) -> _Plek:
    """Return the place of the block that decides now; a field that is new decides for itself."""
    door = "" if verschil.soort is Soort.ERBIJ else verschil.nieuw.door
    return door or verschil.pad, verschil.richting, verschil.overdrachten


def compare_tabellen(oud: Exportlijst, nieuw: Exportlijst) -> tuple[Tabelverschil, ...]:
    """Return every entry in which code tables that both lists have differ, and whole tables."""
    return tuple(
        Tabelverschil(tabel=naam, deel=deel, oud=links.get(deel), nieuw=rechts.get(deel))
        for naam in sorted({**oud.tabellen, **nieuw.tabellen})
        for links, rechts in [(_regels(oud, naam), _regels(nieuw, naam))]
        for deel in {**rechts, **links}
        if links.get(deel) != rechts.get(deel)
    )


def _regels(lijst: Exportlijst, naam: str) -> dict[str, str]:
    """Return the entries of a table in words."""
    tabel = lijst.tabellen.get(naam)
    if tabel is None:
        return {}
    return {
        "onbekende waarde": str(tabel.onbekend),
        **{f"waarde '{waarde}'": code or "weggelaten" for waarde, code in tabel.waarden.items()},
        **{f"code {code} terug": waarde for code, waarde in tabel.terug.items()},
        **{f"code {code} zonder waarde": reden for code, reden in tabel.zonder.items()},
    }

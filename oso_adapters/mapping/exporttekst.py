"""The Exportlijst in words, in Dutch: for the terminal, CSV and the workbook."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType

import attrs

from oso_adapters.mapping.exportlijst import Exportlijst, Exportrij, groepeer
from oso_adapters.mapping.wegen import Richting, Stand, Weg
from oso_adapters.tabellen import vinkenlijst
from oso_adapters.tabellen.vink import Status
from oso_adapters.tabellen.vinktekst import Lijstrij, lijstrijen
from oso_adapters.versies import versie

__all__ = [
    "NOOT",
    "Telling",
    "Toonrij",
    "samen",
    "tel",
    "toonrijen",
    "zeg_omzetting",
    "zeg_velden",
    "zeg_weg",
]

NOOT = "!"
"""Behind the marks of a cell: it must be there, but is not delivered."""
_GEEN_LABELS: Mapping[str, str] = MappingProxyType({})
_HIERONDER = "(zie hieronder)"
_NIET = {Richting.UIT: "gaat niet mee", Richting.IN: "wordt niet ingelezen"}


@attrs.frozen
class Toonrij:
    """One row of the Exportlijst beside the same row of the Vinkenlijst."""

    lijstrij: Lijstrij
    rij: Exportrij
    labels: Mapping[str, str] = attrs.field(repr=False)

    @property
    def onderdeel(self) -> str:
        """Path of the block that it is shown under."""
        return self.lijstrij.onderdeel

    @property
    def volgt(self) -> bool:
        """Whether the element around it says the same of all that is in it."""
        alle = (*self.rij.uit.values(), *self.rij.naar_binnen.values())
        return all(weg.door for weg in alle)

    @property
    def is_blok(self) -> bool:
        """Whether it holds other elements."""
        return self.lijstrij.rij.blok

    def noot(self, soort: str) -> str:
        """Return the mark for a field that must be there and is not."""
        return NOOT if soort in (*self.rij.mist, *self.rij.mist_soms) else ""

    def reden(self, richting: Richting, labels: Mapping[str, str] = _GEEN_LABELS) -> str:
        """Say why it does not go one way, in one sentence when that counts for both.

        Args:
            labels: names for people by path; to say for which block around it this counts.
        """
        heen, terug = (self._redenen(eender) for eender in Richting)
        beide = tuple(Richting) if len(heen) == 1 and heen == terug else (richting,)
        return samen(self.rij.wegen(richting), lambda weg: _zeg_reden(weg, beide, labels))

    def _redenen(self, richting: Richting) -> set[str]:
        wegen = self.rij.wegen(richting).values()
        return {weg.reden for weg in wegen if weg.stand is Stand.NEE}

    def redenen(self) -> str:
        """Say why it does not go, out and in, or what the core does with it."""
        zinnen = (self.reden(richting, self.labels) for richting in Richting)
        return "\n".join(dict.fromkeys(zin for zin in zinnen if zin))

    def let_op(self) -> str:
        """Say in which kinds of transfer it must be there, but is not delivered."""
        regels = (
            (self.rij.mist, "verplicht, maar wordt niet geleverd"),
            (self.rij.mist_soms, "soms verplicht, maar wordt nooit geleverd"),
        )
        return "\n".join(f"{', '.join(wie)}: {tekst}" for wie, tekst in regels if wie)


def toonrijen(lijst: Exportlijst) -> tuple[Toonrij, ...]:
    """Return every row beside that of the Vinkenlijst."""
    soorten = {soort for rij in lijst.rijen for soort in rij.woorden}
    nummer = versie(lijst.versie)
    vinken = [vink for vink in vinkenlijst(nummer) if vink.profiel in soorten]
    op_pad = {rij.rij.pad: rij for rij in lijstrijen(nummer, vinken)}
    labels = {pad: rij.rij.label for pad, rij in op_pad.items()}
    return tuple(Toonrij(op_pad[rij.pad], rij, labels) for rij in lijst.rijen)


def samen(per_soort: Mapping[str, Weg], zeg: Callable[[Weg], str]) -> str:
    """Say something of every way, with the kinds of transfer only where they differ."""
    teksten: dict[str, list[str]] = {}
    for weg, soorten in groepeer(per_soort).items():
        teksten.setdefault(zeg(weg), []).extend(soorten)
    if len(teksten) == 1:
        return next(iter(teksten))
    return "\n".join(f"{', '.join(wie)}: {tekst}" for tekst, wie in teksten.items() if tekst)


def zeg_velden(weg: Weg, voor: str = "") -> str:
    """Name the vendor's own fields; ``voor`` is what they all begin with and need not be said."""
    return ", ".join(veld.removeprefix(voor) for veld in weg.velden)


def zeg_omzetting(weg: Weg) -> str:
    """Name the transform; a function of several words is read as words."""
    return weg.via if " " in weg.via else weg.via.replace("_", " ")


def zeg_weg(weg: Weg, *, blok: bool, voor: str = "") -> str:
    """Say in a few words where a field comes from or goes to."""
    if weg.stand is not Stand.JA:
        return "niet" if weg.stand is Stand.NEE else str(weg.stand)
    velden = zeg_velden(weg, voor)
    if blok and not weg.via and (not velden or f"{velden}." == voor):
        return _HIERONDER
    via = zeg_omzetting(weg)
    return f"{velden} ({via})" if via and velden else velden or via


def _zeg_reden(weg: Weg, richtingen: Iterable[Richting], labels: Mapping[str, str]) -> str:
    if not weg.reden:
        return ""
    niet = " en ".join(_NIET[richting] for richting in richtingen)
    wat = niet if weg.stand is Stand.NEE else "oso-adapters regelt dit"
    heel = f" (geldt voor heel '{labels[weg.door]}')" if weg.door in labels else ""
    return f"{wat}: {weg.reden}{heel}"


@attrs.frozen(kw_only=True)
class Telling:
    """How many fields go along in one kind of transfer.

    Attributes:
        geleverd, mag: fields that go out, and that may be in such a dossier; None when the vendor
            does not deliver it.
        gelezen: fields that are taken in; None when the vendor does not take it in.
        mist, mist_soms: elements that must be there, or must be there at times, but never are.
    """

    soort: str
    mag: int
    geleverd: int | None
    gelezen: int | None
    mist: int
    mist_soms: int


def tel(rijen: Sequence[Toonrij]) -> tuple[Telling, ...]:
    """Count for each kind of transfer; what is forbidden in it is no field that counts."""
    soorten = list(rijen[0].lijstrij.vinken) if rijen else []
    return tuple(_tel(soort, rijen) for soort in soorten)


def _tel(soort: str, rijen: Sequence[Toonrij]) -> Telling:
    mag = [
        toonrij.rij
        for toonrij in rijen
        if not toonrij.is_blok and not _is_verboden(toonrij.lijstrij, soort)
    ]

    def aantal(richting: Richting) -> int | None:
        wegen = [rij.wegen(richting).get(soort) for rij in mag]
        if None in wegen:
            return None
        return sum(weg is not None and weg.stand is not Stand.NEE for weg in wegen)

    return Telling(
        soort=soort,
        mag=len(mag),
        geleverd=aantal(Richting.UIT),
        gelezen=aantal(Richting.IN),
        mist=sum(soort in toonrij.rij.mist for toonrij in rijen),
        mist_soms=sum(soort in toonrij.rij.mist_soms for toonrij in rijen),
    )


def _is_verboden(rij: Lijstrij, soort: str) -> bool:
    vink = rij.vinken[soort]
    return vink.status is Status.VERBODEN and not vink.voorwaardelijk

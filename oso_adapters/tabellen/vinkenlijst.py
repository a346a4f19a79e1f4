"""The Vinkenlijst: what must, may and may not be in a dossier, for each kind of transfer.

Nothing of it is written down: it follows from the fields, the rules and the category matrix. For
every rule and every path that it names we suppose that the element is absent, and that it is there,
and look what is left of the rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import attrs

from oso_adapters.gegevensset._boom import ligt_in, paden_bij
from oso_adapters.gegevensset.profielen import Profiel, profielen
from oso_adapters.melding import Ernst, SoortMelding
from oso_adapters.rules import Regel, Regelset, regels
from oso_adapters.rules.verwachting import verwachting
from oso_adapters.rules.vouwen import (
    BREEKT,
    HOUDT,
    eisen,
    ontken,
    telt,
    vanaf,
    vaste_waarden,
    vouw,
)
from oso_adapters.rules.woorden import Als, Eis, Gevuld, Niet, Uit, Waar, gevraagd, paden
from oso_adapters.tabellen._rijen import WORTEL, Rij, ouder, rijen
from oso_adapters.tabellen._wereld import Stel, Wereld
from oso_adapters.tabellen.vink import Bron, Reden, Status, Verschil, Vink, needed
from oso_adapters.versies import Versie

__all__ = ["verschillen", "vinkenlijst"]

_CATEGORIE = "/dossier/metadata/categorie_uitlevering/cat_"


@attrs.frozen
class _Vraag:
    """What one rule asks of the elements at one place in this kind of transfer."""

    regel: Regel
    basis: str
    eis: Eis
    bron: Bron
    uit_te_zetten: bool = False

    def plaatsen(self) -> Iterator[str]:
        """Yield what it can ask for: the paths that it names and the elements around them."""
        gezien: set[str] = set()
        for genoemd in gevraagd(self.eis):
            pad = genoemd
            while pad not in gezien and pad != WORTEL and not ligt_in(self.basis, pad):
                gezien.add(pad)
                yield pad
                pad = ouder(pad)


class _Lijst:
    """Makes the cells of one kind of transfer."""

    def __init__(self, versie: Versie, regelset: Regelset, profiel: Profiel) -> None:
        self.versie = versie
        self.profiel = profiel
        self.rijen = rijen(versie)
        self.wereld = Wereld(
            self.rijen,
            vaste_waarden(profiel),
            {pad for pad, rij in self.rijen.items() if rij.verplicht and not rij.keuze},
        )
        self.vragen = tuple(self._vragen(regels(versie, regelset)))
        self.redenen: dict[str, list[Reden]] = {}
        self.waarderegels: dict[str, list[str]] = {}

    def _codes(self, categorie: str) -> tuple[str, str]:
        """Return the code of a category, and the one that it has when it is opted out."""
        aan, uit = (self.profiel.categorie(categorie, uitgezet=nee) for nee in (False, True))
        return aan, uit

    def _vragen(self, alle: Iterable[Regel]) -> Iterator[_Vraag]:
        for regel in alle:
            telt_als = telt(regel, self.profiel)
            if regel.slaapt or regel.soort is SoortMelding.CODELIJST or telt_als == BREEKT:
                continue
            bases = ("",) if regel.bij == "/" else paden_bij(self.versie, regel.bij)
            for basis in bases:
                for eis in eisen(vanaf(regel.eis, basis)):
                    vraag = self._vraag(regel, basis, eis)
                    if vraag is not None:
                        yield attrs.evolve(vraag, eis=vouw(Als(telt_als, vraag.eis)))

    def _vraag(self, regel: Regel, basis: str, eis: Eis) -> _Vraag | None:
        """Return what a rule asks; of a category only what the code asks that is used here."""
        match eis:
            case Als(Uit(pad, waarden), dan) if pad.startswith(_CATEGORIE):
                aan, uit = self._codes(pad.removeprefix(_CATEGORIE))
                if aan in waarden:
                    return _Vraag(regel, basis, dan, Bron.CATEGORIE)
                if uit in waarden:
                    return _Vraag(regel, basis, dan, Bron.CATEGORIE, uit_te_zetten=True)
                return None
        return _Vraag(regel, basis, eis, Bron.REGEL)

    def maak(self) -> Iterator[Vink]:
        """Yield the cells, once nothing more follows from what is certain."""
        omvang = -1
        while omvang != self.wereld.omvang():
            omvang = self.wereld.omvang()
            self.redenen, self.waarderegels = {}, {}
            self._schema()
            for vraag in self.vragen:
                self._leer(vraag)
                if vraag.basis in gevraagd(vraag.eis):
                    self.waarderegels.setdefault(vraag.basis, []).append(vraag.regel.id)
                for pad in vraag.plaatsen():
                    self._beantwoord(vraag, pad)
        for rij in self.rijen.values():
            self._erf(rij)
            yield self._vink(rij)

    def _schema(self) -> None:
        for pad, rij in self.rijen.items():
            if rij.verplicht:
                status = Status.EEN_VAN if rij.keuze else Status.VERPLICHT
                self._zet(pad, Reden(status=status, bron=Bron.SCHEMA, een_van=rij.keuze))

    def _zet(self, pad: str, reden: Reden) -> None:
        self.redenen.setdefault(pad, []).append(reden)
        if reden.bron is not Bron.CATEGORIE and not reden.als and reden.ernst is Ernst.FOUT:
            if reden.status is Status.VERPLICHT:
                self.wereld.verplicht.add(pad)
            elif reden.status is Status.VERBODEN:
                self.wereld.verboden.add(pad)

    def _leer(self, vraag: _Vraag) -> None:
        match vouw(vraag.eis, self.wereld.weet(vraag.basis)):
            case Waar(pad) if vraag.bron is Bron.REGEL and vraag.regel.ernst is Ernst.FOUT:
                self.wereld.waar.add(pad)

    def _beantwoord(self, vraag: _Vraag, pad: str) -> None:
        """Look what is left of a rule without an element, and with it."""
        if pad not in self.rijen:
            return
        zonder, met = (
            vouw(vraag.eis, self.wereld.weet(vraag.basis, Stel(pad, is_er)))
            for is_er in (False, True)
        )
        over_waarde = any(ligt_in(p, pad) for p in paden(met))
        if over_waarde and pad in paden(met):
            self.waarderegels.setdefault(pad, []).append(vraag.regel.id)
        if zonder == met:
            return
        if zonder != HOUDT and met != BREEKT:
            self._zet(pad, self._verplicht(vraag, pad, zonder))
        if met != HOUDT and zonder != BREEKT and not over_waarde:
            self._zet(pad, self._verboden(vraag, met))

    def _verplicht(self, vraag: _Vraag, pad: str, zonder: Eis) -> Reden:
        """Say when an element must be there, from what is left of the rule without it."""
        gemist = list(eisen(vouw(ontken(zonder))))
        anders = {self._top(vraag, pad, deel.deel.pad) for deel in gemist if _is_leeg(deel)}  # type: ignore[attr-defined]
        rest = [deel for deel in gemist if not _is_leeg(deel)]
        return Reden(
            status=Status.EEN_VAN if anders else Status.VERPLICHT,
            bron=vraag.bron,
            regel=vraag.regel.id,
            als=self._als(rest),
            een_van=tuple(rij for rij in self.rijen if rij in {pad, *anders}) if anders else (),
            ernst=vraag.regel.ernst,
        )

    def _verboden(self, vraag: _Vraag, met: Eis) -> Reden:
        return Reden(
            status=Status.UIT_TE_ZETTEN if vraag.uit_te_zetten else Status.VERBODEN,
            bron=vraag.bron,
            regel=vraag.regel.id,
            als=self._als(list(eisen(vouw(ontken(met))))),
            ernst=vraag.regel.ernst,
        )

    def _top(self, vraag: _Vraag, pad: str, ander: str) -> str:
        """Return the outermost element that is missing where another one is."""
        is_er = self.wereld.is_er
        while is_er(ouder(ander), vraag.basis, Stel(pad, is_er=False)) is not True:
            ander = ouder(ander)
        return ander

    def _als(self, voorwaarden: list[Eis]) -> str:
        """Say in Dutch when it counts."""
        als = [self._zeg(deel) for deel in voorwaarden if not isinstance(deel, Niet)]
        tenzij = [self._zeg(deel.deel) for deel in voorwaarden if isinstance(deel, Niet)]
        delen = [f"als {' en '.join(als)}"] if als else []
        delen += [f"tenzij {' of '.join(tenzij)}"] if tenzij else []
        return ", ".join(delen)

    def _zeg(self, eis: Eis) -> str:
        def label(pad: str) -> str:
            return self.rijen[pad].veldlabel if pad in self.rijen else pad.rpartition("/")[2]

        return verwachting(eis, label, self.versie)

    def _erf(self, rij: Rij) -> None:
        """Forbid what is part of something forbidden."""
        for reden in self.redenen.get(ouder(rij.pad), ()):
            if reden.status is Status.VERBODEN and not reden.als:
                door = reden.door or ouder(rij.pad)
                self._zet(rij.pad, attrs.evolve(reden, door=door))

    def _vink(self, rij: Rij) -> Vink:
        codes = self._codes(rij.categorie) if rij.categorie else None
        om = self.redenen.get(ouder(rij.pad), ())
        eigen = self.redenen.get(rij.pad, ())
        # Forbidden under a condition, and so is the element around it: that says it all.
        redenen = needed(
            [r for r in eigen if r.status is not Status.VERBODEN or not r.als or r not in om]
        )
        weg = any(reden.status is Status.VERBODEN and not reden.als for reden in redenen)
        return Vink(
            rij=rij,
            profiel=self.profiel.code,
            redenen=redenen,
            code=codes[0] if codes else None,
            waarden=self._waarden(rij.pad),
            waarderegels=() if weg else tuple(dict.fromkeys(self.waarderegels.get(rij.pad, ()))),
        )

    def _waarden(self, pad: str) -> tuple[str, ...]:
        if pad.startswith(_CATEGORIE):
            return tuple(dict.fromkeys(self._codes(pad.removeprefix(_CATEGORIE))))
        return (self.wereld.vast[pad],) if pad in self.wereld.vast else ()


def _is_leeg(eis: Eis) -> bool:
    match eis:
        case Niet(Gevuld(_)):
            return True
    return False


@cache
def vinkenlijst(versie: Versie, regelset: Regelset = Regelset.AFSPRAAK) -> tuple[Vink, ...]:
    """Return every element and attribute of a dossier, in every kind of transfer.

    Ordered by kind of transfer, then as in the schema.
    """
    return tuple(
        vink
        for profiel in profielen().values()
        for vink in _Lijst(versie, regelset, profiel).maak()
    )


@cache
def verschillen(versie: Versie) -> tuple[Verschil, ...]:
    """Return the cells in which the afspraak asks something else than the published sheets."""
    paren = zip(
        vinkenlijst(versie, Regelset.GEPUBLICEERD),
        vinkenlijst(versie, Regelset.AFSPRAAK),
        strict=True,
    )
    return tuple(Verschil(oud, nieuw) for oud, nieuw in paren if oud != nieuw)

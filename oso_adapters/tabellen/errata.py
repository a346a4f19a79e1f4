"""What each erratum does in a version: a small dossier, and what both rule sets find in it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import cache

import attrs
from lxml import etree

from oso_adapters.binding import parse_document, read_dossier, write_dossier
from oso_adapters.check import Uitslag, check
from oso_adapters.gegevensset import Dossiers
from oso_adapters.melding import Oordeel
from oso_adapters.rules import ERRATA, Blad, Erratum, Regel, Regelset, regels
from oso_adapters.tabellen.bewerken import Bewerker, KanNietError
from oso_adapters.tabellen.bouwen import KLEIN
from oso_adapters.tabellen.erratumproeven import PROEVEN, Deel, Proef
from oso_adapters.tabellen.generator import genereer, maak_bewerker
from oso_adapters.tabellen.ingrepen import Weg, wegen
from oso_adapters.versies import Versie

__all__ = ["Bewijs", "Erratumblad", "Gevolg", "Paar", "erratumbladen", "paren", "stand"]

Paar = tuple[str, str, str]
"""Key of a rule, place and ernst of a finding."""


class Gevolg(StrEnum):
    """What an erratum means for the school that has such a dossier."""

    TEN_ONRECHTE_GOED = "ten onrechte goedgekeurd"
    TEN_ONRECHTE_FOUT = "ten onrechte afgekeurd"
    NIET_BEOORDEELD = "ten onrechte niet beoordeeld"
    MOEILIJK = "wel afgekeurd, maar de oorzaak is moeilijk te vinden"


_GEVOLGEN = {
    (Oordeel.GELDIG, Oordeel.ONGELDIG): Gevolg.TEN_ONRECHTE_GOED,
    (Oordeel.ONGELDIG, Oordeel.GELDIG): Gevolg.TEN_ONRECHTE_FOUT,
    (Oordeel.ONGELDIG, Oordeel.ONGELDIG): Gevolg.MOEILIJK,
}


@attrs.frozen(kw_only=True)
class Bewijs:
    """A dossier that shows an erratum.

    Attributes:
        gepubliceerd: what the published sheets find.
        zonder: what the afspraak finds with only this erratum left as it is published.
        afspraak: what the afspraak finds.
        na: errata that hide this one: until they are mended it does not show.
    """

    proef: Proef
    data: bytes = attrs.field(repr=False)
    gepubliceerd: Uitslag
    zonder: Uitslag
    afspraak: Uitslag
    na: tuple[Erratum, ...]

    @property
    def toont(self) -> bool:
        """Whether the erratum makes a difference here."""
        return stand(self.zonder) != stand(self.afspraak)

    @property
    def gevolg(self) -> Gevolg:
        """What the difference means, seen from the verdicts."""
        oordelen = (self.zonder.oordeel, self.afspraak.oordeel)
        return _GEVOLGEN.get(oordelen, Gevolg.NIET_BEOORDEELD)


@attrs.frozen(kw_only=True)
class Erratumblad:
    """All that can be said of one erratum in one version.

    Attributes:
        regels: keys of the rules that it touches.
        bladen: the sheets that have those.
        bewijzen: dossiers that show it, each another effect.
    """

    erratum: Erratum
    versie: Versie
    regels: tuple[str, ...]
    bladen: tuple[Blad, ...]
    bewijzen: tuple[Bewijs, ...]


def stand(uitslag: Uitslag) -> tuple[Oordeel, list[Paar]]:
    """Return the verdict with what was found, in an order in which two of them can be compared."""
    return uitslag.oordeel, sorted(paren(uitslag))


def paren(uitslag: Uitslag) -> list[Paar]:
    """Return the findings in the order of the document, each as rule, place and ernst."""
    return [(m.regel, m.locatie, str(m.ernst)) for m in uitslag.meldingen]


def erratumbladen(versie: Versie) -> Iterator[Erratumblad]:
    """Yield the errata that a version has: those of which a dossier can show the difference."""
    for erratum in ERRATA:
        bewijzen = tuple(
            bewijs
            for proef in PROEVEN
            if proef.nummer == erratum.nummer and (bewijs := _bewijs(proef, versie))
        )
        if bewijzen:
            geraakt = [r for r in regels(versie, Regelset.GEPUBLICEERD) if erratum.raakt(r)]
            per_blad = {r.voor.blad for r in geraakt}
            yield Erratumblad(
                erratum=erratum,
                versie=versie,
                regels=tuple(regel.id for regel in geraakt),
                bladen=tuple(blad for blad in Blad if {blad, None} & per_blad),
                bewijzen=bewijzen,
            )


def _bewijs(proef: Proef, versie: Versie) -> Bewijs | None:
    """Return the first file of this kind that shows the difference; None when none can be made."""
    for data in _bestanden(proef, versie):
        gepubliceerd = check(data, regelset=Regelset.GEPUBLICEERD)
        zonder = check(data, zonder=frozenset({proef.nummer}))
        verborgen = stand(gepubliceerd) != stand(zonder)
        bewijs = Bewijs(
            proef=proef,
            data=data,
            gepubliceerd=gepubliceerd,
            zonder=zonder,
            afspraak=check(data),
            na=tuple(_verborgen_door(data, proef.nummer)) if verborgen else (),
        )
        if bewijs.toont:
            return bewijs
    return None


def _verborgen_door(data: bytes, nummer: int) -> Iterator[Erratum]:
    """Yield the errata that, left as they are published, take away what another one does."""
    for ander in ERRATA:
        if ander.nummer != nummer:
            zonder = frozenset({ander.nummer})
            met, ook_dit = check(data, zonder=zonder), check(data, zonder=zonder | {nummer})
            if stand(met) == stand(ook_dit):
                yield ander


def _bestanden(proef: Proef, versie: Versie) -> Iterator[bytes]:
    """Yield files of this kind: one for each way to break the rule that must be broken."""
    *vaste, laatste = enumerate(proef.delen)
    try:
        eerder = [_maak(versie, nr, deel) for nr, deel in vaste]
    except KanNietError:
        return
    nr, deel = laatste
    for regel, weg in _manieren(proef, versie):
        try:
            root = _maak(versie, nr, deel, regel, weg)
        except KanNietError:
            continue
        alle = [read_dossier(etree.tostring(een)) for een in (*eerder, root)]
        yield write_dossier(alle[0] if len(alle) == 1 else Dossiers(dossier=alle), versie)


def _manieren(proef: Proef, versie: Versie) -> Iterator[tuple[Regel | None, Weg]]:
    if not proef.breek:
        yield None, ()
    for regel in regels(versie, Regelset.AFSPRAAK):
        if regel.id == proef.breek:
            yield from ((regel, weg) for weg in wegen(regel.eis, versie, wil=False))


def _maak(
    versie: Versie, zaad: int, deel: Deel, regel: Regel | None = None, weg: Weg = ()
) -> etree._Element:
    """Return the smallest dossier of a kind, with changes to it.

    Raises:
        KanNietError: the version has no place for one of them.
    """
    bewerker = _bewerker(versie, zaad, deel)
    bewerker.voer_uit(bewerker.root, deel.eerst)
    if regel is not None:
        (plek, *_) = bewerker.elementen(regel.bij)
        bewerker.voer_uit(plek, weg)
    return bewerker.root


def _bewerker(versie: Versie, zaad: int, deel: Deel) -> Bewerker:
    root = parse_document(_klein(versie, deel.profiel, zaad))
    return maak_bewerker(root, versie, KLEIN, str(zaad))


@cache
def _klein(versie: Versie, profiel: str, zaad: int) -> bytes:
    return write_dossier(genereer(versie, profiel, zaad, KLEIN), versie)

"""What one dossier would be in another version: what fails anew, what no longer does, what is lost.

The document is checked as it is, turned into one of the other version (`binding.overzetten`), and
checked again. So the forecast is what a check will find, not a reasoning about rules.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable

import attrs
from lxml import etree

from oso_adapters.binding import parse_document, versie_van
from oso_adapters.binding.overzetten import zet_over
from oso_adapters.check import Uitslag, check_boom
from oso_adapters.diagnose import Pakket, niet_te_herleiden, trace_boom
from oso_adapters.errors import LeesFout
from oso_adapters.melding import Melding, Oordeel, judge
from oso_adapters.registry import Register
from oso_adapters.rules.soort import profiel_in
from oso_adapters.versies import Versie

__all__ = ["Vooruitblik", "kijk_vooruit", "niet_te_voorspellen"]

_IN_DOSSIER = re.compile(r"/dossiers\[1\]/dossier\[\d+\]")
_EERSTE = "/dossiers[1]/dossier[1]"


@attrs.frozen(kw_only=True)
class Vooruitblik:
    """The forecast of one document.

    Attributes:
        reden: why there is none, in Dutch; empty when there is, and then the rest is filled.
        nu, straks: verdict as it is, and once it is written in the other version without what that
            one does not have.
        profiel: kind of transfer in the other version; None when unclear.
        pakket: the system that says that it made the (first) dossier.
        nieuw: findings in the other version that are not there now.
        vervalt: findings that are there now only.
        blijft: how many findings are there in both.
        verlies: a finding for each outermost part that the other version does not have.
        delen: the same for each dossier in it by itself, when there are several.
    """

    reden: str = ""
    nu: Oordeel = Oordeel.NIET_VAST_TE_STELLEN
    straks: Oordeel = Oordeel.NIET_VAST_TE_STELLEN
    profiel: str | None = None
    pakket: Pakket | None = None
    nieuw: tuple[Melding, ...] = ()
    vervalt: tuple[Melding, ...] = ()
    blijft: int = 0
    verlies: tuple[Melding, ...] = ()
    delen: tuple[Vooruitblik, ...] = ()

    @property
    def faalt_nieuw(self) -> bool:
        """Whether it is valid now, and would not be."""
        return self.nu is Oordeel.GELDIG and self.straks is Oordeel.ONGELDIG


def niet_te_voorspellen(reden: str) -> Vooruitblik:
    """Return what is told of a document for which there is no forecast."""
    return Vooruitblik(reden=reden)


def kijk_vooruit(
    data: bytes, van: Versie, naar: Versie, plugins: Callable[[], Register]
) -> Vooruitblik:
    """Return what a document of one version would be in another.

    Args:
        plugins: gives the installed plugins, which know the fields of the system that made it.
    """
    try:
        root = parse_document(data)
        eigen = versie_van(root)
    except LeesFout as fout:
        return niet_te_voorspellen(str(fout))
    if eigen != van:
        return niet_te_voorspellen(f"Dit dossier is van versie {eigen}, niet van {van}.")
    nu = check_boom(root)
    if nu.reden:
        return niet_te_voorspellen(nu.reden)
    verlies = zet_over(root, van, naar)
    straks = check_boom(root)
    if straks.reden:
        return niet_te_voorspellen(straks.reden)
    blik = _Blik(root, plugins, nu, straks, verlies)
    dossiers = list(root.iterchildren(f"{{{naar.namespace}}}dossier"))
    delen = [
        blik.deel(f"/dossiers[1]/dossier[{nr}]", profiel_in(el, naar)).geheel()
        for nr, el in enumerate(dossiers, start=1)
        if len(dossiers) > 1
    ]
    return attrs.evolve(blik.geheel(), delen=tuple(delen))


@attrs.frozen
class _Blik:
    """What was found in a document, or in one of its dossiers, before and after."""

    root: etree._Element
    plugins: Callable[[], Register]
    nu: Uitslag
    straks: Uitslag
    verlies: tuple[Melding, ...]
    plaats: str = ""

    def deel(self, plaats: str, profiel: str | None) -> _Blik:
        """Return what was found in one dossier; what lies in none counts for the first."""
        return attrs.evolve(
            self,
            nu=_deel(self.nu, plaats),
            straks=attrs.evolve(_deel(self.straks, plaats), profiel=profiel),
            verlies=_op(plaats, self.verlies),
            plaats=plaats,
        )

    def geheel(self) -> Vooruitblik:
        nu, straks, verlies = self.nu, self.straks, self.verlies
        nieuw = _zonder(straks.meldingen, nu.meldingen)
        meldingen, pakket = self._herleid(attrs.evolve(straks, meldingen=(*verlies, *nieuw)))
        return Vooruitblik(
            nu=nu.oordeel,
            straks=straks.oordeel,
            profiel=straks.profiel,
            pakket=pakket,
            nieuw=meldingen[len(verlies) :],
            vervalt=_zonder(nu.meldingen, straks.meldingen),
            blijft=len(straks.meldingen) - len(nieuw),
            verlies=meldingen[: len(verlies)],
        )

    def _herleid(self, uitslag: Uitslag) -> tuple[tuple[Melding, ...], Pakket | None]:
        try:
            herleid = trace_boom(self.root, uitslag, self.plugins(), self.plaats)
        except Exception as fout:  # noqa: BLE001 - what was found counts, also when its maker does not
            return uitslag.meldingen, niet_te_herleiden(fout)
        return herleid.meldingen, herleid.pakket


def _op(plaats: str, meldingen: Iterable[Melding]) -> tuple[Melding, ...]:
    gevonden = ((_IN_DOSSIER.match(melding.locatie), melding) for melding in meldingen)
    return tuple(m for waar, m in gevonden if plaats == (waar.group() if waar else _EERSTE))


def _deel(uitslag: Uitslag, plaats: str) -> Uitslag:
    """Return what was found in one dossier of a document, with the verdict on that."""
    meldingen = _op(plaats, uitslag.meldingen)
    oordeel = judge(meldingen)
    if uitslag.oordeel is Oordeel.NIET_VAST_TE_STELLEN and oordeel is Oordeel.GELDIG:
        oordeel = uitslag.oordeel
    return attrs.evolve(uitslag, meldingen=meldingen, oordeel=oordeel)


def _zonder(meldingen: Iterable[Melding], andere: Iterable[Melding]) -> tuple[Melding, ...]:
    """Return the findings of which others don't have the same rule at the same place."""
    over = Counter((melding.regel, melding.locatie) for melding in andere)
    gevonden = []
    for melding in meldingen:
        paar = (melding.regel, melding.locatie)
        over[paar] -= 1
        if over[paar] < 0:
            gevonden.append(melding)
    return tuple(gevonden)

"""What the forecasts of many dossiers come to: per rule, per field that is lost, per system."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

import attrs

from oso_adapters.diagnose import Pakket
from oso_adapters.mapping.ontvangen import zonder_dossiers
from oso_adapters.melding import Ernst, Melding, Oordeel
from oso_adapters.vooruitblik.dossier import Vooruitblik

__all__ = [
    "Regeltelling",
    "Systeemtelling",
    "Telling",
    "Verliestelling",
    "eigen_velden",
    "meeste",
]

_MEESTE_NAMEN = 100
"""Names of files that are kept for what there is no forecast of; the others are counted."""


@attrs.define(kw_only=True)
class Regeltelling:
    """How often one finding would be there, or would no longer be.

    Attributes:
        dossiers, keer: dossiers that have it, and how often in all.
        enige: dossiers in which nothing else is of its kind (new, or gone).
        wie: who must act, by how often.
        paden: the fields that it is about, by the number of dossiers.
    """

    melding: Melding
    dossiers: int = 0
    keer: int = 0
    enige: int = 0
    wie: Counter[str] = attrs.field(factory=Counter)
    paden: Counter[str] = attrs.field(factory=Counter)

    def tel(self, meldingen: Iterable[Melding]) -> None:
        """Count the same finding in one more dossier."""
        meldingen = list(meldingen)
        self.dossiers += 1
        self.keer += len(meldingen)
        self.wie.update(str(melding.wie) for melding in meldingen)
        self.paden.update({zonder_dossiers(melding.pad) for melding in meldingen})


@attrs.define(kw_only=True)
class Verliestelling:
    """How often one part would be lost.

    Attributes:
        dossiers: dossiers that have it.
        binnen: dossiers that have something inside it, by its path.
    """

    melding: Melding
    dossiers: int = 0
    binnen: Counter[str] = attrs.field(factory=Counter)


@attrs.define(kw_only=True)
class Systeemtelling:
    """What would become of the dossiers of one system.

    Attributes:
        profielen: dossiers by kind of transfer; those with an unclear one are not in it.
        velden: by rule and path of what fails anew: dossiers by the vendor's own fields.
        verlies: likewise by path of what would be lost.
        binnen: dossiers by the path of each thing that is lost, also inside another.
    """

    pakket: Pakket
    dossiers: int = 0
    faalt_nieuw: int = 0
    profielen: Counter[str] = attrs.field(factory=Counter)
    velden: dict[tuple[str, str], Counter[tuple[str, ...]]] = attrs.field(factory=dict)
    verlies: dict[str, Counter[tuple[str, ...]]] = attrs.field(factory=dict)
    binnen: Counter[str] = attrs.field(factory=Counter)

    def tel(self, blik: Vooruitblik) -> None:
        """Count one more dossier of this system."""
        self.dossiers += 1
        self.faalt_nieuw += blik.faalt_nieuw
        if blik.profiel:
            self.profielen[blik.profiel] += 1
        nieuw = {(m.regel, zonder_dossiers(m.pad)): m.bronvelden for m in blik.nieuw}
        for sleutel, eigen in nieuw.items():
            self.velden.setdefault(sleutel, Counter())[eigen] += 1
        for pad, eigen in {zonder_dossiers(m.pad): m.bronvelden for m in blik.verlies}.items():
            self.verlies.setdefault(pad, Counter())[eigen] += 1
        self.binnen.update({zonder_dossiers(pad) for m in blik.verlies for pad in m.paden})


@attrs.define(kw_only=True)
class Telling:
    """What was forecast in all.

    Attributes:
        dossiers: dossiers with a forecast; a document may have several.
        nu, straks: dossiers by verdict.
        geraakt: dossiers in which something fails anew.
        kwijt: dossiers that would lose something.
        fout: something fails anew that decides the verdict.
        regels, vervalt: by key and text of the finding.
        verlies: by path.
        systemen: by the plugin that knows the system; those that none knows together.
        zonder: names and reasons of documents without a forecast; `niet` counts all of them.
    """

    dossiers: int = 0
    niet: int = 0
    nu: Counter[Oordeel] = attrs.field(factory=Counter)
    straks: Counter[Oordeel] = attrs.field(factory=Counter)
    faalt_nieuw: int = 0
    geraakt: int = 0
    kwijt: int = 0
    fout: bool = False
    regels: dict[tuple[str, str], Regeltelling] = attrs.field(factory=dict)
    vervalt: dict[tuple[str, str], Regeltelling] = attrs.field(factory=dict)
    verlies: dict[str, Verliestelling] = attrs.field(factory=dict)
    systemen: dict[str, Systeemtelling] = attrs.field(factory=dict)
    zonder: list[tuple[str, str]] = attrs.field(factory=list)

    def tel(self, naam: str, blik: Vooruitblik) -> None:
        """Count one more document: each dossier in it."""
        if blik.reden:
            self.niet += 1
            if len(self.zonder) < _MEESTE_NAMEN:
                self.zonder.append((naam, blik.reden))
            return
        for deel in blik.delen or (blik,):
            self._tel_dossier(deel)

    def _tel_dossier(self, blik: Vooruitblik) -> None:
        self.dossiers += 1
        self.nu[blik.nu] += 1
        self.straks[blik.straks] += 1
        self.faalt_nieuw += blik.faalt_nieuw
        self.geraakt += bool(blik.nieuw)
        self.kwijt += bool(blik.verlies)
        self.fout |= any(melding.ernst is Ernst.FOUT for melding in blik.nieuw)
        _tel_regels(self.regels, blik.nieuw)
        _tel_regels(self.vervalt, blik.vervalt)
        self._tel_verlies(blik)
        pakket = blik.pakket or Pakket()
        systeem = self.systemen.setdefault(
            pakket.plugin, Systeemtelling(pakket=pakket if pakket.plugin else Pakket())
        )
        systeem.tel(blik)

    def _tel_verlies(self, blik: Vooruitblik) -> None:
        per_pad: dict[str, dict[str, None]] = {}
        for melding in blik.verlies:
            pad = zonder_dossiers(melding.pad)
            self.verlies.setdefault(pad, Verliestelling(melding=melding))
            binnen = dict.fromkeys(map(zonder_dossiers, melding.paden))
            per_pad.setdefault(pad, {}).update(binnen)
        for pad, binnen in per_pad.items():
            self.verlies[pad].dossiers += 1
            self.verlies[pad].binnen.update(onder for onder in binnen if onder != pad)


def _tel_regels(regels: dict[tuple[str, str], Regeltelling], meldingen: Iterable[Melding]) -> None:
    samen: dict[tuple[str, str], list[Melding]] = {}
    for melding in meldingen:
        samen.setdefault((melding.regel, melding.melding), []).append(melding)
    for sleutel, gelijke in samen.items():
        telling = regels.setdefault(sleutel, Regeltelling(melding=gelijke[0]))
        telling.tel(gelijke)
        telling.enige += len(samen) == 1


def meeste(regels: Mapping[tuple[str, str], Regeltelling]) -> list[Regeltelling]:
    """Return what was counted, what most documents have first."""
    return sorted(regels.values(), key=lambda deel: (-deel.dossiers, deel.melding.regel))


def eigen_velden(tellingen: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Return every own field that was counted, once."""
    return tuple(dict.fromkeys(veld for velden in tellingen for veld in velden))

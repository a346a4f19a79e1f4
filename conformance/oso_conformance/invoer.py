"""What an import of a plugin makes of dossiers: plans, and the records that come of them."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Sequence
from copy import deepcopy
from functools import cached_property
from pathlib import Path
from typing import Any

import attrs

from oso_adapters import Importeur, Plugin
from oso_adapters.mapping import Actie, Administratie, Bronrecord, ImportPlan, neem_over
from oso_conformance.gevallen import Geval, gevallen
from oso_conformance.uitkomst import niet_van_toepassing, niet_vast_te_stellen
from oso_conformance.vangst import Vangst, vang

__all__ = ["Invoer", "schrijf_en_lees"]


def schrijf_en_lees(importeur: Importeur, records: Sequence[Bronrecord]) -> list[Bronrecord]:
    """Write an administration to a new file and read it again."""
    with tempfile.TemporaryDirectory(prefix="oso-certify-") as map_:
        pad = Path(map_) / "administratie"
        importeur.write(pad, list(records))
        return list(importeur.open(pad).records)


@attrs.define(slots=False, eq=False)
class Invoer:
    """A plugin that takes dossiers in, and what it makes of the gevallen, each made once."""

    plugin: Plugin
    _eerste: dict[str, Vangst] = attrs.field(factory=dict, init=False, repr=False)
    _records: dict[str, Vangst] = attrs.field(factory=dict, init=False, repr=False)

    @cached_property
    def importeurs(self) -> list[Importeur]:
        """Everything of the plugin that takes dossiers in."""
        swv = self.plugin.swv.naar_binnen if self.plugin.swv else None
        return [kan for kan in (self.plugin.importeur, swv) if kan is not None]

    def neemt(self, geval: Geval) -> Importeur | None:
        """Return what takes the dossier of a geval in; None if nothing does."""
        if geval.profiel == "BB" and geval.sector not in self.plugin.leverancier.sectoren:
            return None
        for kan in self.importeurs:
            if geval.profiel in kan.profielen and str(geval.versie) in kan.versies:
                return kan
        return None

    def importeur(self, geval: Geval) -> Importeur:
        """Return what takes a geval in, or end the test."""
        kan = self.neemt(geval)
        if kan is None:
            niet_van_toepassing(
                f"het systeem neemt {geval.profiel} in versie {geval.versie} niet aan"
            )
        return kan

    def gevallen(self, importeur: Importeur | None = None) -> list[Geval]:
        """Return the good gevallen that are taken in, by anything or by one thing."""
        return [
            geval
            for geval in gevallen().values()
            if geval.goed and (kan := self.neemt(geval)) is not None and importeur in (None, kan)
        ]

    def probeer(
        self,
        geval: Geval,
        records: Iterable[Any] = (),
        actie: Actie = Actie.IMPORTEREN,
        *,
        data: bytes | None = None,
        kan: Importeur | None = None,
        ook_ongeldig: bool = False,
    ) -> Vangst:
        """Plan the import of one dossier; the Vangst holds an ImportPlan.

        Args:
            records: what the school has already; copies of them are used.
            data: another dossier than that of the geval.
        """
        importeur = kan or self.importeur(geval)
        school = [Bronrecord(f"school-{nr}", deepcopy(r)) for nr, r in enumerate(records)]

        def doe() -> ImportPlan:
            (plan,) = importeur.plan(
                geval.data if data is None else data,
                Administratie(importeur, school),
                actie,
                ook_ongeldig=ook_ongeldig,
                koppelsleutel=geval.koppelsleutel or None,
            )
            return plan

        return vang(doe)

    def plan(
        self,
        geval: Geval,
        records: Iterable[Any] = (),
        actie: Actie = Actie.IMPORTEREN,
        *,
        data: bytes | None = None,
        kan: Importeur | None = None,
        ook_ongeldig: bool = False,
    ) -> ImportPlan:
        """Plan the import of one dossier, or end the test when that gets stuck."""
        return _plan(
            self.probeer(geval, records, actie, data=data, kan=kan, ook_ongeldig=ook_ongeldig)
        )

    def eerste_vangst(self, geval: Geval) -> Vangst:
        """Return what an import of a geval does at a school that has nothing yet."""
        return _onthoud(self._eerste, geval, lambda: self.probeer(geval))

    def eerste(self, geval: Geval) -> ImportPlan:
        """Return the plan of a geval at a school that has nothing yet, or end the test."""
        return _plan(self.eerste_vangst(geval))

    def record_vangst(self, geval: Geval) -> Vangst:
        """Return what the school has after an import: it was written, and read again."""
        return _onthoud(self._records, geval, lambda: vang(lambda: self._neem_over(geval)))

    def record(self, geval: Geval) -> Bronrecord:
        """Return the record that a geval became, as the system has it, or end the test."""
        if not self.eerste(geval).mag:
            niet_vast_te_stellen("het dossier van dit geval wordt niet overgenomen")
        vangst = self.record_vangst(geval)
        if vangst.fout is not None:
            niet_vast_te_stellen(f"het schrijven van de administratie liep vast op {vangst.fout}")
        if len(vangst.waarde) != 1:
            niet_vast_te_stellen("de administratie heeft na het inlezen niet precies één record")
        record: Bronrecord = vangst.waarde[0]
        return record

    def _neem_over(self, geval: Geval) -> list[Bronrecord]:
        importeur = self.importeur(geval)
        school = Administratie(importeur)
        neem_over(self.eerste(geval), school)
        return schrijf_en_lees(importeur, school.records)


def _onthoud(gemaakt: dict[str, Vangst], geval: Geval, maak: Callable[[], Vangst]) -> Vangst:
    if geval.id not in gemaakt:
        gemaakt[geval.id] = maak()
    return gemaakt[geval.id]


def _plan(vangst: Vangst) -> ImportPlan:
    if vangst.fout is not None:
        niet_vast_te_stellen(f"het inlezen liep vast op {vangst.fout}")
    plan: ImportPlan = vangst.waarde
    return plan

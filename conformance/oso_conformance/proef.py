"""One plugin on trial: its records and its dossiers, each made once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import attrs

from oso_adapters import Exporteur, Exportresultaat, Gevallen, Plugin, mogelijkheden
from oso_adapters.mapping import Bronrecord
from oso_adapters.melding import Melding
from oso_conformance.gevallen import Geval, gevallen
from oso_conformance.invoer import Invoer
from oso_conformance.uitkomst import (
    NIET_MEEGEBRACHT,
    niet_ondersteund,
    niet_van_toepassing,
    niet_vast_te_stellen,
)
from oso_conformance.vangst import Fout, Vangst, vang
from oso_conformance.waarden import vreemde_records

__all__ = ["Lezing", "Proef", "afdruk_van", "eis_gevuld", "lees", "reden_weg"]


@attrs.frozen
class Lezing:
    """What came out of a source.

    Attributes:
        fout: what stopped the reading; None when it came to its end.
        lui: the records came one by one.
    """

    records: tuple[Bronrecord, ...] = attrs.field(repr=False)
    fout: Fout | None
    tekst: str = attrs.field(repr=False)
    lui: bool

    def met(self, sleutel: str | None) -> list[Bronrecord]:
        """Return the records with this key."""
        return [bron for bron in self.records if bron.sleutel == sleutel]


def _controleer(bron: Any) -> None:
    """Refuse what is no Bronrecord, or one that is not filled as it should be."""
    if type(bron) is not Bronrecord:
        raise TypeError(f"lees must yield Bronrecord, not {type(bron).__name__}")
    if not isinstance(bron.sleutel, str) or not bron.sleutel:
        raise TypeError("Bronrecord.sleutel must be a text")
    if not all(isinstance(melding, Melding) for melding in bron.meldingen):
        raise TypeError("Bronrecord.meldingen must hold a Melding each")


def lees(exporteur: Exporteur, pad: Path) -> Lezing:
    """Read a source to its end, or as far as it goes."""
    records: list[Bronrecord] = []
    lui: list[bool] = []

    def doe() -> None:
        gegeven = exporteur.read(pad)
        lui.append(not isinstance(gegeven, list | tuple))
        for bron in gegeven:
            _controleer(bron)
            records.append(bron)

    vangst = vang(doe)
    return Lezing(tuple(records), vangst.fout, vangst.tekst, lui == [True])


def afdruk_van(data: bytes) -> str:
    """Return the SHA-256 of bytes, in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def reden_weg(kan: Exporteur, pad: str) -> str | None:
    """Return why a place is never filled, as the plugin declares; None when it can be."""
    redenen = (reden for weg, reden in kan.ontbreekt.items() if f"{pad}/".startswith(f"{weg}/"))
    return next(redenen, None)


def eis_gevuld(kan: Exporteur, pad: str) -> None:
    """End the test when the plugin declares that it never fills a place."""
    reden = reden_weg(kan, pad)
    if reden is not None:
        niet_ondersteund(reden)


@attrs.define(slots=False, eq=False)
class Proef:
    """A plugin and what it makes of the gevallen.

    Attributes:
        naam: what the user calls it: the name of an installed plugin, or a module.
    """

    naam: str
    plugin: Plugin
    _uitvoer: dict[str, Vangst] = attrs.field(factory=dict, init=False, repr=False)

    @cached_property
    def invoer(self) -> Invoer:
        """What the plugin makes of dossiers that it takes in."""
        return Invoer(self.plugin)

    @property
    def exporteurs(self) -> list[Exporteur]:
        """Everything of the plugin that delivers dossiers."""
        swv = self.plugin.swv.uit if self.plugin.swv else None
        return [kan for kan in (self.plugin.exporteur, swv) if kan is not None]

    def levert(self, geval: Geval) -> Exporteur | None:
        """Return what delivers the kind of transfer of a geval, in its version; None if nothing."""
        if geval.sector not in self.plugin.leverancier.sectoren:
            return None
        for kan in self.exporteurs:
            if geval.profiel in kan.profielen and str(geval.versie) in kan.versies:
                return kan
        return None

    def exporteur(self, geval: Geval) -> Exporteur:
        """Return what delivers a geval, or end the test."""
        kan = self.levert(geval)
        if kan is None:
            niet_van_toepassing(self._waarom_niet(geval))
        return kan

    def _waarom_niet(self, geval: Geval) -> str:
        """Say why a system does not deliver a geval, as the plugin says it."""
        wie = self.plugin.leverancier
        if geval.sector not in wie.sectoren:
            return f"het systeem is voor scholen in het {' en '.join(sorted(wie.sectoren))}"
        (soort,) = (
            kan
            for kan in mogelijkheden(self.plugin)
            if kan.naam == ("swv uit" if geval.voor_swv else "export")
        )
        delen = {deel.naam: deel.reden for deel in (*soort.profielen, *soort.versies)}
        reden = delen[geval.profiel] or delen[str(geval.versie)]
        return reden or f"het systeem levert {geval.profiel} in versie {geval.versie} niet uit"

    def ontbreekt_kan(self, kan: str) -> str:
        """Say why what a requirement is about can't be done; empty when it can."""
        swv = self.plugin.swv
        doet = {
            "altijd": True,
            "export": self.exporteurs,
            "import": self.invoer.importeurs,
            "swv": swv and swv.uit,
        }
        if doet[kan]:
            return ""
        return self.plugin.leverancier.niet.get(kan, f"de plugin heeft geen haak voor '{kan}'")

    def gevallen(self) -> list[Geval]:
        """Return the gevallen that the plugin must be able to do something with."""
        return [geval for geval in gevallen().values() if self.levert(geval) is not None]

    @cached_property
    def lezingen(self) -> dict[int, Lezing]:
        """What came out of the source of each exporteur, by its identity."""
        return {
            id(kan): lees(kan, kan.gevallen.bron)
            for kan in self.exporteurs
            if kan.gevallen is not None
        }

    def lezing(self, exporteur: Exporteur) -> Lezing:
        """Return what came out of the source with the gevallen, or end the test."""
        if exporteur.gevallen is None:
            niet_vast_te_stellen("de plugin brengt geen gevallen mee (Exporteur.gevallen)")
        return self.lezingen[id(exporteur)]

    def sleutel(self, geval: Geval) -> str | None:
        """Return the key of the record that is a geval; None when the plugin names none."""
        brengt: Gevallen | None = self.exporteur(geval).gevallen
        return (brengt.sleutels.get(geval.id) or None) if brengt else None

    def kan_bestaan(self, geval: Geval) -> None:
        """End the test when the system can't hold the fault of a bad geval, as the plugin says."""
        kan = self.exporteur(geval)
        if not geval.fout_in:
            return
        eis_gevuld(kan, geval.fout_in)
        reden = kan.gevallen.zonder.get(geval.id) if kan.gevallen else None
        if reden:
            niet_ondersteund(reden)

    def bron(self, geval: Geval) -> Bronrecord:
        """Return the record that is a geval, or end the test."""
        kan = self.exporteur(geval)
        self.kan_bestaan(geval)
        lezing, sleutel = self.lezing(kan), self.sleutel(geval)
        if sleutel is None:
            niet_vast_te_stellen(NIET_MEEGEBRACHT)
        gevonden = lezing.met(sleutel)
        if len(gevonden) != 1:
            niet_vast_te_stellen("de plugin brengt voor dit geval niet precies één record mee")
        return gevonden[0]

    def maak(self, geval: Geval, bron: Bronrecord, exporteur: Exporteur | None = None) -> Vangst:
        """Make a record into a dossier as the geval asks; the Vangst holds an Exportresultaat."""
        kan = exporteur or self.exporteur(geval)
        swv = self.plugin.swv
        via = attrs.evolve(swv, uit=kan) if swv and geval.voor_swv else kan
        return vang(
            lambda: via.export(
                bron,
                self.plugin.leverancier,
                overdracht=geval.profiel,
                versie=geval.versie,
                dag=geval.dag,
            )
        )

    def uitvoer(self, geval: Geval) -> Vangst:
        """Return what became of a geval; it is made once."""
        if geval.id not in self._uitvoer:
            self._uitvoer[geval.id] = self.maak(geval, self.bron(geval))
        return self._uitvoer[geval.id]

    def resultaat(self, geval: Geval) -> Exportresultaat:
        """Return the result of a geval, or end the test when there is none."""
        vangst = self.uitvoer(geval)
        if vangst.fout is not None:
            niet_vast_te_stellen(f"het uitleveren liep vast op {vangst.fout}")
        resultaat: Exportresultaat = vangst.waarde
        return resultaat

    def data(self, geval: Geval) -> bytes:
        """Return the dossier of a geval as bytes, or end the test when there is none."""
        data = self.resultaat(geval).data
        if data is None:
            niet_vast_te_stellen("het dossier is vastgehouden")
        return data

    @cached_property
    def omgekeerd(self) -> dict[str, str]:
        """Digest of each dossier when the records are read anew and made last to first."""
        gelezen = {id(kan): lees(kan, kan.gevallen.bron) for kan in self.exporteurs if kan.gevallen}
        afdrukken = {}
        for geval in reversed(self.gevallen()):
            bronnen = gelezen[id(self.levert(geval))].met(self.sleutel(geval)) if gelezen else []
            if geval.goed and len(bronnen) == 1:
                resultaat = self.maak(geval, bronnen[0]).waarde
                afdrukken[geval.id] = afdruk_van((resultaat and resultaat.data) or b"")
        return afdrukken

    @cached_property
    def _vreemd(self) -> dict[str, list[tuple[str, Any]]]:
        """Records with one strange value, each field tried once: at the first geval that has it."""
        geweest: set[str] = set()
        per_geval: dict[str, list[tuple[str, Any]]] = {}
        for geval in self.gevallen():
            if not geval.goed:
                continue
            for veld, record in self._varianten(geval):
                if veld not in geweest:
                    geweest.add(veld)
                    per_geval.setdefault(geval.id, []).append((veld, record))
        return per_geval

    def _varianten(self, geval: Geval) -> Iterator[tuple[str, Any]]:
        kan = self.exporteur(geval)
        for bron in self.lezing(kan).met(self.sleutel(geval))[:1]:
            yield from vreemde_records(bron.record)

    @cached_property
    def _vreemde_uitvoer(self) -> dict[str, list[tuple[str, Vangst]]]:
        return {}

    def vreemd(self, geval: Geval) -> list[tuple[str, Vangst]]:
        """Return what became of a geval with a strange value, by the field that it stood in."""
        if geval.id not in self._vreemde_uitvoer:
            bron = self.bron(geval)
            self._vreemde_uitvoer[geval.id] = [
                (veld, self.maak(geval, attrs.evolve(bron, record=record)))
                for veld, record in self._vreemd.get(geval.id, [])
            ]
        return self._vreemde_uitvoer[geval.id]

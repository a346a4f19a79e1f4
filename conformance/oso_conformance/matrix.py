"""Which fields of the dossier of one system the import of another takes over, and which not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

import attrs

from oso_adapters import Importeur, Plugin
from oso_adapters.mapping import Administratie, Bronrecord, ImportPlan, Stap
from oso_adapters.melding import Ernst
from oso_conformance.gevallen import Geval
from oso_conformance.invoer import schrijf_en_lees
from oso_conformance.overname import niet_genoemd
from oso_conformance.proef import Proef
from oso_conformance.vangst import vang

__all__ = ["PROFIELEN", "Cel", "Matrix", "Veldlot", "maak_matrix"]

PROFIELEN = ("POPO", "POVO", "VOVO", "BB", "POSWV", "VOSWV")
_VAN_HET_DOSSIER = ("/dossier/metadata", "/dossier/overdrachtsoort")
_NA_AFLOOP = (Stap.GELIJK, Stap.NIET_OVERGENOMEN)


@attrs.frozen
class Veldlot:
    """What becomes of one field, over all gevallen that have it.

    Attributes:
        plek: place in the dossier without positions.
        redenen: why it is not taken over, with how often.
        over: how often it is.
    """

    plek: str
    label: str
    over: int
    redenen: Mapping[str, int]

    @property
    def kort(self) -> str:
        """The place as people read it: ``leerling/bsn``, ``school/naam``, ``inzage/akkoord``."""
        deel = self.plek.removeprefix("/dossier/")
        if deel.startswith("huidigeschool/leerling/"):
            return deel.removeprefix("huidigeschool/")
        return deel.replace("huidigeschool/", "school/", 1)

    @property
    def over_het_dossier(self) -> bool:
        """Whether it says something of the dossier, not of the leerling."""
        return self.plek.startswith(_VAN_HET_DOSSIER)


@attrs.frozen(kw_only=True)
class Cel:
    """One system to another, for one kind of transfer.

    Attributes:
        leeg: why there is nothing to see; empty when there is.
        dossiers: the gevallen that were taken over.
        velden: every field that stood in one of them, in the order in which they were met.
        bezwaren: what went wrong, and losses that nothing explains.
    """

    van: str
    naar: str
    profiel: str
    leeg: str = ""
    dossiers: tuple[str, ...] = ()
    velden: tuple[Veldlot, ...] = ()
    bezwaren: tuple[str, ...] = ()

    @property
    def van_de_leerling(self) -> tuple[Veldlot, ...]:
        """The fields that say something of the leerling or the school."""
        return tuple(veld for veld in self.velden if not veld.over_het_dossier)

    @property
    def verloren(self) -> tuple[Veldlot, ...]:
        """The fields of the leerling that are not (always) taken over."""
        return tuple(veld for veld in self.van_de_leerling if veld.redenen)

    def per_reden(self) -> list[tuple[str, list[Veldlot]]]:
        """Return the fields that get lost by the reason, the most common reason first."""
        gevonden: dict[str, list[Veldlot]] = {}
        for veld in self.verloren:
            for reden in veld.redenen:
                gevonden.setdefault(reden, []).append(veld)
        return sorted(gevonden.items(), key=lambda paar: -len(paar[1]))

    @property
    def overgenomen(self) -> int:
        """How many fields of the leerling are always taken over."""
        return len(self.van_de_leerling) - len(self.verloren)


@attrs.frozen
class Matrix:
    """Every system to every other, for each kind of transfer.

    Attributes:
        systemen: what schools call a system, by the name of its plugin.
    """

    systemen: Mapping[str, str]
    cellen: tuple[Cel, ...]

    def profiel(self, code: str) -> tuple[Cel, ...]:
        """Return the cells of one kind of transfer."""
        return tuple(cel for cel in self.cellen if cel.profiel == code)

    @property
    def bezwaren(self) -> int:
        """How many cells have something that is not explained."""
        return sum(bool(cel.bezwaren) for cel in self.cellen)


@attrs.define
class _Teller:
    """Counts what becomes of each field."""

    labels: dict[str, str] = attrs.field(factory=dict)
    over: Counter[str] = attrs.field(factory=Counter)
    redenen: dict[str, Counter[str]] = attrs.field(factory=dict)

    def tel(self, plan: ImportPlan) -> None:
        for regel in plan.regels:
            for blad in regel.bladen:
                self.labels.setdefault(blad.plek, blad.label)
                if regel.stap in (Stap.NIEUW, Stap.GELIJK):
                    self.over[blad.plek] += 1
                else:
                    self.redenen.setdefault(blad.plek, Counter())[regel.waarom] += 1

    def velden(self) -> tuple[Veldlot, ...]:
        return tuple(
            Veldlot(plek, label, self.over[plek], dict(self.redenen.get(plek, {})))
            for plek, label in self.labels.items()
        )


def _importeurs(plugin: Plugin) -> list[Importeur]:
    swv = plugin.swv.naar_binnen if plugin.swv else None
    return [kan for kan in (plugin.importeur, swv) if kan is not None]


def _neemt(plugin: Plugin, geval: Geval) -> Importeur | None:
    passend = (
        kan
        for kan in _importeurs(plugin)
        if geval.profiel in kan.profielen and str(geval.versie) in kan.versies
    )
    return next(passend, None)


def _waarom_niet(van: Proef, naar: Plugin, profiel: str) -> str:
    """Say why nothing of this kind goes from the one to the other; empty when it does."""
    levert = [geval for geval in van.gevallen() if geval.goed and geval.profiel == profiel]
    if not levert:
        return f"{van.plugin.leverancier.naam} levert geen {profiel}"
    zelfde = van.plugin.leverancier.sectoren & naar.leverancier.sectoren
    if profiel == "BB" and not zelfde:
        return "binnen één BRIN is er maar één soort onderwijs"
    if not any(_neemt(naar, geval) for geval in levert):
        return f"{naar.leverancier.naam} neemt geen {profiel} aan"
    return ""


def _plan(
    importeur: Importeur, data: bytes, school: Administratie | None, sleutel: str
) -> ImportPlan:
    (plan,) = importeur.plan(data, school, koppelsleutel=sleutel or None)
    return plan


def _bezwaren(importeur: Importeur, plan: ImportPlan, data: bytes, sleutel: str) -> Iterator[str]:
    """Tell what keeps a dossier out, what the plan passes over, and what is not there afterwards.

    Afterwards is when the system wrote the leerling, and read it again.
    """
    if not plan.mag:
        yield from (m.regel for m in plan.meldingen if m.ernst is Ernst.FOUT)
        return
    yield from (f"{b.tekst} ({b.plaats})" for b in niet_genoemd(data, plan))
    for regel in plan.regels:
        if regel.stap is Stap.CONFLICT or (not regel.waarom and regel.stap is Stap.LATEN):
            yield f"{regel.label} is niet overgenomen, zonder reden"
    bewaard = schrijf_en_lees(importeur, [Bronrecord("", plan.na)])
    weer = _plan(importeur, data, Administratie(importeur, bewaard), sleutel)
    yield from (m.regel for m in weer.meldingen if m.ernst is Ernst.FOUT)
    for regel in weer.regels:
        if regel.stap not in _NA_AFLOOP or (regel.stap is Stap.GELIJK and regel.let_op):
            yield f"{regel.label} is overgenomen, maar staat er daarna niet zo"


def _cel(van: Proef, naar: Plugin, profiel: str) -> Cel:
    basis = Cel(
        van=van.plugin.naam,
        naar=naar.naam,
        profiel=profiel,
        leeg=_waarom_niet(van, naar, profiel),
    )
    if basis.leeg:
        return basis
    teller, dossiers, bezwaren = _Teller(), [], []
    for geval in van.gevallen():
        importeur = _neemt(naar, geval) if geval.goed and geval.profiel == profiel else None
        if importeur is None:
            continue
        vangst = van.uitvoer(geval)
        data = vangst.waarde.data if vangst.waarde else None
        if data is None:
            bezwaren.append(f"{geval.id}: {van.plugin.leverancier.naam} levert dit dossier niet")
            continue
        gedaan = vang(partial(_neem, importeur, data, geval.koppelsleutel, teller))
        bezwaren += [f"{geval.id}: {tekst}" for tekst in gedaan.waarde or ()]
        if gedaan.fout is not None:
            bezwaren.append(f"{geval.id}: het inlezen liep vast op {gedaan.fout}")
        else:
            dossiers.append(geval.id)
    return attrs.evolve(
        basis,
        dossiers=tuple(dossiers),
        velden=teller.velden(),
        bezwaren=tuple(dict.fromkeys(bezwaren)),
    )


def _neem(importeur: Importeur, data: bytes, sleutel: str, teller: _Teller) -> list[str]:
    plan = _plan(importeur, data, None, sleutel)
    teller.tel(plan)
    return list(_bezwaren(importeur, plan, data, sleutel))


def maak_matrix(
    plugins: Mapping[str, Plugin],
    profielen: Sequence[str] = PROFIELEN,
    *,
    klaar: Callable[[], Any] = lambda: None,
) -> Matrix:
    """Have every system deliver its gevallen, and every other take them in.

    Args:
        profielen: the kinds of transfer to look at.
        klaar: is called after each cell.
    """
    proeven = {naam: Proef(naam, plugin) for naam, plugin in plugins.items()}
    cellen = []
    for profiel in profielen:
        for van in proeven.values():
            for naar in plugins.values():
                cellen.append(_cel(van, naar, profiel))
                klaar()
    namen = {naam: plugin.leverancier.naam for naam, plugin in plugins.items()}
    return Matrix(namen, tuple(cellen))

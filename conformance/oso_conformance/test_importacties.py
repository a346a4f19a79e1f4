"""What each action of a school does to a leerling that is there already, and what it leaves."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
import pytest

from oso_adapters import Importeur
from oso_adapters.mapping import Actie, ImportPlan, Stap
from oso_adapters.melding import Ernst
from oso_conformance.boom import haal_weg, vervang, waarden_op
from oso_conformance.gevallen import Geval
from oso_conformance.invoer import Invoer
from oso_conformance.uitkomst import Bevinding, niet_van_toepassing, zonder_bevinding
from oso_conformance.vangst import vang
from oso_conformance.verbouwen import (
    Verbouwing,
    eigen_velden,
    lees,
    probeer_zet,
    velden,
    verbouw,
)
from oso_conformance.waarden import VREEMD, met_waarde

_EINDTOETS = "/dossier/huidigeschool/leerling/eindtoets_basisonderwijs"
_BSN = "/dossier/huidigeschool/leerling/bsn"


def _anderen(invoer: Invoer, geval: Geval) -> Iterator[object]:
    """Yield the records of other leerlingen that came in the same way."""
    kan = invoer.importeur(geval)
    for ander in invoer.gevallen(kan):
        if ander.id != geval.id and invoer.eerste(ander).mag:
            yield invoer.record(ander).record


def _verbouwd(invoer: Invoer, geval: Geval) -> Verbouwing:
    """Return the record of a geval with fields emptied and fields otherwise, or end the test."""
    record = invoer.record(geval).record
    namen = dict.fromkeys(velden(invoer.eerste(geval), record))
    if not namen:
        niet_van_toepassing("het systeem neemt van dit geval geen tekstveld van de leerling over")
    return verbouw(record, namen, _anderen(invoer, geval))


def _is_gelijk(eerste: ImportPlan, plan: ImportPlan, veld: str) -> bool:
    """Say whether what fills a field is there already, so that nothing needs to change."""
    plaatsen = {b.locatie for regel in eerste.regels if regel.veld == veld for b in regel.bladen}
    return {Stap.GELIJK} == {
        regel.stap for regel in plan.regels if plaatsen & {b.locatie for b in regel.bladen}
    }


def _verschil(verwacht: object, plan: ImportPlan, wat: str) -> Iterator[Bevinding]:
    """Yield the fields in which a record is not what it had to become."""
    if plan.na == verwacht:
        return
    anders = [
        veld
        for veld in dict.fromkeys(regel.veld for regel in plan.regels)
        if veld and "[" not in veld and lees(plan.na, veld) != lees(verwacht, veld)
    ]
    yield from (Bevinding(wat, "", (veld,)) for veld in anders or ("(een ander veld)",))


@pytest.mark.eis("E.IMP.06")
def test_fills_only_what_is_empty(invoer: Invoer, geval: Geval) -> None:
    """Empty some fields of the record, fill others with something else, and import once more."""
    gelezen, anders = invoer.record(geval).record, _verbouwd(invoer, geval)
    plan = invoer.plan(geval, [anders.record], Actie.AANVULLEN)
    verwacht = anders.record
    for veld in anders.geleegd:
        if not _is_gelijk(invoer.eerste(geval), plan, veld):
            verwacht = probeer_zet(verwacht, veld, lees(gelezen, veld))
    zonder_bevinding(_verschil(verwacht, plan, "Aanvullen vult dit niet, of verandert het."))


@pytest.mark.eis("E.IMP.07")
def test_counts_a_blank_as_filled_and_says_so(invoer: Invoer, geval: Geval) -> None:
    """Put one blank in every text field, and import once more."""
    record = invoer.record(geval).record
    namen = dict.fromkeys(velden(invoer.eerste(geval), record))
    spaties = record
    for veld in namen:
        spaties = probeer_zet(spaties, veld, " ")
    plan = invoer.plan(geval, [spaties], Actie.AANVULLEN)
    bezwaren = []
    for veld in namen:
        regels = [regel for regel in plan.regels if regel.veld == veld]
        if all(regel.stap is Stap.GELIJK for regel in regels):
            continue
        if lees(plan.na, veld) != " ":
            bezwaren.append(Bevinding("Een spatie wordt hier overschreven.", "", (veld,)))
        elif not any(regel.let_op for regel in regels):
            bezwaren.append(Bevinding("Het plan waarschuwt niet voor de spatie.", "", (veld,)))
    zonder_bevinding(bezwaren)


def _met_eigen(importeur: Importeur, plan: ImportPlan, record: object) -> object:
    """Put a note of the school in every text field that no import fills."""
    gekend = {veld for namen in importeur.lineage.values() for veld in namen}
    gekend |= {regel.veld for regel in plan.regels} | {importeur.koppelsleutel}
    for veld in eigen_velden(record, gekend):
        record = probeer_zet(record, veld, VREEMD)
    return record


@pytest.mark.eis("E.IMP.08")
def test_replaces_hard_fields_and_leaves_the_others(
    invoer: Invoer, importeur: Importeur, geval: Geval
) -> None:
    """Overwrite a record that differs; then with a dossier that has less."""
    eerste, gelezen = invoer.eerste(geval), invoer.record(geval).record
    verbouwd = _verbouwd(invoer, geval)
    vrij = attrs.evolve(importeur, definitief=lambda _record: False)
    met_eigen = _met_eigen(importeur, eerste, verbouwd.record)
    plan = invoer.plan(geval, [met_eigen], Actie.OVERSCHRIJVEN, kan=vrij)
    verwacht = _met_eigen(importeur, eerste, gelezen)
    for veld in (*verbouwd.geleegd, *verbouwd.anders):
        if _is_gelijk(eerste, plan, veld):
            verwacht = probeer_zet(verwacht, veld, lees(verbouwd.record, veld))
    bezwaren = list(_verschil(verwacht, plan, "Overschrijven laat dit niet zoals het hoort."))
    for weg in (verbouwd.geleegd, tuple(verbouwd.anders)):
        minder = haal_weg(geval.data, _weg(eerste, weg))
        plan = invoer.plan(geval, [gelezen], Actie.OVERSCHRIJVEN, data=minder, ook_ongeldig=True)
        bezwaren += _verschil(gelezen, plan, "Wat niet in het dossier staat, verandert toch.")
    zonder_bevinding(dict.fromkeys(bezwaren))


def _weg(plan: ImportPlan, namen: tuple[str, ...]) -> set[str]:
    """Return the places in a dossier that fill these fields."""
    return {blad.plek for regel in plan.regels if regel.veld in namen for blad in regel.bladen}


@pytest.mark.eis("E.IMP.09")
def test_only_looks(invoer: Invoer, geval: Geval) -> None:
    """Ask for no action on a record that differs."""
    anders = _verbouwd(invoer, geval)
    plan = invoer.plan(geval, [anders.record], Actie.GEEN_ACTIE)
    bezwaren = list(_verschil(anders.record, plan, "Geen actie verandert dit toch."))
    if plan.mag or plan.verandert:
        bezwaren.append(Bevinding("Een plan zonder actie zegt dat het is uit te voeren."))
    if not plan.regels:
        bezwaren.append(
            Bevinding("Een plan zonder actie laat niet zien wat er in het dossier staat.")
        )
    zonder_bevinding(bezwaren)


@pytest.mark.eis("E.IMP.10")
def test_lets_only_the_eindtoets_into_a_final_record(
    invoer: Invoer, importeur: Importeur, geval: Geval
) -> None:
    """Import without the eindtoets, make the record differ and final, and import with it."""
    zonder = invoer.plan(geval, data=haal_weg(geval.data, {_EINDTOETS}), ook_ongeldig=True).na
    anders = verbouw(zonder, list(velden(invoer.eerste(geval), zonder)), _anderen(invoer, geval))
    vast = attrs.evolve(importeur, definitief=lambda _record: True)
    plan = invoer.plan(geval, [anders.record], Actie.OVERSCHRIJVEN, kan=vast)
    bezwaren = [
        Bevinding("Dit verandert in een definitief record.", regel.bladen[0].locatie, (regel.veld,))
        for regel in plan.regels
        if regel.stap.verandert
        and regel.bladen
        and not all(blad.plek.startswith(_EINDTOETS) for blad in regel.bladen)
    ]
    neemt = any(
        blad.plek.startswith(_EINDTOETS)
        for regel in invoer.eerste(geval).van(Stap.NIEUW)
        for blad in regel.bladen
    )
    oordeel = vang(lambda: importeur.definitief(invoer.record(geval).record))
    if oordeel.fout is not None or oordeel.waarde is not False:
        bezwaren.append(Bevinding("Een record dat net is ingelezen, is al definitief."))
    if neemt and not plan.verandert:
        bezwaren.append(Bevinding("De eindtoets komt niet meer in een definitief record."))
    zonder_bevinding(bezwaren)


def _blokkade(plan: ImportPlan, regel: str) -> Iterator[Bevinding]:
    if plan.mag:
        yield Bevinding(f"Het plan is toch uit te voeren ({regel}).")
    if not any(m.regel == regel and m.ernst is Ernst.FOUT for m in plan.meldingen):
        yield Bevinding(f"De melding {regel} ontbreekt.")


@pytest.mark.eis("E.IMP.11")
def test_never_guesses_which_of_two_it_is(invoer: Invoer, geval: Geval) -> None:
    """Let the school have the same leerling twice."""
    record = invoer.record(geval).record
    bezwaren: list[Bevinding] = []
    for actie in (Actie.IMPORTEREN, Actie.AANVULLEN, Actie.OVERSCHRIJVEN):
        plan = invoer.plan(geval, [record, record], actie)
        bezwaren += _blokkade(plan, "IM.dubbel")
        if plan.nummer is not None:
            bezwaren.append(Bevinding("Het plan kiest een van twee dezelfde leerlingen."))
    zonder_bevinding(dict.fromkeys(bezwaren))


def _hersteld(
    plan: ImportPlan, importeur: Importeur, nummer: str, waar: str
) -> Iterator[Bevinding]:
    dossier = importeur.lees_terug(plan.na)
    leerling = dossier.huidigeschool.leerling if dossier and dossier.huidigeschool else None
    if leerling is None or leerling.bsn != nummer:
        yield Bevinding(f"De nul vooraan komt niet terug: zij ontbrak in {waar}.", _BSN)
    if not any(melding.regel == "IM.nul" for melding in plan.meldingen):
        yield Bevinding(f"Dat de nul vooraan ontbrak in {waar}, is niet gemeld.", _BSN)


@pytest.mark.eis("E.IMP.12")
def test_restores_a_lost_zero_and_says_so(
    invoer: Invoer, importeur: Importeur, geval: Geval
) -> None:
    """Drop the zero in front of the number: in the dossier, and in the record."""
    (nummer,) = waarden_op(geval.data, _BSN)
    kort = nummer.lstrip("0")
    plan = invoer.plan(geval, data=vervang(geval.data, {_BSN: kort}), ook_ongeldig=True)
    bezwaren = list(_hersteld(plan, importeur, nummer, "het dossier"))
    record = met_waarde(invoer.record(geval).record, nummer, kort)
    if record is not None:
        plan = invoer.plan(geval, [record], Actie.AANVULLEN)
        if plan.nummer != 0:
            bezwaren.append(Bevinding("De leerling wordt zonder de nul niet teruggevonden.", _BSN))
        else:
            bezwaren += _hersteld(plan, importeur, nummer, "de administratie")
    zonder_bevinding(bezwaren)

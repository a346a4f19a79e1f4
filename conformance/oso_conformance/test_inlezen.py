"""What is taken in is kept, and what is not is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import attrs
import pytest
from lxml import etree

from oso_adapters import Exporteur, Importeur, write_dossier
from oso_adapters.mapping import Actie, Administratie, Bronrecord, neem_over
from oso_adapters.melding import Ernst
from oso_conformance.boom import parse_document
from oso_conformance.gevallen import Geval
from oso_conformance.invoer import Invoer, schrijf_en_lees
from oso_conformance.overname import (
    WAT,
    bezwaren_overname,
    niet_genoemd,
    plaats,
    terug,
    vergelijk,
    vergeten,
)
from oso_conformance.proef import Proef, reden_weg
from oso_conformance.uitkomst import Bevinding, niet_van_toepassing, zonder_bevinding
from oso_conformance.vangst import Vangst, vang

_VAN_DE_LEERLING = ("/dossier/huidigeschool/leerling", "/dossier/inzage")


@pytest.mark.eis("E.IMP.01")
def test_takes_over_or_explains_every_value(invoer: Invoer, geval: Geval) -> None:
    """Look whether the plan of a good dossier may be carried out, and names all that is in it."""
    vangst = invoer.eerste_vangst(geval)
    if vangst.fout is not None:
        zonder_bevinding([Bevinding(f"Het inlezen liep vast op {vangst.fout}.")])
    plan = vangst.waarde
    bezwaren = list(niet_genoemd(geval.data, plan))
    if not plan.mag:
        redenen = [m for m in plan.meldingen if m.ernst is Ernst.FOUT]
        bezwaren += [
            Bevinding(f"Het dossier wordt niet overgenomen: {m.regel}.", m.locatie) for m in redenen
        ] or [Bevinding("Het dossier wordt niet overgenomen, zonder melding.")]
    zonder_bevinding(bezwaren)


@pytest.mark.eis("E.IMP.02")
def test_gives_back_what_it_took(invoer: Invoer, importeur: Importeur, geval: Geval) -> None:
    """Read the record through the mapping forwards, and compare place by place."""
    plan = invoer.eerste(geval)
    zonder_bevinding(bezwaren_overname(importeur, geval.data, plan, plan.na, geval))


def _zelfde(een: etree._Element | None, ander: etree._Element | None) -> bool:
    if een is None or ander is None:
        return een is ander
    return etree.tostring(een) == etree.tostring(ander)


@pytest.mark.eis("E.IMP.03")
def test_keeps_a_record_in_the_administration(
    invoer: Invoer, importeur: Importeur, geval: Geval
) -> None:
    """Write the administration and read it; then write and read what was read."""
    plan, vangst = invoer.eerste(geval), invoer.record_vangst(geval)
    if vangst.fout is not None:
        zonder_bevinding([Bevinding(f"Het schrijven of lezen liep vast op {vangst.fout}.")])
    if len(vangst.waarde) != 1:
        zonder_bevinding(
            [Bevinding(f"Eén leerling wordt in de administratie {len(vangst.waarde)} records.")]
        )
    record = invoer.record(geval)
    bezwaren = []
    if not record.sleutel:
        bezwaren.append(Bevinding("Een nieuw record krijgt bij het schrijven geen sleutel."))
    if not _zelfde(terug(importeur, plan.na, geval), terug(importeur, record.record, geval)):
        bezwaren.append(Bevinding("Wat is weggeschreven, leest anders dan wat is overgenomen."))
    weer = vang(lambda: schrijf_en_lees(importeur, [record]))
    if weer.fout is not None:
        bezwaren.append(Bevinding(f"Nog eens schrijven liep vast op {weer.fout}."))
    elif weer.waarde != [record]:
        bezwaren.append(Bevinding("Een gelezen record is na opnieuw schrijven een ander record."))
    zonder_bevinding(bezwaren)


@pytest.mark.eis("E.IMP.04")
def test_changes_nothing_the_second_time(invoer: Invoer, geval: Geval) -> None:
    """Import the same dossier again, in each way."""
    record = invoer.record(geval).record
    bezwaren = []
    for actie in (Actie.AANVULLEN, Actie.OVERSCHRIJVEN, Actie.IMPORTEREN):
        plan = invoer.plan(geval, [record], actie)
        if plan.nummer != 0:
            bezwaren.append(Bevinding(f"Bij '{actie}' wordt de leerling niet teruggevonden."))
            continue
        veranderd = [regel for regel in plan.regels if regel.stap.verandert]
        bezwaren += [
            Bevinding(
                f"Bij '{actie}' verandert dit de tweede keer weer.",
                regel.bladen[0].locatie if regel.bladen else "",
                (regel.veld,),
            )
            for regel in veranderd
        ]
        if not veranderd and plan.na != record:
            bezwaren.append(Bevinding(f"Bij '{actie}' verandert het record de tweede keer."))
    zonder_bevinding(bezwaren)


def _alles_bij_elkaar(importeur: Importeur, alle: Sequence[Geval]) -> Vangst:
    """Import gevallen into one administration, each written before the next is planned."""

    def doe() -> list[Bronrecord]:
        school = Administratie(importeur)
        for geval in alle:
            sleutel = geval.koppelsleutel or None
            for plan in importeur.plan(geval.data, school, koppelsleutel=sleutel):
                neem_over(plan, school)
        return schrijf_en_lees(importeur, school.records)

    return vang(doe)


def _bezwaren_samen(
    invoer: Invoer, importeur: Importeur, alle: Sequence[Geval]
) -> Iterator[Bevinding]:
    vangst = _alles_bij_elkaar(importeur, alle)
    if vangst.fout is not None:
        yield Bevinding(f"Alle leerlingen in één administratie: {vangst.fout}.")
        return
    records: list[Bronrecord] = vangst.waarde
    if len(records) != len(alle) or len({r.sleutel for r in records}) != len(alle):
        yield Bevinding(f"{len(alle)} leerlingen worden {len(records)} records.")
        return
    for geval, record in zip(alle, records, strict=True):
        alleen = terug(importeur, invoer.record(geval).record, geval)
        if not _zelfde(alleen, terug(importeur, record.record, geval)):
            yield Bevinding(f"Tussen andere leerlingen wordt {geval.id} een ander record.")


@pytest.mark.eis("E.IMP.05")
def test_keeps_pupils_apart(invoer: Invoer) -> None:
    """Import all gevallen into one administration, first to last and last to first."""
    bezwaren: list[Bevinding] = []
    for importeur in invoer.importeurs:
        alle = [geval for geval in invoer.gevallen(importeur) if invoer.eerste(geval).mag]
        for volgorde in (alle, alle[::-1]):
            bezwaren += _bezwaren_samen(invoer, importeur, volgorde)
    zonder_bevinding(dict.fromkeys(bezwaren))


def _is_samen(kan: Exporteur, importeur: Importeur, pad: str) -> bool:
    """Say whether a place goes out as it came in: nothing says that it goes one way only."""
    if importeur.naar_export is None:
        return kan.lineage.get(pad) == importeur.lineage.get(pad)
    heen = attrs.evolve(kan, dossier=importeur.dossier)
    return reden_weg(kan, pad) is None and reden_weg(heen, pad) is None


def _geregistreerd(importeur: Importeur, kan: Exporteur, record: Any) -> Any:
    """Return what the system exports of a record that an import made, or end the test."""
    if importeur.naar_export is not None:
        return importeur.naar_export(record)
    if kan.dossier.record is not importeur.dossier.record:
        niet_van_toepassing("het systeem levert deze soort overdracht niet uit hetzelfde record")
    return record


@pytest.mark.eis("E.IMP.17")
def test_delivers_what_it_took_in(
    proef: Proef, invoer: Invoer, importeur: Importeur, geval: Geval
) -> None:
    """Export the record of an import, and compare with the dossier that was received."""
    kan = proef.levert(geval)
    if kan is None:
        niet_van_toepassing("het systeem levert deze soort overdracht niet uit")
    record = invoer.record(geval).record
    vangst = vang(lambda: _geregistreerd(importeur, kan, record))
    if vangst.fout is None:
        vangst = proef.maak(geval, Bronrecord("ingelezen", vangst.waarde), kan)
    if vangst.fout is not None:
        zonder_bevinding([Bevinding(f"Het uitleveren liep vast op {vangst.fout}.")])
    dossier = vangst.waarde.dossier
    gekregen = parse_document(write_dossier(attrs.evolve(dossier, metadata=None), geval.versie))
    anders = vergeten(invoer.eerste(geval))
    zonder_bevinding(
        Bevinding(WAT[v.wat], v.locatie, kan.lineage.get(v.pad, ()))
        for v in vergelijk(geval.data, anders, gekregen)
        if v.pad.startswith(_VAN_DE_LEERLING)
        and plaats(v.locatie) not in anders
        and _is_samen(kan, importeur, v.pad)
    )

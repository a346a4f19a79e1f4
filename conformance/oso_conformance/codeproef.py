"""Puts every value of every code table through an export, and every code through an import.

All fields of a geval get their next value at once; so a table costs as many dossiers as it has
values, however often it is used.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import zip_longest

import attrs

from oso_adapters import Exporteur, Exportresultaat, Importeur, write_dossier
from oso_adapters.errors import DossierOngeldig
from oso_adapters.mapping import Afbeelding, Beleid, Codeveld, ImportPlan, Stap, codevelden
from oso_adapters.melding import Ernst
from oso_conformance.boom import vervang, waarden_op
from oso_conformance.gevallen import Geval
from oso_conformance.proef import Proef
from oso_conformance.uitkomst import Bevinding
from oso_conformance.vangst import vang
from oso_conformance.waarden import VREEMD, waarden_in_record, zet_waarde

__all__ = ["bezwaren_in", "probeer_export", "probeer_import", "te_proberen"]


def _verdeel(
    deze: Iterable[tuple[Geval, bytes, Iterable[Codeveld]]], geweest: set[str]
) -> Iterator[tuple[Geval, bytes, list[Codeveld]]]:
    """Give each place to the first geval that has something there; ``geweest`` had its turn."""
    for geval, data, velden in deze:
        hier = [v for v in velden if v.pad not in geweest and waarden_op(data, v.pad)]
        geweest.update(veld.pad for veld in hier)
        if hier:
            yield geval, data, hier


def _rondes(per_veld: Mapping[str, Iterable[str]]) -> Iterator[dict[str, str]]:
    """Yield for each round which value each field gets; a field without more values gets none."""
    for waarden in zip_longest(*per_veld.values()):
        ronde = zip(per_veld, waarden, strict=True)
        yield {veld: waarde for veld, waarde in ronde if waarde is not None}


# --- out ----------------------------------------------------------------------------------------


def probeer_export(proef: Proef) -> Iterator[Bevinding]:
    """Yield where a value of a table does not become its code, or an unknown one is not told."""
    for geval, velden in te_proberen(proef):
        tabellen: dict[str, dict[str, None]] = {}
        for veld in velden:
            tabellen.setdefault(veld.veld, {}).update(dict.fromkeys(veld.tabel.waarden))
        for ronde in (*_rondes(tabellen), dict.fromkeys(tabellen, VREEMD)):
            yield from _ronde_uit(proef, geval, velden, ronde)


def te_proberen(proef: Proef) -> Iterator[tuple[Geval, list[Codeveld]]]:
    """Yield the gevallen with the places that are tried on each; one mapping is tried once."""
    geweest: dict[Afbeelding, set[str]] = {}
    for exporteur in proef.exporteurs:
        hier = geweest.setdefault(exporteur.dossier, set())
        for geval, _, velden in _verdeel(_uitgeleverd(proef, exporteur), hier):
            yield geval, velden


def _uitgeleverd(
    proef: Proef, exporteur: Exporteur
) -> Iterator[tuple[Geval, bytes, list[Codeveld]]]:
    for geval in proef.gevallen():
        if not geval.goed or proef.levert(geval) is not exporteur:
            continue
        vangst = proef.uitvoer(geval) if proef.sleutel(geval) else None
        data = vangst.waarde.data if vangst and vangst.waarde else None
        if data is not None:
            velden = codevelden(exporteur.dossier, geval.versie)
            yield geval, data, [veld for veld in velden if veld.uit]


def _ronde_uit(
    proef: Proef, geval: Geval, velden: list[Codeveld], ronde: Mapping[str, str]
) -> Iterator[Bevinding]:
    bron = proef.bron(geval)
    record = bron.record
    for eigen, waarde in ronde.items():
        record = zet_waarde(record, eigen, waarde)
    vangst = proef.maak(geval, attrs.evolve(bron, record=record))
    if vangst.fout is not None:
        yield Bevinding(f"Met andere waarden uit de codetabellen geeft {geval.id} {vangst.fout}.")
        return
    for veld in velden:
        if veld.veld in ronde:
            yield from _bezwaren_uit(veld, ronde[veld.veld], vangst.waarde, geval)


def _bezwaren_uit(
    veld: Codeveld, waarde: str, resultaat: Exportresultaat, geval: Geval
) -> Iterator[Bevinding]:
    bevinding = partial(Bevinding, plaats=veld.pad, bronvelden=(veld.veld,))
    tabel = veld.tabel
    code = dict(tabel.waarden).get(waarde)
    gekregen = set(_waarden_in(resultaat, veld.pad, geval))
    if gekregen != ({code} if code else set()):
        wat = "een onbekende waarde" if waarde == VREEMD else repr(waarde)
        moet = f"de code {code!r} worden" if code else "weg blijven"
        yield bevinding(f"In codetabel '{tabel.naam}' moet {wat} {moet}.")
    if waarde not in dict(tabel.waarden) and not _volgt_beleid(veld, resultaat):
        yield bevinding(f"Een onbekende waarde volgt het beleid '{tabel.onbekend}' niet.")


def _waarden_in(resultaat: Exportresultaat, pad: str, geval: Geval) -> list[str]:
    """Return what stands at a place, also in a dossier that is held back."""
    data = resultaat.data
    if data is None and resultaat.dossier is not None:
        try:
            data = write_dossier(resultaat.dossier, geval.versie)
        except DossierOngeldig:
            return []
    return waarden_op(data, pad) if data is not None else []


def _volgt_beleid(veld: Codeveld, resultaat: Exportresultaat) -> bool:
    if veld.tabel.onbekend is Beleid.WEGLATEN:
        return veld.veld in resultaat.weggelaten
    ernst = Ernst.FOUT if veld.tabel.onbekend is Beleid.WEIGER else Ernst.WAARSCHUWING
    return any(m.ernst is ernst and veld.veld in m.bronvelden for m in resultaat.meldingen)


# --- in -----------------------------------------------------------------------------------------


def probeer_import(proef: Proef) -> Iterator[Bevinding]:
    """Yield where a code does not become the vendor's value, or is lost without a reason."""
    for importeur in proef.invoer.importeurs:
        for geval, data, velden in _verdeel(_aangenomen(proef, importeur), set()):
            codes = {
                v.pad: [*filter(None, v.tabel.waarden.values()), *v.tabel.zonder] for v in velden
            }
            for ronde in _rondes({pad: dict.fromkeys(lijst) for pad, lijst in codes.items()}):
                yield from _ronde_in(importeur, geval, data, velden, ronde)


def _aangenomen(
    proef: Proef, importeur: Importeur
) -> Iterator[tuple[Geval, bytes, list[Codeveld]]]:
    for geval in proef.invoer.gevallen(importeur):
        velden = codevelden(importeur.dossier, geval.versie)
        yield geval, geval.data, [veld for veld in velden if veld.naar_binnen]


def _ronde_in(
    importeur: Importeur,
    geval: Geval,
    data: bytes,
    velden: list[Codeveld],
    ronde: Mapping[str, str],
) -> Iterator[Bevinding]:
    anders = vervang(data, ronde)
    sleutel = geval.koppelsleutel or None
    vangst = vang(lambda: importeur.plan(anders, ook_ongeldig=True, koppelsleutel=sleutel))
    if vangst.fout is not None:
        yield Bevinding(f"Met andere codes geeft het inlezen van {geval.id} {vangst.fout}.")
        return
    for veld in velden:
        if veld.pad in ronde:
            yield from bezwaren_in(veld, ronde[veld.pad], vangst.waarde[0])


def bezwaren_in(veld: Codeveld, code: str, plan: ImportPlan) -> Iterator[Bevinding]:
    """Yield what is wrong with what an import makes of a code."""
    eerste = next((w for w, eigen in veld.tabel.waarden.items() if eigen == code), None)
    eigen = veld.tabel.terug.get(code, eerste)
    gekregen = {waarde for pad, waarde in waarden_in_record(plan.na) if pad == veld.veld}
    bevinding = partial(Bevinding, plaats=veld.pad, bronvelden=(veld.veld,))
    if eigen is not None and gekregen != {eigen}:
        yield bevinding(f"In codetabel '{veld.tabel.naam}' moet de code {code!r} {eigen!r} worden.")
    elif eigen is None and not _verteld(plan, veld.pad):
        yield bevinding(f"De code {code!r}, die het systeem niet heeft, verdwijnt zonder reden.")


def _verteld(plan: ImportPlan, pad: str) -> bool:
    return any(
        regel.waarom and blad.plek == pad
        for regel in plan.van(Stap.NIET_OVERGENOMEN)
        for blad in regel.bladen
    )

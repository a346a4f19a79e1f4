"""What is wrong with a dossier or an administration is told, and holds the import back."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path

import pytest

from oso_adapters import VERSIES, Importeur
from oso_adapters.mapping import Actie, Bronrecord, ImportPlan, Stap
from oso_adapters.melding import Ernst, Melding
from oso_adapters.tabellen import Opdracht, reeks, regelmutanten
from oso_conformance.boom import vervang_elk
from oso_conformance.gevallen import Geval
from oso_conformance.invoer import Invoer
from oso_conformance.overname import bezwaren_overname, niet_genoemd
from oso_conformance.uitkomst import Bevinding, niet_vast_te_stellen, zonder_bevinding
from oso_conformance.vangst import Vangst, vang
from oso_conformance.waarden import VREEMD, gegeven_prijs, waarden_in_dossier

_PER_SOORT = 10
_ZAAD = 2019
_MUTANTEN = 6
_VERSIE = b"<validatieversie>2019.1.1<"
_GEBROKEN = "een dossier met een gebroken regel"
_VASTGELOPEN = "loopt vast"
_VAN_HET_DOSSIER = ("/dossier/metadata/", "/dossier/overdrachtsoort")


def _zegt_genoeg(melding: Melding) -> bool:
    return bool(melding.melding.strip() and melding.herstel.strip())


@pytest.mark.eis("E.IMP.13")
def test_takes_an_invalid_dossier_only_when_somebody_says_so(invoer: Invoer, geval: Geval) -> None:
    """Break one rule of a dossier, and plan with and without somebody who wants it anyway."""
    kapot = geval.data.replace(_VERSIE, b"<validatieversie>2019.1.0<")
    plan = invoer.plan(geval, data=kapot)
    bezwaren = []
    if plan.mag or not any(
        m.regel == "IM.ongeldig" and m.ernst is Ernst.FOUT for m in plan.meldingen
    ):
        bezwaren.append(Bevinding("Een ongeldig dossier wordt niet tegengehouden."))
    if not plan.regels:
        bezwaren.append(Bevinding("Het plan laat niet zien wat er in het ongeldige dossier staat."))
    toch = invoer.plan(geval, data=kapot, ook_ongeldig=True)
    if not toch.mag or not any(m.regel == "IM.ongeldig" for m in toch.meldingen):
        bezwaren.append(Bevinding("Wie het toch wil overnemen, krijgt geen plan dat dat zegt."))
    zonder_bevinding(bezwaren)


def _kapot(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield what is no dossier that can be taken in, each with what it is."""
    yield "een leeg bestand", b""
    yield "tekst", b"dit is geen XML"
    yield "rommel", b"\x00\xff\xfe<dossier" + bytes(range(256))
    yield "een half dossier", data[: len(data) // 2]
    yield "andere XML", b"<factuur><bedrag>1</bedrag></factuur>"
    yield "een onbekende versie", data.replace(b"/2019/dossier", b"/1999/dossier")
    yield (
        "een lege verzameling",
        data[: data.index(b"<dossier")]
        + (b'<dossiers xmlns="http://www.edustandaard.nl/oso_gegevensset/2019/dossier"/>'),
    )
    yield (
        "een dossier zonder leerling",
        (data[: data.index(b"<leerling>")] + data[data.index(b"</leerling>") + 11 :]),
    )


def _bezwaren_kapot(wat: str, vangst: Vangst, *, nooit: bool) -> Iterator[Bevinding]:
    if vangst.fout is not None:
        yield Bevinding(f"Inlezen van {wat} geeft {vangst.fout}.")
        return
    plannen: list[ImportPlan] = vangst.waarde
    for plan in plannen:
        if plan.mag and nooit:
            yield Bevinding(f"Van {wat} is het plan toch uit te voeren.")
        if not plan.mag and not any(map(_zegt_genoeg, plan.meldingen)):
            yield Bevinding(f"Bij {wat} is er geen melding die zegt wat er te doen is.")
    if "Traceback" in vangst.tekst:
        yield Bevinding(f"Inlezen van {wat} toont een traceback.")


@pytest.mark.eis("E.IMP.14")
def test_refuses_what_is_broken_and_explains_it(invoer: Invoer) -> None:
    """Plan the import of files that are no dossier, and of dossiers with one rule broken."""
    bezwaren: list[Bevinding] = []
    for importeur in invoer.importeurs:
        for nr, geval in enumerate(invoer.gevallen(importeur)):
            stuk = [*_kapot(geval.data)] if nr == 0 else []
            stuk += [
                (_GEBROKEN, data) for _, data in regelmutanten(geval.data, _MUTANTEN, _ZAAD + nr)
            ]
            for wat, data in stuk:
                sleutel = geval.koppelsleutel or None
                vangst = vang(partial(importeur.plan, data, koppelsleutel=sleutel))
                bezwaren += _bezwaren_kapot(wat, vangst, nooit=wat != _GEBROKEN)
    zonder_bevinding(dict.fromkeys(bezwaren))


def _tekst(melding: Melding) -> str:
    """Return a finding as text; it may show a code of an administrative list."""
    return repr({naam: deel for naam, deel in melding.als_dict().items() if naam != "gevonden"})


def _gezegd(vangst: Vangst) -> Iterator[tuple[str, str]]:
    """Yield what can be seen of a plan without asking for its values."""
    yield "het logboek, op het scherm of in een foutmelding", vangst.tekst
    if vangst.waarde is None:
        return
    plan: ImportPlan = vangst.waarde
    yield "een melding", "\n".join(map(_tekst, plan.meldingen))
    yield "de uitleg bij een veld", repr([(r.waarom, r.label, r.veld) for r in plan.regels])
    yield "de tekstvorm (repr) van het plan", vang(lambda: repr((plan, plan.regels))).waarde or ""
    yield "de tekstvorm (repr) van het record", vang(lambda: repr(plan.na)).waarde or ""


def _eigen_woorden(importeur: Importeur, plan: ImportPlan) -> Iterator[str]:
    """Yield the names of fields, and why the plugin does not take some."""
    for namen in importeur.lineage.values():
        yield from namen
    yield from importeur.ontbreekt.values()
    yield from (regel.label for regel in plan.regels)


@pytest.mark.eis("E.IMP.15")
def test_shows_no_value_unasked(invoer: Invoer, importeur: Importeur, geval: Geval) -> None:
    """Search all that is said of a plan and of the record for the values of the pupil."""
    waarden = waarden_in_dossier(geval, _eigen_woorden(importeur, invoer.eerste(geval)))
    gezegd = [
        *_gezegd(invoer.eerste_vangst(geval)),
        ("wat het schrijven of lezen zegt", invoer.record_vangst(geval).tekst),
    ]
    gezegd += _gezegd(_vreemd(invoer, geval))
    bezwaren = [
        Bevinding(f"De waarde van dit veld staat in {waar}.", "", (veld,))
        for waar, tekst in gezegd
        for veld in gegeven_prijs(waarden, tekst)
    ]
    bezwaren += [
        Bevinding(f"Een vreemde waarde in het dossier komt in {waar}.")
        for waar, tekst in gezegd
        if VREEMD in tekst
    ]
    zonder_bevinding(dict.fromkeys(bezwaren))


def _vreemd(invoer: Invoer, geval: Geval) -> Vangst:
    """Return the plan of a dossier in which every text of the pupil is a strange one."""
    data = vervang_elk(
        geval.data,
        lambda blad: blad.waarde if blad.pad.startswith(_VAN_HET_DOSSIER) else VREEMD,
    )
    return invoer.probeer(geval, data=data, ook_ongeldig=True)


def _vastgelopen(plan: ImportPlan) -> Iterator[Bevinding]:
    for regel in plan.van(Stap.NIET_OVERGENOMEN):
        if _VASTGELOPEN in regel.waarom:
            yield Bevinding("Een omzetting van de plugin loopt vast.", regel.bladen[0].plek)


@pytest.mark.eis("E.IMP.19")
def test_never_gets_stuck_on_a_value(invoer: Invoer, geval: Geval) -> None:
    """Look for a transform that broke on a value of the dossier, an ordinary one or a strange."""
    bezwaren: list[Bevinding] = []
    for vangst in (invoer.eerste_vangst(geval), _vreemd(invoer, geval)):
        if vangst.fout is not None:
            bezwaren.append(Bevinding(f"Het inlezen liep vast op {vangst.fout}."))
        else:
            bezwaren += _vastgelopen(vangst.waarde)
    zonder_bevinding(dict.fromkeys(bezwaren))


@cache
def _gemaakt(opdracht: Opdracht) -> bytes:
    return opdracht.data()


def _bezwaren_gemaakt(
    invoer: Invoer, importeur: Importeur, opdracht: Opdracht
) -> Iterator[Bevinding]:
    geval = next(g for g in invoer.gevallen(importeur) if g.profiel == opdracht.profiel)
    data = _gemaakt(opdracht)
    vangst = invoer.probeer(geval, data=data, kan=importeur)
    if vangst.fout is not None:
        yield Bevinding(f"Een verzonnen dossier ({opdracht.naam}) geeft {vangst.fout}.")
        return
    plan: ImportPlan = vangst.waarde
    yield from niet_genoemd(data, plan)
    yield from _vastgelopen(plan)
    yield from bezwaren_overname(importeur, data, plan, plan.na, geval)
    weer = invoer.plan(geval, [plan.na], Actie.OVERSCHRIJVEN, data=data, kan=importeur)
    if plan.mag and weer.verandert:
        yield Bevinding(f"Een verzonnen dossier ({opdracht.naam}) verandert de tweede keer weer.")


@pytest.mark.eis("E.IMP.16")
def test_survives_generated_dossiers(invoer: Invoer) -> None:
    """Import ten fictional dossiers of each kind that is taken in."""
    bezwaren: list[Bevinding] = []
    for importeur in invoer.importeurs:
        soorten = sorted({geval.profiel for geval in invoer.gevallen(importeur)})
        for soort in soorten:
            for opdracht in reeks(VERSIES[-1], [soort], _PER_SOORT, zaad=_ZAAD):
                bezwaren += _bezwaren_gemaakt(invoer, importeur, opdracht)
    zonder_bevinding(dict.fromkeys(bezwaren))


def _bederf(pad: Path, hoe: str) -> None:
    """Spoil every file of an administration."""
    bestanden = [pad] if pad.is_file() else [p for p in pad.rglob("*") if p.is_file()]
    for bestand in bestanden:
        data = bestand.read_bytes()
        bestand.write_bytes(data[: len(data) // 2] if hoe == "half" else b"\x00\xff{[<" * 50)


@pytest.mark.eis("E.IMP.18")
def test_never_reads_an_administration_by_half(invoer: Invoer) -> None:
    """Read an administration that is not there, and one that is broken."""
    bezwaren = []
    for importeur in invoer.importeurs:
        passend = [geval for geval in invoer.gevallen(importeur) if invoer.eerste(geval).mag]
        if not passend:
            niet_vast_te_stellen("geen enkel geval wordt overgenomen")
        with tempfile.TemporaryDirectory(prefix="oso-certify-") as map_:
            er_niet = vang(partial(importeur.open, Path(map_) / "nieuw"))
            if er_niet.fout is not None or er_niet.waarde.records:
                bezwaren.append(Bevinding("Een school zonder administratie kan niet beginnen."))
            bezwaren += _bezwaren_stuk(importeur, [invoer.record(g) for g in passend], Path(map_))
    zonder_bevinding(dict.fromkeys(bezwaren))


def _bezwaren_stuk(
    importeur: Importeur, records: list[Bronrecord], map_: Path
) -> Iterator[Bevinding]:
    for hoe in ("half", "rommel"):
        pad = map_ / hoe
        importeur.write(pad, records)
        _bederf(pad, hoe)
        vangst = vang(partial(importeur.open, pad))
        if vangst.fout is None and len(vangst.waarde.records) < len(records):
            yield Bevinding(f"Een administratie als '{hoe}' wordt gelezen met minder leerlingen.")
        elif vangst.fout is not None and not vangst.fout.voorzien:
            yield Bevinding(f"Een administratie als '{hoe}' geeft {vangst.fout}.")

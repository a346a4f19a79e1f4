"""Whether an import keeps what it takes, and tells of all that it does not take."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from oso_adapters import Importeur, write_dossier
from oso_adapters.gegevensset import Dossier
from oso_adapters.mapping import ImportPlan, Stap
from oso_conformance.bijlagen import normaliseer
from oso_conformance.boom import Verschil, bladeren, parse_document, snoei_plaatsen, verschillen
from oso_conformance.gevallen import Geval
from oso_conformance.uitkomst import Bevinding

__all__ = ["WAT", "bezwaren_overname", "niet_genoemd", "plaats", "terug", "vergelijk", "vergeten"]

WAT = {
    "mist": "Dit is overgenomen, maar komt er niet meer uit.",
    "te veel": "Dit stond niet in het dossier, maar komt er wel uit.",
    "anders": "Dit komt er anders uit dan het erin ging.",
}
_REEKS = "/cijferlijstTypelijst["
_ZONDER = (Stap.NIET_OVERGENOMEN, Stap.LATEN, Stap.CONFLICT)
_KORTSTE_REDEN = 8
_NAAM_BIJ_CODE = "/@omschrijving"
"""What a code is called: a system that knows it may say it in its own way."""
_UIT_EEN_VELD = frozenset(
    f"/dossier/huidigeschool/leerling/{naam}"
    for naam in ("voornaam", "achternaam", "geboortedatum")
)
"""What the municipality has as well (gba): a system may keep it once."""


def plaats(locatie: str) -> str:
    """Return a place as a plan names it.

    The values of a list share the place of the first, and in a repeated sequence positions tell
    nothing.
    """
    kop, reeks, rest = locatie.partition(_REEKS)
    if not reeks:
        return locatie.rpartition("[")[0] if locatie.endswith("]") else locatie
    binnen = "/".join(stap.partition("[")[0] for stap in rest.partition("]")[2].split("/"))
    return f"{kop}{reeks}1]{binnen}"


def _genoemd(plan: ImportPlan, *stappen: Stap) -> set[str]:
    """Return the places that a plan names, all of them or of some steps."""
    return {
        plaats(blad.locatie)
        for regel in plan.regels
        if not stappen or regel.stap in stappen
        for blad in regel.bladen
    }


def vergeten(plan: ImportPlan) -> set[str]:
    """Return the places of which the plan says that they are not taken over."""
    return _genoemd(plan, *_ZONDER)


def niet_genoemd(data: bytes, plan: ImportPlan) -> Iterator[Bevinding]:
    """Yield every value of a dossier that the plan passes over, and each loss without a reason."""
    genoemd = _genoemd(plan)
    for blad in bladeren(parse_document(data)):
        if blad.waarde.strip() and plaats(blad.locatie) not in genoemd:
            yield Bevinding("Dit gegeven noemt het plan niet: het verdwijnt stil.", blad.locatie)
    for regel in plan.regels:
        if regel.stap in _ZONDER and len(regel.waarom.strip()) < _KORTSTE_REDEN:
            waar = regel.bladen[0].locatie if regel.bladen else ""
            velden = (regel.veld,) if regel.veld else ()
            yield Bevinding("Dit wordt niet overgenomen, zonder reden.", waar, velden)
        elif regel.gebrek:
            yield Bevinding(f"Dit gegeven {regel.waarom}.", regel.bladen[0].locatie)


def terug(importeur: Importeur, record: object, geval: Geval) -> etree._Element | None:
    """Return as a tree what the system kept of a dossier; None when it kept nothing."""
    dossier = importeur.lees_terug(record)
    return _boom(dossier, geval)


def _boom(dossier: Dossier | None, geval: Geval) -> etree._Element | None:
    return parse_document(write_dossier(dossier, geval.versie)) if dossier is not None else None


def vergelijk(data: bytes, weg: set[str], gekregen: etree._Element) -> Iterator[Verschil]:
    """Yield where what came back differs from a dossier, less these places.

    A field of the record that two places fill comes out at both: that one place more is no fault.
    """
    paden = {blad.pad for blad in bladeren(parse_document(data))}
    verwacht = parse_document(data)
    for root in (verwacht, gekregen):
        normaliseer(root, namen=False)
        for el in root.iter("{*}postcode"):
            el.text = "".join((el.text or "").split())
    snoei_plaatsen(verwacht, lambda locatie: plaats(locatie) in weg)
    snoei_plaatsen(gekregen, lambda locatie: _REEKS in locatie and plaats(locatie) in weg)
    for verschil in verschillen(verwacht, gekregen):
        aangevuld = verschil.pad.endswith(_NAAM_BIJ_CODE) and verschil.wat != "mist"
        aangevuld |= verschil.wat == "te veel" and verschil.pad in _UIT_EEN_VELD - paden
        if not aangevuld and plaats(verschil.locatie) not in weg:
            yield verschil


def bezwaren_overname(
    importeur: Importeur, data: bytes, plan: ImportPlan, record: object, geval: Geval
) -> Iterator[Bevinding]:
    """Yield where what was taken over does not come out of the record again."""
    gekregen = terug(importeur, record, geval)
    if gekregen is None:
        yield Bevinding("Van het dossier komt niets terug.")
        return
    for verschil in vergelijk(data, vergeten(plan), gekregen):
        velden = importeur.lineage.get(verschil.pad, ())
        yield Bevinding(WAT[verschil.wat], verschil.locatie, velden)

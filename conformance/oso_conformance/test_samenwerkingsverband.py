"""A dossier for a samenwerkingsverband: no PGN, and the koppelsleutel as the only link."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import attrs
import pytest

import oso_adapters
from oso_adapters import Blad, Exportresultaat, Regelset
from oso_adapters.mapping import Bronrecord
from oso_adapters.melding import Oordeel
from oso_conformance.bijlagen import bijlagen, pak_uit
from oso_conformance.boom import bladeren, parse_document
from oso_conformance.fouten import vastgehouden
from oso_conformance.gevallen import Geval
from oso_conformance.proef import Proef
from oso_conformance.uitkomst import Bevinding, niet_vast_te_stellen, zonder_bevinding
from oso_conformance.waarden import met_waarde, waarden_in_record

_TUSSENIN = re.compile(r"[\s.\-/]")
_REGEL = "AF.koppelsleutel"


def _schrijfwijzen(nummer: str) -> set[str]:
    """Return a number as it is, and as a system shows it that drops the zero in front."""
    return {nummer, nummer.lstrip("0")}


def _heeft_nummer(record: Any, nummer: str) -> bool:
    cijfers = _schrijfwijzen(nummer)
    return any(_TUSSENIN.sub("", tekst) in cijfers for _, tekst in waarden_in_record(record))


def _teksten(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield every text of a dossier with its place; of an attachment what is in the file."""
    for blad in bladeren(parse_document(data)):
        if not blad.pad.endswith("/bestandsinhoud"):
            yield blad.locatie, blad.waarde
    for bijlage in bijlagen(data):
        bestanden = pak_uit(bijlage.blad.waarde)
        for inhoud in bestanden.values() if isinstance(bestanden, dict) else ():
            yield bijlage.blad.locatie, inhoud.decode("latin-1")


@pytest.mark.eis("E.SWV.01")
def test_holds_no_pgn_anywhere(proef: Proef, geval: Geval) -> None:
    """Look for the digits of the number in every text and in every attached file."""
    if not _heeft_nummer(proef.bron(geval).record, geval.pgn):
        zonder_bevinding([Bevinding("Het record heeft het nummer van de leerling niet.")])
    cijfers = _schrijfwijzen(geval.pgn)
    zonder_bevinding(
        Bevinding("Hier staat het persoonsgebonden nummer van de leerling.", locatie)
        for locatie, tekst in _teksten(proef.data(geval))
        if any(nummer in _TUSSENIN.sub("", tekst) for nummer in cijfers)
    )


@pytest.mark.eis("E.SWV.02")
def test_has_the_koppelsleutel_of_the_record(proef: Proef, geval: Geval) -> None:
    """Compare the koppelsleutel beside the dossier with that of the geval."""
    if proef.resultaat(geval).koppelsleutel != geval.koppelsleutel:
        gevonden = proef.resultaat(geval).koppelsleutel
        wat = "Dit is een andere koppelsleutel." if gevonden else "Er is geen koppelsleutel."
        zonder_bevinding([Bevinding(wat)])


def _gezegd(proef: Proef, geval: Geval) -> Iterator[tuple[str, str]]:
    """Yield what could be seen of an export, with what it is."""
    vangst, resultaat = proef.uitvoer(geval), proef.resultaat(geval)
    yield "de sleutel van het record", proef.bron(geval).sleutel
    yield "een melding", repr([melding.als_dict() for melding in resultaat.meldingen])
    yield "het logboek, op het scherm of in een foutmelding", vangst.tekst
    yield "wat er is weggelaten", repr(resultaat.weggelaten)


@pytest.mark.eis("E.SWV.03")
def test_shows_the_koppelsleutel_nowhere(proef: Proef, geval: Geval) -> None:
    """Search the dossier, its attachments and all that is said, whatever the case of letters."""
    sleutel = geval.koppelsleutel.replace("-", "").lower()

    def staat_in(tekst: str) -> bool:
        return sleutel in _TUSSENIN.sub("", tekst).lower()

    bezwaren = [
        Bevinding("Hier staat de koppelsleutel.", locatie)
        for locatie, tekst in _teksten(proef.data(geval))
        if staat_in(tekst)
    ]
    bezwaren += [
        Bevinding(f"De koppelsleutel staat in {waar}.")
        for waar, tekst in _gezegd(proef, geval)
        if staat_in(tekst)
    ]
    zonder_bevinding(bezwaren)


@pytest.mark.eis("E.SWV.04")
def test_is_valid_by_the_sheet_of_the_samenwerkingsverband(proef: Proef, geval: Geval) -> None:
    """Check with the PaO sheet, as published and as agreed."""
    resultaat = proef.resultaat(geval)
    if resultaat.data is None:
        zonder_bevinding(vastgehouden(resultaat))
    bezwaren = []
    for regelset in Regelset:
        uitslag = oso_adapters.check(proef.data(geval), regelset=regelset, blad=Blad.PAO)
        if uitslag.oordeel is not Oordeel.GELDIG:
            bezwaren += [Bevinding(f"{m.regel}: {m.melding}", m.locatie) for m in uitslag.meldingen]
    zonder_bevinding(dict.fromkeys(bezwaren))


def _met_sleutel(proef: Proef, geval: Geval, sleutel: str) -> Exportresultaat:
    """Return what becomes of the record with another koppelsleutel, or end the test."""
    bron: Bronrecord = proef.bron(geval)
    anders = met_waarde(bron.record, geval.koppelsleutel, sleutel)
    if anders is None:
        niet_vast_te_stellen("de koppelsleutel van dit geval staat niet in het record")
    vangst = proef.maak(geval, attrs.evolve(bron, record=anders))
    if vangst.fout is not None:
        niet_vast_te_stellen(f"het uitleveren liep vast op {vangst.fout}")
    resultaat: Exportresultaat = vangst.waarde
    return resultaat


@pytest.mark.eis("E.SWV.05")
def test_never_repairs_a_koppelsleutel(proef: Proef, geval: Geval) -> None:
    """Spoil the koppelsleutel in the record, and take it away."""
    bezwaren = []
    goed = geval.koppelsleutel
    for wat, sleutel in (("kleine letters", goed.lower()), ("een teken te weinig", goed[:-1])):
        resultaat = _met_sleutel(proef, geval, sleutel)
        if resultaat.data is not None or resultaat.koppelsleutel is not None:
            bezwaren.append(Bevinding(f"Een koppelsleutel met {wat} houdt het dossier niet tegen."))
    zonder = _met_sleutel(proef, geval, "")
    if zonder.data is None or not any(m.regel == _REGEL for m in zonder.meldingen):
        bezwaren.append(Bevinding("Zonder koppelsleutel is er geen dossier met een waarschuwing."))
    zonder_bevinding(bezwaren)

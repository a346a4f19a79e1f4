"""A record that can't become a dossier is held back, with a finding that helps."""

from __future__ import annotations

import pytest

from oso_adapters import Exporteur
from oso_adapters.melding import Ernst, Oordeel
from oso_conformance.fouten import bij, zegt_genoeg
from oso_conformance.gevallen import Geval
from oso_conformance.proef import Proef
from oso_conformance.uitkomst import Bevinding, niet_van_toepassing, zonder_bevinding


@pytest.mark.eis("E.FOU.01")
def test_holds_a_bad_record_back(proef: Proef, geval: Geval) -> None:
    """Look whether a dossier was let go."""
    resultaat = proef.resultaat(geval)
    bezwaren = []
    if resultaat.data is not None:
        bezwaren.append(Bevinding("Het dossier is vrijgegeven.", geval.fout_in))
    if resultaat.oordeel is Oordeel.GELDIG:
        bezwaren.append(Bevinding("Het oordeel is 'geldig'.", geval.fout_in))
    zonder_bevinding(bezwaren)


@pytest.mark.eis("E.FOU.02")
def test_tells_where_and_what_to_do(proef: Proef, exporteur: Exporteur, geval: Geval) -> None:
    """Look for a finding at the place of the fault, or above or below it."""
    meldingen = [m for m in proef.resultaat(geval).meldingen if m.ernst is Ernst.FOUT]
    velden = exporteur.lineage.get(geval.fout_in, ())
    gemeld = bij(geval, meldingen)
    if not gemeld:
        zonder_bevinding([Bevinding("Er is geen melding op deze plaats.", geval.fout_in, velden)])
    if not any(zegt_genoeg(melding) for melding in gemeld):
        zonder_bevinding(
            [Bevinding("De melding mist het eigen veld of de oplossing.", geval.fout_in, velden)]
        )


@pytest.mark.eis("E.FOU.03")
def test_goes_on_with_the_others(proef: Proef) -> None:
    """Look whether every record comes out of the source that holds the bad ones."""
    alle = proef.gevallen()
    if not any(proef.sleutel(geval) for geval in alle if not geval.goed):
        niet_van_toepassing("de plugin brengt geen onbruikbare records mee")
    bezwaren = []
    for geval in alle:
        kan = proef.exporteur(geval)
        if not proef.sleutel(geval):
            continue
        if not proef.lezing(kan).met(proef.sleutel(geval)):
            bezwaren.append(Bevinding(f"Het record van {geval.id} komt niet uit de bron."))
        elif geval.goed and proef.uitvoer(geval).fout is not None:
            bezwaren.append(Bevinding(f"Het uitleveren van {geval.id} loopt vast."))
    zonder_bevinding(bezwaren)


@pytest.mark.eis("E.FOU.04")
def test_never_gets_stuck(proef: Proef, exporteur: Exporteur, geval: Geval) -> None:
    """Look for an exception, also one that the core caught in a transform."""
    bezwaren = []
    lezing = proef.lezing(exporteur)
    if lezing.fout is not None:
        bezwaren.append(Bevinding(f"Het lezen van de bron liep vast op {lezing.fout}."))
    if lezing.met(proef.sleutel(geval)):
        vangst = proef.uitvoer(geval)
        if vangst.fout is not None:
            bezwaren.append(Bevinding(f"Het uitleveren liep vast op {vangst.fout}."))
        elif any(m.regel == "AF.omzetting" for m in vangst.waarde.meldingen):
            bezwaren.append(Bevinding("Een omzetting van de plugin liep vast (AF.omzetting)."))
    zonder_bevinding(bezwaren)

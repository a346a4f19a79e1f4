"""Codes: those of the standard go out, unknown ones never vanish."""

from __future__ import annotations

import pytest

import oso_adapters
from oso_adapters import Exporteur
from oso_adapters.melding import SoortMelding
from oso_conformance.codeproef import probeer_export, probeer_import
from oso_conformance.fouten import bij, eigen_veld
from oso_conformance.gevallen import Geval
from oso_conformance.proef import Proef
from oso_conformance.uitkomst import Bevinding, niet_van_toepassing, zonder_bevinding


@pytest.mark.eis("E.COD.01")
def test_never_loses_an_unknown_code(proef: Proef, exporteur: Exporteur, geval: Geval) -> None:
    """Look for a finding at the field, or a count of what was left out."""
    resultaat = proef.resultaat(geval)
    gemeld = bij(geval, [*resultaat.meldingen])
    velden = exporteur.lineage.get(geval.fout_in, ())
    if not gemeld and not set(velden) & set(resultaat.weggelaten):
        zonder_bevinding([Bevinding("De onbekende code is stil verdwenen.", geval.fout_in, velden)])
    if gemeld and not any(eigen_veld(melding) for melding in gemeld):
        zonder_bevinding(
            [Bevinding("De melding noemt het eigen veld niet.", geval.fout_in, velden)]
        )


@pytest.mark.eis("E.COD.02")
def test_delivers_codes_of_the_standard(proef: Proef, geval: Geval) -> None:
    """Check the dossier and look only at the findings of code lists."""
    resultaat = proef.resultaat(geval)
    meldingen = (
        oso_adapters.check(resultaat.data).meldingen if resultaat.data else resultaat.meldingen
    )
    zonder_bevinding(
        Bevinding(f"{melding.regel}: {melding.melding}", melding.locatie, melding.bronvelden)
        for melding in meldingen
        if melding.soort is SoortMelding.CODELIJST
    )


@pytest.mark.eis("E.COD.03")
def test_code_tables_do_what_they_say(proef: Proef) -> None:
    """Put every value of every table out, every code in, and one value that no table has."""
    if not proef.exporteurs and not proef.invoer.importeurs:
        niet_van_toepassing("het systeem levert geen dossiers en leest ze niet in")
    zonder_bevinding(dict.fromkeys((*probeer_export(proef), *probeer_import(proef))))

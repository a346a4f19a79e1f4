"""What is opted out or forbidden stays at the school."""

from __future__ import annotations

from functools import cache

import attrs
import pytest

from oso_adapters import Exporteur, Regelset, Versie
from oso_adapters.rules import regels
from oso_conformance.boom import bladeren, parse_document
from oso_conformance.gevallen import Geval
from oso_conformance.proef import Proef
from oso_conformance.uitkomst import Bevinding, niet_vast_te_stellen, zonder_bevinding

_CODES = "/dossier/metadata/categorie_uitlevering/cat_"
_VERPLICHT = "leerling"
"""A category that no kind of transfer lets anybody opt out."""


def _codes(data: bytes) -> dict[str, str]:
    return {b.pad: b.waarde for b in bladeren(parse_document(data)) if b.pad.startswith(_CODES)}


@cache
def _paden(versie: Versie) -> dict[str, tuple[str, ...]]:
    """Return the places of each category, from the rules that forbid them."""
    gevonden: dict[str, list[str]] = {}
    for regel in regels(versie, Regelset.AFSPRAAK):
        naam, _, rest = regel.id.removeprefix("OS.cat_").partition(".")
        if regel.id.startswith("OS.cat_") and rest.startswith("OPT-UIT."):
            gevonden.setdefault(_CODES + naam, []).append(regel.over.removeprefix("/"))
    return {code: tuple(paden) for code, paden in gevonden.items()}


@pytest.mark.eis("E.OPT.01")
def test_gives_each_category_its_code(proef: Proef, geval: Geval) -> None:
    """Compare the code of each category with that of the geval."""
    hoort, is_er = _codes(geval.data), _codes(proef.data(geval))
    zonder_bevinding(
        Bevinding("Deze categorie heeft een andere code dan bij deze leerling hoort.", pad)
        for pad in sorted(hoort.keys() | is_er.keys())
        if hoort.get(pad) != is_er.get(pad)
    )


@pytest.mark.eis("E.OPT.02")
def test_leaves_such_a_category_empty(proef: Proef, geval: Geval) -> None:
    """Look for anything in the places of the categories that may not travel."""
    data = proef.data(geval)
    weg = [pad for pad, code in _codes(geval.data).items() if code in ("OPT-UIT", "VERBODEN")]
    leeg = tuple(pad for code in weg for pad in _paden(geval.versie).get(code, ()))
    zonder_bevinding(
        Bevinding("Dit hoort bij een categorie die niet mee mag.", blad.locatie)
        for blad in bladeren(parse_document(data))
        if any(f"{blad.pad}/".startswith(f"{pad}/") for pad in leeg)
    )


@pytest.mark.eis("E.OPT.03")
def test_refuses_to_opt_out_what_is_required(
    proef: Proef, exporteur: Exporteur, geval: Geval
) -> None:
    """Make the dossier once more, with a required category opted out."""
    streng = attrs.evolve(exporteur, opt_uit=lambda _record: [_VERPLICHT])
    vangst = proef.maak(geval, proef.bron(geval), streng)
    if vangst.fout is not None:
        niet_vast_te_stellen(f"het uitleveren liep vast op {vangst.fout}")
    bezwaren = []
    if vangst.waarde.data is not None:
        bezwaren.append(Bevinding("Het dossier is vrijgegeven."))
    if not vangst.waarde.meldingen:
        bezwaren.append(Bevinding("Er is geen melding die zegt waarom."))
    zonder_bevinding(bezwaren)

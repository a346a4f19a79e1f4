"""Attached files arrive as they were."""

from __future__ import annotations

import pytest

from oso_adapters import Exporteur
from oso_conformance.bijlagen import bijlagen, pak_uit, verpakking
from oso_conformance.gevallen import Geval, map_met_gevallen
from oso_conformance.proef import Proef, reden_weg
from oso_conformance.uitkomst import Bevinding, niet_ondersteund, zonder_bevinding


def _verwacht(geval: Geval, exporteur: Exporteur) -> dict[str, str]:
    """Return the names of the files that must arrive, by place; end the test when none must."""
    namen = {}
    redenen = []
    for bijlage in bijlagen(geval.data):
        reden = reden_weg(exporteur, bijlage.blad.pad)
        if reden is None:
            namen[bijlage.blad.locatie] = bijlage.naam
        else:
            redenen.append(reden)
    if not namen:
        niet_ondersteund(redenen[0])
    return namen


@pytest.mark.eis("E.BIJ.01")
def test_packs_one_file_that_opens(proef: Proef, exporteur: Exporteur, geval: Geval) -> None:
    """Unpack each attachment."""
    _verwacht(geval, exporteur)
    zonder_bevinding(
        Bevinding(bezwaar, bijlage.blad.locatie, exporteur.lineage.get(bijlage.blad.pad, ()))
        for bijlage in bijlagen(proef.data(geval))
        if (bezwaar := verpakking(bijlage))
    )


def _is_bestand(naam: str, inhoud: str) -> bool:
    gevonden = pak_uit(inhoud)
    echt = map_met_gevallen().joinpath("bijlagen", naam).read_bytes()
    return not isinstance(gevonden, str) and list(gevonden.values()) == [echt]


@pytest.mark.eis("E.BIJ.02")
def test_keeps_every_byte(proef: Proef, exporteur: Exporteur, geval: Geval) -> None:
    """Compare each unpacked file with the one that the geval has."""
    is_er = {bijlage.blad.locatie: bijlage.blad for bijlage in bijlagen(proef.data(geval))}
    zonder_bevinding(
        Bevinding("De bijlage ontbreekt of is niet het bestand dat is toegevoegd.", locatie)
        for locatie, naam in _verwacht(geval, exporteur).items()
        if locatie not in is_er or not _is_bestand(naam, is_er[locatie].waarde)
    )

"""The matrix lists every field that gets lost with its reason, and finds what nothing explains."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import attrs
import oso_parnassys
import pytest
from click.testing import CliRunner
from oso_conformance.matrix import maak_matrix
from oso_conformance.matrix_opdracht import matrix_opdracht
from oso_conformance.pagina import maak_matrixpagina

from oso_adapters import Leverancier, hookimpl, load_plugins
from oso_adapters.mapping import blok, omkeerbaar, ontbreekt, van, variant

sys.path.insert(0, str(Path(__file__).parents[1] / "mapping"))

import klein_systeem as klein


def _module(**importeur: Any) -> Any:
    @hookimpl
    def oso_leverancier() -> Leverancier:
        return Leverancier(naam="Klein", maker="M", pakketnaam="k", pakketversie="1")

    @hookimpl
    def oso_import() -> Any:
        return klein.importeur(**importeur)

    return SimpleNamespace(oso_leverancier=oso_leverancier, oso_import=oso_import)


def _matrix(**importeur: Any) -> Any:
    register = load_plugins([("parnassys", oso_parnassys), ("klein", _module(**importeur))])
    assert register.mislukt == ()
    return maak_matrix(register.plugins)


def _cel(matrix: Any, profiel: str) -> Any:
    cellen = matrix.profiel(profiel)
    return next(c for c in cellen if (c.van, c.naar) == ("parnassys", "klein"))


@pytest.fixture(scope="module")
def matrix() -> Any:
    return _matrix()


def test_every_pair_and_kind_has_a_cell(matrix) -> None:
    assert len(matrix.cellen) == 4 * 6
    assert "Klein levert geen POVO" in {cel.leeg for cel in matrix.profiel("POVO")}


def test_every_field_of_the_dossiers_is_taken_over_or_has_a_reason(matrix) -> None:
    cel = _cel(matrix, "POVO")

    assert cel.dossiers
    assert all(veld.over or veld.redenen for veld in cel.velden)
    assert all(reden for veld in cel.verloren for reden in veld.redenen)
    assert cel.bezwaren == ()
    assert "leerling/bsn" in {veld.kort for veld in cel.velden if not veld.redenen}


def test_what_says_something_of_the_dossier_does_not_count(matrix) -> None:
    cel = _cel(matrix, "POVO")

    assert {veld.plek for veld in cel.velden} > {veld.plek for veld in cel.van_de_leerling}
    assert not any(veld.plek.startswith("/dossier/metadata") for veld in cel.verloren)


def test_field_that_does_not_arrive_as_it_was_is_a_loss_without_a_reason() -> None:
    kapot = omkeerbaar(lambda tekst: tekst.title(), lambda tekst: tekst.upper()[:4])
    leerling = variant(klein.LEERLING, achternaam=van("achternaam", kapot))
    school = variant(klein.SCHOOL, leerling=blok(leerling))

    cel = _cel(_matrix(dossier=variant(klein.DOSSIER, huidigeschool=blok(school))), "POVO")
    assert any("Achternaam" in tekst for tekst in cel.bezwaren)


def test_field_that_the_file_of_the_system_does_not_keep_is_a_loss_without_a_reason() -> None:
    def vergeet(pad: Path, records: Any) -> None:
        zonder = [attrs.evolve(b, record=attrs.evolve(b.record, roepnaam=None)) for b in records]
        klein.write(pad, zonder)

    cel = _cel(_matrix(write=vergeet), "POVO")
    assert any("Roepnaam" in tekst for tekst in cel.bezwaren)


def test_field_that_is_not_taken_over_gives_the_reason_of_the_system() -> None:
    leerling = variant(klein.LEERLING, roepnaam=ontbreekt("daar is geen plek voor"))
    school = variant(klein.SCHOOL, leerling=blok(leerling))

    cel = _cel(_matrix(dossier=variant(klein.DOSSIER, huidigeschool=blok(school))), "POVO")
    (veld,) = [v for v in cel.verloren if v.kort == "leerling/roepnaam"]
    assert list(veld.redenen) == ["daar is geen plek voor"]
    assert veld.over == 0


def test_page_stands_alone_and_lists_every_lost_field(matrix) -> None:
    pagina = maak_matrixpagina(matrix)

    assert "<script" not in pagina
    assert "http" not in pagina.partition("</style>")[2]
    assert all(veld.kort in pagina for veld in _cel(matrix, "POVO").verloren)


def test_plugin_that_gets_stuck_is_an_objection_and_the_others_go_on() -> None:
    def definitief(_record: Any) -> bool:
        sys.exit(3)

    cel = _cel(_matrix(definitief=definitief), "POVO")
    assert any("IM.definitief" in tekst for tekst in cel.bezwaren)


def test_no_value_of_a_leerling_is_in_the_page(matrix) -> None:
    assert _cel(matrix, "POVO").dossiers
    assert "Kuiper" not in maak_matrixpagina(matrix)


def _loopt(monkeypatch: pytest.MonkeyPatch, *woorden: str) -> Any:
    register = load_plugins(
        [("parnassys", oso_parnassys), ("klein", _module()), ("stuk", SimpleNamespace())]
    )
    monkeypatch.setattr("oso_conformance.matrix_opdracht.load_plugins", lambda: register)
    return CliRunner().invoke(matrix_opdracht, woorden)


def test_a_plugin_that_does_not_load_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    loop = _loopt(monkeypatch, "--overdracht", "BB")

    assert 2 == loop.exit_code
    assert "not in the matrix: plugin 'stuk'" in loop.stderr
    assert "Traceback" not in loop.output


def test_one_kind_of_transfer_is_counted_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    een = _loopt(monkeypatch, "parnassys", "klein", "--overdracht", "POVO")
    alle = _loopt(monkeypatch, "parnassys", "klein")

    assert "1 overdracht, " in een.stdout
    assert "1 overdracht, " not in alle.stdout

"""Each example is what it says: the wrong one gives the finding, the right one does not."""

from __future__ import annotations

import contextlib
import io

import pytest

from oso_adapters import check
from oso_adapters.uitleg import Fragment, Groep, alle_paginas


def _gevonden(pagina, tekst, blad):
    return {melding.regel for melding in check(tekst.strip().encode(), blad=blad).meldingen}


def _fouten(tekst):
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            exec(compile(tekst, "voorbeeld.py", "exec", dont_inherit=True), {})
    except Exception as fout:  # noqa: BLE001 - whatever it is, its name is compared
        return {cls.__name__ for cls in type(fout).__mro__}
    return set()


@pytest.fixture(scope="module")
def voorbeelden() -> dict[str, Fragment]:
    return {p.id: p.fragment for p in alle_paginas() if p.fragment is not None}


def _leden(pagina):
    """Return the ids of which a page shows an example: its own, or those of its members."""
    return {pagina.id, *(naam for naam in pagina.zie if naam.startswith(f"{pagina.id}."))}


def test_every_document_is_wrong_or_right_as_it_says(voorbeelden) -> None:
    anders = []
    for pagina in alle_paginas():
        voorbeeld = voorbeelden.get(pagina.id)
        if voorbeeld is None or voorbeeld.taal != "xml":
            continue
        fout = _gevonden(pagina, voorbeeld.fout, voorbeeld.blad) & _leden(pagina)
        goed = _gevonden(pagina, voorbeeld.goed, voorbeeld.blad) & fout
        if not fout or goed:
            anders.append(pagina.id)

    assert [] == anders
    assert 250 < sum(1 for v in voorbeelden.values() if v.taal == "xml")


def test_every_program_stops_on_its_error_or_runs(voorbeelden) -> None:
    fouten = {pagina.id for pagina in alle_paginas() if pagina.groep is Groep.FOUT}
    programmas = {naam: v for naam, v in voorbeelden.items() if naam in fouten}

    assert fouten == set(programmas)
    assert [] == [naam for naam, v in programmas.items() if naam not in _fouten(v.fout)]
    assert [] == [naam for naam, v in programmas.items() if _fouten(v.goed)]


def test_an_example_holds_nothing_that_is_not_needed(voorbeelden) -> None:
    """Only what a rule needs to be broken: the largest is the whole of a smallest dossier."""
    assert [] == [naam for naam, v in voorbeelden.items() if len(v.fout.splitlines()) > 30]

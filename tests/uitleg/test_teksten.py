"""Every page says something of its own: why, how it arises, what to do, and who."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest

from oso_adapters.uitleg import alle_paginas
from oso_adapters.uitleg.lezen import teksten

PAGINAS = {pagina.id: pagina for pagina in alle_paginas()}
KORTST = 40


def _woorden(tekst):
    return set(re.findall(r"\w+", tekst.lower()))


def test_every_page_is_whole() -> None:
    leeg = [
        (naam, wat)
        for naam, pagina in PAGINAS.items()
        for wat in ("wat", "waarom", "bron", "ontstaat", "wie")
        if not getattr(pagina, wat).strip()
    ]

    assert [] == leeg
    assert 340 < len(PAGINAS)


def test_every_page_says_enough() -> None:
    kort = [
        naam
        for naam, pagina in PAGINAS.items()
        if min(len(pagina.waarom), len(pagina.ontstaat), len(pagina.doen[-1])) < KORTST
    ]

    assert [] == kort


@pytest.mark.parametrize("wat", ["ontstaat", "doen"])
def test_no_two_findings_are_explained_in_the_same_words(wat) -> None:
    """A rule that both sheets have is one finding: it has the same melding."""
    per_tekst = defaultdict(set)
    for pagina in PAGINAS.values():
        tekst = getattr(pagina, wat)
        per_tekst[tekst if isinstance(tekst, str) else tekst[-1]].add(pagina.wat)

    assert [] == [sorted(wat_) for wat_ in per_tekst.values() if len(wat_) > 1]


def test_an_explanation_does_not_merely_repeat_what_was_found() -> None:
    """A template with holes says in its text what its heading says."""
    herhaalt = [
        naam
        for naam, pagina in PAGINAS.items()
        if len(_woorden(pagina.ontstaat) - _woorden(pagina.wat)) < 8
    ]

    assert [] == herhaalt


def test_nothing_is_written_about_what_does_not_exist() -> None:
    assert set() == set(teksten()) - set(PAGINAS)


def test_every_page_to_read_on_exists() -> None:
    assert set() == {naam for pagina in PAGINAS.values() for naam in pagina.zie} - set(PAGINAS)

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import pytest
from lopen import Afloop
from oso_conformance.eis import eisen
from oso_conformance.pagina import maak_pagina

_KNAL = "<script>alert(1)</script>"
_LEEG = {"meta", "br"}


class _Lezer(HTMLParser):
    """Reads a page: its elements, and whether each that opens also closes."""

    def __init__(self, pagina: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elementen: list[tuple[str, dict[str, str | None]]] = []
        self.feed(pagina)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elementen.append((tag, dict(attrs)))
        if tag not in _LEEG:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def met(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for naam, attrs in self.elementen if naam == tag]


@pytest.fixture(scope="session")
def goed(run: Callable[[str], Afloop]) -> dict[str, Any]:
    return run("parnassys").certificaat("parnassys")


@pytest.fixture(scope="session")
def fout(run: Callable[[str], Afloop]) -> dict[str, Any]:
    return run("twee").certificaat("vader_is_moeder")


@pytest.mark.parametrize("welk", ["goed", "fout"])
def test_is_well_formed_dutch_and_stands_alone(welk: str, request: pytest.FixtureRequest) -> None:
    pagina = maak_pagina(request.getfixturevalue(welk))
    lezer = _Lezer(pagina)

    assert [] == lezer.open
    assert [{"lang": "nl"}] == lezer.met("html")
    assert not re.search(r"https?:|url\(|@import|src=", pagina)
    assert [] == lezer.met("script") + lezer.met("link") + lezer.met("img")


def test_every_table_has_a_caption_and_every_header_a_scope(goed: dict[str, Any]) -> None:
    lezer = _Lezer(maak_pagina(goed))

    assert len(lezer.met("table")) == len(lezer.met("caption")) > 10
    assert all("scope" in attrs for attrs in lezer.met("th"))
    assert 1 == len(lezer.met("h1"))


def test_tells_verdict_hash_and_every_eis(goed: dict[str, Any]) -> None:
    pagina = maak_pagina(goed)

    assert "Geslaagd" in pagina
    assert goed["hash"] in pagina
    assert all(eis["id"] in pagina for eis in goed["inhoud"]["eisen"])
    assert "Wat niet in orde is" not in pagina


def test_tells_what_is_wrong_and_what_to_do(fout: dict[str, Any]) -> None:
    pagina = maak_pagina(fout)
    eis = next(eis for eis in fout["inhoud"]["eisen"] if eis["id"] == "E.MAP.01")

    assert "Niet geslaagd" in pagina
    assert "Certificaat" not in pagina
    assert eisen()["E.MAP.01"].ontstaat in pagina
    assert eis["herstel"] in pagina
    assert "Eigen veld: leerling.relaties.relatie" in pagina


def test_run_that_broke_off_is_told_once(run: Callable[[str], Afloop]) -> None:
    certificaat = run("verdwijnt").certificaat("verdwijnt")

    assert 1 == maak_pagina(certificaat).count(certificaat["inhoud"]["storing"])


def _vervuil(deel: Any) -> Any:
    """Put markup in every free text of a certificate."""
    if isinstance(deel, dict):
        vrij = ("tekst", "reden", "naam", "maker", "veld", "plaats", "distributie", "storing")
        return {
            k: _KNAL if k in vrij and isinstance(v, str) else _vervuil(v) for k, v in deel.items()
        }
    return [_vervuil(d) for d in deel] if isinstance(deel, list) else deel


def test_foreign_text_is_never_markup(fout: dict[str, Any]) -> None:
    pagina = maak_pagina(_vervuil(copy.deepcopy(fout)))

    assert "<script" not in pagina
    assert "&lt;script&gt;" in pagina


def test_tells_what_the_system_can_do_and_why_not(goed: dict[str, Any]) -> None:
    pagina = maak_pagina(goed)

    assert "Wat dit systeem kan" in pagina
    assert all(
        kan["omschrijving"].capitalize() in pagina for kan in goed["inhoud"]["mogelijkheden"]
    )
    assert "het systeem is voor scholen in het po" in pagina

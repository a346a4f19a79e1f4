"""The page to search in has every explanation, and asks nothing of any other place."""

from __future__ import annotations

import re

import pytest
from lxml import html

from oso_adapters.uitleg import alle_paginas
from oso_adapters.uitleg.zoekpagina import maak_zoekpagina


@pytest.fixture(scope="module")
def pagina():
    return html.document_fromstring(maak_zoekpagina())


def test_has_every_page_once(pagina) -> None:
    assert sorted(p.id for p in alle_paginas()) == sorted(
        el.get("id") for el in pagina.iter("article")
    )


def test_shows_what_is_written_and_the_example(pagina) -> None:
    artikel = pagina.get_element_by_id("OVa.IZ03")
    tekst = " ".join(artikel.text_content().split())
    per_id = {p.id: p for p in alle_paginas()}

    assert " ".join(per_id["OVa.IZ03"].ontstaat.split()) in tekst
    assert ["<inzagedatum>" in el.text for el in artikel.iter("pre")] == [False, True]


def test_every_reference_leads_to_a_page_on_it(pagina) -> None:
    doelen = {el.get("id") for el in pagina.iter() if el.get("id")}

    assert set() == {el.get("href").removeprefix("#") for el in pagina.iter("a")} - doelen


def test_asks_nothing_of_any_other_place(pagina) -> None:
    buiten = [
        el.tag for el in pagina.iter() if el.get("src") or el.tag in ("link", "iframe", "img")
    ]

    assert [] == buiten
    assert [] == [el.get("href") for el in pagina.iter("a") if not el.get("href").startswith("#")]
    assert [] == re.findall(r"url\(|@import|fetch\(|XMLHttp", maak_zoekpagina())


@pytest.fixture(scope="module")
def geopend(chromium, tmp_path_factory):
    """Return the page in a browser."""
    bestand = tmp_path_factory.mktemp("uitleg") / "index.html"
    bestand.write_text(maak_zoekpagina(), "utf-8")
    blad = chromium.new_page(viewport={"width": 1280, "height": 800}, bypass_csp=True)
    blad.goto(bestand.as_uri())
    yield blad
    blad.close()


def _zoek(blad, woorden):
    blad.fill("#woorden", woorden)
    return blad.evaluate("[...document.querySelectorAll('article:not([hidden])')].map(el => el.id)")


def test_searching_leaves_what_has_all_words(geopend) -> None:
    assert "OVa.IZ03" in _zoek(geopend, "INZAGEDATUM ontbreekt")
    assert f"{len(_zoek(geopend, 'inzagedatum'))} onderwerpen" == geopend.inner_text("#aantal")
    assert [] == _zoek(geopend, "inzagedatum walvis")
    assert len(list(alle_paginas())) == len(_zoek(geopend, ""))


def test_a_reference_leads_there_also_while_searching(geopend) -> None:
    _zoek(geopend, "CL14.geslacht")
    geopend.click("article#CL14\\.geslacht dd a[href='#CL14']")

    assert "" == geopend.input_value("#woorden")
    assert geopend.evaluate("document.getElementById('CL14').getBoundingClientRect().top") < 400


@pytest.mark.parametrize("breedte", [1280, 360])
def test_nothing_sticks_out(geopend, breedte) -> None:
    geopend.set_viewport_size({"width": breedte, "height": 800})

    assert breedte >= geopend.evaluate("document.documentElement.scrollWidth")


def test_axe_has_nothing_to_say(geopend) -> None:
    axe = pytest.importorskip("axe_playwright_python.base").AXE_SCRIPT
    _zoek(geopend, "AF.code")
    geopend.evaluate("document.querySelectorAll('details').forEach(el => { el.open = true; })")
    geopend.evaluate(axe)
    gevonden = geopend.evaluate("() => axe.run()")["violations"]

    assert [] == [(v["id"], v["nodes"][0]["html"][:120]) for v in gevonden]

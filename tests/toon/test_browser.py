"""The page in a real browser: at desk and phone width, by keyboard, for axe, and on paper."""

from __future__ import annotations

import re

import pytest

from oso_adapters.binding import write_dossier
from oso_adapters.tabellen.bouwen import VOL
from oso_adapters.tabellen.generator import genereer
from oso_adapters.toon import maak_pagina, maak_weergave
from oso_adapters.versies import VERSIES

BREEDTEN = (1280, 390, 360)
ZONDER_CONTRAST = {"rules": {"color-contrast": {"enabled": False}}}
"""Looking at the colours of a long page takes minutes; they are the same on every page."""
OVERLOOP = """() => [...document.querySelectorAll("main *")]
    .filter(el => !el.closest(".rol") && !el.classList.contains("vh"))
    .filter(el => el.getBoundingClientRect().right > innerWidth + 1)
    .map(el => el.outerHTML.slice(0, 80))"""


def _met_alles(geval):
    """Yield documents that together have all kinds of content: broken, several, full."""
    heel = geval("G31").replace(b"<roepnaam>", b"<huisdier/><roepnaam>" + b"Lang" * 60, 1)
    yield heel
    los = heel[heel.index(b"<dossier") :]
    yield b"<dossiers" + los[len(b"<dossier") : los.index(b">") + 1] + los + los + b"</dossiers>"
    yield geval("G01")
    for versie, profiel in zip(VERSIES, ("POPO", "VOVO", "POSWV"), strict=True):
        yield write_dossier(genereer(versie, profiel, 1, VOL), versie)


@pytest.fixture(scope="module")
def paginas(geval, tmp_path_factory):
    """Return the pages as files."""
    map_ = tmp_path_factory.mktemp("paginas")
    bestanden = []
    for nr, data in enumerate(_met_alles(geval)):
        bestand = map_ / f"{nr}.html"
        bestand.write_text(maak_pagina(maak_weergave(data)), "utf-8")
        bestanden.append(bestand)
    return bestanden


def _open(browser, bestand, breedte, **meer):
    context = browser.new_context(viewport={"width": breedte, "height": 800}, **meer)
    pagina = context.new_page()
    gevraagd = []
    pagina.on("request", lambda verzoek: gevraagd.append(verzoek.url))
    pagina.goto(bestand.as_uri())
    assert [bestand.as_uri()] == gevraagd
    return pagina


def test_nothing_sticks_out_at_any_width(chromium, paginas):
    for bestand in paginas:
        pagina = _open(chromium, bestand, BREEDTEN[0])
        for breedte in BREEDTEN:
            pagina.set_viewport_size({"width": breedte, "height": 800})

            assert [] == pagina.evaluate(OVERLOOP), (bestand.name, breedte)
            assert breedte >= pagina.evaluate("document.documentElement.scrollWidth")
        pagina.context.close()


@pytest.mark.parametrize(
    ("nr", "kleuren", "keuze"),
    [
        (0, "light", {}),
        (0, "dark", {}),
        (1, "light", ZONDER_CONTRAST),
        (2, "light", ZONDER_CONTRAST),
        (-1, "light", ZONDER_CONTRAST),
    ],
)
def test_axe_has_nothing_to_say(chromium, paginas, nr, kleuren, keuze):
    axe = pytest.importorskip("axe_playwright_python.base").AXE_SCRIPT
    pagina = _open(chromium, paginas[nr], 1280, color_scheme=kleuren, bypass_csp=True)
    pagina.evaluate(axe)
    gevonden = pagina.evaluate("keuze => axe.run(keuze)", keuze)["violations"]
    pagina.context.close()

    assert [] == [(v["id"], v["nodes"][0]["html"][:120]) for v in gevonden]


def test_everything_can_be_reached_with_the_keyboard(chromium, paginas):
    pagina = _open(chromium, paginas[2], 390)
    pagina.keyboard.press("Tab")

    assert "Naar de inhoud" == pagina.evaluate("document.activeElement.textContent")
    assert pagina.evaluate("document.activeElement.getBoundingClientRect().top") >= 0

    pagina.keyboard.press("Enter")
    begin = pagina.evaluate("document.activeElement.id")
    te_bereiken = pagina.evaluate("document.querySelectorAll('a, .rol').length - 1")
    geweest = []
    for _ in range(te_bereiken):
        pagina.keyboard.press("Tab")
        geweest.append(pagina.evaluate("getComputedStyle(document.activeElement).outlineStyle"))

    assert "d1-begin" == begin
    assert {"solid"} == set(geweest)


def test_each_printed_page_says_whose_it_is(chromium, paginas, tmp_path):
    pagina = _open(chromium, paginas[2], 1280)
    blad = pagina.pdf(prefer_css_page_size=True)
    stijl = pagina.evaluate("[...document.styleSheets[0].cssRules].map(r => r.cssText).join(' ')")

    assert blad.startswith(b"%PDF-")
    assert 3 <= len(re.findall(rb"/Type\s*/Page\b", blad)) <= 12
    assert '@top-left { content: "San Molenaar"; }' in stijl

"""The page stands alone, and nothing that a dossier says can change what it is."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from lezen import boom, tekst

from oso_adapters.toon import maak_pagina, maak_weergave

KWAAD = '</style><script>alert(1)</script>"; } body { display: none } \\'


@pytest.fixture(params=["G01", "G09", "G31"])
def pagina(request, geval):
    """Return the page of a standard pupil."""
    return maak_pagina(maak_weergave(geval(request.param)))


def test_the_page_asks_nothing_of_anybody(pagina):
    root = boom(pagina)

    assert [] == root.xpath("//script | //link | //img | //iframe | //form | //object | //base")
    assert [] == root.xpath("//@style | //@*[starts-with(name(), 'on')]")
    assert not re.search(r"url\(|@import|https?:", pagina)
    assert [
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    ] == (root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content"))


def test_every_link_leads_to_a_place_on_the_page(pagina):
    root = boom(pagina)
    plekken = root.xpath("//@id")

    assert len(plekken) == len(set(plekken))
    assert {doel.removeprefix("#") for doel in root.xpath("//a/@href")} <= set(plekken)
    assert set(root.xpath("//@aria-labelledby")) <= set(plekken)


def test_headings_go_down_one_step_at_a_time(pagina):
    niveaus = [
        int(el.tag[1])
        for el in boom(pagina).xpath(
            "//*[re:test(name(), '^h[1-6]$')]",
            namespaces={"re": "http://exslt.org/regular-expressions"},
        )
    ]

    assert 1 == niveaus.count(1)
    assert all(volgende <= vorige + 1 for vorige, volgende in pairwise(niveaus))


def test_no_heading_stands_above_nothing(pagina):
    for kop in boom(pagina).xpath("//h1 | //h2 | //h3 | //h4 | //h5"):
        volgende = kop.getnext()

        assert volgende is not None, tekst(kop)
        assert tekst(volgende), tekst(kop)


def test_the_title_names_nobody(geval):
    weergave = maak_weergave(geval("G01"))

    assert "<title>Overstap naar een andere school</title>" in maak_pagina(weergave)


def test_what_a_dossier_says_stays_text(dossier):
    veilig = KWAAD.replace("<", "&lt;").replace('"', "&quot;").encode()
    data = dossier.replace(b"<roepnaam>San<", b"<roepnaam>" + veilig + b"<")
    pagina = maak_pagina(maak_weergave(data))
    root = boom(pagina)

    assert KWAAD in tekst(root.find(".//h1"))
    assert [] == root.xpath("//script")
    assert 1 == len(root.xpath("//style"))
    assert "display: none }" not in root.findtext(".//style").replace(
        ".inhoud { display: none }", ""
    )


def test_parents_can_sign(geval):
    root = boom(maak_pagina(maak_weergave(geval("G01"))))
    (tekenen,) = root.xpath("//section[@class='tekenen']")

    for woord in ("akkoord", "zienswijze", "Naam", "Datum", "Handtekening"):
        assert woord in tekst(tekenen)

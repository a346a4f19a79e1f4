"""Reads a page as a person does: values beside their labels."""

from __future__ import annotations

from lxml import html


def boom(pagina):
    """Return the page as a tree."""
    return html.document_fromstring(pagina)


def tekst(el):
    """Return what can be read in an element, blanks as one."""
    return " ".join(el.text_content().split())


def _tabel(tabel):
    koppen = [tekst(th) for th in tabel.xpath("thead//th")]
    bezet = {}
    for r, rij in enumerate(tabel.xpath("tbody/tr")):
        k = 0
        for cel in rij.xpath("th | td"):
            while (r, k) in bezet:
                k += 1
            for lager in range(int(cel.get("rowspan", "1"))):
                bezet[r + lager, k] = cel
    assert all((r, len(koppen)) not in bezet for r, _ in bezet)
    return [(koppen[k], tekst(cel)) for (_, k), cel in bezet.items()]


def paren(pagina):
    """Return every label on the page with the text beside or below it."""
    root = boom(pagina)
    lijsten = [(tekst(d.find("dt")), tekst(d.find("dd"))) for d in root.xpath("//dl/div")]
    return lijsten + [paar for tabel in root.xpath("//table") for paar in _tabel(tabel)]

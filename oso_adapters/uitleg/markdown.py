"""The pages as documents of a folder, one for each group, with an index."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oso_adapters.melding import Melding
from oso_adapters.uitleg.pagina import Groep, Pagina
from oso_adapters.uitleg.vinden import alle_paginas, per_groep

__all__ = ["markdown_documenten"]

_BESTANDEN = {
    Groep.OVERSTAP: "overstap",
    Groep.SWV: "samenwerkingsverband",
    Groep.ALGEMEEN: "algemeen",
    Groep.CODELIJST: "codelijsten",
    Groep.CATEGORIE: "categorieen",
    Groep.STRUCTUUR: "bouw",
    Groep.UITLEVEREN: "uitleveren",
    Groep.INLEZEN: "inlezen",
    Groep.EIS: "eisen",
    Groep.FOUT: "fouten",
    Groep.OVERDRACHT: "overdrachten",
    Groep.WOORD: "woorden",
    Groep.ERRATUM: "errata",
    Groep.GEVAL: "gevallen",
}
_INDEX = "README.md"
_HERKOMST = "Gemaakt uit de declaraties met `oso explain --uit`; niet met de hand wijzigen."


def markdown_documenten() -> Iterator[tuple[str, str]]:
    """Yield name and text of each document, the index first."""
    yield _INDEX, "\n".join(_index())
    for groep, paginas in per_groep().items():
        delen = [f"# {groep}", "", _HERKOMST, ""]
        delen += [regel for pagina in paginas for regel in _pagina(pagina)]
        yield f"{_BESTANDEN[groep]}.md", "\n".join(delen)


def _index() -> Iterator[str]:
    yield from ("# Uitleg bij elke melding", "", _HERKOMST, "")
    yield "Zoek op woorden met `oso explain --zoek WOORDEN`, of open `index.html` in een browser."
    for groep, paginas in per_groep().items():
        yield from ("", f"## {groep}", "", "| code | wat |", "|---|---|")
        yield from (f"| {_verwijzing(pagina)} | {_cel(pagina.wat)} |" for pagina in paginas)
    yield ""


def _anker(naam: str) -> str:
    """Return the anchor that a heading gets."""
    return re.sub(r"[^\w -]", "", naam.lower()).replace(" ", "-")


def _verwijzing(pagina: Pagina) -> str:
    return f"[{pagina.id}]({_BESTANDEN[pagina.groep]}.md#{_anker(pagina.id)})"


def _cel(tekst: str) -> str:
    return _veilig(tekst).replace("|", "\\|")


def _veilig(tekst: str) -> str:
    """Return a text in which nothing is taken for markup, but what stands between backticks."""
    delen = re.split(r"(`[^`]*`)", tekst)
    return "".join(
        deel if nr % 2 else re.sub(r"([\\`*_<>\[\]])", r"\\\1", deel)
        for nr, deel in enumerate(delen)
    )


def _pagina(pagina: Pagina) -> Iterator[str]:
    yield from (f"## {pagina.id}", "", f"**{_veilig(pagina.wat)}**", "")
    yield from (f"*Waarom.* {_veilig(pagina.waarom)} ({_veilig(pagina.bron)})", "")
    yield from (f"*Hoe het ontstaat.* {_veilig(pagina.ontstaat)}", "")
    yield from (f"*Wat te doen.* {_veilig(' '.join(pagina.doen))}", "")
    yield from (f"*Wie.* {_veilig(pagina.wie)}", "")
    if pagina.kenmerken:
        yield from ("| | |", "|---|---|")
        yield from (f"| {_cel(naam)} | {_cel(tekst)} |" for naam, tekst in pagina.kenmerken)
        yield ""
    yield from _voorbeeld(pagina)
    if pagina.zie:
        per_id = {p.id: p for p in alle_paginas()}
        zie = [_verwijzing(per_id[naam]) if naam in per_id else naam for naam in pagina.zie]
        yield from (f"Zie ook: {', '.join(zie)}", "")


def _voorbeeld(pagina: Pagina) -> Iterator[str]:
    voorbeeld = pagina.fragment
    if voorbeeld is None:
        if pagina.zonder_fragment:
            yield from (f"Er is geen voorbeeld: {_veilig(pagina.zonder_fragment)}", "")
        return
    for naam, tekst, afloop in (
        (voorbeeld.koppen[0], voorbeeld.fout, voorbeeld.na_fout),
        (voorbeeld.koppen[1], voorbeeld.goed, voorbeeld.na_goed),
    ):
        yield from (f"{naam.capitalize()}:", "", f"```{voorbeeld.taal}", tekst.strip(), "```", "")
        if afloop:
            yield from (f"*Geeft.* {_veilig(afloop)}", "")
        if tekst is voorbeeld.fout and voorbeeld.gevonden:
            yield from (*map(_gevonden, voorbeeld.gevonden), "")


def _gevonden(melding: Melding) -> str:
    """Return a finding as one item of a list."""
    plek = ", ".join(melding.bronvelden) or melding.locatie
    kop = f"{melding.ernst} **{melding.regel}** ({_veilig(plek)})"
    zinnen = f"{melding.melding} {melding.herstel} Wie: {melding.wie}."
    return f"- {kop}: {_veilig(zinnen)}"

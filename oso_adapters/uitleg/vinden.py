"""Finds pages: by id, by another name, by words, and with a guess at what was meant."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache
from math import log

from oso_adapters.uitleg.begrippen import begrippaginas
from oso_adapters.uitleg.elders import van_elders
from oso_adapters.uitleg.overdrachten import errata_paginas, profielpaginas, versiepaginas
from oso_adapters.uitleg.pagina import Groep, Pagina
from oso_adapters.uitleg.regels import categoriepaginas, lijstpaginas, regelpaginas
from oso_adapters.uitleg.sleutels import foutpaginas, sleutelpaginas

__all__ = ["alle_paginas", "lijkt_op", "met_woorden", "per_groep", "vind"]

_ZWAAR = 3
"""How much more a word in what was found counts than one elsewhere on a page."""
_ZEGT_IETS = 2
"""A word that more than one in so many pages have is passed over."""
_TUSSEN = re.compile(r"[\s_]+")
_PARSERS = {
    re.compile("|".join(woorden), re.IGNORECASE): ids
    for ids, *woorden in (
        (
            ("ST.ontbreekt",),
            *(r"cvc-complex-type\.2\.4\.b", "incomplete content", "missing child element"),
        ),
        (
            ("ST.onbekend", "ST.volgorde", "ST.ontbreekt"),
            *(r"cvc-complex-type\.[23]", "element is not expected", "invalid child element"),
            "attribute .* is not allowed",
        ),
        (
            ("ST.waarde",),
            r"cvc-(?:datatype|pattern|enumeration|m\w+length|length|type)",
            *("not a valid value", r"\[facet ", "is invalid according to its datatype"),
        ),
        (
            ("ST.versie", "ST.ander"),
            *("no matching global", r"cvc-elt\.1", "schema information"),
        ),
        (
            ("ST.onleesbaar",),
            *("well-formed", "not allowed in prolog", "tag mismatch", "premature end"),
            *("start tag expected", "data at the root level", "root element is missing"),
        ),
    )
}
"""Words of libxml2, Xerces and .NET, and the findings that say the same, the likely one first."""
_DICHTBIJ = 2
"""What fits so many times less than the best is left out."""


@cache
def alle_paginas() -> tuple[Pagina, ...]:
    """Return every page, group by group."""
    paginas = [
        *regelpaginas(),
        *lijstpaginas(),
        *categoriepaginas(),
        *sleutelpaginas(),
        *foutpaginas(),
        *profielpaginas(),
        *versiepaginas(),
        *begrippaginas(),
        *errata_paginas(),
        *van_elders().paginas,
    ]
    volgorde = list(Groep)
    return tuple(sorted(paginas, key=lambda pagina: (volgorde.index(pagina.groep), pagina.id)))


@cache
def _op_naam() -> dict[str, tuple[Pagina, ...]]:
    """Return the pages to which a name leads, in small letters; an id leads to one page only."""
    gevonden: dict[str, list[Pagina]] = {}
    for pagina in alle_paginas():
        for naam in {naam.lower() for naam in pagina.namen}:
            gevonden.setdefault(naam, []).append(pagina)
    ids = {pagina.id.lower(): [pagina] for pagina in alle_paginas()}
    return {naam: tuple(paginas) for naam, paginas in (gevonden | ids).items()}


def per_groep() -> dict[Groep, list[Pagina]]:
    """Return the pages of each group that has any, in the order of the groups."""
    groepen: dict[Groep, list[Pagina]] = {}
    for pagina in alle_paginas():
        groepen.setdefault(pagina.groep, []).append(pagina)
    return groepen


def vind(naam: str) -> tuple[Pagina, ...]:
    """Return the pages with this id or other name; none when there is no such name."""
    kaal = naam.strip(" .,:;'\"").lower()
    pogingen = (naam.strip().lower(), kaal, *(_TUSSEN.sub(teken, kaal) for teken in (".", "")))
    return next((_op_naam()[poging] for poging in pogingen if poging in _op_naam()), ())


def lijkt_op(naam: str) -> list[str]:
    """Return at most three names that look like what was typed, the likely one first."""
    namen = {n.lower(): n for pagina in alle_paginas() for n in (*pagina.namen, pagina.id)}
    return [namen[gevonden] for gevonden in get_close_matches(naam.strip().lower(), namen, n=3)]


def met_woorden(tekst: str) -> list[Pagina]:
    """Return the pages that words or a whole sentence are about, the most fitting first.

    A word counts for more the fewer pages have it, so a text that a system shows can be given as
    it stands. None when there is no word that tells pages apart. What an XML library says of a
    schema or a file has the page of that finding.
    """
    for zegt_een_parser, ids in _PARSERS.items():
        if zegt_een_parser.search(tekst):
            return [pagina for naam in ids for pagina in vind(naam)]
    paginas = alle_paginas()
    gewicht = [0.0] * len(paginas)
    for woord in dict.fromkeys(re.findall(r"\w+", tekst.lower())):
        keer = _keer(woord)
        heeft = sum(map(bool, keer))
        if 0 < heeft <= len(paginas) / _ZEGT_IETS:
            zegt = log(len(paginas) / heeft)
            gewicht = [som + zegt * hier for som, hier in zip(gewicht, keer, strict=True)]
    beste = max(gewicht, default=0)
    passend = [(som, pagina) for som, pagina in zip(gewicht, paginas, strict=True) if som]
    dichtbij = [paar for paar in passend if paar[0] >= beste / _DICHTBIJ]
    return [pagina for _, pagina in sorted(dichtbij, key=lambda paar: -paar[0])]


def _keer(woord: str) -> list[int]:
    """Return for each page how much it is about a word, or about one that begins like that."""
    begint = re.compile(rf"\b{re.escape(woord)}")
    return [
        bool(begint.search(alles)) + (_ZWAAR - 1) * bool(begint.search(kop))
        for alles, kop in _doorzoekbaar()
    ]


@cache
def _doorzoekbaar() -> tuple[tuple[str, str], ...]:
    """Return of each page all it says, and what was found with its names, in small letters."""
    return tuple(
        (pagina.teksten.lower(), " ".join((pagina.id, pagina.wat, *pagina.namen)).lower())
        for pagina in alle_paginas()
    )

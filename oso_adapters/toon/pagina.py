"""A document as one HTML page that stands alone: no script, no request to anywhere."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from jinja2 import Template

from oso_adapters.huisstijl import template_omgeving
from oso_adapters.toon.delen import Gegeven, Gegevens, Tabel, Weergave
from oso_adapters.toon.grootte import zeg_grootte

__all__ = ["maak_pagina"]

_LANGSTE_KOP = 80
"""Characters of a name that fit on top of a printed page."""
_VEEL = 8
_KORT = 40
"""Fields from which two columns read better, and characters of the longest that fits in one."""


def _css_tekst(tekst: str) -> str:
    """Return a text as CSS writes it between quotes: every sign as its number, so none counts."""
    kort = tekst if len(tekst) <= _LANGSTE_KOP else f"{tekst[:_LANGSTE_KOP]}…"
    return "".join(f"\\{ord(teken):x} " for teken in kort)


def _is_kort(rijen: Sequence[Gegeven]) -> bool:
    """Say whether fields are many and short, so that they can stand in two columns."""
    lengte = max(sum(len(w.tekst) for w in rij.waarden) for rij in rijen)
    return len(rijen) >= _VEEL and lengte <= _KORT


@cache
def _sjabloon() -> Template:
    omgeving = template_omgeving("oso_adapters.toon")
    omgeving.filters |= {"css_tekst": _css_tekst, "grootte": zeg_grootte, "is_kort": _is_kort}
    omgeving.tests |= {
        "gegevens": lambda deel: isinstance(deel, Gegevens),
        "tabel": lambda deel: isinstance(deel, Tabel),
    }
    return omgeving.get_template("pagina.html.jinja")


def maak_pagina(weergave: Weergave) -> str:
    """Return the page."""
    return _sjabloon().render(weergave=weergave)

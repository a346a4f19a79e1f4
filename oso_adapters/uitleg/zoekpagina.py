"""All pages on one HTML page with a field to search in; it asks nothing of any other place."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from oso_adapters.huisstijl import template_omgeving
from oso_adapters.uitleg.vinden import per_groep

__all__ = ["maak_zoekpagina"]


def _met_code(tekst: str) -> Markup:
    """Return a text in which what stands between backticks is marked as code."""
    delen = re.split(r"`([^`]*)`", tekst)
    return Markup().join(
        Markup("<code>{}</code>").format(deel) if nr % 2 else escape(deel)
        for nr, deel in enumerate(delen)
    )


def maak_zoekpagina() -> str:
    """Return the page."""
    omgeving = template_omgeving("oso_adapters.uitleg")
    omgeving.filters["met_code"] = _met_code
    sjabloon = omgeving.get_template("zoeken.html.jinja")
    return sjabloon.render(groepen=per_groep()) + "\n"

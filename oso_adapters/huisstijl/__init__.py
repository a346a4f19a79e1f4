"""How pages of this framework look: one style and one way of filling templates."""

from __future__ import annotations

from datetime import date

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

__all__ = ["dag", "maand", "template_omgeving"]

_MAANDEN = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september"),
    *("oktober", "november", "december"),
)


def dag(datum: date) -> str:
    """Return a date as people write it, such as ``3 maart 2020``."""
    return f"{datum.day} {maand(datum)}"


def maand(datum: date) -> str:
    """Return month and year as people write them, such as ``maart 2020``."""
    return f"{_MAANDEN[datum.month - 1]} {datum.year}"


def template_omgeving(pakket: str) -> Environment:
    """Return what fills the templates of a package; all that is filled in is escaped.

    A template can include ``basis.css``, the style that all pages share.
    """
    return Environment(
        loader=ChoiceLoader([PackageLoader(pakket, "."), PackageLoader(__name__, ".")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

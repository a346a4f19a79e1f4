"""Values to try in a field: those that fit its type, and those that do not."""

from __future__ import annotations

from functools import cache

from oso_adapters.gegevensset.typen import Soort

__all__ = ["EMAILS", "passende", "vreemde"]

LANG = (36, 281, 1025)
"""Just over each length that the standard limits a text to."""
_PROBEER = (
    *("true", "false", "1", "0", "TRUE", "ja", " true "),
    *("2019-03-14", "2020-07-31", "2012-02-29", " 2019-03-14 ", "2019-03-14Z", "2019-03-14+01:00"),
    *("0999-01-01", "12019-01-01", "-0044-03-15", "2019-02-29", "2019-3-14", "14-03-2019"),
    *("2012-08", "2019-2020", "2019/2020"),
    *("12", "7", "24", "25", "500", "1001", "+1", "01", "-3", " 5 ", "2147483648", "7.5", "7,5"),
    *("1e3", ".5", "5."),
    *("12AB", "12ab", "00AA", "1234"),
    *("Molenaar", "twee woorden", "é", "\u00a0", "a\tb", "<&>", "'\"", "", " ", "\n"),
    *("x" * lengte for lengte in LANG),
)
EMAILS = (
    *("a@b.nl", "a@b", "a@b@c.nl", "a@@b.nl", "@b.nl", "a@", "a@b.", "a@-b.nl", "a@b-.nl"),
    *("@", "abc", "a@b", "a b@c.nl", "a@b c.nl", " a@b.nl", "a@b.nl ", "a@b.nl\n", "é@b.nl"),
    *("a@é.nl", "a@b.n", "a@1", "A.B+c_d@E-f.G1.nl", "a'b@c.nl", "", " "),
    *("geheim@geheim.geheim", "Geheim@geheim.geheim", "9999999999", " 9999999999"),
    *("a" * 64 + "@b.nl", "a" * 65 + "@b.nl", "a@" + "b" * 254, "a@" + "b" * 255),
)
"""Numbers of a communicatie, at the edges of what counts as an e-mail address."""


@cache
def passende(soort: Soort) -> tuple[str, ...]:
    """Return values that fit a type."""
    return tuple(waarde for waarde in _PROBEER if soort.past(waarde))


@cache
def vreemde(soort: Soort) -> tuple[str, ...]:
    """Return values that do not fit a type; empty for a type that takes anything."""
    return tuple(waarde for waarde in _PROBEER if not soort.past(waarde))

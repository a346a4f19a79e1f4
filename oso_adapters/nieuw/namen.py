"""What a plugin may be called: its name becomes a package, a distribution and a command."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterable
from importlib.util import find_spec

from oso_adapters.errors import ConfigurationError
from oso_adapters.hookspecs import HOOKS

__all__ = ["require_name"]

_NAAM = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_LANGST = 20
_VAN_ONS = frozenset({"adapters", "conformance", "sjabloon"})


def require_name(naam: str, bestaande: Iterable[str]) -> str:
    """Return a name when a new plugin can have it.

    Args:
        bestaande: names of the plugins that are installed.

    Raises:
        ConfigurationError: it can't, with the reason and, where there is one, a name that can.
    """
    if not _NAAM.fullmatch(naam) or len(naam) > _LANGST:
        raise ConfigurationError(
            f"{naam!r} can't be the name of a plugin: use at most {_LANGST} small letters, digits"
            f" and underscores, a letter first{_bedoelde(naam)}"
        )
    haken = {haak.removeprefix("oso_") for haak in HOOKS}
    if keyword.iskeyword(naam) or naam in _VAN_ONS | haken:
        raise ConfigurationError(
            f"{naam!r} is a word of Python or of oso-adapters; use the name of the system"
        )
    if naam in set(bestaande):
        raise ConfigurationError(
            f"a plugin {naam!r} is installed already; change that one, or choose another name"
        )
    if find_spec(f"oso_{naam}") is not None:
        raise ConfigurationError(
            f"there is a package oso_{naam} already; remove it, or choose another name"
        )
    return naam


def _bedoelde(naam: str) -> str:
    kan = re.sub(r"[^a-z0-9]+", "_", naam.casefold()).strip("_")[:_LANGST].rstrip("_")
    return f"; did you mean {kan!r}?" if _NAAM.fullmatch(kan) else ""

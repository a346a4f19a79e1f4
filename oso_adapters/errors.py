"""What can go wrong so that a caller must do something else.

::

    OsoError
    ├── ConfigurationError        settings: fix and start again
    ├── PluginError               .plugin
    │   └── PluginLoadError       .redenen: every reason, not the first
    └── DossierError
        ├── LeesFout              not XML, too large, or not a dossier; .line .column
        └── DossierOngeldig       .meldingen, all of them

No message and no repr ever holds a value of a dossier: objects ride along as attributes.
"""

from __future__ import annotations

import os
import traceback
from collections.abc import Sequence

from oso_adapters.melding import Melding, Wie

__all__ = [
    "ConfigurationError",
    "DossierError",
    "DossierOngeldig",
    "LeesFout",
    "OsoError",
    "PluginError",
    "PluginLoadError",
    "waar_gestopt",
    "waar_in_plugin",
]

_HIER = os.path.dirname(__file__) + os.sep
_PYTHON = os.path.dirname(os.__file__) + os.sep


def waar_gestopt(fout: BaseException) -> str:
    """Return where an exception was raised as ``file:line``, outside the standard library."""
    plekken = [(f.f_code.co_filename, nr) for f, nr in traceback.walk_tb(fout.__traceback__)]
    eigen = [plek for plek in plekken if not _is_van_python(plek[0])]
    bestand, regel = (eigen or plekken)[-1]
    return f"{bestand}:{regel}"


def waar_in_plugin(fout: BaseException) -> str:
    """Return where code of a plugin stopped, as `` at name.py:line``; empty when it was not there.

    Only the name of the file: where it is installed is nobody's business.
    """
    plek = waar_gestopt(fout)
    return "" if plek.startswith(_HIER) else f" at {os.path.basename(plek)}"


def _is_van_python(bestand: str) -> bool:
    return bestand.startswith("<") or (
        bestand.startswith(_PYTHON) and "site-packages" not in bestand.split(os.sep)
    )


class OsoError(Exception):
    """Everything that this package raises on purpose."""


class ConfigurationError(OsoError):
    """A setting or an installed file is wrong: fix it and start again."""


class PluginError(OsoError):
    """A plugin does not do what it promised."""

    def __init__(self, message: str, *, plugin: str) -> None:
        super().__init__(message)
        self.plugin = plugin


class PluginLoadError(PluginError):
    """A plugin can't be used; ``redenen`` has every reason with its remedy."""

    def __init__(self, plugin: str, redenen: Sequence[str]) -> None:
        super().__init__(f"plugin {plugin!r}: {'; '.join(redenen)}", plugin=plugin)
        self.redenen = tuple(redenen)


class DossierError(OsoError):
    """A dossier can't be used."""


class LeesFout(DossierError):
    """The bytes are no dossier that can be opened.

    Attributes:
        regel: key of the finding that says the same (``ST.onleesbaar``, ``ST.ander`` or
            ``ST.versie``).
        herstel: remedy, in Dutch.
        wie: who must act.
        line: line of the first problem, counted from 1, if known.
        column: column on that line, counted from 1, if known.
    """

    def __init__(
        self,
        message: str,
        *,
        herstel: str,
        regel: str = "ST.onleesbaar",
        wie: Wie = Wie.LEVERANCIER,
        line: int | None = None,
        column: int | None = None,
    ) -> None:
        super().__init__(message)
        self.regel = regel
        self.herstel = herstel
        self.wie = wie
        self.line = line
        self.column = column


class DossierOngeldig(DossierError):
    """A dossier is opened, but must not be used; ``meldingen`` has all reasons."""

    def __init__(self, message: str, meldingen: Sequence[Melding]) -> None:
        super().__init__(message)
        self.meldingen = tuple(meldingen)

"""Makes the folder of a new plugin, whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Collection
from pathlib import Path

import attrs

from oso_adapters.errors import ConfigurationError
from oso_adapters.hookspecs import HOOKS
from oso_adapters.nieuw.plaats import Plaats
from oso_adapters.nieuw.vullen import fill_templates

__all__ = ["VERMOGENS", "Resultaat", "make_plugin"]

VERMOGENS = tuple(haak.removeprefix("oso_") for haak in HOOKS if haak != "oso_leverancier")
"""What a system can do, in the words of the hooks."""


@attrs.frozen(kw_only=True)
class Resultaat:
    """What was made: the folder, and the files in it."""

    plaats: Plaats
    bestanden: tuple[str, ...]


def make_plugin(naam: str, plaats: Plaats, vermogens: Collection[str]) -> Resultaat:
    """Make the folder of a new plugin.

    Args:
        naam: what the plugin is called; see `require_name`.
        vermogens: what the system can do, in the words of the hooks.

    Raises:
        ConfigurationError: the folder is there already, or can't be made; nothing is left behind.
    """
    if os.path.lexists(plaats.map):
        raise ConfigurationError(
            f"{plaats.map} is there already, and nothing is ever overwritten; remove it, or name"
            " another folder with --map"
        )
    bestanden = fill_templates(naam, _woorden(plaats, vermogens), {"KERN": str(plaats.kern or "")})
    try:
        plaats.map.parent.mkdir(parents=True, exist_ok=True)
        tijdelijk = Path(tempfile.mkdtemp(dir=plaats.map.parent, prefix=".oso-new-"))
        try:
            _schrijf(tijdelijk, bestanden)
            tijdelijk.chmod(0o755)
            tijdelijk.rename(plaats.map)
        except BaseException:
            shutil.rmtree(tijdelijk, ignore_errors=True)
            raise
    except OSError as fout:
        raise ConfigurationError(
            f"{plaats.map} can't be made: {fout.strerror}; name another folder with --map"
        ) from fout
    return Resultaat(plaats=plaats, bestanden=tuple(bestanden))


def _woorden(plaats: Plaats, vermogens: Collection[str]) -> frozenset[str]:
    woorden = {naam if naam in vermogens else f"zonder {naam}" for naam in VERMOGENS}
    brengt = {"export", "swv"} & set(vermogens)
    woorden.add("gevallen" if brengt else "zonder gevallen")
    if plaats.werkplaats is None:
        woorden.add("los")
    if plaats.kern is not None:
        woorden.add("kern")
    return frozenset(woorden)


def _schrijf(map_: Path, bestanden: dict[str, str]) -> None:
    for pad, tekst in bestanden.items():
        doel = map_ / pad
        doel.parent.mkdir(parents=True, exist_ok=True)
        doel.write_text(tekst, "utf-8", newline="\n")

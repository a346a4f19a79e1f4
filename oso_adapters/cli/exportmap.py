"""The folder that an export writes to: one export at a time, with a journal to go on from."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from importlib.metadata import version
from pathlib import Path

from oso_adapters.capabilities import Exporteur
from oso_adapters.cli.exportreeks import Opdracht
from oso_adapters.cli.journaal import Journaal
from oso_adapters.cli.slot import BezetError, slot
from oso_adapters.cli.uitvoer import TIJDELIJK, op_te_schrijven, veilig
from oso_adapters.errors import ConfigurationError
from oso_adapters.registry import Plugin

__all__ = ["open_map"]

_FORMAAT = "1"
_JOURNAAL, _SLOT = "journaal.jsonl", "slot"
_CODE = frozenset({".py", ".toml"})


@contextmanager
def open_map(
    opdracht: Opdracht, plugin: Plugin, kan: Exporteur, *, opnieuw: bool
) -> Iterator[Journaal]:
    """Open the folder of an export, alone; what an end half-way left behind is cleared away.

    Args:
        opnieuw: whatever was done before is done again.

    Raises:
        ConfigurationError: another export is at work in it, or it can't be written to.
    """
    with op_te_schrijven(opdracht.map_):
        opdracht.map_.mkdir(parents=True, exist_ok=True)
        opdracht.werkmap.mkdir(mode=0o700, exist_ok=True)
    with _alleen(opdracht):
        _ruim_op(opdracht.werkmap)
        with op_te_schrijven(opdracht.map_):
            vraag = _vraag(opdracht, plugin, kan)
            journaal = Journaal(opdracht.werkmap / _JOURNAAL, vraag, opnieuw=opnieuw)
        try:
            yield journaal
        finally:
            journaal.sluit()
            _ruim_op(opdracht.werkmap)


@contextmanager
def _alleen(opdracht: Opdracht) -> Iterator[None]:
    with ExitStack() as stapel:
        with op_te_schrijven(opdracht.map_):
            try:
                stapel.enter_context(slot(opdracht.werkmap / _SLOT))
            except BezetError:
                raise ConfigurationError(
                    f"folder {veilig(str(opdracht.map_))}: another oso export is at work in it;"
                    " wait for it, or choose another folder with --uit"
                ) from None
        yield


def _ruim_op(werkmap: Path) -> None:
    for rest in werkmap.glob(f"{TIJDELIJK}*"):
        rest.unlink(missing_ok=True)


def _vraag(opdracht: Opdracht, plugin: Plugin, kan: Exporteur) -> dict[str, str]:
    """Return all that a dossier depends on beside its record, by the name of its option."""
    eigen = kan.dossier.record.__module__.partition(".")[0]
    return {
        "formaat": _FORMAAT,
        "vendor": opdracht.vendor,
        "overdracht": opdracht.overdracht,
        "versie": opdracht.versie,
        "datum": opdracht.dag.isoformat(),
        "regelset": str(opdracht.regelset),
        "plugin": plugin.distributie,
        "oso-adapters": version("oso-adapters"),
        "code": _digest_van_code("oso_adapters", eigen),
    }


def _digest_van_code(*pakketten: str) -> str:
    """Return a digest of the code of packages: who works on it changes no version each time."""
    digest = hashlib.sha256()
    for pakket in pakketten:
        begin = Path(str(sys.modules[pakket].__file__))
        bestanden = begin.parent.rglob("*") if begin.name == "__init__.py" else [begin]
        for bestand in sorted(b for b in bestanden if b.suffix in _CODE):
            digest.update(bestand.name.encode())
            digest.update(bestand.read_bytes())
    return digest.hexdigest()

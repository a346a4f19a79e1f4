"""The standard pupils of the conformance suite, as a plugin brings them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from oso_adapters.errors import PluginLoadError

__all__ = ["Gevallen"]

_BESTAND = "gevallen.toml"
_REGEL = re.compile(r"\s*\"?(\w+)\"?\s*=")
_TABELLEN = ("sleutels", "zonder")


@attrs.frozen(kw_only=True)
class Gevallen:
    """The standard pupils of the conformance suite as records of this vendor.

    Attributes:
        bron: file or folder in the form that the plugin reads.
        sleutels: key of the record by id of the geval; an empty one is still to be brought.
        zonder: why the system can't hold the fault of a geval, by id of the geval.
        plaatsen: where each key is written (``oso_x/gevallen/gevallen.toml:7``), if known.
    """

    bron: Path
    sleutels: Mapping[str, str]
    zonder: Mapping[str, str] = attrs.field(factory=dict)
    plaatsen: Mapping[str, str] = attrs.field(factory=dict, eq=False)

    @classmethod
    def read(cls, map_: Path) -> Gevallen:
        """Read ``gevallen.toml`` of a folder that holds the records as well.

        ::

            [sleutels]
            G01 = "100037"      # the vendor's own key of the record
            G02 = ""            # not brought yet

            [zonder]
            F07 = "elk adres staat in de leerling zelf"

        Raises:
            PluginLoadError: there is no such file, or it is not of this form.
        """
        bestand = map_ / _BESTAND
        try:
            tekst = bestand.read_text("utf-8")
            inhoud = tomllib.loads(tekst)
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fout:
            reden = f"{map_.name}/{_BESTAND} can't be read ({fout}); see Gevallen.read for its form"
            raise PluginLoadError(map_.parent.name, [reden]) from fout
        redenen = list(_bezwaren(inhoud))
        if redenen:
            raise PluginLoadError(map_.parent.name, [f"{map_.name}/{r}" for r in redenen])
        return cls(
            bron=map_,
            sleutels=inhoud.get("sleutels", {}),
            zonder=inhoud.get("zonder", {}),
            plaatsen=_plaatsen(tekst, f"{map_.parent.name}/{map_.name}/{_BESTAND}"),
        )


def _bezwaren(inhoud: Mapping[str, Any]) -> Iterator[str]:
    for naam, tabel in inhoud.items():
        if naam not in _TABELLEN:
            yield f"{_BESTAND}: [{naam}] is no table of it; use {' or '.join(_TABELLEN)}"
        elif not isinstance(tabel, dict) or not all(isinstance(w, str) for w in tabel.values()):
            yield f'{_BESTAND}: [{naam}] must hold texts, such as G01 = "100037"'
    leeg = [id_ for id_, reden in inhoud.get("zonder", {}).items() if reden == ""]
    yield from (f"{_BESTAND}: zonder.{id_} needs a reason" for id_ in leeg)


def _plaatsen(tekst: str, bestand: str) -> dict[str, str]:
    regels = enumerate(tekst.splitlines(), start=1)
    return {m[1]: f"{bestand}:{nr}" for nr, regel in regels if (m := _REGEL.match(regel))}

"""Wrong plugins that exchange with a samenwerkingsverband, made from the small plugin."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs
import spiegel
from stukken import Fout

from oso_adapters import Exporteur, Leverancier, SwvUitwisseling, hookimpl
from oso_adapters.mapping import Bronrecord

_Haken = Mapping[str, Callable[[], Any]]


@attrs.frozen
class Mutant:
    """One wrong plugin.

    Attributes:
        eis: the requirement that must catch it.
        swv, wie: what is wrong with it.
    """

    eis: str
    swv: Callable[[SwvUitwisseling], SwvUitwisseling | None] = lambda swv: swv
    wie: Callable[[Leverancier], Leverancier] = lambda wie: wie


def _export(verander: Callable[[Exporteur], Exporteur]) -> Any:
    """Spoil what goes out."""
    return lambda swv: attrs.evolve(swv, uit=verander(swv.uit))


def _zonder_nummer(kan: Exporteur) -> Exporteur:
    lees = kan.read

    def anders(pad: Path) -> Iterator[Bronrecord]:
        for bron in lees(pad):
            leerling = bron.record.dossier.huidigeschool.leerling
            leerling.bsn = leerling.onderwijsnummer = None
            yield bron

    return attrs.evolve(kan, read=anders)


def fout(eis: str) -> Mutant:
    """Return the plugin with the wrong piece of an eis."""
    return Mutant(eis, Fout(eis), Fout(eis))


MUTANTEN: dict[str, Mutant] = {
    "swv_nummer_in_leerlingcode": fout("E.SWV.01"),
    "swv_record_zonder_nummer": Mutant("E.SWV.01", _export(_zonder_nummer)),
    "swv_altijd_dezelfde_sleutel": fout("E.SWV.02"),
    "swv_zonder_sleutel": Mutant("E.SWV.02", lambda swv: attrs.evolve(swv, koppelsleutel=None)),
    "swv_sleutel_in_recordsleutel": fout("E.SWV.03"),
    "swv_onbekende_jaargroep": fout("E.SWV.04"),
    "swv_herstelt_de_sleutel": fout("E.SWV.05"),
    "swv_zonder_reden": Mutant("E.ONT.06", lambda _swv: None),
    "import_zonder_reden": fout("E.ONT.06"),
    "reden_te_veel": Mutant(
        "E.ONT.06", wie=lambda wie: attrs.evolve(wie, niet={**wie.niet, "swv": "kan niet"})
    ),
    "versie_zonder_reden": fout("E.ONT.07"),
}


def haken(naam: str) -> _Haken:
    """Return the hooks of a wrong plugin."""
    mutant = MUTANTEN[naam]
    swv = mutant.swv(spiegel.SWV)
    alle: dict[str, Callable[[], Any]] = {
        "oso_leverancier": lambda: mutant.wie(spiegel.LEVERANCIER),
        "oso_export": lambda: spiegel.EXPORTEUR,
    }
    if swv is not None:
        alle["oso_swv"] = lambda: swv
    for haak, functie in alle.items():
        functie.__name__ = haak
    return {haak: hookimpl(functie) for haak, functie in alle.items()}

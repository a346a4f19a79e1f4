"""What an export tells: each record, and in the end the count and the findings of all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click
from rich.text import Text

from oso_adapters.cli.journaal import Gedaan
from oso_adapters.cli.uitvoer import (
    OORDEEL_STIJL,
    console,
    show_melding,
    show_telling,
    veilig,
    write_json,
)
from oso_adapters.melding import Oordeel

__all__ = ["Verslag"]

_KEUZES = ("overdracht", "versie", "datum", "regelset")
"""What a user chose, beside what the program is."""
_EXIT = {Oordeel.GELDIG: 0, Oordeel.ONGELDIG: 1, Oordeel.NIET_VAST_TE_STELLEN: 2}


class Verslag:
    """What is told of one export.

    Attributes:
        ONDERBROKEN: exit code of one that was interrupted.
        scherm: where it is told.
    """

    ONDERBROKEN = _EXIT[Oordeel.NIET_VAST_TE_STELLEN]

    def __init__(self, map_: Path, systeem: str, *, als_json: bool) -> None:
        self._map = map_
        self._systeem = systeem
        self._als_json = als_json
        self.scherm = console()
        self._oordelen: Counter[Oordeel] = Counter()
        self._regels: Counter[tuple[str, str, str]] = Counter()
        self._stonden = 0

    @property
    def exit(self) -> int:
        """The exit code: the worst of all records."""
        return max(_EXIT[oordeel] for oordeel in self._oordelen)

    def begin(self, anders: Mapping[str, str]) -> None:
        """Say why all is done again in a folder where something was done."""
        if anders:
            toen = [f"--{naam} {anders[naam]}" for naam in _KEUZES if naam in anders]
            toen += ["met een andere koppeling"] if len(toen) < len(anders) else []
            _zeg(
                f"De vorige export in deze map was anders gemaakt ({veilig(', '.join(toen))}):"
                " alles wordt opnieuw gemaakt."
            )

    def toon(self, gedaan: Gedaan, *, stond: bool) -> None:
        """Tell of one record.

        Args:
            stond: it was done before.
        """
        self._oordelen[gedaan.oordeel] += 1
        self._regels.update((m.regel, str(m.ernst), m.melding) for m in gedaan.meldingen)
        self._stonden += stond
        plek = self._map / gedaan.naam
        bestand = str(plek) if gedaan.dossier is not None else None
        oud = bestand is None and plek.exists()
        if self._als_json:
            write_json(_als_dict(gedaan, bestand, oud=oud))
        else:
            self._toon(gedaan, bestand, oud=oud)

    def _toon(self, gedaan: Gedaan, bestand: str | None, *, oud: bool) -> None:
        kop = Text(f"leerling {veilig(gedaan.sleutel)}  ", style="bold")
        kop.append(str(gedaan.oordeel), style=OORDEEL_STIJL[gedaan.oordeel])
        kop.append(f"  {veilig(bestand)}" if bestand else "  niet geschreven", style="dim")
        self.scherm.print(kop)
        if oud:
            self.scherm.print(
                Text("    Let op: er staat nog een ouder dossier van deze leerling in de map.")
            )
        for wat, aantal in gedaan.weggelaten.items():
            self.scherm.print(Text(f"    weggelaten: {veilig(wat)} ({aantal})", style="dim"))
        if gedaan.meldingen:
            self.scherm.print()
        for melding in gedaan.meldingen:
            show_melding(self.scherm, melding, systeem=self._systeem)

    def eind(self) -> None:
        """Tell the count and the findings of all, also of those that were done before."""
        if self._als_json:
            return
        self.scherm.print()
        if self._oordelen.total() > 1:
            show_telling(self.scherm, self._regels)
        if self._stonden:
            self.scherm.print(Text(f"{self._stonden} waren al gedaan en zijn niet veranderd"))
        goed = self._oordelen[Oordeel.GELDIG]
        weg = self._oordelen.total() - goed
        self.scherm.print(Text(f"{goed} geschreven, {weg} vastgehouden"))

    def onderbroken(self) -> None:
        """Say how far it came and how to go on."""
        _zeg(
            f"Onderbroken na {self._oordelen.total()} leerlingen. Geef dezelfde opdracht nog eens"
            " om verder te gaan: wat gedaan is, blijft staan."
        )


def _zeg(tekst: str) -> None:
    click.echo(tekst, err=True)


def _als_dict(gedaan: Gedaan, bestand: str | None, *, oud: bool) -> dict[str, Any]:
    return {
        "record": gedaan.sleutel,
        "bestand": bestand,
        "oordeel": str(gedaan.oordeel),
        "meldingen": [melding.als_dict() for melding in gedaan.meldingen],
        "weggelaten": dict(gedaan.weggelaten),
        "ouder_dossier_in_map": oud,
    }

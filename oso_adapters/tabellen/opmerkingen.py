"""Where the sheets and the schema fall short without an erratum, read from the declarations."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from oso_adapters.binding.herkennen import DOSSIERS
from oso_adapters.gegevensset._boom import globale_blokken
from oso_adapters.melding import SoortMelding
from oso_adapters.rules import Regel, Regelset, regels
from oso_adapters.versies import Versie

__all__ = ["Opmerking", "opmerkingen"]

_NUMMER = re.compile(r"(?:OVa|OVb|PaO)\.[A-Z]{2}\d\d|O[GS]\.\d\d|OS\.cat\d\d|OS\.[A-Za-z_]+")
_ZONDER_NUMMER = "??"


@attrs.frozen
class Opmerking:
    """Something that whoever keeps the standard may want to know.

    Attributes:
        wat: what is the matter, in Dutch.
        regels: keys of the rules that it is about.
    """

    wat: str
    regels: tuple[str, ...] = ()


def opmerkingen(versie: Versie) -> Iterator[Opmerking]:
    """Yield what can be said of the sheets and schema of a version beside the errata."""
    alle = regels(versie, Regelset.AFSPRAAK)
    yield from _nooit(alle)
    yield from _nummers(alle)
    yield from _kijken_te_ver(alle)
    yield _losse_onderdelen(versie)


def _nooit(alle: tuple[Regel, ...]) -> Iterator[Opmerking]:
    for reden in dict.fromkeys(regel.nooit for regel in alle if regel.nooit):
        sleutels = tuple(regel.id for regel in alle if regel.nooit == reden)
        if len(sleutels) == 1:
            yield Opmerking(f"Deze regel kan nooit iets vinden. {reden}", sleutels)
        else:
            yield Opmerking(f"Deze regels kunnen nooit iets vinden. {reden}", sleutels)


def _nummers(alle: tuple[Regel, ...]) -> Iterator[Opmerking]:
    per_nummer: dict[str, list[Regel]] = {}
    for regel in alle:
        for nummer in regel.nummers:
            per_nummer.setdefault(nummer, []).append(regel)
    for nummer, met in per_nummer.items():
        sleutels = tuple(regel.id for regel in met)
        if nummer.endswith(_ZONDER_NUMMER):
            yield Opmerking("Het blad geeft hier geen eigen nummer.", sleutels)
        elif not _NUMMER.fullmatch(nummer):
            yield Opmerking(f"Het nummer {nummer} past niet in de reeks.", sleutels)
        elif len({regel.bij for regel in met}) > 1:
            yield Opmerking(f"Het nummer {nummer} staat bij verschillende regels.", sleutels)


def _kijken_te_ver(alle: tuple[Regel, ...]) -> Iterator[Opmerking]:
    lijsten = tuple(r.id for r in alle if r.soort is SoortMelding.CODELIJST and r.bij == "/")
    if lijsten:
        yield Opmerking(
            "De bladen testen deze codelijst één keer voor het hele document. In een bestand met"
            " meer dossiers verbergt één goede code dan een verkeerde.",
            lijsten,
        )
    per_leerling = tuple(regel.id for regel in alle if regel.per_leerling)
    if per_leerling:
        yield Opmerking(
            "De bladen voeren deze regels uit voor elke leerling, maar kijken dan naar heel het"
            " document, ook naar de gegevens van de school en van andere leerlingen.",
            per_leerling,
        )


def _losse_onderdelen(versie: Versie) -> Opmerking:
    los = sorted(globale_blokken(versie).keys() - DOSSIERS)
    return Opmerking(
        f"Het schema laat naast 'dossier' en 'dossiers' nog {len(los)} onderdelen toe als eerste"
        " element van een document. De bladen zeggen dan niet dat het geen dossier is.",
    )

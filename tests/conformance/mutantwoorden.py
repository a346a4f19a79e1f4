"""Words to spoil a plugin with: one thing is wrong with it, and one eis must catch that."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import attrs

from oso_adapters import hookimpl
from oso_adapters.gegevensset import Document
from oso_adapters.mapping import (
    Afbeelding,
    Bron,
    Bronrecord,
    Codetabel,
    bestand,
    code,
    omkeerbaar,
    schooljaar,
    uit,
)

__all__ = [
    "Mutant",
    "Verander",
    "haken_van",
    "ingekort",
    "lezen",
    "niets",
    "overal",
    "schooljaar_te_veel",
    "slikt_slechte",
    "tabel",
    "terug",
    "velden",
    "zonder_nul",
]

Verander = Callable[[Any], Any]
"""Makes of an Exporteur or Importeur one with something wrong."""


def _zelf(kan: Any) -> Any:
    return kan


@attrs.frozen
class Mutant:
    """One wrong plugin.

    Attributes:
        eis: the requirement that must catch it.
        verander: spoils what it exports.
        inlezen: spoils what it imports.
    """

    eis: str
    verander: Verander = _zelf
    inlezen: Verander = _zelf


def overal(afb: Afbeelding, blok: type, bederf: Callable[[Afbeelding], Afbeelding]) -> Afbeelding:
    """Return a mapping with something wrong in a block, wherever it stands."""
    bronnen = {naam: _dieper(bron, blok, bederf) for naam, bron in afb.bronnen.items()}
    anders = attrs.evolve(afb, bronnen=bronnen)
    return bederf(anders) if afb.blok is blok else anders


def _dieper(bron: Bron, blok: type, bederf: Callable[[Afbeelding], Afbeelding]) -> Bron:
    for veld in ("afbeelding", "door"):
        binnen = getattr(bron, veld, None)
        if isinstance(binnen, Afbeelding):
            return attrs.evolve(bron, **{veld: overal(binnen, blok, bederf)})
    return bron


def velden(blok: type, **nieuw: Bron) -> Verander:
    """Spoil fields of a block."""

    def bederf(afb: Afbeelding) -> Afbeelding:
        return attrs.evolve(afb, bronnen={**afb.bronnen, **nieuw})

    return lambda kan: attrs.evolve(kan, dossier=overal(kan.dossier, blok, bederf))


def terug(blok: type, pad: str, via: Callable[..., Any]) -> Verander:
    """Spoil how a field of the record is made of fields of a block."""

    def bederf(afb: Afbeelding) -> Afbeelding:
        anders = uit(*afb.terug[pad].velden, via=via)
        return attrs.evolve(afb, terug={**afb.terug, pad: anders})

    return lambda kan: attrs.evolve(kan, dossier=overal(kan.dossier, blok, bederf))


def tabel(tabel: Codetabel, blok: type, veld: str, pad: str, **anders: Any) -> Verander:
    """Spoil a code table, in one field that it is used for."""
    return velden(blok, **{veld: code(pad, attrs.evolve(tabel, **anders))})


def lezen(maak: Callable[[Iterator[Bronrecord]], Iterator[Bronrecord]]) -> Verander:
    """Spoil the reading."""

    def verander(kan: Any) -> Any:
        lees = kan.read
        return attrs.evolve(kan, read=lambda pad: maak(iter(lees(pad))))

    return verander


def niets(_waarde: Any) -> None:
    """Lose a value."""


def zonder_nul(tekst: str) -> str:
    """Lose the zeros in front of a number."""
    return tekst.lstrip("0")


def schooljaar_te_veel(heen: Callable[[str], str] = schooljaar) -> Callable[[str], str]:
    """Return a transform to the school year after the right one."""

    def via(tekst: str) -> str:
        jaar = int(heen(tekst)[:4])
        return f"{jaar + 1}-{jaar + 2}"

    return via


def ingekort(naam: str, inhoud: str, lees: Callable[[Any], bytes] = bytes) -> Verander:
    """Lose the last byte of every attachment."""
    kort = omkeerbaar(lambda waarde: lees(waarde)[:-1], lambda heel: heel)
    return velden(Document, bestandsinhoud=bestand(naam, inhoud, kort))


def slikt_slechte(records: Iterator[Bronrecord]) -> Iterator[Bronrecord]:
    """Leave out records that something is wrong with."""
    return (bron for bron in records if not bron.meldingen)


def haken_van(plugin: ModuleType, mutant: Mutant) -> dict[str, Callable[[], Any]]:
    """Return the hooks of a plugin with one thing spoilt."""
    spoilt = {"oso_export": mutant.verander, "oso_import": mutant.inlezen}

    def haak(naam: str) -> Callable[[], Any]:
        def functie() -> Any:
            return spoilt.get(naam, _zelf)(getattr(plugin, naam)())

        functie.__name__ = naam
        return hookimpl(functie)

    return {naam: haak(naam) for naam in plugin.__all__ if naam.startswith("oso_")}

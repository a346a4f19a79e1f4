"""The standard pupils: who they are, what they show, and the dossier that each must become."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any

import attrs
from attrs.validators import in_

from oso_adapters import VERSIES, Regelset, Versie, versie
from oso_adapters.mapping import GEHEIM_NUMMER, is_bsn, is_onderwijsnummer
from oso_adapters.melding import SoortMelding
from oso_adapters.rules import regels
from oso_conformance.boom import waarden_op

__all__ = ["GEHEIM_NUMMERS", "Geval", "gevallen", "is_codeveld", "map_met_gevallen"]

GEHEIM_NUMMERS = frozenset(GEHEIM_NUMMER.values())
"""What stands for a secret number or address."""


def _teksten(waarden: Iterable[str]) -> tuple[str, ...]:
    return tuple(waarden)


@cache
def _codevelden() -> tuple[str, ...]:
    """Return how the paths of the fields with a code list end."""
    alle = regels(VERSIES[-1], Regelset.AFSPRAAK)
    return tuple(f"/{r.bij}" for r in alle if r.soort is SoortMelding.CODELIJST and r.bij != "/")


def is_codeveld(pad: str) -> bool:
    """Say whether the field at a path holds a code of a list."""
    return pad.endswith(_codevelden())


@attrs.define(kw_only=True, slots=False, frozen=True)
class Geval:
    """One standard pupil.

    Attributes:
        id: ``G..`` for one that becomes a dossier, ``F..`` for one that must be held back.
        naam: what it is called in reports.
        toont: what it shows, one sentence in Dutch.
        profiel: kind of transfer.
        dag: day on which the dossier is made.
        opt_uit: categories that are opted out.
        sector: kind of school that hands the dossier over: ``po`` or ``vo``.
        koppelsleutel: link of a swv-dossier to its pupil; empty for other kinds of transfer.
        fout_in: place of the fault, without positions; empty for a good geval.
        extra: what the record holds beside the dossier, for the maker of a plugin.
        leerling: who a bad geval is, for the maker of a plugin.
        geheim: values of the record that must not reach the dossier.
    """

    id: str
    naam: str
    toont: str
    profiel: str
    dag: date
    opt_uit: tuple[str, ...] = attrs.field(default=(), converter=_teksten)
    sector: str = attrs.field(default="po", validator=in_(("po", "vo")))
    koppelsleutel: str = ""
    fout_in: str = ""
    extra: str = ""
    leerling: str = ""
    geheim: tuple[str, ...] = attrs.field(default=(), converter=_teksten)

    @property
    def goed(self) -> bool:
        """Say whether it must become a dossier."""
        return not self.fout_in

    @property
    def voor_swv(self) -> bool:
        """Say whether it goes to a samenwerkingsverband."""
        return bool(self.koppelsleutel)

    @property
    def pgn(self) -> str:
        """The number that the record behind a swv-dossier has; empty for other gevallen."""
        nummers = (w for w in self.geheim if is_bsn(w) or is_onderwijsnummer(w))
        return next(nummers, "") if self.voor_swv else ""

    @cached_property
    def data(self) -> bytes:
        """The dossier that a good geval must become; empty for a bad one."""
        if not self.goed:
            return b""
        return map_met_gevallen().joinpath(f"{self.id}.xml").read_bytes()

    @cached_property
    def versie(self) -> Versie:
        """The version of the Gegevensset that it is in."""
        nummers = waarden_op(self.data, "metadata/standaardversie") if self.goed else []
        return versie(nummers[0]) if nummers else VERSIES[-1]

    @cached_property
    def kenmerken(self) -> frozenset[str]:
        """The words of ``over`` in a requirement that it falls under."""
        if not self.goed:
            codes = {"onbekende code"} if is_codeveld(self.fout_in) else set()
            return frozenset({"alle", "fout"} | codes)
        toont = {"alle", "goed"}
        if "true" in waarden_op(self.data, "adresgeheim"):
            toont.add("adres geheim")
        if GEHEIM_NUMMERS & set(waarden_op(self.data, "nummer")):
            toont.add("nummer geheim")
        if waarden_op(self.data, "bestandsinhoud"):
            toont.add("bijlagen")
        if self.voor_swv:
            toont.add("swv")
        if waarden_op(self.data, "eindtoets_basisonderwijs/deelgenomen"):
            toont.add("eindtoets")
        if any(bsn.startswith("0") for bsn in waarden_op(self.data, "/leerling/bsn")):
            toont.add("nul vooraan")
        return frozenset(toont | ({"opt-uit"} if self.opt_uit else set()))


def map_met_gevallen() -> Traversable:
    """Return the folder with ``gevallen.toml``, the dossiers and the attached files."""
    return files(__package__).joinpath("gevallen")


def _geval(naam: str, gegevens: Mapping[str, Any]) -> Geval:
    return Geval(id=naam, **gegevens)


@cache
def gevallen() -> Mapping[str, Geval]:
    """Return all gevallen by id, in order."""
    inhoud = tomllib.loads(map_met_gevallen().joinpath("gevallen.toml").read_text("utf-8"))
    return MappingProxyType({naam: _geval(naam, velden) for naam, velden in inhoud.items()})

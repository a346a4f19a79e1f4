"""What an import would do to a record, field by field, before it does it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from oso_adapters.mapping.koppelen import pair_items
from oso_adapters.mapping.omkeren import Blad, Deel, Rij, Toewijzing
from oso_adapters.mapping.vullen import volg

__all__ = ["NUL_WEG", "Actie", "Keus", "Planregel", "Stap", "merge_record"]

_EINDTOETS = "/dossier/huidigeschool/leerling/eindtoets_basisonderwijs"
_PGN = (
    "/dossier/huidigeschool/leerling/bsn",
    "/dossier/huidigeschool/leerling/onderwijsnummer",
)
NUL_WEG = "de nul vooraan was weg"
"""Why a number that is the same is written anew."""
_EIGEN_VORM = "dit systeem bewaart het anders dan het in het dossier staat"


class Actie(StrEnum):
    """What the school wants with a dossier."""

    IMPORTEREN = "importeren"
    """Make a new leerling of it."""
    AANVULLEN = "aanvullen"
    """Fill the fields that are empty."""
    OVERSCHRIJVEN = "overschrijven"
    """Fill and replace the fields that the dossier has; all others stay."""
    GEEN_ACTIE = "geen actie"
    """Only look."""


class Stap(StrEnum):
    """What becomes of one field."""

    NIEUW = "nieuw"
    AANVULLEN = "aanvullen"
    VERVANGEN = "vervangen"
    HERSTELLEN = "herstellen"
    LATEN = "laten"
    GELIJK = "gelijk"
    CONFLICT = "conflict"
    NIET_OVERGENOMEN = "niet overgenomen"

    @property
    def verandert(self) -> bool:
        """Whether the record becomes different."""
        return self in (Stap.NIEUW, Stap.AANVULLEN, Stap.VERVANGEN, Stap.HERSTELLEN)


@attrs.frozen(kw_only=True)
class Planregel:
    """What becomes of one field.

    Attributes:
        bladen: the values of the dossier that it is about; none for what stands in no dossier.
        label: name of the field for people.
        veld: the vendor's own field; items of a list counted from 1. Empty when there is none.
        oud, nieuw: what the record has, and what it gets, as the vendor keeps it.
        waarom: why this, when that is not plain; in Dutch, without values.
        let_op: people should look at this.
        gebrek: not the dossier, but the mapping of the vendor falls short here.
    """

    stap: Stap
    bladen: tuple[Blad, ...]
    label: str
    veld: str = ""
    oud: Any = attrs.field(default=None, repr=False)
    nieuw: Any = attrs.field(default=None, repr=False)
    waarom: str = ""
    let_op: bool = False
    gebrek: bool = False


@attrs.define
class Keus:
    """What was chosen for one record, and what became of its fields.

    Attributes:
        nieuw: the record, or the item that is looked at, is not there yet.
        definitief: only the eindtoets may still change.
        bestaat_al: it is there, while a new one was asked for.
    """

    actie: Actie
    nieuw: bool
    definitief: bool = False
    regels: list[Planregel] = attrs.field(factory=list)

    def stap(self, toewijzing: Toewijzing, record: Any, huidig: Any) -> tuple[Stap, str, bool]:
        """Decide what becomes of a field; with the reason, and whether to look at it."""
        if not self.nieuw and toewijzing.present_in(record):
            return self._gelijk(toewijzing, record, huidig)
        if self.definitief and not _ligt_in_eindtoets(toewijzing.bladen):
            return Stap.LATEN, "het record is definitief; alleen de eindtoets mag nog anders", False
        if self.actie is Actie.GEEN_ACTIE:
            return Stap.LATEN, "er is voor geen actie gekozen", False
        if _is_pgn(toewijzing.bladen) and huidig not in (None, "", []):
            return Stap.CONFLICT, "hier staat een ander nummer; dat wordt nooit vervangen", True
        if huidig in (None, "", []):
            return (Stap.NIEUW if self.nieuw else Stap.AANVULLEN), "", False
        return self._gevuld(huidig)

    def _gelijk(self, toewijzing: Toewijzing, record: Any, huidig: Any) -> tuple[Stap, str, bool]:
        kwijt = _is_pgn(toewijzing.bladen) and str(huidig) != str(toewijzing.waarde)
        mag = self.actie in (Actie.AANVULLEN, Actie.OVERSCHRIJVEN) and not self.definitief
        if kwijt:
            return (Stap.HERSTELLEN if mag else Stap.LATEN), NUL_WEG, True
        if not toewijzing.gelijk(record):
            return Stap.GELIJK, _EIGEN_VORM, True
        return Stap.GELIJK, "", False

    def tell_own_form(self, deel: Deel, begin: int, na: Any) -> None:
        """Say of each field that was taken over whether it would come out otherwise.

        Args:
            begin: where the lines of this record or item begin.
            na: the record or item as it becomes.
        """
        for nr, toewijzing in enumerate(deel.toewijzingen, start=begin):
            regel = self.regels[nr]
            if regel.stap.verandert and not toewijzing.gelijk(na):
                self.regels[nr] = attrs.evolve(regel, waarom=_EIGEN_VORM, let_op=True)

    def _gevuld(self, huidig: Any) -> tuple[Stap, str, bool]:
        if self.actie is Actie.OVERSCHRIJVEN:
            return Stap.VERVANGEN, "", False
        if self.actie is Actie.IMPORTEREN:
            return Stap.LATEN, "deze leerling is er al", False
        if isinstance(huidig, str) and not huidig.strip():
            return Stap.LATEN, "er staat alleen een spatie; ook dat telt als gevuld", True
        return Stap.LATEN, "het veld is al gevuld", False


def _ligt_in_eindtoets(bladen: tuple[Blad, ...]) -> bool:
    return bool(bladen) and all(f"{blad.plek}/".startswith(f"{_EINDTOETS}/") for blad in bladen)


def _is_pgn(bladen: tuple[Blad, ...]) -> bool:
    """Say whether these are the number of the leerling."""
    return any(blad.plek in _PGN for blad in bladen)


def merge_record(deel: Deel, record: Any, keus: Keus) -> Any:
    """Return the record as it becomes; what happens to each field is added to ``keus.regels``.

    Args:
        record: the record that is there; None when there is none.
    """
    return _voeg_samen(deel, record, keus, "")


def _voeg_samen(deel: Deel, record: Any, keus: Keus, voor: str) -> Any:
    bestaand = deel.record() if record is None else record
    nieuw: dict[str, Any] = {}
    begin = len(keus.regels)
    for toewijzing in deel.toewijzingen:
        huidig = volg(bestaand, toewijzing.pad)
        stap, waarom, let_op = keus.stap(toewijzing, bestaand, huidig)
        if stap.verandert:
            nieuw[toewijzing.pad] = toewijzing.waarde
        keus.regels.append(
            Planregel(
                stap=stap,
                bladen=toewijzing.bladen,
                label=toewijzing.label,
                veld=voor + toewijzing.pad,
                oud=huidig,
                nieuw=toewijzing.waarde,
                waarom=waarom,
                let_op=let_op,
            )
        )
    na = _zet(bestaand, nieuw)
    keus.tell_own_form(deel, begin, na)
    rijen: dict[str, Any] = {}
    for rij in deel.rijen:
        voor_rij = list(volg(bestaand, rij.pad) or ())
        na_rij = _voeg_rij_samen(rij, voor_rij, keus, voor + rij.pad)
        if na_rij != voor_rij:
            rijen[rij.pad] = na_rij
    return _zet(na, rijen)


def _voeg_rij_samen(rij: Rij, bestaand: list[Any], keus: Keus, pad: str) -> list[Any]:
    """Return a list with the items of the dossier in it, each at the item that it is."""
    na = list(bestaand)
    koppeling = pair_items(rij.items, bestaand)
    for nr, deel in enumerate(rij.items):
        if nr in koppeling.onzeker:
            keus.regels.append(_welke(deel, pad))
            continue
        plek = koppeling.paren.get(nr)
        if plek is not None:
            na[plek] = _voeg_samen(deel, bestaand[plek], keus, f"{pad}[{plek + 1}].")
            continue
        begin = len(keus.regels)
        item = _voeg_samen(deel, None, attrs.evolve(keus, nieuw=True), f"{pad}[{len(na) + 1}].")
        if any(regel.stap.verandert for regel in keus.regels[begin:]):
            na.append(item)
    return na


def _welke(deel: Deel, pad: str) -> Planregel:
    return Planregel(
        stap=Stap.CONFLICT,
        bladen=tuple(_alle_bladen(deel)),
        label=deel.label,
        veld=pad,
        waarom="hier of in het dossier zijn er meer die het kunnen zijn; kies zelf welke",
        let_op=True,
    )


def _alle_bladen(deel: Deel) -> Iterator[Blad]:
    for toewijzing in deel.toewijzingen:
        yield from toewijzing.bladen
    for rij in deel.rijen:
        for item in rij.items:
            yield from _alle_bladen(item)


@cache
def _hints(cls: type) -> Mapping[str, Any]:
    return get_type_hints(cls)


def _klasse(cls: type, naam: str) -> Any:
    """Return the class of the record that a field holds."""
    hint = _hints(cls)[naam]
    if get_origin(hint) in (Union, UnionType):
        hint = next(deel for deel in get_args(hint) if deel is not NoneType)
    return hint


def _zet(record: Any, waarden: Mapping[str, Any]) -> Any:
    """Return a record with other values at these paths; records on the way are made."""
    direct = {pad: waarde for pad, waarde in waarden.items() if "." not in pad}
    dieper: dict[str, dict[str, Any]] = {}
    for pad, waarde in waarden.items():
        stap, punt, rest = pad.partition(".")
        if punt:
            dieper.setdefault(stap, {})[rest] = waarde
    for stap, onder in dieper.items():
        deel = getattr(record, stap)
        leeg = _klasse(type(record), stap) if deel is None else None
        direct[stap] = _zet(leeg() if leeg else deel, onder)
    return attrs.evolve(record, **direct) if direct else record

"""Reads an Afbeelding backwards: from a received block to values for the vendor's record."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import attrs

from oso_adapters.gegevensset._veld import Veld, Vorm, blokgegevens, velden
from oso_adapters.gegevensset.typen import Ruw
from oso_adapters.mapping.bronnen import (
    Afbeelding,
    Blok,
    Bron,
    Code,
    Codetabel,
    Elk,
    Kern,
    Onbruikbaar,
    Ontbreekt,
    Samen,
    Terug,
    Van,
    Vast,
)
from oso_adapters.mapping.omkeerbaar import terug_van
from oso_adapters.mapping.vullen import lees_veld, volg

__all__ = [
    "VAN_HET_DOSSIER",
    "Blad",
    "Deel",
    "Rij",
    "Terugweg",
    "Toewijzing",
    "Verlies",
    "keer_om",
]

VAN_HET_DOSSIER = "gaat over het dossier zelf, niet over de leerling"
_ANDERS_DAN_VAST = "heeft in dit systeem altijd dezelfde, andere waarde"
_NIET_TE_LEZEN = "is niet te lezen als wat het moet zijn"
_LIEP_VAST = "is niet over te nemen: de omzetting van de leverancier loopt vast"
_NIETS = "wordt in dit systeem niets, zonder dat de koppeling zegt waarom"
_GEEN_VAN_BEIDE = "spreekt een ander veld van het dossier tegen dat naar hetzelfde veld gaat"


@attrs.frozen
class Blad:
    """One value in a dossier: its place, with and without positions, and its name for people."""

    locatie: str
    label: str

    @property
    def plek(self) -> str:
        """The place without positions."""
        kaal = "/".join(stap.partition("[")[0] for stap in self.locatie.split("/"))
        return kaal.removeprefix("/dossiers")


@attrs.frozen(kw_only=True, repr=False)
class Toewijzing:
    """One field of a record, or of an item in it, with the value that it gets.

    Attributes:
        pad: path in the record or item.
        waarde: the value as the vendor keeps it.
        gelijk: says of the record or item that it holds this already, however it is written.
        bladen: the values of the dossier that are in it; none for what stands in no dossier.
    """

    pad: str
    waarde: Any
    gelijk: Callable[[Any], bool]
    bladen: tuple[Blad, ...]
    label: str

    def present_in(self, record: Any) -> bool:
        """Say whether a record or item holds this already, or just what it would get."""
        return self.gelijk(record) or bool(volg(record, self.pad) == self.waarde)


@attrs.frozen(kw_only=True, repr=False)
class Rij:
    """A list of records inside a record, with what its items get."""

    pad: str
    items: tuple[Deel, ...]


@attrs.define(kw_only=True, repr=False)
class Deel:
    """What a record, or one item of a list in it, gets.

    Attributes:
        record: class of the record.
        sleutel: paths that tell items apart; of a whole record empty.
    """

    record: type
    sleutel: tuple[str, ...]
    locatie: str
    label: str
    toewijzingen: list[Toewijzing] = attrs.field(factory=list)
    rijen: list[Rij] = attrs.field(factory=list)

    @property
    def gevuld(self) -> bool:
        """Whether it gets anything at all."""
        return bool(self.toewijzingen) or any(item.gevuld for r in self.rijen for item in r.items)


@attrs.frozen(kw_only=True)
class Verlies:
    """A value of the dossier that is not taken over.

    Attributes:
        onbedoeld: the value can't be kept, while the field can.
    """

    blad: Blad
    reden: str
    onbedoeld: bool = False

    @property
    def gebrek(self) -> bool:
        """Whether the mapping itself falls short: its way back stopped, or gave no reason."""
        return self.reden in (_LIEP_VAST, _NIETS)


@attrs.define(repr=False)
class Terugweg:
    """A received block as values for a record, and what is not taken over.

    Attributes:
        vanzelf: values that are always so in this system.
    """

    deel: Deel
    verliezen: list[Verlies] = attrs.field(factory=list)
    vanzelf: list[Blad] = attrs.field(factory=list)


@attrs.frozen
class _Plaats:
    """Where we are: in the dossier, and in the record or item."""

    locatie: str
    voor: str = ""

    def veld(self, veld: Veld) -> str:
        """Return the place of a field in the dossier."""
        if veld.vorm is Vorm.TEKST:
            return self.locatie
        if veld.vorm is Vorm.ATTRIBUUT:
            return f"{self.locatie}/@{veld.naam}"
        return f"{self.locatie}/{veld.naam}[1]"

    def item(self, veld: Veld, nr: int) -> str:
        """Return the place of an item of a list, counted from 1."""
        if veld.vorm is Vorm.REEKS:
            return self.veld(veld)
        if veld.vorm is Vorm.LIJST:
            return f"{self.veld(veld)}/{veld.lijst}[{nr}]"
        return f"{self.locatie}/{veld.naam}[{nr}]"

    def bij(self, veld: Veld) -> _Plaats:
        return attrs.evolve(self, locatie=self.veld(veld))


def keer_om(afb: Afbeelding, blok: Any, locatie: str) -> Terugweg:
    """Read an Afbeelding backwards.

    Args:
        blok: what was received.
        locatie: where it stands in the document, with positions (``/dossier[1]``).
    """
    uit = Terugweg(_deel(afb, locatie))
    _keer_blok(afb, blok, _Plaats(locatie), uit, uit.deel)
    return uit


def _deel(afb: Afbeelding, locatie: str) -> Deel:
    label = blokgegevens(afb.blok).label
    return Deel(record=afb.record, sleutel=afb.sleutel, locatie=locatie, label=label)


def _gevuld(blok: Any) -> Iterator[tuple[Veld, Any]]:
    for veld in velden(type(blok)):
        waarde = getattr(blok, veld.attr)
        if waarde not in (None, "", []):
            yield veld, waarde


def _keer_blok(afb: Afbeelding, blok: Any, plaats: _Plaats, uit: Terugweg, deel: Deel) -> None:
    samengevoegd = {attr for terug in afb.terug.values() for attr in terug.velden}
    for veld, waarde in _gevuld(blok):
        if veld.attr not in samengevoegd:
            _keer_veld(afb, veld, waarde, plaats, uit, deel)
    over = set(samengevoegd)
    for pad, terug in afb.terug.items():
        over -= _keer_terug(afb, blok, pad, terug, plaats, uit, deel)
    for veld, waarde in _gevuld(blok):
        if veld.attr in over:
            _verlies(uit, veld, waarde, plaats, _NIETS, onbedoeld=True)


def _keer_veld(
    afb: Afbeelding, veld: Veld, waarde: Any, plaats: _Plaats, uit: Terugweg, deel: Deel
) -> None:
    bron = afb.inkomend.get(veld.attr, Ontbreekt("bestaat nog niet voor dit systeem"))
    match bron:
        case Ontbreekt(reden):
            _verlies(uit, veld, waarde, plaats, reden)
        case Kern():
            _verlies(uit, veld, waarde, plaats, VAN_HET_DOSSIER)
        case Vast(altijd):
            if waarde == altijd:
                uit.vanzelf.extend(_bladen(veld, waarde, plaats))
            else:
                _verlies(uit, veld, waarde, plaats, _ANDERS_DAN_VAST)
        case Blok(binnen, pad):
            voor = f"{plaats.voor}{pad}." if pad else plaats.voor
            _keer_blok(binnen, waarde, attrs.evolve(plaats.bij(veld), voor=voor), uit, deel)
        case Elk(pad, Afbeelding() as binnen):
            items = tuple(
                _keer_item(binnen, item, plaats.item(veld, nr), uit)
                for nr, item in enumerate(waarde, start=1)
            )
            deel.rijen.append(Rij(pad=plaats.voor + pad, items=items))
        case _:
            _keer_waarde(afb, veld, bron, waarde, plaats, uit, deel)


def _keer_item(afb: Afbeelding, item: Any, locatie: str, uit: Terugweg) -> Deel:
    deel = _deel(afb, locatie)
    _keer_blok(afb, item, _Plaats(locatie), uit, deel)
    return deel


def _keer_waarde(
    afb: Afbeelding,
    veld: Veld,
    bron: Bron,
    waarde: Any,
    plaats: _Plaats,
    uit: Terugweg,
    deel: Deel,
) -> None:
    if isinstance(waarde, Ruw) or (isinstance(waarde, list) and _heeft_ruw(waarde)):
        _verlies(uit, veld, waarde, plaats, _NIET_TE_LEZEN, onbedoeld=True)
        return
    try:
        gekeerd = list(_paren(bron, waarde))
    except Onbruikbaar as fout:
        _verlies(uit, veld, waarde, plaats, fout.waarom, onbedoeld=True)
        return
    except (Exception, SystemExit):  # noqa: BLE001 - a transform must not stop the import
        _verlies(uit, veld, waarde, plaats, _LIEP_VAST, onbedoeld=True)
        return
    if all(terug in (None, "", []) for _, terug in gekeerd):
        _verlies(uit, veld, waarde, plaats, _NIETS, onbedoeld=True)
        return
    gelijk = _gelijk(afb, plaats.voor, {veld.attr: waarde})
    bladen = tuple(_bladen(veld, waarde, plaats))
    for pad, terug in gekeerd:
        _wijs_toe(uit, deel, plaats.voor + pad, terug, gelijk, bladen)


def _heeft_ruw(waarden: list[Any]) -> bool:
    return any(isinstance(waarde, Ruw) for waarde in waarden)


def _paren(bron: Bron, waarde: Any) -> Iterator[tuple[str, Any]]:
    """Yield the fields of the record that a source fills, with their values."""
    match bron:
        case Van(pad, None):
            yield pad, waarde
        case Van(pad, via):
            terug = terug_van(via)
            assert terug is not None, pad
            yield pad, terug(waarde)
        case Samen(paden, _, terug):
            assert terug is not None, paden
            yield from ((p, w) for p, w in zip(paden, terug(waarde), strict=True) if w is not None)
        case Code(pad, tabel):
            yield pad, _uit_tabel(tabel, waarde)
        case Elk(pad, door):
            yield pad, [_item_terug(door, deel) for deel in waarde]


def _item_terug(door: Any, waarde: Any) -> Any:
    if isinstance(door, Codetabel):
        return _uit_tabel(door, waarde)
    if door is None:
        return waarde
    terug = terug_van(door)
    assert terug is not None, door
    return terug(waarde)


def _uit_tabel(tabel: Codetabel, code: str) -> str:
    waarde = tabel.terug_van(code)
    if waarde is None:
        raise Onbruikbaar(tabel.zonder.get(code) or f"een code uit de tabel '{tabel.naam}'")
    return waarde


def _keer_terug(
    afb: Afbeelding,
    blok: Any,
    pad: str,
    terug: Terug,
    plaats: _Plaats,
    uit: Terugweg,
    deel: Deel,
) -> set[str]:
    """Fill a field of the record from several of the block; return those that it tells of."""
    gevuld = {veld.attr: (veld, w) for veld, w in _gevuld(blok) if veld.attr in terug.velden}
    if not gevuld:
        return set()
    waarden = [gevuld[attr][1] if attr in gevuld else None for attr in terug.velden]
    reden = ""
    try:
        gekeerd = terug.via(*waarden)
    except Onbruikbaar as fout:
        reden = fout.waarom
    except (Exception, SystemExit):  # noqa: BLE001 - a transform must not stop the import
        reden = _LIEP_VAST
    if reden:
        for veld, waarde in gevuld.values():
            _verlies(uit, veld, waarde, plaats, reden, onbedoeld=True)
    elif gekeerd in (None, "", []):
        return set()
    else:
        gelijk = _gelijk(afb, plaats.voor, {attr: w for attr, (_, w) in gevuld.items()})
        bladen = tuple(blad for paar in gevuld.values() for blad in _bladen(*paar, plaats))
        _wijs_toe(uit, deel, plaats.voor + pad, gekeerd, gelijk, bladen)
    return set(gevuld)


def _gelijk(afb: Afbeelding, voor: str, waarden: dict[str, Any]) -> Callable[[Any], bool]:
    """Return what says of a record that these fields of the block would come out of it again."""

    def gelijk(record: Any) -> bool:
        binnen = volg(record, voor.rstrip(".")) if voor else record
        return binnen is not None and all(
            lees_veld(afb, attr, binnen) == waarde for attr, waarde in waarden.items()
        )

    return gelijk


def _wijs_toe(
    uit: Terugweg,
    deel: Deel,
    pad: str,
    waarde: Any,
    gelijk: Callable[[Any], bool],
    bladen: tuple[Blad, ...],
) -> None:
    eerder = next((t for t in deel.toewijzingen if t.pad == pad), None)
    if eerder is None:
        label = " en ".join(dict.fromkeys(blad.label for blad in bladen))
        deel.toewijzingen.append(
            Toewijzing(pad=pad, waarde=waarde, gelijk=gelijk, bladen=bladen, label=label)
        )
    elif eerder.waarde != waarde:
        for blad in bladen:
            uit.verliezen.append(Verlies(blad=blad, reden=_GEEN_VAN_BEIDE, onbedoeld=True))
    else:
        deel.toewijzingen[deel.toewijzingen.index(eerder)] = attrs.evolve(
            eerder, bladen=tuple(dict.fromkeys((*eerder.bladen, *bladen)))
        )


def _bladen(veld: Veld, waarde: Any, plaats: _Plaats) -> Iterator[Blad]:
    """Yield every value in a field of a block."""
    if veld.blok is None:
        yield Blad(plaats.veld(veld), veld.label)
        return
    for nr, deel in enumerate(waarde if isinstance(waarde, list) else [waarde], start=1):
        binnen = _Plaats(plaats.item(veld, nr) if veld.meervoud else plaats.veld(veld))
        for onder, inhoud in _gevuld(deel):
            yield from _bladen(onder, inhoud, binnen)


def _verlies(
    uit: Terugweg, veld: Veld, waarde: Any, plaats: _Plaats, reden: str, *, onbedoeld: bool = False
) -> None:
    """Tell of every value in a field that it is not taken over."""
    for blad in _bladen(veld, waarde, plaats):
        uit.verliezen.append(Verlies(blad=blad, reden=reden, onbedoeld=onbedoeld))

"""Runs an Afbeelding: from one record to one block, with a finding for all that can't be used."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any

import attrs

from oso_adapters.errors import waar_in_plugin
from oso_adapters.gegevensset._veld import Veld, Vorm, velden
from oso_adapters.mapping.bronnen import (
    Afbeelding,
    Beleid,
    Blok,
    Bron,
    Code,
    Codetabel,
    Elk,
    Onbruikbaar,
    Samen,
    Van,
    Vast,
    kern_van,
)
from oso_adapters.mapping.omkeerbaar import heen_van
from oso_adapters.melding import Ernst, Melding, SoortMelding, Wie

__all__ = ["Resultaat", "apply_afbeelding", "lees_veld", "volg"]


@attrs.define
class Resultaat:
    """A filled block with what went wrong on the way.

    Attributes:
        weggelaten: how often a value was left out on purpose, by the vendor's field.
    """

    blok: Any = None
    meldingen: list[Melding] = attrs.field(factory=list)
    weggelaten: dict[str, int] = attrs.field(factory=dict)

    def laat_weg(self, naam: str) -> None:
        """Count one value of this field of the vendor as left out on purpose."""
        self.weggelaten[naam] = self.weggelaten.get(naam, 0) + 1


@attrs.define(eq=False)
class _Plaats:
    """Where we are: in the dossier, and in the record.

    Attributes:
        locatie: place of the block that is being filled; or, with ``waarde``, of the one value.
    """

    locatie: str
    bron: tuple[str, ...]
    waarde: bool = False

    def veld(self, pad: str) -> str:
        return ".".join((*self.bron, pad))


_Vuller = Callable[[Any, _Plaats, Resultaat], Any]
_LEEG: tuple[Any, ...] = (None, "", [])


def _haal(pad: str) -> Callable[[Any], Any]:
    """Return a function that walks into records; a record that is absent gives None.

    A list gives what stands there in each of its records.
    """
    if "." not in pad:
        return attrgetter(pad)
    stappen = tuple(pad.split("."))

    def haal(waarde: Any) -> Any:
        for stap in stappen:
            if waarde is None:
                return None
            waarde = _stap(waarde, stap) if isinstance(waarde, list) else getattr(waarde, stap)
        return waarde

    return haal


def _stap(waarde: Any, stap: str) -> Any:
    if isinstance(waarde, list):
        return [_stap(deel, stap) for deel in waarde]
    return None if waarde is None else getattr(waarde, stap)


def volg(record: Any, pad: str) -> Any:
    """Return what stands at a path in a record; None when there is nothing."""
    return _haal(pad)(record)


def _zonder_posities(locatie: str) -> str:
    return "/".join(stap.partition("[")[0] for stap in locatie.split("/"))


def _meld(
    regel: str, plaats: _Plaats, pad: str, veld: Veld, uitleg: str, ernst: Ernst = Ernst.FOUT
) -> Melding:
    locatie = plaats.locatie
    if not plaats.waarde and veld.vorm not in (Vorm.TEKST, Vorm.ATTRIBUUT):
        locatie = f"{locatie}/{'/'.join(f'{naam}[1]' for naam in veld.elementen)}"
    attribuut = f"/@{veld.naam}" if veld.vorm is Vorm.ATTRIBUUT else ""
    bronveld = plaats.veld(pad)
    return Melding(
        regel=regel,
        soort=SoortMelding.AFBEELDING,
        ernst=ernst,
        locatie=locatie,
        pad=_zonder_posities(locatie) + attribuut,
        verwacht=uitleg,
        melding=f"De waarde van '{bronveld}' is niet te gebruiken voor '{veld.label}'.",
        herstel=f"Verbeter '{bronveld}' in het administratiesysteem.",
        wie=Wie.SCHOOL,
        gepubliceerd=False,
        bronvelden=(bronveld,),
    )


def _vertaal(
    tabel: Codetabel, waarde: Any, pad: str, veld: Veld, plaats: _Plaats, resultaat: Resultaat
) -> str | None:
    if waarde in tabel.waarden:
        return tabel.waarden[waarde]
    if tabel.onbekend is Beleid.WEGLATEN:
        resultaat.laat_weg(plaats.veld(pad))
        return None
    ernst = Ernst.FOUT if tabel.onbekend is Beleid.WEIGER else Ernst.WAARSCHUWING
    uitleg = f"een waarde uit de tabel '{tabel.naam}'"
    melding = _meld("AF.code", plaats, pad, veld, uitleg, ernst)
    if tabel.herstel:
        melding = attrs.evolve(melding, herstel=tabel.herstel)
    resultaat.meldingen.append(melding)
    return None


def _mislukt(
    fout: BaseException, pad: str, veld: Veld, plaats: _Plaats, resultaat: Resultaat
) -> None:
    """Tell of a transform that could not do its work; the field stays empty."""
    if isinstance(fout, Onbruikbaar):
        resultaat.meldingen.append(_meld("AF.waarde", plaats, pad, veld, str(fout)))
        return
    intern = f"(intern: {type(fout).__name__}{waar_in_plugin(fout)})"
    melding = _meld("AF.omzetting", plaats, pad, veld, intern)
    resultaat.meldingen.append(
        attrs.evolve(
            melding,
            melding=f"De omzetting van '{plaats.veld(pad)}' naar '{veld.label}' liep vast.",
            herstel="De leverancier moet de omzetting van dit veld herstellen.",
            wie=Wie.LEVERANCIER,
        )
    )


def _vul_van(bron: Van, veld: Veld) -> _Vuller:
    haal, via, pad = _haal(bron.pad), heen_van(bron.via), bron.pad

    def vul(record: Any, plaats: _Plaats, resultaat: Resultaat) -> Any:
        waarde = haal(record)
        if not waarde and waarde in _LEEG:
            return None
        if via is None:
            return waarde
        try:
            return via(waarde)
        except (Exception, SystemExit) as fout:  # noqa: BLE001 - must not stop the export
            return _mislukt(fout, pad, veld, plaats, resultaat)

    return vul


def _vul_samen(bron: Samen, veld: Veld) -> _Vuller:
    halen = tuple(_haal(pad) for pad in bron.paden)
    pad = bron.paden[0]

    def vul(record: Any, plaats: _Plaats, resultaat: Resultaat) -> Any:
        waarden = tuple(None if w in _LEEG else w for w in (haal(record) for haal in halen))
        try:
            return bron.via(*waarden)
        except (Exception, SystemExit) as fout:  # noqa: BLE001 - must not stop the export
            return _mislukt(fout, pad, veld, plaats, resultaat)

    return vul


def _vul_code(bron: Code, veld: Veld) -> _Vuller:
    haal = _haal(bron.pad)

    def vul(record: Any, plaats: _Plaats, resultaat: Resultaat) -> Any:
        waarde = haal(record)
        if not waarde and waarde in _LEEG:
            return None
        return _vertaal(bron.tabel, waarde, bron.pad, veld, plaats, resultaat)

    return vul


def _vul_blok(bron: Blok, veld: Veld) -> _Vuller:
    haal = _haal(bron.pad) if bron.pad else lambda record: record
    binnen = (bron.pad,) if bron.pad else ()
    vul_binnen = _compileer(bron.afbeelding)

    def vul(record: Any, plaats: _Plaats, resultaat: Resultaat) -> Any:
        deel = haal(record)
        if deel is None:
            return None
        hier = _Plaats(f"{plaats.locatie}/{veld.naam}[1]", (*plaats.bron, *binnen))
        return vul_binnen(deel, hier, resultaat)

    return vul


def _vul_elk(bron: Elk, veld: Veld) -> _Vuller:
    haal = _haal(bron.pad)
    vul_een, tenzij = _vul_item(bron, veld), bron.tenzij
    binnen = (bron.pad,) if isinstance(bron.door, Afbeelding) else ()

    def vul(record: Any, plaats: _Plaats, resultaat: Resultaat) -> Any:
        basis = plaats.locatie
        if veld.vorm in (Vorm.LIJST, Vorm.REEKS):
            basis = f"{basis}/{veld.naam}[1]"
        herkomst = (*plaats.bron, *binnen)
        gevuld: list[Any] = []
        for item in haal(record) or ():
            if tenzij is not None and tenzij(item):
                resultaat.laat_weg(f"{plaats.veld(bron.pad)} (mag niet mee)")
                continue
            locatie = basis
            if veld.vorm is not Vorm.REEKS:
                locatie = f"{basis}/{veld.elementen[-1]}[{len(gevuld) + 1}]"
            waarde = vul_een(item, _Plaats(locatie, herkomst, waarde=not binnen), resultaat)
            if waarde is not None:
                gevuld.append(waarde)
        return gevuld or ([] if veld.verplicht and veld.leeg else None)

    return vul


def _vul_item(bron: Elk, veld: Veld) -> _Vuller:
    door, pad = bron.door, bron.pad
    if isinstance(door, Afbeelding):
        return _compileer(door)

    def vul(item: Any, plaats: _Plaats, resultaat: Resultaat) -> Any:
        if not item and item in _LEEG:
            return None
        if isinstance(door, Codetabel):
            return _vertaal(door, item, pad, veld, plaats, resultaat)
        try:
            return item if door is None else door(item)
        except (Exception, SystemExit) as fout:  # noqa: BLE001 - must not stop the export
            return _mislukt(fout, pad, veld, plaats, resultaat)

    return vul


def _vuller(bron: Bron, veld: Veld) -> _Vuller | None:
    match bron:
        case Van():
            return _vul_van(bron, veld)
        case Samen():
            return _vul_samen(bron, veld)
        case Code():
            return _vul_code(bron, veld)
        case Blok():
            return _vul_blok(bron, veld)
        case Elk():
            return _vul_elk(bron, veld)
        case Vast(waarde):
            return lambda record, plaats, resultaat: waarde
    return None


@cache
def _compileer(afb: Afbeelding) -> _Vuller:
    """Turn an Afbeelding into one function; a block of which nothing is filled gives None."""
    per_attr = {veld.attr: veld for veld in velden(afb.blok)}
    vullers = [
        (attr, vul, isinstance(bron, Vast), per_attr[attr].vorm is Vorm.HERHAALD)
        for attr, bron in afb.uitgaand.items()
        if (vul := _vuller(bron, per_attr[attr])) is not None
    ]
    cls = afb.blok

    def vul_alles(record: Any, plaats: _Plaats, resultaat: Resultaat) -> Any:
        waarden = {}
        iets = False
        for attr, vul, vast, herhaald in vullers:
            waarde = vul(record, plaats, resultaat)
            if waarde is not None:
                waarden[attr] = waarde if not herhaald or isinstance(waarde, list) else [waarde]
                iets = iets or not (vast or waarde == [])
        return cls(**waarden) if iets else None

    return vul_alles


def apply_afbeelding(afb: Afbeelding, record: Any, plek: str) -> Resultaat:
    """Fill a block from a record.

    Args:
        plek: where the block stands in the dossier, with positions (``/dossier[1]``).
    """
    resultaat = Resultaat()
    resultaat.blok = _compileer(afb)(record, _Plaats(plek, ()), resultaat)
    return resultaat


@cache
def _een_veld(afb: Afbeelding, attr: str) -> _Vuller | None:
    veld = next(veld for veld in velden(afb.blok) if veld.attr == attr)
    return _vuller(kern_van(afb.bronnen[attr]), veld)


def lees_veld(afb: Afbeelding, attr: str, record: Any) -> Any:
    """Return what one field of a block becomes, whichever way it goes; None when it stays empty."""
    vul = _een_veld(afb, attr)
    waarde = vul(record, _Plaats("", ()), Resultaat()) if vul else None
    veld = next(veld for veld in velden(afb.blok) if veld.attr == attr)
    herhaald = veld.vorm is Vorm.HERHAALD and waarde is not None
    return [waarde] if herhaald and not isinstance(waarde, list) else waarde

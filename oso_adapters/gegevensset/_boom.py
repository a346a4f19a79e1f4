"""The tree that the blocks make together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

import attrs

from oso_adapters.gegevensset._veld import Veld, Vorm, blokgegevens, velden, velden_in
from oso_adapters.gegevensset.dossier import Dossier, Dossiers
from oso_adapters.versies import Versie


@cache
def blokken(versie: Versie) -> tuple[type, ...]:
    """Return every block of a version, each after the one that holds it."""
    gevonden: dict[type, None] = {Dossiers: None}
    wachtrij: list[type] = [Dossiers]
    while wachtrij:
        cls = wachtrij.pop(0)
        bases = [base for base in cls.__mro__[1:] if hasattr(base, "__blok__")]
        for deel in [*bases, *(v.blok for v in velden_in(cls, versie) if v.blok)]:
            if deel not in gevonden:
                gevonden[deel] = None
                wachtrij.append(deel)
    return tuple(gevonden)


@cache
def globale_blokken(versie: Versie) -> Mapping[str, type]:
    """Return the blocks of a version that have a global element, by the name of that element."""
    benoemd = {blokgegevens(cls).element: cls for cls in blokken(versie)}
    return MappingProxyType({naam: cls for naam, cls in benoemd.items() if naam})


@attrs.frozen
class Plek:
    """One place in the tree: a field of a block, at a path without positions.

    Attributes:
        pad: path of the element (or ``…/@naam`` of an attribute); a repeated element inside a
            LIJST is meant, not the one around it.
    """

    pad: str
    blok: type
    veld: Veld

    @property
    def kop(self) -> str:
        """Path of the element that the field itself is: of a LIJST the one around the items."""
        return self.pad.rpartition("/")[0] if self.veld.vorm is Vorm.LIJST else self.pad


@cache
def plekken(versie: Versie, cls: type = Dossier, pad: str = "/dossier") -> tuple[Plek, ...]:
    """Return every place below a block, in the order of the schema."""
    return tuple(_plekken(versie, cls, pad))


@cache
def element_paden(versie: Versie) -> tuple[str, ...]:
    """Return the path of every element of a dossier, in the order of the schema."""
    alle = (pad for plek in plekken(versie) for pad in (plek.kop, plek.pad) if "@" not in pad)
    return tuple(dict.fromkeys(("/dossier", *alle)))


def paden_bij(versie: Versie, namen: str) -> tuple[str, ...]:
    """Return the paths of the elements that end in these names, such as ``dossier/inzage``."""
    return tuple(pad for pad in element_paden(versie) if pad.endswith(f"/{namen}"))


def ligt_in(pad: str, buiten: str) -> bool:
    """Say whether a path is that of an element, or of something inside it."""
    return f"{pad}/".startswith(f"{buiten}/")


@cache
def herhaalde_paden(versie: Versie) -> frozenset[str]:
    """Return the paths of the elements that may be there again and again."""
    return frozenset(pad for plek in plekken(versie) for pad in _herhaalde(plek))


def _herhaalde(plek: Plek) -> Iterator[str]:
    if plek.veld.onbeperkt or plek.veld.vorm is Vorm.LIJST:
        yield plek.pad
    elif plek.veld.vorm is Vorm.REEKS:
        assert plek.veld.blok is not None
        yield from (f"{plek.pad}/{veld.naam}" for veld in velden(plek.veld.blok))


def _plekken(versie: Versie, cls: type, pad: str) -> Iterator[Plek]:
    for veld in velden_in(cls, versie):
        hier = pad + veld.stap + (f"/{veld.lijst}" if veld.lijst else "")
        yield Plek(hier, cls, veld)
        if veld.blok is not None:
            yield from _plekken(versie, veld.blok, hier)

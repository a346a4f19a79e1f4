"""The elements and attributes of a dossier, each with what the schema asks of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

import attrs

from oso_adapters.gegevensset._boom import Plek, plekken
from oso_adapters.gegevensset._veld import Vorm, blokgegevens
from oso_adapters.versies import Versie

__all__ = ["WORTEL", "Rij", "ouder", "rijen"]

WORTEL = "/dossier"


def ouder(pad: str) -> str:
    """Return the path of the element around this one."""
    return pad.rpartition("/")[0]


@attrs.frozen(kw_only=True)
class Rij:
    """One element or attribute.

    Attributes:
        label: name for people; `veldlabel` is the one that rules use.
        blok: holds other elements.
        verplicht: the schema wants it wherever the element around it is.
        keuze: paths of the fields, itself among them, of which there may be one.
        categorie: category of delivery of the block that it is or is part of, without ``cat_``.
        kop: it is that block itself.
    """

    pad: str
    label: str
    veldlabel: str
    blok: bool
    meervoud: bool
    verplicht: bool
    keuze: tuple[str, ...]
    categorie: str | None
    kop: bool
    codelijst: int | None


def _keuzen(plaatsen: tuple[Plek, ...]) -> dict[tuple[str, str], tuple[str, ...]]:
    per_keuze: dict[tuple[str, str], tuple[str, ...]] = {}
    for plek in plaatsen:
        if plek.veld.keuze is not None:
            sleutel = (ouder(plek.kop), plek.veld.keuze)
            per_keuze[sleutel] = (*per_keuze.get(sleutel, ()), plek.kop)
    return per_keuze


def _rijen(versie: Versie) -> Iterator[Rij]:
    plaatsen = plekken(versie)
    keuzen = _keuzen(plaatsen)
    categorieen: dict[str, str | None] = {WORTEL: None}
    for plek in plaatsen:
        veld = plek.veld
        if veld.vorm is Vorm.TEKST:
            continue
        in_lijst = plek.kop != plek.pad
        categorie = veld.categorie or categorieen[ouder(plek.kop)]
        categorieen[plek.kop] = categorieen[plek.pad] = categorie
        eigen = Rij(
            pad=plek.kop,
            label=veld.label,
            veldlabel=veld.label,
            blok=veld.blok is not None,
            meervoud=veld.onbeperkt,
            verplicht=veld.verplicht,
            keuze=keuzen.get((ouder(plek.kop), veld.keuze), ()) if veld.keuze else (),
            categorie=categorie,
            kop=veld.categorie is not None,
            codelijst=None if in_lijst else veld.codelijst,
        )
        yield eigen
        if in_lijst:
            yield attrs.evolve(
                eigen,
                pad=plek.pad,
                label=blokgegevens(veld.blok).label if veld.blok else veld.label,
                meervoud=True,
                verplicht=not veld.leeg,
                keuze=(),
                kop=False,
                codelijst=veld.codelijst,
            )


@cache
def rijen(versie: Versie) -> Mapping[str, Rij]:
    """Return all elements and attributes below the dossier by path, in the order of the schema."""
    return MappingProxyType({rij.pad: rij for rij in _rijen(versie)})

"""Takes a leerling apart into rows of all lists: what `bouwen` puts together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import PureWindowsPath
from typing import Any

import attrs

from oso_magister.bouwen import WOON
from oso_magister.lijsten import (
    BIJ,
    HOOFDLIJST,
    LEERLING,
    LIJSTEN,
    STAMNR,
    WOONADRES,
    WOONADRES_OVERIG,
    kolommen_van,
)
from oso_magister.records import Leer, Leerlingdossier, Lovg
from oso_magister.records_school import Adre
from oso_magister.velden import Deel, Soort, delen, sleutelveld

__all__ = ["Regel", "schrijf_leerling"]

Regel = tuple[str, Mapping[str, str]]
"""A row: the list that it stands in, and its filled cells by column."""

_VREEMD = re.compile(r"[^\w.-]+", re.ASCII)
_LANGSTE_NAAM = 60
_LANGSTE_SOORT = 10


def schrijf_leerling(
    dossier: Leerlingdossier, stamnr: str, bewaar: Callable[[str, bytes], None]
) -> Iterator[Regel]:
    """Yield the rows of one leerling over all lists.

    Args:
        bewaar: keeps a file of the folder ``bijlagen``, at the place that it is given.
    """
    return _Schrijver(stamnr, bewaar, _hoogste(dossier)).rijen(dossier)


def _hoogste(record: Any) -> dict[str, int]:
    """Return the highest key in use of each kind of record inside this one."""
    hoogste: dict[str, int] = {}
    for deel in delen(record.__class__):
        waarde = getattr(record, deel.naam)
        if deel.cls is None or deel.soort is Soort.BASIS or waarde is None:
            continue
        for item in waarde if isinstance(waarde, list) else [waarde]:
            gevonden = _hoogste(item)
            eigen = sleutelveld(deel.cls)
            sleutel = getattr(item, eigen) if eigen else None
            if sleutel and sleutel.isdecimal():
                gevonden[deel.naam] = max(gevonden.get(deel.naam, 0), int(sleutel))
            hoogste |= {n: max(nr, hoogste.get(n, 0)) for n, nr in gevonden.items()}
    return hoogste


def _splits_adres(leer: Leer | None) -> tuple[Adre, list[Adre]]:
    """Return the home address, which stands with the leerling, and all others."""
    adressen = leer.adres if leer else []
    eerste = next(iter(adressen), None)
    if eerste is not None and eerste.soort == WOON and eerste != Adre(soort=WOON):
        return eerste, adressen[1:]
    return Adre(), adressen


class _Schrijver:
    def __init__(
        self, stamnr: str, bewaar: Callable[[str, bytes], None], hoogste: dict[str, int]
    ) -> None:
        self._stamnr = stamnr
        self._bewaar = bewaar
        self._hoogste = hoogste
        self._bijlagen = 0

    def rijen(self, dossier: Leerlingdossier) -> Iterator[Regel]:
        thuis, elders = _splits_adres(dossier.sis_leer)
        yield from self._hoofdrijen(dossier, thuis)
        for adres in elders:
            yield from self._rij(adres, "sis_adre", LEERLING, "")
        for deel in delen(Leerlingdossier):
            if deel.naam == "sis_lovg":
                overig = {k: getattr(thuis, k) for k in WOONADRES_OVERIG if getattr(thuis, k)}
                yield from self._rij(dossier.sis_lovg or Lovg(), deel.naam, LEERLING, "", overig)
            elif deel.naam in LIJSTEN:
                yield from self._deel(deel, getattr(dossier, deel.naam), LEERLING, "")

    def _hoofdrijen(self, dossier: Leerlingdossier, thuis: Adre) -> Iterator[Regel]:
        leer = dossier.sis_leer or Leer()
        eigen = {kolom: getattr(leer, kolom) for kolom in kolommen_van(Leer)}
        eigen |= {kolom: getattr(thuis, kolom) for kolom in WOONADRES}
        for cellen in [dict(self._cellen(aanm)) for aanm in dossier.sis_aanm] or [{}]:
            yield HOOFDLIJST, _gevuld({**eigen, **cellen, STAMNR: self._stamnr})

    def _deel(self, deel: Deel, waarde: Any, lijst: str, sleutel: str) -> Iterator[Regel]:
        """Yield the rows of what stands in one field of a record."""
        items = waarde if isinstance(waarde, list) else [waarde]
        for item in items:
            if deel.cls is None:
                link = self._koppeling(deel.naam, lijst, sleutel)
                yield deel.naam, _gevuld({**link, "waarde": item})
            elif item is not None and (deel.soort is Soort.RIJEN or item != deel.cls()):
                yield from self._rij(item, deel.naam, lijst, sleutel)

    def _rij(
        self,
        record: Any,
        lijst: str,
        boven: str,
        boven_sleutel: str,
        extra: Mapping[str, str] | None = None,
    ) -> Iterator[Regel]:
        """Yield the row of a record and the rows of all that is in it."""
        eigen = sleutelveld(type(record))
        if eigen and not getattr(record, eigen):
            self._hoogste[lijst] = self._hoogste.get(lijst, 0) + 1
            record = attrs.evolve(record, **{eigen: str(self._hoogste[lijst])})
        sleutel = getattr(record, eigen) if eigen else ""
        cellen = _gevuld({**dict(self._cellen(record)), **(extra or {})})
        if cellen or lijst != "sis_lovg":
            yield lijst, {**_gevuld(self._koppeling(lijst, boven, boven_sleutel)), **cellen}
        for deel in delen(record.__class__):
            if deel.soort in (Soort.RIJ, Soort.RIJEN, Soort.TEKSTEN):
                yield from self._deel(deel, getattr(record, deel.naam), lijst, sleutel)

    def _koppeling(self, lijst: str, boven: str, sleutel: str) -> dict[str, str]:
        kolommen = LIJSTEN[lijst].koppeling
        link = (boven, sleutel) if kolommen[1:] == BIJ else (sleutel,)
        return {STAMNR: self._stamnr, **dict(zip(kolommen[1:], link, strict=False))}

    def _cellen(self, record: Any) -> Iterator[tuple[str, Any]]:
        for deel in delen(record.__class__):
            waarde = getattr(record, deel.naam)
            match deel.soort:
                case Soort.KOLOM:
                    yield deel.naam, waarde
                case Soort.BASIS if waarde is not None and deel.cls is not None:
                    yield deel.naam, getattr(waarde, str(sleutelveld(deel.cls)))
                case Soort.BESTAND if waarde is not None:
                    yield deel.naam, self._bijlage(record.naam, waarde)

    def _bijlage(self, naam: str | None, inhoud: bytes) -> str:
        """Keep a file under a name that every system takes; return its place."""
        self._bijlagen += 1
        kaal = PureWindowsPath(_VREEMD.sub("_", PureWindowsPath(naam or "bijlage").name))
        eigen = f"{kaal.stem[:_LANGSTE_NAAM]}{kaal.suffix[:_LANGSTE_SOORT]}"
        pad = f"{self._stamnr}/{self._bijlagen}-{eigen}"
        self._bewaar(pad, inhoud)
        return pad


def _gevuld(cellen: Mapping[str, str | None]) -> dict[str, str]:
    return {kolom: cel for kolom, cel in cellen.items() if cel}

"""The lists that Magister's webservice gives, and the columns of each: derived from the records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

import attrs

from oso_magister.records import Aanm, Leer, Leerlingdossier, Lovg
from oso_magister.records_school import Bgrp, Blfa, Blok, Blpe, Pers, Prof, Stud
from oso_magister.velden import Deel, Soort, delen, sleutelveld

__all__ = [
    "ALLE_LIJSTEN",
    "BASISLIJSTEN",
    "BIJ",
    "HOOFDLIJST",
    "LEERLING",
    "LIJSTEN",
    "LOKATIELIJSTEN",
    "STAMNR",
    "WOONADRES",
    "WOONADRES_OVERIG",
    "Lijst",
    "kolommen_van",
]

HOOFDLIJST = "leerlingen"
"""The list with ``sis_leer`` and ``sis_aanm`` together: one row for each enrolment."""
STAMNR = "stamnr"
LEERLING = "sis_leer"
WOONADRES = ("straat", "huisnr", "huisnr_tv", "postcode", "woonplaats", "woonland")
"""Columns of ``sis_leer`` with the home address."""
WOONADRES_OVERIG = ("huisnr_aand", "locatie", "gemeente")
"""Columns of ``sis_lovg`` with what ``sis_leer`` lacks of it."""

BIJ = ("bij", "idBij")
"""Columns that say of a row in a list that several lists use: whose it is."""


@attrs.frozen
class Lijst:
    """One list: a file of its own.

    Attributes:
        koppeling: columns that say whose row it is.
        kolommen: all columns, those of ``koppeling`` first.
    """

    naam: str
    koppeling: tuple[str, ...]
    kolommen: tuple[str, ...]

    @property
    def bestand(self) -> str:
        """Name of the file."""
        return f"{self.naam}.csv"


def kolommen_van(cls: type) -> tuple[str, ...]:
    """Return the columns that the fields of a record class stand in."""
    in_rij = (Soort.KOLOM, Soort.BESTAND, Soort.BASIS)
    return tuple(deel.naam for deel in delen(cls) if deel.soort in in_rij)


@attrs.frozen
class _Gebruik:
    """One place where rows of a list belong: in a record of ``eigenaar``."""

    deel: Deel
    eigenaar: type


def _gebruik(cls: type) -> Iterator[_Gebruik]:
    """Yield every list that holds rows of a record of this class, and so on below."""
    for deel in delen(cls):
        if deel.soort in (Soort.RIJ, Soort.RIJEN, Soort.TEKSTEN):
            yield _Gebruik(deel, cls)
            if deel.cls is not None:
                yield from _gebruik(deel.cls)


def _lijst(naam: str, gebruik: list[_Gebruik], eigen: tuple[str, ...]) -> Lijst:
    """Return a list, with the columns that tell whose a row is.

    A list that one list uses has the key of that in it; a list that several use says which.
    """
    eigenaars = {deel.eigenaar for deel in gebruik}
    koppeling = eigen
    if len(eigenaars) > 1:
        koppeling += BIJ
    elif (boven := sleutelveld(gebruik[0].eigenaar)) is not None:
        koppeling += (boven,)
    cls = gebruik[0].deel.cls
    kolommen = ("waarde",) if cls is None else kolommen_van(cls)
    extra = WOONADRES_OVERIG if cls is Lovg else ()
    return Lijst(naam, koppeling, (*koppeling, *kolommen, *extra))


def _lijsten_van(cls: type, eigen: tuple[str, ...]) -> dict[str, Lijst]:
    per_naam: dict[str, list[_Gebruik]] = {}
    for gebruik in _gebruik(cls):
        per_naam.setdefault(gebruik.deel.naam, []).append(gebruik)
    return {naam: _lijst(naam, gebruik, eigen) for naam, gebruik in per_naam.items()}


def _hoofdlijst() -> Lijst:
    eigen = [naam for naam in kolommen_van(Leer) if naam != STAMNR]
    kolommen = (STAMNR, *eigen, *WOONADRES, *kolommen_van(Aanm))
    return Lijst(HOOFDLIJST, (STAMNR,), kolommen)


def _lijsten() -> dict[str, Lijst]:
    gevonden = _lijsten_van(Leerlingdossier, (STAMNR,))
    for naam in (LEERLING, "sis_aanm"):
        del gevonden[naam]
    return {HOOFDLIJST: _hoofdlijst(), **gevonden}


def _basislijsten() -> Iterator[tuple[type, Lijst]]:
    for cls in (Blpe, Bgrp, Stud, Blfa, Prof, Pers, Blok):
        naam = f"sis_{cls.__name__.lower()}"
        yield cls, Lijst(naam, (), kolommen_van(cls))


LIJSTEN: Mapping[str, Lijst] = MappingProxyType(_lijsten())
"""The lists with rows of leerlingen, by name; each has the column ``stamnr``."""

BASISLIJSTEN: Mapping[type, Lijst] = MappingProxyType(dict(_basislijsten()))
"""The lists of the school itself, by the class of their records."""

LOKATIELIJSTEN: Mapping[str, Lijst] = MappingProxyType(_lijsten_van(Blok, ()))
"""The lists with rows of a location."""

ALLE_LIJSTEN: tuple[Lijst, ...] = (
    *LIJSTEN.values(),
    *BASISLIJSTEN.values(),
    *LOKATIELIJSTEN.values(),
)
"""Every list that must be there."""

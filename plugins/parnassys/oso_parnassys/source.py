"""Reads and writes an export of ParnasSys: the only place of this plugin that touches files."""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path, PureWindowsPath
from typing import Any

import attrs

from oso_adapters.errors import ConfigurationError
from oso_adapters.mapping import (
    BESTANDSSOORTEN,
    MAX_BIJLAGEN,
    Bestandsstand,
    Bijlagenmap,
    Bronrecord,
    Onbruikbaar,
    bezwaar,
    read_json,
    te_lezen,
)
from oso_parnassys.normaalvorm import normalise
from oso_parnassys.tabel import Lezing, Tabel
from oso_parnassys.verwijzingen import TABELNAMEN, maak_dossier

__all__ = ["read", "read_school", "write"]

_BESTAND = "leerlingen.json"
_BIJLAGEN = "bijlagen"
_LEERLINGEN = "leerlingen"
_RIJEN = {_LEERLINGEN: "leerling", **dict(TABELNAMEN.values())}
"""Name of the rows by name of the table."""
_DIEPTE = 2
"""A table is an object in the file, with a list of its rows in it."""
_OPNIEUW = "make the export again"
_NAAMLENGTE = 32
_ONBEKEND = ""
"""Name of what stands in the file, but in no table."""


def read(pad: Path) -> Iterable[Bronrecord]:
    """Read ``leerlingen.json``, or a folder with that file; attachments lie beside it.

    The whole file is looked at before there is a first leerling. The tables are held, for a
    leerling can point to any row; the leerlingen come one by one.

    Raises:
        ConfigurationError: there is no such file, or it is no export of ParnasSys.
    """
    bestand = pad / _BESTAND if pad.is_dir() else pad
    with _te_lezen(bestand):
        return _Leerlingen.van(bestand)


def _te_lezen(bestand: Path) -> AbstractContextManager[None]:
    return te_lezen(bestand, f"name {_BESTAND} or the folder that holds it")


def _tabel_van(bestand: Path, weg: tuple[str | int, ...], deel: Any) -> str | None:
    """Return the name of the table of which a piece of the file is a row; None when of none.

    Raises:
        ConfigurationError: there is something else where the rows of a table belong.
    """
    if not weg:
        if deel != {}:
            raise ConfigurationError(f"{bestand}: the top level is no object; {_OPNIEUW}")
        return None
    naam = str(weg[0])
    rij = _RIJEN.get(naam)
    if rij is None or (len(weg) > 1 and weg[1] != rij):
        return _ONBEKEND
    if (len(weg) == 1 and deel not in ({}, None)) or (len(weg) == _DIEPTE and deel != []):
        raise ConfigurationError(f"{bestand}: '{naam}.{rij}' must be a list; {_OPNIEUW}")
    if len(weg) <= _DIEPTE:
        return None
    return naam if naam == _LEERLINGEN or isinstance(deel, dict) else _ONBEKEND


def _rijen(bestand: Path) -> Iterator[tuple[str, Any]]:
    """Yield every row of the file with the name of its table, in the order of the file."""
    leerlingen = False
    for weg, deel in read_json(bestand, _DIEPTE, herstel=_OPNIEUW):
        leerlingen = leerlingen or weg == (_LEERLINGEN,)
        naam = _tabel_van(bestand, weg, deel)
        if naam is not None:
            yield naam, deel
    if not leerlingen:
        raise ConfigurationError(f"{bestand}: '{_LEERLINGEN}' is missing; {_OPNIEUW}")


@attrs.frozen(repr=False)
class _Leerlingen:
    """The leerlingen of a file, read anew each time that one goes through them.

    Attributes:
        onbekend: how many pieces of the file are rows of no table.
    """

    bestand: Path
    tabellen: Mapping[type, Tabel]
    aantal: int
    onbekend: int
    stand: Bestandsstand
    bijlagen: Bijlagenmap

    @classmethod
    def van(cls, bestand: Path, grens: int = MAX_BIJLAGEN) -> _Leerlingen:
        """Read the tables and count the leerlingen.

        Args:
            grens: bytes of all files of one leerling together.
        """
        stand = Bestandsstand.van(bestand)
        tabellen = {klasse: Tabel() for klasse in TABELNAMEN}
        per_naam = {naam: tabellen[klasse] for klasse, (naam, _) in TABELNAMEN.items()}
        tel: Counter[str] = Counter()
        for naam, rij in _rijen(bestand):
            tel[naam] += 1
            if naam in per_naam:
                per_naam[naam].add(rij)
        bijlagen = Bijlagenmap(bestand.parent / _BIJLAGEN, grens)
        return cls(bestand, tabellen, tel[_LEERLINGEN], tel[_ONBEKEND], stand, bijlagen)

    def __len__(self) -> int:
        return self.aantal

    def __iter__(self) -> Iterator[Bronrecord]:
        self._zelfde()
        rijen = (rij for tabel, rij in _rijen(self.bestand) if tabel == _LEERLINGEN)
        yield from _bronrecords(rijen, self.tabellen, self.bijlagen)
        self._zelfde()

    def _zelfde(self) -> None:
        with _te_lezen(self.bestand):
            self.stand.controleer()


def _bronrecords(
    leerlingen: Iterable[Any],
    tabellen: Mapping[type, Tabel],
    bijlagen: Bijlagenmap,
) -> Iterator[Bronrecord]:
    gezien: set[str] = set()
    for nr, gegevens in enumerate(leerlingen, start=1):
        if not isinstance(gegevens, dict):
            yield Bronrecord(f"#{nr}", None, (_GEEN_LEERLING,))
            continue
        dossier, meldingen = maak_dossier(gegevens, tabellen, bijlagen.lezer())
        sleutel = dossier.leerling.id or f"#{nr}"
        if not gegevens.get("id") or sleutel in gezien:
            meldingen.append(_GEEN_EIGEN_ID)
        gezien.add(sleutel)
        yield Bronrecord(sleutel, dossier, tuple(meldingen))


_GEEN_LEERLING = bezwaar(
    "leerling",
    "Een leerling in de uitvoer is geen groep velden.",
    "De leverancier moet de uitvoer van deze leerling herstellen.",
)
_GEEN_EIGEN_ID = bezwaar(
    "leerling.id",
    "Het veld 'leerling.id' is leeg of komt meer dan eens voor.",
    "De leverancier moet elke leerling een eigen id geven.",
)


def read_school(pad: Path) -> list[Bronrecord]:
    """Read all that a school has, so that it can be written back whole; nothing yet gives none.

    Raises:
        ConfigurationError: as `read`, or something stands there that writing would lose.
    """
    if not pad.exists() or (pad.is_dir() and not any(pad.iterdir())):
        return []
    if not pad.is_dir():
        raise ConfigurationError(f"{pad}: is a file; name the folder that holds {_BESTAND}")
    bestand = pad / _BESTAND
    with _te_lezen(bestand):
        gelezen = _Leerlingen.van(bestand, sys.maxsize)
    if gelezen.onbekend:
        raise ConfigurationError(
            f"{bestand}: holds something that is in no table of an export; writing would lose it,"
            " so take it out first"
        )
    if not gelezen.aantal and any(any(tabel.rows()) for tabel in gelezen.tabellen.values()):
        raise ConfigurationError(
            f"{bestand}: holds rows but no leerling; writing would lose them, so begin with a"
            " folder that does not exist yet"
        )
    return [_met_lezing(bron, gelezen) for bron in gelezen]


def _met_lezing(bron: Bronrecord, gelezen: _Leerlingen) -> Bronrecord:
    if bron.record is None:
        return bron
    lezing = Lezing(
        bron.record.leerling, gelezen.tabellen, gelezen.bestand.parent, gelezen.bijlagen.gelezen
    )
    return attrs.evolve(bron, record=attrs.evolve(bron.record, lezing=lezing))


def write(pad: Path, records: Sequence[Bronrecord]) -> None:
    """Write all records of a school as an export in a new folder.

    What else lay beside or in the export that they were read from is copied along.

    Raises:
        ConfigurationError: a file that only a row without leerling names can't be read.
    """
    lezing = next((bron.record.lezing for bron in records if bron.record.lezing), None)
    map_ = lezing.map if lezing else None
    opslag = _Opslag(pad, map_)
    pad.mkdir(parents=True)
    tabellen = normalise(records, opslag)
    (pad / _BESTAND).write_text("".join(_als_json(tabellen)), "utf-8")
    if lezing:
        opslag.copy_others(lezing.genoemd)


def _als_json(tabellen: Mapping[str, Mapping[str, list[Any]]]) -> Iterator[str]:
    """Yield an answer as JSON, with a row on each line."""
    for nr, (naam, rijen) in enumerate(tabellen.items()):
        (rij, inhoud) = next(iter(rijen.items()))
        yield f'{"," if nr else "{"}\n"{naam}": {{"{rij}": ['
        yield ",".join(f"\n{json.dumps(een)}" for een in inhoud)
        yield "]}"
    yield "\n}\n"


class _Opslag:
    """The files of a school in their new folder; a file gets its name from what is in it."""

    def __init__(self, pad: Path, oud: Path | None) -> None:
        self._pad = pad
        self._oud = oud
        self._bijlagen = Bijlagenmap(pad / _BIJLAGEN)
        self._verhuisd = Bijlagenmap(oud / _BIJLAGEN) if oud else None

    def save(self, naam: str, inhoud: bytes) -> str:
        """Keep a file; return its place in the folder ``bijlagen``."""
        achter = PureWindowsPath(naam).suffix.lower().removeprefix(".")
        soort = f".{achter}" if achter in BESTANDSSOORTEN else ""
        plek = f"{hashlib.sha256(inhoud).hexdigest()[:_NAAMLENGTE]}{soort}"
        self._bijlagen.bewaar(plek, inhoud)
        return plek

    def move(self, oud: str) -> str:
        """Keep a file that was there already; return its new place."""
        assert self._oud
        assert self._verhuisd
        try:
            inhoud = self._verhuisd.lees(oud)
        except Onbruikbaar:
            raise ConfigurationError(
                f"{self._oud / _BESTAND}: a document that no leerling has names a file that can't"
                f" be read; take it out of 'documenten', or put the file in '{_BIJLAGEN}'"
            ) from None
        return self.save(oud, inhoud)

    def copy_others(self, genoemd: Collection[Path]) -> None:
        """Copy what lies in the old folder, but for the export and the files that it names."""
        assert self._oud
        assert self._verhuisd
        verhuisd = {*genoemd, *self._verhuisd.gelezen}
        weg = {Path(_BESTAND), *(_BIJLAGEN / plek for plek in verhuisd)}
        for bestand in self._oud.rglob("*"):
            plek = bestand.relative_to(self._oud)
            if plek not in weg and not bestand.is_dir():
                (self._pad / plek).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(bestand, self._pad / plek, follow_symlinks=False)

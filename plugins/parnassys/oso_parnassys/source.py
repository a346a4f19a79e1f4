"""Reads an export of ParnasSys: the only place of this plugin that touches files."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path, PureWindowsPath
from typing import Any

from oso_adapters import Gevallen
from oso_adapters.errors import ConfigurationError
from oso_adapters.mapping import Bronrecord, Onbruikbaar, bezwaar
from oso_parnassys.verwijzingen import TABELNAMEN, Tabel, maak_dossier

__all__ = ["MAX_BIJLAGE", "MAX_BIJLAGEN", "read", "read_gevallen"]

MAX_BIJLAGE = 20 * 1024 * 1024
"""Bytes of the largest file that is taken along."""
MAX_BIJLAGEN = 40 * 1024 * 1024
"""Bytes of all files of one leerling together; more would not fit in a dossier."""

_BESTAND = "leerlingen.json"
_BIJLAGEN = "bijlagen"
_BINNEN = f"een plaats binnen de map '{_BIJLAGEN}'"
_OPNIEUW = "make the export again"


def read(pad: Path) -> Iterator[Bronrecord]:
    """Read ``leerlingen.json``, or a folder with that file; attachments lie beside it.

    Raises:
        ConfigurationError: there is no such file, or it is no export of ParnasSys.
    """
    bestand = pad / _BESTAND if pad.is_dir() else pad
    antwoord = _lees_json(bestand)
    if "leerlingen" not in antwoord:
        raise ConfigurationError(f"{bestand}: 'leerlingen' is missing; {_OPNIEUW}")
    tabellen = {
        cls: Tabel.van(rij for rij in _rijen(antwoord, *namen) if isinstance(rij, dict))
        for cls, namen in TABELNAMEN.items()
    }
    leerlingen = _rijen(antwoord, "leerlingen", "leerling")
    return _bronrecords(leerlingen, tabellen, bestand.parent / _BIJLAGEN)


def read_gevallen(map_: Path) -> Gevallen:
    """Return the standard pupils of the conformance suite as records of ParnasSys."""
    with (map_ / "gevallen.toml").open("rb") as bestand:
        return Gevallen(bron=map_, sleutels=tomllib.load(bestand)["sleutels"])


def _lees_json(bestand: Path) -> Mapping[str, Any]:
    """Read a JSON object; texts of the reader are not passed on, they may hold values."""
    try:
        inhoud = json.loads(bestand.read_bytes().decode("utf-8-sig"), object_pairs_hook=_uniek)
    except FileNotFoundError:
        raise ConfigurationError(
            f"{bestand}: no such file; name {_BESTAND} or the folder that holds it"
        ) from None
    except OSError as fout:
        raise ConfigurationError(
            f"{bestand}: can't be read ({fout.strerror}); check the file and its permissions"
        ) from None
    except json.JSONDecodeError as fout:
        raise ConfigurationError(
            f"{bestand}: line {fout.lineno}, column {fout.colno} is no JSON; {_OPNIEUW}"
        ) from None
    except UnicodeDecodeError as fout:
        raise ConfigurationError(
            f"{bestand}: byte {fout.start} is no UTF-8; {_OPNIEUW} as UTF-8"
        ) from None
    except _DubbelError:
        raise ConfigurationError(
            f"{bestand}: an object has the same key twice, so its meaning is unclear; {_OPNIEUW}"
        ) from None
    except (ValueError, RecursionError):
        raise ConfigurationError(
            f"{bestand}: a number is too long or there are too many levels; {_OPNIEUW}"
        ) from None
    if not isinstance(inhoud, dict):
        raise ConfigurationError(f"{bestand}: the top level is no object; {_OPNIEUW}")
    return inhoud


class _DubbelError(Exception):
    """A key stands twice in one object."""


def _uniek(paren: list[tuple[str, Any]]) -> dict[str, Any]:
    inhoud = dict(paren)
    if len(inhoud) != len(paren):
        raise _DubbelError
    return inhoud


def _rijen(antwoord: Mapping[str, Any], tabel: str, rij: str) -> list[Any]:
    """Return the rows of a table; a table that is not there has none."""
    inhoud = antwoord.get(tabel)
    if inhoud is None:
        return []
    rijen = inhoud.get(rij, []) if isinstance(inhoud, dict) else None
    if not isinstance(rijen, list):
        raise ConfigurationError(f"'{tabel}.{rij}' in {_BESTAND} must be a list; {_OPNIEUW}")
    return rijen


def _bronrecords(
    leerlingen: list[Any], tabellen: Mapping[type, Tabel], map_: Path
) -> Iterator[Bronrecord]:
    gezien: set[str] = set()
    for nr, gegevens in enumerate(leerlingen, start=1):
        if not isinstance(gegevens, dict):
            yield Bronrecord(f"#{nr}", None, (_GEEN_LEERLING,))
            continue
        dossier, meldingen = maak_dossier(gegevens, tabellen, _Bijlagen(map_).lees)
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


class _Bijlagen:
    """The attachments of one leerling; a file that is named twice is kept once."""

    def __init__(self, map_: Path) -> None:
        self._map = map_
        self._gelezen: dict[str, bytes] = {}
        self._totaal = 0

    def lees(self, naam: str) -> bytes:
        """Return the content of a file.

        Raises:
            Onbruikbaar: as for one file, or all together are too large.
        """
        if naam not in self._gelezen:
            self._gelezen[naam] = _lees_bijlage(self._map, naam)
        self._totaal += len(self._gelezen[naam])
        if self._totaal > MAX_BIJLAGEN:
            raise Onbruikbaar(f"bijlagen van samen ten hoogste {MAX_BIJLAGEN // 1024**2} MiB")
        return self._gelezen[naam]


def _lees_bijlage(map_: Path, naam: str) -> bytes:
    """Read an attachment; nothing outside the folder is ever opened.

    Raises:
        Onbruikbaar: no such file in the folder, or it is too large.
    """
    geschreven = PureWindowsPath(naam)
    if geschreven.anchor or ".." in geschreven.parts:
        raise Onbruikbaar(_BINNEN)
    try:
        pad = (map_ / naam).resolve()
        binnen = pad.is_relative_to(map_.resolve())
        inhoud = _lees_begin(pad) if binnen and pad.is_file() else None
    except (OSError, RuntimeError, ValueError):
        raise Onbruikbaar(f"een leesbaar bestand in de map '{_BIJLAGEN}'") from None
    if not binnen:
        raise Onbruikbaar(_BINNEN)
    if inhoud is None:
        raise Onbruikbaar(f"een bestand in de map '{_BIJLAGEN}'")
    if len(inhoud) > MAX_BIJLAGE:
        raise Onbruikbaar(f"een bestand van ten hoogste {MAX_BIJLAGE // 1024**2} MiB")
    return inhoud


def _lees_begin(pad: Path) -> bytes:
    """Read one byte more than may be, so that a file that is too large shows."""
    with pad.open("rb") as bestand:
        return bestand.read(MAX_BIJLAGE + 1)

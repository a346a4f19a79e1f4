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

__all__ = ["MAX_BIJLAGE", "lees", "lees_gevallen"]

MAX_BIJLAGE = 20 * 1024 * 1024
"""Bytes of the largest file that is taken along."""

_BESTAND = "leerlingen.json"
_BIJLAGEN = "bijlagen"
_NIEUWE_UITVOER = "make the export again"


def lees(pad: Path) -> Iterator[Bronrecord]:
    """Read ``leerlingen.json``, or a folder with that file; attachments lie beside it.

    Raises:
        ConfigurationError: there is no such file, or it is no export of ParnasSys.
    """
    bestand = pad / _BESTAND if pad.is_dir() else pad
    antwoord = _lees_json(bestand)
    tabellen = {cls: Tabel.van(_rijen(antwoord, *namen)) for cls, namen in TABELNAMEN.items()}
    if "leerlingen" not in antwoord:
        raise ConfigurationError(f"{bestand}: 'leerlingen' is missing; {_NIEUWE_UITVOER}")
    leerlingen = _rijen(antwoord, "leerlingen", "leerling")
    return _bronrecords(leerlingen, tabellen, bestand.parent / _BIJLAGEN)


def _lees_json(bestand: Path) -> Mapping[str, Any]:
    try:
        inhoud = json.loads(bestand.read_bytes().decode("utf-8-sig"))
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
            f"{bestand}: line {fout.lineno}, column {fout.colno} is no JSON; {_NIEUWE_UITVOER}"
        ) from None
    except UnicodeDecodeError as fout:
        raise ConfigurationError(
            f"{bestand}: byte {fout.start} is no UTF-8; {_NIEUWE_UITVOER} as UTF-8"
        ) from None
    except RecursionError:
        raise ConfigurationError(f"{bestand}: too many levels; {_NIEUWE_UITVOER}") from None
    if not isinstance(inhoud, dict):
        raise ConfigurationError(f"{bestand}: the top level is no object; {_NIEUWE_UITVOER}")
    return inhoud


def _rijen(antwoord: Mapping[str, Any], tabel: str, rij: str) -> list[Mapping[str, Any]]:
    """Return the rows of a table; a table that is not there has none."""
    inhoud = antwoord.get(tabel) or {}
    rijen = inhoud.get(rij) or [] if isinstance(inhoud, dict) else None
    if not isinstance(rijen, list) or not all(isinstance(deel, dict) for deel in rijen):
        raise ConfigurationError(
            f"'{tabel}.{rij}' in {_BESTAND} must be a list of objects; {_NIEUWE_UITVOER}"
        )
    return rijen


def _bronrecords(
    leerlingen: list[Mapping[str, Any]], tabellen: Mapping[type, Tabel], map_: Path
) -> Iterator[Bronrecord]:
    gezien: set[str] = set()
    for nr, gegevens in enumerate(leerlingen, start=1):
        dossier, meldingen = maak_dossier(gegevens, tabellen, lambda naam: _lees_bijlage(map_, naam))
        sleutel = dossier.leerling.id
        if not sleutel or sleutel in gezien:
            meldingen.append(
                bezwaar(
                    "leerling.id",
                    "Het veld 'leerling.id' is leeg of komt meer dan eens voor.",
                    "De leverancier moet elke leerling een eigen id geven.",
                )
            )
        gezien.add(sleutel or "")
        yield Bronrecord(sleutel or f"#{nr}", dossier, tuple(meldingen))


def _lees_bijlage(map_: Path, naam: str) -> bytes:
    """Read an attachment; nothing outside the folder is ever opened.

    Raises:
        Onbruikbaar: no such file in the folder, or it is too large.
    """
    anders = PureWindowsPath(naam)
    if anders.is_absolute() or anders.drive or ".." in anders.parts:
        raise Onbruikbaar(f"een plaats binnen de map '{_BIJLAGEN}'")
    try:
        pad = (map_ / naam).resolve()
        if not pad.is_relative_to(map_.resolve()):
            raise Onbruikbaar(f"een plaats binnen de map '{_BIJLAGEN}'")
        if not pad.is_file():
            raise Onbruikbaar(f"een bestand in de map '{_BIJLAGEN}'")
        with pad.open("rb") as bestand:
            inhoud = bestand.read(MAX_BIJLAGE + 1)
    except (OSError, RuntimeError, ValueError) as fout:
        if isinstance(fout, Onbruikbaar):
            raise
        raise Onbruikbaar(f"een leesbaar bestand in de map '{_BIJLAGEN}'") from None
    if len(inhoud) > MAX_BIJLAGE:
        raise Onbruikbaar(f"een bestand van ten hoogste {MAX_BIJLAGE // 1024**2} MiB")
    return inhoud


def lees_gevallen(map_: Path) -> Gevallen:
    """Return the standard pupils of the conformance suite as records of ParnasSys."""
    with (map_ / "gevallen.toml").open("rb") as bestand:
        return Gevallen(bron=map_, sleutels=tomllib.load(bestand)["sleutels"])

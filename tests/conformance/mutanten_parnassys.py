"""Wrong plugins: ParnasSys with one thing spoilt of what it takes in, and the eis that tells."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import attrs
import oso_parnassys
from mutantwoorden import Mutant, Verander, haken_van, niets, terug, velden
from oso_parnassys.omzettingen import tijdstip
from oso_parnassys.source import read_school, write

from oso_adapters.errors import ConfigurationError
from oso_adapters.gegevensset import Adres, Leerling
from oso_adapters.mapping import Bronrecord, omkeerbaar, van


def _schrijft(bederf: Callable[[Path, dict[str, Any]], None]) -> Verander:
    """Spoil what is written."""

    def schrijf(pad: Path, records: Sequence[Bronrecord]) -> None:
        write(pad, records)
        bestand = pad / "leerlingen.json"
        inhoud = json.loads(bestand.read_text("utf-8"))
        bederf(pad, inhoud)
        bestand.write_text(json.dumps(inhoud), "utf-8")

    return lambda kan: attrs.evolve(kan, write=schrijf)


def _in_utc(dag: date) -> str:
    """Write midnight in the Netherlands in the time of Greenwich: the day before."""
    hier = datetime.fromisoformat(tijdstip.terug(dag))
    return datetime.combine(hier.astimezone(UTC).date(), time(), UTC).isoformat()


def _lege_bijlagen(pad: Path, _inhoud: dict[str, Any]) -> None:
    for bestand in (pad / "bijlagen").glob("*"):
        bestand.write_bytes(b"")


def _een_verzorger(_pad: Path, inhoud: dict[str, Any]) -> None:
    """Let every leerling have the first verzorger of the school."""
    for leerling in inhoud["leerlingen"]["leerling"]:
        for relatie in leerling.get("relaties", [])[:1]:
            relatie["verzorger"] = inhoud["verzorgers"]["verzorger"][0]["id"]


def _zonder_verwijzing(_pad: Path, inhoud: dict[str, Any]) -> None:
    inhoud["adressen"] = {"adres": []}


def _leest_wat_kan(pad: Path) -> list[Bronrecord]:
    try:
        return read_school(pad)
    except ConfigurationError:
        return []


MUTANTEN: dict[str, Mutant] = {
    "parnassys_toevoeging_kwijt": Mutant(
        "E.IMP.02", inlezen=terug(Adres, "huisnummer", lambda nummer, _toevoeging: nummer)
    ),
    "parnassys_een_dag_te_vroeg": Mutant(
        "E.IMP.02",
        inlezen=velden(Leerling, geboortedatum=van("geboortedatum", omkeerbaar(tijdstip, _in_utc))),
    ),
    "parnassys_geheim_adres_stil_kwijt": Mutant(
        "E.IMP.01", inlezen=terug(Leerling, "geheimadres", niets)
    ),
    "parnassys_bijlagen_leeg": Mutant("E.IMP.03", inlezen=_schrijft(_lege_bijlagen)),
    "parnassys_adressen_kwijt": Mutant("E.IMP.03", inlezen=_schrijft(_zonder_verwijzing)),
    "parnassys_ouders_gemengd": Mutant("E.IMP.05", inlezen=_schrijft(_een_verzorger)),
    "parnassys_leest_wat_kan": Mutant(
        "E.IMP.18", inlezen=lambda kan: attrs.evolve(kan, read=_leest_wat_kan)
    ),
}


def haken(naam: str) -> dict[str, Callable[[], Any]]:
    """Return the hooks of a wrong plugin."""
    return haken_van(oso_parnassys, MUTANTEN[naam])

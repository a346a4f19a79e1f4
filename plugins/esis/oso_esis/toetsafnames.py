"""Results as UWLR has them, one after the other, beside tests as OSO has them, with their parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from oso_adapters.mapping import bezwaar
from oso_adapters.melding import Melding

__all__ = ["als_resultaten", "per_toets"]

_WELKE = ("afnamedatum", "toetscode", "versie")
"""What results of one test on one day have in common; a part repeats it in a file only."""


def per_toets(toetsafnames: Any, leerling: Any) -> tuple[Any, list[Melding]]:
    """Return toetsafnames of one test each, with the parts below the whole.

    What has another form than it should stays as it is: `read_record` has a finding for that.

    Args:
        leerling: key of the leerling, which ``leerlingid`` repeats.
    """
    if not isinstance(toetsafnames, list):
        return toetsafnames, []
    toetsen: list[Any] = []
    meldingen: list[Melding] = []
    for afname in toetsafnames:
        if not isinstance(afname, Mapping) or not _zijn_resultaten(afname.get("onderdelen")):
            toetsen.append(afname)
            continue
        if afname.get("leerlingid") not in (None, leerling):
            meldingen.append(_van_een_ander())
        kop = {n: w for n, w in afname.items() if n not in ("leerlingid", "onderdelen")}
        toetsen += [{**kop, **toets} for toets in _groepeer(afname["onderdelen"])]
    return toetsen, meldingen


def _zijn_resultaten(waarde: Any) -> bool:
    return isinstance(waarde, list) and all(isinstance(deel, Mapping) for deel in waarde)


def _van_een_ander() -> Melding:
    return bezwaar(
        "leerling.toetsafnames.leerlingid",
        "Bij deze leerling staat een toetsafname van een andere leerling: 'leerlingid' is niet de"
        " key van de leerling.",
        "De leverancier moet de toetsafnames bij de goede leerling zetten.",
    )


def _groepeer(resultaten: list[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    toetsen: list[dict[str, Any]] = []
    open_: dict[str, dict[str, Any]] = {}
    for resultaat in resultaten:
        welke = {naam: resultaat[naam] for naam in _WELKE if naam in resultaat}
        sleutel = repr(welke)
        if not resultaat.get("toetsonderdeelcode"):
            open_[sleutel] = {"resultaat": resultaat, "onderdelen": []}
            toetsen.append(open_[sleutel])
            continue
        if sleutel not in open_:
            open_[sleutel] = {"resultaat": welke, "onderdelen": []}
            toetsen.append(open_[sleutel])
        deel = {naam: waarde for naam, waarde in resultaat.items() if naam not in _WELKE}
        open_[sleutel]["onderdelen"].append(deel)
    yield from toetsen


def als_resultaten(toetsafname: Mapping[str, Any], leerling: str) -> dict[str, Any]:
    """Return a toetsafname as a file has it: all results in one list, of this leerling."""
    heel = toetsafname.get("resultaat") or {}
    welke = {naam: heel[naam] for naam in _WELKE if heel.get(naam)}
    delen = [{**deel, **welke} for deel in toetsafname.get("onderdelen") or ()]
    return {
        **{naam: waarde for naam, waarde in toetsafname.items() if naam != "resultaat"},
        "leerlingid": leerling,
        "onderdelen": [heel, *delen] if heel else delen,
    }

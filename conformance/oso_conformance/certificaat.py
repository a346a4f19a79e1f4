"""The certificate: what was tried on which plugin, and what came of it."""

from __future__ import annotations

import hashlib
import json
import platform
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from importlib import import_module
from importlib.metadata import version
from typing import Any

from oso_adapters import VERSIES
from oso_conformance.certificeren import Loop
from oso_conformance.eis import Eis, eisen, onderwerpen
from oso_conformance.gevallen import gevallen
from oso_conformance.laden import afdruk_van_module
from oso_conformance.plan import Paar, plan
from oso_conformance.uitkomst import Uitkomst, samen

__all__ = ["GESLAAGD", "afdruk", "exitcode", "maak_certificaat"]

FORMAAT = "oso-conformance/certificaat/1"
GESLAAGD = "geslaagd"
NIET_GESLAAGD = "niet geslaagd"
NIET_VAST_TE_STELLEN = "niet vast te stellen"
_EXIT = {GESLAAGD: 0, NIET_GESLAAGD: 1, NIET_VAST_TE_STELLEN: 2}
_LAADT = "E.ONT.01"
_NAAR_BINNEN = ("import", "in")


def afdruk(inhoud: Mapping[str, Any]) -> str:
    """Return the hash of a certificate: SHA-256 over its content as canonical JSON."""
    tekst = json.dumps(inhoud, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return f"sha256:{hashlib.sha256(tekst.encode()).hexdigest()}"


def exitcode(certificaat: Mapping[str, Any]) -> int:
    """Return what ``oso certify`` ends with."""
    return _EXIT[certificaat["inhoud"]["oordeel"]]


def _proef(paar: Paar, uitkomst: Uitkomst, reden: str, *teksten: str) -> dict[str, Any]:
    bevindingen = [{"tekst": tekst, "plaats": "", "bronvelden": []} for tekst in teksten]
    return {
        "geval": paar.geval,
        "uitkomst": str(uitkomst),
        "reden": reden,
        "bevindingen": bevindingen,
    }


def _proeven(loop: Loop) -> dict[Paar, dict[str, Any]]:
    """Return the outcome of every planned test; one that has none is a fault of the tool."""
    gevonden = {
        Paar(regel["eis"], regel["geval"]): {
            naam: regel[naam] for naam in ("geval", "uitkomst", "reden", "bevindingen")
        }
        for regel in loop.van("uitkomst")
    }
    begonnen = {regel["paar"] for regel in loop.van("start")}
    laadfout = next(loop.van("laadfout"), None)
    return {paar: gevonden.get(paar) or _zonder(paar, loop, begonnen, laadfout) for paar in plan()}


def _zonder(
    paar: Paar, loop: Loop, begonnen: set[str], laadfout: dict[str, Any] | None
) -> dict[str, Any]:
    if laadfout is not None and paar.eis == _LAADT:
        return _proef(paar, Uitkomst.GEZAKT, "", *laadfout["redenen"])
    if laadfout is not None or str(paar) in begonnen:
        return _proef(paar, Uitkomst.NIET_VAST_TE_STELLEN, loop.storing)
    return _proef(paar, Uitkomst.HULPMIDDEL, f"Niet uitgevoerd. {loop.storing}".strip())


def _eis(eis: Eis, proeven: Mapping[Paar, dict[str, Any]]) -> dict[str, Any]:
    eigen = [proef for paar, proef in proeven.items() if paar.eis == eis.id]
    return {
        "id": eis.id,
        "onderwerp": eis.onderwerp,
        "tekst": eis.tekst,
        "bron": eis.bron,
        "mogelijkheid": eis.kan,
        "sterkte": str(eis.sterkte),
        "herstel": eis.herstel,
        "uitkomst": str(samen(Uitkomst(proef["uitkomst"]) for proef in eigen)),
        "proeven": eigen,
    }


def _telling(uitkomsten: Iterable[str]) -> dict[str, int]:
    tel = Counter(uitkomsten)
    return {str(uitkomst): tel[str(uitkomst)] for uitkomst in Uitkomst}


def _oordeel(verslag: list[dict[str, Any]], storing: str) -> str:
    """Return the verdict: only requirements that are verplicht decide."""
    beslist = [eis for eis in verslag if eisen()[eis["id"]].beslist]
    uitkomsten = {eis["uitkomst"] for eis in beslist}
    if storing or Uitkomst.HULPMIDDEL in uitkomsten:
        return NIET_VAST_TE_STELLEN
    if Uitkomst.GEZAKT in uitkomsten:
        return NIET_GESLAAGD
    getoetst = any(e["uitkomst"] == GESLAAGD for e in beslist if e["mogelijkheid"] != "altijd")
    if Uitkomst.NIET_VAST_TE_STELLEN in uitkomsten or not getoetst:
        return NIET_VAST_TE_STELLEN
    return GESLAAGD


@cache
def _getoetst_met() -> dict[str, Any]:
    """Return what the verdict depends on beside the plugin."""
    return {
        "suite": f"oso-conformance {version('oso-conformance')}",
        "suite_inhoud": afdruk_van_module(import_module("oso_conformance")),
        "kern": f"oso-adapters {version('oso-adapters')}",
        "kern_inhoud": afdruk_van_module(import_module("oso_adapters")),
        "standaard": [f"OSO Gegevensset {versie}" for versie in VERSIES],
    }


def _mogelijkheden(plugin: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return what the system can do, or why not, and of each part whether the suite tries it."""
    sectoren = plugin.get("sectoren", [])
    return [
        {
            **{naam: kan[naam] for naam in ("naam", "omschrijving", "ondersteund", "reden")},
            "profielen": [_deel(kan, deel, sectoren) for deel in kan["profielen"]],
            "versies": [_deel(kan, deel, sectoren) for deel in kan["versies"]],
        }
        for kan in plugin.get("mogelijkheden", [])
    ]


def _deel(
    kan: Mapping[str, Any], deel: Mapping[str, Any], sectoren: Sequence[str]
) -> dict[str, Any]:
    getoetst = deel["ondersteund"] and any(
        deel["naam"] in (geval.profiel, str(geval.versie))
        and (geval.sector in sectoren or kan["naam"].endswith(_NAAR_BINNEN))
        for geval in gevallen().values()
        if geval.goed and geval.voor_swv is kan["voor_swv"]
    )
    return {**deel, "getoetst": getoetst}


def _onderwerpen(verslag: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        {
            "code": code,
            "naam": naam,
            "eisen": _telling(e["uitkomst"] for e in verslag if e["onderwerp"] == code),
        }
        for code, naam in onderwerpen().items()
    ]


def maak_certificaat(naam: str, loop: Loop) -> dict[str, Any]:
    """Return the certificate of a run, as JSON holds it.

    ``inhoud`` is what the hash is of: it holds no date and no duration.
    """
    proeven = _proeven(loop)
    verslag = [_eis(eis, proeven) for eis in eisen().values()]
    geladen = next(loop.van("plugin"), {})
    plugin = {k: v for k, v in geladen.items() if k not in ("soort", "mogelijkheden")}
    inhoud = {
        "oordeel": _oordeel(verslag, loop.storing),
        "storing": loop.storing,
        "plugin": plugin or {"naam": naam},
        "getoetst_met": _getoetst_met(),
        "mogelijkheden": _mogelijkheden(geladen),
        "telling": {
            "eisen": _telling(eis["uitkomst"] for eis in verslag),
            "proeven": _telling(proef["uitkomst"] for proef in proeven.values()),
        },
        "onderwerpen": _onderwerpen(verslag),
        "eisen": verslag,
        "gevallen": [
            {"id": g.id, "naam": g.naam, "toont": g.toont, "profiel": g.profiel}
            for g in gevallen().values()
        ],
    }
    return {
        "formaat": FORMAAT,
        "inhoud": inhoud,
        "afgegeven": {
            "moment": datetime.now(UTC).isoformat(timespec="seconds"),
            "seconden": round(loop.seconden, 1),
            "python": platform.python_version(),
        },
        "hash": afdruk(inhoud),
    }

"""A forecast as JSON has it. No value of a dossier is in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from oso_adapters.melding import Melding, Oordeel
from oso_adapters.registry import Register
from oso_adapters.tabellen.versieverschil import verhuizingen
from oso_adapters.versies import Versie
from oso_adapters.vooruitblik.dossier import Vooruitblik
from oso_adapters.vooruitblik.systeem import (
    aanpassingen,
    maakt_versie,
    overnames,
    plugin_van,
    tekorten,
)
from oso_adapters.vooruitblik.telling import (
    Regeltelling,
    Systeemtelling,
    Telling,
    Verliestelling,
    eigen_velden,
    meeste,
)

__all__ = ["als_dict", "bestand_als_dict"]


def bestand_als_dict(naam: str, blik: Vooruitblik) -> dict[str, Any]:
    """Return the forecast of one file as JSON has it."""
    if blik.reden:
        return {"bestand": naam, "reden": blik.reden}
    return {
        "bestand": naam,
        "profiel": blik.profiel,
        "systeem": blik.pakket.systeem if blik.pakket else "",
        "oordeel_nu": str(blik.nu),
        "oordeel_straks": str(blik.straks),
        "nieuw": list(map(_melding, blik.nieuw)),
        "vervalt": list(map(_melding, blik.vervalt)),
        "blijft": blik.blijft,
        "verlies": list(map(_melding, blik.verlies)),
    }


def _melding(melding: Melding) -> dict[str, Any]:
    gegevens = melding.als_dict()
    return {naam: gegevens[naam] for naam in ("regel", "locatie", "pad", "ernst", "wie")}


def als_dict(telling: Telling, van: Versie, naar: Versie, register: Register) -> dict[str, Any]:
    """Return what was forecast in all as JSON has it."""
    return {
        "vooruitblik": {"van": str(van), "naar": str(naar)},
        "dossiers": telling.dossiers,
        "zonder_vooruitblik": telling.niet,
        "oordeel_nu": {str(oordeel): telling.nu[oordeel] for oordeel in Oordeel},
        "oordeel_straks": {str(oordeel): telling.straks[oordeel] for oordeel in Oordeel},
        "nieuw_ongeldig": telling.faalt_nieuw,
        "met_nieuwe_melding": telling.geraakt,
        "met_verlies": telling.kwijt,
        "nieuw": [_regel_als_dict(deel, telling) for deel in meeste(telling.regels)],
        "vervalt": [_regel_als_dict(deel, telling) for deel in meeste(telling.vervalt)],
        "verlies": [
            _verlies_als_dict(pad, deel, telling, verhuizingen(van, naar))
            for pad, deel in telling.verlies.items()
        ],
        "systemen": [
            _systeem_als_dict(systeem, van, naar, register) for systeem in telling.systemen.values()
        ],
    }


def _aandeel(aantal: int, telling: Telling) -> float:
    return round(aantal / telling.dossiers, 4)


def _regel_als_dict(deel: Regeltelling, telling: Telling) -> dict[str, Any]:
    melding = deel.melding
    return {
        "regel": melding.regel,
        "soort": str(melding.soort),
        "ernst": str(melding.ernst),
        "dossiers": deel.dossiers,
        "aandeel": _aandeel(deel.dossiers, telling),
        "keer": deel.keer,
        "enige": deel.enige,
        "melding": melding.melding,
        "herstel": melding.herstel,
        "wie": dict(deel.wie),
        "paden": dict(deel.paden),
        "uitleg": f"oso explain {melding.regel}",
    }


def _verlies_als_dict(
    pad: str, deel: Verliestelling, telling: Telling, verhuisd: Mapping[str, str]
) -> dict[str, Any]:
    return {
        "pad": pad,
        "melding": deel.melding.melding,
        "dossiers": deel.dossiers,
        "aandeel": _aandeel(deel.dossiers, telling),
        "daarin": [
            {"pad": onder, "dossiers": aantal, "straks": verhuisd.get(onder)}
            for onder, aantal in deel.binnen.items()
        ],
    }


def _systeem_als_dict(
    systeem: Systeemtelling, van: Versie, naar: Versie, register: Register
) -> dict[str, Any]:
    plugin = plugin_van(systeem, register)
    gegevens: dict[str, Any] = {
        "systeem": systeem.pakket.systeem,
        "plugin": systeem.pakket.plugin,
        "dossiers": systeem.dossiers,
        "nieuw_ongeldig": systeem.faalt_nieuw,
        "overdrachten": dict(systeem.profielen),
    }
    if plugin is None:
        return gegevens
    return {
        **gegevens,
        "kent_versie": maakt_versie(plugin, naar),
        "aanpassen": [
            {
                "regel": deel.regel,
                "pad": deel.pad,
                "dossiers": deel.dossiers,
                "bronvelden": list(deel.bronvelden),
                "levering": str(deel.weg.stand),
                "via": deel.weg.via,
                "uitleg": deel.weg.reden,
            }
            for deel in aanpassingen(systeem, plugin, naar)
        ],
        "verlies": [
            {"pad": pad, "dossiers": aantal.total(), "bronvelden": list(eigen_velden(aantal))}
            for pad, aantal in systeem.verlies.items()
        ],
        "niet_overgenomen": [attrs.asdict(deel) for deel in overnames(systeem, plugin, van, naar)],
        "niet_geleverd": [
            {
                "pad": deel.pad,
                "label": deel.label,
                "gevraagd": deel.gevraagd,
                "overdrachten": list(deel.profielen),
                "uitleg": deel.uitleg,
            }
            for deel in tekorten(systeem, plugin, van, naar)
        ],
    }

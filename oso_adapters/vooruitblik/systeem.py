"""What the maker of a system must change for another version, in its own fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

import attrs

from oso_adapters.capabilities import Exporteur
from oso_adapters.diagnose import exporteur_voor
from oso_adapters.gegevensset._boom import ligt_in
from oso_adapters.mapping import Afbeelding
from oso_adapters.mapping.exportlijst import mist
from oso_adapters.mapping.wegen import Richting, Stand, Weg, wegen
from oso_adapters.registry import Plugin, Register
from oso_adapters.tabellen import Vink, vinkenlijst
from oso_adapters.tabellen._rijen import WORTEL, ouder, rijen
from oso_adapters.tabellen.versieverschil import verhuizingen
from oso_adapters.tabellen.vinktekst import zeg_status
from oso_adapters.versies import VERSIES, Versie
from oso_adapters.vooruitblik.telling import Systeemtelling, eigen_velden

__all__ = [
    "Aanpassing",
    "Overname",
    "Tekort",
    "aanpassingen",
    "maakt_versie",
    "overnames",
    "plugin_van",
    "tekorten",
]

_NIET_GENOEMD = Weg(stand=Stand.NEE, reden="de koppeling noemt dit veld niet")
_KENT_NIET = Weg(stand=Stand.NEE, reden="de koppeling maakt geen dossiers")


@attrs.frozen(kw_only=True)
class Aanpassing:
    """One rule that fails anew, at one field, in dossiers of one system.

    Attributes:
        dossiers: in how many it does.
        bronvelden: the vendor's own fields; empty when none fills this place.
        weg: whether and how the system delivers the field.
    """

    regel: str
    pad: str
    dossiers: int
    bronvelden: tuple[str, ...]
    weg: Weg


@attrs.frozen(kw_only=True)
class Overname:
    """A field that is lost in one place and has another, which the system does not fill.

    Attributes:
        pad, straks: the place that is gone, and the one that the other version has for it.
        dossiers: how many have it.
        uitleg: why the system does not fill the new place.
    """

    pad: str
    straks: str
    dossiers: int
    uitleg: str


@attrs.frozen(kw_only=True)
class Tekort:
    """A field that the other version asks anew and that the system never delivers.

    Attributes:
        gevraagd: what the Vinkenlijst asks, in Dutch.
        profielen: kinds of transfer in which it does.
    """

    pad: str
    label: str
    gevraagd: str
    uitleg: str
    profielen: tuple[str, ...]


def plugin_van(systeem: Systeemtelling, register: Register) -> Plugin | None:
    """Return the plugin that knows a system; None when there is none, or when it did not work."""
    if systeem.pakket.uitleg:
        return None
    gevonden = (
        plugin
        for plugin in register.plugins.values()
        if plugin.distributie == systeem.pakket.plugin
        and plugin.leverancier.naam == systeem.pakket.systeem
    )
    return next(gevonden, None)


def maakt_versie(plugin: Plugin, naar: Versie) -> bool:
    """Say whether a plugin delivers dossiers of a version."""
    kanten = (plugin.exporteur, plugin.swv.uit if plugin.swv else None)
    return any(str(naar) in kant.versies for kant in kanten if kant)


def _wegen(exporteur: Exporteur, versie: Versie) -> Mapping[str, Weg]:
    kent = [v for v in VERSIES if str(v) in exporteur.versies]
    return _alle_wegen(exporteur.dossier, versie if versie in kent else kent[-1], versie)


@cache
def _alle_wegen(afb: Afbeelding, kent: Versie, versie: Versie) -> Mapping[str, Weg]:
    """Return how each field of a version goes; one that the mapping does not name goes nowhere."""
    eigen = wegen(afb, kent, Richting.UIT)
    return {pad: eigen.get(pad) or _zoals_eromheen(pad, eigen) for pad in rijen(versie)}


def _zoals_eromheen(pad: str, eigen: Mapping[str, Weg]) -> Weg:
    """Return how a field goes that is not named: as the block around it when that goes whole."""
    boven = ouder(pad)
    while boven not in eigen and boven != WORTEL:
        boven = ouder(boven)
    weg = eigen.get(boven, _NIET_GENOEMD)
    return weg if weg.stand is Stand.KERN else _NIET_GENOEMD


def aanpassingen(systeem: Systeemtelling, plugin: Plugin, naar: Versie) -> tuple[Aanpassing, ...]:
    """Return for each rule that fails anew which own fields it is about, most dossiers first."""
    gevonden = [_aanpassing(plugin, naar, systeem, regel, pad) for regel, pad in systeem.velden]
    return tuple(sorted(gevonden, key=lambda deel: -deel.dossiers))


def _aanpassing(
    plugin: Plugin, naar: Versie, systeem: Systeemtelling, regel: str, pad: str
) -> Aanpassing:
    tellingen = systeem.velden[regel, pad]
    weg = next(_wegen_op(pad, plugin, naar, systeem), _KENT_NIET)
    return Aanpassing(
        regel=regel,
        pad=pad,
        dossiers=tellingen.total(),
        bronvelden=eigen_velden(tellingen),
        weg=weg,
    )


def _wegen_op(pad: str, plugin: Plugin, naar: Versie, systeem: Systeemtelling) -> Iterator[Weg]:
    """Yield how a field goes, in the kinds of transfer that were seen; at its best first."""
    gevonden = []
    for profiel in systeem.profielen or (None,):
        exporteur = exporteur_voor(plugin, profiel)
        if exporteur is not None and pad in _wegen(exporteur, naar):
            gevonden.append(_wegen(exporteur, naar)[pad])
    yield from sorted(gevonden, key=lambda weg: list(Stand).index(weg.stand))


def overnames(
    systeem: Systeemtelling, plugin: Plugin, van: Versie, naar: Versie
) -> tuple[Overname, ...]:
    """Return what is lost though the other version has a place for it, the outermost only."""
    verhuisd = verhuizingen(van, naar)
    gevonden: dict[str, Overname] = {}
    for pad in (pad for pad in verhuisd if pad in systeem.binnen):
        weg = next(_wegen_op(verhuisd[pad], plugin, naar, systeem), _KENT_NIET)
        if weg.stand is Stand.NEE and not any(ligt_in(pad, om) for om in gevonden):
            gevonden[pad] = Overname(
                pad=pad,
                straks=verhuisd[pad],
                dossiers=systeem.binnen[pad],
                uitleg=weg.reden,
            )
    return tuple(gevonden.values())


def tekorten(
    systeem: Systeemtelling, plugin: Plugin, van: Versie, naar: Versie
) -> tuple[Tekort, ...]:
    """Return what the other version asks anew and the mapping does not deliver.

    Of the kinds of transfer that were seen; a demand under a condition counts as well.
    """
    per_pad: dict[tuple[str, str, str], list[str]] = {}
    for profiel in systeem.profielen:
        exporteur = exporteur_voor(plugin, profiel)
        if exporteur is None:
            continue
        toen = _gemist(exporteur, van, profiel)
        for pad, (vraag, reden) in _gemist(exporteur, naar, profiel).items():
            if pad not in toen:
                per_pad.setdefault((pad, vraag, reden), []).append(profiel)
    return tuple(
        Tekort(
            pad=pad,
            label=rijen(naar)[pad].label,
            gevraagd=vraag,
            uitleg=reden,
            profielen=tuple(soorten),
        )
        for (pad, vraag, reden), soorten in per_pad.items()
    )


def _gemist(exporteur: Exporteur, versie: Versie, profiel: str) -> dict[str, tuple[str, str]]:
    """Return what is asked and not delivered, by path: the demand and the reason."""
    per_pad = _wegen(exporteur, versie)
    return {
        vink.pad: (zeg_status(vink), per_pad[vink.pad].reden)
        for vink in _vinken(versie, profiel)
        if mist(vink.pad, vink, per_pad) is not None
    }


def _vinken(versie: Versie, profiel: str) -> Iterator[Vink]:
    return (vink for vink in vinkenlijst(versie) if vink.profiel == profiel)

"""Where ``afspraak`` differs from the published sheets: eight errata, each with its reason."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from oso_adapters.melding import Ernst
from oso_adapters.rules.categorie import SPELFOUT
from oso_adapters.rules.communicatie import HEEL_EMAIL
from oso_adapters.rules.regel import POVO, Regel
from oso_adapters.rules.woorden import Als, Eis, Gevuld, Niet, Patroon

__all__ = ["ERRATA", "Erratum", "correct"]


def _ongewijzigd(regel: Regel) -> Regel:
    return regel


@attrs.frozen(kw_only=True)
class Erratum:
    """One difference.

    Attributes:
        wat: what the published sheets do, in Dutch.
        afspraak: what is checked instead, in Dutch.
        correct: changes a published rule; the two that change no rule but the way of working
            (each dossier alone, pointing at the element) stand in `oso_adapters.check`.
    """

    nummer: int
    wat: str
    afspraak: str
    correct: Callable[[Regel], Regel] = _ongewijzigd


def _wek(regel: Regel) -> Regel:
    return attrs.evolve(regel, slaapt=False)


def _alleen_overstapdossier(regel: Regel) -> Regel:
    return attrs.evolve(regel, voor=POVO) if regel.id == "OVa.TR04" else regel


def _waarschuw(regel: Regel) -> Regel:
    if regel.id != "OVa.EB03.geendeelname":
        return regel
    return attrs.evolve(regel, ernst=Ernst.WAARSCHUWING)


def _goed_gespeld(eis: Eis) -> Eis:
    match eis:
        case Als(voorwaarde, Niet(Gevuld(pad))):
            for goed, fout in SPELFOUT.items():
                if pad.endswith(f"/{fout}"):
                    return Als(voorwaarde, Niet(Gevuld(pad.removesuffix(fout) + goed)))
    return eis


def _spel(regel: Regel) -> Regel:
    eis = _goed_gespeld(regel.eis)
    if eis == regel.eis:
        return regel
    over = next(
        regel.over.removesuffix(fout) + goed
        for goed, fout in SPELFOUT.items()
        if regel.over.endswith(f"/{fout}")
    )
    return attrs.evolve(regel, eis=eis, over=over, nooit="")


_EEN_OORZAAK = {
    "OG.04.onwaar": ("OG.04.ontbreekt",),
    "OG.01.max": ("OG.01.min",),
    "OG.01.at": ("OG.01.min", "OG.01.max"),
    "OG.01.patroon": ("OG.01.min", "OG.01.max", "OG.01.at"),
}


def _een_keer(regel: Regel) -> Regel:
    return attrs.evolve(regel, gevolg_van=_EEN_OORZAAK.get(regel.id, ()))


def _heel_adres(regel: Regel) -> Regel:
    match regel.eis:
        case Als(voorwaarde, Patroon(pad, _)) if regel.id == "OG.01.patroon":
            return attrs.evolve(regel, eis=Als(voorwaarde, Patroon(pad, HEEL_EMAIL)))
    return regel


ERRATA: tuple[Erratum, ...] = (
    Erratum(
        nummer=1,
        wat="Het OV-blad daalt niet af onder de leerling, zodat de regels over advies, eindtoets,"
        " toetsen, cijfers en het adres van verzorgers nooit worden uitgevoerd.",
        afspraak="Deze regels worden uitgevoerd, zoals in oudere versies en zoals op het PaO-blad.",
        correct=_wek,
    ),
    Erratum(
        nummer=2,
        wat="OVa.TR04 kijkt alleen of de overstap POVO is, ook bij een overdracht binnen BRIN.",
        afspraak="De regel geldt alleen voor een overstapdossier.",
        correct=_alleen_overstapdossier,
    ),
    Erratum(
        nummer=3,
        wat="OVa.EB03 vraagt om de soort eindtoets bij een leerling die niet heeft deelgenomen; dat"
        " kan niet zonder ook een afnamedatum te verzinnen.",
        afspraak="De melding is een waarschuwing.",
        correct=_waarschuw,
    ),
    Erratum(
        nummer=4,
        wat="Bij een verboden of uitgezette categorie zoeken de bladen naar"
        " 'toelichting_onderwijsbehoefte', terwijl het onderdeel op -behoeften eindigt.",
        afspraak="De naam is goed gespeld, zodat het onderdeel niet meer doorglipt.",
        correct=_spel,
    ),
    Erratum(
        nummer=5,
        wat="In een bestand met meer dossiers kijken de bladen naar alle dossiers door elkaar.",
        afspraak="Elk dossier wordt apart beoordeeld.",
    ),
    Erratum(
        nummer=6,
        wat="Meldingen over codelijst 33 en over categorieën wijzen naar het hele document (/[1]).",
        afspraak="De melding wijst het element aan waar het om gaat.",
    ),
    Erratum(
        nummer=7,
        wat="Eén oorzaak geeft soms meer meldingen: OG.04 twee, OG.01 tot drie.",
        afspraak="Alleen de eerste wordt gemeld.",
        correct=_een_keer,
    ),
    Erratum(
        nummer=8,
        wat="OG.01 controleert alleen het einde van een e-mailadres en niet het aantal tekens voor"
        " de @.",
        afspraak="Het hele adres moet kloppen, met ten hoogste 64 tekens voor de @.",
        correct=_heel_adres,
    ),
)


def correct(regel: Regel) -> Regel:
    """Return a published rule as the afspraak has it."""
    for erratum in ERRATA:
        regel = erratum.correct(regel)
    return regel

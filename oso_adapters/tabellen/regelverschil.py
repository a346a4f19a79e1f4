"""What differs between the rules of two versions, and what dossiers must have in each of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from oso_adapters.gegevensset._boom import paden_bij
from oso_adapters.gegevensset.profielen import profielen
from oso_adapters.melding import SoortMelding
from oso_adapters.rules import Regel, Regelset, regels
from oso_adapters.rules.verwachting import verwachting
from oso_adapters.rules.vouwen import BREEKT, absoluut, telt
from oso_adapters.rules.woorden import Als, Eis, En, paden
from oso_adapters.tabellen._rijen import WORTEL, ouder, rijen
from oso_adapters.tabellen.versieverschil import Kenmerk, Wijze, kenmerken, verhuizingen
from oso_adapters.tabellen.vinkenlijst import vinkenlijst
from oso_adapters.tabellen.vinktekst import Lijstrij, lijstrijen, zeg_status
from oso_adapters.versies import VERSIES, Versie

__all__ = ["Regelverschil", "Vraagverschil", "regelverschillen", "vraagverschillen"]

_KENMERKEN = {
    "eis": "eis",
    "voor": "telt voor",
    "ernst": "ernst",
    "wie": "wie",
    "melding": "melding",
    "herstel": "herstel",
    "plaats": "kijkt naar",
    "nooit": "niet te overtreden",
}
_ALLE = "elke soort overdracht"
_OPTIONEEL = "optioneel"


@attrs.frozen(kw_only=True)
class Regelverschil:
    """One rule that differs.

    Attributes:
        kenmerken: what is said of it in both versions; of one that is new or gone what it asks.
    """

    wijze: Wijze
    regel: str
    melding: str
    kenmerken: tuple[Kenmerk, ...]


@attrs.frozen(kw_only=True)
class _Regelbeeld:
    """What a version says of a rule, in words."""

    melding: str
    herstel: str
    ernst: str
    wie: str
    voor: str
    eis: str
    plaats: str
    nooit: str


@attrs.frozen(kw_only=True)
class Vraagverschil:
    """A field of which something else is asked, in some kinds of transfer.

    Attributes:
        oud_pad: path in the first version; empty when that does not have it.
        oud, nieuw: what is asked, in a few words, where the element around it is there.
        waarom: the reasons in the second version, with their rules.
    """

    pad: str
    oud_pad: str
    label: str
    profielen: tuple[str, ...]
    oud: str
    nieuw: str
    waarom: str


def regelverschillen(
    van: Versie, naar: Versie, regelset: Regelset = Regelset.AFSPRAAK
) -> tuple[Regelverschil, ...]:
    """Return every rule that differs, in the order of the second version, what is gone first.

    Of a rule on a code list the codes are not told: those stand with the list.
    """
    oud, nieuw = ({r.id: r for r in regels(v, regelset)} for v in (van, naar))
    gevonden = [_een_kant(Wijze.WEG, r, van) for id_, r in oud.items() if id_ not in nieuw]
    for id_, regel in nieuw.items():
        if id_ not in oud:
            gevonden.append(_een_kant(Wijze.ERBIJ, regel, naar))
            continue
        anders = kenmerken(_beeld(oud[id_], van), _beeld(regel, naar), _KENMERKEN)
        if anders:
            gevonden.append(
                Regelverschil(
                    wijze=Wijze.ANDERS, regel=id_, melding=regel.melding, kenmerken=anders
                )
            )
    return tuple(gevonden)


def _een_kant(wijze: Wijze, regel: Regel, versie: Versie) -> Regelverschil:
    beeld = _beeld(regel, versie)
    gezegd = ((w, getattr(beeld, n)) for n, w in _KENMERKEN.items() if n != "melding")
    is_weg = wijze is Wijze.WEG
    return Regelverschil(
        wijze=wijze,
        regel=regel.id,
        melding=regel.melding,
        kenmerken=tuple(
            Kenmerk(woord, tekst if is_weg else "", "" if is_weg else tekst)
            for woord, tekst in gezegd
            if tekst
        ),
    )


def _beeld(regel: Regel, versie: Versie) -> _Regelbeeld:
    is_lijst = regel.soort is SoortMelding.CODELIJST
    plaatsen = dict.fromkeys((regel.over, *paden(regel.eis)))
    return _Regelbeeld(
        melding=regel.melding,
        herstel=regel.herstel,
        ernst=str(regel.ernst),
        wie=str(regel.wie),
        voor=_voor(regel),
        eis="" if is_lijst else _zeg(regel, versie),
        plaats=f"{regel.bij}: {', '.join(plaatsen)}",
        nooit=regel.nooit,
    )


def _voor(regel: Regel) -> str:
    wel = [p.code for p in profielen().values() if telt(regel, p) != BREEKT]
    return _ALLE if len(wel) == len(profielen()) else ", ".join(wel)


def _zeg(regel: Regel, versie: Versie) -> str:
    """Say in Dutch what a rule asks, with the condition under which it does.

    A rule may name a place that its version lacks; other versions say how that is called.
    """

    def label(pad: str) -> str:
        for v in (versie, *reversed(VERSIES)):
            for basis in ("",) if regel.bij == "/" else paden_bij(v, regel.bij):
                rij = rijen(v).get(absoluut(basis, pad))
                if rij is not None:
                    return rij.veldlabel
        return pad.removesuffix("/text()").rpartition("/")[2]

    def zeg(eis: Eis) -> str:
        match eis:
            case Als(voorwaarde, dan):
                return f"als {verwachting(voorwaarde, label, versie)}: {zeg(dan)}"
            case En(delen):
                return " en ".join(map(zeg, delen))
        return verwachting(eis, label, versie)

    return zeg(regel.eis)


def vraagverschillen(
    van: Versie, naar: Versie, regelset: Regelset = Regelset.AFSPRAAK
) -> tuple[Vraagverschil, ...]:
    """Return where the Vinkenlijst asks something else, in the order of the second version.

    Of a field that is part of something new nothing is told: that is a matter of the new part.
    """
    oud, nieuw = (_per_pad(v, regelset) for v in (van, naar))
    terug = {straks: toen for toen, straks in verhuizingen(van, naar).items()}
    gevonden: list[Vraagverschil] = []
    for pad, rij in nieuw.items():
        toen = oud.get(pad) or oud.get(terug.get(pad, ""))
        if toen is None and ouder(pad) in nieuw and ouder(pad) not in oud:
            continue
        gevonden += _vragen(rij, toen, oud.get(_geheel(pad, terug, nieuw)))
    return tuple(gevonden)


def _geheel(pad: str, terug: Mapping[str, str], nieuw: Mapping[str, Lijstrij]) -> str:
    """Return the old path that says what was asked: of what moved, that of the whole it was in."""
    hier = terug.get(pad, pad)
    if ouder(pad) not in terug:
        while ouder(hier) != WORTEL and ouder(hier) not in nieuw:
            hier = ouder(hier)
    return hier


def _per_pad(versie: Versie, regelset: Regelset) -> Mapping[str, Lijstrij]:
    return {rij.rij.pad: rij for rij in lijstrijen(versie, vinkenlijst(versie, regelset))}


def _vragen(rij: Lijstrij, toen: Lijstrij | None, geheel: Lijstrij | None) -> list[Vraagverschil]:
    per_vraag: dict[tuple[str, str], list[str]] = {}
    for soort, vink in rij.vinken.items():
        oud = zeg_status(geheel.vinken[soort]) if geheel else ""
        nieuw = zeg_status(vink)
        vinken = (vink, geheel.vinken[soort]) if geheel else (vink,)
        volgt = any(reden.door for deel in vinken for reden in deel.redenen[:1])
        if (oud or _OPTIONEEL) != nieuw and not volgt:
            per_vraag.setdefault((oud, nieuw), []).append(soort)
    return [
        Vraagverschil(
            pad=rij.rij.pad,
            oud_pad=toen.rij.pad if toen else "",
            label=rij.rij.label,
            profielen=tuple(soorten),
            oud=oud,
            nieuw=nieuw,
            waarom=_waarom(rij, soorten),
        )
        for (oud, nieuw), soorten in per_vraag.items()
    ]


def _waarom(rij: Lijstrij, soorten: Sequence[str]) -> str:
    """Say why, of these kinds of transfer; without naming them when they have the same reasons."""
    gekozen = attrs.evolve(rij, vinken={soort: rij.vinken[soort] for soort in soorten})
    regels_ = gekozen.waarom().split("\n")
    return regels_[0].partition(": ")[2] if len(regels_) == 1 else "\n".join(regels_)

"""What differs between two versions of the standard: fields, codes, rules, and what is asked.

Nothing of it is written down: it follows from the declarations of both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from functools import cache
from types import MappingProxyType

import attrs

from oso_adapters.gegevensset._boom import ligt_in
from oso_adapters.gegevensset.codelijsten import Codelijst, codelijsten
from oso_adapters.tabellen._rijen import ouder
from oso_adapters.tabellen.veldbeeld import KENMERKEN, Veldbeeld, veldbeelden
from oso_adapters.versies import Versie

__all__ = [
    "Codeverschil",
    "Kenmerk",
    "Veldverschil",
    "Wijze",
    "codes_in",
    "codeverschillen",
    "kenmerken",
    "veldverschillen",
    "vergelijk_velden",
    "verhuizingen",
]


class Wijze(StrEnum):
    """In what way something differs; the texts are headings."""

    ERBIJ = "komt erbij"
    WEG = "vervalt"
    VERHUIST = "verhuist"
    ANDERS = "wordt anders"


@attrs.frozen
class Kenmerk:
    """One thing that is said of something, in both versions."""

    naam: str
    oud: str
    nieuw: str


@attrs.frozen(kw_only=True)
class Veldverschil:
    """One element or attribute that differs.

    Attributes:
        pad: path in the second version; in the first when it is gone.
        oud_pad: path in the first version; empty when it is new.
        kenmerken: what is said of it in the one and in the other; both for something that is there
            in both, and only that of one side for what is new or gone.
        door: path of the outermost element of which it is new, gone or moved as a part; empty when
            it is that itself.
        daarin: how many elements and attributes are new, gone or moved with it.
    """

    wijze: Wijze
    pad: str
    oud_pad: str
    label: str
    kenmerken: tuple[Kenmerk, ...] = ()
    door: str = ""
    daarin: int = 0


@attrs.frozen(kw_only=True)
class Codeverschil:
    """One code (or a whole list, without a code) that differs.

    Attributes:
        velden: names of the fields that the list is for, in the version that has them.
    """

    wijze: Wijze
    lijst: int
    naam: str
    code: str
    oud: str
    nieuw: str
    velden: tuple[str, ...] = ()


def kenmerken(
    oud: object, nieuw: object, namen: Mapping[str, str], zeg: Callable[[object], str] = str
) -> tuple[Kenmerk, ...]:
    """Return what two things say differently, by the names of their attributes."""
    paren = ((woord, getattr(oud, naam), getattr(nieuw, naam)) for naam, woord in namen.items())
    return tuple(Kenmerk(woord, zeg(a), zeg(b)) for woord, a, b in paren if a != b)


@cache
def verhuizingen(van: Versie, naar: Versie) -> Mapping[str, str]:
    """Return where what is gone from one place has its place now, by its old path."""
    return MappingProxyType(_verhuizingen(veldbeelden(van), veldbeelden(naar)))


def _verhuizingen(oud: Mapping[str, Veldbeeld], nieuw: Mapping[str, Veldbeeld]) -> dict[str, str]:
    """Find what holds the same under the same name elsewhere, the outermost first.

    A name may have become longer (``arrangement``, ``arrangement_cluster12``). What could be two
    things is none of them. A block that stands elsewhere as well, such as a document, tells
    nothing; a single value only moves out of a block that is gone altogether.
    """
    weg, erbij = _losse(oud, nieuw), _losse(nieuw, oud)
    verhuisd: dict[str, str] = {}
    for pad, beeld in sorted(weg.items(), key=lambda paar: paar[0].count("/")):
        if pad in verhuisd:
            continue
        straks = [p for p, b in erbij.items() if _is_hetzelfde(beeld, b)]
        toen = [p for p, b in weg.items() if straks and _is_hetzelfde(b, erbij[straks[0]])]
        if [pad] == toen and len(straks) == 1:
            onder = (p.removeprefix(pad) for p in oud if ligt_in(p, pad))
            samen = {pad + rest: straks[0] + rest for rest in onder}
            verhuisd.update({a: b for a, b in samen.items() if b in nieuw})
            weg = {p: b for p, b in weg.items() if not ligt_in(p, pad)}
            erbij = {p: b for p, b in erbij.items() if not ligt_in(p, straks[0])}
    return verhuisd


def _losse(deze: Mapping[str, Veldbeeld], andere: Mapping[str, Veldbeeld]) -> dict[str, Veldbeeld]:
    """Return what only one version has and can have moved."""
    blijvend = {beeld.inhoud for pad, beeld in deze.items() if pad in andere}
    elders = {beeld.inhoud for beeld in andere.values()}
    return {
        pad: beeld
        for pad, beeld in deze.items()
        if pad not in andere
        and (
            beeld.inhoud not in blijvend
            if isinstance(beeld.inhoud, type)
            else deze[ouder(pad)].inhoud not in elders
        )
    }


def _is_hetzelfde(een: Veldbeeld, ander: Veldbeeld) -> bool:
    if een.inhoud != ander.inhoud:
        return False
    if not isinstance(een.inhoud, type):
        return een.naam == ander.naam
    return een.naam.startswith(ander.naam) or ander.naam.startswith(een.naam)


def veldverschillen(van: Versie, naar: Versie) -> tuple[Veldverschil, ...]:
    """Return every element and attribute that differs: what is gone, then as the new schema has it.

    The place in the order counts only between what both versions have.
    """
    return vergelijk_velden(veldbeelden(van), veldbeelden(naar))


def vergelijk_velden(
    oud: Mapping[str, Veldbeeld], nieuw: Mapping[str, Veldbeeld]
) -> tuple[Veldverschil, ...]:
    """Return in what two sets of fields differ, each by path in the order of the schema."""
    verhuisd = _verhuizingen(oud, nieuw)
    terug = {**{pad: pad for pad in oud if pad in nieuw}, **{b: a for a, b in verhuisd.items()}}
    weg = [pad for pad in oud if pad not in nieuw and pad not in verhuisd]
    erbij = {pad for pad in nieuw if pad not in terug}
    verschillen = [_een_kant(Wijze.WEG, oud[pad], set(weg)) for pad in weg]
    plaats_oud, plaats_nieuw = _volgorde(oud, set(terug.values())), _volgorde(nieuw, set(terug))
    for pad, beeld in nieuw.items():
        if pad in erbij:
            verschillen.append(_een_kant(Wijze.ERBIJ, beeld, erbij))
            continue
        toen = attrs.evolve(oud[terug[pad]], na=plaats_oud[terug[pad]])
        beide = _twee_kanten(toen, attrs.evolve(beeld, na=plaats_nieuw[pad]), verhuisd)
        if beide is not None:
            verschillen.append(beide)
    return tuple(_tel_daarin(verschillen))


def _volgorde(beelden: Mapping[str, Veldbeeld], blijvend: set[str]) -> dict[str, str]:
    """Return of what stays the name before it, among what stays in the same element."""
    vorige: dict[str, str] = {}
    plaats = {}
    for pad in beelden:
        if pad in blijvend:
            plaats[pad] = vorige.get(ouder(pad), "")
            vorige[ouder(pad)] = pad.rpartition("/")[2]
    return plaats


def _een_kant(wijze: Wijze, beeld: Veldbeeld, allemaal: set[str]) -> Veldverschil:
    is_weg = wijze is Wijze.WEG
    gezegd = ((w, getattr(beeld, n)) for n, w in KENMERKEN.items() if n not in ("label", "na"))
    return Veldverschil(
        wijze=wijze,
        pad=beeld.pad,
        oud_pad=beeld.pad if is_weg else "",
        label=beeld.label,
        kenmerken=tuple(
            Kenmerk(woord, tekst if is_weg else "", "" if is_weg else tekst)
            for woord, tekst in gezegd
            if tekst
        ),
        door=_buitenste(beeld.pad, allemaal),
    )


def _buitenste(pad: str, allemaal: set[str]) -> str:
    """Return the outermost of these elements around a place; empty when there is none."""
    gevonden = ""
    hier = ouder(pad)
    while hier in allemaal:
        gevonden, hier = hier, ouder(hier)
    return gevonden


def _twee_kanten(
    oud: Veldbeeld, nieuw: Veldbeeld, verhuisd: Mapping[str, str]
) -> Veldverschil | None:
    namen = KENMERKEN
    if oud.pad != nieuw.pad:
        namen = {naam: woord for naam, woord in KENMERKEN.items() if naam not in ("na", "label")}
    anders = kenmerken(oud, nieuw, namen)
    if oud.pad == nieuw.pad and not anders:
        return None
    return Veldverschil(
        wijze=Wijze.ANDERS if oud.pad == nieuw.pad else Wijze.VERHUIST,
        pad=nieuw.pad,
        oud_pad=oud.pad,
        label=nieuw.label,
        kenmerken=anders,
        door=_buitenste(nieuw.pad, set(verhuisd.values())),
    )


def _tel_daarin(verschillen: list[Veldverschil]) -> Iterator[Veldverschil]:
    for verschil in verschillen:
        sleutel = (verschil.wijze, verschil.pad)
        aantal = sum((v.wijze, v.door) == sleutel for v in verschillen)
        yield attrs.evolve(verschil, daarin=aantal)


def codeverschillen(van: Versie, naar: Versie) -> tuple[Codeverschil, ...]:
    """Return every code and every field of a list that differs, by list."""
    gevonden = []
    for lijst in codelijsten().values():
        toen, straks = (_velden_van(lijst, v) for v in (van, naar))
        gevonden += list(_van_lijst(lijst, van, naar, toen, straks))
        gevonden += [
            Codeverschil(
                wijze=wijze,
                lijst=lijst.nummer,
                naam=lijst.naam,
                code="",
                oud=veld if wijze is Wijze.WEG else "",
                nieuw=veld if wijze is Wijze.ERBIJ else "",
                velden=(veld,),
            )
            for wijze, hier, daar in ((Wijze.WEG, toen, straks), (Wijze.ERBIJ, straks, toen))
            for veld in hier
            if veld not in daar
        ]
    return tuple(gevonden)


def codes_in(lijst: Codelijst, versie: Versie) -> Mapping[str, str]:
    """Return code and text of a list in a version; none when no field of it has the list."""
    return lijst.in_versie(versie) if _velden_van(lijst, versie) else {}


def _velden_van(lijst: Codelijst, versie: Versie) -> tuple[str, ...]:
    """Return the names of the fields that have a code of a list."""
    beelden = veldbeelden(versie).values()
    return tuple(dict.fromkeys(b.naam for b in beelden if b.codelijst == str(lijst.nummer)))


def _van_lijst(
    lijst: Codelijst, van: Versie, naar: Versie, toen: tuple[str, ...], straks: tuple[str, ...]
) -> Iterator[Codeverschil]:
    oud, nieuw = codes_in(lijst, van), codes_in(lijst, naar)
    for code in {**oud, **nieuw}:
        if oud.get(code) == nieuw.get(code):
            continue
        wijze = Wijze.ANDERS
        if code not in oud or code not in nieuw:
            wijze = Wijze.ERBIJ if code not in oud else Wijze.WEG
        yield Codeverschil(
            wijze=wijze,
            lijst=lijst.nummer,
            naam=lijst.naam,
            code=code,
            oud=oud.get(code, ""),
            nieuw=nieuw.get(code, ""),
            velden=toen if wijze is Wijze.WEG else straks,
        )

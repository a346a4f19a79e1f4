"""What differs between two versions, on a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.text import Text

from oso_adapters.cli.lijsten import korte_naam
from oso_adapters.cli.uitvoer import show_tekst
from oso_adapters.tabellen.regelverschil import Regelverschil, Vraagverschil
from oso_adapters.tabellen.verschilbladen import Versieverschil
from oso_adapters.tabellen.versieverschil import Codeverschil, Kenmerk, Veldverschil, Wijze

__all__ = ["show_versieverschil"]

_KOPPEN = {
    Wijze.ERBIJ: "Komt erbij",
    Wijze.WEG: "Vervalt",
    Wijze.VERHUIST: "Verhuist",
    Wijze.ANDERS: "Wordt anders",
}
_GENOEG = ("eis", "telt voor")
"""What is told of a rule that is new or gone; the rest stands in CSV, JSON and oso explain."""


def show_versieverschil(scherm: Console, verschil: Versieverschil) -> None:
    """Print all that differs, the fields that are part of something new or gone left out."""
    kop = f"Verschillen  versie {verschil.van} → {verschil.naar}"
    scherm.print(Text(kop, style="bold"))
    scherm.print()
    for wijze in Wijze:
        _toon_velden(scherm, wijze, [deel for deel in verschil.velden if deel.wijze is wijze])
    _toon_codes(scherm, verschil.codes)
    for wijze in Wijze:
        _toon_regels(scherm, wijze, [deel for deel in verschil.regels if deel.wijze is wijze])
    _toon_vragen(scherm, verschil.vragen)
    _toon_aantallen(scherm, verschil)


def _toon_aantallen(scherm: Console, verschil: Versieverschil) -> None:
    delen = (
        ("velden", verschil.velden),
        ("codes", verschil.codes),
        ("regels", verschil.regels),
        ("gevraagd", verschil.vragen),
    )
    tekst = ", ".join(f"{naam} {len(alle)}" for naam, alle in delen if alle)
    scherm.print(Text(tekst or "Er zijn geen verschillen.", style="dim"))


def _kop(scherm: Console, tekst: str, aantal: int) -> None:
    scherm.print(Text(f"{tekst} ({aantal})", style="bold cyan"))


def _toon_velden(scherm: Console, wijze: Wijze, delen: Sequence[Veldverschil]) -> None:
    hoofd = [deel for deel in delen if not deel.door or _is_anders(deel)]
    if not hoofd:
        return
    _kop(scherm, f"Velden: {_KOPPEN[wijze].lower()}", len(delen))
    for deel in hoofd:
        erin = f", met alles daarin ({deel.daarin})" if deel.daarin else ""
        show_tekst(scherm, f"{korte_naam(deel.pad)}{erin}", 2, "bold")
        show_tekst(scherm, deel.label, 4)
        if deel.oud_pad not in ("", deel.pad):
            show_tekst(scherm, f"was {korte_naam(deel.oud_pad)}", 4)
        _toon_kenmerken(scherm, deel.kenmerken)
    scherm.print()


def _is_anders(deel: Veldverschil) -> bool:
    return deel.wijze is Wijze.VERHUIST and bool(deel.kenmerken)


def _toon_kenmerken(scherm: Console, kenmerken: Iterable[Kenmerk]) -> None:
    for kenmerk in kenmerken:
        show_tekst(scherm, f"{kenmerk.naam}: {_overgang(kenmerk.oud, kenmerk.nieuw)}", 4, "dim")


def _overgang(oud: str, nieuw: str) -> str:
    """Say what was and what comes; only one of both of what is new or gone."""
    return f"{oud} → {nieuw}" if oud and nieuw else oud or nieuw


def _toon_codes(scherm: Console, delen: Sequence[Codeverschil]) -> None:
    if not delen:
        return
    _kop(scherm, "Codes", len(delen))
    for nummer in dict.fromkeys(deel.lijst for deel in delen):
        eigen = [deel for deel in delen if deel.lijst == nummer]
        show_tekst(scherm, f"lijst {nummer}  {eigen[0].naam}", 2, "bold")
        for wijze in Wijze:
            codes = [_code(d) for d in eigen if d.wijze is wijze and d.code]
            velden = [_overgang(d.oud, d.nieuw) for d in eigen if d.wijze is wijze and not d.code]
            if codes:
                show_tekst(scherm, f"{wijze}: {', '.join(codes)}", 4)
            if velden:
                show_tekst(scherm, f"veld {wijze}: {', '.join(velden)}", 4)
    scherm.print()


def _code(deel: Codeverschil) -> str:
    tekst = _overgang(deel.oud, deel.nieuw)
    return f"{deel.code} ({tekst})" if tekst and tekst != deel.code else deel.code


def _toon_regels(scherm: Console, wijze: Wijze, delen: Sequence[Regelverschil]) -> None:
    if not delen:
        return
    _kop(scherm, f"Regels: {_KOPPEN[wijze].lower()}", len(delen))
    for deel in delen:
        show_tekst(scherm, deel.regel, 2, "bold")
        show_tekst(scherm, deel.melding, 4)
        _toon_kenmerken(
            scherm,
            (k for k in deel.kenmerken if wijze is Wijze.ANDERS or k.naam in _GENOEG),
        )
    scherm.print()


def _toon_vragen(scherm: Console, delen: Sequence[Vraagverschil]) -> None:
    if not delen:
        return
    _kop(scherm, "Wat per soort overdracht moet en mag (Vinkenlijst)", len(delen))
    for deel in delen:
        soorten = ", ".join(deel.profielen)
        show_tekst(scherm, f"{korte_naam(deel.pad)}  {soorten}", 2, "bold")
        show_tekst(scherm, _overgang(deel.oud or "bestond niet", deel.nieuw), 4)
        for waarom in filter(None, deel.waarom.split("\n")):
            show_tekst(scherm, waarom, 4, "dim")
    scherm.print()

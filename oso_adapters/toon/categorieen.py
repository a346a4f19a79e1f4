"""What is sent along of each category, in people's words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from oso_adapters.gegevensset import CategorieUitlevering, Dossier
from oso_adapters.gegevensset._veld import Veld, velden, velden_in
from oso_adapters.toon.blokken import Opbouw
from oso_adapters.toon.delen import Cel, Gegeven, Gegevens, Tabel, Waarde
from oso_adapters.toon.tabellen import is_leeg
from oso_adapters.toon.waarden import lees_waarde
from oso_adapters.versies import Versie

__all__ = ["maak_categorieen", "toch_meegestuurd", "weggelaten"]

_TITEL = "Wat er mee mag en mee gaat"
_BETEKENIS: Mapping[str, str] = {
    "VERPLICHT": "Dit moet altijd mee.",
    "OPTIONEEL": "Dit mag mee.",
    "VERBODEN": "Dit mag bij deze overstap niet mee.",
    "OPT-UIT": "Ouders of school hebben gekozen dit niet mee te sturen.",
}
"""The codes of list 48 as people say it."""
_GEKOZEN = "OPT-UIT"
_TOCH = "Ouders of school hebben gekozen dit niet mee te sturen, maar het zit er toch in."


def _naam(veld: Veld) -> str:
    """Return the name of a category: its label without what all of them begin with."""
    return veld.label.split(" ", 1)[-1]


def _gevuld(blok: Any, categorie: str) -> bool:
    """Say whether a block, or a block in it, holds something of a category."""
    for veld in velden(type(blok)):
        waarde = getattr(blok, veld.attr)
        if is_leeg(waarde):
            continue
        if veld.categorie == categorie:
            return True
        for deel in waarde if veld.meervoud else [waarde]:
            if veld.blok is not None and _gevuld(deel, categorie):
                return True
    return False


def _is_aangewezen(blok: type, categorie: str, versie: Versie) -> bool:
    """Say whether some field of a block belongs to a category."""
    return any(
        veld.categorie == categorie
        or (veld.blok is not None and _is_aangewezen(veld.blok, categorie, versie))
        for veld in velden_in(blok, versie)
    )


def _rij(veld: Veld, code: Any, dossier: Dossier, versie: Versie) -> tuple[Cel, ...]:
    categorie = veld.attr.removeprefix("cat_")
    betekenis = _BETEKENIS.get(str(code))
    aanwezig = ""
    if _is_aangewezen(Dossier, categorie, versie):
        aanwezig = "ja" if _gevuld(dossier, categorie) else "nee"
    if betekenis and code == _GEKOZEN and aanwezig == "ja":
        betekenis = _TOCH
    uitleg = Waarde(betekenis, code=str(code)) if betekenis else lees_waarde(veld, code, versie)
    cellen = (Waarde(_naam(veld)), uitleg, Waarde(aanwezig))
    return tuple(Cel(waarden=(w,) if w.tekst or w.noot else ()) for w in cellen)


def maak_categorieen(opbouw: Opbouw, dossier: Dossier) -> Iterator[Tabel | Gegevens]:
    """Yield what must, may and may not be sent along, and whether it is there."""
    assert dossier.metadata is not None
    codes = dossier.metadata.categorie_uitlevering
    gevuld = [v for v in velden(CategorieUitlevering) if getattr(codes, v.attr) is not None]
    rijen = tuple(_rij(v, getattr(codes, v.attr), dossier, opbouw.versie) for v in gevuld)
    if rijen:
        kolommen = ("Categorie", "Betekenis", "Zit in dit dossier")
        yield Tabel(_TITEL, opbouw.nieuw_anker(), kolommen, rijen)


def weggelaten(dossier: Dossier) -> Gegeven | None:
    """Return what parents or school chose to leave out; None when that is nothing."""
    namen = _uitgezet(dossier, aanwezig=False)
    return Gegeven("Bewust niet meegestuurd", (Waarde(", ".join(namen)),)) if namen else None


def toch_meegestuurd(blok: Any) -> Iterator[str]:
    """Yield what to say of what was to be left out, and is there all the same."""
    if isinstance(blok, Dossier):
        for naam in _uitgezet(blok, aanwezig=True):
            yield (
                f"Er is gekozen om dit niet mee te sturen, maar het staat er toch in: {naam}. Laat"
                " de school die het dossier maakte het opnieuw maken."
            )


def _uitgezet(dossier: Dossier, *, aanwezig: bool) -> list[str]:
    """Return the categories that were opted out, and are there or not."""
    codes = dossier.metadata.categorie_uitlevering if dossier.metadata else None
    return [
        _naam(veld)
        for veld in velden(CategorieUitlevering)
        if getattr(codes, veld.attr, None) == _GEKOZEN
        and _gevuld(dossier, veld.attr.removeprefix("cat_")) == aanwezig
    ]

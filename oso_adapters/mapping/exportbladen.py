"""The Exportlijst as CSV and as a workbook."""

from __future__ import annotations

from collections.abc import Sequence

from oso_adapters.gegevensset.profielen import profielen
from oso_adapters.mapping.exportlijst import Maker
from oso_adapters.mapping.exporttekst import (
    NOOT,
    Telling,
    Toonrij,
    samen,
    tel,
    zeg_omzetting,
    zeg_velden,
)
from oso_adapters.mapping.wegen import Richting
from oso_adapters.tabellen.vinkbladen import KENMERKEN, kenmerken
from oso_adapters.tabellen.vinktekst import LEGENDA, zeg_status
from oso_adapters.tabellen.werkblad import Blad, Werkboek, write_csv

__all__ = ["csv_tekst", "xlsx_bytes"]

_KOLOMMEN = {
    Richting.UIT: ("gaat mee", "komt uit", "omzetting"),
    Richting.IN: ("wordt ingelezen", "gaat naar", "omzetting terug"),
}
_ACHTERAAN = ("toelichting", "let op")
_BREED = {
    "onderdeel": 24,
    "label": 34,
    "komt uit": 40,
    "gaat naar": 40,
    "omzetting": 22,
    "omzetting terug": 22,
    "wordt ingelezen": 16,
    "toelichting": 56,
    "let op": 32,
    "pad": 64,
    "soort": 8,
    "categorie": 22,
    "codelijst": 9,
}
_CEL_BREED = 14


def _richtingen(rijen: Sequence[Toonrij]) -> list[Richting]:
    return [richting for richting in Richting if rijen and rijen[0].rij.wegen(richting)]


def _cellen(toonrij: Toonrij, richting: Richting) -> tuple[str, ...]:
    wegen = toonrij.rij.wegen(richting)
    return (
        samen(wegen, lambda weg: str(weg.stand)),
        samen(wegen, zeg_velden),
        samen(wegen, zeg_omzetting),
    )


def csv_tekst(rijen: Sequence[Toonrij]) -> str:
    """Return one row for each path."""
    richtingen = _richtingen(rijen)
    soorten = list(rijen[0].lijstrij.vinken) if rijen else []
    kop = (*KENMERKEN, *soorten, *(naam for r in richtingen for naam in _KOLOMMEN[r]), *_ACHTERAAN)
    return write_csv(
        [
            kop,
            *(
                (
                    *kenmerken(rij.lijstrij),
                    *(zeg_status(vink) for vink in rij.lijstrij.vinken.values()),
                    *(cel for richting in richtingen for cel in _cellen(rij, richting)),
                    rij.redenen(),
                    rij.let_op(),
                )
                for rij in rijen
            ),
        ]
    )


def _veldblad(boek: Werkboek, rijen: Sequence[Toonrij], naam: str) -> None:
    richtingen = _richtingen(rijen)
    soorten = list(rijen[0].lijstrij.vinken) if rijen else []
    wegen = [kolom for richting in richtingen for kolom in _KOLOMMEN[richting]]
    overig = (kolom for kolom in KENMERKEN[1:] if kolom != "label")
    kolommen = ("onderdeel", "label", *soorten, *wegen, *_ACHTERAAN, *overig)
    blad = boek.blad(naam, {kolom: _BREED.get(kolom, _CEL_BREED) for kolom in kolommen})
    for rij in rijen:
        vinken = rij.lijstrij.vinken.items()
        _, pad, label, *rest = kenmerken(rij.lijstrij)
        blad.voeg_toe(
            (
                rij.onderdeel.rpartition("/")[2],
                "   " * rij.lijstrij.diepte + label,
                *(boek.vinkcel(vink, rij.noot(soort)) for soort, vink in vinken),
                *(cel for richting in richtingen for cel in _cellen(rij, richting)),
                rij.redenen(),
                rij.let_op(),
                pad,
                *rest,
            )
        )
    blad.sluit(vast=2)


def _getal(aantal: int | None) -> str:
    return "-" if aantal is None else str(aantal)


def _telcellen(telling: Telling) -> tuple[str, ...]:
    return (
        telling.soort,
        profielen()[telling.soort].naam,
        str(telling.mag),
        _getal(telling.geleverd),
        _getal(telling.gelezen),
        str(telling.mist),
        str(telling.mist_soms),
    )


_TELKOLOMMEN = {
    "overdracht": 12,
    "wat het is": 52,
    "velden die mogen": 18,
    "gaan mee": 12,
    "worden ingelezen": 18,
    "verplicht, niet geleverd": 24,
    "soms verplicht, niet geleverd": 28,
}


def _uitleg(blad: Blad, maker: Maker) -> None:
    for cellen in (
        *LEGENDA,
        (NOOT, f"achter een letter: moet er zijn, maar {maker.systeem} levert het niet"),
        ("komt uit", f"het veld van {maker.systeem} waaruit dit onderdeel wordt gevuld"),
        ("X of -", "gaat nooit mee, ook al staat er waar het uit komt"),
        ("gaat naar", f"het veld van {maker.systeem} dat bij het inlezen wordt gevuld"),
        ("omzetting", "hoe de waarde verandert; leeg: zij gaat mee zoals zij is"),
        ("codetabel …", "de waarde wordt met deze tabel van de leverancier een code"),
        ("oso-adapters", "vult de software zelf in, voor elke leverancier op dezelfde manier"),
    ):
        blad.voeg_toe(cellen)


def xlsx_bytes(rijen: Sequence[Toonrij], maker: Maker, versie: str) -> bytes:
    """Return a workbook: the fields, how many there are, and the legend.

    Raises:
        ConfigurationError: xlsxwriter is not installed.
    """
    boek = Werkboek(f"Exportlijst {maker}")
    _veldblad(boek, rijen, versie)
    telblad = boek.blad("Samenvatting", _TELKOLOMMEN)
    for telling in tel(rijen):
        telblad.voeg_toe(_telcellen(telling))
    telblad.sluit(vast=1)
    uitleg = boek.blad("Uitleg", {"teken": 14, "betekenis": 90})
    uitleg.voeg_toe(("lijst van", f"{maker}, versie {versie}"))
    _uitleg(uitleg, maker)
    uitleg.sluit(vast=0)
    return boek.sluit()

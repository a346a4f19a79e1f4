"""The Vinkenlijst as CSV and as a workbook, for people who open it in Excel."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from oso_adapters.gegevensset.profielen import profielen
from oso_adapters.rules import Regel, Regelset, regels
from oso_adapters.tabellen.vinktekst import LEGENDA, Lijstrij, errata_van, zeg_status
from oso_adapters.tabellen.werkblad import Werkboek, write_csv
from oso_adapters.versies import Versie

__all__ = ["KENMERKEN", "csv_tekst", "kenmerken", "xlsx_bytes"]

Lijsten = Mapping[Versie, Sequence[Lijstrij]]

KENMERKEN = ("versie", "pad", "label", "soort", "categorie", "codelijst")
"""What a row says of the field itself."""
_NA = ("waarom", "code van de categorie", "regels over de waarde", "let op", "afwijking")
_BREED = {
    "onderdeel": 26,
    "label": 36,
    "pad": 64,
    "soort": 8,
    "categorie": 22,
    "codelijst": 9,
    "waarom": 70,
    "code van de categorie": 46,
    "regels over de waarde": 28,
    "let op": 34,
    "afwijking": 60,
}
_CEL_BREED = 14
_REGELKOLOMMEN = {
    "versie": 8,
    "regel": 46,
    "nummers": 20,
    "blad": 10,
    "ernst": 14,
    "wie": 12,
    "melding": 70,
    "herstel": 70,
    "gepubliceerd": 46,
    "errata": 8,
}


def kenmerken(rij: Lijstrij) -> tuple[str, ...]:
    """Return what a row says of the field itself, beside `KENMERKEN`."""
    lijst = rij.rij.codelijst
    return (
        str(rij.versie),
        rij.rij.pad,
        rij.rij.label,
        "blok" if rij.rij.blok else "veld",
        f"cat_{rij.rij.categorie}" if rij.rij.categorie else "",
        "" if lijst is None else f"lijst {lijst}",
    )


def _na(rij: Lijstrij) -> tuple[str, ...]:
    return (
        rij.waarom(),
        rij.codes(),
        ", ".join(rij.waarderegels()),
        rij.hoogstens_een(),
        rij.afwijking(),
    )


def _soorten(lijsten: Lijsten) -> list[str]:
    aanwezig = {soort for rijen in lijsten.values() for rij in rijen for soort in rij.vinken}
    return [code for code in profielen() if code in aanwezig]


def csv_tekst(lijsten: Lijsten) -> str:
    """Return one row for each path, with a column for each kind of transfer."""
    soorten = _soorten(lijsten)
    alle = (rij for rijen in lijsten.values() for rij in rijen)
    statussen = ((rij, [zeg_status(rij.vinken[soort]) for soort in soorten]) for rij in alle)
    cellen = ((*kenmerken(rij), *statussen_, *_na(rij)) for rij, statussen_ in statussen)
    return write_csv([(*KENMERKEN, *soorten, *_NA), *cellen])


def _vinkblad(boek: Werkboek, versie: Versie, rijen: Sequence[Lijstrij]) -> None:
    soorten = _soorten({versie: rijen})
    namen = ("onderdeel", "label", *soorten, *_NA, *(n for n in KENMERKEN[1:] if n != "label"))
    blad = boek.blad(str(versie), {naam: _BREED.get(naam, _CEL_BREED) for naam in namen})
    for rij in rijen:
        cellen = [boek.vinkcel(rij.vinken[soort]) for soort in soorten]
        _, pad, label, *rest = kenmerken(rij)
        onderdeel = rij.onderdeel.rpartition("/")[2]
        blad.voeg_toe((onderdeel, "   " * rij.diepte + label, *cellen, *_na(rij), pad, *rest))
    blad.sluit(vast=2)


def _genoemd(rijen: Sequence[Lijstrij]) -> set[str]:
    vinken = [vink for rij in rijen for vink in rij.vinken.values()]
    verschillen = [v for rij in rijen for v in rij.verschillen.values()]
    vinken += [vink for v in verschillen for vink in (v.gepubliceerd, v.afspraak)]
    return {reden.regel for vink in vinken for reden in vink.redenen if reden.regel} | {
        sleutel for vink in vinken for sleutel in vink.waarderegels
    }


def _gepubliceerd(regel: Regel) -> str:
    if regel.slaapt:
        return "nee: het gepubliceerde blad komt er nooit aan toe"
    return f"nee: {regel.nooit}" if regel.nooit else "ja"


def _regelcellen(versie: Versie, rijen: Sequence[Lijstrij]) -> Iterator[tuple[str, ...]]:
    genoemd = _genoemd(rijen)
    for regel in regels(versie, Regelset.GEPUBLICEERD):
        if regel.id in genoemd:
            yield (
                str(versie),
                regel.id,
                ", ".join(regel.nummers),
                str(regel.voor.blad or "OV en PaO"),
                str(regel.ernst),
                str(regel.wie),
                regel.melding,
                regel.herstel,
                _gepubliceerd(regel),
                ", ".join(map(str, errata_van(versie, [regel.id]))),
            )


def xlsx_bytes(lijsten: Lijsten, regelset: Regelset) -> bytes:
    """Return a workbook: a sheet for each version, one with the rules and one with the legend.

    Raises:
        ConfigurationError: xlsxwriter is not installed.
    """
    boek = Werkboek("Vinkenlijst OSO Gegevensset")
    for versie, rijen in lijsten.items():
        _vinkblad(boek, versie, rijen)
    regelblad = boek.blad("Regels", _REGELKOLOMMEN)
    for versie, rijen in lijsten.items():
        for cellen in _regelcellen(versie, rijen):
            regelblad.voeg_toe(cellen)
    regelblad.sluit(vast=2)
    uitleg = boek.blad("Uitleg", {"teken": 12, "betekenis": 90})
    for cellen in (*LEGENDA, ("regelset", str(regelset))):
        uitleg.voeg_toe(cellen)
    for profiel in profielen().values():
        uitleg.voeg_toe((profiel.code, profiel.naam))
    uitleg.sluit(vast=0)
    return boek.sluit()

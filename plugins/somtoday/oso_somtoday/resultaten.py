"""From the public files of marks, one for each subject, to reports and results of a dossier."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from oso_adapters.mapping import bezwaar
from oso_adapters.melding import Ernst, Melding, Wie
from oso_somtoday.records_plaatsing import Vakkeuze
from oso_somtoday.records_resultaten import (
    ExamenDossier,
    ExamendossierCeDeel,
    ExamendossierSeDeel,
    VoortgangsDossier,
    VoortgangsdossierPeriode,
)
from oso_somtoday.records_vo import Beoordeling, Rapport, Rapportonderdeel, Rapportvak, Vakresultaat

__all__ = ["rapporten_van", "vakresultaten_van"]


def rapporten_van(dossiers: Iterable[VoortgangsDossier], meldingen: list[Melding]) -> list[Rapport]:
    """Return a report for each period, out of one file for each subject.

    A subject without any mark in a period is not on that report; one with marks but no average is
    told of, because a report has no place for it.
    """
    per_periode: dict[tuple[int, int], list[Rapportvak]] = {}
    for dossier in dossiers:
        for periode in dossier.periodes:
            vak = _rapportvak(dossier, periode)
            if vak.beoordelingen:
                sleutel = (dossier.leerjaar or 0, periode.periode or 0)
                per_periode.setdefault(sleutel, []).append(vak)
            elif vak.onderdelen:
                meldingen.append(_GEEN_GEMIDDELDE)
    return [
        Rapport(leerjaar=leerjaar or None, periode=f"periode {nummer}", vakken=vakken)
        for (leerjaar, nummer), vakken in sorted(per_periode.items(), key=lambda item: item[0])
    ]


_GEEN_GEMIDDELDE = bezwaar(
    "voortgangsdossiers.periodes.rapportgemiddelde",
    "Een vak heeft in een periode wel cijfers maar geen gemiddelde; het gaat niet mee in de"
    " cijferlijst.",
    "Laat Somtoday het gemiddelde van die periode berekenen, als dit vak mee moet.",
    wie=Wie.SCHOOL,
    ernst=Ernst.WAARSCHUWING,
)


def _rapportvak(dossier: VoortgangsDossier, periode: VoortgangsdossierPeriode) -> Rapportvak:
    gemiddelde = periode.rapportgemiddelde or periode.periodegemiddelde
    return Rapportvak(
        naam=dossier.vaknaam,
        beoordelingen=[_beoordeling(gemiddelde)] if gemiddelde else [],
        onderdelen=[
            Rapportonderdeel(
                naam=resultaat.omschrijving or resultaat.code,
                beoordeling=_beoordeling(resultaat.geldend_resultaat),
            )
            for resultaat in periode.resultaten
            if resultaat.geldend_resultaat
        ],
    )


def _beoordeling(tekst: str) -> Beoordeling:
    """Return a mark: a figure, or else a word."""
    cijfer = tekst[:1].isdecimal()
    return Beoordeling(cijfer=tekst) if cijfer else Beoordeling(omschrijving=tekst)


def vakresultaten_van(
    dossiers: Iterable[ExamenDossier], vakkeuzes: list[Vakkeuze], meldingen: list[Melding]
) -> list[Vakresultaat]:
    """Return the results of the exam; one for each kind of mark that a subject has."""
    resultaten = []
    for dossier in dossiers:
        keuzes = [keuze for keuze in vakkeuzes if dossier.vakNaam == keuze.school_vaknaam]
        if not keuzes or not keuzes[0].landelijke_vakcode:
            meldingen.append(_GEEN_VAKCODE)
            continue
        vak, afgerond = keuzes[0], dossier.eindcijfer is not None
        resultaten += [
            Vakresultaat(
                landelijke_vakcode=vak.landelijke_vakcode,
                landelijke_vaknaam=vak.landelijke_vaknaam,
                afgerond=afgerond,
                examenvak=True,
                **cijfers,
            )
            for cijfers in _cijfers(dossier)
        ]
    return resultaten


_GEEN_VAKCODE = bezwaar(
    "leerling.vakkeuzes.landelijke_vakcode",
    "Van een vak met examencijfers is de landelijke vakcode niet bekend; de cijfers gaan niet mee.",
    "Koppel dit vak in Somtoday aan een landelijk vak, en deel de vakkeuzes met deze koppeling.",
    wie=Wie.SCHOOL,
)


def _cijfers(dossier: ExamenDossier) -> Iterator[dict[str, Any]]:
    """Yield each kind of mark by itself, as a dossier has them."""
    se = dossier.se_resultaten or ExamendossierSeDeel()
    ce = dossier.ce_resultaten or ExamendossierCeDeel()
    deelcijfers = [r.geldend_resultaat for r in se.se_resultaten if r.geldend_resultaat]
    if deelcijfers:
        yield {"se_resultaten": deelcijfers}
    if se.se_eindcijfer:
        yield {"se_eindcijfer": se.se_eindcijfer}
    if ce.ce_eindcijfer:
        yield {"ce_eindcijfer": ce.ce_eindcijfer}
    if dossier.eindcijfer:
        soort = "beoordeling" if dossier.eindcijfer[:1].isalpha() else "eindcijfer"
        yield {soort: dossier.eindcijfer}

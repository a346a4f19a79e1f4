"""Puts together what one dossier needs of several lists: made for an export, in no list itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import attrs

from oso_adapters.mapping import Onbruikbaar
from oso_magister.omzettingen import datum_nl, schooljaar_van
from oso_magister.records import Aanm, Leer, Leerlingdossier, Lvoo, Oudr
from oso_magister.records_school import Bgrp, Blfa, Blok, Blpe, Comm, Stud

__all__ = ["stel_samen"]


def stel_samen(dossier: Leerlingdossier) -> Leerlingdossier:
    """Add to a leerling what follows from the lists together.

    The location is that of the last enrolment; the years at earlier schools stand before those at
    this one; telephone and e-mail of ``sis_leer`` and ``sis_oudr`` are ways to reach them as well.
    """
    gevolgd = _op_volgorde([aanm for aanm in dossier.sis_aanm if not _is_aangemeld(aanm)])
    return attrs.evolve(
        dossier,
        sis_blok=_lokatie(gevolgd),
        sis_aanm=[*map(_als_aanm, dossier.sis_lvoo), *gevolgd],
        sis_comm=[*_van_leerling(dossier), *dossier.sis_comm],
        sis_oudr=[_met_email(ouder) for ouder in dossier.sis_oudr],
    )


def _is_aangemeld(aanm: Aanm) -> bool:
    """Say whether an enrolment is an application only: there is a date of it, but no beginning."""
    return bool(aanm.datumaanm and not aanm.dBegin)


def _begin(aanm: Aanm) -> date | None:
    """Return when an enrolment began: on its first day, else in its school year."""
    try:
        if aanm.dBegin:
            begin: date = datum_nl(aanm.dBegin)
            return begin
        if aanm.idBlpe and aanm.idBlpe.lesperiode:
            return date(int(schooljaar_van(aanm.idBlpe.lesperiode)[:4]), 8, 1)
    except Onbruikbaar:
        pass
    return None


def _op_volgorde(aanmeldingen: list[Aanm]) -> list[Aanm]:
    """Return enrolments from first to last; as they stand when that can't be said of all."""
    begonnen = [(begin, nr) for nr, a in enumerate(aanmeldingen) if (begin := _begin(a))]
    if len(begonnen) < len(aanmeldingen):
        return aanmeldingen
    return [aanmeldingen[nr] for _, nr in sorted(begonnen)]


def _lokatie(aanmeldingen: list[Aanm]) -> Blok | None:
    groepen = [aanm.idBgrp for aanm in aanmeldingen if aanm.idBgrp]
    return groepen[-1].c_lokatie if groepen else None


def _als_aanm(jaar: Lvoo) -> Aanm:
    """Return a year at an earlier school as if it were an enrolment at this one."""
    return Aanm(
        idBlpe=Blpe(lesperiode=jaar.lesperiode),
        idBgrp=Bgrp(
            groep=jaar.groep,
            omschr=jaar.omschr,
            c_lokatie=Blok(brin=jaar.brin, vestnr=jaar.vestnr),
        ),
        idStud=Stud(
            studie=jaar.studie,
            idBlfa=Blfa(leerjaar=jaar.leerjaar),
            elementcode=jaar.elementcode,
            soort=jaar.soort,
            type=jaar.type,
            soort_omschr=jaar.soort_omschr,
        ),
        dBegin=jaar.dBegin,
        dEinde=jaar.dEinde,
    )


def _van_leerling(dossier: Leerlingdossier) -> Iterator[Comm]:
    leer = dossier.sis_leer or Leer()
    geheim = dossier.sis_lovg
    bekend = {comm.nummer for comm in dossier.sis_comm}
    if leer.gsm and leer.gsm not in bekend:
        yield _comm("TEL", leer.gsm, geheim and geheim.gsm_geheim)
    if leer.email and leer.email not in bekend:
        yield _comm("EML", leer.email, geheim and geheim.email_geheim)


def _met_email(ouder: Oudr) -> Oudr:
    if not ouder.email or ouder.email in {comm.nummer for comm in ouder.sis_comm}:
        return ouder
    eigen = _comm("EML", ouder.email, ouder.email_geheim)
    return attrs.evolve(ouder, sis_comm=[eigen, *ouder.sis_comm])


def _comm(soort: str, nummer: str, geheim: Any) -> Comm:
    return Comm(soort=soort, gebruik="P", nummer=nummer, geheim=geheim)

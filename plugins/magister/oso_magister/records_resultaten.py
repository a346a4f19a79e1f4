"""What a leerling achieved: tests, the eindtoets, reports, absence; all reference."""

from __future__ import annotations

import attrs

from oso_magister.records_school import Docu, Inst, Scho
from oso_magister.velden import SLEUTEL

__all__ = [
    "Edom",
    "Eind",
    "Eond",
    "Ltoe",
    "Lton",
    "Norm",
    "Rapp",
    "Rcij",
    "Rond",
    "Rvak",
    "Tres",
    "Verz",
]


@attrs.frozen(kw_only=True, repr=False)
class Norm:
    """Score beside a reference group (``sis_norm``); reference."""

    soort: str | None = None
    groep: str | None = None
    score: str | None = None
    toelichting: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Tres:
    """Result of a test or of a part of it (``sis_tres``); numbers have a comma; reference."""

    idTres: str | None = attrs.field(default=None, eq=False, metadata=SLEUTEL)
    opgaven: str | None = None
    goed: str | None = None
    fout: str | None = None
    gelezen: str | None = None
    seconden: str | None = None
    vaardigheid: str | None = None
    schaal: str | None = None
    van: str | None = None
    tot: str | None = None
    sis_norm: list[Norm] = attrs.field(factory=list)
    sis_docu: Docu | None = None


@attrs.frozen(kw_only=True, repr=False)
class Lton:
    """Part of a test (``sis_lton``); reference."""

    idLton: str | None = attrs.field(default=None, eq=False, metadata=SLEUTEL)
    code: str | None = None
    naam: str | None = None
    sis_tres: Tres | None = None


@attrs.frozen(kw_only=True, repr=False)
class Ltoe:
    """Test that was given to a leerling (``sis_ltoe``); reference.

    Who gave it works at an institution (``sis_inst``) or at a school (``sis_scho``).
    """

    idLtoe: str | None = attrs.field(default=None, eq=False, metadata=SLEUTEL)
    code: str | None = None
    naam: str | None = None
    versie: str | None = None
    vakgebied: str | None = None
    datum: str | None = None
    leerjaar: str | None = None
    dl: str | None = None
    afnemer: str | None = None
    afnemer_functie: str | None = None
    opmerking: str | None = None
    sis_inst: Inst | None = None
    sis_scho: Scho | None = None
    sis_tres: Tres | None = None
    sis_lton: list[Lton] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class Edom:
    """Domain of a part of the eindtoets (``sis_edom``); reference."""

    domein: str | None = None
    omschr: str | None = None
    niveau: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Eond:
    """Part of the eindtoets (``sis_eond``); reference."""

    idEond: str | None = attrs.field(default=None, eq=False, metadata=SLEUTEL)
    onderdeel: str | None = None
    omschr: str | None = None
    niveau: str | None = None
    sis_edom: list[Edom] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class Eind:
    """Eindtoets of primary school (``sis_eind``); reference."""

    deelgenomen: str | None = None
    toets: str | None = None
    niveau: str | None = None
    omschr: str | None = None
    datum: str | None = None
    ontheffing: str | None = None
    score: str | None = None
    toetsadvies: str | None = None
    sis_eond: list[Eond] = attrs.field(factory=list)
    sis_docu: list[Docu] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class Rcij:
    """Mark of a subject on a report, as a figure or in words (``sis_rcij``); reference."""

    cijfer: str | None = None
    oordeel: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Rond:
    """Part of a subject on a report with its mark (``sis_rond``); reference."""

    naam: str | None = None
    cijfer: str | None = None
    oordeel: str | None = None
    datum: str | None = None
    leerjaar: str | None = None
    periode: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Rvak:
    """Subject on a report (``sis_rvak``); reference."""

    idRvak: str | None = attrs.field(default=None, eq=False, metadata=SLEUTEL)
    naam: str | None = None
    sis_rond: list[Rond] = attrs.field(factory=list)
    sis_rcij: list[Rcij] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class Rapp:
    """Report with marks (``sis_rapp``); reference."""

    idRapp: str | None = attrs.field(default=None, eq=False, metadata=SLEUTEL)
    datum: str | None = None
    leerjaar: str | None = None
    periode: str | None = None
    sis_rvak: list[Rvak] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class Verz:
    """Absence in the current school year (``sis_verz``); reference."""

    dagdelen_geoorl: str | None = None
    dagdelen_ongeoorl: str | None = None
    uren_geoorl: str | None = None
    uren_ongeoorl: str | None = None
    meer_dan_kwart: str | None = None
    frequentie: str | None = None
    leerplicht: str | None = None
    rmc: str | None = None
    sis_docu: list[Docu] = attrs.field(factory=list)

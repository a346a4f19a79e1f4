"""What a leerling did in secondary school: subjects, exam, work placement, choices."""

from __future__ import annotations

import attrs

from oso_magister.records_school import Inst
from oso_magister.velden import SLEUTEL

__all__ = ["Bevo", "Comp", "Exam", "Lob", "Lvak", "Stag"]


@attrs.frozen(kw_only=True, repr=False)
class Lvak:
    """Subject of a leerling with one kind of mark (``sis_lvak``); public up to ``deinde``.

    ``oordeel`` is a mark in words. A mark in figures has a ``soort``: ``EIND`` (final mark), ``CE``
    (central exam), ``ESE`` (end of the school exam), ``SE`` (school exam, each mark a row in
    ``sis_lcij``), ``RAP`` (report) or ``WS`` (piece of work, with its title).
    """

    idLvak: str | None = attrs.field(default=None, eq=False, metadata=SLEUTEL)
    c_vak: str | None = None
    dbegin: str | None = None
    deinde: str | None = None
    omschr: str | None = None
    afgerond: str | None = None
    dAfgerond: str | None = None
    examenvak: str | None = None
    oordeel: str | None = None
    soort: str | None = None
    cijfer: str | None = None
    werkstuk: str | None = None
    sis_lcij: list[str] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class Bevo:
    """Study that the leerling goes up to (``sis_bevo``); reference."""

    elementcode: str | None = None
    leerjaar: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Exam:
    """Final exam (``sis_exam``); reference."""

    diploma: str | None = None
    jaar: str | None = None
    dUitslag: str | None = None
    uitslag: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Comp:
    """Competence (``sis_comp``); reference."""

    referentie: str | None = None
    categorie: str | None = None
    omschr: str | None = None
    status: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Stag:
    """Work placement (``sis_stag``); reference."""

    idStag: str | None = attrs.field(default=None, eq=False, metadata=SLEUTEL)
    dBegin: str | None = None
    dEinde: str | None = None
    soort: str | None = None
    rol: str | None = None
    beoordeling: str | None = None
    sis_inst: Inst | None = None


@attrs.frozen(kw_only=True, repr=False)
class Lob:
    """Choice of what to study next (``sis_lob``); reference."""

    keuze: str | None = None
    beroepskeuzetest: str | None = None
    portfolio: str | None = None
    pop: str | None = None
    motivatiebrief: str | None = None
    lobdossier: str | None = None

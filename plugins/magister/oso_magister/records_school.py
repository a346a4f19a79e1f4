"""What more than one list is made of, and the lists of the school itself.

*Public* are names of tables and columns that Magister's own interfaces show; the rest is
*reference*: plausible, not true. A field that holds a record of a list of the school is a column
with its key: ``idBgrp`` of an enrolment is the ``idBgrp`` of a row in ``sis_bgrp``.
"""

from __future__ import annotations

import attrs

from oso_magister.velden import SLEUTEL

__all__ = [
    "Adre",
    "Bgrp",
    "Blfa",
    "Blok",
    "Blpe",
    "Comm",
    "Docu",
    "Inst",
    "Pers",
    "Prof",
    "Scho",
    "Stud",
]


@attrs.frozen(kw_only=True, repr=False)
class Adre:
    """Address (``sis_adre``, of a location ``sis_badr``); public from ``straat`` on.

    The columns ``straat``, ``huisnr``, ``huisnr_tv``, ``postcode``, ``woonplaats`` and ``woonland``
    of ``sis_leer`` are public; that there are more addresses, and these with the same columns, is
    reference. ``woonland`` is a number of the national table of countries.
    """

    soort: str | None = None
    straat: str | None = None
    huisnr: str | None = None
    huisnr_tv: str | None = None
    postcode: str | None = None
    woonplaats: str | None = None
    woonland: str | None = None
    huisnr_aand: str | None = None
    locatie: str | None = None
    gemeente: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Comm:
    """Telephone number or e-mail address (``sis_comm``, of a location ``sis_bcom``); reference."""

    soort: str | None = None
    gebruik: str | None = None
    nummer: str | None = None
    geheim: str | None = None
    nood: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Docu:
    """File of a leerling (``sis_docu``); reference.

    In the list ``bestand`` is the place in the folder ``bijlagen``, here what was read there.
    """

    naam: str | None = None
    omschr: str | None = None
    bestand: bytes | None = None


@attrs.frozen(kw_only=True, repr=False)
class Inst:
    """Institution around a leerling (``sis_inst``): a company, a care organisation; reference."""

    idInst: str | None = attrs.field(default=None, eq=False, metadata=SLEUTEL)
    naam: str | None = None
    sis_adre: list[Adre] = attrs.field(factory=list)
    sis_comm: list[Comm] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class Scho:
    """Another school (``sis_scho``); reference."""

    idScho: str | None = attrs.field(default=None, eq=False, metadata=SLEUTEL)
    naam: str | None = None
    brin: str | None = None
    vestnr: str | None = None
    aanleverpunt: str | None = None
    soort: str | None = None
    type: str | None = None
    directeur: str | None = None
    website: str | None = None
    sis_adre: list[Adre] = attrs.field(factory=list)
    sis_comm: list[Comm] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class Blok:
    """Location of the school (``sis_blok``); public up to ``omschr``, reference from there."""

    c_lokatie: str | None = attrs.field(default=None, eq=False, metadata=SLEUTEL)
    omschr: str | None = None
    brin: str | None = None
    vestnr: str | None = None
    aanleverpunt: str | None = None
    soort: str | None = None
    type: str | None = None
    directeur: str | None = None
    website: str | None = None
    sis_badr: list[Adre] = attrs.field(factory=list)
    sis_bcom: list[Comm] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class Pers:
    """Member of staff (``sis_pers``); public up to ``naam_vol``."""

    idPers: str | None = attrs.field(default=None, eq=False, metadata=SLEUTEL)
    doc_code: str | None = None
    naam_vol: str | None = None
    telefoon: str | None = None
    email: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Bgrp:
    """Class (``sis_bgrp``); public, with ``omschr`` as reference."""

    idBgrp: str | None = attrs.field(default=None, eq=False, metadata=SLEUTEL)
    groep: str | None = None
    c_lokatie: Blok | None = None
    idPers_mentor1: Pers | None = None
    omschr: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Blfa:
    """Year of a study (``sis_blfa``); public."""

    idBlfa: str | None = attrs.field(default=None, eq=False, metadata=SLEUTEL)
    leerjaar: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Blpe:
    """School year (``sis_blpe``), with ``lesperiode`` as ``2122``; public."""

    idBlpe: str | None = attrs.field(default=None, eq=False, metadata=SLEUTEL)
    omschr_k: str | None = None
    lesperiode: str | None = None
    dbegin: str | None = None
    deinde: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Prof:
    """Profile, such as *Natuur en techniek* (``sis_prof``); public."""

    c_profiel: str | None = attrs.field(default=None, eq=False, metadata=SLEUTEL)
    omschr: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Stud:
    """Study in one year (``sis_stud``); public up to ``dEinde``, reference from ``elementcode``."""

    idStud: str | None = attrs.field(default=None, eq=False, metadata=SLEUTEL)
    studie: str | None = None
    idBlfa: Blfa | None = None
    idPers_coord1: Pers | None = None
    idPers_coord2: Pers | None = None
    dBegin: str | None = None
    dEinde: str | None = None
    elementcode: str | None = None
    soort: str | None = None
    type: str | None = None
    soort_omschr: str | None = None

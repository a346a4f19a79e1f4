"""What Magister keeps of a leerling, under its own names: a record has the rows of all lists.

*Public* are ``sis_leer``, ``sis_aanm`` and what they point to, as far as said here and in
`records_school`; the rest is *reference*: plausible, not true. Every value is a text as it stands
in the list; the name of a field with rows is the name of the list.
"""

from __future__ import annotations

from typing import Any

import attrs

from oso_magister.records_ondersteuning import (
    Arra,
    Clus,
    Diag,
    Hpla,
    Lwoo,
    Onds,
    Opp,
    Rvc,
    Tlv,
    ToegekendHulpmiddel,
)
from oso_magister.records_resultaten import Eind, Ltoe, Rapp, Verz
from oso_magister.records_school import (
    Adre,
    Bgrp,
    Blok,
    Blpe,
    Comm,
    Docu,
    Inst,
    Pers,
    Prof,
    Scho,
    Stud,
)
from oso_magister.records_vo import Bevo, Comp, Exam, Lob, Lvak, Stag
from oso_magister.velden import AFGELEID, SLEUTEL

__all__ = [
    "Aanm",
    "Advi",
    "Hadv",
    "Huis",
    "Inza",
    "Leer",
    "Leerlingdossier",
    "Lher",
    "Lovg",
    "Lvoo",
    "Oudr",
]


@attrs.frozen(kw_only=True, repr=False)
class Leer:
    """Leerling (``sis_leer``); public.

    ``adres`` has the home address first, which stands in columns of ``sis_leer``, and then the rows
    of ``sis_adre``.
    """

    idLeer: str | None = attrs.field(default=None, eq=False)
    stamnr: str | None = attrs.field(default=None, eq=False)
    voorlett: str | None = None
    voornamen: str | None = None
    roepnaam: str | None = None
    tussenvoeg: str | None = None
    achternaam: str | None = None
    email: str | None = None
    gsm: str | None = None
    rfid: str | None = None
    geslacht: str | None = None
    geb_datum: str | None = None
    idoudr1: str | None = None
    adres: list[Adre] = attrs.field(factory=list, metadata=AFGELEID)


@attrs.frozen(kw_only=True, repr=False)
class Aanm:
    """Enrolment in one study and class (``sis_aanm``); public."""

    idStud: Stud | None = None
    idBgrp: Bgrp | None = None
    idBlpe: Blpe | None = None
    c_profiel: Prof | None = None
    datumaanm: str | None = None
    dBegin: str | None = None
    dEinde: str | None = None
    dVertrek: str | None = None
    idPers_mentor1: Pers | None = None


@attrs.frozen(kw_only=True, repr=False)
class Lovg:
    """Other data of a leerling (``sis_lovg``); reference.

    Of the home address this list has what ``sis_leer`` lacks; here that is in ``Leer.adres``.
    """

    bsn: str | None = None
    onderwijsnr: str | None = None
    gba_voornamen: str | None = None
    gba_tussenvoeg: str | None = None
    gba_achternaam: str | None = None
    gba_datum: str | None = None
    adres_geheim: str | None = None
    adres_buitl: str | None = None
    gsm_geheim: str | None = None
    email_geheim: str | None = None
    dOnderwijs_nl: str | None = None
    dOnderwijs: str | None = None
    dInschr: str | None = None
    terug_brin: str | None = None
    gewicht: str | None = None
    nnca: str | None = None
    tehuis: str | None = None
    oudr_aanspr: str | None = None
    oso_definitief: str | None = None
    swv_sleutel: str | None = None
    sis_inst: Inst | None = None


@attrs.frozen(kw_only=True, repr=False)
class Oudr:
    """Parent or guardian of one leerling (``sis_oudr``); ``idoudr`` and ``email`` are public."""

    idoudr: str | None = attrs.field(default=None, eq=False, metadata=SLEUTEL)
    relatie: str | None = None
    wettelijk: str | None = None
    voorlett: str | None = None
    voornamen: str | None = None
    roepnaam: str | None = None
    tussenvoeg: str | None = None
    achternaam: str | None = None
    geslacht: str | None = None
    email: str | None = None
    email_geheim: str | None = None
    adres_geheim: str | None = None
    overleden: str | None = None
    dOverleden: str | None = None
    iban: str | None = None
    sis_adre: list[Adre] = attrs.field(factory=list)
    sis_comm: list[Comm] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class Huis:
    """Family doctor of a leerling (``sis_huis``); reference."""

    voorlett: str | None = None
    voornamen: str | None = None
    tussenvoeg: str | None = None
    achternaam: str | None = None
    adres_geheim: str | None = None
    sis_adre: list[Adre] = attrs.field(factory=list)
    sis_comm: list[Comm] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class Inza:
    """What the parents saw of the dossier and what they said (``sis_inza``); reference."""

    voorlopig: str | None = None
    ingezien: str | None = None
    datum: str | None = None
    akkoord: str | None = None
    reden: str | None = None
    toestemming: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Advi:
    """Advice of this school for the next one (``sis_advi``); reference."""

    advies: str | None = None
    wens_ouders: str | None = None
    wens_leerling: str | None = None
    herzien: str | None = None
    reden_herzien: str | None = None
    profiel: str | None = None
    motivering: str | None = None
    contactnodig: str | None = None
    idPers: Pers | None = None
    aandacht: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Hadv:
    """Advice that came along from the school of origin (``sis_hadv``); reference."""

    advies: str | None = None
    wens_ouders: str | None = None
    wens_leerling: str | None = None
    herzien: str | None = None
    reden_herzien: str | None = None
    profiel: str | None = None
    motivering: str | None = None
    contactnodig: str | None = None
    contact: str | None = None
    contact_telefoon: str | None = None
    contact_email: str | None = None
    aandacht: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Lher:
    """Where a leerling comes from (``sis_lher``): the school, and what it said; reference."""

    leerlingnr: str | None = None
    dOnderwijs: str | None = None
    dInschr: str | None = None
    dUitschr: str | None = None
    bevorderd: str | None = None
    bevorderd_leerjaar: str | None = None
    sis_scho: Scho | None = None


@attrs.frozen(kw_only=True, repr=False)
class Lvoo:
    """Year at an earlier school (``sis_lvoo``); reference."""

    lesperiode: str | None = None
    groep: str | None = None
    omschr: str | None = None
    leerjaar: str | None = None
    dBegin: str | None = None
    dEinde: str | None = None
    brin: str | None = None
    vestnr: str | None = None
    elementcode: str | None = None
    studie: str | None = None
    soort: str | None = None
    type: str | None = None
    soort_omschr: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Leerlingdossier:
    """All rows of one leerling, over all lists.

    ``sis_blok`` is where the leerling is now, for an export. ``basis`` is filled in the one record
    of an administration that is no leerling: it has the lists of the school.
    """

    sis_leer: Leer | None = None
    sis_aanm: list[Aanm] = attrs.field(factory=list)
    sis_lovg: Lovg | None = None
    sis_comm: list[Comm] = attrs.field(factory=list)
    sis_oudr: list[Oudr] = attrs.field(factory=list)
    sis_huis: Huis | None = None
    sis_inza: Inza | None = None
    sis_advi: Advi | None = None
    sis_lher: Lher | None = None
    sis_hadv: Hadv | None = None
    sis_lvoo: list[Lvoo] = attrs.field(factory=list)
    ToegekendeHulpmiddelenLeerling: list[ToegekendHulpmiddel] = attrs.field(factory=list)
    sis_onds: Onds | None = None
    sis_diag: list[Diag] = attrs.field(factory=list)
    sis_hpla: list[Hpla] = attrs.field(factory=list)
    sis_opp: Opp | None = None
    sis_tlv: list[Tlv] = attrs.field(factory=list)
    sis_clus: list[Clus] = attrs.field(factory=list)
    sis_arra: list[Arra] = attrs.field(factory=list)
    sis_lwoo: Lwoo | None = None
    sis_rvc: Rvc | None = None
    sis_verz: Verz | None = None
    sis_eind: Eind | None = None
    sis_ltoe: list[Ltoe] = attrs.field(factory=list)
    sis_rapp: list[Rapp] = attrs.field(factory=list)
    sis_docu: list[Docu] = attrs.field(factory=list)
    sis_bevo: Bevo | None = None
    sis_exam: Exam | None = None
    sis_lvak: list[Lvak] = attrs.field(factory=list)
    sis_cert: list[str] = attrs.field(factory=list)
    sis_comp: list[Comp] = attrs.field(factory=list)
    sis_stag: list[Stag] = attrs.field(factory=list)
    sis_lob: Lob | None = None
    sis_optu: list[str] = attrs.field(factory=list)
    sis_blok: Blok | None = attrs.field(default=None, metadata=AFGELEID)
    basis: Any = attrs.field(default=None, metadata=AFGELEID)

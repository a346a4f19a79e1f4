"""Marks of a leerling: the file of the school year and that of the exam; public."""

from __future__ import annotations

import attrs

__all__ = [
    "DeelExamen",
    "Deeltoets",
    "DossierResultaat",
    "DossierResultaatPoging",
    "ExamenDossier",
    "ExamendossierCeDeel",
    "ExamendossierCeResultaat",
    "ExamendossierSeDeel",
    "VoortgangsDossier",
    "VoortgangsdossierPeriode",
]


@attrs.frozen(kw_only=True, repr=False)
class DossierResultaatPoging:
    """One try at a test; public."""

    resultaat: str | None = None
    resultaat_alternatief: str | None = None
    poging: int | None = None


@attrs.frozen(kw_only=True, repr=False)
class Deeltoets:
    """Part of a test that is put together of parts; public."""

    uuid: str | None = None
    omschrijving: str | None = None
    code: str | None = None
    geldend_resultaat: str | None = None
    geldend_resultaat_alternatief: str | None = None
    weging: int | None = None
    pogingen: list[DossierResultaatPoging] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class DossierResultaat:
    """Mark for one test; ``geldend_resultaat`` is the one of all tries that counts. Public."""

    uuid: str | None = None
    omschrijving: str | None = None
    code: str | None = None
    toetsType: str | None = None
    weging: int | None = None
    geldend_resultaat: str | None = None
    geldend_resultaat_alternatief: str | None = None
    pogingen: list[DossierResultaatPoging] = attrs.field(factory=list)
    deeltoetsen: list[Deeltoets] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class VoortgangsdossierPeriode:
    """One period of the school year for one subject; public."""

    periode: int | None = None
    periodegemiddelde: str | None = None
    periodegemiddelde_alternatief: str | None = None
    rapportgemiddelde: str | None = None
    rapportgemiddelde_alternatief: str | None = None
    resultaten: list[DossierResultaat] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class VoortgangsDossier:
    """Marks of this school year for one subject; public."""

    vakuuid: str | None = None
    vaknaam: str | None = None
    niveau: str | None = None
    leerjaar: int | None = None
    omschrijving_standaard: str | None = None
    omschrijving_alternatief: str | None = None
    periodes: list[VoortgangsdossierPeriode] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class ExamendossierSeDeel:
    """School exam: its final mark and the marks that make it; public."""

    se_eindcijfer: str | None = None
    se_resultaten: list[DossierResultaat] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class DeelExamen:
    """Part of the national exam; public."""

    naam: str | None = None
    geldend_resultaat: str | None = None
    variant: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class ExamendossierCeResultaat:
    """National exam in one period; public."""

    tijdvak: str | None = None
    geldend_resultaat: str | None = None
    variant: str | None = None
    deelexamens: list[DeelExamen] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class ExamendossierCeDeel:
    """National exam: its final mark and the marks that make it; public."""

    ce_eindcijfer: str | None = None
    ce_resultaten: list[ExamendossierCeResultaat] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class ExamenDossier:
    """Exam in one subject; public."""

    vakUUID: str | None = None
    vakNaam: str | None = None
    niveau: str | None = None
    lichting: str | None = None
    eindcijfer: str | None = None
    se_resultaten: ExamendossierSeDeel | None = None
    ce_resultaten: ExamendossierCeDeel | None = None

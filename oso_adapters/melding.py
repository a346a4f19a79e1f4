"""What a check finds: rule, place, remedy and who must act."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

import attrs

__all__ = ["Ernst", "Melding", "Oordeel", "SoortMelding", "Wie", "judge", "voor_ontvanger"]

_VRAAG = "Vraag de school die het dossier verzond dit te doen. "
_MELD = "Vraag de school die het dossier verzond dit aan haar leverancier te melden. "


class Oordeel(StrEnum):
    """The verdict on one dossier."""

    GELDIG = "geldig"
    ONGELDIG = "ongeldig"
    NIET_VAST_TE_STELLEN = "niet vast te stellen"


class Ernst(StrEnum):
    """Only ``fout`` decides the verdict."""

    FOUT = "fout"
    WAARSCHUWING = "waarschuwing"


class SoortMelding(StrEnum):
    """What kind of requirement is not met."""

    STRUCTUUR = "structuur"
    CODELIJST = "codelijst"
    REGEL = "regel"
    AFBEELDING = "afbeelding"
    IMPORT = "import"


class Wie(StrEnum):
    """Who must act."""

    SCHOOL = "school"
    ANDERE_SCHOOL = "andere school"
    LEVERANCIER = "leverancier"
    KENNISNET = "Kennisnet"
    STANDAARD = "de standaard"
    HULPMIDDEL = "de beheerder van oso-adapters"


@attrs.frozen(kw_only=True)
class Melding:
    """One finding.

    Attributes:
        regel: key of the rule, e.g. ``OVa.IZ03`` or ``ST.waarde``.
        locatie: place in the document: local names with 1-based positions among siblings of the
            same name, e.g. ``/dossier[1]/metadata[1]``; ``/[1]`` is the whole document.
        pad: the field that it is about, without positions.
        regelnummer: line in the file, counted from 1; None when there is no file.
        gevonden: what stands there; only for fields that are declared showable.
        verwacht: what was expected, in Dutch.
        gepubliceerd: whether the published sheets (or schema) object as well.
        paden: every path that the requirement names, without positions.
        bronvelden: the vendor's own fields that this place is filled from.
        bewijs: why ``wie`` differs from the default of the rule; empty when it does not.
    """

    regel: str
    soort: SoortMelding
    ernst: Ernst = Ernst.FOUT
    locatie: str
    pad: str
    regelnummer: int | None = None
    gevonden: str | None = attrs.field(default=None, repr=False)
    verwacht: str | None = None
    melding: str
    herstel: str
    wie: Wie
    gepubliceerd: bool = True
    paden: tuple[str, ...] = ()
    bronvelden: tuple[str, ...] = ()
    bewijs: str = ""

    def als_dict(self) -> dict[str, Any]:
        """Return the finding in the form of ``oso check --json``."""
        gegevens: dict[str, Any] = {
            "regel": self.regel,
            "soort": str(self.soort),
            "ernst": str(self.ernst),
            "locatie": self.locatie,
            "pad": self.pad,
            "regelnummer": self.regelnummer,
            "gevonden": self.gevonden,
            "verwacht": self.verwacht,
            "melding": self.melding,
            "herstel": self.herstel,
            "wie": str(self.wie),
            "gepubliceerd": self.gepubliceerd,
            "uitleg": f"oso explain {self.regel}",
        }
        if self.bronvelden:
            gegevens["bronvelden"] = list(self.bronvelden)
        if self.bewijs:
            gegevens["bewijs"] = self.bewijs
        return gegevens

    @classmethod
    def van_dict(cls, gegevens: Mapping[str, Any]) -> Melding:
        """Return a finding as `als_dict` gave it; all but ``paden`` is in there.

        Raises:
            KeyError, TypeError, ValueError: it is not what ``als_dict`` gives.
        """
        waarden = {naam: waarde for naam, waarde in gegevens.items() if naam != "uitleg"}
        waarden["soort"] = SoortMelding(waarden["soort"])
        waarden["ernst"] = Ernst(waarden["ernst"])
        waarden["wie"] = Wie(waarden["wie"])
        waarden["bronvelden"] = tuple(waarden.get("bronvelden", ()))
        return cls(**waarden)


def voor_ontvanger(melding: Melding) -> Melding:
    """Return a finding on a dossier as the school reads it that received the dossier.

    What only the sending school can do is for that one; what its vendor must do goes by way of
    it. A file that is not the dossier at all is still for who has it.
    """
    heel_bestand = melding.soort is SoortMelding.STRUCTUUR and melding.locatie == "/[1]"
    if melding.wie is Wie.SCHOOL and not heel_bestand:
        return attrs.evolve(melding, wie=Wie.ANDERE_SCHOOL, herstel=_VRAAG + melding.herstel)
    if melding.wie is Wie.LEVERANCIER:
        return attrs.evolve(melding, herstel=_MELD + melding.herstel)
    return melding


def judge(meldingen: Iterable[Melding]) -> Oordeel:
    """Return the verdict that these findings give on a dossier that could be judged."""
    fout = any(m.ernst is Ernst.FOUT for m in meldingen)
    return Oordeel.ONGELDIG if fout else Oordeel.GELDIG

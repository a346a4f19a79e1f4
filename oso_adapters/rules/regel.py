"""What a rule is, and for which dossiers it counts."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum
from types import MappingProxyType

import attrs

from oso_adapters.melding import Ernst, SoortMelding, Wie
from oso_adapters.rules.woorden import Eis, en, is_, niet

__all__ = [
    "ALTIJD",
    "BB",
    "BLAD_EIS",
    "NIET_POPO",
    "OOK_BB_POVO",
    "OV",
    "OV_BLAD",
    "PAO_BLAD",
    "POPO",
    "POSWV",
    "POVO",
    "POVO_NIET_SO",
    "STANDAARDVERSIE",
    "SWV",
    "VALIDATIEVERSIE",
    "VOSWV",
    "VOVO",
    "Blad",
    "Regel",
    "Regelset",
    "Voor",
    "blad_voor",
    "rule",
]


class Blad(StrEnum):
    """The published sheets: one for overstap and binnen-BRIN, one for support requests."""

    OV = "OV"
    PAO = "PaO"


class Regelset(StrEnum):
    """What is checked: exactly what the published sheets find, or that plus the errata."""

    GEPUBLICEERD = "gepubliceerd"
    AFSPRAAK = "afspraak"


@attrs.frozen
class Voor:
    """The dossiers that a rule counts for.

    Attributes:
        blad: sheet that has the rule; None when both have it.
        als: condition on the document as a whole; None when there is none.
    """

    blad: Blad | None
    als: Eis | None = None


def _overdracht(soort: str) -> Eis:
    return is_("//overdrachtsoort/text()", soort)


def _overstap(soort: str) -> Eis:
    return is_("//metadata/overstap/text()", soort)


_SOORT_SWV = "swv-dossier"
_OVERSTAP = _overdracht("overstapdossier")
_SWV = _overdracht(_SOORT_SWV)

ALTIJD = Voor(None)
OV_BLAD = Voor(Blad.OV)
PAO_BLAD = Voor(Blad.PAO)
OV = Voor(Blad.OV, _OVERSTAP)
POPO = Voor(Blad.OV, en(_OVERSTAP, _overstap("POPO")))
POVO = Voor(Blad.OV, en(_OVERSTAP, _overstap("POVO")))
VOVO = Voor(Blad.OV, en(_OVERSTAP, _overstap("VOVO")))
NIET_POPO = Voor(Blad.OV, en(_OVERSTAP, niet(_overstap("POPO"))))
POVO_NIET_SO = Voor(
    Blad.OV, en(_OVERSTAP, _overstap("POVO"), niet(is_("//huidigeschool/soort/text()", "SO")))
)
OOK_BB_POVO = Voor(Blad.OV, _overstap("POVO"))
BB = Voor(Blad.OV, _overdracht("overdrachtbinnenbrin"))
SWV = Voor(Blad.PAO, _SWV)
POSWV = Voor(Blad.PAO, en(_SWV, _overstap("POSWV")))
VOSWV = Voor(Blad.PAO, en(_SWV, _overstap("VOSWV")))

BLAD_EIS = MappingProxyType({Blad.PAO: _SWV, Blad.OV: niet(_SWV)})
"""What a document holds for which `blad_voor` chooses a sheet."""


def blad_voor(soorten: Collection[str]) -> Blad:
    """Return the sheet for a document with these kinds of transfer (``overdrachtsoort``)."""
    return Blad.PAO if _SOORT_SWV in soorten else Blad.OV


STANDAARDVERSIE = "{standaardversie}"
"""Stands for the standaardversie of the version that is checked."""
VALIDATIEVERSIE = "{validatieversie}"
"""Stands for the validatieversie of the version that is checked."""

_ONDER_LEERLING = frozenset(
    {
        "eindtoets_basisonderwijs",
        "overstapadvies",
        "resultaat",
        "score",
        "toets",
        "toetsscore",
        "verzorger",
        "zorg",
    }
)


@attrs.frozen(kw_only=True)
class Regel:
    """One rule of the Gegevensset.

    Attributes:
        id: key of the rule, unique.
        nummers: numbers that the published sheets give it.
        voor: the dossiers that it counts for.
        bij: the elements that it looks at: the name of an element, with the names of its parents
            before it where that matters (``dossier/inzage``); ``/`` is the whole document.
        eis: what each of those elements must hold.
        melding, herstel: what is wrong and what to do, in Dutch.
        wie: who must act, unless evidence says otherwise.
        over: field that it is about, relative to the element.
        verwacht: what was expected, in Dutch.
        per_leerling: the sheets look at every such element once for each leerling.
        slaapt: the published sheets do not get to it where the schema wants the element, below the
            leerling.
        nooit: why no dossier that fits the schema can break it; empty when one can.
        gevolg_van: keys of rules; where one of these is broken this one is not told again.
        sinds, tot: first and last version that have the rule, both inclusive.
    """

    id: str
    nummers: tuple[str, ...]
    voor: Voor
    bij: str
    eis: Eis
    melding: str
    herstel: str
    wie: Wie
    ernst: Ernst
    soort: SoortMelding = SoortMelding.REGEL
    over: str = "."
    verwacht: str | None = None
    per_leerling: bool = False
    slaapt: bool = False
    nooit: str = ""
    gevolg_van: tuple[str, ...] = ()
    sinds: str | None = None
    tot: str | None = None


def rule(
    regels: str | Mapping[str, Voor],
    *,
    bij: str,
    eis: Eis,
    melding: str,
    herstel: str,
    wie: Wie = Wie.SCHOOL,
    over: str = ".",
    nummers: Mapping[str, tuple[str, ...]] | None = None,
    per_leerling: bool = False,
    nooit: str = "",
    sinds: str | None = None,
    tot: str | None = None,
) -> tuple[Regel, ...]:
    """Declare one requirement, under the key that each kind of dossier gives it.

    Args:
        regels: key of the rule with the dossiers that it counts for; a key alone counts always.
        nummers: published numbers, where they are not the key up to its second point.
    """
    per_id = {regels: ALTIJD} if isinstance(regels, str) else regels
    return tuple(
        Regel(
            id=regel_id,
            nummers=(nummers or {}).get(regel_id) or (".".join(regel_id.split(".")[:2]),),
            voor=voor,
            bij=bij,
            eis=eis,
            melding=melding,
            herstel=herstel,
            wie=wie,
            ernst=Ernst.FOUT,
            over=over,
            per_leerling=per_leerling,
            slaapt=voor.blad is Blad.OV and bij in _ONDER_LEERLING,
            nooit=nooit,
            sinds=sinds,
            tot=tot,
        )
        for regel_id, voor in per_id.items()
    )

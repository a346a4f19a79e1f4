"""What was found on a requirement, for people: the same finding at many gevallen is told once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from oso_conformance.uitkomst import NIET_MEEGEBRACHT, Uitkomst

__all__ = ["Groep", "gegroepeerd", "getoetst", "redenen_bij", "wacht_op_gevallen", "wat_mis_is"]

_POSITIE = re.compile(r"\[\d+\]")
_MIS = (Uitkomst.GEZAKT, Uitkomst.NIET_VAST_TE_STELLEN, Uitkomst.HULPMIDDEL)


@attrs.define
class Groep:
    """One finding with the gevallen that show it.

    Attributes:
        plaats: place in the dossier, without positions; empty when it is about something else.
        bronvelden: the vendor's own fields.
    """

    tekst: str
    plaats: str
    bronvelden: tuple[str, ...]
    gevallen: list[str] = attrs.field(factory=list)


def _bevindingen(proef: Mapping[str, Any]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for bevinding in proef["bevindingen"]:
        plaats = _POSITIE.sub("", bevinding["plaats"])
        yield bevinding["tekst"], plaats, tuple(bevinding["bronvelden"])
    if not proef["bevindingen"]:
        yield f"{proef['uitkomst']}: {proef['reden']}", "", ()


def gegroepeerd(eis: Mapping[str, Any]) -> list[Groep]:
    """Return what was found on a requirement of a certificate; what is shown most stands first."""
    groepen: dict[tuple[str, str, tuple[str, ...]], Groep] = {}
    for proef in eis["proeven"]:
        if proef["uitkomst"] not in _MIS:
            continue
        for sleutel in _bevindingen(proef):
            groep = groepen.setdefault(sleutel, Groep(*sleutel))
            if proef["geval"] and proef["geval"] not in groep.gevallen:
                groep.gevallen.append(proef["geval"])
    return sorted(groepen.values(), key=lambda groep: -len(groep.gevallen))


def _alleen_storing(eis: Mapping[str, Any], storing: str) -> bool:
    """Say whether all that can be told of a requirement is that the run broke off."""
    return bool(storing) and all(storing in groep.tekst for groep in gegroepeerd(eis))


def wacht_op_gevallen(inhoud: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the requirements of which nothing is wrong but that gevallen are not brought yet."""
    return [
        eis
        for eis in inhoud["eisen"]
        if eis["uitkomst"] == Uitkomst.NIET_VAST_TE_STELLEN
        and all(groep.tekst.endswith(NIET_MEEGEBRACHT) for groep in gegroepeerd(eis))
    ]


def wat_mis_is(inhoud: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the requirements of a certificate that are not met; those that decide stand first.

    Those that were not reached because the run broke off, or that only wait for gevallen that are
    still to be brought, are left out: that is told once.
    """
    wachten = wacht_op_gevallen(inhoud)
    mis = [
        eis
        for eis in inhoud["eisen"]
        if eis["uitkomst"] in _MIS
        and not _alleen_storing(eis, inhoud["storing"])
        and eis not in wachten
    ]
    return sorted(mis, key=lambda eis: eis["sterkte"] != "verplicht")


def getoetst(inhoud: Mapping[str, Any]) -> str:
    """Return in one line what the suite tried of a plugin."""
    delen = []
    for kan in inhoud["mogelijkheden"]:
        namen = ", ".join(deel["naam"] for deel in kan["profielen"] if deel["getoetst"])
        versies = ", ".join(deel["naam"] for deel in kan["versies"] if deel["getoetst"])
        delen += [f"{kan['naam']} van {namen} in versie {versies}"] if namen else []
    return "; ".join(delen) or "niets"


def redenen_bij(kan: Mapping[str, Any]) -> list[tuple[str, list[str]]]:
    """Return why a capability, or parts of it, are not there; of all parts once, without names."""
    if not kan["ondersteund"]:
        return [(kan["reden"] or "geen reden opgegeven", [])]
    gevonden: dict[str, list[str]] = {}
    for deel in (*kan["profielen"], *kan["versies"]):
        if not deel["ondersteund"]:
            gevonden.setdefault(deel["reden"] or "geen reden opgegeven", []).append(deel["naam"])
    return list(gevonden.items())

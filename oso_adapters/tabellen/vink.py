"""One cell of the Vinkenlijst: what is asked of an element, and why."""

from __future__ import annotations

from enum import StrEnum

import attrs

from oso_adapters.melding import Ernst
from oso_adapters.tabellen._rijen import Rij

__all__ = ["Bron", "Reden", "Status", "Verschil", "Vink", "needed"]


class Status(StrEnum):
    """What is asked of an element, where the element around it is there."""

    VERPLICHT = "verplicht"
    EEN_VAN = "een van"
    VERBODEN = "verboden"
    UIT_TE_ZETTEN = "uit te zetten"
    OPTIONEEL = "optioneel"


class Bron(StrEnum):
    """Where a demand comes from."""

    SCHEMA = "schema"
    REGEL = "regel"
    CATEGORIE = "categorie"


@attrs.frozen(kw_only=True)
class Reden:
    """One reason for a status.

    Attributes:
        regel: key of the rule; None for the schema.
        als: condition in Dutch (``als …``, ``tenzij …``); empty when it always counts.
        een_van: paths of the elements of which one must be there, this one among them.
        door: path of the forbidden element that this one is part of; empty when it is itself.
        ernst: a waarschuwing never decides.
    """

    status: Status
    bron: Bron
    regel: str | None = None
    als: str = ""
    een_van: tuple[str, ...] = ()
    door: str = ""
    ernst: Ernst = Ernst.FOUT

    @property
    def rang(self) -> tuple[bool, bool, bool, int]:
        """Order of strength: always before under a condition, rules before categories."""
        return (
            not self.door,
            bool(self.als) or self.status is Status.UIT_TE_ZETTEN,
            self.bron is Bron.CATEGORIE,
            list(Status).index(self.status),
        )


@attrs.frozen(kw_only=True)
class Vink:
    """One cell: an element or attribute in one kind of transfer.

    Attributes:
        redenen: why, strongest first; what a stronger one makes needless is left out.
        code: code of list 48 that this kind of transfer uses for the category.
        waarden: values that it must have in this kind of transfer; empty when free.
        waarderegels: keys of rules that look at its value.
    """

    rij: Rij
    profiel: str
    redenen: tuple[Reden, ...]
    code: str | None
    waarden: tuple[str, ...]
    waarderegels: tuple[str, ...]

    @property
    def pad(self) -> str:
        """Path without positions."""
        return self.rij.pad

    @property
    def _sterkste(self) -> Reden | None:
        return next((reden for reden in self.redenen if reden.ernst is Ernst.FOUT), None)

    @property
    def status(self) -> Status:
        """What is asked; under a condition when `voorwaardelijk`."""
        return self._sterkste.status if self._sterkste else Status.OPTIONEEL

    @property
    def voorwaardelijk(self) -> bool:
        """Whether the status counts only under a condition."""
        return bool(self._sterkste and self._sterkste.als)


@attrs.frozen
class Verschil:
    """A cell in which the two rule sets differ; ``regels`` are the keys that make it so."""

    gepubliceerd: Vink
    afspraak: Vink

    @property
    def regels(self) -> tuple[str, ...]:
        """Keys of the rules that only one of the two has here."""
        oud, nieuw = _genoemd(self.gepubliceerd), _genoemd(self.afspraak)
        return tuple(
            sleutel for sleutel in {**oud, **nieuw} if (sleutel in oud) != (sleutel in nieuw)
        )


def _genoemd(vink: Vink) -> dict[str, None]:
    uit_redenen = [reden.regel for reden in vink.redenen if reden.regel]
    return dict.fromkeys((*uit_redenen, *vink.waarderegels))


def needed(redenen: list[Reden]) -> tuple[Reden, ...]:
    """Return the reasons that say something, strongest first.

    What must always be there need not be there under a condition as well; what is always forbidden
    is nothing else.
    """
    op_rang = sorted(dict.fromkeys(redenen), key=lambda reden: reden.rang)
    sterkste = op_rang[0] if op_rang else None
    if sterkste is None or sterkste.als or sterkste.status is Status.UIT_TE_ZETTEN:
        return tuple(op_rang)
    zwakker = list(Status)[list(Status).index(sterkste.status) :]
    nodig = {Status.VERBODEN} if sterkste.status is not Status.VERBODEN else set()
    nodig |= set(Status) - set(zwakker)
    return tuple(
        reden
        for reden in op_rang
        if reden.rang == sterkste.rang or (reden.als and reden.status in nodig)
    )

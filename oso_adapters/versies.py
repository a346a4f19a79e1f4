"""The versions of the OSO Gegevensset that are supported, in order."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

import attrs

_JAAR = re.compile(r"(?<=/)(\d{4})(?=/)")
_NAMESPACE = "http://www.edustandaard.nl/oso_gegevensset/{}/dossier"


def _sleutel(versie: str) -> tuple[int, ...]:
    return tuple(int(deel) for deel in versie.split("."))


@attrs.frozen(order=True, cache_hash=True)
class Versie:
    """One version of the Gegevensset: three numbers that are not the same thing.

    Attributes:
        standaardversie: what ``metadata/standaardversie`` must hold, e.g. ``2019.1``.
        validatieversie: what ``metadata/validatieversie`` must hold, e.g. ``2019.1.1``.
        namespace: XML namespace; it holds only the year.
    """

    _volgorde: tuple[int, ...] = attrs.field(init=False, repr=False)
    standaardversie: str = attrs.field(order=False)
    validatieversie: str = attrs.field(order=False)
    namespace: str = attrs.field(order=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_volgorde", _sleutel(self.standaardversie))

    def __str__(self) -> str:
        return self.standaardversie

    def valt_in(self, sinds: str | None, tot: str | None) -> bool:
        """Say whether this version lies in a range, both ends inclusive and open by default."""
        return (sinds is None or _sleutel(sinds) <= self._volgorde) and (
            tot is None or self._volgorde <= _sleutel(tot)
        )


VERSIES: tuple[Versie, ...] = (
    Versie("2017.1", "2017.1.2", _NAMESPACE.format("2017")),
    Versie("2018.1", "2018.1.1", _NAMESPACE.format("2018")),
    Versie("2019.1", "2019.1.1", _NAMESPACE.format("2019")),
)
"""Every supported version, oldest first."""


def versie(nummer: str) -> Versie:
    """Return the version with this standaardversie.

    Raises:
        KeyError: no such version.
    """
    return {v.standaardversie: v for v in VERSIES}[nummer]


def versie_van_namespace(namespace: str) -> Versie | None:
    """Return the version with this XML namespace, or None."""
    return next((v for v in VERSIES if v.namespace == namespace), None)


def bekende_versies(versies: Iterable[Versie] = VERSIES) -> str:
    """Return the known versions as one text, for messages."""
    return ", ".join(str(v) for v in versies)


def niet_alle(versies: Collection[Versie]) -> str:
    """Return these versions as one text; nothing when they are all there are."""
    return "" if len(versies) == len(VERSIES) else bekende_versies(versies)


def is_nieuwer(namespace: str) -> bool:
    """Say whether this is a namespace like that of the last version, of a later year."""
    deel, laatste = _JAAR.split(namespace), _JAAR.split(VERSIES[-1].namespace)
    return len(deel) == len(laatste) and deel[::2] == laatste[::2] and deel[1] > laatste[1]

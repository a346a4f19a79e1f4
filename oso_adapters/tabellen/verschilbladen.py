"""What differs between two versions, all together: as CSV and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from oso_adapters.tabellen.regelverschil import (
    Regelverschil,
    Vraagverschil,
    regelverschillen,
    vraagverschillen,
)
from oso_adapters.tabellen.versieverschil import (
    Codeverschil,
    Kenmerk,
    Veldverschil,
    codeverschillen,
    veldverschillen,
)
from oso_adapters.tabellen.werkblad import write_csv
from oso_adapters.versies import Versie

__all__ = ["Versieverschil", "als_dict", "csv_tekst", "versieverschil"]

_KOLOMMEN = ("wat", "wijze", "waar", "was", "naam", "kenmerk", "eerst", "straks", "overdrachten",
             "deel van", "waarom")  # fmt: skip


@attrs.frozen(kw_only=True)
class Versieverschil:
    """All that differs between two versions.

    Attributes:
        vragen: what the Vinkenlijst asks otherwise.
    """

    van: Versie
    naar: Versie
    velden: tuple[Veldverschil, ...]
    codes: tuple[Codeverschil, ...]
    regels: tuple[Regelverschil, ...]
    vragen: tuple[Vraagverschil, ...]

    @property
    def aantal(self) -> int:
        """How many things differ."""
        return sum(map(len, (self.velden, self.codes, self.regels, self.vragen)))


def versieverschil(van: Versie, naar: Versie) -> Versieverschil:
    """Return all that differs between two versions."""
    return Versieverschil(
        van=van,
        naar=naar,
        velden=veldverschillen(van, naar),
        codes=codeverschillen(van, naar),
        regels=regelverschillen(van, naar),
        vragen=vraagverschillen(van, naar),
    )


def als_dict(verschil: Versieverschil) -> dict[str, Any]:
    """Return what differs as JSON has it."""
    delen = (verschil.velden, verschil.codes, verschil.regels, verschil.vragen)
    velden, codes, regels, vragen = ([_plat(deel) for deel in alle] for alle in delen)
    return {
        "verschil": {"van": str(verschil.van), "naar": str(verschil.naar)},
        "velden": velden,
        "codes": codes,
        "regels": regels,
        "gevraagd": vragen,
    }


def _plat(deel: Any) -> dict[str, Any]:
    gegevens = attrs.asdict(deel)
    if "wijze" in gegevens:
        gegevens["wijze"] = str(gegevens["wijze"])
    return gegevens


def csv_tekst(verschil: Versieverschil) -> str:
    """Return what differs as CSV: a row for each thing that is said of a field, code or rule."""
    rijen = (
        *(rij for deel in verschil.velden for rij in _veldrijen(deel)),
        *map(_coderij, verschil.codes),
        *(rij for deel in verschil.regels for rij in _regelrijen(deel)),
        *map(_vraagrij, verschil.vragen),
    )
    return write_csv([_KOLOMMEN, *rijen])


def _kenmerken(kenmerken: Iterable[Kenmerk]) -> Iterator[tuple[str, str, str]]:
    yield from ((k.naam, k.oud, k.nieuw) for k in kenmerken or (Kenmerk("", "", ""),))


def _veldrijen(deel: Veldverschil) -> Iterator[tuple[str, ...]]:
    for kenmerk in _kenmerken(deel.kenmerken):
        was = deel.oud_pad if deel.oud_pad != deel.pad else ""
        yield ("veld", str(deel.wijze), deel.pad, was, deel.label, *kenmerk, "", deel.door, "")


def _coderij(deel: Codeverschil) -> tuple[str, ...]:
    wat = "code" if deel.code else "veld bij lijst"
    waar = f"lijst {deel.lijst}"
    velden = ", ".join(deel.velden)
    if deel.code:
        waar = f"{waar}, code {deel.code}"
    return (
        wat, str(deel.wijze), waar, "", deel.naam, velden, deel.oud, deel.nieuw, "", "", ""
    )  # fmt: skip


def _regelrijen(deel: Regelverschil) -> Iterator[tuple[str, ...]]:
    for kenmerk in _kenmerken(deel.kenmerken):
        yield ("regel", str(deel.wijze), deel.regel, "", deel.melding, *kenmerk, "", "", "")


def _vraagrij(deel: Vraagverschil) -> tuple[str, ...]:
    was = deel.oud_pad if deel.oud_pad != deel.pad else ""
    soorten = ", ".join(deel.profielen)
    return (
        "gevraagd", "wordt anders", deel.pad, was, deel.label, "gevraagd", deel.oud, deel.nieuw,
        soorten, "", deel.waarom,
    )  # fmt: skip

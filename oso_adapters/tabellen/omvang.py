"""How large a version is: its fields, codes and rules."""

from __future__ import annotations

from typing import Any

import attrs

from oso_adapters.gegevensset.codelijsten import codelijsten
from oso_adapters.rules import Regelset, regels
from oso_adapters.tabellen._rijen import rijen
from oso_adapters.tabellen.versieverschil import codes_in
from oso_adapters.versies import Versie

__all__ = ["Versieomvang", "omvang"]


@attrs.frozen(kw_only=True)
class Versieomvang:
    """A version with how much there is in it.

    Attributes:
        velden: elements and attributes of a dossier that hold a value.
        blokken: elements of a dossier that hold others.
        codelijsten, codes: lists that a field has, and their codes.
        regels: rules that are checked, as agreed.
    """

    versie: Versie
    velden: int
    blokken: int
    codelijsten: int
    codes: int
    regels: int

    def als_dict(self) -> dict[str, Any]:
        """Return it as JSON has it."""
        gegevens = attrs.asdict(self, recurse=False)
        van_versie = ("standaardversie", "validatieversie", "namespace")
        return {
            **{naam: getattr(self.versie, naam) for naam in van_versie},
            **{naam: aantal for naam, aantal in gegevens.items() if naam != "versie"},
        }


def omvang(versie: Versie) -> Versieomvang:
    """Return how large a version is."""
    alle = rijen(versie).values()
    codes = [len(codes_in(lijst, versie)) for lijst in codelijsten().values()]
    return Versieomvang(
        versie=versie,
        velden=sum(not rij.blok for rij in alle),
        blokken=1 + sum(rij.blok for rij in alle),
        codelijsten=sum(aantal > 0 for aantal in codes),
        codes=sum(codes),
        regels=len(regels(versie, Regelset.AFSPRAAK)),
    )

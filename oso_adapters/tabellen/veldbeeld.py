"""What a version says of each field, in words: to put two versions beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

import attrs

from oso_adapters.gegevensset import Dossier, Terugkoppeling
from oso_adapters.gegevensset._boom import Plek, plekken
from oso_adapters.gegevensset._veld import Veld, Vorm, blokgegevens, velden_in
from oso_adapters.tabellen._rijen import ouder
from oso_adapters.versies import Versie

__all__ = ["KENMERKEN", "Veldbeeld", "veldbeelden"]

_WORTELS = {"/dossier": Dossier, "/terugkoppeling": Terugkoppeling}
_BLOK = "een onderdeel met andere velden"
_VAAK = {
    # must be there, may be there again
    (True, False): "1 keer",
    (False, False): "0 of 1 keer",
    (True, True): "1 keer of vaker",
    (False, True): "0 keer of vaker",
}


@attrs.frozen(kw_only=True)
class Veldbeeld:
    """One element or attribute in one version.

    Attributes:
        inhoud: block or simple type: what two places have in common that hold the same.
        aantal: how often it may be there, in the element around it.
        waarde: what its text must be.
        na: name of the one before it in the element around it; empty for the first.
        codelijst: number of its code list; empty when there is none.
        categorie: category of delivery that it belongs to as a whole; empty when there is none.
        sluit_uit: names of the fields that can't be there together with it.
    """

    pad: str
    label: str
    inhoud: object = attrs.field(repr=False)
    aantal: str
    waarde: str
    na: str
    codelijst: str
    categorie: str
    sluit_uit: str

    @property
    def naam(self) -> str:
        """Name of the element or attribute."""
        return self.pad.rpartition("/")[2]


KENMERKEN: Mapping[str, str] = MappingProxyType(
    {
        "label": "naam",
        "aantal": "hoe vaak",
        "waarde": "waarde",
        "codelijst": "codelijst",
        "categorie": "categorie",
        "sluit_uit": "niet samen met",
        "na": "plaats: na",
    }
)
"""What can differ, with the word for it."""


@cache
def veldbeelden(versie: Versie) -> Mapping[str, Veldbeeld]:
    """Return every element and attribute of a version by path, in the order of the schema."""
    beelden = [beeld for pad, cls in _WORTELS.items() for beeld in _beelden(versie, cls, pad)]
    return MappingProxyType({beeld.pad: beeld for beeld in beelden})


def _beelden(versie: Versie, cls: type, wortel: str) -> Iterator[Veldbeeld]:
    vorige: dict[str, str] = {}
    for plek in plekken(versie, cls, wortel):
        veld = plek.veld
        if veld.vorm is Vorm.TEKST:
            continue
        boven = ouder(plek.kop)
        kop = _beeld(plek, plek.kop, versie, na=vorige.get(boven, ""))
        vorige[boven] = kop.naam
        if plek.kop == plek.pad:
            yield kop
            continue
        yield attrs.evolve(kop, inhoud=(veld.lijst, kop.inhoud), waarde=_BLOK, codelijst="")
        label = blokgegevens(veld.blok).label if veld.blok else veld.label
        yield attrs.evolve(
            _beeld(plek, plek.pad, versie, na=""),
            label=label,
            aantal=_VAAK[not veld.leeg, True],
            categorie="",
            sluit_uit="",
        )


def _beeld(plek: Plek, pad: str, versie: Versie, *, na: str) -> Veldbeeld:
    veld = plek.veld
    anders = (
        deel.naam
        for deel in velden_in(plek.blok, versie)
        if veld.keuze is not None and deel.keuze == veld.keuze and deel.attr != veld.attr
    )
    return Veldbeeld(
        pad=pad,
        label=veld.label,
        inhoud=veld.blok or veld.soort,
        aantal=_VAAK[veld.verplicht, veld.onbeperkt],
        waarde=_waarde(veld, versie),
        na=na,
        codelijst="" if veld.codelijst is None else str(veld.codelijst),
        categorie=f"cat_{veld.categorie}" if veld.categorie else "",
        sluit_uit=", ".join(anders),
    )


def _waarde(veld: Veld, versie: Versie) -> str:
    """Say what the text must be; of a block with a text of its own that text."""
    soort = veld.soort
    if veld.blok is not None:
        teksten = (v.soort for v in velden_in(veld.blok, versie) if v.vorm is Vorm.TEKST)
        soort = next(teksten, None)
    return f"{soort.verwacht} ({soort.naam})" if soort else _BLOK

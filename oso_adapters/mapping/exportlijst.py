"""The Exportlijst: what a vendor does with every field of the Vinkenlijst, and why not.

It is data: from the Afbeelding of a plugin, or from the JSON of an earlier release of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from oso_adapters.errors import ConfigurationError
from oso_adapters.gegevensset.profielen import profielen
from oso_adapters.mapping.bronnen import Afbeelding, Beleid, Codetabel
from oso_adapters.mapping.codevelden import codevelden
from oso_adapters.mapping.wegen import Richting, Stand, Weg, wegen
from oso_adapters.melding import Ernst
from oso_adapters.tabellen import Vink, vinkenlijst
from oso_adapters.tabellen._rijen import ouder
from oso_adapters.tabellen.vink import Reden, Status
from oso_adapters.tabellen.vinktekst import lijstrijen, zeg_status
from oso_adapters.versies import Versie

__all__ = [
    "Exportlijst",
    "Exportrij",
    "Maker",
    "exportlijst",
    "groepeer",
    "mist",
    "read_exportlijst",
]

_LIJST = "exportlijst"
_VORM = 1
"""Form of the JSON; a higher number when what reads it must change."""
_NIET_HEEL = "is an Exportlijst that is not whole; write it anew with oso exportlijst VENDOR --json"


@attrs.frozen(kw_only=True)
class Maker:
    """Whose list it is: plugin, system, and which release of both."""

    plugin: str
    systeem: str
    pakketversie: str
    distributie: str

    def __str__(self) -> str:
        return f"{self.systeem} {self.pakketversie} ({self.distributie or self.plugin})"


@attrs.frozen(kw_only=True)
class Exportrij:
    """One element or attribute of a dossier.

    Attributes:
        soort: ``blok`` or ``veld``.
        woorden: what the Vinkenlijst asks, by kind of transfer.
        uit, naar_binnen: how it goes out and in, by kind of transfer that goes that way.
        mist: kinds of transfer in which it must be there, but never is.
        mist_soms: likewise, where it must be there under a condition.
    """

    pad: str
    label: str
    soort: str
    woorden: Mapping[str, str]
    uit: Mapping[str, Weg]
    naar_binnen: Mapping[str, Weg]
    mist: tuple[str, ...] = ()
    mist_soms: tuple[str, ...] = ()

    def wegen(self, richting: Richting) -> Mapping[str, Weg]:
        """Return how it goes in one direction."""
        return self.uit if richting is Richting.UIT else self.naar_binnen

    def als_dict(self) -> dict[str, Any]:
        """Return the row as JSON has it."""
        return {
            "pad": self.pad,
            "label": self.label,
            "soort": self.soort,
            "vinken": dict(self.woorden),
            "uit": _als_lijst(self.uit),
            "in": _als_lijst(self.naar_binnen),
            "verplicht_niet_geleverd": list(self.mist),
            "soms_verplicht_niet_geleverd": list(self.mist_soms),
        }


@attrs.frozen(kw_only=True)
class Exportlijst:
    """All rows of one vendor in one version, in the order of the schema."""

    maker: Maker
    versie: str
    rijen: tuple[Exportrij, ...]
    tabellen: Mapping[str, Codetabel] = attrs.field(factory=dict)

    def soorten(self, richting: Richting) -> tuple[str, ...]:
        """Return the kinds of transfer that go this way."""
        return tuple(self.rijen[0].wegen(richting))

    def als_dict(self) -> dict[str, Any]:
        """Return the list as JSON has it; the same plugin always gives the same."""
        return {
            "lijst": _LIJST,
            "vorm": _VORM,
            **attrs.asdict(self.maker),
            "versie": self.versie,
            "velden": [rij.als_dict() for rij in self.rijen],
            "codetabellen": {
                naam: {
                    "onbekend": str(tabel.onbekend),
                    "waarden": {waarde: code or "" for waarde, code in tabel.waarden.items()},
                    "terug": dict(tabel.terug),
                    "zonder": dict(tabel.zonder),
                }
                for naam, tabel in sorted(self.tabellen.items())
            },
        }


def groepeer(per_soort: Mapping[str, Weg]) -> dict[Weg, list[str]]:
    """Put the kinds of transfer together in which a field goes the same way."""
    samen: dict[Weg, list[str]] = {}
    for soort, weg in per_soort.items():
        samen.setdefault(weg, []).append(soort)
    return samen


def _als_lijst(per_soort: Mapping[str, Weg]) -> list[dict[str, Any]]:
    return [
        {
            "overdrachten": soorten,
            "stand": str(weg.stand),
            "velden": list(weg.velden),
            "via": weg.via,
            "reden": weg.reden,
            "door": weg.door,
        }
        for weg, soorten in groepeer(per_soort).items()
    ]


def exportlijst(
    maker: Maker,
    versie: Versie,
    uit: Mapping[str, Afbeelding],
    naar_binnen: Mapping[str, Afbeelding],
) -> Exportlijst:
    """Make the list of one vendor.

    Args:
        uit, naar_binnen: Afbeelding of Dossier by kind of transfer that goes out or in; each names
            every field of the version.
    """
    soorten = [soort for soort in profielen() if soort in uit or soort in naar_binnen]
    wegen_uit = {p: wegen(uit[p], versie, Richting.UIT) for p in soorten if p in uit}
    wegen_in = {p: wegen(naar_binnen[p], versie, Richting.IN) for p in soorten if p in naar_binnen}
    afbeeldingen = dict.fromkeys((*uit.values(), *naar_binnen.values()))
    tabellen = {
        deel.tabel.naam: deel.tabel for afb in afbeeldingen for deel in codevelden(afb, versie)
    }
    rijen = []
    for rij in lijstrijen(versie, [v for v in vinkenlijst(versie) if v.profiel in soorten]):
        pad = rij.rij.pad
        gemist = {p: mist(pad, rij.vinken[p], per_pad) for p, per_pad in wegen_uit.items()}
        rijen.append(
            Exportrij(
                pad=pad,
                label=rij.rij.label,
                soort="blok" if rij.rij.blok else "veld",
                woorden={soort: zeg_status(vink) for soort, vink in rij.vinken.items()},
                uit={soort: per_pad[pad] for soort, per_pad in wegen_uit.items()},
                naar_binnen={soort: per_pad[pad] for soort, per_pad in wegen_in.items()},
                mist=tuple(soort for soort, altijd in gemist.items() if altijd is True),
                mist_soms=tuple(soort for soort, altijd in gemist.items() if altijd is False),
            )
        )
    return Exportlijst(maker=maker, versie=str(versie), rijen=tuple(rijen), tabellen=tabellen)


def mist(pad: str, vink: Vink, per_pad: Mapping[str, Weg]) -> bool | None:
    """Say whether a field must be there always (True) or at times (False), but never is.

    What is asked counts where the element around it is there.
    """

    def komt_niet(plek: str) -> bool:
        return plek in per_pad and per_pad[plek].stand is Stand.NEE

    if not komt_niet(pad) or komt_niet(ouder(pad)):
        return None
    gevraagd = [reden for reden in _eisend(vink) if all(map(komt_niet, reden.een_van))]
    return any(not reden.als for reden in gevraagd) if gevraagd else None


def _eisend(vink: Vink) -> Iterator[Reden]:
    for reden in vink.redenen:
        if reden.ernst is Ernst.FOUT and reden.status in (Status.VERPLICHT, Status.EEN_VAN):
            yield reden


def read_exportlijst(gegevens: Any) -> Exportlijst:
    """Read a list from its JSON.

    Raises:
        ConfigurationError: it is no Exportlijst, or one of a later form.
    """
    if not isinstance(gegevens, dict) or gegevens.get("lijst") != _LIJST:
        raise ConfigurationError("is no Exportlijst; write one with oso exportlijst VENDOR --json")
    if gegevens.get("vorm") != _VORM:
        raise ConfigurationError(
            f"is an Exportlijst of another form than {_VORM}; write it anew, or use the version of"
            " oso-adapters that wrote it"
        )
    try:
        lijst = Exportlijst(
            maker=Maker(**{veld.name: str(gegevens[veld.name]) for veld in attrs.fields(Maker)}),
            versie=str(gegevens["versie"]),
            rijen=tuple(_lees_rij(rij) for rij in gegevens["velden"]),
            tabellen={
                naam: _lees_tabel(naam, tabel) for naam, tabel in gegevens["codetabellen"].items()
            },
        )
        heel = all(
            tuple(rij.wegen(richting)) == lijst.soorten(richting)
            for rij in lijst.rijen
            for richting in Richting
        )
    except (AttributeError, LookupError, TypeError, ValueError) as fout:
        raise ConfigurationError(_NIET_HEEL) from fout
    if not heel or not lijst.rijen:
        raise ConfigurationError(_NIET_HEEL)
    return lijst


def _lees_rij(rij: dict[str, Any]) -> Exportrij:
    return Exportrij(
        pad=str(rij["pad"]),
        label=str(rij["label"]),
        soort=str(rij["soort"]),
        woorden=dict(rij["vinken"]),
        uit=_lees_wegen(rij["uit"]),
        naar_binnen=_lees_wegen(rij["in"]),
        mist=tuple(rij["verplicht_niet_geleverd"]),
        mist_soms=tuple(rij["soms_verplicht_niet_geleverd"]),
    )


def _lees_wegen(wegen_: list[dict[str, Any]]) -> dict[str, Weg]:
    return {
        soort: Weg(
            stand=Stand(weg["stand"]),
            velden=tuple(map(str, weg["velden"])),
            via=str(weg["via"]),
            reden=str(weg["reden"]),
            door=str(weg["door"]),
        )
        for weg in wegen_
        for soort in weg["overdrachten"]
    }


def _lees_tabel(naam: str, tabel: dict[str, Any]) -> Codetabel:
    return Codetabel(
        naam=naam,
        waarden={waarde: code or None for waarde, code in tabel["waarden"].items()},
        onbekend=Beleid(tabel["onbekend"]),
        terug=dict(tabel["terug"]),
        zonder=dict(tabel["zonder"]),
    )

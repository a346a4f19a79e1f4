"""The Vinkenlijst in words: marks, statuses and reasons, in Dutch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from oso_adapters.melding import Ernst
from oso_adapters.rules import ERRATA, Regelset, regels
from oso_adapters.tabellen._rijen import WORTEL, Rij, rijen
from oso_adapters.tabellen.vink import Bron, Reden, Status, Verschil, Vink
from oso_adapters.tabellen.vinkenlijst import verschillen
from oso_adapters.versies import Versie

__all__ = ["LEGENDA", "LETTERS", "Lijstrij", "errata_van", "lijstrijen", "teken", "zeg_status"]

_LEERLING = "/dossier/huidigeschool/leerling"
LETTERS = {
    Status.VERPLICHT: "V",
    Status.EEN_VAN: "E",
    Status.VERBODEN: "X",
    Status.UIT_TE_ZETTEN: "U",
    Status.OPTIONEEL: "O",
}
LEGENDA = (
    ("V", "verplicht, waar het onderdeel eromheen er is"),
    ("E", "een van een groepje is verplicht"),
    ("O", "optioneel"),
    ("U", "optioneel; de categorie is uit te zetten (OPT-UIT), dan is het verboden"),
    ("X", "verboden"),
    ("-", "verboden, want het onderdeel eromheen is verboden"),
    ("?", "achter een letter: alleen onder een voorwaarde"),
    ("c", "achter een letter: door de categorie, met de code die dit soort overdracht gebruikt"),
)


def _teken(reden: Reden) -> str:
    if reden.door:
        return "-"
    categorie = (
        "c" if reden.bron is Bron.CATEGORIE and reden.status is not Status.UIT_TE_ZETTEN else ""
    )
    return LETTERS[reden.status] + categorie + ("?" if reden.als else "")


def _tellen(vink: Vink) -> Iterator[Reden]:
    return (reden for reden in vink.redenen if reden.ernst is Ernst.FOUT)


def teken(vink: Vink) -> str:
    """Return the marks of a cell, as the legend explains them."""
    return " ".join(dict.fromkeys(map(_teken, _tellen(vink)))) or LETTERS[Status.OPTIONEEL]


def _status(reden: Reden) -> str:
    als = " als" if reden.als else ""
    door = " (categorie)" if "c" in _teken(reden) else ""
    return f"{reden.status}{als}{door}"


def zeg_status(vink: Vink) -> str:
    """Return the status of a cell in a few words, to filter on."""
    return "; ".join(dict.fromkeys(map(_status, _tellen(vink)))) or str(Status.OPTIONEEL)


def _zin(reden: Reden, op_pad: Mapping[str, Rij]) -> str:
    door = " door de categorie" if reden.bron is Bron.CATEGORIE else ""
    als = f" {reden.als}" if reden.als else ""
    if reden.door:
        return f"verboden{door}, want deel van '{op_pad[reden.door].label}'"
    if reden.ernst is not Ernst.FOUT:
        return f"als het ontbreekt alleen een waarschuwing{',' if als else ''}{als}"
    match reden.status:
        case Status.EEN_VAN:
            namen = ", ".join(op_pad[pad].label for pad in reden.een_van)
            return f"een van deze is verplicht{door}{',' if als else ''}{als}: {namen}"
        case Status.UIT_TE_ZETTEN:
            return "optioneel, verboden als de categorie is uitgezet"
    return f"{reden.status}{door}{als}"


def _zinnen(vink: Vink, op_pad: Mapping[str, Rij]) -> Iterator[str]:
    per_zin: dict[str, dict[str, None]] = {}
    for reden in vink.redenen:
        per_zin.setdefault(_zin(reden, op_pad), {})[reden.regel or str(reden.bron)] = None
    for zin, waarop in per_zin.items():
        yield f"{zin} ({', '.join(waarop)})"
    if vink.waarden:
        yield f"waarde {' of '.join(vink.waarden)}"


def errata_van(versie: Versie, sleutels: Iterable[str]) -> tuple[int, ...]:
    """Return the numbers of the errata that change these rules."""
    gezocht = set(sleutels)
    gepubliceerd = [r for r in regels(versie, Regelset.GEPUBLICEERD) if r.id in gezocht]
    return tuple(
        erratum.nummer
        for erratum in ERRATA
        if erratum.werkwijze is None and any(map(erratum.raakt, gepubliceerd))
    )


@attrs.frozen(kw_only=True)
class Lijstrij:
    """One row of the list: an element or attribute with its cells.

    Attributes:
        vinken: cells by kind of transfer.
        verschillen: cells in which the published sheets ask something else, by kind of transfer.
    """

    versie: Versie
    rij: Rij
    vinken: Mapping[str, Vink]
    verschillen: Mapping[str, Verschil]

    @property
    def onderdeel(self) -> str:
        """Path of the block that it is shown under: one of the leerling, or one above it."""
        pad = self.rij.pad
        boven = _LEERLING if f"{pad}/".startswith(f"{_LEERLING}/") else WORTEL
        stap, _, rest = pad.removeprefix(boven).removeprefix("/").partition("/")
        return f"{boven}/{stap}" if rest or (stap and self.rij.blok) else boven

    @property
    def diepte(self) -> int:
        """How many elements lie between it and the block that it is shown under."""
        return self.rij.pad.removeprefix(self.onderdeel).count("/")

    def _samen(self, per_soort: Mapping[str, str]) -> str:
        """Join texts, the kinds of transfer with the same text together."""
        soorten: dict[str, list[str]] = {}
        for soort, tekst in per_soort.items():
            if tekst:
                soorten.setdefault(tekst, []).append(soort)
        return "\n".join(
            f"{'alle' if 1 < len(wie) == len(self.vinken) else ', '.join(wie)}: {tekst}"
            for tekst, wie in soorten.items()
        )

    def waarom(self, *, alleen_bijzonder: bool = False) -> str:
        """Say why, for each kind of transfer.

        Args:
            alleen_bijzonder: only where a mark does not say it all: a condition, or one of several.
        """
        op_pad = rijen(self.versie)
        return self._samen(
            {
                soort: "; ".join(_zinnen(vink, op_pad))
                for soort, vink in self.vinken.items()
                if not alleen_bijzonder or any(r.als or r.een_van for r in vink.redenen)
            }
        )

    def codes(self) -> str:
        """Say which code of list 48 its category has, for each kind of transfer."""
        return self._samen(
            {
                soort: "OPTIONEEL of OPT-UIT" if vink.code == "OPTIONEEL" else vink.code or ""
                for soort, vink in self.vinken.items()
            }
        )

    def waarderegels(self) -> tuple[str, ...]:
        """Return the rules that look at its value."""
        return tuple(dict.fromkeys(r for vink in self.vinken.values() for r in vink.waarderegels))

    def hoogstens_een(self) -> str:
        """Name the fields that can't be there together with this one."""
        op_pad = rijen(self.versie)
        anders = [op_pad[pad].label for pad in self.rij.keuze if pad != self.rij.pad]
        return f"niet samen met: {', '.join(anders)}" if anders else ""

    def afwijking(self) -> str:
        """Say in what the published sheets differ, with the rules and the errata."""
        delen = {}
        for soort, verschil in self.verschillen.items():
            nummers = errata_van(self.versie, verschil.regels)
            delen[soort] = (
                f"gepubliceerd {zeg_status(verschil.gepubliceerd)}, afspraak"
                f" {zeg_status(verschil.afspraak)} ({', '.join(verschil.regels)};"
                f" erratum {', '.join(map(str, nummers))})"
            )
        return self._samen(delen)


def lijstrijen(versie: Versie, vinken: Sequence[Vink]) -> tuple[Lijstrij, ...]:
    """Put the cells of each path together, in the order of the schema."""
    anders = {(v.afspraak.pad, v.afspraak.profiel): v for v in verschillen(versie)}
    per_pad: dict[str, dict[str, Vink]] = {}
    for vink in vinken:
        per_pad.setdefault(vink.pad, {})[vink.profiel] = vink
    return tuple(
        Lijstrij(
            versie=versie,
            rij=rijen(versie)[pad],
            vinken=cellen,
            verschillen={soort: anders[pad, soort] for soort in cellen if (pad, soort) in anders},
        )
        for pad, cellen in per_pad.items()
    )

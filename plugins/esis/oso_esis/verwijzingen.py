"""Puts what a key points to in its place: from the parts of a file to one whole leerling.

Which field is a reference follows from the records: it is one that holds a record with a table.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import attrs

from oso_adapters.mapping import bezwaar, read_record
from oso_adapters.melding import Melding
from oso_esis.omzettingen import HOOFDGEBOUW
from oso_esis.records import Huisarts, Leerling, Leerlinggegevens, Verzorger
from oso_esis.records_school import (
    Adres,
    Groep,
    Instelling,
    Leerkracht,
    SamengesteldeGroep,
    School,
    Vestiging,
)
from oso_esis.toetsafnames import per_toets
from oso_esis.xmlvorm import delen_van

__all__ = ["TABELNAMEN", "Omgeving", "Tabel", "maak_leerling"]

TABELNAMEN: Mapping[type, str] = MappingProxyType(
    {
        Groep: "groepen/groep",
        SamengesteldeGroep: "groepen/samengestelde_groep",
        Leerkracht: "leerkrachten/leerkracht",
        Vestiging: "vestigingen/vestiging",
        Adres: "adressen/adres",
        Verzorger: "verzorgers/verzorger",
        Huisarts: "huisartsen/huisarts",
        Instelling: "instellingen/instelling",
    }
)
"""Where the records of each class stand in a file."""


@attrs.define(repr=False)
class Tabel:
    """Rows of one class by key; a key that stands twice points nowhere.

    Attributes:
        dubbel: keys that stand there more than once.
        kwijt: how many rows nothing can point to.
    """

    rijen: dict[str, Mapping[str, Any]] = attrs.field(factory=dict)
    dubbel: set[str] = attrs.field(factory=set)
    kwijt: int = 0

    def voeg_toe(self, rij: Mapping[str, Any]) -> None:
        """Add a row; one without a key of its own can't be pointed to."""
        sleutel = rij.get("key") or None
        if sleutel is None or sleutel in self.rijen:
            self.kwijt += 1
        if sleutel in self.rijen:
            self.dubbel.add(sleutel)
        elif sleutel is not None:
            self.rijen[sleutel] = rij


@attrs.define(repr=False)
class Omgeving:
    """All of a file but its leerlingen.

    Attributes:
        rest: what a school wants to keep also when no leerling points to it.
        hoofdvestiging: the vestiging that the file is of: of a leerling who has none.
        meldingen: what is wrong with it; that counts for every leerling.
        verlies: what would be lost when the file were written again.
    """

    school: School = attrs.field(factory=School)
    rest: Leerlinggegevens = attrs.field(factory=Leerlinggegevens)
    hoofdvestiging: Vestiging | None = None
    tabellen: Mapping[type, Tabel] = attrs.field(factory=dict)
    meldingen: list[Melding] = attrs.field(factory=list)
    verlies: list[Melding] = attrs.field(factory=list)

    @classmethod
    def van(cls, school: Mapping[str, Any], tabellen: Mapping[type, Tabel]) -> Omgeving:
        """Return what stands around the leerlingen, as records."""
        omgeving = cls(tabellen=tabellen)
        omgeving.school, omgeving.meldingen = read_record(School, school, pad="school")
        omgeving.rest = Leerlinggegevens(
            school=omgeving.school,
            groepen=omgeving._alle(Groep),
            samengestelde_groepen=omgeving._alle(SamengesteldeGroep),
            leerkrachten=omgeving._alle(Leerkracht),
            vestigingen=omgeving._alle(Vestiging),
        )
        omgeving.hoofdvestiging = omgeving._hoofdvestiging()
        omgeving.verlies = [_kwijt(TABELNAMEN[c]) for c, tabel in tabellen.items() if tabel.kwijt]
        return omgeving

    def _hoofdvestiging(self) -> Vestiging | None:
        """Return the vestiging of this school; if it stands nowhere only its numbers are known."""
        brin, dependance = self.school.brincode, self.school.dependancecode or HOOFDGEBOUW
        if brin is None:
            return None
        zelf = (v for v in self.rest.vestigingen if v.brincode == brin)
        gevonden = (v for v in zelf if (v.dependancecode or HOOFDGEBOUW) == dependance)
        return next(gevonden, Vestiging(brincode=brin, dependancecode=dependance))

    def _alle(self, cls: type) -> list[Any]:
        """Return every row of a table as a record, in the order of the file."""
        records: list[Any] = []
        pad = TABELNAMEN[cls].replace("/", ".")
        for rij in self.tabellen[cls].rijen.values():
            oplosser = _Oplosser(self)
            record: Any
            record, meldingen = read_record(cls, oplosser.record(cls, rij, pad), pad=pad)
            records.append(record)
            self.meldingen += [*oplosser.meldingen, *meldingen]
        return records


@attrs.define(repr=False)
class _Oplosser:
    omgeving: Omgeving
    meldingen: list[Melding] = attrs.field(factory=list)

    def record(self, cls: type, gegevens: Mapping[str, Any], pad: str) -> dict[str, Any]:
        """Return the fields of a record with every reference in them resolved."""
        delen = delen_van(cls)
        opgelost = {
            naam: self._deel(delen[naam], waarde, f"{pad}.{naam}") if naam in delen else waarde
            for naam, waarde in gegevens.items()
        }
        if cls is Vestiging:
            opgelost["brincode"] = opgelost.get("brincode") or self.omgeving.school.brincode
        return opgelost

    def _deel(self, cls: type, waarde: Any, pad: str) -> Any:
        if isinstance(waarde, list):
            gelezen = [self._een(cls, een, pad) for een in waarde]
            return [een for een in gelezen if een is not None]
        return self._een(cls, waarde, pad)

    def _een(self, cls: type, waarde: Any, pad: str) -> Any:
        if cls in TABELNAMEN and waarde is not None:
            waarde = self._zoek(cls, waarde, pad)
        return self.record(cls, waarde, pad) if isinstance(waarde, Mapping) else waarde

    def _zoek(self, cls: type, verwijzing: Any, pad: str) -> Mapping[str, Any] | None:
        if not isinstance(verwijzing, Mapping) or list(verwijzing) != ["key"]:
            self.meldingen.append(_geen_verwijzing(pad))
            return None
        tabel, sleutel = self.omgeving.tabellen[cls], verwijzing["key"]
        if sleutel in tabel.rijen and sleutel not in tabel.dubbel:
            return tabel.rijen[sleutel]
        hoe = "meer dan eens voorkomt" if sleutel in tabel.dubbel else "niet bestaat"
        self.meldingen.append(_verwijst_nergens_heen(pad, TABELNAMEN[cls], hoe))
        return None


def _geen_verwijzing(pad: str) -> Melding:
    return bezwaar(
        pad,
        f"In het veld '{pad}' staat geen verwijzing; verwacht: een leeg element met een key.",
        "De leverancier moet de uitvoer van dit veld herstellen.",
    )


def _verwijst_nergens_heen(pad: str, tabel: str, hoe: str) -> Melding:
    return bezwaar(
        pad,
        f"Het veld '{pad}' verwijst naar een key die in '{tabel}' {hoe}.",
        f"De leverancier moet zorgen dat elke key in '{tabel}' precies één keer voorkomt.",
    )


def _kwijt(tabel: str) -> Melding:
    return bezwaar(
        tabel,
        f"In '{tabel}' staat een rij zonder key, of met een key die er al is.",
        f"De leverancier moet zorgen dat elke rij in '{tabel}' een eigen key heeft.",
    )


def maak_leerling(
    gegevens: Mapping[str, Any], omgeving: Omgeving
) -> tuple[Leerling, list[Melding]]:
    """Make one leerling of a file into a typed record with all that it points to."""
    oplosser = _Oplosser(omgeving)
    verzameld = {**gegevens}
    if "toetsafnames" in gegevens:
        verzameld["toetsafnames"], eigen = per_toets(gegevens["toetsafnames"], gegevens.get("key"))
        oplosser.meldingen += eigen
    opgelost = oplosser.record(Leerling, verzameld, "leerling")
    leerling, meldingen = read_record(Leerling, opgelost, pad="leerling")
    return leerling, [*oplosser.meldingen, *meldingen]

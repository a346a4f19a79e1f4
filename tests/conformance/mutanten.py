"""Wrong plugins: the ParnasSys plugin with one thing spoilt, and the eis that must catch it."""

from __future__ import annotations

import logging
import random
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs
import oso_parnassys
from oso_parnassys.codes import TABELLEN
from oso_parnassys.omzettingen import bestandsinhoud

from oso_adapters import Exporteur, Leverancier, hookimpl
from oso_adapters.gegevensset import (
    Adres,
    Communicatie,
    Document,
    Leerling,
    Overstapadvies,
    Schoolloopbaan,
    Verzorger,
)
from oso_adapters.mapping import (
    Afbeelding,
    Beleid,
    Bron,
    Bronrecord,
    bezwaar,
    code,
    datum,
    ontbreekt,
    samen,
    schooljaar,
    van,
    vast,
    woorden,
)

_Verander = Callable[[Exporteur], Exporteur]


@attrs.frozen
class Mutant:
    """One wrong plugin.

    Attributes:
        eis: the requirement that must catch it.
    """

    eis: str
    verander: _Verander


def _met(afb: Afbeelding, blok: type, nieuw: Mapping[str, Bron]) -> Afbeelding:
    """Return a mapping with other sources for some fields of a block, wherever it stands."""
    bronnen = {naam: _dieper(bron, blok, nieuw) for naam, bron in afb.bronnen.items()}
    return attrs.evolve(afb, bronnen={**bronnen, **(nieuw if afb.blok is blok else {})})


def _dieper(bron: Bron, blok: type, nieuw: Mapping[str, Bron]) -> Bron:
    for veld in ("afbeelding", "door"):
        binnen = getattr(bron, veld, None)
        if isinstance(binnen, Afbeelding):
            return attrs.evolve(bron, **{veld: _met(binnen, blok, nieuw)})
    return bron


def velden(blok: type, **nieuw: Bron) -> _Verander:
    """Spoil fields of a block."""
    return lambda kan: attrs.evolve(kan, dossier=_met(kan.dossier, blok, nieuw))


def tabel(naam: str, blok: type, veld: str, pad: str, **anders: Any) -> _Verander:
    """Spoil a code table."""
    kapot = attrs.evolve(TABELLEN[naam], **anders)
    return velden(blok, **{veld: code(pad, kapot)})


def lezen(maak: Callable[[Iterator[Bronrecord]], Iterator[Bronrecord]]) -> _Verander:
    """Spoil the reading."""

    def verander(kan: Exporteur) -> Exporteur:
        lees = kan.read
        return attrs.evolve(kan, read=lambda pad: maak(iter(lees(pad))))

    return verander


def _een_jaar_te_veel(tekst: str) -> str:
    jaar = int(schooljaar(tekst)[:4])
    return f"{jaar + 1}-{jaar + 2}"


def _ingekort(naam: str | None, inhoud: bytes | None) -> str | None:
    return bestandsinhoud(naam, inhoud and inhoud[:-1])


def _toevallig(tekst: str) -> str:
    return f"{tekst} {random.random()}"


def _volgorde_van_set(tekst: str) -> str:
    return " ".join(set(tekst.split()))


def _onthoudt() -> Callable[[str], str]:
    vorige: list[str] = []

    def via(tekst: str) -> str:
        vorige.append(tekst)
        return vorige[max(0, len(vorige) - 2)]

    return via


def _loopt_vast(tekst: str) -> str:
    return {"": ""}[tekst]


def _sleutel_met_naam(kan: Exporteur) -> Exporteur:
    """Put the surname in every key, also in those of the gevallen."""
    lees, brengt = kan.read, kan.gevallen
    assert brengt

    def anders(pad: Path) -> Iterator[Bronrecord]:
        for bron in lees(pad):
            naam = bron.record.leerling.achternaam
            yield attrs.evolve(bron, sleutel=f"{bron.sleutel}-{naam}")

    nieuw = {bron.sleutel.partition("-")[0]: bron.sleutel for bron in anders(brengt.bron)}
    sleutels = {geval: nieuw[sleutel] for geval, sleutel in brengt.sleutels.items()}
    return attrs.evolve(kan, read=anders, gevallen=attrs.evolve(brengt, sleutels=sleutels))


def _logt(records: Iterator[Bronrecord]) -> Iterator[Bronrecord]:
    for bron in records:
        logging.getLogger("oso_mutant").debug("gelezen: %s", bron.record.leerling.achternaam)
        yield bron


def _meldt_waarde(records: Iterator[Bronrecord]) -> Iterator[Bronrecord]:
    for bron in records:
        naam = bron.record.leerling.achternaam
        yield attrs.evolve(bron, meldingen=(bezwaar("naam", f"{naam} is raar", "Verbeter."),))


def _slikt_slechte(records: Iterator[Bronrecord]) -> Iterator[Bronrecord]:
    return (bron for bron in records if not bron.meldingen)


def _stopt_halverwege(records: Iterator[Bronrecord]) -> Iterator[Bronrecord]:
    for nr, bron in enumerate(records):
        if nr == 10:
            raise KeyError(bron.record.leerling.achternaam)
        yield bron


def _toont(records: Iterator[Bronrecord]) -> Iterator[Bronrecord]:
    @attrs.frozen
    class Zichtbaar:
        leerling: Any
        naam: str | None

    for bron in records:
        yield attrs.evolve(
            bron, record=Zichtbaar(bron.record.leerling, bron.record.leerling.achternaam)
        )


def _zonder_bron(kan: Exporteur) -> Exporteur:
    lees = kan.read

    def anders(pad: Path) -> Any:
        if not pad.exists():
            raise FileNotFoundError(pad)
        return lees(pad)

    return attrs.evolve(kan, read=anders)


def _stil_leeg(kan: Exporteur) -> Exporteur:
    lees = kan.read

    def anders(pad: Path) -> Any:
        try:
            return lees(pad)
        except Exception:  # noqa: BLE001 - that is what is wrong with it
            return iter(())

    return attrs.evolve(kan, read=anders)


def _zonder_geval(kan: Exporteur) -> Exporteur:
    assert kan.gevallen
    sleutels = {naam: sleutel for naam, sleutel in kan.gevallen.sleutels.items() if naam != "G12"}
    return attrs.evolve(kan, gevallen=attrs.evolve(kan.gevallen, sleutels=sleutels))


_VADER_IS_MOEDER = {**TABELLEN["relatie"].waarden, "Vader": "2", "Moeder": "1"}
_MAN_IS_VROUW = {"Onbekend": "0", "Man": "2", "Vrouw": "1"}


class _AltijdOnbekend(dict[str, str]):
    """Takes any value, as a table with a default does."""

    def __contains__(self, _sleutel: object) -> bool:
        return True

    def __missing__(self, _sleutel: str) -> str:
        return "0"


MUTANTEN: dict[str, Mutant] = {
    "voornaam_is_roepnaam": Mutant(
        "E.MAP.01",
        velden(Leerling, voornaam=van("roepNaam", woorden), roepnaam=van("voornamen")),
    ),
    "tussenvoegsel_kwijt": Mutant(
        "E.MAP.01", velden(Leerling, voorvoegsel=van("tussenvoegsel", lambda _: None))
    ),
    "verkeerde_codetabel": Mutant(
        "E.MAP.01", tabel("geslacht", Leerling, "geslacht", "geslacht", waarden=_MAN_IS_VROUW)
    ),
    "schooljaar_een_te_veel": Mutant(
        "E.MAP.01", velden(Schoolloopbaan, schooljaar=van("schooljaar.naam", _een_jaar_te_veel))
    ),
    "adres_nooit_geheim": Mutant("E.PRI.01", velden(Leerling, adresgeheim=vast(False))),  # noqa: FBT003
    "nummer_nooit_geheim": Mutant("E.PRI.02", velden(Communicatie, geheim=vast(False))),  # noqa: FBT003
    "geheim_adres_in_toelichting": Mutant(
        "E.PRI.01", velden(Leerling, leerlingid=samen("leerlingAdres.postcode", via=" ".join))
    ),
    "bijlage_ingekort": Mutant(
        "E.BIJ.02",
        velden(Document, bestandsinhoud=samen("bestandsnaam", "bestand", via=_ingekort)),
    ),
    "onbekende_code_stil": Mutant(
        "E.FOU.01",
        tabel("geslacht", Leerling, "geslacht", "geslacht", onbekend=Beleid.WEGLATEN),
    ),
    "onbekende_code_geraden": Mutant(
        "E.COD.01",
        tabel(
            "geslacht",
            Leerling,
            "geslacht",
            "geslacht",
            waarden=_AltijdOnbekend(TABELLEN["geslacht"].waarden),
        ),
    ),
    "code_niet_vertaald": Mutant("E.COD.02", velden(Verzorger, relatietotkind=van("relatie"))),
    "bsn_zonder_nul": Mutant(
        "E.MAP.01", velden(Leerling, bsn=van("bsn", lambda tekst: tekst.lstrip("0")))
    ),
    "vader_is_moeder": Mutant(
        "E.MAP.01",
        tabel("relatie", Verzorger, "relatietotkind", "relatie", waarden=_VADER_IS_MOEDER),
    ),
    "datum_op_de_eerste": Mutant(
        "E.MAP.01",
        velden(
            Schoolloopbaan,
            begindatum=van("vanafDatum", lambda t: datum(t).replace(day=1)),
        ),
    ),
    "ontbreekt_zonder_reden": Mutant("E.MAP.02", velden(Adres, gemeente=ontbreekt(""))),
    "toevallig": Mutant(
        "E.MAP.04", velden(Overstapadvies, argumentatie=van("motivering", _toevallig))
    ),
    "volgorde_van_set": Mutant(
        "E.MAP.04", velden(Overstapadvies, argumentatie=van("motivering", _volgorde_van_set))
    ),
    "onthoudt_de_vorige": Mutant(
        "E.MAP.05", velden(Overstapadvies, argumentatie=van("motivering", _onthoudt()))
    ),
    "zonder_inschrijving": Mutant(
        "E.GEL.01", velden(Leerling, datuminschrijving=van("geboortedatum", lambda _: None))
    ),
    "zonder_opt_uit": Mutant("E.OPT.01", lambda kan: attrs.evolve(kan, opt_uit=lambda _: [])),
    "uitgezet_op_andere_plek": Mutant(
        "E.OPT.01", lambda kan: attrs.evolve(kan, opt_uit=lambda _: ["verzuim"])
    ),
    "sleutel_is_naam": Mutant("E.PRI.06", _sleutel_met_naam),
    "logt_de_naam": Mutant("E.PRI.05", lezen(_logt)),
    "toont_de_naam": Mutant("E.PRI.05", lezen(_toont)),
    "meldt_de_naam": Mutant("E.PRI.04", lezen(_meldt_waarde)),
    "slikt_slechte_records": Mutant("E.ONT.04", lezen(_slikt_slechte)),
    "stopt_bij_een_fout": Mutant("E.FOU.03", lezen(_stopt_halverwege)),
    "omzetting_loopt_vast": Mutant(
        "E.ROB.03", velden(Leerling, roepnaam=van("roepNaam", _loopt_vast))
    ),
    "bron_geeft_oserror": Mutant("E.ROB.01", _zonder_bron),
    "kapotte_bron_is_stil": Mutant("E.ROB.02", _stil_leeg),
    "geval_vergeten": Mutant("E.ONT.04", _zonder_geval),
}


EERLIJK: dict[str, Mutant] = {
    "zonder_bijlagen": Mutant(
        "E.MAP.01 or E.FOU.02 or E.BIJ.02",
        velden(Leerling, overigdocumentlijst=ontbreekt("bewaart geen losse bijlagen")),
    )
}
"""Plugins that declare what their system does not have: nothing is wrong with them."""


def haken(naam: str) -> tuple[Callable[[], Leverancier], Callable[[], Exporteur]]:
    """Return the hooks of a wrong plugin."""

    def oso_leverancier() -> Leverancier:
        return oso_parnassys.oso_leverancier()

    def oso_export() -> Exporteur:
        return {**MUTANTEN, **EERLIJK}[naam].verander(oso_parnassys.oso_export())

    return hookimpl(oso_leverancier), hookimpl(oso_export)

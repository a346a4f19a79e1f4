"""Wrong plugins: the ESIS plugin with one thing spoilt, and the eis that must catch it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import attrs
import oso_esis
from mutantwoorden import (
    Mutant,
    Verander,
    haken_van,
    lezen,
    niets,
    schooljaar_te_veel,
    slikt_slechte,
    tabel,
    velden,
    zonder_nul,
)
from oso_esis.codes import TABELLEN
from oso_esis.omzettingen import dag

from oso_adapters import Importeur
from oso_adapters.errors import ConfigurationError
from oso_adapters.gegevensset import (
    Diagnose,
    Land,
    Leerling,
    Overstapadvies,
    Schoolloopbaan,
    Score,
    Toets,
    Verzorger,
)
from oso_adapters.mapping import (
    Beleid,
    Bronrecord,
    elk,
    omkeerbaar,
    samen,
    van,
    vast,
    woorden,
)


def _vlag_zonder_een(tekst: str) -> bool | None:
    """Read a secret as if XML had only one way to write true."""
    return True if tekst == "yes" else None


def _eerste_groep_wint(records: Iterator[Bronrecord]) -> Iterator[Bronrecord]:
    """Take the group of this year for every year."""
    for bron in records:
        leerling = bron.record.leerling
        codes = [stap.groepscode for stap in leerling.plaatsingen][:1]
        stappen = [attrs.evolve(stap, groepscode=codes[0]) for stap in leerling.plaatsingen]
        record = attrs.evolve(bron.record, leerling=attrs.evolve(leerling, plaatsingen=stappen))
        yield attrs.evolve(bron, record=record)


def _schrijven(maak: Callable[[Bronrecord], Bronrecord]) -> Verander:
    """Spoil the writing."""

    def verander(kan: Importeur) -> Importeur:
        schrijf = kan.write
        return attrs.evolve(
            kan, write=lambda pad, records: schrijf(pad, [maak(bron) for bron in records])
        )

    return verander


def _zonder_toetsen(bron: Bronrecord) -> Bronrecord:
    leerling = attrs.evolve(bron.record.leerling, toetsafnames=[])
    return attrs.evolve(bron, record=attrs.evolve(bron.record, leerling=leerling))


def _altijd_nummer_een(bron: Bronrecord) -> Bronrecord:
    """Give every new leerling the same key."""
    if bron.sleutel:
        return bron
    leerling = attrs.evolve(bron.record.leerling, key="1")
    return Bronrecord("1", attrs.evolve(bron.record, leerling=leerling))


def _half_is_ook_goed(kan: Importeur) -> Importeur:
    lees = kan.read

    def anders(pad: Path) -> Iterable[Bronrecord]:
        try:
            return list(lees(pad))
        except ConfigurationError:
            return ()

    return attrs.evolve(kan, read=anders)


_GEWICHT_VERWISSELD = {"0": "0.00", "0,3": "1.20", "1,2": "0.30"}

MUTANTEN: dict[str, Mutant] = {
    "esis_voorvoegsel_kwijt": Mutant(
        "E.MAP.01", velden(Leerling, voorvoegsel=van("voorvoegsel", niets))
    ),
    "esis_voornaam_is_roepnaam": Mutant(
        "E.MAP.01",
        velden(Leerling, voornaam=van("roepnaam", woorden), roepnaam=van("voornamen")),
    ),
    "esis_begin_en_eind_verwisseld": Mutant(
        "E.MAP.01",
        velden(Schoolloopbaan, begindatum=van("einddatum", dag), einddatum=van("begindatum", dag)),
    ),
    "esis_geslacht_9_is_onbekend": Mutant(
        "E.MAP.01",
        tabel(
            TABELLEN["geslacht"],
            Leerling,
            "geslacht",
            "geslacht",
            waarden={**TABELLEN["geslacht"].waarden, "9": "0"},
        ),
    ),
    "esis_schooljaar_een_te_veel": Mutant(
        "E.MAP.01", velden(Schoolloopbaan, schooljaar=van("schooljaar", schooljaar_te_veel()))
    ),
    "esis_altijd_hoofdgebouw": Mutant(
        "E.MAP.01", velden(Schoolloopbaan, vestigingscode=vast("00"))
    ),
    "esis_bsn_zonder_nul": Mutant("E.MAP.01", velden(Leerling, bsn=van("bsn", zonder_nul))),
    "esis_cijfer_zonder_komma": Mutant(
        "E.MAP.01", velden(Score, waarde=van("cijfer", lambda tekst: tekst.replace(",", "")))
    ),
    "esis_gewicht_is_punt": Mutant(
        "E.MAP.01",
        tabel(
            TABELLEN["gewicht_nieuw"],
            Leerling,
            "leerlinggewicht",
            "gewicht_nieuw",
            waarden={"0": "0.00", "0.3": "0.30", "1.2": "1.20"},
        ),
    ),
    "esis_motivering_ingekort": Mutant(
        "E.MAP.01", velden(Overstapadvies, argumentatie=van("motivering", lambda t: t[:255]))
    ),
    "esis_land_als_iso": Mutant("E.MAP.01", velden(Land, waarde=van("land"))),
    "esis_onderdelen_kwijt": Mutant(
        "E.MAP.01", velden(Toets, toetsonderdeel=elk("onderdelen", tenzij=lambda _: True))
    ),
    "esis_groep_van_nu_is_altijd": Mutant("E.MAP.01", lezen(_eerste_groep_wint)),
    "esis_diagnose_in_woorden_stil_weg": Mutant(
        "E.FOU.01",
        velden(
            Diagnose,
            code=elk("codes", attrs.evolve(TABELLEN["diagnose"], onbekend=Beleid.WEGLATEN)),
        ),
    ),
    "esis_slikt_slechte_records": Mutant("E.ONT.04", lezen(slikt_slechte)),
    "esis_geheim_alleen_als_yes": Mutant(
        "E.PRI.01",
        velden(Verzorger, adresgeheim=van("verzorger.adres_geheim", _vlag_zonder_een)),
    ),
    "esis_pgn_in_leerlingcode": Mutant(
        "E.MAP.01",
        velden(Leerling, leerlingid=samen("key", "bsn", via=lambda k, b: f"{k}-{b}")),
    ),
    "esis_in_voorvoegsel_kwijt": Mutant(
        "E.IMP.01",
        inlezen=velden(Leerling, voorvoegsel=van("voorvoegsel", omkeerbaar(str, lambda _: ""))),
    ),
    "esis_in_gewicht_verwisseld": Mutant(
        "E.IMP.17",
        inlezen=tabel(
            TABELLEN["gewicht_nieuw"],
            Leerling,
            "leerlinggewicht",
            "gewicht_nieuw",
            waarden=_GEWICHT_VERWISSELD,
        ),
    ),
    "esis_in_begin_op_de_eerste": Mutant(
        "E.IMP.02",
        inlezen=velden(
            Schoolloopbaan,
            begindatum=van("begindatum", omkeerbaar(dag, lambda d: d.replace(day=1).isoformat())),
        ),
    ),
    "esis_in_schrijft_geen_toetsen": Mutant("E.IMP.03", inlezen=_schrijven(_zonder_toetsen)),
    "esis_in_altijd_nummer_een": Mutant("E.IMP.05", inlezen=_schrijven(_altijd_nummer_een)),
    "esis_in_altijd_definitief": Mutant(
        "E.IMP.10", inlezen=lambda kan: attrs.evolve(kan, definitief=lambda _: True)
    ),
    "esis_in_half_is_ook_goed": Mutant("E.IMP.18", inlezen=_half_is_ook_goed),
}


def haken(naam: str) -> dict[str, Callable[[], Any]]:
    """Return the hooks of a wrong plugin."""
    return haken_van(oso_esis, MUTANTEN[naam])

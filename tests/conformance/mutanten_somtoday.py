"""Wrong plugins: the Somtoday plugin with one thing spoilt, and the eis that must catch it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import attrs
import oso_somtoday
from mutantwoorden import (
    Mutant,
    Verander,
    haken_van,
    ingekort,
    lezen,
    niets,
    schooljaar_te_veel,
    tabel,
    velden,
)
from oso_somtoday.codes import TABELLEN
from oso_somtoday.omzettingen import schooljaar_slash

from oso_adapters.errors import ConfigurationError
from oso_adapters.gegevensset import (
    Communicatie,
    Diagnose,
    Huidigeschool,
    Leerling,
    Resultaatvakkenvo,
    Schoolloopbaan,
    Verzorger,
)
from oso_adapters.mapping import (
    Beleid,
    Bronrecord,
    als_base64,
    datum,
    elk,
    getal,
    omkeerbaar,
    van,
)


def _nee(_waarde: Any) -> bool:
    return False


def _dag_eerder(dag: date) -> str:
    return (dag - timedelta(days=1)).isoformat()


def _zonder_laatste_verzorger(records: Iterator[Bronrecord]) -> Iterator[Bronrecord]:
    for bron in records:
        verzorgers = bron.record.verzorgers[:1]
        yield attrs.evolve(bron, record=attrs.evolve(bron.record, verzorgers=verzorgers))


def _alleen_dit_schooljaar(records: Iterator[Bronrecord]) -> Iterator[Bronrecord]:
    """Forget the earlier years, which the public interface does not have."""
    for bron in records:
        stappen = bron.record.schoolloopbaan[-1:]
        yield attrs.evolve(bron, record=attrs.evolve(bron.record, schoolloopbaan=stappen))


def _schrijft(maak: Callable[[Bronrecord], Bronrecord]) -> Verander:
    """Spoil the writing of the administration."""

    def verander(kan: Any) -> Any:
        def write(pad: Path, records: Sequence[Bronrecord]) -> None:
            kan.write(pad, [maak(bron) for bron in records])

        return attrs.evolve(kan, write=write)

    return verander


def _zonder_registratie(bron: Bronrecord) -> Bronrecord:
    """Keep the public part of an aanmelding only."""
    return attrs.evolve(bron, record=attrs.evolve(bron.record, registratie=None))


def _zover_het_gaat(records: Iterator[Bronrecord]) -> Iterator[Bronrecord]:
    """Be content with what could be read of a broken file."""
    with contextlib.suppress(ConfigurationError):
        yield from records


def _al_definitief(kan: Any) -> Any:
    return attrs.evolve(kan, definitief=lambda record: record.registratie is not None)


def _rapporten_niet_mee(kan: Any) -> Any:
    """Let the school go through the portal, and lose the reports on the way."""

    def naar_export(aanmelding: Any) -> Any:
        return attrs.evolve(kan.naar_export(aanmelding), rapporten=[])

    return attrs.evolve(kan, naar_export=naar_export)


_MAN_IS_VROUW = {"ONBEKEND": "0", "MAN": "2", "VROUW": "1"}

MUTANTEN: dict[str, Mutant] = {
    "somtoday_voorletters_zonder_punten": Mutant(
        "E.MAP.01", velden(Leerling, voorletters_1=van("leerling.voorletters"))
    ),
    "somtoday_voorvoegsel_kwijt": Mutant(
        "E.MAP.01", velden(Verzorger, voorvoegsel=van("ouderVerzorger.voorvoegsel", niets))
    ),
    "somtoday_vestiging_altijd_nul": Mutant(
        "E.MAP.01", velden(Huidigeschool, vestigingscode=van("vestiging.brins", lambda _: "00"))
    ),
    "somtoday_schooljaar_te_laat": Mutant(
        "E.MAP.01",
        velden(
            Schoolloopbaan,
            schooljaar=van("plaatsing.schooljaar", schooljaar_te_veel(schooljaar_slash)),
        ),
    ),
    "somtoday_einddatum_is_de_dag_erna": Mutant(
        "E.MAP.01",
        velden(
            Schoolloopbaan,
            einddatum=van("plaatsing.einddatum", lambda t: datum(t) - timedelta(days=1)),
        ),
    ),
    "somtoday_vakcode_zonder_nullen": Mutant(
        "E.MAP.01", velden(Resultaatvakkenvo, vakcode=van("landelijke_vakcode"))
    ),
    "somtoday_cijfer_afgerond": Mutant(
        "E.MAP.01",
        velden(Resultaatvakkenvo, rapportcijfer=van("rapportcijfer", lambda t: round(getal(t)))),
    ),
    "somtoday_alleen_het_eerste_schoolexamen": Mutant(
        "E.MAP.01", velden(Resultaatvakkenvo, cijferse=van("se_resultaten", lambda r: r[:1]))
    ),
    "somtoday_een_verzorger": Mutant("E.MAP.01", lezen(_zonder_laatste_verzorger)),
    "somtoday_geen_eerdere_jaren": Mutant("E.MAP.01", lezen(_alleen_dit_schooljaar)),
    "somtoday_man_is_vrouw": Mutant(
        "E.MAP.01",
        tabel(
            TABELLEN["geslacht"],
            Verzorger,
            "geslacht",
            "ouderVerzorger.geslacht",
            waarden=_MAN_IS_VROUW,
        ),
    ),
    "somtoday_adres_nooit_geheim": Mutant(
        "E.PRI.01", velden(Leerling, adresgeheim=van("leerling.adres_geheim", _nee))
    ),
    "somtoday_nummer_nooit_geheim": Mutant(
        "E.PRI.02", velden(Communicatie, geheim=van("geheim", _nee))
    ),
    "somtoday_bijlage_ingekort": Mutant(
        "E.BIJ.02", ingekort("bestandsnaam", "bestand", als_base64)
    ),
    "somtoday_onbekend_geslacht_stil": Mutant(
        "E.FOU.01",
        tabel(
            TABELLEN["geslacht"],
            Leerling,
            "geslacht",
            "leerling.geslacht",
            onbekend=Beleid.WEGLATEN,
        ),
    ),
    "somtoday_beoordeling_geraden": Mutant(
        "E.FOU.01",
        tabel(
            TABELLEN["vakbeoordeling"],
            Resultaatvakkenvo,
            "beoordelingexamenvak",
            "beoordeling",
            waarden={**TABELLEN["vakbeoordeling"].waarden, "X": "voldoende"},
        ),
    ),
    "somtoday_diagnose_onvertaald": Mutant("E.COD.02", velden(Diagnose, code=elk("soorten"))),
    "somtoday_aanmelding_zonder_voorvoegsel": Mutant(
        "E.IMP.01",
        inlezen=velden(Leerling, voorvoegsel=van("leerling.voorvoegsel", omkeerbaar(str, niets))),
    ),
    "somtoday_aanmelding_dag_te_vroeg": Mutant(
        "E.IMP.02",
        inlezen=velden(
            Leerling, geboortedatum=van("leerling.geboortedatum", omkeerbaar(datum, _dag_eerder))
        ),
    ),
    "somtoday_aanmelding_alleen_openbaar": Mutant(
        "E.IMP.03", inlezen=_schrijft(_zonder_registratie)
    ),
    "somtoday_aanmelding_al_geregistreerd": Mutant("E.IMP.10", inlezen=_al_definitief),
    "somtoday_rapporten_niet_geregistreerd": Mutant("E.IMP.17", inlezen=_rapporten_niet_mee),
    "somtoday_aanmeldingen_half_gelezen": Mutant("E.IMP.18", inlezen=lezen(_zover_het_gaat)),
}


def haken(naam: str) -> dict[str, Callable[[], Any]]:
    """Return the hooks of a wrong plugin."""
    return haken_van(oso_somtoday, MUTANTEN[naam])

"""Wrong plugins: the ParnasSys plugin with one thing spoilt, and the eis that must catch it."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any

import attrs
import oso_parnassys
from mutantwoorden import (
    Mutant,
    haken_van,
    lezen,
    niets,
    schooljaar_te_veel,
    tabel,
    velden,
    zonder_nul,
)
from oso_conformance.eis import eisen
from oso_parnassys.codes import TABELLEN
from stukken import Fout, met_goed, toegekend

from oso_adapters import Exporteur
from oso_adapters.gegevensset import (
    Adres,
    Leerling,
    Overstapadvies,
    Schoolloopbaan,
    Verzorger,
)
from oso_adapters.mapping import (
    Beleid,
    Bronrecord,
    datum,
    ontbreekt,
    samen,
    van,
)


def _toevallig(tekst: str) -> str:
    return f"{tekst} {random.random()}"


def _toont(records: Iterator[Bronrecord]) -> Iterator[Bronrecord]:
    @attrs.frozen
    class Zichtbaar:
        leerling: Any
        naam: str | None

    for bron in records:
        yield attrs.evolve(
            bron, record=Zichtbaar(bron.record.leerling, bron.record.leerling.achternaam)
        )


def _zonder_geval(kan: Exporteur) -> Exporteur:
    assert kan.gevallen
    sleutels = {naam: sleutel for naam, sleutel in kan.gevallen.sleutels.items() if naam != "G12"}
    return attrs.evolve(kan, gevallen=attrs.evolve(kan.gevallen, sleutels=sleutels))


def fout(eis: str) -> Mutant:
    """Return the plugin with the wrong piece of an eis."""
    return Mutant(eis, Fout(eis))


_VADER_IS_MOEDER = {**TABELLEN["relatie"].waarden, "Vader": "2", "Moeder": "1"}
_MAN_IS_VROUW = {"Onbekend": "0", "Man": "2", "Vrouw": "1"}


class _AltijdOnbekend(dict[str, str]):
    """Takes any value, as a table with a default does."""

    def __contains__(self, _sleutel: object) -> bool:
        return True

    def __missing__(self, _sleutel: str) -> str:
        return "0"


MUTANTEN: dict[str, Mutant] = {
    "voornaam_is_roepnaam": fout("E.MAP.01"),
    "tussenvoegsel_kwijt": Mutant(
        "E.MAP.01", velden(Leerling, voorvoegsel=van("tussenvoegsel", niets))
    ),
    "verkeerde_codetabel": Mutant(
        "E.MAP.01",
        tabel(TABELLEN["geslacht"], Leerling, "geslacht", "geslacht", waarden=_MAN_IS_VROUW),
    ),
    "schooljaar_een_te_veel": Mutant(
        "E.MAP.01", velden(Schoolloopbaan, schooljaar=van("schooljaar.naam", schooljaar_te_veel()))
    ),
    "adres_nooit_geheim": fout("E.PRI.01"),
    "nummer_nooit_geheim": fout("E.PRI.02"),
    "geheim_adres_in_toelichting": Mutant(
        "E.PRI.01", velden(Leerling, leerlingid=samen("leerlingAdres.postcode", via=" ".join))
    ),
    "bijlage_ingekort": fout("E.BIJ.02"),
    "onbekende_code_stil": Mutant(
        "E.FOU.01",
        tabel(TABELLEN["geslacht"], Leerling, "geslacht", "geslacht", onbekend=Beleid.WEGLATEN),
    ),
    "onbekende_code_geraden": fout("E.COD.01"),
    "onbekende_relatie_geraden": Mutant(
        "E.COD.03",
        tabel(
            TABELLEN["relatie"],
            Verzorger,
            "relatietotkind",
            "relatie",
            waarden=_AltijdOnbekend(TABELLEN["relatie"].waarden),
        ),
    ),
    "een_diagnose_stil_weg": fout("E.COD.03"),
    "code_niet_vertaald": fout("E.COD.02"),
    "bsn_zonder_nul": Mutant("E.MAP.01", velden(Leerling, bsn=van("bsn", zonder_nul))),
    "vader_is_moeder": Mutant(
        "E.MAP.01",
        tabel(
            TABELLEN["relatie"], Verzorger, "relatietotkind", "relatie", waarden=_VADER_IS_MOEDER
        ),
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
    "volgorde_van_set": fout("E.MAP.04"),
    "onthoudt_de_vorige": fout("E.MAP.05"),
    "zonder_inschrijving": fout("E.GEL.01"),
    "bijlage_zonder_zip": fout("E.BIJ.01"),
    "zonder_opt_uit": fout("E.OPT.01"),
    "uitgezet_op_andere_plek": Mutant(
        "E.OPT.01", lambda kan: attrs.evolve(kan, opt_uit=lambda _: ["verzuim"])
    ),
    "sleutel_is_naam": fout("E.PRI.06"),
    "logt_de_naam": fout("E.PRI.05"),
    "toont_de_naam": Mutant("E.PRI.05", lezen(_toont)),
    "meldt_de_naam": fout("E.PRI.04"),
    "slikt_slechte_records": fout("E.ONT.04"),
    "stopt_bij_een_fout": fout("E.FOU.03"),
    "omzetting_loopt_vast": fout("E.ROB.03"),
    "bron_geeft_oserror": fout("E.ROB.01"),
    "kapotte_bron_is_stil": fout("E.ROB.02"),
    "verkeerde_datum_geraden": fout("E.FOU.01"),
    "geval_vergeten": Mutant("E.ONT.04", _zonder_geval),
}


EERLIJK: dict[str, Mutant] = {
    "zonder_bijlagen": Mutant(
        "E.MAP.01 or E.FOU.02 or E.BIJ.02",
        velden(Leerling, overigdocumentlijst=ontbreekt("bewaart geen losse bijlagen")),
    )
}
"""Plugins that declare what their system does not have: nothing is wrong with them."""


_VAN_DEZE = [
    eis.id
    for eis in eisen().values()
    if eis.goed and eis.onderwerp not in ("IMP", "SWV") and {"WIE"} != toegekend(eis.goed) - {"OUD"}
]
GOED = {
    "zoals_het_hoort": Mutant(
        " or ".join(_VAN_DEZE),
        lambda kan: met_goed(kan, *dict.fromkeys(eisen()[naam].onderwerp for naam in _VAN_DEZE)),
    )
}
"""The plugin with the right piece of every eis on what goes out."""


def haken(naam: str) -> dict[str, Callable[[], Any]]:
    """Return the hooks of a wrong plugin."""
    return haken_van(oso_parnassys, {**MUTANTEN, **EERLIJK, **GOED}[naam])

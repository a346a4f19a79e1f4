"""Wrong plugins: the Magister plugin with one thing spoilt, and the eis that must catch it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs
import oso_magister
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
from oso_magister.codes import TABELLEN
from oso_magister.omzettingen import datum_nl, namen, schooljaar_van

from oso_adapters import Importeur
from oso_adapters.gegevensset import (
    Adres,
    Leerling,
    Overstapadvies,
    Resultaatvakkenvo,
    Schoolloopbaan,
    Verzorger,
)
from oso_adapters.mapping import Beleid, Bronrecord, Onbruikbaar, omkeerbaar, samen, van


def _geraden_jaar(lesperiode: str) -> str:
    """Read a lesperiode whatever its second half says."""
    jaar = int(f"20{lesperiode[:2]}")
    return f"{jaar}-{jaar + 1}"


def _stil(dag: str) -> Any:
    try:
        return datum_nl(dag)
    except Onbruikbaar:
        return datum_nl("01-01-2005")


def _zonder_komma(cijfer: str | None, soort: str | None) -> Any:
    return int((cijfer or "0").replace(",", "")) if soort == "RAP" else None


def _als_utf8(deel: Any) -> Any:
    """Return a record as if its cp1252 had been read as UTF-8, leaving out what does not fit."""
    if isinstance(deel, str):
        return deel.encode("cp1252").decode("utf-8", "replace")
    if isinstance(deel, list):
        return [_als_utf8(item) for item in deel]
    if attrs.has(type(deel)):
        waarden = {
            veld.name: _als_utf8(getattr(deel, veld.name)) for veld in attrs.fields(type(deel))
        }
        return type(deel)(**waarden)
    return deel


def _verkeerd_gelezen(records: Iterator[Bronrecord]) -> Iterator[Bronrecord]:
    return (attrs.evolve(bron, record=_als_utf8(bron.record)) for bron in records)


def _niet_samengevoegd(records: Iterator[Bronrecord]) -> Iterator[Bronrecord]:
    """Take each row of the main list for a leerling."""
    for bron in records:
        for aanm in bron.record.sis_aanm or [None]:
            rijen = [aanm] if aanm else []
            yield attrs.evolve(bron, record=attrs.evolve(bron.record, sis_aanm=rijen))


def _alleen_de_eerste_rij(records: Iterator[Bronrecord]) -> Iterator[Bronrecord]:
    for bron in records:
        record = attrs.evolve(bron.record, sis_aanm=bron.record.sis_aanm[:1])
        yield attrs.evolve(bron, record=record)


def _jaar_te_laat_terug(jaar: str) -> str:
    return f"{int(jaar[2:4]) + 1:02}{int(jaar[7:9]) + 1:02}"


def _schrijven(maak: Callable[[Any], Any]) -> Callable[[Importeur], Importeur]:
    """Spoil each record on its way to the lists."""

    def verander(kan: Importeur) -> Importeur:
        schrijf = kan.write

        def anders(pad: Path, records: Sequence[Bronrecord]) -> None:
            schrijf(pad, [attrs.evolve(bron, record=maak(bron.record)) for bron in records])

        return attrs.evolve(kan, write=anders)

    return verander


def _zonder_toevoeging(record: Any) -> Any:
    adressen = [attrs.evolve(adres, huisnr_tv=None) for adres in record.sis_leer.adres]
    return attrs.evolve(record, sis_leer=attrs.evolve(record.sis_leer, adres=adressen))


def _een_ouder(record: Any) -> Any:
    return attrs.evolve(record, sis_oudr=record.sis_oudr[:1])


def _zelfde_nummer(kan: Importeur) -> Importeur:
    """Give every new leerling the same key."""
    schrijf = kan.write

    def anders(pad: Path, records: Sequence[Bronrecord]) -> None:
        schrijf(pad, [attrs.evolve(bron, sleutel=bron.sleutel or "10001") for bron in records])

    return attrs.evolve(kan, write=anders)


_GESLACHT = TABELLEN["geslacht"]
_MAN_IS_VROUW = {"M": "2", "V": "1", "O": "0"}

MUTANTEN: dict[str, Mutant] = {
    "magister_tussenvoegsel_kwijt": Mutant(
        "E.MAP.01", velden(Leerling, voorvoegsel=van("sis_leer.tussenvoeg", niets))
    ),
    "magister_huisnr_tv_kwijt": Mutant(
        "E.MAP.01", velden(Adres, toevoeging=van("huisnr_tv", niets))
    ),
    "magister_namen_verwisseld": Mutant(
        "E.MAP.01",
        velden(
            Leerling, voornaam=van("sis_leer.roepnaam", namen), roepnaam=van("sis_leer.voornamen")
        ),
    ),
    "magister_man_is_vrouw": Mutant(
        "E.MAP.01", tabel(_GESLACHT, Verzorger, "geslacht", "geslacht", waarden=_MAN_IS_VROUW)
    ),
    "magister_schooljaar_te_laat": Mutant(
        "E.MAP.01",
        velden(
            Schoolloopbaan, schooljaar=van("idBlpe.lesperiode", schooljaar_te_veel(schooljaar_van))
        ),
    ),
    "magister_bsn_zonder_nul": Mutant(
        "E.MAP.01", velden(Leerling, bsn=van("sis_lovg.bsn", zonder_nul))
    ),
    "magister_tekst_afgekapt": Mutant(
        "E.MAP.01", velden(Overstapadvies, argumentatie=van("motivering", lambda tekst: tekst[:30]))
    ),
    "magister_cijfer_zonder_komma": Mutant(
        "E.MAP.01",
        velden(Resultaatvakkenvo, rapportcijfer=samen("cijfer", "soort", via=_zonder_komma)),
    ),
    "magister_gelezen_als_utf8": Mutant("E.MAP.01", lezen(_verkeerd_gelezen)),
    "magister_rijen_niet_samengevoegd": Mutant("E.ONT.04", lezen(_niet_samengevoegd)),
    "magister_alleen_de_eerste_rij": Mutant("E.MAP.01", lezen(_alleen_de_eerste_rij)),
    "magister_schooljaar_geraden": Mutant(
        "E.FOU.01", velden(Schoolloopbaan, schooljaar=van("idBlpe.lesperiode", _geraden_jaar))
    ),
    "magister_verkeerde_datum_stil": Mutant(
        "E.FOU.01", velden(Leerling, geboortedatum=van("sis_leer.geb_datum", _stil))
    ),
    "magister_onbekende_code_stil": Mutant(
        "E.FOU.01",
        tabel(_GESLACHT, Leerling, "geslacht", "sis_leer.geslacht", onbekend=Beleid.WEGLATEN),
    ),
    "magister_adres_nooit_geheim": Mutant(
        "E.PRI.01", velden(Leerling, adresgeheim=van("sis_lovg.adres_geheim", lambda _: False))
    ),
    "magister_neemt_een_jaar_te_laat_over": Mutant(
        "E.IMP.02",
        inlezen=velden(
            Schoolloopbaan,
            schooljaar=van("lesperiode", omkeerbaar(schooljaar_van, _jaar_te_laat_terug)),
        ),
    ),
    "magister_neemt_geen_tussenvoegsel_over": Mutant(
        "E.IMP.01",
        inlezen=velden(
            Leerling, voorvoegsel=van("sis_leer.tussenvoeg", omkeerbaar(str, lambda _: ""))
        ),
    ),
    "magister_kort_een_tekst_in": Mutant(
        "E.IMP.02",
        inlezen=velden(
            Overstapadvies, argumentatie=van("motivering", omkeerbaar(str, lambda t: t[:30]))
        ),
    ),
    "magister_schrijft_geen_huisnr_tv": Mutant("E.IMP.03", inlezen=_schrijven(_zonder_toevoeging)),
    "magister_schrijft_een_ouder": Mutant("E.IMP.03", inlezen=_schrijven(_een_ouder)),
    "magister_geeft_ieder_hetzelfde_nummer": Mutant("E.IMP.05", inlezen=_zelfde_nummer),
}


def haken(naam: str) -> dict[str, Callable[[], Any]]:
    """Return the hooks of a wrong plugin."""
    return haken_van(oso_magister, MUTANTEN[naam])

"""A small system that takes dossiers in: enough shapes to try an import on."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import attrs

from oso_adapters import Importeur
from oso_adapters.gegevensset import (
    Adres,
    Dossier,
    EindtoetsBasisonderwijs,
    Eindtoetsresultaat,
    Huidigeschool,
    Leerling,
    Overstapadvies,
    Schoolloopbaan,
    Verzorger,
)
from oso_adapters.gegevensset._veld import velden
from oso_adapters.mapping import (
    Bronrecord,
    Codetabel,
    Onbruikbaar,
    afbeelding,
    blok,
    bsn,
    code,
    datum,
    elk,
    enkel_uit,
    geheel,
    janee,
    kern,
    omkeerbaar,
    onderwijsnummer,
    ontbreekt,
    read_record,
    samen,
    uit,
    van,
    vast,
    woorden,
)

GESLACHT = Codetabel(
    naam="geslacht",
    waarden={"M": "1", "Man": "1", "V": "2"},
    terug={"1": "Man"},
    zonder={"0": "een geslacht dat bekend is"},
)


@attrs.frozen(kw_only=True, repr=False)
class Ouder:
    achternaam: str | None = None
    voorletters: str | None = None
    iban: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Woning:
    straat: str | None = None
    huisnummer: str | None = None
    soort: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Jaar:
    schooljaar: str | None = None
    groep: str | None = None
    opmerking: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Herkomst:
    brin: str | None = None
    naam: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Kind:
    """A leerling; ``notitie`` and ``klaar`` are of the school itself."""

    nummer: str | None = None
    achternaam: str | None = None
    tussenvoegsel: str | None = None
    voornamen: str | None = None
    roepnaam: str | None = None
    geboren: str | None = None
    geslacht: str | None = None
    bsn: str | None = None
    onderwijsnummer: str | None = None
    advies: str | None = None
    eindtoets_score: str | None = None
    eindtoets_gedaan: str | None = None
    herkomst: Herkomst | None = None
    ouders: list[Ouder] = attrs.field(factory=list)
    woningen: list[Woning] = attrs.field(factory=list)
    loopbaan: list[Jaar] = attrs.field(factory=list)
    notitie: str | None = None
    klaar: str | None = None


def rest(cls: type, *gedaan: str) -> dict[str, Any]:
    return {
        veld.attr: ontbreekt("dit systeem heeft daar geen veld voor")
        for veld in velden(cls)
        if veld.attr not in gedaan and veld.tot is None
    }


def kort(cls: type, record: type, **bronnen: Any) -> Any:
    return afbeelding(cls, record, **bronnen, **rest(cls, *bronnen))


def _zonder_bsn(nummer: str | None, eigen: str | None) -> str | None:
    return onderwijsnummer(nummer) if nummer and not eigen else None


def _adres(nummer: str | None, toevoeging: str | None) -> str:
    return f"{nummer or ''} {toevoeging or ''}".strip()


def _kort_genoeg(naam: str) -> str:
    if len(naam) > 20:
        raise Onbruikbaar("een roepnaam van ten hoogste 20 tekens")
    return naam


OUDER = kort(
    Verzorger,
    Ouder,
    sleutel=("achternaam", "voorletters"),
    achternaam=van("achternaam"),
    voorletters_1=van("voorletters"),
    iban=van("iban"),
    wettigevertegenwoordiger=enkel_uit(vast(True), "dat vraagt de school zelf na"),  # noqa: FBT003
)
WONING = kort(
    Adres,
    Woning,
    sleutel=("soort",),
    terug={"huisnummer": uit("nummer", "toevoeging", via=_adres)},
    soortadres=van("soort"),
    straat=van("straat"),
    nummer=van("huisnummer", lambda tekst: tekst.partition(" ")[0]),
    toevoeging=van("huisnummer", lambda tekst: tekst.partition(" ")[2] or None),
)
JAAR = kort(
    Schoolloopbaan,
    Jaar,
    sleutel=("schooljaar",),
    schooljaar=van("schooljaar"),
    groepsnaam=van("groep"),
)
RESULTAAT = kort(Eindtoetsresultaat, Kind, standaardscore=van("eindtoets_score", geheel))
LEERLING = kort(
    Leerling,
    Kind,
    achternaam=van("achternaam"),
    voorvoegsel=van("tussenvoegsel"),
    voornaam=van("voornamen", woorden),
    roepnaam=van("roepnaam", omkeerbaar(str, _kort_genoeg)),
    geboortedatum=van("geboren", datum),
    geslacht=code("geslacht", GESLACHT),
    bsn=van("bsn", bsn),
    onderwijsnummer=samen(
        "onderwijsnummer", "bsn", via=_zonder_bsn, terug=lambda nummer: (nummer, None)
    ),
    leerlingid=enkel_uit(van("nummer"), "elke school geeft een eigen nummer"),
    overstapadvies=blok(kort(Overstapadvies, Kind, advies=van("advies"))),
    eindtoets_basisonderwijs=blok(
        kort(
            EindtoetsBasisonderwijs,
            Kind,
            eindtoetsresultaat=blok(RESULTAAT),
            deelgenomen=van("eindtoets_gedaan", janee),
        )
    ),
    verzorger=elk("ouders", OUDER),
    adreslijst=elk("woningen", WONING),
    schoolloopbaanlijst=elk("loopbaan", JAAR),
)
SCHOOL = kort(
    Huidigeschool,
    Kind,
    brincode=van("herkomst.brin"),
    naam=van("herkomst.naam"),
    leerling=blok(LEERLING),
)
DOSSIER = afbeelding(
    Dossier,
    Kind,
    metadata=kern("pakket, versie en categorieën"),
    overdrachtsoort=kern("soort overdracht"),
    inzage=ontbreekt("de inzage was bij de andere school"),
    huidigeschool=blok(SCHOOL),
)


def read(pad: Path) -> Any:
    if pad.exists():
        for gegevens in json.loads(pad.read_text("utf-8")):
            record, meldingen = read_record(Kind, gegevens)
            yield Bronrecord(record.nummer or "", record, tuple(meldingen))


def write(pad: Path, records: Any) -> None:
    rijen = []
    for nr, bron in enumerate(records, start=1):
        record = bron.record if bron.sleutel else attrs.evolve(bron.record, nummer=f"K{nr}")
        rijen.append(attrs.asdict(record, filter=lambda _veld, waarde: waarde not in (None, [])))
    pad.write_text(json.dumps(rijen, ensure_ascii=False), "utf-8")


def importeur(**anders: Any) -> Importeur:
    gegevens: dict[str, Any] = {
        "profielen": {"POVO", "POPO", "BB"},
        "versies": {"2019.1"},
        "dossier": DOSSIER,
        "read": read,
        "write": write,
        "definitief": lambda record: record.klaar == "ja",
    }
    return Importeur(**gegevens | anders)


def geval(naam: str) -> bytes:
    return files("oso_conformance").joinpath("gevallen", f"{naam}.xml").read_bytes()

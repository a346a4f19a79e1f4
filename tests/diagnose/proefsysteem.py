"""A system of which every way to fill a field is known: to tell whose finding it is."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs

from oso_adapters import Exporteur, Leverancier, Plugin
from oso_adapters.gegevensset import (
    Adres,
    Communicatie,
    Dossier,
    Huidigeschool,
    Inzage,
    Leerling,
    Schoolloopbaan,
    Toets,
    Verzuim,
)
from oso_adapters.gegevensset._veld import velden
from oso_adapters.mapping import (
    Codetabel,
    afbeelding,
    blok,
    brin,
    bsn,
    code,
    datum,
    elk,
    kern,
    ontbreekt,
    samen,
    schooljaar,
    van,
    vast,
    woorden,
)

GESLACHT = Codetabel(naam="geslacht", waarden={"V": "2", "M": "1"})
SOORT = Codetabel(naam="soortContact", waarden={"Telefoon": "telefoon", "Mail": "e-mail"})


@attrs.frozen(kw_only=True, repr=False)
class Contact:
    soort: str | None = None
    waarde: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Jaar:
    jaar: str | None = None
    groep: str | None = None
    school: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Meting:
    code: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Kind:
    naam: str | None = None
    voornamen: str | None = None
    roepnaam: str | None = None
    geboren: str | None = None
    geslacht: str | None = None
    burgernummer: str | None = None
    geheim: str | None = None
    code: str | None = None
    gewicht: str | None = None
    nnca: str | None = None
    ingeschreven: date | None = None
    telefoons: list[Contact] = attrs.field(factory=list)
    jaren: list[Jaar] = attrs.field(factory=list)
    metingen: list[Meting] = attrs.field(factory=list)
    verzuimd: int | None = None
    gezien: bool | None = None
    gezienOp: str | None = None
    toestemming: str | None = None
    schoolnaam: str | None = None
    brin: str | None = None
    straat: str | None = None
    postcode: str | None = None


def _nee(cls: type, reden: str, **eigen: Any) -> Any:
    rest = {v.attr: ontbreekt(reden) for v in velden(cls) if v.attr not in eigen}
    return afbeelding(cls, Kind, **rest | eigen)


def _eigen_vorm(tekst: str) -> str:
    return tekst


def _anders(cls: type, record: type, **eigen: Any) -> Any:
    rest = {v.attr: ontbreekt("dat kent Proef niet") for v in velden(cls) if v.attr not in eigen}
    return afbeelding(cls, record, **rest | eigen)


CONTACT = _anders(Communicatie, Contact, soort=code("soort", SOORT), nummer=van("waarde"))
JAAR = _anders(
    Schoolloopbaan,
    Jaar,
    schooljaar=van("jaar", schooljaar),
    groepscode=van("groep"),
    brincode=van("school", _eigen_vorm),
)
LEERLING = _nee(
    Leerling,
    "dat kent Proef niet",
    achternaam=van("naam"),
    voornaam=van("voornamen", woorden),
    roepnaam=van("roepnaam"),
    geboortedatum=van("geboren", datum),
    geslacht=code("geslacht", GESLACHT),
    bsn=van("burgernummer", bsn),
    adresgeheim=samen("geheim", via=bool),
    leerlingid=van("code"),
    leerlinggewicht=van("gewicht"),
    nnca=vast("1"),
    datuminschrijving=van("ingeschreven"),
    communicatielijst=elk("telefoons", CONTACT),
    schoolloopbaanlijst=elk("jaren", JAAR),
    toetslijst=elk("metingen", _anders(Toets, Meting)),
    verzuim=blok(_nee(Verzuim, "dat kent Proef niet", dagdelengeoorloofd=van("verzuimd"))),
    overstapadvies=ontbreekt("Proef is niet voor groep 8"),
)
ADRES = _nee(Adres, "dat kent Proef niet", straat=van("straat"), postcode=van("postcode"))
DOSSIER = _nee(
    Dossier,
    "dat kent Proef niet",
    metadata=kern("pakket en versie"),
    overdrachtsoort=kern("soort overdracht"),
    inzage=blok(
        _nee(
            Inzage,
            "dat kent Proef niet",
            voorlopigdossier=vast(False),  # noqa: FBT003 - the value of the field
            inzage=van("gezien"),
            inzagedatum=van("gezienOp", datum),
            toestemming=van("toestemming"),
        )
    ),
    huidigeschool=blok(
        _nee(
            Huidigeschool,
            "dat kent Proef niet",
            naam=van("schoolnaam"),
            brincode=van("brin", brin),
            soort=vast("BO"),
            leerling=blok(LEERLING),
        )
    ),
)
PROEF = Plugin(
    naam="proef",
    distributie="oso-proef 1",
    leverancier=Leverancier(naam="Proef", maker="-", pakketnaam="Proefpakket", pakketversie="1"),
    exporteur=Exporteur(
        profielen={"POVO"}, versies={"2019.1"}, dossier=DOSSIER, read=lambda _pad: []
    ),
)
ZONDER_EXPORT = Plugin(
    naam="zonder",
    distributie="oso-zonder 1",
    leverancier=Leverancier(naam="Zonder", maker="-", pakketnaam="Zonder", pakketversie="1"),
)

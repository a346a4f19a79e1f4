"""The Kaartsysteem: a small invented administration on which the examples of the pages are run.

It is declared as any plugin declares its system, so what an example gives is what a school would
see: a card for each leerling goes out as a dossier, and a dossier comes in as a card.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs

from oso_adapters import VERSIES, Exporteur, Leverancier, SwvUitwisseling
from oso_adapters.gegevensset import (
    Adres,
    Communicatie,
    Dossier,
    Huidigeschool,
    Inzage,
    Leerling,
    Onderwijsondersteuning,
    Overstapadvies,
    Schoolloopbaan,
    Verzorger,
)
from oso_adapters.gegevensset._veld import velden
from oso_adapters.gegevensset.codelijsten import codelijst
from oso_adapters.gegevensset.profielen import profielen
from oso_adapters.mapping import (
    Afbeelding,
    Codetabel,
    Onbruikbaar,
    afbeelding,
    blok,
    bsn,
    code,
    datum,
    elk,
    enkel_uit,
    janee,
    kern,
    omkeerbaar,
    ontbreekt,
    schooljaar,
    van,
    variant,
    vast,
    woorden,
)
from oso_adapters.uitleg.kaarten import Adreskaart, Contact, Jaarkaart, Kaart, Ouderkaart

__all__ = ["KAARTSYSTEEM", "LEERLING", "Inname", "uitgifte"]

_GEEN_VELD = "het Kaartsysteem heeft hier geen veld voor"
_ANDERE_SCHOOL = "gaat over de school die het dossier gaf"
_ROEPNAAM = 12
_GESLACHT = codelijst(14)

KAARTSYSTEEM = Leverancier(
    naam="Kaartsysteem",
    maker="verzonnen",
    pakketnaam="Kaartsysteem",
    pakketversie="1.0",
)


GESLACHT = Codetabel(
    naam="geslacht",
    waarden={"Jongen": "1", "Meisje": "2"},
    zonder={
        een.code: "een kaart kent alleen jongen en meisje"
        for een in _GESLACHT.codes
        if een.code not in ("1", "2")
    },
    herstel="Kies op de kaart Jongen of Meisje.",
)


def _is_afgerond(kaart: Kaart) -> bool:
    return kaart.afgerond == "ja"


def _past(naam: str) -> str:
    if len(naam) > _ROEPNAAM:
        raise Onbruikbaar(f"een roepnaam van ten hoogste {_ROEPNAAM} tekens")
    return naam


def _deel(cls: type, record: type, **bronnen: Any) -> Afbeelding:
    """Declare a block of which this system has only these fields."""
    rest = {veld.attr: ontbreekt(_GEEN_VELD) for veld in velden(cls) if veld.attr not in bronnen}
    return afbeelding(cls, record, **rest | bronnen)


_ADRES = _deel(
    Adres,
    Adreskaart,
    sleutel=("postcode", "huisnummer"),
    soortadres=vast("bezoek"),
    straat=van("straat"),
    nummer=van("huisnummer"),
    postcode=van("postcode"),
    plaats=van("plaats"),
)
_JAAR = _deel(
    Schoolloopbaan,
    Jaarkaart,
    sleutel=("schooljaar",),
    schooljaar=van("schooljaar", schooljaar),
    groepscode=van("groep"),
    jaargroep=van("leerjaar"),
    brincode=van("brin"),
    vestigingscode=van("vestiging"),
)
_OUDER = _deel(
    Verzorger,
    Ouderkaart,
    sleutel=("achternaam",),
    achternaam=van("achternaam"),
    wettigevertegenwoordiger=van("gezag", janee),
)
_ADVIES = _deel(
    Overstapadvies,
    Kaart,
    advies=van("advies"),
    contactnodig=vast(True),  # noqa: FBT003 - the value of the field
    contactpersoon=van("belt_met"),
    contacttelefoon=van("telefoon"),
)
_INZAGE = _deel(
    Inzage,
    Kaart,
    voorlopigdossier=vast(False),  # noqa: FBT003 - the value of the field
    inzage=vast(True),  # noqa: FBT003 - the value of the field
    inzagedatum=van("gezien_op", datum),
    akkoord=vast("Ja"),
    toestemming=vast("Ja"),
)
LEERLING = _deel(
    Leerling,
    Kaart,
    achternaam=van("achternaam"),
    voornaam=van("voornamen", woorden),
    roepnaam=van("roepnaam", omkeerbaar(str, _past)),
    geboortedatum=van("geboren", datum),
    geslacht=code("geslacht", GESLACHT),
    bsn=van("bsn", bsn),
    adresgeheim=vast(False),  # noqa: FBT003 - the value of the field
    adreslijst=elk("adres", _ADRES),
    leerlingid=enkel_uit(van("nummer"), "elke school geeft een eigen nummer"),
    datuminschrijving=van("ingeschreven", datum),
    verzorgersaansprakelijk=vast(True),  # noqa: FBT003 - the value of the field
    overstapadvies=blok(_ADVIES),
    schoolloopbaanlijst=elk("jaren", _JAAR),
    onderwijsondersteuning=blok(
        _deel(Onderwijsondersteuning, Kaart, medicijngebruik=van("medicijnen", janee))
    ),
    verzorger=elk("ouders", _OUDER),
)
_SCHOOL = _deel(
    Huidigeschool,
    Kaart,
    naam=van("school.naam"),
    brincode=van("school.brin"),
    vestigingscode=van("school.vestiging"),
    aanleverpunt=van("school.aanleverpunt"),
    adreslijst=elk("school.adres", _ADRES),
    communicatielijst=elk(
        "school.contact",
        _deel(Communicatie, Contact, soort=van("soort"), nummer=van("nummer")),
    ),
    leerling=blok(LEERLING),
)
DOSSIER = afbeelding(
    Dossier,
    Kaart,
    metadata=kern("pakket, versie, datum en categorieën"),
    overdrachtsoort=kern("het soort overdracht"),
    inzage=blok(_INZAGE),
    huidigeschool=blok(_SCHOOL),
)
INKOMEND = afbeelding(
    Dossier,
    Kaart,
    metadata=kern("pakket, versie, datum en categorieën"),
    overdrachtsoort=kern("het soort overdracht"),
    inzage=ontbreekt(_ANDERE_SCHOOL),
    huidigeschool=blok(_deel(Huidigeschool, Kaart, leerling=blok(LEERLING))),
)


@attrs.frozen(kw_only=True)
class Inname:
    """How the Kaartsysteem takes dossiers in; the cards stand in the example, not in a file."""

    profielen: frozenset[str] = frozenset({"BB", "POPO", "POSWV"})
    versies: frozenset[str] = frozenset(map(str, VERSIES[1:]))
    dossier: Afbeelding = INKOMEND
    koppelsleutel: str = "koppelsleutel"
    definitief: Callable[[Any], bool] = _is_afgerond


def uitgifte(overdracht: str, leerling: Afbeelding = LEERLING) -> Exporteur | SwvUitwisseling:
    """Return how the Kaartsysteem delivers dossiers of a kind of transfer.

    Args:
        leerling: how a leerling is filled, when an example does that in another way.
    """
    school = variant(_SCHOOL, leerling=blok(leerling))
    exporteur = Exporteur(
        profielen={overdracht},
        versies=set(map(str, VERSIES)),
        dossier=variant(DOSSIER, huidigeschool=blok(school)),
        read=lambda _pad: (),
        opt_uit=lambda kaart: kaart.niet_meesturen,
    )
    if not profielen()[overdracht].voor_swv:
        return exporteur
    return SwvUitwisseling(uit=exporteur, koppelsleutel=lambda kaart: kaart.koppelsleutel)

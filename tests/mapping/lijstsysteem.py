"""An Afbeelding of a whole dossier, from a record with a few fields."""

from __future__ import annotations

import attrs

from oso_adapters import versie
from oso_adapters.gegevensset import Adres, Dossier, Huidigeschool, Land, Leerling
from oso_adapters.mapping import (
    Codetabel,
    afbeelding,
    blok,
    code,
    datum,
    elk,
    kern,
    ontbreekt,
    van,
)
from oso_adapters.mapping.exportlijst import Maker, exportlijst

GESLACHT = Codetabel(
    naam="geslacht", waarden={"Man": "1", "Vrouw": "2", "X": None}, zonder={"0": "altijd gevuld"}
)


@attrs.frozen(kw_only=True, repr=False)
class Woning:
    straat: str | None = None
    nummer: str | None = None
    land: str | None = None
    landnaam: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Kind:
    naam: str | None = None
    voor: str | None = None
    geboren: str | None = None
    geslacht: str | None = None
    burgernummer: str | None = None
    woningen: list[Woning] = attrs.field(factory=list)


@attrs.frozen(kw_only=True, repr=False)
class Record:
    kind: Kind | None = None


def _maak(cls, record, **bronnen):
    alle = {veld.name: ontbreekt("nog niet gekoppeld") for veld in attrs.fields(cls)}
    return afbeelding(cls, record, **(alle | bronnen))


def maak_dossier(*, adres=None, dossier=None, **leerling):
    """Map a dossier, with other sources for fields of the leerling.

    Args:
        adres: other sources for fields of an address.
        dossier: other sources for fields of the dossier itself.
    """
    land = _maak(Land, Woning, waarde=van("land"), omschrijving=van("landnaam"))
    van_adres = {"straat": van("straat"), "nummer": van("nummer"), "land": blok(land)}
    woning = _maak(Adres, Woning, **(van_adres | (adres or {})))
    van_leerling = {
        "achternaam": van("naam"),
        "geboortedatum": van("geboren", datum),
        "geslacht": code("geslacht", GESLACHT),
        "adreslijst": elk("woningen", woning),
    }
    kind = _maak(Leerling, Kind, **(van_leerling | leerling))
    school = _maak(Huidigeschool, Kind, leerling=blok(kind))
    van_dossier = {
        "metadata": kern("pakket en versie"),
        "overdrachtsoort": kern("soort overdracht"),
        "huidigeschool": blok(school, "kind"),
    }
    return _maak(Dossier, Record, **(van_dossier | (dossier or {})))


MAKER = Maker(plugin="proef", systeem="Proef", pakketversie="1.0", distributie="oso-proef 0.1")


def maak_lijst(uit=None, naar_binnen=None, *, soorten=("POPO", "POVO"), nummer="2019.1", **maker):
    """Make the list of a plugin: out for some kinds of transfer, and in for the first of them."""
    return exportlijst(
        attrs.evolve(MAKER, **maker),
        versie(nummer),
        dict.fromkeys(soorten, uit) if uit else {},
        dict.fromkeys(soorten[:1], naar_binnen) if naar_binnen else {},
    )

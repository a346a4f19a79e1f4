"""What differs between two Exportlijsten."""

from __future__ import annotations

import pytest
from lijstsysteem import GESLACHT, maak_dossier, maak_lijst

from oso_adapters import versie
from oso_adapters.gegevensset.profielen import profielen
from oso_adapters.mapping import (
    Codetabel,
    code,
    datum,
    enkel_uit,
    kern,
    lijstverschil,
    ontbreekt,
    van,
)
from oso_adapters.mapping.exportlijst import exportlijst
from oso_adapters.mapping.lijstverschil import Soort, Tabelverschil, compare_tabellen
from oso_adapters.mapping.wegen import Richting, Stand, Weg

LEERLING = "/dossier/huidigeschool/leerling"


def compare_lijsten(oud, nieuw, overdrachten=None):
    return lijstverschil.compare_lijsten(oud, nieuw, overdrachten or profielen())


def _verschillen(oud, nieuw, **anders):
    """Return what differs for two mappings of the leerling, with paths below the leerling."""
    lijsten = (maak_lijst(maak_dossier(**deel), **anders) for deel in (oud, nieuw))
    return compare_lijsten(*lijsten)


def _kort(verschillen):
    return [
        (v.pad.removeprefix(f"{LEERLING}/"), v.soort, v.overdrachten, v.daarin) for v in verschillen
    ]


ALLE = ("POPO", "POVO")
EEN_VELD = {
    "the same": ({}, {}, []),
    "a field more": ({}, {"roepnaam": van("voor")}, [("roepnaam", Soort.ERBIJ, ALLE, 0)]),
    "a field less": ({"roepnaam": van("voor")}, {}, [("roepnaam", Soort.WEG, ALLE, 0)]),
    "another own field": (
        {"roepnaam": van("voor")},
        {"roepnaam": van("naam")},
        [("roepnaam", Soort.BRON, ALLE, 0)],
    ),
    "the core instead of a field": (
        {"roepnaam": van("voor")},
        {"roepnaam": kern("uit de voornaam")},
        [("roepnaam", Soort.BRON, ALLE, 0)],
    ),
    "another transform": (
        {"roepnaam": van("voor")},
        {"roepnaam": van("voor", datum)},
        [("roepnaam", Soort.OMZETTING, ALLE, 0)],
    ),
    "another field and another transform": (
        {"roepnaam": van("voor")},
        {"roepnaam": van("naam", datum)},
        [("roepnaam", Soort.BRON, ALLE, 0)],
    ),
    "another reason": (
        {},
        {"roepnaam": ontbreekt("mag niet")},
        [("roepnaam", Soort.REDEN, ALLE, 0)],
    ),
    "another reason for a whole block": (
        {},
        {"verzuim": ontbreekt("doen wij niet")},
        [("verzuim", Soort.REDEN, ALLE, 13)],
    ),
}


@pytest.mark.parametrize("geval", EEN_VELD)
def test_tells(geval):
    oud, nieuw, verschillen = EEN_VELD[geval]

    assert verschillen == _kort(_verschillen(oud, nieuw))


def test_tells_how_it_was_and_how_it_is():
    (verschil,) = _verschillen({}, {"roepnaam": van("voor")})

    assert [
        Weg(stand=Stand.NEE, reden="nog niet gekoppeld"),
        Weg(stand=Stand.JA, velden=("kind.voor",)),
    ] == [verschil.oud, verschil.nieuw]
    assert "Roepnaam" == verschil.label


def test_of_a_block_that_is_gone_only_the_block_is_told():
    weg = [("adreslijst", Soort.WEG, ALLE, 12)]

    assert weg == _kort(_verschillen({}, {"adreslijst": ontbreekt("houden wij niet bij")}))


def test_of_a_block_that_is_new_every_field_is_told():
    verschillen = _kort(_verschillen({"adreslijst": ontbreekt("nee")}, {}))

    adres = "adreslijst/adres"
    assert [
        "adreslijst",
        *(adres, f"{adres}/straat", f"{adres}/nummer"),
        *(f"{adres}/land", f"{adres}/land/@omschrijving"),
    ] == [pad for pad, soort, *_ in verschillen if soort is Soort.ERBIJ]


def test_only_kinds_of_transfer_that_both_have_are_compared():
    oud = maak_lijst(maak_dossier(), soorten=("POPO", "POVO"))
    nieuw = maak_lijst(maak_dossier(roepnaam=van("voor")), soorten=("POVO", "BB"))

    assert [("roepnaam", Soort.ERBIJ, ("POVO",), 0)] == _kort(compare_lijsten(oud, nieuw))


def test_only_kinds_of_transfer_that_are_asked_are_compared():
    oud, nieuw = maak_lijst(maak_dossier()), maak_lijst(maak_dossier(roepnaam=van("voor")))

    assert [("roepnaam", Soort.ERBIJ, ("POVO",), 0)] == _kort(compare_lijsten(oud, nieuw, ["POVO"]))


def test_nothing_is_left_out_where_the_block_went_in_different_ways():
    een, ander = (
        maak_dossier(verzuim=ontbreekt(reden)) for reden in ("doen wij niet", "doen wij later")
    )
    maker = maak_lijst(een).maker
    oud, nieuw = (
        exportlijst(maker, versie("2019.1"), {"POPO": popo, "BB": bb}, {})
        for popo, bb in ((een, ander), (maak_dossier(), maak_dossier()))
    )

    assert [("POPO",), ("BB",)] == [v.overdrachten for v in compare_lijsten(oud, nieuw)]


def test_both_directions_are_compared():
    oud = maak_lijst(maak_dossier(roepnaam=van("voor")), maak_dossier(roepnaam=van("voor")))
    beide = maak_dossier(roepnaam=enkel_uit(van("voor"), "is van de school zelf"))
    (verschil,) = compare_lijsten(oud, maak_lijst(beide, beide))

    assert (Richting.IN, Soort.WEG, ("POPO",)) == (
        verschil.richting,
        verschil.soort,
        verschil.overdrachten,
    )


def test_fields_that_a_version_does_not_have_are_gone():
    oud, nieuw = (
        maak_lijst(maak_dossier(zorg=kern("test")), nummer=n) for n in ("2018.1", "2019.1")
    )
    (kop,) = (v for v in compare_lijsten(oud, nieuw) if v.pad == f"{LEERLING}/zorg")

    assert (Soort.WEG, "bestaat niet in versie 2019.1") == (kop.soort, kop.nieuw.reden)


def _met_tabel(**anders):
    gegevens = {"naam": "geslacht", "waarden": GESLACHT.waarden, "zonder": GESLACHT.zonder}
    tabel = Codetabel(**(gegevens | anders))
    return maak_lijst(maak_dossier(geslacht=code("geslacht", tabel)))


TABELLEN = {
    "the same": ({}, []),
    "another code": (
        {"waarden": {"Man": "2", "Vrouw": "2", "X": None}},
        [("waarde 'Man'", "1", "2")],
    ),
    "a value more": (
        {"waarden": {**GESLACHT.waarden, "Jongen": "1"}},
        [("waarde 'Jongen'", None, "1")],
    ),
    "a value less": (
        {"waarden": {"Man": "1", "Vrouw": "2"}},
        [("waarde 'X'", "weggelaten", None)],
    ),
    "another policy": ({"onbekend": "meld"}, [("onbekende waarde", "weiger", "meld")]),
    "another way back": ({"terug": {"1": "Man"}}, [("code 1 terug", None, "Man")]),
    "another reason": (
        {"zonder": {"0": "anders"}},
        [("code 0 zonder waarde", "altijd gevuld", "anders")],
    ),
}


@pytest.mark.parametrize("geval", TABELLEN)
def test_tells_of_code_tables(geval):
    anders, verschillen = TABELLEN[geval]
    nieuw = _met_tabel(**anders)

    assert [
        Tabelverschil(tabel="geslacht", deel=deel, oud=oud, nieuw=nu)
        for deel, oud, nu in verschillen
    ] == list(compare_tabellen(_met_tabel(), nieuw))

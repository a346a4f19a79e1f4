"""The Exportlijst beside the Vinkenlijst, and as JSON."""

from __future__ import annotations

import json

import attrs
import pytest
from lijstsysteem import maak_dossier, maak_lijst

from oso_adapters import versie
from oso_adapters.errors import ConfigurationError
from oso_adapters.mapping import elk, enkel_in, ontbreekt, van
from oso_adapters.mapping.exportlijst import exportlijst, read_exportlijst
from oso_adapters.mapping.wegen import Richting, Stand
from oso_adapters.tabellen import vinkenlijst

LEERLING = "/dossier/huidigeschool/leerling"


def _op_pad(lijst):
    return {rij.pad: rij for rij in lijst.rijen}


@pytest.fixture(scope="module")
def lijst():
    return maak_lijst(maak_dossier())


@pytest.mark.parametrize("nummer", ["2017.1", "2018.1", "2019.1"])
def test_has_every_field_of_the_vinkenlijst(nummer):
    lijst = maak_lijst(maak_dossier(), nummer=nummer)

    assert list(dict.fromkeys(vink.pad for vink in vinkenlijst(versie(nummer)))) == [
        rij.pad for rij in lijst.rijen
    ]


def test_has_the_words_of_the_vinkenlijst_for_what_the_vendor_exchanges(lijst):
    rij = _op_pad(lijst)[f"{LEERLING}/leerlingid"]

    assert {"POPO": "optioneel", "POVO": "verplicht"} == dict(rij.woorden)


def test_a_system_that_only_takes_in_has_words_for_that():
    lijst = maak_lijst(naar_binnen=maak_dossier())

    assert ((), ("POPO",)) == (lijst.soorten(Richting.UIT), lijst.soorten(Richting.IN))
    assert {"POPO"} == set(lijst.rijen[0].woorden)
    assert () == lijst.rijen[0].mist


def test_tells_what_must_be_there_and_never_is(lijst):
    rijen = _op_pad(lijst)

    assert ("POVO",) == rijen[f"{LEERLING}/leerlingid"].mist
    assert ("POPO", "POVO") == rijen["/dossier/huidigeschool/naam"].mist
    assert () == rijen[f"{LEERLING}/achternaam"].mist
    assert () == rijen["/dossier/metadata/pakketnaam"].mist


def test_what_may_be_left_out_or_is_forbidden_is_not_missed(lijst):
    rijen = _op_pad(lijst)

    assert [((), ())] * 2 == [
        (rijen[f"{LEERLING}/{naam}"].mist, rijen[f"{LEERLING}/{naam}"].mist_soms)
        for naam in ("roepnaam", "geboorteplaats")
    ]


def test_fields_of_a_block_that_is_not_there_are_not_missed(lijst):
    assert () == _op_pad(lijst)["/dossier/inzage/voorlopigdossier"].mist
    assert ("POPO", "POVO") == _op_pad(lijst)["/dossier/inzage"].mist


def test_fields_of_a_block_that_is_there_are_missed(lijst):
    assert ("POPO", "POVO") == _op_pad(lijst)[f"{LEERLING}/adreslijst/adres/postcode"].mist


@pytest.mark.parametrize(
    ("anders", "mist"),
    [
        ({}, ("POPO", "POVO")),
        ({"bsn": van("burgernummer")}, ()),
        ({"onderwijsnummer": van("burgernummer")}, ()),
        ({"bsn": enkel_in(van("burgernummer"), "mag niet mee")}, ("POPO", "POVO")),
    ],
)
def test_one_of_several_is_missed_when_none_of_them_goes(anders, mist):
    rijen = _op_pad(maak_lijst(maak_dossier(**anders)))

    assert [mist] == list({rijen[f"{LEERLING}/{naam}"].mist for naam in ("bsn", "onderwijsnummer")})


def test_what_must_be_there_at_times_is_missed_at_times():
    zonder = maak_lijst(maak_dossier(adreslijst=ontbreekt("geen adressen")))

    for naam in ("adreslijst", "adresbuitenland"):
        rij = _op_pad(zonder)[f"{LEERLING}/{naam}"]
        assert ((), ("POPO", "POVO")) == (rij.mist, rij.mist_soms)


def test_each_kind_of_transfer_can_go_its_own_way():
    gewoon, anders = maak_dossier(), maak_dossier(roepnaam=van("voor"))
    maker = maak_lijst(gewoon).maker
    lijst = exportlijst(maker, versie("2019.1"), {"POVO": gewoon, "BB": anders}, {})
    rij = _op_pad(lijst)[f"{LEERLING}/roepnaam"]

    assert {"POVO": Stand.NEE, "BB": Stand.JA} == {s: weg.stand for s, weg in rij.uit.items()}


@pytest.fixture(scope="module")
def vol():
    """Return a list with something of everything in it."""
    uit = maak_dossier(roepnaam=van("voor"), adresbuitenland=elk("woningen"))
    return maak_lijst(uit, maak_dossier(roepnaam=van("naam")))


def test_json_says_all_of_it(vol):
    assert vol == read_exportlijst(json.loads(json.dumps(vol.als_dict())))


def test_json_is_the_same_each_time():
    een, ander = (json.dumps(maak_lijst(maak_dossier()).als_dict()) for _ in range(2))

    assert een == ander


def test_json_names_the_release(lijst):
    wie = {"plugin": "proef", "systeem": "Proef", "pakketversie": "1.0"}

    assert wie | {"distributie": "oso-proef 0.1", "versie": "2019.1"} == {
        naam: lijst.als_dict()[naam] for naam in (*wie, "distributie", "versie")
    }


def test_json_has_the_code_tables(lijst):
    assert {
        "geslacht": {
            "onbekend": "weiger",
            "waarden": {"Man": "1", "Vrouw": "2", "X": ""},
            "terug": {},
            "zonder": {"0": "altijd gevuld"},
        }
    } == lijst.als_dict()["codetabellen"]


def _met(**anders):
    return lambda gegevens: {**gegevens, **anders}


def _met_rij(**anders):
    def verander(gegevens):
        eerste, *rest = gegevens["velden"]
        return {**gegevens, "velden": [{**eerste, **anders}, *rest]}

    return verander


ONBRUIKBAAR = {
    "no object": (lambda _: [1], "is no Exportlijst"),
    "something else": (lambda _: {"lijst": "vinkenlijst"}, "is no Exportlijst"),
    "a later form": (_met(vorm=2), "of another form than 1"),
    "no rows": (_met(velden=[]), "not whole"),
    "rows that are none": (_met(velden=[1]), "not whole"),
    "no tables": (_met(codetabellen=None), "not whole"),
    "a policy that does not exist": (
        _met(codetabellen={"a": {"onbekend": "?", "waarden": {}, "terug": {}, "zonder": {}}}),
        "not whole",
    ),
    "a row without its way": (_met_rij(uit=[]), "not whole"),
    "a way that does not exist": (_met_rij(uit=[{"stand": "soms"}]), "not whole"),
}


@pytest.mark.parametrize("geval", ONBRUIKBAAR)
def test_refuses_json_that_is_no_whole_list(lijst, geval):
    verander, fout = ONBRUIKBAAR[geval]

    with pytest.raises(ConfigurationError, match=fout):
        read_exportlijst(verander(lijst.als_dict()))


def test_a_maker_says_which_release_it_is(lijst):
    zonder = attrs.evolve(lijst.maker, distributie="")

    assert ["Proef 1.0 (oso-proef 0.1)", "Proef 1.0 (proef)"] == [str(lijst.maker), str(zonder)]

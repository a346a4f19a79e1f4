"""Where an Afbeelding uses its code tables."""

from __future__ import annotations

import attrs
import pytest
from lijstsysteem import GESLACHT, maak_dossier

from oso_adapters import versie
from oso_adapters.mapping import (
    Codetabel,
    Codeveld,
    code,
    codevelden,
    enkel_in,
    enkel_uit,
    uit,
    vast,
)

LEERLING = "/dossier/huidigeschool/leerling"
VERSIE = versie("2019.1")
SOORT = Codetabel(naam="soort", waarden={"Thuis": "bezoek"})


def _velden(**anders):
    return {deel.pad: deel for deel in codevelden(maak_dossier(**anders), VERSIE)}


def test_names_the_place_the_own_field_and_the_table():
    pad = f"{LEERLING}/geslacht"

    assert {pad: Codeveld(pad, "kind.geslacht", GESLACHT, uit=True, naar_binnen=True)} == _velden()


def test_places_in_lists_have_the_path_of_the_item():
    pad = f"{LEERLING}/adreslijst/adres/soortadres"

    assert "kind.woningen.straat" == _velden(adres={"soortadres": code("straat", SOORT)})[pad].veld


@pytest.mark.parametrize(
    ("richting", "gaat"), [(enkel_uit, (True, False)), (enkel_in, (False, True))]
)
def test_a_field_that_goes_one_way_is_there_with_its_direction(richting, gaat):
    deel = _velden(geslacht=richting(code("geslacht", GESLACHT), "reden"))[f"{LEERLING}/geslacht"]

    assert gaat == (deel.uit, deel.naar_binnen)


@pytest.mark.parametrize(
    ("richting", "gaat"), [(enkel_uit, (True, False)), (enkel_in, (False, True))]
)
def test_what_is_in_a_block_that_goes_one_way_goes_that_way(richting, gaat):
    (gewoon,) = _velden().values()
    school = maak_dossier().bronnen["huidigeschool"]
    anders = maak_dossier(dossier={"huidigeschool": richting(school, "reden")})

    assert [attrs.evolve(gewoon, uit=gaat[0], naar_binnen=gaat[1])] == list(
        codevelden(anders, VERSIE)
    )


def test_a_field_that_comes_in_with_others_does_not_come_in_through_its_table():
    anders = {"soortadres": code("straat", SOORT), "terug": {"nummer": _TERUG}}
    deel = _velden(adres=anders)[f"{LEERLING}/adreslijst/adres/soortadres"]

    assert (True, False) == (deel.uit, deel.naar_binnen)


_TERUG = uit("soortadres", via=str)


def test_a_field_without_a_table_is_not_there():
    assert not _velden(geslacht=vast("1"))

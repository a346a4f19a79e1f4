"""How each field goes, out and in, for every word of an Afbeelding."""

from __future__ import annotations

from functools import partial

import pytest
from lijstsysteem import maak_dossier

from oso_adapters import versie
from oso_adapters.mapping import (
    datum,
    elk,
    enkel_in,
    enkel_uit,
    kern,
    omkeerbaar,
    ontbreekt,
    samen,
    uit,
    van,
    vast,
    woorden,
)
from oso_adapters.mapping.wegen import Richting, Stand, Weg, wegen

LEERLING = "/dossier/huidigeschool/leerling"
VERSIE = versie("2019.1")
JA, NEE = Stand.JA, Stand.NEE


def _twee_delen(*_delen):
    """Stand for a transform of a vendor."""


def _in_twee(_waarde):
    """Stand for the way back of a transform of a vendor."""


GEVALLEN = {
    "as it is": (van("naam"), Weg(stand=JA, velden=("kind.naam",)), None),
    "through a transform": (
        van("naam", datum),
        Weg(stand=JA, velden=("kind.naam",), via="datum"),
        None,
    ),
    "through a transform with a way back of its own": (
        van("naam", omkeerbaar(_twee_delen, _in_twee)),
        Weg(stand=JA, velden=("kind.naam",), via="twee_delen"),
        None,
    ),
    "through a transform without a name": (
        van("naam", omkeerbaar(lambda w: w, lambda w: w)),
        Weg(stand=JA, velden=("kind.naam",), via="eigen omzetting"),
        None,
    ),
    "through part of a transform": (
        van("naam", omkeerbaar(partial(_twee_delen, 1), _in_twee)),
        Weg(stand=JA, velden=("kind.naam",), via="eigen omzetting"),
        None,
    ),
    "only as a text": (
        van("naam", omkeerbaar(str, _in_twee)),
        Weg(stand=JA, velden=("kind.naam",)),
        None,
    ),
    "several fields": (
        samen("naam", "voor", via=_twee_delen, terug=_in_twee),
        Weg(stand=JA, velden=("kind.naam", "kind.voor"), via="twee_delen"),
        Weg(stand=JA, velden=("kind.naam", "kind.voor"), via="in_twee"),
    ),
    "always the same": (
        vast("Jip"),
        Weg(stand=JA, via="altijd Jip"),
        Weg(stand=NEE, reden="heeft in dit systeem altijd dezelfde waarde"),
    ),
    "by the core": (
        kern("vult de kern"),
        Weg(stand=Stand.KERN, reden="vult de kern"),
        None,
    ),
    "never": (ontbreekt("bestaat niet"), Weg(stand=NEE, reden="bestaat niet"), None),
    "only out": (
        enkel_uit(van("naam"), "niet van ons"),
        Weg(stand=JA, velden=("kind.naam",)),
        Weg(stand=NEE, reden="niet van ons"),
    ),
    "only in": (
        enkel_in(van("naam"), "mag niet mee"),
        Weg(stand=NEE, reden="mag niet mee"),
        Weg(stand=JA, velden=("kind.naam",)),
    ),
}


@pytest.mark.parametrize("geval", GEVALLEN)
def test_a_field_goes(geval):
    bron, heen, terug = GEVALLEN[geval]
    afb = maak_dossier(roepnaam=bron)

    assert heen == wegen(afb, VERSIE, Richting.UIT)[f"{LEERLING}/roepnaam"]
    assert (terug or heen) == wegen(afb, VERSIE, Richting.IN)[f"{LEERLING}/roepnaam"]


def test_part_of_a_transform_is_called_after_the_whole():
    afb = maak_dossier(roepnaam=van("naam", partial(_twee_delen, 1)))

    assert "twee_delen" == wegen(afb, VERSIE, Richting.UIT)[f"{LEERLING}/roepnaam"].via


@pytest.mark.parametrize("richting", Richting)
def test_a_code_table_is_named(richting):
    per_pad = wegen(maak_dossier(), VERSIE, richting)

    assert per_pad[f"{LEERLING}/geslacht"] == Weg(
        stand=JA, velden=("kind.geslacht",), via="codetabel geslacht"
    )


@pytest.mark.parametrize("richting", Richting)
def test_fields_in_records_inside_the_record_have_their_whole_path(richting):
    per_pad = wegen(maak_dossier(), VERSIE, richting)
    adres = f"{LEERLING}/adreslijst/adres"

    assert {
        "/dossier/huidigeschool": ("kind",),
        LEERLING: (),
        f"{LEERLING}/adreslijst": ("kind.woningen",),
        adres: ("kind.woningen",),
        f"{adres}/straat": ("kind.woningen.straat",),
        f"{adres}/land/@omschrijving": ("kind.woningen.landnaam",),
    } == {
        pad: per_pad[pad].velden
        for pad in per_pad
        if per_pad[pad].stand is JA
        and pad.rpartition("/")[2]
        in ("huidigeschool", "leerling", "adreslijst", "adres", "straat", "@omschrijving")
    }


def test_the_text_of_an_element_is_the_element():
    per_pad = wegen(maak_dossier(), VERSIE, Richting.UIT)

    assert ("kind.woningen.land",) == per_pad[f"{LEERLING}/adreslijst/adres/land"].velden


def test_what_is_in_a_block_follows_from_the_block():
    per_pad = wegen(maak_dossier(verzuim=ontbreekt("houden wij niet bij")), VERSIE, Richting.UIT)
    kop = f"{LEERLING}/verzuim"

    assert Weg(stand=NEE, reden="houden wij niet bij") == per_pad[kop]
    assert {Weg(stand=NEE, reden="houden wij niet bij", door=kop)} == {
        weg for pad, weg in per_pad.items() if pad.startswith(f"{kop}/")
    }


def test_an_element_with_text_and_attributes_does_not_follow_from_itself():
    per_pad = wegen(maak_dossier(), VERSIE, Richting.UIT)

    assert "" == per_pad[f"{LEERLING}/nationaliteit"].door
    assert f"{LEERLING}/nationaliteit" == per_pad[f"{LEERLING}/nationaliteit/@omschrijving"].door


def test_a_block_of_which_no_field_goes_does_not_go():
    niets = {naam: ontbreekt("weg") for naam in ("straat", "nummer", "land")}
    per_pad = wegen(maak_dossier(adres=niets), VERSIE, Richting.UIT)

    assert NEE is per_pad[f"{LEERLING}/adreslijst/adres"].stand
    assert "geen van de velden hierin gaat mee" == per_pad[f"{LEERLING}/adreslijst"].reden


@pytest.mark.parametrize(("door", "via"), [(None, ""), (datum, "datum")])
def test_lists_of_values_go_as_they_are_or_through_a_transform(door, via):
    afb = maak_dossier(adresbuitenland=elk("woningen", door))
    weg = wegen(afb, VERSIE, Richting.UIT)[f"{LEERLING}/adresbuitenland"]

    assert Weg(stand=JA, velden=("kind.woningen",), via=via) == weg


@pytest.fixture
def samengevoegd():
    """Return a dossier in which one field of the record is made of two of the block."""
    return maak_dossier(
        voornaam=van("naam", woorden),
        roepnaam=van("naam"),
        terug={"voor": uit("voornaam", "roepnaam", via=_twee_delen)},
    )


@pytest.mark.parametrize("veld", ["voornaam", "roepnaam"])
def test_fields_that_are_put_together_go_to_that_field(samengevoegd, veld):
    pad = f"{LEERLING}/{veld}"

    assert ("kind.naam",) == wegen(samengevoegd, VERSIE, Richting.UIT)[pad].velden
    assert (
        Weg(stand=JA, velden=("kind.voor",), via="twee_delen")
        == (wegen(samengevoegd, VERSIE, Richting.IN)[pad])
    )


def test_only_fields_of_the_version_go():
    per_versie = {
        nummer: set(wegen(maak_dossier(), versie(nummer), Richting.UIT))
        for nummer in ("2018.1", "2019.1")
    }

    assert f"{LEERLING}/zorg" in per_versie["2018.1"] - per_versie["2019.1"]
    assert f"{LEERLING}/onderwijsondersteuning" in per_versie["2019.1"] - per_versie["2018.1"]

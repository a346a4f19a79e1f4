"""From a place in the dossier back to the vendor's own fields."""

from __future__ import annotations

import attrs
import pytest

from oso_adapters.gegevensset import (
    Adres,
    Cijferlijst,
    Gba,
    Instelling,
    Land,
    Score,
    Toets,
    Toetsidentificatie,
    Vakcijfer,
)
from oso_adapters.mapping import (
    Codetabel,
    afbeelding,
    blok,
    code,
    elk,
    kern,
    lineage,
    ontbreekt,
    ontbrekende_paden,
    samen,
    van,
    vast,
)
from oso_adapters.mapping.lineage import waarden_op


@attrs.frozen(kw_only=True)
class Land2:
    code: str | None = None
    naam: str | None = None


@attrs.frozen(kw_only=True)
class Woning:
    soort: str | None = None
    straat: str | None = None
    nummer: str | None = None
    land: Land2 | None = None


@attrs.frozen(kw_only=True)
class Bedrijf:
    naam: str | None = None
    achtervoegsel: str | None = None
    woningen: list[Woning] | None = None
    telefoons: list[str] | None = None


REDEN = "het systeem kent dit niet"
LAND = afbeelding(Land, Land2, waarde=van("code"), omschrijving=van("naam"))
ADRES = afbeelding(
    Adres,
    Woning,
    soortadres=code("soort", Codetabel(naam="soort", waarden={})),
    straat=van("straat"),
    nummer=samen("nummer", "straat", via=lambda a, _b: a),
    toevoeging=ontbreekt(REDEN),
    aanduiding=ontbreekt(REDEN),
    locatieomschrijving=kern("de kern"),
    postcode=ontbreekt("anders"),
    plaats=van("land.naam"),
    gemeente=vast("Deventer"),
    land=blok(LAND, "land"),
)
INSTELLING = afbeelding(
    Instelling,
    Bedrijf,
    naam=samen("naam", "achtervoegsel", via=lambda *_delen: None),
    adreslijst=elk("woningen", ADRES),
    communicatielijst=ontbreekt(REDEN),
)


def test_lineage_names_the_vendors_fields_from_the_top_of_the_record():
    assert lineage(INSTELLING, "/x") == {
        "/x/naam": ("naam", "achtervoegsel"),
        "/x/adreslijst": ("woningen",),
        "/x/adreslijst/adres": ("woningen",),
        "/x/adreslijst/adres/soortadres": ("woningen.soort",),
        "/x/adreslijst/adres/straat": ("woningen.straat",),
        "/x/adreslijst/adres/nummer": ("woningen.nummer", "woningen.straat"),
        "/x/adreslijst/adres/plaats": ("woningen.land.naam",),
        "/x/adreslijst/adres/land": ("woningen.land.code",),
        "/x/adreslijst/adres/land/@omschrijving": ("woningen.land.naam",),
    }


def test_missing_places_are_told_with_their_reason():
    assert ontbrekende_paden(INSTELLING, "/x") == {
        "/x/adreslijst/adres/toevoeging": REDEN,
        "/x/adreslijst/adres/aanduiding": REDEN,
        "/x/adreslijst/adres/postcode": "anders",
        "/x/communicatielijst": REDEN,
    }


def test_no_place_is_both_filled_and_missing():
    assert not set(lineage(INSTELLING, "/x")) & set(ontbrekende_paden(INSTELLING, "/x"))


@attrs.frozen(kw_only=True)
class Plat:
    straat: str | None = None
    land: str | None = None
    landnaam: str | None = None


def _met_niets(cls, record, **bronnen):
    return afbeelding(
        cls, record, **{a.name: ontbreekt(REDEN) for a in attrs.fields(cls)} | bronnen
    )


def test_a_block_from_the_same_record_has_all_fields_that_fill_it():
    identificatie = _met_niets(
        Toetsidentificatie, Plat, eldtoetscode=van("straat"), toetsnaam=van("landnaam")
    )
    toets = _met_niets(Toets, Plat, toetsidentificatie=blok(identificatie))

    assert lineage(toets, "/x") == {
        "/x/toetsidentificatie": ("straat", "landnaam"),
        "/x/toetsidentificatie/eldtoetscode": ("straat",),
        "/x/toetsidentificatie/toetsnaam": ("landnaam",),
    }


def test_a_text_with_an_attribute_has_the_field_of_the_text():
    land = afbeelding(Land, Plat, waarde=van("land"), omschrijving=van("landnaam"))
    adres = _met_niets(Adres, Plat, land=blok(land))

    assert lineage(adres, "/adres") == {
        "/adres/land": ("land",),
        "/adres/land/@omschrijving": ("landnaam",),
    }


def test_values_of_a_repeated_field_have_one_place():
    gba = _met_niets(Gba, Bedrijf, gbavoornaam=elk("telefoons"))

    assert lineage(gba, "/gba") == {"/gba/gbavoornaam": ("telefoons",)}


def test_a_repeated_sequence_has_no_element_of_its_own():
    score = _met_niets(Score, Woning, waarde=van("nummer"))
    vak = _met_niets(Vakcijfer, Woning, naam=van("straat"), score=blok(score))
    lijst = _met_niets(Cijferlijst, Bedrijf, cijferlijstTypelijst=elk("woningen", vak))

    assert lineage(lijst, "/c") == {
        "/c/cijferlijstTypelijst": ("woningen",),
        "/c/cijferlijstTypelijst/naam": ("woningen.straat",),
        "/c/cijferlijstTypelijst/score": ("woningen.nummer",),
        "/c/cijferlijstTypelijst/score/waarde": ("woningen.nummer",),
    }


RECORD = Bedrijf(
    naam="n",
    woningen=[
        Woning(straat="a", land=Land2(code="1")),
        Woning(straat="", land=None),
        Woning(straat="b", land=Land2(code=None)),
    ],
    telefoons=["1", "", "2"],
)


@pytest.mark.parametrize(
    ("pad", "waarden"),
    [
        ("naam", ["n"]),
        ("achtervoegsel", []),
        ("woningen.straat", ["a", "b"]),
        ("woningen.land.code", ["1"]),
        ("woningen.nummer", []),
        ("telefoons", ["1", "2"]),
        ("bestaatniet", []),
        ("woningen.bestaatniet.code", []),
        ("woningen", RECORD.woningen),
    ],
)
def test_every_filled_value_at_a_path_is_found_through_lists(pad, waarden):
    assert waarden == waarden_op(RECORD, pad)


@pytest.mark.parametrize("waarde", [False, 0])
def test_a_value_that_is_only_false_is_filled(waarde):
    assert [waarde] == waarden_op(Bedrijf(naam=waarde), "naam")

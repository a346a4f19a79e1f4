"""Each kind of transfer delivers the categories of the matrix."""

from __future__ import annotations

import pytest
from lxml import etree

from oso_adapters import VERSIES, versie
from oso_adapters.gegevensset import CategorieUitlevering
from oso_adapters.gegevensset._boom import plekken
from oso_adapters.gegevensset._veld import velden_in
from oso_adapters.gegevensset.codelijsten import codelijst
from oso_adapters.gegevensset.profielen import profiel_van, profielen

VERSIE = versie("2019.1")
PROFIELEN = ["POPO", "POVO", "VOVO", "BB", "POSWV", "VOSWV"]
MATRIX = """
categorie               POPO  POVO  VOVO  BB    POSWV VOSWV
metadata                moet  moet  moet  moet  moet  moet
ouderinzage             moet  moet  moet  mag   mag   mag
school                  moet  moet  moet  moet  moet  moet
leerling                moet  moet  moet  moet  moet  moet
oudersverzorgers        moet  moet  moet  mag   moet  moet
vve                     mag   niet  niet  mag   mag   niet
schoolloopbaan          moet  moet  moet  mag   moet  moet
overstapadvies          moet  moet  moet  mag   mag   mag
onderwijsondersteuning  mag   mag   mag   mag   moet  moet
verzuim                 mag   mag   mag   mag   mag   mag
eindtoetsbo             mag   mag   mag   mag   niet  mag
toetsresultaten         mag   mag   mag   mag   mag   mag
handelingsplannen       mag   mag   mag   mag   mag   mag
cijferlijsten           mag   mag   mag   mag   mag   mag
vombo                   niet  niet  mag   mag   niet  mag
bijlagedocs             mag   mag   mag   mag   mag   mag
"""
CODES = {
    # cell: what is delivered, and what when the leerling opts out
    "moet": ("VERPLICHT", "VERPLICHT"),
    "mag": ("OPTIONEEL", "OPT-UIT"),
    "niet": ("VERBODEN", "VERBODEN"),
}
KENMERKEN = {
    # code: overdrachtsoort, overstap, are old tests left out
    "POPO": ("overstapdossier", "POPO", False),
    "POVO": ("overstapdossier", "POVO", True),
    "VOVO": ("overstapdossier", "VOVO", False),
    "BB": ("overdrachtbinnenbrin", None, False),
    "POSWV": ("swv-dossier", "POSWV", False),
    "VOSWV": ("swv-dossier", "VOSWV", False),
}


def _matrix():
    kop, *rijen = (regel.split() for regel in MATRIX.strip().splitlines())
    return {
        (rij[0], code): CODES[cel]
        for rij in rijen
        for code, cel in zip(kop[1:], rij[1:], strict=True)
    }


CELLEN = _matrix()
CATEGORIEEN = {v.naam.removeprefix("cat_") for v in velden_in(CategorieUitlevering, VERSIE)}


@pytest.mark.parametrize(("categorie", "code"), CELLEN)
def test_profile_delivers_the_category_as_the_matrix_says(categorie, code):
    profiel = profielen()[code]

    assert CELLEN[categorie, code] == (
        profiel.categorie(categorie, uitgezet=False),
        profiel.categorie(categorie, uitgezet=True),
    )


def test_the_matrix_has_every_category_of_the_version_and_every_profile():
    categorieen = [
        veld.naam.removeprefix("cat_") for veld in velden_in(CategorieUitlevering, VERSIE)
    ]

    assert {(categorie, code) for categorie in categorieen for code in profielen()} == set(CELLEN)
    assert PROFIELEN == list(profielen())


def test_profiles_name_only_categories_that_exist():
    genoemd = {naam for p in profielen().values() for naam in (*p.verplicht, *p.verboden)}
    bestaat = {v.naam for versie in VERSIES for v in velden_in(CategorieUitlevering, versie)}

    assert genoemd <= {naam.removeprefix("cat_") for naam in bestaat}


_PGN = "/dossier/huidigeschool/leerling"


@pytest.mark.parametrize("code", PROFIELEN)
def test_only_a_samenwerkingsverband_gets_no_pgn(code):
    profiel = profielen()[code]
    zonder = {f"{_PGN}/bsn", f"{_PGN}/onderwijsnummer"} & profiel.weglaten

    assert (2 if code.endswith("SWV") else 0) == len(zonder)
    assert code.endswith("SWV") is profiel.voor_swv


def test_what_is_left_out_exists():
    bestaat = {plek.pad for versie in VERSIES for plek in plekken(versie)}

    assert all(profiel.weglaten <= bestaat for profiel in profielen().values())


def test_every_category_of_a_field_exists():
    genoemd = {plek.veld.categorie for plek in plekken(VERSIE)} - {None}

    assert {"school", "leerling"} == CATEGORIEEN - genoemd


@pytest.mark.parametrize("code", PROFIELEN)
def test_profile_has_its_kind_of_transfer_and_window_of_tests(code):
    profiel = profielen()[code]

    assert KENMERKEN[code] == (profiel.overdrachtsoort, profiel.overstap, profiel.toetsvenster)


@pytest.mark.parametrize("code", PROFIELEN)
def test_profile_uses_codes_of_the_lists(code):
    profiel = profielen()[code]

    assert profiel.overdrachtsoort in codelijst(29).in_versie(VERSIE)
    assert profiel.overstap in {None, *codelijst(16).in_versie(VERSIE)}


@pytest.mark.parametrize(
    ("verwacht", "soorten", "overstappen"),
    [
        ("POPO", {"overstapdossier"}, {"POPO"}),
        ("POVO", {"overstapdossier"}, {"POVO"}),
        ("VOVO", {"overstapdossier"}, {"VOVO"}),
        ("BB", {"overdrachtbinnenbrin"}, set()),
        ("BB", {"overdrachtbinnenbrin"}, {"POVO"}),
        ("POSWV", {"swv-dossier"}, {"POSWV"}),
        ("VOSWV", {"swv-dossier"}, {"VOSWV"}),
        (None, set(), set()),
        (None, {"overstapdossier"}, set()),
        (None, {"overstapdossier"}, {"POSWV"}),
        (None, {"swv-dossier"}, {"POVO"}),
        (None, {"overstapdossier"}, {"POPO", "POVO"}),
        (None, {"iets anders"}, {"POVO"}),
    ],
)
def test_profile_of_a_document_is_known_only_when_it_is_clear(verwacht, soorten, overstappen):
    assert verwacht == profiel_van(soorten, overstappen)


@pytest.mark.parametrize("versie", VERSIES, ids=str)
@pytest.mark.parametrize("code", PROFIELEN)
@pytest.mark.parametrize(("soort", "uitgezet"), [("full", False), ("opt_out", True)])
def test_profile_agrees_with_the_published_example(referentie, versie, code, soort, uitgezet):
    (voorbeeld,) = (referentie / "official" / str(versie)).glob(f"*_{code}_{soort}.xml")
    gevonden = {
        etree.QName(el).localname.removeprefix("cat_"): el.text
        for el in etree.parse(voorbeeld).iter(f"{{{versie.namespace}}}*")
        if etree.QName(el).localname.startswith("cat_")
    }
    profiel = profielen()[code]

    assert gevonden
    assert gevonden == {naam: profiel.categorie(naam, uitgezet=uitgezet) for naam in gevonden}

"""The Exportlijst in words."""

from __future__ import annotations

import pytest
from lijstsysteem import maak_dossier, maak_lijst

from oso_adapters import versie
from oso_adapters.mapping import ontbreekt, van
from oso_adapters.mapping.exportlijst import exportlijst
from oso_adapters.mapping.exporttekst import tel, toonrijen, zeg_weg
from oso_adapters.mapping.wegen import Stand, Weg

LEERLING = "/dossier/huidigeschool/leerling"


def _op_pad(lijst):
    return {rij.rij.pad: rij for rij in toonrijen(lijst)}


@pytest.fixture(scope="module")
def rijen():
    return _op_pad(maak_lijst(maak_dossier(), maak_dossier(roepnaam=van("voor"))))


@pytest.fixture(scope="module")
def alleen_uit():
    return _op_pad(maak_lijst(maak_dossier()))


WEGEN = {
    "as it is": (Weg(stand=Stand.JA, velden=("kind.naam",)), "kind.naam"),
    "through a transform": (
        Weg(stand=Stand.JA, velden=("kind.a", "kind.b"), via="zonder_bsn"),
        "kind.a, kind.b (zonder bsn)",
    ),
    "through a table": (
        Weg(stand=Stand.JA, velden=("kind.a",), via="codetabel soort_a"),
        "kind.a (codetabel soort_a)",
    ),
    "always the same": (Weg(stand=Stand.JA, via="altijd true"), "altijd true"),
    "not": (Weg(stand=Stand.NEE, reden="mag niet"), "niet"),
    "by the core": (Weg(stand=Stand.KERN, reden="pakket"), "oso-adapters"),
}


@pytest.mark.parametrize("geval", WEGEN)
def test_a_field_goes(geval):
    weg, tekst = WEGEN[geval]

    assert tekst == zeg_weg(weg, blok=False)


def test_what_all_fields_begin_with_need_not_be_said():
    weg = Weg(stand=Stand.JA, velden=("kind.a", "kind.b"))

    assert "a, b" == zeg_weg(weg, blok=False, voor="kind.")


@pytest.mark.parametrize("velden", [(), ("kind",)])
def test_a_block_from_the_same_record_points_to_its_fields(velden):
    weg = Weg(stand=Stand.JA, velden=velden)

    assert "(zie hieronder)" == zeg_weg(weg, blok=True, voor="kind.")


def test_says_why_a_field_does_not_go_and_for_what_that_counts(alleen_uit):
    assert "gaat niet mee: nog niet gekoppeld" == alleen_uit[f"{LEERLING}/verzuim"].redenen()
    assert (
        "gaat niet mee: nog niet gekoppeld (geldt voor heel 'Verzuim')"
        == alleen_uit[f"{LEERLING}/verzuim/frequentie"].redenen()
    )


def test_says_once_what_counts_for_both_directions(rijen):
    assert "gaat niet mee en wordt niet ingelezen: nog niet gekoppeld" == (
        rijen[f"{LEERLING}/tehuis"].redenen()
    )


def test_says_both_reasons_when_they_differ():
    uit, terug = (maak_dossier(tehuis=ontbreekt(reden)) for reden in ("mag niet", "mag nooit"))
    rij = _op_pad(maak_lijst(uit, terug))[f"{LEERLING}/tehuis"]

    assert "gaat niet mee: mag niet\nwordt niet ingelezen: mag nooit" == rij.redenen()


def test_says_what_the_core_does(rijen):
    assert "oso-adapters regelt dit: soort overdracht" == (
        rijen["/dossier/overdrachtsoort"].redenen()
    )


def test_says_nothing_of_a_field_that_goes(rijen):
    assert "" == rijen[f"{LEERLING}/achternaam"].redenen()


def test_names_the_kinds_of_transfer_where_they_differ():
    gewoon, anders = maak_dossier(), maak_dossier(roepnaam=ontbreekt("bewaren wij niet"))
    maker = maak_lijst(gewoon).maker
    lijst = exportlijst(maker, versie("2019.1"), {"POPO": gewoon, "POVO": anders}, {})

    assert (
        "POPO: gaat niet mee: nog niet gekoppeld\nPOVO: gaat niet mee: bewaren wij niet"
        == _op_pad(lijst)[f"{LEERLING}/roepnaam"].redenen()
    )


def test_says_what_must_be_there_and_is_not(rijen):
    rij = rijen[f"{LEERLING}/leerlingid"]

    assert "POVO: verplicht, maar wordt niet geleverd" == rij.let_op()
    assert ["", "!"] == [rij.noot("POPO"), rij.noot("POVO")]


def test_says_what_must_be_there_at_times_and_never_is():
    lijst = maak_lijst(maak_dossier(adreslijst=ontbreekt("geen adressen")))
    rij = _op_pad(lijst)[f"{LEERLING}/adreslijst"]

    assert "POPO, POVO: soms verplicht, maar wordt nooit geleverd" == rij.let_op()
    assert "!" == rij.noot("POVO")


def test_knows_what_only_follows_from_the_block_around_it(rijen):
    assert [False, True] == [
        rijen[f"{LEERLING}/{pad}"].volgt for pad in ("verzuim", "verzuim/frequentie")
    ]


def test_counts_fields_that_may_be_there():
    alles = tel(toonrijen(maak_lijst(maak_dossier(), maak_dossier(roepnaam=van("voor")))))
    popo, povo = alles

    assert ["POPO", "POVO"] == [popo.soort, povo.soort]
    assert popo.geleverd is not None
    assert [popo.geleverd + 1, None] == [popo.gelezen, povo.gelezen]
    assert popo.mag > popo.geleverd > 20
    assert popo.mag > povo.mag, "VVE is forbidden in a POVO"
    assert povo.mist == popo.mist + 1, "leerlingid must be there in a POVO"


def test_what_is_forbidden_does_not_count():
    geboorteplaats = maak_dossier(geboorteplaats=van("naam"))
    met, zonder = (tel(toonrijen(maak_lijst(afb))) for afb in (geboorteplaats, maak_dossier()))

    assert zonder == met


def test_a_system_that_only_takes_in_delivers_nothing():
    (telling,) = tel(toonrijen(maak_lijst(naar_binnen=maak_dossier())))

    assert (None, 0) == (telling.geleverd, telling.mist)

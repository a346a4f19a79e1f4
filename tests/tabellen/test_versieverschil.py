"""What differs between two versions: whole, the same both ways, and as the schemas have it."""

from __future__ import annotations

import json
from itertools import permutations, product

import attrs
import pytest

from oso_adapters import VERSIES, Regelset, versie
from oso_adapters.gegevensset.codelijsten import codelijsten
from oso_adapters.rules import regels
from oso_adapters.tabellen.regelverschil import regelverschillen, vraagverschillen
from oso_adapters.tabellen.veldbeeld import veldbeelden
from oso_adapters.tabellen.versieverschil import (
    Wijze,
    codeverschillen,
    veldverschillen,
    vergelijk_velden,
    verhuizingen,
)
from oso_adapters.tabellen.vinkenlijst import vinkenlijst

PAREN = list(product(VERSIES, repeat=2))
ANDERE_PAREN = list(permutations(VERSIES, 2))
SPIEGEL = {
    Wijze.ERBIJ: Wijze.WEG,
    Wijze.WEG: Wijze.ERBIJ,
    Wijze.VERHUIST: Wijze.VERHUIST,
    Wijze.ANDERS: Wijze.ANDERS,
}
ZORG = "/dossier/huidigeschool/leerling/zorg"
STEUN = "/dossier/huidigeschool/leerling/onderwijsondersteuning"


def _ids(paar):
    return "-".join(map(str, paar))


@pytest.mark.parametrize("paar", PAREN, ids=_ids)
def test_what_is_new_and_gone_makes_the_fields_of_the_one_into_those_of_the_other(paar):
    oud, nieuw = (set(veldbeelden(v)) for v in paar)
    verschillen = veldverschillen(*paar)
    weg = {v.oud_pad for v in verschillen if v.wijze in (Wijze.WEG, Wijze.VERHUIST)}
    erbij = {v.pad for v in verschillen if v.wijze in (Wijze.ERBIJ, Wijze.VERHUIST)}

    assert weg <= oud
    assert not erbij & oud
    assert nieuw == (oud - weg) | erbij


def _gezegd(verschil, *, andersom=False):
    kenmerken = ((k.oud, k.nieuw)[:: -1 if andersom else 1] for k in verschil.kenmerken)
    return frozenset(zip((k.naam for k in verschil.kenmerken), kenmerken, strict=True))


def _gespiegeld(verschil):
    pad, oud_pad = verschil.oud_pad, verschil.pad
    if verschil.wijze in (Wijze.ERBIJ, Wijze.WEG):
        pad, oud_pad = verschil.pad, "" if verschil.oud_pad else verschil.pad
    return SPIEGEL[verschil.wijze], pad, oud_pad, _gezegd(verschil, andersom=True), verschil.daarin


@pytest.mark.parametrize("paar", ANDERE_PAREN, ids=_ids)
def test_the_other_way_round_is_the_mirror_image(paar):
    heen, terug = veldverschillen(*paar), veldverschillen(*reversed(paar))

    assert {_gespiegeld(v) for v in heen} == {
        (v.wijze, v.pad, v.oud_pad, _gezegd(v), v.daarin) for v in terug
    }
    assert {b: a for a, b in verhuizingen(*paar).items()} == verhuizingen(*reversed(paar))


@pytest.mark.parametrize("paar", ANDERE_PAREN, ids=_ids)
def test_codes_and_rules_mirror_as_well(paar):
    heen, terug = codeverschillen(*paar), codeverschillen(*reversed(paar))

    assert {(SPIEGEL[v.wijze], v.lijst, v.code, v.nieuw, v.oud) for v in heen} == {
        (v.wijze, v.lijst, v.code, v.oud, v.nieuw) for v in terug
    }
    heen, terug = regelverschillen(*paar), regelverschillen(*reversed(paar))
    assert {(SPIEGEL[v.wijze], v.regel, _gezegd(v, andersom=True)) for v in heen} == {
        (v.wijze, v.regel, _gezegd(v)) for v in terug
    }


@pytest.mark.parametrize("v", VERSIES, ids=str)
def test_a_version_does_not_differ_from_itself(v):
    alle = (veldverschillen, codeverschillen, regelverschillen, vraagverschillen)

    assert [(), (), (), ()] == [verschillen(v, v) for verschillen in alle]


@pytest.mark.parametrize("paar", ANDERE_PAREN, ids=_ids)
def test_codes_that_are_new_and_gone_make_the_one_list_into_the_other(paar):
    per_lijst = {nr: {} for nr in codelijsten()}
    for v in codeverschillen(*paar):
        if v.code:
            per_lijst[v.lijst].setdefault(v.wijze, set()).add(v.code)
    for nr, lijst in codelijsten().items():
        oud, nieuw = (set(lijst.in_versie(v)) for v in paar)
        anders = per_lijst[nr]

        assert nieuw == (oud - anders.get(Wijze.WEG, set())) | anders.get(Wijze.ERBIJ, set())


@pytest.mark.parametrize("regelset", Regelset)
@pytest.mark.parametrize("paar", ANDERE_PAREN, ids=_ids)
def test_rules_that_are_new_and_gone_make_the_one_set_into_the_other(paar, regelset):
    oud, nieuw = ({r.id for r in regels(v, regelset)} for v in paar)
    per_wijze = {
        w: {v.regel for v in regelverschillen(*paar, regelset) if v.wijze is w} for w in Wijze
    }

    assert nieuw == (oud - per_wijze[Wijze.WEG]) | per_wijze[Wijze.ERBIJ]
    assert per_wijze[Wijze.ANDERS] <= oud & nieuw


def test_a_block_that_went_to_another_place_is_found_under_its_new_name():
    verhuisd = verhuizingen(versie("2018.1"), versie("2019.1"))

    assert {
        f"{ZORG}/arrangement": f"{STEUN}/arrangement_cluster12",
        f"{ZORG}/diagnose": f"{STEUN}/diagnose",
        f"{ZORG}/lwoo": f"{STEUN}/lwoo",
        f"{ZORG}/medicijngebruik": f"{STEUN}/medicijngebruik",
        f"{ZORG}/opp": f"{STEUN}/opp",
        f"{ZORG}/rvc": f"{STEUN}/rvc",
        f"{ZORG}/tlv": f"{STEUN}/tlv",
        f"{ZORG.removesuffix('zorg')}handelingsplanlijst/handelingsplan": f"{STEUN}/handelingsplan",
    } == {oud: nieuw for oud, nieuw in verhuisd.items() if oud.rpartition("/")[0] not in verhuisd}


ANDERS = {
    # what differs: (attribute, other value, words)
    "naam": ("label", "Iets anders", ("naam", "Achternaam", "Iets anders")),
    "aantal": ("aantal", "0 of 1 keer", ("hoe vaak", "1 keer", "0 of 1 keer")),
    "waarde": (
        "waarde",
        "een getal",
        ("waarde", "een tekst van ten minste 1 teken (tekst)", "een getal"),
    ),
    "codelijst": ("codelijst", "3", ("codelijst", "", "3")),
    "categorie": ("categorie", "cat_x", ("categorie", "", "cat_x")),
    "keuze": ("sluit_uit", "bsn", ("niet samen met", "", "bsn")),
}


@pytest.mark.parametrize("wat", ANDERS)
def test_each_thing_that_is_said_of_a_field_can_differ(wat):
    naam, waarde, woorden = ANDERS[wat]
    oud = veldbeelden(VERSIES[-1])
    pad = "/dossier/huidigeschool/leerling/achternaam"
    nieuw = {**oud, pad: attrs.evolve(oud[pad], **{naam: waarde})}

    (verschil,) = vergelijk_velden(oud, nieuw)

    assert (Wijze.ANDERS, pad) == (verschil.wijze, verschil.pad)
    assert [woorden] == [(k.naam, k.oud, k.nieuw) for k in verschil.kenmerken]


def test_another_order_is_told_of_what_stands_behind_something_else():
    oud = veldbeelden(VERSIES[-1])
    boven = "/dossier/inzage"
    paden = list(oud)
    een, ander = paden.index(f"{boven}/inzage"), paden.index(f"{boven}/inzagedatum")
    paden[een], paden[ander] = paden[ander], paden[een]

    verschillen = vergelijk_velden(oud, {pad: oud[pad] for pad in paden})

    assert {
        f"{boven}/inzagedatum": ("inzage", "voorlopigdossier"),
        f"{boven}/inzage": ("voorlopigdossier", "inzagedatum"),
        f"{boven}/akkoord": ("inzagedatum", "inzage"),
    } == {v.pad: (v.kenmerken[0].oud, v.kenmerken[0].nieuw) for v in verschillen}


def test_what_schools_feel_is_told_by_kind_of_transfer():
    vragen = {
        (v.pad.rpartition("/")[2], v.profielen): (v.oud, v.nieuw)
        for v in vraagverschillen(versie("2018.1"), versie("2019.1"))
    }

    assert ("optioneel", "verboden") == vragen["geboorteplaats", ("BB",)]
    assert ("", "verplicht (categorie)") == vragen["onderwijsondersteuning", ("POSWV", "VOSWV")]
    assert ("optioneel", "verboden (categorie)") == vragen["stage", ("POPO", "POVO")]


@pytest.mark.parametrize("paar", ANDERE_PAREN, ids=_ids)
def test_every_cell_that_becomes_strict_is_told_or_part_of_what_is(paar):
    oud = {(v.pad, v.profiel): v for v in vinkenlijst(paar[0])}
    verteld = {(v.pad, soort) for v in vraagverschillen(*paar) for soort in v.profielen}
    verzwegen = [
        (vink.pad, vink.profiel)
        for vink in vinkenlijst(paar[1])
        if (vink.pad, vink.profiel) in oud
        and vink.status != oud[vink.pad, vink.profiel].status
        and not any(r.door for r in (*vink.redenen, *oud[vink.pad, vink.profiel].redenen))
        and (vink.pad, vink.profiel) not in verteld
    ]

    assert [] == verzwegen


def _structuur(referentie, v):
    pad = referentie / "facts" / "gegevensset" / f"structure_{v}.json"
    return {rij["path"]: rij for rij in json.loads(pad.read_text("utf-8"))["paths"]}


@pytest.mark.parametrize("paar", ANDERE_PAREN, ids=_ids)
def test_fields_differ_as_the_published_schemas_do(paar, referentie):
    oud, nieuw = (_structuur(referentie, v) for v in paar)
    verschillen = [
        v for v in veldverschillen(*paar) if v.pad.startswith("/dossier") and "@" not in v.pad
    ]
    weg = {v.oud_pad for v in verschillen if v.wijze in (Wijze.WEG, Wijze.VERHUIST)}
    erbij = {v.pad for v in verschillen if v.wijze in (Wijze.ERBIJ, Wijze.VERHUIST)}

    assert set(oud) - set(nieuw) == weg
    assert set(nieuw) - set(oud) == erbij
    assert {
        pad
        for pad, rij in nieuw.items()
        if pad in oud
        and any(rij.get(k) != oud[pad].get(k) for k in ("min", "max", "base", "facets"))
    } == {v.pad for v in verschillen if v.wijze is Wijze.ANDERS}


@pytest.mark.parametrize("paar", ANDERE_PAREN, ids=_ids)
def test_what_moved_differs_in_number_as_the_published_schemas_say(paar, referentie):
    oud, nieuw = (_structuur(referentie, v) for v in paar)
    for verschil in veldverschillen(*paar):
        if verschil.wijze is Wijze.VERHUIST:
            toen, straks = oud[verschil.oud_pad], nieuw[verschil.pad]
            anders = {k.naam for k in verschil.kenmerken}

            assert ((toen["min"], toen["max"]) != (straks["min"], straks["max"])) is (
                "hoe vaak" in anders
            )
            assert toen.get("base") == straks.get("base")
            assert "waarde" not in anders


def _codes(referentie, v):
    """Return the codes of the release that has a validatieversie; of the last one there is one."""
    gegevens = json.loads((referentie / "facts/gegevensset/codelists.json").read_text("utf-8"))
    reeksen = [(lijst["number"], reeks) for lijst in gegevens["lists"] for reeks in lijst["codes"]]
    bekend = {nummer for _, reeks in reeksen for nummer in reeks["versions"]}
    nummer = v.validatieversie if v.validatieversie in bekend else v.standaardversie
    return {
        (lijst, code)
        for lijst, reeks in reeksen
        if nummer in reeks["versions"]
        for code in reeks["codes"]
    }


@pytest.mark.parametrize("paar", ANDERE_PAREN, ids=_ids)
def test_codes_differ_as_the_published_sheets_do(paar, referentie):
    oud, nieuw = (_codes(referentie, v) for v in paar)
    verschillen = [v for v in codeverschillen(*paar) if v.code]

    assert oud - nieuw == {(v.lijst, v.code) for v in verschillen if v.wijze is Wijze.WEG}
    assert nieuw - oud == {(v.lijst, v.code) for v in verschillen if v.wijze is Wijze.ERBIJ}

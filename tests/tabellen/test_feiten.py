"""Our engine beside sheets made from the facts of the standard, for every version.

That those sheets are equivalent to the published ones shows on every dossier with a known verdict.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from itertools import chain, islice

import attrs
import pytest
from bundel_uit_feiten import bundel
from vormen import VORMEN

from oso_adapters import VERSIES, Blad
from oso_adapters.melding import Oordeel
from oso_adapters.tabellen.bundel import find_stukken
from oso_adapters.tabellen.errata import erratumbladen, paren
from oso_adapters.tabellen.mutanten import breekbaar, mutanten, regelmutanten
from oso_adapters.tabellen.parity import Invoer, compare, observe
from oso_adapters.tabellen.varianten import varianten

MUTANTEN = 12


@pytest.fixture(scope="module")
def bundels(referentie, tmp_path_factory):
    map_ = tmp_path_factory.mktemp("feiten")
    gemaakt = {versie: bundel(referentie / "facts" / "gegevensset", versie) for versie in VERSIES}
    for schrijver in gemaakt.values():
        schrijver.write(map_)
    return gemaakt, find_stukken(map_)


def _klopt(rij, waarneming, sleutels):
    if not rij["xsd_valid"]:
        return not waarneming.past[0]
    gevonden = [(sleutels[tekst], waar) for tekst, waar in waarneming.paren[0].elements()]
    verwacht = [(m["rule"], m["locatie"]) for m in rij["meldingen"]]
    gestopt = rij.get("stopped", False)
    return (waarneming.gestopt[0], Counter(gevonden)) == (gestopt, Counter(verwacht))


@pytest.mark.parametrize("versie", VERSIES, ids=str)
def test_sheets_from_the_facts_give_every_known_verdict(
    bundels, referentie, versie, record_property
):
    gemaakt, stukken = bundels
    sleutels = gemaakt[versie].sleutels()
    map_ = referentie / "cases" / str(versie)
    rijen = [json.loads(r) for r in (map_ / "verdicts.jsonl").read_text("utf-8").splitlines()]
    invoer = (Invoer(rij["file"], "", (map_ / rij["file"]).read_bytes()) for rij in rijen)
    gevonden = {(w.bestand, w.blad): w for w in observe(invoer, stukken, tuple(Blad))}

    anders = [
        rij["file"]
        for rij in rijen
        if not _klopt(rij, gevonden[rij["file"], Blad(rij["sheet"])], sleutels)
    ]
    record_property(f"sheets from the facts of {versie}", f"{len(rijen) - len(anders)} verdicts")

    assert [] == anders
    assert len(rijen) > 400


@pytest.mark.parametrize("versie", VERSIES, ids=str)
def test_the_sheets_find_in_the_dossiers_of_the_errata_what_is_told(bundels, versie):
    gemaakt, stukken = bundels
    sleutels = gemaakt[versie].sleutels()
    bewijzen = [b for blad in erratumbladen(versie) for b in blad.bewijzen]
    invoer = (Invoer(b.proef.naam, "", b.data) for b in bewijzen)

    for bewijs, waarneming in zip(bewijzen, observe(invoer, stukken, (None,)), strict=True):
        verwacht = Counter((regel, plaats) for regel, plaats, _ in paren(bewijs.gepubliceerd))
        stopt = bewijs.gepubliceerd.oordeel is Oordeel.NIET_VAST_TE_STELLEN
        gevonden = [(sleutels[tekst], waar) for tekst, waar in waarneming.paren[0].elements()]

        assert (stopt, verwacht) == (waarneming.gestopt[0], Counter(gevonden))
        assert waarneming.past[0]


def test_a_sheet_that_descends_finds_what_is_told_of_the_errata_that_are_hidden(bundels, tmp_path):
    versie = VERSIES[-1]
    schrijver = bundels[0][versie]
    ov = {**schrijver.templates["OV"], "leerling": True}
    daalt_af = attrs.evolve(schrijver, templates={**schrijver.templates, "OV": ov})
    daalt_af.write(tmp_path)
    sleutels = daalt_af.sleutels()
    verborgen = [b for blad in erratumbladen(versie) for b in blad.bewijzen if b.na]
    invoer = (Invoer(b.proef.naam, "", b.data) for b in verborgen)

    gevonden = [
        [(sleutels[tekst], waar) for tekst, waar in waarneming.paren[0].elements()]
        for waarneming in observe(invoer, find_stukken(tmp_path), (None,))
    ]

    assert [[paar[:2] for paar in paren(b.zonder)] for b in verborgen] == gevonden
    assert [1, 1] == [len(een) for een in gevonden]


def test_no_differences_on_the_published_examples_and_their_mutants(
    bundels, referentie, record_property
):
    def invoer():
        for versie in VERSIES:
            for bestand in sorted((referentie / "official" / str(versie)).glob("*.xml")):
                naam, data = f"{versie} {bestand.name}", bestand.read_bytes()
                yield Invoer(naam, "", data)
                gebroken = regelmutanten(data, MUTANTEN, 1)
                for mutant, anders in chain(gebroken, varianten(data, MUTANTEN, 1)):
                    yield Invoer(naam, mutant, anders)

    rapport = compare(observe(invoer(), bundels[1], (None, *Blad)))
    record_property(
        "beside the sheets from the facts",
        f"{rapport.dossiers} dossiers and {rapport.mutanten} mutants",
    )

    assert (12 * len(VERSIES), 24 * len(VERSIES) * MUTANTEN) == (rapport.dossiers, rapport.mutanten)
    assert () == rapport.verschillen
    assert () == rapport.bezwaren


def test_no_differences_on_the_same_dossier_in_another_form(bundels, dossiers_van):
    """Comments and instructions, CDATA, encodings: of valid dossiers and of some with a fault."""

    def invoer():
        for versie in VERSIES:
            for profiel, data in dossiers_van(versie).items():
                gebroken = (
                    mutant.data
                    for regel in breekbaar(versie)[::40]
                    for mutant in islice(mutanten(data, regel), 1)
                )
                for nr, dossier in enumerate((data, *gebroken)):
                    for vorm, verander in VORMEN.items():
                        yield Invoer(f"{versie} {profiel} {nr}", vorm, verander(dossier))

    rapport = compare(observe(invoer(), bundels[1], (None,)))

    assert () == rapport.verschillen
    assert () == rapport.bezwaren
    assert rapport.passend > 9 * len(VORMEN)


@pytest.mark.parametrize("versie", VERSIES, ids=str)
def test_no_differences_where_a_text_is_split_or_has_blanks_around_it(
    bundels, versie, dossiers_van
):
    """A comment inside each kind of text in turn, which makes two of it for the sheets."""
    data = dossiers_van(versie)["POVO"]
    plekken = [m.start() for m in re.finditer(rb"[!-;=?-~][!-;=?-~]</", data)]

    def invoer():
        for nr, plek in enumerate(plekken):
            for naam, stuk in (
                ("comment", b"<!-- a -->"),
                ("instruction", b"<?a b?>"),
                ("blank", b" "),
            ):
                yield Invoer(f"{nr}", naam, data[: plek + 1] + stuk + data[plek + 1 :])
                yield Invoer(f"{nr}", f"{naam} behind", data[: plek + 2] + stuk + data[plek + 2 :])

    rapport = compare(observe(invoer(), bundels[1], tuple(Blad)))

    assert () == rapport.verschillen
    assert () == rapport.bezwaren
    assert rapport.passend > len(plekken)

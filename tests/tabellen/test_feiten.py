"""Our engine beside sheets made from the facts of the standard, for every version.

That those sheets are equivalent to the published ones shows on every dossier with a known verdict.
"""

from __future__ import annotations

import json
from collections import Counter

import pytest
from bundel_uit_feiten import bundel

from oso_adapters import VERSIES, Blad
from oso_adapters.binding import parse_document
from oso_adapters.tabellen.bundel import find_stukken
from oso_adapters.tabellen.officieel import Officieel
from oso_adapters.tabellen.parity import Invoer, compare, observe
from oso_adapters.tabellen.varianten import varianten

MUTANTEN = 20


@pytest.fixture(scope="module")
def bundels(referentie, tmp_path_factory):
    map_ = tmp_path_factory.mktemp("feiten")
    gemaakt = {versie: bundel(referentie / "facts" / "gegevensset", versie) for versie in VERSIES}
    for schrijver in gemaakt.values():
        schrijver.write(map_)
    return gemaakt, find_stukken(map_)


@pytest.mark.parametrize("versie", VERSIES, ids=str)
def test_sheets_from_the_facts_give_every_known_verdict(
    bundels, referentie, versie, record_property
):
    gemaakt, stukken = bundels
    sleutels = gemaakt[versie].sleutels()
    officieel = Officieel(stukken[versie])
    map_ = referentie / "cases" / str(versie)
    rijen = [json.loads(r) for r in (map_ / "verdicts.jsonl").read_text("utf-8").splitlines()]

    anders = []
    for rij in rijen:
        root = parse_document((map_ / rij["file"]).read_bytes())
        gevonden = officieel.vind(root, Blad(rij["sheet"]))
        if rij.get("stopped"):
            verwacht = None
        else:
            verwacht = Counter((m["rule"], m["locatie"]) for m in rij["meldingen"])
        if gevonden is not None:
            gevonden = Counter({(sleutels[t], waar): n for (t, waar), n in gevonden.items()})
        if (officieel.past(root), gevonden) != (rij["xsd_valid"], verwacht):
            anders.append(rij["file"])
    record_property(f"sheets from the facts of {versie}", f"{len(rijen) - len(anders)} verdicts")

    assert [] == anders
    assert len(rijen) > 400


def test_no_differences_on_the_published_examples_and_their_mutants(
    bundels, referentie, record_property
):
    def invoer():
        for versie in VERSIES:
            for bestand in sorted((referentie / "official" / str(versie)).glob("*.xml")):
                naam, data = f"{versie} {bestand.name}", bestand.read_bytes()
                yield Invoer(naam, "", data)
                for mutant, anders in varianten(data, MUTANTEN, 1):
                    yield Invoer(naam, mutant, anders)

    rapport = compare(observe(invoer(), bundels[1], (None, *Blad)))
    record_property(
        "beside the sheets from the facts",
        f"{rapport.dossiers} dossiers and {rapport.mutanten} mutants",
    )

    assert (12 * len(VERSIES), 12 * len(VERSIES) * MUTANTEN) == (rapport.dossiers, rapport.mutanten)
    assert () == rapport.verschillen
    assert () == rapport.bezwaren

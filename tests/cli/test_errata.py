"""``oso errata`` on the terminal and in files."""

from __future__ import annotations

import json

import pytest

from oso_adapters import VERSIES, Regelset, check


def test_shows_each_erratum_with_what_both_rule_sets_find(oso):
    uitkomst = oso("errata", "2018.1")

    assert [0, ""] == [uitkomst.code, uitkomst.fout]
    regels = uitkomst.uit.splitlines()
    assert [1, 2, 3, 5, 6, 7, 8] == [int(r[8]) for r in regels if r.startswith("erratum ")]
    eerste = uitkomst.uit.split("erratum 2")[0]
    for stuk in ("OVa.ZB02", "geldig", "ongeldig", "fout OVb.OV01 /dossier[1]/", "ten onrechte"):
        assert stuk in eerste
    assert any(regel.startswith("opmerkingen  versie 2018.1") for regel in regels)


def test_without_a_version_shows_all_of_them(oso):
    rijen = [json.loads(regel) for regel in oso("errata", "--json").uit.splitlines()]

    assert [str(v) for v in VERSIES] == list(dict.fromkeys(rij["versie"] for rij in rijen))
    assert {"erratum", "opmerking"} <= {naam for rij in rijen for naam in rij}


def test_the_dossier_in_json_gives_what_is_told_of_it(oso):
    rijen = [json.loads(regel) for regel in oso("errata", "2019.1", "--json").uit.splitlines()]
    bewijzen = [bewijs for rij in rijen for bewijs in rij.get("bewijzen", ())]

    for bewijs in bewijzen:
        for regelset in Regelset:
            uitslag = check(bewijs["xml"].encode(), regelset=regelset)
            gevonden = [
                {"regel": m.regel, "locatie": m.locatie, "ernst": m.ernst}
                for m in uitslag.meldingen
            ]

            assert gevonden == bewijs[regelset]["meldingen"]
            assert uitslag.oordeel == bewijs[regelset]["oordeel"]
    assert len(bewijzen) > 10


def test_writes_the_reports_with_the_dossiers_that_they_name(oso, tmp_path):
    map_ = tmp_path / "uit"
    uitkomst = oso("errata", "2019.1", "--uit", map_)

    bestanden = {pad.name for pad in (map_ / "2019.1").iterdir()}
    assert f"{len(bestanden)} bestanden geschreven" in uitkomst.uit
    rapport = (map_ / "2019.1" / "erratum-4.md").read_text("utf-8")
    assert "`erratum-4-uitgezet-onderdeel.xml`" in rapport
    assert {"erratum-4-uitgezet-onderdeel.xml", "opmerkingen.md"} <= bestanden
    goed = oso(
        "check", "--regelset", "gepubliceerd", map_ / "2019.1/erratum-4-uitgezet-onderdeel.xml"
    )
    fout = oso("check", map_ / "2019.1/erratum-4-uitgezet-onderdeel.xml")
    assert [0, 1] == [goed.code, fout.code]


@pytest.mark.parametrize("woorden", [["2016.1"], ["2019.1", "--uit", "bestand"]])
def test_refuses_what_it_does_not_know(oso, tmp_path, monkeypatch, woorden):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bestand").write_text("")

    assert 2 == oso("errata", *woorden).code

"""``oso generate`` makes dossiers, valid ones or with one rule broken, and proves what it makes."""

from __future__ import annotations

import pytest

from oso_adapters import VERSIES, check


def test_without_a_folder_the_dossiers_are_put_to_the_proof(oso):
    uitkomst = oso("generate", "--aantal", 6)

    assert [0, ""] == [uitkomst.code, uitkomst.fout]
    assert [f"{v}: 6 van 6 dossiers geldig onder beide regelsets" for v in VERSIES] == [
        regel.partition(",")[0] for regel in uitkomst.uit.splitlines()
    ]


def test_dossiers_are_written_the_same_for_the_same_seed(oso, tmp_path):
    for map_ in ("een", "twee"):
        assert 0 == oso("generate", "--aantal", 3, "--zaad", 5, "--uit", tmp_path / map_).code
    een, twee = (
        {bestand.name: bestand.read_bytes() for bestand in (tmp_path / map_).iterdir()}
        for map_ in ("een", "twee")
    )

    assert 9 == len(een)
    assert "2019.1_POVO_gewoon_6.xml" in een
    assert een == twee


def test_profile_version_and_size_can_be_chosen(oso, tmp_path):
    woorden = ("--versie", "2018.1", "--profiel", "VOVO", "--omvang", "klein", "--aantal", 2)
    oso("generate", *woorden, "--uit", tmp_path)

    assert ["2018.1_VOVO_klein_0.xml", "2018.1_VOVO_klein_1.xml"] == sorted(
        bestand.name for bestand in tmp_path.iterdir()
    )


def test_one_rule_can_be_broken(oso, tmp_path):
    uitkomst = oso("generate", "--fout", "OVa.IZ03", "--profiel", "POVO", "--uit", tmp_path)
    geschreven = list(tmp_path.iterdir())

    assert f"{len(geschreven)} van 300 dossiers geschreven" in uitkomst.uit
    assert 300 == len(geschreven)
    assert all(bestand.name.endswith("_OVa.IZ03.xml") for bestand in geschreven)
    assert all(len(bestand.read_bytes().splitlines()) > 20 for bestand in geschreven)
    assert {("OVa.IZ03",)} == {
        tuple(m.regel for m in check(bestand.read_bytes()).meldingen) for bestand in geschreven
    }


@pytest.mark.parametrize(
    ("woorden", "tekst"),
    [
        (("--fout", "OVa.IZ03"), "--fout needs --uit"),
        (("--fout", "OVa.IZ3", "--uit", "{map}"), "can break 'OVa.IZ3'"),
        (("--fout", "OG.03", "--uit", "{map}"), "can break 'OG.03'"),
        (("--fout", "PaO.LL12", "--profiel", "POVO", "--uit", "{map}"), "none of these dossiers"),
        (("--uit", "{bestand}/x"), "can't be written to"),
        (("--aantal", "0"), "--aantal"),
        (("--versie", "1999.1"), "1999.1"),
    ],
)
def test_what_can_not_be_made_is_told(oso, tmp_path, woorden, tekst):
    (tmp_path / "bestand").write_text("")
    plekken = {"map": tmp_path / "map", "bestand": tmp_path / "bestand"}
    uitkomst = oso("generate", *(woord.format(**plekken) for woord in woorden))

    assert 2 == uitkomst.code
    assert tekst in uitkomst.fout
    assert "Traceback" not in uitkomst.fout


def test_what_a_rule_breaks_with_it_is_told(oso, tmp_path):
    woorden = ("--fout", "OVa.OS01", "--versie", "2019.1", "--aantal", 12)
    uitkomst = oso("generate", *woorden, "--uit", tmp_path)

    assert "van 12 dossiers geschreven" in uitkomst.uit
    assert "de andere hebben voor deze regel geen plaats" in uitkomst.uit
    assert "wie deze regel breekt, breekt ook OVa.OS02" in uitkomst.uit
    assert {("OVa.OS01", "OVa.OS02")} == {
        tuple(m.regel for m in check(bestand.read_bytes()).meldingen)
        for bestand in tmp_path.iterdir()
    }

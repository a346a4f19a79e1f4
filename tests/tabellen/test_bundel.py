"""Which file of a bundle is what."""

from __future__ import annotations

import shutil

import pytest
from bundel_uit_regels import bundel

from oso_adapters import VERSIES, Blad
from oso_adapters.errors import ConfigurationError
from oso_adapters.tabellen.bundel import find_stukken

NIEUWSTE = VERSIES[-1]
BLADEN = {Blad.OV, Blad.PAO}


@pytest.fixture
def map_(tmp_path):
    """A bundle of the newest version only."""
    plaats = tmp_path / "bundel"
    bundel(NIEUWSTE).write(plaats)
    return plaats


def _ov(map_):
    return map_ / "OV" / f"toetsen_{NIEUWSTE}.xsl"


def _common(map_):
    return map_ / "common" / f"gemeenschappelijk_{NIEUWSTE}.xsl"


def _xsd(map_):
    return map_ / "common" / f"gegevensset_{NIEUWSTE}.xsd"


def test_one_folder_may_hold_several_versions(eigen_bundel):
    gevonden = find_stukken(eigen_bundel)

    assert list(VERSIES) == list(gevonden)
    assert all(set(stukken.bladen) == BLADEN for stukken in gevonden.values())


def test_files_are_told_by_what_stands_in_them(map_):
    sheet = _ov(map_).rename(map_ / "OV" / "PaO.txt")
    schema = _xsd(map_).rename(map_ / "OV.xsl")

    stukken = find_stukken(map_)[NIEUWSTE]

    assert sheet == stukken.bladen[Blad.OV]
    assert schema == stukken.schema


def test_other_files_and_hidden_folders_are_left_alone(map_, dossier):
    (map_ / "voorbeeld.xml").write_bytes(dossier)
    (map_ / "voorbeeld.txt").write_text("geen XML, wel http://www.w3.org/2001/XMLSchema-instance")
    (map_ / ".git").mkdir()
    shutil.copy(_ov(map_), map_ / ".git" / "oud.xsl")
    (map_ / ".git" / "oud.xsl").write_text(_ov(map_).read_text() + "<!-- anders -->")

    assert _ov(map_) == find_stukken(map_)[NIEUWSTE].bladen[Blad.OV]


def test_equal_copies_count_once(map_):
    for bestand, kopie in (
        (_xsd(map_), map_ / "OV" / "kopie.xsd"),
        (_common(map_), map_ / "PaO" / "kopie.xsl"),
        (_ov(map_), map_ / "OV" / "kopie.xsl"),
    ):
        shutil.copy(bestand, kopie)

    assert set(find_stukken(map_)[NIEUWSTE].bladen) == BLADEN


def test_a_common_part_that_is_reached_by_a_link_is_no_sheet(map_):
    (map_ / "OV" / "include").mkdir()
    (map_ / "OV" / "include" / "deel.xsl").symlink_to(_common(map_))
    tekst = _ov(map_).read_text().replace(f"../common/{_common(map_).name}", "include/deel.xsl")
    _ov(map_).write_text(tekst)

    assert set(find_stukken(map_)[NIEUWSTE].bladen) == BLADEN


def test_a_bundle_may_have_one_sheet(map_):
    shutil.rmtree(map_ / "PaO")

    assert [Blad.OV] == list(find_stukken(map_)[NIEUWSTE].bladen)


def _zonder_map(map_):
    shutil.rmtree(map_)


def _zonder_iets(map_):
    shutil.rmtree(map_)
    map_.mkdir()


def _zonder_bekende_versie(map_):
    for bestand in map_.rglob("*.*"):
        bestand.write_text(bestand.read_text().replace(NIEUWSTE.namespace, "urn:anders"))


def _zonder_schema(map_):
    _xsd(map_).unlink()


def _zonder_blad(map_):
    shutil.rmtree(map_ / "PaO")
    shutil.rmtree(map_ / "OV")


def _twee_bladen(map_):
    (map_ / "OV" / "ander.xsl").write_text(_ov(map_).read_text() + "<!-- anders -->")


def _twee_schemas(map_):
    (map_ / "OV" / "ander.xsd").write_text(_xsd(map_).read_text() + "<!-- anders -->")


def _buiten_de_map(map_):
    shutil.copy(_common(map_), map_.parent / "buiten.xsl")
    naar = "../../buiten.xsl"
    _ov(map_).write_text(_ov(map_).read_text().replace(f"../common/{_common(map_).name}", naar))


def _van_het_net(map_):
    naar = "http://localhost/deel.xsl"
    _ov(map_).write_text(_ov(map_).read_text().replace(f"../common/{_common(map_).name}", naar))


def _include_ontbreekt(map_):
    _common(map_).unlink()


def _link_als_tekst(map_):
    _common(map_).write_text("../ergens/anders.xsl")


def _geen_xml(map_):
    _ov(map_).write_text(_ov(map_).read_text().replace("</xsl:stylesheet>", ""))


def _met_dtd(map_):
    _ov(map_).write_text(f"<!DOCTYPE x []>{_ov(map_).read_text()}")


@pytest.mark.parametrize(
    ("maak_stuk", "bericht"),
    [
        (_zonder_map, "there is no folder"),
        (_zonder_iets, "no schema or stylesheet of a known version"),
        (_zonder_bekende_versie, "no schema or stylesheet of a known version"),
        (_zonder_schema, "has sheets of .* but not its schema"),
        (_zonder_blad, "has the schema of .* but no sheet"),
        (_twee_bladen, r"more than one OV sheet of .*ander\.xsl.*toetsen_.*\.xsl"),
        (_twee_schemas, r"more than one schema of .*ander\.xsd.*gegevensset_.*\.xsd"),
        (_buiten_de_map, "includes something outside the bundle"),
        (_van_het_net, "includes something outside the bundle"),
        (_include_ontbreekt, "which is not there"),
        (_link_als_tekst, r"core\.symlinks=true"),
        (_geen_xml, r"can't be read as XML \(line \d+\)"),
        (_met_dtd, r"can't be read as XML \(a DTD"),
    ],
)
def test_what_is_wrong_with_a_bundle_is_said(map_, maak_stuk, bericht):
    maak_stuk(map_)

    with pytest.raises(ConfigurationError, match=bericht):
        find_stukken(map_)

"""``oso parity`` runs the published files of a bundle beside our rules."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from oso_adapters import VERSIES, check

sys.path.insert(0, str(Path(__file__).parents[1] / "tabellen"))

from bundel_uit_regels import bundel

NIEUWSTE = VERSIES[-1]
NAAM = "Geheimzinnigheid"
INZAGE = "or boolean(od:inzagedatum)"
ALTIJD_FOUT = "and false()"


@pytest.fixture(scope="session")
def goed(tmp_path_factory):
    """Return a folder with a bundle that says what our rules say."""
    map_ = tmp_path_factory.mktemp("bundel")
    for versie in VERSIES:
        bundel(versie).write(map_)
    return map_


@pytest.fixture
def fout(tmp_path):
    """Return a bundle whose sheet for transfers always objects to the inzagedatum."""
    map_ = tmp_path / "bundel"
    bundel(NIEUWSTE).write(map_)
    blad = map_ / "OV" / f"toetsen_{NIEUWSTE}.xsl"
    tekst = blad.read_text()
    assert 1 == tekst.count(INZAGE)
    blad.write_text(tekst.replace(INZAGE, ALTIJD_FOUT))
    return map_


def test_no_differences(oso, goed, dossiers):
    klaar = oso("parity", "--bundel", goed, "--mutaties", "30", "goed.xml", "map")

    assert 0 == klaar.code
    assert re.search(
        r"^4 dossiers en 120 mutanten, waarvan \d+ volgens het schema: 0 ", klaar.uit, re.MULTILINE
    )
    assert f"{NIEUWSTE} OV: " in klaar.uit


def test_differences_are_told_and_can_be_kept_and_made_again(oso, fout, dossiers):
    bestanden = ("goed.xml", "fout.xml")
    klaar = oso("parity", "--bundel", fout, "--mutaties", "5", "--uit", "anders", *bestanden)
    bewaard = sorted(Path("anders").iterdir())
    opnieuw = oso("parity", "--bundel", fout, "anders")

    assert (1, 1) == (klaar.code, opnieuw.code)
    eerste, verschil = klaar.uit.splitlines()[:2]
    assert "goed.xml" == eerste
    assert re.fullmatch(
        r" +OVa\.IZ03 +/dossier\[1\]/inzage\[1\]  alleen blad OV van 2019\.1 vindt dit: .*",
        verschil,
    )
    assert "fout.xml\n" not in klaar.uit
    assert "0001-goed-00000-dossier.xml" == bewaard[0].name
    assert Path("goed.xml").read_bytes() == bewaard[0].read_bytes()
    mutanten = re.findall(r"(goed|fout)\.xml  mutant (\S+) \(zaad 1\)", klaar.uit)
    assert {f"-{naam}-{mutant}.xml" for naam, mutant in mutanten} == {
        b.name[4:] for b in bewaard[1:]
    }
    assert {b.name for b in bewaard} == set(
        re.findall(r"^anders/(\S+\.xml)", opnieuw.uit, re.MULTILINE)
    )


def test_what_can_not_be_compared_is_told(oso, goed, dossiers):
    klaar = oso(
        *("parity", "--bundel", goed, "--mutaties", "2"),
        *("goed.xml", "kapot.xml", "leeg", "bestaatniet.xml"),
    )

    assert 2 == klaar.code
    assert "kapot.xml  dossier: Het bestand is geen leesbare XML." in klaar.uit
    assert "leeg  dossier: In deze map staat geen bestand dat op .xml eindigt." in klaar.uit
    assert "bestaatniet.xml  dossier: Dit bestand bestaat niet." in klaar.uit
    assert re.search(r"^2 dossiers en 2 mutanten", klaar.uit, re.MULTILINE)


def test_the_dossier_may_come_from_standard_input(oso, goed, dossier):
    klaar = oso("parity", "--bundel", goed, "--blad", "beide", "-", invoer=dossier)

    assert 0 == klaar.code
    assert "1 dossier en 0 mutanten, waarvan 1 volgens het schema: 0 verschillen" in klaar.uit
    assert f"{NIEUWSTE} PaO: " in klaar.uit


@pytest.mark.parametrize(
    ("maak_stuk", "bericht"),
    [
        (lambda map_: "bestaat niet", "there is no folder"),
        (lambda map_: str(map_ / "leeg"), "no schema or stylesheet of a known version"),
    ],
)
def test_a_bundle_that_is_not_there_is_told(oso, dossiers, maak_stuk, bericht):
    klaar = oso("parity", "--bundel", maak_stuk(dossiers), "goed.xml")

    assert 2 == klaar.code
    assert bericht in klaar.fout


def test_a_sheet_that_does_not_compile_is_told(oso, fout, dossiers):
    blad = fout / "OV" / f"toetsen_{NIEUWSTE}.xsl"
    blad.write_text(
        blad.read_text()
        .replace("<xsl:if", "<xsl:onbekend", 1)
        .replace("</xsl:if", "</xsl:onbekend", 1)
    )

    klaar = oso("parity", "--bundel", fout, "goed.xml")

    assert 2 == klaar.code
    assert re.search(
        r"^Error: toetsen_\S+\.xsl does not compile \(XTSE0010\)", klaar.fout, re.MULTILINE
    )


def test_without_saxon_the_remedy_is_told(oso_apart, goed, dossiers, tmp_path):
    (tmp_path / "saxonche.py").write_text("raise ImportError")

    klaar = oso_apart("parity", "--bundel", str(goed), "goed.xml", PYTHONPATH=str(tmp_path))

    assert 2 == klaar.code
    assert "pip install 'oso-adapters[officieel]'" in klaar.fout


def test_a_process_that_ends_by_itself_is_told(oso_apart, goed, dossiers, tmp_path):
    (tmp_path / "saxonche.py").write_text("import os\nos._exit(3)")

    klaar = oso_apart("parity", "--bundel", str(goed), "goed.xml", PYTHONPATH=str(tmp_path))

    assert 2 == klaar.code
    assert "Error: the process that runs the published sheets ended by itself" in klaar.fout


def test_no_value_of_a_dossier_gets_out_where_a_sheet_stops(oso_apart, fout, dossiers, dossier):
    blad = fout / "OV" / f"toetsen_{NIEUWSTE}.xsl"
    blad.write_text(
        blad.read_text().replace(ALTIJD_FOUT, "or xs:boolean(//od:leerling/od:achternaam)")
    )
    met_naam = re.sub(rb"<achternaam>[^<]*<", f"<achternaam>{NAAM}<".encode(), dossier)
    Path("goed.xml").write_bytes(met_naam)

    klaar = oso_apart("parity", "--bundel", str(fout), "goed.xml")

    assert 1 == klaar.code
    assert re.search(r"gestopt .*alleen blad OV van", klaar.uit)
    assert NAAM.encode() in met_naam
    assert NAAM not in klaar.uit + klaar.fout


def test_the_dossiers_of_these_tests_fit(dossier):
    assert "geldig" == check(dossier).oordeel


def test_standard_input_that_differs_is_kept(oso, fout, dossiers, tmp_path):
    invoer = Path("goed.xml").read_bytes()
    klaar = oso("parity", "--bundel", fout, "--uit", tmp_path / "anders", "-", invoer=invoer)

    assert 1 == klaar.code
    assert [invoer] == [bestand.read_bytes() for bestand in (tmp_path / "anders").iterdir()]


def test_a_file_that_is_named_twice_is_compared_once(oso, goed, dossiers):
    klaar = oso("parity", "--bundel", goed, "goed.xml", "goed.xml")

    assert klaar.uit.startswith("1 dossier en 0 mutanten")

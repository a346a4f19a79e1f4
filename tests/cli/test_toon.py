"""``oso toon``."""

from __future__ import annotations

import stat

import pytest


def test_a_dossier_is_shown_as_text(oso, dossiers):
    uit = oso("toon", "goed.xml")

    assert 0 == uit.code
    assert "San Molenaar - Overstap naar een andere school" == uit.uit.splitlines()[1]
    assert "Geboortedatum                  23 januari 2008" in uit.uit


def test_a_page_is_written_for_its_owner_only(oso, dossiers):
    uit = oso("toon", "goed.xml", "--uit", "pagina.html")
    bestand = dossiers / "pagina.html"

    assert 0 == uit.code
    assert 0o600 == stat.S_IMODE(bestand.stat().st_mode)
    assert "pagina.html is geschreven." in uit.uit
    assert "Alleen u kunt dit bestand lezen" in uit.uit
    assert "Molenaar" not in uit.uit + uit.fout
    assert bestand.read_text("utf-8").startswith("<!DOCTYPE html>")


def test_a_page_that_was_there_is_replaced_and_that_is_told(oso, dossiers):
    oso("toon", "goed.xml", "--uit", "pagina.html")
    (dossiers / "pagina.html").chmod(0o644)
    uit = oso("toon", "fout.xml", "--uit", "pagina.html")

    assert "pagina.html is vervangen." in uit.uit
    assert "één fout" in (dossiers / "pagina.html").read_text("utf-8")
    assert 0o600 == stat.S_IMODE((dossiers / "pagina.html").stat().st_mode)


def test_a_page_goes_to_standard_output_when_asked(oso, dossiers, dossier):
    uit = oso("toon", "-", "--uit", "-", invoer=dossier)

    assert (0, "") == (uit.code, uit.fout)
    assert uit.uit.startswith("<!DOCTYPE html>")


@pytest.mark.parametrize("doel", ["pagina.xml", "goed.xml", "pagina", "leeg", "map.html"])
def test_a_place_where_no_page_belongs_is_refused(oso, dossiers, doel):
    (dossiers / "map.html").mkdir()
    voor = (dossiers / "goed.xml").read_bytes()
    uit = oso("toon", "goed.xml", "--uit", doel)

    assert 2 == uit.code
    assert "--uit" in uit.fout
    assert voor == (dossiers / "goed.xml").read_bytes()


def test_a_dossier_is_never_replaced_by_its_page(oso, dossiers, dossier):
    (dossiers / "dossier.html").write_bytes(dossier)
    uit = oso("toon", "dossier.html", "--uit", "dossier.html")

    assert 2 == uit.code
    assert dossier == (dossiers / "dossier.html").read_bytes()


@pytest.mark.parametrize(
    ("bestand", "woorden"),
    [
        ("kapot.xml", "geen leesbare XML"),
        ("nergens.xml", "Dit bestand bestaat niet"),
        ("leeg", "Dit is een map"),
    ],
)
def test_what_cannot_be_read_is_told_and_nothing_is_written(oso, dossiers, bestand, woorden):
    uit = oso("toon", bestand, "--uit", "pagina.html")

    assert (2, "") == (uit.code, uit.uit)
    assert woorden in uit.fout
    assert not (dossiers / "pagina.html").exists()


def test_signs_that_a_terminal_obeys_are_not_passed_on(oso, dossiers, dossier):
    (dossiers / "x.xml").write_bytes(
        dossier.replace(b"<roepnaam>San<", "<roepnaam>[red]S\u009b31m\u202en<".encode())
    )
    uit = oso("toon", "x.xml")

    assert 0 == uit.code
    assert "[red]S" in uit.uit
    assert not {"\u009b", "\u202e"} & set(uit.uit)

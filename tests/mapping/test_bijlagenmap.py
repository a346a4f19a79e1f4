"""A folder with attachments: what is read and written, and that nothing outside it ever is."""

from __future__ import annotations

from pathlib import Path

import pytest

from oso_adapters.mapping import Bijlagenmap, Onbruikbaar

BUITEN = [
    "../buiten.txt",
    "onder/../../buiten.txt",
    "..\\buiten.txt",
    "/etc/hostname",
    "C:\\brief.txt",
    "C:brief.txt",
    "\\\\server\\deel\\brief.txt",
]


@pytest.fixture
def bijlagen(tmp_path):
    """Return a folder with a file, a folder with a file, and a file beside the folder."""
    (tmp_path / "bijlagen" / "onder").mkdir(parents=True)
    (tmp_path / "bijlagen" / "brief.txt").write_bytes(b"hallo")
    (tmp_path / "bijlagen" / "onder" / "brief.txt").write_bytes(b"ook")
    (tmp_path / "buiten.txt").write_bytes(b"niet voor anderen")
    return Bijlagenmap(tmp_path / "bijlagen")


@pytest.mark.parametrize(
    ("naam", "inhoud"),
    [
        ("brief.txt", b"hallo"),
        ("./brief.txt", b"hallo"),
        ("onder/brief.txt", b"ook"),
        ("onder\\brief.txt", b"ook"),
    ],
)
def test_reads_a_file_in_the_folder_and_remembers_which(bijlagen, naam, inhoud):
    assert inhoud == bijlagen.lees(naam)
    assert {Path(naam.replace("\\", "/"))} == bijlagen.gelezen


@pytest.mark.parametrize("naam", [*BUITEN, "weg.txt", "", ".", "onder", "a\0.txt", "x" * 5000])
def test_reads_nothing_else_and_says_it_without_the_name(bijlagen, naam):
    with pytest.raises(Onbruikbaar, match=r"(in|binnen) de map") as fout:
        bijlagen.lees(naam)

    assert set() == bijlagen.gelezen
    assert len(naam) < 6 or naam not in str(fout.value)


@pytest.mark.parametrize("doel", ["../buiten.txt", "link.txt"])
def test_follows_no_link_out_of_the_folder_or_to_itself(bijlagen, doel):
    (bijlagen.map / "link.txt").symlink_to(doel)

    with pytest.raises(Onbruikbaar):
        bijlagen.lees("link.txt")


@pytest.mark.parametrize("naam", ["brief.txt", "link.txt"])
def test_a_file_that_is_too_large_is_refused(bijlagen, monkeypatch, naam):
    (bijlagen.map / "link.txt").symlink_to("brief.txt")
    assert b"hallo" == bijlagen.lees(naam)
    monkeypatch.setattr("oso_adapters.mapping.bijlagen.MAX_BIJLAGE", 4)

    with pytest.raises(Onbruikbaar, match="ten hoogste"):
        bijlagen.lees(naam)


def test_files_of_one_leerling_count_together_however_often_they_are_named(bijlagen):
    ruim, krap = Bijlagenmap(bijlagen.map, grens=10), Bijlagenmap(bijlagen.map, grens=9)
    een, ander = ruim.lezer(), krap.lezer()

    assert [b"hallo", b"hallo"] == [een("brief.txt"), een("./brief.txt")]
    assert b"hallo" == ander("brief.txt")
    with pytest.raises(Onbruikbaar, match="samen"):
        ander("./brief.txt")
    assert b"hallo" == krap.lezer()("brief.txt")


def test_a_file_that_is_named_twice_is_read_once(bijlagen):
    lees = bijlagen.lezer()
    eerste = lees("brief.txt")
    (bijlagen.map / "brief.txt").unlink()

    assert eerste is lees("brief.txt")


@pytest.mark.parametrize("naam", ["nieuw.txt", "2101/brief.txt", "2101\\brief.txt"])
def test_writes_a_file_that_can_be_read_again(tmp_path, naam):
    bijlagen = Bijlagenmap(tmp_path / "nieuw")

    bijlagen.bewaar(naam, b"hallo")

    assert b"hallo" == bijlagen.lees(naam)


@pytest.mark.parametrize("naam", BUITEN)
def test_writes_nothing_outside_the_folder(bijlagen, naam):
    with pytest.raises(Onbruikbaar, match="binnen de map 'bijlagen'"):
        bijlagen.bewaar(naam, b"x")

    assert b"niet voor anderen" == (bijlagen.map.parent / "buiten.txt").read_bytes()


def test_writes_through_no_link(bijlagen):
    (bijlagen.map / "link").symlink_to("..")

    with pytest.raises(Onbruikbaar):
        bijlagen.bewaar("link/buiten.txt", b"x")

    assert b"niet voor anderen" == (bijlagen.map.parent / "buiten.txt").read_bytes()

"""A file or folder is replaced whole, or stays what it was."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from oso_adapters.cli.slot import BezetError, slot
from oso_adapters.cli.vervangen import afdruk, herstel_afgebroken, vervang
from oso_adapters.errors import ConfigurationError


def _goed(_pad):
    pass


def _map(inhoud):
    def schrijf(pad):
        pad.mkdir()
        (pad / "een.csv").write_text(inhoud)

    return schrijf


def test_replaces_a_folder_with_all_that_is_in_it(tmp_path):
    pad = tmp_path / "school"
    vervang(pad, afdruk(pad), _map("oud"), _goed)
    (pad / "oud.csv").write_text("weg")
    vervang(pad, afdruk(pad), _map("nieuw"), _goed)

    assert [b.name for b in pad.iterdir()] == ["een.csv"]
    assert (pad / "een.csv").read_text() == "nieuw"
    assert [b.name for b in tmp_path.iterdir()] == ["school"]


def test_leaves_everything_when_what_was_written_is_not_good(tmp_path):
    pad = tmp_path / "school"
    vervang(pad, afdruk(pad), _map("oud"), _goed)

    def keur(_pad):
        raise ConfigurationError("niet goed")

    with pytest.raises(ConfigurationError, match="niet goed"):
        vervang(pad, afdruk(pad), _map("nieuw"), keur)
    assert (pad / "een.csv").read_text() == "oud"
    assert [b.name for b in tmp_path.iterdir()] == ["school"]


def test_says_what_to_do_when_it_can_t_write(tmp_path):
    with pytest.raises(ConfigurationError, match="nothing has changed"):
        vervang(tmp_path / "weg" / "school.json", "", _map("x"), _goed)


def test_old_state_comes_back_after_a_run_that_was_cut_off(tmp_path):
    pad = tmp_path / "school"
    vervang(pad, afdruk(pad), _map("oud"), _goed)
    pad.rename(tmp_path / "school.oso-vorige")

    assert herstel_afgebroken(pad)
    assert (pad / "een.csv").read_text() == "oud"
    assert not herstel_afgebroken(pad)


def test_leftover_of_a_finished_run_goes_away(tmp_path):
    pad = tmp_path / "school"
    vervang(pad, afdruk(pad), _map("nieuw"), _goed)
    _map("oud")(tmp_path / "school.oso-vorige")

    assert not herstel_afgebroken(pad)
    assert [b.name for b in tmp_path.iterdir()] == ["school"]


def test_what_was_half_written_goes_away(tmp_path):
    pad = tmp_path / "school"
    vervang(pad, "", _map("oud"), _goed)
    _map("half")(tmp_path / "school.oso-nieuw")

    assert not herstel_afgebroken(pad)
    assert [b.name for b in tmp_path.iterdir()] == ["school"]


@pytest.mark.parametrize("schrijf", [_map("oud"), lambda pad: pad.write_text("oud")])
def test_link_stays_and_leads_to_the_new(tmp_path, schrijf):
    echt, link = tmp_path / "echt", tmp_path / "link"
    schrijf(echt)
    link.symlink_to("echt")
    vervang(link, afdruk(link), _map("nieuw"), _goed)

    assert link.is_symlink()
    assert (echt / "een.csv").read_text() == "nieuw"
    assert {b.name for b in tmp_path.iterdir()} == {"echt", "link"}


def test_folder_where_one_stands_can_be_replaced(tmp_path, monkeypatch):
    pad = tmp_path / "school"
    vervang(pad, "", _map("oud"), _goed)
    monkeypatch.chdir(pad)
    vervang(Path(), afdruk(Path()), _map("nieuw"), _goed)

    assert (pad / "een.csv").read_text() == "nieuw"


def test_whole_disk_is_no_administration():
    with pytest.raises(ConfigurationError, match="can't be an administration"):
        herstel_afgebroken(Path("/"))


def test_change_of_somebody_else_meanwhile_is_never_written_over(tmp_path):
    pad = tmp_path / "school"
    vervang(pad, "", _map("oud"), _goed)
    was = afdruk(pad)
    (pad / "een.csv").write_text("anders")

    with pytest.raises(ConfigurationError, match="by somebody else meanwhile"):
        vervang(pad, was, _map("nieuw"), _goed)
    assert (pad / "een.csv").read_text() == "anders"


_HOUDT_VAST = """
import sys
from pathlib import Path
from oso_adapters.cli.slot import BezetError, slot
with slot(Path(sys.argv[1])):
    print("vast", flush=True)
    sys.stdin.read()
"""


def test_two_imports_never_write_at_once(tmp_path):
    pad = tmp_path / "school"
    _map("oud")(tmp_path / "school.oso-vorige")
    ander = subprocess.Popen(
        [sys.executable, "-c", _HOUDT_VAST, tmp_path / "school.oso-slot"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with ander:
        assert ander.stdout.readline() == b"vast\n"
        with pytest.raises(ConfigurationError, match="another oso import"):
            vervang(pad, "", _map("nieuw"), _goed)
        with pytest.raises(ConfigurationError, match="another oso import"):
            herstel_afgebroken(pad)
        ander.stdin.close()

    assert herstel_afgebroken(pad)
    assert [b.name for b in tmp_path.iterdir()] == ["school"]


def test_lock_that_was_taken_away_meanwhile_is_none(tmp_path, monkeypatch):
    bestand = tmp_path / "slot"
    monkeypatch.setattr("oso_adapters.cli.slot._sluit", lambda _open: bestand.unlink())

    with pytest.raises(BezetError), slot(bestand):
        pass


def test_says_what_to_do_with_a_name_that_can_t_be_read(tmp_path):
    with pytest.raises(ConfigurationError, match="can't be read"):
        afdruk(tmp_path / ("x" * 300))

"""A file that changed since it was looked at is noticed."""

from __future__ import annotations

import os

import pytest

from oso_adapters.errors import ConfigurationError
from oso_adapters.mapping import Bestandsstand


def test_a_file_that_is_the_same_is_fine(tmp_path):
    bestand = tmp_path / "a.xml"
    bestand.write_text("een")
    stand = Bestandsstand.van(bestand)
    bestand.read_text()

    stand.controleer()


def test_a_file_that_was_written_is_refused(tmp_path):
    bestand = tmp_path / "a.xml"
    bestand.write_text("een")
    stand = Bestandsstand.van(bestand)
    bestand.write_text("anders")

    with pytest.raises(ConfigurationError, match="changed while it was read; export again"):
        stand.controleer()


def test_a_file_that_was_replaced_by_one_like_it_is_refused(tmp_path):
    bestand, ander = tmp_path / "a.xml", tmp_path / "b.xml"
    bestand.write_text("een")
    ander.write_text("twe")
    stand = Bestandsstand.van(bestand)
    tijd = bestand.stat().st_mtime_ns
    os.utime(ander, ns=(tijd, tijd))
    ander.replace(bestand)

    with pytest.raises(ConfigurationError):
        stand.controleer()


def test_a_file_that_is_gone_is_no_finding_of_its_own(tmp_path):
    bestand = tmp_path / "a.xml"
    bestand.write_text("een")
    stand = Bestandsstand.van(bestand)
    bestand.unlink()

    with pytest.raises(FileNotFoundError):
        stand.controleer()

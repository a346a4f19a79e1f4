"""What is said of a file that can't be read or written."""

from __future__ import annotations

import pytest

from oso_adapters.errors import ConfigurationError
from oso_adapters.mapping import te_lezen, te_schrijven


def test_a_file_that_is_not_there_comes_with_what_to_do(tmp_path):
    bestand = tmp_path / "weg.xml"

    with pytest.raises(ConfigurationError) as fout, te_lezen(bestand, "name the folder"):
        bestand.read_bytes()

    assert f"{bestand}: no such file; name the folder" == str(fout.value)
    assert fout.value.__suppress_context__


def test_what_can_not_be_read_is_told_with_the_reason(tmp_path):
    with (
        pytest.raises(ConfigurationError, match=r"can't be read \(Is a directory\); check"),
        te_lezen(tmp_path, "name the folder"),
    ):
        tmp_path.read_bytes()


def test_what_can_not_be_written_is_told_with_the_reason(tmp_path):
    with (
        pytest.raises(ConfigurationError, match=r"can't be written \(Is a directory\); check"),
        te_schrijven(tmp_path),
    ):
        tmp_path.write_bytes(b"x")


def test_another_error_is_none_of_its_business(tmp_path):
    with pytest.raises(KeyError), te_lezen(tmp_path, ""), te_schrijven(tmp_path):
        raise KeyError

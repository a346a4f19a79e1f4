"""The command line as a whole: names, help, and one line when it can't go on."""

from __future__ import annotations

import pytest

from oso_adapters.errors import ConfigurationError, LeesFout, OsoError, PluginLoadError

OPDRACHTEN = ["check", "explain", "export", "schema", "vendors"]


@pytest.mark.parametrize("vlag", ["-h", "--help"])
def test_help_lists_every_command(oso, vlag):
    uitkomst = oso(vlag)

    assert [0, ""] == [uitkomst.code, uitkomst.fout]
    assert [] == [naam for naam in OPDRACHTEN if f"\n  {naam} " not in uitkomst.uit]


@pytest.mark.parametrize("naam", OPDRACHTEN)
def test_every_command_tells_its_exit_codes(oso, naam):
    uitkomst = oso(naam, "--help")

    assert uitkomst.code == 0
    assert f"Usage: oso {naam}" in uitkomst.uit
    assert naam == "schema" or "Exit code: 0" in uitkomst.uit


def test_version_is_that_of_the_distribution(oso):
    assert oso("--version").uit.startswith("oso, version 0.")


@pytest.mark.parametrize("woorden", [("bestaatniet",), ("--bestaatniet",), ("chek", "x")])
def test_an_unknown_command_is_refused(oso, woorden):
    uitkomst = oso(*woorden)

    assert [2, ""] == [uitkomst.code, uitkomst.uit]
    assert "Error: No such" in uitkomst.fout


def test_every_error_on_purpose_is_of_one_family():
    fouten = [
        ConfigurationError("x"),
        PluginLoadError("x", ["een", "twee"]),
        LeesFout("x", herstel="y"),
    ]

    assert all(isinstance(fout, OsoError) for fout in fouten)
    assert "plugin 'x': een; twee" in map(str, fouten)

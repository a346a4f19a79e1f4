"""The option ``--oso-plugin`` of pytest; without it this does nothing and imports nothing."""

from __future__ import annotations

import pytest

_NAAM = "oso-conformance-sessie"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options of the suite."""
    groep = parser.getgroup("oso", "conformance to the OSO Gegevensset")
    groep.addoption(
        "--oso-plugin",
        metavar="VENDOR",
        help="Also run the conformance suite on this plugin: its installed name, or a module.",
    )
    groep.addoption(
        "--oso-uit",
        metavar="FILE",
        help="Write what the suite found to this file, one JSON object per line.",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Bring in the suite, but only when it is asked for."""
    if config.getoption("oso_plugin"):
        from oso_conformance import sessie  # noqa: PLC0415 - nobody pays for what is not asked

        config.pluginmanager.register(sessie, _NAAM)

from __future__ import annotations

import logging
import sys
import warnings
from collections.abc import Callable

import pytest
from oso_conformance.vangst import vang

from oso_adapters.errors import ConfigurationError


def _print() -> None:
    print("Molenaar")  # noqa: T201


def _print_fout() -> None:
    print("Molenaar", file=sys.stderr)  # noqa: T201


def _log() -> None:
    logging.getLogger("ergens.diep").debug("leerling %s", "Molenaar")


def _waarschuw() -> None:
    warnings.warn("Molenaar", stacklevel=1)


def _gooi() -> None:
    raise KeyError("Molenaar")


def _gooi_met_oorzaak() -> None:
    try:
        _gooi()
    except KeyError:
        raise ValueError from None


@pytest.mark.parametrize("doe", [_print, _print_fout, _log, _waarschuw, _gooi, _gooi_met_oorzaak])
def test_hears_everything(doe: Callable[[], None]) -> None:
    assert "Molenaar" in vang(doe).tekst


def test_returns_the_value() -> None:
    vangst = vang(lambda: 7)

    assert (7, None, "") == (vangst.waarde, vangst.fout, vangst.tekst.strip())


@pytest.mark.parametrize("soort", [SystemExit, ValueError, pytest.skip.Exception, RecursionError])
def test_catches_whatever_is_raised(soort: type[BaseException]) -> None:
    def doe() -> None:
        raise soort("Molenaar")

    vangst = vang(doe)

    assert vangst.fout is not None
    assert not vangst.fout.voorzien
    assert "Molenaar" not in str(vangst.fout) + repr(vangst)
    assert "test_vangst.py" in vangst.fout.waar


def test_knows_the_error_that_is_allowed() -> None:
    def doe() -> None:
        raise ConfigurationError

    vangst = vang(doe)

    assert vangst.fout is not None
    assert vangst.fout.voorzien


def test_leaves_logging_as_it_was() -> None:
    voor = (logging.root.level, list(logging.root.handlers), logging.root.manager.disable)
    vang(_log)

    assert voor == (logging.root.level, logging.root.handlers, logging.root.manager.disable)

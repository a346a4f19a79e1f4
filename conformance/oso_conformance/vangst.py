"""Runs code of a plugin: whatever it says or raises is kept and goes no further."""

from __future__ import annotations

import contextlib
import io
import logging
import traceback
import warnings
from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import Any

import attrs

from oso_adapters.errors import ConfigurationError

__all__ = ["Fout", "Vangst", "vang"]


@attrs.frozen
class Fout:
    """An exception of a plugin, without its text.

    Attributes:
        soort: name of the class.
        waar: file and line where it started.
        tekst: what it said; only to be searched, never to be shown.
        voorzien: it is the one that a plugin may raise for a source that can't be read.
    """

    soort: str
    waar: str
    tekst: str = attrs.field(repr=False)
    voorzien: bool

    def __str__(self) -> str:
        return f"{self.soort} in {self.waar}" if self.waar else self.soort


@attrs.frozen
class Vangst:
    """What became of a call.

    Attributes:
        waarde: what it returned; None after an exception.
        tekst: all that was printed, logged or warned meanwhile, and what the exception said.
    """

    waarde: Any = attrs.field(repr=False)
    fout: Fout | None = None
    tekst: str = attrs.field(default="", repr=False)


class _Logboek(logging.Handler):
    """Keeps the text of every log record, with what was logged beside it."""

    def __init__(self, uit: io.StringIO) -> None:
        super().__init__(logging.NOTSET)
        self.uit = uit

    def emit(self, record: logging.LogRecord) -> None:
        """Write one log record."""
        self.uit.write(f"{self.format(record)}\n{record.args!r}\n")


@contextlib.contextmanager
def _luister(uit: io.StringIO) -> Iterator[None]:
    """Send every log record there, also those below the level that is set."""
    wortel = logging.getLogger()
    niveau, grens, logboek = wortel.level, logging.root.manager.disable, _Logboek(uit)
    wortel.addHandler(logboek)
    wortel.setLevel(logging.DEBUG)
    logging.disable(logging.NOTSET)
    try:
        yield
    finally:
        logging.disable(grens)
        wortel.setLevel(niveau)
        wortel.removeHandler(logboek)


def _waar(exc: BaseException) -> str:
    """Return file and line where an exception started."""
    stappen = traceback.extract_tb(exc.__traceback__)
    return f"{PurePath(stappen[-1].filename).name}:{stappen[-1].lineno}" if stappen else ""


def _fout(exc: BaseException) -> Fout:
    teksten = []
    hier: BaseException | None = exc
    while hier is not None:
        teksten += [str(hier), repr(hier)]
        hier = hier.__cause__ or hier.__context__
    voorzien = isinstance(exc, ConfigurationError)
    return Fout(type(exc).__name__, _waar(exc), "\n".join(teksten), voorzien)


def vang(doe: Callable[[], Any]) -> Vangst:
    """Call a function; a plugin may raise or even exit, the suite goes on."""
    uit = io.StringIO()
    waarde, fout = None, None
    with (
        contextlib.redirect_stdout(uit),
        contextlib.redirect_stderr(uit),
        _luister(uit),
        warnings.catch_warnings(record=True) as gewaarschuwd,
    ):
        warnings.simplefilter("always")
        try:
            waarde = doe()
        except KeyboardInterrupt:
            raise
        except BaseException as exc:  # noqa: BLE001 - sys.exit and pytest.skip of a plugin as well
            fout = _fout(exc)
    gezegd = "\n".join(str(waarschuwing.message) for waarschuwing in gewaarschuwd)
    tekst = "\n".join((uit.getvalue(), gezegd, fout.tekst if fout else ""))
    return Vangst(waarde, fout, tekst)

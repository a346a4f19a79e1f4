"""What is said of a file of a system that can't be read or written: what to do, and no value."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from oso_adapters.errors import ConfigurationError

__all__ = ["te_lezen", "te_schrijven"]


@contextmanager
def te_lezen(bestand: Path, herstel: str) -> Iterator[None]:
    """Make a `ConfigurationError` of a file that can't be read.

    Args:
        herstel: what to do when there is no such file.
    """
    try:
        yield
    except FileNotFoundError:
        raise ConfigurationError(f"{bestand}: no such file; {herstel}") from None
    except OSError as fout:
        raise ConfigurationError(
            f"{bestand}: can't be read ({fout.strerror}); check the file and its permissions"
        ) from None


@contextmanager
def te_schrijven(pad: Path) -> Iterator[None]:
    """Make a `ConfigurationError` of a file or folder that can't be written."""
    try:
        yield
    except OSError as fout:
        raise ConfigurationError(
            f"{pad}: can't be written ({fout.strerror}); check the folder and its permissions"
        ) from None

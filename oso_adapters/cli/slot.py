"""Keeps two runs away from one folder or file at the same time."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

__all__ = ["BezetError", "slot"]

if sys.platform == "win32":
    import msvcrt

    def _sluit(bestand: BinaryIO) -> None:
        msvcrt.locking(bestand.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _sluit(bestand: BinaryIO) -> None:
        # Unlike flock it is not handed on to the processes that this one starts.
        fcntl.lockf(bestand, fcntl.LOCK_EX | fcntl.LOCK_NB)


class BezetError(Exception):
    """Another process holds the lock."""


@contextmanager
def slot(bestand: Path) -> Iterator[None]:
    """Hold the lock on a file, which is made; the system lets go of it however the process ends.

    Who holds it may remove the file: a lock on a file that is gone by then is none.

    Raises:
        BezetError: another process holds it.
        OSError: the file can't be made.
    """
    with bestand.open("ab") as open_bestand:
        try:
            _sluit(open_bestand)
            zelfde = os.path.samestat(os.fstat(open_bestand.fileno()), bestand.stat())
        except (BlockingIOError, PermissionError, FileNotFoundError):
            raise BezetError from None
        if not zelfde:
            raise BezetError
        yield

"""Whether a file is still what it was: a source that is read twice must not change in between."""

from __future__ import annotations

from pathlib import Path

import attrs

from oso_adapters.errors import ConfigurationError

__all__ = ["Bestandsstand"]


@attrs.frozen
class Bestandsstand:
    """A file as it was when it was looked at."""

    bestand: Path
    kenmerken: tuple[int, ...]

    @classmethod
    def van(cls, bestand: Path) -> Bestandsstand:
        """Look at a file.

        Raises:
            OSError: there is no such file, or it can't be looked at.
        """
        return cls(bestand, _kenmerken(bestand))

    def controleer(self) -> None:
        """Look again.

        Raises:
            ConfigurationError: the file has changed.
            OSError: it is gone.
        """
        if _kenmerken(self.bestand) != self.kenmerken:
            raise ConfigurationError(f"{self.bestand}: changed while it was read; export again")


def _kenmerken(bestand: Path) -> tuple[int, ...]:
    """Return what changes when a file is written or replaced."""
    stand = bestand.stat()
    return stand.st_ino, stand.st_size, stand.st_mtime_ns

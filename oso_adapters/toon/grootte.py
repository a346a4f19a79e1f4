"""The size of a file as people say it."""

from __future__ import annotations

__all__ = ["zeg_grootte"]

_STAP = 1024


def zeg_grootte(aantal: int) -> str:
    """Return a number of bytes, such as ``25 kB``."""
    if aantal < _STAP:
        return f"{aantal} bytes"
    if aantal < _STAP**2:
        return f"{aantal / _STAP:.0f} kB"
    return f"{aantal / _STAP**2:.1f} MB".replace(".", ",")

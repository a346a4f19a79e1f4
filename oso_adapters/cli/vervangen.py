"""Puts a new file or folder in the place of an old one: whole, or not at all."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from oso_adapters.cli.slot import BezetError, slot
from oso_adapters.cli.uitvoer import veilig
from oso_adapters.errors import ConfigurationError

__all__ = ["afdruk", "herstel_afgebroken", "vervang"]

_VORIGE, _NIEUW, _SLOT = ".oso-vorige", ".oso-nieuw", ".oso-slot"


def _naast(pad: Path, einde: str) -> Path:
    """Return a place beside what a path leads to, also through links."""
    echt = Path(os.path.realpath(pad))
    if not echt.name:
        raise ConfigurationError(f"{veilig(str(pad))} can't be an administration; name one")
    return echt.with_name(f"{echt.name}{einde}")


def afdruk(pad: Path) -> str:
    """Return a digest of a file, or of all files in a folder; empty when nothing is there.

    Raises:
        ConfigurationError: it can't be read.
    """
    som = hashlib.sha256()
    try:
        if not pad.exists():
            return ""
        for bestand in sorted(pad.rglob("*")) if pad.is_dir() else [pad]:
            if bestand.is_file():
                som.update(f"{bestand.relative_to(pad)}\0".encode("utf-8", "surrogateescape"))
                with bestand.open("rb") as open_bestand:
                    som.update(hashlib.file_digest(open_bestand, "sha256").digest())
    except OSError as fout:
        raise ConfigurationError(
            f"{veilig(str(pad))} can't be read: {fout.strerror}; check its permissions"
        ) from fout
    return som.hexdigest()


def herstel_afgebroken(pad: Path) -> bool:
    """Put back what a replacement that was cut off had set aside; say whether there was any.

    Raises:
        ConfigurationError: it can't be put back, or another import is writing just now.
    """
    vorige, nieuw = _naast(pad, _VORIGE), _naast(pad, _NIEUW)
    if not _is_er(vorige) and not _is_er(nieuw):
        return False
    with _te_schrijven(pad), _alleen(pad):
        _verwijder(nieuw)
        terug = _is_er(vorige) and not _is_er(_naast(pad, ""))
        if terug:
            os.replace(vorige, _naast(pad, ""))
        _verwijder(vorige)
    return terug


def vervang(
    pad: Path, was: str, schrijf: Callable[[Path], None], keur: Callable[[Path], None]
) -> None:
    """Write something new beside the old, look whether it is good, and only then change them.

    What is written is on the disk before it gets its name. A link stays, and leads to the new.

    Args:
        was: the `afdruk` of what the new was made of.
        schrijf: writes a file or folder at a path where nothing is yet.
        keur: raises when what was written is not what it must be.

    Raises:
        ConfigurationError: it can't be written there, or somebody else changed it meanwhile.
    """
    map_, doel = _naast(pad, _NIEUW), _naast(pad, "")
    with _te_schrijven(pad), _alleen(pad):
        _verwijder(map_)
        try:
            map_.mkdir(mode=0o700)
            nieuw = map_ / doel.name
            schrijf(nieuw)
            keur(nieuw)
            if afdruk(pad) != was:
                raise ConfigurationError(
                    f"{veilig(str(pad))} was changed by somebody else meanwhile; nothing is"
                    " written, give the command again"
                )
            _wissel(doel, nieuw, _naast(pad, _VORIGE))
        finally:
            shutil.rmtree(map_, ignore_errors=True)


@contextmanager
def _te_schrijven(pad: Path) -> Iterator[None]:
    try:
        yield
    except OSError as fout:
        raise ConfigurationError(
            f"{veilig(str(pad))} can't be written: {fout.strerror}; nothing has changed, choose"
            " another place or free some space"
        ) from fout


@contextmanager
def _alleen(pad: Path) -> Iterator[None]:
    """Keep every other import out; what says so goes away afterwards."""
    bestand = _naast(pad, _SLOT)
    try:
        with slot(bestand):
            try:
                yield
            finally:
                with suppress(OSError):
                    bestand.unlink()
    except BezetError:
        raise ConfigurationError(
            f"{veilig(str(pad))}: another oso import is writing it; wait, and give the command"
            " again"
        ) from None


def _wissel(pad: Path, nieuw: Path, vorige: Path) -> None:
    for bestand in [nieuw] if nieuw.is_file() else nieuw.rglob("*"):
        if bestand.is_file() and not bestand.is_symlink():
            _bewaar(bestand)
    if nieuw.is_file() and not pad.is_dir():
        os.replace(nieuw, pad)
        return
    if pad.exists():
        os.replace(pad, vorige)
    try:
        os.replace(nieuw, pad)
    except BaseException:
        if vorige.exists():
            os.replace(vorige, pad)
        raise
    with suppress(OSError):  # The new is in its place; the next run clears the old away.
        _verwijder(vorige)


def _bewaar(bestand: Path) -> None:
    """Have a file on the disk before its name changes, readable for its owner only."""
    bestand.chmod(0o600)
    with bestand.open("rb") as open_bestand:
        os.fsync(open_bestand.fileno())


def _is_er(pad: Path) -> bool:
    return os.path.lexists(pad)


def _verwijder(pad: Path) -> None:
    if pad.is_dir() and not pad.is_symlink():
        shutil.rmtree(pad)
    else:
        pad.unlink(missing_ok=True)

"""Whether bytes and texts are the cp1252 that Magister writes, and not UTF-8 that looks like it."""

from __future__ import annotations

import codecs
from collections.abc import Iterable

from oso_magister.regels import OnleesbaarError

__all__ = ["CODERING", "keur_tekens", "lijkt_utf8"]

CODERING = "cp1252"
"""Encoding of every list."""


def lijkt_utf8(waarde: str) -> bool:
    """Say whether a text is UTF-8 that was read as cp1252: its accents are spoilt."""
    if waarde.isascii():
        return False
    try:
        waarde.encode(CODERING).decode("utf-8")
    except UnicodeError:
        return False
    return True


def keur_tekens(blokken: Iterable[bytes]) -> None:
    """Refuse a list that is not in cp1252; one in UTF-8 would give wrong letters without a word.

    Args:
        blokken: all of the list, piece by piece.

    Raises:
        OnleesbaarError: it is in UTF-8, or not in cp1252, or holds the byte zero.
    """
    utf8 = codecs.getincrementaldecoder("utf-8")()
    kan_utf8, alleen_ascii, regel, vreemd = True, True, 1, 0
    for nr, blok in enumerate(blokken):
        if nr == 0 and blok.startswith(codecs.BOM_UTF8):
            raise OnleesbaarError("this is UTF-8, with a byte order mark in front")
        if b"\0" in blok:
            bij = regel + blok[: blok.index(b"\0")].count(b"\n")
            raise OnleesbaarError(f"line {bij} has the byte zero: damaged, or UTF-16")
        alleen_ascii = alleen_ascii and blok.isascii()
        kan_utf8 = kan_utf8 and _past(utf8, blok)
        vreemd = vreemd or _vreemde_regel(blok, regel)
        regel += blok.count(b"\n")
    if kan_utf8 and not alleen_ascii:
        raise OnleesbaarError("this is UTF-8, not cp1252")
    if vreemd:
        raise OnleesbaarError(f"line {vreemd} has a byte that cp1252 does not have")


def _past(lezer: codecs.IncrementalDecoder, blok: bytes) -> bool:
    try:
        lezer.decode(blok)
    except UnicodeDecodeError:
        return False
    return True


def _vreemde_regel(blok: bytes, regel: int) -> int:
    """Return the line of the first byte that is not in cp1252; 0 when all are."""
    try:
        blok.decode(CODERING)
    except UnicodeDecodeError as fout:
        return regel + blok[: fout.start].count(b"\n")
    return 0

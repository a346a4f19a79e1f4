"""Transforms with a way back: from the vendor's value to the standard, and from there again."""

from __future__ import annotations

from collections.abc import Callable
from functools import update_wrapper
from typing import Any, Generic, TypeVar

__all__ = ["Omkeerbaar", "heen_van", "omkeerbaar", "terug_van"]

_E = TypeVar("_E")
_S = TypeVar("_S")


class Omkeerbaar(Generic[_E, _S]):
    """A transform that can be called, with its way back as ``terug``."""

    def __init__(self, heen: Callable[[_E], _S], terug: Callable[[_S], _E]) -> None:
        self.heen = heen
        self.terug = terug
        update_wrapper(self, heen)

    def __call__(self, waarde: _E) -> _S:
        """Return the value of the standard for a value of the vendor."""
        return self.heen(waarde)


def omkeerbaar(heen: Callable[[_E], _S], terug: Callable[[_S], _E]) -> Omkeerbaar[_E, _S]:
    """Return a transform with a way back, for fields that are taken in as well.

    Args:
        heen: from the vendor's value to that of the standard.
        terug: from the value of the standard to what the vendor keeps; raises `Onbruikbaar` for
            one that the vendor can't keep. What it gives must become the same value again.
    """
    if isinstance(heen, Omkeerbaar):
        heen = heen.heen
    return Omkeerbaar(heen, terug)


def heen_van(via: Callable[[Any], Any] | None) -> Callable[[Any], Any] | None:
    """Return what a transform does on the way out, without its way back."""
    return via.heen if isinstance(via, Omkeerbaar) else via


def met_terug(terug: Callable[[_S], _E]) -> Callable[[Callable[[_E], _S]], Omkeerbaar[_E, _S]]:
    """Give a transform its way back, where it is defined."""
    return lambda heen: omkeerbaar(heen, terug)


def terug_van(via: Callable[[Any], Any] | None) -> Callable[[Any], Any] | None:
    """Return the way back of a transform; None when it has none."""
    return via.terug if isinstance(via, Omkeerbaar) else None

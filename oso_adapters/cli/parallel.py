"""Does the same work on many things over all cores, with the results in order.

A few pieces of work are under way at a time, so memory does not grow with the number of things. A
thing on which a process dies costs only its own result. No process lives on without the first one,
however that one ends.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Collection, Generator, Hashable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import groupby
from multiprocessing.context import BaseContext
from typing import Generic, TypeVar

import attrs

__all__ = ["aantal_kernen", "verdeel"]

_D = TypeVar("_D")
_R = TypeVar("_R", bound=Hashable)
_STUK = 50
"""Things in one piece of work."""
_VOORUIT = 3
"""Pieces under way for each process; more would only take memory."""
_ZWAAR = 4 * 1024 * 1024
"""Bytes after which a piece is full."""
_TE_ZWAAR = 64 * 1024 * 1024
"""Bytes under way after which no piece begins before another ends."""
_MEESTE_PROCESSEN = 61
"""What Windows can wait for."""


def aantal_kernen() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        kernen = len(os.sched_getaffinity(0))
    else:
        kernen = os.cpu_count() or 1
    return min(kernen, _MEESTE_PROCESSEN)


def verdeel(
    werk: Callable[[_D], _R],
    dingen: Iterable[_D],
    *,
    processen: int,
    hier: Callable[[_D], bool],
    bezweken: Callable[[_D], _R],
    gewicht: Callable[[_D], int] = lambda _: 0,
) -> Generator[_R, None, None]:
    """Yield the result of the work on each thing, in the order of the things.

    Args:
        werk: what to do; a function of a module, since it goes to other processes.
        hier: says of a thing that it can only be done in this process.
        bezweken: gives the result of a thing on which a process died.
        gewicht: bytes that a thing takes, when that is more than a name.
    """
    if processen == 1:
        yield from map(werk, dingen)
        return
    ploeg = _Ploeg(werk, bezweken, processen)
    stukken: Iterator[_Stuk[_D, _R]] = _in_stukken(dingen, hier, gewicht)
    onderweg: deque[_Stuk[_D, _R]] = deque()
    try:
        while True:
            while _is_ruimte(onderweg, processen) and (stuk := next(stukken, None)):
                onderweg.append(stuk)
                ploeg.begin(stuk)
            if not onderweg:
                return
            if not ploeg.is_klaar(onderweg[0]):
                ploeg.herstel(onderweg)
            yield from ploeg.resultaten(onderweg.popleft())
    finally:
        ploeg.stop()


@attrs.define(eq=False)
class _Stuk(Generic[_D, _R]):
    """Some things in a row.

    Attributes:
        hier: they are done in this process.
        gewicht: bytes that they take.
        toekomst: the work on them in another process.
    """

    dingen: list[_D]
    hier: bool
    gewicht: int
    toekomst: Future[list[_R]] | None = None


def _is_ruimte(onderweg: Collection[_Stuk[_D, _R]], processen: int) -> bool:
    gewicht = sum(stuk.gewicht for stuk in onderweg)
    return len(onderweg) < processen * _VOORUIT and gewicht < _TE_ZWAAR


def _in_stukken(
    dingen: Iterable[_D], hier: Callable[[_D], bool], gewicht: Callable[[_D], int]
) -> Iterator[_Stuk[_D, _R]]:
    for is_hier, groep in groupby(dingen, hier):
        stuk: _Stuk[_D, _R] = _Stuk([], is_hier, 0)
        for ding in groep:
            stuk.dingen.append(ding)
            stuk.gewicht += gewicht(ding)
            if len(stuk.dingen) == _STUK or stuk.gewicht >= _ZWAAR:
                yield stuk
                stuk = _Stuk([], is_hier, 0)
        if stuk.dingen:
            yield stuk


def _doe(werk: Callable[[_D], _R], dingen: list[_D]) -> list[_R]:
    """Return the results; equal ones are one object, which goes to the other process once."""
    gezien: dict[_R, _R] = {}
    return [gezien.setdefault(uitkomst, uitkomst) for uitkomst in map(werk, dingen)]


def _context() -> BaseContext:
    """Return the quickest way to start processes that does not copy this one with threads.

    Without threads a copy of this process is ready at once. Else a process of its own imports the
    code once, and the others are copies of that.
    """
    if sys.platform == "linux" and threading.active_count() == 1:
        return multiprocessing.get_context("fork")
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["oso_adapters.cli.check"])
    return context


def _begin_proces() -> None:
    """Leave Ctrl-C to the process that people see, and end when that one does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_eindig_met_ouder, daemon=True).start()


def _eindig_met_ouder() -> None:
    ouder = multiprocessing.parent_process()
    if ouder is not None:
        ouder.join()
        os._exit(1)


class _Ploeg(Generic[_D, _R]):
    """The processes; made again when one of them dies."""

    def __init__(
        self, werk: Callable[[_D], _R], bezweken: Callable[[_D], _R], processen: int
    ) -> None:
        self._werk = werk
        self._bezweken = bezweken
        self._processen = processen
        self._van_anderen = multiprocessing.active_children()
        self._pool = self._nieuw(processen)

    def _nieuw(self, processen: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(processen, _context(), _begin_proces)

    def begin(self, stuk: _Stuk[_D, _R]) -> None:
        """Let the work on a piece begin; on a broken pool it stays undone."""
        if not stuk.hier:
            try:
                stuk.toekomst = self._pool.submit(_doe, self._werk, stuk.dingen)
            except BrokenProcessPool:
                stuk.toekomst = None

    def is_klaar(self, stuk: _Stuk[_D, _R]) -> bool:
        """Wait for a piece, and say whether its work was done."""
        if stuk.hier:
            return True
        return stuk.toekomst is not None and not isinstance(
            stuk.toekomst.exception(), BrokenProcessPool
        )

    def resultaten(self, stuk: _Stuk[_D, _R]) -> Iterable[_R]:
        """Return the results of a piece of which the work was done, or is done here."""
        if stuk.hier:
            return map(self._werk, stuk.dingen)
        assert stuk.toekomst is not None
        return stuk.toekomst.result()

    def herstel(self, onderweg: Iterable[_Stuk[_D, _R]]) -> None:
        """Do again what was lost when a process died, one by one: so the culprit is found."""
        self._pool.shutdown()
        self._pool = self._nieuw(1)
        for stuk in onderweg:
            if not self.is_klaar(stuk):
                stuk.toekomst = Future()
                stuk.toekomst.set_result([self._apart(ding) for ding in stuk.dingen])
        self._pool.shutdown()
        self._pool = self._nieuw(self._processen)

    def _apart(self, ding: _D) -> _R:
        try:
            return self._pool.submit(self._werk, ding).result()
        except BrokenProcessPool:
            self._pool.shutdown()
            self._pool = self._nieuw(1)
            return self._bezweken(ding)

    def stop(self) -> None:
        """Stop at once, also when work is under way."""
        for kind in multiprocessing.active_children():
            if kind not in self._van_anderen:
                kind.terminate()
        # The pool sees that they end and waits for them; a second one who waits would miss it.
        self._pool.shutdown(cancel_futures=True)

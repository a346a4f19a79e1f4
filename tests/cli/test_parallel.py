"""Work over more processes gives what one process gives, also when a process dies."""

from __future__ import annotations

import json
import multiprocessing
import operator
import os
import signal
import subprocess
import threading
import time
from functools import partial

import pytest

from oso_adapters.cli.parallel import verdeel

from .conftest import OSO

DOOD = -1
WACHT = 20.0
pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")


def _uitkomsten(opdrachten, processen=2):
    return list(
        verdeel(
            operator.call,
            opdrachten,
            processen=processen,
            hier=lambda opdracht: opdracht is os.getpid,
            bezweken=lambda _: DOOD,
        )
    )


def _getallen(*, tot):
    return [partial(int, str(nr)) for nr in range(tot)]


@pytest.mark.parametrize("processen", [1, 2])
@pytest.mark.parametrize("aantal", [0, 1, 50, 333])
def test_results_come_in_the_order_of_the_things(aantal, processen):
    assert list(range(aantal)) == _uitkomsten(_getallen(tot=aantal), processen)


def test_some_things_are_done_in_this_process():
    opdrachten = [*_getallen(tot=60), os.getpid, *_getallen(tot=2)]

    assert [*range(60), os.getpid(), 0, 1] == _uitkomsten(opdrachten)


def test_a_thing_on_which_a_process_dies_costs_only_its_own_result():
    opdrachten = _getallen(tot=400)
    opdrachten[3] = opdrachten[250] = partial(os._exit, 3)

    verwacht = [DOOD if nr in (3, 250) else nr for nr in range(400)]

    assert verwacht == _uitkomsten(opdrachten)


def test_an_error_in_the_work_is_an_error_here():
    with pytest.raises(ValueError, match="invalid literal"):
        _uitkomsten([*_getallen(tot=60), partial(int, "x")])


def test_no_process_is_left():
    eerst = multiprocessing.active_children()
    stroom = verdeel(
        operator.call,
        _getallen(tot=1000),
        processen=2,
        hier=lambda _: False,
        bezweken=lambda _: DOOD,
    )
    next(stroom)
    stroom.close()

    assert set(eerst) == set(multiprocessing.active_children())


@pytest.mark.parametrize(("gewicht", "meest"), [(0, 350), (1 << 20, 80), (1 << 30, 2)])
def test_no_more_is_under_way_than_memory_can_have(gewicht, meest):
    genomen = []
    stroom = verdeel(
        operator.call,
        (genomen.append(1) or opdracht for opdracht in _getallen(tot=1000)),
        processen=2,
        hier=lambda _: False,
        bezweken=lambda _: DOOD,
        gewicht=lambda _: gewicht,
    )
    eerste = next(stroom)
    stroom.close()

    assert 0 == eerste
    assert 0 < len(genomen) <= meest


@pytest.mark.usefixtures("dossiers")
def test_more_processes_print_the_same(oso):
    woorden = ("check", "map", "kapot.xml", "-", "fout.xml", "bestaatniet.xml", "--json")

    assert oso(*woorden, "--processen", 1) == oso(*woorden, "--processen", 2)


def _wacht_op_lezer(pijp):
    """Open a pipe for writing as soon as someone reads it."""
    einde = time.monotonic() + WACHT
    while time.monotonic() < einde:
        try:
            return os.open(pijp, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            time.sleep(0.01)
    raise TimeoutError


def test_a_file_on_which_the_process_dies_has_no_verdict_and_the_others_have(oso, dossiers):
    pijp = dossiers / "pijp.xml"
    os.mkfifo(pijp)

    def dood_wie_leest():
        for _ in range(2):
            schrijver = _wacht_op_lezer(pijp)
            for kind in multiprocessing.active_children():
                kind.kill()
            os.close(schrijver)
            time.sleep(0.2)

    doder = threading.Thread(target=dood_wie_leest)
    doder.start()
    uitkomst = oso("check", "goed.xml", "pijp.xml", "fout.xml", "--json", "--processen", 2)
    doder.join()
    regels = [json.loads(regel) for regel in uitkomst.uit.splitlines()]

    assert 2 == uitkomst.code
    assert [
        ("goed.xml", "geldig"),
        ("pijp.xml", "niet vast te stellen"),
        ("fout.xml", "ongeldig"),
    ] == [(regel["bestand"], regel["oordeel"]) for regel in regels]
    assert "het proces stopte" in regels[1]["reden"]


def test_an_interrupt_ends_all_processes_without_a_word_too_many(dossiers):
    pijp = dossiers / "pijp.xml"
    os.mkfifo(pijp)
    proces = subprocess.Popen(
        [*OSO, "check", "goed.xml", "pijp.xml", "--json", "--processen", "2"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        # Who runs the tests in the background may have Ctrl-C ignored, and that is inherited.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )
    schrijver = _wacht_op_lezer(pijp)
    os.killpg(proces.pid, signal.SIGINT)
    _, fout = proces.communicate(timeout=WACHT)
    os.close(schrijver)

    assert 1 == proces.returncode
    assert b"Aborted!" == fout.strip()

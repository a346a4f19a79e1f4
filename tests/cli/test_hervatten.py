"""An export that was interrupted goes on where it stopped: nothing lost, half or surprising."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from importlib.resources import as_file, files

import pytest

from oso_adapters import check

from .conftest import OSO

WOORDEN = ("--overdracht", "POVO", "--datum", "2020-03-09")
KEREN = 30
WACHT = 60.0
GEHEIM = "Kwispeldam"
HERVAT = " waren al gedaan en zijn niet veranderd"


@pytest.fixture(scope="module")
def bron(tmp_path_factory):
    """Return a folder with an export of some hundreds of leerlingen, some of them held back."""
    map_ = tmp_path_factory.mktemp("bron") / "bron"
    with as_file(files("oso_parnassys") / "voorbeelden") as voorbeelden:
        shutil.copytree(voorbeelden, map_)
    _verander(map_, _vermenigvuldig)
    return map_


def _verander(map_, verander):
    bestand = map_ / "leerlingen.json"
    gegevens = json.loads(bestand.read_text("utf-8"))
    verander(gegevens["leerlingen"]["leerling"])
    bestand.write_text(json.dumps(gegevens), "utf-8")


def _vermenigvuldig(rijen):
    rijen[:] = [{**rij, "id": f"{rij['id']}-{nr}"} for nr in range(KEREN) for rij in rijen]


def _boom(map_):
    """Return every file in a folder with what is in it."""
    alle = sorted(pad for pad in map_.rglob("*") if pad.is_file())
    return {str(pad.relative_to(map_)): pad.read_bytes() for pad in alle}


def _kenmerken(map_):
    """Return what changes when a dossier is written again, by name."""
    return {pad.name: pad.stat().st_ino for pad in map_.glob("*.xml")}


@pytest.fixture(scope="module")
def export(oso_apart):
    """Return a function that exports a source into a folder."""

    def run(bron, uit, *woorden):
        return oso_apart("export", "parnassys", str(bron), *WOORDEN, "--uit", str(uit), *woorden)

    return run


@pytest.fixture(scope="module")
def in_een_keer(export, bron, tmp_path_factory):
    """Return a folder, and what was told, of an export that nothing came between."""
    uit = tmp_path_factory.mktemp("een_keer") / "uit"
    uitkomst = export(bron, uit, "--json", "--processen", "1")

    assert 1 == uitkomst.code
    return uit, [_zonder_map(json.loads(regel)) for regel in uitkomst.uit.splitlines()]


def _zonder_map(regel):
    return regel | {"bestand": os.path.basename(regel["bestand"] or "")}


@pytest.fixture
def half(in_een_keer, tmp_path):
    """Return a copy of that folder, to change and go on in."""
    return shutil.copytree(in_een_keer[0], tmp_path / "half")


def _begin(bron, uit, *woorden):
    return subprocess.Popen(
        [*OSO, "export", "parnassys", bron, *WOORDEN, "--uit", uit, "--json", *woorden],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )


def _wacht_op_regels(proces, uit, aantal):
    """Wait until the journal has so many lines; say whether the process is still at work."""
    journaal = uit / ".oso-export" / "journaal.jsonl"
    einde = time.monotonic() + WACHT
    while proces.poll() is None and time.monotonic() < einde:
        if journaal.exists() and journaal.read_bytes().count(b"\n") > aantal:
            return True
        time.sleep(0.002)
    return False


def _kinderen(sessie):
    """Return the processes of a session that are still there."""
    if sys.platform != "linux":
        return []
    levend = []
    for status in filter(str.isdecimal, os.listdir("/proc")):
        try:
            with open(f"/proc/{status}/stat") as bestand:
                velden = bestand.read().rpartition(")")[2].split()
        except OSError:
            continue
        if int(velden[3]) == sessie and velden[0] != "Z":
            levend.append(int(status))
    return levend


def _wacht_op_einde(sessie):
    einde = time.monotonic() + WACHT
    while _kinderen(sessie) and time.monotonic() < einde:
        time.sleep(0.01)
    return _kinderen(sessie)


class TestOnderbroken:
    @pytest.mark.parametrize("zaad", range(5))
    def test_what_was_killed_goes_on_to_what_one_run_gives(
        self, zaad, export, bron, in_een_keer, tmp_path
    ):
        kies = random.Random(zaad)
        uit, processen = tmp_path / "uit", str(kies.choice([1, 2]))
        gedood = 0
        for regels in sorted(kies.sample(range(4 * KEREN), 2)):
            proces = _begin(bron, uit, "--processen", processen)
            if _wacht_op_regels(proces, uit, regels):
                time.sleep(kies.random() / 50)
                proces.kill()
                gedood += 1
            proces.communicate(timeout=WACHT)

            assert [] == _wacht_op_einde(proces.pid)
            assert {"geldig"} >= {str(check(b.read_bytes()).oordeel) for b in uit.glob("*.xml")}
        uitkomst = export(bron, uit, "--json", "--processen", processen)

        assert gedood > 0
        assert _boom(in_een_keer[0]) == _boom(uit)
        assert in_een_keer[1] == [_zonder_map(json.loads(r)) for r in uitkomst.uit.splitlines()]

    @pytest.mark.parametrize("wat", [signal.SIGINT, signal.SIGTERM])
    def test_who_interrupts_is_told_how_to_go_on(self, wat, export, bron, in_een_keer, tmp_path):
        uit = tmp_path / "uit"
        proces = _begin(bron, uit, "--processen", "2")

        assert _wacht_op_regels(proces, uit, 20)
        os.killpg(proces.pid, wat) if wat is signal.SIGINT else proces.send_signal(wat)
        _, fout = proces.communicate(timeout=WACHT)
        namen = {pad.name for pad in (uit / ".oso-export").iterdir()}

        assert [2, []] == [proces.returncode, _wacht_op_einde(proces.pid)]
        assert fout.startswith(b"Onderbroken na ")
        assert b"Traceback" not in fout
        assert {"journaal.jsonl", "slot"} == namen
        assert HERVAT in export(bron, uit).uit
        assert _boom(in_een_keer[0]) == _boom(uit)

    @pytest.mark.parametrize("weg", [1, 30, 5_000, 10**9])
    def test_a_journal_that_was_cut_off_costs_only_what_is_missing(
        self, weg, export, bron, in_een_keer, half
    ):
        journaal = half / ".oso-export" / "journaal.jsonl"
        data = journaal.read_bytes()[:-weg]
        journaal.write_bytes(data)
        stonden = max(0, data.count(b"\n") - 1)
        uitkomst = export(bron, half)

        assert (f"{stonden}{HERVAT}" if stonden else HERVAT) in uitkomst.uit or not stonden
        assert _boom(in_een_keer[0]) == _boom(half)

    def test_lines_that_the_power_took_are_done_again(self, export, bron, in_een_keer, half):
        journaal = half / ".oso-export" / "journaal.jsonl"
        regels = journaal.read_bytes().splitlines(keepends=True)
        for nr, regel in ((3, b"\0" * 40 + b"\n"), (9, b"[]\n"), (20, b'{"naam": 7}\n')):
            regels[nr] = regel
        journaal.write_bytes(b"".join(regels))
        uitkomst = export(bron, half)

        assert f"{6 * KEREN - 3}{HERVAT}" in uitkomst.uit
        assert _boom(in_een_keer[0]) == _boom(half)


class TestOpnieuw:
    def test_what_is_done_is_left_alone_and_told_again(self, export, bron, in_een_keer, half):
        voor = _kenmerken(half)
        uitkomst = export(bron, half, "--json")

        assert voor == _kenmerken(half)
        assert in_een_keer[1] == [_zonder_map(json.loads(r)) for r in uitkomst.uit.splitlines()]

    def test_the_terminal_tells_the_count_and_the_findings_of_all(self, export, bron, half):
        uitkomst = export(bron, half)

        assert uitkomst.uit.endswith(
            f"{6 * KEREN}{HERVAT}\n{5 * KEREN} geschreven, {KEREN} vastgehouden\n"
        )
        assert KEREN == uitkomst.uit.count(
            "    De waarde van 'leerling.overstapadvies.schooladvies'"
        )
        assert f"\n{KEREN}      AF.code  fout" in uitkomst.uit

    def test_a_record_that_changed_is_done_again(self, export, bron, half, tmp_path):
        anders = shutil.copytree(bron, tmp_path / "anders")
        _verander(anders, lambda rijen: rijen[7].update(achternaam="Anders"))
        voor = _kenmerken(half)
        uitkomst = export(anders, half)
        na = _kenmerken(half)

        (veranderd,) = [naam for naam in voor if voor[naam] != na[naam]]
        assert b"<achternaam>Anders</achternaam>" in (half / veranderd).read_bytes()
        assert f"{6 * KEREN - 1}{HERVAT}" in uitkomst.uit

    def test_an_attachment_that_changed_is_a_record_that_changed(
        self, export, bron, half, tmp_path
    ):
        anders = shutil.copytree(bron, tmp_path / "anders")
        for bestand in (anders / "bijlagen").iterdir():
            bestand.write_bytes(b"een andere inhoud")
        uitkomst = export(anders, half)

        assert 0 < int(uitkomst.uit.partition(HERVAT)[0].split()[-1]) < 6 * KEREN

    @pytest.mark.parametrize("wat", ["gone", "empty", "other"])
    def test_a_dossier_that_is_not_what_was_written_is_made_again(
        self, wat, export, bron, in_een_keer, half
    ):
        dossier = sorted(half.glob("*.xml"))[17]
        dossier.unlink()
        if wat != "gone":
            dossier.write_bytes(b"" if wat == "empty" else b"<dossier/>")
        uitkomst = export(bron, half)

        assert f"{6 * KEREN - 1}{HERVAT}" in uitkomst.uit
        assert _boom(in_een_keer[0]) == _boom(half)

    @pytest.mark.parametrize(
        ("woorden", "gezegd"),
        [
            (("--datum", "2020-03-10"), "--datum 2020-03-09"),
            (("--overdracht", "POPO"), "--overdracht POVO"),
        ],
        ids=str,
    )
    def test_with_other_settings_all_is_made_again_and_that_is_told(
        self, woorden, gezegd, export, bron, half, tmp_path
    ):
        vers = export(bron, tmp_path / "vers", *woorden)
        uitkomst = export(bron, half, *woorden)

        assert f"anders gemaakt ({gezegd}): alles wordt opnieuw gemaakt" in uitkomst.fout
        assert HERVAT not in uitkomst.uit
        assert [vers.code, ""] == [uitkomst.code, vers.fout]
        assert _boom(tmp_path / "vers").items() <= _boom(half).items()

    def test_all_can_be_asked_to_be_made_again(self, export, bron, in_een_keer, half):
        voor = _kenmerken(half)
        uitkomst = export(bron, half, "--opnieuw")

        assert not set(voor.items()) & set(_kenmerken(half).items())
        assert ["", False] == [uitkomst.fout, HERVAT in uitkomst.uit]
        assert _boom(in_een_keer[0]) == _boom(half)


class TestProcessen:
    def test_more_processes_give_the_same(self, export, bron, in_een_keer, tmp_path):
        uitkomst = export(bron, tmp_path / "uit", "--json", "--processen", "2")

        assert _boom(in_een_keer[0]) == _boom(tmp_path / "uit")
        assert in_een_keer[1] == [_zonder_map(json.loads(r)) for r in uitkomst.uit.splitlines()]

    def test_two_exports_do_not_share_a_folder(self, export, bron, tmp_path):
        uit = tmp_path / "uit"
        proces = _begin(bron, uit, "--processen", "1")

        assert _wacht_op_regels(proces, uit, 1)
        os.kill(proces.pid, signal.SIGSTOP)
        tweede = export(bron, uit)
        os.kill(proces.pid, signal.SIGCONT)
        proces.communicate(timeout=WACHT)

        assert [2, "", 1] == [tweede.code, tweede.uit, proces.returncode]
        assert "another oso export is at work in it; wait for it" in tweede.fout


def test_the_journal_holds_no_value_of_a_leerling(export, bron, tmp_path):
    anders = shutil.copytree(bron, tmp_path / "anders")
    _verander(anders, lambda rijen: rijen[0].update({n: GEHEIM for n in rijen[0] if n != "id"}))
    export(anders, tmp_path / "uit")
    journaal = (tmp_path / "uit" / ".oso-export" / "journaal.jsonl").read_text()

    assert "leerling.geboortedatum" in journaal
    assert GEHEIM not in journaal

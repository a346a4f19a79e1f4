"""Foreign names, broken input and poor screens: nothing leaks, steers or crashes."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys

import pytest

GELDIG = "geldig"
GEHEIM = "Kwispeldam"


def _regels(uitkomst):
    return [json.loads(regel) for regel in uitkomst.uit.splitlines()]


VREEMDE_NAMEN = {
    "markup": b"[/x].xml",
    "markup that colours": b"[red]rood[/red].xml",
    "emoji": b":smile:.xml",
    "newline": b"een\ntwee.xml",
    "escape sequence": b"\x1b[31mrood\x1b]0;titel\x07.xml",
    "carriage return": b"fout.xml\rgeldig.xml",
    "right to left": "a\u202exml.exe.xml".encode(),
    "spaces": b"  naam met  spaties .xml",
    "no UTF-8": b"vlo\xebr-\xff.xml",
    "percent": b"%s{0}.xml",
}


def _schrijf(bestand, data):
    bestand.parent.mkdir(exist_ok=True)
    bestand.write_bytes(data)


class TestVreemdeNamen:
    @pytest.mark.parametrize("naam", VREEMDE_NAMEN.values(), ids=VREEMDE_NAMEN)
    def test_a_name_is_in_json_exactly_as_typed(self, oso_apart, tmp_path, dossier, naam):
        _schrijf(tmp_path / os.fsdecode(naam), dossier)
        uitkomst = oso_apart("check", naam, "--json", map_=tmp_path)
        (regel,) = _regels(uitkomst)

        assert naam == os.fsencode(regel["bestand"])
        assert [0, GELDIG, ""] == [uitkomst.code, regel["oordeel"], uitkomst.fout]

    @pytest.mark.parametrize("naam", VREEMDE_NAMEN.values(), ids=VREEMDE_NAMEN)
    @pytest.mark.parametrize("in_map", [True, False])
    def test_a_name_can_not_steer_the_terminal(self, oso, tmp_path, dossier, naam, in_map):
        bestand = tmp_path / os.fsdecode(naam)
        _schrijf(bestand, dossier)
        uitkomst = oso("check", tmp_path if in_map else bestand)
        (regel,) = uitkomst.uit.splitlines()

        assert uitkomst.code == 0
        assert regel.isprintable()
        assert regel.startswith(str(tmp_path))
        assert "  geldig  " in regel
        if bestand.name.isprintable():
            assert bestand.name in regel

    @pytest.mark.parametrize("naam", VREEMDE_NAMEN.values(), ids=VREEMDE_NAMEN)
    def test_a_name_that_is_not_there_can_not_steer_the_terminal(self, oso, naam):
        uitkomst = oso("check", os.fsdecode(naam))

        assert uitkomst.code == 2
        assert all(regel.isprintable() for regel in uitkomst.uit.splitlines())


def _in_veld(naam, waarde=GEHEIM):
    """Return a change that puts a text in the first element with this name."""

    def verander(data):
        begin = data.index(b"<%b>" % naam) + len(naam) + 2
        eind = data.index(b"</%b>" % naam, begin)
        return data[:begin] + waarde.encode() + data[eind:]

    return verander


def _vervang(oud, nieuw):
    def verander(data):
        assert oud in data
        return data.replace(oud, nieuw.encode(), 1)

    return verander


VERANDERINGEN = {
    **{
        f"value of {naam}": _in_veld(naam.encode())
        for naam in (
            *("bsn", "geslacht", "geboortedatum", "adresgeheim", "inzagedatum", "voorlopigdossier"),
            *("brincode", "vestigingscode", "schooljaar", "akkoord", "relatietotkind", "nummer"),
            *("jaargroep", "advies", "aantalgoed", "vaardigheidsscore", "leerlinggewicht"),
        )
    },
    "value that is too long": _in_veld(b"schooljaar", GEHEIM * 500),
    "text between elements": _vervang(b"<leerling>", f"<leerling>{GEHEIM}"),
    "value of an unknown element": _vervang(
        b"<leerling>", f"<leerling><onbekend>{GEHEIM}</onbekend>"
    ),
    "value of an unknown attribute": _vervang(b"<leerling>", f'<leerling onbekend="{GEHEIM}">'),
    "element in a text": _vervang(b"<bsn>", f"<bsn><b>{GEHEIM}</b>"),
    "comment in a code": _vervang(b"<geslacht>", f"<geslacht><!--{GEHEIM}-->"),
    "processing instruction": _vervang(b"<geslacht>", f"<geslacht><?{GEHEIM} {GEHEIM}?>"),
    "CDATA in a date": _in_veld(b"geboortedatum", f"<![CDATA[{GEHEIM}]]>"),
    "end tag that is wrong": _vervang(b"</bsn>", f"{GEHEIM}</bns>"),
    "unknown entity": _in_veld(b"bsn", f"&{GEHEIM};"),
    "DTD": _vervang(b"<dossier ", f'<!DOCTYPE dossier [<!ENTITY x "{GEHEIM}">]><dossier '),
    "forbidden character": _in_veld(b"bsn", f"{GEHEIM}\x01"),
    "twice the same attribute": _vervang(b"<leerling>", f'<leerling a="{GEHEIM}" a="{GEHEIM}">'),
    "cut off": lambda data: data[: data.index(b"<bsn>") + 5] + GEHEIM.encode(),
    "rest after the end": lambda data: data + f"<x>{GEHEIM}</x>".encode(),
    "not a dossier": lambda _data: f"<html><body>{GEHEIM}</body></html>".encode(),
    "not XML": lambda _data: GEHEIM.encode(),
    "unknown namespace": _vervang(b"gegevensset/2019/", f"gegevensset/{GEHEIM}/"),
    "a part by itself": lambda data: (
        data[data.index(b"<inzage>") :]
        .partition(b"</inzage>\n  <")[0]
        .replace(b"<inzage>", b'<inzage xmlns="%b">' % data.split(b'"')[5], 1)
        + f"</inzage><!--{GEHEIM}-->".encode()
    ),
}


MAG = {"value of nummer", "value of bsn", "comment in a code", "processing instruction"}
"""Changes that leave a dossier valid."""


class TestGeenWaarden:
    @pytest.mark.parametrize("wijze", [(), ("--json",), ("--samenvatting",)], ids=str)
    def test_broken_input_shows_no_value_and_no_traceback(self, oso, tmp_path, dossier, wijze):
        for nr, verander in enumerate(VERANDERINGEN.values()):
            (tmp_path / f"{nr:02}.xml").write_bytes(verander(dossier))
        uitkomst = oso("check", tmp_path, *wijze)
        alles = uitkomst.uit + uitkomst.fout

        assert uitkomst.code == 2
        assert GEHEIM not in alles
        assert GEHEIM.upper() not in alles
        assert "Traceback" not in alles
        assert "oso stopped" not in alles

    @pytest.mark.parametrize("naam", VERANDERINGEN)
    def test_broken_input_is_found(self, oso, dossier, naam):
        data = VERANDERINGEN[naam](dossier)
        (regel,) = _regels(oso("check", "-", "--json", invoer=data))

        assert GEHEIM.encode() in data
        assert (regel["oordeel"] == GELDIG) == (naam in MAG)


class TestUitvoer:
    @pytest.mark.parametrize("wijze", ["", "--json"])
    def test_a_reader_that_stops_is_no_error(self, dossier, tmp_path, wijze):
        fout = dossier.replace(b"<akkoord>Ja<", b"<akkoord>ja<")
        for nr in range(300):
            (tmp_path / f"{nr}.xml").write_bytes(fout)
        oso = shlex.join([sys.executable, "-c", "from oso_adapters.cli import main; main()"])
        klaar = subprocess.run(
            f"{oso} check . {wijze} | head -1",
            shell=True,
            cwd=tmp_path,
            capture_output=True,
            check=False,
        )

        assert klaar.stderr == b""
        assert klaar.stdout.count(b"\n") == 1

    @pytest.mark.parametrize("codering", ["ascii", "cp1252", "latin-1", "utf-16"])
    def test_a_screen_that_can_not_show_every_sign_is_no_error(self, oso_apart, dossiers, codering):
        uitkomst = oso_apart("check", "fout.xml", map_=dossiers, PYTHONIOENCODING=codering)

        assert uitkomst.code == 1
        assert "oso stopped" not in uitkomst.fout

    def test_json_is_utf_8_whatever_the_screen_is(self, oso_apart, dossiers):
        (dossiers / "één.xml").write_bytes(b"x")
        uitkomst = oso_apart("check", "één.xml", "--json", map_=dossiers, PYTHONIOENCODING="ascii")

        assert [regel["bestand"] for regel in _regels(uitkomst)] == ["één.xml"]

"""``oso check`` keeps its contract: exit code, one line per file, and no value in any output."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from oso_adapters import Blad, Regelset, check
from oso_adapters.binding import GRENZEN

SLEUTELS = ["bestand", "versie", "profiel", "blad", "oordeel", "meldingen"]
SLEUTELS_MELDING = [
    *("regel", "soort", "ernst", "locatie", "pad", "regelnummer", "gevonden", "verwacht"),
    *("melding", "herstel", "wie", "gepubliceerd", "uitleg"),
]
GEHEIM = "Kwispeldam"


def _regels(uitkomst):
    return [json.loads(regel) for regel in uitkomst.uit.splitlines()]


def _oordelen(uitkomst):
    return {regel["bestand"]: regel["oordeel"] for regel in _regels(uitkomst)}


GELDIG, ONGELDIG, ONBEKEND = "geldig", "ongeldig", "niet vast te stellen"
BESTANDEN = {
    # words: (exit code, verdict by file)
    ("goed.xml",): (0, {"goed.xml": GELDIG}),
    ("./goed.xml",): (0, {"./goed.xml": GELDIG}),
    ("map/../goed.xml",): (0, {"map/../goed.xml": GELDIG}),
    ("fout.xml",): (1, {"fout.xml": ONGELDIG}),
    ("kapot.xml",): (2, {"kapot.xml": ONBEKEND}),
    ("bestaatniet.xml",): (2, {"bestaatniet.xml": ONBEKEND}),
    ("a" * 300,): (2, {"a" * 300: ONBEKEND}),
    ("goed.xml/x.xml",): (2, {"goed.xml/x.xml": ONBEKEND}),
    ("leeg",): (2, {"leeg": ONBEKEND}),
    ("zonder",): (2, {"zonder": ONBEKEND}),
    ("goed.xml", "fout.xml"): (1, {"goed.xml": GELDIG, "fout.xml": ONGELDIG}),
    ("fout.xml", "kapot.xml"): (2, {"fout.xml": ONGELDIG, "kapot.xml": ONBEKEND}),
    ("kapot.xml", "goed.xml"): (2, {"kapot.xml": ONBEKEND, "goed.xml": GELDIG}),
    ("goed.xml", "fout.xml", "bestaatniet.xml"): (
        2,
        {"goed.xml": GELDIG, "fout.xml": ONGELDIG, "bestaatniet.xml": ONBEKEND},
    ),
    ("goede map",): (0, {"goede map/een.xml": GELDIG}),
    ("map/diep",): (0, {"map/diep/drie.xml": GELDIG}),
    ("map",): (
        1,
        {"map/diep/drie.xml": GELDIG, "map/een.xml": GELDIG, "map/twee.XML": ONGELDIG},
    ),
    ("./map/",): (
        1,
        {"./map/diep/drie.xml": GELDIG, "./map/een.xml": GELDIG, "./map/twee.XML": ONGELDIG},
    ),
    ("map/notitie.txt",): (2, {"map/notitie.txt": ONBEKEND}),
    ("leeg", "goed.xml"): (2, {"leeg": ONBEKEND, "goed.xml": GELDIG}),
}


class TestBestanden:
    @pytest.mark.parametrize("woorden", BESTANDEN, ids=lambda w: " ".join(w)[:40])
    @pytest.mark.usefixtures("dossiers")
    def test_every_file_has_its_verdict_and_the_worst_is_the_exit_code(self, oso, woorden):
        code, oordelen = BESTANDEN[woorden]
        uitkomst = oso("check", *woorden, "--json")

        assert [code, list(oordelen.items()), ""] == [
            uitkomst.code,
            list(_oordelen(uitkomst).items()),
            uitkomst.fout,
        ]

    @pytest.mark.parametrize("woorden", BESTANDEN, ids=lambda w: " ".join(w)[:40])
    @pytest.mark.usefixtures("dossiers")
    def test_people_see_the_same_verdicts(self, oso, woorden):
        code, oordelen = BESTANDEN[woorden]
        uitkomst = oso("check", *woorden)
        regels = uitkomst.uit.splitlines()

        assert code == uitkomst.code
        for naam, oordeel in oordelen.items():
            assert [r for r in regels if r.startswith(f"{naam}  {oordeel}")]
        assert any(r.startswith(f"{len(oordelen)} bestanden: ") for r in regels) == (
            len(oordelen) > 1
        )

    def test_standard_input_is_a_file_named_dash(self, oso, dossier):
        uitkomst = oso("check", "-", "--json", invoer=dossier)

        assert (0, {"-": GELDIG}) == (uitkomst.code, _oordelen(uitkomst))

    @pytest.mark.parametrize("invoer", [b"", b"   \n", b"geen XML"])
    def test_standard_input_that_is_no_dossier_proves_nothing(self, oso, invoer):
        uitkomst = oso("check", "-", invoer=invoer)

        assert uitkomst.code == 2
        assert "ST.onleesbaar" in uitkomst.uit

    @pytest.mark.usefixtures("dossiers")
    def test_standard_input_goes_with_files(self, oso, dossier):
        uitkomst = oso("check", "fout.xml", "-", "--json", invoer=dossier)

        assert (1, {"fout.xml": ONGELDIG, "-": GELDIG}) == (uitkomst.code, _oordelen(uitkomst))

    def test_a_file_may_be_empty(self, oso, tmp_path):
        leeg = tmp_path / "leeg.xml"
        leeg.touch()

        assert oso("check", leeg).code == 2

    @pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="no endless file on this system")
    def test_a_file_that_is_too_large_is_not_read_to_its_end(self, oso):
        uitkomst = oso("check", "/dev/zero", "--json")
        (melding,) = _regels(uitkomst)[0]["meldingen"]

        assert uitkomst.code == 2
        assert f"{GRENZEN.grootte // 1024**2} MiB" in melding["melding"]

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
    def test_a_file_that_may_not_be_read_says_so(self, oso, dossiers):
        (dossiers / "goed.xml").chmod(0)

        self._is_niet_te_openen(oso("check", "goed.xml", "--json"))

    @pytest.mark.parametrize("naam", ["a" * 300 + ".xml", "goed.xml/x.xml"])
    @pytest.mark.usefixtures("dossiers")
    def test_a_file_that_can_not_be_opened_says_so(self, oso, naam):
        self._is_niet_te_openen(oso("check", naam, "--json"))

    @staticmethod
    def _is_niet_te_openen(uitkomst):
        (melding,) = _regels(uitkomst)[0]["meldingen"]

        assert uitkomst.code == 2
        assert melding["regel"] == "ST.onleesbaar"
        assert melding["melding"] == "Dit bestand is niet te openen."

    def test_without_a_file_it_says_how_it_is_used(self, oso):
        uitkomst = oso("check")

        assert uitkomst.code == 2
        assert "Usage:" in uitkomst.fout

    @pytest.mark.parametrize("vlag", ["--regelset", "--blad"])
    @pytest.mark.usefixtures("dossiers")
    def test_an_unknown_choice_is_refused(self, oso, vlag):
        assert oso("check", "goed.xml", vlag, "bestaatniet").code == 2


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


class TestJson:
    @pytest.mark.usefixtures("dossiers")
    def test_one_object_per_file_and_line_with_these_keys(self, oso):
        regels = _regels(oso("check", "goed.xml", "fout.xml", "--json"))

        assert [SLEUTELS, SLEUTELS] == [list(regel) for regel in regels]
        assert ["2019.1", "POVO", "OV"] == [regels[0][s] for s in ("versie", "profiel", "blad")]
        assert regels[0]["meldingen"] == []
        assert [SLEUTELS_MELDING] == [list(melding) for melding in regels[1]["meldingen"]]

    @pytest.mark.usefixtures("dossiers")
    def test_what_could_not_be_established_has_a_reason(self, oso):
        (regel,) = _regels(oso("check", "kapot.xml", "--json"))

        assert [*SLEUTELS, "reden"] == list(regel)
        assert [None, None, None] == [regel[s] for s in ("versie", "profiel", "blad")]
        assert regel["reden"] == regel["meldingen"][0]["melding"]

    @pytest.mark.usefixtures("dossiers")
    def test_a_finding_says_what_where_and_who(self, oso):
        (melding,) = _regels(oso("check", "fout.xml", "--json"))[0]["meldingen"]

        assert {
            "regel": "OVa.IZ03",
            "soort": "regel",
            "ernst": "fout",
            "locatie": "/dossier[1]/inzage[1]",
            "pad": "/dossier/inzage/inzagedatum",
            "regelnummer": 31,
            "gevonden": None,
            "wie": "school",
            "gepubliceerd": True,
            "uitleg": "oso explain OVa.IZ03",
        }.items() <= melding.items()
        assert melding["melding"].startswith("De inzagedatum ontbreekt")
        assert melding["herstel"].startswith("Vul bij de ouderinzage de datum in")

    def test_json_says_what_the_check_found(self, oso, dossier):
        data = dossier.replace(b"<geslacht>2<", b"<geslacht>7<").replace(
            b"<akkoord>Ja<", b"<akkoord>ja<"
        )
        (regel,) = _regels(oso("check", "-", "--json", invoer=data))

        assert [melding.als_dict() for melding in check(data).meldingen] == regel["meldingen"]
        assert {"CL14.geslacht", "CL37.akkoord"} == {m["regel"] for m in regel["meldingen"]}

    @pytest.mark.usefixtures("dossiers")
    def test_json_wins_from_samenvatting(self, oso):
        assert oso("check", "fout.xml", "--json").uit == (
            oso("check", "fout.xml", "--json", "--samenvatting").uit
        )

    @pytest.mark.usefixtures("dossiers")
    def test_the_same_files_give_the_same_output(self, oso):
        woorden = ("check", "map", "kapot.xml", "fout.xml", "--json")

        assert oso(*woorden) == oso(*woorden)


class TestSamenvatting:
    @pytest.mark.usefixtures("dossiers")
    def test_counts_each_rule_and_each_verdict(self, oso):
        uitkomst = oso("check", "map", "fout.xml", "kapot.xml", "--samenvatting")
        *tabel, leeg, telling = uitkomst.uit.splitlines()
        kop, *rijen = (regel.split()[:3] for regel in tabel)

        assert uitkomst.code == 2
        assert ["aantal", "regel", "ernst"] == kop
        assert [["2", "OVa.IZ03", "fout"], ["1", "ST.onleesbaar", "fout"]] == rijen
        assert leeg == ""
        assert telling == "5 bestanden: 2 geldig, 2 ongeldig, 1 niet vast te stellen"

    @pytest.mark.usefixtures("dossiers")
    def test_of_one_good_file_is_one_line(self, oso):
        uitkomst = oso("check", "goed.xml", "--samenvatting")

        assert (0, "1 bestand: 1 geldig\n") == (uitkomst.code, uitkomst.uit)


class TestKeuzes:
    LANGE_EMAIL = b"a" * 65 + b"@lindeboom.example.nl"

    @pytest.mark.parametrize(
        ("regelset", "code", "oordeel"),
        [
            ((), 1, ONGELDIG),
            (("--regelset", "afspraak"), 1, ONGELDIG),
            (("--regelset", "gepubliceerd"), 0, GELDIG),
        ],
    )
    def test_the_published_sheets_let_some_dossiers_go(self, oso, dossier, regelset, code, oordeel):
        data = dossier.replace(b"administratie@lindeboom.example.nl", self.LANGE_EMAIL)
        uitkomst = oso("check", "-", "--json", *regelset, invoer=data)

        assert (code, {"-": oordeel}) == (uitkomst.code, _oordelen(uitkomst))

    def test_a_finding_of_the_afspraak_alone_says_so(self, oso, dossier):
        data = dossier.replace(b"administratie@lindeboom.example.nl", self.LANGE_EMAIL)
        uitkomst = oso("check", "-", invoer=data)

        assert "meldt dit niet" in uitkomst.uit

    @pytest.mark.parametrize("blad", ["auto", "OV", "PaO"])
    def test_the_sheet_can_be_chosen(self, oso, dossier, blad):
        (regel,) = _regels(oso("check", "-", "--json", "--blad", blad, invoer=dossier))
        gekozen = None if blad == "auto" else Blad(blad)
        uitslag = check(dossier, blad=gekozen)

        assert str(uitslag.blad) == regel["blad"]
        assert [m.regel for m in uitslag.meldingen] == [m["regel"] for m in regel["meldingen"]]

    def test_the_other_sheet_finds_something_else(self, oso, dossier):
        (regel,) = _regels(oso("check", "-", "--json", "--blad", "PaO", invoer=dossier))

        assert any(m["regel"].startswith("PaO.") for m in regel["meldingen"])

    def test_rule_set_and_sheet_go_together(self, oso, dossier):
        woorden = ("--regelset", "gepubliceerd", "--blad", "PaO")
        (regel,) = _regels(oso("check", "-", "--json", *woorden, invoer=dossier))
        uitslag = check(dossier, regelset=Regelset.GEPUBLICEERD, blad=Blad.PAO)

        assert [m.als_dict() for m in uitslag.meldingen] == regel["meldingen"]


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
        lezer = "from oso_adapters.cli import main; main()"
        klaar = subprocess.run(
            f"{sys.executable} -c '{lezer}' check . {wijze} | head -1",
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

        assert list(_oordelen(uitkomst)) == ["één.xml"]

"""``oso check`` keeps its contract: exit code, one line per file, and no value in any output."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from oso_adapters import Blad, Regelset, check
from oso_adapters.binding import GRENZEN

from .conftest import installeer

SLEUTELS = ["bestand", "versie", "profiel", "blad", "pakket", "oordeel", "meldingen"]
SLEUTELS_MELDING = [
    *("regel", "soort", "ernst", "locatie", "pad", "regelnummer", "gevonden", "verwacht"),
    *("melding", "herstel", "wie", "gepubliceerd", "uitleg"),
]


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


def test_a_folder_that_can_not_be_opened_is_no_verdict(oso, tmp_path, dossier, monkeypatch):
    (tmp_path / "open").mkdir()
    (tmp_path / "dicht").mkdir()
    (tmp_path / "open" / "goed.xml").write_bytes(dossier)
    scandir = os.scandir

    def alleen_open(pad):
        if str(pad).endswith("dicht"):
            raise PermissionError
        return scandir(pad)

    monkeypatch.setattr(os, "scandir", alleen_open)
    uitkomst = oso("check", tmp_path)

    assert 2 == uitkomst.code
    assert "Deze map is niet te openen." in uitkomst.uit


WOORDEN = ("--overdracht", "POVO", "--datum", "2020-03-16")


@pytest.fixture
def parnassys(oso, tmp_path, monkeypatch):
    """Work in a folder with a dossier that ParnasSys made, without the day of the inzage."""
    with as_file(files("oso_parnassys") / "voorbeelden") as bron:
        oso(*("export", "parnassys", bron), *WOORDEN, "--uit", tmp_path / "uit")
    goed = (tmp_path / "uit" / "500101.xml").read_bytes()
    fout = re.sub(rb"\s*<inzagedatum>.*?</inzagedatum>", b"", goed)
    assert goed != fout
    (tmp_path / "goed.xml").write_bytes(goed)
    (tmp_path / "dossier.xml").write_bytes(fout)
    (tmp_path / "onbekend.xml").write_bytes(fout.replace(b">ParnasSys<", b">Kwispeldam<"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


class TestHerkomst:
    def test_the_example_of_the_readme_is_true(self, oso, parnassys):
        readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
        _, _, rest = readme.partition("$ uv run oso check dossier.xml\n")
        voorbeeld, _, _ = rest.partition("```")

        assert voorbeeld.strip() == oso("check", "dossier.xml").uit.strip()

    def test_json_has_the_maker_its_fields_and_the_evidence(self, oso, parnassys):
        (regel,) = _regels(oso("check", "dossier.xml", "--json"))
        (melding,) = regel["meldingen"]
        velden = ["leerling.inzageOuders.datumInzage", "leerling.inzageOuders.ingezien"]

        assert "ParnasSys" == regel["pakket"]["systeem"]
        assert regel["pakket"]["plugin"].startswith("oso-parnassys ")
        assert [velden, "school"] == [melding["bronvelden"], melding["wie"]]
        assert "leeg in het dossier" in melding["bewijs"]

    def test_who_received_it_is_pointed_at_the_other_school(self, oso, parnassys):
        (regel,) = _regels(oso("check", "dossier.xml", "--json", "--ontvangen"))

        assert ["andere school"] == [melding["wie"] for melding in regel["meldingen"]]

    def test_of_an_unknown_maker_that_is_told_and_not_its_name(self, oso, parnassys):
        tekst = oso("check", "onbekend.xml")
        (regel,) = _regels(oso("check", "onbekend.xml", "--json"))

        assert "is hier niet bekend. 'Wie' is daarom wat de regel zelf zegt." in tekst.uit
        assert {"systeem": "", "plugin": ""}.items() <= regel["pakket"].items()
        assert "Kwispeldam" not in f"{tekst.uit}{regel}"

    def test_a_clean_file_has_no_maker_and_loads_no_plugin(self, oso, parnassys):
        code = (
            "import sys; from oso_adapters.cli import oso;"
            "oso(['check', 'goed.xml', '--json'], standalone_mode=False);"
            "assert not {'oso_parnassys', 'oso_adapters.diagnose'} & set(sys.modules)"
        )
        klaar = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)

        assert [0, b""] == [klaar.returncode, klaar.stderr]
        assert None is json.loads(klaar.stdout)["pakket"]

    def test_a_plugin_that_does_not_load_changes_nothing(self, oso, oso_apart, parnassys):
        installeer(
            parnassys, "kapot", "[oso_adapters]\naap = oso_proef_kapot\n", "import sys; sys.exit(3)"
        )
        installeer(parnassys, "luid", "[oso_adapters]\nnoot = oso_proef_luid\n", "print('luid')")
        uitkomst = oso_apart("check", "dossier.xml", "--json", PYTHONPATH=str(parnassys))

        assert oso("check", "dossier.xml", "--json").uit == uitkomst.uit
        assert uitkomst.code == 1

    def test_over_more_processes_the_same_is_told(self, oso, parnassys):
        woorden = ("check", *(["dossier.xml", "goed.xml", "onbekend.xml"] * 20), "--json")

        assert oso(*woorden, "--processen", 1) == oso(*woorden, "--processen", 2)


@pytest.mark.parametrize("woorden", [[], ["--ontvangen"], ["--regelset", "gepubliceerd"]])
def test_says_of_another_file_what_it_is(oso, tmp_path, woorden):
    bestand = tmp_path / "lijst.xml"
    bestand.write_bytes(b"<EDEX><leerlingen/></EDEX>")

    uitkomst = oso("check", *woorden, bestand)

    assert 2 == uitkomst.code
    assert "ST.ander" in uitkomst.uit
    assert "een lijst met leerlinggegevens (EDEXML)" in uitkomst.uit
    assert "wie      school" in uitkomst.uit


def test_a_folder_with_only_a_zip_says_to_unpack_it(oso, tmp_path):
    (tmp_path / "diep").mkdir()
    (tmp_path / "diep" / "DOSSIERS.ZIP").write_bytes(b"PK\x03\x04")

    uitkomst = oso("check", tmp_path)

    assert 2 == uitkomst.code
    assert "eindigt, wel een ingepakt bestand: pak dat eerst uit." in uitkomst.uit

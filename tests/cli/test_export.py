"""``oso export`` writes what is valid and holds the rest back, naming the vendor's own fields."""

from __future__ import annotations

import json
import re
import shutil
import stat
from importlib.resources import as_file, files

import pytest

from oso_adapters import check
from oso_adapters.melding import Oordeel

BASIS = ("--overdracht", "POVO", "--datum", "2020-03-09")
GOED = ["500101", "500102", "500103", "500104", "500105"]
VASTGEHOUDEN = "500106"
SLEUTELS = ["record", "bestand", "oordeel", "meldingen", "weggelaten", "ouder_dossier_in_map"]


@pytest.fixture(scope="module")
def voorbeelden():
    with as_file(files("oso_parnassys") / "voorbeelden") as map_:
        if not map_.is_dir():
            pytest.skip("the ParnasSys plugin has no samples")
        yield map_


@pytest.fixture
def export(oso, voorbeelden, tmp_path):
    """Return a function that exports the samples into a new folder."""

    def run(*woorden, bron=voorbeelden, vendor="parnassys"):
        return oso("export", vendor, bron, *BASIS, "--uit", tmp_path / "uit", *woorden)

    return run


@pytest.fixture
def bron(voorbeelden, tmp_path):
    """Return a function that changes the samples in a copy."""

    def maak(verander):
        map_ = shutil.copytree(voorbeelden, tmp_path / "bron")
        bestand = map_ / "leerlingen.json"
        gegevens = json.loads(bestand.read_text("utf-8"))
        verander(gegevens)
        bestand.write_text(json.dumps(gegevens), "utf-8")
        return map_

    return maak


def _bestanden(tmp_path):
    return sorted((tmp_path / "uit").glob("*.xml"))


class TestGeschreven:
    def test_only_valid_dossiers_are_written_whole_and_for_their_owner(self, export, tmp_path):
        uitkomst = export()
        geschreven = _bestanden(tmp_path)

        assert [1, ""] == [uitkomst.code, uitkomst.fout]
        assert [f"{sleutel}.xml" for sleutel in GOED] == [b.name for b in geschreven]
        assert {Oordeel.GELDIG} == {check(b.read_bytes()).oordeel for b in geschreven}
        assert {0o600} == {stat.S_IMODE(b.stat().st_mode) for b in geschreven}

    def test_the_terminal_tells_each_record_and_why_one_is_held_back(self, export):
        uitkomst = export()
        koppen = [r.split() for r in uitkomst.uit.splitlines() if r.startswith("leerling ")]

        assert [*((s, "geldig") for s in GOED), (VASTGEHOUDEN, "ongeldig")] == [
            (sleutel, oordeel) for _, sleutel, oordeel, *_ in koppen
        ]
        assert "500106  ongeldig  niet geschreven" in uitkomst.uit
        assert "bron     ParnasSys: leerling.overstapadvies.schooladvies" in uitkomst.uit
        assert uitkomst.uit.endswith("5 geschreven, 1 vastgehouden\n")

    def test_json_has_one_object_per_record(self, export, tmp_path):
        uitkomst = export("--json")
        regels = [json.loads(regel) for regel in uitkomst.uit.splitlines()]
        *goed, vast = regels

        assert [1, ""] == [uitkomst.code, uitkomst.fout]
        assert {tuple(SLEUTELS)} == {tuple(regel) for regel in regels}
        assert [str(b) for b in _bestanden(tmp_path)] == [regel["bestand"] for regel in goed]
        assert [VASTGEHOUDEN, None, "ongeldig"] == [
            vast[sleutel] for sleutel in ("record", "bestand", "oordeel")
        ]
        assert [["leerling.overstapadvies.schooladvies"]] == [
            melding["bronvelden"] for melding in vast["meldingen"]
        ]

    def test_the_same_source_gives_the_same_bytes(self, export, tmp_path):
        export()
        eerst = [bestand.read_bytes() for bestand in _bestanden(tmp_path)]
        export()

        assert eerst == [bestand.read_bytes() for bestand in _bestanden(tmp_path)]

    def test_an_older_dossier_of_a_record_that_is_held_back_is_pointed_at(self, export, tmp_path):
        ouder = tmp_path / "uit" / f"{VASTGEHOUDEN}.xml"
        ouder.parent.mkdir()
        ouder.write_bytes(b"ouder")
        uitkomst = export()

        assert "er staat nog een ouder dossier van deze leerling" in uitkomst.uit
        assert ouder.read_bytes() == b"ouder"

    def test_an_export_without_objections_exits_with_0(self, export, bron, tmp_path):
        def zonder_vastgehouden(gegevens):
            rijen = gegevens["leerlingen"]["leerling"]
            rijen[:] = [rij for rij in rijen if rij["id"] in GOED]

        uitkomst = export(bron=bron(zonder_vastgehouden))

        assert uitkomst.code == 0
        assert len(GOED) == len(_bestanden(tmp_path))

    @pytest.mark.parametrize("profiel", ["POPO", "BB"])
    def test_the_kind_of_transfer_can_be_chosen(self, export, tmp_path, profiel):
        export("--overdracht", profiel)
        geschreven = _bestanden(tmp_path)

        assert geschreven
        assert {profiel} == {check(bestand.read_bytes()).profiel for bestand in geschreven}

    def test_the_day_of_the_dossier_is_that_of_the_option(self, export, tmp_path):
        export()

        assert all(b"<datum>2020-03-09</datum>" in b.read_bytes() for b in _bestanden(tmp_path))

    def test_keys_make_names_that_stay_in_the_folder(self, export, bron, tmp_path):
        def vreemde_sleutels(gegevens):
            rijen = gegevens["leerlingen"]["leerling"]
            rijen[:] = rijen[:4]
            namen = ("../../etc/x", "a/b", "A_B", "\x1b[31m")
            for rij, naam in zip(rijen, namen, strict=True):
                rij["id"] = naam

        uitkomst = export(bron=bron(vreemde_sleutels))

        namen = [bestand.name for bestand in _bestanden(tmp_path)]
        assert "A_B.xml" in namen
        assert ["_31m", "_etc_x", "a_b"] == [
            re.sub(r"-[0-9a-f]{8}\.xml$", "", naam) for naam in namen if naam != "A_B.xml"
        ]
        assert "\x1b" not in uitkomst.uit


def _leeg(gegevens):
    gegevens["leerlingen"]["leerling"] = []


BRONNEN = {
    # what the file holds: what is told
    b"": "no JSON",
    b"{": "no JSON",
    b"[]": "no object",
    b"{}": "'leerlingen' is missing",
    b"\xff\xfe\x00": "no UTF-8",
    b'{"leerlingen": 7}': "must be a list",
}


class TestGeweigerd:
    @pytest.mark.parametrize(
        ("woorden", "fout"),
        [
            ({"vendor": "bestaatniet"}, "is not installed; installed are: "),
            ({"vendor": "parnasys"}, "did you mean 'parnassys'?"),
            ({"overdracht": "VOVO"}, "does not deliver VOVO; choose BB, POPO, POVO"),
            ({"overdracht": "XX"}, "Invalid value for '--overdracht'"),
            ({"versie": "1999.1"}, "Invalid value for '--versie'"),
            ({"datum": "gisteren"}, "Invalid value for '--datum'"),
            ({"regelset": "streng"}, "Invalid value for '--regelset'"),
        ],
        ids=str,
    )
    def test_what_can_not_be_done_is_told_in_one_line(self, export, tmp_path, woorden, fout):
        vendor = woorden.pop("vendor", "parnassys")
        uitkomst = export(*(d for n, w in woorden.items() for d in (f"--{n}", w)), vendor=vendor)

        assert [2, "", []] == [uitkomst.code, uitkomst.uit, _bestanden(tmp_path)]
        assert fout in uitkomst.fout.splitlines()[-1]

    @pytest.mark.parametrize("naam", ["bestaatniet", "bestaatniet.json", "\x1b[31m.json"])
    def test_a_source_that_is_not_there_is_told(self, export, tmp_path, naam):
        uitkomst = export(bron=tmp_path / naam)

        assert [2, "", []] == [uitkomst.code, uitkomst.uit, _bestanden(tmp_path)]
        assert "no such file" in uitkomst.fout
        assert "oso stopped" not in uitkomst.fout
        assert "\x1b" not in uitkomst.fout

    @pytest.mark.parametrize("inhoud", BRONNEN, ids=str)
    def test_a_source_that_can_not_be_read_is_told(self, export, tmp_path, inhoud):
        bestand = tmp_path / "leerlingen.json"
        bestand.write_bytes(inhoud)
        uitkomst = export(bron=bestand)

        assert [2, "", []] == [uitkomst.code, uitkomst.uit, _bestanden(tmp_path)]
        assert BRONNEN[inhoud] in uitkomst.fout

    def test_a_source_without_records_proves_nothing(self, export, bron):
        uitkomst = export(bron=bron(_leeg))

        assert [2, ""] == [uitkomst.code, uitkomst.uit]
        assert "holds no records" in uitkomst.fout

    def test_a_folder_that_can_not_be_made_is_told(self, export, tmp_path):
        (tmp_path / "bestand").touch()
        uitkomst = export("--uit", tmp_path / "bestand" / "uit")

        assert uitkomst.code == 2
        assert "can't be written to" in uitkomst.fout
        assert "choose another with --uit" in uitkomst.fout

    def test_a_file_is_no_folder_to_write_in(self, export, tmp_path):
        (tmp_path / "bestand").touch()

        assert export("--uit", tmp_path / "bestand").code == 2


GEHEIM = "Kwispeldam"


VERWIJZINGEN = (*("id", "leerlingAdres", "school", "groep", "schooljaar", "verzorger", "document"),)


def _bederf(deel):
    """Put a secret in every text of the pupils but in what refers to another record."""
    if isinstance(deel, dict):
        return {n: w if n in VERWIJZINGEN else _bederf(w) for n, w in deel.items()}
    return [_bederf(d) for d in deel] if isinstance(deel, list) else GEHEIM


def _bederf_leerlingen(gegevens):
    gegevens["leerlingen"] = _bederf(gegevens["leerlingen"])


class TestGeenWaarden:
    @pytest.mark.parametrize("wijze", [(), ("--json",)], ids=str)
    def test_a_broken_source_shows_no_value_and_no_traceback(self, export, bron, tmp_path, wijze):
        uitkomst = export(*wijze, bron=bron(_bederf_leerlingen))
        alles = uitkomst.uit + uitkomst.fout

        assert [1, []] == [uitkomst.code, _bestanden(tmp_path)]
        assert GEHEIM not in alles
        assert "Traceback" not in alles

    @pytest.mark.parametrize("wijze", [(), ("--json",)], ids=str)
    def test_a_field_that_the_plugin_does_not_know_can_not_steer_the_terminal(
        self, export, bron, wijze
    ):
        def onbekend_veld(gegevens):
            gegevens["leerlingen"]["leerling"][0]["\x1b[31mrood"] = GEHEIM

        uitkomst = export(*wijze, bron=bron(onbekend_veld))

        assert "[31mrood" in uitkomst.uit
        assert "\x1b" not in uitkomst.uit
        assert GEHEIM not in uitkomst.uit + uitkomst.fout

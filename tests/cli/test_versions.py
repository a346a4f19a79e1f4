"""``oso versions``: the list, the differences, and the forecast as people and programs get it."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from lxml import etree

from oso_adapters import VERSIES, versie
from oso_adapters.cli.versions import diff_opdracht, forecast_opdracht
from oso_adapters.gegevensset.profielen import profielen
from oso_adapters.rules import Regelset, regels
from oso_adapters.tabellen import reeks

NAMEN = [str(v) for v in VERSIES]


@pytest.fixture(scope="module")
def maak():
    """Return a function that gives valid dossiers of a version."""
    gemaakt = {}

    def dossiers(nummer, aantal=6):
        if nummer not in gemaakt:
            opdrachten = reeks(versie(nummer), list(profielen()), 12)
            gemaakt[nummer] = [opdracht.data() for opdracht in opdrachten]
        return gemaakt[nummer][:aantal]

    return dossiers


@pytest.fixture
def map_met(tmp_path, monkeypatch):
    """Return a function that puts dossiers in a folder, and work beside it."""
    monkeypatch.chdir(tmp_path)

    def zet_neer(dossiers, naam="dossiers"):
        (tmp_path / naam).mkdir()
        for nr, data in enumerate(dossiers):
            (tmp_path / naam / f"{nr:02}.xml").write_bytes(data)
        return naam

    return zet_neer


def _forecast(oso, *woorden, van="2018.1", naar="2019.1", **rest):
    return oso("versions", "forecast", "--van", van, "--naar", naar, *woorden, **rest)


@pytest.mark.parametrize("woorden", [(), ("lijst",)])
def test_lists_every_version_with_its_numbers(oso, woorden):
    uitkomst = oso("versions", *woorden)
    rijen = [regel.split() for regel in uitkomst.uit.splitlines()[1:]]

    assert [0, ""] == [uitkomst.code, uitkomst.fout]
    assert [(v.standaardversie, v.validatieversie, v.namespace) for v in VERSIES] == [
        (rij[0], rij[1], rij[-1]) for rij in rijen
    ]
    assert [str(len(regels(v, Regelset.AFSPRAAK))) for v in VERSIES] == [rij[5] for rij in rijen]


def test_the_list_for_programs_has_one_version_on_a_line(oso):
    alle = [json.loads(regel) for regel in oso("versions", "lijst", "--json").uit.splitlines()]

    assert NAMEN == [een["standaardversie"] for een in alle]
    assert [431, 234, 33] == [alle[-1][naam] for naam in ("velden", "codes", "codelijsten")]


def test_tells_what_differs_in_fields_codes_rules_and_what_is_asked(oso):
    uitkomst = oso("versions", "diff", "2018.1", "2019.1")

    assert [0, ""] == [uitkomst.code, uitkomst.fout]
    for regel in (
        "  leerling/onderwijsondersteuning, met alles daarin (10)",
        "    was leerling/zorg/tlv",
        "    hoe vaak: 0 keer of vaker → 0 of 1 keer",
        "    vervalt: S, B (basis), N, E (eenvoudig)",
        "    eis: 'Versie van de standaard' is 2018.1 → 'Versie van de standaard' is 2019.1",
        "  leerling/geboorteplaats  BB",
        "    optioneel → verboden",
    ):
        assert regel in uitkomst.uit.splitlines()


@pytest.mark.parametrize("nummer", NAMEN)
def test_a_version_beside_itself_has_no_differences(oso, nummer):
    uitkomst = oso("versions", "diff", nummer, nummer)

    assert 0 == uitkomst.code
    assert ["Er zijn geen verschillen."] == uitkomst.uit.splitlines()[2:]
    leeg = json.loads(oso("versions", "diff", nummer, nummer, "--json").uit)
    assert {"velden": [], "codes": [], "regels": [], "gevraagd": []} == {
        naam: deel for naam, deel in leeg.items() if naam != "verschil"
    }


def test_differences_as_csv_open_in_excel_and_have_every_field(oso, tmp_path):
    doel = tmp_path / "verschil.csv"

    uitkomst = oso("versions", "diff", "2018.1", "2019.1", "--csv", doel)
    kop, *rijen = csv.reader(io.StringIO(doel.read_text("utf-8-sig")), delimiter=";")

    assert [0, ""] == [uitkomst.code, uitkomst.uit]
    assert doel.read_bytes().startswith(b"\xef\xbb\xbf")
    assert {len(kop)} == {len(rij) for rij in rijen}
    assert {"veld", "code", "veld bij lijst", "regel", "gevraagd"} == {rij[0] for rij in rijen}
    assert "/dossier/huidigeschool/leerling/zorg/lgf/lgfdatum" in {rij[2] for rij in rijen}
    naar_uit = oso("versions", "diff", "2018.1", "2019.1", "--csv", "-").uit
    assert doel.read_text("utf-8-sig") == naar_uit.replace("\r\n", "\n")


def test_differences_as_json_go_to_a_file_as_well(oso, tmp_path):
    doel = tmp_path / "verschil.json"
    uit = oso("versions", "diff", "2017.1", "2018.1", "--json").uit

    assert 0 == oso("versions", "diff", "2017.1", "2018.1", "--json", doel).code
    assert json.loads(uit) == json.loads(doel.read_text("utf-8"))
    assert {"van": "2017.1", "naar": "2018.1"} == json.loads(uit)["verschil"]


@pytest.fixture
def breedste(oso, monkeypatch):
    """Return a function that gives the longest line on a terminal of 100 columns."""

    def meet(*woorden):
        for naam, waarde in (("COLUMNS", "100"), ("FORCE_COLOR", "1"), ("TERM", "xterm")):
            monkeypatch.setenv(naam, waarde)
        zonder_kleur = re.sub(r"\x1b\[[\d;]*m", "", oso(*woorden).uit)
        return max(len(regel) for regel in zonder_kleur.splitlines())

    return meet


@pytest.mark.parametrize("woorden", [("lijst",), ("diff", "2018.1", "2019.1")])
def test_fits_a_terminal(breedste, woorden):
    assert 100 >= breedste("versions", *woorden)


def test_a_forecast_fits_a_terminal(breedste, maak, map_met):
    paar = ("--van", "2018.1", "--naar", "2019.1")

    assert 100 >= breedste("versions", "forecast", *paar, map_met(maak("2018.1", 12)))


@pytest.mark.parametrize(
    ("van", "naar", "code"), [("2017.1", "2018.1", 0), ("2018.1", "2019.1", 1)]
)
def test_the_exit_code_says_whether_something_fails_anew(oso, maak, map_met, van, naar, code):
    uitkomst = _forecast(oso, map_met(maak(van)), van=van, naar=naar)

    assert [code, ""] == [uitkomst.code, uitkomst.fout]
    assert "  6 dossiers bekeken." in uitkomst.uit.splitlines()


NIET = {
    # what is given: (words, why there is no forecast)
    "another version": (["later.xml"], "Dit dossier is van versie 2019.1, niet van 2018.1."),
    "no xml": (["kapot.xml"], "Het bestand is geen leesbare XML. Het bestand begint niet met XML."),
    "nothing": (["leeg.xml"], "Het bestand is geen leesbare XML. Het bestand is leeg."),
    "no file": (["weg.xml"], "Dit bestand bestaat niet."),
    "an empty folder": (["map"], "In deze map staat geen bestand dat op .xml eindigt."),
    "part of a dossier": (["deel.xml"], "Dit is geen dossier, maar een los onderdeel: 'leerling'."),
}


@pytest.mark.parametrize("wat", NIET)
def test_what_can_not_be_forecast_is_told_and_counted(oso, maak, map_met, tmp_path, wat):
    woorden, reden = NIET[wat]
    goed = map_met(maak("2018.1", 2))
    (tmp_path / "later.xml").write_bytes(maak("2019.1")[0])
    (tmp_path / "kapot.xml").write_bytes(b"dit is geen XML")
    (tmp_path / "leeg.xml").write_bytes(b"")
    (tmp_path / "map").mkdir()
    (tmp_path / "deel.xml").write_bytes(
        f'<leerling xmlns="{versie("2018.1").namespace}"/>'.encode()
    )

    uitkomst = _forecast(oso, goed, *woorden)

    assert [2, ""] == [uitkomst.code, uitkomst.fout]
    assert f"  {woorden[0]}: {reden}" in uitkomst.uit.splitlines()
    assert "  2 dossiers bekeken." in uitkomst.uit.splitlines()
    gegevens = json.loads(_forecast(oso, goed, *woorden, "--json").uit)
    assert [2, 1] == [gegevens["dossiers"], gegevens["zonder_vooruitblik"]]
    assert {"bestand": woorden[0], "reden": reden} == gegevens["bestanden"][-1]


def test_standard_input_is_a_file_as_well(oso, maak):
    data = maak("2018.1")[0]
    gegevens = json.loads(_forecast(oso, "-", "--json", invoer=data).uit)

    assert ["-"] == [bestand["bestand"] for bestand in gegevens["bestanden"]]
    assert 1 == gegevens["nieuw_ongeldig"]


def test_the_same_version_twice_is_refused(oso, maak, map_met):
    uitkomst = _forecast(oso, map_met(maak("2018.1")), van="2018.1", naar="2018.1")

    assert [2, ""] == [uitkomst.code, uitkomst.uit]
    assert "same version" in uitkomst.fout


def test_more_processes_give_the_same(oso, maak, map_met):
    map_ = map_met(maak("2018.1", 12))

    assert _forecast(oso, map_, "--json").uit == _forecast(oso, map_, "--json", "--processen=2").uit


def test_counts_agree_with_the_files(oso, maak, map_met):
    gegevens = json.loads(_forecast(oso, map_met(maak("2018.1", 12)), "--json").uit)
    bestanden = gegevens["bestanden"]

    for wat in ("nieuw", "vervalt"):
        paren = [(m["regel"], nr) for nr, b in enumerate(bestanden) for m in b[wat]]
        assert len(paren) == sum(rij["keer"] for rij in gegevens[wat])
    for rij in gegevens["nieuw"]:
        met = [b for b in bestanden if any(m["regel"] == rij["regel"] for m in b["nieuw"])]
        assert rij["dossiers"] <= len(met)
        assert rij["aandeel"] == round(rij["dossiers"] / 12, 4)
    assert sum(bool(b["verlies"]) for b in bestanden) == gegevens["met_verlies"]
    assert {rij["pad"]: rij["dossiers"] for rij in gegevens["verlies"]} == {
        rij["pad"]: sum(any(m["pad"] == rij["pad"] for m in b["verlies"]) for b in bestanden)
        for rij in gegevens["verlies"]
    }


def test_what_is_lost_is_told_with_its_place_in_the_other_version(oso, maak, map_met):
    map_ = map_met(maak("2018.1", 12))
    leerling = "/dossier/huidigeschool/leerling"
    (zorg,) = (
        rij
        for rij in json.loads(_forecast(oso, map_, "--json").uit)["verlies"]
        if rij["pad"] == f"{leerling}/zorg"
    )
    straks = {deel["pad"]: deel["straks"] for deel in zorg["daarin"]}

    assert f"{leerling}/onderwijsondersteuning/opp" == straks[f"{leerling}/zorg/opp"]
    assert straks[f"{leerling}/zorg/naamib"] is None
    assert (
        "    kan naar    leerling/onderwijsondersteuning/opp (uit opp, " in _forecast(oso, map_).uit
    )


def test_names_the_fields_of_the_system_and_whether_it_delivers_them(oso, maak, map_met):
    dossiers = [
        re.sub(rb"<pakketnaam>.*?<", b"<pakketnaam>ParnasSys<", data) for data in maak("2018.1", 12)
    ]
    map_ = map_met(dossiers)
    (systeem,) = json.loads(_forecast(oso, map_, "--json").uit)["systemen"]
    per_regel = {deel["regel"]: deel for deel in systeem["aanpassen"]}
    eigen = per_regel["CL43.toetsniveau"]

    assert ["ParnasSys", 12, True] == [systeem[n] for n in ("systeem", "dossiers", "kent_versie")]
    assert ["leerling.eindtoets.resultaat.niveau"] == eigen["bronvelden"]
    assert ["ja", "codetabel eindtoetsniveau"] == [eigen["levering"], eigen["via"]]
    assert "oso-adapters" == per_regel["ST.ontbreekt"]["levering"]
    uit = _forecast(oso, map_).uit
    assert "    eigen veld  leerling.eindtoets.resultaat.niveau" in uit.splitlines()
    assert "    levering    wordt geleverd, via codetabel eindtoetsniveau" in uit.splitlines()


def _waarden(data):
    """Return what is worth hiding in a dossier: texts that are no code, date or number."""
    teksten = {(el.text or "").strip() for el in etree.fromstring(data).iter("*")}
    return {tekst for tekst in teksten if re.search(r"[^\W\d_]{4}", tekst) and " " in tekst}


@pytest.mark.parametrize("vorm", [(), ("--json",)])
def test_no_value_of_a_dossier_is_shown(oso, maak, map_met, vorm):
    dossiers = maak("2018.1", 12)
    geheim = {waarde for data in dossiers for waarde in _waarden(data)}
    uitkomst = _forecast(oso, map_met(dossiers), *vorm)

    assert len(geheim) > 50
    assert [] == [w for w in geheim if w in uitkomst.uit or w in uitkomst.fout]


def test_the_help_says_how_it_ends():
    assert "Exit code: 0." in diff_opdracht.help
    assert "Exit code: 0 nothing fails that does not fail now" in forecast_opdracht.help

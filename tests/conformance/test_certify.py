"""``oso certify`` as people call it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from importlib.resources import files
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from lopen import Afloop
from oso_conformance.certificaat import afdruk
from oso_conformance.eis import eisen
from oso_conformance.gevallen import gevallen
from oso_conformance.plan import plan
from passend import bezwaren

Run = Callable[[str], Afloop]
_SCHEMA = json.loads(
    files("oso_conformance").joinpath("certificaat.schema.json").read_text("utf-8")
)
_BESLIST = [eis.id for eis in eisen().values() if eis.beslist]


def test_certifies_parnassys(run: Run) -> None:
    afloop = run("parnassys")

    assert "" == afloop.fouten
    assert 0 == afloop.exit
    assert {"geslaagd", "niet van toepassing"} >= set(afloop.uitkomsten("parnassys").values())
    assert re.search(r"^oordeel +geslaagd$", afloop.uitvoer, re.MULTILINE)
    assert re.search(r"^hash +sha256:[0-9a-f]{64}$", afloop.uitvoer, re.MULTILINE)


def test_plain_output_holds_no_escape_codes(run: Run) -> None:
    assert all(teken.isprintable() or teken == "\n" for teken in run("twee").uitvoer)


def test_writes_certificate_page_and_junit(run: Run) -> None:
    map_ = run("parnassys").map

    assert ["parnassys.html", "parnassys.json", "parnassys.xml"] == sorted(
        pad.name for pad in map_.iterdir()
    )
    suite = ET.parse(map_ / "parnassys.xml").find("testsuite")
    assert suite is not None
    assert str(len(plan())) == suite.get("tests")
    assert "0" == suite.get("failures")


def test_same_input_gives_the_same_hash_whatever_the_user_has_set(run: Run) -> None:
    eerst, opnieuw = run("parnassys"), run("nog eens")

    assert eerst.certificaat("parnassys")["hash"] == opnieuw.certificaat("parnassys")["hash"]
    assert len(plan()) == sum(
        opnieuw.certificaat("parnassys")["inhoud"]["telling"]["proeven"].values()
    )


def test_json_is_the_certificate(run: Run) -> None:
    afloop = run("nog eens")

    assert afloop.certificaat("parnassys") == json.loads(afloop.uitvoer)


def test_hash_changes_with_the_plugin(run: Run) -> None:
    hashes = {
        run("parnassys").certificaat("parnassys")["hash"],
        run("twee").certificaat("spiegel")["hash"],
        run("twee").certificaat("vader_is_moeder")["hash"],
    }

    assert 3 == len(hashes)


@pytest.mark.parametrize(
    ("welke", "naam"),
    [("parnassys", "parnassys"), ("twee", "spiegel"), ("twee", "vader_is_moeder")]
    + [(naam, naam) for naam in ("hangt", "verdwijnt", "laadt_niet", "kan_niets")],
)
def test_certificate_fits_its_schema_and_its_hash(run: Run, welke: str, naam: str) -> None:
    certificaat = run(welke).certificaat(naam)

    assert [] == list(bezwaren(certificaat, _SCHEMA, _SCHEMA))
    assert certificaat["hash"] == afdruk(certificaat["inhoud"])


def test_recommended_eis_does_not_decide(run: Run) -> None:
    uitkomsten = run("twee").uitkomsten("spiegel")

    assert "gezakt" == uitkomsten.pop("E.ONT.05")
    assert {"geslaagd"} == {u for eis, u in uitkomsten.items() if not eis.startswith("E.IMP")}
    assert "geslaagd" == run("twee").certificaat("spiegel")["inhoud"]["oordeel"]


def test_failure_names_eis_geval_place_own_field_and_remedy(run: Run) -> None:
    afloop = run("twee")

    assert 1 == afloop.exit
    assert "gezakt" == afloop.uitkomsten("vader_is_moeder")["E.MAP.01"]
    assert "gezakt  E.MAP.01" in afloop.uitvoer
    assert "- Hier staat iets anders dan er hoort te staan." in afloop.uitvoer
    assert "plaats   /dossier/huidigeschool/leerling/verzorger/relatietotkind" in afloop.uitvoer
    assert "bron     leerling.relaties.relatie" in afloop.uitvoer
    assert "gevallen G01, G02" in afloop.uitvoer
    assert eisen()["E.MAP.01"].herstel in afloop.uitvoer


def test_several_plugins_end_in_a_summary(run: Run) -> None:
    regels = run("twee").uitvoer.splitlines()

    assert ["spiegel          geslaagd", "vader_is_moeder  niet geslaagd"] == regels[-2:]


@pytest.mark.parametrize("naam", ["hangt", "verdwijnt", "verdwijnt_bij_import", "laadt_niet"])
def test_run_that_breaks_off_is_never_a_success(run: Run, naam: str) -> None:
    afloop = run(naam)
    inhoud = afloop.certificaat(naam)["inhoud"]
    uitkomsten = afloop.uitkomsten(naam)

    assert 2 == afloop.exit
    assert "niet vast te stellen" == inhoud["oordeel"]
    assert inhoud["storing"] in afloop.uitvoer
    assert all(uitkomsten[eis] != "geslaagd" for eis in _BESLIST if not eis.startswith("E.ONT"))
    assert (ET.parse(afloop.map / f"{naam}.xml").find(".//error")) is not None


def test_tells_where_it_broke_off(run: Run) -> None:
    assert "na 12 seconden niet klaar, bij E.MAP.01-G01." in run("hangt").uitvoer
    assert "stopte voortijdig (code 0), bij E.MAP.01-G01." in run("verdwijnt").uitvoer
    assert "(code 0), bij het laden." in run("verdwijnt_bij_import").uitvoer


def test_hanging_test_is_not_established_and_the_rest_was_not_run(run: Run) -> None:
    proeven = [
        p for e in run("hangt").certificaat("hangt")["inhoud"]["eisen"] for p in e["proeven"]
    ]
    uitkomsten = [proef["uitkomst"] for proef in proeven]

    assert 1 == uitkomsten.count("niet vast te stellen")
    assert "fout van het hulpmiddel" in uitkomsten


def test_plugin_that_does_not_load_tells_every_reason(run: Run) -> None:
    afloop = run("laadt_niet")

    assert "gezakt" == afloop.uitkomsten("laadt_niet")["E.ONT.01"]
    assert "oso_exporr is no hook; did you mean 'oso_export'?" in afloop.uitvoer


def test_mapping_that_is_wrong_tells_every_reason(run: Run) -> None:
    uitvoer = run("verkeerd_afgebeeld").uitvoer

    assert "Land has no field 'warde'; did you mean 'waarde'?" in uitvoer
    assert "Land.omschrijving is not mapped" in uitvoer


@pytest.mark.parametrize("naam", ["eindigt", "slaat_over"])
def test_plugin_can_not_end_or_skip_the_suite(run: Run, naam: str) -> None:
    afloop = run(naam)

    assert 1 == afloop.exit
    assert "gezakt" == afloop.uitkomsten(naam)["E.ONT.04"]
    assert "" == afloop.certificaat(naam)["inhoud"]["storing"]


def test_plugin_that_can_do_nothing_gets_no_certificate(run: Run) -> None:
    afloop = run("kan_niets")

    assert 1 == afloop.exit
    assert "gezakt" == afloop.uitkomsten("kan_niets")["E.ONT.03"]
    assert "niet van toepassing" == afloop.uitkomsten("kan_niets")["E.MAP.01"]


def test_gevallen_that_are_still_to_come_are_one_requirement_that_is_not_met(run: Run) -> None:
    afloop = run("begonnen")
    uitkomsten = afloop.uitkomsten("begonnen")
    wachten = [eis for eis, uitkomst in uitkomsten.items() if uitkomst == "niet vast te stellen"]

    assert 1 == afloop.exit
    assert ["E.ONT.04", "E.ONT.05", "E.ONT.07"] == [
        e for e, u in uitkomsten.items() if u == "gezakt"
    ]
    assert "fout van het hulpmiddel" not in uitkomsten.values()
    assert f"{len(wachten)} eisen wachten op de gevallen die er nog niet zijn." in afloop.uitvoer
    assert not [eis for eis in wachten if eis in afloop.uitvoer]


def test_the_first_geval_that_is_still_to_come_says_which_file_and_line(run: Run) -> None:
    uitvoer = run("begonnen").uitvoer

    assert 1 == uitvoer.count("Begin met ")
    assert "Begin met G01, gewone leerling naar het voortgezet onderwijs." in uitvoer
    assert "`oso gevallen G01 --vendor begonnen` toont wie het is." in uitvoer
    assert "vul zijn sleutel in: gevallen/gevallen.toml, regel 9." in uitvoer


def test_a_fault_that_the_system_can_not_hold_is_not_supported_with_the_reason(run: Run) -> None:
    proeven = _eis(run("begonnen").certificaat("begonnen"), "E.FOU.01")["proeven"]
    [proef] = [proef for proef in proeven if proef["geval"] == "F07"]

    assert "niet ondersteund" == proef["uitkomst"]
    assert "elk adres staat in de leerling zelf" == proef["reden"]


def test_unknown_plugin_writes_nothing(run: Run) -> None:
    afloop = run("onbekend")

    assert 2 == afloop.exit
    assert "did you mean 'parnassys'?" in afloop.fouten
    assert [] == list(afloop.map.iterdir())


def _gevoelig() -> set[str]:
    """Return who the pupils are: names, numbers, dates, addresses."""
    namen = ("achternaam", "bsn", "onderwijsnummer", "geboortedatum", "straat", "nummer", "iban")
    gevonden = set()
    for geval in gevallen().values():
        for naam in namen:
            for waarde in re.findall(f"<{naam}>([^<]+)<".encode(), geval.data):
                gevonden.add(waarde.decode())
    return {waarde for waarde in gevonden if len(waarde) > 4}


@pytest.mark.parametrize("soort", ["html", "json", "xml"])
@pytest.mark.parametrize(
    ("welke", "naam"), [("parnassys", "parnassys"), ("twee", "vader_is_moeder")]
)
def test_no_file_holds_a_value_of_a_pupil(run: Run, welke: str, naam: str, soort: str) -> None:
    tekst = (run(welke).map / f"{naam}.{soort}").read_text("utf-8")

    assert len(_gevoelig()) > 100
    assert set() == {
        waarde for waarde in _gevoelig() if re.search(rf"\b{re.escape(waarde)}\b", tekst)
    }


def test_terminal_shows_no_value_of_a_pupil(run: Run) -> None:
    tekst = run("twee").uitvoer

    assert set() == {waarde for waarde in _gevoelig() if waarde in tekst}


def _eis(certificaat: dict[str, Any], naam: str) -> dict[str, Any]:
    return next(eis for eis in certificaat["inhoud"]["eisen"] if eis["id"] == naam)


def test_certificate_tells_what_the_system_never_delivers(run: Run) -> None:
    plugin = run("parnassys").certificaat("parnassys")["inhoud"]["plugin"]

    assert {"veld", "reden"} == set(plugin["ontbreekt"][0])
    assert "/dossier/huidigeschool/leerling/geboorteplaats" in {
        deel["veld"] for deel in plugin["ontbreekt"]
    }


def test_every_bad_record_is_tried(run: Run) -> None:
    eis = _eis(run("parnassys").certificaat("parnassys"), "E.FOU.02")

    assert [naam for naam in gevallen() if naam.startswith("F")] == [
        proef["geval"] for proef in eis["proeven"]
    ]


def test_certificate_names_every_capability_and_why_not(run: Run) -> None:
    kan = {
        deel["naam"]: deel for deel in run("twee").certificaat("spiegel")["inhoud"]["mogelijkheden"]
    }

    assert ["export", "import", "swv uit", "swv in"] == list(kan)
    assert {"POSWV": True, "VOSWV": True} == {
        deel["naam"]: deel["getoetst"] for deel in kan["swv uit"]["profielen"]
    }
    assert "scholen lezen dossiers in met een ander systeem" == kan["import"]["reden"]
    assert {"2017.1": False, "2018.1": False, "2019.1": True} == {
        deel["naam"]: deel["getoetst"] for deel in kan["export"]["versies"]
    }
    assert "2017.1, 2018.1: het systeem is nieuwer dan deze versie" in run("twee").uitvoer


def test_eis_of_a_capability_that_is_not_there_does_not_apply_with_the_reason(run: Run) -> None:
    certificaat = run("kan_niets").certificaat("kan_niets")

    assert "niet van toepassing" == _eis(certificaat, "E.SWV.01")["uitkomst"]
    assert all(proef["reden"] for proef in _eis(certificaat, "E.SWV.01")["proeven"])


def test_a_system_that_only_takes_in_gets_a_certificate(run: Run) -> None:
    afloop = run("neemt alleen aan")
    inhoud = afloop.certificaat("inlezer")["inhoud"]
    uitkomsten = afloop.uitkomsten("inlezer")

    assert 0 == afloop.exit
    assert {"geslaagd"} == {
        uitkomst
        for eis, uitkomst in uitkomsten.items()
        if eis.startswith("E.IMP") and eis != "E.IMP.17"
    }
    assert "niet van toepassing" == uitkomsten["E.IMP.17"] == uitkomsten["E.MAP.01"]
    assert (
        "dit systeem neemt alleen aan"
        == _eis(afloop.certificaat("inlezer"), "E.MAP.01")["proeven"][0]["reden"]
    )
    assert ["import", "swv in"] == [
        kan["naam"] for kan in inhoud["mogelijkheden"] if kan["ondersteund"]
    ]
    assert [] == list(bezwaren(afloop.certificaat("inlezer"), _SCHEMA, _SCHEMA))

"""``oso vendors`` with distributions as an installer lays them down, good ones and bad ones."""

from __future__ import annotations

import pytest

from .conftest import installeer

_KOP = """
import sys
from oso_adapters import Exporteur, Leverancier, hookimpl

@hookimpl
def oso_leverancier():
    return Leverancier(naam="Systeem", maker="Maker", pakketnaam="p", pakketversie="1")
"""
_EXPORT = """
@hookimpl
def oso_export():
    return {}
"""
DISTRIBUTIES = {
    "goed": _KOP,
    "prater": "print('hallo van prater')\n" + _KOP,
    "importfout": "waarde = {}['sleutel']",
    "taalfout": "def oso_export(:",
    "stopper": "import sys; sys.exit(0)",
    "zonder": "import module_die_niet_bestaat",
    "spelfout": _KOP + _EXPORT.replace("oso_export", "oso_expert"),
    "verkeerd": _KOP + _EXPORT,
    "ongemerkt": _KOP + _EXPORT.replace("@hookimpl\n", ""),
    "halve_afbeelding": _KOP
    + """
import attrs
from oso_adapters.gegevensset import Land
from oso_adapters.mapping import afbeelding, van

@attrs.frozen
class Record:
    naam: str = ""

afbeelding(Land, Record, waarde=van("naan"))
""",
}
DISTRIBUTIE = {"dubbel": "tweeling_a"}
REDENEN = {
    "importfout": ["import of oso_proef_importfout raises KeyError at ", "run that code by itself"],
    "taalfout": ["import of oso_proef_taalfout raises SyntaxError", "run that code by itself"],
    "stopper": [
        "calls sys.exit at ",
        "stopper.py:1",
        "must return or raise, never end the program",
    ],
    "zonder": ["needs the module 'module_die_niet_bestaat', which is not installed; install it"],
    "spelfout": ["oso_expert is no hook; did you mean 'oso_export'?"],
    "verkeerd": ["oso_export must return Exporteur, but returns dict"],
    "ongemerkt": ["oso_export is not marked; put @hookimpl from oso_adapters above it"],
    "halve_afbeelding": [
        "Record has no field 'naan'; did you mean 'naam'?",
        "Land.omschrijving is not mapped; name its source, or use ontbreekt('reason')",
    ],
    "dubbel": ["two installed plugins call themselves 'dubbel'; remove one of them"],
    "spook": ["import of bestaat_nergens needs the module 'bestaat_nergens'"],
}


@pytest.fixture(scope="module")
def geinstalleerd(tmp_path_factory):
    map_ = tmp_path_factory.mktemp("distributies")
    for naam, bron in DISTRIBUTIES.items():
        installeer(map_, naam, f"[oso_adapters]\n{naam} = oso_proef_{naam}\n", bron)
    for naam in ("tweeling_a", "tweeling_b"):
        installeer(map_, naam, f"[oso_adapters]\ndubbel = oso_proef_{naam}\n", _KOP)
    installeer(map_, "spook", "[oso_adapters]\nspook = bestaat_nergens\n")
    installeer(
        map_,
        "opdrachten",
        """
        [oso_adapters.opdrachten]
        kapot = oso_proef_opdrachten:opdracht
        gestopt = oso_proef_stopper:opdracht
        geen = oso_proef_goed:oso_leverancier
        check = oso_proef_stopper:opdracht
        """,
        "raise RuntimeError('kapotte opdracht')",
    )
    return map_


@pytest.fixture(scope="module")
def oso_ernaast(oso_apart, geinstalleerd):
    """Return a function that runs ``oso`` beside these distributions."""
    return lambda *woorden: oso_apart(*woorden, PYTHONPATH=str(geinstalleerd))


@pytest.fixture(scope="module")
def vendors(oso_ernaast):
    return oso_ernaast("vendors")


class TestGeinstalleerd:
    def test_plugins_that_do_not_load_make_exit_1(self, vendors):
        assert vendors.code == 1
        assert "Traceback" not in vendors.uit + vendors.fout

    @pytest.mark.parametrize("naam", ["goed", "prater", "dubbel"])
    def test_a_good_plugin_is_listed_beside_the_bad_ones(self, vendors, naam):
        (regel,) = [r for r in vendors.uit.splitlines() if r.split()[:1] == [naam]]

        assert ["Systeem", "Maker"] == regel.split()[1:3]
        assert regel.rstrip().endswith(f"oso-{DISTRIBUTIE.get(naam, naam)} 1.0")

    @pytest.mark.parametrize("naam", REDENEN)
    def test_a_bad_plugin_is_reported_with_cause_and_remedy(self, vendors, naam):
        blokken = vendors.uit.split("does not load  ")[1:]
        (redenen,) = [b for b in blokken if b.splitlines()[0].strip() == naam]

        assert [] == [deel for deel in REDENEN[naam] if deel not in redenen]

    def test_what_a_plugin_prints_at_import_is_kept_out_of_stdout(self, vendors):
        assert "hallo van prater" not in vendors.uit
        assert "hallo van prater" in vendors.fout

    def test_a_plugin_that_does_not_load_can_not_export(self, oso_ernaast):
        klaar = oso_ernaast("export", "importfout", ".", "--overdracht", "POVO")

        assert klaar.code == 2
        assert "import of oso_proef_importfout raises KeyError" in klaar.fout
        assert "Traceback" not in klaar.fout

    def test_broken_plugins_and_commands_do_not_touch_a_check(self, oso_ernaast, geval, tmp_path):
        bestand = tmp_path / "G01.xml"
        bestand.write_bytes(geval("G01"))
        klaar = oso_ernaast("check", str(bestand))

        assert klaar.code == 0
        assert "geldig" in klaar.uit
        assert klaar.fout == ""

    def test_broken_commands_are_listed_with_the_others(self, oso_ernaast):
        klaar = oso_ernaast("--help")

        assert klaar.code == 0
        for naam in ("check", "vendors", "kapot", "gestopt", "geen"):
            assert f"\n  {naam} " in klaar.uit

    @pytest.mark.parametrize(
        ("naam", "oorzaak"),
        [
            ("kapot", "oso_proef_opdrachten:opdracht does not load: RuntimeError; reinstall"),
            ("gestopt", "oso_proef_stopper:opdracht does not load: SystemExit; reinstall"),
            ("geen", "oso_proef_goed:oso_leverancier is no command; reinstall"),
        ],
    )
    def test_a_broken_command_says_why_and_proves_nothing(self, oso_ernaast, naam, oorzaak):
        klaar = oso_ernaast(naam, "iets", "--optie")

        assert klaar.code == 2
        assert klaar.uit == ""
        assert oorzaak in klaar.fout
        assert "Traceback" not in klaar.fout


def test_a_plugin_is_listed_with_what_it_can(oso):
    uitkomst = oso("vendors")
    (regel,) = [r for r in uitkomst.uit.splitlines() if r.startswith("parnassys ")]

    assert [0, ""] == [uitkomst.code, uitkomst.fout]
    wat = ["export,", "import,", "swv"]
    assert ["parnassys", "ParnasSys", "Topicus", "Education", *wat] == regel.split()[:7]
    assert "BB, POPO, POSWV, POVO" in regel
    assert "2019.1" in regel
    assert "oso-parnassys " in regel

"""``oso schema`` prints a schema that other tools can use."""

from __future__ import annotations

import pytest
from lxml import etree

from oso_adapters import VERSIES
from oso_adapters.binding import schema_tekst

ONBEKENDE_CODE = (b"<akkoord>Ja<", b"<akkoord>ja<")


def _schema(uitkomst):
    return etree.XMLSchema(etree.fromstring(uitkomst.uit.encode()))


@pytest.mark.parametrize("streng", [False, True])
@pytest.mark.parametrize("versie", VERSIES, ids=str)
def test_prints_the_schema_that_the_check_uses(oso, versie, streng):
    uitkomst = oso("schema", str(versie), *(["--streng"] if streng else []))

    assert schema_tekst(versie, streng=streng) == uitkomst.uit
    assert [0, ""] == [uitkomst.code, uitkomst.fout]


@pytest.mark.parametrize("vlaggen", [[], ["--streng"]], ids=["plain", "strict"])
def test_the_schema_accepts_a_valid_dossier_and_refuses_a_broken_one(oso, dossier, vlaggen):
    schema = _schema(oso("schema", "2019.1", *vlaggen))
    kapot = dossier.replace(b"<brincode>00YY<", b"<brincode>00yy<")

    assert schema.validate(etree.fromstring(dossier))
    assert not schema.validate(etree.fromstring(kapot))


@pytest.mark.parametrize(("vlaggen", "goed"), [([], True), (["--streng"], False)])
def test_only_the_strict_schema_knows_the_code_lists(oso, dossier, vlaggen, goed):
    schema = _schema(oso("schema", "2019.1", *vlaggen))

    assert goed == schema.validate(etree.fromstring(dossier.replace(*ONBEKENDE_CODE)))


def test_writes_the_schema_the_rules_and_how_to_run_them(oso, tmp_path, dossier):
    uitkomst = oso("schema", "2019.1", "--uit", tmp_path / "uit")
    tekst = (tmp_path / "uit" / "LEESMIJ-2019.1-afspraak.md").read_text("utf-8")

    assert [0, ""] == [uitkomst.code, uitkomst.fout]
    assert {"oso-2019.1.xsd", "oso-2019.1-afspraak.sch", "LEESMIJ-2019.1-afspraak.md"} == {
        bestand.name for bestand in (tmp_path / "uit").iterdir()
    }
    assert _bestand(tmp_path / "uit" / "oso-2019.1.xsd").validate(etree.fromstring(dossier))
    assert "248 van de 248 regels" in uitkomst.uit
    assert "248 van de 248 regels" in tekst
    assert "net.sf.saxon.Transform -s:oso-2019.1-afspraak.sch" in tekst
    assert "`OG.03`: Het schema laat bij deze datum alleen 31 juli toe." in tekst


def _bestand(pad):
    return etree.XMLSchema(etree.parse(pad))


def test_writes_the_rules_of_one_sheet_and_rule_set(oso, tmp_path):
    keuze = ("--regelset", "gepubliceerd", "--blad", "OV", "--streng")
    uitkomst = oso("schema", "2018.1", *keuze, "--uit", tmp_path)
    regels = (tmp_path / "oso-2018.1-gepubliceerd-OV.sch").read_text("utf-8")
    tekst = (tmp_path / "LEESMIJ-2018.1-gepubliceerd-OV.md").read_text("utf-8")

    assert 0 == uitkomst.code
    assert 'id="OVa.IZ03"' in regels
    assert 'id="PaO.LL01"' not in regels
    assert (tmp_path / "oso-2018.1-streng.xsd").exists()
    assert "Dit zijn de regels van het OV-blad." in tekst
    assert "`OVa.TR04`" in tekst


def test_overwrites_nothing_but_with_the_same(oso, tmp_path):
    oso("schema", "2019.1", "--uit", tmp_path)
    weer = oso("schema", "2019.1", "--uit", tmp_path)
    regels = tmp_path / "oso-2019.1-afspraak.sch"
    regels.write_text("van mij", "utf-8")
    uitkomst = oso("schema", "2019.1", "--uit", tmp_path)

    assert 0 == weer.code
    assert [2, ""] == [uitkomst.code, uitkomst.uit]
    assert "nothing is overwritten" in uitkomst.fout
    assert "van mij" == regels.read_text("utf-8")


def test_says_what_to_do_when_the_folder_is_a_file(oso, tmp_path):
    (tmp_path / "bestand").write_text("x", "utf-8")

    uitkomst = oso("schema", "2019.1", "--uit", tmp_path / "bestand")

    assert [2, ""] == [uitkomst.code, uitkomst.uit]
    assert "can't be written to" in uitkomst.fout


@pytest.mark.parametrize("keuze", [("--regelset", "afspraak"), ("--blad", "auto")])
def test_a_choice_of_rules_needs_a_place_to_write_them(oso, keuze):
    uitkomst = oso("schema", "2019.1", *keuze)

    assert [2, ""] == [uitkomst.code, uitkomst.uit]
    assert "--uit" in uitkomst.fout


@pytest.mark.parametrize("woorden", [(), ("1999.1",), ("2019.1", "2018.1"), ("2019.1", "--los")])
def test_refuses_what_it_does_not_know(oso, woorden):
    uitkomst = oso("schema", *woorden)

    assert [2, ""] == [uitkomst.code, uitkomst.uit]
    assert "Usage:" in uitkomst.fout

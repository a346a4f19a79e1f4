"""What an import does to an administration of ESIS, and what it never does."""

from __future__ import annotations

from pathlib import Path

import attrs
import oso_esis
import pytest
from oso_esis.source import read_administratie

from oso_adapters import read_dossier
from oso_adapters.errors import ConfigurationError
from oso_adapters.gegevensset import Land
from oso_adapters.mapping import neem_over

IMPORT = oso_esis.oso_import()
VOORBEELDEN = Path(oso_esis.__file__).parent / "voorbeelden" / "leerlinggegevens.xml"
GEVALLEN = ["G04", "G07", "G10", "G11", "G13", "G17", "G18"]
NIET = ("metadata", "overdrachtsoort", "inzage")


def geval(naam):
    return pytest.importorskip("oso_conformance.gevallen").gevallen()[naam].data


def neem(administratie, data, actie="importeren"):
    """Carry out what an import of one dossier would do; return the plan."""
    (plan,) = IMPORT.plan(data, administratie, actie)
    neem_over(plan, administratie)
    return plan


def na_schrijven(administratie, bestand):
    """Return the administration as it is read again."""
    IMPORT.write(bestand, administratie.records)
    return IMPORT.open(bestand)


def zonder_landnamen(deel):
    """Take the names of countries out of a block and all that is in it."""
    for veld in attrs.fields(type(deel)):
        waarde = getattr(deel, veld.name)
        for binnen in waarde if isinstance(waarde, list) else [waarde]:
            if isinstance(binnen, Land):
                binnen.omschrijving = None
            elif attrs.has(type(binnen)):
                zonder_landnamen(binnen)


def wat_blijft(data):
    """Return a dossier less what ESIS declares that it does not take over."""
    dossier = read_dossier(data)
    dossier.huidigeschool.leerling.teruggeplaatstnaarbrin = None
    zonder_landnamen(dossier.huidigeschool)
    return attrs.evolve(dossier, **dict.fromkeys(NIET))


@pytest.fixture
def school():
    """Return the administration of the sample."""
    return IMPORT.open(VOORBEELDEN)


@pytest.mark.parametrize("naam", [*GEVALLEN, "G12"])
def test_a_dossier_is_kept_whole_also_in_the_file(tmp_path, school, naam):
    data = geval(naam)
    plan = neem(school, data) if naam in GEVALLEN else IMPORT.plan(data, school)[0]
    na = plan.na
    if naam in GEVALLEN:
        na = na_schrijven(school, tmp_path / "nieuw.xml").records[-1].record

    assert wat_blijft(data) == IMPORT.lees_terug(na)


def test_a_second_time_changes_nothing(tmp_path, school):
    for naam in GEVALLEN:
        neem(school, geval(naam))
    weer = na_schrijven(school, tmp_path / "nieuw.xml")

    for actie in ("importeren", "aanvullen", "overschrijven"):
        assert [False] * 7 == [neem(weer, geval(naam), actie).verandert for naam in GEVALLEN]


def test_leaves_everybody_else_as_they_were(tmp_path, school):
    voor = list(read_administratie(VOORBEELDEN))
    neem(school, geval("G10"))
    na = na_schrijven(school, tmp_path / "nieuw.xml").records

    assert voor == na[:-1]
    assert "4107" == na[-1].sleutel


def test_a_povo_dossier_is_not_for_a_primary_school(school):
    (plan,) = IMPORT.plan(geval("G01"), school)

    assert not plan.mag
    assert "IM.profiel" in [melding.regel for melding in plan.meldingen]


def test_the_school_that_hands_over_is_the_school_of_origin(tmp_path, school):
    """It must never become the own school, which is often the only thing that looks alike."""
    neem(school, geval("G18"))
    neem(school, geval("G18"), "overschrijven")
    leerling = na_schrijven(school, tmp_path / "nieuw.xml").records[-1].record.leerling

    assert "Basisschool De Vlierhof" == leerling.vestiging.naam
    assert ("Testschool De Lindeboom", "1198", "2017-08-28", "2020-02-28") == (
        leerling.herkomst.vestiging.naam,
        leerling.herkomst.leerlingnummer,
        leerling.herkomst.instroomdatum,
        leerling.herkomst.uitstroomdatum,
    )
    assert (None, None) == (leerling.instroomdatum, leerling.uitstroomdatum)


def test_years_at_another_school_do_not_become_years_at_this_one(tmp_path, school):
    neem(school, geval("G18"))
    stappen = na_schrijven(school, tmp_path / "nieuw.xml").records[-1].record.leerling.plaatsingen
    hoort = read_dossier(geval("G18")).huidigeschool.leerling.schoolloopbaanlijst

    assert [(s.schooljaar, s.brincode, s.groepscode) for s in hoort] == [
        (s.schooljaar, s.vestiging.brincode, s.groepscode) for s in stappen
    ]


def test_a_vestiging_that_a_dossier_does_not_name_does_not_become_the_main_building(school):
    code = b"<arrangement_vestigingscode>04</arrangement_vestigingscode>"
    record = IMPORT.plan(geval("G12").replace(code, b""), school)[0].na
    eerste, tweede = IMPORT.lees_terug(
        record
    ).huidigeschool.leerling.onderwijsondersteuning.arrangement_cluster12

    assert [("08SS", None), ("09SS", "01")] == [
        (a.arrangement_brin, a.arrangement_vestigingscode) for a in (eerste, tweede)
    ]


def test_what_esis_writes_with_a_comma_gets_one(school):
    leerling = IMPORT.plan(geval("G12"), school)[0].na.leerling

    assert "4,5" == leerling.rapporten[0].vakken[0].onderdelen[0].waardering.cijfer
    assert "0,3" == leerling.gewicht_nieuw
    assert "90.5" == leerling.toetsafnames[0].resultaat.osoresultaat.toetsscore.tijd


@pytest.mark.parametrize(
    ("oud", "nieuw", "label", "reden"),
    [
        (
            b"<jaargroep>3</jaargroep>",
            b"<jaargroep>P</jaargroep>",
            "Jaargroep",
            "heeft geen jaargroep P",
        ),
        (b">6030</land>", b">5002</land>", "Land", "een waarde uit de tabel 'land'"),
    ],
)
def test_a_value_that_esis_has_no_word_for_is_told(school, oud, nieuw, label, reden):
    data = geval("G10").replace(oud, nieuw)
    (plan,) = IMPORT.plan(data, school)
    verloren = [(regel.label, regel.waarom) for regel in plan.regels if regel.let_op]

    assert any(label in wat and reden in waarom for wat, waarom in verloren)


def test_a_definitive_record_keeps_all_but_the_eindtoets(school):
    neem(school, geval("G10"))
    bron = school.records[-1]
    leerling = attrs.evolve(bron.record.leerling, roepnaam="Anders", definitief="true")
    school.zet(
        len(school.records) - 1,
        attrs.evolve(bron, record=attrs.evolve(bron.record, leerling=leerling)),
    )
    plan = neem(school, geval("G10"), "overschrijven")

    assert not plan.verandert
    assert "Anders" == school.records[-1].record.leerling.roepnaam


@pytest.mark.parametrize(
    ("tekst", "dicht"), [(None, False), ("false", False), ("1", True), ("true", True), ("x", True)]
)
def test_what_is_unclear_counts_as_definitive(school, tekst, dicht):
    record = school.records[0].record
    leerling = attrs.evolve(record.leerling, definitief=tekst)

    assert dicht is IMPORT.definitief(attrs.evolve(record, leerling=leerling))


def test_a_doubt_about_an_export_does_not_close_the_administration(school):
    assert "9" == school.records[1].record.leerling.geslacht


def test_an_administration_that_is_not_read_whole_is_not_written_over(uitvoer):
    uitvoer.nieuw(uitvoer.leerling(), "<lievelingskleur>oranje</lievelingskleur>")

    with pytest.raises(ConfigurationError, match="can't be read whole"):
        IMPORT.open(uitvoer.schrijf())


def test_a_file_that_is_none_of_esis_is_never_lost(tmp_path):
    (tmp_path / "leerlinggegevens.xml").write_bytes(VOORBEELDEN.read_bytes())
    (tmp_path / "notitie.txt").write_text("van de school")

    with pytest.raises(ConfigurationError, match="would get lost"):
        IMPORT.open(tmp_path)

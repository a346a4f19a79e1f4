"""What is peculiar to ESIS: keys, what the public part says, secrets, and what a finding says."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import attrs
import oso_esis
import pytest
from oso_esis import records, records_ondersteuning, records_resultaten, records_school
from oso_esis.source import read, read_administratie

from oso_adapters import load_plugins, read_dossier
from oso_adapters.melding import Ernst, Wie

PLUGIN = load_plugins([("esis", oso_esis)]).plugin("esis")
EXPORT = oso_esis.oso_export()
MAP = Path(oso_esis.__file__).parent
GEHEIM = "Zqx7geheim"


def leerling_in(resultaat):
    return resultaat.dossier.huidigeschool.leerling


def school_in(resultaat):
    return resultaat.dossier.huidigeschool


def kaal(data):
    """Read a dossier without what says which package made it."""
    dossier = read_dossier(data)
    dossier.metadata.pakketnaam = dossier.metadata.pakketversie = None
    return dossier


def test_is_of_primary_schools():
    assert ("ESIS", {"po"}) == (PLUGIN.leverancier.naam, set(PLUGIN.leverancier.sectoren))


@pytest.mark.parametrize("overdracht", ["POVO", "POPO", "BB"])
def test_sample_has_five_good_leerlingen_and_one_with_a_diagnosis_in_words(uitvoer, overdracht):
    resultaten = [uitvoer.export(nr, overdracht) for nr in range(1, 7)]

    assert [True] * 5 + [False] == [r.data is not None for r in resultaten]


def test_each_geval_becomes_its_canonical_dossier_or_is_held_back():
    gevallen = pytest.importorskip("oso_conformance.gevallen").gevallen()
    bronnen = {record.sleutel: record for record in read(EXPORT.gevallen.bron)}

    for naam, sleutel in EXPORT.gevallen.sleutels.items():
        geval = gevallen[naam]
        resultaat = EXPORT.export(
            bronnen[sleutel], PLUGIN.leverancier, overdracht=geval.profiel, dag=geval.dag
        )
        if geval.goed:
            niet_gespecificeerd = [("leerling.geslacht",)] if naam == "G16" else []
            assert niet_gespecificeerd == [m.bronvelden for m in resultaat.meldingen], naam
            assert kaal(geval.data) == kaal(resultaat.data), naam
        else:
            assert resultaat.data is None, naam
            assert all(m.bronvelden for m in resultaat.meldingen), naam


class TestKeys:
    """A key points to one thing, or there is a finding."""

    def test_join_addresses_verzorgers_vestiging_and_group(self, uitvoer):
        uit = uitvoer.export()
        leerling = leerling_in(uit)

        assert [("Veerstraat", "81", "bis")] == [
            (a.straat, a.nummer, a.toevoeging) for a in leerling.adreslijst
        ]
        assert ["Hoekstra", "Bruin"] == [v.achternaam for v in leerling.verzorger]
        assert ("00YY", "00") == (school_in(uit).brincode, school_in(uit).vestigingscode)
        assert ("8", "Sterren") == (
            leerling.schoolloopbaanlijst[-1].groepscode,
            leerling.schoolloopbaanlijst[-1].groepsnaam,
        )

    @pytest.mark.parametrize(
        ("pad", "veld"),
        [
            ("groep", "groep"),
            ("vestiging", "vestiging"),
            ("huisarts", "huisarts"),
            ("adressen/adres", "adressen"),
            ("relaties/relatie/verzorger", "relaties.verzorger"),
            ("plaatsingen/plaatsing/vestiging", "plaatsingen.vestiging"),
        ],
    )
    @pytest.mark.parametrize("sleutel", ["weg", ""])
    def test_that_points_nowhere_holds_the_leerling_back(self, uitvoer, pad, veld, sleutel):
        uitvoer.leerling(pad).set("key", sleutel)

        assert ("fout", f"leerling.{veld}") in uitvoer.bezwaren()
        assert uitvoer.export().data is None

    def test_that_points_nowhere_inside_a_table_is_found_as_well(self, uitvoer):
        uitvoer.vind("verzorgers/verzorger/adressen/adres").set("key", "weg")

        assert [("fout", "leerling.relaties.verzorger.adressen")] == uitvoer.bezwaren()

    def test_that_stands_twice_points_nowhere(self, uitvoer):
        uitvoer.nieuw(uitvoer.vind("groepen"), '<groep key="G001"><naam>9</naam></groep>')

        assert ("fout", "leerling.groep") in uitvoer.bezwaren()

    @pytest.mark.parametrize(
        "tekst",
        [
            "<huisarts>P001</huisarts>",
            "<huisarts><achternaam>Zqx7geheim</achternaam></huisarts>",
            '<huisarts key="H001"><achternaam>Zqx7geheim</achternaam></huisarts>',
        ],
    )
    def test_must_stand_alone_in_an_attribute(self, uitvoer, tekst):
        uitvoer.leerling().remove(uitvoer.leerling("huisarts"))
        uitvoer.nieuw(uitvoer.leerling(), tekst)

        assert [("fout", "leerling.huisarts")] == uitvoer.bezwaren()

    def test_of_other_leerlingen_do_no_harm(self, uitvoer):
        uitvoer.leerling("vestiging").set("key", "weg")

        assert [False, True] == [uitvoer.export(nr).data is not None for nr in (1, 3)]


class TestVestiging:
    """BRIN and number of a school come from two places."""

    def test_without_brin_is_of_the_school_of_the_file(self, uitvoer):
        uitvoer.vind("school/brincode").text = "02YY"

        assert "02YY" == school_in(uitvoer.export()).brincode

    @pytest.mark.parametrize(("tekst", "code"), [("00", "00"), ("", "00"), ("07", "07")])
    def test_without_dependancecode_is_the_main_building(self, uitvoer, tekst, code):
        uitvoer.nieuw(
            uitvoer.vind("vestigingen/vestiging"), f"<dependancecode>{tekst}</dependancecode>"
        )

        assert code == school_in(uitvoer.export()).vestigingscode

    @pytest.mark.parametrize("tekst", ["7", "123", "A1", "00YY00"])
    def test_with_another_dependancecode_is_refused(self, uitvoer, tekst):
        uitvoer.nieuw(
            uitvoer.vind("vestigingen/vestiging"), f"<dependancecode>{tekst}</dependancecode>"
        )

        veld = "leerling.vestiging.dependancecode"
        assert ("AF.waarde", (veld,)) in uitvoer.fouten()

    def test_of_a_leerling_without_one_is_that_of_the_file(self, uitvoer):
        uitvoer.leerling().remove(uitvoer.leerling("vestiging"))
        school = school_in(uitvoer.export())
        uitvoer.vind("school/dependancecode").text = "01"
        oost = school_in(uitvoer.export())

        assert ("00", "Basisschool De Vlierhof") == (school.vestigingscode, school.naam)
        assert ("01", "Basisschool De Vlierhof, locatie Oost") == (oost.vestigingscode, oost.naam)

    def test_of_a_file_that_stands_nowhere_has_numbers_only(self, uitvoer):
        uitvoer.leerling().remove(uitvoer.leerling("vestiging"))
        uitvoer.vind("school/dependancecode").text = "04"
        school = school_in(uitvoer.export())

        assert ("00YY", "04", None) == (school.brincode, school.vestigingscode, school.naam)

    def test_of_another_school_has_a_brin_of_its_own(self, uitvoer):
        stap = leerling_in(uitvoer.export(3)).schoolloopbaanlijst[0]

        assert ("03SS", "02") == (stap.brincode, stap.vestigingscode)


class TestPlaatsing:
    """The public part says where a leerling is this year."""

    def test_of_this_year_follows_from_the_public_part(self, uitvoer):
        uitvoer.vind("school/schooljaar").text = "2020-2021"
        stap = leerling_in(uitvoer.export()).schoolloopbaanlijst[-1]

        assert ("2020-2021", "8", "00YY", "00") == (
            stap.schooljaar,
            stap.jaargroep,
            stap.brincode,
            stap.vestigingscode,
        )

    def test_of_another_year_is_not_touched(self, uitvoer):
        uitvoer.leerling("jaargroep").text = "7"
        stappen = leerling_in(uitvoer.export()).schoolloopbaanlijst

        assert ["6", "7", "7"] == [stap.jaargroep for stap in stappen]

    @pytest.mark.parametrize("code", ["B", "D", "V", "C", "N", "H", "P", "9", "10"])
    def test_in_a_jaargroep_that_the_standard_lacks_is_refused(self, uitvoer, code):
        uitvoer.leerling("jaargroep").text = code

        assert [("AF.code", ("leerling.plaatsingen.jaargroep",))] == uitvoer.fouten()

    @pytest.mark.parametrize("code", ["0", "1", "8", "11", "16", "S"])
    def test_in_any_other_jaargroep_goes_along(self, uitvoer, code):
        uitvoer.leerling("jaargroep").text = code

        assert code == leerling_in(uitvoer.export()).schoolloopbaanlijst[-1].jaargroep

    @pytest.mark.parametrize("jaar", ["2019-2021", "2019", "19-20"])
    def test_with_a_school_year_that_is_none_is_refused(self, uitvoer, jaar):
        uitvoer.leerling("plaatsingen/plaatsing/schooljaar").text = jaar

        assert [("AF.waarde", ("leerling.plaatsingen.schooljaar",))] == uitvoer.fouten()


class TestGeslacht:
    """EDEXML knows 9, the standard does not."""

    def test_not_specified_is_left_out_with_a_warning(self, uitvoer):
        resultaat = uitvoer.export(2)

        assert leerling_in(resultaat).geslacht is None
        assert resultaat.data is not None
        assert [(Ernst.WAARSCHUWING, ("leerling.geslacht",), Wie.SCHOOL)] == [
            (m.ernst, m.bronvelden, m.wie) for m in resultaat.meldingen
        ]

    def test_of_a_verzorger_likewise(self, uitvoer):
        uitvoer.vind("verzorgers/verzorger/geslacht").text = "9"

        assert [("waarschuwing", "leerling.relaties.verzorger.geslacht")] == uitvoer.bezwaren()
        assert leerling_in(uitvoer.export()).verzorger[0].geslacht is None

    @pytest.mark.parametrize("code", ["3", "M", "99", " 1"])
    def test_that_is_no_code_at_all_is_refused(self, uitvoer, code):
        uitvoer.leerling("geslacht").text = code

        assert [("AF.code", ("leerling.geslacht",))] == uitvoer.fouten()


def test_a_diagnosis_in_words_tells_what_to_choose(uitvoer):
    (melding,) = uitvoer.export(6).meldingen

    assert ("AF.code", ("leerling.ondersteuning.diagnoses.codes",)) == (
        melding.regel,
        melding.bronvelden,
    )
    assert "F81.0" in melding.herstel
    assert "dyslectisch" not in repr(melding.als_dict())


@pytest.mark.parametrize(
    ("tekst", "code"), [("0", "0.00"), ("0,3", "0.30"), ("1,2", "1.20"), ("?", None)]
)
def test_reads_the_gewicht_with_a_comma(uitvoer, tekst, code):
    uitvoer.leerling("gewicht_nieuw").text = tekst
    resultaat = uitvoer.export()

    assert (code, ()) == (leerling_in(resultaat).leerlinggewicht, resultaat.meldingen)


def test_a_gewicht_with_a_point_is_left_out_with_a_warning(uitvoer):
    uitvoer.leerling("gewicht_nieuw").text = "0.3"
    resultaat = uitvoer.export()

    assert leerling_in(resultaat).leerlinggewicht is None
    assert [("AF.code", Ernst.WAARSCHUWING)] == [(m.regel, m.ernst) for m in resultaat.meldingen]


def test_writes_marks_with_a_point(uitvoer):
    rapport = leerling_in(uitvoer.export()).cijferlijstlijst[0]
    rekenen, gym = rapport.cijferlijstTypelijst

    assert ("8.5", "8.2") == (rekenen.onderdeel[0].score.waarde, rekenen.score[0].waarde)
    assert "ruim voldoende" == gym.score[0].kwalificatie


def test_a_country_is_known_by_its_iso_code(uitvoer):
    uitvoer.vind("adressen/adres[4]/land").text = "BE"
    land = leerling_in(uitvoer.export()).adreslijst[0].land

    assert ("5010", "België") == (land.waarde, land.omschrijving)


@pytest.mark.parametrize("code", ["NLD", "6030", "Nederland", "XK"])
def test_another_country_is_refused(uitvoer, code):
    uitvoer.vind("adressen/adres[4]/land").text = code

    assert {("AF.waarde", ("leerling.adressen.land",))} <= set(uitvoer.fouten())


class TestToetsafnames:
    """Results stand one after the other; a test has its parts below it."""

    def test_parts_belong_to_the_test_of_the_same_day(self, uitvoer):
        (toets,) = leerling_in(uitvoer.export(4)).toetslijst

        assert "VTR-M8" == toets.toetsidentificatie.eldtoetscode
        assert ["VTR-M8-G"] == [deel.eldonderdeelcode for deel in toets.toetsonderdeel]

    def test_a_part_of_another_day_is_not_mixed_in(self, uitvoer):
        plek = "toetsafnames/toetsafname/resultaten/resultaat[2]/afnamedatum"
        uitvoer.leerling(plek, 4).text = "2019-06-01"
        resultaat = uitvoer.export(4)

        assert [0, 1] == [len(t.toetsonderdeel) for t in leerling_in(resultaat).toetslijst]
        assert resultaat.data is None

    def test_results_of_another_leerling_are_refused(self, uitvoer):
        uitvoer.leerling("toetsafnames/toetsafname/leerlingid").text = "4102"

        assert [("fout", "leerling.toetsafnames.leerlingid")] == uitvoer.bezwaren()

    def test_result_in_another_form_is_not_lost_without_a_word(self, uitvoer):
        resultaat = uitvoer.leerling("toetsafnames/toetsafname/resultaten/resultaat")
        resultaat.remove(resultaat.find("{*}osoresultaat"))
        uitvoer.nieuw(resultaat, "<anderresultaat>B</anderresultaat>")

        veld = "leerling.toetsafnames.resultaat.anderresultaat"
        assert [("waarschuwing", veld)] == uitvoer.bezwaren()
        assert uitvoer.export().data is None


class TestGeheim:
    """What is secret or opted out stays at school."""

    def test_address_of_a_leerling_is_nowhere_in_the_dossier(self, uitvoer):
        data = uitvoer.export(3).data

        assert b"Duivendaal" not in data
        assert b"0612340120" not in data

    def test_address_that_would_come_out_by_a_verzorger_holds_the_dossier_back(self, uitvoer):
        uitvoer.vind("verzorgers/verzorger[3]/adres_geheim").text = "false"

        veld = "leerling.relaties.verzorger.adres_geheim"
        assert [("fout", veld)] == uitvoer.bezwaren(3)
        assert uitvoer.export(3).data is None

    def test_address_that_would_come_out_by_an_institution_likewise(self, uitvoer):
        adres = uitvoer.leerling("adressen/adres", 3).get("key")
        instelling = uitvoer.nieuw(uitvoer.vind("instellingen"), '<instelling key="I9"/>')
        uitvoer.nieuw(instelling, f'<adressen><adres key="{adres}"/></adressen>')
        uitvoer.nieuw(uitvoer.leerling("", 3), '<aansprakelijke_instelling key="I9"/>')

        assert uitvoer.export(3).data is None
        assert ("fout", "leerling.relaties.verzorger.adres_geheim") in uitvoer.bezwaren(3)

    @pytest.mark.parametrize("tekst", ["1", " true ", "true"])
    def test_truth_of_xml_in_any_form_is_secret(self, uitvoer, tekst):
        uitvoer.leerling("adres_geheim", 3).text = tekst

        assert b"Duivendaal" not in uitvoer.export(3).data

    @pytest.mark.parametrize("tekst", ["ja", "True", "J"])
    def test_anything_else_holds_the_dossier_back(self, uitvoer, tekst):
        uitvoer.leerling("adres_geheim", 3).text = tekst

        assert uitvoer.export(3).data is None

    def test_misspelt_secret_holds_the_dossier_back(self, uitvoer):
        geheim = uitvoer.leerling("adres_geheim", 3)
        geheim.tag = geheim.tag.replace("adres_geheim", "adresgeheim")

        assert uitvoer.export(3).data is None

    def test_category_that_is_opted_out_stays_at_school(self, uitvoer):
        uitvoer.nieuw(
            uitvoer.leerling(),
            "<niet_uitwisselen><categorie>verzuim</categorie></niet_uitwisselen>",
        )

        assert leerling_in(uitvoer.export()).verzuim is None

    def test_unknown_category_holds_the_dossier_back(self, uitvoer):
        uitvoer.leerling("niet_uitwisselen/categorie", 3).text = GEHEIM

        assert [("AF.optuit", ())] == uitvoer.fouten(3)


def test_public_email_address_is_one_of_the_contactgegevens_once(uitvoer):
    def nummers():
        return [c.nummer for c in leerling_in(uitvoer.export()).communicatielijst]

    eerst = nummers()
    contact = uitvoer.nieuw(uitvoer.leerling("contactgegevens"), "<contactgegeven/>")
    uitvoer.nieuw(contact, "<soort>email</soort>")
    uitvoer.nieuw(contact, "<waarde>fenna.hoekstra@example.nl</waarde>")

    assert ["0317555130", "fenna.hoekstra@example.nl"] == eerst == nummers()


def test_bsn_gets_its_zero_back(uitvoer):
    assert "091440014" == leerling_in(uitvoer.export(2)).bsn


def test_onderwijsnummer_is_no_bsn(uitvoer):
    leerling = leerling_in(uitvoer.export(4))

    assert (None, "994400026") == (leerling.bsn, leerling.onderwijsnummer)


@pytest.mark.parametrize("naam", ["sofinummer", "bsn_ondwnr-4", "rijksregisternummer"])
def test_other_numbers_are_no_number_of_the_standard(uitvoer, naam):
    bsn = uitvoer.leerling("bsn")
    bsn.tag = bsn.tag.replace("}bsn", f"}}{naam}")
    resultaat = uitvoer.export()

    assert resultaat.data is None
    assert [] == uitvoer.bezwaren()


def test_no_value_in_a_finding_or_repr(uitvoer):
    for element in uitvoer.leerling().iter():
        if len(element) == 0 and element.text:
            element.text = GEHEIM
    uitvoer.leerling("groep").set("key", GEHEIM)
    uitvoer.leerling("relaties/relatie/verzorger").set("key", GEHEIM)
    uitvoer.leerling().set(GEHEIM.lower(), GEHEIM)
    uitvoer.leerling().text = GEHEIM

    record = uitvoer.records()[0]
    resultaat = uitvoer.export()
    teksten = [f"{m!r} {m.als_dict()}" for m in resultaat.meldingen]

    assert len(teksten) > 15
    assert resultaat.data is None
    assert GEHEIM not in " ".join(teksten)
    assert GEHEIM not in f"{record!r} {record.record!r} {record.record.leerling!r}"


@pytest.mark.parametrize(
    "module", [records, records_ondersteuning, records_resultaten, records_school]
)
def test_repr_of_a_record_holds_no_value(module):
    for naam in module.__all__:
        cls = getattr(module, naam)

        assert GEHEIM not in repr(cls(**{a.name: GEHEIM for a in attrs.fields(cls)})), naam


def test_names_a_source_or_a_reason_for_every_place():
    plaats = "/dossier/huidigeschool/leerling"

    assert "mag niet in een dossier" == EXPORT.ontbreekt[f"{plaats}/geboorteplaats"]
    assert ("leerling.geboortedatum",) == EXPORT.lineage[f"{plaats}/geboortedatum"]


def test_records_know_every_field_of_the_gevallen():
    gelezen = read_administratie(MAP / "gevallen" / "leerlinggegevens.xml")
    meldingen = [melding for record in gelezen for melding in record.meldingen]

    assert Ernst.WAARSCHUWING not in [m.ernst for m in meldingen]


def test_data_is_part_of_the_package():
    for naam in ("codes.toml", "gevallen/gevallen.toml", "voorbeelden/leerlinggegevens.xml"):
        assert files("oso_esis").joinpath(naam).is_file()

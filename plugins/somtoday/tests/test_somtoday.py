"""What is peculiar to Somtoday: answers that belong together, absent fields, marks per subject."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

import attrs
import oso_somtoday
import pytest
from namaak_somtoday import DAG
from oso_somtoday import (
    records,
    records_dossier,
    records_ondersteuning,
    records_oso,
    records_plaatsing,
    records_resultaten,
    records_toetsen,
    records_vo,
    records_wie,
)
from oso_somtoday.source import read

from oso_adapters import Exportresultaat, load_plugins
from oso_adapters.gegevensset import Leerling
from oso_adapters.melding import Ernst, Wie

PLUGIN = load_plugins([("somtoday", oso_somtoday)]).plugin("somtoday")
MAP = Path(oso_somtoday.__file__).parent
GEHEIM = "Zqx7geheim"
MODULES = [
    records,
    records_dossier,
    records_ondersteuning,
    records_oso,
    records_plaatsing,
    records_resultaten,
    records_toetsen,
    records_vo,
    records_wie,
]


def leerling_in(resultaat: Exportresultaat) -> Leerling:
    assert resultaat.dossier is not None
    assert resultaat.dossier.huidigeschool is not None
    assert resultaat.dossier.huidigeschool.leerling is not None
    return resultaat.dossier.huidigeschool.leerling


def nummers(persoon: Any) -> list[tuple[str, str, bool | None]]:
    return [(c.aanduiding, c.nummer, c.geheim) for c in persoon.communicatielijst or []]


def fouten(resultaat: Exportresultaat) -> list[tuple[str, tuple[str, ...]]]:
    return [(m.regel, m.bronvelden) for m in resultaat.meldingen if m.ernst is Ernst.FOUT]


def test_delivers_takes_in_and_asks_for_support():
    assert ("export", "import", "swv") == PLUGIN.mogelijkheden
    assert {"vo"} == PLUGIN.leverancier.sectoren


@pytest.mark.parametrize("overdracht", ["VOVO", "BB"])
def test_sample_has_five_good_leerlingen_and_one_with_a_parent_who_is_not_shared(
    uitvoer, overdracht
):
    resultaten = {nr: uitvoer.export(nr, overdracht) for nr in (39884, 41207, 41950, 42015, 42188)}

    assert [True] * 5 == [resultaat.data is not None for resultaat in resultaten.values()]
    assert [("AF.bron", ("leerling.verzorgers",))] == fouten(uitvoer.export(42301, overdracht))


def test_absent_fields_say_nothing(uitvoer):
    gevonden = leerling_in(uitvoer.export(42015))

    assert gevonden.adreslijst is None
    assert gevonden.gba is None
    assert gevonden.adresgeheim is True


def test_secret_address_stays_at_school_also_when_it_is_delivered(uitvoer):
    adres = uitvoer.leerling(41207)["adres"]
    uitvoer.leerling(42015)["adres"] = adres
    uitvoer.oso(42015)["adressen"] = [{"soort": "POSTADRES", "adres": adres}]
    uitvoer.antwoord(42015)["ouderVerzorgers"][0]["adres"] = adres

    data = uitvoer.export(42015).data

    assert data is not None
    assert b"Sluiskade" not in data
    assert b"7311SK" not in data


def test_address_abroad_is_no_dutch_address(uitvoer):
    gevonden = leerling_in(uitvoer.export(42188))

    assert ["Kerkstraat 8 bus 2", "2387 Baarle-Hertog", "België"] == gevonden.adresbuitenland
    assert gevonden.adreslijst is None


def test_leerling_may_have_an_address_here_and_one_abroad(uitvoer):
    uitvoer.leerling(41207)["adres"]["buitenlands_adres"] = "Kerkstraat 8"

    gevonden = leerling_in(uitvoer.export())

    assert ["Kerkstraat 8"] == gevonden.adresbuitenland
    assert ["Sluiskade"] == [adres.straat for adres in gevonden.adreslijst or []]


def test_flat_numbers_become_a_list(uitvoer):
    assert [
        ("prive", "0555551207", False),
        ("prive", "0612347011", False),
        ("prive", "mirthe.aalbers@example.nl", None),
    ] == nummers(leerling_in(uitvoer.export()))


def test_secret_numbers_of_a_parent_are_told_apart(uitvoer):
    vader, moeder = leerling_in(uitvoer.export()).verzorger

    assert [
        ("prive", "0612347028", False),
        ("werk", "9999999999", True),
        ("prive", "b.aalbers@example.nl", None),
    ] == nummers(vader)
    assert [("prive", "0555551214", False)] == nummers(moeder)


@pytest.mark.parametrize("vlag", ["telefoonnummer_geheim", "mobielwerknummer_geheim"])
def test_number_of_unknown_kind_is_secret_when_one_of_the_flags_says_so(uitvoer, vlag):
    moeder = uitvoer.antwoord()["ouderVerzorgers"][1]
    del moeder["uitgebreidTelefoonnummer"]
    moeder[vlag] = True

    data = uitvoer.export().data

    assert data is not None
    assert b"0555551214" not in data


def test_parents_come_in_the_order_of_the_school(uitvoer):
    uitvoer.leerling()["verzorgers"][0]["volgnummer"] = 3

    assert ["Haar", "Aalbers"] == [v.achternaam for v in leerling_in(uitvoer.export()).verzorger]


def test_parent_without_volgnummer_comes_last(uitvoer):
    del uitvoer.leerling()["verzorgers"][0]["volgnummer"]

    assert ["Haar", "Aalbers"] == [v.achternaam for v in leerling_in(uitvoer.export()).verzorger]


def test_knows_parents_by_their_relation_when_the_leerling_names_none(uitvoer):
    del uitvoer.leerling()["verzorgers"]

    assert ["Aalbers", "Haar"] == [v.achternaam for v in leerling_in(uitvoer.export()).verzorger]


def test_parent_of_another_child_is_no_parent_of_this_one(uitvoer):
    uitvoer.antwoord()["ouderVerzorgers"] += uitvoer.antwoord(42015)["ouderVerzorgers"]

    assert len(leerling_in(uitvoer.export()).verzorger) == 2


def test_relation_is_that_to_this_child(uitvoer):
    vader = uitvoer.antwoord()["ouderVerzorgers"][0]
    vader["relatie_tot_leerlingen"].insert(
        0, {"uuid": "ander kind", "relatiesoort": "Voogd", "ouderlijk_gezag": False}
    )

    eerste = leerling_in(uitvoer.export()).verzorger[0]

    assert ("1", True) == (eerste.relatietotkind, eerste.wettigevertegenwoordiger)


def test_parent_who_is_there_twice_is_none(uitvoer):
    ouders = uitvoer.antwoord()["ouderVerzorgers"]
    ouders.append(ouders[0])

    assert ("fout", "leerling.verzorgers") in uitvoer.bezwaren()


@pytest.mark.parametrize(("uuid", "iban"), [(None, None), ("ander", None)])
def test_account_of_the_leerling_is_not_that_of_a_parent(uitvoer, uuid, iban):
    uitvoer.leerling()["debiteurGegevens"]["ouderVerzorgerUUID"] = uuid

    assert [iban, iban] == [v.iban for v in leerling_in(uitvoer.export()).verzorger]


def test_account_goes_with_the_parent_who_pays(uitvoer):
    assert ["NL02TEST0412070001", None] == [v.iban for v in leerling_in(uitvoer.export()).verzorger]


def test_brin_is_the_one_of_the_last_placement(uitvoer):
    resultaat = uitvoer.export()

    assert resultaat.dossier is not None
    assert resultaat.dossier.huidigeschool is not None
    assert "05" == resultaat.dossier.huidigeschool.vestigingscode
    assert "05" == (leerling_in(resultaat).schoolloopbaanlijst or [])[-1].vestigingscode


def test_never_guesses_a_brin(uitvoer):
    del uitvoer.leerling()["plaatsingen"][0]["digiDeliveryId"]

    resultaat = uitvoer.export()

    assert ("AF.waarde", ("vestiging.brins",)) in fouten(resultaat)
    assert resultaat.data is None


def test_one_brin_needs_no_digidelivery(uitvoer):
    del uitvoer.leerling(42015)["plaatsingen"][0]["digiDeliveryId"]

    assert uitvoer.export(42015).data is not None


def test_says_when_the_location_is_not_there(uitvoer):
    uitvoer.leerling()["vestiging"]["uuid"] = "weg"

    assert ("fout", "leerling.vestiging") in uitvoer.bezwaren()
    assert uitvoer.export().data is None


def test_only_location_needs_no_name(uitvoer):
    for deel in uitvoer.vestigingen.values():
        del deel[0]
    del uitvoer.leerling(42015)["vestiging"]

    assert uitvoer.export(42015).data is not None


def test_year_that_stands_in_both_answers_counts_once(uitvoer):
    plaatsing = uitvoer.leerling()["plaatsingen"][0]
    uitvoer.oso()["schoolloopbaan"].append({"plaatsing": plaatsing, "brin": "00YY05"})

    stappen = leerling_in(uitvoer.export()).schoolloopbaanlijst or []

    assert ["2018-2019", "2019-2020"] == [stap.schooljaar for stap in stappen]


def test_placement_becomes_a_step(uitvoer):
    stap = (leerling_in(uitvoer.export()).schoolloopbaanlijst or [])[-1]

    assert ("H4B", "14", "0353", "HAVO", "VO") == (
        stap.groepscode,
        stap.jaargroep,
        stap.voelementcode,
        stap.schooltype,
        stap.schoolsoort,
    )


def test_files_of_marks_become_a_report_for_each_period(uitvoer):
    lijsten = leerling_in(uitvoer.export()).cijferlijstlijst or []

    assert ["periode 1", "periode 2"] == [lijst.periode for lijst in lijsten]
    assert [
        [
            ("Nederlands", "6.8", None),
            ("Biologie", "8.0", None),
            ("Lichamelijke opvoeding", None, "G"),
        ],
        [("Nederlands", "7.0", None), ("Lichamelijke opvoeding", None, "V")],
    ] == [
        [
            (vak.naam, vak.score[0].waarde, vak.score[0].kwalificatie)
            for vak in lijst.cijferlijstTypelijst or []
        ]
        for lijst in lijsten
    ]


def test_mark_that_counts_is_that_of_the_best_try(uitvoer):
    tweede = (leerling_in(uitvoer.export()).cijferlijstlijst or [])[1]

    (onderdeel,) = (tweede.cijferlijstTypelijst or [])[0].onderdeel
    assert onderdeel.score is not None
    assert ("Spreekvaardigheid", "7.0") == (onderdeel.naam, onderdeel.score.waarde)


def test_tells_of_marks_without_an_average(uitvoer):
    periode = uitvoer.antwoord()["voortgangsdossiers"][0]["periodes"][0]
    del periode["rapportgemiddelde"], periode["periodegemiddelde"]

    assert [("waarschuwing", "voortgangsdossiers.periodes.rapportgemiddelde")] == uitvoer.bezwaren()
    assert uitvoer.export().data is not None


def test_exam_becomes_a_result_for_each_kind_of_mark(uitvoer):
    vakken = leerling_in(uitvoer.export(39884)).resultaatvakkenvo

    gevonden = [
        (
            vak.vakcode,
            vak.afgerond,
            [str(c) for c in vak.cijferse] or None,
            vak.eindcijferse and str(vak.eindcijferse),
            vak.cijferce and str(vak.cijferce),
            vak.exameneindcijfer,
            vak.beoordelingexamenvak,
        )
        for vak in vakken
    ]
    assert [
        ("0011", True, ["7.2", "6.5"], None, None, None, None),
        ("0011", True, None, "6.9", None, None, None),
        ("0011", True, None, None, "6.6", None, None),
        ("0011", True, None, None, None, 7, None),
        ("0153", False, ["6.1", "5.5"], None, None, None, None),
        ("0153", False, None, "5.8", None, None, None),
        ("2400", True, None, None, None, None, "voldoende"),
        ("1140", True, None, None, None, None, None),
    ] == gevonden


@pytest.mark.parametrize("weg", ["naam", "code"])
def test_exam_subject_without_code_holds_the_dossier_back(uitvoer, weg):
    keuze = uitvoer.leerling(39884)["vakkeuzes"][0]
    if weg == "naam":
        keuze["school_vaknaam"] = "Iets anders"
    else:
        del keuze["landelijke_vakcode"]

    assert ("fout", "leerling.vakkeuzes.landelijke_vakcode") in uitvoer.bezwaren(39884)


def test_leaves_out_what_must_not_be_exchanged(uitvoer):
    gevonden = leerling_in(uitvoer.export(41950))

    assert gevonden.toetslijst is None
    assert gevonden.eindtoets_basisonderwijs is not None


def test_unknown_category_to_leave_out_holds_the_dossier_back(uitvoer):
    uitvoer.oso()["niet_uitwisselen"] = [GEHEIM]

    assert [("AF.optuit", ())] == fouten(uitvoer.export())


def test_support_request_goes_without_number_and_with_its_link(uitvoer):
    swv = oso_somtoday.oso_swv()
    record = uitvoer.record(41950)

    resultaat = swv.export(record, PLUGIN.leverancier, overdracht="VOSWV", dag=DAG)

    assert resultaat.data is not None
    assert uitvoer.leerling(41950)["BSN"].encode() not in resultaat.data
    assert uitvoer.oso(41950)["koppelsleutel"] == resultaat.koppelsleutel


def test_leerling_without_inschrijving_is_for_the_school(uitvoer):
    del uitvoer.oso()["inschrijfdatum"]

    meldingen = [m for m in uitvoer.export().meldingen if m.ernst is Ernst.FOUT]
    assert [("oso.inschrijfdatum",)] == [m.bronvelden for m in meldingen]
    assert {Wie.SCHOOL} == {m.wie for m in meldingen}


def test_no_value_in_a_finding_or_repr(uitvoer):
    antwoord = uitvoer.antwoord(41950)

    def vervang(deel: Any) -> Any:
        if isinstance(deel, dict):
            return {naam: w if naam == "uuid" else vervang(w) for naam, w in deel.items()}
        if isinstance(deel, list):
            return [vervang(w) for w in deel]
        return GEHEIM if isinstance(deel, str) else deel

    uitvoer.bestanden["41950.json"] = vervang(antwoord)
    record = uitvoer.record(41950)
    resultaat = uitvoer.export(41950)

    teksten = [f"{m!r} {m.als_dict()}" for m in resultaat.meldingen]
    assert len(teksten) > 15
    assert resultaat.data is None
    assert GEHEIM not in " ".join(teksten)
    assert GEHEIM not in f"{record!r} {record.record!r} {record.record.leerling!r} {resultaat!r}"


@pytest.mark.parametrize("module", MODULES)
def test_repr_of_a_record_holds_no_value(module: Any):
    for naam in module.__all__:
        cls = getattr(module, naam)

        assert GEHEIM not in repr(cls(**{a.name: GEHEIM for a in attrs.fields(cls)})), naam


@pytest.mark.parametrize("naam", ["voorbeelden", "gevallen"])
def test_records_know_every_field_of_the_data(naam: str):
    meldingen = [m for record in read(MAP / naam) for m in record.meldingen]

    assert Ernst.WAARSCHUWING not in [m.ernst for m in meldingen]


def test_data_is_part_of_the_package():
    for naam in ("codes.toml", "gevallen/gevallen.toml", "voorbeelden/vestigingen.json"):
        assert files("oso_somtoday").joinpath(naam).is_file()

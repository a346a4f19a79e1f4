"""What is peculiar to ParnasSys: references by id, secrets, and what a finding may say."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import oso_parnassys
import pytest
from oso_parnassys import records, records_ondersteuning, records_resultaten, records_school
from oso_parnassys.source import read

from oso_adapters import Exportresultaat, load_plugins, read_dossier
from oso_adapters.gegevensset import Dossier, Leerling
from oso_adapters.melding import Ernst, Wie

if TYPE_CHECKING:
    from conftest import Uitvoer

PLUGIN = load_plugins([("parnassys", oso_parnassys)]).plugin("parnassys")
EXPORT = oso_parnassys.oso_export()
SWV = oso_parnassys.oso_swv()
MAP = Path(oso_parnassys.__file__).parent
VOORBEELDEN = MAP / "voorbeelden"
GEHEIM = "Zqx7geheim"


def leerling_in(resultaat: Exportresultaat) -> Leerling:
    assert resultaat.dossier is not None
    assert resultaat.dossier.huidigeschool is not None
    assert resultaat.dossier.huidigeschool.leerling is not None
    return resultaat.dossier.huidigeschool.leerling


def fouten(resultaat: Exportresultaat) -> list[tuple[str, tuple[str, ...]]]:
    return [(m.regel, m.bronvelden) for m in resultaat.meldingen if m.ernst is Ernst.FOUT]


def _gevallen() -> Mapping[str, Any]:
    module = pytest.importorskip("oso_conformance.gevallen")
    gevonden: Mapping[str, Any] = module.gevallen()
    return gevonden


def _kaal(data: bytes) -> Dossier:
    """Read a dossier without what says which package made it."""
    dossier = read_dossier(data)
    assert isinstance(dossier, Dossier)
    assert dossier.metadata is not None
    dossier.metadata.pakketnaam = dossier.metadata.pakketversie = None
    return dossier


def test_delivers_and_takes_in() -> None:
    assert PLUGIN.mogelijkheden == ("export", "import", "swv")
    assert PLUGIN.leverancier.naam == "ParnasSys"


@pytest.mark.parametrize("overdracht", ["POVO", "POPO", "BB"])
def test_sample_has_five_good_leerlingen_and_one_with_a_wrong_value(
    uitvoer: Uitvoer, overdracht: str
) -> None:
    resultaten = [
        EXPORT.export(record, PLUGIN.leverancier, overdracht=overdracht, dag=date(2020, 3, 16))
        for record in uitvoer.records()
    ]

    assert [r.data is not None for r in resultaten] == [True] * 5 + [False]
    assert fouten(resultaten[-1]) == [("AF.code", ("leerling.overstapadvies.schooladvies",))]


def test_each_geval_becomes_its_canonical_dossier_or_is_held_back() -> None:
    gevallen = _gevallen()
    assert EXPORT.gevallen is not None
    bronnen = {record.sleutel: record for record in read(EXPORT.gevallen.bron)}

    eigen = {naam: geval for naam, geval in gevallen.items() if naam in EXPORT.gevallen.sleutels}
    assert eigen.keys() == {
        naam
        for naam, geval in gevallen.items()
        if geval.profiel in SWV.uit.profielen | EXPORT.profielen
        and geval.sector in PLUGIN.leverancier.sectoren
    }
    for naam, geval in eigen.items():
        record = bronnen[EXPORT.gevallen.sleutels[naam]]
        levert = SWV if geval.voor_swv else EXPORT
        resultaat = levert.export(
            record, PLUGIN.leverancier, overdracht=geval.profiel, dag=geval.dag
        )
        if geval.goed:
            assert resultaat.meldingen == (), naam
            assert resultaat.data is not None
            assert _kaal(resultaat.data) == _kaal(geval.data), naam
        else:
            assert resultaat.data is None, naam
            assert all(m.bronvelden for m in resultaat.meldingen), naam


def test_request_for_support_goes_with_its_link_and_without_number(uitvoer: Uitvoer) -> None:
    leerling = uitvoer.leerlingen[3]
    zonder = _vraag(uitvoer)
    leerling["koppelsleutel"] = "7C0B1E52-3D6A-4F18-9A27-5E81C4D0B36F"
    met = _vraag(uitvoer)

    assert met.data is not None
    assert met.data == zonder.data
    assert leerling["bsn"].encode() not in met.data
    assert leerling["koppelsleutel"].encode() not in met.data
    assert (met.koppelsleutel, zonder.koppelsleutel) == (leerling["koppelsleutel"], None)


def _vraag(uitvoer: Uitvoer) -> Exportresultaat:
    return SWV.export(
        uitvoer.records()[3], PLUGIN.leverancier, overdracht="POSWV", dag=date(2020, 3, 16)
    )


def test_joins_address_group_school_year_and_school(uitvoer: Uitvoer) -> None:
    gevonden = leerling_in(uitvoer.export())

    assert gevonden.adreslijst is not None
    assert gevonden.schoolloopbaanlijst is not None
    assert [(a.straat, a.nummer, a.toevoeging, a.postcode) for a in gevonden.adreslijst] == [
        ("Kolkmansweg", "8", "a", "7433CD")
    ]
    stap = gevonden.schoolloopbaanlijst[0]
    assert (stap.schooljaar, stap.groepscode, stap.groepsnaam, stap.brincode) == (
        "2016-2017",
        "5a",
        "Hazen",
        "00YY",
    )


@pytest.mark.parametrize(
    ("naam", "waarde", "veld"),
    [
        ("leerlingAdres", "9999", "leerling.leerlingAdres"),
        ("leerlingAdres", ["1003", "9999"], "leerling.leerlingAdres"),
        ("school", "9999", "leerling.school"),
        ("school", 11, "leerling.school"),
        ("bijlagen", ["9999"], "leerling.bijlagen"),
        ("relaties", [{"verzorger": "9999"}], "leerling.relaties.verzorger"),
    ],
)
def test_names_the_field_of_a_dangling_reference(
    uitvoer: Uitvoer, naam: str, waarde: Any, veld: str
) -> None:
    uitvoer.leerling[naam] = waarde

    assert uitvoer.bezwaren() == [("fout", veld)]
    assert uitvoer.export().data is None


def test_finds_a_dangling_reference_inside_a_table(uitvoer: Uitvoer) -> None:
    uitvoer.bron["verzorgers"]["verzorger"][0]["adressen"] = ["9999"]

    assert uitvoer.bezwaren() == [("fout", "leerling.relaties.verzorger.adressen")]


def test_refuses_an_id_that_points_to_two_rows(uitvoer: Uitvoer) -> None:
    uitvoer.bron["adressen"]["adres"].append({"id": "1003", "straat": "Elders"})

    assert ("fout", "leerling.leerlingAdres") in uitvoer.bezwaren()


def test_empty_reference_points_nowhere_and_that_is_all(uitvoer: Uitvoer) -> None:
    uitvoer.leerling["huisarts"] = ""

    assert uitvoer.bezwaren() == []
    assert uitvoer.export().data is not None


def test_other_leerlingen_do_not_suffer_from_one_bad_reference(uitvoer: Uitvoer) -> None:
    uitvoer.leerling["leerlingAdres"] = "9999"

    assert uitvoer.export(0).data is None
    assert uitvoer.export(1).data is not None


def test_leaves_the_pseudo_group_out_of_the_schoolloopbaan(uitvoer: Uitvoer) -> None:
    voor = leerling_in(uitvoer.export()).schoolloopbaanlijst
    uitvoer.leerling["groepsindelingen"]["groepsindeling"].append(
        {"groep": "409", "schooljaar": "300"}
    )

    assert leerling_in(uitvoer.export()).schoolloopbaanlijst == voor


def test_takes_the_school_of_a_groepsindeling_before_that_of_the_leerling(
    uitvoer: Uitvoer,
) -> None:
    uitvoer.leerling["groepsindelingen"]["groepsindeling"][0]["school"] = "12"

    stappen = leerling_in(uitvoer.export()).schoolloopbaanlijst

    assert stappen is not None
    assert [(stap.brincode, stap.vestigingscode) for stap in stappen[:2]] == [
        ("02SS", "02"),
        ("00YY", "00"),
    ]


def test_leerling_without_groepsindelingen_is_for_the_school(uitvoer: Uitvoer) -> None:
    del uitvoer.leerling["groepsindelingen"]

    veld = "leerling.groepsindelingen.groepsindeling"
    meldingen = uitvoer.export().meldingen
    assert {m.bronvelden for m in meldingen} == {(veld,)}
    assert {m.wie for m in meldingen} == {Wie.SCHOOL}


def test_secret_address_is_secret_for_everybody_who_lives_there(uitvoer: Uitvoer) -> None:
    uitvoer.bron["adressen"]["adres"][2]["geheimadres"] = "true"

    resultaat = uitvoer.export()

    assert resultaat.data is not None
    assert b"Kolkmansweg" not in resultaat.data
    assert [v.adresgeheim for v in leerling_in(resultaat).verzorger] == [True, True]


def test_telephone_of_the_address_goes_along(uitvoer: Uitvoer) -> None:
    gevonden = leerling_in(uitvoer.export()).communicatielijst

    assert gevonden is not None
    assert [(c.soort, c.aanduiding, c.nummer) for c in gevonden] == [
        ("telefoon", "prive", "0570550101")
    ]


def test_secret_telephone_of_the_address_does_not(uitvoer: Uitvoer) -> None:
    uitvoer.bron["adressen"]["adres"][2]["telefoon"]["geheim"] = "true"

    data = uitvoer.export().data

    assert data is not None
    assert b"0570550101" not in data
    assert b"9999999999" in data


def test_leaves_out_what_must_not_be_exchanged(uitvoer: Uitvoer) -> None:
    uitvoer.leerling["nietUitwisselen"] = ["Verzuim"]

    assert leerling_in(uitvoer.export()).verzuim is None


def test_unknown_category_to_leave_out_holds_the_dossier_back(uitvoer: Uitvoer) -> None:
    uitvoer.leerling["nietUitwisselen"] = [GEHEIM]

    assert fouten(uitvoer.export()) == [("AF.optuit", ())]


def test_onderwijsnummer_goes_along_only_without_bsn(uitvoer: Uitvoer) -> None:
    uitvoer.leerling["onderwijsnummer"] = "912640024"
    met = leerling_in(uitvoer.export())
    bsn = uitvoer.leerling.pop("bsn")
    zonder = leerling_in(uitvoer.export())

    assert (met.bsn, met.onderwijsnummer) == (bsn, None)
    assert (zonder.bsn, zonder.onderwijsnummer) == (None, "912640024")


@pytest.mark.parametrize("naam", ["2019 / 2021", "2019", "19 / 20"])
def test_refuses_a_school_year_that_is_none(uitvoer: Uitvoer, naam: str) -> None:
    uitvoer.bron["schooljaren"]["schooljaar"][2]["naam"] = naam

    veld = "leerling.groepsindelingen.groepsindeling.schooljaar.naam"
    assert fouten(uitvoer.export()) == [("AF.waarde", (veld,))]


def test_eindtoets_without_parts_still_has_the_element(uitvoer: Uitvoer) -> None:
    uitvoer.leerling["eindtoets"] = {
        "deelgenomen": "true",
        "resultaat": {
            "toets": "ROUTE 8",
            "niveau": "Generiek",
            "datumAfname": "2020-02-11T00:00:00+01:00",
            "toetsadvies": "havo",
        },
    }

    assert fouten(uitvoer.export()) == []


def test_no_value_in_a_finding_or_repr(uitvoer: Uitvoer) -> None:
    leerling = uitvoer.leerling
    leerling.update({naam: GEHEIM for naam in leerling if isinstance(leerling[naam], str)})
    leerling["inzageOuders"] = dict.fromkeys(("akkoord", "datumInzage", "ingezien"), GEHEIM)
    leerling["relaties"][0]["verzorger"] = GEHEIM
    leerling["bijlagen"] = [{"bestandsnaam": GEHEIM, "bestand": f"../{GEHEIM}"}]
    leerling["nietUitwisselen"] = [GEHEIM]
    leerling["rapporten"] = GEHEIM
    leerling["leerlingAdres"] = {"huisnummer": GEHEIM, "land": GEHEIM, "postcode": GEHEIM}

    record = uitvoer.records()[0]
    resultaat = uitvoer.export()

    teksten = [f"{m!r} {m.als_dict()}" for m in resultaat.meldingen]
    assert len(teksten) > 15
    assert resultaat.data is None
    assert GEHEIM not in " ".join(teksten)
    assert GEHEIM not in f"{record.record!r} {record.record.leerling!r} {resultaat.dossier!r}"


@pytest.mark.parametrize(
    "module", [records, records_ondersteuning, records_resultaten, records_school]
)
def test_repr_of_a_record_holds_no_value(module: Any) -> None:
    for naam in module.__all__:
        cls = getattr(module, naam)

        assert GEHEIM not in repr(cls(**{a.name: GEHEIM for a in attrs.fields(cls)})), naam


def test_names_a_source_or_a_reason_for_every_place() -> None:
    plaats = "/dossier/huidigeschool/leerling"

    assert EXPORT.ontbreekt[f"{plaats}/geboorteplaats"] == "mag niet in een dossier"
    assert EXPORT.lineage[f"{plaats}/geboortedatum"] == ("leerling.geboortedatum",)


@pytest.mark.parametrize("naam", ["voorbeelden", "gevallen"])
def test_records_know_every_field_of_the_data(naam: str) -> None:
    meldingen = [m for record in read(MAP / naam) for m in record.meldingen]

    assert Ernst.WAARSCHUWING not in [m.ernst for m in meldingen]


def test_data_is_part_of_the_package() -> None:
    for naam in ("codes.toml", "gevallen/gevallen.toml", "voorbeelden/leerlingen.json"):
        assert files("oso_parnassys").joinpath(naam).is_file()

"""What is peculiar to ParnasSys: references by id, secrets, and what a finding may say."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

import attrs
import oso_parnassys
import pytest
from oso_parnassys import records, records_ondersteuning, records_resultaten, records_school
from oso_parnassys.mapping import DOSSIER
from oso_parnassys.source import lees

from oso_adapters import Exportresultaat, read_dossier
from oso_adapters.gegevensset import Dossier, Leerling
from oso_adapters.melding import Ernst, Melding

EXPORT = oso_parnassys.oso_export()
MAP = Path(oso_parnassys.__file__).parent
VOORBEELDEN = MAP / "voorbeelden"


def leerling_in(resultaat: Exportresultaat) -> Leerling:
    assert resultaat.dossier is not None
    assert resultaat.dossier.huidigeschool is not None
    assert resultaat.dossier.huidigeschool.leerling is not None
    return resultaat.dossier.huidigeschool.leerling


def fouten(resultaat: Exportresultaat) -> list[tuple[str, tuple[str, ...]]]:
    return [(m.regel, m.bronvelden) for m in resultaat.meldingen if m.ernst is Ernst.FOUT]


@pytest.mark.parametrize("overdracht", ["POVO", "POPO", "BB"])
def test_sample_has_five_good_leerlingen_and_one_with_a_wrong_value(
    overdracht: str,
    exporteer: Callable[..., Exportresultaat],
) -> None:
    resultaten = [exporteer(record, overdracht) for record in lees(VOORBEELDEN)]

    assert [r.data is not None for r in resultaten] == [True] * 5 + [False]
    assert fouten(resultaten[-1]) == [("AF.code", ("leerling.overstapadvies.schooladvies",))]


def _gevallen() -> Mapping[str, Any]:
    return pytest.importorskip("oso_conformance.gevallen").gevallen()


def _kaal(data: bytes) -> Dossier:
    """Read a dossier without what says which package made it."""
    dossier = read_dossier(data)
    assert isinstance(dossier, Dossier)
    assert dossier.metadata is not None
    dossier.metadata.pakketnaam = dossier.metadata.pakketversie = None
    return dossier


def test_each_geval_becomes_its_canonical_dossier_or_is_held_back(
    exporteer: Callable[..., Exportresultaat],
) -> None:
    gevallen = _gevallen()
    assert EXPORT.gevallen is not None
    bronnen = {record.sleutel: record for record in lees(EXPORT.gevallen.bron)}
    assert set(gevallen) == set(EXPORT.gevallen.sleutels)
    for naam, geval in gevallen.items():
        record = bronnen[EXPORT.gevallen.sleutels[naam]]

        resultaat = EXPORT.exporteer(
            record, oso_parnassys.oso_leverancier(), overdracht=geval.profiel, dag=geval.dag
        )

        if naam.startswith("G"):
            assert resultaat.meldingen == (), naam
            assert resultaat.data is not None
            assert _kaal(geval.data) == _kaal(resultaat.data), naam
        else:
            assert resultaat.data is None, naam
            assert all(m.bronvelden for m in resultaat.meldingen), naam


def test_joins_address_group_school_year_and_school(
    bron: dict[str, Any],
    schrijf: Callable[[Any], Path],
    eerste: Callable[[Path], Exportresultaat],
) -> None:
    resultaat = eerste(schrijf(bron))

    gevonden = leerling_in(resultaat)
    assert gevonden.adreslijst is not None
    assert gevonden.schoolloopbaanlijst is not None
    assert [(a.straat, a.nummer, a.toevoeging, a.postcode) for a in gevonden.adreslijst] == [
        ("Kolkmansweg", "8", "a", "7433CD")
    ]
    stap = gevonden.schoolloopbaanlijst[0]
    assert (
        stap.schooljaar,
        stap.groepscode,
        stap.groepsnaam,
        stap.brincode,
        stap.vestigingscode,
    ) == ("2016-2017", "5a", "Hazen", "00YY", "00")


@pytest.mark.parametrize(
    ("naam", "waarde", "veld"),
    [
        ("leerlingAdres", "9999", "leerling.leerlingAdres"),
        ("leerlingAdres", ["1003", "9999"], "leerling.leerlingAdres"),
        ("school", "9999", "leerling.school"),
        ("bijlagen", ["9999"], "leerling.bijlagen"),
        ("relaties", [{"verzorger": "9999"}], "leerling.relaties.verzorger"),
        ("school", 11, "leerling.school"),
    ],
)
def test_names_the_field_of_a_dangling_reference(
    bron: dict[str, Any],
    leerling: dict[str, Any],
    schrijf: Callable[[Any], Path],
    naam: str,
    waarde: Any,
    veld: str,
    eerste: Callable[[Path], Exportresultaat],
    bezwaren: Callable[[Path], list[tuple[str, str]]],
) -> None:
    leerling[naam] = waarde

    map_ = schrijf(bron)

    assert [("fout", veld)] == bezwaren(map_)
    assert eerste(map_).data is None


def test_finds_a_dangling_reference_inside_a_table(
    bron: dict[str, Any],
    schrijf: Callable[[Any], Path],
    bezwaren: Callable[[Path], list[tuple[str, str]]],
) -> None:
    bron["verzorgers"]["verzorger"][0]["adressen"] = ["9999"]

    assert bezwaren(schrijf(bron)) == [("fout", "leerling.relaties.verzorger.adressen")]


def test_refuses_an_id_that_points_to_two_rows(
    bron: dict[str, Any],
    schrijf: Callable[[Any], Path],
    bezwaren: Callable[[Path], list[tuple[str, str]]],
) -> None:
    bron["adressen"]["adres"].append({"id": "1003", "straat": "Elders"})

    assert ("fout", "leerling.leerlingAdres") in bezwaren(schrijf(bron))


def test_other_leerlingen_do_not_suffer_from_one_bad_reference(
    schrijf: Callable[[Any], Path],
    exporteer: Callable[..., Exportresultaat],
) -> None:
    bron = json.loads((VOORBEELDEN / "leerlingen.json").read_text("utf-8"))
    bron["leerlingen"]["leerling"][0]["leerlingAdres"] = "9999"

    resultaten = [exporteer(record).data for record in lees(schrijf(bron))]

    assert [data is not None for data in resultaten[:2]] == [False, True]


def test_leaves_the_pseudo_group_out_of_the_schoolloopbaan(
    bron: dict[str, Any],
    leerling: dict[str, Any],
    schrijf: Callable[[Any], Path],
    eerste: Callable[[Path], Exportresultaat],
) -> None:
    voor = leerling_in(eerste(schrijf(bron))).schoolloopbaanlijst
    leerling["groepsindelingen"]["groepsindeling"].append({"groep": "409", "schooljaar": "300"})

    assert voor == leerling_in(eerste(schrijf(bron))).schoolloopbaanlijst


def test_takes_the_school_of_a_groepsindeling_before_that_of_the_leerling(
    bron: dict[str, Any],
    leerling: dict[str, Any],
    schrijf: Callable[[Any], Path],
    eerste: Callable[[Path], Exportresultaat],
) -> None:
    leerling["groepsindelingen"]["groepsindeling"][0]["school"] = "12"

    stappen = leerling_in(eerste(schrijf(bron))).schoolloopbaanlijst

    assert stappen is not None
    assert [stap.brincode for stap in stappen[:2]] == ["02SS", "00YY"]


@pytest.mark.parametrize("ids", [None, "", 7, "500102"])
def test_says_when_a_leerling_has_no_id_of_its_own(
    schrijf: Callable[[Any], Path],
    ids: Any,
    exporteer: Callable[..., Exportresultaat],
) -> None:
    bron = json.loads((VOORBEELDEN / "leerlingen.json").read_text("utf-8"))
    bron["leerlingen"]["leerling"][2]["id"] = ids

    records_ = list(lees(schrijf(bron)))

    assert ("leerling.id",) in [m.bronvelden for m in records_[2].meldingen]
    assert exporteer(records_[2]).data is None


def test_row_that_is_no_object_becomes_a_finding(
    bron: dict[str, Any],
    schrijf: Callable[[Any], Path],
    exporteer: Callable[..., Exportresultaat],
) -> None:
    bron["leerlingen"]["leerling"].insert(0, "niets")

    stuk, goed = lees(schrijf(bron))

    assert (stuk.sleutel, stuk.record) == ("#1", None)
    assert exporteer(stuk).data is None
    assert exporteer(goed).data is not None


def test_secret_address_is_secret_for_everybody_who_lives_there(
    bron: dict[str, Any],
    schrijf: Callable[[Any], Path],
    eerste: Callable[[Path], Exportresultaat],
) -> None:
    bron["adressen"]["adres"][2]["geheimadres"] = "true"

    resultaat = eerste(schrijf(bron))

    assert resultaat.data is not None
    assert b"Kolkmansweg" not in resultaat.data
    assert [v.adresgeheim for v in leerling_in(resultaat).verzorger] == [True, True]


def test_telephone_of_the_address_goes_along_unless_it_is_secret(
    bron: dict[str, Any],
    schrijf: Callable[[Any], Path],
    eerste: Callable[[Path], Exportresultaat],
) -> None:
    telefoon = bron["adressen"]["adres"][2]["telefoon"]

    open_ = leerling_in(eerste(schrijf(bron))).communicatielijst
    telefoon["geheim"] = "true"
    geheim = eerste(schrijf(bron))

    assert open_ is not None
    assert [(c.soort, c.aanduiding, c.nummer) for c in open_] == [
        ("telefoon", "prive", "0570550101")
    ]
    assert geheim.data is not None
    assert b"0570550101" not in geheim.data
    assert b"9999999999" in geheim.data


def test_unknown_category_to_leave_out_holds_the_dossier_back(
    bron: dict[str, Any],
    leerling: dict[str, Any],
    schrijf: Callable[[Any], Path],
    eerste: Callable[[Path], Exportresultaat],
) -> None:
    leerling["nietUitwisselen"] = ["Toetsne"]

    resultaat = eerste(schrijf(bron))

    assert fouten(resultaat) == [("AF.optuit", ())]
    assert "Toetsne" not in str(resultaat.meldingen)


def test_onderwijsnummer_goes_along_only_without_bsn(
    bron: dict[str, Any],
    leerling: dict[str, Any],
    schrijf: Callable[[Any], Path],
    eerste: Callable[[Path], Exportresultaat],
) -> None:
    leerling["onderwijsnummer"] = "912640024"

    met = leerling_in(eerste(schrijf(bron)))
    bsn = leerling.pop("bsn")
    zonder = leerling_in(eerste(schrijf(bron)))

    assert (bsn, None) == (met.bsn, met.onderwijsnummer)
    assert (zonder.bsn, zonder.onderwijsnummer) == (None, "912640024")


def _teksten(melding: Melding) -> str:
    return f"{melding!r} {melding.als_dict()}"


def test_no_value_in_a_finding_error_or_repr(
    bron: dict[str, Any],
    leerling: dict[str, Any],
    schrijf: Callable[[Any], Path],
    exporteer: Callable[..., Exportresultaat],
) -> None:
    geheim = "Zqx7geheim"
    veld_namen = [naam for naam, waarde in leerling.items() if isinstance(waarde, str)]
    for naam in veld_namen:
        leerling[naam] = geheim
    leerling["inzageOuders"] = {"akkoord": geheim, "datumInzage": geheim, "ingezien": geheim}
    leerling["relaties"][0]["verzorger"] = geheim
    leerling["bijlagen"] = [{"bestandsnaam": geheim, "bestand": f"../{geheim}"}]
    leerling["nietUitwisselen"] = [geheim]
    leerling["rapporten"] = geheim
    bron["adressen"]["adres"][2] = {"id": "1003", **dict.fromkeys(("huisnummer", "land"), geheim)}

    record = next(iter(lees(schrijf(bron))))
    resultaat = exporteer(attrs.evolve(record, sleutel="1"))

    assert resultaat.data is None
    assert len(resultaat.meldingen) > 10
    assert geheim not in " ".join(_teksten(melding) for melding in resultaat.meldingen)
    assert geheim not in repr(record.record)
    assert geheim not in repr(record.record.leerling)


def test_repr_of_a_record_holds_no_value() -> None:
    for module in (records, records_ondersteuning, records_resultaten, records_school):
        for naam in module.__all__:
            cls = getattr(module, naam)
            velden = {a.name: "Zqx7geheim" for a in attrs.fields(cls)}
            assert "Zqx7geheim" not in repr(cls(**velden)), naam


@pytest.mark.parametrize(("naam", "jaar"), [("2019 / 2021", 2), ("2019", 2), ("19 / 20", 2)])
def test_refuses_a_school_year_that_is_none(
    bron: dict[str, Any],
    schrijf: Callable[[Any], Path],
    naam: str,
    jaar: int,
    eerste: Callable[[Path], Exportresultaat],
) -> None:
    bron["schooljaren"]["schooljaar"][jaar]["naam"] = naam

    veld = "leerling.groepsindelingen.groepsindeling.schooljaar.naam"
    assert [("AF.waarde", (veld,))] == fouten(eerste(schrijf(bron)))


def test_eindtoets_without_parts_still_has_the_element(
    bron: dict[str, Any],
    leerling: dict[str, Any],
    schrijf: Callable[[Any], Path],
    eerste: Callable[[Path], Exportresultaat],
) -> None:
    leerling["eindtoets"] = {
        "deelgenomen": "true",
        "resultaat": {
            "toets": "ROUTE 8",
            "niveau": "Generiek",
            "datumAfname": "2020-02-11T00:00:00+01:00",
            "toetsadvies": "havo",
        },
    }

    resultaat = eerste(schrijf(bron))

    assert fouten(resultaat) == []


def test_names_a_source_or_a_reason_for_every_place() -> None:
    assert DOSSIER is EXPORT.dossier
    assert (
        EXPORT.ontbreekt["/dossier/huidigeschool/leerling/geboorteplaats"]
        == "mag niet in een dossier"
    )
    assert EXPORT.lineage["/dossier/huidigeschool/leerling/geboortedatum"] == (
        "leerling.geboortedatum",
    )


def test_sample_and_gevallen_hold_no_field_that_the_records_lack() -> None:
    for map_ in (VOORBEELDEN, MAP / "gevallen"):
        for record in lees(map_):
            assert not [m for m in record.meldingen if m.ernst is Ernst.WAARSCHUWING]


def test_data_is_part_of_the_package() -> None:
    for naam in ("codes.toml", "gevallen/gevallen.toml", "voorbeelden/leerlingen.json"):
        assert files("oso_parnassys").joinpath(naam).is_file()

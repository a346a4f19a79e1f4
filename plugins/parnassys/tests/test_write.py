"""The administration of a school is written back whole, with every id that it had."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import oso_parnassys
import pytest
from oso_parnassys.records import (
    Groepsindeling,
    Groepsindelingen,
    Leerling,
    Overstapdossier,
    Relatie,
    Verzorger,
)
from oso_parnassys.records_school import Adres, Contactgegeven, Document, School, Schooljaar
from oso_parnassys.source import read_school, write

from oso_adapters.errors import ConfigurationError
from oso_adapters.mapping import MAX_BIJLAGEN, Bronrecord

if TYPE_CHECKING:
    from conftest import Uitvoer

MAP = Path(oso_parnassys.__file__).parent


def nieuw(**velden: Any) -> Bronrecord:
    return Bronrecord("", Overstapdossier(leerling=Leerling(**velden)))


def veranderd(bron: Bronrecord, **velden: Any) -> Bronrecord:
    leerling = attrs.evolve(bron.record.leerling, **velden)
    return attrs.evolve(bron, record=attrs.evolve(bron.record, leerling=leerling))


def inhoud(map_: Path) -> dict[str, Any]:
    gelezen: dict[str, Any] = json.loads((map_ / "leerlingen.json").read_text("utf-8"))
    return gelezen


def rijen(map_: Path, tabel: str) -> dict[str, dict[str, Any]]:
    (gevonden,) = inhoud(map_)[tabel].values()
    return {rij["id"]: rij for rij in gevonden}


@pytest.fixture
def school(uitvoer: Uitvoer) -> list[Bronrecord]:
    """Return the sample as a school reads it."""
    uitvoer.schrijf()
    return read_school(uitvoer.map)


def test_school_that_has_nothing_yet_has_no_records(tmp_path: Path) -> None:
    assert read_school(tmp_path / "nog niet") == []
    assert read_school(tmp_path) == []


@pytest.mark.parametrize("naam", ["voorbeelden", "gevallen"])
def test_what_was_read_and_written_reads_the_same(naam: str, tmp_path: Path) -> None:
    goed = [bron for bron in read_school(MAP / naam) if not bron.meldingen]

    write(tmp_path / "a", goed)
    write(tmp_path / "b", read_school(tmp_path / "a"))
    assert goed == read_school(tmp_path / "a")
    assert inhoud(tmp_path / "a") == inhoud(tmp_path / "b")
    oud = json.loads((MAP / naam / "leerlingen.json").read_text("utf-8"))
    for tabel in oud.keys() - {"leerlingen"}:
        (gevonden,) = oud[tabel].values()
        assert {rij["id"] for rij in gevonden} == rijen(tmp_path / "a", tabel).keys(), tabel


def test_rows_that_nobody_points_to_stay(uitvoer: Uitvoer, tmp_path: Path) -> None:
    los = {"id": "499", "naam": "8z", "lokaal": "12"}
    uitvoer.bron["groepen"]["groep"] += [los, {"naam": "zonder id"}, los | {"lokaal": "13"}]
    uitvoer.schrijf()

    write(tmp_path / "a", read_school(uitvoer.map))
    gevonden = inhoud(tmp_path / "a")["groepen"]["groep"]
    assert [rij for rij in gevonden if rij.get("naam") == "zonder id"] == [{"naam": "zonder id"}]
    assert {rij["lokaal"] for rij in gevonden if rij.get("id") == "499"} == {"12", "13"}


def test_file_that_only_such_a_row_names_stays(uitvoer: Uitvoer, tmp_path: Path) -> None:
    (uitvoer.bijlagen / "oud.txt").write_text("oud")
    rij = {"id": "999", "bestandsnaam": "oud.txt", "bestand": "oud.txt"}
    uitvoer.bron["documenten"]["document"].append(rij)
    uitvoer.schrijf()

    write(tmp_path / "a", read_school(uitvoer.map))
    plek = rijen(tmp_path / "a", "documenten")["999"]["bestand"]
    assert (tmp_path / "a" / "bijlagen" / plek).read_text() == "oud"
    assert not (tmp_path / "a" / "bijlagen" / "oud.txt").exists()


def test_says_when_such_a_file_is_not_there(uitvoer: Uitvoer, tmp_path: Path) -> None:
    uitvoer.bron["documenten"]["document"].append({"id": "999", "bestand": "weg.txt"})
    uitvoer.schrijf()

    with pytest.raises(ConfigurationError, match="a document that no leerling has"):
        write(tmp_path / "a", read_school(uitvoer.map))


def test_other_files_in_the_folder_are_copied_along(uitvoer: Uitvoer, tmp_path: Path) -> None:
    (uitvoer.map / "notities").mkdir()
    (uitvoer.map / "notities" / "lees mij.txt").write_text("van de school")
    (uitvoer.bijlagen / "los.txt").write_text("van niemand")
    uitvoer.schrijf()

    write(tmp_path / "a", read_school(uitvoer.map))
    assert (tmp_path / "a" / "notities" / "lees mij.txt").read_text() == "van de school"
    assert (tmp_path / "a" / "bijlagen" / "los.txt").read_text() == "van niemand"
    namen = {bestand.name for bestand in (tmp_path / "a" / "bijlagen").iterdir()}
    assert not namen & {document["bestand"] for document in uitvoer.bron["documenten"]["document"]}


@pytest.mark.parametrize(
    ("tabel", "waarde"),
    [
        ("opmerkingen", "iets"),
        ("lokalen", {"lokaal": []}),
        ("groepen", {"groep": [], "bouwen": []}),
        ("groepen", {"groep": ["8a"]}),
    ],
)
def test_refuses_an_export_with_more_than_it_knows(
    uitvoer: Uitvoer, tabel: str, waarde: Any
) -> None:
    uitvoer.bron[tabel] = waarde
    uitvoer.schrijf()

    with pytest.raises(ConfigurationError, match="in no table of an export"):
        read_school(uitvoer.map)


def test_refuses_rows_without_a_leerling_to_write_them_with(uitvoer: Uitvoer) -> None:
    uitvoer.leerlingen.clear()
    uitvoer.schrijf()

    with pytest.raises(ConfigurationError, match="rows but no leerling"):
        read_school(uitvoer.map)


def test_asks_for_the_folder(uitvoer: Uitvoer) -> None:
    with pytest.raises(ConfigurationError, match="name the folder"):
        read_school(uitvoer.schrijf())


def test_says_when_the_export_is_not_in_the_folder(uitvoer: Uitvoer) -> None:
    with pytest.raises(ConfigurationError, match="no such file"):
        read_school(uitvoer.map)


def test_bad_leerling_is_told_and_not_dropped(uitvoer: Uitvoer) -> None:
    uitvoer.leerlingen[0] = "niets"
    uitvoer.schrijf()

    assert [bron.record is None for bron in read_school(uitvoer.map)] == [True] + [False] * 5


def test_new_leerling_gets_an_id_that_nobody_has(school: list[Bronrecord], tmp_path: Path) -> None:
    write(tmp_path / "a", [nieuw(achternaam="Een"), *school, nieuw(achternaam="Twee")])

    ids = [bron.sleutel for bron in read_school(tmp_path / "a")]
    assert ids[1:-1] == [bron.sleutel for bron in school]
    assert len(set(ids)) == len(ids)
    assert all(ids)


def test_key_of_the_record_is_its_id(tmp_path: Path) -> None:
    write(tmp_path / "a", [attrs.evolve(nieuw(achternaam="Een"), sleutel="K7")])

    assert [bron.sleutel for bron in read_school(tmp_path / "a")] == ["K7"]


def test_what_is_the_same_is_one_row(school: list[Bronrecord], tmp_path: Path) -> None:
    jaren = [
        Groepsindeling(schooljaar=Schooljaar(naam=naam), school=School(brinnummer="04SS"))
        for naam in ("2018 / 2019", "2019 / 2020")
    ]
    kind = nieuw(groepsindelingen=Groepsindelingen(groepsindeling=jaren))
    write(tmp_path / "a", [kind, *school, kind])

    voor, na = rijen(tmp_path / "a", "scholen"), rijen(tmp_path / "a", "schooljaren")
    assert [rij for rij in voor.values() if rij.get("brinnummer") == "04SS"] == [
        {"id": "13", "brinnummer": "04SS"}
    ]
    namen = [rij["naam"] for rij in na.values()]
    assert sorted(set(namen)) == sorted(namen)


def test_parents_are_one_row_only_when_enough_is_known_of_them(tmp_path: Path) -> None:
    vaag = Verzorger(achternaam="Jansen")
    bekend = attrs.evolve(vaag, adressen=[Adres(straat="Dorpsstraat", huisnummer="1")])
    kind = nieuw(relaties=[Relatie(verzorger=vaag), Relatie(verzorger=bekend)])

    write(tmp_path / "a", [kind, kind])
    verzorgers = rijen(tmp_path / "a", "verzorgers").values()
    assert sorted(len(rij) for rij in verzorgers) == [2, 2, 3]


def test_row_that_stands_in_the_leerling_itself_stays_there(
    uitvoer: Uitvoer, tmp_path: Path
) -> None:
    adres = {"straat": "Dorpsstraat", "huisnummer": "1", "soort": "Woonadres"}
    uitvoer.leerling["leerlingAdres"] = [adres, adres]
    uitvoer.schrijf()
    gelezen = read_school(uitvoer.map)

    write(tmp_path / "a", gelezen)
    assert gelezen == read_school(tmp_path / "a")
    write(tmp_path / "b", [veranderd(gelezen[0], roepNaam="Anders"), *gelezen[1:]])
    assert len(rijen(tmp_path / "b", "adressen")) == len(rijen(tmp_path / "a", "adressen")) + 1


def test_document_without_file_and_the_same_file_twice(tmp_path: Path) -> None:
    twee = [Document(bestandsnaam=naam, bestand=b"inhoud") for naam in ("a.txt", "b.TXT")]
    zonder = Document(bestandsnaam="c.txt")
    vreemd = Document(bestandsnaam="../d.exe/", bestand=b"")
    write(tmp_path / "a", [nieuw(bijlagen=[*twee, zonder, vreemd])])

    (bron,) = read_school(tmp_path / "a")
    gelezen = [attrs.evolve(document, id=None) for document in bron.record.leerling.bijlagen]
    assert gelezen == [*twee, zonder, vreemd]
    assert bron.meldingen == ()
    assert len(list((tmp_path / "a" / "bijlagen").iterdir())) == 2


def test_leerling_with_more_files_than_a_dossier_can_have_is_read_and_written(
    uitvoer: Uitvoer, tmp_path: Path
) -> None:
    (uitvoer.bijlagen / "groot.txt").write_bytes(b"x" * (MAX_BIJLAGEN // 2 - 1))
    document = {"id": "g", "bestandsnaam": "groot.txt", "bestand": "groot.txt"}
    uitvoer.bron["documenten"]["document"].append(document)
    uitvoer.leerling["bijlagen"] = ["g"] * 3
    uitvoer.schrijf()

    gelezen = read_school(uitvoer.map)
    write(tmp_path / "a", gelezen)
    assert gelezen == read_school(tmp_path / "a")
    assert [bron.meldingen for bron in gelezen] == [()] * 6


def test_telephone_of_an_address_stays_with_it(school: list[Bronrecord], tmp_path: Path) -> None:
    write(tmp_path / "a", school)

    assert rijen(tmp_path / "a", "adressen")["1003"]["telefoon"]["nummer"] == "0570550101"
    assert "contactgegevens" not in rijen(tmp_path / "a", "leerlingen")[school[0].sleutel]


def test_telephone_that_changed_for_one_stays_for_the_others(
    school: list[Bronrecord], tmp_path: Path
) -> None:
    nummer = Contactgegeven(soort="Telefoon thuis", waarde="0201234567")
    anders = [veranderd(school[0], contactgegevens=[nummer]), *school[1:]]
    write(tmp_path / "a", anders)

    gelezen = read_school(tmp_path / "a")
    assert gelezen[0].record.leerling.contactgegevens == [nummer]
    assert gelezen[0].record.leerling.relaties == school[0].record.leerling.relaties
    assert gelezen[1:] == school[1:]
    write(tmp_path / "b", gelezen)
    assert gelezen == read_school(tmp_path / "b")


def test_leerling_who_only_waits_keeps_that_group(uitvoer: Uitvoer, tmp_path: Path) -> None:
    uitvoer.leerling["groepsindelingen"]["groepsindeling"].append(
        {"groep": "409", "schooljaar": "300"}
    )
    uitvoer.schrijf()

    write(tmp_path / "a", read_school(uitvoer.map))
    (loopbaan,) = read_school(tmp_path / "a")[0].record.leerling.groepsindelingen.groepsindeling[
        -1:
    ]
    assert loopbaan.groep.naam == "aangemeld"


def test_text_that_is_no_text_is_written_all_the_same(tmp_path: Path) -> None:
    write(tmp_path / "a", [nieuw(achternaam="\ud800 Zoë")])

    assert read_school(tmp_path / "a")[0].record.leerling.achternaam == "\ud800 Zoë"

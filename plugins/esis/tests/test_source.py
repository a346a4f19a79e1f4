"""Files of ESIS: what is read, what is refused, what the refusal says, and what is written."""

from __future__ import annotations

from pathlib import Path

import attrs
import oso_esis
import pytest
from lxml import etree
from oso_esis.records import Leerling, Leerlinggegevens
from oso_esis.schrijven import NAMESPACE
from oso_esis.source import read, read_administratie, write

from oso_adapters.errors import ConfigurationError
from oso_adapters.mapping import Bronrecord

MAP = Path(oso_esis.__file__).parent
LEEG = f'<leerlinggegevens xmlns="{NAMESPACE}"/>'.encode()


@pytest.mark.parametrize(
    ("inhoud", "reden"),
    [
        (b"", "leeg"),
        (b"{}", "begint niet met XML"),
        (b"<x/>", "ander eerste element"),
        (b"<leerlinggegevens/>", "ander eerste element"),
        (b"<!DOCTYPE x><x/>", "DTD"),
        (LEEG.replace(b"/>", b"><leerlingen><leerling>Braak"), "leesbare XML"),
        (LEEG, "no leerling"),
        (LEEG.replace(b"/>", b"><leerlingen/></leerlinggegevens>"), "no leerling"),
    ],
)
def test_says_what_is_wrong_with_a_file_that_is_no_export(uitvoer, inhoud, reden):
    bestand = uitvoer.schrijf(inhoud)

    with pytest.raises(ConfigurationError, match=f"{reden}.*; make the export again") as fout:
        read(bestand)
    assert "Braak" not in repr(fout.value)
    assert fout.value.__cause__ is None


def test_says_when_there_is_no_file(tmp_path):
    with pytest.raises(ConfigurationError, match=r"no such file; name leerlinggegevens\.xml"):
        read(tmp_path)


def test_says_when_a_file_can_not_be_read(tmp_path):
    (tmp_path / "leerlinggegevens.xml").mkdir()

    with pytest.raises(ConfigurationError, match="can't be read"):
        read(tmp_path)


def test_reads_the_file_itself_as_well_as_its_folder(uitvoer):
    assert len(list(read(uitvoer.schrijf()))) == len(list(read(uitvoer.map))) == 6


def test_public_parts_may_stand_in_any_order(uitvoer):
    eerst = uitvoer.records()
    uitvoer.wortel[:] = list(reversed(uitvoer.wortel))

    assert eerst == uitvoer.records()


@pytest.mark.parametrize(
    ("tekst", "veld"),
    [
        ("<lievelingskleur>oranje</lievelingskleur>", "lievelingskleur"),
        ("<toetsuitslagen><uitslag>9</uitslag></toetsuitslagen>", "toetsuitslagen"),
        ("<x:bsn xmlns:x='urn:x'>1</x:bsn>", "{urn:x}bsn"),
    ],
)
def test_warns_of_a_field_that_the_records_do_not_have(uitvoer, tekst, veld):
    uitvoer.nieuw(uitvoer.leerling(), tekst)

    assert [("waarschuwing", f"leerling.{veld}")] == uitvoer.bezwaren()
    assert uitvoer.export().data is not None


@pytest.mark.parametrize(
    ("pad", "tekst", "veld"),
    [
        ("", "<roepnaam>Nog een</roepnaam>", "roepnaam"),
        ("", "<tehuis><ja/></tehuis>", "tehuis"),
        ("", "<plaatsingen><adres/></plaatsingen>", "plaatsingen"),
        ("", "<documenten>brief.txt</documenten>", "documenten"),
        ("", "<eindtoets>IEP</eindtoets>", "eindtoets"),
        ("advies", "<schooladvies>PRO</schooladvies>", "advies.schooladvies"),
        ("adressen", "<huis/>", "adressen"),
    ],
)
def test_names_the_field_that_holds_something_else(uitvoer, pad, tekst, veld):
    uitvoer.nieuw(uitvoer.leerling(pad), tekst)

    assert ("fout", f"leerling.{veld}") in uitvoer.bezwaren()
    assert uitvoer.export().data is None


def test_warns_of_text_between_the_fields(uitvoer):
    uitvoer.leerling().text = "Zqx7geheim"

    assert [("waarschuwing", "leerling.(tekst)")] == uitvoer.bezwaren()


def test_warns_every_leerling_of_a_part_that_is_not_known(uitvoer):
    uitvoer.nieuw(uitvoer.wortel, "<medezeggenschap><lid>x</lid></medezeggenschap>")

    assert [("waarschuwing", "medezeggenschap")] == uitvoer.bezwaren()
    assert [("waarschuwing", "medezeggenschap")] == uitvoer.bezwaren(3)


def test_warns_of_an_unknown_field_around_the_leerlingen(uitvoer):
    uitvoer.nieuw(uitvoer.vind("school"), "<motto>samen</motto>")
    uitvoer.nieuw(uitvoer.vind("leerkrachten/leerkracht"), "<hobby>wol</hobby>")

    velden = ["school.motto", "leerkrachten.leerkracht.hobby"]
    assert [("waarschuwing", veld) for veld in velden] == uitvoer.bezwaren()


@pytest.mark.parametrize("sleutel", [None, "", "4102"])
def test_says_when_a_leerling_has_no_key_of_its_own(uitvoer, sleutel):
    leerling = uitvoer.leerling("", 5)
    leerling.attrib.pop("key")
    if sleutel is not None:
        leerling.set("key", sleutel)

    assert [("fout", "leerling.key")] == uitvoer.bezwaren(5)
    assert uitvoer.export(5).data is None


def test_leerlingen_come_one_by_one(uitvoer):
    records = read(uitvoer.schrijf())
    een_voor_een = iter(records)

    assert ["4101", "4102", "4103"] == [next(een_voor_een).sleutel for _ in range(3)]
    assert 6 == len(records) == len(list(records))


def test_a_file_that_changes_meanwhile_is_not_mixed_up(uitvoer):
    records = iter(read(uitvoer.schrijf()))
    next(records)
    uitvoer.leerling("groep").set("key", "G002")
    uitvoer.schrijf()

    with pytest.raises(ConfigurationError, match="changed while it was read"):
        list(records)


def test_two_schools_in_one_file_are_refused(uitvoer):
    uitvoer.nieuw(uitvoer.wortel, "<school><brincode>01YY</brincode></school>")

    with pytest.raises(ConfigurationError, match="'school' stands in it twice"):
        uitvoer.records()


@pytest.mark.parametrize("rij", ['<leerkracht key="L1"/>', '<leerkracht key=""/>', "<leerkracht/>"])
def test_a_row_that_would_be_lost_is_told_before_a_file_is_written_over(uitvoer, rij):
    uitvoer.nieuw(uitvoer.vind("leerkrachten"), rij)
    gelezen = read_administratie(uitvoer.schrijf())

    assert ["leerkrachten/leerkracht"] == [m.bronvelden[0] for m in next(iter(gelezen)).meldingen]
    assert [] == uitvoer.bezwaren()


def test_an_export_carries_no_more_than_it_needs(uitvoer):
    assert [] == uitvoer.records()[0].record.leerkrachten


class TestWrite:
    """What is written is read as it was."""

    @pytest.mark.parametrize("naam", ["gevallen", "voorbeelden"])
    def test_records_come_back_as_they_were(self, tmp_path, naam):
        bestand = MAP / naam / "leerlinggegevens.xml"
        records = [b for b in read_administratie(bestand) if b.sleutel != "9007"]
        write(tmp_path / "nieuw.xml", records)

        assert records == list(read_administratie(tmp_path / "nieuw.xml"))

    def test_writing_again_gives_the_same_file(self, tmp_path):
        een, twee = tmp_path / "een.xml", tmp_path / "twee.xml"
        write(een, list(read_administratie(MAP / "voorbeelden")))
        write(twee, list(read_administratie(een)))

        assert een.read_bytes() == twee.read_bytes()

    def test_keeps_what_no_leerling_points_to(self, tmp_path):
        write(tmp_path / "nieuw.xml", list(read_administratie(MAP / "voorbeelden")))
        (eerste, *_) = read_administratie(tmp_path / "nieuw.xml")

        assert ["Sanders", "Wisselink"] == [een.achternaam for een in eerste.record.leerkrachten]
        assert ["V00", "V01", "03SS02"] == [een.key for een in eerste.record.vestigingen]
        assert "2019-2020" == eerste.record.school.schooljaar

    def test_keeps_every_key(self, tmp_path):
        write(tmp_path / "nieuw.xml", list(read_administratie(MAP / "voorbeelden")))

        def sleutels(bestand):
            wortel = etree.parse(bestand).getroot()
            return {(el.tag, el.get("key")) for lijst in wortel for el in lijst if el.get("key")}

        was = sleutels(MAP / "voorbeelden" / "leerlinggegevens.xml")
        assert was == sleutels(tmp_path / "nieuw.xml")

    def test_gives_a_new_leerling_the_next_key(self, tmp_path):
        records = list(read_administratie(MAP / "voorbeelden"))
        nieuw = Bronrecord("", Leerlinggegevens(leerling=Leerling(achternaam="Ruiter")))
        write(tmp_path / "nieuw.xml", [nieuw, *records, nieuw])

        gelezen = list(read_administratie(tmp_path / "nieuw.xml"))
        assert ["4107", "4108"] == [gelezen[0].sleutel, gelezen[-1].sleutel]
        assert "00YY" == gelezen[0].record.school.brincode

    @pytest.mark.parametrize("sleutel", ["L-9", "9" * 5000, "٣", "-5"])
    def test_a_key_that_is_no_number_does_not_count(self, tmp_path, sleutel):
        records = [
            Bronrecord(s, Leerlinggegevens(leerling=Leerling(key=s or None)))
            for s in (sleutel, "12", "")
        ]
        write(tmp_path / "nieuw.xml", records)

        assert [sleutel, "12", "13"] == [b.sleutel for b in read(tmp_path / "nieuw.xml")]

    def test_starts_an_administration_from_nothing(self, tmp_path):
        bestand = tmp_path / "nieuw.xml"
        assert [] == list(read_administratie(bestand))

        write(bestand, [Bronrecord("", Leerlinggegevens(leerling=Leerling(roepnaam="Ru")))])
        (gelezen,) = read_administratie(bestand)

        assert ("1", "Ru", ()) == (
            gelezen.sleutel,
            gelezen.record.leerling.roepnaam,
            gelezen.meldingen,
        )

    def test_a_folder_stays_a_folder(self, tmp_path):
        write(tmp_path / "administratie", list(read_administratie(MAP / "voorbeelden")))

        assert (tmp_path / "administratie" / "leerlinggegevens.xml").is_file()
        assert 6 == len(list(read_administratie(tmp_path / "administratie")))

    def test_one_of_two_who_share_an_address_can_move(self, tmp_path):
        fenna, jelle, *_ = read_administratie(MAP / "voorbeelden")
        adres = attrs.evolve(fenna.record.leerling.adressen[0], straat="Elders")
        leerling = attrs.evolve(fenna.record.leerling, adressen=[adres])
        verhuisd = attrs.evolve(fenna, record=attrs.evolve(fenna.record, leerling=leerling))
        write(tmp_path / "nieuw.xml", [verhuisd, jelle])

        assert [verhuisd, jelle] == list(read_administratie(tmp_path / "nieuw.xml"))

    @pytest.mark.parametrize(
        "tekst", ["a\nb\tc\r\nd ", " ", "<&>\"'", "ë€𝄞", "]]>", "&amp;", "é" * 5000]
    )
    def test_a_text_comes_back_as_it_was(self, tmp_path, tekst):
        leerling = Leerling(achternaam=tekst, key="k", adres_buitenland=[tekst])
        write(tmp_path / "nieuw.xml", [Bronrecord("k", Leerlinggegevens(leerling=leerling))])
        (gelezen,) = read_administratie(tmp_path / "nieuw.xml")

        assert (tekst, [tekst]) == (
            gelezen.record.leerling.achternaam,
            gelezen.record.leerling.adres_buitenland,
        )

    def test_says_when_it_can_not_be_written(self, tmp_path):
        with pytest.raises(ConfigurationError, match="can't be written"):
            write(tmp_path / "weg" / "nieuw.xml", list(read_administratie(MAP / "voorbeelden")))

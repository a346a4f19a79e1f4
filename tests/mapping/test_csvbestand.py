"""A CSV file becomes typed records line by line, and the same file again."""

from __future__ import annotations

import csv

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from oso_adapters.errors import ConfigurationError, PluginLoadError
from oso_adapters.mapping import Bronrecord, Csvbestand
from oso_adapters.melding import Ernst

GEHEIM = "Kwispeldam"


@attrs.frozen(kw_only=True, repr=False)
class Adres:
    straat: str | None = None
    nr: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Ouder:
    naam: str | None = None
    adres: Adres | None = None


@attrs.frozen(kw_only=True, repr=False)
class Leerling:
    nummer: str | None = None
    geb_datum: str | None = None
    adres: Adres | None = None
    ouder: list[Ouder] = attrs.field(factory=list)
    telefoon: list[str] = attrs.field(factory=list)


KOP = "nummer;geb_datum;adres_straat;adres_nr;ouder1_naam;ouder1_adres_straat;ouder1_adres_nr"
KOP += ";ouder2_naam;ouder2_adres_straat;ouder2_adres_nr;telefoon1;telefoon2"
BESTAND = Csvbestand(record=Leerling, sleutel="nummer")


@pytest.fixture
def lees(tmp_path):
    """Return a function that reads these lines as a file."""

    def doe(*regels, bestand=BESTAND, codering="utf-8"):
        pad = tmp_path / "leerlingen.csv"
        pad.write_bytes("\r\n".join(regels).encode(codering))
        return list(bestand.read(pad))

    return doe


def test_fills_records_in_records_and_in_lists(lees):
    [bron] = lees(KOP, "12;01-02-2010;Beukenlaan;4;Vos;;;Haas;Kade;9;0301;0302")

    verwacht = Leerling(
        nummer="12",
        geb_datum="01-02-2010",
        adres=Adres(straat="Beukenlaan", nr="4"),
        ouder=[Ouder(naam="Vos"), Ouder(naam="Haas", adres=Adres(straat="Kade", nr="9"))],
        telefoon=["0301", "0302"],
    )
    assert Bronrecord("12", verwacht) == bron


def test_an_empty_cell_is_not_filled_and_an_empty_item_is_not_there(lees):
    [bron] = lees(KOP, "12;;;;;;;Haas;;;;0302")

    assert Leerling(nummer="12", ouder=[Ouder(naam="Haas")], telefoon=["0302"]) == bron.record


def test_keeps_blanks_because_a_blank_is_a_value(lees):
    [bron] = lees(KOP, "12; ;;;;;;;;;;")

    assert bron.record.geb_datum == " "


@pytest.mark.parametrize("kolom", ["geb_datum", "Geb. datum", "GEB_DATUM", " geb datum "])
def test_capitals_blanks_and_points_in_the_head_make_no_difference(lees, kolom):
    [bron] = lees(KOP.replace("geb_datum", kolom), "12;x;;;;;;;;;;")

    assert bron.record.geb_datum == "x"
    assert bron.meldingen == ()


def test_the_order_of_the_columns_makes_no_difference(lees):
    om = ";".join(reversed(KOP.split(";")))

    [bron] = lees(om, "b;a;;;;;;;4;Kade;x;12")

    verwacht = Leerling(
        nummer="12", geb_datum="x", adres=Adres(straat="Kade", nr="4"), telefoon=["a", "b"]
    )
    assert Bronrecord("12", verwacht) == bron


def test_blank_lines_and_separators_at_the_end_are_no_records_and_no_findings(lees):
    records = lees(KOP + ";;", "12;;;;;;;;;;;;;", "", ";;;", "13;;;;;;;;;;;")

    assert ["12", "13"] == [bron.sleutel for bron in records]
    assert not any(bron.meldingen for bron in records)


def test_a_text_in_quotes_may_hold_separators_quotes_and_lines(lees):
    [bron] = lees(KOP, '12;"a;""b""\r\nc";;;;;;;;;;')

    assert bron.record.geb_datum == 'a;"b"\r\nc'


@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig"])
def test_a_byte_order_mark_makes_no_difference(lees, codering):
    [bron] = lees(KOP, "12;é;;;;;;;;;;", codering=codering)

    assert bron.record.geb_datum == "é"


def test_reads_the_encoding_and_the_separator_of_the_vendor(lees):
    ansi = Csvbestand(record=Leerling, sleutel="nummer", codering="cp1252", scheiding="\t")

    [bron] = lees(
        KOP.replace(";", "\t"), "12\tReneé €" + "\t" * 10, bestand=ansi, codering="cp1252"
    )

    assert bron.record.geb_datum == "Reneé €"


def test_reads_a_folder_that_holds_the_file(lees, tmp_path):
    lees(KOP, "12;;;;;;;;;;;")

    assert ["12"] == [bron.sleutel for bron in BESTAND.read(tmp_path)]


SLECHT = {
    # name: (line, the field of the finding, a part of its text)
    "te weinig vakken": ("12;x", "regel 2", "Regel 2 heeft 2 vakken, maar de kop heeft er 12"),
    "te veel vakken": ("12" + ";" * 11 + f";{GEHEIM}", "regel 2", "heeft 13 vakken"),
    "geen sleutel": (f";{GEHEIM}" + ";" * 10, "nummer", "Het veld 'nummer' is leeg."),
    "open aanhalingsteken": (f'12;"{GEHEIM};;;;', "regel 2", "niet te lezen als CSV"),
    "los aanhalingsteken": (f'12;"{GEHEIM}"x;;;;', "regel 2", "niet te lezen als CSV"),
}


@pytest.mark.parametrize("naam", SLECHT)
def test_a_bad_line_is_a_record_with_a_finding_that_holds_no_value(lees, naam):
    regel, veld, tekst = SLECHT[naam]

    [bron] = lees(KOP, regel)

    [melding] = bron.meldingen
    assert (veld,) == melding.bronvelden
    assert melding.ernst is Ernst.FOUT
    assert tekst in melding.melding
    assert GEHEIM not in f"{melding.als_dict()} {bron!r}"


def test_rows_that_a_quote_took_in_are_held_back_one_by_one_and_never_mixed(lees):
    rij = "{};" + GEHEIM + ";" * 10
    records = lees(
        KOP, f'11;"{GEHEIM};;;;;;;;;;', rij.format(12), f'13;{GEHEIM}";;;;;;;;;;', "14;" + ";" * 10
    )

    assert [None, None, None, "14"] == [bron.record and bron.sleutel for bron in records]
    assert ["regel 2", "regel 3", "regel 4"] == [b.meldingen[0].bronvelden[0] for b in records[:3]]
    assert {"Regels 2 tot en met 4 zijn"} == {
        bron.meldingen[0].melding.partition(" niet")[0] for bron in records[:3]
    }
    assert GEHEIM not in repr([m.als_dict() for bron in records for m in bron.meldingen])


def test_a_quote_that_is_closed_in_another_column_loses_no_row_either(lees):
    rijen = (f'11;"{GEHEIM};;;;;;;;;;', f'12;x;{GEHEIM}";;;;;;;;;', "13;;;;;;;;;;;")
    records = lees(KOP, *rijen)

    assert ["#2", "#3", "13"] == [bron.sleutel for bron in records]
    assert [1, 1, 0] == [len(bron.meldingen) for bron in records]


def test_rows_after_a_quote_that_is_never_closed_are_all_told_of(lees):
    records = lees(KOP, f'11;"{GEHEIM};;;;', "12;;;;;;;;;;;", "13;;;;;;;;;;;")

    assert ["#2", "#3", "#4"] == [bron.sleutel for bron in records]
    assert all(bron.meldingen for bron in records)


def test_an_empty_file_is_told_of_as_such(lees):
    with pytest.raises(ConfigurationError, match="this file is empty"):
        lees()


def test_a_bad_line_does_not_stop_the_next(lees):
    records = lees(KOP, '11;"x"y;;', "12;;;;;;;;;;;")

    assert [True, False] == [bool(bron.meldingen) for bron in records]
    assert "12" == records[1].sleutel


def test_a_key_that_comes_back_is_told_of_the_second_record(lees):
    records = lees(KOP, "12;;;;;;;;;;;", "12;;;;;;;;;;;")

    assert [0, 1] == [len(bron.meldingen) for bron in records]
    assert "Regel 3 heeft hetzelfde in 'nummer' als regel 2." in records[1].meldingen[0].melding


def test_bytes_of_another_encoding_are_a_finding_at_the_field_and_no_text(lees):
    [bron] = lees(KOP, "12;Ren\xe9;;;;;;;;;;", codering="cp1252")

    [melding] = bron.meldingen
    assert ("geb_datum",) == melding.bronvelden
    assert "tekens die geen utf-8 zijn" in melding.melding
    assert bron.record.geb_datum is None


def test_a_column_that_the_records_do_not_know_is_told_where_it_is_filled(lees):
    records = lees(KOP + ";schoenmaat", f"12;;;;;;;;;;;;{GEHEIM}", "13;;;;;;;;;;;;")

    [melding] = records[0].meldingen
    assert ("schoenmaat",) == melding.bronvelden
    assert melding.ernst is Ernst.WAARSCHUWING
    assert records[1].meldingen == ()


def test_a_column_with_the_name_of_a_whole_record_is_never_lost(lees):
    [bron] = lees(KOP + ";adres", f"12;;Kade;;;;;;;;;;{GEHEIM}")

    [melding] = bron.meldingen
    assert ("adres",) == melding.bronvelden
    assert "Kade" == bron.record.adres.straat


KOPPEN = {
    "een leeg bestand": ("", "none of the columns of Leerling"),
    "een andere tabel": ("vak;cijfer", "none of the columns of Leerling"),
    "een kolom ontbreekt": (KOP.replace(";geb_datum", ""), "column 'geb_datum' is missing (enc"),
    "een kolom heet anders": (
        KOP.replace(";geb_datum", ";geb_dtum"),
        "column 'geb_datum' is missing (is 'geb_dtum' that column?)",
    ),
    "een kolom van een ouder ontbreekt": (
        KOP.replace(";ouder2_adres_nr", ""),
        "column 'ouder2_adres_nr' is missing",
    ),
    "een kolom staat er twee keer": (KOP + ";Nummer", "a column stands twice in the head"),
    "een andere scheiding": (KOP.replace(";", ","), "separator ';'"),
    "geen CSV": ('"nummer', "the head is no CSV"),
}


@pytest.mark.parametrize("naam", KOPPEN)
def test_refuses_a_head_that_is_not_that_of_the_records(lees, naam):
    kop, tekst = KOPPEN[naam]

    with pytest.raises(ConfigurationError) as fout:
        lees(kop, "12;x")

    assert tekst in str(fout.value)
    assert "make the export again" in str(fout.value)


def test_tells_only_the_first_of_many_columns_that_are_missing(lees):
    with pytest.raises(ConfigurationError) as fout:
        lees("nummer;ouder1_x;ouder2_naam", "")

    assert 5 == str(fout.value).count("is missing")
    assert "; and 2 more (" in str(fout.value)


def test_columns_of_a_list_need_not_be_there(lees):
    [bron] = lees(
        "nummer;geb_datum;adres_straat;adres_nr;ouder1_naam;ouder1_adres_straat;"
        "ouder1_adres_nr;telefoon1",
        "12;x;;;;;;",
    )

    assert Leerling(nummer="12", geb_datum="x") == bron.record


def test_refuses_bytes_that_are_not_of_a_wide_encoding(tmp_path):
    breed = Csvbestand(record=Leerling, sleutel="nummer", codering="utf-16")
    (tmp_path / "x.csv").write_bytes(b"nummer;x")

    with pytest.raises(ConfigurationError, match="this is no utf-16; make the export again"):
        list(breed.read(tmp_path / "x.csv"))


def test_says_that_there_is_no_file_and_how_it_is_called(tmp_path):
    with pytest.raises(ConfigurationError, match=r"no such file; name leerlingen\.csv or the fol"):
        list(BESTAND.read(tmp_path / "niets.csv"))


def test_says_what_is_wrong_with_a_file_that_can_not_be_read(tmp_path):
    (tmp_path / "leerlingen.csv").mkdir()

    with pytest.raises(ConfigurationError, match="can't be read"):
        list(BESTAND.read(tmp_path))


def test_reads_nothing_where_there_is_no_file_yet(tmp_path, lees):
    assert [] == list(BESTAND.read_if_there(tmp_path))
    assert [] == list(BESTAND.read_if_there(tmp_path / "leerlingen.csv"))

    lees(KOP, "12;;;;;;;;;;;")
    assert 1 == len(list(BESTAND.read_if_there(tmp_path)))


@attrs.frozen
class MetGetal:
    leeftijd: int | None = None


@attrs.frozen
class Dubbel:
    nummer: str | None = None
    adres: Adres | None = None
    adres_straat: str | None = None


GEWEIGERD = {
    "een getal": ({"record": MetGetal}, "MetGetal.leeftijd: a column holds text"),
    "twee velden in een kolom": ({"record": Dubbel}, "would read column 'adres_straat'"),
    "geen sleutelveld": ({"sleutel": "numer"}, "no field 'numer'; did you mean 'nummer'?"),
    "geen scheiding": ({"scheiding": ""}, "'' separates nothing"),
    "geen codering": ({"codering": "utf-9"}, "encoding 'utf-9' does not exist"),
}


@pytest.mark.parametrize("naam", GEWEIGERD)
def test_refuses_a_declaration_that_no_file_can_have(naam):
    anders, tekst = GEWEIGERD[naam]

    with pytest.raises(PluginLoadError) as fout:
        Csvbestand(**{"record": Leerling, "sleutel": "nummer"} | anders)

    assert tekst in str(fout.value)


TEKST = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=8
)
ADRES = st.builds(Adres, straat=TEKST, nr=st.none() | TEKST)
OUDER = st.builds(Ouder, naam=TEKST, adres=st.none() | ADRES)
LEERLING = st.builds(
    Leerling,
    geb_datum=st.none() | TEKST,
    adres=st.none() | ADRES,
    ouder=st.lists(OUDER, max_size=3),
    telefoon=st.lists(TEKST, max_size=3),
)


@given(st.lists(LEERLING, max_size=4))
def test_what_was_written_is_read_as_the_same_records(tmp_path_factory, leerlingen):
    pad = tmp_path_factory.mktemp("csv") / "x.csv"
    records = [
        Bronrecord(str(nr), attrs.evolve(leerling, nummer=str(nr)))
        for nr, leerling in enumerate(leerlingen)
    ]

    BESTAND.write(pad, records)

    assert records == list(BESTAND.read(pad))


def test_a_new_record_gets_the_next_number(tmp_path):
    oud, nieuw = Leerling(nummer="41"), Leerling(geb_datum="x")

    BESTAND.write(
        tmp_path / "leerlingen.csv",
        [Bronrecord("41", oud), Bronrecord("", nieuw), Bronrecord("", nieuw)],
    )

    assert ["41", "42", "43"] == [bron.sleutel for bron in BESTAND.read(tmp_path)]


def test_writes_a_head_also_without_records(tmp_path):
    BESTAND.write(tmp_path / "leerlingen.csv", [])

    with (tmp_path / "leerlingen.csv").open(encoding="utf-8-sig") as stroom:
        [kop] = csv.reader(stroom, delimiter=";")
    assert kop[:2] == ["nummer", "geb_datum"]
    assert [] == list(BESTAND.read(tmp_path))


def test_refuses_to_write_what_the_encoding_does_not_have(tmp_path):
    ansi = Csvbestand(record=Leerling, sleutel="nummer", codering="cp1252")

    with pytest.raises(ConfigurationError, match="that cp1252 does not have; use utf-8") as fout:
        ansi.write(tmp_path / "x.csv", [Bronrecord("1", Leerling(nummer="1", geb_datum="Łódź"))])

    assert "Łódź" not in str(fout.value)


def test_says_that_a_folder_can_not_be_written_to(tmp_path):
    with pytest.raises(ConfigurationError, match="can't be written"):
        BESTAND.write(tmp_path / "niets" / "x.csv", [])

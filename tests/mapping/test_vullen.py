"""Filling a block: every source, and a finding for all that can't be used."""

from __future__ import annotations

import re
from datetime import date

import attrs
import pytest

from oso_adapters.gegevensset import (
    Adres,
    Diagnose,
    Gba,
    Instelling,
    Land,
    Nationaliteit,
)
from oso_adapters.mapping import (
    Beleid,
    Codetabel,
    Onbruikbaar,
    afbeelding,
    blok,
    code,
    datum,
    elk,
    kern,
    ontbreekt,
    samen,
    van,
    vast,
    woorden,
)
from oso_adapters.mapping.vullen import apply_afbeelding
from oso_adapters.melding import Ernst, SoortMelding, Wie

GEHEIM = "Kwispeldam"


@attrs.frozen(kw_only=True)
class Rij:
    tekst: str | None = None
    getal: int | None = None
    waar: bool | None = None
    code: str | None = None


@attrs.frozen(kw_only=True)
class Record:
    naam: str | None = None
    dag: str | None = None
    code: str | None = None
    tweede: str | None = None
    binnen: Rij | None = None
    rijen: list[Rij] | None = None
    teksten: list[str] | None = None


NIETS = ontbreekt("test")


def _afb(cls, record=Record, **bronnen):
    return afbeelding(cls, record, **{a.name: NIETS for a in attrs.fields(cls)} | bronnen)


def _vul(afb, record, plek="/dossier[1]"):
    return apply_afbeelding(afb, record, plek)


def _weiger(_waarde):
    raise Onbruikbaar("iets anders")


def _loop_vast(waarde):
    raise ValueError(f"kan niets met {waarde}")


class TestVan:
    def test_takes_the_value_as_it_is(self):
        afb = _afb(Land, waarde=van("naam"))

        assert Land(waarde="x") == _vul(afb, Record(naam="x")).blok

    def test_changes_it_with_a_transform(self):
        afb = _afb(Gba, gbavoornaam=van("naam", woorden), gbageboortedatum=van("dag", str.strip))

        assert Gba(gbavoornaam=["Anna", "Maria"], gbageboortedatum="23-01-2008") == (
            _vul(afb, Record(naam="Anna Maria", dag=" 23-01-2008 ")).blok
        )

    def test_puts_one_value_of_a_repeated_field_in_a_list(self):
        afb = _afb(Gba, gbavoornaam=van("naam"))

        assert Gba(gbavoornaam=["Anna"]) == _vul(afb, Record(naam="Anna")).blok

    @pytest.mark.parametrize("leeg", [None, ""])
    def test_leaves_an_empty_value_out_without_calling_the_transform(self, leeg):
        afb = _afb(Land, waarde=van("naam", _loop_vast), omschrijving=van("code"))
        resultaat = _vul(afb, Record(naam=leeg, code="x"))

        assert Land(omschrijving="x") == resultaat.blok
        assert not resultaat.meldingen

    @pytest.mark.parametrize("waarde", [0, False])
    def test_keeps_a_value_that_is_only_false(self, waarde):
        afb = _afb(Land, waarde=van("binnen.getal"), omschrijving=van("binnen.waar"))
        verwacht = Land(waarde=waarde, omschrijving=waarde)

        assert verwacht == _vul(afb, Record(binnen=Rij(getal=waarde, waar=waarde))).blok

    def test_walks_into_records_that_may_be_absent(self):
        afb = _afb(Land, waarde=van("binnen.tekst"), omschrijving=van("naam"))

        assert Land(waarde="x", omschrijving="y") == (
            _vul(afb, Record(naam="y", binnen=Rij(tekst="x"))).blok
        )
        assert Land(omschrijving="y") == _vul(afb, Record(naam="y")).blok

    def test_gets_the_field_of_each_record_in_a_list(self):
        afb = _afb(Gba, gbavoornaam=van("rijen.tekst"))
        record = Record(rijen=[Rij(tekst="Anna"), Rij(tekst="Maria")])

        assert Gba(gbavoornaam=["Anna", "Maria"]) == _vul(afb, record).blok

    def test_a_transform_may_leave_a_value_out(self):
        afb = _afb(Land, waarde=van("naam"), omschrijving=van("code", lambda _: None))

        assert Land(waarde="x") == _vul(afb, Record(naam="x", code="y")).blok


class TestSamen:
    AFB = _afb(
        Land, waarde=samen("naam", "tweede", via=lambda a, b: f"{a}-{b}"), omschrijving=vast("v")
    )

    @pytest.mark.parametrize(
        ("waarde", "record"),
        [
            ("a-b", Record(naam="a", tweede="b")),
            ("a-None", Record(naam="a")),
            ("a-None", Record(naam="a", tweede="")),
            ("None-b", Record(naam=None, tweede="b")),
        ],
    )
    def test_gives_the_transform_none_for_what_is_empty(self, waarde, record):
        assert Land(waarde=waarde, omschrijving="v") == _vul(self.AFB, record).blok

    def test_a_finding_names_the_first_field(self):
        afb = _afb(Land, waarde=samen("naam", "tweede", via=lambda _a, _b: _weiger(None)))
        (melding,) = _vul(afb, Record(naam=GEHEIM)).meldingen

        assert [melding.regel, *melding.bronvelden] == ["AF.waarde", "naam"]


def _tabel(onbekend=Beleid.WEIGER):
    return Codetabel(
        naam="soorten",
        waarden={"B": "bezoek", "P": "post", "anders": None},
        onbekend=onbekend,
    )


class TestCode:
    @pytest.mark.parametrize("onbekend", Beleid)
    def test_translates_a_known_value_under_every_policy(self, onbekend):
        resultaat = _vul(_afb(Adres, soortadres=code("code", _tabel(onbekend))), Record(code="B"))

        assert Adres(soortadres="bezoek") == resultaat.blok
        assert ([], {}) == (resultaat.meldingen, resultaat.weggelaten)

    @pytest.mark.parametrize("onbekend", Beleid)
    @pytest.mark.parametrize("leeg", [None, ""])
    def test_leaves_an_empty_value_out_without_a_word(self, onbekend, leeg):
        resultaat = _vul(_afb(Adres, soortadres=code("code", _tabel(onbekend))), Record(code=leeg))

        assert (None, [], {}) == (resultaat.blok, resultaat.meldingen, resultaat.weggelaten)

    @pytest.mark.parametrize("onbekend", Beleid)
    def test_a_value_that_is_left_out_on_purpose_is_no_finding(self, onbekend):
        resultaat = _vul(
            _afb(Adres, soortadres=code("code", _tabel(onbekend))), Record(code="anders")
        )

        assert (None, [], {}) == (resultaat.blok, resultaat.meldingen, resultaat.weggelaten)

    @pytest.mark.parametrize(
        ("onbekend", "ernst"),
        [(Beleid.WEIGER, Ernst.FOUT), (Beleid.MELD, Ernst.WAARSCHUWING)],
    )
    @pytest.mark.parametrize("waarde", [GEHEIM, "b", " B", "bezoek"])
    def test_refuses_or_reports_an_unknown_value(self, onbekend, ernst, waarde):
        afb = _afb(Adres, soortadres=code("code", _tabel(onbekend)), straat=vast("s"))
        resultaat = _vul(afb, Record(code=waarde))
        (melding,) = resultaat.meldingen

        assert ernst is melding.ernst
        assert {
            "regel": "AF.code",
            "pad": "/dossier/soortadres",
            "locatie": "/dossier[1]/soortadres[1]",
            "verwacht": "een waarde uit de tabel 'soorten'",
            "bronvelden": ("code",),
            "wie": Wie.SCHOOL,
        }.items() <= attrs.asdict(melding).items()
        assert resultaat.blok is None

    def test_says_what_the_table_says_to_do(self):
        tabel = attrs.evolve(_tabel(Beleid.WEIGER), herstel="Kies het soort adres uit de lijst.")
        resultaat = _vul(_afb(Adres, soortadres=code("code", tabel)), Record(code=GEHEIM))

        assert ["Kies het soort adres uit de lijst."] == [m.herstel for m in resultaat.meldingen]

    def test_counts_what_is_left_out(self):
        adres = _afb(
            Adres, Rij, soortadres=code("code", _tabel(Beleid.WEGLATEN)), straat=van("tekst")
        )
        afb = _afb(Instelling, adreslijst=elk("rijen", adres))
        record = Record(rijen=[Rij(code=c, tekst="s") for c in ("X", "B", GEHEIM, "X")])
        resultaat = _vul(afb, record)

        assert {"rijen.code": 3} == resultaat.weggelaten
        assert [] == resultaat.meldingen
        assert [None, "bezoek", None, None] == [a.soortadres for a in resultaat.blok.adreslijst]


class TestVast:
    def test_fills_in_beside_a_value(self):
        afb = _afb(Land, waarde=van("naam"), omschrijving=vast("altijd"))

        assert Land(waarde="x", omschrijving="altijd") == _vul(afb, Record(naam="x")).blok

    def test_makes_no_block_by_itself(self):
        assert _vul(_afb(Land, omschrijving=vast("altijd")), Record(naam="x")).blok is None


class TestBlok:
    LAND = _afb(Land, waarde=van("naam"), omschrijving=vast("vast"))
    LAND_BINNEN = _afb(Land, Rij, waarde=van("tekst"))

    def test_is_filled_from_the_same_record(self):
        afb = _afb(Adres, land=blok(self.LAND))

        assert Adres(land=Land(waarde="x", omschrijving="vast")) == _vul(afb, Record(naam="x")).blok

    def test_is_filled_from_a_record_inside(self):
        afb = _afb(Adres, land=blok(self.LAND_BINNEN, "binnen"))

        assert Adres(land=Land(waarde="x")) == _vul(afb, Record(binnen=Rij(tekst="x"))).blok

    @pytest.mark.parametrize(
        "record", [Record(), Record(binnen=Rij()), Record(binnen=Rij(tekst=""))]
    )
    def test_is_left_out_when_nothing_of_it_is_filled(self, record):
        afb = _afb(Adres, straat=vast("s"), land=blok(self.LAND_BINNEN, "binnen"))

        assert _vul(afb, record).blok is None

    def test_a_finding_inside_names_place_and_field_from_the_top(self):
        land = _afb(Land, Rij, waarde=van("tekst", _weiger), omschrijving=van("code", _weiger))
        afb = _afb(Adres, land=blok(land, "binnen"))
        resultaat = _vul(afb, Record(binnen=Rij(tekst=GEHEIM, code=GEHEIM)), "/dossier[1]/adres[2]")

        assert [
            ("/dossier[1]/adres[2]/land[1]", "/dossier/adres/land", ("binnen.tekst",)),
            ("/dossier[1]/adres[2]/land[1]", "/dossier/adres/land/@omschrijving", ("binnen.code",)),
        ] == [(m.locatie, m.pad, m.bronvelden) for m in resultaat.meldingen]

    def test_a_repeated_block_may_be_filled_once(self):
        nationaliteit = _afb(Nationaliteit, waarde=van("naam"))
        diagnose = _afb(Diagnose, code=van("code"))

        assert Diagnose(code=["x"]) == _vul(diagnose, Record(code="x")).blok
        assert Nationaliteit(waarde="0001") == _vul(nationaliteit, Record(naam="0001")).blok


class TestNiets:
    def test_what_is_left_to_the_core_or_missing_is_not_filled(self):
        afb = _afb(Land, waarde=kern("test"), omschrijving=NIETS)

        assert _vul(afb, Record(naam="x")).blok is None

    def test_an_empty_record_gives_no_block(self):
        assert _vul(_afb(Land, waarde=van("naam")), Record()).blok is None


class TestMeldingen:
    def test_a_value_that_can_not_be_used_is_a_finding_for_the_school(self):
        afb = _afb(Diagnose, datum=van("dag", datum), naam=van("naam"))
        resultaat = _vul(afb, Record(dag=GEHEIM, naam="n"), "/dossier[1]/diagnose[1]")
        (melding,) = resultaat.meldingen

        assert Diagnose(naam="n") == resultaat.blok
        assert {
            "regel": "AF.waarde",
            "soort": SoortMelding.AFBEELDING,
            "ernst": Ernst.FOUT,
            "locatie": "/dossier[1]/diagnose[1]/datum[1]",
            "pad": "/dossier/diagnose/datum",
            "verwacht": "een datum als JJJJ-MM-DD",
            "melding": "De waarde van 'dag' is niet te gebruiken voor 'Onderzoeksdatum'.",
            "herstel": "Verbeter 'dag' in het administratiesysteem.",
            "wie": Wie.SCHOOL,
            "gepubliceerd": False,
            "bronvelden": ("dag",),
        }.items() <= attrs.asdict(melding).items()

    @pytest.mark.parametrize(
        "via", [_loop_vast, lambda _: 1 / 0, lambda _: {}["x"], lambda: None], ids="abcd"
    )
    def test_a_transform_that_crashes_is_a_finding_for_the_vendor(self, via):
        afb = _afb(Land, waarde=van("naam", via), omschrijving=van("code"))
        resultaat = _vul(afb, Record(naam=GEHEIM, code="x"))
        (melding,) = resultaat.meldingen

        assert Land(omschrijving="x") == resultaat.blok
        assert ["AF.omzetting", Wie.LEVERANCIER, Ernst.FOUT, ("naam",)] == [
            melding.regel,
            melding.wie,
            melding.ernst,
            melding.bronvelden,
        ]
        assert "De omzetting van 'naam'" in melding.melding

    def test_a_crash_names_the_line_of_the_plugin_and_no_path(self):
        def stdlib(waarde):
            return date.fromisoformat(waarde)

        for via, plek in ((stdlib, True), (lambda: None, False)):
            (melding,) = _vul(_afb(Land, waarde=van("naam", via)), Record(naam=GEHEIM)).meldingen

            assert plek == bool(re.search(r" at test_vullen\.py:\d+\)$", melding.verwacht))
            assert "/" not in melding.verwacht
            assert GEHEIM not in melding.verwacht

    def test_a_crash_does_not_hide_what_else_is_wrong(self):
        afb = _afb(Land, waarde=van("naam", _loop_vast), omschrijving=van("code", _weiger))

        assert ["AF.omzetting", "AF.waarde"] == [
            m.regel for m in _vul(afb, Record(naam=GEHEIM, code=GEHEIM)).meldingen
        ]

    def test_nothing_of_a_value_is_ever_told(self):
        rijen = _afb(Adres, Rij, soortadres=code("code", _tabel()), straat=van("tekst", _loop_vast))
        afb = _afb(
            Instelling,
            naam=van("naam", _weiger),
            adreslijst=elk("rijen", rijen),
        )
        rij = Rij(tekst=GEHEIM, code=GEHEIM)
        resultaat = _vul(afb, Record(naam=GEHEIM, rijen=[rij, rij]))
        teksten = [repr(resultaat), *(f"{m!r} {m.als_dict()}" for m in resultaat.meldingen)]

        assert len(resultaat.meldingen) == 5
        assert not [tekst for tekst in teksten if GEHEIM in tekst]


def test_the_same_record_gives_the_same_block():
    afb = _afb(Diagnose, datum=van("dag", datum), code=elk("teksten"))
    record = Record(dag="2020-01-02", teksten=["a"])

    assert Diagnose(datum=date(2020, 1, 2), code=["a"]) == _vul(afb, record).blok
    assert _vul(afb, record) == _vul(afb, record)
    assert _vul(afb, record).blok is not _vul(afb, record).blok


def test_mappings_that_differ_only_in_a_transform_are_not_taken_for_one_another():
    record = Record(naam="a", teksten=["b"])
    klein, groot = (
        _afb(Gba, gbaachternaam=van("naam", via), gbavoornaam=elk("teksten", via))
        for via in (str.lower, str.upper)
    )

    assert Gba(gbaachternaam="a", gbavoornaam=["b"]) == _vul(klein, record).blok
    assert Gba(gbaachternaam="A", gbavoornaam=["B"]) == _vul(groot, record).blok

"""Filling a list: from records, values or both, each with a place of its own."""

from __future__ import annotations

import attrs
import pytest

from oso_adapters.gegevensset import (
    Adres,
    Cijferlijst,
    Diagnose,
    EindtoetsBasisonderwijs,
    Eindtoetsresultaat,
    Gba,
    Instelling,
    Onderdeel,
    Score,
    Vakcijfer,
)
from oso_adapters.mapping import Codetabel, Onbruikbaar, afbeelding, blok, elk, ontbreekt, van
from oso_adapters.mapping.vullen import apply_afbeelding

GEHEIM = "Kwispeldam"


@attrs.frozen(kw_only=True)
class Rij:
    tekst: str | None = None
    code: str | None = None


@attrs.frozen(kw_only=True)
class Record:
    naam: str | None = None
    code: str | None = None
    rijen: list[Rij] | None = None
    teksten: list[str] | None = None


def _afb(cls, record=Record, **bronnen):
    niets = {a.name: ontbreekt("test") for a in attrs.fields(cls)}
    return afbeelding(cls, record, **niets | bronnen)


def _vul(afb, record, plek="/dossier[1]"):
    return apply_afbeelding(afb, record, plek)


def _geen_uitroepteken(waarde):
    if waarde == "!":
        raise Onbruikbaar("iets anders")
    return waarde


ADRES = _afb(Adres, Rij, straat=van("tekst"), nummer=van("code", _geen_uitroepteken))


def test_fills_a_block_from_each_record():
    afb = _afb(Instelling, adreslijst=elk("rijen", ADRES))
    record = Record(rijen=[Rij(tekst="a"), Rij(), Rij(tekst="b")])

    assert [Adres(straat="a"), Adres(straat="b")] == _vul(afb, record).blok.adreslijst


@pytest.mark.parametrize("record", [Record(), Record(rijen=[]), Record(rijen=[Rij(), Rij()])])
def test_a_list_without_content_is_absent(record):
    afb = _afb(Instelling, naam=van("naam"), adreslijst=elk("rijen", ADRES))
    gevuld = _vul(afb, attrs.evolve(record, naam="x")).blok

    assert Instelling(naam="x") == gevuld


def test_takes_each_value_as_it_is():
    afb = _afb(Gba, gbavoornaam=elk("teksten"))

    assert Gba(gbavoornaam=["a", "b"]) == _vul(afb, Record(teksten=["a", "", "b"])).blok


def test_changes_each_value_with_a_transform():
    afb = _afb(Gba, gbavoornaam=elk("teksten", str.upper))

    assert Gba(gbavoornaam=["A", "B"]) == _vul(afb, Record(teksten=["a", "b"])).blok


def test_translates_each_value_with_a_table():
    tabel = Codetabel(naam="diagnoses", waarden={"a": "F80", "d": "F81.0"})
    afb = _afb(Diagnose, code=elk("teksten", tabel))
    resultaat = _vul(afb, Record(teksten=["a", "d"]))

    assert Diagnose(code=["F80", "F81.0"]) == resultaat.blok


def test_walks_into_a_record_that_may_be_absent():
    afb = _afb(Gba, gbavoornaam=elk("rijen.tekst"), gbaachternaam=van("naam"))

    assert Gba(gbaachternaam="x") == _vul(afb, Record(naam="x")).blok
    assert Gba(gbavoornaam=["a"]) == _vul(afb, Record(rijen=[Rij(tekst="a")])).blok


def test_positions_count_what_goes_into_the_dossier():
    afb = _afb(Instelling, adreslijst=elk("rijen", ADRES))
    rijen = [Rij(tekst="a"), Rij(), Rij(tekst="b", code="!"), Rij(tekst="c", code="!")]
    resultaat = _vul(afb, Record(rijen=rijen), "/dossier[1]/huidigeschool[1]")

    assert [
        "/dossier[1]/huidigeschool[1]/adreslijst[1]/adres[2]/nummer[1]",
        "/dossier[1]/huidigeschool[1]/adreslijst[1]/adres[3]/nummer[1]",
    ] == [m.locatie for m in resultaat.meldingen]
    assert {"/dossier/huidigeschool/adreslijst/adres/nummer"} == {
        m.pad for m in resultaat.meldingen
    }
    assert {("rijen.code",)} == {m.bronvelden for m in resultaat.meldingen}


def test_a_repeated_value_has_its_own_position():
    afb = _afb(Gba, gbavoornaam=elk("teksten", _geen_uitroepteken))
    resultaat = _vul(afb, Record(teksten=["a", "!", "b", "!"]), "/dossier[1]/gba[1]")

    assert [
        "/dossier[1]/gba[1]/gbavoornaam[2]",
        "/dossier[1]/gba[1]/gbavoornaam[3]",
    ] == [m.locatie for m in resultaat.meldingen]
    assert {"/dossier/gba/gbavoornaam"} == {m.pad for m in resultaat.meldingen}
    assert {("teksten",)} == {m.bronvelden for m in resultaat.meldingen}


def test_an_unknown_code_of_a_list_has_its_own_position():
    tabel = Codetabel(naam="diagnoses", waarden={"a": "F80"})
    afb = _afb(Diagnose, code=elk("teksten", tabel))
    (melding,) = _vul(afb, Record(teksten=["a", GEHEIM]), "/dossier[1]/diagnose[1]").meldingen

    assert ["/dossier[1]/diagnose[1]/code[2]", "/dossier/diagnose/code"] == [
        melding.locatie,
        melding.pad,
    ]


def test_a_repeated_sequence_keeps_its_pairs():
    score = _afb(Score, Rij, waarde=van("code"))
    onderdeel = _afb(Onderdeel, Rij, naam=van("tekst"))
    vak = _afb(Vakcijfer, Rij, naam=van("tekst"), onderdeel=blok(onderdeel), score=blok(score))
    lijst = _afb(Cijferlijst, cijferlijstTypelijst=elk("rijen", vak))
    record = Record(rijen=[Rij(tekst="taal", code="8"), Rij(tekst="rekenen", code="7")])

    assert [
        Vakcijfer(naam=naam, onderdeel=[Onderdeel(naam=naam)], score=[Score(waarde=cijfer)])
        for naam, cijfer in (("taal", "8"), ("rekenen", "7"))
    ] == _vul(lijst, record).blok.cijferlijstTypelijst


def test_a_required_list_that_may_be_empty_is_there():
    resultaat = _afb(Eindtoetsresultaat, toetssoort=van("code"), onderdelen=elk("teksten"))
    afb = _afb(EindtoetsBasisonderwijs, eindtoetsresultaat=blok(resultaat))

    assert Eindtoetsresultaat(toetssoort="x", onderdelen=[]) == (
        _vul(afb, Record(code="x")).blok.eindtoetsresultaat
    )
    assert _vul(afb, Record(naam="x")).blok is None

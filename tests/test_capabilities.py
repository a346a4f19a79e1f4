"""One record becomes one checked dossier, or is held back with everything that is wrong."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import attrs
import pytest

from oso_adapters import Exporteur, Leverancier, Regelset, check, read_dossier
from oso_adapters.gegevensset import Dossier, Huidigeschool, Inzage, Leerling
from oso_adapters.gegevensset._veld import velden
from oso_adapters.mapping import (
    Bronrecord,
    Codetabel,
    Onbruikbaar,
    afbeelding,
    bezwaar,
    blok,
    code,
    kern,
    ontbreekt,
    van,
    vast,
)
from oso_adapters.melding import Ernst, Oordeel, Wie

DAG = date(2020, 3, 2)
LEVERANCIER = Leverancier(naam="Proef", maker="Maker", pakketnaam="proefpakket", pakketversie="9")
GEHEIM = "Kwispeldam"
LEERLING = "/dossier/huidigeschool/leerling"


@attrs.frozen(kw_only=True)
class Record:
    """Some fields of a system of its own; the rest is taken from a dossier as it is."""

    naam: str | None = None
    geslacht: str | None = None
    geboren: str | None = None
    gezien: bool | None = True
    op: date | None = DAG
    uitgezet: tuple[str, ...] = ()
    rest: Dossier = attrs.field(repr=False)


def _datum(tekst):
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        raise Onbruikbaar("een datum") from None


def _zelfde(cls, pad, **anders):
    """Return an Afbeelding that takes every field from the dossier in the record."""
    rest = {veld.attr: van(f"rest.{pad}.{veld.attr}") for veld in velden(cls)}
    return afbeelding(cls, Record, **rest | anders)


KIND = _zelfde(
    Leerling,
    "huidigeschool.leerling",
    achternaam=van("naam"),
    geslacht=code("geslacht", Codetabel(naam="geslacht", waarden={"v": "2", "m": "1"})),
    geboortedatum=van("geboren", _datum),
    leerlingid=ontbreekt("Proef kent geen leerlingcode"),
)
INZAGE = afbeelding(
    Inzage,
    Record,
    voorlopigdossier=vast(False),  # noqa: FBT003 - the value of the field
    inzage=van("gezien"),
    inzagedatum=van("op"),
    akkoord=vast("Ja"),
    redennietakkoord=ontbreekt("Proef kent geen reden"),
    toestemming=vast("Ja"),
)


def _dossier(kind=KIND):
    school = _zelfde(Huidigeschool, "huidigeschool", leerling=blok(kind))
    return afbeelding(
        Dossier,
        Record,
        metadata=kern("de kern"),
        overdrachtsoort=kern("de kern"),
        inzage=blok(INZAGE),
        huidigeschool=blok(school),
    )


def _exporteur(**anders):
    gegevens = {
        "profielen": {"POPO", "BB"},
        "versies": {"2019.1"},
        "dossier": _dossier(),
        "read": lambda _pad: [],
        "opt_uit": lambda record: record.uitgezet,
    }
    return Exporteur(**gegevens | anders)


EXPORTEUR = _exporteur()


def _met(**anders):
    """Return an Exporteur with some fields of the leerling mapped otherwise."""
    return _exporteur(dossier=_dossier(afbeelding(Leerling, Record, **KIND.bronnen | anders)))


def _niets(_waarde):
    return None


@pytest.fixture
def record(geval):
    """Return a function that makes a record of an ordinary pupil, with some fields otherwise."""

    def maak(**anders):
        rest = read_dossier(geval("G04"))
        gegevens = {"naam": "Molenaar", "geslacht": "v", "geboren": "2009-01-23", "rest": rest}
        return Record(**gegevens | anders)

    return maak


def _exporteer(record, *meldingen, exporteur=EXPORTEUR, overdracht="POPO", **anders):
    bron = Bronrecord("sleutel-1", record, meldingen)
    return exporteur.export(bron, LEVERANCIER, overdracht=overdracht, dag=DAG, **anders)


def _enige(resultaat):
    (melding,) = resultaat.meldingen
    return melding


class TestGeldig:
    def test_a_good_record_becomes_a_valid_dossier_with_the_maker_in_it(self, record):
        resultaat = _exporteer(record())
        metadata = read_dossier(resultaat.data).metadata

        assert Oordeel.GELDIG is resultaat.oordeel
        assert ((), {}, "sleutel-1") == (
            resultaat.meldingen,
            resultaat.weggelaten,
            resultaat.sleutel,
        )
        assert ["proefpakket", "9", DAG, "LASLVS", "POPO"] == [
            metadata.pakketnaam,
            metadata.pakketversie,
            metadata.datum,
            metadata.deeldossier,
            metadata.overstap,
        ]
        assert Oordeel.GELDIG is check(resultaat.data).oordeel

    def test_the_bytes_are_those_of_the_dossier(self, record):
        resultaat = _exporteer(record())

        assert resultaat.dossier == read_dossier(resultaat.data)

    def test_the_same_record_gives_the_same_bytes(self, record):
        assert _exporteer(record()).data == _exporteer(record()).data

    def test_a_category_that_is_opted_out_is_left_out(self, record):
        ingezien = _exporteer(record(), overdracht="BB").dossier
        uitgezet = _exporteer(record(uitgezet=("ouderinzage",)), overdracht="BB")

        assert ingezien.inzage is not None
        assert uitgezet.dossier.inzage is None
        assert Oordeel.GELDIG is uitgezet.oordeel

    def test_a_warning_of_the_source_holds_nothing_back(self, record):
        waarschuwing = bezwaar("veld", "m", "h", ernst=Ernst.WAARSCHUWING)
        resultaat = _exporteer(record(), waarschuwing)

        assert [Oordeel.GELDIG, (waarschuwing,)] == [resultaat.oordeel, resultaat.meldingen]
        assert resultaat.data


class TestVastgehouden:
    @staticmethod
    def _is_vastgehouden(resultaat):
        assert [Oordeel.ONGELDIG, None] == [resultaat.oordeel, resultaat.data]

    def test_a_record_that_could_not_be_read(self):
        melding = bezwaar("veld", "m", "h")
        resultaat = _exporteer(None, melding)

        self._is_vastgehouden(resultaat)
        assert [None, (melding,)] == [resultaat.dossier, resultaat.meldingen]

    def test_an_objection_of_the_source(self, record):
        melding = bezwaar("veld", "m", "h")
        resultaat = _exporteer(record(), melding)

        self._is_vastgehouden(resultaat)
        assert melding == _enige(resultaat)

    @pytest.mark.parametrize(
        ("anders", "regel", "pad", "veld"),
        [
            ({"geslacht": GEHEIM}, "AF.code", "geslacht", "geslacht"),
            ({"geboren": GEHEIM}, "AF.waarde", "geboortedatum", "geboren"),
            ({"geboren": 20090123}, "AF.omzetting", "geboortedatum", "geboren"),
        ],
    )
    def test_a_value_that_can_not_be_used_is_told_once(self, record, anders, regel, pad, veld):
        resultaat = _exporteer(record(**anders))
        melding = _enige(resultaat)

        self._is_vastgehouden(resultaat)
        assert [regel, f"{LEERLING}/{pad}", (veld,)] == [
            melding.regel,
            melding.pad,
            melding.bronvelden,
        ]
        assert GEHEIM not in f"{resultaat!r} {melding.als_dict()}"

    def test_a_field_that_is_empty_at_the_school(self, record):
        resultaat = _exporteer(record(geboren=None))
        melding = _enige(resultaat)

        self._is_vastgehouden(resultaat)
        assert ["OVa.LL02", Wie.SCHOOL, ("geboren",)] == [
            melding.regel,
            melding.wie,
            melding.bronvelden,
        ]
        assert "'geboren' is leeg in Proef." in melding.bewijs

    def test_a_field_that_is_empty_under_a_condition_that_is_filled(self, record):
        melding = _enige(_exporteer(record(op=None)))

        assert ["OVa.IZ03", Wie.SCHOOL, "'op' is leeg in Proef."] == [
            melding.regel,
            melding.wie,
            melding.bewijs,
        ]

    def test_a_field_that_got_lost_on_the_way(self, record):
        kind = afbeelding(
            Leerling, Record, **KIND.bronnen | {"geboortedatum": van("geboren", _niets)}
        )
        melding = _enige(_exporteer(record(), exporteur=_exporteur(dossier=_dossier(kind))))

        assert ["OVa.LL02", Wie.LEVERANCIER] == [melding.regel, melding.wie]
        assert melding.bewijs.startswith("'geboren' is gevuld in Proef")

    def test_a_field_that_the_system_never_delivers(self, record):
        exporteur = _met(geboortedatum=ontbreekt("dat mag niet"))
        melding = _enige(_exporteer(record(), exporteur=exporteur))

        assert ["OVa.LL02", Wie.LEVERANCIER, "Proef levert dit veld niet: dat mag niet."] == [
            melding.regel,
            melding.wie,
            melding.bewijs,
        ]

    def test_a_field_that_may_not_be_delivered_is_for_the_vendor(self, record):
        melding = _enige(_exporteer(record(), exporteur=_met(geboorteplaats=van("naam"))))

        assert ["OVa.LL10", Wie.LEVERANCIER] == [melding.regel, melding.wie]
        assert melding.bewijs == "De waarde staat zo in Proef: 'naam'."

    def test_a_category_that_can_not_be_opted_out(self, record):
        resultaat = _exporteer(record(uitgezet=("schoolloopbaan",)))

        self._is_vastgehouden(resultaat)
        assert ["AF.optuit"] == [melding.regel for melding in resultaat.meldingen]

    @pytest.mark.parametrize(
        ("naam", "wie"),
        [(f"{GEHEIM}\x01", Wie.SCHOOL), (object(), Wie.LEVERANCIER), ([GEHEIM], Wie.LEVERANCIER)],
        ids=["forbidden character", "object", "list"],
    )
    def test_a_value_that_can_not_be_written(self, record, naam, wie):
        resultaat = _exporteer(record(naam=naam))
        melding = _enige(resultaat)

        self._is_vastgehouden(resultaat)
        assert ["ST.waarde", f"{LEERLING}/achternaam"] == [melding.regel, melding.pad]
        assert wie is melding.wie
        assert GEHEIM not in f"{resultaat!r} {melding.als_dict()}"

    def test_a_record_without_anything(self):
        resultaat = _exporteer(Record(rest=Dossier(), gezien=None, op=None))

        self._is_vastgehouden(resultaat)
        assert {"ST.ontbreekt"} <= {melding.regel for melding in resultaat.meldingen}

    def test_everything_that_is_wrong_is_told_together(self, record):
        resultaat = _exporteer(
            record(geslacht=GEHEIM, geboren=None, op=None, uitgezet=("metadata",)),
            bezwaar("veld", "m", "h"),
        )

        self._is_vastgehouden(resultaat)
        assert ["AF.bron", "AF.code", "AF.optuit", "OVa.IZ03", "OVa.LL02"] == [
            melding.regel for melding in resultaat.meldingen
        ]
        assert GEHEIM not in json.dumps([m.als_dict() for m in resultaat.meldingen])


class TestRegelset:
    LANG = "a" * 65 + "@lindeboom.example.nl"

    @pytest.fixture
    def lange_email(self, record):
        maak = record()
        for deel in maak.rest.huidigeschool.communicatielijst:
            if deel.soort == "e-mail":
                deel.nummer = self.LANG
        return maak

    def test_what_the_afspraak_objects_to_is_held_back(self, lange_email):
        resultaat = _exporteer(lange_email)

        assert Oordeel.ONGELDIG is resultaat.oordeel
        assert ["OG.01.patroon"] == [melding.regel for melding in resultaat.meldingen]

    def test_gepubliceerd_lets_it_go_and_says_so(self, lange_email):
        resultaat = _exporteer(lange_email, regelset=Regelset.GEPUBLICEERD)
        melding = _enige(resultaat)

        assert Oordeel.GELDIG is resultaat.oordeel
        assert self.LANG.encode() in resultaat.data
        assert ["OG.01.patroon", Ernst.WAARSCHUWING] == [melding.regel, melding.ernst]
        assert melding.herstel.endswith("De keten van vandaag accepteert dit dossier wel.")

    def test_gepubliceerd_holds_back_what_the_sheets_object_to(self, record):
        resultaat = _exporteer(record(op=None), regelset=Regelset.GEPUBLICEERD)

        assert [Oordeel.ONGELDIG, None] == [resultaat.oordeel, resultaat.data]
        assert "OVa.IZ03" in {melding.regel for melding in resultaat.meldingen}


class TestExporteur:
    def test_lineage_and_missing_places_follow_from_the_mapping(self):
        assert EXPORTEUR.lineage[f"{LEERLING}/achternaam"] == ("naam",)
        assert EXPORTEUR.lineage["/dossier/inzage/inzagedatum"] == ("op",)
        assert EXPORTEUR.ontbreekt == {
            f"{LEERLING}/leerlingid": "Proef kent geen leerlingcode",
            "/dossier/inzage/redennietakkoord": "Proef kent geen reden",
        }

    def test_the_part_of_the_dossier_is_that_of_the_system(self, record):
        resultaat = _exporteer(record(), exporteur=_exporteur(deeldossier="LAS"))

        assert b"<deeldossier>LAS</deeldossier>" in resultaat.data

    def test_it_can_not_be_changed(self):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            EXPORTEUR.profielen = frozenset()

    @pytest.mark.parametrize("soort", [set, list, tuple, frozenset])
    def test_profiles_may_be_given_as_any_collection(self, soort):
        assert frozenset({"POPO"}) == _exporteur(profielen=soort(["POPO"])).profielen

    def test_without_opt_out_nothing_is_opted_out(self, record):
        zonder = Exporteur(
            profielen={"POPO"}, versies={"2019.1"}, dossier=_dossier(), read=lambda _pad: []
        )

        assert _exporteer(record(), exporteur=zonder).data == _exporteer(record()).data

    def test_reading_is_left_to_the_plugin(self):
        gelezen = []
        exporteur = _exporteur(read=lambda pad: gelezen.append(pad) or [])

        assert not exporteur.read(Path("bron"))
        assert [Path("bron")] == gelezen


def test_nothing_of_a_record_or_dossier_is_ever_shown(record):
    resultaat = _exporteer(record(naam=GEHEIM))
    bron = Bronrecord("sleutel-1", record(naam=GEHEIM))

    assert GEHEIM.encode() in resultaat.data
    assert GEHEIM not in f"{resultaat!r} {bron!r} {EXPORTEUR!r}"


def _stop(_waarde=None):
    raise SystemExit(0)


def test_a_transform_that_ends_the_program_only_holds_its_record_back(record):
    exporteur = _met(achternaam=van("naam", _stop))

    resultaat = _exporteer(record(), exporteur=exporteur)

    assert resultaat.data is None
    assert "AF.omzetting" in {m.regel for m in resultaat.meldingen}


@pytest.mark.parametrize("fout", [SystemExit(0), KeyError("x"), ValueError("x")])
def test_an_opt_out_that_fails_holds_the_record_back(record, fout):
    def faal(_record):
        raise fout

    resultaat = _exporteer(record(), exporteur=_exporteur(opt_uit=faal))

    assert resultaat.data is None
    assert [("AF.bron", Wie.LEVERANCIER)] == [(m.regel, m.wie) for m in resultaat.meldingen]


@pytest.mark.parametrize(
    "anders",
    [
        {"profielen": "POPO"},
        {"read": "x"},
        {"opt_uit": 1},
        {"deeldossier": "X"},
        {"gevallen": "x"},
    ],
)
def test_a_capability_refuses_what_it_can_not_work_with(anders):
    with pytest.raises((TypeError, ValueError)):
        _exporteur(**anders)

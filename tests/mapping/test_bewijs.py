"""Who must act: the default of the rule, corrected by what stands in record and dossier."""

from __future__ import annotations

from datetime import date

import attrs
import pytest

from oso_adapters.gegevensset import (
    Adres,
    Dossier,
    Huidigeschool,
    Inzage,
    Land,
    Leerling,
    Metadata,
    Nationaliteit,
)
from oso_adapters.mapping.bewijs import assign_wie
from oso_adapters.melding import Melding, SoortMelding, Wie

GEHEIM = "Kwispeldam"
LEERLING = "/dossier/huidigeschool/leerling"
LINEAGE = {
    f"{LEERLING}/achternaam": ("leerling.naam",),
    f"{LEERLING}/bsn": ("leerling.bsn",),
    f"{LEERLING}/onderwijsnummer": ("leerling.nummer",),
    f"{LEERLING}/voornaam": ("leerling.voornamen", "leerling.roepnaam"),
    f"{LEERLING}/geboortedatum": ("leerling.geboren",),
    f"{LEERLING}/adreslijst": ("leerling.adressen",),
    f"{LEERLING}/adreslijst/adres": ("leerling.adressen",),
    f"{LEERLING}/adreslijst/adres/land/@omschrijving": ("leerling.adressen.land",),
    f"{LEERLING}/nationaliteit/@omschrijving": ("leerling.land",),
    "/dossier/inzage/inzage": ("inzage.gezien",),
    "/dossier/inzage/inzagedatum": ("inzage.op",),
}
ONTBREEKT = {f"{LEERLING}/gba": "ParnasSys kent geen GBA-gegevens"}


@attrs.frozen(kw_only=True)
class Inzien:
    gezien: bool | None = None
    op: str | None = None


@attrs.frozen(kw_only=True)
class Kind:
    naam: str | None = None
    bsn: str | None = None
    nummer: str | None = None
    voornamen: str | None = None
    roepnaam: str | None = None
    geboren: str | None = None
    land: str | None = None
    adressen: list[Kind] = attrs.field(factory=list)


@attrs.frozen(kw_only=True)
class Record:
    leerling: Kind = Kind()
    inzage: Inzien | None = None


def _dossier(inzage=None, **leerling):
    return Dossier(inzage=inzage, huidigeschool=Huidigeschool(leerling=Leerling(**leerling)))


def _melding(pad, *paden, wie=Wie.KENNISNET, soort=SoortMelding.STRUCTUUR):
    return Melding(
        regel="X",
        soort=soort,
        locatie="/[1]",
        pad=pad,
        melding="m",
        herstel="h",
        wie=wie,
        paden=paden,
    )


def _toegewezen(melding, record, dossier):
    return assign_wie(melding, LINEAGE, ONTBREEKT, record, dossier, "ParnasSys")


BEIDE_NAMEN = "'leerling.voornamen' en 'leerling.roepnaam'"

GEVALLEN = {
    # name: (path, other paths, pupil in the record, fields of the leerling, who, evidence)
    "empty in the record": (
        f"{LEERLING}/achternaam",
        [],
        Kind(),
        {},
        Wie.SCHOOL,
        "'leerling.naam' is leeg in ParnasSys.",
    ),
    "both of two fields empty": (
        f"{LEERLING}/voornaam",
        [],
        Kind(),
        {},
        Wie.SCHOOL,
        f"{BEIDE_NAMEN} is leeg in ParnasSys.",
    ),
    "filled but lost": (
        f"{LEERLING}/achternaam",
        [],
        Kind(naam=GEHEIM),
        {},
        Wie.LEVERANCIER,
        "'leerling.naam' is gevuld in ParnasSys, maar komt niet in het dossier.",
    ),
    "one of two fields filled but lost": (
        f"{LEERLING}/voornaam",
        [],
        Kind(roepnaam=GEHEIM),
        {},
        Wie.LEVERANCIER,
        f"{BEIDE_NAMEN} is gevuld in ParnasSys, maar komt niet in het dossier.",
    ),
    "the same on both sides": (
        f"{LEERLING}/achternaam",
        [],
        Kind(naam=GEHEIM),
        {"achternaam": GEHEIM},
        Wie.SCHOOL,
        "De waarde staat zo in ParnasSys: 'leerling.naam'.",
    ),
    "changed on the way": (
        f"{LEERLING}/achternaam",
        [],
        Kind(naam=GEHEIM),
        {"achternaam": "Kwispel"},
        Wie.LEVERANCIER,
        "'leerling.naam' is onderweg veranderd.",
    ),
    "not comparable": (
        f"{LEERLING}/geboortedatum",
        [],
        Kind(geboren="2008-01-23"),
        {"geboortedatum": date(2008, 1, 23)},
        Wie.KENNISNET,
        "",
    ),
    "a list that is lost": (
        f"{LEERLING}/adreslijst",
        [f"{LEERLING}/adreslijst/adres"],
        Kind(adressen=[Kind()]),
        {},
        Wie.LEVERANCIER,
        "'leerling.adressen' is gevuld in ParnasSys, maar komt niet in het dossier.",
    ),
    "a list that is empty": (
        f"{LEERLING}/adreslijst",
        [f"{LEERLING}/adreslijst/adres"],
        Kind(),
        {"adreslijst": []},
        Wie.SCHOOL,
        "'leerling.adressen' is leeg in ParnasSys.",
    ),
    "an attribute deep in a list": (
        f"{LEERLING}/adreslijst/adres/land/@omschrijving",
        [],
        Kind(adressen=[Kind(land="NL")]),
        {"adreslijst": [Adres(land=Land(waarde="6030", omschrijving="NL"))]},
        Wie.SCHOOL,
        "De waarde staat zo in ParnasSys: 'leerling.adressen.land'.",
    ),
    "an attribute of a repeated element that is lost": (
        f"{LEERLING}/nationaliteit/@omschrijving",
        [],
        Kind(land="NL"),
        {"nationaliteit": [Nationaliteit(waarde="0001")]},
        Wie.LEVERANCIER,
        "'leerling.land' is gevuld in ParnasSys, maar komt niet in het dossier.",
    ),
    "neither of two numbers filled": (
        f"{LEERLING}/bsn",
        [f"{LEERLING}/onderwijsnummer"],
        Kind(),
        {},
        Wie.SCHOOL,
        "'leerling.bsn' is leeg in ParnasSys.",
    ),
    "the other of two numbers lost": (
        f"{LEERLING}/bsn",
        [f"{LEERLING}/onderwijsnummer"],
        Kind(nummer=GEHEIM),
        {},
        Wie.LEVERANCIER,
        "'leerling.nummer' is gevuld in ParnasSys, maar komt niet in het dossier.",
    ),
    "never delivered": (
        f"{LEERLING}/gba",
        [],
        Kind(),
        {},
        Wie.LEVERANCIER,
        "ParnasSys levert dit veld niet: ParnasSys kent geen GBA-gegevens.",
    ),
    "a condition on a field that is never delivered": (
        f"{LEERLING}/gba",
        [f"{LEERLING}/achternaam"],
        Kind(naam="x"),
        {"achternaam": "x"},
        Wie.LEVERANCIER,
        "ParnasSys levert dit veld niet: ParnasSys kent geen GBA-gegevens.",
    ),
    "a rule that names a field that is never delivered": (
        "/dossier/metadata/overstap",
        [f"{LEERLING}/gba"],
        Kind(),
        {},
        Wie.LEVERANCIER,
        "ParnasSys levert dit veld niet: ParnasSys kent geen GBA-gegevens.",
    ),
    "nothing of the vendor": ("/dossier/metadata/overstap", [], Kind(), {}, Wie.KENNISNET, ""),
}


@pytest.mark.parametrize("geval", GEVALLEN)
def test_who_must_act_follows_from_the_evidence(geval):
    pad, paden, kind, leerling, wie, bewijs = GEVALLEN[geval]
    toegewezen = _toegewezen(_melding(pad, *paden), Record(leerling=kind), _dossier(**leerling))

    assert [wie, bewijs] == [toegewezen.wie, toegewezen.bewijs]
    assert GEHEIM not in f"{toegewezen!r} {toegewezen.als_dict()}"


@pytest.mark.parametrize(
    ("soort", "wie"),
    [
        (SoortMelding.STRUCTUUR, Wie.SCHOOL),
        (SoortMelding.CODELIJST, Wie.SCHOOL),
        (SoortMelding.REGEL, Wie.LEVERANCIER),
    ],
)
def test_a_rule_knows_who_must_act_on_a_value_that_it_does_not_want(soort, wie):
    melding = _melding(f"{LEERLING}/achternaam", wie=Wie.LEVERANCIER, soort=soort)
    record, dossier = Record(leerling=Kind(naam="x")), _dossier(achternaam="x")
    toegewezen = _toegewezen(melding, record, dossier)

    assert [wie, "De waarde staat zo in ParnasSys: 'leerling.naam'."] == [
        toegewezen.wie,
        toegewezen.bewijs,
    ]


def test_a_list_where_one_value_belongs_is_not_what_the_school_typed():
    melding = _melding(f"{LEERLING}/achternaam", wie=Wie.LEVERANCIER)
    record, dossier = Record(leerling=Kind(naam=["x"])), _dossier(achternaam=["x"])

    assert melding.wie is _toegewezen(melding, record, dossier).wie


def test_a_condition_that_is_filled_does_not_make_an_empty_field_a_lost_one():
    melding = _melding("/dossier/inzage/inzagedatum", "/dossier/inzage/inzage")
    record = Record(inzage=Inzien(gezien=True))
    toegewezen = _toegewezen(melding, record, _dossier(Inzage(inzage=True)))

    assert [Wie.SCHOOL, "'inzage.op' is leeg in ParnasSys."] == [
        toegewezen.wie,
        toegewezen.bewijs,
    ]


def test_a_condition_that_is_lost_is_for_the_vendor():
    melding = _melding("/dossier/inzage/inzagedatum", "/dossier/inzage/inzage")
    toegewezen = _toegewezen(melding, Record(inzage=Inzien(gezien=False)), _dossier(Inzage()))

    assert Wie.LEVERANCIER is toegewezen.wie
    assert toegewezen.bewijs.startswith("'inzage.gezien' is gevuld")


def test_a_finding_names_the_fields_of_every_place_once_its_own_first():
    melding = _melding(
        "/dossier/inzage/inzagedatum", "/dossier/inzage/inzagedatum", "/dossier/inzage/inzage"
    )

    assert ("inzage.op", "inzage.gezien") == (
        _toegewezen(melding, Record(), Dossier(metadata=Metadata())).bronvelden
    )


def test_that_the_standard_is_wrong_no_record_can_change():
    melding = _melding(f"{LEERLING}/achternaam", wie=Wie.STANDAARD)
    toegewezen = _toegewezen(melding, Record(), _dossier())

    assert [Wie.STANDAARD, "", ("leerling.naam",)] == [
        toegewezen.wie,
        toegewezen.bewijs,
        toegewezen.bronvelden,
    ]


def test_nothing_else_of_a_finding_changes():
    melding = _melding(f"{LEERLING}/achternaam")
    toegewezen = _toegewezen(melding, Record(), _dossier())

    assert melding == attrs.evolve(toegewezen, wie=melding.wie, bewijs="", bronvelden=())

"""Loose data become typed records; all that does not fit is a finding."""

from __future__ import annotations

import attrs
import pytest

from oso_adapters.mapping import Bronrecord, bezwaar, read_record
from oso_adapters.melding import Ernst, SoortMelding, Wie

GEHEIM = "Kwispeldam"


@attrs.frozen(kw_only=True)
class Adres:
    straat: str | None = None
    nummer: int | None = None


@attrs.frozen(kw_only=True)
class Leerling:
    naam: str | None = None
    leeftijd: int | None = None
    cijfer: float | None = None
    geheim: bool | None = None
    adres: Adres | None = None
    adressen: list[Adres] = attrs.field(factory=list)
    namen: list[str] | None = None


def _lees(**gegevens):
    return read_record(Leerling, gegevens)


GOED = {
    "niets": ({}, Leerling()),
    "een tekst": ({"naam": "x"}, Leerling(naam="x")),
    "een lege tekst": ({"naam": ""}, Leerling(naam="")),
    "een getal": ({"leeftijd": 0}, Leerling(leeftijd=0)),
    "een kommagetal": ({"cijfer": 7.5}, Leerling(cijfer=7.5)),
    "een heel kommagetal": ({"cijfer": 7}, Leerling(cijfer=7.0)),
    "onwaar": ({"geheim": False}, Leerling(geheim=False)),
    "null": ({"naam": None, "adressen": None, "adres": None}, Leerling()),
    "een groep": ({"adres": {"straat": "a"}}, Leerling(adres=Adres(straat="a"))),
    "een lege groep": ({"adres": {}}, Leerling(adres=Adres())),
    "een lege lijst": ({"adressen": [], "namen": []}, Leerling(adressen=[], namen=[])),
    "lijsten": (
        {"adressen": [{"straat": "a"}, {"nummer": 2}], "namen": ["a", "b"]},
        Leerling(adressen=[Adres(straat="a"), Adres(nummer=2)], namen=["a", "b"]),
    ),
}


@pytest.mark.parametrize("geval", GOED)
def test_reads_what_fits(geval):
    gegevens, verwacht = GOED[geval]

    assert (verwacht, []) == _lees(**gegevens)


FOUT = {
    # name: (data, what is read, field of the finding, what was expected)
    "getal voor tekst": ({"naam": 7}, Leerling(), "naam", "tekst"),
    "tekst voor getal": ({"leeftijd": GEHEIM}, Leerling(), "leeftijd", "een geheel getal"),
    "kommagetal voor getal": ({"leeftijd": 7.0}, Leerling(), "leeftijd", "een geheel getal"),
    "waar voor getal": ({"leeftijd": True}, Leerling(), "leeftijd", "een geheel getal"),
    "waar voor kommagetal": ({"cijfer": True}, Leerling(), "cijfer", "een getal"),
    "getal voor waar": ({"geheim": 1}, Leerling(), "geheim", "true of false"),
    "tekst voor waar": ({"geheim": "true"}, Leerling(), "geheim", "true of false"),
    "lijst voor tekst": ({"naam": [GEHEIM]}, Leerling(), "naam", "tekst"),
    "groep voor tekst": ({"naam": {"a": GEHEIM}}, Leerling(), "naam", "tekst"),
    "tekst voor groep": ({"adres": GEHEIM}, Leerling(), "adres", "een groep velden"),
    "lijst voor groep": ({"adres": [{}]}, Leerling(), "adres", "een groep velden"),
    "groep voor lijst": ({"adressen": {}}, Leerling(), "adressen", "een lijst"),
    "tekst voor lijst": ({"namen": GEHEIM}, Leerling(), "namen", "een lijst"),
    "fout in een groep": (
        {"adres": {"straat": "a", "nummer": GEHEIM}},
        Leerling(adres=Adres(straat="a")),
        "adres.nummer",
        "een geheel getal",
    ),
    "fout in een lijst van groepen": (
        {"adressen": [{"straat": "a"}, {"straat": 7}]},
        Leerling(adressen=[Adres(straat="a"), Adres()]),
        "adressen.straat",
        "tekst",
    ),
    "fout in een lijst van teksten": (
        {"namen": ["a", 7, "b"]},
        Leerling(namen=["a", "b"]),
        "namen",
        "tekst",
    ),
    "iets anders in een lijst van groepen": (
        {"adressen": [{"straat": "a"}, GEHEIM]},
        Leerling(adressen=[Adres(straat="a")]),
        "adressen",
        "een groep velden",
    ),
}


@pytest.mark.parametrize("geval", FOUT)
def test_leaves_out_a_value_of_the_wrong_type_with_a_finding(geval):
    gegevens, verwacht, veld, soort = FOUT[geval]
    gelezen, (melding,) = _lees(**gegevens)

    assert verwacht == gelezen
    assert (veld,) == melding.bronvelden
    assert ["AF.bron", Ernst.FOUT, Wie.LEVERANCIER] == [melding.regel, melding.ernst, melding.wie]
    assert melding.melding.endswith(f"verkeerde soort; verwacht: {soort}.")
    assert GEHEIM not in f"{melding!r} {melding.als_dict()}"


@pytest.mark.parametrize(
    ("gegevens", "veld"),
    [
        ({"naam": "x", "nieuw": GEHEIM}, "nieuw"),
        ({"naam": "x", "nieuw": None}, "nieuw"),
    ],
)
def test_warns_of_a_field_that_the_class_does_not_have(gegevens, veld):
    gelezen, (melding,) = _lees(**gegevens)

    assert Leerling(naam="x") == gelezen
    assert ["AF.bron", Ernst.WAARSCHUWING, (veld,)] == [
        melding.regel,
        melding.ernst,
        melding.bronvelden,
    ]
    assert GEHEIM not in f"{melding!r} {melding.als_dict()}"


@pytest.mark.parametrize("veld", ["Naam", "naamm", "nnaam"])
def test_a_field_that_resembles_one_of_the_class_holds_the_record_back(veld):
    _, (melding,) = _lees(naam="x", **{veld: GEHEIM})

    assert [Ernst.FOUT, Wie.LEVERANCIER, (veld,)] == [
        melding.ernst,
        melding.wie,
        melding.bronvelden,
    ]
    assert "'naam'" in melding.melding
    assert GEHEIM not in f"{melding!r} {melding.als_dict()}"


def test_a_long_name_of_a_field_is_cut():
    _, (melding,) = _lees(naam="x", **{"q" * 500: "y"})

    assert len(melding.melding) < 200


def test_tells_everything_that_is_wrong_with_the_path_from_the_top():
    gegevens = {
        "naam": 1,
        "adres": {"huis": 1, "nummer": "1"},
        "adressen": [{"x": 1}, {"straat": 1}, 1],
    }
    _, meldingen = read_record(Leerling, gegevens, pad="leerlingen")

    assert [
        ("leerlingen.naam",),
        ("leerlingen.adres.huis",),
        ("leerlingen.adres.nummer",),
        ("leerlingen.adressen.x",),
        ("leerlingen.adressen.straat",),
        ("leerlingen.adressen",),
    ] == [melding.bronvelden for melding in meldingen]


def test_a_record_of_a_source_shows_its_key_only():
    record = Bronrecord("sleutel 7", Leerling(naam=GEHEIM))

    assert "sleutel 7" in repr(record)
    assert GEHEIM not in repr(record)


def test_a_finding_on_the_source_is_about_the_dossier_as_a_whole():
    melding = bezwaar("veld", "melding", "herstel", wie=Wie.SCHOOL, ernst=Ernst.WAARSCHUWING)

    assert {
        "regel": "AF.bron",
        "soort": SoortMelding.AFBEELDING,
        "ernst": Ernst.WAARSCHUWING,
        "locatie": "/dossier[1]",
        "pad": "/dossier",
        "melding": "melding",
        "herstel": "herstel",
        "wie": Wie.SCHOOL,
        "gepubliceerd": False,
        "bronvelden": ("veld",),
    }.items() <= attrs.asdict(melding).items()

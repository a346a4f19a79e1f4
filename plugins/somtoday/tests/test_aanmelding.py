"""What Somtoday takes in: an Aanmelding in the portal, and what becomes of it afterwards."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import attrs
import oso_somtoday
import pytest
from namaak_somtoday import export
from oso_somtoday.aanmelden import als_antwoord, als_record
from oso_somtoday.records import Adres
from oso_somtoday.records_aanmelding import (
    Aanmelding,
    AanmeldingLeerling,
    AanmeldingVerzorger,
    AdresNederland,
)
from oso_somtoday.records_registratie import Personalia, Registratie, VerzorgerRegistratie
from oso_somtoday.records_wie import Contactgegeven, OsoAdres
from oso_somtoday.registreren import registreer
from oso_somtoday.source import read, read_aanmeldingen, write_aanmeldingen

from oso_adapters.errors import ConfigurationError
from oso_adapters.gegevensset import Land
from oso_adapters.mapping import Actie, Administratie, Bronrecord, Stap, neem_over

IMPORT = oso_somtoday.oso_import()
GEVALLEN = ["G01", "G03", "G09", "G12", "G15", "G16", "G20", "G21", "G22", "G25", "G27", "G29"]


def dossier(naam: str) -> bytes:
    pytest.importorskip("oso_conformance")
    return files("oso_conformance").joinpath("gevallen", f"{naam}.xml").read_bytes()


def neem(naam: str) -> Aanmelding:
    """Take a geval in; return the Aanmelding that it becomes."""
    administratie = Administratie(IMPORT)
    (plan,) = IMPORT.plan(dossier(naam), administratie)
    neem_over(plan, administratie)
    record: Aanmelding = administratie.records[0].record
    return record


def contact(soort: str, waarde: str, *, geheim: Any = False, nood: Any = False) -> Contactgegeven:
    return Contactgegeven(soort=soort, waarde=waarde, geheim=geheim, noodnummer=nood)


TELEFOON = contact("TELEFOON_PRIVE", "0555551207")
MOBIEL = contact("TELEFOON_PRIVE", "0612347011", geheim=True)
EMAIL = contact("EMAIL_PRIVE", "mirthe@example.nl")
HUIS = Adres(postcode="7311SK", huisnummer_zonder_toevoeging="14", straat="Sluiskade")


def met(contactgegevens: list[Contactgegeven], adressen: list[OsoAdres]) -> Aanmelding:
    """Return a record of a leerling and a parent with these lists."""
    lijsten: dict[str, Any] = {"contactgegevens": contactgegevens, "adressen": adressen}
    if not (contactgegevens or adressen):
        return Aanmelding(leerling=AanmeldingLeerling(), verzorgers=[AanmeldingVerzorger()])
    return Aanmelding(
        leerling=AanmeldingLeerling(achternaam="Aalbers"),
        registratie=Registratie(personalia=Personalia(**lijsten)),
        verzorgers=[AanmeldingVerzorger(registratie=VerzorgerRegistratie(**lijsten))],
    )


def over_van(antwoord: Aanmelding) -> list[Contactgegeven]:
    """Return the contact data of the leerling that did not fit."""
    personalia = antwoord.registratie.personalia if antwoord.registratie else None
    return personalia.contactgegevens if personalia else []


def adres(soort: str = "BEZOEKADRES", **velden: str) -> OsoAdres:
    return OsoAdres(soort=soort, adres=Adres(**velden))


@pytest.mark.parametrize(
    ("contactgegevens", "plat", "rest"),
    [
        ([TELEFOON, MOBIEL, EMAIL], ("0555551207", "0612347011", "mirthe@example.nl"), 0),
        ([MOBIEL, EMAIL], (None, "0612347011", "mirthe@example.nl"), 0),
        ([EMAIL, TELEFOON], (None, None, "mirthe@example.nl"), 1),
        ([contact("TELEFOON_WERK", "0555551207"), TELEFOON], (None, None, None), 2),
        ([contact("TELEFOON_PRIVE", "0555551207", nood=True)], (None, None, None), 1),
        ([contact("TELEFOON_PRIVE", "0555551207", nood=None)], (None, None, None), 1),
        ([contact("TELEFOON_PRIVE", "9999999999", geheim=True)], (None, None, None), 1),
        ([contact("EMAIL_PRIVE", "geheim@geheim.geheim", geheim=True)], (None, None, None), 1),
        ([contact("EMAIL_PRIVE", "m@example.nl", geheim=None)], (None, None, None), 1),
        ([TELEFOON, TELEFOON], ("0555551207", None, None), 1),
        ([], (None, None, None), 0),
    ],
)
def test_what_fits_stands_in_the_flat_fields(contactgegevens, plat, rest):
    record = met(contactgegevens, [])

    antwoord = als_antwoord(record)

    for persoon in (antwoord.leerling, *antwoord.verzorgers):
        assert plat == (persoon.telefoonnummer, persoon.mobielnummer, persoon.emailadres)
    assert rest == len(over_van(antwoord))
    assert record == als_record(antwoord)


@pytest.mark.parametrize(
    ("adressen", "vak"),
    [
        ([OsoAdres(soort="BEZOEKADRES", adres=HUIS)], True),
        ([adres(postcode="7311SK", huisnummer_zonder_toevoeging="14")], True),
        ([adres(postcode="7311SK", huisnummer_zonder_toevoeging="14"), adres("POSTADRES")], True),
        ([adres(postcode="7311SK", huisnummer_zonder_toevoeging="14"), adres(straat="Weg")], True),
        ([adres(straat="Sluiskade")], False),
        ([adres(postcode="7311SK")], False),
        ([adres("POSTADRES", postcode="7311SK", huisnummer_zonder_toevoeging="14")], False),
        ([OsoAdres(soort="BEZOEKADRES")], False),
        ([], False),
    ],
)
def test_address_stands_where_somtoday_has_it(adressen, vak):
    record = met([], adressen)

    antwoord = als_antwoord(record)

    gevonden = antwoord.leerling.adres_nederland if antwoord.leerling else None
    assert (AdresNederland(postcode="7311SK", huisnummer="14") if vak else None) == gevonden
    assert record == als_record(antwoord)


def test_aanmelding_of_a_parent_without_reference_part_is_understood():
    antwoord = Aanmelding(
        leerling=AanmeldingLeerling(
            emailadres="m@example.nl",
            telefoonnummer="0555551207",
            telefoonnummer_geheim=True,
            adres_nederland=AdresNederland(postcode="7311SK", huisnummer="14"),
        )
    )

    record = als_record(antwoord)

    assert record.registratie is not None
    assert record.registratie.personalia is not None
    assert [True, False] == [c.geheim for c in record.registratie.personalia.contactgegevens]
    assert antwoord == attrs.evolve(als_antwoord(record), registratie=None)


def test_empty_aanmelding_stays_empty():
    assert Aanmelding() == als_record(Aanmelding()) == als_antwoord(Aanmelding())


@pytest.mark.parametrize("naam", GEVALLEN)
def test_what_was_written_is_read_as_the_same(tmp_path: Path, naam: str):
    record = neem(naam)
    bestand = tmp_path / "aanmeldingen.json"

    write_aanmeldingen(bestand, [Bronrecord("", record)])
    (gelezen,) = read_aanmeldingen(bestand)
    weer = tmp_path / "weer.json"
    write_aanmeldingen(weer, [gelezen])

    assert (record, ()) == (gelezen.record, gelezen.meldingen)
    assert bestand.read_bytes() == weer.read_bytes()


@pytest.mark.parametrize("naam", GEVALLEN)
@pytest.mark.parametrize("actie", [Actie.IMPORTEREN, Actie.AANVULLEN, Actie.OVERSCHRIJVEN])
def test_second_time_changes_nothing(naam: str, actie: Actie):
    administratie = Administratie(IMPORT, [Bronrecord("1", neem(naam))])

    (plan,) = IMPORT.plan(dossier(naam), administratie, actie)

    assert {Stap.GELIJK, Stap.NIET_OVERGENOMEN} >= {regel.stap for regel in plan.regels}


def test_public_fields_are_those_of_the_interface():
    record = als_antwoord(neem("G20"))

    assert record.leerling is not None
    assert record.school_van_herkomst_nederland is not None
    assert record.advies is not None
    assert ("Sofie Johanna", "VROUW", "2005-05-14") == (
        record.leerling.voornamen,
        record.leerling.geslacht,
        record.leerling.geboortedatum,
    )
    assert AdresNederland(postcode="3815GK", huisnummer="52") == record.leerling.adres_nederland
    assert ("00YY", "00", "2017-08-01") == attrs.astuple(record.school_van_herkomst_nederland)
    assert ("havo", "havo") == attrs.astuple(record.advies)
    assert ["A.", "P.J."] == [verzorger.voorletters for verzorger in record.verzorgers]


def test_school_that_hands_over_is_never_the_own_school():
    record = neem("G20")

    assert record.plaatsing is None
    assert record.registratie is not None
    assert record.registratie.vestiging is None


def test_address_abroad_has_three_lines():
    leerling = als_antwoord(neem("G22")).leerling

    assert leerling is not None
    assert leerling.adres_buitenland is not None
    assert ("Turnhoutsebaan 210 bus 3", "2400 Mol", "België", None) == attrs.astuple(
        leerling.adres_buitenland
    )


def test_fourth_line_of_an_address_abroad_is_told_of():
    regel = "<adresbuitenland>België</adresbuitenland>"
    tekst = dossier("G22").decode().replace(regel, regel * 2)

    (plan,) = IMPORT.plan(tekst.encode())

    slecht = [r for r in plan.regels if r.stap is Stap.NIET_OVERGENOMEN and r.let_op]
    assert ["past hier niet: een buitenlands adres van ten hoogste drie regels"] == [
        regel.waarom for regel in slecht
    ]


def test_registered_record_takes_only_the_eindtoets():
    record = attrs.evolve(neem("G15"))
    leeg = attrs.evolve(
        record.registratie,
        al_geregistreerd=True,
        personalia=attrs.evolve(record.registratie.personalia, eindtoets=None, nnca=None),
    )
    administratie = Administratie(
        IMPORT, [Bronrecord("1", attrs.evolve(record, registratie=leeg, advies=None))]
    )

    (plan,) = IMPORT.plan(dossier("G15"), administratie, Actie.OVERSCHRIJVEN)

    velden = {regel.veld.rpartition(".")[0] for regel in plan.regels if regel.stap.verandert}
    assert velden
    assert all(veld.startswith("registratie.personalia.eindtoets") for veld in velden)


def test_no_file_yet_has_no_aanmeldingen(tmp_path: Path):
    assert [] == list(read_aanmeldingen(tmp_path / "weg.json"))


@pytest.mark.parametrize(
    "tekst", ["[]", "5", '{"leerlingen": []}', '{"aanmeldingen": {}}', '{"aanmeldingen": [}', ""]
)
def test_file_of_another_form_is_refused(tmp_path: Path, tekst: str):
    bestand = tmp_path / "aanmeldingen.json"
    bestand.write_text(tekst)

    with pytest.raises(ConfigurationError):
        list(read_aanmeldingen(bestand))


def test_file_that_can_not_be_read_is_refused(tmp_path: Path):
    with pytest.raises(ConfigurationError, match="can't be read"):
        list(read_aanmeldingen(tmp_path))


@pytest.mark.parametrize(
    "item", [5, {}, {"uuid": "x"}, {"uuid": "x", "aanmelding": {}}, {"aanmelding": {}}]
)
def test_aanmelding_without_key_is_told_of_and_never_lost(tmp_path: Path, item: Any):
    bestand = tmp_path / "aanmeldingen.json"
    bestand.write_text(json.dumps({"aanmeldingen": [item]}))

    (gelezen,) = read_aanmeldingen(bestand)

    assert gelezen.record is None
    with pytest.raises(ConfigurationError, match="can't be read whole"):
        IMPORT.open(bestand)


def test_same_key_twice_is_told_of(tmp_path: Path):
    item = {"uuid": "7b0f2a53-5c3e-4b57-9c0a-0d3f1c9a4e21", "aanmelding": {}}
    bestand = tmp_path / "aanmeldingen.json"
    bestand.write_text(json.dumps({"aanmeldingen": [item, item]}))

    assert [False, True] == [bron.record is None for bron in read_aanmeldingen(bestand)]


def test_writes_only_a_new_file(tmp_path: Path):
    bestand = tmp_path / "aanmeldingen.json"
    bestand.write_text("van de school")

    with pytest.raises(FileExistsError):
        write_aanmeldingen(bestand, [])
    assert "van de school" == bestand.read_text()


def test_each_new_aanmelding_gets_a_key_of_its_own(tmp_path: Path):
    bestand = tmp_path / "aanmeldingen.json"

    write_aanmeldingen(bestand, [Bronrecord("", Aanmelding())] * 2)

    assert 2 == len({bron.sleutel for bron in read_aanmeldingen(bestand) if bron.record})


@pytest.mark.parametrize(
    ("pakket", "nummer", "verwacht"),
    [
        ("ParnasSys", "1029", 1029),
        ("ESIS", "1029", None),
        ("ParnasSys", "LN094837", None),
        ("ParnasSys", None, None),
    ],
)
def test_number_of_parnassys_goes_to_its_own_field(pakket, nummer, verwacht):
    record = neem("G01")
    herkomst = attrs.evolve(record.registratie.herkomst, pakket=pakket, leerlingnummer=nummer)
    record = attrs.evolve(record, registratie=attrs.evolve(record.registratie, herkomst=herkomst))

    (leerling,) = registreer(record, "nieuw").leerlingen

    assert (verwacht, None) == (leerling.parnassysLeerlingNummer, leerling.leerlingnummer)


def test_school_of_herkomst_stays_known():
    (leerling,) = registreer(neem("G20"), "nieuw").leerlingen

    assert ("00YY", "Testcollege De Meander", "havo") == (
        leerling.schoolVanHerkomstBrin,
        leerling.schoolVanHerkomstNaam,
        leerling.adviesSchoolVanHerkomst,
    )


def zonder_landnamen(deel: Any) -> Any:
    """Take the names of countries out of a block: they follow from the codes."""
    if isinstance(deel, Land):
        deel.omschrijving = None
    for veld in attrs.fields(type(deel)) if attrs.has(type(deel)) else ():
        waarde = getattr(deel, veld.name)
        for binnen in waarde if isinstance(waarde, list) else [waarde]:
            zonder_landnamen(binnen)
    return deel


@pytest.mark.parametrize("naam", GEVALLEN)
def test_what_was_taken_in_goes_out_again_but_for_what_the_new_school_says(naam: str):
    record = neem(naam)
    gehouden = IMPORT.lees_terug(record)
    assert gehouden is not None
    gehouden.huidigeschool.leerling.leerlingid = None
    gehouden.huidigeschool.leerling.datuminschrijving = None
    gehouden.huidigeschool.leerling.datumuitschrijving = None

    assert IMPORT.naar_export is not None
    gemaakt = export(Bronrecord("nieuw", IMPORT.naar_export(record)), "BB").dossier

    assert gemaakt is not None
    assert gehouden.huidigeschool.leerling == zonder_landnamen(gemaakt.huidigeschool.leerling)


def test_file_with_aanmeldingen_is_a_source(uitvoer, tmp_path: Path):
    uitvoer.bestanden = {}
    for deel in uitvoer.vestigingen.values():
        del deel[1]
    bestand = uitvoer.schrijf() / "aanmeldingen.json"
    write_aanmeldingen(bestand, [Bronrecord("", neem("G20")), Bronrecord("", neem("G25"))])

    gelezen = list(read(bestand))

    assert gelezen == list(read(uitvoer.map))
    assert [()] * 2 == [bron.meldingen for bron in gelezen]
    velden = {veld for m in export(gelezen[0]).meldingen for veld in m.bronvelden}
    assert {"oso.inschrijfdatum"} <= velden
    assert not [veld for veld in velden if veld.startswith("leerling.achternaam")]


def test_aanmelding_goes_to_the_location_that_it_names(uitvoer):
    record = neem("G20")
    waar = {"uuid": uitvoer.vestigingen["vestigingen"][1]["uuid"]}
    uitvoer.bestanden = {}
    bestand = uitvoer.schrijf() / "aanmeldingen.json"
    write_aanmeldingen(bestand, [Bronrecord("", record)])
    inhoud = json.loads(bestand.read_text("utf-8"))
    inhoud["aanmeldingen"][0]["aanmelding"]["registratie"]["vestiging"] = waar
    bestand.write_text(json.dumps(inhoud))

    (gelezen,) = read(bestand)

    assert "Het Sluisveld, locatie Beekdal" == gelezen.record.vestiging.naam


def test_unreadable_aanmelding_in_a_source_is_a_finding(uitvoer):
    uitvoer.bestanden = {"aanmeldingen.json": {"aanmeldingen": [5]}}

    (gelezen,) = read(uitvoer.schrijf())

    assert gelezen.record is None

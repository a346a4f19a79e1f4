"""What ParnasSys makes of a dossier that a school received."""

from __future__ import annotations

import base64
import io
import zipfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import oso_parnassys
import pytest
from oso_parnassys.records import Leerling, Overstapdossier
from oso_parnassys.source import read, read_school, write

from oso_adapters import read_dossier, write_dossier
from oso_adapters.gegevensset import Dossier
from oso_adapters.mapping import Actie, Administratie, Bronrecord, ImportPlan, Stap, neem_over
from oso_adapters.versies import versie

if TYPE_CHECKING:
    from conftest import Uitvoer

EXPORT = oso_parnassys.oso_export()
IMPORT = oso_parnassys.oso_import()
LEVERANCIER = oso_parnassys.oso_leverancier()
GEVALLEN = {
    naam: geval
    for naam, geval in pytest.importorskip("oso_conformance.gevallen").gevallen().items()
    if geval.goed and geval.sector == "po" and geval.profiel in IMPORT.profielen
}
DAG = date(2020, 3, 16)
LEERLING = "/dossier/huidigeschool/leerling"
VAN_DE_ANDERE_SCHOOL = {
    f"{LEERLING}/leerlingid",
    f"{LEERLING}/datuminschrijving",
    f"{LEERLING}/datumuitschrijving",
}


def plan(
    data: bytes, administratie: Administratie | None = None, actie: Actie = Actie.IMPORTEREN
) -> ImportPlan:
    (een,) = IMPORT.plan(data, administratie, actie)
    return een


def school(*records: Any) -> Administratie:
    bronnen = [Bronrecord(str(nr), record) for nr, record in enumerate(records, start=1)]
    return Administratie(IMPORT, bronnen)


def ingelezen(data: bytes) -> Leerling:
    leerling: Leerling = plan(data).na.leerling
    return leerling


def bewaard(data: bytes, map_: Path) -> list[Bronrecord]:
    """Take a dossier in, write the administration, and read it again."""
    administratie = IMPORT.open(map_)
    neem_over(plan(data, administratie), administratie)
    write(map_, administratie.records)
    return IMPORT.open(map_).records


def eigen(naam: str) -> Overstapdossier:
    """Return the record of a geval at the school that hands it over."""
    assert EXPORT.gevallen is not None
    sleutel = EXPORT.gevallen.sleutels[naam]
    (record,) = (bron.record for bron in read(EXPORT.gevallen.bron) if bron.sleutel == sleutel)
    return record


def uitgevoerd(record: Any, geval: Any) -> Dossier:
    resultaat = EXPORT.export(
        Bronrecord("1", record), LEVERANCIER, overdracht=geval.profiel, dag=geval.dag
    )
    assert resultaat.data is not None, resultaat.meldingen
    dossier = read_dossier(resultaat.data)
    assert isinstance(dossier, Dossier)
    return dossier


def popo(uitvoer: Uitvoer) -> bytes:
    """Return the first leerling of the sample as a POPO dossier."""
    data = uitvoer.export(overdracht="POPO").data
    assert data is not None
    return data


@pytest.mark.parametrize("naam", GEVALLEN)
def test_takes_over_all_but_what_belongs_to_the_other_school(naam: str) -> None:
    gemaakt = plan(GEVALLEN[naam].data)

    weg = {blad.plek for r in gemaakt.van(Stap.NIET_OVERGENOMEN) for blad in r.bladen}
    over = {p for p in weg if not p.startswith(("/dossier/metadata/", "/dossier/inzage/"))}
    assert over <= {*VAN_DE_ANDERE_SCHOOL, "/dossier/overdrachtsoort"}
    assert gemaakt.mag
    assert gemaakt.meldingen == ()


@pytest.mark.parametrize("naam", GEVALLEN)
def test_dossier_of_what_was_taken_in_is_the_same_dossier(naam: str, tmp_path: Path) -> None:
    geval, daar = GEVALLEN[naam], eigen(naam).leerling

    (hier,) = bewaard(geval.data, tmp_path / "school")
    leerling = attrs.evolve(
        hier.record.leerling,
        school=daar.school,
        leerlingNummer=daar.leerlingNummer,
        inschrijvingen=daar.inschrijvingen,
        inzageOuders=daar.inzageOuders,
        nietUitwisselen=daar.nietUitwisselen,
    )
    assert uitgevoerd(eigen(naam), geval) == uitgevoerd(Overstapdossier(leerling=leerling), geval)


@pytest.mark.parametrize("naam", GEVALLEN)
def test_taking_it_in_again_changes_nothing(naam: str, tmp_path: Path) -> None:
    data = GEVALLEN[naam].data
    administratie = Administratie(IMPORT, bewaard(data, tmp_path / "school"))

    for actie in Actie:
        weer = plan(data, administratie, actie)
        assert not weer.verandert, actie
        assert {r.stap for r in weer.regels} == {Stap.GELIJK, Stap.NIET_OVERGENOMEN}


def test_received_school_is_where_the_leerling_comes_from(uitvoer: Uitvoer) -> None:
    hier = uitvoer.records()[0].record
    administratie = school(hier)
    data = popo(uitvoer).replace(b"<naamdirecteur>", b"<naamdirecteur>Mevr. ")

    neem_over(plan(data, administratie, Actie.OVERSCHRIJVEN), administratie)
    na = administratie.records[0].record.leerling
    assert na.school is hier.leerling.school
    assert na.schoolVanHerkomst.brinnummer == hier.leerling.school.brinnummer
    assert na.schoolVanHerkomst.directeur == f"Mevr. {hier.leerling.school.directeur}"


def test_each_year_keeps_the_school_of_that_year() -> None:
    loopbaan = ingelezen(GEVALLEN["G18"].data).groepsindelingen

    assert loopbaan is not None
    jaren = [(jaar.schooljaar, jaar.school) for jaar in loopbaan.groepsindeling]
    assert all(jaar and school for jaar, school in jaren)
    assert {"2016 / 2017", "2019 / 2020"} <= {jaar.naam for jaar, _ in jaren if jaar}
    assert {"04SS", "00YY"} >= {school.brinnummer for _, school in jaren if school}


def test_own_enrolment_and_number_are_left_to_the_school() -> None:
    leerling = ingelezen(GEVALLEN["G18"].data)

    assert leerling.inschrijvingen is None
    assert leerling.leerlingNummer is None
    assert leerling.inzageOuders is None


def test_writes_values_as_parnassys_does() -> None:
    leerling = ingelezen(GEVALLEN["G10"].data)

    assert leerling.geboortedatum == "2011-07-08T00:00:00+02:00"
    assert leerling.geslacht == "Vrouw"
    assert leerling.voornamen == "Zoë Anaïs Françoise"
    assert leerling.leerlinggewicht == "0"
    adres = leerling.leerlingAdres[0]
    assert (adres.huisnummer, adres.postcode, adres.land) == ("5 bis", "1217 EH", "Nederland")
    assert [c.soort for c in leerling.contactgegevens] == ["Telefoon thuis"]


def test_school_has_no_address_to_live_at() -> None:
    herkomst = ingelezen(GEVALLEN["G10"].data).schoolVanHerkomst

    assert herkomst is not None
    assert [adres.soort for adres in herkomst.adressen] == ["Bezoekadres", "Postadres"]


def test_official_names_go_to_their_own_fields() -> None:
    leerling = ingelezen(GEVALLEN["G10"].data)

    assert leerling.achternaamOfficieel == "D'Hondt"
    assert leerling.tussenvoegselOfficieel == "van der"
    assert leerling.voornamenOfficieel == "Zoë Anaïs Françoise"


@pytest.mark.parametrize("dag", ["12-04-2008", "00-00-2008"])
def test_official_birth_date_is_kept_as_the_municipality_writes_it(
    uitvoer: Uitvoer, dag: str
) -> None:
    uitvoer.leerling["achternaamOfficieel"] = "Braak"
    data = popo(uitvoer).replace(
        b"<gbageboortedatum>12-04-2008<", f"<gbageboortedatum>{dag}<".encode()
    )

    gemaakt = plan(data)
    assert gemaakt.meldingen == ()
    assert gemaakt.na.leerling.geboortedatumOfficieel == dag
    assert gemaakt.na.leerling.geboortedatum == "2008-04-12T00:00:00+02:00"


def test_secret_address_stays_secret_though_nobody_knows_it(uitvoer: Uitvoer) -> None:
    uitvoer.bron["adressen"]["adres"][2]["geheimadres"] = "true"
    data = popo(uitvoer)

    leerling = ingelezen(data)
    assert (leerling.geheimadres, leerling.leerlingAdres) == ("true", [])
    assert [r.verzorger.geheimadres for r in leerling.relaties if r.verzorger] == ["true", "true"]
    verder = attrs.evolve(leerling, school=uitvoer.records()[0].record.leerling.school)
    dossier = EXPORT.export(
        Bronrecord("1", Overstapdossier(leerling=verder)), LEVERANCIER, overdracht="POPO", dag=DAG
    ).dossier
    assert dossier is not None
    assert dossier.huidigeschool is not None
    assert dossier.huidigeschool.leerling is not None
    assert dossier.huidigeschool.leerling.adresgeheim is True


def test_address_that_is_no_longer_secret_there_stays_secret_here(uitvoer: Uitvoer) -> None:
    data = popo(uitvoer)
    uitvoer.bron["adressen"]["adres"][2]["geheimadres"] = "true"
    administratie = school(uitvoer.records()[0].record)

    neem_over(plan(data, administratie, Actie.OVERSCHRIJVEN), administratie)
    leerling = administratie.records[0].record.leerling
    assert [adres.geheimadres for adres in leerling.leerlingAdres] == ["true"]


def test_secret_number_never_becomes_a_number(uitvoer: Uitvoer) -> None:
    uitvoer.bron["adressen"]["adres"][2]["telefoon"]["geheim"] = "true"
    data = popo(uitvoer)
    hier = uitvoer.records()[0].record
    administratie = school(hier)

    gemaakt = plan(data)
    (contact,) = gemaakt.na.leerling.contactgegevens
    assert (contact.soort, contact.waarde, contact.geheim) == ("Telefoon thuis", None, "true")
    assert "IM.waarde" in {m.regel for m in gemaakt.meldingen}
    neem_over(plan(data, administratie, Actie.OVERSCHRIJVEN), administratie)
    na = administratie.records[0].record.leerling
    assert na.contactgegevens == hier.leerling.contactgegevens


def test_new_number_takes_the_place_of_the_old_one(uitvoer: Uitvoer) -> None:
    data = popo(uitvoer)
    uitvoer.bron["adressen"]["adres"][2]["telefoon"]["nummer"] = "0201234567"
    oud = uitvoer.records()[0].record

    for actie, verwacht in ((Actie.AANVULLEN, "0201234567"), (Actie.OVERSCHRIJVEN, "0570550101")):
        administratie = school(oud)
        neem_over(plan(data, administratie, actie), administratie)
        na = administratie.records[0].record.leerling
        assert [c.waarde for c in na.contactgegevens] == [verwacht]


def test_first_name_of_two_words_is_kept_as_text_and_not_taken_over_again(
    uitvoer: Uitvoer,
) -> None:
    dossier = read_dossier(popo(uitvoer))
    assert isinstance(dossier, Dossier)
    assert dossier.huidigeschool is not None
    assert dossier.huidigeschool.leerling is not None
    dossier.huidigeschool.leerling.voornaam = ["Jan Peter", "Bert"]
    data = write_dossier(dossier, versie("2019.1"))
    administratie = school()

    neem_over(plan(data, administratie), administratie)
    assert administratie.records[0].record.leerling.voornamen == "Jan Peter Bert"
    assert not plan(data, administratie, Actie.OVERSCHRIJVEN).verandert


def _ingepakt(naam: str, inhoud: bytes) -> bytes:
    """Pack a file as another system might: stored, with the time of today."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archief:
        archief.writestr(naam, inhoud)
    return base64.b64encode(buffer.getvalue())


def _met_bijlage(uitvoer: Uitvoer, naam: str, inhoud: bytes) -> bytes:
    uitvoer.leerling.pop("ondersteuning", None)
    uitvoer.leerling["bijlagen"] = ["proef"]
    uitvoer.bron["documenten"]["document"] = [
        {"id": "proef", "bestandsnaam": "brief.txt", "bestand": "brief.txt"}
    ]
    (uitvoer.bijlagen / "brief.txt").write_bytes(b"hallo")
    voor, tag, rest = popo(uitvoer).partition(b"<bestandsinhoud>")
    return voor + tag + _ingepakt(naam, inhoud) + rest[rest.index(b"</bestandsinhoud>") :]


def test_attachment_is_unpacked_however_it_was_packed(uitvoer: Uitvoer) -> None:
    data = _met_bijlage(uitvoer, "brief.txt", b"hallo")
    administratie = school()

    neem_over(plan(data, administratie), administratie)
    (document,) = administratie.records[0].record.leerling.bijlagen
    assert (document.bestandsnaam, document.bestand) == ("brief.txt", b"hallo")
    assert not plan(data, administratie, Actie.OVERSCHRIJVEN).verandert


@pytest.mark.parametrize(("naam", "grens"), [("spel.exe", 10), ("zonder", 10), ("brief.txt", 4)])
def test_attachment_that_may_not_be_there_is_left_out_with_a_word(
    uitvoer: Uitvoer, monkeypatch: pytest.MonkeyPatch, naam: str, grens: int
) -> None:
    data = _met_bijlage(uitvoer, naam, b"hallo")
    monkeypatch.setattr("oso_adapters.mapping.bijlagen.MAX_BIJLAGE", grens)
    gemaakt = plan(data)

    assert [d.bestand for d in gemaakt.na.leerling.bijlagen] == [None]
    assert [m.regel for m in gemaakt.meldingen] == ["IM.waarde"]


def test_broken_attachment_is_for_who_sent_it(uitvoer: Uitvoer) -> None:
    heel = _met_bijlage(uitvoer, "brief.txt", b"hallo")
    voor, tag, rest = heel.partition(b"<bestandsinhoud>")
    gemaakt = plan(voor + tag + rest[40:])
    (melding,) = (m for m in gemaakt.meldingen if m.regel == "IM.waarde")

    assert "andere school" == melding.wie
    assert "Vraag de school die het dossier verzond om 'Bestandsinhoud' opnieuw" in melding.herstel
    assert "is in het dossier zelf beschadigd" in melding.herstel


def test_country_that_parnassys_does_not_know_is_for_people(uitvoer: Uitvoer) -> None:
    data = popo(uitvoer)
    anders = data.replace(b'omschrijving="Nederland">6030<', b'omschrijving="Ergens">7777<')
    assert anders != data

    gemaakt = plan(anders)
    assert {adres.land for adres in gemaakt.na.leerling.leerlingAdres} == {None}
    assert {m.regel for m in gemaakt.meldingen} == {"IM.waarde"}


def test_sibling_keeps_what_changes_for_the_other(uitvoer: Uitvoer, tmp_path: Path) -> None:
    leerling = uitvoer.leerlingen[0]
    uitvoer.leerlingen[:] = [leerling, {**leerling, "id": "500199", "bsn": "999999990"}]
    data = popo(uitvoer)
    uitvoer.bron["adressen"]["adres"][2]["plaats"] = "Elders"
    uitvoer.schrijf()
    administratie = IMPORT.open(uitvoer.map)
    voor = [bron.record for bron in administratie.records]

    neem_over(plan(data, administratie, Actie.OVERSCHRIJVEN), administratie)
    write(tmp_path / "nieuw", administratie.records)
    een, ander = (bron.record for bron in read_school(tmp_path / "nieuw"))
    assert ander == voor[1]
    assert een.leerling.leerlingAdres[0].plaats != "Elders"
    assert een.leerling.leerlingAdres[0].id != ander.leerling.leerlingAdres[0].id

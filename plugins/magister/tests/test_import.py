"""Dossiers taken in: where they go, what a list can't hold, and what writing keeps."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import oso_magister
import pytest
from oso_magister.lijsten import ALLE_LIJSTEN
from oso_magister.records import Leer, Leerlingdossier, Oudr
from oso_magister.records_school import Adre, Docu
from oso_magister.source import read_administratie, write

from oso_adapters.errors import ConfigurationError
from oso_adapters.mapping import Actie, Administratie, Bronrecord, Stap

if TYPE_CHECKING:
    from conftest import Uitvoer

IMPORTEUR = oso_magister.oso_import()


def dossier(geval: str) -> bytes:
    return files("oso_conformance").joinpath("gevallen", f"{geval}.xml").read_bytes()


def neem(data: bytes, *bestaand: Bronrecord, actie: Actie = Actie.IMPORTEREN) -> Any:
    """Return the one plan for a dossier."""
    (plan,) = IMPORTEUR.plan(data, Administratie(IMPORTEUR, bestaand), actie)
    return plan


@pytest.fixture
def goed(uitvoer: Uitvoer) -> Uitvoer:
    """Return the sample without the leerling whose rows do not agree."""
    for lijst in ALLE_LIJSTEN:
        if lijst.koppeling[:1] == ("stamnr",):
            rijen = uitvoer.rijen(lijst.naam)
            uitvoer.zet(lijst.naam, [rij for rij in rijen if rij["stamnr"] != "31067"])
    return uitvoer


def test_what_was_read_and_written_back_is_the_same(goed: Uitvoer, tmp_path: Path) -> None:
    voor = list(read_administratie(goed.map))
    write(tmp_path / "nieuw", voor)
    na = list(read_administratie(tmp_path / "nieuw"))

    assert [bron.sleutel for bron in voor] == [bron.sleutel for bron in na]
    assert [bron.record for bron in voor] == [bron.record for bron in na]
    assert 2 == len(na[0].record.basis.rijen["sis_blok"])


def test_lists_of_the_school_that_differ_are_not_the_same(goed: Uitvoer) -> None:
    voor = next(read_administratie(goed.map))
    goed.wijzig("sis_pers", 0, naam_vol="Iemand anders")

    assert voor.record != next(read_administratie(goed.map)).record


def test_writes_lists_as_the_webservice_gives_them(goed: Uitvoer, tmp_path: Path) -> None:
    write(tmp_path / "nieuw", list(read_administratie(goed.map)))
    kop, eerste, _ = (tmp_path / "nieuw" / "sis_oudr.csv").read_bytes().split(b"\r\n", 2)

    assert kop.startswith(b"stamnr;idoudr;relatie;")
    assert "Cécile Élise".encode("cp1252") in eerste
    assert {lijst.bestand for lijst in ALLE_LIJSTEN} | {"bijlagen"} == {
        pad.name for pad in (tmp_path / "nieuw").iterdir()
    }


def test_a_dossier_comes_out_of_what_was_written(goed: Uitvoer, tmp_path: Path) -> None:
    voor = [goed.dossier(nr) for nr in ("31012", "31045")]
    write(tmp_path / "nieuw", list(read_administratie(goed.map)))
    goed.map = tmp_path / "nieuw"

    assert voor == [goed.dossier(nr) for nr in ("31012", "31045")]


def test_a_folder_that_is_not_there_has_nobody(tmp_path: Path) -> None:
    assert [] == list(read_administratie(tmp_path / "weg"))


def test_a_new_leerling_gets_the_next_number(goed: Uitvoer, tmp_path: Path) -> None:
    nieuw = Bronrecord("", neem(dossier("G20")).na)
    write(tmp_path / "nieuw", [*read_administratie(goed.map), nieuw])
    write(tmp_path / "leeg", [nieuw])

    assert "31057" == list(read_administratie(tmp_path / "nieuw"))[-1].sleutel
    assert ["10001"] == [bron.sleutel for bron in read_administratie(tmp_path / "leeg")]


@pytest.mark.parametrize("geval", ["G12", "G20", "G25", "G27", "G29"])
def test_what_was_taken_over_is_there_afterwards(geval: str, tmp_path: Path) -> None:
    plan = neem(dossier(geval))
    write(tmp_path / "nieuw", [Bronrecord("", plan.na)])
    (weer,) = read_administratie(tmp_path / "nieuw")

    assert plan.na == weer.record
    assert {Stap.GELIJK, Stap.NIET_OVERGENOMEN} == {
        regel.stap for regel in neem(dossier(geval), weer, actie=Actie.OVERSCHRIJVEN).regels
    }


def test_the_other_school_is_where_the_leerling_comes_from() -> None:
    na = neem(dossier("G20")).na

    assert ("00YY", "00") == (na.sis_lher.sis_scho.brin, na.sis_lher.sis_scho.vestnr)
    assert "20110" == na.sis_lher.leerlingnr
    assert "HAVO" == na.sis_hadv.advies
    assert ["1718", "1819", "1920"] == [jaar.lesperiode for jaar in na.sis_lvoo]
    assert (None, [], None, None) == (na.sis_advi, na.sis_aanm, na.sis_blok, na.sis_inza)
    assert None is na.sis_leer.stamnr


def test_a_dossier_never_changes_what_this_school_says(goed: Uitvoer) -> None:
    (voor,) = (b for b in read_administratie(goed.map) if b.sleutel == "31012")
    andere = dossier("G20").replace(b"986417051", b"941230028")
    na = neem(andere, voor, actie=Actie.OVERSCHRIJVEN).na

    assert "Meulen" == na.sis_leer.achternaam
    for naam in ("sis_aanm", "sis_advi", "sis_inza", "sis_verz", "sis_bevo"):
        assert getattr(voor.record, naam) == getattr(na, naam)
    assert "31012" == na.sis_leer.stamnr
    assert voor.record.sis_lovg.dInschr == na.sis_lovg.dInschr


def test_a_dossier_of_a_primary_school_has_its_place() -> None:
    na = neem(dossier("G12")).na

    assert ("88", "hs", "3824 ZR") == attrs.astuple(na.sis_leer.adres[0])[2:5]
    assert "TJA" == na.sis_leer.voorlett
    assert "18-10-2006" == na.sis_leer.geb_datum
    assert "IEP" == na.sis_eind.toets
    assert ["AVI", "DLE"] == [norm.soort for norm in na.sis_ltoe[0].sis_tres.sis_norm]
    assert "PO8" in {jaar.leerjaar for jaar in na.sis_lvoo}
    assert "dyslexieverklaring.pdf" == na.sis_diag[0].sis_docu[0].naam


@pytest.mark.parametrize("naam", ["Łucja", "Ştefan", "Nguyễn", "Sofie 😀", "ZoÃ«"])
def test_a_name_that_a_list_can_not_hold_is_told_of(naam: str, tmp_path: Path) -> None:
    data = dossier("G20").replace(
        b"<roepnaam>Sofie</roepnaam>", f"<roepnaam>{naam}</roepnaam>".encode()
    )
    plan = neem(data)
    write(tmp_path / "nieuw", [Bronrecord("", plan.na)])
    (weer,) = read_administratie(tmp_path / "nieuw")

    assert plan.mag
    assert ["IM.waarde"] == [m.regel for m in plan.meldingen]
    assert "/dossier/huidigeschool/leerling/roepnaam" == plan.meldingen[0].pad
    assert naam not in f"{plan.meldingen[0].melding}{plan.meldingen[0].herstel}"
    assert None is weer.record.sis_leer.roepnaam
    assert b"?" not in (tmp_path / "nieuw" / "leerlingen.csv").read_bytes()


def test_every_letter_of_cp1252_comes_over(tmp_path: Path) -> None:
    alles = "".join(
        teken for nr in range(0xA1, 0x100) for teken in bytes([nr]).decode("cp1252", "ignore")
    )
    data = dossier("G20").replace(
        b"<roepnaam>Sofie", f"<roepnaam>€Š“”{alles.replace('­', '')}".encode()
    )
    plan = neem(data)
    write(tmp_path / "nieuw", [Bronrecord("", plan.na)])
    (weer,) = read_administratie(tmp_path / "nieuw")

    assert [] == list(plan.meldingen)
    assert weer.record.sis_leer.roepnaam.startswith("€Š“”¡¢£")


def test_keys_of_new_rows_are_new(goed: Uitvoer, tmp_path: Path) -> None:
    school, voor, *_ = read_administratie(goed.map)
    na = neem(dossier("G20").replace(b"986417051", b"941230028"), voor, actie=Actie.AANVULLEN).na
    write(tmp_path / "nieuw", [school, attrs.evolve(voor, record=na)])
    _, weer = read_administratie(tmp_path / "nieuw")
    ouders = [ouder.idoudr for ouder in weer.record.sis_oudr]

    assert na == weer.record
    assert [] == list(weer.meldingen)
    assert ["8101", "8102"] == ouders[:2]
    assert len(ouders) == len(set(ouders))


def test_only_the_eindtoets_of_a_final_leerling_may_change(goed: Uitvoer) -> None:
    goed.wijzig("sis_lovg", 0, oso_definitief="J")
    (voor,) = (b for b in read_administratie(goed.map) if b.sleutel == "31012")
    plan = neem(dossier("G20").replace(b"986417051", b"941230028"), voor, actie=Actie.OVERSCHRIJVEN)

    assert voor.record == plan.na
    assert Stap.VERVANGEN not in {regel.stap for regel in plan.regels}


def test_a_bsn_that_lost_its_zero_is_found_and_repaired(goed: Uitvoer) -> None:
    (voor,) = (b for b in read_administratie(goed.map) if b.sleutel == "31023")
    data = dossier("G21").replace(b"030817006", b"041230024")
    plan = neem(data, voor, actie=Actie.AANVULLEN)

    assert 0 == plan.nummer
    assert "041230024" == plan.na.sis_lovg.bsn


def test_refuses_a_folder_with_files_that_would_get_lost(goed: Uitvoer) -> None:
    (goed.map / "rooster.csv").write_text("les;lokaal")

    with pytest.raises(ConfigurationError, match=r"1 file.s. are no list"):
        list(read_administratie(goed.map))


def test_an_administration_is_a_folder(goed: Uitvoer) -> None:
    with pytest.raises(ConfigurationError, match="this is no folder"):
        list(read_administratie(goed.pad("leerlingen")))


def test_refuses_attachments_of_nobody(goed: Uitvoer) -> None:
    (goed.map / "bijlagen" / "brief-noor.txt").write_text("x")

    with pytest.raises(ConfigurationError, match=r"1 file.s. belong to no leerling") as gevangen:
        list(read_administratie(goed.map))

    assert "noor" not in str(gevangen.value)


@pytest.mark.parametrize("naam", ["sis_oudr", "sis_bcom"])
def test_refuses_columns_that_would_get_lost(goed: Uitvoer, naam: str) -> None:
    data = goed.pad(naam).read_bytes().replace(b"\r\n", b";kleur\r\n")
    goed.pad(naam).write_bytes(data)

    with pytest.raises(ConfigurationError, match="can't be read whole"):
        IMPORTEUR.open(goed.map)


def test_refuses_rows_that_do_not_agree(uitvoer: Uitvoer) -> None:
    with pytest.raises(ConfigurationError, match="'31067'"):
        IMPORTEUR.open(uitvoer.map)


def test_keeps_the_lists_of_a_school_without_leerlingen(goed: Uitvoer, tmp_path: Path) -> None:
    for lijst in ALLE_LIJSTEN:
        if lijst.koppeling[:1] == ("stamnr",):
            goed.zet(lijst.naam, [])
    (goed.map / "bijlagen" / "31045" / "plan-thijs.txt").unlink()
    nieuw = Bronrecord("", neem(dossier("G20")).na)
    write(tmp_path / "nieuw", [*read_administratie(goed.map), nieuw])

    for naam in ("sis_blok", "sis_badr", "sis_stud", "sis_pers"):
        oud = (goed.map / f"{naam}.csv").read_bytes()
        assert oud == (tmp_path / "nieuw" / f"{naam}.csv").read_bytes()


def test_attachments_lie_under_names_that_every_system_takes(tmp_path: Path) -> None:
    namen = ["../../etc/passwd.txt", "Verslag “Kim” (1).PDF", "CON.txt", "x" * 300 + ".docx", None]
    documenten = [Docu(naam=naam, bestand=b"inhoud") for naam in namen]
    record = Leerlingdossier(sis_leer=Leer(achternaam="Prins"), sis_docu=documenten)
    write(tmp_path / "nieuw", [Bronrecord("", record)])
    (weer,) = read_administratie(tmp_path / "nieuw")

    assert documenten == weer.record.sis_docu
    assert [
        "1-passwd.txt",
        "2-Verslag_Kim_1_.PDF",
        "3-CON.txt",
        f"4-{'x' * 60}.docx",
        "5-bijlage",
    ] == sorted(pad.name for pad in (tmp_path / "nieuw" / "bijlagen").rglob("*") if pad.is_file())


def test_an_address_that_is_not_of_the_home_keeps_its_place(tmp_path: Path) -> None:
    adressen = [Adre(soort="P", straat="Postbus", huisnr="1"), Adre(soort="W", straat="Kade")]
    record = Leerlingdossier(
        sis_leer=Leer(achternaam="Prins", adres=adressen),
        sis_oudr=[Oudr(achternaam="Prins", sis_adre=adressen)],
    )
    write(tmp_path / "nieuw", [Bronrecord("", record)])
    (weer,) = read_administratie(tmp_path / "nieuw")

    assert record == weer.record


def test_writing_stops_at_a_letter_that_no_list_has(tmp_path: Path) -> None:
    record = Leerlingdossier(sis_leer=Leer(achternaam="Łukasz"))

    with pytest.raises(ConfigurationError, match="a character that cp1252 does not have") as fout:
        write(tmp_path / "nieuw", [Bronrecord("", record)])

    assert "ukasz" not in str(fout.value)

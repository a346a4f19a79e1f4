"""What every vendor must do in the same way: secrets, categories, old tests, metadata."""

from __future__ import annotations

from datetime import date

import pytest

from oso_adapters import check, read_dossier, versie, write_dossier
from oso_adapters.gegevensset import (
    Adres,
    Afname,
    Communicatie,
    Dossier,
    Handelingsplan,
    Huidigeschool,
    Leerling,
    Metadata,
    Onderwijsondersteuning,
    Ruw,
    Toets,
    Verzorger,
)
from oso_adapters.gegevensset.profielen import profielen
from oso_adapters.mapping.uitlevering import Pakket, deliver
from oso_adapters.melding import Ernst, Oordeel, SoortMelding, Wie

VERSIE = versie("2019.1")
PAKKET = Pakket(naam="Testpakket", versie="7")
DAG = date(2020, 3, 1)
PROFIELEN = list(profielen())
GEHEIME_STRAAT = "Kwispeldam"


def _uit(dossier, profiel="POVO", dag=DAG, uitgezet=()):
    return deliver(dossier, profielen()[profiel], VERSIE, PAKKET, dag=dag, uitgezet=uitgezet)


def _met_leerling(leerling):
    return Dossier(huidigeschool=Huidigeschool(leerling=leerling))


class TestMetadata:
    @pytest.mark.parametrize("profiel", PROFIELEN)
    def test_says_who_made_the_dossier_when_and_for_which_transfer(self, profiel):
        dossier = Dossier()
        _uit(dossier, profiel)
        verwacht = Metadata(
            deeldossier="LASLVS",
            pakketnaam="Testpakket",
            pakketversie="7",
            datum=DAG,
            standaardversie="2019.1",
            validatieversie="2019.1.1",
            overstap=profielen()[profiel].overstap,
            categorie_uitlevering=dossier.metadata.categorie_uitlevering,
        )

        assert verwacht == dossier.metadata
        assert profielen()[profiel].overdrachtsoort == dossier.overdrachtsoort

    def test_says_which_part_the_system_keeps(self):
        dossier = Dossier()
        pakket = Pakket(naam="x", versie="1", deeldossier="LAS")
        deliver(dossier, profielen()["BB"], VERSIE, pakket, dag=DAG)

        assert pakket.deeldossier == dossier.metadata.deeldossier

    @pytest.mark.parametrize("profiel", PROFIELEN)
    def test_has_the_code_of_every_category(self, profiel):
        dossier = Dossier()
        _uit(dossier, profiel, uitgezet=["verzuim"])
        codes = dossier.metadata.categorie_uitlevering

        assert codes.cat_verzuim == "OPT-UIT"
        assert codes.cat_toetsresultaten == "OPTIONEEL"
        assert codes.cat_leerling == "VERPLICHT"
        assert all(
            getattr(codes, f"cat_{naam}") == "VERBODEN" for naam in profielen()[profiel].verboden
        )

    def test_a_delivered_dossier_stays_valid(self, geval):
        dossier = read_dossier(geval("G12"))
        meldingen, weggelaten = _uit(dossier, dag=dossier.metadata.datum)

        assert ([], {}) == (meldingen, weggelaten)
        assert check(write_dossier(dossier)).oordeel is Oordeel.GELDIG


class TestGeheim:
    @pytest.mark.parametrize("geheim", [True, False, None])
    def test_a_secret_address_of_leerling_or_verzorger_is_taken_out(self, geheim):
        adres = [Adres(straat=GEHEIME_STRAAT)]
        leerling = Leerling(
            adresgeheim=geheim,
            adreslijst=adres,
            adresbuitenland=[GEHEIME_STRAAT],
            verzorger=[
                Verzorger(adresgeheim=geheim, adreslijst=adres),
                Verzorger(adresgeheim=False, adreslijst=adres),
            ],
        )
        dossier = _met_leerling(leerling)
        _uit(dossier)
        verwacht = (None, [], None) if geheim else (adres, [GEHEIME_STRAAT], adres)
        een, ander = leerling.verzorger

        assert verwacht == (leerling.adreslijst, leerling.adresbuitenland, een.adreslijst)
        assert adres == ander.adreslijst

    @pytest.mark.parametrize(
        ("soort", "geheim", "nummer"),
        [
            ("telefoon", True, "9999999999"),
            ("e-mail", True, "geheim@geheim.geheim"),
            ("telefoon", False, "0331234567"),
            ("e-mail", False, "0331234567"),
            ("telefoon", None, "0331234567"),
            ("iets anders", True, "0331234567"),
            (None, True, "0331234567"),
        ],
    )
    def test_a_secret_number_is_replaced_wherever_it_stands(self, soort, geheim, nummer):
        maak = [Communicatie(soort=soort, nummer="0331234567", geheim=geheim) for _ in range(4)]
        dossier = Dossier(
            huidigeschool=Huidigeschool(
                communicatielijst=[maak[0]],
                leerling=Leerling(
                    communicatielijst=[maak[1]],
                    huisarts=None,
                    verzorger=[Verzorger(), Verzorger(communicatielijst=[maak[2], maak[3]])],
                ),
            )
        )
        _uit(dossier)

        assert [nummer] * 4 == [deel.nummer for deel in maak]

    def test_nothing_secret_is_left_in_the_written_dossier(self, geval):
        dossier = read_dossier(geval("G12"))
        leerling = dossier.huidigeschool.leerling
        leerling.adresgeheim = True
        leerling.adreslijst = [Adres(straat=GEHEIME_STRAAT)]
        leerling.communicatielijst = [
            Communicatie(soort="telefoon", nummer="0612345678", geheim=True)
        ]
        _uit(dossier)
        data = write_dossier(dossier)

        assert GEHEIME_STRAAT.encode() not in data
        assert b"0612345678" not in data


class TestCategorieen:
    VOL = "G12"

    @staticmethod
    def _blokken(leerling):
        steun = leerling.onderwijsondersteuning
        return {
            "overstapadvies": leerling.overstapadvies,
            "vve": leerling.voorschools,
            "verzuim": leerling.verzuim,
            "eindtoetsbo": leerling.eindtoets_basisonderwijs,
            "toetsresultaten": leerling.toetslijst,
            "handelingsplannen": steun.handelingsplan if steun else None,
            "onderwijsondersteuning": steun.opp if steun else None,
            "bijlagedocs": leerling.overigdocumentlijst,
        }

    @pytest.mark.parametrize(
        "categorie",
        [
            *("verzuim", "eindtoetsbo", "toetsresultaten", "handelingsplannen", "bijlagedocs"),
            "onderwijsondersteuning",
        ],
    )
    def test_an_optional_category_that_is_opted_out_is_taken_out_alone(self, geval, categorie):
        dossier = read_dossier(geval(self.VOL))
        voor = self._blokken(dossier.huidigeschool.leerling)
        meldingen, _ = _uit(dossier, dag=dossier.metadata.datum, uitgezet=[categorie])
        na = self._blokken(dossier.huidigeschool.leerling)

        assert voor[categorie]
        assert not na[categorie]
        assert {n: w for n, w in voor.items() if n != categorie} == {
            n: w for n, w in na.items() if n != categorie
        }
        assert not meldingen
        assert check(write_dossier(dossier)).oordeel is Oordeel.GELDIG

    @pytest.mark.parametrize(
        "categorie", ["metadata", "leerling", "schoolloopbaan", "overstapadvies"]
    )
    def test_a_required_category_can_not_be_opted_out(self, geval, categorie):
        dossier = read_dossier(geval(self.VOL))
        (melding,), _ = _uit(dossier, dag=dossier.metadata.datum, uitgezet=[categorie])

        assert ["AF.optuit", SoortMelding.AFBEELDING, Ernst.FOUT, Wie.SCHOOL] == [
            melding.regel,
            melding.soort,
            melding.ernst,
            melding.wie,
        ]
        assert [
            f"/dossier/metadata/categorie_uitlevering/cat_{categorie}",
            f"/dossier[1]/metadata[1]/categorie_uitlevering[1]/cat_{categorie}[1]",
        ] == [melding.pad, melding.locatie]
        assert "POVO" in melding.melding
        assert getattr(dossier.metadata.categorie_uitlevering, f"cat_{categorie}") == "VERPLICHT"

    def test_a_category_that_does_not_exist_can_not_be_opted_out(self):
        (melding,), _ = _uit(Dossier(), uitgezet=["zorg"])

        assert ["AF.optuit", "/dossier/metadata", "/dossier[1]/metadata[1]"] == [
            melding.regel,
            melding.pad,
            melding.locatie,
        ]
        assert "bestaat niet" in melding.melding

    def test_a_forbidden_category_may_be_opted_out_too(self):
        dossier = Dossier()
        meldingen, _ = _uit(dossier, uitgezet=["vve", "vombo"])

        assert not meldingen
        assert dossier.metadata.categorie_uitlevering.cat_vve == "VERBODEN"

    def test_everything_that_can_not_be_opted_out_is_told(self):
        meldingen, _ = _uit(Dossier(), uitgezet=["school", "zorg", "verzuim", "leerling", "school"])

        assert ["leerling", "school", "metadata"] == [
            m.pad.rpartition("/")[2].removeprefix("cat_") for m in meldingen
        ]

    @pytest.mark.parametrize(("profiel", "blijft"), [("POPO", True), ("POVO", False)])
    def test_a_forbidden_category_is_taken_out(self, geval, profiel, blijft):
        dossier = read_dossier(geval("G13"))
        leerling = dossier.huidigeschool.leerling
        vve = (leerling.vanpeuterspeelzaal, leerling.voorschools, leerling.vroegschools)
        _uit(dossier, profiel)
        verwacht = vve if blijft else (None, None, [])

        assert any(vve)
        assert verwacht == (
            leerling.vanpeuterspeelzaal,
            leerling.voorschools,
            leerling.vroegschools,
        )

    def test_inzage_is_taken_out_where_it_is_opted_out(self, geval):
        dossier = read_dossier(geval("G17"))
        _uit(dossier, "BB", uitgezet=["ouderinzage"])

        assert dossier.inzage is None

    def test_support_without_content_is_taken_out_whole(self):
        leerling = Leerling(
            onderwijsondersteuning=Onderwijsondersteuning(handelingsplan=[Handelingsplan()])
        )
        _uit(_met_leerling(leerling), uitgezet=["handelingsplannen"])

        assert leerling.onderwijsondersteuning is None


def _toets(dag):
    return Toets(afname=Afname(afnamedatum=dag))


class TestToetsvenster:
    OUD, EERSTE, NIEUW = date(2017, 7, 31), date(2017, 8, 1), date(2020, 2, 1)

    def test_old_tests_are_left_out_and_counted_in_povo(self):
        leerling = Leerling(toetslijst=[_toets(d) for d in (self.OUD, self.EERSTE, self.NIEUW)])
        meldingen, weggelaten = _uit(_met_leerling(leerling))

        assert [self.EERSTE, self.NIEUW] == [t.afname.afnamedatum for t in leerling.toetslijst]
        assert {"toetsen van meer dan twee schooljaren terug": 1} == weggelaten
        assert not meldingen

    @pytest.mark.parametrize("profiel", [p for p in PROFIELEN if p != "POVO"])
    def test_old_tests_stay_elsewhere(self, profiel):
        leerling = Leerling(toetslijst=[_toets(self.OUD)])
        _, weggelaten = _uit(_met_leerling(leerling), profiel)

        assert [_toets(self.OUD)] == leerling.toetslijst
        assert not weggelaten

    def test_the_window_moves_with_the_day_of_the_dossier(self):
        leerling = Leerling(toetslijst=[_toets(self.EERSTE)])
        _uit(_met_leerling(leerling), dag=date(2020, 7, 31))

        assert [_toets(self.EERSTE)] == leerling.toetslijst

        _uit(_met_leerling(leerling), dag=date(2020, 8, 1))

        assert leerling.toetslijst is None

    def test_a_test_without_a_date_that_can_be_read_stays(self):
        toetsen = [Toets(), _toets(None), _toets(Ruw("gisteren"))]
        leerling = Leerling(toetslijst=list(toetsen))
        _, weggelaten = _uit(_met_leerling(leerling))

        assert toetsen == leerling.toetslijst
        assert not weggelaten

    @pytest.mark.parametrize(
        "dossier", [Dossier(), Dossier(huidigeschool=Huidigeschool()), _met_leerling(Leerling())]
    )
    def test_a_dossier_without_tests_has_none_to_leave_out(self, dossier):
        assert _uit(dossier) == ([], {})

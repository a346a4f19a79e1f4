"""Each of the eight differences between the rule sets, shown by a dossier."""

from __future__ import annotations

from collections import Counter

import pytest

from oso_adapters import Blad, Regelset, check, read_dossier, write_dossier
from oso_adapters.gegevensset import (
    Afname,
    Communicatie,
    Document,
    Dossiers,
    EindtoetsBasisonderwijs,
    Onderwijsondersteuning,
    Referentiescore,
    Resultaat,
    ToelichtingOnderwijsbehoeften,
    Toets,
    Toetsidentificatie,
)
from oso_adapters.melding import Ernst, Oordeel
from oso_adapters.rules import ERRATA

DOSSIER = "/dossier[1]"
LEERLING = f"{DOSSIER}/huidigeschool[1]/leerling[1]"


@pytest.fixture
def model(dossier):
    return read_dossier(dossier)


def _meldingen(model, regelset, blad=None):
    return check(model, regelset=regelset, blad=blad).meldingen


def _paren(model, regelset):
    return Counter((m.regel, m.locatie) for m in _meldingen(model, regelset))


def _verschil(model):
    """Return what only the published sheets find, and what only the afspraak finds."""
    gepubliceerd = _paren(model, Regelset.GEPUBLICEERD)
    afspraak = _paren(model, Regelset.AFSPRAAK)
    return gepubliceerd - afspraak, afspraak - gepubliceerd


def _toets(dag):
    return Toets(
        toetsidentificatie=Toetsidentificatie(eldtoetscode="TOETS1"),
        afname=Afname(afnamedatum=dag),
        resultaat=Resultaat(
            referentiescore=[
                Referentiescore(
                    codereferentiescore="DLE", codevergelijkingsgroep="Landelijk", waarde="20"
                )
            ]
        ),
    )


def test_1_an_advies_that_is_missing_is_found_below_the_leerling(model):
    model.huidigeschool.soort = "BO"
    model.huidigeschool.leerling.overstapadvies.advies = None

    alleen_gepubliceerd, alleen_afspraak = _verschil(model)

    assert {} == alleen_gepubliceerd
    assert {("OVa.OA02", f"{LEERLING}/overstapadvies[1]"): 1} == alleen_afspraak


def test_1_says_that_the_chain_of_today_does_not_find_it(model):
    model.huidigeschool.leerling.overstapadvies.advies = None

    (melding,) = _meldingen(model, Regelset.AFSPRAAK)

    assert not melding.gepubliceerd


def test_2_an_old_test_may_go_along_within_a_brin(geval):
    model = read_dossier(geval("G17"))
    model.metadata.overstap = "POVO"
    leerling = model.huidigeschool.leerling
    leerling.toetslijst = [_toets(model.metadata.datum.replace(year=model.metadata.datum.year - 4))]
    if model.metadata.categorie_uitlevering.cat_toetsresultaten == "OPT-UIT":
        model.metadata.categorie_uitlevering.cat_toetsresultaten = "OPTIONEEL"

    assert () == _meldingen(model, Regelset.AFSPRAAK)


def test_2_an_old_test_may_not_go_along_in_an_overstapdossier(model):
    leerling = model.huidigeschool.leerling
    leerling.toetslijst = [_toets(model.metadata.datum.replace(year=model.metadata.datum.year - 4))]

    assert [m.regel for m in _meldingen(model, Regelset.AFSPRAAK)] == ["OVa.TR04"]
    assert () == _meldingen(model, Regelset.GEPUBLICEERD)


def test_3_a_leerling_who_did_not_take_the_eindtoets_gives_a_warning(model):
    model.huidigeschool.leerling.eindtoets_basisonderwijs = EindtoetsBasisonderwijs(
        deelgenomen=False
    )

    uitslag = check(model)

    assert [(m.regel, m.ernst) for m in uitslag.meldingen] == [
        ("OVa.EB03.geendeelname", Ernst.WAARSCHUWING)
    ]
    assert uitslag.oordeel is Oordeel.GELDIG


@pytest.mark.parametrize("code", ["VERBODEN", "OPT-UIT"])
def test_4_a_toelichting_does_not_slip_through(model, code):
    model.metadata.categorie_uitlevering.cat_onderwijsondersteuning = code
    model.huidigeschool.leerling.onderwijsondersteuning = Onderwijsondersteuning(
        toelichting_onderwijsbehoeften=ToelichtingOnderwijsbehoeften(
            document=Document(bestandsnaam="a.txt", bestandsinhoud="UEsFBg==")
        )
    )

    alleen_gepubliceerd, alleen_afspraak = _verschil(model)

    regel = f"OS.cat_onderwijsondersteuning.{code}.toelichting_onderwijsbehoefte"
    plek = f"{LEERLING}/onderwijsondersteuning[1]/toelichting_onderwijsbehoeften[1]"
    assert {} == alleen_gepubliceerd
    assert {(regel, plek): 1} == alleen_afspraak


def test_5_an_inzage_of_one_dossier_does_not_serve_another(dossier):
    met, zonder = read_dossier(dossier), read_dossier(dossier)
    zonder.inzage = None

    alleen_gepubliceerd, alleen_afspraak = _verschil(Dossiers(dossier=[met, zonder]))

    assert ("OVa.IZ01", "/dossiers[1]/dossier[2]") in alleen_afspraak
    assert not [regel for regel, _ in alleen_gepubliceerd if regel == "OVa.IZ01"]


def test_5_each_dossier_has_a_sheet_of_its_own(dossier, geval):
    overstap = read_dossier(dossier)
    ander = read_dossier(geval("G17"))

    assert check(Dossiers(dossier=[overstap, ander])).oordeel is Oordeel.GELDIG


def test_6_a_category_finding_points_at_what_is_forbidden(geval):
    model = read_dossier(geval("G15"))
    model.metadata.categorie_uitlevering.cat_eindtoetsbo = "VERBODEN"

    gepubliceerd = [m.locatie for m in _meldingen(model, Regelset.GEPUBLICEERD)]
    afspraak = [m.locatie for m in _meldingen(model, Regelset.AFSPRAAK)]

    assert ["/[1]"] == gepubliceerd
    assert [f"{LEERLING}/eindtoets_basisonderwijs[1]"] == afspraak


def test_6_a_category_that_is_empty_points_at_its_code(geval):
    model = read_dossier(geval("G16"))
    model.metadata.categorie_uitlevering.cat_verzuim = "VERPLICHT"

    (melding,) = _meldingen(model, Regelset.AFSPRAAK)

    plek = f"{DOSSIER}/metadata[1]/categorie_uitlevering[1]/cat_verzuim[1]"
    assert ("OS.cat_verzuim.VERPLICHT", plek, "VERPLICHT") == (
        melding.regel,
        melding.locatie,
        melding.gevonden,
    )


def test_6_a_wrong_deeldossier_points_at_itself(model):
    model.metadata.deeldossier = "ALLES"

    meldingen = {m.regel: m.locatie for m in _meldingen(model, Regelset.AFSPRAAK)}

    assert f"{DOSSIER}/metadata[1]/deeldossier[1]" == meldingen["CL33.deeldossier"]


def test_7_an_overlijdensdatum_without_overleden_is_told_once(geval):
    model = read_dossier(geval("G05"))
    for verzorger in model.huidigeschool.leerling.verzorger:
        verzorger.overleden = None

    assert {"OG.04.ontbreekt", "OG.04.onwaar"} == {
        m.regel for m in _meldingen(model, Regelset.GEPUBLICEERD)
    }
    assert [m.regel for m in _meldingen(model, Regelset.AFSPRAAK)] == ["OG.04.ontbreekt"]


def test_7_an_email_address_is_told_only_its_first_fault(model):
    _email(model, "abc")

    assert [m.regel for m in _meldingen(model, Regelset.GEPUBLICEERD)] == [
        "OG.01.min",
        "OG.01.at",
        "OG.01.patroon",
    ]
    assert [m.regel for m in _meldingen(model, Regelset.AFSPRAAK)] == ["OG.01.min"]


@pytest.mark.parametrize("adres", ["a@b@example.nl", "jan jansen@example.nl", "x" * 65 + "@b.nl"])
def test_8_the_whole_email_address_must_fit(model, adres):
    _email(model, adres)

    assert () == _meldingen(model, Regelset.GEPUBLICEERD)
    assert [m.regel for m in _meldingen(model, Regelset.AFSPRAAK)] == ["OG.01.patroon"]


@pytest.mark.parametrize("adres", ["a@b.nl", "x" * 64 + "@example.nl", "a.b+c@sub.example.nl"])
def test_8_a_good_email_address_is_good_under_both(model, adres):
    _email(model, adres)

    assert () == _meldingen(model, Regelset.GEPUBLICEERD)
    assert () == _meldingen(model, Regelset.AFSPRAAK)


def _email(model, adres):
    model.huidigeschool.communicatielijst.append(Communicatie(soort="e-mail", nummer=adres))


def test_there_are_eight_errata_each_with_both_sides():
    assert [erratum.nummer for erratum in ERRATA] == [1, 2, 3, 4, 5, 6, 7, 8]
    for erratum in ERRATA:
        assert erratum.wat.endswith(".")
        assert erratum.afspraak.endswith(".")


def test_a_secret_number_is_counted_once_for_each_leerling_in_the_published_sheets(dossier):
    een, twee = read_dossier(dossier), read_dossier(dossier)
    for model in (een, twee):
        model.huidigeschool.communicatielijst.append(
            Communicatie(soort="telefoon", nummer="0201234567", geheim=True)
        )
    samen = Dossiers(dossier=[een, twee])
    for model in samen.dossier:
        model.inzage.inzage = None

    def tel(regelset):
        return sum(
            m.regel == "OVa.LL08.telefoon" for m in check(samen, regelset=regelset).meldingen
        )

    assert 4 == tel(Regelset.GEPUBLICEERD)
    assert 2 == tel(Regelset.AFSPRAAK)


def test_write_then_check_is_the_same_as_checking_the_object(model):
    model.inzage.inzagedatum = None

    assert check(write_dossier(model)).meldingen == check(model).meldingen


def test_the_wrong_sheet_is_told(model):
    assert "PaO.SO03" in {m.regel for m in _meldingen(model, Regelset.AFSPRAAK, Blad.PAO)}

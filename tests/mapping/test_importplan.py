"""An import says for each field what it would do, does just that, and never twice."""

from __future__ import annotations

import re

import attrs
import klein_systeem as systeem
import pytest
from klein_systeem import Kind, geval, importeur
from lxml import etree

from oso_adapters.mapping import Actie, Administratie, Bronrecord, Stap, neem_over
from oso_adapters.melding import Ernst, Oordeel, Wie

IMPORT = importeur()
BESTAAND = Kind(
    nummer="K1",
    achternaam="Oud",
    tussenvoegsel=" ",
    geboren="2007-02-11",
    geslacht="V",
    notitie="eigen werk",
)


def plan(naam="G15", *, administratie=None, actie=Actie.IMPORTEREN, data=None, **anders):
    (een,) = IMPORT.plan(data or geval(naam), administratie, actie, **anders)
    return een


def school(*records):
    return Administratie(IMPORT, [Bronrecord(record.nummer, record) for record in records])


def ingelezen(naam="G15"):
    administratie = school()
    neem_over(plan(naam, administratie=administratie), administratie)
    return attrs.evolve(administratie.records[0].record, nummer="K1")


def stappen(gemaakt, veld):
    return [regel.stap for regel in gemaakt.regels if regel.veld == veld]


def regels(gemaakt, soort=Ernst.FOUT):
    return [melding.regel for melding in gemaakt.meldingen if melding.ernst is soort]


def bsn_in(naam="G15"):
    return re.search(rb"<bsn>(\d+)</bsn>", geval(naam))[1].decode()


def test_new_leerling_gets_every_field_that_the_system_keeps() -> None:
    kind = ingelezen()

    assert (kind.achternaam, kind.voornamen, kind.roepnaam) == ("Kuiper", "Isa Johanna", "Isa")
    assert (kind.geboren, kind.geslacht, kind.bsn) == ("2007-02-11", "V", bsn_in())
    assert kind.herkomst.brin == "00YY"
    assert [woning.soort for woning in kind.woningen] == ["bezoek"]
    assert len(kind.ouders) == 2
    assert kind.loopbaan
    assert kind.eindtoets_gedaan == "true"


def _bladen(data):
    """Return the places of all values in a document; repeated texts of one field count once."""
    dom = etree.fromstring(data)
    paden = [dom.getroottree().getpath(el) for el in dom.iter() if len(el) == 0 and el.text]
    attributen = [el for el in dom.iter() for _ in el.attrib]
    keer = [el for el in dom.iter() if etree.QName(el).localname == "voornaam"]
    meer = sum(1 for el in keer if el.getprevious() is not None and el.getprevious().tag == el.tag)
    return [*paden, *attributen][: len(paden) + len(attributen) - meer]


def test_every_field_of_the_dossier_is_in_the_plan_once() -> None:
    gemaakt = plan()
    locaties = [blad.locatie for regel in gemaakt.regels for blad in regel.bladen]

    assert sorted(set(locaties)) == sorted(locaties)
    assert len(_bladen(geval("G15"))) == len(locaties)
    assert all(regel.waarom for regel in gemaakt.van(Stap.NIET_OVERGENOMEN))
    assert all(regel.veld for regel in gemaakt.regels if regel.stap is Stap.NIEUW)


def test_tells_why_a_field_is_not_taken_over() -> None:
    redenen = {r.bladen[0].plek: r.waarom for r in plan().van(Stap.NIET_OVERGENOMEN)}

    leerling = "/dossier/huidigeschool/leerling"
    assert redenen[f"{leerling}/leerlingid"] == "elke school geeft een eigen nummer"
    assert redenen["/dossier/inzage/inzage"] == "de inzage was bij de andere school"
    assert "over het dossier zelf" in redenen["/dossier/metadata/pakketnaam"]


def test_two_fields_of_the_standard_become_one_of_the_vendor() -> None:
    kind = ingelezen("G12")

    assert any(" " in (woning.huisnummer or "") for woning in kind.woningen)


def test_doing_it_again_changes_nothing() -> None:
    administratie = school()
    for _ in range(2):
        neem_over(plan(administratie=administratie), administratie)
    for actie in (Actie.AANVULLEN, Actie.OVERSCHRIJVEN):
        weer = plan(administratie=administratie, actie=actie)
        assert not weer.verandert
        assert set() == {r.stap for r in weer.regels} - {Stap.GELIJK, Stap.NIET_OVERGENOMEN}

    assert len(administratie.records) == 1
    assert regels(plan(administratie=administratie)) == []


def test_value_that_this_system_can_only_write_otherwise_is_not_taken_over_again() -> None:
    data = geval("G15").replace(b"<voornaam>Isa</voornaam>", b"<voornaam>Isa Lou</voornaam>")
    administratie = school()
    eerst = plan(administratie=administratie, data=data)
    neem_over(eerst, administratie)

    weer = plan(administratie=administratie, actie=Actie.OVERSCHRIJVEN, data=data)
    assert administratie.records[0].record.voornamen == "Isa Lou Johanna"
    for gemaakt, stap in ((eerst, Stap.NIEUW), (weer, Stap.GELIJK)):
        let_op = [regel for regel in gemaakt.regels if regel.let_op]
        assert [(regel.veld, regel.stap) for regel in let_op] == [("voornamen", stap)]
        assert "bewaart het anders" in let_op[0].waarom
    assert not weer.verandert


def test_value_that_is_only_written_otherwise_is_the_same() -> None:
    kind = attrs.evolve(ingelezen(), geslacht="V", geboren="2007-02-11T00:00:00+01:00")

    gemaakt = plan(administratie=school(kind), actie=Actie.OVERSCHRIJVEN)
    assert stappen(gemaakt, "geboren") == [Stap.GELIJK]
    assert not gemaakt.verandert


def test_aanvullen_fills_only_what_is_empty_and_a_blank_is_not_empty() -> None:
    kind = attrs.evolve(BESTAAND, bsn=bsn_in(), roepnaam="")
    administratie = school(kind)

    gemaakt = plan(administratie=administratie, actie=Actie.AANVULLEN)
    neem_over(gemaakt, administratie)
    na = administratie.records[0].record
    assert (na.achternaam, na.roepnaam, na.notitie) == ("Oud", "Isa", "eigen werk")
    assert stappen(gemaakt, "achternaam") == [Stap.LATEN]
    assert stappen(gemaakt, "roepnaam") == [Stap.AANVULLEN]


def test_warns_of_a_field_that_holds_only_a_blank() -> None:
    kind = attrs.evolve(BESTAAND, bsn=bsn_in(), achternaam=" ")

    gemaakt = plan(administratie=school(kind), actie=Actie.AANVULLEN)
    (regel,) = [regel for regel in gemaakt.regels if regel.veld == "achternaam"]
    assert (regel.stap, regel.let_op) == (Stap.LATEN, True)
    assert "spatie" in regel.waarom


def test_overschrijven_replaces_hard_fields_and_leaves_soft_ones() -> None:
    kind = attrs.evolve(
        ingelezen(), achternaam="Anders", notitie="blijft", loopbaan=[], roepnaam=None
    )
    administratie = school(kind)

    gemaakt = plan(administratie=administratie, actie=Actie.OVERSCHRIJVEN)
    neem_over(gemaakt, administratie)
    na = administratie.records[0].record
    assert (na.achternaam, na.notitie, na.roepnaam) == ("Kuiper", "blijft", "Isa")
    assert stappen(gemaakt, "achternaam") == [Stap.VERVANGEN]
    assert len(na.loopbaan) == len(ingelezen().loopbaan)


def test_what_the_dossier_does_not_have_is_not_erased() -> None:
    kind = attrs.evolve(ingelezen(), tussenvoegsel="van der", onderwijsnummer=None)
    administratie = school(kind)

    neem_over(plan(administratie=administratie, actie=Actie.OVERSCHRIJVEN), administratie)
    assert administratie.records[0].record.tussenvoegsel == "van der"


def test_items_of_a_list_match_by_their_key_and_keep_their_soft_fields() -> None:
    kind = ingelezen()
    jaren = [attrs.evolve(jaar, opmerking="eigen", groep="x") for jaar in kind.loopbaan]
    administratie = school(attrs.evolve(kind, loopbaan=jaren[::-1]))

    gemaakt = plan(administratie=administratie, actie=Actie.OVERSCHRIJVEN)
    neem_over(gemaakt, administratie)
    na = administratie.records[0].record.loopbaan
    assert {jaar.opmerking for jaar in na} == {"eigen"}
    assert sorted(j.groep for j in na) == sorted(j.groep for j in kind.loopbaan)


def test_item_that_could_be_two_others_is_left_for_people() -> None:
    kind = ingelezen()
    dubbel = [attrs.evolve(kind.loopbaan[0], groep=naam) for naam in ("x", "y")]
    administratie = school(attrs.evolve(kind, loopbaan=dubbel))

    gemaakt = plan(administratie=administratie, actie=Actie.OVERSCHRIJVEN)
    assert stappen(gemaakt, "loopbaan") == [Stap.CONFLICT]
    assert dubbel == gemaakt.na.loopbaan[:2]


def _met_een_tweede_groep():
    """Return a dossier in which the first school year stands twice, the other group first."""
    data = geval("G15")
    (jaar,) = re.findall(rb"<schoolloopbaan>.*?</schoolloopbaan>", data, re.DOTALL)[:1]
    ander = re.sub(rb"<groepsnaam>.*?<", b"<groepsnaam>9z<", jaar)
    return data.replace(jaar, ander + jaar, 1)


@pytest.mark.parametrize("actie", [Actie.AANVULLEN, Actie.OVERSCHRIJVEN])
def test_item_that_is_there_already_is_no_other_item_with_its_key(actie) -> None:
    kind = ingelezen()
    administratie = school(kind)
    neem_over(
        plan(administratie=administratie, actie=actie, data=_met_een_tweede_groep()), administratie
    )
    na = administratie.records[0].record.loopbaan

    assert [*(jaar.groep for jaar in kind.loopbaan), "9z"] == [jaar.groep for jaar in na]


def test_geen_actie_shows_the_difference_and_changes_nothing() -> None:
    kind = attrs.evolve(ingelezen(), achternaam="Anders", roepnaam=None)
    administratie = school(kind)

    gemaakt = plan(administratie=administratie, actie=Actie.GEEN_ACTIE)
    neem_over(gemaakt, administratie)
    assert stappen(gemaakt, "roepnaam") == [Stap.LATEN]
    assert administratie.records[0].record is kind


def test_final_record_takes_only_the_eindtoets() -> None:
    kind = attrs.evolve(
        ingelezen(), klaar="ja", roepnaam=None, eindtoets_gedaan=None, eindtoets_score=None
    )
    administratie = school(kind)

    gemaakt = plan(administratie=administratie, actie=Actie.OVERSCHRIJVEN)
    neem_over(gemaakt, administratie)
    na = administratie.records[0].record
    assert (na.roepnaam, na.eindtoets_gedaan) == (None, "true")
    assert stappen(gemaakt, "roepnaam") == [Stap.LATEN]


@pytest.mark.parametrize("actie", [Actie.AANVULLEN, Actie.OVERSCHRIJVEN])
def test_leerling_that_is_not_there_can_only_be_imported(actie) -> None:
    gemaakt = plan(actie=actie)

    assert regels(gemaakt) == ["IM.onbekend"]
    assert not gemaakt.mag


def test_leerling_that_is_there_is_not_imported_over() -> None:
    kind = attrs.evolve(ingelezen(), achternaam="Anders")

    gemaakt = plan(administratie=school(kind))
    assert regels(gemaakt) == ["IM.bestaat"]
    assert not gemaakt.verandert


def test_two_leerlingen_with_one_number_are_not_guessed_between() -> None:
    kind = ingelezen()

    gemaakt = plan(administratie=school(kind, kind), actie=Actie.OVERSCHRIJVEN)
    assert regels(gemaakt) == ["IM.dubbel"]
    assert not gemaakt.mag


def test_same_number_in_two_dossiers_makes_one_leerling() -> None:
    administratie = school()
    for naam in ("G15", "G15"):
        neem_over(plan(naam, administratie=administratie), administratie)

    assert len(administratie.records) == 1


def test_repairs_a_number_that_lost_its_zero_and_says_so() -> None:
    nummer = bsn_in("G16")
    assert nummer.startswith("0")
    administratie = school(attrs.evolve(ingelezen("G16"), bsn=nummer.lstrip("0")))

    gemaakt = plan("G16", administratie=administratie, actie=Actie.AANVULLEN)
    neem_over(gemaakt, administratie)
    assert stappen(gemaakt, "bsn") == [Stap.HERSTELLEN]
    assert regels(gemaakt, Ernst.WAARSCHUWING) == ["IM.nul"]
    assert administratie.records[0].record.bsn == nummer
    assert administratie.vind(nummer) == [0]


def test_says_that_a_lost_zero_stays_when_nothing_may_be_repaired() -> None:
    nummer = bsn_in("G16")
    administratie = school(attrs.evolve(ingelezen("G16"), bsn=nummer.lstrip("0")))

    gemaakt = plan("G16", administratie=administratie, actie=Actie.GEEN_ACTIE)
    (melding,) = gemaakt.meldingen
    assert ("IM.nul", [Stap.LATEN]) == (melding.regel, stappen(gemaakt, "bsn"))
    assert "Zet de nul terug" in melding.herstel


def test_a_number_that_is_none_has_lost_no_zero() -> None:
    data = geval("G16").replace(f"<bsn>{bsn_in('G16')}<".encode(), b"<bsn>111111111<")

    assert "IM.nul" not in regels(plan(data=data), Ernst.WAARSCHUWING)


def test_repairs_a_number_that_lost_its_zero_in_the_dossier() -> None:
    nummer = bsn_in("G16")
    data = geval("G16").replace(f"<bsn>{nummer}<".encode(), f"<bsn>{nummer[1:]}<".encode())

    gemaakt = plan(data=data, ook_ongeldig=True)
    assert "IM.nul" in regels(gemaakt, Ernst.WAARSCHUWING)
    assert gemaakt.na.bsn == nummer


def test_number_that_fails_the_elfproef_is_no_key() -> None:
    nummer = bsn_in()
    data = geval("G15").replace(nummer.encode(), nummer[::-1].encode())

    gemaakt = plan(data=data, ook_ongeldig=True)
    assert "IM.pgn" in regels(gemaakt)
    assert not gemaakt.mag


def test_onderwijsnummer_is_a_key_as_well() -> None:
    kind = ingelezen("G04")
    assert kind.bsn is None
    assert kind.onderwijsnummer

    weer = plan("G04", administratie=school(kind), actie=Actie.AANVULLEN)
    assert (weer.nummer, weer.verandert) == (0, False)


def test_warns_of_a_leerling_of_that_name_and_birthday_with_another_number() -> None:
    kind = attrs.evolve(ingelezen(), bsn=None)

    gemaakt = plan(administratie=school(kind))
    assert regels(gemaakt, Ernst.WAARSCHUWING) == ["IM.lijkt"]
    assert gemaakt.mag


def _zonder_inzagedatum(naam="G15"):
    return re.sub(rb"<inzagedatum>.*?</inzagedatum>", b"", geval(naam))


def test_invalid_dossier_is_shown_but_not_taken_in() -> None:
    gemaakt = plan(data=_zonder_inzagedatum())

    assert (gemaakt.oordeel, gemaakt.mag) == (Oordeel.ONGELDIG, False)
    assert "IM.ongeldig" in regels(gemaakt)
    assert "OVa.IZ03" in regels(gemaakt)
    assert gemaakt.na.achternaam == "Kuiper"


def test_invalid_dossier_is_taken_in_when_somebody_says_so_and_the_plan_says_that() -> None:
    gemaakt = plan(data=_zonder_inzagedatum(), ook_ongeldig=True)

    assert gemaakt.mag
    assert "IM.ongeldig" in regels(gemaakt, Ernst.WAARSCHUWING)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"geen xml",
        geval("G15")[:5000],
        b'<terugkoppeling xmlns="http://www.edustandaard.nl/oso_gegevensset/2019/dossier"/>',
        b'<dossier xmlns="http://www.edustandaard.nl/oso_gegevensset/2031/dossier"/>',
        b'<dossier xmlns="http://www.edustandaard.nl/oso_gegevensset/2019/dossier"/>',
    ],
    ids=["leeg", "geen xml", "half", "iets anders", "onbekende versie", "niets erin"],
)
def test_what_is_no_whole_dossier_is_explained_and_changes_nothing(data) -> None:
    (gemaakt,) = IMPORT.plan(data, school(), ook_ongeldig=True)

    assert not gemaakt.verandert
    assert gemaakt.meldingen


def test_document_with_several_dossiers_gives_a_plan_for_each() -> None:
    kop = b'<dossiers xmlns="http://www.edustandaard.nl/oso_gegevensset/2019/dossier">'
    los = [
        re.sub(rb"^.*?<dossier[^>]*>", b"<dossier>", geval(n), flags=re.DOTALL)
        for n in ("G15", "G16")
    ]

    plannen = IMPORT.plan(kop + b"".join(los) + b"</dossiers>", school())
    assert [p.locatie for p in plannen] == ["/dossiers[1]/dossier[1]", "/dossiers[1]/dossier[2]"]
    assert [p.mag for p in plannen] == [True, True]
    assert plannen[1].na.bsn == bsn_in("G16")


@pytest.mark.parametrize(
    ("oud", "nieuw", "locatie", "waarom"),
    [
        ("<roepnaam>", "<hobby>x</hobby><roepnaam>", "hobby[1]", "kent hier iets niet"),
        ("<roepnaam>", '<roepnaam soort="x">', "roepnaam[1]", "kent hier iets niet"),
        ("<roepnaam>", "<roepnaam>Ada</roepnaam><roepnaam>", "roepnaam[2]", "vaker dan mag"),
    ],
    ids=["unknown element", "unknown attribute", "twice"],
)
def test_what_the_standard_has_no_place_for_is_told_as_lost(oud, nieuw, locatie, waarom) -> None:
    data = geval("G15").replace(oud.encode(), nieuw.encode(), 1)

    gemaakt = plan(data=data, ook_ongeldig=True)
    (regel,) = [
        r
        for r in gemaakt.regels
        if any(b.locatie.endswith(locatie) for b in r.bladen) and waarom in r.waarom
    ]
    assert (regel.stap, regel.let_op) == (Stap.NIET_OVERGENOMEN, True)


def test_refuses_a_kind_or_version_that_the_system_does_not_take() -> None:
    streng = importeur(profielen={"POPO"}, versies={"2018.1"})

    (gemaakt,) = streng.plan(geval("G15"))
    assert regels(gemaakt) == ["IM.profiel", "IM.versie"]
    assert not gemaakt.mag


def test_value_that_does_not_fit_is_told_and_the_rest_goes_on() -> None:
    data = geval("G15").replace(b"<roepnaam>Isa<", b"<roepnaam>" + b"I" * 21 + b"<")

    gemaakt = plan(data=data)
    assert regels(gemaakt, Ernst.WAARSCHUWING) == ["IM.waarde"]
    assert gemaakt.mag
    assert gemaakt.na.roepnaam is None


def test_code_without_a_value_of_the_vendor_is_told_with_its_reason() -> None:
    data = geval("G15").replace(b"<geslacht>2<", b"<geslacht>0<", 1)

    gemaakt = plan(data=data)
    (regel,) = [
        r
        for r in gemaakt.van(Stap.NIET_OVERGENOMEN)
        if r.bladen[0].plek.endswith("leerling/geslacht")
    ]
    assert systeem.GESLACHT.zonder["0"] in regel.waarom


def test_definitief_that_fails_holds_everything_as_it_is() -> None:
    kapot = importeur(definitief=lambda record: record.bestaat_niet)
    kind = attrs.evolve(ingelezen(), roepnaam=None)
    administratie = Administratie(kapot, [Bronrecord("K1", kind)])

    (gemaakt,) = kapot.plan(geval("G15"), administratie, Actie.AANVULLEN)
    assert [(m.regel, m.wie) for m in gemaakt.meldingen] == [("IM.definitief", Wie.LEVERANCIER)]


def test_plan_that_is_out_of_date_is_not_carried_out() -> None:
    administratie = school(attrs.evolve(ingelezen(), roepnaam=None))
    gemaakt = plan(administratie=administratie, actie=Actie.AANVULLEN)
    administratie.zet(0, Bronrecord("K1", ingelezen()))

    with pytest.raises(ValueError, match="make it again"):
        neem_over(gemaakt, administratie)


@pytest.mark.parametrize("naam", ["G01", "G04", "G10", "G12", "G15", "G16", "G19"])
def test_no_finding_and_no_repr_holds_a_value(naam) -> None:
    gemaakt = plan(naam)
    tekst = repr(gemaakt) + " ".join(f"{m}{m.herstel}{m.melding}" for m in gemaakt.meldingen)
    tekst += " ".join(regel.waarom for regel in gemaakt.regels)

    kind = gemaakt.na
    waarden = [kind.achternaam, kind.voornamen, kind.geboren, kind.bsn, kind.onderwijsnummer]
    assert [] == [w for w in waarden if w and w in tekst]


@pytest.mark.parametrize("naam", ["G01", "G04", "G10", "G12", "G15", "G16", "G19"])
def test_what_was_taken_in_reads_back_as_it_was(naam) -> None:
    dossier = IMPORT.lees_terug(plan(naam).na)
    assert dossier is not None

    (weer,) = IMPORT.plan(geval(naam), school(attrs.evolve(plan(naam).na, nummer="K1")))
    assert [] == [r for r in weer.regels if r.stap not in (Stap.GELIJK, Stap.NIET_OVERGENOMEN)]
    assert dossier.huidigeschool.leerling.verzorger


def test_file_of_the_school_is_read_and_written_whole(tmp_path) -> None:
    bestand = tmp_path / "school.json"
    administratie = IMPORT.open(bestand)
    neem_over(plan(administratie=administratie), administratie)
    IMPORT.write(bestand, administratie.records)

    weer = IMPORT.open(bestand)
    assert [record.sleutel for record in weer.records] == ["K1"]
    assert not plan(administratie=weer, actie=Actie.OVERSCHRIJVEN).verandert

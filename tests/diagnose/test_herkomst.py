"""Whose finding it is on a dossier of which only the maker is known: each with its evidence."""

from __future__ import annotations

import re

import attrs
import pytest

from oso_adapters import Regelset, Register, check, read_dossier, write_dossier
from oso_adapters.diagnose import Pakket, trace
from oso_adapters.errors import PluginLoadError
from oso_adapters.gegevensset import Dossiers
from oso_adapters.melding import Wie

from .proefsysteem import PROEF, ZONDER_EXPORT

REGISTER = Register({"proef": PROEF, "zonder": ZONDER_EXPORT}, (PluginLoadError("kapot", ["x"]),))
GEHEIM = "Kwispeldam"
SCHOOL, LEVERANCIER, STANDAARD = Wie.SCHOOL, Wie.LEVERANCIER, Wie.STANDAARD


def weg(naam):
    """Take the first element with a name out."""
    return (rf"\s*<{naam}>.*?</{naam}>", "")


def met(naam, waarde):
    """Put another value in the first element with a name."""
    return (rf"<{naam}>.*?</{naam}>", f"<{naam}>{waarde}</{naam}>")


def door(oud, nieuw):
    """Put one text in the place of another."""
    return (re.escape(oud), nieuw)


LEEG = "Het veld is leeg in het dossier; Proef vult het uit {}."
ZO = "Proef neemt {} over zoals de school het invulde."
OPBOUW = "De opbouw van het bestand maakt Proef, niet de school."
ZELF = "Dit veld vult Proef zelf, niet de school."
VORM = "Proef bepaalt zelf in welke vorm dit veld in het dossier komt."
NIET = "Proef levert dit veld niet: {}."
NOOIT = "Proef levert dit veld nooit ({}), dus hoe het hier komt, weet alleen de leverancier."
WEGLATEN = "Wat niet mee mag of is uitgezet, moet Proef zelf weglaten."
VERBODEN = "De categorie 'schoolloopbaan' staat op VERBODEN, maar is bij deze overdracht VERPLICHT."

SITUATIES = {
    # what is wrong: (changes of a good dossier, rule, who must act, evidence, the vendor's fields)
    "a field of the school is empty, and a rule asks for it": (
        [weg("inzagedatum")],
        ("OVa.IZ03", SCHOOL, LEEG.format("'gezienOp'"), ("gezienOp", "gezien")),
    ),
    "a field of the school is empty, and the schema asks for it": (
        [weg("achternaam")],
        ("ST.ontbreekt", SCHOOL, LEEG.format("'naam'"), ("naam",)),
    ),
    "a required field is there without a value": (
        [met("achternaam", "")],
        ("ST.waarde", SCHOOL, LEEG.format("'naam'"), ("naam",)),
    ),
    "an optional field is there without a value": (
        [met("roepnaam", "")],
        (
            "ST.waarde",
            LEVERANCIER,
            "Een veld zonder waarde hoort Proef weg te laten.",
            ("roepnaam",),
        ),
    ),
    "a list of the school is empty": (
        [weg("schoolloopbaanlijst")],
        ("OVa.SL01.schoolloopbaan", SCHOOL, LEEG.format("'jaren'"), ("jaren",)),
    ),
    "a field inside a list is not well-formed by the vendor's transform": (
        [met("schooljaar", "2016/2017")],
        ("ST.waarde", LEVERANCIER, VORM, ("jaren.jaar",)),
    ),
    "neither of two numbers is filled, and the system has only one": (
        [weg("bsn")],
        ("OVa.LL12", SCHOOL, LEEG.format("'burgernummer'"), ("burgernummer",)),
    ),
    "a code that the vendor's table can not give": (
        [met("geslacht", "9")],
        (
            "CL14.geslacht",
            LEVERANCIER,
            "De codetabel 'geslacht' van Proef geeft alleen codes van de lijst.",
            ("geslacht",),
        ),
    ),
    "a code inside a list that the vendor's table can not give": (
        [
            door(
                "<soort>telefoon</soort>\n          <aanduiding>prive",
                "<soort>fax</soort>\n          <aanduiding>prive",
            )
        ],
        (
            "CL04.soort",
            LEVERANCIER,
            "De codetabel 'soortContact' van Proef geeft alleen codes van de lijst.",
            ("telefoons.soort",),
        ),
    ),
    "a code that the school typed itself": (
        [met("toestemming", GEHEIM)],
        ("CL37.toestemming", SCHOOL, ZO.format("'toestemming'"), ("toestemming",)),
    ),
    "a code of the school in a field of the leerling": (
        [met("leerlinggewicht", GEHEIM)],
        ("CL15.leerlinggewicht", SCHOOL, ZO.format("'gewicht'"), ("gewicht",)),
    ),
    "a code that is always the same in the vendor's system": (
        [met("nnca", "7")],
        ("CL10.nnca", LEVERANCIER, "Dit veld heeft in Proef altijd dezelfde waarde.", ()),
    ),
    "a code of delivery, which no school chooses": (
        [met("cat_verzuim", "MISSCHIEN")],
        ("CL48.cat_verzuim", LEVERANCIER, ZELF, ()),
    ),
    "a wrong deeldossier": ([met("deeldossier", "ALLES")], ("OVa.MD01", LEVERANCIER, ZELF, ())),
    "a kind of transfer that is missing": (
        [weg("overstap")],
        ("OVa.OS01", LEVERANCIER, ZELF, ()),
    ),
    "the version of the standard is not that of the document": (
        [met("standaardversie", "2018.1")],
        ("OG.02", LEVERANCIER, ZELF, ()),
    ),
    "a date that the vendor's transform makes": (
        [met("geboortedatum", "23-01-2008")],
        ("ST.waarde", LEVERANCIER, VORM, ("geboren",)),
    ),
    "a date that the vendor keeps as a date": (
        [met("datuminschrijving", "gisteren")],
        ("ST.waarde", LEVERANCIER, VORM, ("ingeschreven",)),
    ),
    "a whole number that the vendor keeps as a number": (
        [met("dagdelengeoorloofd", "vier")],
        ("ST.waarde", LEVERANCIER, VORM, ("verzuimd",)),
    ),
    "a BRIN that the vendor's transform makes": (
        [met("brincode", "00yy")],
        ("ST.waarde", LEVERANCIER, VORM, ("brin",)),
    ),
    "a text through a transform of which nothing is known": (
        [
            door(
                "<brincode>00YY</brincode>\n          <vest",
                f"<brincode>{GEHEIM}</brincode>\n          <vest",
            )
        ],
        ("ST.waarde", LEVERANCIER, "", ("jaren.school",)),
    ),
    "an e-mail address as the school typed it": (
        [door("sanne.molenaar@example.nl", GEHEIM)],
        ("OG.01.at", SCHOOL, "", ("telefoons.waarde", "telefoons.soort")),
    ),
    "elements in the wrong order": (
        [(r"(<achternaam>.*?</achternaam>)\s*(<roepnaam>.*?</roepnaam>)", r"\2\1")],
        ("ST.volgorde", LEVERANCIER, OPBOUW, ("naam",)),
    ),
    "an element that the standard does not know": (
        [door("<roepnaam>", "<bijnaam>x</bijnaam><roepnaam>")],
        ("ST.onbekend", LEVERANCIER, OPBOUW, ()),
    ),
    "an element that is there twice": (
        [door("<roepnaam>", "<roepnaam>x</roepnaam><roepnaam>")],
        ("ST.teveel", LEVERANCIER, OPBOUW, ("roepnaam",)),
    ),
    "a field that the vendor does not deliver, asked by a rule": (
        [weg("overstapadvies"), met("cat_overstapadvies", "OPTIONEEL")],
        ("OVa.OA01", LEVERANCIER, NIET.format("Proef is niet voor groep 8"), ()),
    ),
    "a field in a block that the vendor does not deliver": (
        [weg("advies")],
        ("OVa.OA02", LEVERANCIER, NIET.format("Proef is niet voor groep 8"), ()),
    ),
    "a category of which the vendor delivers nothing": (
        [weg("overstapadvies")],
        (
            "OS.cat_overstapadvies.VERPLICHT",
            LEVERANCIER,
            NIET.format("Proef is niet voor groep 8"),
            (),
        ),
    ),
    "a category of which the school filled nothing": (
        [met("cat_verzuim", "VERPLICHT"), weg("verzuim")],
        ("OS.cat_verzuim.VERPLICHT", SCHOOL, LEEG.format("'verzuimd'"), ("verzuimd",)),
    ),
    "a field that the vendor never delivers is there": (
        [door("<postcode>3816AB</postcode>", "<postcode></postcode>")],
        ("ST.waarde", LEVERANCIER, NOOIT.format("dat kent Proef niet"), ()),
    ),
    "a field that may not be there, and that the vendor never delivers": (
        [door("<bsn>", "<geboorteplaats>Zwolle</geboorteplaats><bsn>")],
        ("OVa.LL10", LEVERANCIER, NOOIT.format("dat kent Proef niet"), ()),
    ),
    "something of a category that is forbidden": (
        [met("cat_verzuim", "VERBODEN")],
        ("OS.cat_verzuim.VERBODEN.verzuim", LEVERANCIER, WEGLATEN, ("verzuimd",)),
    ),
    "something of a category that is opted out": (
        [met("cat_verzuim", "OPT-UIT")],
        ("OS.cat_verzuim.OPT-UIT.verzuim", LEVERANCIER, WEGLATEN, ("verzuimd",)),
    ),
    "what is asked for was opted out": (
        [met("cat_schoolloopbaan", "OPT-UIT"), weg("schoolloopbaanlijst")],
        (
            "OVa.SL01.schoolloopbaan",
            SCHOOL,
            "De categorie 'schoolloopbaan' is voor deze leerling uitgezet, dus dit ging niet mee.",
            ("jaren",),
        ),
    ),
    "what is asked for is forbidden by mistake": (
        [met("cat_schoolloopbaan", "VERBODEN"), weg("schoolloopbaanlijst")],
        (
            "OVa.SL01.schoolloopbaan",
            LEVERANCIER,
            VERBODEN,
            ("jaren",),
        ),
    ),
    "a number that is secret, which the system must take out": (
        [
            door(
                "0331234007</nummer>\n          <geheim>false",
                "0331234007</nummer>\n          <geheim>true",
            )
        ],
        ("OVa.LL08.telefoon", LEVERANCIER, "", ("telefoons.waarde", "telefoons.soort")),
    ),
    "a rule that the standard has wrong": (
        [
            door(
                "<toetslijst>",
                "<eindtoets_basisonderwijs><deelgenomen>false</deelgenomen>"
                "</eindtoets_basisonderwijs><toetslijst>",
            )
        ],
        ("OVa.EB03.geendeelname", STANDAARD, "", ()),
    ),
}


@pytest.fixture
def goed(dossier):
    """Return a valid dossier that Proef says it made."""
    data = dossier.replace(b"oso-conformance", b"Proefpakket")
    assert () == check(data).meldingen
    return data


def _verander(data, veranderingen):
    tekst = data.decode()
    for patroon, nieuw in veranderingen:
        nieuwe = re.sub(patroon, nieuw, tekst, count=1, flags=re.DOTALL)
        assert tekst != nieuwe
        tekst = nieuwe
    return tekst.encode()


def _een(data, regel, *, ontvangen=False, register=REGISTER, regelset=Regelset.AFSPRAAK):
    uitslag = check(data, regelset=regelset)
    meldingen = trace(data, uitslag, register, regelset=regelset, ontvangen=ontvangen).meldingen

    assert len(uitslag.meldingen) == len(meldingen)
    return next(melding for melding in meldingen if melding.regel == regel)


@pytest.mark.parametrize("situatie", SITUATIES)
def test_who_must_act_follows_from_what_the_dossier_shows(goed, situatie):
    veranderingen, (regel, wie, bewijs, bronvelden) = SITUATIES[situatie]
    melding = _een(_verander(goed, veranderingen), regel)

    assert [wie, bewijs, bronvelden] == [melding.wie, melding.bewijs, melding.bronvelden]
    assert GEHEIM not in f"{melding!r} {melding.als_dict()}"


@pytest.mark.parametrize("situatie", SITUATIES)
def test_a_receiver_is_pointed_at_the_other_school(goed, situatie):
    veranderingen, (regel, wie, bewijs, _) = SITUATIES[situatie]
    melding = _een(_verander(goed, veranderingen), regel, ontvangen=True)
    zelf = _een(_verander(goed, veranderingen), regel)

    assert [Wie.ANDERE_SCHOOL if wie is SCHOOL else wie, bewijs] == [melding.wie, melding.bewijs]
    begin = {
        SCHOOL: "Vraag de school die het dossier verzond dit te doen. ",
        Wie.LEVERANCIER: "Vraag de school die het dossier verzond dit aan haar leverancier te",
    }
    assert melding.herstel.startswith(begin.get(wie, zelf.herstel))
    assert melding.herstel.endswith(zelf.herstel)


@pytest.mark.parametrize("naam", ["Ander pakket", "Zonder", "proefpakketje", ""])
@pytest.mark.parametrize(("ontvangen", "wie"), [(False, SCHOOL), (True, Wie.ANDERE_SCHOOL)])
def test_of_an_unknown_maker_the_rule_says_who_must_act(goed, naam, ontvangen, wie):
    data = _verander(goed, [met("pakketnaam", naam), weg("inzagedatum")])
    melding = _een(data, "OVa.IZ03", ontvangen=ontvangen)

    assert [wie, "", ()] == [melding.wie, melding.bewijs, melding.bronvelden]


@pytest.mark.parametrize("naam", ["PROEFPAKKET", " proefpakket\n"])
def test_the_maker_is_known_however_it_is_written(goed, naam):
    data = _verander(goed, [met("pakketnaam", naam), weg("inzagedatum")])

    assert ("gezienOp", "gezien") == _een(data, "OVa.IZ03").bronvelden


def test_the_maker_is_told_and_an_unknown_one_too(goed):
    def pakket(data):
        return trace(data, check(data), REGISTER).pakket

    fout = _verander(goed, [weg("inzagedatum")])

    assert Pakket("Proef", "oso-proef 1", "") == pakket(fout)
    onbekend = pakket(_verander(fout, [met("pakketnaam", GEHEIM)]))
    assert ["", ""] == [onbekend.systeem, onbekend.plugin]
    assert "is hier niet bekend" in onbekend.uitleg
    assert GEHEIM not in repr(onbekend)
    zonder = pakket(_verander(fout, [met("pakketnaam", "Zonder")]))
    assert ["Zonder", "oso-zonder 1"] == [zonder.systeem, zonder.plugin]
    assert "zegt niet uit welke velden" in zonder.uitleg
    assert "staat niet in het dossier" in pakket(_verander(fout, [weg("pakketnaam")])).uitleg
    assert pakket(b"geen xml") is None


def test_a_kind_of_field_that_another_version_has_is_left_to_the_rule(geval, goed):
    data = goed.replace(b"/2019/", b"/2018/").replace(b"2019.1", b"2018.1")
    uitslag = check(data)
    meldingen = trace(data, uitslag, REGISTER).meldingen
    per_regel = {melding.regel: melding for melding in meldingen}

    assert "2018.1" == str(uitslag.versie)
    assert LEVERANCIER is per_regel["ST.onbekend"].wie


def test_each_dossier_in_a_document_has_its_own_maker(goed):
    fout = read_dossier(_verander(goed, [weg("inzagedatum")]))
    ander = attrs.evolve(fout, metadata=attrs.evolve(fout.metadata, pakketnaam="Ander"))
    data = write_dossier(Dossiers(dossier=[ander, fout]))
    eerste, tweede = trace(data, check(data), REGISTER).meldingen

    assert [(), ("gezienOp", "gezien")] == [eerste.bronvelden, tweede.bronvelden]
    assert ["", LEEG.format("'gezienOp'")] == [eerste.bewijs, tweede.bewijs]


class TestGepubliceerd:
    def test_what_only_the_published_sheets_find_is_for_the_standard(self, goed, geval):
        binnen = geval("G07").replace(b"oso-conformance", b"Proefpakket")
        data = write_dossier(Dossiers(dossier=[read_dossier(goed), read_dossier(binnen)]))
        uitslag = check(data, regelset=Regelset.GEPUBLICEERD)
        meldingen = trace(
            data, uitslag, REGISTER, regelset=Regelset.GEPUBLICEERD, ontvangen=True
        ).meldingen

        assert () == check(data).meldingen
        assert {STANDAARD} == {melding.wie for melding in meldingen}
        assert all("alle dossiers door elkaar" in melding.bewijs for melding in meldingen)
        assert all(melding.herstel.startswith("Aan het dossier") for melding in meldingen)

    def test_what_both_find_is_not_for_the_standard(self, goed):
        data = _verander(goed, [weg("inzagedatum"), met("cat_verzuim", "VERBODEN")])
        uitslag = check(data, regelset=Regelset.GEPUBLICEERD)
        meldingen = trace(data, uitslag, REGISTER, regelset=Regelset.GEPUBLICEERD).meldingen

        assert {"OVa.IZ03": SCHOOL, "OS.cat_verzuim.VERBODEN.verzuim": LEVERANCIER} == {
            melding.regel: melding.wie for melding in meldingen
        }

    def test_a_second_finding_of_one_cause_is_not_for_the_standard(self, goed):
        data = _verander(goed, [door("sanne.molenaar@example.nl", "abc")])
        uitslag = check(data, regelset=Regelset.GEPUBLICEERD)
        meldingen = trace(data, uitslag, REGISTER, regelset=Regelset.GEPUBLICEERD).meldingen

        assert ["OG.01.min", "OG.01.at", "OG.01.patroon"] == [m.regel for m in meldingen]
        assert {SCHOOL} == {melding.wie for melding in meldingen}


def test_a_plugin_that_breaks_changes_nothing(goed):
    class Kapot:
        """Stands for an Exporteur of which every look fails."""

        profielen = versies = frozenset({"POVO", "2019.1"})

        def __getattr__(self, naam):
            raise RuntimeError(GEHEIM)

    data = _verander(goed, [weg("inzagedatum")])
    register = Register({"proef": attrs.evolve(PROEF, exporteur=Kapot())}, ())
    gevolgd = trace(data, check(data), register)

    assert [SCHOOL, ""] == [gevolgd.meldingen[0].wie, gevolgd.meldingen[0].bewijs]
    assert "is niet te gebruiken" in gevolgd.pakket.uitleg
    assert GEHEIM not in repr(gevolgd)


def test_there_are_enough_situations_of_each_party():
    partijen = [wie for _, (_, wie, _, _) in SITUATIES.values()]

    assert len(SITUATIES) >= 25
    assert {SCHOOL, LEVERANCIER, STANDAARD} == set(partijen)
    assert min(partijen.count(SCHOOL), partijen.count(LEVERANCIER)) >= 10

"""The engine beside sheets that say the same, and beside sheets that do not."""

from __future__ import annotations

import re

import pytest
from bundel_uit_regels import bundel

from oso_adapters import VERSIES, Blad
from oso_adapters.tabellen.bundel import find_stukken
from oso_adapters.tabellen.parity import Invoer, compare, observe
from oso_adapters.tabellen.varianten import varianten

NIEUWSTE = VERSIES[-1]
MUTANTEN = 40


def _invoer(dossiers):
    for profiel, data in dossiers.items():
        yield Invoer(profiel, "", data)
        for naam, anders in varianten(data, MUTANTEN, 1):
            yield Invoer(profiel, naam, anders)


def test_sheets_that_say_what_our_rules_say_agree_in_every_version(eigen_bundel, dossiers_van):
    invoer = [
        Invoer(f"{versie} {i.bestand}", i.mutant, i.data)
        for versie in VERSIES
        for i in _invoer(dossiers_van(versie))
    ]

    rapport = compare(observe(invoer, find_stukken(eigen_bundel)))

    assert (3 * len(VERSIES), 3 * len(VERSIES) * MUTANTEN) == (rapport.dossiers, rapport.mutanten)
    assert () == rapport.verschillen
    assert () == rapport.bezwaren
    assert {(v, b) for v in VERSIES for b in Blad} == {(d.versie, d.blad) for d in rapport.dekking}
    assert all(dekking.gekoppeld for dekking in rapport.dekking)
    assert sum(dekking.gekoppeld for dekking in rapport.dekking) > 50


def test_what_is_found_does_not_depend_on_when_the_processes_begin_anew(eigen_bundel, dossiers_van):
    invoer = [Invoer(naam, "", data) for naam, data in dossiers_van(NIEUWSTE).items()]
    stukken = find_stukken(eigen_bundel)

    assert list(observe(invoer, stukken)) == list(observe(invoer, stukken, per_proces=2))


def _vervang(bestand, patroon, nieuw):
    anders, aantal = re.subn(patroon, nieuw, bestand.read_text())
    assert aantal == 1
    bestand.write_text(anders)


def _toets(sleutel):
    """Return a pattern for the test of a rule: its condition and what it puts out."""
    nummer = 1 + [regel.sleutel for regel in bundel(NIEUWSTE).regels].index(sleutel)
    return rf'<xsl:if test="([^"]*)">((?:(?!<xsl:if).)*>Toets {nummer} is.*?)</xsl:if>'


@pytest.fixture(scope="module")
def foute_bundel(tmp_path_factory):
    """A bundle in which five things are wrong, each in its own way."""
    map_ = tmp_path_factory.mktemp("fout")
    bundel(NIEUWSTE).write(map_)
    ov = map_ / "OV" / f"toetsen_{NIEUWSTE}.xsl"
    common = map_ / "common" / f"gemeenschappelijk_{NIEUWSTE}.xsl"
    xsd = map_ / "common" / f"gegevensset_{NIEUWSTE}.xsd"
    _vervang(ov, _toets("OVa.LL01"), r'<xsl:if test="true()">\2</xsl:if>')
    _vervang(ov, _toets("OVa.LL02"), "")
    _vervang(ov, _toets("OVa.LL12"), r'<xsl:if test="\1">\2\2</xsl:if>')
    stopt = r'<xsl:if test="if (\1) then xs:boolean(.) else false()">\2</xsl:if>'
    _vervang(common, _toets("CL14.geslacht"), stopt)
    _vervang(xsd, r'(name="categorie_uitlevering" [^>]*) minOccurs="0"', r"\1")
    return map_


@pytest.fixture(scope="module")
def rapport(foute_bundel, geval):
    data = geval("G01")
    verzorger = data.index(b"<verzorger>")
    weg = rb"<(%s)>[^<]*</\1>"
    invoer = {
        "goed": data,
        "voornaam": re.sub(weg % b"voornaam", b"", data[:verzorger]) + data[verzorger:],
        "geboortedatum": re.sub(weg % b"geboortedatum", b"", data, count=1),
        "nummer": re.sub(weg % b"bsn|onderwijsnummer", b"", data),
        "geslacht": re.sub(rb"<geslacht>[^<]*<", b"<geslacht>9<", data, count=1),
        "categorie": re.sub(
            b"<categorie_uitlevering>.*</categorie_uitlevering>", b"", data, flags=re.DOTALL
        ),
    }
    documenten = [Invoer(naam, "", inhoud) for naam, inhoud in invoer.items()]
    return compare(observe(documenten, find_stukken(foute_bundel)))


LEERLING = "/dossier[1]/huidigeschool[1]/leerling[1]"


def _verschillen(rapport, bestand):
    return [
        (v.wat, v.locatie, v.blad_vindt, v.wij_vinden)
        for v in rapport.verschillen
        if v.bestand == bestand
    ]


ALTIJD = ("OVa.LL01", LEERLING, 1, 0)
"""The test that is always true in the wrong sheet."""


@pytest.mark.parametrize(
    ("bestand", "verwacht"),
    [
        ("goed", [ALTIJD]),
        ("voornaam", []),
        ("geboortedatum", [("OVa.LL02", LEERLING, 0, 1), ALTIJD]),
        ("nummer", [ALTIJD, ("OVa.LL12", LEERLING, 2, 1)]),
        ("geslacht", [("gestopt", "/[1]", 1, 0)]),
        ("categorie", [("structuur", "/[1]", 1, 0)]),
    ],
)
def test_every_difference_is_told_with_rule_and_place(rapport, bestand, verwacht):
    assert verwacht == sorted(_verschillen(rapport, bestand), key=verwacht.index)


def test_what_differs_names_version_and_sheet(rapport):
    assert {(NIEUWSTE, Blad.OV)} == {(v.versie, v.blad) for v in rapport.verschillen}


def test_only_documents_that_fit_both_schemas_are_counted(rapport):
    assert (6, 5) == (rapport.dossiers, rapport.passend)


def test_each_sheet_can_be_asked_for(eigen_bundel, dossiers_van):
    data = dossiers_van(NIEUWSTE)["POVO"]

    rapport = compare(observe([Invoer("a", "", data)], find_stukken(eigen_bundel), tuple(Blad)))

    assert {Blad.OV, Blad.PAO} == {dekking.blad for dekking in rapport.dekking}
    assert (1, 1) == (rapport.dossiers, rapport.passend)
    assert () == rapport.verschillen


def test_what_can_not_be_compared_says_why(eigen_bundel, dossiers_van):
    stukken = find_stukken(eigen_bundel)
    alleen_ov = stukken[NIEUWSTE].__class__(
        NIEUWSTE, stukken[NIEUWSTE].schema, {Blad.OV: stukken[NIEUWSTE].bladen[Blad.OV]}
    )
    invoer = [
        Invoer("kapot", "", b"geen XML"),
        Invoer("oud", "", dossiers_van(VERSIES[0])["POVO"]),
        Invoer("swv", "", dossiers_van(NIEUWSTE)["POSWV"]),
        Invoer("goed", "", dossiers_van(NIEUWSTE)["POVO"]),
    ]

    rapport = compare(observe(invoer, {NIEUWSTE: alleen_ov}))

    assert [
        ("kapot", "", "Het bestand is geen leesbare XML. Het bestand begint niet met XML."),
        ("oud", "", f"De bundel heeft geen bestanden van versie {VERSIES[0]}."),
        ("swv", "", f"De bundel heeft geen blad PaO van versie {NIEUWSTE}."),
    ] == list(rapport.bezwaren)
    assert () == rapport.verschillen

"""The Vinkenlijst says what was measured with the published schema and sheets."""

from __future__ import annotations

import re
from collections import Counter

import attrs
import pytest
from lxml import etree

from oso_adapters import VERSIES, Regelset, check, versie
from oso_adapters.gegevensset.profielen import profielen
from oso_adapters.melding import Ernst, SoortMelding
from oso_adapters.rules import regels
from oso_adapters.tabellen import vinkenlijst
from oso_adapters.tabellen.vink import Bron, Status
from oso_adapters.tabellen.vinkenlijst import verschillen
from oso_adapters.tabellen.vinktekst import errata_van

LEERLING = "/dossier/huidigeschool/leerling"
BLADEN = {"a": "OVa", "b": "OVb", "p": "PaO"}
VRIJ = {Status.OPTIONEEL, Status.UIT_TE_ZETTEN}
ALLE = [(v, r) for v in VERSIES for r in Regelset]
ELK = pytest.mark.parametrize("versie_", VERSIES, ids=str)

_TOETSSCORE = ("aantalopgaven", "aantalgoed", "aantalfout", "aantalgelezen", "tijd")
_RESULTATEN = ("~/toetslijst/toets/resultaat", "~/toetslijst/toets/toetsonderdeel/resultaat")
_CIJFERS = "~/cijferlijstlijst/cijferlijst/cijferlijstTypelijst"

# Rules on paths that are not in the table, because there is nothing in them that always holds ...
ONDER_VOORWAARDE = {
    "~/aansprakelijkeinstelling": {"OVa.AI01.POPO", "OVa.AI01.POVO"},
    "~/adreslijst": {"OVa.LL05", "OVa.LL06", "OVb.LL02", "PaO.LL05", "PaO.LL06"},
    "~/adresbuitenland": {"OVa.LL05", "OVa.LL09", "OVb.LL05", "PaO.LL05", "PaO.LL09"},
    "~/verzorger/adreslijst": {"PaO.OV03"},
}
# ... or one of several, in results ...
EEN_VAN = {
    **{f"{r}/{v}": {"PaO.TR01"} for r in _RESULTATEN for v in ("referentiescore", "document")},
    **{f"{r}/toetsscore": {"PaO.TR01"} for r in _RESULTATEN},
    **{
        f"{r}/toetsscore/{v}": {"PaO.TR02"}
        for r in _RESULTATEN
        for v in (*_TOETSSCORE, "vaardigheidsscore")
    },
    **{
        f"{_CIJFERS}/{deel}score/{v}": {"PaO.CL01"}
        for deel in ("", "onderdeel/")
        for v in ("waarde", "kwalificatie")
    },
}
# ... or because nothing was taken away or put in there: the fields of verzorger and huisarts.
NIET_GEMETEN = {
    "~/verzorger/overleden": ("2018.1", {"OG.04.ontbreekt", "OG.04.onwaar"}),
    "~/huisarts/roepnaam": ("2019.1", {"OG.05.roepnaam"}),
    "~/huisarts/geslacht": ("2019.1", {"OG.05.geslacht"}),
}
# What the OV sheet means but never reaches, in the words of the facts.
BEDOELD = {
    "advies for POVO": {"OVa.OA02"},
    "contactnodig": {"OVa.OA03"},
    "contactpersoon": {"OVa.OA04"},
    "contacttelefoon": {"OVa.OA05"},
    "eindtoets contents": {"OVa.EB02", "OVa.EB03.geendeelname", "OVa.EB04"},
    "tests older than two school years": {"OVa.TR04"},
    "empty result/toetsscore/score": {"OVa.TR05", "OVa.TR06", "OVa.CL01"},
    "carer address when secret": {"OVa.OV03", "OVb.OV01"},
    "naamib with lgf": {"OVa.ZB01"},
    "vir": {"OVa.ZB02"},
}
SPELFOUT = "OS.cat_onderwijsondersteuning.OPT-UIT.toelichting_onderwijsbehoefte"


@attrs.frozen
class Cel:
    """What was measured: R, X, F or o, with the rules and perhaps a condition."""

    teken: str
    regels: frozenset[str] = frozenset()
    onder_voorwaarde: bool = False
    een_van: bool = False


def _cel(tekst, *, een_van):
    gevonden = re.fullmatch(r"([RXFo])(?: (\S+))?( \(when \w+\))?", tekst.strip())
    teken, sleutels, als = gevonden.groups()
    namen = re.sub(r"\b([abp])\.", lambda m: f"{BLADEN[m[1]]}.", sleutels or "")
    return Cel(teken, frozenset(filter(None, namen.split(","))), bool(als), een_van)


def _hoofdstuk(referentie, versie_):
    tekst = (referentie / "facts/gegevensset/profiles.md").read_text("utf-8")
    deel = tekst.split("## Required and forbidden blocks")[1].split("\n## ")[0]
    (hoofdstuk,) = re.findall(
        rf"### {re.escape(str(versie_))}(?:\.\d)?\n(.*?)(?=\n### |\Z)", deel, re.DOTALL
    )
    return hoofdstuk


def _tabel(referentie, versie_):
    """Return the measured cells by path and kind of transfer."""
    regels_ = [r for r in _hoofdstuk(referentie, versie_).splitlines() if r.startswith("|")]
    kop, _, *rijen = ([c.strip() for c in r.strip("|").split("|")] for r in regels_)
    cellen = {}
    for element, *waarden in rijen:
        namen = element.strip("`").split(" or ")
        for naam in namen:
            pad = f"~/{naam}" if not naam.startswith(("/", "~")) else naam
            for soort, waarde in zip(kop[1:], waarden, strict=True):
                cellen[pad.replace("~", LEERLING), soort] = _cel(waarde, een_van=len(namen) > 1)
    return cellen


def _vinken(versie_, regelset):
    return {(vink.pad, vink.profiel): vink for vink in vinkenlijst(versie_, regelset)}


def _gemeten(vink):
    """Return a cell as the table would have it, with the rules that make it so."""
    vast = [r for r in vink.redenen if r.bron is not Bron.CATEGORIE]
    if not vast or all(r.als and r.status is Status.VERBODEN for r in vast):
        return Cel("o")
    sleutels = frozenset(r.regel for r in vast if r.regel and r.status is vast[0].status)
    if vast[0].status is Status.VERBODEN:
        return Cel("F", sleutels, bool(vast[0].als))
    een_van = vast[0].status is Status.EEN_VAN
    return Cel("R" if sleutels else "X", sleutels, bool(vast[0].als), een_van)


@ELK
def test_every_cell_is_what_was_measured(referentie, versie_, record_property):
    gemeten = _tabel(referentie, versie_)
    vinken = _vinken(versie_, Regelset.GEPUBLICEERD)

    anders = {
        plaats: (cel, _gemeten(vinken[plaats]))
        for plaats, cel in gemeten.items()
        if attrs.evolve(cel, een_van=cel.een_van and cel.teken == "R") != _gemeten(vinken[plaats])
    }

    record_property(f"cells of the Vinkenlijst {versie_} as measured", len(gemeten) - len(anders))
    assert {} == anders
    assert len(gemeten) >= 38 * len(profielen())


@ELK
def test_what_was_not_found_to_be_required_or_forbidden_is_free(referentie, versie_):
    """The table tells only of the fields of dossier, metadata, inzage, school and leerling.

    What the schema requires inside a block is not in it, except achternaam: the measurement took
    blocks away, not every field. The derived schema has tests of its own.
    """
    in_tabel = {pad for pad, _ in _tabel(referentie, versie_)}
    verwacht = {
        **ONDER_VOORWAARDE,
        **EEN_VAN,
        **{pad: wat for pad, (sinds, wat) in NIET_GEMETEN.items() if versie_.valt_in(sinds, None)},
    }

    gevonden = {}
    for vink in vinkenlijst(versie_, Regelset.GEPUBLICEERD):
        for reden in vink.redenen:
            eigen = reden.bron is Bron.REGEL and not reden.door and not vink.rij.verplicht
            if eigen and vink.pad not in in_tabel:
                gevonden.setdefault(vink.pad.replace(LEERLING, "~"), set()).add(reden.regel)

    assert verwacht == gevonden


@ELK
def test_afspraak_differs_in_what_the_sheet_means_but_never_reaches(referentie, versie_):
    zin = re.search(r"Meant but without effect .*?: (.*?)\.", _hoofdstuk(referentie, versie_))[1]
    verwacht = set().union(*(BEDOELD[wat] for wat in zin.split(", ")))
    if versie_.valt_in("2019.1", None):
        verwacht.add(SPELFOUT)

    gevonden = {regel for verschil in verschillen(versie_) for regel in verschil.regels}

    assert verwacht == gevonden


@ELK
def test_every_difference_comes_from_an_erratum(versie_):
    for verschil in verschillen(versie_):
        assert verschil.regels, verschil.afspraak.pad
        assert all(errata_van(versie_, [regel]) for regel in verschil.regels)


@ELK
def test_cells_that_do_not_differ_are_the_same_in_both_rule_sets(versie_):
    anders = {(v.afspraak.pad, v.afspraak.profiel) for v in verschillen(versie_)}
    gepubliceerd = _vinken(versie_, Regelset.GEPUBLICEERD)

    for plaats, vink in _vinken(versie_, Regelset.AFSPRAAK).items():
        assert (plaats in anders) == (gepubliceerd[plaats] != vink)


@pytest.mark.parametrize(("versie_", "regelset"), ALLE, ids=str)
def test_no_rule_is_lost(versie_, regelset):
    """Every rule that can be broken shows in some cell; code lists stand in a column of their own.

    Of a category only OPT-UIT must: what VERPLICHT and VERBODEN ask, another rule may ask already.
    """
    verwacht = {
        regel.id
        for regel in regels(versie_, regelset)
        if not (regel.nooit or regel.slaapt or regel.soort is SoortMelding.CODELIJST)
        and not re.match(r"OS\.cat_\w+\.VER", regel.id)
    }
    verwacht -= {r for r in verwacht if r.startswith("OS.cat_metadata.")}  # never opted out

    gevonden = {
        sleutel
        for vink in vinkenlijst(versie_, regelset)
        for sleutel in (*(r.regel for r in vink.redenen if r.regel), *vink.waarderegels)
    }

    assert set() == verwacht - gevonden


@ELK
def test_one_of_several_names_the_same_several_at_each(versie_):
    for vink in vinkenlijst(versie_):
        for reden in vink.redenen:
            if reden.status is Status.EEN_VAN:
                assert vink.pad in reden.een_van
                assert len(reden.een_van) > 1


@ELK
def test_what_is_part_of_something_forbidden_is_forbidden(versie_):
    vinken = _vinken(versie_, Regelset.AFSPRAAK)
    for (pad, soort), vink in vinken.items():
        buiten = vinken.get((pad.rpartition("/")[0], soort))
        if buiten is not None and buiten.status is Status.VERBODEN and not buiten.voorwaardelijk:
            assert [Status.VERBODEN, False] == [vink.status, vink.voorwaardelijk], pad


def _rijen(tekst):
    return [[c.strip() for c in r.strip("|").split("|")] for r in tekst.splitlines() if "|" in r]


@ELK
def test_codes_of_the_categories_are_those_of_the_official_examples(referentie, versie_):
    feiten = (referentie / "facts/gegevensset/profiles.md").read_text("utf-8")
    deel = feiten.split("### Codes in the official examples")[1]
    tabel = re.search(rf"^{re.escape(str(versie_))}:\n\n(.*?)\n\n", deel, re.DOTALL | re.MULTILINE)[
        1
    ]
    kop, _, *rijen = _rijen(tabel)
    vinken = _vinken(versie_, Regelset.AFSPRAAK)
    letters = {"V": "VERPLICHT", "O": "OPTIONEEL", "X": "VERBODEN", "U": "OPT-UIT"}

    for naam, *cellen in rijen:
        for soort, cel in zip(kop[1:], cellen, strict=True):
            codes = [letters[letter] for letter in cel.split("/")]
            veld = vinken[f"/dossier/metadata/categorie_uitlevering/{naam}", soort]
            blokken = [v for v in vinken.values() if f"cat_{v.rij.categorie}" == naam]

            assert dict.fromkeys(codes) == dict.fromkeys(veld.waarden), (naam, soort)
            assert {codes[0]} >= {v.code for v in blokken if v.profiel == soort}
    assert len(rijen) == 16


@ELK
def test_blocks_of_the_categories_are_those_that_the_sheets_look_at(referentie, versie_):
    feiten = (referentie / "facts/gegevensset/profiles.md").read_text("utf-8")
    tabel = feiten.split("| category | blocks |")[1].split("\n\n")[0]
    koppen = [v.rij for v in vinkenlijst(versie_) if v.profiel == "POVO" and v.rij.kop]
    namen = {rij.pad.rpartition("/")[2] for rij in koppen}
    verwacht = {}
    for categorieen, blokken in _rijen(tabel)[1:]:
        for categorie in re.findall(r"cat_(\w+)", categorieen):
            verwacht[categorie] = set(re.findall(r"\w+", blokken)) & namen

    gevonden = {naam: set() for naam in verwacht}
    for rij in koppen:
        gevonden[rij.categorie].add(rij.pad.rpartition("/")[2])

    assert verwacht == gevonden


@ELK
def test_only_blocks_that_are_optional_in_the_category_can_be_opted_out(versie_):
    gevonden = {}
    for vink in vinkenlijst(versie_, Regelset.AFSPRAAK):
        if vink.rij.kop:
            uit = any(r.status is Status.UIT_TE_ZETTEN for r in vink.redenen)
            gevonden.setdefault(vink.code == "OPTIONEEL", set()).add(uit)

    assert {True: {True}, False: {False}} == gevonden


@pytest.mark.parametrize("regelset", Regelset)
def test_a_category_that_is_forbidden_forbids_its_blocks_and_one_that_is_required_asks_one(
    regelset,
):
    per_categorie = {}
    for vink in vinkenlijst(versie("2019.1"), regelset):
        if vink.rij.kop:
            per_categorie.setdefault((vink.rij.categorie, vink.profiel), []).append(vink)

    for vinken in per_categorie.values():
        statussen = {vink.status for vink in vinken if not vink.voorwaardelijk}
        match vinken[0].code:
            case "VERBODEN":
                assert {Status.VERBODEN} == statussen
            case "VERPLICHT":
                assert statussen & {Status.VERPLICHT, Status.EEN_VAN}


def _fouten(root, regelset):
    uitslag = check(etree.tostring(root), regelset=regelset)
    return Counter(m.regel for m in uitslag.meldingen if m.ernst is Ernst.FOUT)


def _zonder(data, pad, ns):
    """Return the document without the elements at a path; None when there are none."""
    root = etree.fromstring(data)
    stappen = "/".join(f"{{{ns}}}{stap}" for stap in pad.split("/")[2:])
    gevonden = root.findall(stappen)
    for el in gevonden:
        el.getparent().remove(el)
    return root if gevonden else None


@pytest.mark.parametrize("regelset", Regelset)
@pytest.mark.parametrize(("naam", "soort"), [("G01", "POVO"), ("G04", "POPO"), ("G08", None)])
def test_check_says_the_same_of_a_dossier_without_an_element(geval, naam, soort, regelset):
    """Take away each element of a standard pupil: check objects exactly where the list says."""
    data = geval(naam)
    soort = soort or check(data).profiel
    versie_ = versie("2019.1")
    al_fout = _fouten(etree.fromstring(data), regelset)
    geteld = Counter()
    for vink in vinkenlijst(versie_, regelset):
        if vink.profiel != soort or "@" in vink.pad:
            continue
        root = _zonder(data, vink.pad, versie_.namespace)
        if root is None or vink.voorwaardelijk or vink.status is Status.EEN_VAN:
            continue
        nieuw = _fouten(root, regelset) - al_fout
        geteld[vink.status] += 1
        if vink.status is Status.VERPLICHT:
            sleutels = {r.regel for r in vink.redenen if r.regel and not r.als}
            assert nieuw, vink.pad
            assert vink.rij.verplicht or sleutels <= set(nieuw), vink.pad
        else:
            assert not nieuw, vink.pad

    assert geteld[Status.VERPLICHT] > 20
    assert geteld[Status.OPTIONEEL] > 10

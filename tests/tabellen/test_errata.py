"""Each erratum has dossiers that show it: exactly its difference, in the versions that have it."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from oso_adapters import VERSIES, Regelset, check, read_dossier, versie
from oso_adapters.binding import parse_document, schema
from oso_adapters.mapping.omzettingen import is_bsn
from oso_adapters.melding import Oordeel
from oso_adapters.rules import ERRATA, regels
from oso_adapters.rules.errata import Werkwijze
from oso_adapters.tabellen.errata import Gevolg, erratumbladen, paren, stand
from oso_adapters.tabellen.erratumproeven import PROEVEN
from oso_adapters.tabellen.erratumtekst import opmerkingen_markdown, rapport_markdown
from oso_adapters.tabellen.opmerkingen import opmerkingen

LEERLING = "/dossier[1]/huidigeschool[1]/leerling[1]"
SCHOOLMAIL = "/dossier[1]/huidigeschool[1]/communicatielijst[1]/communicatie[1]"
TWEEDE = "/dossiers[1]/dossier[2]"
GOED, FOUT = Oordeel.GELDIG, Oordeel.ONGELDIG

# What only the sheets find (after the errata that hide it), and what only the afspraak finds.
VERWACHT = {
    "geheim-adres": ([], [("OVb.OV01", f"{LEERLING}/verzorger[1]", "fout")]),
    "zonder-advies": ([], [("OVa.OA02", f"{LEERLING}/overstapadvies[1]", "fout")]),
    "oude-toets": ([("OVa.TR04", f"{LEERLING}/toetslijst[1]/toets[1]", "fout")], []),
    "niet-deelgenomen": (
        [("OVa.EB03.geendeelname", f"{LEERLING}/eindtoets_basisonderwijs[1]", "fout")],
        [("OVa.EB03.geendeelname", f"{LEERLING}/eindtoets_basisonderwijs[1]", "waarschuwing")],
    ),
    "uitgezet-onderdeel": (
        [],
        [
            (
                "OS.cat_onderwijsondersteuning.OPT-UIT.toelichting_onderwijsbehoefte",
                f"{LEERLING}/onderwijsondersteuning[1]/toelichting_onderwijsbehoeften[1]",
                "fout",
            )
        ],
    ),
    "inzage-van-een-ander": ([], [("OVa.IZ01", TWEEDE, "fout")]),
    "twee-soorten": ([("OVa.SL02", f"{TWEEDE}/huidigeschool[1]", "fout")], []),
    "twee-goede-dossiers": ([], []),
    "uitgezette-categorie": (
        [("OS.cat_verzuim.OPT-UIT.verzuim", "/[1]", "fout")],
        [("OS.cat_verzuim.OPT-UIT.verzuim", f"{LEERLING}/verzuim[1]", "fout")],
    ),
    "onbekend-deeldossier": (
        [("CL33.deeldossier", "/[1]", "fout")],
        [("CL33.deeldossier", "/dossier[1]/metadata[1]/deeldossier[1]", "fout")],
    ),
    "kort-adres": ([("OG.01.at", SCHOOLMAIL, "fout"), ("OG.01.patroon", SCHOOLMAIL, "fout")], []),
    "overlijdensdatum": ([("OG.04.onwaar", f"{LEERLING}/verzorger[1]", "fout")], []),
    "twee-apenstaarten": ([], [("OG.01.patroon", SCHOOLMAIL, "fout")]),
    "te-lange-naam": ([], [("OG.01.patroon", SCHOOLMAIL, "fout")]),
}
NIET_IN = {"2017.1": {"uitgezet-onderdeel", "overlijdensdatum"}, "2018.1": {"uitgezet-onderdeel"}}


@cache
def _bladen(versie_):
    return tuple(erratumbladen(versie_))


def _bewijzen(versie_):
    return [(blad, bewijs) for blad in _bladen(versie_) for bewijs in blad.bewijzen]


@pytest.mark.parametrize("versie_", VERSIES, ids=str)
def test_every_erratum_shows_exactly_its_difference(versie_):
    gevonden = {}
    for _, bewijs in _bewijzen(versie_):
        blad = Counter(paren(bewijs.zonder))
        afspraak = Counter(paren(bewijs.afspraak))
        gevonden[bewijs.proef.naam] = (
            sorted((blad - afspraak).elements()),
            sorted((afspraak - blad).elements()),
        )
    verwacht = {n: w for n, w in VERWACHT.items() if n not in NIET_IN.get(str(versie_), ())}

    assert verwacht == gevonden


@pytest.mark.parametrize("versie_", VERSIES, ids=str)
def test_the_two_rule_sets_find_what_is_told(versie_):
    """Beside the rule sets as they are: nothing but what another erratum hides differs."""
    for _, bewijs in _bewijzen(versie_):
        gepubliceerd = check(bewijs.data, regelset=Regelset.GEPUBLICEERD)
        afspraak = check(bewijs.data)

        assert stand(bewijs.gepubliceerd) == stand(gepubliceerd)
        assert stand(bewijs.afspraak) == stand(afspraak)
        assert (stand(bewijs.zonder) == stand(gepubliceerd)) is (not bewijs.na)
        assert schema(versie_).validate(parse_document(bewijs.data))


def _zonder_plaats(uitslag):
    return uitslag.oordeel, sorted((regel, ernst) for regel, _, ernst in paren(uitslag))


@pytest.mark.parametrize("versie_", VERSIES, ids=str)
def test_the_difference_is_of_that_erratum_alone(versie_):
    """Another erratum left out changes no more than the place, but for one that hides it."""
    for blad, bewijs in _bewijzen(versie_):
        for erratum in ERRATA:
            zonder = check(bewijs.data, zonder=frozenset({erratum.nummer}))
            if erratum.nummer == blad.erratum.nummer:
                assert stand(bewijs.afspraak) != stand(zonder)
            elif erratum not in bewijs.na:
                assert _zonder_plaats(bewijs.afspraak) == _zonder_plaats(zonder)


@pytest.mark.parametrize("versie_", VERSIES, ids=str)
def test_without_all_errata_the_afspraak_is_what_is_published(versie_):
    alle = frozenset(erratum.nummer for erratum in ERRATA)

    assert regels(versie_, Regelset.GEPUBLICEERD) == regels(versie_, Regelset.AFSPRAAK, alle)
    for _, bewijs in _bewijzen(versie_):
        assert stand(bewijs.gepubliceerd) == stand(check(bewijs.data, zonder=alle))


@pytest.mark.parametrize("versie_", VERSIES, ids=str)
def test_a_version_has_an_erratum_that_changes_a_rule_of_it_and_no_other(versie_):
    gepubliceerd = regels(versie_, Regelset.GEPUBLICEERD)
    verwacht = [e.nummer for e in ERRATA if any(map(e.raakt, gepubliceerd))]

    assert verwacht == [blad.erratum.nummer for blad in _bladen(versie_)]


def test_the_spelling_is_an_erratum_of_the_newest_version_only():
    heeft = [str(v) for v in VERSIES if 4 in {blad.erratum.nummer for blad in _bladen(v)}]

    assert ["2019.1"] == heeft


def test_says_what_each_effect_means_for_a_school():
    gevolgen = {b.proef.naam: b.gevolg for _, b in _bewijzen(versie("2019.1"))}

    assert Gevolg.TEN_ONRECHTE_GOED == gevolgen["geheim-adres"]
    assert Gevolg.TEN_ONRECHTE_FOUT == gevolgen["twee-soorten"]
    assert Gevolg.NIET_BEOORDEELD == gevolgen["twee-goede-dossiers"]
    assert Gevolg.MOEILIJK == gevolgen["kort-adres"]


def test_two_errata_hide_behind_the_first():
    verborgen = {
        blad.erratum.nummer: [erratum.nummer for erratum in bewijs.na]
        for blad, bewijs in _bewijzen(versie("2019.1"))
        if bewijs.na
    }

    assert {2: [1], 3: [1]} == verborgen


def test_every_erratum_has_a_dossier_and_no_dossier_is_of_no_erratum():
    assert {erratum.nummer for erratum in ERRATA} == {proef.nummer for proef in PROEVEN}
    assert set(VERWACHT) == {proef.naam for proef in PROEVEN}


def test_the_dossiers_are_small_and_of_nobody():
    for versie_ in VERSIES:
        for _, bewijs in _bewijzen(versie_):
            document = read_dossier(bewijs.data)
            for dossier in getattr(document, "dossier", [document]):
                bsn = dossier.huidigeschool.leerling.bsn

                assert bsn is None or is_bsn(bsn)
            assert len(bewijs.data) < 8000


def test_what_changes_no_rule_touches_those_that_look_at_the_whole_document():
    geraakt = {
        erratum.werkwijze: {
            r.id for r in regels(VERSIES[-1], Regelset.GEPUBLICEERD) if erratum.raakt(r)
        }
        for erratum in ERRATA
    }

    assert {"OVa.LL08.telefoon", "CL33.deeldossier", "OVa.IZ02"} <= geraakt[Werkwijze.APART]
    assert "OVa.IZ02" not in geraakt[Werkwijze.AANWIJZEN]
    assert "CL02.advies" not in geraakt[Werkwijze.APART]


def test_a_report_says_all_that_who_keeps_the_standard_needs():
    blad = _bladen(versie("2019.1"))[1]
    tekst = rapport_markdown(blad)

    assert tekst.startswith("# OSO Gegevensset 2019.1, blad OV: OVa.TR04 geldt ook binnen BRIN\n")
    for stuk in (
        "validatieversie 2019.1.1",
        "OVa.TR04",
        blad.erratum.wat,
        blad.erratum.afspraak,
        blad.erratum.bron,
        blad.erratum.voorstel,
        "`erratum-2-oude-toets.xml`",
        f"| OVa.TR04 | `{LEERLING}/toetslijst[1]/toets[1]` | fout |",
        "pas te zien als erratum 1 (regels onder de leerling worden niet uitgevoerd)",
        "ten onrechte afgekeurd, zodra dat is hersteld",
    ):
        assert stuk in tekst


def test_remarks_follow_from_the_declarations():
    per_versie = {
        str(v): {sleutel for o in opmerkingen(v) for sleutel in o.regels} for v in VERSIES
    }

    assert {"PaO.ZB01", "PaO.ZB02"} <= per_versie["2019.1"]
    assert {"PaO.ZB01", "PaO.ZB02"}.isdisjoint(per_versie["2018.1"])
    assert {"OG.03", "OVa.EB03.ontheffing", "OVa.SL01.schooladres"} <= per_versie["2017.1"]
    assert "OVb.LLxx.geboorteplaats" in per_versie["2019.1"]
    assert {"CL33.deeldossier", "OVa.LL08.telefoon", "PaO.LL08.email"} <= per_versie["2017.1"]
    tekst = opmerkingen_markdown(VERSIES[-1], opmerkingen(VERSIES[-1]))
    assert "- Het nummer OS.cat120 past niet in de reeks." in tekst


def test_every_rule_that_nothing_can_break_is_a_remark():
    for versie_ in VERSIES:
        genoemd = {sleutel for o in opmerkingen(versie_) for sleutel in o.regels}
        nooit = {r.id for r in regels(versie_, Regelset.AFSPRAAK) if r.nooit}

        assert nooit <= genoemd

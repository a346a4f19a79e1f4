"""What the maker of a system must change: its own fields, and what it does not deliver yet."""

from __future__ import annotations

import attrs
import pytest

from oso_adapters import Register, read_dossier, versie, write_dossier
from oso_adapters.gegevensset import Document, Opp, Zorg
from oso_adapters.mapping.wegen import Stand
from oso_adapters.melding import Oordeel
from oso_adapters.vooruitblik import Telling, kijk_vooruit
from oso_adapters.vooruitblik.systeem import (
    aanpassingen,
    maakt_versie,
    overnames,
    plugin_van,
    tekorten,
)

from ..diagnose.proefsysteem import PROEF, ZONDER_EXPORT  # noqa: TID252 - tests are no package

VAN, NAAR = versie("2018.1"), versie("2019.1")
LEERLING = "/dossier/huidigeschool/leerling"
REGISTER = Register({"proef": PROEF, "zonder": ZONDER_EXPORT}, ())
ALLEEN_EERST = attrs.evolve(
    PROEF, exporteur=attrs.evolve(PROEF.exporteur, versies=frozenset({"2018.1"}))
)


@pytest.fixture
def dossier(geval):
    """Return a POVO dossier of the first version that is valid there, made by Proef."""

    def maak(pakketnaam="Proefpakket", **velden):
        dossier = read_dossier(geval("G01"))
        metadata = dossier.metadata
        metadata.pakketnaam = pakketnaam
        metadata.standaardversie, metadata.validatieversie = "2018.1", "2018.1.1"
        codes = metadata.categorie_uitlevering
        codes.cat_zorgenbegeleiding, codes.cat_onderwijsondersteuning = "VERPLICHT", None
        leerling = dossier.huidigeschool.leerling
        leerling.huisarts = leerling.onderwijsondersteuning = None
        leerling.overstapadvies.aandachtspunten = None
        for naam, waarde in velden.items():
            setattr(leerling, naam, waarde)
        return write_dossier(dossier, VAN)

    return maak


def _tel(*dossiers, register=REGISTER):
    telling = Telling()
    for nr, data in enumerate(dossiers):
        telling.tel(str(nr), kijk_vooruit(data, VAN, NAAR, lambda: register))
    return telling


def test_a_rule_that_fails_anew_names_the_fields_of_the_system(dossier):
    goed, mis = dossier(), dossier(vanpeuterspeelzaal=True)
    telling = _tel(goed, goed, mis)
    (systeem,) = telling.systemen.values()
    per_regel = {deel.regel: deel for deel in aanpassingen(systeem, PROEF, NAAR)}
    kern, verboden = per_regel["ST.ontbreekt"], per_regel["OS.cat_vve.VERBODEN.vanpeuterspeelzaal"]

    assert [3, {"POVO": 3}] == [systeem.dossiers, systeem.profielen]
    assert [3, Stand.KERN] == [kern.dossiers, kern.weg.stand]
    assert [1, Stand.NEE, "dat kent Proef niet"] == [
        verboden.dossiers,
        verboden.weg.stand,
        verboden.weg.reden,
    ]
    assert {"ST.ontbreekt": 2, "OS.cat_vve.VERBODEN.vanpeuterspeelzaal": 0} == {
        regel: deel.enige for (regel, _), deel in telling.regels.items()
    }


def test_the_systems_are_told_apart_and_those_that_nobody_knows_stand_together(dossier):
    telling = _tel(dossier(), dossier("Zonder"), dossier("Geen idee"), dossier("Iets anders"))

    assert {"Proef": 1, "Zonder": 1, "": 2} == {
        s.pakket.systeem: s.dossiers for s in telling.systemen.values()
    }
    assert {"Proef": PROEF, "Zonder": None, "": None} == {
        s.pakket.systeem: plugin_van(s, REGISTER) for s in telling.systemen.values()
    }


def test_a_system_that_does_not_make_the_version_yet_lacks_what_that_asks_anew(dossier):
    (systeem,) = _tel(dossier(), register=Register({"proef": ALLEEN_EERST}, ())).systemen.values()
    swv = attrs.evolve(systeem, profielen={"POSWV": 1})
    tekort = {deel.pad: deel for deel in tekorten(swv, ALLEEN_EERST, VAN, NAAR)}
    nieuw = tekort[f"{LEERLING}/onderwijsondersteuning"]

    assert [True, False] == [maakt_versie(PROEF, NAAR), maakt_versie(ALLEEN_EERST, NAAR)]
    assert ["Onderwijsondersteuning", "verplicht (categorie)", ("POSWV",)] == [
        nieuw.label,
        nieuw.gevraagd,
        nieuw.profielen,
    ]
    assert "de koppeling noemt dit veld niet" == nieuw.uitleg
    assert [] == [pad for pad in tekort if "categorie_uitlevering" in pad]


def test_what_has_another_place_that_the_system_does_not_fill_is_told(dossier):
    opp = Opp(document=[Document(bestandsnaam="plan.zip")])
    (systeem,) = _tel(dossier(zorg=Zorg(naamib="x", opp=[opp, opp])), dossier()).systemen.values()

    (overname,) = overnames(systeem, PROEF, VAN, NAAR)

    assert [f"{LEERLING}/zorg/opp", f"{LEERLING}/onderwijsondersteuning/opp", 1] == [
        overname.pad,
        overname.straks,
        overname.dossiers,
    ]
    assert "dat kent Proef niet" == overname.uitleg


def test_what_was_asked_and_not_delivered_already_is_no_news(dossier):
    (systeem,) = _tel(dossier()).systemen.values()

    assert () == tekorten(systeem, PROEF, VAN, VAN)


def test_a_system_that_breaks_costs_only_the_names_of_its_fields(dossier):
    def stuk():
        raise RuntimeError

    blik = kijk_vooruit(dossier(), VAN, NAAR, stuk)

    assert [Oordeel.GELDIG, Oordeel.ONGELDIG] == [blik.nu, blik.straks]
    assert ["ST.ontbreekt"] == [melding.regel for melding in blik.nieuw]
    assert "is niet uit te zoeken (RuntimeError)" in blik.pakket.uitleg


def test_what_is_lost_names_the_fields_that_filled_it(dossier):
    blik = kijk_vooruit(dossier(), VAN, NAAR, lambda: REGISTER)

    assert ["/dossier/metadata/categorie_uitlevering/cat_zorgenbegeleiding"] == [
        melding.pad for melding in blik.verlies
    ]
    assert {"ST.versie"} == {melding.regel for melding in blik.verlies}


def test_more_findings_than_are_listed_give_no_forecast(dossier):
    begin, midden, eind = dossier().partition(b"<achternaam>")
    data = begin + b"<vreemd/>" * 1001 + midden + eind

    assert kijk_vooruit(data, VAN, NAAR, lambda: REGISTER).reden.startswith(
        "Er zijn nog meer meldingen"
    )

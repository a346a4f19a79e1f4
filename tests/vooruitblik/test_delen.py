"""A document with several dossiers is told of as those dossiers by themselves."""

from __future__ import annotations

import pytest
from lxml import etree

from oso_adapters import check, load_plugins, versie
from oso_adapters.gegevensset.profielen import profielen
from oso_adapters.melding import Oordeel
from oso_adapters.tabellen import reeks
from oso_adapters.vooruitblik import Telling, kijk_vooruit

VAN, NAAR = versie("2018.1"), versie("2019.1")


@pytest.fixture(scope="module")
def register():
    return load_plugins()


@pytest.fixture(scope="module")
def los():
    """Return dossiers of every kind, one without an element that is required."""
    alle = [opdracht.data() for opdracht in reeks(VAN, list(profielen()), 12)]
    kapot = etree.fromstring(alle[4])
    (inzage,) = kapot.iterchildren("{*}overdrachtsoort")
    kapot.remove(inzage)
    return [*alle[:4], etree.tostring(kapot), *alle[5:]]


def _samen(dossiers, vreemd=b""):
    delen = [etree.tostring(etree.fromstring(data)) for data in dossiers]
    return b'<dossiers xmlns="%s">%s</dossiers>' % (
        VAN.namespace.encode(),
        b"".join((vreemd, *delen)),
    )


def _tel(register, *documenten):
    telling = Telling()
    for nr, data in enumerate(documenten):
        telling.tel(str(nr), kijk_vooruit(data, VAN, NAAR, lambda: register))
    return telling


def test_several_dossiers_in_a_document_count_as_when_each_stands_alone(register, los):
    samen, apart = _tel(register, _samen(los)), _tel(register, *los)

    assert 12 == samen.dossiers
    assert {Oordeel.GELDIG: 11, Oordeel.ONGELDIG: 1} == samen.nu
    for naam in ("nu", "straks", "faalt_nieuw", "geraakt", "kwijt", "fout"):
        assert getattr(apart, naam) == getattr(samen, naam)
    for naam in ("regels", "vervalt"):
        assert {s: (t.dossiers, t.keer, t.enige) for s, t in getattr(apart, naam).items()} == {
            s: (t.dossiers, t.keer, t.enige) for s, t in getattr(samen, naam).items()
        }
    assert {p: (v.dossiers, v.binnen) for p, v in apart.verlies.items()} == {
        p: (v.dossiers, v.binnen) for p, v in samen.verlies.items()
    }
    assert {n: s.profielen for n, s in apart.systemen.items()} == {
        n: s.profielen for n, s in samen.systemen.items()
    }


def test_the_forecast_of_the_whole_is_that_of_the_document(register, los):
    blik = kijk_vooruit(_samen(los), VAN, NAAR, lambda: register)

    assert [Oordeel.ONGELDIG, Oordeel.ONGELDIG] == [blik.nu, blik.straks]
    assert len(blik.nieuw) == sum(len(deel.nieuw) for deel in blik.delen)
    assert len(blik.verlies) == sum(len(deel.verlies) for deel in blik.delen)


def test_what_lies_in_no_dossier_counts_for_the_first(register, los):
    data = _samen(los[:3], b"<onbekend/>")
    assert {"/dossiers[1]/onbekend[1]"} == {m.locatie for m in check(data).meldingen}

    telling = _tel(register, data)
    assert {Oordeel.ONGELDIG: 1, Oordeel.GELDIG: 2} == telling.nu


def test_one_dossier_in_a_list_is_that_document(register, los):
    blik = kijk_vooruit(_samen(los[:1]), VAN, NAAR, lambda: register)

    assert () == blik.delen
    assert 1 == _tel(register, _samen(los[:1])).dossiers

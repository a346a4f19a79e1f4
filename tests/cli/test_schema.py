"""``oso schema`` prints a schema that other tools can use."""

from __future__ import annotations

import pytest
from lxml import etree

from oso_adapters import VERSIES
from oso_adapters.binding import schema_tekst

ONBEKENDE_CODE = (b"<akkoord>Ja<", b"<akkoord>ja<")


def _schema(uitkomst):
    return etree.XMLSchema(etree.fromstring(uitkomst.uit.encode()))


@pytest.mark.parametrize("streng", [False, True])
@pytest.mark.parametrize("versie", VERSIES, ids=str)
def test_prints_the_schema_that_the_check_uses(oso, versie, streng):
    uitkomst = oso("schema", str(versie), *(["--streng"] if streng else []))

    assert schema_tekst(versie, streng=streng) == uitkomst.uit
    assert [0, ""] == [uitkomst.code, uitkomst.fout]


@pytest.mark.parametrize("vlaggen", [[], ["--streng"]], ids=["plain", "strict"])
def test_the_schema_accepts_a_valid_dossier_and_refuses_a_broken_one(oso, dossier, vlaggen):
    schema = _schema(oso("schema", "2019.1", *vlaggen))
    kapot = dossier.replace(b"<brincode>00YY<", b"<brincode>00yy<")

    assert schema.validate(etree.fromstring(dossier))
    assert not schema.validate(etree.fromstring(kapot))


@pytest.mark.parametrize(("vlaggen", "goed"), [([], True), (["--streng"], False)])
def test_only_the_strict_schema_knows_the_code_lists(oso, dossier, vlaggen, goed):
    schema = _schema(oso("schema", "2019.1", *vlaggen))

    assert goed == schema.validate(etree.fromstring(dossier.replace(*ONBEKENDE_CODE)))


@pytest.mark.parametrize("woorden", [(), ("1999.1",), ("2019.1", "2018.1"), ("2019.1", "--los")])
def test_refuses_what_it_does_not_know(oso, woorden):
    uitkomst = oso("schema", *woorden)

    assert [2, ""] == [uitkomst.code, uitkomst.uit]
    assert "Usage:" in uitkomst.fout

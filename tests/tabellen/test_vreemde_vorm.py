"""The same dossier in another form of XML has the same verdict and the same findings."""

from __future__ import annotations

import base64
import io
import re
import zipfile
from collections import Counter
from itertools import islice

import pytest
from vormen import VORMEN

from oso_adapters import VERSIES, Regelset, check
from oso_adapters.gegevensset.profielen import profielen
from oso_adapters.tabellen.bouwen import GEWOON
from oso_adapters.tabellen.generator import reeks
from oso_adapters.tabellen.mutanten import breekbaar, mutanten

GEBROKEN = 12
MIB = 1024 * 1024


def _paren(data, regelset, blad):
    uitslag = check(data, regelset=regelset, blad=blad)
    return uitslag.oordeel, Counter((m.regel, m.locatie) for m in uitslag.meldingen)


@pytest.fixture(scope="module", params=VERSIES, ids=str)
def dossiers(request):
    """Return dossiers with their sheet: valid ones of each kind, and some with a rule broken."""
    gemaakt = [o.data() for o in reeks(request.param, list(profielen()), 6, zaad=3, omvang=GEWOON)]
    gebroken = (
        mutant
        for regel in breekbaar(request.param)[::7]
        for data in gemaakt
        for mutant in islice(mutanten(data, regel), 1)
    )
    return [(data, None) for data in gemaakt] + [
        (mutant.data, mutant.blad) for mutant in islice(gebroken, GEBROKEN)
    ]


@pytest.mark.parametrize("vorm", VORMEN)
@pytest.mark.parametrize("regelset", list(Regelset))
def test_another_form_has_the_same_findings(dossiers, vorm, regelset):
    assert len(dossiers) == 6 + GEBROKEN
    for data, blad in dossiers:
        anders = VORMEN[vorm](data)

        assert _paren(data, regelset, blad) == _paren(anders, regelset, blad)


def _bijlage(mebibytes):
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_STORED) as zip_:
        zip_.writestr("groot.txt", b"x" * mebibytes * MIB)
    return base64.b64encode(uit.getvalue())


@pytest.mark.parametrize("regelset", list(Regelset))
@pytest.mark.parametrize("stuk", [False, True])
def test_an_attachment_of_20_mb_changes_nothing_of_the_verdict(dossiers, regelset, stuk):
    groot = _bijlage(20)
    inhoud = re.compile(rb"(<bestandsinhoud>)[^<]*")
    data = next(d for d, _ in dossiers if inhoud.search(d))
    if stuk:
        data = data.replace(b"<overdrachtsoort>", b"<overdrachtsoort>x")
    met = inhoud.sub(lambda m: m[1] + groot, data, count=1)

    assert len(met) > 20 * MIB
    assert _paren(data, regelset, None) == _paren(met, regelset, None)
    assert stuk is (check(met, regelset=regelset).oordeel != "geldig")


@pytest.mark.parametrize(
    "splits",
    [
        rb"<\1>\2<!-- a -->\3</",
        rb"<\1>\2<?a b?>\3</",
        rb"<\1> \2\3</",
        rb"<\1>\2\3 </",
        rb"<\1>\n\2\3</",
    ],
)
@pytest.mark.parametrize("regelset", list(Regelset))
def test_a_code_that_is_split_or_has_blanks_around_it_is_no_code(dossiers, splits, regelset):
    data = next(d for d, _ in dossiers if b"<soortadres>" in d)
    anders = re.sub(rb"<(soortadres)>(\w)(\w+)</", splits.replace(rb"\n", b"\n"), data, count=1)
    regels_ = [melding.regel for melding in check(anders, regelset=regelset).meldingen]

    assert ["CL19.soortadres"] == regels_

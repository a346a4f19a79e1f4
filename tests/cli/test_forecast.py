"""A forecast is exactly what ``oso check`` finds once the dossiers are written in that version."""

from __future__ import annotations

import json
import multiprocessing
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

from oso_adapters import versie
from oso_adapters.gegevensset.profielen import profielen
from oso_adapters.tabellen import reeks, regelmutanten
from oso_adapters.tabellen.varianten import varianten

from .herschrijven import BESTAAT_NIET, rewrite_model, rewrite_text

OVERGANGEN = list(BESTAAT_NIET)
AANTAL = {("2018.1", "2019.1"): 60}
WEINIG = 18
PER_DOSSIER = 4
VEEL = 1000


@cache
def _geldige(van, aantal):
    """Return generated dossiers by name."""
    opdrachten = reeks(versie(van), list(profielen()), aantal)
    return {f"{nr:04}": opdracht.data() for nr, opdracht in enumerate(opdrachten)}


def _mutanten(van, aantal):
    """Return dossiers in which one rule is broken, and some in which anything is."""
    bronnen = list(_geldige(van, aantal).values())[::6]
    regel = chain.from_iterable(regelmutanten(d, PER_DOSSIER, nr) for nr, d in enumerate(bronnen))
    los = chain.from_iterable(varianten(d, 3 * PER_DOSSIER, nr) for nr, d in enumerate(bronnen))
    return (
        {f"regel-{nr:04}": data for nr, (_, data) in enumerate(regel)},
        {f"los-{nr:04}": data for nr, (_, data) in enumerate(los)},
    )


class Vergelijking:
    """Runs both commands on the same dossiers."""

    def __init__(self, oso, map_, van, naar):
        self._oso = oso
        self._map = map_
        self._paar = van, naar

    def _schrijf(self, naam, dossiers):
        map_ = self._map / naam
        map_.mkdir()
        for bestand, data in dossiers.items():
            (map_ / f"{bestand}.xml").write_bytes(data)
        return map_

    def forecast(self, dossiers):
        van, naar = self._paar
        map_ = self._schrijf("nu", dossiers)
        uitkomst = self._oso("versions", "forecast", "--van", van, "--naar", naar, "--json", map_)
        bestanden = json.loads(uitkomst.uit)["bestanden"]
        return {Path(b["bestand"]).stem: b for b in bestanden}

    def check(self, naam, dossiers):
        uit = self._oso("check", "--json", self._schrijf(naam, dossiers)).uit
        alle = [json.loads(regel) for regel in uit.splitlines()]
        return {Path(u["bestand"]).stem: (u["oordeel"], _paren(u["meldingen"])) for u in alle}

    def verschillen(self, dossiers, herschreven):
        """Return the names of dossiers of which the forecast is not what a check finds."""
        voorspeld = self.forecast(dossiers)
        nu, straks = self.check("eerst", dossiers), self.check("straks", herschreven)
        anders = []
        for naam, blik in voorspeld.items():
            if "reden" in blik:
                anders += [naam] if nu[naam][0] in ("geldig", "ongeldig") else []
                continue
            nieuw, vervalt = _paren(blik["nieuw"]), _paren(blik["vervalt"])
            oordelen = (blik["oordeel_nu"], blik["oordeel_straks"])
            klopt = (
                (nu[naam][0], straks[naam][0]) == oordelen
                and straks[naam][1] - nu[naam][1] == nieuw
                and nu[naam][1] - straks[naam][1] == vervalt
                and (straks[naam][1] & nu[naam][1]).total() == blik["blijft"]
            )
            anders += [] if klopt else [naam]
        return anders, voorspeld


def _paren(meldingen):
    return Counter((m["regel"], m["locatie"]) for m in meldingen)


@pytest.fixture
def vergelijking(oso, tmp_path, request):
    return Vergelijking(oso, tmp_path, *request.param)


@pytest.mark.parametrize("vergelijking", OVERGANGEN, indirect=True, ids="-".join)
def test_what_is_read_and_written_anew_gives_what_was_forecast(vergelijking):
    paar = vergelijking._paar
    van = paar[0]
    aantal = AANTAL.get(paar, WEINIG)
    dossiers = {**_geldige(van, aantal), **_mutanten(van, aantal)[0]}
    geschreven = {naam: rewrite_model(data, *paar) for naam, data in dossiers.items()}

    anders, voorspeld = vergelijking.verschillen(
        dossiers, {naam: data for naam, (data, _) in geschreven.items()}
    )

    assert [] == anders
    assert {
        naam: Counter((m.regel, m.locatie) for m in geweigerd)
        for naam, (_, geweigerd) in geschreven.items()
    } == {naam: _paren(blik["verlies"]) for naam, blik in voorspeld.items()}
    assert any(blik["nieuw"] for blik in voorspeld.values()) is (paar != ("2017.1", "2018.1"))


@pytest.mark.parametrize("vergelijking", OVERGANGEN, indirect=True, ids="-".join)
def test_a_text_with_other_versions_gives_what_was_forecast(vergelijking):
    """Also where structure is broken, which a model would not keep."""
    van, naar = paar = vergelijking._paar
    los = _mutanten(van, AANTAL.get(paar, WEINIG))[1]

    anders, voorspeld = vergelijking.verschillen(
        los, {naam: rewrite_text(data, van, naar) for naam, data in los.items()}
    )

    assert [] == anders
    assert any(blik.get("blijft") for blik in voorspeld.values())


def _gemaakt(opdracht):
    return opdracht.data()


@pytest.mark.parametrize("vergelijking", [("2018.1", "2019.1")], indirect=True, ids="-".join)
def test_a_thousand_dossiers_give_what_was_forecast(vergelijking):
    van, naar = vergelijking._paar
    opdrachten = list(reeks(versie(van), list(profielen()), VEEL, zaad=VEEL))
    start = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(mp_context=start) as pool:
        gemaakt = list(pool.map(_gemaakt, opdrachten, chunksize=50))
    dossiers = {f"{nr:04}": data for nr, data in enumerate(gemaakt)}

    anders, voorspeld = vergelijking.verschillen(
        dossiers, {naam: rewrite_text(data, van, naar) for naam, data in dossiers.items()}
    )

    assert VEEL == len(voorspeld)
    assert [] == anders


@pytest.mark.parametrize("vergelijking", OVERGANGEN, indirect=True, ids="-".join)
def test_the_published_examples_give_what_was_forecast(vergelijking, referentie):
    paar = vergelijking._paar
    bestanden = sorted((referentie / "official" / paar[0]).glob("*.xml"))
    dossiers = {bestand.stem: bestand.read_bytes() for bestand in bestanden}

    anders, voorspeld = vergelijking.verschillen(
        dossiers, {naam: rewrite_text(data, *paar) for naam, data in dossiers.items()}
    )

    assert 12 == len(voorspeld)
    assert [] == anders

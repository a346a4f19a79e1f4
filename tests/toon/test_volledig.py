"""Nothing of a dossier is missing on its page, and every value stands beside its label."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from importlib.resources import files
from itertools import count
from pathlib import Path

import pytest
from lezen import boom, paren, tekst
from lxml import etree

from oso_adapters.binding import write_dossier
from oso_adapters.gegevensset import CategorieUitlevering, Document, Dossier, Terugkoppeling
from oso_adapters.gegevensset._boom import globale_blokken
from oso_adapters.gegevensset._veld import Vorm, velden_in
from oso_adapters.gegevensset.codelijsten import codelijst
from oso_adapters.gegevensset.profielen import profielen
from oso_adapters.tabellen.bouwen import VOL
from oso_adapters.tabellen.generator import genereer
from oso_adapters.toon import maak_pagina, maak_regels, maak_weergave
from oso_adapters.versies import VERSIES, versie_van_namespace

CATEGORIEEN = 48
"""The list of which the page has words of its own, with the code behind them."""
MAANDEN = "januari februari maart april mei juni juli augustus september oktober november december"


def _zeg_datum(dag):
    return f"{dag.day} {MAANDEN.split()[dag.month - 1]} {dag.year}"


class _Vuller:
    """Makes a block with every field filled: lists twice, each text only once."""

    def __init__(self, versie):
        self.versie = versie
        self.teller = count(1)
        self.verwacht = []

    def waarde(self, veld, label):
        nr = next(self.teller)
        soort = veld.soort.basis
        if veld.codelijst is not None:
            code, uitleg = list(codelijst(veld.codelijst).in_versie(self.versie).items())[-1]
            self.verwacht.append((label, uitleg or code))
            return code
        if soort == "date":
            dag = date(1990, 1, 1) + timedelta(days=nr)
            self.verwacht.append((label, _zeg_datum(dag)))
            return dag
        if soort == "boolean":
            self.verwacht.append((label, "ja" if nr % 2 else "nee"))
            return bool(nr % 2)
        if soort == "decimal":
            self.verwacht.append((label, f"{nr},5"))
            return Decimal(f"{nr}.5")
        getal = soort in ("integer", "int") and veld.soort.lees
        self.verwacht.append((label, str(nr) if getal else f"tekst{nr}x"))
        return nr if getal else f"tekst{nr}x"

    def blok(self, cls, label=None):
        tekstblok = any(v.vorm is Vorm.TEKST for v in velden_in(cls, self.versie))
        gevuld = {}
        for veld in velden_in(cls, self.versie):
            keer = 2 if veld.meervoud else 1
            eigen = label if tekstblok else veld.label
            if veld.blok is None:
                alle = [self.waarde(veld, eigen) for _ in range(keer)]
            else:
                alle = [self.blok(veld.blok, veld.label) for _ in range(keer)]
            gevuld[veld.attr] = alle if veld.meervoud else alle[0]
        return cls(**gevuld)


def _zonder_label(cls, versie):
    """Labels of what the page shows in a place of its own: attachments and categories."""
    return {veld.label for veld in velden_in(cls, versie)}


@pytest.mark.parametrize("wortel", [Dossier, Terugkoppeling])
@pytest.mark.parametrize("versie", VERSIES, ids=str)
def test_every_field_of_every_version_shows_its_label_and_its_value(versie, wortel):
    vuller = _Vuller(versie)
    data = write_dossier(vuller.blok(wortel), versie)
    apart = _zonder_label(Document, versie) | _zonder_label(CategorieUitlevering, versie)

    pagina = maak_pagina(maak_weergave(data))
    gevonden = {}
    for label, waarde in paren(pagina):
        gevonden.setdefault(label, []).append(f" {waarde} ".replace(",", ", "))
    hele_tekst = tekst(boom(pagina))

    ontbreekt = [
        (label, waarde)
        for label, waarde in vuller.verwacht
        if label not in apart and not _staat_bij(label, waarde, gevonden)
    ]
    assert [] == ontbreekt
    in_bijlagen = {"Bestandsnaam", "Omschrijving"}
    assert [] == [w for label, w in vuller.verwacht if label in in_bijlagen and w not in hele_tekst]
    assert len(vuller.verwacht) > 20


def _staat_bij(label, waarde, gevonden):
    """Say whether a value stands at its label; that of a part may say which part it is of."""
    patroon = re.compile(rf"(?<!\w){re.escape(waarde.replace(',', ', '))}(?!\w)")
    return any(
        patroon.search(tekst)
        for kop, teksten in gevonden.items()
        if kop == label or kop.startswith(f"{label} ")
        for tekst in teksten
    )


def _verwacht(el, veld, tekst_, versie):
    """Return what must be readable of a text, worked out beside the program."""
    kaal = " ".join(tekst_.split())
    if veld is None or veld.groot:
        return None
    if veld.codelijst is not None:
        uitleg = codelijst(veld.codelijst).in_versie(versie).get(tekst_)
        return kaal if veld.codelijst == CATEGORIEEN else uitleg or kaal
    basis = veld.soort.basis
    if basis == "date":
        return _zeg_datum(date.fromisoformat(kaal))
    if basis == "boolean":
        return "ja" if kaal in ("true", "1") else "nee"
    if basis == "decimal":
        return kaal.lstrip("+").replace(".", ",")
    if veld.soort.naam == "geboortemaand":
        return f"{MAANDEN.split()[int(kaal[5:]) - 1]} {kaal[:4]}"
    return kaal.lstrip("+") if basis in ("integer", "int") and veld.soort.lees else kaal


def _bladeren(el, cls, versie):
    """Yield every text of a document with its field, by walking the elements."""
    bekend = velden_in(cls, versie)
    eigen = next((v for v in bekend if v.vorm is Vorm.TEKST), None)
    if eigen is not None:
        yield eigen, el.text or ""
        yield from ((v, el.get(v.naam)) for v in bekend if el.get(v.naam) is not None)
        return
    op_naam = {veld.naam: veld for veld in bekend}
    for kind in el.iterchildren("{*}*"):
        veld = op_naam[etree.QName(kind).localname]
        if veld.vorm is Vorm.REEKS:
            yield from _bladeren(kind, veld.blok, versie)
            continue
        for deel in kind if veld.vorm is Vorm.LIJST else [kind]:
            if veld.blok is None:
                yield veld, deel.text or ""
            else:
                yield from _bladeren(deel, veld.blok, versie)


def _mist(data):
    """Return what of a dossier can't be read on its page, or in its lines."""
    root = etree.fromstring(data)
    versie = versie_van_namespace(etree.QName(root).namespace)
    cls = globale_blokken(versie)[etree.QName(root).localname]
    weergave = maak_weergave(data)
    op_pagina = tekst(boom(maak_pagina(weergave)))
    regels = " ".join(f"{r.label} {r.tekst}" for r in maak_regels(weergave))
    in_regels = " ".join(regels.split())
    alle = [_verwacht(root, veld, tekst_, versie) for veld, tekst_ in _bladeren(root, cls, versie)]
    assert len(alle) > 50
    nodig = {waarde for waarde in alle if waarde}
    return [w for w in nodig if w not in op_pagina or w not in in_regels]


@pytest.mark.parametrize("zaad", range(3))
@pytest.mark.parametrize("versie", VERSIES, ids=str)
def test_nothing_of_a_generated_dossier_is_missing(versie, zaad):
    for profiel in profielen():
        data = write_dossier(genereer(versie, profiel, zaad, VOL), versie)

        assert [] == _mist(data)


def test_nothing_of_the_standard_pupils_is_missing():
    gevallen = Path(str(files("oso_conformance") / "gevallen"))
    alle = sorted(gevallen.glob("G*.xml"))

    assert len(alle) >= 35
    for bestand in alle:
        assert [] == _mist(bestand.read_bytes()), bestand.name


def test_nothing_of_the_published_examples_is_missing(referentie):
    alle = sorted((referentie / "official").glob("*/*.xml"))

    assert 36 == len(alle)
    for bestand in alle:
        assert [] == _mist(bestand.read_bytes()), bestand.name

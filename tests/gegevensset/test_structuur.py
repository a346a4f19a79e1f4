"""The tree of blocks is that of the published schema, path by path."""

from __future__ import annotations

import json

import pytest

from oso_adapters import VERSIES
from oso_adapters.gegevensset import Terugkoppeling
from oso_adapters.gegevensset._boom import globale_blokken, plekken
from oso_adapters.gegevensset._veld import Vorm, blokgegevens, velden_in

ONBEPERKT = "*"
AANTAL_PADEN = {"2017.1": 619, "2018.1": 621, "2019.1": 541}
_CIJFER = r"\d"
_UNICODE_CIJFER = r"\p{Nd}"
"""The same set of characters in an XML schema, where both spellings are allowed."""

ANDER_LABEL = "/school/soort"
"""Every School has one label for this field, the one of the current school."""


@pytest.fixture(scope="module", params=VERSIES, ids=str)
def versie(request):
    return request.param


@pytest.fixture(scope="module")
def structuur(referentie, versie):
    bestand = referentie / f"facts/gegevensset/structure_{versie}.json"
    return json.loads(bestand.read_text("utf-8"))


def _simpel(veld, versie):
    """Return base and facets of the simple value of a field, as the published schema has them."""
    soort = veld.soort
    if soort is None:
        assert veld.blok is not None
        tekst = [v for v in velden_in(veld.blok, versie) if v.vorm is Vorm.TEKST]
        return _simpel(tekst[0], versie) if tekst else {}
    facetten = {
        "minLength": soort.min_lengte,
        "maxLength": soort.max_lengte,
        "minInclusive": None if soort.minimum is None else str(soort.minimum),
        "maxInclusive": None if soort.maximum is None else str(soort.maximum),
        "pattern": None if soort.patroon is None else [soort.patroon],
    }
    gezet = {naam: waarde for naam, waarde in facetten.items() if waarde is not None}
    return {"base": f"xs:{soort.basis}"} | ({"facets": gezet} if gezet else {})


def _rij(label, minimum, maximum, simpel=None):
    return {"label": label, "min": minimum, "max": maximum} | (simpel or {})


def _rijen_van(plek, versie):
    """Yield path and facts of the elements of one field: two for a list."""
    veld = plek.veld
    maximum = ONBEPERKT if veld.onbeperkt else 1
    minimum = int(veld.verplicht)
    simpel = _simpel(veld, versie)
    if veld.vorm is Vorm.LIJST:
        yield plek.kop, _rij(veld.label, minimum, maximum)
        yield plek.pad, _rij(blokgegevens(veld.blok).label, int(not veld.leeg), ONBEPERKT, simpel)
    elif veld.vorm is Vorm.REEKS:
        yield plek.pad, _rij(veld.label, minimum, maximum)
    else:
        yield plek.pad, _rij(veld.label, minimum, maximum, simpel)


def _uit_model(versie, *wortel):
    return dict(
        rij
        for plek in plekken(versie, *wortel)
        if plek.veld.vorm not in (Vorm.TEKST, Vorm.ATTRIBUUT)
        for rij in _rijen_van(plek, versie)
    )


def _uit_schema(pad):
    """Return the facts of a path; in a choice, the choice as a whole says what must be there."""
    feiten = {k: pad[k] for k in ("label", "min", "max", "base", "facets") if k in pad}
    if "choice" in pad.get("in", ""):
        feiten["min"] = int(pad["in"] == "choice[1..1]")
    if pad["path"].endswith(ANDER_LABEL):
        feiten["label"] = "Soort school"
    patronen = feiten.get("facets", {}).get("pattern")
    if patronen:
        gelijk = [patroon.replace(_UNICODE_CIJFER, _CIJFER) for patroon in patronen]
        feiten["facets"] = feiten["facets"] | {"pattern": gelijk}
    return feiten


def test_every_path_of_the_schema_is_in_the_model_and_no_path_more(structuur, versie):
    verwacht = {pad["path"] for pad in structuur["paths"]}

    assert AANTAL_PADEN[str(versie)] == len(verwacht)
    assert {"/dossier", *_uit_model(versie)} == verwacht


def test_every_path_has_the_label_occurrence_base_and_facets_of_the_schema(structuur, versie):
    model = _uit_model(versie)
    verwacht = {
        pad["path"]: _uit_schema(pad) for pad in structuur["paths"] if pad["path"] != "/dossier"
    }

    assert verwacht == model


def test_every_choice_of_the_schema_is_a_choice_in_the_model(structuur, versie):
    verwacht = {
        pad["path"]: pad["in"] for pad in structuur["paths"] if "choice" in pad.get("in", "")
    }
    model = {
        plek.kop: f"choice[{int(plek.veld.verplicht)}..1]"
        for plek in plekken(versie)
        if plek.veld.keuze
    }

    assert verwacht == model


def test_the_paths_of_the_model_stand_in_the_order_of_the_schema(structuur, versie):
    assert [pad["path"] for pad in structuur["paths"]] == [
        "/dossier",
        *_uit_model(versie),
    ]


def test_attributes_are_those_of_the_schema(structuur, versie):
    verwacht = sorted(
        f"{pad['path']}/@{naam}" for pad in structuur["paths"] for naam in pad.get("attrs", ())
    )
    model = sorted(p.pad for p in plekken(versie) if p.veld.vorm is Vorm.ATTRIBUUT)

    assert verwacht
    assert verwacht == model


def test_global_elements_are_those_of_the_schema(structuur, versie):
    assert set(structuur["elements"]) == set(globale_blokken(versie))


class _Schema:
    """Reads the elements of the published schema below one that no dossier holds."""

    def __init__(self, structuur):
        self.elementen = structuur["elements"]
        self.typen = structuur["complexTypes"]
        self.simpel = structuur["simpleTypes"]
        self.labels = structuur["labels"]

    def label(self, ouder, naam):
        return self.labels.get(f"{ouder}/{naam}") or self.labels[naam]

    def inhoud(self, complex_):
        if "extends" in complex_:
            yield from self.inhoud(self.typen[complex_["extends"]])
        yield from complex_.get("content", {}).get("seq", ())

    def complex_van(self, deel):
        return deel.get("complex") or self.typen.get(deel.get("type"))

    def feiten(self, deel):
        soort = deel.get("simple") or self.simpel.get(deel.get("type"))
        if soort is None:
            return {"base": deel["type"]}
        facetten = {k: w for k, w in soort.items() if k not in ("base", "final")}
        return {"base": soort["base"]} | ({"facets": facetten} if facetten else {})

    def paden(self, naam, pad):
        for deel in self.inhoud(self.complex_van(self.elementen[naam])):
            yield from self.deel(deel, naam, pad)

    def deel(self, deel, ouder, pad):
        doel = self.elementen[deel["ref"]] if "ref" in deel else deel
        naam = doel["name"]
        hier = f"{pad}/{naam}"
        feiten = {
            "label": self.label(ouder, naam),
            "min": deel.get("min", 1),
            "max": deel.get("max", 1),
        }
        complex_ = self.complex_van(doel)
        if complex_ is None:
            yield hier, feiten | self.feiten(doel)
        elif "text" in complex_:
            yield hier, feiten | self.feiten({"type": complex_["text"]})
        else:
            yield hier, feiten
            for kind in self.inhoud(complex_):
                yield from self.deel(kind, naam, hier)


def test_terugkoppeling_is_that_of_the_schema(structuur, versie):
    verwacht = dict(_Schema(structuur).paden("terugkoppeling", "/terugkoppeling"))
    verwacht["/terugkoppeling/voschool/school/soort"]["label"] = "Soort school"
    model = _uit_model(versie, Terugkoppeling, "/terugkoppeling")

    assert "/terugkoppeling/leerlingmatching/tussenvoegsel" in verwacht
    assert verwacht == model

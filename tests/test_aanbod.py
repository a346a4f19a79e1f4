"""What a system can do, and why not what it can't."""

from __future__ import annotations

from pathlib import Path

import pytest

from oso_adapters import (
    Exporteur,
    Importeur,
    Leverancier,
    Plugin,
    SwvUitwisseling,
    mogelijkheden,
)
from oso_adapters.gegevensset import Dossier
from oso_adapters.mapping import afbeelding, kern, ontbreekt

DOSSIER = afbeelding(
    Dossier,
    dict,
    metadata=kern("de kern"),
    overdrachtsoort=kern("de kern"),
    inzage=ontbreekt("niet gekoppeld"),
    huidigeschool=ontbreekt("niet gekoppeld"),
)


def _leverancier(**anders):
    basis = {"naam": "Proef", "maker": "Maker", "pakketnaam": "p", "pakketversie": "1"}
    return Leverancier(**basis | anders)


def _exporteur(*profielen):
    return Exporteur(
        profielen=set(profielen), versies={"2019.1"}, dossier=DOSSIER, read=lambda _pad: []
    )


def _importeur(*profielen):
    def write(_pad: Path, _records: object) -> None: ...

    return Importeur(
        profielen=set(profielen),
        versies={"2019.1"},
        dossier=DOSSIER,
        read=lambda _pad: [],
        write=write,
    )


def _plugin(leverancier, **kan):
    return Plugin(naam="proef", distributie="", leverancier=leverancier, **kan)


def _per_naam(plugin):
    return {kan.naam: kan for kan in mogelijkheden(plugin)}


def _stand(delen):
    return {deel.naam: deel.reden if not deel.ondersteund else True for deel in delen}


def test_tells_of_each_kind_of_transfer_and_version_whether_it_is_done_or_why_not():
    wie = _leverancier(sectoren={"po"}, niet={"BB": "er is maar één school", "2018.1": "te oud"})
    export = _per_naam(_plugin(wie, exporteur=_exporteur("POVO")))["export"]

    assert export.ondersteund
    assert {
        "POPO": "",
        "POVO": True,
        "VOVO": "het systeem is voor scholen in het po",
        "BB": "er is maar één school",
    } == _stand(export.profielen)
    assert {"2017.1": "", "2018.1": "te oud", "2019.1": True} == _stand(export.versies)


def test_receiving_is_for_the_school_at_the_other_end():
    importeur = _importeur("POPO")
    inlezen = _per_naam(_plugin(_leverancier(sectoren={"po"}), importeur=importeur))["import"]

    assert "het systeem is voor scholen in het po" == _stand(inlezen.profielen)["POVO"]
    assert _stand(inlezen.profielen)["POPO"] is True


def test_what_is_not_there_has_the_reason_of_the_plugin_in_every_part():
    export = _per_naam(_plugin(_leverancier(niet={"export": "neemt alleen aan"})))["export"]

    assert not export.ondersteund
    assert {"neemt alleen aan"} == {deel.reden for deel in (*export.profielen, *export.versies)}


def test_an_exchange_goes_one_way_or_both():
    swv = SwvUitwisseling(uit=_exporteur("POSWV"))
    kan = _per_naam(_plugin(_leverancier(), swv=swv))

    assert kan["swv uit"].ondersteund
    assert "de plugin doet alleen de andere richting" == kan["swv in"].reden
    assert ["POSWV", "VOSWV"] == [deel.naam for deel in kan["swv in"].profielen]


@pytest.mark.parametrize(
    ("niet", "tekst"),
    [
        ({"export": " "}, "'export' needs a reason"),
        ({"uitleveren": "kan niet"}, "'uitleveren' is none of export, import, swv, POPO"),
    ],
)
def test_a_reason_is_about_something_that_exists(niet, tekst):
    with pytest.raises(ValueError, match=tekst):
        _leverancier(niet=niet)


@pytest.mark.parametrize("sectoren", [set(), {"mbo"}, {"po", "so"}])
def test_a_sector_is_po_or_vo(sectoren):
    with pytest.raises(ValueError, match="one or both of"):
        _leverancier(sectoren=sectoren)

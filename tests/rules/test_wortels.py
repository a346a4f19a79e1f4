"""What the published sheets see of a document that is a part of a dossier."""

from __future__ import annotations

import pytest

from oso_adapters import VERSIES, Blad, Regelset, check

FOUTE_EMAIL = "<soort>e-mail</soort><aanduiding>thuis</aanduiding><nummer>geen</nummer>"
CATEGORIE = "cat_school"


def _regels(versie, naam, inhoud):
    data = f'<{naam} xmlns="{versie.namespace}">{inhoud}</{naam}>'.encode()
    uitslag = check(data, regelset=Regelset.GEPUBLICEERD, blad=Blad.OV)
    return {m.regel for m in uitslag.meldingen if not m.regel.startswith("ST.")}


@pytest.mark.parametrize("versie", VERSIES, ids=str)
def test_the_root_itself_is_not_looked_at(versie):
    assert {"CL33.deeldossier"} == _regels(versie, "communicatie", FOUTE_EMAIL)


@pytest.mark.parametrize("versie", VERSIES, ids=str)
def test_what_stands_in_the_root_is_looked_at(versie):
    binnen = f"<communicatie>{FOUTE_EMAIL}</communicatie>"

    gevonden = _regels(versie, "huidigeschool", f"<communicatielijst>{binnen}</communicatielijst>")

    assert {"CL05.aanduiding", "OG.01.at", "OG.01.patroon"} <= gevonden


@pytest.mark.parametrize("versie", VERSIES, ids=str)
def test_a_code_that_is_looked_for_by_its_name_alone_is_seen_in_any_root(versie):
    inhoud = "<geslacht>7</geslacht><leerlinggewicht>7</leerlinggewicht>"

    assert {"CL14.geslacht", "CL15.leerlinggewicht"} <= _regels(versie, "leerling", inhoud)


@pytest.mark.parametrize("versie", VERSIES, ids=str)
def test_of_metadata_as_a_document_only_the_categories_are_looked_at(versie):
    inhoud = (
        "<deeldossier>LAS</deeldossier><standaardversie>1</standaardversie>"
        f"<categorie_uitlevering><{CATEGORIE}>ZZ</{CATEGORIE}></categorie_uitlevering>"
        "<overstap>ZZ</overstap>"
    )

    assert {f"CL48.{CATEGORIE}"} == _regels(versie, "metadata", inhoud)

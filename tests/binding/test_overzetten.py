"""A document becomes one of another version, and nothing else about it changes."""

from __future__ import annotations

import pytest
from lxml import etree

from oso_adapters import VERSIES, versie
from oso_adapters.binding import parse_document
from oso_adapters.binding.overzetten import zet_over
from oso_adapters.gegevensset.profielen import profielen
from oso_adapters.tabellen import reeks

VAN, NAAR = versie("2018.1"), versie("2019.1")
METADATA = "<d:standaardversie>2018.1</d:standaardversie>"


def _document(leerling="", metadata=METADATA):
    return (
        f'<d:dossier xmlns:d="{VAN.namespace}"><d:metadata>{metadata}</d:metadata>'
        f"<d:huidigeschool><d:leerling>{leerling}</d:leerling></d:huidigeschool></d:dossier>"
    ).encode()


def _zet_over(data):
    root = parse_document(data)
    return root, zet_over(root, VAN, NAAR)


def _namen(root):
    return [etree.QName(el).localname for el in root.iter("*")][1:]


def test_every_element_is_in_the_other_namespace_and_names_the_other_versions():
    root, _ = _zet_over(_document(metadata=f"{METADATA}<d:validatieversie>x</d:validatieversie>"))

    assert {NAAR.namespace} == {etree.QName(el).namespace for el in root.iter("*")}
    assert ["2019.1", "2019.1.1"] == [el.text for el in root[0]]


def test_versions_that_are_not_there_are_not_put_in():
    root, _ = _zet_over(_document(metadata=""))

    assert "standaardversie" not in _namen(root)


def test_a_version_that_a_comment_splits_becomes_one_text():
    root, _ = _zet_over(
        _document(metadata="<d:standaardversie>20<!-- x -->18.1<?y z?></d:standaardversie>")
    )

    assert b"<d:standaardversie>2019.1</d:standaardversie>" in etree.tostring(root).replace(
        b"ns0:", b"d:"
    )


def test_what_the_other_version_lacks_is_taken_out_and_told_once_with_all_that_was_in_it():
    zorg = (
        "<d:zorg><d:tlv><d:tlvcategorie>1</d:tlvcategorie></d:tlv><d:naamib>x</d:naamib></d:zorg>"
    )
    root, verlies = _zet_over(_document(f"<d:achternaam>x</d:achternaam>{zorg}"))
    pad = "/dossier/huidigeschool/leerling/zorg"

    assert ["metadata", "standaardversie", "huidigeschool", "leerling", "achternaam"] == _namen(
        root
    )
    assert [
        (
            "ST.versie",
            "/dossier[1]/huidigeschool[1]/leerling[1]/zorg[1]",
            (pad, f"{pad}/tlv", f"{pad}/tlv/tlvcategorie", f"{pad}/naamib"),
        )
    ] == [(m.regel, m.locatie, m.paden) for m in verlies]


def test_an_element_that_no_version_knows_stays_and_so_does_one_in_a_wrong_place():
    root, verlies = _zet_over(_document("<d:vreemd/><d:verzorger><d:zorg/></d:verzorger>"))

    assert ["vreemd", "verzorger", "zorg"] == _namen(root)[-3:]
    assert () == verlies


def test_elements_of_another_namespace_are_left_alone():
    root, verlies = _zet_over(_document('<zorg xmlns="http://example.nl/x"/>'))

    assert "http://example.nl/x" == etree.QName(root[1][0][0]).namespace
    assert () == verlies


def test_loose_text_behind_what_is_taken_out_stays():
    root, _ = _zet_over(_document("<d:bsn/>een<d:zorg/>twee<d:sefunctioneren/>drie"))

    assert "eentweedrie" == root[1][0][0].tail


def test_a_document_with_more_dossiers_is_turned_over_whole():
    een = _document("<d:zorg/>")
    data = b'<d:dossiers xmlns:d="%s">%s%s</d:dossiers>' % (VAN.namespace.encode(), een, een)
    _, verlies = _zet_over(data)

    assert [
        f"/dossiers[1]/dossier[{nr}]/huidigeschool[1]/leerling[1]/zorg[1]" for nr in (1, 2)
    ] == [melding.locatie for melding in verlies]


@pytest.mark.parametrize("van", VERSIES, ids=str)
def test_to_the_same_version_changes_nothing(van):
    for opdracht in reeks(van, list(profielen()), 2):
        root = parse_document(opdracht.data())
        eerst = etree.tostring(root)

        assert () == zet_over(root, van, van)
        assert eerst == etree.tostring(root)

"""The parser is hard and the verdict right, here and now."""

from __future__ import annotations

from lxml import etree

from oso_adapters.doctor import Stand
from oso_adapters.doctor.kern import check_parser, check_verdict
from oso_adapters.errors import LeesFout


def test_the_parser_of_the_core_is_hard():
    (controle,) = check_parser()

    assert Stand.GOED == controle.stand
    assert "libxml2" in controle.tekst


def test_a_soft_parser_is_wrong_and_says_what_it_takes():
    (controle,) = check_parser(etree.fromstring)

    assert Stand.FOUT == controle.stand
    assert "een DTD, een entiteit" in controle.tekst
    assert "geheim" not in controle.tekst
    assert "Installeer oso-adapters en lxml opnieuw" in controle.herstel


def test_a_parser_that_falls_over_is_not_one_that_refuses():
    def struikel(data):
        raise RuntimeError

    (controle,) = check_parser(struikel)

    assert Stand.FOUT == controle.stand


def test_only_what_is_taken_is_named():
    def half(data):
        if b"SYSTEM" not in data:
            raise LeesFout("geen DTD", herstel="Haal hem weg.")

    (controle,) = check_parser(half)

    assert "de XML-lezer weigert dit niet: een entiteit buiten het document" == controle.tekst


def test_invented_dossiers_get_the_right_verdict():
    (controle,) = check_verdict()

    assert Stand.GOED == controle.stand
    assert "2017.1, 2018.1, 2019.1" in controle.tekst

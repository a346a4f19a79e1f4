from __future__ import annotations

import pytest
from oso_conformance.boom import (
    Verschil,
    bladeren,
    haal_weg,
    parse_document,
    snoei,
    snoei_plaatsen,
    verschillen,
    vervang,
    vervang_elk,
    waarden_op,
)

_XML = b'<a xmlns="urn:x"><b>1</b><b c="y">2</b><d><e>3</e><f>4</f></d></a>'


def _verschillen(links: bytes, rechts: bytes) -> list[Verschil]:
    return list(verschillen(parse_document(links), parse_document(rechts)))


def test_gives_every_value_with_its_place() -> None:
    assert [
        ("/a/b", "/a[1]/b[1]", "1"),
        ("/a/b/@c", "/a[1]/b[2]/@c", "y"),
        ("/a/b", "/a[1]/b[2]", "2"),
        ("/a/d/e", "/a[1]/d[1]/e[1]", "3"),
        ("/a/d/f", "/a[1]/d[1]/f[1]", "4"),
    ] == [(blad.pad, blad.locatie, blad.waarde) for blad in bladeren(parse_document(_XML))]


def test_finds_values_by_how_the_path_ends() -> None:
    assert ["3"] == waarden_op(_XML, "d/e")
    assert ["1", "2"] == waarden_op(_XML, "b")


def test_same_documents_do_not_differ() -> None:
    assert [] == _verschillen(_XML, _XML.replace(b"<d>", b"\n  <d>\n"))


@pytest.mark.parametrize(
    ("oud", "nieuw", "verwacht"),
    [
        (b"<e>3</e>", b"<e>5</e>", Verschil("/a/d/e", "/a[1]/d[1]/e[1]", "anders")),
        (b"<e>3</e>", b"", Verschil("/a/d/e", "/a[1]/d[1]/e[1]", "mist")),
        (b"<e>3</e>", b"<e>3</e><e>3</e>", Verschil("/a/d/e", "/a[1]/d[1]/e[2]", "te veel")),
        (b' c="y"', b' c="z"', Verschil("/a/b/@c", "/a[1]/b[2]/@c", "anders")),
        (b' c="y"', b"", Verschil("/a/b/@c", "/a[1]/b[2]/@c", "mist")),
    ],
)
def test_tells_where_documents_differ(oud: bytes, nieuw: bytes, verwacht: Verschil) -> None:
    assert [verwacht] == _verschillen(_XML, _XML.replace(oud, nieuw))


def test_prunes_what_is_never_filled() -> None:
    root = parse_document(_XML)
    snoei(root, {"/a/d/e"}.__contains__, {"/a/b", "/a/d/f"}.__contains__)

    assert [] == list(verschillen(parse_document(_XML.replace(b"<e>3</e>", b"")), root))


def test_prunes_a_block_that_only_holds_fixed_values_then() -> None:
    root = parse_document(_XML)
    snoei(root, {"/a/d/e"}.__contains__, {"/a/b"}.__contains__)

    assert [] == list(
        verschillen(parse_document(_XML.replace(b"<d><e>3</e><f>4</f></d>", b"")), root)
    )


def test_puts_another_text_at_every_element_of_a_path() -> None:
    anders = vervang(_XML, {"/a/b": "9", "/a/d/e": "8", "/a/x": "7"})

    assert [["9", "9"], ["8"], ["4"], ["y"]] == [
        waarden_op(anders, pad) for pad in ("/a/b", "/a/d/e", "/a/d/f", "/a/b/@c")
    ]


def test_takes_elements_away_with_what_stands_around_nothing_else() -> None:
    assert [] == _verschillen(
        b'<a xmlns="urn:x"><d><f>4</f></d></a>', haal_weg(_XML, {"/a/b", "/a/d/e"})
    )
    assert [] == _verschillen(
        b'<a xmlns="urn:x"><b>1</b><b c="y">2</b></a>', haal_weg(_XML, {"/a/d/e", "/a/d/f"})
    )


def test_puts_another_text_in_every_element_that_holds_one() -> None:
    anders = vervang_elk(_XML, lambda blad: blad.waarde + blad.pad[-1])

    assert ["1b", "2b"] == waarden_op(anders, "/a/b")
    assert ["3e", "4f"] == [*waarden_op(anders, "d/e"), *waarden_op(anders, "d/f")]


def test_prunes_places_one_by_one_and_what_is_left_empty() -> None:
    root = parse_document(_XML)
    snoei_plaatsen(root, {"/a[1]/b[2]", "/a[1]/b[2]/@c", "/a[1]/d[1]/e[1]"}.__contains__)

    assert [] == list(
        verschillen(parse_document(b'<a xmlns="urn:x"><b>1</b><d><f>4</f></d></a>'), root)
    )


def test_keeps_an_element_of_which_only_the_text_goes() -> None:
    root = parse_document(_XML)
    snoei_plaatsen(root, {"/a[1]/b[2]"}.__contains__)

    assert [("/a[1]/b[2]/@c", "y")] == [
        (blad.locatie, blad.waarde)
        for blad in bladeren(root)
        if "b[2]" in blad.locatie and blad.waarde
    ]

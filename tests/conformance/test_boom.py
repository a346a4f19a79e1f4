from __future__ import annotations

import pytest
from oso_conformance.boom import Verschil, bladeren, parse_document, snoei, verschillen, waarden_op

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

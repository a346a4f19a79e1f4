"""Attachments are packed and unpacked, of an allowed kind and not too large."""

from __future__ import annotations

import base64
import io
import zipfile
from functools import partial

import pytest

from oso_adapters.mapping import (
    BESTANDSSOORTEN,
    Onbruikbaar,
    als_base64,
    bestand,
    bijlage,
    pak_uit,
)


def _uitgepakt(tekst):
    with zipfile.ZipFile(io.BytesIO(base64.b64decode(tekst, validate=True))) as archief:
        return {naam: archief.read(naam) for naam in archief.namelist()}


@pytest.mark.parametrize(
    ("naam", "in_zip"),
    [
        ("rapport.pdf", "rapport.pdf"),
        ("RAPPORT.PDF", "RAPPORT.PDF"),
        ("een.twee.docx", "een.twee.docx"),
        ("verslag één.txt", "verslag één.txt"),
        ("../../rapport.pdf", "rapport.pdf"),
        ("/etc/rapport.pdf", "rapport.pdf"),
        ("C:\\Leerlingen\\rapport.pdf", "rapport.pdf"),
        ("map\\..\\rapport.pdf", "rapport.pdf"),
    ],
)
@pytest.mark.parametrize("inhoud", [b"", b"inhoud", bytes(range(256)) * 100])
def test_attachment_is_a_zip_with_that_one_file_and_no_path(naam, in_zip, inhoud):
    assert {in_zip: inhoud} == _uitgepakt(bijlage(naam, inhoud))


def test_the_same_file_gives_the_same_attachment():
    maak = partial(bijlage, "rapport.pdf", b"inhoud" * 1000)

    assert maak() == maak()
    assert maak() != bijlage("rapport.pdf", b"inhouD" * 1000)
    assert maak() != bijlage("verslag.pdf", b"inhoud" * 1000)


def test_an_attachment_names_no_moment_and_no_machine():
    tekst = bijlage("rapport.pdf", b"inhoud")
    with zipfile.ZipFile(io.BytesIO(base64.b64decode(tekst))) as archief:
        (lid,) = archief.infolist()

    assert (1980, 1, 1, 0, 0, 0) == lid.date_time
    assert lid.create_system == 3


@pytest.mark.parametrize("soort", sorted(BESTANDSSOORTEN))
def test_every_allowed_kind_of_file_can_be_attached(soort):
    assert {f"bestand.{soort}": b"x"} == _uitgepakt(bijlage(f"bestand.{soort}", b"x"))


@pytest.mark.parametrize(
    "naam",
    [
        *("virus.exe", "virus.pdf.exe", "pdf", ".pdf", "rapport.pdf.", "rapport.", "", ".", "map/"),
        *("rapport.pdf ", "rapport.zip", "rapport.htm", "rapport.pdf/x", "virus"),
        *("virus.exe\0.pdf", "virus.exe\\x"),
    ],
)
def test_a_forbidden_kind_of_file_is_refused(naam):
    with pytest.raises(Onbruikbaar, match=r"toegestane soort: doc, docx, .*, xlsx"):
        bijlage(naam, b"x")


def _gepakt(naam, inhoud):
    """Pack a file as another system might."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archief:
        archief.writestr(naam, inhoud)
    return base64.b64encode(buffer.getvalue()).decode()


BESTAND = bestand("naam", "inhoud")
IN_BASE64 = bestand("naam", "inhoud", als_base64)


@pytest.mark.parametrize("inhoud", [b"", b"\x00\xff" * 100, "Coëvorden".encode()])
def test_a_file_comes_back_as_it_was_and_its_name_stands_apart(inhoud):
    assert ("naam", "inhoud") == BESTAND.paden
    assert ("brief.txt", inhoud) == pak_uit(BESTAND.via("brief.txt", inhoud))
    assert (None, inhoud) == BESTAND.terug(BESTAND.via("brief.txt", inhoud))


@pytest.mark.parametrize(
    ("tekst", "inhoud"), [("aGFsbG8=", b"hallo"), ("\n aGFs\nbG8= ", b"hallo"), ("", b"")]
)
def test_a_file_may_be_kept_as_base64(tekst, inhoud):
    gepakt = IN_BASE64.via("brief.txt", tekst)

    assert ("brief.txt", inhoud) == pak_uit(gepakt)
    assert (None, "".join(tekst.split())) == IN_BASE64.terug(gepakt)


@pytest.mark.parametrize("tekst", ["geen base64!", "A", "====", "QQ=Q", "aGFsbG8", "é"])
def test_what_is_no_base64_is_refused(tekst):
    with pytest.raises(Onbruikbaar, match="Base64"):
        IN_BASE64.via("brief.txt", tekst)


@pytest.mark.parametrize(("naam", "inhoud"), [(None, b"x"), ("", b"x"), ("brief.txt", None)])
def test_without_name_or_content_there_is_no_file(naam, inhoud):
    assert None is BESTAND.via(naam, inhoud)


@pytest.mark.parametrize("naam", ["spel.exe", "brief", "pdf", "brief.txt.sh"])
def test_a_file_of_another_kind_goes_neither_way(naam):
    with pytest.raises(Onbruikbaar):
        BESTAND.via(naam, b"x")
    with pytest.raises(Onbruikbaar):
        BESTAND.terug(_gepakt(naam, b"x"))


def test_a_file_that_is_too_large_goes_neither_way(monkeypatch):
    gepakt = BESTAND.via("brief.txt", b"hallo")
    monkeypatch.setattr("oso_adapters.mapping.bijlagen.MAX_BIJLAGE", 4)

    with pytest.raises(Onbruikbaar, match="ten hoogste"):
        BESTAND.via("brief.txt", b"hallo")
    with pytest.raises(Onbruikbaar, match="ten hoogste"):
        BESTAND.terug(gepakt)

"""What is in an attachment is told, and nothing in it can do harm."""

from __future__ import annotations

import base64
import io
import tracemalloc
import zipfile

import pytest

from oso_adapters.mapping.bijlagen import BESTANDSSOORTEN, bijlage
from oso_adapters.toon.bestandssoorten import SOORTEN, past_bij
from oso_adapters.toon.bijlagen import Voorraad, bekijk

PDF = b"%PDF-1.4 inhoud"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20
OUD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 20
ZIP = b"PK\x03\x04" + b"\0" * 40


def _b64(data):
    return base64.b64encode(data).decode()


def _zip(*leden, wijze=zipfile.ZIP_DEFLATED):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", wijze) as archief:
        for naam, data in leden:
            archief.writestr(naam, data)
    return buffer.getvalue()


def _vergrendeld():
    """A ZIP of which the file says that it has a password, in both places that say so."""
    data = bytearray(_zip(("plan.pdf", PDF)))
    for teken, plek in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(teken) + plek] |= 1
    return bytes(data)


def _kapot():
    """A ZIP of which the content was changed after packing."""
    data = bytearray(_zip(("brief.txt", b"een brief van een kantje"), wijze=zipfile.ZIP_STORED))
    data[data.index(b"kantje")] ^= 1
    return bytes(data)


@pytest.mark.parametrize(
    ("naam", "inhoud"),
    [
        ("plan.pdf", PDF),
        ("Plan.PDF", PDF),
        ("foto.png", PNG),
        ("foto.JPG", b"\xff\xd8\xff\xe0 en verder"),
        ("brief.doc", OUD_OFFICE),
        ("brief.docx", ZIP),
        ("cijfers.xls", OUD_OFFICE),
        ("cijfers.ods", ZIP),
        ("brief.txt", "één regel\r\n".encode()),
        ("brief.txt", "één regel".encode("cp1252")),
        ("brief.txt", "één regel".encode("utf-16")),
    ],
)
def test_a_good_attachment_is_listed_without_complaint(naam, inhoud):
    gezien = bekijk(naam, bijlage(naam, inhoud), Voorraad())

    assert () == gezien.bezwaren
    assert [(naam, len(inhoud))] == [(lid.naam, lid.grootte) for lid in gezien.leden]


@pytest.mark.parametrize(
    ("naam", "tekst", "woorden"),
    [
        ("plan.pdf", "dit is geen base64!", "geen Base64"),
        ("plan.pdf", "", "niet ingepakt in een ZIP: de inhoud is een leeg bestand"),
        ("plan.pdf", _b64(PDF), "niet ingepakt in een ZIP: de inhoud is een PDF-document"),
        ("plan.pdf", _b64(_zip(("plan.pdf", PDF))[:-30]), "beschadigd of niet compleet"),
        ("brief.txt", _b64(_kapot()), "beschadigd of niet compleet"),
        ("plan.pdf", _b64(_zip()), "zit geen bestand"),
        ("plan.pdf", _b64(_zip(("plan.pdf", PDF), ("b.pdf", PDF))), "zitten 2 bestanden"),
        ("plan.pdf", _b64(_zip(("ander.pdf", PDF))), "heet anders"),
        ("plan.pdf", _b64(_zip(("plan.pdf", PNG))), "past niet bij de naam"),
        ("plan.pdf", _b64(_zip(("plan.pdf", b"MZ\x90\0"))), "een programma voor Windows"),
        ("brief.txt", _b64(_zip(("brief.txt", b"MZ\x90\0"))), "een programma voor Windows"),
        ("plan.pdf", _b64(_zip(("plan.exe", b"MZ\x90\0"))), "een soort die niet in een dossier"),
        ("plan.pdf", _b64(_zip(("plan.pdf", b""))), "is leeg"),
        ("plan.pdf", _b64(_vergrendeld()), "wachtwoord"),
        ("plan.exe", _b64(_zip(("plan.exe", b"MZ"))), "hoort niet in een dossier"),
        ("plan", _b64(_zip(("plan", b"x"))), "hoort niet in een dossier"),
        ("plan.zip", _b64(_zip(("plan.zip", ZIP))), "hoort niet in een dossier"),
        ("", _b64(_zip(("plan.pdf", PDF))), "geen naam"),
        ("../plan.pdf", _b64(_zip(("plan.pdf", PDF))), "bevat een map"),
        ("fdp.\u202eexe.pdf", _b64(_zip(("plan.pdf", PDF))), "onzichtbare tekens"),
        ("plan.pdf", _b64(_zip(("/etc/plan.pdf", PDF))), "naam in de ZIP bevat een map"),
        ("plan.pdf", _b64(_zip(("..\\..\\plan.pdf", PDF))), "naam in de ZIP bevat een map"),
        ("plan.pdf", _b64(_zip(("C:plan.pdf", PDF))), "naam in de ZIP bevat een map"),
        ("a.txt", _b64(_zip(("a.txt", b"x" * 99), wijze=zipfile.ZIP_LZMA)), "ongewone manier"),
        ("a.txt", _b64(_zip(*[(f"{n}.txt", b"x") for n in range(101)])), "meer dan 100"),
    ],
)
def test_what_is_the_matter_with_an_attachment_is_told(naam, tekst, woorden):
    bezwaren = " ".join(bekijk(naam, tekst, Voorraad()).bezwaren)

    assert woorden in bezwaren


def test_blanks_in_base64_are_no_fault():
    tekst = "\n".join(_b64(_zip(("plan.pdf", PDF)))[n : n + 20] for n in range(0, 300, 20))

    assert () == bekijk("plan.pdf", tekst, Voorraad()).bezwaren


def test_a_zip_that_grows_without_end_is_left_packed():
    bom = _b64(_zip(("bom.txt", b"0" * (64 * 1024 * 1024))))
    tracemalloc.start()
    gezien = bekijk("bom.txt", bom, Voorraad())
    _, piek = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert ("Uitgepakt is dit bestand groter dan 48 MiB. Pak het niet uit.",) == gezien.bezwaren
    assert piek < 8 * 1024 * 1024


def test_all_attachments_together_have_a_limit():
    voorraad = Voorraad(bytes=150_000)
    tekst = _b64(_zip(("lang.txt", b"0" * 100_000)))
    eerste, tweede = (bekijk("lang.txt", tekst, voorraad) for _ in range(2))

    assert () == eerste.bezwaren
    assert ["De bijlagen zijn samen te groot om te bekijken. Dit bestand is niet bekeken."] == list(
        tweede.bezwaren
    )


def test_every_kind_of_file_that_may_be_attached_is_known():
    assert set(SOORTEN) == BESTANDSSOORTEN


@pytest.mark.parametrize("naam", sorted(BESTANDSSOORTEN))
def test_a_program_is_no_kind_of_file_that_may_be_attached(naam):
    assert not past_bij(f"x.{naam}", b"MZ\x90\0\3\0\0\0")

"""What a file is: by its name, and by how its content begins."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PureWindowsPath

import attrs

__all__ = ["BEGIN", "SOORTEN", "Bestandssoort", "extensie", "past_bij", "soort_bij_inhoud"]

BEGIN = 512
"""Bytes that are enough to know what a file is."""
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BYTE_VOLGORDE = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


@attrs.frozen
class Bestandssoort:
    """A kind of file.

    Attributes:
        naam: for people, in Dutch.
        begin: how the content can begin; empty for plain text.
    """

    naam: str
    begin: tuple[bytes, ...] = ()


_JPEG = Bestandssoort("JPEG-afbeelding", (b"\xff\xd8\xff",))
SOORTEN: Mapping[str, Bestandssoort] = {
    "doc": Bestandssoort("Word-document", (_OLE, _ZIP, b"{\\rtf")),
    "docx": Bestandssoort("Word-document", (_ZIP,)),
    "jpeg": _JPEG,
    "jpg": _JPEG,
    "odf": Bestandssoort("OpenDocument-formule", (_ZIP,)),
    "ods": Bestandssoort("OpenDocument-rekenblad", (_ZIP,)),
    "odt": Bestandssoort("OpenDocument-tekst", (_ZIP,)),
    "pdf": Bestandssoort("PDF-document", (b"%PDF-",)),
    "png": Bestandssoort("PNG-afbeelding", (b"\x89PNG\r\n\x1a\n",)),
    "ppt": Bestandssoort("PowerPoint-presentatie", (_OLE, _ZIP)),
    "pptx": Bestandssoort("PowerPoint-presentatie", (_ZIP,)),
    "txt": Bestandssoort("tekst"),
    "xls": Bestandssoort("Excel-werkblad", (_OLE, _ZIP)),
    "xlsx": Bestandssoort("Excel-werkblad", (_ZIP,)),
}
"""The kinds of files that may be attached, by extension."""
_INHOUD = (
    (b"%PDF-", "een PDF-document"),
    (b"\x89PNG\r\n\x1a\n", "een PNG-afbeelding"),
    (b"\xff\xd8\xff", "een JPEG-afbeelding"),
    (b"GIF8", "een GIF-afbeelding"),
    (_OLE, "een ouder Office-document"),
    (_ZIP, "een ZIP, of een Office- of OpenDocument-bestand"),
    (b"PK\x05\x06", "een lege ZIP"),
    (b"MZ", "een programma voor Windows"),
    (b"\x7fELF", "een programma voor Linux"),
    (b"#!", "een script"),
    (b"Rar!", "een RAR-archief"),
    (b"7z\xbc\xaf\x27\x1c", "een 7-Zip-archief"),
    (b"\x1f\x8b", "een gzip-archief"),
    (b"{\\rtf", "een RTF-document"),
)
_GEEN_TEKST = bytes(set(range(32)) - set(b"\t\n\r\f\x1a\x1b"))


def extensie(naam: str) -> str:
    """Return the extension of a file name, without dot and in small letters."""
    return PureWindowsPath(naam).suffix.lower().removeprefix(".")


def _is_tekst(begin: bytes) -> bool:
    return begin.startswith(_BYTE_VOLGORDE) or begin.translate(None, _GEEN_TEKST) == begin


def soort_bij_inhoud(begin: bytes) -> str:
    """Return what a file is by its first bytes, in Dutch."""
    if not begin:
        return "een leeg bestand"
    for teken, naam in _INHOUD:
        if begin.startswith(teken):
            return naam
    return "tekst" if _is_tekst(begin) else "een onbekend soort bestand"


def past_bij(naam: str, begin: bytes) -> bool:
    """Say whether the first bytes of a file are those of the kind that its name says it is."""
    soort = SOORTEN.get(extensie(naam))
    if soort is None:
        return True
    if not soort.begin:
        return soort_bij_inhoud(begin) in ("tekst", "een leeg bestand", "een script")
    return begin.startswith(soort.begin)

"""What kinds of files are in a ZIP, from its list of contents alone: nothing is unpacked."""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Iterator

__all__ = ["is_office", "is_zip", "noem_inhoud"]

_BEGIN = (b"PK\x03\x04", b"PK\x05\x06")
_LIJST, _EINDE = b"PK\x01\x02", b"PK\x05\x06"
_EINDE_LENGTE, _KOP_LENGTE = 22, 46
_GROOTSTE_COMMENTAAR = 65535
_MEESTE = 10_000
"""Entries that are looked at."""
_OFFICE = (b"word/", b"xl/", b"ppt/")
_ODF = b"mimetypeapplication/vnd.oasis.opendocument."
_SOORTEN = {
    b"xml": "XML",
    b"pdf": "PDF",
    b"doc": "Word",
    b"docx": "Word",
    b"xls": "Excel",
    b"xlsx": "Excel",
    b"csv": "CSV",
    b"txt": "tekst",
    b"zip": "ZIP",
    b"jpg": "afbeelding",
    b"jpeg": "afbeelding",
    b"png": "afbeelding",
}
"""What the end of a name tells; a name itself is never shown, since it may be of a leerling."""


def is_zip(data: bytes) -> bool:
    """Say whether a file begins as a ZIP does."""
    return data.startswith(_BEGIN)


def is_office(data: bytes) -> bool:
    """Say whether a ZIP is a document of an office program."""
    if data[30 : 30 + len(_ODF)] == _ODF:
        return True
    return any(naam.startswith(_OFFICE) for naam in _namen(data))


def noem_inhoud(data: bytes) -> str:
    """Say how many files of which kind are in a ZIP; nothing when its list can't be read."""
    soorten = Counter(
        _SOORTEN.get(naam.rpartition(b".")[2].lower(), "ander")
        for naam in _namen(data)
        if not naam.endswith(b"/")
    )
    return ", ".join(f"{aantal} x {soort}" for soort, aantal in sorted(soorten.items()))


def _namen(data: bytes) -> Iterator[bytes]:
    """Yield the names in the list of contents, as far as that is whole."""
    einde = data.rfind(_EINDE, max(0, len(data) - _GROOTSTE_COMMENTAAR - _EINDE_LENGTE))
    if einde < 0 or len(data) < einde + _EINDE_LENGTE:
        return
    (plek,) = struct.unpack_from("<I", data, einde + 16)
    for _ in range(_MEESTE):
        if data[plek : plek + 4] != _LIJST or len(data) < plek + _KOP_LENGTE:
            return
        naam, extra, commentaar = struct.unpack_from("<HHH", data, plek + 28)
        plek += _KOP_LENGTE
        yield data[plek : plek + naam]
        plek += naam + extra + commentaar

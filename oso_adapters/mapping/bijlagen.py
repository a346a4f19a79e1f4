"""Attachments: a file as Base64 of a ZIP with that one file in it, packed and unpacked."""

from __future__ import annotations

import base64
import binascii
import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from functools import partial
from pathlib import PureWindowsPath
from typing import Any

from oso_adapters.mapping.bronnen import Beschadigd, Bron, Onbruikbaar, samen
from oso_adapters.mapping.omkeerbaar import Omkeerbaar, met_terug, omkeerbaar
from oso_adapters.mapping.omzettingen import bestandsnaam

__all__ = [
    "BESTANDSSOORTEN",
    "MAX_BIJLAGE",
    "als_base64",
    "bestand",
    "bijlage",
    "pak_uit",
    "require_size",
]

BESTANDSSOORTEN = frozenset(
    {"doc", "docx", "jpeg", "jpg", "odf", "ods", "odt", "pdf", "png", "ppt", "pptx"}
    | {"txt", "xls", "xlsx"}
)
"""Kinds of files that may be attached (Afspraak OSO Gegevensset, bijlagedocumenten)."""
MAX_BIJLAGE = 20 * 1024 * 1024
"""Bytes of the largest file that a system gives or keeps."""
GROOTSTE_BIJLAGE = 48 * 1024 * 1024
"""Bytes of the largest file that is unpacked."""
_EEN_BESTAND = "een bijlage: Base64 van een ZIP met precies één bestand van ten hoogste 48 MiB"
KAPOTTE_ZIP = (
    *(zipfile.BadZipFile, zlib.error, struct.error),
    *(EOFError, OSError, ValueError, RuntimeError),
)
"""What a ZIP raises that is damaged, locked or packed in a way that Python does not know."""
_VAST_MOMENT = (1980, 1, 1, 0, 0, 0)
_VAST_STELSEL = 3
"""Unix, in a ZIP: the same text on every machine."""


def _als_base64(inhoud: bytes) -> str:
    return base64.b64encode(inhoud).decode("ascii")


def _soort(pad: PureWindowsPath) -> str:
    return pad.suffix.lower().removeprefix(".")


def bijlage(bestandsnaam: str, inhoud: bytes) -> str:
    """Pack a file as an attachment: Base64 of a ZIP with that one file in it.

    The same file gives the same text, so that a dossier made again is the same dossier.
    """
    pad = PureWindowsPath(bestandsnaam)
    if _soort(pad) not in BESTANDSSOORTEN or "\0" in bestandsnaam:
        raise Onbruikbaar(
            f"een bestand van een toegestane soort: {', '.join(sorted(BESTANDSSOORTEN))}"
        )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archief:
        lid = zipfile.ZipInfo(pad.name, _VAST_MOMENT)
        lid.create_system = _VAST_STELSEL
        lid.compress_type = zipfile.ZIP_DEFLATED
        archief.writestr(lid, inhoud)
    return _als_base64(buffer.getvalue())


def pak_uit(tekst: str) -> tuple[str, bytes]:
    """Unpack an attachment: name and content of the one file in it, the way back of `bijlage`.

    Raises:
        Onbruikbaar: no Base64 of a ZIP with one file, or that file is too large or is packed in a
            way that is not what it says.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(base64.b64decode(tekst, validate=False))) as archief:
            leden = [lid for lid in archief.infolist() if not lid.is_dir()]
            if len(leden) != 1 or leden[0].file_size > GROOTSTE_BIJLAGE:
                raise Beschadigd(_EEN_BESTAND)
            with archief.open(leden[0]) as open_bestand:
                inhoud = open_bestand.read(GROOTSTE_BIJLAGE + 1)
    except KAPOTTE_ZIP as fout:
        raise Beschadigd(_EEN_BESTAND) from fout
    if len(inhoud) > GROOTSTE_BIJLAGE:
        raise Beschadigd(_EEN_BESTAND)
    return bestandsnaam(leden[0].filename), inhoud


def require_size(inhoud: bytes) -> bytes:
    """Return the content of a file that is not too large.

    Raises:
        Onbruikbaar: it is.
    """
    if len(inhoud) > MAX_BIJLAGE:
        raise Onbruikbaar(f"een bestand van ten hoogste {MAX_BIJLAGE // 1024**2} MiB")
    return inhoud


def _zelf(inhoud: bytes) -> bytes:
    return inhoud


@met_terug(_als_base64)
def als_base64(tekst: str) -> bytes:
    """Read the content of a file that a system keeps as Base64."""
    try:
        return base64.b64decode("".join(tekst.split()), validate=True)
    except (binascii.Error, ValueError):
        raise Onbruikbaar("een bestand in Base64") from None


_ALS_BYTES = omkeerbaar(_zelf, _zelf)


def bestand(naam: str, inhoud: str, via: Omkeerbaar[Any, bytes] = _ALS_BYTES) -> Bron:
    """Take an attachment from two fields; a received one gives the content, its name stands apart.

    Args:
        naam, inhoud: fields with the name of the file and what is in it.
        via: reads the content, such as `als_base64`.
    """
    return samen(
        naam, inhoud, via=partial(_ingepakt, via), terug=lambda t: (None, via.terug(_uitgepakt(t)))
    )


def _ingepakt(lees: Callable[[Any], bytes], naam: str | None, inhoud: Any) -> str | None:
    if not naam or inhoud is None:
        return None
    return bijlage(naam, require_size(lees(inhoud)))


def _uitgepakt(tekst: str) -> bytes:
    naam, inhoud = pak_uit(tekst)
    if _soort(PureWindowsPath(naam)) not in BESTANDSSOORTEN:
        raise Onbruikbaar("een bestand van een soort die als bijlage mag")
    return require_size(inhoud)

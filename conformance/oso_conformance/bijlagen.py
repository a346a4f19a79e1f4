"""Attached files in a dossier, unpacked: the file counts, not how it is packed."""

from __future__ import annotations

import base64
import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

import attrs
from lxml import etree

from oso_adapters.mapping import BESTANDSSOORTEN
from oso_conformance.boom import Blad, bladeren, parse_document

__all__ = ["Bijlage", "bijlagen", "normaliseer", "pak_uit", "verpakking"]

_INHOUD = "bestandsinhoud"
_KAPOTTE_ZIP = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError),
    *(ValueError, NotImplementedError, RuntimeError),
)


@attrs.frozen
class Bijlage:
    """One attached file: its content as it stands in the dossier, and its name."""

    blad: Blad
    naam: str


def bijlagen(data: bytes) -> Iterator[Bijlage]:
    """Yield every attached file of a dossier."""
    alle = list(bladeren(parse_document(data)))
    namen = {
        blad.locatie.rpartition("/")[0]: blad.waarde
        for blad in alle
        if blad.pad.endswith("/bestandsnaam")
    }
    for blad in alle:
        if blad.pad.endswith(f"/{_INHOUD}"):
            yield Bijlage(blad, namen.get(blad.locatie.rpartition("/")[0], ""))


def pak_uit(inhoud: str) -> dict[str, bytes] | str:
    """Return the files in an attachment by name, or what is wrong with it, in Dutch."""
    try:
        rauw = base64.b64decode(inhoud, validate=True)
    except ValueError:
        return "De inhoud is geen Base64."
    try:
        with zipfile.ZipFile(io.BytesIO(rauw)) as archief:
            return {lid.filename: archief.read(lid) for lid in archief.infolist()}
    except _KAPOTTE_ZIP:
        return "De inhoud is geen ZIP die opengaat."


def verpakking(bijlage: Bijlage) -> str:
    """Say what is wrong with how a file is packed, in Dutch; empty when nothing is."""
    gevonden = pak_uit(bijlage.blad.waarde)
    if isinstance(gevonden, str):
        return gevonden
    if len(gevonden) != 1:
        return f"De ZIP bevat {len(gevonden)} bestanden in plaats van één."
    if list(gevonden) != [bijlage.naam]:
        return "Het bestand in de ZIP heet anders dan de bijlage."
    soort = PurePosixPath(bijlage.naam).suffix.lower().removeprefix(".")
    return "" if soort in BESTANDSSOORTEN else "Een bestand van deze soort mag niet mee."


def normaliseer(root: etree._Element, *, namen: bool = True) -> None:
    """Put a digest of the file in place of each packed file, so that compression does not count.

    Args:
        namen: what the file is called inside the ZIP counts as well.
    """
    for el in root.iter(f"{{*}}{_INHOUD}"):
        gevonden = pak_uit(el.text or "")
        if not isinstance(gevonden, str):
            delen = [
                f"{naam if namen else ''}:{hashlib.sha256(data).hexdigest()}"
                for naam, data in gevonden.items()
            ]
            el.text = " ".join(delen)

"""What is in an attachment, found without writing anything and without being blown up."""

from __future__ import annotations

import base64
import io
import zipfile
from collections.abc import Iterator
from pathlib import PureWindowsPath

import attrs

from oso_adapters.binding.ziplijst import is_zip
from oso_adapters.mapping.bijlagen import BESTANDSSOORTEN, GROOTSTE_BIJLAGE, KAPOTTE_ZIP
from oso_adapters.toon.bestandssoorten import BEGIN, SOORTEN, extensie, past_bij, soort_bij_inhoud
from oso_adapters.toon.delen import Lid
from oso_adapters.toon.waarden import leesbare_naam

__all__ = ["Inhoud", "Voorraad", "bekijk"]

_MEESTE_LEDEN = 100
"""Files in one ZIP that are looked at."""
_STUK = 64 * 1024
_LID_IN_LIJST = b"PK\x01\x02"
_BEKENDE_WIJZEN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""Ways of packing that Python unpacks bit by bit; of the others a little can grow without end."""
_VERGRENDELD = 0x1
_MIB = 1024 * 1024
_VREEMDE_SOORT = (
    "Een bestand van deze soort hoort niet in een dossier. Open het alleen als u zeker weet wat het"
    " is."
)
_MET_WACHTWOORD = (
    "Dit bestand is met een wachtwoord vergrendeld. Vraag dat aan de school die het dossier maakte."
)
_BESCHADIGD = (
    "De ZIP is beschadigd of niet compleet. Vraag de school die het dossier maakte om dit bestand."
)
_ONGEWOON = "Dit bestand is op een ongewone manier ingepakt en niet bekeken."
_TE_GROOT = f"Uitgepakt is dit bestand groter dan {GROOTSTE_BIJLAGE // _MIB} MiB. Pak het niet uit."
_OP = "De bijlagen zijn samen te groot om te bekijken. Dit bestand is niet bekeken."


@attrs.frozen
class Inhoud:
    """What is in an attachment.

    Attributes:
        grootte: bytes of the ZIP; None when it is no Base64.
        bezwaren: what is the matter with it, in Dutch.
    """

    grootte: int | None
    leden: tuple[Lid, ...]
    bezwaren: tuple[str, ...]


@attrs.define
class Voorraad:
    """How many bytes may still be unpacked of all attachments of one document together."""

    bytes: int = 4 * GROOTSTE_BIJLAGE

    def neem(self, aantal: int) -> None:
        """Take some of it."""
        self.bytes -= aantal


def bekijk(naam: str, tekst: str, voorraad: Voorraad) -> Inhoud:
    """Look into an attachment: Base64 of a ZIP with one file in it.

    Args:
        naam: the name that the dossier gives the file.
        voorraad: what may still be unpacked; what is unpacked here goes off it.
    """
    bezwaren = list(_bezwaren_tegen_naam(naam))
    try:
        rauw = base64.b64decode("".join(tekst.split()), validate=True)
    except ValueError:
        return Inhoud(None, (), (*bezwaren, "Dit bestand is niet te openen: het is geen Base64."))
    leden: list[Lid] = []
    bezwaren += _zip(naam, rauw, voorraad, leden)
    return Inhoud(len(rauw), tuple(leden), tuple(dict.fromkeys(bezwaren)))


def _bezwaren_tegen_naam(naam: str) -> Iterator[str]:
    if not naam:
        yield "Dit bestand heeft geen naam."
        return
    if extensie(naam) not in BESTANDSSOORTEN:
        yield _VREEMDE_SOORT
    if PureWindowsPath(naam).name != naam or leesbare_naam(naam) != naam.strip():
        yield "De naam van dit bestand bevat een map of onzichtbare tekens."


def _zip(naam: str, rauw: bytes, voorraad: Voorraad, leden: list[Lid]) -> Iterator[str]:
    if not is_zip(rauw):
        soort = soort_bij_inhoud(rauw[:BEGIN])
        yield f"Dit bestand is niet ingepakt in een ZIP: de inhoud is {soort}."
        return
    if rauw.count(_LID_IN_LIJST) > _MEESTE_LEDEN:
        yield f"In de ZIP zitten meer dan {_MEESTE_LEDEN} bestanden. De ZIP is niet geopend."
        return
    try:
        with zipfile.ZipFile(io.BytesIO(rauw)) as archief:
            infos = [info for info in archief.infolist() if not info.is_dir()]
            for info in infos:
                yield from _lid(naam, archief, info, voorraad, leden)
    except KAPOTTE_ZIP:
        yield _BESCHADIGD
        return
    if len(infos) != 1:
        aantal = f"zitten {len(infos)} bestanden" if infos else "zit geen bestand"
        yield f"In de ZIP {aantal}; er hoort één bestand in."
    elif leesbare_naam(infos[0].filename).casefold() != leesbare_naam(naam).casefold() and naam:
        yield "Het bestand in de ZIP heet anders dan de bijlage."


def _lid(
    naam: str,
    archief: zipfile.ZipFile,
    info: zipfile.ZipInfo,
    voorraad: Voorraad,
    leden: list[Lid],
) -> Iterator[str]:
    """Look at one file in a ZIP; what it says of itself is believed of nothing."""
    kaal = leesbare_naam(PureWindowsPath(info.filename).name) or "(zonder naam)"
    soort = SOORTEN.get(extensie(kaal))
    begin, grootte, bezwaar = _lees(archief, info, voorraad)
    zegt = soort.naam if soort else f"onbekend ({extensie(kaal) or 'geen extensie'})"
    leden.append(Lid(kaal, zegt, info.file_size if bezwaar else grootte))
    if PureWindowsPath(info.filename).name != info.filename:
        yield "De naam in de ZIP bevat een map. Pak dit bestand alleen uit op een veilige plaats."
    if bezwaar:
        yield bezwaar
        return
    if soort is None and extensie(kaal) != extensie(naam):
        yield "In de ZIP zit een bestand van een soort die niet in een dossier hoort."
    if grootte == 0:
        yield "Het bestand in de ZIP is leeg."
    elif not past_bij(kaal, begin) or not past_bij(naam, begin):
        ding = soort_bij_inhoud(begin)
        yield f"De inhoud past niet bij de naam van het bestand: de inhoud is {ding}."


def _lees(
    archief: zipfile.ZipFile, info: zipfile.ZipInfo, voorraad: Voorraad
) -> tuple[bytes, int, str]:
    """Unpack a file bit by bit into nothing: how it begins, how large it is, why not further."""
    if info.flag_bits & _VERGRENDELD:
        return b"", 0, _MET_WACHTWOORD
    if info.compress_type not in _BEKENDE_WIJZEN:
        return b"", 0, _ONGEWOON
    begin, grootte = b"", 0
    with archief.open(info) as stroom:
        while stuk := stroom.read(_STUK):
            begin = begin or stuk[:BEGIN]
            grootte += len(stuk)
            voorraad.neem(len(stuk))
            if grootte > GROOTSTE_BIJLAGE:
                return begin, grootte, _TE_GROOT
            if voorraad.bytes < 0:
                return begin, grootte, _OP
    return begin, grootte, ""

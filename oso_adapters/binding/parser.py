"""The one place where XML is parsed: no DTD, no entities, no network, and limits on everything.

Texts of libxml2 carry pieces of the document, so none of them is ever passed on.
"""

from __future__ import annotations

import codecs
import re
from functools import cache, lru_cache
from typing import TypedDict

import attrs
from lxml import etree

from oso_adapters.binding.herkennen import herken_begin, herken_wortel
from oso_adapters.errors import LeesFout
from oso_adapters.gegevensset._boom import globale_blokken
from oso_adapters.melding import Wie
from oso_adapters.versies import Versie, bekende_versies, is_nieuwer, versie_van_namespace

__all__ = [
    "GRENZEN",
    "Grenzen",
    "controleer_begin",
    "grens_fout",
    "has_hele_teksten",
    "is_plat",
    "leesfout",
    "open_lezer",
    "parse_document",
    "te_diep",
    "versie_van",
    "zonder_namespace",
]

_MIB = 1024 * 1024
_KLEINSTE_ELEMENT = len("<a/>")
_KLEINSTE_ATTRIBUUT = len(" a=''")


@attrs.frozen(kw_only=True)
class Grenzen:
    """Limits on one document.

    Attributes:
        grootte: bytes of the whole document.
        elementen: number of elements.
        attributen: number of attributes; counted as equals signs, before anything is parsed.
        diepte: elements inside each other.
        bijlage: characters of one text, such as the Base64 of an attachment.
        meldingen: findings on one document; what comes after them is only counted as "more".
    """

    grootte: int = 64 * _MIB
    elementen: int = 500_000
    attributen: int = 100_000
    diepte: int = 256
    bijlage: int = 48 * _MIB
    meldingen: int = 1000


GRENZEN = Grenzen()

_CODERING = re.compile(rb"""\A<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']""")
_TOEGESTANE_CODERING = re.compile(
    rb"(?:utf-?8|us-ascii|ascii|latin-?1|iso-?8859-\d{1,2}|windows-125\d|cp125\d)", re.IGNORECASE
)
_BEGIN = re.compile(
    rb"""(?:\xef\xbb\xbf)?(?:<\?xml[ \t\r\n][^<>]*\?>)?[ \t\r\n]*"""
    rb"""<[a-z]+([ \t]+xmlns="([^"<>&]+)")[ \t\r\n>]"""
)
_MEESTE_TOEKENNINGEN = 1000
"""Equals signs that are looked at, to see whether they declare a namespace."""
_TE_DIEP = {etree.ErrorTypes.ERR_RESOURCE_LIMIT, etree.ErrorTypes.ERR_INTERNAL_ERROR}
_OORZAAK: dict[int, str] = {
    etree.ErrorTypes.ERR_DOCUMENT_EMPTY: "Het bestand begint niet met XML.",
    etree.ErrorTypes.ERR_DOCUMENT_END: "Na het einde van het document staat nog iets.",
    etree.ErrorTypes.ERR_TAG_NAME_MISMATCH: "Een begin- en een eindtag horen niet bij elkaar.",
    etree.ErrorTypes.ERR_TAG_NOT_FINISHED: "Het document houdt op voor het einde.",
    etree.ErrorTypes.ERR_INVALID_CHAR: "Het document bevat een teken dat in XML niet mag.",
    etree.ErrorTypes.ERR_INVALID_ENCODING: "De tekens passen niet bij de codering.",
    etree.ErrorTypes.ERR_UNDECLARED_ENTITY: "Het document verwijst naar een onbekende entiteit.",
    etree.ErrorTypes.ERR_ATTRIBUTE_REDEFINED: "Een element heeft twee keer hetzelfde attribuut.",
}
_SPLITST_TEKST = etree.XPath(
    "boolean(/descendant::comment()[not(preceding-sibling::* or following-sibling::*)]"
    " | /descendant::processing-instruction()[not(preceding-sibling::* or following-sibling::*)])"
)
_UTF_32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_ANDERE_CODERING = "Deze tekencodering wordt niet ondersteund; gebruik UTF-8."
_MAAK_OPNIEUW = "Maak het dossier opnieuw aan in het administratiesysteem en verzend het opnieuw."
_HERSTEL: dict[int, str] = {
    etree.ErrorTypes.ERR_INVALID_ENCODING: "Vaak is het bestand met een ander programma geopend en"
    " opnieuw bewaard. Gebruik het oorspronkelijke bestand, of bewaar het als UTF-8.",
}
_VERKLEIN = "Verklein het dossier: haal bijlagen weg of maak ze kleiner."
_VREEMD = (
    "Geen echt dossier komt bij deze grens in de buurt: het is verkeerd gemaakt. " + _MAAK_OPNIEUW
)
_HAAL_OPNIEUW = "Kijk of het downloaden of kopiëren goed is gegaan, en haal het dossier opnieuw op."


def grens_fout(wat: str, grens: str, herstel: str = _VREEMD) -> LeesFout:
    """Return the error for a limit that is passed."""
    return LeesFout(
        f"Het bestand is niet te controleren: {wat} (de grens is {grens}).", herstel=herstel
    )


def _onleesbaar(
    oorzaak: str,
    line: int | None = None,
    column: int | None = None,
    herstel: str = _MAAK_OPNIEUW,
) -> LeesFout:
    return LeesFout(
        f"Het bestand is geen leesbare XML. {oorzaak}",
        herstel=herstel,
        wie=Wie.LEVERANCIER if herstel == _MAAK_OPNIEUW else Wie.SCHOOL,
        line=line,
        column=column,
    )


def _met_dtd() -> LeesFout:
    return _onleesbaar("Een dossier mag geen DTD of entiteiten bevatten.")


def _is_breed(data: bytes) -> bool:
    """Say whether a document is written with two bytes or more for each character."""
    return data[:2] in (b"\xff\xfe", b"\xfe\xff") or data[:1] == b"\0" or data[1:2] == b"\0"


def _controleer_codering(data: bytes) -> None:
    codering = _CODERING.match(data.removeprefix(b"\xef\xbb\xbf"))
    if codering and not _TOEGESTANE_CODERING.fullmatch(codering[1]):
        raise _onleesbaar(_ANDERE_CODERING)


def _als_bytes(data: bytes) -> bytes:
    """Return the document in an encoding that agrees with ASCII on the markup."""
    if not _is_breed(data):
        _controleer_codering(data)
        return data
    if data.startswith(_UTF_32):
        raise _onleesbaar(_ANDERE_CODERING)
    naam = "utf-16-le" if data[:1] == b"<" else "utf-16-be" if data[:1] == b"\x00" else "utf-16"
    try:
        tekst = data.decode(naam)
    except UnicodeDecodeError:
        raise _onleesbaar("De tekens passen niet bij de codering.") from None
    return re.sub(r"""\A(<\?xml[^>]*?)\s+encoding\s*=\s*["'][^"']*["']""", r"\1", tekst).encode(
        "utf-8", "replace"
    )


def _eerste_plek(data: bytes) -> int:
    """Look past comments and instructions for a DTD or the first element; -1 if neither comes."""
    plek = data.find(b"<")
    while plek >= 0:
        if data.startswith(b"<?", plek):
            plek = data.find(b"?>", plek)
        elif data.startswith(b"<!--", plek):
            plek = data.find(b"-->", plek)
        else:
            return plek
        plek = data.find(b"<", plek) if plek >= 0 else plek
    return -1


def _heeft_doctype(data: bytes) -> bool:
    plek = _eerste_plek(data)
    return plek >= 0 and data.startswith(b"<!", plek)


def controleer_begin(blok: bytes) -> None:
    """Look at the first block of a document that is read block by block.

    Raises:
        LeesFout: a DTD, an encoding that we do not read, or no element within the block.
    """
    if not blok or blok.isspace():
        raise _onleesbaar("Het bestand is leeg.", herstel=_HAAL_OPNIEUW)
    if _is_breed(blok):
        raise _onleesbaar(_ANDERE_CODERING)
    _controleer_codering(blok)
    if _heeft_doctype(blok):
        raise _met_dtd()
    if _eerste_plek(blok) < 0:
        raise _onleesbaar("Het bestand begint niet met XML.")


def is_plat(data: bytes) -> bool:
    """Say whether blanks between elements surely mean nothing, so that they can be left out.

    libxml2 leaves out blanks between elements only, as long as there is no comment, instruction
    or CDATA, and no carriage return, which makes it drop blanks inside a text as well.
    """
    begin = data.find(b"?>") + 2 if data.startswith(b"<?") else 0
    return all(data.find(teken, begin) < 0 for teken in (b"!", b"?", b"\r"))


def zonder_namespace(data: bytes) -> tuple[bytes, str] | None:
    """Return a document without its namespace, and that namespace.

    Without it lxml gives the names of elements three times as fast. The declaration in the first
    tag is blanked, and only when no other ``xmlns`` changes what a name without a prefix means: so
    an element has no namespace here exactly when it is in that one.

    Returns:
        None when that is not certain at a glance.
    """
    begin = _BEGIN.match(data)
    if begin is None or len(data) > GRENZEN.grootte:
        return None
    plek = begin.end(1)
    for _ in range(_MEESTE_TOEKENNINGEN):
        plek = data.find(b"=", plek)
        if plek < 0:
            blanco = b" " * len(begin[1])
            return data.replace(begin[1], blanco, 1), begin[2].decode("ascii", "replace")
        if data.endswith(b"xmlns", 0, plek) or data[plek - 1 : plek].isspace():
            return None
        plek += 1
    return None


class _Opties(TypedDict):
    """What keeps libxml2 from opening or growing anything."""

    resolve_entities: bool
    no_network: bool
    load_dtd: bool
    huge_tree: bool
    collect_ids: bool


_VEILIG: _Opties = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": True,
    "collect_ids": False,
}


@cache
def _parser(*, kaal: bool, zonder_wit: bool = False) -> etree.XMLParser:
    return etree.XMLParser(
        remove_blank_text=zonder_wit, remove_comments=kaal, remove_pis=kaal, **_VEILIG
    )


def open_lezer() -> etree.XMLPullParser:
    """Return a parser that takes a document block by block, and tells of each begin and end.

    Comments and instructions are left out. Whoever feeds it keeps to the limits.
    """
    return etree.XMLPullParser(
        events=("start", "end"), remove_comments=True, remove_pis=True, **_VEILIG
    )


def parse_document(
    data: bytes, *, grenzen: Grenzen = GRENZEN, kaal: bool = False
) -> etree._Element:
    """Parse a document and return its root.

    Args:
        kaal: leave comments and processing instructions out.

    Raises:
        LeesFout: not XML, a DTD, or a limit is passed; of a known kind of file, what it is.
    """
    try:
        return _parse(data, grenzen, kaal=kaal)
    except LeesFout as fout:
        raise herken_begin(data, fout.line) or fout from None


def _parse(data: bytes, grenzen: Grenzen, *, kaal: bool) -> etree._Element:
    if len(data) > grenzen.grootte:
        raise grens_fout("het is te groot", f"{grenzen.grootte // _MIB} MiB", _VERKLEIN)
    if not data or data.isspace():
        raise _onleesbaar("Het bestand is leeg.", herstel=_HAAL_OPNIEUW)
    data = _als_bytes(data)
    if _heeft_doctype(data):
        raise _met_dtd()
    if len(data) > _KLEINSTE_ELEMENT * grenzen.elementen and (
        data.count(b"<") > 2 * grenzen.elementen
    ):
        raise grens_fout("het heeft te veel elementen", f"{grenzen.elementen} elementen")
    if len(data) > _KLEINSTE_ATTRIBUUT * grenzen.attributen and (
        data.count(b"=") > grenzen.attributen
    ):
        raise grens_fout("het heeft te veel attributen", f"{grenzen.attributen} attributen")
    try:
        root = etree.fromstring(data, _parser(kaal=kaal, zonder_wit=is_plat(data)))
    except etree.XMLSyntaxError as fout:
        raise leesfout(fout.code, *fout.position, grenzen) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise _met_dtd()
    if len(data) > grenzen.bijlage and _langste_tekst(root) > grenzen.bijlage:
        grens = f"{grenzen.bijlage // _MIB} MiB als Base64"
        raise grens_fout("een bijlage is te groot", grens, _VERKLEIN)
    return root


def leesfout(soort: int, line: int, column: int, grenzen: Grenzen) -> LeesFout:
    """Return what an error of libxml2 means, without its text."""
    if soort in _TE_DIEP:
        return grens_fout(
            "de elementen staan te diep in elkaar", f"{grenzen.diepte} elementen diep"
        )
    oorzaak = _OORZAAK.get(soort, "De opbouw van de XML klopt niet.")
    return _onleesbaar(oorzaak, line, column, _HERSTEL.get(soort, _MAAK_OPNIEUW))


def has_hele_teksten(root: etree._Element) -> bool:
    """Say whether no comment or processing instruction stands in a text, which makes two of it."""
    if root.getroottree().parser is _parser(kaal=False, zonder_wit=True):
        return True
    return not _SPLITST_TEKST(root)


def _langste_tekst(root: etree._Element) -> int:
    return max(len(el.text or "") for el in root.iter())


def te_diep(root: etree._Element, grenzen: Grenzen = GRENZEN) -> bool:
    """Say whether elements stand deeper inside each other than the limit."""
    diepte = 0
    for gebeurtenis, _ in etree.iterwalk(root, events=("start", "end")):
        diepte += 1 if gebeurtenis == "start" else -1
        if diepte > grenzen.diepte:
            return True
    return False


def versie_van(root: etree._Element) -> Versie:
    """Return the version that a document is in.

    Raises:
        LeesFout: an unknown namespace, or a root element that the standard does not have.
    """
    try:
        return _versie_van_naam(str(root.tag))
    except LeesFout as fout:
        raise herken_wortel(root) or fout from None


@lru_cache(maxsize=100)
def _versie_van_naam(tag: str) -> Versie:
    naam = etree.QName(tag)
    gevonden = versie_van_namespace(naam.namespace or "")
    if gevonden is None and is_nieuwer(naam.namespace or ""):
        raise LeesFout(
            "Dit dossier is van een nieuwere versie van de Gegevensset dan deze controle kent"
            f" (bekend: {bekende_versies()}).",
            herstel="Aan het dossier hoeft niemand iets te doen. Neem een nieuwere versie van"
            " oso-adapters en controleer het daarmee.",
            regel="ST.versie",
            wie=Wie.HULPMIDDEL,
        )
    if gevonden is None:
        raise LeesFout(
            "Het bestand is geen OSO-dossier van een versie die deze controle kent"
            f" (bekend: {bekende_versies()}).",
            herstel="Laat het dossier maken in een bekende versie van de Gegevensset. De namespace"
            " van het eerste element bepaalt de versie.",
            regel="ST.versie",
        )
    if naam.localname not in globale_blokken(gevonden):
        raise LeesFout(
            "Het bestand is geen OSO-dossier: het eerste element bestaat niet in de standaard.",
            herstel="Het eerste element van een dossier heet 'dossier'. " + _MAAK_OPNIEUW,
        )
    return gevonden

"""What else than a dossier a file can be: how it is recognised, what it is and what to do."""

from __future__ import annotations

import re

import attrs

__all__ = [
    "BEGIN",
    "FOUTBERICHT",
    "MET_DOSSIER",
    "MET_INGEPAKT_DOSSIER",
    "OFFICE",
    "SOAP",
    "SOAP_MET_DOSSIER",
    "WORTELS",
    "ZIP",
    "Soort",
]

_KIES_DOSSIER = "Kies het XML-bestand van het dossier zelf."
_NAAR_XML = (
    "Dit programma leest alleen XML. Laat het dossier als OSO-dossier klaarzetten of exporteren"
    " vanuit het administratiesysteem."
)
_OPNIEUW_OPHALEN = (
    "Haal het dossier opnieuw op, of vraag de andere school om het opnieuw te sturen."
)
_PAK_UIT = "Pak het bestand eerst uit en controleer daarna de XML-bestanden die erin zitten."
_WEBPAGINA = (
    "Vaak is dit een inlogpagina of een foutmelding die in plaats van het dossier is bewaard."
    f" {_OPNIEUW_OPHALEN}"
)
_GEEN_OVERSTAP = (
    "Hierin staan gegevens van leerlingen, maar het is geen overstapdossier. Laat het"
    " administratiesysteem een OSO-dossier maken; 'oso export' doet dat uit de gegevens van een"
    " systeem waarvoor een plugin is."
)
_VRAAG_OPNIEUW = (
    "In dit bericht staat geen dossier. Alleen het antwoord op een documentRequest (de"
    " documentResponse) heeft er een; kies dat, of vraag het dossier opnieuw op."
)


@attrs.frozen(kw_only=True)
class Soort:
    """A kind of file that is no dossier.

    Attributes:
        wat: what it is, in Dutch, as it stands behind "maar".
        doen: what to do, in Dutch.
        zeker: False when it only looks like it.
        draagt: whether a dossier may stand in it, so that all of it must be read.
        begin: pattern of the first bytes (for a kind that is no XML).
        wortel: pattern of the name of the first element (for XML).
        ruimte: pattern of the namespace of the first element (for XML).
    """

    wat: str
    doen: str
    zeker: bool = True
    draagt: bool = False
    begin: re.Pattern[bytes] | None = None
    wortel: re.Pattern[str] = re.compile(".*")
    ruimte: re.Pattern[str] = re.compile("")

    def past(self, naam: str, ruimte: str) -> bool:
        """Say whether an element with this name and namespace begins such a file."""
        return bool(self.wortel.fullmatch(naam) and self.ruimte.match(ruimte))


def _begin(patroon: bytes) -> re.Pattern[bytes]:
    return re.compile(patroon, re.IGNORECASE | re.DOTALL)


BEGIN: tuple[Soort, ...] = (
    Soort(
        wat="een PDF-document",
        doen=_NAAR_XML,
        begin=_begin(rb"%PDF-"),
    ),
    Soort(
        wat="een ingepakt bestand (GZIP)",
        doen=_PAK_UIT,
        begin=_begin(rb"\x1f\x8b"),
    ),
    Soort(
        wat="een ingepakt bestand (7-Zip of RAR)",
        doen=_PAK_UIT,
        begin=_begin(rb"7z\xbc\xaf\x27\x1c|Rar!\x1a\x07"),
    ),
    Soort(
        wat="een document van een oudere Word of Excel, of een bericht uit Outlook",
        doen=_NAAR_XML,
        begin=_begin(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    ),
    Soort(
        wat="een document van een tekstverwerker (RTF)",
        doen=_NAAR_XML,
        begin=_begin(rb"\{\\rtf"),
    ),
    Soort(
        wat="een afbeelding",
        doen=_NAAR_XML,
        begin=_begin(rb"\xff\xd8\xff|\x89PNG\r\n|GIF8[79]a"),
    ),
    Soort(
        wat="een certificaat van 'oso certify' (JSON)",
        doen="Controleer een certificaat met 'oso verify', en een dossier met 'oso check'.",
        begin=_begin(rb"""\s*\{.{0,200}?"formaat"\s*:\s*"oso-conformance/"""),
    ),
    Soort(
        wat="de uitvoer van 'oso check --json'",
        doen=f"Dit is een verslag over een dossier. {_KIES_DOSSIER}",
        begin=_begin(rb"""\s*\{\s*"bestand"\s*:.{0,2000}?"oordeel"\s*:"""),
    ),
    Soort(
        wat="een JSON-bestand",
        doen=f"Dat is geen XML. {_KIES_DOSSIER} Komt dit bestand uit een administratiesysteem,"
        " dan maakt 'oso export' er met de plugin van dat systeem dossiers van.",
        begin=_begin(
            rb"""\s*(?:\{\s*(?:"[^"]{0,200}"\s*:|\})|\[\s*(?:[\]\[{"0-9-]|true|false|null))"""
        ),
    ),
    Soort(
        wat="een webpagina (HTML)",
        doen=_WEBPAGINA,
        begin=_begin(rb"""\s*(?:<!--.{0,500}?-->\s*)?(?:<!doctype\s+html|<html[\s>])"""),
    ),
    Soort(
        wat="de code Base64, zoals in een bericht of een bijlage",
        doen="Zet de tekst eerst om naar het bestand waarvan die is gemaakt, en controleer dat.",
        zeker=False,
        begin=_begin(rb"\s*(?:PD94bWw|77u/PD94|PGRvc3NpZXI|UEsDB|H4sI)[A-Za-z0-9+/=\s]*\Z"),
    ),
    Soort(
        wat="een CSV-bestand: een lijst met kolommen",
        doen=f"Dat is geen XML. {_KIES_DOSSIER} Komt deze lijst uit een administratiesysteem, dan"
        " maakt 'oso export' er met de plugin van dat systeem dossiers van.",
        zeker=False,
        begin=_begin(
            rb"""[^<>;\t\r\n]{1,200}(?P<teken>[;\t])[^<>\r\n]{0,2000}\r?\n[^<>\r\n]{0,2000}?(?P=teken)"""
            rb"""|[\w "'.-]{1,100}(?:,[\w "'.-]{1,100}){2,500}\r?\n(?:[^<>,\r\n]{0,500},){2}"""
        ),
    ),
)
"""Files that are no XML, by their first bytes; the first that fits counts. A ZIP is looked into."""


WORTELS: tuple[Soort, ...] = (
    Soort(
        wat="een lijst met leerlinggegevens (EDEXML)",
        doen=_GEEN_OVERSTAP,
        wortel=re.compile("EDEX", re.IGNORECASE),
    ),
    Soort(
        wat="een lijst met leerlinggegevens (UWLR, EDEXML)",
        doen=_GEEN_OVERSTAP,
        ruimte=re.compile(r"http://www\.edustandaard\.nl/leerresultaten/\d+/leerlinggegevens"),
    ),
    Soort(
        wat="een bericht met toetsresultaten (UWLR)",
        doen=_GEEN_OVERSTAP,
        ruimte=re.compile(r"http://www\.edustandaard\.nl/leerresultaten/"),
    ),
    Soort(
        wat="een verslag van de gepubliceerde controlebladen (meldingen)",
        doen=f"Dit is de uitkomst van een controle. {_KIES_DOSSIER}",
        wortel=re.compile("meldingen"),
        ruimte=re.compile(r"http://www\.edustandaard\.nl/oso_gegevensset/[^/]+/schemas/Meldingen"),
    ),
    Soort(
        wat="een bericht van de Kennisnet Validatieservice",
        doen=f"Dit is een bericht over een controle. {_KIES_DOSSIER}",
        ruimte=re.compile(r"http://xml\.eld\.nl/schemas/Validatieservice/"),
    ),
    Soort(
        wat="een verslag van een Schematron-controle (SVRL)",
        doen=f"Dit is de uitkomst van een controle. {_KIES_DOSSIER}",
        ruimte=re.compile(r"http://purl\.oclc\.org/dsdl/svrl"),
    ),
    Soort(
        wat="een Schematron-bestand met regels",
        doen=f"Dit zijn regels om mee te controleren. {_KIES_DOSSIER}",
        ruimte=re.compile(r"http://purl\.oclc\.org/dsdl/schematron"),
    ),
    Soort(
        wat="een schema (XSD)",
        doen=f"Een schema zegt hoe een dossier eruitziet. {_KIES_DOSSIER}",
        ruimte=re.compile(r"http://www\.w3\.org/2001/XMLSchema\Z"),
    ),
    Soort(
        wat="een controleblad of ander stylesheet (XSLT)",
        doen=f"Dit zijn regels om mee te controleren. {_KIES_DOSSIER} Wilt u de gepubliceerde"
        " bladen met deze controle vergelijken, gebruik dan 'oso parity'.",
        ruimte=re.compile(r"http://www\.w3\.org/1999/XSL/Transform\Z"),
    ),
    Soort(
        wat="een beschrijving van een webservice (WSDL)",
        doen=_KIES_DOSSIER,
        ruimte=re.compile(r"http://(?:schemas\.xmlsoap\.org/wsdl/|www\.w3\.org/ns/wsdl)"),
    ),
    Soort(
        wat="een testverslag (JUnit)",
        doen=f"Dit is de uitkomst van een certificering of een andere test. {_KIES_DOSSIER}",
        wortel=re.compile("testsuites?"),
        ruimte=re.compile(r"\Z"),
    ),
    Soort(
        wat="een document van Word of Excel, bewaard als XML",
        doen=_NAAR_XML,
        ruimte=re.compile(
            r"urn:schemas-microsoft-com:office:|http://schemas\.microsoft\.com/office/"
            r"|urn:oasis:names:tc:opendocument:"
        ),
    ),
    Soort(
        wat="een webpagina (HTML)",
        doen=_WEBPAGINA,
        wortel=re.compile("html"),
        ruimte=re.compile(r"(?:http://www\.w3\.org/1999/xhtml)?\Z"),
    ),
    Soort(
        wat="een bericht voor het register van DUO",
        doen=_GEEN_OVERSTAP,
        zeker=False,
        ruimte=re.compile("(?:.*[/:])?DUO_"),
    ),
    Soort(
        wat="een DOD (Digitaal Overdrachtsdossier), de voorloper van OSO",
        doen="Scholen dragen dossiers over met OSO. Vraag de andere school om een OSO-dossier.",
        zeker=False,
        wortel=re.compile(
            "(?:.*[_-])?DOD(?:[_-].*)?|(?:digitaal)?overdrachtsdossier", re.IGNORECASE
        ),
    ),
    Soort(
        wat="een bericht van de Overstapservice, zonder dossier",
        doen=_VRAAG_OPNIEUW,
        draagt=True,
        ruimte=re.compile(r"http://xml\.(?:eld|kennisnet)\.nl/schemas/Overstapservice/"),
    ),
)
"""XML that is no dossier, by the first element; the first that fits counts."""

SOAP = Soort(
    wat="een SOAP-bericht, zonder dossier",
    doen=_VRAAG_OPNIEUW,
    draagt=True,
    wortel=re.compile("Envelope"),
    ruimte=re.compile(
        r"http://(?:schemas\.xmlsoap\.org/soap|www\.w3\.org/2003/05/soap)[-/]envelope"
    ),
)
FOUTBERICHT = Soort(
    wat="een SOAP-bericht met een foutmelding",
    doen="Het andere systeem gaf een foutmelding in plaats van een dossier. Vraag het dossier"
    " opnieuw op; lukt dat niet, vraag dan uw leverancier wat de foutmelding betekent.",
)
MET_DOSSIER = Soort(
    wat="een bestand waar een dossier in staat, met iets anders eromheen",
    doen="Haal het dossier eruit: bewaar alles van het begin tot en met het einde van het element"
    " 'dossier' als een eigen XML-bestand, met de xmlns erbij die erboven staat, en controleer"
    " dat.",
)
SOAP_MET_DOSSIER = attrs.evolve(MET_DOSSIER, wat="een SOAP-bericht waar een dossier in staat")
MET_INGEPAKT_DOSSIER = Soort(
    wat="een bericht waar een dossier als tekst in staat",
    doen="Haal die tekst eruit, zet haar om naar XML (Base64, of &lt; in plaats van '<') en"
    " controleer het bestand dat dan ontstaat.",
    zeker=False,
)
ZIP = Soort(wat="een ZIP-bestand", doen=_PAK_UIT)
OFFICE = Soort(wat="een document van Word, Excel of een ander kantoorprogramma", doen=_NAAR_XML)

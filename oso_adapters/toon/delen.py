"""What a page of a dossier is made of, before anything is laid out."""

from __future__ import annotations

import attrs

__all__ = [
    "Bijlage",
    "Cel",
    "Deel",
    "Gegeven",
    "Gegevens",
    "Groep",
    "Groepje",
    "Lid",
    "NietGetoond",
    "Ruimte",
    "Tabel",
    "Waarde",
    "Weergave",
]


@attrs.frozen
class Waarde:
    """One value as a person reads it.

    Attributes:
        code: the code that the text stands for, when that says something more.
        noot: what is the matter with the value, in Dutch.
        anker: place on the page that it leads to.
    """

    tekst: str
    code: str = ""
    noot: str = ""
    anker: str = ""


@attrs.frozen
class Gegeven:
    """The values of one field with its label."""

    label: str
    waarden: tuple[Waarde, ...]


@attrs.frozen
class Gegevens:
    """Fields below each other."""

    rijen: tuple[Gegeven, ...]


@attrs.frozen
class Groepje:
    """Fields that belong together inside a cell; the title may be empty."""

    titel: str
    rijen: tuple[Gegeven, ...]


@attrs.frozen
class Cel:
    """One cell: plain values, or fields with their labels.

    Attributes:
        hoogte: rows that it spans; 0 when a cell above stands here as well.
    """

    waarden: tuple[Waarde, ...] = ()
    groepjes: tuple[Groepje, ...] = ()
    hoogte: int = 1


@attrs.frozen
class Tabel:
    """Things of one kind beneath each other; without a title that of its group is meant."""

    titel: str
    anker: str
    kolommen: tuple[str, ...]
    rijen: tuple[tuple[Cel, ...], ...]


@attrs.frozen
class Groep:
    """A heading with what belongs to it."""

    titel: str
    anker: str
    delen: tuple[Deel, ...]


Deel = Gegevens | Tabel | Groep


@attrs.frozen
class Lid:
    """One file inside an attachment."""

    naam: str
    soort: str
    grootte: int


@attrs.frozen(kw_only=True)
class Bijlage:
    """An attachment: what it says that it is, and what is really in it.

    Attributes:
        plek: labels of the blocks that it stands in.
        grootte: bytes as it is packed; None when it can't be unpacked from Base64.
        bezwaren: what the reader should know before opening it, in Dutch.
    """

    anker: str
    naam: str
    omschrijving: str
    plek: str
    grootte: int | None
    leden: tuple[Lid, ...]
    bezwaren: tuple[str, ...]


@attrs.frozen
class NietGetoond:
    """Something in the document that the model can't hold."""

    wat: str
    plaats: str
    regelnummer: int | None


@attrs.frozen(kw_only=True)
class Ruimte:
    """One dossier (or another root) as a person reads it.

    Attributes:
        naam: who it is about; empty when that is not in it.
        kern: what matters first: who, from where to where, when.
        let_op: what the reader should know, in Dutch.
        delen: the content.
        bijlagen: every attachment, in the order of the dossier.
        inzage: parents can sign it.
        toestemming: they are asked for their consent to the transfer as well.
    """

    anker: str
    titel: str
    naam: str
    soort: str
    kern: tuple[Gegeven, ...]
    let_op: tuple[str, ...]
    delen: tuple[Groep, ...]
    bijlagen: tuple[Bijlage, ...]
    inzage: bool
    toestemming: bool


@attrs.frozen(kw_only=True)
class Weergave:
    """A whole document as a person reads it."""

    titel: str
    versie: str
    oordeel: str
    let_op: tuple[str, ...]
    niet_getoond: tuple[NietGetoond, ...]
    meer_niet_getoond: bool
    ruimtes: tuple[Ruimte, ...]

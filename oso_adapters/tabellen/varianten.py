"""Seeded random changes to any dossier, driven by what the blocks declare.

Nothing here knows a rule. The changes are those of a careless export (an element lost, doubled,
blank, in the wrong place, of the wrong kind), so that two judges of a dossier can be held beside
each other where nobody thought of looking.
"""

from __future__ import annotations

import random
import zlib
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import date

import attrs
from lxml import etree

from oso_adapters.binding import parse_document, versie_van
from oso_adapters.binding.plaatsen import Plaatsen
from oso_adapters.gegevensset import CategorieUitlevering, Communicatie, Dossier, Metadata
from oso_adapters.gegevensset._boom import globale_blokken
from oso_adapters.gegevensset._veld import Veld, Vorm, velden_in
from oso_adapters.tabellen.bouwen import GEWOON, Bouwer
from oso_adapters.tabellen.randwaarden import EMAILS, LANG, passende, vreemde
from oso_adapters.tabellen.waarden import Waarden
from oso_adapters.versies import Versie

__all__ = ["WIJZIGINGEN", "varianten"]

_Element = etree._Element
_MEEST_TEGELIJK = 4
_DAG = date(2020, 3, 2)
"""Day on which what is put in was made; nothing of it may depend on today."""


@attrs.frozen
class _Plek:
    """An element of a document with what is declared of it.

    Attributes:
        veld: the field; None for the root, and for an element around repeated ones.
        blok: the block that it is; None for a simple value and for an element around repeated ones.
        ouder: the block that has the field; None for the root.
    """

    el: _Element
    veld: Veld | None
    blok: type | None
    ouder: type | None

    @property
    def soort(self) -> object:
        return self.veld.soort if self.veld is not None and len(self.el) == 0 else None


_Keuze = Callable[[_Plek], object]


class _Boom:
    """A document beside its declarations, and the dice."""

    def __init__(self, root: _Element, versie: Versie, rng: random.Random) -> None:
        self.versie = versie
        self.rng = rng
        self.root = root
        self.bouwer = Bouwer(versie, GEWOON, Waarden(rng, versie, _DAG))
        self.tag = self.bouwer.tag
        blok = globale_blokken(versie)[etree.QName(root).localname]
        self.plekken = [_Plek(root, None, blok, None), *self._onder(root, blok)]

    def _onder(self, el: _Element, cls: type) -> Iterator[_Plek]:
        velden = {self.tag(veld.naam): veld for veld in velden_in(cls, self.versie)}
        for kind in el.iterchildren("*"):
            veld = velden.get(str(kind.tag))
            if veld is not None and veld.lijst:
                yield _Plek(kind, None, None, cls)
                for item in kind.iterchildren(self.tag(veld.lijst)):
                    yield from self._van(item, veld, cls)
            elif veld is not None:
                yield from self._van(kind, veld, cls)

    def _van(self, el: _Element, veld: Veld, ouder: type) -> Iterator[_Plek]:
        yield _Plek(el, veld, veld.blok, ouder)
        if veld.blok is not None:
            yield from self._onder(el, veld.blok)

    def kies(self, test: _Keuze) -> _Plek | None:
        """Return one of the places that a test picks, never the root."""
        passend = [plek for plek in self.plekken[1:] if test(plek)]
        return self.rng.choice(passend) if passend else None

    def pad(self, el: _Element) -> str:
        return Plaatsen().pad(el)

    def waarde(self, veld: Veld, pad: str) -> str:
        """Return a value that fits a field."""
        assert veld.soort is not None
        return self.bouwer.waarden.maak(veld, veld.soort, pad)

    def voeg_in(self, el: _Element, cls: type, veld: Veld) -> None:
        """Put a new element for a field where the schema wants it."""
        namen = [self.tag(v.naam) for v in velden_in(cls, self.versie)]
        verder = set(namen[namen.index(self.tag(veld.naam)) + 1 :])
        volgende = next((kind for kind in el.iterchildren("*") if kind.tag in verder), None)
        plek = len(el) if volgende is None else el.index(volgende)
        el[plek:plek] = list(self.bouwer.elementen(veld, self.pad(el)))


def _is_optioneel(plek: _Plek) -> bool:
    return plek.veld is None or not plek.veld.verplicht


def _is_code(plek: _Plek) -> bool:
    return plek.soort is not None and plek.veld is not None and plek.veld.codelijst is not None


def _weg(test: _Keuze) -> Callable[[_Boom], bool]:
    def wijzig(boom: _Boom) -> bool:
        plek = boom.kies(test)
        ouder = plek.el.getparent() if plek is not None else None
        if plek is None or ouder is None:
            return False
        ouder.remove(plek.el)
        return True

    return wijzig


def _tekst(
    test: _Keuze, nieuw: Callable[[_Boom, _Plek], str | etree.CDATA | None]
) -> Callable[[_Boom], bool]:
    """Return a change of the text of an element that a test picks."""

    def wijzig(boom: _Boom) -> bool:
        plek = boom.kies(lambda plek: plek.soort is not None and test(plek))
        tekst = nieuw(boom, plek) if plek is not None else None
        if plek is None or tekst is None:
            return False
        plek.el.text = tekst
        return True

    return wijzig


def _andere_code(boom: _Boom, plek: _Plek) -> str:
    assert plek.veld is not None
    return boom.waarde(plek.veld, boom.pad(plek.el))


def _verkeerde_code(boom: _Boom, plek: _Plek) -> str:
    code = plek.el.text or ""
    return boom.rng.choice(
        (
            "ZZ",
            "0" + code,
            code.lower(),
            code.upper(),
            code + " ",
            f"{code},{code}",
            code[:-1],
            "99",
        )
    )


def _vreemde_waarde(boom: _Boom, plek: _Plek) -> str | None:
    assert plek.veld is not None
    assert plek.veld.soort is not None
    waarden = vreemde(plek.veld.soort)
    return boom.rng.choice(waarden) if waarden else None


def _passende_waarde(boom: _Boom, plek: _Plek) -> str:
    assert plek.veld is not None
    assert plek.veld.soort is not None
    return boom.rng.choice(passende(plek.veld.soort))


def _spaties(boom: _Boom, plek: _Plek) -> str:
    tekst = plek.el.text or ""
    return boom.rng.choice((f" {tekst}", f"{tekst} ", f"\n\t{tekst}\n", f" {tekst} "))


def _is_janee(plek: _Plek) -> bool:
    return (
        plek.veld is not None and plek.veld.soort is not None and plek.veld.soort.basis == "boolean"
    )


def _cdata(_boom: _Boom, plek: _Plek) -> etree.CDATA | None:
    tekst = plek.el.text
    return etree.CDATA(tekst) if tekst and "]]>" not in tekst else None


def _dubbel(boom: _Boom) -> bool:
    plek = boom.kies(lambda plek: True)
    if plek is None:
        return False
    kopie = deepcopy(plek.el)
    kopie.tail = None
    plek.el.addnext(kopie)
    return True


def _omgewisseld(boom: _Boom) -> bool:
    plek = boom.kies(lambda plek: plek.el.getnext() is not None)
    volgende = plek.el.getnext() if plek is not None else None
    if plek is None or volgende is None:
        return False
    volgende.addnext(plek.el)
    return True


def _leeggehaald(boom: _Boom) -> bool:
    plek = boom.kies(lambda plek: len(plek.el) > 0)
    if plek is None:
        return False
    for kind in list(plek.el):
        plek.el.remove(kind)
    return True


def _erbij(boom: _Boom) -> bool:
    plek = boom.rng.choice([plek for plek in boom.plekken if plek.blok is not None])
    assert plek.blok is not None
    velden = [veld for veld in velden_in(plek.blok, boom.versie) if veld.vorm is not Vorm.TEKST]
    nieuw = [veld for veld in velden if plek.el.find(boom.tag(veld.naam)) is None]
    if not velden:
        return False
    veld = boom.rng.choice(nieuw or velden)
    if veld.vorm is Vorm.ATTRIBUUT:
        plek.el.set(veld.naam, boom.waarde(veld, f"{boom.pad(plek.el)}/@{veld.naam}"))
    else:
        boom.voeg_in(plek.el, plek.blok, veld)
    return True


def _attribuut(boom: _Boom) -> bool:
    plek = boom.rng.choice(boom.plekken)
    plek.el.set(boom.rng.choice(("omschrijving", "onbekend", "id")), boom.rng.choice(("", "x")))
    return True


def _hernoemd(boom: _Boom) -> bool:
    plek = boom.kies(lambda plek: True)
    ander = boom.kies(lambda plek: True)
    if plek is None or ander is None:
        return False
    plek.el.tag = boom.rng.choice((str(ander.el.tag), boom.tag("onbekend")))
    return True


def _gesplitst(boom: _Boom) -> bool:
    """Put a comment or an instruction inside a text, which makes two pieces of it."""
    plek = boom.kies(lambda plek: plek.soort is not None)
    if plek is None:
        return False
    tekst = plek.el.text or ""
    waar = boom.rng.randint(0, len(tekst))
    maak = boom.rng.choice((lambda: etree.Comment("x"), lambda: etree.ProcessingInstruction("x")))
    splitsing = maak()
    plek.el.text, splitsing.tail = tekst[:waar], tekst[waar:]
    plek.el.insert(0, splitsing)
    return True


def _email(boom: _Boom) -> bool:
    plek = boom.kies(lambda plek: plek.blok is Communicatie)
    if plek is None:
        return False
    velden = {veld.naam: veld for veld in velden_in(Communicatie, boom.versie)}
    if boom.rng.random() < 1 / 2 and plek.el.find(boom.tag("geheim")) is None:
        boom.voeg_in(plek.el, Communicatie, velden["geheim"])
    for el in plek.el.iterchildren(boom.tag("nummer")):
        el.text = boom.rng.choice(EMAILS)
    for el in plek.el.iterchildren(boom.tag("soort")):
        el.text = boom.rng.choice(("e-mail", "e-mail", "telefoon"))
    return True


def _ander_document(boom: _Boom) -> bool:
    """Make a part of the dossier that may stand alone the document."""
    delen = globale_blokken(boom.versie)
    plek = boom.kies(
        lambda plek: plek.blok and delen.get(etree.QName(plek.el).localname) is plek.blok
    )
    if plek is None:
        return False
    boom.root = deepcopy(plek.el)
    boom.root.tail = None
    return True


def _meer_dossiers(boom: _Boom) -> bool:
    if boom.plekken[0].blok is not Dossier:
        return False
    samen = etree.Element(boom.tag("dossiers"), nsmap={None: boom.versie.namespace})
    for _ in range(boom.rng.randint(1, 2)):
        samen.append(deepcopy(boom.root))
    boom.root = samen
    return True


WIJZIGINGEN: dict[str, tuple[int, Callable[[_Boom], bool]]] = {
    "weg": (12, _weg(_is_optioneel)),
    "weg-verplicht": (4, _weg(lambda plek: not _is_optioneel(plek))),
    "erbij": (16, _erbij),
    "dubbel": (5, _dubbel),
    "omgewisseld": (3, _omgewisseld),
    "leeggehaald": (2, _leeggehaald),
    "leeg": (3, _tekst(lambda plek: True, lambda boom, plek: "")),
    "spaties": (5, _tekst(lambda plek: True, _spaties)),
    "soort": (
        8,
        _tekst(lambda plek: _is_code(plek) and plek.ouder in (Dossier, Metadata), _andere_code),
    ),
    "categorie": (6, _tekst(lambda plek: plek.ouder is CategorieUitlevering, _andere_code)),
    "andere-code": (8, _tekst(_is_code, _andere_code)),
    "verkeerde-code": (8, _tekst(_is_code, _verkeerde_code)),
    "ja-nee": (8, _tekst(_is_janee, _passende_waarde)),
    "andere-waarde": (6, _tekst(lambda plek: True, _passende_waarde)),
    "vreemde-waarde": (4, _tekst(lambda plek: True, _vreemde_waarde)),
    "te-lang": (
        2,
        _tekst(lambda plek: True, lambda boom, plek: "a" * boom.rng.choice(LANG)),
    ),
    "cdata": (2, _tekst(lambda plek: True, _cdata)),
    "gesplitst": (6, _gesplitst),
    "e-mail": (8, _email),
    "attribuut": (2, _attribuut),
    "hernoemd": (2, _hernoemd),
    "ander-document": (2, _ander_document),
    "meer-dossiers": (2, _meer_dossiers),
}
"""Each change by name, with how often it is tried: seldom what the schema refuses anyhow."""
_MEER = "meer"
_KANS_OP_MEER = 0.2


def _een(root: _Element, versie: Versie, rng: random.Random) -> tuple[str, _Element]:
    """Make one change, of a kind that this document has something for."""
    namen = list(WIJZIGINGEN)
    gewichten = [gewicht for gewicht, _ in WIJZIGINGEN.values()]
    while True:
        naam = rng.choices(namen, gewichten)[0]
        boom = _Boom(root, versie, rng)
        if WIJZIGINGEN[naam][1](boom):
            return naam, boom.root


def varianten(data: bytes, aantal: int, zaad: int) -> Iterator[tuple[str, bytes]]:
    """Yield changed copies of a dossier, each with a name; the same seed gives the same bytes.

    Raises:
        LeesFout: the dossier can't be opened, or is in no known version.
    """
    root = parse_document(data)
    versie = versie_van(root)
    afdruk = zlib.crc32(data)
    for nummer in range(1, aantal + 1):
        rng = random.Random(f"{zaad}/{nummer}/{afdruk}")  # noqa: S311 - to repeat, not to guess
        naam, kopie = _een(deepcopy(root), versie, rng)
        if rng.random() < _KANS_OP_MEER:
            for _ in range(rng.randint(1, _MEEST_TEGELIJK - 1)):
                _, kopie = _een(kopie, versie, rng)
            naam = _MEER
        yield f"{nummer:05}-{naam}", etree.tostring(kopie, encoding="UTF-8", xml_declaration=True)

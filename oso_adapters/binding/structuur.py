"""Why a document does not fit the schema: findings ``ST.…``, driven by the same declarations.

The schema decides whether a document fits; this explains where it does not, without the texts of
libxml2, which carry values.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from lxml import etree

from oso_adapters.binding.herkennen import ANDER
from oso_adapters.binding.plaatsen import Plaatsen, lokale_naam
from oso_adapters.gegevensset._boom import globale_blokken
from oso_adapters.gegevensset._veld import Veld, Vorm, velden_in
from oso_adapters.gegevensset.codelijsten import codelijst
from oso_adapters.gegevensset.typen import Soort
from oso_adapters.melding import Melding, SoortMelding, Wie
from oso_adapters.versies import Versie

__all__ = ["HERSTEL", "SLEUTELS", "explain_structuur", "toon"]

_XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
_WIT = " \t\r\n"
HERSTEL = {
    ANDER: "Lees in de melding wat het bestand is, en kies het XML-bestand van het dossier.",
    "ST.onbekend": "De leverancier van het verzendende systeem moet dit onderdeel weglaten of"
    " de naam verbeteren.",
    "ST.ontbreekt": "Vul dit onderdeel in. Is het in het administratiesysteem wel ingevuld, dan"
    " moet de leverancier de export herstellen.",
    "ST.teveel": "De leverancier van het verzendende systeem moet dit onderdeel één keer leveren.",
    "ST.volgorde": "De leverancier van het verzendende systeem moet de onderdelen in de volgorde"
    " van de standaard leveren.",
    "ST.waarde": "Verbeter de waarde van dit veld. Klopt die in het administratiesysteem, dan moet"
    " de leverancier de export herstellen.",
}
_TOONBARE_LENGTE = 40
_KORT_NUMMER = re.compile(r"\d{1,4}|20\d\d(?:\.\d){1,2}")
"""A code of figures, or a version such as 2019.1.1."""

SLEUTELS = {
    "ST.onleesbaar": "Het bestand is geen leesbare XML, te groot, of geen dossier.",
    ANDER: "Het bestand is iets anders dan een dossier, en wat het is, is bekend.",
    "ST.onbekend": "Er staat een element of attribuut dat de standaard daar niet kent.",
    "ST.ontbreekt": "Een onderdeel dat de standaard voorschrijft, ontbreekt.",
    "ST.teveel": "Een onderdeel staat er vaker dan mag, of naast een dat het uitsluit.",
    "ST.volgorde": "Een onderdeel staat niet op zijn plaats in de volgorde van de standaard.",
    "ST.waarde": "Een waarde heeft niet de vorm die de standaard vraagt.",
    "ST.versie": "De versie is onbekend, of een veld bestaat niet in deze versie.",
}
"""What each key of a structural finding means, in Dutch."""

_Element = etree._Element
Bevinding = tuple[_Element, Melding]


def toon(veld: Veld, tekst: str) -> str | None:
    """Return what may be shown of a value of a field declared showable: a code or a version.

    What is neither, nor looks like one of the field, may be a text about a pupil.
    """
    kaal = tekst.strip()
    if not veld.toonbaar or not tekst.isprintable() or len(tekst) > _TOONBARE_LENGTE:
        return None
    codes = [c.code.casefold() for c in codelijst(veld.codelijst).codes] if veld.codelijst else []
    lijkt = _KORT_NUMMER.fullmatch(kaal) or get_close_matches(kaal.casefold(), codes, n=1)
    return tekst if lijkt else None


def _kinderen(el: _Element) -> list[_Element]:
    return [kind for kind in el if isinstance(kind.tag, str)]


def _tekst(el: _Element) -> str:
    return (el.text or "") + "".join(kind.tail or "" for kind in el)


class _Uitleg:
    """Walks the document beside the declarations."""

    def __init__(self, versie: Versie, plaatsen: Plaatsen) -> None:
        self.versie = versie
        self.plaatsen = plaatsen

    def maak(
        self,
        regel: str,
        el: _Element,
        melding: str,
        *,
        onder: str = "",
        verwacht: str | None = None,
        gevonden: str | None = None,
    ) -> Bevinding:
        return el, Melding(
            regel=regel,
            soort=SoortMelding.STRUCTUUR,
            locatie=self.plaatsen.locatie(el),
            pad=self.plaatsen.pad(el) + onder,
            regelnummer=el.sourceline,
            gevonden=gevonden,
            verwacht=verwacht,
            melding=melding,
            herstel=HERSTEL[regel],
            wie=Wie.LEVERANCIER,
        )

    def attributen(self, el: _Element, bekend: Iterable[Veld] = ()) -> Iterator[Bevinding]:
        soorten = {veld.naam: veld for veld in bekend}
        for naam in el.keys():  # noqa: SIM118 - values are looked up only where they are known
            if naam in soorten:
                veld, waarde = soorten[naam], el.get(naam, "")
                assert veld.soort is not None
                if not veld.soort.past(waarde):
                    yield self.waarde(el, veld, veld.soort, waarde, onder=f"/@{naam}")
            elif not naam.startswith(_XSI):
                yield self.maak(
                    "ST.onbekend", el, "Dit element heeft een attribuut dat de standaard niet kent."
                )
                return

    def waarde(
        self, el: _Element, veld: Veld, soort: Soort, tekst: str, *, onder: str = ""
    ) -> Bevinding:
        leeg = "is leeg" if not tekst.strip(_WIT) else "heeft niet de vorm die de standaard vraagt"
        return self.maak(
            "ST.waarde",
            el,
            f"Het veld '{veld.label}' {leeg}.",
            onder=onder,
            verwacht=soort.verwacht,
            gevonden=toon(veld, tekst),
        )

    def leegte(self, el: _Element) -> Iterator[Bevinding]:
        """Find text between elements."""
        if _tekst(el).strip(_WIT):
            yield self.maak("ST.onbekend", el, "Tussen de elementen staat losse tekst.")

    def blad(self, el: _Element, veld: Veld, soort: Soort) -> Iterator[Bevinding]:
        yield from self.attributen(el)
        yield from self.inhoud_van_blad(el, veld, soort)

    def inhoud_van_blad(self, el: _Element, veld: Veld, soort: Soort) -> Iterator[Bevinding]:
        """Find what is wrong with the text of an element that holds nothing else."""
        kinderen = _kinderen(el)
        if kinderen:
            yield self.maak(
                "ST.onbekend",
                kinderen[0],
                f"In het veld '{veld.label}' staat een element; er hoort alleen tekst te staan.",
            )
        elif not soort.past(_tekst(el)):
            yield self.waarde(el, veld, soort, _tekst(el))

    def veld(self, el: _Element, veld: Veld) -> Iterator[Bevinding]:
        if veld.vorm is Vorm.LIJST:
            yield from self.lijst(el, veld)
        elif veld.vorm is Vorm.REEKS:
            yield from self.reeks(el, veld)
        else:
            yield from self.inhoud(el, veld)

    def inhoud(self, el: _Element, veld: Veld) -> Iterator[Bevinding]:
        if veld.blok is not None:
            yield from self.blok(el, veld.blok)
        else:
            assert veld.soort is not None
            yield from self.blad(el, veld, veld.soort)

    def lijst(self, el: _Element, veld: Veld) -> Iterator[Bevinding]:
        yield from self.attributen(el)
        yield from self.leegte(el)
        kinderen = _kinderen(el)
        tag = f"{{{self.versie.namespace}}}{veld.lijst}"
        if not kinderen and not veld.leeg:
            yield self.maak(
                "ST.ontbreekt",
                el,
                f"'{veld.label}' is leeg; er hoort ten minste één '{veld.lijst}' in te staan.",
                onder=f"/{veld.lijst}",
                verwacht=f"een of meer elementen '{veld.lijst}'",
            )
        for kind in kinderen:
            if kind.tag == tag:
                yield from self.inhoud(kind, veld)
            else:
                yield self.onbekend(kind, [veld.lijst or ""])

    def reeks(self, el: _Element, veld: Veld) -> Iterator[Bevinding]:
        assert veld.blok is not None
        yield from self.attributen(el)
        yield from self.leegte(el)
        eerste = f"{{{self.versie.namespace}}}{velden_in(veld.blok, self.versie)[0].naam}"
        groepen: list[list[_Element]] = [[]]
        for kind in _kinderen(el):
            if kind.tag == eerste and groepen[-1]:
                groepen.append([])
            groepen[-1].append(kind)
        for groep in groepen:
            yield from self.reeks_of_blok(el, veld.blok, groep)

    def blok(self, el: _Element, cls: type) -> Iterator[Bevinding]:
        velden = velden_in(cls, self.versie)
        tekst = next((v for v in velden if v.vorm is Vorm.TEKST), None)
        if tekst is not None:
            assert tekst.soort is not None
            yield from self.attributen(el, [v for v in velden if v.vorm is Vorm.ATTRIBUUT])
            yield from self.inhoud_van_blad(el, tekst, tekst.soort)
            return
        yield from self.attributen(el)
        yield from self.leegte(el)
        yield from self.reeks_of_blok(el, cls, _kinderen(el))

    def onbekend(self, el: _Element, namen: Iterable[str]) -> Bevinding:
        namen = list(namen)
        lijkt = get_close_matches(lokale_naam(el), namen, n=1)
        if etree.QName(el).namespace != self.versie.namespace:
            verwacht = f"een element in de namespace van versie {self.versie}"
        elif lijkt and lijkt[0] != lokale_naam(el):
            verwacht = f"misschien '{lijkt[0]}'"
        else:
            verwacht = None
        return self.maak(
            "ST.onbekend",
            el,
            "Dit element kent de standaard op deze plaats niet.",
            verwacht=verwacht,
        )

    def reeks_of_blok(
        self, el: _Element, cls: type, kinderen: list[_Element]
    ) -> Iterator[Bevinding]:
        velden = velden_in(cls, self.versie)
        tabel = {f"{{{self.versie.namespace}}}{v.naam}": (nr, v) for nr, v in enumerate(velden)}
        gezien: dict[str, int] = {}
        keuzes: dict[str, Veld] = {}
        verste = -1
        for kind in kinderen:
            if kind.tag not in tabel:
                yield self.onbekend(kind, [v.naam for v in velden])
                continue
            nr, veld = tabel[kind.tag]
            gezien[veld.attr] = gezien.get(veld.attr, 0) + 1
            if gezien[veld.attr] > 1 and not veld.onbeperkt:
                yield self.maak("ST.teveel", kind, f"'{veld.label}' staat er meer dan één keer.")
            elif veld.keuze and keuzes.setdefault(veld.keuze, veld) != veld:
                ander = keuzes[veld.keuze].label
                yield self.maak(
                    "ST.teveel", kind, f"'{ander}' en '{veld.label}' sluiten elkaar uit."
                )
            elif nr < verste:
                yield self.maak(
                    "ST.volgorde",
                    kind,
                    f"'{veld.label}' staat niet op de plaats die de standaard voorschrijft.",
                    verwacht=f"vóór '{velden[verste].label}'",
                )
            verste = max(verste, nr)
            yield from self.veld(kind, veld)
        yield from self.ontbreekt(el, velden, set(gezien), set(keuzes))

    def ontbreekt(
        self, el: _Element, velden: tuple[Veld, ...], gezien: set[str], keuzes: set[str]
    ) -> Iterator[Bevinding]:
        for veld in velden:
            if not veld.verplicht or veld.attr in gezien or veld.vorm is Vorm.TEKST:
                continue
            if veld.keuze is None:
                labels = f"'{veld.label}'"
            elif veld.keuze not in keuzes:
                keuzes.add(veld.keuze)
                labels = " of ".join(f"'{v.label}'" for v in velden if v.keuze == veld.keuze)
            else:
                continue
            yield self.maak("ST.ontbreekt", el, f"{labels} ontbreekt.", onder=f"/{veld.naam}")


def explain_structuur(root: _Element, versie: Versie, plaatsen: Plaatsen) -> Iterator[Bevinding]:
    """Yield all findings on the structure of a document, each with its element.

    The root must be a global element of this version.
    """
    uitleg = _Uitleg(versie, plaatsen)
    return uitleg.blok(root, globale_blokken(versie)[etree.QName(root).localname])

"""The check of one document: structure, code lists and rules, in one verdict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Any, TypeVar

import attrs
from lxml import etree

from oso_adapters.binding.parser import (
    GRENZEN,
    grens_fout,
    has_hele_teksten,
    parse_document,
    te_diep,
    versie_van,
)
from oso_adapters.binding.plaatsen import Plaatsen, lokale_naam
from oso_adapters.binding.structuur import explain_structuur, toon
from oso_adapters.binding.writer import write_dossier
from oso_adapters.binding.xsd import schema
from oso_adapters.errors import DossierOngeldig, LeesFout
from oso_adapters.gegevensset import Terugkoppeling
from oso_adapters.gegevensset._boom import Plek, plekken
from oso_adapters.gegevensset.profielen import profiel_van
from oso_adapters.melding import Melding, Oordeel, SoortMelding, Wie, judge
from oso_adapters.rules import Blad, Regel, Regelset
from oso_adapters.rules.codelijst import STILLE_WORTELS
from oso_adapters.rules.engine import Regelboek, Treffer
from oso_adapters.rules.regel import blad_voor
from oso_adapters.rules.snel import stand_van
from oso_adapters.rules.streng import regelboek, streng_schema
from oso_adapters.rules.testen import Beeld, Gestopt, Pad, tekstknopen
from oso_adapters.rules.verwachting import verwachting
from oso_adapters.rules.vouwen import absoluut
from oso_adapters.rules.woorden import paden
from oso_adapters.versies import VERSIES, Versie

__all__ = ["Uitslag", "check"]

_T = TypeVar("_T")
_Element = etree._Element
_WORTELS = frozenset({"dossier", "dossiers"})


@attrs.frozen(kw_only=True)
class Uitslag:
    """What a check found.

    Attributes:
        versie: version of the document; None when it could not be read.
        profiel: kind of transfer (POPO, POVO, VOVO, BB, POSWV, VOSWV); None when unclear.
        blad: sheet that it was checked with; None when it could not be read.
        meldingen: findings in document order.
        reden: why nothing could be established, in Dutch; empty otherwise.
    """

    versie: Versie | None = None
    profiel: str | None = None
    blad: Blad | None = None
    oordeel: Oordeel
    meldingen: tuple[Melding, ...] = ()
    reden: str = ""


@cache
def _plek_op_pad(versie: Versie) -> dict[str, Plek]:
    alle = (*plekken(versie), *plekken(versie, Terugkoppeling, "/terugkoppeling"))
    return {pad: plek for plek in alle for pad in (plek.kop, plek.pad)}


def _knopen(root: _Element, versie: Versie, pad: str) -> set[str]:
    """Return the text nodes of ``//a/b``."""
    *ouders, laatste = Pad.van(pad, versie.namespace).stappen
    gevonden: set[str] = set()
    for el in root.iter(laatste):
        ouder = el.getparent()
        if not ouders or (ouder is not None and ouder.tag == ouders[-1]):
            gevonden.update(tekstknopen(el))
    return gevonden


class _Onderzoek:
    """One document under check."""

    def __init__(
        self, root: _Element, versie: Versie, regelset: Regelset, blad: Blad | None
    ) -> None:
        self.root = root
        self.versie = versie
        self.regelset = regelset
        self.gevraagd_blad = blad
        self.reden = ""
        self.vastgelopen = False
        self.plaatsen = Plaatsen()
        self.eenvoudig = (
            lokale_naam(root) == "dossier"
            and streng_schema(versie).validate(root)
            and has_hele_teksten(root)
        )
        self.soorten = self._knopen("//overdrachtsoort")
        self.overstappen = self._knopen("//metadata/overstap")
        self.zeker = self.eenvoudig and self._boek(root, regelset).surely_holds(root)
        self.past = self.zeker or schema(versie).validate(root)

    def _knopen(self, pad: str) -> set[str]:
        if not self.eenvoudig:
            return _knopen(self.root, self.versie, pad)
        tekst = stand_van(pad, self.versie)(self.root)
        return {tekst} if tekst else set()

    @property
    def apart(self) -> bool:
        """Each dossier is judged alone (erratum 5) and findings point at elements (erratum 6)."""
        return self.regelset is Regelset.AFSPRAAK

    def blad(self, root: _Element) -> Blad:
        if self.gevraagd_blad is not None:
            return self.gevraagd_blad
        soorten = self.soorten
        if root is not self.root:
            soorten = _knopen(root, self.versie, "//overdrachtsoort")
        return blad_voor(soorten)

    def eenheden(self) -> list[_Element]:
        if self.apart and lokale_naam(self.root) == "dossiers":
            return [kind for kind in self.root if isinstance(kind.tag, str)]
        return [self.root]

    def structuur(self) -> list[tuple[_Element, Melding]]:
        if self.past:
            return []
        if te_diep(self.root):
            raise grens_fout(
                "de elementen staan te diep in elkaar", f"{GRENZEN.diepte} elementen diep"
            )
        uitleg = explain_structuur(self.root, self.versie, self.plaatsen)
        gevonden = self._hoogstens(uitleg)
        if not gevonden:
            gevonden = [(self.root, self._onverklaard())]
        return gevonden

    def _hoogstens(self, dingen: Iterator[_T]) -> list[_T]:
        """Take no more findings than a person can read; say that there are more."""
        genomen = list(islice(dingen, GRENZEN.meldingen + 1))
        if len(genomen) > GRENZEN.meldingen:
            self.reden = f"Er zijn nog meer meldingen dan de {GRENZEN.meldingen} die hier staan."
        return genomen[: GRENZEN.meldingen]

    def _onverklaard(self) -> Melding:
        regel = schema(self.versie).error_log[0].line if schema(self.versie).error_log else None
        return Melding(
            regel="ST.waarde",
            soort=SoortMelding.STRUCTUUR,
            locatie=self.plaatsen.locatie(self.root),
            pad=self.plaatsen.pad(self.root),
            regelnummer=regel,
            melding="Het document past niet in het schema van deze versie.",
            herstel="De leverancier moet de export vergelijken met het schema (oso schema).",
            wie=Wie.LEVERANCIER,
        )

    def regels(self) -> list[tuple[_Element, Melding]]:
        gevonden: list[tuple[_Element, Melding]] = []
        if self.zeker:
            return gevonden
        gepubliceerd: set[tuple[str, _Element]] | None = None
        for eenheid in self.eenheden():
            for treffer in self._hoogstens(self._treffers(eenheid, self.regelset)):
                if gepubliceerd is None:
                    gepubliceerd = self._ook_gepubliceerd()
                gevonden.append(self._melding(treffer, gepubliceerd))
        return gevonden

    def _boek(self, root: _Element, regelset: Regelset) -> Regelboek:
        blad = self.blad(root)
        return regelboek(self.versie, regelset, blad, lijsten=not self.eenvoudig)

    def _treffers(self, root: _Element, regelset: Regelset) -> Iterator[Treffer]:
        boek = self._boek(root, regelset)
        beeld = boek.beeld(root)
        gepubliceerd = regelset is Regelset.GEPUBLICEERD
        stil = gepubliceerd and lokale_naam(root) in STILLE_WORTELS
        for treffer in boek.find_broken(beeld):
            regel = treffer.regel
            if treffer.fout is not None:
                self._niet_uitgevoerd(treffer, regelset)
            elif not (
                (stil and regel.soort is SoortMelding.CODELIJST and regel.bij != "/")
                or (gepubliceerd and _boven_zicht(treffer, root))
            ):
                yield from [treffer] * self._aantal(regel, beeld, boek.leerling, regelset)

    def _aantal(self, regel: Regel, beeld: Beeld, leerling: str, regelset: Regelset) -> int:
        if regel.per_leerling and regelset is Regelset.GEPUBLICEERD:
            return len(beeld.groepen.get(leerling, ()))
        return 1

    def _niet_uitgevoerd(self, treffer: Treffer, regelset: Regelset) -> None:
        if isinstance(treffer.fout, Gestopt):
            if self.past and regelset is Regelset.GEPUBLICEERD:
                raise treffer.fout
            return
        self.vastgelopen = True
        self.reden = f"De controle op regel {treffer.regel.id} is vastgelopen."

    def _ook_gepubliceerd(self) -> set[tuple[str, _Element]]:
        if not self.apart:
            return set()
        try:
            treffers = self._hoogstens(self._treffers(self.root, Regelset.GEPUBLICEERD))
        except Gestopt:
            return set()
        return {(treffer.regel.id, treffer.element) for treffer in treffers}

    def _doel(self, treffer: Treffer) -> _Element | None:
        """Return the element that a rule is about, or else the one nearest to where it belongs."""
        hier = treffer.element
        stappen = treffer.regel.over.removeprefix("//").split("/")
        if treffer.regel.over.startswith("//"):
            eerste = f"{{{self.versie.namespace}}}{stappen.pop(0)}"
            hier = next(hier.iter(eerste), hier)
        for stap in stappen:
            if stap != ".":
                volgende = hier.find(f"{{{self.versie.namespace}}}{stap}")
                if volgende is None:
                    return hier if treffer.regel.bij == "/" else None
                hier = volgende
        return hier

    def _melding(
        self, treffer: Treffer, gepubliceerd: set[tuple[str, _Element]]
    ) -> tuple[_Element, Melding]:
        regel, el = treffer.regel, treffer.element
        heel_document = regel.bij == "/"
        doel = self._doel(treffer)
        if heel_document and self.apart and doel is not None:
            el = doel
        basis = "" if heel_document else self.plaatsen.pad(treffer.element)
        pad = absoluut(basis, regel.over)
        plek = _plek_op_pad(self.versie).get(pad)
        gevonden = None
        if doel is not None and plek is not None and lokale_naam(doel) == plek.veld.naam:
            gevonden = toon(plek.veld, doel.text or "")
        return el, Melding(
            regel=regel.id,
            soort=regel.soort,
            ernst=regel.ernst,
            locatie="/[1]" if heel_document and not self.apart else self.plaatsen.locatie(el),
            pad=pad,
            regelnummer=el.sourceline,
            gevonden=gevonden,
            verwacht=regel.verwacht or self._verwacht(regel, basis),
            melding=regel.melding,
            herstel=regel.herstel,
            wie=regel.wie,
            gepubliceerd=not self.apart or self._was_gepubliceerd(treffer, gepubliceerd),
            paden=tuple(dict.fromkeys(absoluut(basis, p) for p in (regel.over, *paden(regel.eis)))),
        )

    def _was_gepubliceerd(self, treffer: Treffer, gepubliceerd: set[tuple[str, _Element]]) -> bool:
        if treffer.regel.bij == "/":
            return any(regel == treffer.regel.id for regel, _ in gepubliceerd)
        return (treffer.regel.id, treffer.element) in gepubliceerd

    def _verwacht(self, regel: Regel, basis: str) -> str:
        op_pad = _plek_op_pad(self.versie)

        def label(pad: str) -> str:
            heel = absoluut(basis, pad)
            plek = op_pad.get(heel)
            return plek.veld.label if plek else heel.rpartition("/")[2]

        return verwachting(regel.eis, label, self.versie)


def _boven_zicht(treffer: Treffer, root: _Element) -> bool:
    """Say whether the common part of the sheets does not see an element.

    It looks for elements inside another one, so for none that begins at the root of the document.
    """
    regel, hier = treffer.regel, treffer.element
    if regel.voor.blad is not None or regel.bij == "/":
        return False
    for _ in range(regel.bij.count("/")):
        hier = hier.getparent() if hier is not root else hier  # type: ignore[assignment]
    return hier is root


def _op_volgorde(
    root: _Element, gevonden: Iterable[tuple[_Element, Melding]]
) -> tuple[Melding, ...]:
    gevonden = list(gevonden)
    if len(gevonden) > 1:
        volgorde = {el: nr for nr, el in enumerate(root.iter())}
        gevonden.sort(key=lambda paar: volgorde[paar[0]])
    return tuple(melding for _, melding in gevonden)


def _niet_vast(reden: str, *meldingen: Melding, **rest: Any) -> Uitslag:
    return Uitslag(oordeel=Oordeel.NIET_VAST_TE_STELLEN, meldingen=meldingen, reden=reden, **rest)


def _onleesbaar(fout: LeesFout) -> Uitslag:
    melding = Melding(
        regel=fout.regel,
        soort=SoortMelding.STRUCTUUR,
        locatie="/[1]",
        pad="/",
        regelnummer=fout.line,
        melding=str(fout),
        herstel=fout.herstel,
        wie=Wie.LEVERANCIER,
    )
    return _niet_vast(str(fout), melding)


def check(
    dossier: Any,
    *,
    regelset: Regelset = Regelset.AFSPRAAK,
    blad: Blad | None = None,
    versie: Versie = VERSIES[-1],
) -> Uitslag:
    """Check a document, or a block that is written first.

    Args:
        dossier: the bytes of a document, or a Dossier (Dossiers, …).
        regelset: what is checked.
        blad: published sheet; None takes PaO for a swv-dossier and OV for everything else.
        versie: version to write a block in; a document says itself which version it is.
    """
    if not isinstance(dossier, bytes):
        try:
            dossier = write_dossier(dossier, versie)
        except DossierOngeldig as fout:
            return Uitslag(versie=versie, oordeel=Oordeel.ONGELDIG, meldingen=fout.meldingen)
    try:
        root = parse_document(dossier)
        return _check(root, versie_van(root), regelset, blad)
    except LeesFout as fout:
        return _onleesbaar(fout)


def _check(root: _Element, versie: Versie, regelset: Regelset, blad: Blad | None) -> Uitslag:
    onderzoek = _Onderzoek(root, versie, regelset, blad)
    kenmerken: dict[str, Any] = {"versie": versie, "blad": onderzoek.blad(root)}
    if onderzoek.apart:
        if lokale_naam(root) not in _WORTELS:
            return _geen_dossier(root, kenmerken)
        if not onderzoek.eenheden():
            return _niet_vast("Het bestand bevat geen enkel dossier.", **kenmerken)
    kenmerken["profiel"] = profiel_van(onderzoek.soorten, onderzoek.overstappen)
    try:
        gevonden = [*onderzoek.structuur(), *onderzoek.regels()]
    except Gestopt:
        return _niet_vast(
            "De gepubliceerde controle loopt vast op dit bestand: een waarde die er één keer hoort"
            " te staan, staat er vaker.",
            **kenmerken,
        )
    meldingen = _op_volgorde(root, gevonden) if gevonden else ()
    oordeel = judge(meldingen)
    if onderzoek.vastgelopen and oordeel is Oordeel.GELDIG:
        oordeel = Oordeel.NIET_VAST_TE_STELLEN
    return Uitslag(oordeel=oordeel, meldingen=meldingen, reden=onderzoek.reden, **kenmerken)


def _geen_dossier(root: _Element, kenmerken: dict[str, Any]) -> Uitslag:
    melding = Melding(
        regel="ST.onleesbaar",
        soort=SoortMelding.STRUCTUUR,
        locatie=f"/{lokale_naam(root)}[1]",
        pad=f"/{lokale_naam(root)}",
        regelnummer=root.sourceline,
        melding=f"Dit is geen dossier, maar een los onderdeel: '{lokale_naam(root)}'.",
        verwacht="een document met 'dossier' of 'dossiers' als eerste element",
        herstel="Verzend het hele dossier, niet een onderdeel ervan.",
        gepubliceerd=False,
        wie=Wie.LEVERANCIER,
    )
    return _niet_vast(melding.melding, melding, **kenmerken)

"""The check of one document: structure, code lists and rules, in one verdict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

import attrs
from lxml import etree

from oso_adapters.binding.herkennen import ANDER, DOSSIERS
from oso_adapters.binding.parser import (
    GRENZEN,
    grens_fout,
    has_hele_teksten,
    parse_document,
    te_diep,
    versie_van,
)
from oso_adapters.binding.plaatsen import Plaatsen, dichtstbij, lokale_naam
from oso_adapters.binding.structuur import explain_structuur, toon
from oso_adapters.binding.writer import write_dossier
from oso_adapters.binding.xsd import schema
from oso_adapters.errors import DossierOngeldig, LeesFout
from oso_adapters.gegevensset.profielen import profiel_van
from oso_adapters.melding import Melding, Oordeel, SoortMelding, Wie, judge
from oso_adapters.rules import Blad, Regel, Regelset
from oso_adapters.rules.codelijst import STILLE_WORTELS
from oso_adapters.rules.engine import Regelboek, Treffer
from oso_adapters.rules.errata import Werkwijze, errata_in
from oso_adapters.rules.regel import blad_voor
from oso_adapters.rules.snel import stand_van
from oso_adapters.rules.soort import OVERSTAPPEN, SOORTEN, teksten_op
from oso_adapters.rules.streng import regelboek, streng_schema
from oso_adapters.rules.testen import Beeld, Gestopt
from oso_adapters.rules.verwachting import plek_op_pad, verwacht_van
from oso_adapters.rules.vouwen import absoluut
from oso_adapters.rules.woorden import paden
from oso_adapters.versies import VERSIES, Versie

__all__ = ["Uitslag", "check", "check_boom"]

_T = TypeVar("_T")
_Element = etree._Element


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


class _Onderzoek:
    """One document under check."""

    def __init__(
        self,
        root: _Element,
        versie: Versie,
        regelset: Regelset,
        blad: Blad | None,
        zonder: frozenset[int],
    ) -> None:
        self.root = root
        self.versie = versie
        self.regelset = regelset
        self.zonder = zonder
        self.gevraagd_blad = blad
        self.reden = ""
        self.vastgelopen = False
        self.plaatsen = Plaatsen()
        self.eenvoudig = (
            lokale_naam(root) == "dossier"
            and streng_schema(versie).validate(root)
            and has_hele_teksten(root)
        )
        self.soorten = self._knopen(SOORTEN)
        self.overstappen = self._knopen(OVERSTAPPEN)
        self.zeker = self.eenvoudig and self._boek(root, regelset).surely_holds(root)
        self.past = self.zeker or schema(versie).validate(root)

    def _knopen(self, pad: str) -> set[str]:
        if not self.eenvoudig:
            return teksten_op(self.root, self.versie, pad)
        tekst = stand_van(pad, self.versie)(self.root)
        return {tekst} if tekst else set()

    def werkt(self, werkwijze: Werkwijze, regelset: Regelset | None = None) -> bool:
        """Say whether an erratum in how the sheets work is taken away."""
        errata = errata_in(regelset or self.regelset, self.zonder)
        return any(erratum.werkwijze is werkwijze for erratum in errata)

    def blad(self, root: _Element) -> Blad:
        if self.gevraagd_blad is not None:
            return self.gevraagd_blad
        soorten = self.soorten
        if root is not self.root:
            soorten = teksten_op(root, self.versie, SOORTEN)
        return blad_voor(soorten)

    def eenheden(self) -> list[_Element]:
        if lokale_naam(self.root) == "dossiers" and self.werkt(Werkwijze.APART):
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
        lijsten = not self.eenvoudig
        return regelboek(self.versie, regelset, blad, lijsten=lijsten, zonder=self.zonder)

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
        if regel.per_leerling and not self.werkt(Werkwijze.APART, regelset):
            return len(beeld.groepen.get(leerling, ()))
        return 1

    def _niet_uitgevoerd(self, treffer: Treffer, regelset: Regelset) -> None:
        if isinstance(treffer.fout, Gestopt):
            if self.past and not self.werkt(Werkwijze.APART, regelset):
                raise treffer.fout
            return
        self.vastgelopen = True
        self.reden = f"De controle op regel {treffer.regel.id} is vastgelopen."

    def _ook_gepubliceerd(self) -> set[tuple[str, _Element]]:
        if self.regelset is Regelset.GEPUBLICEERD:
            return set()
        try:
            treffers = self._hoogstens(self._treffers(self.root, Regelset.GEPUBLICEERD))
        except Gestopt:
            return set()
        return {(treffer.regel.id, treffer.element) for treffer in treffers}

    def _doel(self, treffer: Treffer) -> _Element | None:
        """Return the element that a rule is about; None when it is not there.

        Of a rule on the whole document that is the nearest to where it belongs.
        """
        hier, over = treffer.element, treffer.regel.over
        stappen = [f"{{{self.versie.namespace}}}{s}" for s in over.split("/") if s not in ("", ".")]
        if treffer.regel.bij == "/":
            return dichtstbij(hier, *stappen)
        if over.startswith("//"):
            hier = next(hier.iter(stappen.pop(0)), hier)
        return hier.find("/".join(stappen)) if stappen else hier

    def _melding(
        self, treffer: Treffer, gepubliceerd: set[tuple[str, _Element]]
    ) -> tuple[_Element, Melding]:
        regel, el = treffer.regel, treffer.element
        heel_document = regel.bij == "/"
        wijst_aan = self.werkt(Werkwijze.AANWIJZEN)
        doel = self._doel(treffer)
        if heel_document and wijst_aan and doel is not None:
            el = doel
        basis = "" if heel_document else self.plaatsen.pad(treffer.element)
        pad = absoluut(basis, regel.over)
        plek = plek_op_pad(self.versie).get(pad)
        gevonden = None
        if doel is not None and plek is not None and lokale_naam(doel) == plek.veld.naam:
            gevonden = toon(plek.veld, doel.text or "")
        return el, Melding(
            regel=regel.id,
            soort=regel.soort,
            ernst=regel.ernst,
            locatie="/[1]" if heel_document and not wijst_aan else self.plaatsen.locatie(el),
            pad=pad,
            regelnummer=el.sourceline,
            gevonden=gevonden,
            verwacht=verwacht_van(regel, basis, self.versie),
            melding=regel.melding,
            herstel=regel.herstel,
            wie=regel.wie,
            gepubliceerd=self.regelset is Regelset.GEPUBLICEERD
            or self._was_gepubliceerd(treffer, gepubliceerd),
            paden=tuple(dict.fromkeys(absoluut(basis, p) for p in (regel.over, *paden(regel.eis)))),
        )

    def _was_gepubliceerd(self, treffer: Treffer, gepubliceerd: set[tuple[str, _Element]]) -> bool:
        if treffer.regel.bij == "/":
            return any(regel == treffer.regel.id for regel, _ in gepubliceerd)
        return (treffer.regel.id, treffer.element) in gepubliceerd


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
        wie=fout.wie,
    )
    return _niet_vast(str(fout), melding)


def check(
    dossier: Any,
    *,
    regelset: Regelset = Regelset.AFSPRAAK,
    blad: Blad | None = None,
    versie: Versie = VERSIES[-1],
    zonder: frozenset[int] = frozenset(),
) -> Uitslag:
    """Check a document, or a block that is written first.

    Args:
        dossier: the bytes of a document, or a Dossier (Dossiers, …).
        regelset: what is checked.
        blad: published sheet; None takes PaO for a swv-dossier and OV for everything else.
        versie: version to write a block in; a document says itself which version it is.
        zonder: numbers of errata that the afspraak leaves as they are published.
    """
    if not isinstance(dossier, bytes):
        try:
            dossier = write_dossier(dossier, versie)
        except DossierOngeldig as fout:
            return Uitslag(versie=versie, oordeel=Oordeel.ONGELDIG, meldingen=fout.meldingen)
    try:
        root = parse_document(dossier)
    except LeesFout as fout:
        return _onleesbaar(fout)
    return check_boom(root, regelset=regelset, blad=blad, zonder=zonder)


def check_boom(
    root: _Element,
    *,
    regelset: Regelset = Regelset.AFSPRAAK,
    blad: Blad | None = None,
    zonder: frozenset[int] = frozenset(),
) -> Uitslag:
    """Check a document that is parsed already; see `check`."""
    try:
        return _check(root, versie_van(root), regelset, blad, zonder)
    except LeesFout as fout:
        return _onleesbaar(fout)


def _check(
    root: _Element, versie: Versie, regelset: Regelset, blad: Blad | None, zonder: frozenset[int]
) -> Uitslag:
    onderzoek = _Onderzoek(root, versie, regelset, blad, zonder)
    kenmerken: dict[str, Any] = {"versie": versie, "blad": onderzoek.blad(root)}
    if regelset is Regelset.AFSPRAAK:
        if lokale_naam(root) not in DOSSIERS:
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
    if lokale_naam(root) == "terugkoppeling":
        fout = LeesFout(
            "Dit is geen dossier, maar een terugkoppeling van de nieuwe school.",
            herstel="Een terugkoppeling wordt niet gecontroleerd. 'oso toon' laat zien wat erin"
            " staat.",
            regel=ANDER,
            wie=Wie.SCHOOL,
            line=root.sourceline,
        )
        return attrs.evolve(_onleesbaar(fout), **kenmerken)
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

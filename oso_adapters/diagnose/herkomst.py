"""Whose finding it is on a dossier that was received: by the system that says it made it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, partial

import attrs
from lxml import etree

from oso_adapters.binding.parser import parse_document
from oso_adapters.capabilities import Exporteur
from oso_adapters.check import Uitslag, check
from oso_adapters.diagnose.document import Document
from oso_adapters.errors import LeesFout
from oso_adapters.gegevensset.profielen import profielen
from oso_adapters.mapping.bronnen import Afbeelding
from oso_adapters.mapping.ontvangen import Dossierbeeld, Systeem, assign_ontvangen, velden_op
from oso_adapters.mapping.standaard import name_standaard
from oso_adapters.mapping.wegen import Richting, Weg, wegen
from oso_adapters.melding import Melding, Wie, voor_ontvanger
from oso_adapters.registry import Plugin, Register
from oso_adapters.rules import Regelset
from oso_adapters.versies import VERSIES, Versie

__all__ = ["Herleid", "Pakket", "exporteur_voor", "niet_te_herleiden", "trace", "trace_boom"]

_GEWOON = "'Wie' is daarom wat de regel zelf zegt."


@attrs.frozen
class Pakket:
    """The system that says that it made a dossier; its name is only told when a plugin has it.

    Attributes:
        systeem: name as schools know it; empty when it is not known here.
        plugin: distribution of the plugin that knows it.
        uitleg: why nothing follows from it, in Dutch; empty when something does.
    """

    systeem: str = ""
    plugin: str = ""
    uitleg: str = ""


@attrs.frozen
class Herleid:
    """Findings with their evidence.

    Attributes:
        pakket: the system that made the (first) dossier; None when it could not be read.
    """

    meldingen: tuple[Melding, ...]
    pakket: Pakket | None = None


def trace(
    data: bytes,
    uitslag: Uitslag,
    register: Register,
    *,
    regelset: Regelset = Regelset.AFSPRAAK,
    ontvangen: bool = False,
) -> Herleid:
    """Say of each finding in a document which fields of its maker it is about, and who must act.

    Args:
        data: the document that was checked.
        regelset: what it was checked with.
        ontvangen: who asks received the dossier, so its school is another one.
    """
    herleid = _trace(data, uitslag, register, regelset)
    if not ontvangen:
        return herleid
    return attrs.evolve(herleid, meldingen=tuple(map(voor_ontvanger, herleid.meldingen)))


def niet_te_herleiden(fout: Exception) -> Pakket:
    """Return what is told when the maker of a dossier could not be looked into."""
    return Pakket(
        uitleg=f"Welk systeem dit dossier maakte, is niet uit te zoeken ({type(fout).__name__})."
        f" {_GEWOON}"
    )


def _trace(data: bytes, uitslag: Uitslag, register: Register, regelset: Regelset) -> Herleid:
    try:
        document = Document(parse_document(data))
    except LeesFout:
        return Herleid(uitslag.meldingen)
    if uitslag.versie is None or not uitslag.meldingen:
        return Herleid(uitslag.meldingen)
    meldingen = list(uitslag.meldingen)
    if regelset is Regelset.GEPUBLICEERD:
        afspraak = check(data, blad=uitslag.blad).meldingen
        meldingen = name_standaard(meldingen, afspraak, uitslag.versie)
    return _herleid(document, attrs.evolve(uitslag, meldingen=tuple(meldingen)), register)


def trace_boom(
    root: etree._Element, uitslag: Uitslag, register: Register, plaats: str = ""
) -> Herleid:
    """Return what `trace` does, of a document that is parsed already, findings or not.

    Args:
        plaats: the dossier whose maker is asked; the first one when left out.

    Raises:
        ValueError: the version of the document is not known.
    """
    return _herleid(Document(root), uitslag, register, plaats)


def _herleid(document: Document, uitslag: Uitslag, register: Register, plaats: str = "") -> Herleid:
    if uitslag.versie is None:
        raise ValueError("the version of this document is not known")
    spoor = _Spoor(document, uitslag.versie, uitslag.profiel, register)
    eerste = uitslag.meldingen[0].locatie if uitslag.meldingen else ""
    pakket, _ = spoor.maker(plaats or eerste)
    return Herleid(tuple(map(spoor.wijs_toe, uitslag.meldingen)), pakket)


class _Spoor:
    """The way back from the findings in one document to the systems that made it."""

    def __init__(
        self, document: Document, nummer: Versie, profiel: str | None, register: Register
    ) -> None:
        self._document = document
        self._versie = nummer
        self._profiel = profiel
        self._register = register

    def maker(self, locatie: str) -> tuple[Pakket, Systeem | None]:
        """Return the system that made the dossier that a place lies in."""
        naam = self._document.tekst(locatie, "metadata", "pakketnaam")
        if not naam:
            return Pakket(
                uitleg=f"Wie dit dossier maakte, staat niet in het dossier. {_GEWOON}"
            ), None
        plugin = _plugin(self._register, naam)
        if plugin is None:
            uitleg = "Het systeem dat dit dossier maakte, is hier niet bekend."
            return Pakket(uitleg=f"{uitleg} {_GEWOON}"), None
        pakket = Pakket(plugin.leverancier.naam, plugin.distributie)
        try:
            systeem = _systeem(plugin, self._profiel, self._versie)
        except Exception as fout:  # noqa: BLE001 - code of a plugin must not harm a check
            return _stuk(pakket, fout), None
        if systeem is None:
            uitleg = (
                f"De koppeling van {pakket.systeem} zegt niet uit welke velden een dossier komt."
            )
            return attrs.evolve(pakket, uitleg=f"{uitleg} {_GEWOON}"), None
        return pakket, systeem

    def wijs_toe(self, melding: Melding) -> Melding:
        """Return a finding with the vendor's fields and who must act."""
        _, systeem = self.maker(melding.locatie)
        if systeem is None:
            return melding
        toegewezen = assign_ontvangen(melding, systeem, self._beeld(melding.locatie))
        if melding.wie is Wie.STANDAARD:
            return attrs.evolve(toegewezen, bewijs=melding.bewijs)
        return toegewezen

    def _beeld(self, locatie: str) -> Dossierbeeld:
        codes = self._document.codes(locatie)
        profiel = profielen().get(self._profiel or "")
        return Dossierbeeld(
            is_leeg=partial(self._document.is_leeg, locatie),
            codes=codes,
            moet={naam: profiel.categorie(naam, uitgezet=False) for naam in codes}
            if profiel
            else {},
            velden=velden_op(self._versie),
        )


def _plugin(register: Register, pakketnaam: str) -> Plugin | None:
    """Return the plugin of a system; of more than one the first that says how it makes dossiers."""
    gezocht = pakketnaam.strip().casefold()
    eigen = [
        plugin
        for plugin in register.plugins.values()
        if plugin.leverancier.pakketnaam.strip().casefold() == gezocht
    ]
    return next((p for p in eigen if p.exporteur or p.swv), eigen[0] if eigen else None)


def _systeem(plugin: Plugin, profiel: str | None, nummer: Versie) -> Systeem | None:
    kan = exporteur_voor(plugin, profiel)
    if kan is None:
        return None
    kent = [v for v in VERSIES if str(v) in kan.versies]
    wegen_ = _wegen_uit(kan.dossier, nummer if nummer in kent else kent[-1])
    return Systeem(naam=plugin.leverancier.naam, lineage=kan.lineage, wegen=wegen_)


def exporteur_voor(plugin: Plugin, profiel: str | None) -> Exporteur | None:
    """Return what makes a dossier of a kind of transfer; None when the plugin delivers nothing."""
    swv = plugin.swv.uit if plugin.swv else None
    if profiel in profielen() and profielen()[str(profiel)].voor_swv:
        return swv or plugin.exporteur
    return plugin.exporteur or swv


@cache
def _wegen_uit(afb: Afbeelding, nummer: Versie) -> Mapping[str, Weg]:
    return wegen(afb, nummer, Richting.UIT)


def _stuk(pakket: Pakket, fout: Exception) -> Pakket:
    uitleg = f"De koppeling van {pakket.systeem} is niet te gebruiken ({type(fout).__name__})."
    return attrs.evolve(pakket, uitleg=f"{uitleg} {_GEWOON}")
